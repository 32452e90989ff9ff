//! Units of stock that a payment holds: reserved when it starts, claimed when it succeeds, released when it does not.
//!
//! `stock.held` is the sum of the holds of a variant; both change in one statement pair in one transaction, so that a
//! crash cannot leave one without the other.

use super::{Result, Tx};

/// Reserves units for an attempt. False when that many are not left; then nothing was reserved.
///
/// # Errors
/// When the database does not answer.
pub async fn take(tx: &mut Tx, attempt: &str, variant: &str, quantity: i64, expires_at: i64) -> Result<bool> {
    let done =
        sqlx::query("UPDATE stock SET held = held + $2 WHERE variant_id = $1 AND (on_hand IS NULL OR on_hand - held >= $2)")
            .bind(variant)
            .bind(quantity)
            .execute(&mut **tx)
            .await?;
    if done.rows_affected() != 1 {
        return Ok(false);
    }
    sqlx::query("INSERT INTO stock_holds (attempt, variant, quantity, expires_at) VALUES ($1, $2, $3, $4)")
        .bind(attempt)
        .bind(variant)
        .bind(quantity)
        .bind(expires_at)
        .execute(&mut **tx)
        .await?;
    Ok(true)
}

/// Turns the holds of an attempt into sales.
///
/// # Errors
/// When the database does not answer.
pub async fn claim(tx: &mut Tx, attempt: &str) -> Result<()> {
    for (variant, quantity) in of(tx, attempt).await? {
        sqlx::query("UPDATE stock SET on_hand = on_hand - $2, held = held - $2 WHERE variant_id = $1")
            .bind(variant)
            .bind(quantity)
            .execute(&mut **tx)
            .await?;
    }
    drop_all(tx, attempt).await
}

/// Gives the holds of an attempt back, and the once-only discounts with them.
///
/// # Errors
/// When the database does not answer.
pub async fn release(tx: &mut Tx, attempt: &str) -> Result<()> {
    for (variant, quantity) in of(tx, attempt).await? {
        sqlx::query("UPDATE stock SET held = held - $2 WHERE variant_id = $1")
            .bind(variant)
            .bind(quantity)
            .execute(&mut **tx)
            .await?;
    }
    give_codes_back(tx, attempt).await?;
    drop_all(tx, attempt).await
}

/// Puts units that were sold back on the shelf. What never runs out, or is no longer known, stays as it is.
///
/// # Errors
/// When the database does not answer.
pub async fn give_back(tx: &mut Tx, variant: &str, quantity: i64) -> Result<()> {
    sqlx::query("UPDATE stock SET on_hand = on_hand + $2 WHERE variant_id = $1 AND on_hand IS NOT NULL")
        .bind(variant)
        .bind(quantity)
        .execute(&mut **tx)
        .await
        .map(|_| ())
}

/// Gives once-only discounts of an attempt back to whoever used them.
///
/// # Errors
/// When the database does not answer.
pub async fn give_codes_back(tx: &mut Tx, attempt: &str) -> Result<()> {
    sqlx::query("DELETE FROM discount_uses WHERE attempt = $1").bind(attempt).execute(&mut **tx).await.map(|_| ())
}

/// In the order of ids: transactions that lock several rows do it in the same order and cannot block each other.
async fn of(tx: &mut Tx, attempt: &str) -> Result<Vec<(String, i64)>> {
    sqlx::query_as("SELECT variant, quantity FROM stock_holds WHERE attempt = $1 ORDER BY variant")
        .bind(attempt)
        .fetch_all(&mut **tx)
        .await
}

async fn drop_all(tx: &mut Tx, attempt: &str) -> Result<()> {
    sqlx::query("DELETE FROM stock_holds WHERE attempt = $1").bind(attempt).execute(&mut **tx).await.map(|_| ())
}
