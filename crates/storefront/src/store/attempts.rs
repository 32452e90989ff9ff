//! Tries to pay, and what they hold while they last.

use super::{Connection, Result, Tx, json};
use crate::shop::notices::Decline;
use ucp::payment::Instrument;

/// Where an attempt stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The processor has been asked, or is about to be.
    Pending,
    /// The bank waits for the buyer.
    Challenge,
    /// Paid: there is an order.
    Captured,
    /// Not paid, and never will be.
    Failed,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Challenge => "challenge",
            Self::Captured => "captured",
            Self::Failed => "failed",
        }
    }

    fn of(word: &str) -> Self {
        match word {
            "pending" => Self::Pending,
            "challenge" => Self::Challenge,
            "captured" => Self::Captured,
            _ => Self::Failed,
        }
    }

    /// Whether its fate is open.
    #[must_use]
    pub fn is_live(self) -> bool {
        matches!(self, Self::Pending | Self::Challenge)
    }
}

/// One try to pay.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Its id, which is the processor's idempotency key.
    pub id: String,
    /// The checkout.
    pub checkout: String,
    /// Digest of the client's Idempotency-Key.
    pub intent: Option<String>,
    /// Where it stands.
    pub state: State,
    /// Minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
    /// BCP 47 tag of the buyer's language.
    pub language: String,
    /// As shown; without credential.
    pub instrument: Instrument,
    /// The bank's page.
    pub challenge_url: Option<String>,
    /// The processor's id of the payment.
    pub payment: Option<String>,
    /// Why it failed.
    pub reason: Option<Decline>,
    /// A digest of the address it came from, while it is live.
    pub address: Option<String>,
    /// From when on the sweeper looks into it, unix milliseconds.
    pub due_at: i64,
    /// Unix milliseconds.
    pub created_at: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    checkout: String,
    intent: Option<String>,
    state: String,
    amount: i64,
    currency: String,
    language: String,
    instrument: String,
    challenge_url: Option<String>,
    payment: Option<String>,
    reason: Option<String>,
    address: Option<String>,
    due_at: i64,
    created_at: i64,
}

impl Row {
    fn read(self) -> Result<Attempt> {
        Ok(Attempt {
            state: State::of(&self.state),
            instrument: json::read(&self.instrument)?,
            reason: self.reason.as_deref().map(json::read).transpose()?,
            id: self.id,
            checkout: self.checkout,
            intent: self.intent,
            amount: self.amount,
            currency: self.currency,
            language: self.language,
            challenge_url: self.challenge_url,
            payment: self.payment,
            address: self.address,
            due_at: self.due_at,
            created_at: self.created_at,
        })
    }
}

/// Every column, so that queries stay literals.
macro_rules! attempts {
    ($rest:literal) => {
        concat!(
            "SELECT id, checkout, intent, state, amount, currency, language, instrument, challenge_url, payment, reason, ",
            "address, due_at, created_at FROM attempts ",
            $rest
        )
    };
}

/// An attempt by its id.
///
/// # Errors
/// When the database does not answer.
pub async fn find(connection: &mut Connection, id: &str) -> Result<Option<Attempt>> {
    let row: Option<Row> = sqlx::query_as(attempts!("WHERE id = $1")).bind(id).fetch_optional(connection).await?;
    row.map(Row::read).transpose()
}

/// The attempt that an intent started on a checkout.
///
/// # Errors
/// When the database does not answer.
pub async fn by_intent(connection: &mut Connection, checkout: &str, intent: &str) -> Result<Option<Attempt>> {
    let row: Option<Row> = sqlx::query_as(attempts!("WHERE checkout = $1 AND intent = $2"))
        .bind(checkout)
        .bind(intent)
        .fetch_optional(connection)
        .await?;
    row.map(Row::read).transpose()
}

/// The latest attempt of a checkout; while one is live, it is that one.
///
/// # Errors
/// When the database does not answer.
pub async fn latest(connection: &mut Connection, checkout: &str) -> Result<Option<Attempt>> {
    let row: Option<Row> = sqlx::query_as(attempts!(
        "WHERE checkout = $1 ORDER BY CASE WHEN settled_at IS NULL THEN 1 ELSE 0 END DESC, created_at DESC LIMIT 1"
    ))
    .bind(checkout)
    .fetch_optional(connection)
    .await?;
    row.map(Row::read).transpose()
}

/// Live attempts of a shop that were started before `before`, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(connection: &mut Connection, shop: &str, before: i64, limit: i64) -> Result<Vec<Attempt>> {
    let rows: Vec<Row> = sqlx::query_as(attempts!(
        "WHERE state IN ('pending', 'challenge') AND created_at < $1 \
             AND checkout IN (SELECT id FROM checkouts WHERE shop = $3) ORDER BY created_at LIMIT $2"
    ))
    .bind(before)
    .bind(limit)
    .bind(shop)
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Row::read).collect()
}

/// Writes a new attempt.
///
/// # Errors
/// When the database does not answer, or another attempt on the checkout is live (a unique violation).
pub async fn start(tx: &mut Tx, attempt: &Attempt) -> Result<()> {
    sqlx::query(
        "INSERT INTO attempts (id, checkout, intent, state, amount, currency, language, instrument, due_at, created_at, \
         address) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(&attempt.id)
    .bind(&attempt.checkout)
    .bind(&attempt.intent)
    .bind(attempt.state.word())
    .bind(attempt.amount)
    .bind(&attempt.currency)
    .bind(&attempt.language)
    .bind(json::write(&attempt.instrument)?)
    .bind(attempt.due_at)
    .bind(attempt.created_at)
    .bind(&attempt.address)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

/// Notes that the bank waits for the buyer, until `due_at`.
///
/// # Errors
/// When the database does not answer.
pub async fn challenge(tx: &mut Tx, id: &str, url: &str, due_at: i64) -> Result<()> {
    sqlx::query("UPDATE attempts SET state = 'challenge', challenge_url = $2, due_at = $3 WHERE id = $1 AND state = 'pending'")
        .bind(id)
        .bind(url)
        .bind(due_at)
        .execute(&mut **tx)
        .await?;
    sqlx::query("UPDATE stock_holds SET expires_at = $2 WHERE attempt = $1")
        .bind(id)
        .bind(due_at)
        .execute(&mut **tx)
        .await
        .map(|_| ())
}

/// Ends a live attempt. Returns whether it was this call that ended it.
///
/// # Errors
/// When the database does not answer.
pub async fn settle(
    tx: &mut Tx,
    id: &str,
    state: State,
    payment: Option<&str>,
    reason: Option<Decline>,
    now: i64,
) -> Result<bool> {
    sqlx::query(
        "UPDATE attempts SET state = $2, payment = $3, reason = $4, settled_at = $5, address = NULL \
         WHERE id = $1 AND state IN ('pending', 'challenge')",
    )
    .bind(id)
    .bind(state.word())
    .bind(payment)
    .bind(reason.as_ref().map(json::write).transpose()?)
    .bind(now)
    .execute(&mut **tx)
    .await
    .map(|done| done.rows_affected() == 1)
}
