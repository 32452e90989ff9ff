//! Discounts: which codes take effect on a basket, on what, and why the others do not.
//!
//! The order is fixed, so that the same basket always costs the same: discounts on items first (by priority), then
//! percentages of the order, then fixed amounts, then delivery. Each works on what the ones before it left, hence no
//! discount can push a line, or the order, below zero.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::money::{Rate, split};

/// Amounts by currency, minor units.
pub type ByCurrency = BTreeMap<String, i64>;
/// Words by language (`en`, `ar`).
pub type ByLanguage = BTreeMap<String, String>;

/// The most codes that one request may carry; more are refused, so that a request cannot be used to guess codes.
pub const MOST_CODES: usize = 8;

/// What a discount takes off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "takes", rename_all = "snake_case")]
pub enum Effect {
    /// A share of what the order still costs.
    OrderPercent {
        /// How much.
        rate: Rate,
    },
    /// A fixed amount off the order, at most what it still costs.
    OrderFixed {
        /// How much, by currency; the discount does not exist in the others.
        amounts: ByCurrency,
    },
    /// A share of certain lines.
    ItemPercent {
        /// How much.
        rate: Rate,
        /// Only products of this category (a kind of product, or a creator); none means all.
        category: Option<String>,
        /// Only when the matching lines hold at least this many pieces together.
        #[serde(default)]
        at_least: i64,
    },
    /// The whole price of delivery.
    FreeShipping,
}

/// A discount as the shop defined it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Stable key; the code in upper case for a discount with a code.
    pub key: String,
    /// Applies without a code, and cannot be removed.
    #[serde(default)]
    pub automatic: bool,
    /// Title by language; `en` must be there.
    pub title: ByLanguage,
    /// What it takes off.
    pub effect: Effect,
    /// Merchandise before discounts must reach this; a currency that is missing has no minimum.
    #[serde(default)]
    pub minimum: ByCurrency,
    /// Unix milliseconds.
    #[serde(default)]
    pub starts_at: Option<i64>,
    /// Unix milliseconds; from then on the code has expired.
    #[serde(default)]
    pub ends_at: Option<i64>,
    /// Each e-mail address may use it for one order.
    #[serde(default)]
    pub once_per_customer: bool,
    /// Does not combine with another code (automatic discounts still apply).
    #[serde(default)]
    pub exclusive: bool,
    /// Among discounts of the same stage, the lower comes first.
    #[serde(default)]
    pub priority: i64,
    /// For buyers of whom this is claimed (a reverse-domain name in `context.eligibility`); verified before they pay.
    #[serde(default)]
    pub eligibility: Option<String>,
}

/// The form in which codes are compared: no case, no space around.
#[must_use]
pub fn normal(code: &str) -> String {
    code.trim().to_uppercase()
}

/// What a discount needs to know about a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Categories of the product: its kind (`Mugs`), its creator (`noor-draws`).
    pub categories: &'a [String],
    /// How many.
    pub quantity: i64,
    /// Unit price × quantity, minor units.
    pub subtotal: i64,
}

/// Why a code does not take effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such code (or not yet, or not in this currency).
    Unknown,
    /// It was valid once.
    Expired,
    /// It stands in the list twice.
    AlreadyApplied,
    /// It, or one before it, does not combine.
    NotCombinable,
    /// This much merchandise is missing, minor units.
    BelowMinimum(i64),
    /// This customer has used it.
    AlreadyUsed,
    /// Nothing in the basket qualifies.
    NothingEligible,
    /// More than [`MOST_CODES`] codes.
    TooMany,
}

/// A discount that took effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied<'a> {
    /// Which.
    pub rule: &'a Rule,
    /// The code as it was typed; none for an automatic discount.
    pub code: Option<String>,
    /// Minor units, 0 or more.
    pub amount: i64,
    /// How much of it fell on each line, in the order of the lines; adds up to `amount` (empty for delivery).
    pub spread: Vec<i64>,
    /// Rests on a claim that nobody has verified yet.
    pub provisional: bool,
}

impl Applied<'_> {
    /// Whether it is shown on the lines (`items_discount`) and not on the order.
    #[must_use]
    pub fn is_on_items(&self) -> bool {
        matches!(self.rule.effect, Effect::ItemPercent { .. })
    }

    /// Whether it takes delivery off.
    #[must_use]
    pub fn is_on_delivery(&self) -> bool {
        self.rule.effect == Effect::FreeShipping
    }
}

/// The outcome for a basket.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome<'a> {
    /// What took effect, in the order of application.
    pub applied: Vec<Applied<'a>>,
    /// Position in the list of codes, and why not.
    pub refused: Vec<(usize, Refusal)>,
    /// What each line still costs, minor units.
    pub left: Vec<i64>,
}

/// Everything about the purchase that decides on discounts.
#[derive(Debug, Clone)]
pub struct Terms<'a> {
    /// The basket's currency.
    pub currency: &'a str,
    /// Unix milliseconds.
    pub now: i64,
    /// Keys of once-only discounts that this customer has used.
    pub used: &'a HashSet<String>,
    /// What is claimed of the buyer.
    pub claims: &'a [String],
    /// Which claims hold; `None` before completion, when nobody has looked yet and every claim is believed for now.
    pub verified: Option<&'a HashSet<String>>,
}

/// Applies codes and automatic discounts to a basket. `codes` are as typed.
#[must_use]
pub fn apply<'a>(rules: &'a [Rule], codes: &[String], pieces: &[Piece<'_>], terms: &Terms<'_>) -> Outcome<'a> {
    let merchandise: i64 = pieces.iter().map(|piece| piece.subtotal).sum();
    let mut chosen: Vec<(&Rule, Option<String>)> = rules
        .iter()
        .filter(|rule| rule.automatic && is_claimed(rule, terms) && admit(rule, pieces, merchandise, terms).is_ok())
        .map(|rule| (rule, None))
        .collect();
    let mut refused = Vec::new();
    let mut accepted: Vec<&Rule> = Vec::new();
    for (index, code) in codes.iter().enumerate() {
        match judge(rules, code, index, &accepted, pieces, merchandise, terms) {
            Ok(rule) => {
                accepted.push(rule);
                chosen.push((rule, Some(code.trim().to_owned())));
            }
            Err(refusal) => refused.push((index, refusal)),
        }
    }
    chosen.sort_by_key(|(rule, _)| (stage(&rule.effect), rule.priority));

    let mut left: Vec<i64> = pieces.iter().map(|piece| piece.subtotal).collect();
    let applied = chosen
        .into_iter()
        .map(|(rule, code)| {
            let spread = take(&rule.effect, pieces, &left, terms.currency);
            for (line, part) in left.iter_mut().zip(&spread) {
                *line -= part;
            }
            let provisional =
                rule.eligibility.as_ref().is_some_and(|claim| terms.verified.is_none_or(|held| !held.contains(claim)));
            Applied { rule, code, amount: spread.iter().sum(), spread, provisional }
        })
        .collect();
    Outcome { applied, refused, left }
}

/// A discount without a claim is for everybody.
fn is_claimed(rule: &Rule, terms: &Terms<'_>) -> bool {
    rule.eligibility.as_ref().is_none_or(|claim| terms.claims.contains(claim))
}

fn judge<'a>(
    rules: &'a [Rule],
    code: &str,
    index: usize,
    accepted: &[&Rule],
    pieces: &[Piece<'_>],
    merchandise: i64,
    terms: &Terms<'_>,
) -> Result<&'a Rule, Refusal> {
    if index >= MOST_CODES {
        return Err(Refusal::TooMany);
    }
    let key = normal(code);
    let rule = rules.iter().find(|rule| !rule.automatic && rule.key == key).ok_or(Refusal::Unknown)?;
    if accepted.iter().any(|other| other.key == rule.key) {
        return Err(Refusal::AlreadyApplied);
    }
    admit(rule, pieces, merchandise, terms)?;
    if accepted.iter().any(|other| other.exclusive) || (rule.exclusive && !accepted.is_empty()) {
        return Err(Refusal::NotCombinable);
    }
    Ok(rule)
}

fn admit(rule: &Rule, pieces: &[Piece<'_>], merchandise: i64, terms: &Terms<'_>) -> Result<(), Refusal> {
    if rule.ends_at.is_some_and(|end| end <= terms.now) {
        return Err(Refusal::Expired);
    }
    if rule.starts_at.is_some_and(|start| start > terms.now) {
        return Err(Refusal::Unknown);
    }
    if rule.once_per_customer && terms.used.contains(&rule.key) {
        return Err(Refusal::AlreadyUsed);
    }
    if let Some(minimum) = rule.minimum.get(terms.currency)
        && merchandise < *minimum
    {
        return Err(Refusal::BelowMinimum(minimum - merchandise));
    }
    match &rule.effect {
        Effect::OrderFixed { amounts } if !amounts.contains_key(terms.currency) => Err(Refusal::Unknown),
        Effect::ItemPercent { at_least, .. } => {
            let count: i64 = pieces.iter().filter(|piece| matches(&rule.effect, piece)).map(|piece| piece.quantity).sum();
            if count < (*at_least).max(1) { Err(Refusal::NothingEligible) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}

fn matches(effect: &Effect, piece: &Piece<'_>) -> bool {
    match effect {
        Effect::ItemPercent { category: Some(category), .. } => {
            piece.categories.iter().any(|of| of.eq_ignore_ascii_case(category))
        }
        Effect::ItemPercent { category: None, .. } => true,
        _ => false,
    }
}

fn stage(effect: &Effect) -> u8 {
    match effect {
        Effect::ItemPercent { .. } => 0,
        Effect::OrderPercent { .. } => 1,
        Effect::OrderFixed { .. } => 2,
        Effect::FreeShipping => 3,
    }
}

fn take(effect: &Effect, pieces: &[Piece<'_>], left: &[i64], currency: &str) -> Vec<i64> {
    let rest: i64 = left.iter().sum();
    match effect {
        Effect::ItemPercent { rate, .. } => pieces
            .iter()
            .zip(left)
            .map(|(piece, left)| if matches(effect, piece) { rate.of(*left).min(*left) } else { 0 })
            .collect(),
        Effect::OrderPercent { rate } => split(rate.of(rest).min(rest), left),
        Effect::OrderFixed { amounts } => split(amounts.get(currency).copied().unwrap_or(0).min(rest), left),
        Effect::FreeShipping => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
