//! The processor's books: tokens and payments. Its own tables, which the shop never reads.

use super::cards::Card;
use super::wire::PaymentRequest;
use crate::shop::lifecycle::LEFTOVER_LIFE;
use crate::store::sweep::Rule;
use crate::store::{Db, Result, Tx, lock};

/// A token as kept. The card number is not among it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Token {
    pub(super) id: String,
    pub(super) checkout: String,
    pub(super) business: String,
    pub(super) brand: String,
    pub(super) last_digits: String,
    pub(super) expiry_month: i64,
    pub(super) expiry_year: i64,
    pub(super) behaviour: String,
    pub(super) expires_at: i64,
    pub(super) used_by: Option<String>,
}

impl Token {
    /// A test token: in no book, and as if it had been made for this very payment.
    pub(super) fn test(card: Card, payment: &PaymentRequest, now: i64) -> Self {
        Self {
            id: String::new(),
            checkout: payment.checkout_id.clone(),
            business: payment.business_id.clone(),
            brand: card.brand.to_owned(),
            last_digits: card.last_digits,
            expiry_month: card.expiry_month,
            expiry_year: card.expiry_year,
            behaviour: card.behaviour.word().to_owned(),
            expires_at: now + 1,
            used_by: None,
        }
    }
}

/// A payment as kept.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) id: String,
    pub(super) checkout: String,
    pub(super) business: String,
    pub(super) amount: i64,
    pub(super) currency: String,
    pub(super) status: String,
    pub(super) reason: Option<String>,
    pub(super) brand: String,
    pub(super) last_digits: String,
    pub(super) challenge: Option<String>,
    pub(super) language: String,
    pub(super) return_url: String,
    pub(super) notify_url: String,
    pub(super) answer_at: i64,
    pub(super) refunded: i64,
    pub(super) created_at: i64,
    pub(super) updated_at: i64,
}

/// Every column of a payment, so that queries stay literals.
macro_rules! entries {
    ($rest:literal) => {
        concat!(
            "SELECT key, id, checkout, business, amount, currency, status, reason, brand, last_digits, challenge, language, ",
            "return_url, notify_url, answer_at, refunded, created_at, updated_at FROM sandbox_payments ",
            $rest
        )
    };
}

pub(super) async fn keep_token(db: &Db, token: &Token) -> Result<()> {
    let mut tx = db.begin().await?;
    sqlx::query(
        "INSERT INTO sandbox_tokens (id, checkout, business, brand, last_digits, expiry_month, expiry_year, behaviour, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(&token.id)
    .bind(&token.checkout)
    .bind(&token.business)
    .bind(&token.brand)
    .bind(&token.last_digits)
    .bind(token.expiry_month)
    .bind(token.expiry_year)
    .bind(&token.behaviour)
    .bind(token.expires_at)
    .execute(&mut *tx)
    .await?;
    tx.commit().await
}

/// A token, with its turn: it pays once, whoever comes with it at the same moment.
pub(super) async fn token(tx: &mut Tx, id: &str) -> Result<Option<Token>> {
    lock::name(tx, id).await?;
    sqlx::query_as(
        "SELECT id, checkout, business, brand, last_digits, expiry_month, expiry_year, behaviour, expires_at, used_by \
         FROM sandbox_tokens WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(&mut **tx)
    .await
}

pub(super) async fn use_token(tx: &mut Tx, id: &str, key: &str) -> Result<()> {
    sqlx::query("UPDATE sandbox_tokens SET used_by = $2 WHERE id = $1").bind(id).bind(key).execute(&mut **tx).await.map(|_| ())
}

/// The payment of a key, with the key's turn: there may be none yet, and two requests may be about to start it.
pub(super) async fn by_key(tx: &mut Tx, key: &str) -> Result<Option<Entry>> {
    lock::name(tx, key).await?;
    sqlx::query_as(entries!("WHERE key = $1")).bind(key).fetch_optional(&mut **tx).await
}

pub(super) async fn by_challenge(tx: &mut Tx, challenge: &str) -> Result<Option<Entry>> {
    let key: Option<(String,)> =
        sqlx::query_as("SELECT key FROM sandbox_payments WHERE challenge = $1").bind(challenge).fetch_optional(&mut **tx).await?;
    match key {
        Some((key,)) => by_key(tx, &key).await,
        None => Ok(None),
    }
}

pub(super) async fn enter(tx: &mut Tx, entry: &Entry) -> Result<()> {
    sqlx::query(
        "INSERT INTO sandbox_payments (key, id, checkout, business, amount, currency, status, reason, brand, last_digits, \
         challenge, language, return_url, notify_url, answer_at, refunded, created_at, updated_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
    )
    .bind(&entry.key)
    .bind(&entry.id)
    .bind(&entry.checkout)
    .bind(&entry.business)
    .bind(entry.amount)
    .bind(&entry.currency)
    .bind(&entry.status)
    .bind(&entry.reason)
    .bind(&entry.brand)
    .bind(&entry.last_digits)
    .bind(&entry.challenge)
    .bind(&entry.language)
    .bind(&entry.return_url)
    .bind(&entry.notify_url)
    .bind(entry.answer_at)
    .bind(entry.refunded)
    .bind(entry.created_at)
    .bind(entry.updated_at)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

pub(super) async fn change(tx: &mut Tx, entry: &Entry) -> Result<()> {
    sqlx::query("UPDATE sandbox_payments SET status = $2, reason = $3, refunded = $4, updated_at = $5 WHERE key = $1")
        .bind(&entry.key)
        .bind(&entry.status)
        .bind(&entry.reason)
        .bind(entry.refunded)
        .bind(entry.updated_at)
        .execute(&mut **tx)
        .await
        .map(|_| ())
}

/// The refund of a key: its payment and amount.
pub(super) async fn refund(tx: &mut Tx, key: &str) -> Result<Option<(String, i64)>> {
    sqlx::query_as("SELECT payment, amount FROM sandbox_refunds WHERE key = $1").bind(key).fetch_optional(&mut **tx).await
}

pub(super) async fn enter_refund(tx: &mut Tx, key: &str, payment: &str, amount: i64, now: i64) -> Result<()> {
    sqlx::query("INSERT INTO sandbox_refunds (key, payment, amount, created_at) VALUES ($1, $2, $3, $4)")
        .bind(key)
        .bind(payment)
        .bind(amount)
        .bind(now)
        .execute(&mut **tx)
        .await
        .map(|_| ())
}

/// Deletes tokens that are worth nothing any more, and payments that never were any.
pub(super) async fn sweep(db: &Db, now: i64) -> Result<u64> {
    let mut gone = 0;
    for rule in &RULES {
        gone += rule.sweep(db, now).await?;
    }
    Ok(gone)
}

const RULES: [Rule; 3] = [
    Rule { act: "DELETE FROM sandbox_limits WHERE id IN", rows: "SELECT id FROM sandbox_limits WHERE resets_at <= $1", life: 0 },
    Rule { act: "DELETE FROM sandbox_tokens WHERE id IN", rows: "SELECT id FROM sandbox_tokens WHERE expires_at <= $1", life: 0 },
    Rule {
        act: "DELETE FROM sandbox_payments WHERE key IN",
        rows: "SELECT key FROM sandbox_payments WHERE status IN ('declined', 'voided') AND updated_at <= $1",
        life: LEFTOVER_LIFE,
    },
];
