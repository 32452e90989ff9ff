//! Discounts and who has used them.

use std::collections::HashSet;

use super::{Connection, Result, Tx, json};
use crate::id;
use crate::shop::discounts::Rule;

/// The shop's discounts, in the order in which they were defined.
///
/// # Errors
/// When the database does not answer.
pub async fn rules(connection: &mut Connection) -> Result<Vec<Rule>> {
    let rows: Vec<(String,)> =
        sqlx::query_as("SELECT rule FROM discounts WHERE active = 1 ORDER BY position, key").fetch_all(connection).await?;
    rows.iter().map(|(rule,)| json::read(rule)).collect()
}

/// Writes discounts; those that are there under the same key are replaced.
///
/// # Errors
/// When the database does not answer.
pub async fn define(tx: &mut Tx, rules: &[Rule]) -> Result<()> {
    for (position, rule) in rules.iter().enumerate() {
        sqlx::query(
            "INSERT INTO discounts (key, position, rule, active) VALUES ($1, $2, $3, 1) \
             ON CONFLICT (key) DO UPDATE SET position = excluded.position, rule = excluded.rule",
        )
        .bind(&rule.key)
        .bind(i64::try_from(position).unwrap_or(i64::MAX))
        .bind(json::write(rule)?)
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

/// Writes the demo's discounts.
///
/// # Errors
/// When the database does not answer.
pub async fn seed_demo(tx: &mut Tx) -> Result<()> {
    define(tx, &crate::shop::demo_discounts::rules()).await
}

/// Once-only discounts that the customer behind an e-mail address has used, or is using.
///
/// # Errors
/// When the database does not answer.
pub async fn used(connection: &mut Connection, shop: &str, email: Option<&str>) -> Result<HashSet<String>> {
    let Some(email) = email else { return Ok(HashSet::new()) };
    let rows: Vec<(String,)> = sqlx::query_as("SELECT key FROM discount_uses WHERE customer = $1")
        .bind(customer(shop, email))
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(|(key,)| key).collect())
}

/// Takes a once-only discount for an attempt. False when another order or attempt of the customer has it.
///
/// # Errors
/// When the database does not answer.
pub async fn take(tx: &mut Tx, shop: &str, key: &str, email: &str, attempt: &str) -> Result<bool> {
    sqlx::query("INSERT INTO discount_uses (key, customer, attempt) VALUES ($1, $2, $3) ON CONFLICT (key, customer) DO NOTHING")
        .bind(key)
        .bind(customer(shop, email))
        .bind(attempt)
        .execute(&mut **tx)
        .await
        .map(|done| done.rows_affected() == 1)
}

/// The customer of a shop behind an e-mail address: a digest, so that this table alone names nobody, and another for each
/// shop, so that none learns who buys from the others.
pub(super) fn customer(shop: &str, email: &str) -> String {
    id::digest([shop, email.trim().to_lowercase().as_str()].join("\n").as_bytes())
}
