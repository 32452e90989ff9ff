//! Orders for the people who run the shop: what `fanshelf-storefront orders` prints.

pub mod news;

use std::fmt::Write as _;

use ucp::order::Order;

use crate::shop::calendar::rfc3339;
use crate::shop::orders::current;
use crate::store::orders::{self, Happening, Kept};
use crate::store::{Connection, Db, Result};

/// An order as it is now.
///
/// # Errors
/// When the database does not answer.
pub async fn now(connection: &mut Connection, kept: Kept) -> Result<Order> {
    let (mut events, mut adjustments) = (Vec::new(), Vec::new());
    for happening in orders::history(connection, &kept.id).await? {
        match happening {
            Happening::Event(event) => events.push(event),
            Happening::Adjustment(adjustment) => adjustments.push(adjustment),
        }
    }
    Ok(current(kept.snapshot, events, adjustments))
}

/// One line per order, newest first: number, time, total, buyer, id.
///
/// # Errors
/// When the database does not answer.
pub async fn list(db: &Db, limit: u32) -> Result<String> {
    let mut connection = db.read().acquire().await?;
    let mut lines = String::new();
    for order in orders::latest(&mut connection, i64::from(limit)).await? {
        let total = ucp::money::decimal(order.total, &order.currency);
        let email = order.email.as_deref().unwrap_or("-");
        // Writing to a String cannot fail.
        let _ = writeln!(
            lines,
            "#{}  {}  {:>12} {}  {}  {}",
            order.number,
            rfc3339(order.created_at),
            total,
            order.currency,
            email,
            order.id
        );
    }
    if lines.is_empty() {
        lines.push_str("No orders yet.\n");
    }
    Ok(lines)
}

/// Everything about one order as JSON, by its id or its number (with or without `#`); `None` when there is none.
///
/// # Errors
/// When the database does not answer.
pub async fn show(db: &Db, id: &str) -> Result<Option<String>> {
    let mut connection = db.read().acquire().await?;
    let kept = match id.trim_start_matches('#').parse::<i64>() {
        Ok(number) => orders::by_number(&mut connection, number).await?,
        Err(_) => orders::find(&mut connection, id).await?,
    };
    let Some(kept) = kept else { return Ok(None) };
    let (email, attempt, language) = (kept.email.clone(), kept.attempt.clone(), kept.language.clone());
    let order = now(&mut connection, kept).await?;
    let report = serde_json::json!({ "email": email, "language": language, "payment_attempt": attempt, "order": order });
    serde_json::to_string_pretty(&report).map(Some).map_err(|error| sqlx::Error::Decode(error.into()))
}
