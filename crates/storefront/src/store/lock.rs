//! Taking turns. On SQLite a write transaction is alone and nothing below does anything; on PostgreSQL a transaction that
//! decides by what it reads waits here until nobody else can change it.
//!
//! # The order
//!
//! Always from the top down, so that no two transactions ever wait for each other:
//!
//! 1. the record of the Idempotency-Key ([`idempotency::claim`](super::idempotency::claim) takes it),
//! 2. the [`cart`],
//! 3. the [`checkout`] (with it everything that belongs to it: attempts, holds, its order), which takes its cart first,
//! 4. counts of tries ([`limits`](super::limits)) of the session, the address and the shop, by updating them,
//! 5. `stock` rows in the order of variant ids, by updating them,
//! 6. once-only discounts, by inserting them,
//! 7. the counter of order numbers, by updating it.
//!
//! Turns end with the transaction. What sweeps many rows takes no turn: it skips the rows that are in somebody's hands
//! ([`skipping`]).

use super::{Connection, Engine, Result, Tx};

/// Waits for a cart's turn. A cart that is not there is nobody's turn.
///
/// # Errors
/// When the database does not answer, or the turn does not come in time.
pub async fn cart(tx: &mut Tx, id: &str) -> Result<()> {
    row(tx, "SELECT 1 FROM carts WHERE id = $1 FOR NO KEY UPDATE", id).await
}

/// Waits for a checkout's turn, and for its cart's.
///
/// # Errors
/// When the database does not answer, or the turn does not come in time.
pub async fn checkout(tx: &mut Tx, id: &str) -> Result<()> {
    if Engine::of(tx) == Engine::Sqlite {
        return Ok(());
    }
    // Which cart it came of never changes, so this needs no turn.
    let of: Option<(Option<String>,)> =
        sqlx::query_as("SELECT cart FROM checkouts WHERE id = $1").bind(id).fetch_optional(&mut **tx).await?;
    if let Some((Some(of),)) = of {
        cart(tx, &of).await?;
    }
    row(tx, "SELECT 1 FROM checkouts WHERE id = $1 FOR NO KEY UPDATE", id).await
}

/// Waits for the turn at something that may not be there yet, by a name that everyone agrees on.
///
/// # Errors
/// When the database does not answer, or the turn does not come in time.
pub async fn name(tx: &mut Tx, name: &str) -> Result<()> {
    row(tx, "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", name).await
}

/// Waits for the turn at the whole catalogue, however long somebody else imports.
///
/// # Errors
/// When the database does not answer.
pub async fn catalogue(tx: &mut Tx) -> Result<()> {
    if Engine::of(tx) == Engine::Postgres {
        sqlx::query("SET LOCAL lock_timeout = 0").execute(&mut **tx).await?;
        sqlx::query("LOCK TABLE products IN SHARE ROW EXCLUSIVE MODE").execute(&mut **tx).await?;
    }
    Ok(())
}

async fn row(tx: &mut Tx, sql: &'static str, id: &str) -> Result<()> {
    if Engine::of(tx) == Engine::Postgres {
        sqlx::query(sql).bind(id).execute(&mut **tx).await?;
    }
    Ok(())
}

/// The end of a `SELECT` of rows to be swept away: those that somebody works on are left for the next time.
#[must_use]
pub fn skipping(connection: &Connection) -> &'static str {
    match Engine::of(connection) {
        Engine::Sqlite => "",
        Engine::Postgres => " FOR UPDATE SKIP LOCKED",
    }
}
