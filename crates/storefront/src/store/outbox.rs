//! What is to leave the house, and who is carrying it.
//!
//! A message is written in the transaction of what it tells of. Any process may deliver it: it claims the message with a
//! lease, tries, and writes what came of it. A process that dies in between lets its lease run out, and another one goes
//! on; so a message may arrive twice, with the same id.

use super::{Connection, Result, Tx, json};
use crate::shop::occasion::Occasion;

/// How a message travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To a platform, over HTTP.
    Webhook,
    /// To the buyer, as a letter.
    Mail,
    /// To the card processor: money to give back.
    Refund,
}

impl Kind {
    /// Every kind; refunds first, because letters follow from them.
    pub const ALL: [Self; 3] = [Self::Refund, Self::Webhook, Self::Mail];

    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Webhook => "webhook",
            Self::Mail => "mail",
            Self::Refund => "refund",
        }
    }
}

/// A message to write.
#[derive(Clone, Debug)]
pub struct NewMessage<'a> {
    /// Its id at every try.
    pub id: String,
    /// The order it is about.
    pub order: &'a str,
    /// The order's revision.
    pub position: i64,
    /// How it travels.
    pub kind: Kind,
    /// What it is about.
    pub topic: &'a Occasion,
    /// Where to.
    pub recipient: &'a str,
    /// What it says.
    pub body: String,
    /// Unix milliseconds.
    pub now: i64,
    /// When to stop trying, unix milliseconds.
    pub expires_at: i64,
}

/// A message that was claimed.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Message {
    /// Its id.
    pub id: String,
    /// The order it is about.
    pub order_id: String,
    /// [`Occasion`] as JSON.
    pub topic: String,
    /// Where to.
    pub recipient: String,
    /// What it says.
    pub body: String,
    /// How often it has been tried, this time included.
    pub tries: i64,
    /// When to stop trying, unix milliseconds.
    pub expires_at: i64,
    /// When it was written, unix milliseconds.
    pub created_at: i64,
}

impl Message {
    /// What it is about.
    ///
    /// # Errors
    /// When the row is not what this program once wrote.
    pub fn occasion(&self) -> Result<Occasion> {
        json::read(&self.topic)
    }
}

/// Writes a message.
///
/// # Errors
/// When the database does not answer.
pub async fn put(tx: &mut Tx, message: &NewMessage<'_>) -> Result<()> {
    sqlx::query(
        "INSERT INTO outbox (id, order_id, position, kind, topic, recipient, body, state, due_at, expires_at, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $9, $8)",
    )
    .bind(&message.id)
    .bind(message.order)
    .bind(message.position)
    .bind(message.kind.word())
    .bind(json::write(message.topic)?)
    .bind(message.recipient)
    .bind(&message.body)
    .bind(message.now)
    .bind(message.expires_at)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

/// Ids of a shop's messages that may be tried now, in the order of ids. A later message to the same recipient about the same order
/// waits until the earlier one is through or given up: a platform never sees an older state after a newer one.
///
/// # Errors
/// When the database does not answer.
pub async fn due(connection: &mut Connection, shop: &str, kind: Kind, now: i64, limit: i64) -> Result<Vec<String>> {
    let mut ids: Vec<String> = sqlx::query_scalar(
        "SELECT id FROM outbox AS one WHERE kind = $1 AND state = 'waiting' AND due_at <= $2 \
         AND EXISTS (SELECT 1 FROM orders WHERE orders.id = one.order_id AND orders.shop = $4) AND NOT EXISTS \
         (SELECT 1 FROM outbox AS earlier WHERE earlier.order_id = one.order_id AND earlier.kind = one.kind \
         AND earlier.recipient = one.recipient AND earlier.position < one.position AND earlier.state = 'waiting') \
         ORDER BY due_at LIMIT $3",
    )
    .bind(kind.word())
    .bind(now)
    .bind(limit)
    .bind(shop)
    .fetch_all(connection)
    .await?;
    // Two processes that claim the same rows in the same order cannot block each other.
    ids.sort_unstable();
    Ok(ids)
}

/// Claims a message until `until`. `None` when somebody else was faster.
///
/// # Errors
/// When the database does not answer.
pub async fn claim(tx: &mut Tx, id: &str, claim: &str, now: i64, until: i64) -> Result<Option<Message>> {
    let claimed = sqlx::query(
        "UPDATE outbox SET claim = $2, due_at = $4, tries = tries + 1 WHERE id = $1 AND state = 'waiting' AND due_at <= $3",
    )
    .bind(id)
    .bind(claim)
    .bind(now)
    .bind(until)
    .execute(&mut **tx)
    .await?;
    if claimed.rows_affected() != 1 {
        return Ok(None);
    }
    sqlx::query_as("SELECT id, order_id, topic, recipient, body, tries, expires_at, created_at FROM outbox WHERE id = $1")
        .bind(id)
        .fetch_optional(&mut **tx)
        .await
}

/// Notes that a message has arrived. Whoever claims it: it has.
///
/// # Errors
/// When the database does not answer.
pub async fn delivered(tx: &mut Tx, id: &str, now: i64) -> Result<()> {
    sqlx::query(
        "UPDATE outbox SET state = 'delivered', claim = NULL, failure = NULL, finished_at = $2 WHERE id = $1 AND state = 'waiting'",
    )
    .bind(id)
    .bind(now)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

/// Notes that a try failed: the message waits until `due_at`, or is given up when that is `None`. Only for who holds the
/// claim: a try that outlived its lease has no say any more.
///
/// # Errors
/// When the database does not answer.
pub async fn failed(tx: &mut Tx, id: &str, claim: &str, failure: &str, due_at: Option<i64>, now: i64) -> Result<()> {
    sqlx::query(
        "UPDATE outbox SET state = CASE WHEN $4 < 0 THEN 'given_up' ELSE state END, claim = NULL, failure = $3, \
         due_at = CASE WHEN $4 < 0 THEN due_at ELSE $4 END, finished_at = CASE WHEN $4 < 0 THEN $5 ELSE finished_at END \
         WHERE id = $1 AND claim = $2 AND state = 'waiting'",
    )
    .bind(id)
    .bind(claim)
    .bind(failure)
    .bind(due_at.unwrap_or(-1))
    .bind(now)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

/// Lets what was given up about an order be tried again, until `expires_at`; returns how many messages.
///
/// # Errors
/// When the database does not answer.
pub async fn revive(tx: &mut Tx, order: &str, now: i64, expires_at: i64) -> Result<u64> {
    sqlx::query(
        "UPDATE outbox SET state = 'waiting', due_at = $2, expires_at = $3, finished_at = NULL \
         WHERE order_id = $1 AND state = 'given_up'",
    )
    .bind(order)
    .bind(now)
    .bind(expires_at)
    .execute(&mut **tx)
    .await
    .map(|done| done.rows_affected())
}

/// Where a message of an order stands, for people.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Standing {
    /// Its id.
    pub id: String,
    /// `webhook`, `mail` or `refund`.
    pub kind: String,
    /// [`Occasion`] as JSON.
    pub topic: String,
    /// Where to.
    pub recipient: String,
    /// `waiting`, `delivered` or `given_up`.
    pub state: String,
    /// How often it was tried.
    pub tries: i64,
    /// What the last try came to.
    pub failure: Option<String>,
    /// When it is tried next, unix milliseconds.
    pub due_at: i64,
}

/// The messages about an order, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_order(connection: &mut Connection, order: &str) -> Result<Vec<Standing>> {
    sqlx::query_as(
        "SELECT id, kind, topic, recipient, state, tries, failure, due_at FROM outbox WHERE order_id = $1 \
         ORDER BY position, kind, id",
    )
    .bind(order)
    .fetch_all(connection)
    .await
}
