//! The shopkeeper's desk: what `fanshelf-storefront orders …` does and prints.

use std::time::Duration;

use ucp::order::{AdjustmentStatus, AdjustmentType, LineQuantity, Order};
use ucp::total::grand_total;

use super::changes::{self, Parcel, PayBack, Refusal};
use crate::config::orders::{CancelArgs, OrdersCommand, RefundArgs, ShipArgs};
use crate::shop::money::minor;
use crate::shop::retries::GIVE_UP;
use crate::store::{Db, outbox};

/// How often a pending refund is looked at.
const LOOK: Duration = Duration::from_millis(200);

/// Does what was asked, and says what came of it.
///
/// # Errors
/// One sentence for the person who asked. Nothing was changed then.
pub async fn run(db: &Db, command: OrdersCommand, now: i64) -> Result<String, String> {
    let unreadable = |error: sqlx::Error| format!("The orders cannot be read: {error}.");
    let refused = |refusal: Refusal| refusal.to_string();
    match command {
        OrdersCommand::List { limit, .. } => super::list(db, limit).await.map_err(unreadable),
        OrdersCommand::Show(order) => match super::show(db, &order.id).await.map_err(unreadable)? {
            Some(text) => Ok(text + "\n"),
            None => Err(Refusal::Unknown(order.id).to_string()),
        },
        OrdersCommand::Ship(args) => ship(db, args, now).await.map_err(refused),
        OrdersCommand::Deliver { order, lines } => {
            let order = changes::deliver(db, now, &order.id, &lines).await.map_err(refused)?;
            Ok(happened(&order, "arrived"))
        }
        OrdersCommand::Cancel(args) => cancel(db, args, now).await.map_err(refused),
        OrdersCommand::Refund(args) => refund(db, args, now).await,
        OrdersCommand::Retry(order) => retry(db, &order.id, now).await.map_err(refused),
    }
}

async fn ship(db: &Db, args: ShipArgs, now: i64) -> Result<String, Refusal> {
    let ShipArgs { order, lines, carrier, tracking_number, tracking_url } = args;
    let order = changes::ship(db, now, &order.id, Parcel { lines, carrier, tracking_number, tracking_url }).await?;
    Ok(happened(&order, "sent"))
}

async fn cancel(db: &Db, args: CancelArgs, now: i64) -> Result<String, Refusal> {
    let order = changes::cancel(db, now, &args.order.id, &args.lines, args.reason, !args.no_refund).await?;
    let taken = order.adjustments.iter().rfind(|one| one.kind == AdjustmentType::Cancellation);
    let lines = taken.map_or(&[][..], |one| &one.line_items);
    let mut said = format!("{}: cancelled {}.\n", label(&order), listed(&order, lines));
    if let Some(refund) = order.adjustments.iter().rfind(|one| one.status == AdjustmentStatus::Pending) {
        said += &paid_back(db, &order, &refund.id, args.wait).await?;
    }
    Ok(said)
}

async fn refund(db: &Db, args: RefundArgs, now: i64) -> Result<String, String> {
    let refused = |refusal: Refusal| refusal.to_string();
    let id = &args.order.id;
    let amount = match &args.amount {
        None => None,
        Some(text) => {
            let mut connection = db.read().acquire().await.map_err(|error| refused(error.into()))?;
            let kept = super::find(&mut connection, id).await.map_err(|error| refused(error.into()))?;
            let kept = kept.ok_or_else(|| Refusal::Unknown(id.clone()).to_string())?;
            let amount = minor(text, &kept.currency);
            Some(amount.ok_or_else(|| format!("{text} is not an amount in {}.", kept.currency))?)
        }
    };
    let kind = if args.lines.is_empty() { AdjustmentType::Refund } else { AdjustmentType::Return };
    let wanted = PayBack { amount, lines: args.lines, restock: args.restock, kind, reason: args.reason };
    let order = changes::refund(db, now, id, wanted).await.map_err(refused)?;
    let Some(begun) = order.adjustments.iter().rfind(|one| one.status == AdjustmentStatus::Pending) else {
        return Ok(String::new());
    };
    paid_back(db, &order, &begun.id, args.wait).await.map_err(refused)
}

/// Waits until the running shop has the processor's answer.
async fn paid_back(db: &Db, order: &Order, adjustment: &str, wait: u64) -> Result<String, Refusal> {
    let deadline = tokio::time::Instant::now() + Duration::from_secs(wait);
    let label = label(order);
    loop {
        let mut connection = db.read().acquire().await?;
        let kept = super::find(&mut connection, &order.id).await?.ok_or_else(|| Refusal::Unknown(order.id.clone()))?;
        let current = super::now(&mut connection, kept).await?;
        drop(connection);
        let Some(one) = current.adjustments.iter().find(|one| one.id == adjustment) else { return Ok(String::new()) };
        let amount = ucp::money::decimal(grand_total(&one.totals).map_or(0, |row| -row.amount), &order.currency);
        let amount = format!("{amount} {}", order.currency);
        match one.status {
            AdjustmentStatus::Completed => return Ok(format!("{label}: {amount} given back.\n")),
            AdjustmentStatus::Failed => return Ok(format!("{label}: the card processor refused to give {amount} back.\n")),
            _ if tokio::time::Instant::now() >= deadline => {
                return Ok(format!(
                    "{label}: {amount} will be given back by the running shop. `orders show` says when it is done.\n"
                ));
            }
            _ => tokio::time::sleep(LOOK).await,
        }
    }
}

async fn retry(db: &Db, id: &str, now: i64) -> Result<String, Refusal> {
    let mut tx = db.begin().await?;
    let kept = super::find(&mut tx, id).await?.ok_or_else(|| Refusal::Unknown(id.to_owned()))?;
    let count = outbox::revive(&mut tx, &kept.id, now, now + GIVE_UP).await?;
    tx.commit().await?;
    if count == 0 {
        return Err(Refusal::Nothing("Nothing about this order was given up."));
    }
    Ok(format!("#{}: {count} to be tried again.\n", kept.number))
}

/// What the last event was about.
fn happened(order: &Order, word: &str) -> String {
    let lines = order.fulfillment.events.last().map_or(&[][..], |event| &event.line_items);
    format!("{}: {word} {}.\n", label(order), listed(order, lines))
}

fn label(order: &Order) -> &str {
    order.label.as_deref().unwrap_or(&order.id)
}

fn listed(order: &Order, lines: &[LineQuantity]) -> String {
    let line = |of: &LineQuantity| {
        let line = order.line_items.iter().find(|line| line.id == of.id);
        let title = line.map_or("", |line| line.item.title.as_str());
        let text = line.and_then(|line| line.text.as_ref()).map(|text| format!(" “{text}”")).unwrap_or_default();
        format!("{} × {title}{text}", of.quantity.abs())
    };
    let lines: Vec<String> = lines.iter().map(line).collect();
    lines.join(", ")
}
