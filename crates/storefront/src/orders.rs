//! Orders for the people who run the shop: what `fanshelf-storefront orders` prints.

pub mod changes;
pub mod desk;
pub mod news;

use std::fmt::Write as _;

use ucp::order::Order;

use crate::shop::calendar::rfc3339;
use crate::shop::occasion::Occasion;
use crate::shop::orders::current;
use crate::store::orders::{self, Happening, Kept};
use crate::store::{Connection, Db, Result, json, outbox};

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

/// An order by its id or its number (with or without `#`).
///
/// # Errors
/// When the database does not answer.
pub async fn find(connection: &mut Connection, id: &str) -> Result<Option<Kept>> {
    match id.trim_start_matches('#').parse::<i64>() {
        Ok(number) => orders::by_number(connection, number).await,
        Err(_) => orders::find(connection, id).await,
    }
}

/// Everything about one order as JSON, by its id or its number (with or without `#`); `None` when there is none.
///
/// # Errors
/// When the database does not answer.
pub async fn show(db: &Db, id: &str) -> Result<Option<String>> {
    let mut connection = db.read().acquire().await?;
    let Some(kept) = find(&mut connection, id).await? else { return Ok(None) };
    let (email, attempt, language) = (kept.email.clone(), kept.attempt.clone(), kept.language.clone());
    let messages = outbox::of_order(&mut connection, &kept.id).await?;
    let messages: Vec<_> = messages.iter().map(standing).collect();
    let order = now(&mut connection, kept).await?;
    let report = serde_json::json!({
        "email": email, "language": language, "payment_attempt": attempt, "order": order, "messages": messages,
    });
    serde_json::to_string_pretty(&report).map(Some).map_err(|error| sqlx::Error::Decode(error.into()))
}

/// Where a message stands, for people. Not its id, and of a webhook's address only the host: the rest may be a secret.
fn standing(message: &outbox::Standing) -> serde_json::Value {
    let about = json::read::<Occasion>(&message.topic).map_or("", |occasion| occasion.word());
    let url = reqwest::Url::parse(&message.recipient).ok().filter(|_| message.kind == "webhook");
    let to = url.map_or_else(|| message.recipient.clone(), |url| url.host_str().unwrap_or_default().to_owned());
    let next = (message.state == "waiting").then(|| rfc3339(message.due_at));
    serde_json::json!({
        "kind": message.kind, "about": about, "to": to, "state": message.state, "tries": message.tries,
        "failure": message.failure, "next_try": next,
    })
}
