//! What a letter says: the same facts for the page and for the plain text.

use ucp::fulfillment::MethodType;
use ucp::order::{Adjustment, FulfillmentEvent, LineQuantity, Order, OrderLineStatus};
use ucp::party::PostalAddress;
use ucp::total::{TotalType, grand_total};

use crate::orders::news;
use crate::shop::occasion::Occasion;
use crate::text::Language;
use crate::text::commerce::{fill, money};
use crate::text::letters::{self, words};

/// Who writes.
#[derive(Clone, Copy, Debug)]
pub struct Shop<'a> {
    /// The shop's name.
    pub name: &'a str,
    /// Whether it is a demonstration.
    pub sandbox: bool,
}

/// A letter, ready to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it is written in.
    pub language: Language,
    /// The shop's name.
    pub shop: String,
    /// Subject line.
    pub subject: String,
    /// Heading.
    pub title: String,
    /// Greeting.
    pub hello: String,
    /// Sentences before the lines.
    pub lead: Vec<String>,
    /// Heading over the lines.
    pub heading: &'static str,
    /// What it is about.
    pub lines: Vec<Line>,
    /// Rows under the lines, as sold.
    pub rows: Vec<Row>,
    /// Name and value: carrier, number, promise, address.
    pub facts: Vec<Fact>,
    /// The link to the order; it ends in the key that opens it.
    pub order: Link,
    /// The carrier's page.
    pub track: Option<Link>,
    /// Small print.
    pub foot: Vec<String>,
}

/// A line of the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Product and choices.
    pub title: String,
    /// What is put on it, in the buyer's words.
    pub text: Option<String>,
    /// How many.
    pub quantity: i64,
    /// Address of a picture.
    pub picture: Option<String>,
    /// What it cost, written.
    pub amount: Option<String>,
}

/// A row of the totals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Written.
    pub amount: String,
    /// What is it: the total, an ordinary row, or a part of the row above.
    pub weight: Weight,
}

/// How much a row weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// A part of the row above.
    Part,
    /// An ordinary row.
    Row,
    /// The total.
    Total,
}

/// A name and what goes with it, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its name.
    pub name: &'static str,
    /// Lines.
    pub lines: Vec<String>,
}

/// Where to, and what to press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub text: &'static str,
    /// Absolute.
    pub url: String,
}

/// Writes a letter. `key` is the capability that reads the order. `None` when nothing of the kind is written about, or the
/// order does not have what the occasion names.
#[must_use]
pub fn write(shop: Shop<'_>, language: Language, news: &news::Letter, key: &str) -> Option<Letter> {
    let words = words(language);
    let order = &news.order;
    let label = order.label.as_deref().unwrap_or(&order.id);
    let cash = |amount: i64| money(language, amount, &order.currency);
    let mut letter = blank(shop, language, order, key);
    match &news.occasion {
        Occasion::Placed => {
            letter.subject = fill(words.placed_subject, &[("label", label), ("shop", shop.name)]);
            words.placed_title.clone_into(&mut letter.title);
            letter.lead.push(fill(words.placed_lead, &[("label", label)]));
            letter.lines = order.line_items.iter().filter_map(|line| self::line(order, &line.id, None, language)).collect();
            letter.rows = rows(order, language);
            letter.facts = promises(order, language);
            let note =
                order.note.as_deref().map(|note| Fact { name: words.note, lines: note.lines().map(str::to_owned).collect() });
            letter.facts.extend(note);
            let downloads = order.fulfillment.expectations.iter().any(|promise| promise.method_type == MethodType::Digital);
            letter.lead.extend(downloads.then(|| words.downloads.to_owned()));
        }
        Occasion::Shipped { event } => {
            let event = find_event(order, event)?;
            letter.subject = fill(words.shipped_subject, &[("label", label)]);
            words.shipped_title.clone_into(&mut letter.title);
            let through = |status: &OrderLineStatus| matches!(status, OrderLineStatus::Fulfilled | OrderLineStatus::Removed);
            let all = order.line_items.iter().all(|line| through(&line.status));
            letter.lead.push(fill(if all { words.shipped_all } else { words.shipped_part }, &[("label", label)]));
            letter.heading = words.parcel;
            letter.lines = some(order, &event.line_items, language);
            letter.facts = parcel(order, event, language);
            letter.track = event.tracking_url.clone().map(|url| Link { text: words.track, url });
        }
        Occasion::Refunded { adjustment } => {
            let adjustment = find_adjustment(order, adjustment)?;
            let amount = cash(given_back(adjustment));
            letter.subject = fill(words.refunded_subject, &[("label", label), ("amount", &amount)]);
            words.refunded_title.clone_into(&mut letter.title);
            letter.lead.push(fill(words.refunded_lead, &[("amount", &amount)]));
            letter.lead.extend(adjustment.description.as_deref().map(|reason| fill(words.reason, &[("reason", reason)])));
            letter.lines = some(order, &adjustment.line_items, language);
        }
        Occasion::Canceled { adjustment, refund } => {
            let adjustment = find_adjustment(order, adjustment)?;
            let all = order.line_items.iter().all(|line| line.status == OrderLineStatus::Removed);
            let subject = if all { words.canceled_subject } else { words.canceled_part_subject };
            letter.subject = fill(subject, &[("label", label)]);
            words.canceled_title.clone_into(&mut letter.title);
            letter.lead.push(fill(words.canceled_lead, &[("label", label)]));
            letter.lead.extend(refund.is_some().then(|| words.canceled_money.to_owned()));
            letter.lead.extend(adjustment.description.as_deref().map(|reason| fill(words.reason, &[("reason", reason)])));
            letter.heading = words.taken_off;
            letter.lines = some(order, &adjustment.line_items, language);
        }
        Occasion::Moved { .. } | Occasion::RefundStarted { .. } | Occasion::RefundFailed { .. } => return None,
    }
    Some(letter)
}

/// What every letter has.
fn blank(shop: Shop<'_>, language: Language, order: &Order, key: &str) -> Letter {
    let words = words(language);
    let name = order.fulfillment.expectations.iter().find_map(|promise| promise.destination.first_name.as_deref());
    let mut foot = vec![words.link_is_key.to_owned(), fill(words.why, &[("shop", shop.name)])];
    foot.extend(shop.sandbox.then(|| words.sandbox.to_owned()));
    Letter {
        language,
        shop: shop.name.to_owned(),
        subject: String::new(),
        title: String::new(),
        hello: name.map_or_else(|| words.hello.to_owned(), |name| fill(words.hello_named, &[("name", name)])),
        lead: Vec::new(),
        heading: words.bought,
        lines: Vec::new(),
        rows: Vec::new(),
        facts: Vec::new(),
        order: Link { text: words.see_order, url: format!("{}?lang={}#{key}", order.permalink_url, language.tag()) },
        track: None,
        foot,
    }
}

/// A line of the order; with `quantity` that many of it and no price.
fn line(order: &Order, id: &str, quantity: Option<i64>, language: Language) -> Option<Line> {
    let line = order.line_items.iter().find(|line| line.id == id)?;
    let total = grand_total(&line.totals).map(|row| money(language, row.amount, &order.currency));
    Some(Line {
        title: line.item.title.clone(),
        text: line.text.clone(),
        quantity: quantity.unwrap_or(line.quantity.original.unwrap_or(line.quantity.total)),
        picture: line.item.image_url.clone(),
        amount: total.filter(|_| quantity.is_none()),
    })
}

fn some(order: &Order, lines: &[LineQuantity], language: Language) -> Vec<Line> {
    lines.iter().filter_map(|of| line(order, &of.id, Some(of.quantity.abs()), language)).collect()
}

/// The totals as sold: the shop's own rows and words, nothing computed.
fn rows(order: &Order, language: Language) -> Vec<Row> {
    let cash = |amount| money(language, amount, &order.currency);
    let row = |total: &ucp::total::Total| {
        let weight = if total.kind == TotalType::Total { Weight::Total } else { Weight::Row };
        let whole = Row { name: total.display_text.clone().unwrap_or_default(), amount: cash(total.amount), weight };
        let parts = total.lines.iter().map(|part| Row {
            name: part.display_text.clone(),
            amount: cash(part.amount),
            weight: Weight::Part,
        });
        std::iter::once(whole).chain(parts).collect::<Vec<_>>()
    };
    order.totals.iter().flat_map(row).collect()
}

/// Where it goes and when it will be there.
fn promises(order: &Order, language: Language) -> Vec<Fact> {
    let words = words(language);
    let parcels = order.fulfillment.expectations.iter().filter(|promise| promise.method_type != MethodType::Digital);
    parcels
        .flat_map(|promise| {
            let when = promise.description.clone().map(|said| Fact { name: words.when, lines: vec![said] });
            let place = Fact { name: words.where_to, lines: address(&promise.destination, language) };
            [Some(place), when]
        })
        .flatten()
        .collect()
}

fn parcel(order: &Order, event: &FulfillmentEvent, language: Language) -> Vec<Fact> {
    let words = words(language);
    let fact = |name, value: &Option<String>| value.clone().map(|value| Fact { name, lines: vec![value] });
    let place = order
        .fulfillment
        .expectations
        .iter()
        .find(|promise| promise.method_type == MethodType::Shipping)
        .map(|promise| Fact { name: words.where_to, lines: address(&promise.destination, language) });
    [fact(words.carrier, &event.carrier), fact(words.tracking, &event.tracking_number), place].into_iter().flatten().collect()
}

fn address(to: &PostalAddress, language: Language) -> Vec<String> {
    let joined = |parts: &[&Option<String>], between: &str| {
        let parts: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).filter(|part| !part.is_empty()).collect();
        parts.join(between)
    };
    // The postcode stands before the town in most of Europe and in Japan, and after it elsewhere.
    let town = match to.address_country.as_deref() {
        Some("US" | "GB" | "AE" | "SA" | "KW") => [&to.address_locality, &to.address_region, &to.postal_code],
        _ => [&to.postal_code, &to.address_locality, &to.address_region],
    };
    let country = to.address_country.as_deref().map(|code| letters::country(language, code).to_owned());
    let lines = [
        joined(&[&to.first_name, &to.last_name], " "),
        joined(&[&to.street_address], ""),
        joined(&[&to.extended_address], ""),
        joined(&town, " "),
        country.unwrap_or_default(),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

fn find_event<'a>(order: &'a Order, id: &str) -> Option<&'a FulfillmentEvent> {
    order.fulfillment.events.iter().find(|event| event.id == id)
}

fn find_adjustment<'a>(order: &'a Order, id: &str) -> Option<&'a Adjustment> {
    order.adjustments.iter().find(|adjustment| adjustment.id == id)
}

/// What an adjustment gives back, minor units, not negative.
fn given_back(adjustment: &Adjustment) -> i64 {
    grand_total(&adjustment.totals).map_or(0, |row| -row.amount).max(0)
}
