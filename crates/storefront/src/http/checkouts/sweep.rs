//! What happens when nobody comes back: payments without an answer are looked into, and what has run out is forgotten.
//!
//! Every process sweeps. Two that look into the same payment get the same answer, and only the first changes anything
//! ([`settle`](super::settle)).

use std::time::Duration;

use crate::http::{AppState, Result};
use crate::store::{attempts, sweep};

/// How often.
const INTERVAL: Duration = Duration::from_secs(10);
/// Attempts younger than this are still in somebody's hands, in milliseconds.
const YOUNG: i64 = 5_000;
/// How many attempts are looked into in one round.
const MOST: i64 = 200;

/// Sweeps until the process ends: once at the start, then at intervals.
pub async fn sweeper(app: AppState) {
    loop {
        match round(&app).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "settled payments that nobody had waited for"),
            Err(error) => tracing::warn!(error = ?error, "the sweeper could not work"),
        }
        tokio::time::sleep(INTERVAL).await;
    }
}

/// One round; returns how many payments it settled.
///
/// # Errors
/// When the database does not answer. What one payment's processor says or does not say never stops the round.
pub async fn round(app: &AppState) -> Result<usize> {
    let now = app.clock.now();
    let waiting = {
        let mut connection = app.db.read().acquire().await?;
        attempts::waiting(&mut connection, &app.config.tenant.id, now - YOUNG, MOST).await?
    };
    let mut settled = 0;
    for attempt in waiting {
        match super::settle::ask(app, &attempt).await {
            Ok(true) => settled += 1,
            Ok(false) => {}
            Err(error) => tracing::warn!(attempt = attempt.id, error = ?error, "a payment could not be looked into"),
        }
    }
    let gone = sweep::round(&app.db, now).await?;
    if gone > 0 {
        tracing::debug!(gone, "forgot what had run out");
    }
    Ok(settled)
}
