//! What has happened to an order: packages and money, newest first. Facts are only ever added, never changed.

use crate::dom::{View, view};
use crate::model::purchase::is_safe;
use crate::text::{Key, Words, format};
use leptos::prelude::*;
use ucp::order::{Adjustment, AdjustmentStatus, AdjustmentType, EventType, FulfillmentEvent, LineQuantity, Order};
use ucp::total::grand_total;

/// Something that has happened.
#[derive(Clone, Debug)]
struct Fact {
    /// RFC 3339.
    at: String,
    /// What.
    title: String,
    /// In the shop's words.
    detail: Option<String>,
    /// Which things it is about, where that is not all of them.
    about: Option<String>,
    /// Where to follow it, and what the link says.
    link: Option<(String, String)>,
}

/// The things that a fact is about; nothing where it is about the whole order.
fn about(words: Words, order: &Order, lines: &[LineQuantity]) -> Option<String> {
    let thing = |of: &LineQuantity| {
        let line = order.line_items.iter().find(|line| line.id == of.id)?;
        Some([format::number(&words.locale(), of.quantity.abs()), line.item.title.clone()].join("\u{a0}×\u{a0}"))
    };
    let whole = |of: &LineQuantity| {
        order
            .line_items
            .iter()
            .any(|line| line.id == of.id && line.quantity.original.unwrap_or(line.quantity.total) == of.quantity.abs())
    };
    let is_all = lines.len() == order.line_items.len() && lines.iter().all(whole);
    let things: Vec<String> = lines.iter().filter_map(thing).collect();
    (!is_all && !things.is_empty()).then(|| things.join(&words.get(Key::Comma)))
}

fn event(words: Words, order: &Order, event: &FulfillmentEvent) -> Fact {
    let title = match &event.kind {
        EventType::Processing => words.get(Key::EventProcessing),
        EventType::Shipped => words.get(Key::EventShipped),
        EventType::InTransit => words.get(Key::EventInTransit),
        EventType::Delivered => words.get(Key::EventDelivered),
        EventType::FailedAttempt => words.get(Key::EventFailedAttempt),
        EventType::Canceled => words.get(Key::EventCanceled),
        EventType::Undeliverable => words.get(Key::EventUndeliverable),
        EventType::ReturnedToSender => words.get(Key::EventReturned),
        EventType::Other(word) => event.description.clone().unwrap_or_else(|| word.clone()),
    };
    let parcel = [event.carrier.as_deref(), event.tracking_number.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let url = event.tracking_url.clone().filter(|url| is_safe(url));
    let said = event.description.clone().filter(|said| *said != title);
    let (detail, link) = match url {
        // What has arrived without a carrier came over the wire.
        Some(url) if parcel.is_empty() && event.kind == EventType::Delivered => (said, Some((url, words.get(Key::Download)))),
        Some(url) => (said, Some((url, words.fill(Key::Track, &[("number", &parcel)])))),
        None => (said.or_else(|| Some(parcel).filter(|parcel| !parcel.is_empty())), None),
    };
    Fact { at: event.occurred_at.clone(), title, detail, about: about(words, order, &event.line_items), link }
}

fn adjustment(words: Words, order: &Order, adjustment: &Adjustment) -> Fact {
    let kind = match &adjustment.kind {
        AdjustmentType::Refund => words.get(Key::Refund),
        AdjustmentType::Return => words.get(Key::Return),
        AdjustmentType::Credit => words.get(Key::Credit),
        AdjustmentType::PriceAdjustment => words.get(Key::PriceAdjustment),
        AdjustmentType::Dispute => words.get(Key::Dispute),
        AdjustmentType::Cancellation => words.get(Key::Cancellation),
        AdjustmentType::Other(word) => word.clone(),
    };
    let status = match &adjustment.status {
        AdjustmentStatus::Pending => words.get(Key::Pending),
        AdjustmentStatus::Completed => words.get(Key::Settled),
        AdjustmentStatus::Failed => words.get(Key::NotSettled),
        AdjustmentStatus::Other(word) => word.clone(),
    };
    let amount = grand_total(&adjustment.totals).map(|row| words.money(row.amount, &order.currency));
    let title = [Some(kind), amount, Some(status)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let about = about(words, order, &adjustment.line_items);
    Fact { at: adjustment.occurred_at.clone(), title, detail: adjustment.description.clone(), about, link: None }
}

/// The facts.
#[component]
pub fn Timeline(
    /// The words.
    words: Words,
    /// The order.
    order: Order,
) -> Option<View> {
    let events = order.fulfillment.events.iter().map(|fact| event(words, &order, fact));
    let adjustments = order.adjustments.iter().map(|fact| adjustment(words, &order, fact));
    let mut facts: Vec<Fact> = events.chain(adjustments).collect();
    // RFC 3339 in one time zone sorts as text; shops send UTC.
    facts.sort_by(|a, b| b.at.cmp(&a.at));
    let locale = words.locale();
    let fact = move |fact: Fact| {
        view! {
            <li class="fact">
                <p class="fact-title" dir="auto">{fact.title}</p>
                <p class="quiet"><time datetime=fact.at.clone()>{format::date(&locale, &fact.at)}</time></p>
                {fact.about.map(|about| view! { <p dir="auto">{about}</p> })}
                {fact.detail.map(|detail| view! { <p dir="auto">{detail}</p> })}
                {fact.link.map(|(url, text)| view! { <p><a class="link" href=url target="_blank" rel="noopener">{text}</a></p> })}
            </li>
        }
    };
    (!facts.is_empty()).then(|| {
        view! {
            <section class="order-part" aria-labelledby="fan-order-history">
                <h4 class="order-heading" id="fan-order-history">{words.get(Key::OrderHistory)}</h4>
                <ol class="facts" role="list">{facts.into_iter().map(fact).collect::<View>()}</ol>
            </section>
        }
    })
}
