//! How full the shop is right now, for its metrics.

use super::{Connection, Result};

/// What is under way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Gauges {
    /// Units that payments hold.
    pub held: i64,
    /// Payments without an outcome.
    pub open: i64,
    /// Since when the oldest of them waits, unix milliseconds.
    pub oldest: Option<i64>,
}

/// Looks.
///
/// # Errors
/// When the database does not answer.
pub async fn look(connection: &mut Connection) -> Result<Gauges> {
    sqlx::query_as(
        "SELECT (SELECT CAST(COALESCE(SUM(quantity), 0) AS BIGINT) FROM stock_holds) AS held, COUNT(*) AS open, \
         MIN(created_at) AS oldest FROM attempts WHERE state IN ('pending', 'challenge')",
    )
    .fetch_one(connection)
    .await
}
