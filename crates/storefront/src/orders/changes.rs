//! What can be done with an order after it was placed: send it, note its arrival, take lines off it, give money back.
//!
//! Every change is one transaction: the order's revision is raised first (which locks the order), then it is read, checked,
//! written, and announced through the outbox. Nothing here calls anybody.

use ucp::order::{
    Adjustment, AdjustmentStatus, AdjustmentType, EventType, FulfillmentEvent, LineQuantity, Order, OrderLineStatus,
};
use ucp::total::{Total, TotalType, grand_total};

use super::news::{self, announce};
use crate::id;
use crate::shop::calendar::rfc3339;
use crate::shop::occasion::Occasion;
use crate::shop::refunds::share;
use crate::store::orders::{self, Happening, Kept};
use crate::store::{Db, Tx, holds};

/// Why a change cannot be made, in a sentence. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// No such order.
    #[error("There is no order {0}.")]
    Unknown(String),
    /// No such line.
    #[error("The order has no line {0}. `orders show` lists its lines.")]
    NoLine(String),
    /// Nothing to do.
    #[error("{0}")]
    Nothing(&'static str),
    /// More than there is.
    #[error("Of the line {line} only {left} can be taken for this.")]
    TooMany {
        /// The line.
        line: String,
        /// How many there are.
        left: i64,
    },
    /// More than was paid.
    #[error("Only {left} {currency} of this order can still be given back.")]
    TooMuch {
        /// Written in major units.
        left: String,
        /// ISO 4217.
        currency: String,
    },
    /// The database refused.
    #[error("The order could not be changed: {0}.")]
    Store(#[from] sqlx::Error),
    /// The system has no randomness to give.
    #[error("The order could not be changed: {0}.")]
    Randomness(#[from] getrandom::Error),
}

/// What is sent and how.
#[derive(Clone, Debug, Default)]
pub struct Parcel {
    /// Lines and how many of each; empty: all that has not been sent.
    pub lines: Vec<LineQuantity>,
    /// Who carries it.
    pub carrier: Option<String>,
    /// The carrier's number.
    pub tracking_number: Option<String>,
    /// The carrier's page, https.
    pub tracking_url: Option<String>,
}

/// What goes back.
#[derive(Clone, Debug)]
pub struct PayBack {
    /// Minor units; `None`: the lines' share, or without lines all that was not given back.
    pub amount: Option<i64>,
    /// Lines that come back with it.
    pub lines: Vec<LineQuantity>,
    /// Whether these lines can be sold again.
    pub restock: bool,
    /// Refund, return, credit, …
    pub kind: AdjustmentType,
    /// For the buyer.
    pub reason: Option<String>,
}

/// Notes that a parcel has left.
///
/// # Errors
/// See [`Refusal`].
pub async fn ship(db: &Db, now: i64, id: &str, parcel: Parcel) -> Result<Order, Refusal> {
    let mut desk = Desk::open(db, id).await?;
    let left = |order: &Order, line: &str| unsent(order, line);
    let lines = desk.take(&parcel.lines, left, "Everything that can be sent has been sent.")?;
    let event = FulfillmentEvent {
        id: id::fresh("evt")?,
        occurred_at: rfc3339(now),
        kind: EventType::Shipped,
        line_items: lines,
        tracking_number: parcel.tracking_number,
        tracking_url: parcel.tracking_url,
        carrier: parcel.carrier,
        description: None,
    };
    let occasion = Occasion::Shipped { event: event.id.clone() };
    desk.record(now, Happening::Event(event)).await?;
    desk.close(&occasion, now).await
}

/// Notes that what was sent has arrived.
///
/// # Errors
/// See [`Refusal`].
pub async fn deliver(db: &Db, now: i64, id: &str, lines: &[LineQuantity]) -> Result<Order, Refusal> {
    let mut desk = Desk::open(db, id).await?;
    let left =
        |order: &Order, line: &str| counted(order, line, &EventType::Shipped) - counted(order, line, &EventType::Delivered);
    let lines = desk.take(lines, left, "Nothing of it is on its way.")?;
    let event = FulfillmentEvent {
        id: id::fresh("evt")?,
        occurred_at: rfc3339(now),
        kind: EventType::Delivered,
        line_items: lines,
        ..FulfillmentEvent::default()
    };
    let occasion = Occasion::Moved { event: event.id.clone() };
    desk.record(now, Happening::Event(event)).await?;
    desk.close(&occasion, now).await
}

/// Takes lines off that have not been sent, gives their units back to the stock, and what was paid for them to the buyer.
///
/// # Errors
/// See [`Refusal`].
pub async fn cancel(
    db: &Db,
    now: i64,
    id: &str,
    lines: &[LineQuantity],
    reason: Option<String>,
    pay_back: bool,
) -> Result<Order, Refusal> {
    let mut desk = Desk::open(db, id).await?;
    let lines = desk.take(lines, unsent, "There is nothing left that could be cancelled.")?;
    let amount = if pay_back { share(&desk.order, &lines, desk.left()) } else { 0 };
    desk.restock(&lines).await?;
    let adjustment = adjustment(AdjustmentType::Cancellation, AdjustmentStatus::Completed, now, &lines, 0, reason.clone())?;
    let taken = adjustment.id.clone();
    desk.record(now, Happening::Adjustment(adjustment)).await?;
    let refund = if amount > 0 { Some(desk.give(now, AdjustmentType::Refund, &[], amount, reason).await?) } else { None };
    desk.close(&Occasion::Canceled { adjustment: taken, refund }, now).await
}

/// Begins to give money back. The card processor is asked by the running shop; until it has answered the adjustment is
/// `pending`, and counts.
///
/// # Errors
/// See [`Refusal`].
pub async fn refund(db: &Db, now: i64, id: &str, wanted: PayBack) -> Result<Order, Refusal> {
    let mut desk = Desk::open(db, id).await?;
    let lines = if wanted.lines.is_empty() {
        Vec::new()
    } else {
        let left = |order: &Order, line: &str| order.line_items.iter().find(|of| of.id == line).map_or(0, |of| of.quantity.total);
        desk.take(&wanted.lines, left, "There is nothing left of the order.")?
    };
    let left = desk.left();
    let amount = match wanted.amount {
        Some(amount) => amount,
        None if lines.is_empty() => left,
        None => share(&desk.order, &lines, left),
    };
    if amount > left || left == 0 {
        let currency = desk.kept.currency.clone();
        return Err(Refusal::TooMuch { left: ucp::money::decimal(left, &currency), currency });
    }
    if amount < 1 {
        return Err(Refusal::Nothing("The amount must be more than nothing."));
    }
    if wanted.restock {
        desk.restock(&lines).await?;
    }
    let adjustment = desk.give(now, wanted.kind, &lines, amount, wanted.reason).await?;
    desk.close(&Occasion::RefundStarted { adjustment }, now).await
}

/// Notes what the processor said to a refund, once. Saying it again changes nothing.
///
/// # Errors
/// See [`Refusal`].
pub async fn settle(db: &Db, now: i64, id: &str, adjustment: &str, done: bool) -> Result<(), Refusal> {
    let mut desk = Desk::open(db, id).await?;
    let found = desk.order.adjustments.iter().find(|one| one.id == adjustment).cloned();
    let Some(mut found) = found.filter(|one| one.status == AdjustmentStatus::Pending) else { return Ok(()) };
    found.status = if done { AdjustmentStatus::Completed } else { AdjustmentStatus::Failed };
    orders::settle(&mut desk.tx, &desk.kept.id, &found).await?;
    let adjustment = adjustment.to_owned();
    let occasion = if done { Occasion::Refunded { adjustment } } else { Occasion::RefundFailed { adjustment } };
    desk.close(&occasion, now).await.map(|_| ())
}

/// An order that is being changed: locked, read, and written back when all is well.
struct Desk {
    tx: Tx,
    kept: Kept,
    order: Order,
    revision: i64,
}

impl Desk {
    /// `id` is the order's id or its number, with or without `#`.
    async fn open(db: &Db, id: &str) -> Result<Self, Refusal> {
        let mut tx = db.begin().await?;
        let kept = super::find(&mut tx, id).await?.ok_or_else(|| Refusal::Unknown(id.to_owned()))?;
        // The lock first, then the order as it is behind the lock.
        let revision = orders::touch(&mut tx, &kept.id).await?.ok_or_else(|| Refusal::Unknown(id.to_owned()))?;
        let order = super::now(&mut tx, kept.clone()).await?;
        Ok(Self { tx, kept, order, revision })
    }

    /// The lines that were asked for, or all that `left` allows.
    fn take(
        &self,
        asked: &[LineQuantity],
        left: impl Fn(&Order, &str) -> i64,
        nothing: &'static str,
    ) -> Result<Vec<LineQuantity>, Refusal> {
        let mut lines: Vec<LineQuantity> = Vec::new();
        for of in asked {
            if !self.order.line_items.iter().any(|line| line.id == of.id) {
                return Err(Refusal::NoLine(of.id.clone()));
            }
            let before: i64 = lines.iter().filter(|line| line.id == of.id).map(|line| line.quantity).sum();
            let left = left(&self.order, &of.id) - before;
            if of.quantity < 1 || of.quantity > left {
                return Err(Refusal::TooMany { line: of.id.clone(), left: left.max(0) });
            }
            lines.push(of.clone());
        }
        if asked.is_empty() {
            let all = self.order.line_items.iter().map(|line| (line.id.clone(), left(&self.order, &line.id)));
            lines.extend(all.filter(|(_, left)| *left > 0).map(|(id, quantity)| LineQuantity { id, quantity }));
        }
        if lines.is_empty() { Err(Refusal::Nothing(nothing)) } else { Ok(lines) }
    }

    /// What was charged and has not been given back, nor is about to be. Minor units.
    fn left(&self) -> i64 {
        let given: i64 = self
            .order
            .adjustments
            .iter()
            .filter(|one| one.status != AdjustmentStatus::Failed)
            .map(|one| grand_total(&one.totals).map_or(0, |row| row.amount.min(0)))
            .sum();
        (self.kept.total + given).max(0)
    }

    async fn record(&mut self, now: i64, happening: Happening) -> Result<(), Refusal> {
        Ok(orders::record(&mut self.tx, &self.kept.id, now, &happening).await?)
    }

    /// In the order of variants, as every transaction locks stock.
    async fn restock(&mut self, lines: &[LineQuantity]) -> Result<(), Refusal> {
        let mut units: Vec<(String, i64)> = Vec::new();
        for of in lines {
            let variant = self.order.line_items.iter().find(|line| line.id == of.id).map(|line| line.item.id.clone());
            units.extend(variant.map(|variant| (variant, of.quantity)));
        }
        units.sort();
        for (variant, quantity) in units {
            holds::give_back(&mut self.tx, &variant, quantity).await?;
        }
        Ok(())
    }

    /// Writes a refund that the processor is to be asked for, and the message that asks. The adjustment's id is the key of
    /// the question, so that it is answered once.
    async fn give(
        &mut self,
        now: i64,
        kind: AdjustmentType,
        lines: &[LineQuantity],
        amount: i64,
        reason: Option<String>,
    ) -> Result<String, Refusal> {
        let adjustment = adjustment(kind, AdjustmentStatus::Pending, now, lines, amount, reason)?;
        let key = adjustment.id.clone();
        self.record(now, Happening::Adjustment(adjustment)).await?;
        let ask = news::Refund { payment: self.kept.attempt.clone(), amount };
        news::ask(&mut self.tx, &self.kept.id, self.revision, &key, &ask, now).await?;
        Ok(key)
    }

    async fn close(mut self, occasion: &Occasion, now: i64) -> Result<Order, Refusal> {
        announce(&mut self.tx, &self.kept.id, self.revision, occasion, now).await?;
        let order = super::now(&mut self.tx, self.kept.clone()).await?;
        if order.line_items.iter().all(|line| line.status == OrderLineStatus::Removed) {
            // Nothing was bought in the end: a code that can be used once can be used again.
            holds::give_codes_back(&mut self.tx, &self.kept.attempt).await?;
        }
        self.tx.commit().await?;
        Ok(order)
    }
}

fn adjustment(
    kind: AdjustmentType,
    status: AdjustmentStatus,
    now: i64,
    lines: &[LineQuantity],
    amount: i64,
    description: Option<String>,
) -> Result<Adjustment, Refusal> {
    Ok(Adjustment {
        id: id::fresh("adj")?,
        kind,
        occurred_at: rfc3339(now),
        status,
        // What comes back is negative.
        line_items: lines.iter().map(|of| LineQuantity { id: of.id.clone(), quantity: -of.quantity }).collect(),
        totals: if amount > 0 { vec![Total { amount: -amount, kind: TotalType::Total, ..Total::default() }] } else { Vec::new() },
        description,
    })
}

/// How many of a line have neither been sent nor taken off.
fn unsent(order: &Order, line: &str) -> i64 {
    order.line_items.iter().find(|of| of.id == line).map_or(0, |of| of.quantity.total - of.quantity.fulfilled)
}

/// How many of a line events of a kind are about.
fn counted(order: &Order, line: &str, kind: &EventType) -> i64 {
    let events = order.fulfillment.events.iter().filter(|event| event.kind == *kind);
    events.flat_map(|event| &event.line_items).filter(|of| of.id == line).map(|of| of.quantity).sum()
}
