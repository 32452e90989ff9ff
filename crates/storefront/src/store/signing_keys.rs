//! The keys that the shop signs with, and those it signed with before.

use super::{Connection, Result, Tx, json};
use ucp::Json;

/// A key as kept.
#[derive(Clone)]
pub struct Kept {
    /// Its name.
    pub kid: String,
    /// The public key, as published.
    pub jwk: Json,
    /// PKCS #8 in base64; `None` when the key was given to the shop from outside.
    pub secret: Option<String>,
}

/// The key in use, if there is one.
///
/// # Errors
/// When the database does not answer.
pub async fn in_use(connection: &mut Connection) -> Result<Option<Kept>> {
    let row: Option<(String, String, Option<String>)> =
        sqlx::query_as("SELECT kid, jwk, secret FROM signing_keys WHERE retired_at IS NULL").fetch_optional(connection).await?;
    row.map(|(kid, jwk, secret)| Ok(Kept { kid, jwk: json::read(&jwk)?, secret })).transpose()
}

/// Puts a key into use and retires the one that was seen in use before, `replaced`. False when another process was faster:
/// then its key is in use, and this one was not kept.
///
/// # Errors
/// When the database does not answer.
pub async fn put_into_use(tx: &mut Tx, key: &Kept, replaced: Option<&str>, now: i64) -> Result<bool> {
    if let Some(replaced) = replaced {
        sqlx::query("UPDATE signing_keys SET retired_at = $2 WHERE kid = $1 AND retired_at IS NULL")
            .bind(replaced)
            .bind(now)
            .execute(&mut **tx)
            .await?;
    }
    // A key that was retired before may come back.
    let back = sqlx::query("UPDATE signing_keys SET retired_at = NULL WHERE kid = $1").bind(&key.kid).execute(&mut **tx).await?;
    if back.rows_affected() == 1 {
        return Ok(true);
    }
    sqlx::query(
        "INSERT INTO signing_keys (kid, jwk, secret, slot, created_at) VALUES ($1, $2, $3, 'shop', $4) ON CONFLICT DO NOTHING",
    )
    .bind(&key.kid)
    .bind(json::write(&key.jwk)?)
    .bind(&key.secret)
    .bind(now)
    .execute(&mut **tx)
    .await
    .map(|done| done.rows_affected() == 1)
}

/// Public keys to publish: the one in use first, then those retired after `since`.
///
/// # Errors
/// When the database does not answer.
pub async fn published(connection: &mut Connection, since: i64) -> Result<Vec<Json>> {
    let rows: Vec<(String,)> = sqlx::query_as(
        "SELECT jwk FROM signing_keys WHERE retired_at IS NULL OR retired_at > $1 \
         ORDER BY CASE WHEN retired_at IS NULL THEN 0 ELSE 1 END, retired_at DESC, kid",
    )
    .bind(since)
    .fetch_all(connection)
    .await?;
    rows.iter().map(|(jwk,)| json::read(jwk)).collect()
}

/// Forgets keys that were retired before `before`.
///
/// # Errors
/// When the database does not answer.
pub async fn forget(tx: &mut Tx, before: i64) -> Result<u64> {
    sqlx::query("DELETE FROM signing_keys WHERE retired_at <= $1")
        .bind(before)
        .execute(&mut **tx)
        .await
        .map(|done| done.rows_affected())
}
