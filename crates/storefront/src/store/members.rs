//! Who belongs to what: the claims that hold of a customer of a shop.
//!
//! A customer is a digest that has the shop in it, so that a member of one shop is a stranger to the others.

use std::collections::HashSet;

use super::{Connection, Result, Tx};
use crate::store::discounts::customer;

/// The claims that hold of the customer behind an e-mail address; none of somebody unknown.
///
/// # Errors
/// When the database does not answer.
pub async fn claims(connection: &mut Connection, shop: &str, email: Option<&str>) -> Result<HashSet<String>> {
    let Some(email) = email else { return Ok(HashSet::new()) };
    let rows: Vec<(String,)> =
        sqlx::query_as("SELECT claim FROM members WHERE customer = $1").bind(customer(shop, email)).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(claim,)| claim).collect())
}

/// Notes that a claim holds of a customer. False when it did already.
///
/// # Errors
/// When the database does not answer.
pub async fn admit(tx: &mut Tx, shop: &str, claim: &str, email: &str) -> Result<bool> {
    sqlx::query("INSERT INTO members (claim, customer) VALUES ($1, $2) ON CONFLICT (claim, customer) DO NOTHING")
        .bind(claim)
        .bind(customer(shop, email))
        .execute(&mut **tx)
        .await
        .map(|done| done.rows_affected() == 1)
}

/// Notes that a claim no longer holds of a customer. False when it did not.
///
/// # Errors
/// When the database does not answer.
pub async fn dismiss(tx: &mut Tx, shop: &str, claim: &str, email: &str) -> Result<bool> {
    sqlx::query("DELETE FROM members WHERE claim = $1 AND customer = $2")
        .bind(claim)
        .bind(customer(shop, email))
        .execute(&mut **tx)
        .await
        .map(|done| done.rows_affected() == 1)
}
