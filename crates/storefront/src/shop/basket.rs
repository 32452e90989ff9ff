//! Lines: which of the wanted ones can be had, and in which quantity.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ucp::message::codes;

use super::notices::{Notice, Says};

/// The most pieces of one item in one order.
pub const MOST_PIECES: i64 = 99;
/// The most lines of one cart.
pub const MOST_LINES: usize = 50;

/// A line as it is kept: what the buyer wants, not what it costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The line's id, unique in its cart or checkout.
    pub id: String,
    /// The variant.
    pub variant: String,
    /// How many, from 1.
    pub quantity: i64,
    /// What is put on it, in the buyer's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The unit price that the buyer was told, minor units; none in drafts that were made before it was kept, and when the
    /// currency has changed since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<i64>,
}

impl Line {
    /// What there is to say when the price is not what was told.
    fn repriced(&self, item: &Sellable, index: usize) -> Option<Notice> {
        let was = self.told.filter(|told| *told != item.price)?;
        let says = Says::PriceChanged { title: item.title.clone(), was, now: item.price };
        Some(Notice::warning("price_changed", format!("$.line_items[{index}]"), says))
    }
}

/// A line as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The id the client echoes; none for a new line.
    pub id: Option<String>,
    /// The variant.
    pub variant: String,
    /// How many; anything may stand here.
    pub quantity: i64,
    /// What is to be put on it, as sent.
    pub text: Option<String>,
}

/// What the catalogue knows about a variant, in one market and language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sellable {
    /// The variant.
    pub variant: String,
    /// Its product.
    pub product: String,
    /// Title with the chosen options.
    pub title: String,
    /// A picture.
    pub image_url: Option<String>,
    /// Unit price, minor units of the market's currency.
    pub price: i64,
    /// How many could be sold now; `None` when it never runs out.
    pub left: Option<i64>,
    /// Nothing to deliver.
    pub digital: bool,
    /// Weight of one piece, grams.
    pub grams: i64,
    /// Categories: kind of product, creator.
    pub categories: Vec<String>,
    /// When a pre-ordered item is sent, unix milliseconds.
    pub ships_at: Option<i64>,
    /// From when on it is sold, unix milliseconds; none once that time has come.
    pub opens_at: Option<i64>,
    /// Room for a text of the buyer's, in characters; 0 where nothing is written.
    pub text_room: i64,
}

impl Sellable {
    /// The buyer's text, tidied: one line, no blanks around it. Nothing written is no text.
    ///
    /// # Errors
    /// The notice when it does not fit: a text is never cut, because it is what will be made.
    fn fitting(&self, text: Option<&str>) -> Result<Option<String>, Notice> {
        let tidy = text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let fits = i64::try_from(tidy.chars().count()).is_ok_and(|length| length <= self.text_room);
        if !fits || tidy.chars().any(char::is_control) {
            let says = Says::TextRoom { title: self.title.clone(), most: self.text_room };
            return Err(Notice::blocking(codes::FIELD_INVALID, "$.line_items", says));
        }
        Ok(Some(tidy).filter(|text| !text.is_empty()))
    }

    /// What is said of it as long as it is not sold yet.
    fn unopened(&self, path: String) -> Option<Notice> {
        let says = Says::OpensLater { title: self.title.clone(), from: self.opens_at? };
        Some(Notice::blocking(codes::ITEM_UNAVAILABLE, path, says))
    }
}

/// What is for sale, by variant id. A variant that is missing is not sold (here).
pub type Shelf = HashMap<String, Sellable>;

/// Prices in another currency are no other prices: what was told is forgotten unless the currency is the `same`.
pub fn converted(lines: &mut [Line], same: bool) {
    for line in lines.iter_mut().filter(|_| !same) {
        line.told = None;
    }
}

/// The variants of kept lines.
#[must_use]
pub fn variants(lines: &[Line]) -> Vec<String> {
    lines.iter().map(|line| line.variant.clone()).collect()
}

/// The variants of wanted lines.
#[must_use]
pub fn asked(lines: &[Wanted]) -> Vec<String> {
    lines.iter().map(|line| line.variant.clone()).collect()
}

/// Checks quantities and the number of lines before anything else: these are mistakes of the client, not of fate.
///
/// # Errors
/// One notice for each line that cannot be meant.
pub fn legible(wanted: &[Wanted]) -> Result<(), Vec<Notice>> {
    let mut notices: Vec<Notice> = wanted
        .iter()
        .enumerate()
        .filter(|(_, line)| line.quantity < 1)
        .map(|(index, _)| {
            Notice::blocking(codes::FIELD_INVALID, format!("$.line_items[{index}].quantity"), Says::QuantityTooSmall)
        })
        .collect();
    if wanted.len() > MOST_LINES {
        notices.push(Notice::blocking(codes::FIELD_INVALID, "$.line_items", Says::TooManyLines { most: MOST_LINES }));
    }
    if notices.is_empty() { Ok(()) } else { Err(notices) }
}

/// Turns wanted lines into kept ones.
///
/// Lines that are already in `before` stay even when they have sold out meanwhile, so that the buyer sees what happened to
/// them ([`watch`] says so); a new line that cannot be had is left out, with a notice about the list. A variant that stands
/// in two lines with the same text is merged into the first. Quantities are cut to what is left.
#[must_use]
pub fn admit(wanted: &[Wanted], before: &[Line], shelf: &Shelf) -> (Vec<Line>, Vec<Notice>) {
    let mut lines: Vec<Line> = Vec::new();
    let mut notices = Vec::new();
    let mut next = before.iter().filter_map(|line| line.id.strip_prefix("li_")?.parse::<u64>().ok()).max().unwrap_or(0);
    for line in wanted {
        let Some(item) = shelf.get(&line.variant) else {
            notices.push(Notice::blocking(codes::ITEM_UNAVAILABLE, "$.line_items", Says::Unavailable { title: None }));
            continue;
        };
        let known = line.id.as_ref().and_then(|id| before.iter().find(|kept| kept.id == *id));
        let known = known.filter(|known| !lines.iter().any(|kept| kept.id == known.id));
        let staying = known.filter(|known| known.variant == line.variant);
        let text = match item.fitting(line.text.as_deref()) {
            Ok(text) => text,
            Err(notice) => {
                notices.push(notice);
                // What was agreed on before stands.
                let Some(staying) = staying else { continue };
                staying.text.clone()
            }
        };
        if let Some(same) = lines.iter_mut().find(|kept| kept.variant == line.variant && kept.text == text) {
            same.quantity = same.quantity.saturating_add(line.quantity);
            continue;
        }
        if staying.is_none() {
            let sold_out = item
                .left
                .is_some_and(|left| left < 1)
                .then(|| Notice::blocking(codes::OUT_OF_STOCK, "$.line_items", Says::SoldOut { title: item.title.clone() }));
            if let Some(notice) = item.unopened("$.line_items".to_owned()).or(sold_out) {
                notices.push(notice);
                continue;
            }
        }
        let id = known.map_or_else(
            || {
                next += 1;
                format!("li_{next}")
            },
            |known| known.id.clone(),
        );
        notices.extend(staying.and_then(|line| line.repriced(item, lines.len())));
        lines.push(Line { id, variant: line.variant.clone(), quantity: line.quantity, text, told: Some(item.price) });
    }
    notices.extend(trim(&mut lines, shelf));
    (lines, notices)
}

/// What is left of each variant while lines take from it one after the other: a variant may stand in several, with different
/// texts.
#[derive(Default)]
struct Left<'a>(HashMap<&'a str, i64>);

impl<'a> Left<'a> {
    /// What is left for the next line of this variant, at most `most` for all of them.
    fn of(&mut self, variant: &'a str, item: &Sellable, most: i64) -> &mut i64 {
        self.0.entry(variant).or_insert_with(|| item.left.unwrap_or(i64::MAX).min(most))
    }
}

/// Cuts quantities to what is left and to what one order may hold.
pub fn trim(lines: &mut [Line], shelf: &Shelf) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut left = Left::default();
    for (index, line) in lines.iter_mut().enumerate() {
        let Some(item) = shelf.get(&line.variant) else { continue };
        let rest = left.of(&item.variant, item, MOST_PIECES);
        if line.quantity > *rest && *rest >= 1 {
            line.quantity = *rest;
            let (title, left) = (item.title.clone(), item.left.unwrap_or(i64::MAX));
            let most = MOST_PIECES;
            let says = if left < MOST_PIECES { Says::OnlyLeft { title, left } } else { Says::AtMost { title, most } };
            notices.push(Notice::warning(codes::QUANTITY_ADJUSTED, format!("$.line_items[{index}].quantity"), says));
        }
        *rest = rest.saturating_sub(line.quantity).max(0);
    }
    notices
}

/// A kept line beside what the catalogue knows about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The line.
    pub line: &'a Line,
    /// What it is.
    pub item: &'a Sellable,
}

impl Shown<'_> {
    /// Unit price × quantity, minor units.
    #[must_use]
    pub fn subtotal(&self) -> i64 {
        self.item.price.saturating_mul(self.line.quantity)
    }
}

/// The kept lines that can still be shown, and what is wrong with them now: gone from sale, sold out, or fewer left.
///
/// An item that is no longer sold has no price any more, so its line is left out and the notice is about the list.
#[must_use]
pub fn watch<'a>(lines: &'a [Line], shelf: &'a Shelf) -> (Vec<Shown<'a>>, Vec<Notice>) {
    let mut shown = Vec::new();
    let mut notices = Vec::new();
    let mut left = Left::default();
    for line in lines {
        let Some(item) = shelf.get(&line.variant) else {
            notices.push(Notice::blocking(codes::ITEM_UNAVAILABLE, "$.line_items", Says::Unavailable { title: None }));
            continue;
        };
        let path = format!("$.line_items[{}]", shown.len());
        let title = item.title.clone();
        let rest = left.of(&item.variant, item, i64::MAX);
        if let Some(notice) = item.unopened(path.clone()) {
            notices.push(notice);
        } else if *rest < 1 {
            notices.push(Notice::blocking(codes::OUT_OF_STOCK, path, Says::SoldOut { title }));
        } else if *rest < line.quantity {
            let path = format!("{path}.quantity");
            let left = item.left.unwrap_or(*rest);
            notices.push(Notice::blocking(codes::OUT_OF_STOCK, path, Says::OnlyLeft { title, left }));
        }
        *rest = rest.saturating_sub(line.quantity).max(0);
        notices.extend(line.repriced(item, shown.len()));
        shown.push(Shown { line, item });
    }
    (shown, notices)
}

#[cfg(test)]
mod tests;
