//! First answers to requests that carried an `Idempotency-Key`, kept for as long as a client may still ask again.

use super::{Result, Tx};

/// How long an answer is kept: 48 hours, the protocol's recommendation (milliseconds).
pub const KEPT: i64 = 48 * 3_600_000;

/// What is known about a key.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Record {
    /// Digest of the body of the first request.
    pub body: String,
    /// HTTP status of the answer; 0 while it is being worked out.
    pub status: i64,
    /// The answer's body.
    pub answer: String,
    /// When the first request came, unix milliseconds.
    pub created_at: i64,
    /// While `status` is 0: from when on a retry may take the work over, unix milliseconds.
    pub held_until: i64,
}

/// Takes an id for the caller's transaction: true when nobody has it, when its record is older than [`KEPT`], or when the
/// one who held it for the same body is gone. Another transaction that tries the same waits until this one has ended.
///
/// # Errors
/// When the database does not answer.
pub async fn claim(tx: &mut Tx, id: &str, body: &str, now: i64) -> Result<bool> {
    let claimed = sqlx::query(
        "INSERT INTO idempotency (id, body, status, answer, created_at, held_until) VALUES ($1, $2, 0, '', $3, $3) \
         ON CONFLICT (id) DO UPDATE SET body = excluded.body, status = 0, answer = '', created_at = excluded.created_at, \
         held_until = excluded.held_until WHERE idempotency.created_at <= $4 \
         OR (idempotency.status = 0 AND idempotency.held_until <= $3 AND idempotency.body = excluded.body)",
    )
    .bind(id)
    .bind(body)
    .bind(now)
    .bind(now - KEPT)
    .execute(&mut **tx)
    .await?;
    Ok(claimed.rows_affected() > 0)
}

/// Takes the turn of an id for the caller's transaction, whoever has it: for the one who ends what a held record announces.
///
/// # Errors
/// When the database does not answer.
pub async fn turn(tx: &mut Tx, id: &str, body: &str, now: i64) -> Result<()> {
    sqlx::query(
        "INSERT INTO idempotency (id, body, status, answer, created_at, held_until) VALUES ($1, $2, 0, '', $3, $3) \
         ON CONFLICT (id) DO UPDATE SET status = idempotency.status",
    )
    .bind(id)
    .bind(body)
    .bind(now)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

/// The record of an id, unless it is older than [`KEPT`].
///
/// # Errors
/// When the database does not answer.
pub async fn find(tx: &mut Tx, id: &str, now: i64) -> Result<Option<Record>> {
    sqlx::query_as("SELECT body, status, answer, created_at, held_until FROM idempotency WHERE id = $1 AND created_at > $2")
        .bind(id)
        .bind(now - KEPT)
        .fetch_optional(&mut **tx)
        .await
}

/// Writes the record of an id, in the caller's transaction: it exists exactly when the caller's change does.
///
/// # Errors
/// When the database does not answer.
pub async fn put(tx: &mut Tx, id: &str, record: &Record) -> Result<()> {
    sqlx::query(
        "INSERT INTO idempotency (id, body, status, answer, created_at, held_until) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (id) DO UPDATE SET body = excluded.body, status = excluded.status, answer = excluded.answer, \
         created_at = excluded.created_at, held_until = excluded.held_until",
    )
    .bind(id)
    .bind(&record.body)
    .bind(record.status)
    .bind(&record.answer)
    .bind(record.created_at)
    .bind(record.held_until)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

/// Forgets an id, in the caller's transaction.
///
/// # Errors
/// When the database does not answer.
pub async fn forget(tx: &mut Tx, id: &str) -> Result<()> {
    sqlx::query("DELETE FROM idempotency WHERE id = $1").bind(id).execute(&mut **tx).await.map(|_| ())
}
