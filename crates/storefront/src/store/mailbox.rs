//! Letters that are kept to be read here instead of being sent.

use super::{Connection, Result, Tx};

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Kept {
    /// The message's id in the outbox.
    pub id: String,
    /// Whose letter it is.
    pub shop: String,
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
        "INSERT INTO mailbox (id, recipient, subject, language, html, plain, created_at, shop) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
         ON CONFLICT (id) DO NOTHING",
    )
    .bind(&letter.id)
    .bind(&letter.recipient)
    .bind(&letter.subject)
    .bind(&letter.language)
    .bind(&letter.html)
    .bind(&letter.plain)
    .bind(letter.created_at)
    .bind(&letter.shop)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

/// The newest letters, without what is in them.
///
/// # Errors
/// When the database does not answer.
pub async fn latest(connection: &mut Connection, shop: &str, limit: i64) -> Result<Vec<Envelope>> {
    sqlx::query_as(
        "SELECT id, recipient, subject, language, created_at FROM mailbox WHERE shop = $2 ORDER BY created_at DESC, id LIMIT $1",
    )
    .bind(limit)
    .bind(shop)
    .fetch_all(connection)
    .await
}

/// A letter by its id.
///
/// # Errors
/// When the database does not answer.
pub async fn find(connection: &mut Connection, shop: &str, id: &str) -> Result<Option<Kept>> {
    sqlx::query_as(
        "SELECT id, shop, recipient, subject, language, html, plain, created_at FROM mailbox WHERE id = $1 AND shop = $2",
    )
    .bind(id)
    .bind(shop)
    .fetch_optional(connection)
    .await
}
