//! Letters that are kept to be read here instead of being sent.

use super::{Connection, Result, Tx};

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Kept {
    /// The message's id in the outbox.
    pub id: String,
    /// E-mail address.
    pub recipient: String,
    /// Subject line.
    pub subject: String,
    /// BCP 47.
    pub language: String,
    /// The letter as a page.
    pub html: String,
    /// The letter as text.
    pub plain: String,
    /// Unix milliseconds.
    pub created_at: i64,
}

/// A letter's envelope.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Envelope {
    /// The message's id in the outbox.
    pub id: String,
    /// E-mail address.
    pub recipient: String,
    /// Subject line.
    pub subject: String,
    /// BCP 47.
    pub language: String,
    /// Unix milliseconds.
    pub created_at: i64,
}

/// Keeps a letter; one that is kept already stays as it is.
///
/// # Errors
/// When the database does not answer.
pub async fn keep(tx: &mut Tx, letter: &Kept) -> Result<()> {
    sqlx::query(
        "INSERT INTO mailbox (id, recipient, subject, language, html, plain, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (id) DO NOTHING",
    )
    .bind(&letter.id)
    .bind(&letter.recipient)
    .bind(&letter.subject)
    .bind(&letter.language)
    .bind(&letter.html)
    .bind(&letter.plain)
    .bind(letter.created_at)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

/// The newest letters, without what is in them.
///
/// # Errors
/// When the database does not answer.
pub async fn latest(connection: &mut Connection, limit: i64) -> Result<Vec<Envelope>> {
    sqlx::query_as("SELECT id, recipient, subject, language, created_at FROM mailbox ORDER BY created_at DESC, id LIMIT $1")
        .bind(limit)
        .fetch_all(connection)
        .await
}

/// A letter by its id.
///
/// # Errors
/// When the database does not answer.
pub async fn find(connection: &mut Connection, id: &str) -> Result<Option<Kept>> {
    sqlx::query_as("SELECT id, recipient, subject, language, html, plain, created_at FROM mailbox WHERE id = $1")
        .bind(id)
        .fetch_optional(connection)
        .await
}

/// Throws away letters kept before `before`.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(tx: &mut Tx, before: i64) -> Result<u64> {
    sqlx::query("DELETE FROM mailbox WHERE created_at <= $1")
        .bind(before)
        .execute(&mut **tx)
        .await
        .map(|done| done.rows_affected())
}
