//! Checkout sessions.

use serde::{Deserialize, Serialize};
use ucp::checkout::Checkout as Shown;
use ucp::order::Order;

use super::{Connection, Result, Tx, json, lock};
use crate::shop::draft::Draft;
use crate::shop::lifecycle::Phase;
use crate::shop::notices::Decline;

/// A checkout as kept.
#[derive(Clone, Debug)]
pub struct Checkout {
    /// Unguessable.
    pub id: String,
    /// The shop it belongs to; found in no other.
    pub shop: String,
    /// The cart it came from.
    pub cart: Option<String>,
    /// What the buyer wants.
    pub draft: Draft,
    /// ISO 4217 currency of its market.
    pub currency: String,
    /// ISO 3166 country of its market.
    pub country: String,
    /// Where it stands.
    pub phase: Phase,
    /// The total that the buyer was last shown, minor units.
    pub shown: i64,
    /// The answer as it was when payment began, or when it ended.
    pub frozen: Option<Frozen>,
    /// Why the last payment did not happen.
    pub failure: Option<Decline>,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Unix milliseconds.
    pub expires_at: i64,
}

/// What is sold, fixed: from the moment a payment begins nothing about it changes any more.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Frozen {
    /// The checkout as the buyer saw it, without messages.
    pub checkout: Shown,
    /// The order it will become, without id and address.
    pub order: Order,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    shop: String,
    cart: Option<String>,
    draft: String,
    currency: String,
    country: String,
    phase: String,
    shown: i64,
    frozen: Option<String>,
    failure: Option<String>,
    created_at: i64,
    expires_at: i64,
}

impl Row {
    fn read(self) -> Result<Checkout> {
        Ok(Checkout {
            draft: json::read(&self.draft)?,
            phase: Phase::of(&self.phase),
            frozen: self.frozen.as_deref().map(json::read).transpose()?,
            failure: self.failure.as_deref().map(json::read).transpose()?,
            id: self.id,
            shop: self.shop,
            cart: self.cart,
            currency: self.currency,
            country: self.country,
            shown: self.shown,
            created_at: self.created_at,
            expires_at: self.expires_at,
        })
    }
}

/// A checkout of a shop.
///
/// # Errors
/// When the database does not answer.
pub async fn find(connection: &mut Connection, shop: &str, id: &str) -> Result<Option<Checkout>> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT id, shop, cart, draft, currency, country, phase, shown, frozen, failure, created_at, expires_at FROM checkouts WHERE id = $1 AND shop = $2",
    )
    .bind(id)
    .bind(shop)
    .fetch_optional(connection)
    .await?;
    row.map(Row::read).transpose()
}

/// A checkout that the caller's transaction may decide upon: its turn is waited for, and its cart's.
///
/// # Errors
/// When the database does not answer, or the turn does not come in time.
pub async fn take(tx: &mut Tx, shop: &str, id: &str) -> Result<Option<Checkout>> {
    lock::checkout(tx, id).await?;
    find(tx, shop, id).await
}

/// The id of the one live checkout of a cart.
///
/// # Errors
/// When the database does not answer.
pub async fn live(connection: &mut Connection, cart: &str) -> Result<Option<String>> {
    let row: Option<(String,)> =
        sqlx::query_as("SELECT id FROM checkouts WHERE cart = $1 AND phase IN ('open', 'paying', 'challenge')")
            .bind(cart)
            .fetch_optional(connection)
            .await?;
    Ok(row.map(|(id,)| id))
}

/// Writes a checkout, new or changed.
///
/// # Errors
/// When the database does not answer, or the cart has another live checkout.
pub async fn save(tx: &mut Tx, checkout: &Checkout) -> Result<()> {
    sqlx::query(
        "INSERT INTO checkouts (id, cart, draft, currency, country, phase, shown, frozen, failure, created_at, expires_at, shop) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO UPDATE SET draft = excluded.draft, \
         currency = excluded.currency, country = excluded.country, phase = excluded.phase, shown = excluded.shown, \
         frozen = excluded.frozen, failure = excluded.failure, expires_at = excluded.expires_at",
    )
    .bind(&checkout.id)
    .bind(&checkout.cart)
    .bind(json::write(&checkout.draft)?)
    .bind(&checkout.currency)
    .bind(&checkout.country)
    .bind(checkout.phase.word())
    .bind(checkout.shown)
    .bind(checkout.frozen.as_ref().map(json::write).transpose()?)
    .bind(checkout.failure.as_ref().map(json::write).transpose()?)
    .bind(checkout.created_at)
    .bind(checkout.expires_at)
    .bind(&checkout.shop)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

/// Notes the total that the buyer is being shown, if the checkout is still open.
///
/// # Errors
/// When the database does not answer.
pub async fn show(tx: &mut Tx, id: &str, total: i64) -> Result<()> {
    sqlx::query("UPDATE checkouts SET shown = $2 WHERE id = $1 AND phase = 'open'")
        .bind(id)
        .bind(total)
        .execute(&mut **tx)
        .await
        .map(|_| ())
}
