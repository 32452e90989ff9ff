//! How full the shop is right now, for its metrics.

use super::{Connection, Result};

/// What of one kind is to leave the house.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Backlog {
    /// The word of an [`outbox::Kind`](super::outbox::Kind).
    pub kind: String,
    /// Messages that wait.
    pub waiting: i64,
    /// Messages that were given up and are still shown.
    pub given_up: i64,
    /// Since when the oldest of those that wait does, unix milliseconds.
    pub oldest: Option<i64>,
}

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

/// Looks into the outbox; a kind of which nothing waits and nothing was given up is not among it.
///
/// # Errors
/// When the database does not answer.
pub async fn backlog(connection: &mut Connection) -> Result<Vec<Backlog>> {
    sqlx::query_as(
        "SELECT kind, SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS waiting, \
         SUM(CASE WHEN state = 'given_up' THEN 1 ELSE 0 END) AS given_up, \
         MIN(CASE WHEN state = 'waiting' THEN created_at END) AS oldest \
         FROM outbox WHERE state IN ('waiting', 'given_up') GROUP BY kind",
    )
    .fetch_all(connection)
    .await
}
