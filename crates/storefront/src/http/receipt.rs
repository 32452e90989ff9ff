//! A quote in the protocol's words and the buyer's language: lines, totals, discounts, delivery, messages.

use ucp::cart::{Item, LineItem};
use ucp::discount::{Allocation, AppliedDiscount, Discounts};
use ucp::fulfillment::{Fulfillment, FulfillmentOption, Group, Method, MethodType};
use ucp::message::{Message, MessageType, Severity};
use ucp::party::{Link, LinkType};
use ucp::total::{Total, TotalLine, TotalType};

use crate::config::Config;
use crate::shop::basket::Shown;
use crate::shop::calendar::rfc3339;
use crate::shop::delivery::Offer;
use crate::shop::draft::Draft;
use crate::shop::notices::{Notice, Weight};
use crate::shop::pricing::RowKind;
use crate::shop::quote::{Quote, Stage};
use crate::text::Language;
use crate::text::commerce::{self, fill, words};

/// The one delivery method of a checkout.
pub(super) const METHOD: &str = "shipping";
/// Its one parcel.
pub(super) const GROUP: &str = "parcel";

/// The lines with their own totals.
pub(super) fn lines(quote: &Quote<'_>, language: Language) -> Vec<LineItem> {
    let words = words(language);
    quote
        .lines
        .iter()
        .enumerate()
        .map(|(index, shown)| {
            let subtotal = shown.subtotal();
            let off: i64 = quote
                .outcome
                .applied
                .iter()
                .filter(|applied| applied.is_on_items())
                .filter_map(|applied| applied.spread.get(index))
                .sum();
            let mut totals = vec![Total::new(TotalType::Subtotal, words.subtotal, subtotal)];
            if off > 0 {
                totals.push(Total::new(TotalType::ItemsDiscount, words.items_discount, -off));
            }
            totals.push(Total::new(TotalType::Total, words.total, subtotal - off));
            LineItem {
                id: shown.line.id.clone(),
                item: Item {
                    id: shown.item.variant.clone(),
                    title: shown.item.title.clone(),
                    price: shown.item.price,
                    image_url: shown.item.image_url.clone(),
                },
                quantity: shown.line.quantity,
                totals,
                parent_id: None,
                text: shown.line.text.clone(),
            }
        })
        .collect()
}

/// The rows of the totals. Included tax is told as parts of the total, which add up to it.
pub(super) fn totals(quote: &Quote<'_>, language: Language, stage: Stage) -> Vec<Total> {
    let words = words(language);
    let title = |index: usize| quote.outcome.applied.get(index).map_or("", |applied| language.pick(&applied.rule.title));
    let tax_name = |tax: &crate::shop::tax::Tax| commerce::tax(language, tax.name, &tax.rate.written());
    quote
        .rows
        .iter()
        .map(|row| {
            let total = |kind, text: &str| Total::new(kind, text, row.amount);
            match &row.kind {
                RowKind::Subtotal => Total { lines: parts(quote), ..total(TotalType::Subtotal, words.subtotal) },
                RowKind::ItemsDiscount => total(TotalType::ItemsDiscount, words.items_discount),
                RowKind::Discount(index) => total(TotalType::Discount, title(*index)),
                RowKind::Delivery(speed) => total(TotalType::Fulfillment, commerce::delivery(language, *speed)),
                RowKind::Tax(tax) => total(TotalType::Tax, &tax_name(tax)),
                RowKind::Total(included) => {
                    let text = if stage == Stage::Cart { words.estimated_total } else { words.total };
                    let mut row = total(TotalType::Total, text);
                    if let Some((tax, inside)) = included {
                        let part = |display_text: String, amount| TotalLine { display_text, amount };
                        let name = fill(words.included, &[("tax", &tax_name(tax))]);
                        row.lines = vec![part(words.net.to_owned(), row.amount - inside), part(name, *inside)];
                    }
                    row
                }
            }
        })
        .collect()
}

/// The subtotal by line; adds up to it.
fn parts(quote: &Quote<'_>) -> Vec<TotalLine> {
    let part = |shown: &Shown<'_>| TotalLine { display_text: shown.item.title.clone(), amount: shown.subtotal() };
    quote.lines.iter().map(part).collect()
}

/// Codes as sent, and what took effect. `None` when there is nothing to tell.
pub(super) fn discounts(quote: &Quote<'_>, draft: &Draft, language: Language) -> Option<Discounts> {
    if draft.codes.is_empty() && quote.outcome.applied.is_empty() {
        return None;
    }
    let delivery = quote.chosen.map_or(0, |offer| offer.price);
    let applied = quote
        .outcome
        .applied
        .iter()
        .zip(1..)
        .map(|(applied, priority)| AppliedDiscount {
            title: language.pick(&applied.rule.title).to_owned(),
            amount: if applied.is_on_delivery() { delivery } else { applied.amount },
            code: applied.code.clone(),
            automatic: applied.code.is_none().then_some(true),
            provisional: applied.provisional.then_some(true),
            eligibility: applied.rule.eligibility.clone(),
            method: applied.is_on_items().then(|| "each".to_owned()),
            priority: Some(priority),
            allocations: if applied.is_on_items() { allocations(&applied.spread) } else { Vec::new() },
        })
        .collect();
    Some(Discounts { codes: draft.codes.clone(), applied })
}

fn allocations(spread: &[i64]) -> Vec<Allocation> {
    spread
        .iter()
        .enumerate()
        .filter(|(_, amount)| **amount > 0)
        .map(|(index, amount)| Allocation { path: format!("$.line_items[{index}]"), amount: *amount })
        .collect()
}

/// Delivery: one method, one parcel, its options. `None` when there is nothing to send.
pub(super) fn fulfillment(quote: &Quote<'_>, draft: &Draft, language: Language) -> Option<Fulfillment> {
    if !quote.ships {
        return None;
    }
    let line_item_ids: Vec<String> =
        quote.lines.iter().filter(|shown| !shown.item.digital).map(|shown| shown.line.id.clone()).collect();
    let country = draft.chosen_destination().and_then(|(_, to)| to.postal.address_country.clone()).unwrap_or_default();
    let group = Group {
        id: GROUP.to_owned(),
        line_item_ids: line_item_ids.clone(),
        options: quote.offers.iter().map(|offer| option(offer, quote.ready_at, &country, language)).collect(),
        selected_option_id: quote.chosen.map(|offer| offer.speed.id().to_owned()),
    };
    let method = Method {
        id: METHOD.to_owned(),
        kind: MethodType::Shipping,
        line_item_ids,
        destinations: draft.destinations.clone(),
        selected_destination_id: draft.destination.clone(),
        groups: vec![group],
    };
    Some(Fulfillment { methods: vec![method], available_methods: Vec::new() })
}

fn option(offer: &Offer, ready_at: i64, country: &str, language: Language) -> FulfillmentOption {
    let (earliest, latest) = offer.window(ready_at, country);
    FulfillmentOption {
        id: offer.speed.id().to_owned(),
        title: commerce::delivery(language, offer.speed).to_owned(),
        description: Some(arrival(offer, language)),
        carrier: None,
        earliest_fulfillment_time: Some(rfc3339(earliest)),
        latest_fulfillment_time: Some(rfc3339(latest)),
        totals: vec![Total::new(TotalType::Total, words(language).total, offer.price)],
    }
}

/// When a parcel arrives, in working days.
pub(super) fn arrival(offer: &Offer, language: Language) -> String {
    let (from, to) = (offer.days.0.to_string(), offer.days.1.to_string());
    fill(words(language).working_days, &[("from", &from), ("to", &to)])
}

/// Notices as messages.
pub(super) fn messages(notices: &[Notice], language: Language, currency: &str) -> Vec<Message> {
    notices.iter().map(|notice| message(notice, language, currency)).collect()
}

/// A notice as a message.
pub(super) fn message(notice: &Notice, language: Language, currency: &str) -> Message {
    let (kind, severity) = match notice.weight {
        Weight::Blocking => (MessageType::Error, Some(Severity::Recoverable)),
        Weight::NeedsBuyer => (MessageType::Error, Some(Severity::RequiresBuyerInput)),
        Weight::Final => (MessageType::Error, Some(Severity::Unrecoverable)),
        Weight::Warning => (MessageType::Warning, None),
        Weight::Info => (MessageType::Info, None),
    };
    Message {
        kind,
        code: Some(notice.code.to_owned()),
        path: notice.path.clone(),
        content: commerce::say(language, currency, &notice.says),
        severity,
        ..Message::default()
    }
}

/// The pages that every cart and checkout must link to.
pub(super) fn links(config: &Config, language: Language) -> Vec<Link> {
    let words = words(language);
    let link = |kind, page: &str, title: &str| Link {
        kind,
        url: format!("{}/policies/{page}?lang={}", config.public_url, language.tag()),
        title: Some(title.to_owned()),
    };
    vec![
        link(LinkType::PrivacyPolicy, "privacy", words.privacy),
        link(LinkType::TermsOfService, "terms", words.terms),
        link(LinkType::RefundPolicy, "refunds", words.refunds),
        link(LinkType::ShippingPolicy, "shipping", words.shipping),
    ]
}

/// Where a buyer can write to: the address that the shop's letters come from, if it sends any. Clients have words for it.
pub(super) fn contact(config: &Config) -> Option<Link> {
    let address = config.post.sender()?;
    Some(Link { kind: LinkType::Other("contact".to_owned()), url: format!("mailto:{address}"), title: None })
}
