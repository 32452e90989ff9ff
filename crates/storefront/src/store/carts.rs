//! Carts.

use super::{Connection, Result, Tx, json};
use crate::shop::draft::Draft;

/// A cart as kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Cart {
    /// Unguessable.
    pub id: String,
    /// The shop it belongs to; found in no other.
    pub shop: String,
    /// What the buyer wants.
    pub draft: Draft,
    /// ISO 4217 currency of its market.
    pub currency: String,
    /// ISO 3166 country of its market.
    pub country: String,
    /// When it is forgotten, unix milliseconds.
    pub expires_at: i64,
}

/// A living cart of a shop.
///
/// # Errors
/// When the database does not answer.
pub async fn find(connection: &mut Connection, shop: &str, id: &str, now: i64) -> Result<Option<Cart>> {
    let row: Option<(String, String, String, i64)> = sqlx::query_as(
        "SELECT draft, currency, country, expires_at FROM carts WHERE id = $1 AND canceled = 0 AND expires_at > $2 AND shop = $3",
    )
    .bind(id)
    .bind(now)
    .bind(shop)
    .fetch_optional(connection)
    .await?;
    row.map(|(draft, currency, country, expires_at)| {
        Ok(Cart { id: id.to_owned(), shop: shop.to_owned(), draft: json::read(&draft)?, currency, country, expires_at })
    })
    .transpose()
}

/// Writes a cart, new or changed.
///
/// # Errors
/// When the database does not answer.
pub async fn save(tx: &mut Tx, cart: &Cart, now: i64) -> Result<()> {
    sqlx::query(
        "INSERT INTO carts (id, draft, currency, country, created_at, expires_at, shop) VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (id) DO UPDATE SET draft = excluded.draft, currency = excluded.currency, country = excluded.country, \
         expires_at = excluded.expires_at",
    )
    .bind(&cart.id)
    .bind(json::write(&cart.draft)?)
    .bind(&cart.currency)
    .bind(&cart.country)
    .bind(now)
    .bind(cart.expires_at)
    .bind(&cart.shop)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

/// Cancels a cart: it is not found any more.
///
/// # Errors
/// When the database does not answer.
pub async fn cancel(tx: &mut Tx, id: &str) -> Result<()> {
    sqlx::query("UPDATE carts SET canceled = 1 WHERE id = $1").bind(id).execute(&mut **tx).await.map(|_| ())
}
