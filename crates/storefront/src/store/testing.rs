//! What test hooks do to the database: they move real rows and take real tables away.

use super::{Connection, Db, Result, Tx};

/// Makes idempotency records older by `milliseconds`; returns how many of the ids there are.
///
/// # Errors
/// When the database does not answer.
pub async fn age(tx: &mut Tx, ids: &[String], milliseconds: i64) -> Result<u64> {
    let mut aged = 0;
    for id in ids {
        let done = sqlx::query("UPDATE idempotency SET created_at = created_at - $2 WHERE id = $1")
            .bind(id)
            .bind(milliseconds)
            .execute(&mut **tx)
            .await?;
        aged += done.rows_affected();
    }
    Ok(aged)
}

/// Takes the table of idempotency records away, or brings it back: while it is away every query to it fails, as it does in
/// an outage. Doing either twice is the same as once.
///
/// # Errors
/// When the database does not answer.
pub async fn outage(db: &Db, begins: bool) -> Result<()> {
    let there = sqlx::query("SELECT id FROM idempotency WHERE id = ''").fetch_optional(db.read()).await.is_ok();
    if there != begins {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    match begins {
        true => sqlx::query("ALTER TABLE idempotency RENAME TO idempotency_away").execute(&mut *tx).await?,
        false => sqlx::query("ALTER TABLE idempotency_away RENAME TO idempotency").execute(&mut *tx).await?,
    };
    tx.commit().await
}

/// The checkout of a shop's latest order.
///
/// # Errors
/// When the database does not answer.
pub async fn latest_checkout(connection: &mut Connection, shop: &str) -> Result<Option<String>> {
    let row: Option<(String,)> = sqlx::query_as("SELECT checkout FROM orders WHERE shop = $1 ORDER BY number DESC LIMIT 1")
        .bind(shop)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|(checkout,)| checkout))
}
