//! A draft, priced: every number and every notice of a cart or a checkout, from facts that somebody else looked up.
//!
//! The same draft and the same facts always give the same quote; this is what is shown, what is charged and what the order
//! will say.

use std::collections::HashSet;

use super::basket::{Shelf, Shown, watch};
use super::delivery::{self, Offer};
use super::discounts::{self, Outcome, Piece, Rule};
use super::draft::Draft;
use super::notices::{Field, Notice, Says};
use super::pricing::{self, Carriage, Row, RowKind};
use super::{address, contact, tax};

/// How much a shop wants to know before it takes money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Needs {
    /// An e-mail address and a whole postal address: what a shop for people asks for.
    #[default]
    Everything,
    /// A country for parcels, nothing else: for agents' test suites that send no buyer.
    Country,
}

/// The facts a draft is priced with.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Unix milliseconds.
    pub now: i64,
    /// ISO 4217 currency of the market.
    pub currency: &'a str,
    /// ISO 3166 country of the market, until a destination says better.
    pub country: &'a str,
    /// What is for sale.
    pub shelf: &'a Shelf,
    /// The shop's discounts.
    pub rules: &'a [Rule],
    /// Once-only discounts that this customer has used.
    pub used: &'a HashSet<String>,
    /// What must be known before paying.
    pub needs: Needs,
    /// Claims about the buyer that hold; `None` until the moment of paying, when they are looked up.
    pub verified: Option<&'a HashSet<String>>,
}

/// Which resource is priced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Estimates: no delivery, no tax, no questions to the buyer.
    Cart,
    /// Everything.
    Checkout,
}

/// A priced draft.
#[derive(Debug, Clone)]
pub struct Quote<'a> {
    /// The lines with what they are.
    pub lines: Vec<Shown<'a>>,
    /// Discounts.
    pub outcome: Outcome<'a>,
    /// Whether anything has to be sent.
    pub ships: bool,
    /// Ways to send it, cheapest first; empty until a destination is known.
    pub offers: Vec<Offer>,
    /// The way in use.
    pub chosen: Option<Offer>,
    /// When the last pre-ordered item is there and the parcel can go, unix milliseconds; now for everything else.
    pub ready_at: i64,
    /// Rows of the totals, the total last.
    pub rows: Vec<Row>,
    /// What there is to say.
    pub notices: Vec<Notice>,
}

impl Quote<'_> {
    /// What is to be paid, minor units.
    #[must_use]
    pub fn total(&self) -> i64 {
        pricing::total(&self.rows)
    }

    /// Whether nothing stands in the way of paying.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        !self.notices.iter().any(Notice::blocks)
    }
}

/// The most claims about a buyer that are looked at.
const MOST_CLAIMS: usize = 8;

/// JSONPath of the parcel's chosen option.
pub const OPTION_PATH: &str = "$.fulfillment.methods[0].groups[0].selected_option_id";

/// Prices a draft.
#[must_use]
pub fn quote<'a>(draft: &'a Draft, facts: &Facts<'a>, stage: Stage) -> Quote<'a> {
    let (lines, mut notices) = watch(&draft.lines, facts.shelf);
    let pieces: Vec<Piece<'_>> = lines
        .iter()
        .map(|shown| Piece { categories: &shown.item.categories, quantity: shown.line.quantity, subtotal: shown.subtotal() })
        .collect();
    let claims =
        draft.context.as_ref().map_or(&[][..], |context| context.eligibility.get(..MOST_CLAIMS).unwrap_or(&context.eligibility));
    let outcome = discounts::apply(
        facts.rules,
        &draft.codes,
        &pieces,
        &discounts::Terms { currency: facts.currency, now: facts.now, used: facts.used, claims, verified: facts.verified },
    );
    notices.extend(claims.iter().enumerate().filter_map(|(index, claim)| judged(&outcome, facts, index, claim)));
    notices.extend(outcome.refused.iter().map(|(index, why)| {
        let code = draft.codes.get(*index).cloned().unwrap_or_default();
        Notice::warning(why.code(), format!("$.discounts.codes[{index}]"), Says::Code { code, why: why.clone() })
    }));
    let ships = lines.iter().any(|shown| !shown.item.digital);
    let ready_at = lines.iter().filter_map(|shown| shown.item.ships_at).max().unwrap_or(facts.now).max(facts.now);

    let mut offers = Vec::new();
    let mut chosen = None;
    let mut place = (Some(facts.country), draft.context.as_ref().and_then(|context| context.address_region.as_deref()));
    if stage == Stage::Checkout {
        let full = facts.needs == Needs::Everything;
        if lines.is_empty() {
            notices.push(Notice::missing_lines());
        }
        notices.extend(contact::check(draft.buyer.as_ref(), full));
        if ships {
            let merchandise = outcome.left.iter().sum();
            let grams =
                lines.iter().filter(|shown| !shown.item.digital).map(|shown| shown.item.grams * shown.line.quantity).sum();
            match draft.chosen_destination() {
                None => notices.push(Notice::missing(Field::Address, "$.fulfillment.methods[0].destinations")),
                Some((index, to)) => {
                    let named = draft.buyer.as_ref().is_some_and(|buyer| buyer.first_name.is_some() || buyer.last_name.is_some());
                    let path = format!("$.fulfillment.methods[0].destinations[{index}]");
                    notices.extend(address::check(&to.postal, &path, full, named));
                    let country = to.postal.address_country.as_deref();
                    offers = delivery::offers(facts.currency, country.unwrap_or(""), grams, merchandise);
                    place = (country, to.postal.address_region.as_deref());
                }
            }
            chosen = draft.option.as_deref().and_then(|id| offers.iter().find(|offer| offer.speed.id() == id)).copied();
            if chosen.is_none() && !offers.is_empty() {
                notices.push(Notice::blocking(ucp::message::codes::FIELD_REQUIRED, OPTION_PATH, Says::ChooseDelivery));
            }
        }
    }

    let subtotals: Vec<i64> = lines.iter().map(Shown::subtotal).collect();
    let included = tax::is_included(facts.currency);
    let tax = place.0.filter(|_| stage == Stage::Checkout || included).and_then(|country| tax::at(country, place.1));
    let carriage = chosen.map(|offer| Carriage { speed: offer.speed, price: offer.price });
    let rows = pricing::rows(&subtotals, &outcome, carriage, tax, included);
    if let Some(Row { kind: RowKind::Total(Some((tax, amount))), .. }) = rows.last() {
        notices.push(Notice::tax_included(tax.rate.written(), *amount));
    }
    notices.extend(lines.iter().enumerate().filter_map(|(index, shown)| {
        let from = shown.item.ships_at.filter(|at| *at > facts.now)?;
        Some(Notice::ships_later(index, shown.item.title.clone(), from))
    }));
    Quote { lines, outcome, ships, offers, chosen, ready_at, rows, notices }
}

/// What there is to say about a claim: that nothing rests on it here, or that what rests on it cannot be had.
fn judged(outcome: &Outcome<'_>, facts: &Facts<'_>, index: usize, claim: &str) -> Option<Notice> {
    let path = format!("$.context.eligibility[{index}]");
    let of = |applied: &&discounts::Applied<'_>| applied.rule.eligibility.as_deref() == Some(claim);
    match outcome.applied.iter().find(of) {
        None => Some(Notice::warning(
            ucp::message::codes::ELIGIBILITY_NOT_ACCEPTED,
            path,
            Says::ClaimUnknown { claim: claim.to_owned() },
        )),
        Some(applied) if applied.provisional && facts.verified.is_some() => Some(Notice::blocking(
            ucp::message::codes::ELIGIBILITY_INVALID,
            path,
            Says::ClaimUnproven { claim: claim.to_owned() },
        )),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests;
