//! What carts, checkouts and orders say: the words of each language are one table in a file of its own.

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod he;
mod hi;
mod id;
mod ja;
mod pt_br;
mod tr;

#[cfg(test)]
mod tests;

use super::Language;
use crate::shop::delivery::Speed;
use crate::shop::discounts::Refusal;
use crate::shop::notices::{Decline, Field, Says};
use crate::shop::tax::TaxName;

/// Words of carts, checkouts and orders in one language. `{braces}` are filled in.
#[derive(Debug)]
pub struct Words {
    /// Row of the totals.
    pub subtotal: &'static str,
    /// Row of the totals.
    pub items_discount: &'static str,
    /// Row of the totals.
    pub sales_tax: &'static str,
    /// Row of the totals, `{rate}` percent.
    pub vat: &'static str,
    /// Row of the totals, `{rate}` percent.
    pub consumption_tax: &'static str,
    /// Part of the total: without the tax that is in it.
    pub net: &'static str,
    /// Part of the total, `{tax}`.
    pub included: &'static str,
    /// Row of the totals.
    pub total: &'static str,
    /// Row of a cart's totals.
    pub estimated_total: &'static str,
    /// Delivery option.
    pub standard: &'static str,
    /// Delivery option.
    pub express: &'static str,
    /// When it arrives, `{from}` to `{to}` working days.
    pub working_days: &'static str,
    /// Promise for a parcel, `{date}`.
    pub arrives_by: &'static str,
    /// Promise for a pre-order, `{date}`.
    pub sent_from: &'static str,
    /// Promise for downloads.
    pub download_now: &'static str,
    /// A download that is there, `{title}`.
    pub download_ready: &'static str,
    /// An unknown cart.
    pub cart_not_found: &'static str,
    /// An unknown checkout.
    pub checkout_not_found: &'static str,
    /// An unknown order.
    pub order_not_found: &'static str,
    /// An order asked for without its token, or with a wrong one.
    pub order_unauthorized: &'static str,
    /// Too many wrong discount codes; `{minutes}` to wait.
    pub too_many_guesses: &'static str,
    /// Too many cards that did not pay; `{minutes}` to wait.
    pub too_many_cards: &'static str,
    /// A change to a completed checkout.
    pub already_completed: &'static str,
    /// A change to a cancelled checkout.
    pub already_canceled: &'static str,
    /// Link.
    pub privacy: &'static str,
    /// Link.
    pub terms: &'static str,
    /// Link.
    pub refunds: &'static str,
    /// Link.
    pub shipping: &'static str,

    unavailable: &'static str,
    unavailable_named: &'static str,
    sold_out: &'static str,
    only_left: &'static str,
    at_most: &'static str,
    text_room: &'static str,
    opens_later: &'static str,
    price_changed: &'static str,
    too_small: &'static str,
    too_many_lines: &'static str,
    empty: &'static str,
    too_long: &'static str,
    postcode: &'static str,
    undeliverable: &'static str,
    choose_delivery: &'static str,
    code_unknown: &'static str,
    code_expired: &'static str,
    code_twice: &'static str,
    code_alone: &'static str,
    code_minimum: &'static str,
    code_used: &'static str,
    code_nothing: &'static str,
    code_many: &'static str,
    claim_unknown: &'static str,
    claim_unproven: &'static str,
    tax_included: &'static str,
    total_changed: &'static str,
    declined: &'static str,
    insufficient: &'static str,
    card_expired: &'static str,
    challenge_failed: &'static str,
    token_invalid: &'static str,
    processor_gone: &'static str,
    payment_missing: &'static str,
    payment_ambiguous: &'static str,
    handler_unknown: &'static str,
    challenge: &'static str,
    in_progress: &'static str,
    expired: &'static str,
    ships_later: &'static str,

    missing: Fields,
    invalid: Fields,

    months: [&'static str; 12],
    /// A calendar day: `{day}`, `{month}`, `{year}`.
    day: &'static str,
}

/// One sentence per field.
#[derive(Debug)]
struct Fields {
    email: &'static str,
    name: &'static str,
    street: &'static str,
    extended: &'static str,
    city: &'static str,
    state: &'static str,
    emirate: &'static str,
    prefecture: &'static str,
    area: &'static str,
    postcode: &'static str,
    country: &'static str,
    phone: &'static str,
    address: &'static str,
}

impl Fields {
    fn of(&self, field: Field) -> &'static str {
        match field {
            Field::Email => self.email,
            Field::Name => self.name,
            Field::Street => self.street,
            Field::Extended => self.extended,
            Field::City => self.city,
            Field::State => self.state,
            Field::Emirate => self.emirate,
            Field::Prefecture => self.prefecture,
            Field::Area => self.area,
            Field::Postcode => self.postcode,
            Field::Country => self.country,
            Field::Phone => self.phone,
            Field::Address => self.address,
        }
    }
}

/// The words of a language.
#[must_use]
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::En => &en::WORDS,
        Language::Ar => &ar::WORDS,
        Language::Es => &es::WORDS,
        Language::Fr => &fr::WORDS,
        Language::De => &de::WORDS,
        Language::Ja => &ja::WORDS,
        Language::He => &he::WORDS,
        Language::PtBr => &pt_br::WORDS,
        Language::Hi => &hi::WORDS,
        Language::Id => &id::WORDS,
        Language::Tr => &tr::WORDS,
    }
}

/// Fills `{name}` places.
#[must_use]
pub fn fill(template: &str, facts: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    // Facts are the buyer's or the catalogue's words: they are copied, never searched for places themselves.
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, tail)) = after.split_once('}') else { return text };
        text.push_str(facts.iter().find(|(fact, _)| *fact == name).map_or("", |(_, value)| value));
        rest = tail;
    }
    text.push_str(rest);
    text
}

/// A decimal number with the mark of the language: `8.25`, `8,25`.
fn decimal(language: Language, number: &str) -> String {
    if language.has_decimal_comma() { number.replace('.', ",") } else { number.to_owned() }
}

/// An amount as people write it: `$5.00`, `5,00 €`, `KWD 5.000`, `5.000 د.ك`. Minor units.
#[must_use]
pub fn money(language: Language, amount: i64, currency: &str) -> String {
    let number = decimal(language, &ucp::money::decimal(amount, currency));
    let symbol = match (language, currency) {
        (_, "USD") => "$",
        (_, "EUR") => "€",
        (_, "GBP") => "£",
        (_, "JPY") => "¥",
        (Language::Ar, "AED") => "د.إ",
        (Language::Ar, "SAR") => "ر.س",
        (Language::Ar, "KWD") => "د.ك",
        (_, code) => code,
    };
    if amount < 0 {
        // The sign before everything; the mark keeps it there where the text runs from right to left.
        let rest = money(language, amount.saturating_abs(), currency);
        return format!("\u{200e}\u{2212}{rest}");
    }
    let is_code = symbol.is_ascii() && symbol.len() == 3;
    match language {
        Language::Ar | Language::Es | Language::Fr | Language::De | Language::He => format!("{number}\u{a0}{symbol}"),
        Language::PtBr | Language::Id => format!("{symbol}\u{a0}{number}"),
        Language::En | Language::Ja | Language::Hi | Language::Tr if is_code => format!("{symbol}\u{a0}{number}"),
        Language::En | Language::Ja | Language::Hi | Language::Tr => format!("{symbol}{number}"),
    }
}

/// The name of a tax with its rate.
#[must_use]
pub fn tax(language: Language, name: TaxName, rate: &str) -> String {
    let words = words(language);
    let template = match name {
        TaxName::Sales => words.sales_tax,
        TaxName::Vat => words.vat,
        TaxName::Consumption => words.consumption_tax,
    };
    fill(template, &[("rate", &decimal(language, rate))])
}

/// The title of a delivery option.
#[must_use]
pub fn delivery(language: Language, speed: Speed) -> &'static str {
    match speed {
        Speed::Standard => words(language).standard,
        Speed::Express => words(language).express,
    }
}

/// A calendar day (UTC) as people write it.
#[must_use]
pub fn day(language: Language, millis: i64) -> String {
    let (year, month, day) = crate::shop::calendar::civil(millis.div_euclid(crate::shop::calendar::DAY));
    let words = words(language);
    let month = usize::try_from(month - 1).ok().and_then(|month| words.months.get(month)).copied().unwrap_or_default();
    // The first of a month is an ordinal in French, and only the first.
    let day = if language == Language::Fr && day == 1 { "1er".to_owned() } else { day.to_string() };
    fill(words.day, &[("day", &day), ("month", month), ("year", &year.to_string())])
}

/// A notice in words. Amounts in it are minor units of `currency`.
#[must_use]
pub fn say(language: Language, currency: &str, says: &Says) -> String {
    let words = words(language);
    let cash = |amount: i64| money(language, amount, currency);
    match says {
        Says::Unavailable { title: None } => words.unavailable.to_owned(),
        Says::Unavailable { title: Some(title) } => fill(words.unavailable_named, &[("title", title)]),
        Says::SoldOut { title } => fill(words.sold_out, &[("title", title)]),
        Says::OnlyLeft { title, left } => fill(words.only_left, &[("title", title), ("left", &left.to_string())]),
        Says::AtMost { title, most } => fill(words.at_most, &[("title", title), ("most", &most.to_string())]),
        Says::TextRoom { title, most } => fill(words.text_room, &[("title", title), ("most", &most.to_string())]),
        Says::OpensLater { title, from } => fill(words.opens_later, &[("title", title), ("date", &day(language, *from))]),
        Says::PriceChanged { title, was, now } => {
            fill(words.price_changed, &[("title", title), ("was", &cash(*was)), ("now", &cash(*now))])
        }
        Says::QuantityTooSmall => words.too_small.to_owned(),
        Says::TooManyLines { most } => fill(words.too_many_lines, &[("most", &most.to_string())]),
        Says::Empty => words.empty.to_owned(),
        Says::Missing(field) => words.missing.of(*field).to_owned(),
        Says::Invalid(field) => words.invalid.of(*field).to_owned(),
        Says::TooLong(_) => words.too_long.to_owned(),
        Says::Postcode { example } => fill(words.postcode, &[("example", example)]),
        Says::Undeliverable => words.undeliverable.to_owned(),
        Says::ChooseDelivery => words.choose_delivery.to_owned(),
        Says::Code { code, why } => {
            let template = match why {
                Refusal::Unknown => words.code_unknown,
                Refusal::Expired => words.code_expired,
                Refusal::AlreadyApplied => words.code_twice,
                Refusal::NotCombinable => words.code_alone,
                Refusal::BelowMinimum(_) => words.code_minimum,
                Refusal::AlreadyUsed => words.code_used,
                Refusal::NothingEligible => words.code_nothing,
                Refusal::TooMany => words.code_many,
            };
            let missing = if let Refusal::BelowMinimum(missing) = why { cash(*missing) } else { String::new() };
            fill(template, &[("code", code), ("missing", &missing)])
        }
        Says::ClaimUnknown { claim } => fill(words.claim_unknown, &[("claim", claim)]),
        Says::ClaimUnproven { claim } => fill(words.claim_unproven, &[("claim", claim)]),
        Says::TaxIncluded { rate, amount } => {
            fill(words.tax_included, &[("rate", &decimal(language, rate)), ("amount", &cash(*amount))])
        }
        Says::TotalChanged { total } => fill(words.total_changed, &[("total", &cash(*total))]),
        Says::PaymentFailed(why) => decline(language, *why).to_owned(),
        Says::PaymentMissing => words.payment_missing.to_owned(),
        Says::PaymentAmbiguous => words.payment_ambiguous.to_owned(),
        Says::HandlerUnknown => words.handler_unknown.to_owned(),
        Says::Challenge => words.challenge.to_owned(),
        Says::InProgress => words.in_progress.to_owned(),
        Says::Expired => words.expired.to_owned(),
        Says::ShipsLater { title, from } => fill(words.ships_later, &[("title", title), ("date", &day(language, *from))]),
    }
}

/// Why a payment did not happen, and what to do now.
#[must_use]
pub fn decline(language: Language, why: Decline) -> &'static str {
    let words = words(language);
    match why {
        Decline::Declined => words.declined,
        Decline::InsufficientFunds => words.insufficient,
        Decline::ExpiredCard => words.card_expired,
        Decline::ChallengeFailed => words.challenge_failed,
        Decline::TokenInvalid => words.token_invalid,
        Decline::Unavailable => words.processor_gone,
    }
}
