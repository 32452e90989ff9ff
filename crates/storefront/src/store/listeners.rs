//! Which platform wants to hear of the order that a checkout will become.

use super::{Connection, Result, Tx};

/// Notes the platform that works on a checkout; a later one takes its place.
///
/// # Errors
/// When the database does not answer.
pub async fn note(tx: &mut Tx, checkout: &str, platform: &str, webhook_url: &str, now: i64) -> Result<()> {
    sqlx::query(
        "INSERT INTO listeners (checkout, platform, webhook_url, created_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (checkout) DO UPDATE SET platform = excluded.platform, webhook_url = excluded.webhook_url",
    )
    .bind(checkout)
    .bind(platform)
    .bind(webhook_url)
    .bind(now)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

/// Where to tell of the order of a checkout.
///
/// # Errors
/// When the database does not answer.
pub async fn webhook_url(connection: &mut Connection, checkout: &str) -> Result<Option<String>> {
    sqlx::query_scalar("SELECT webhook_url FROM listeners WHERE checkout = $1").bind(checkout).fetch_optional(connection).await
}
