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
}

/// What is for sale, by variant id. A variant that is missing is not sold (here).
pub type Shelf = HashMap<String, Sellable>;

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
/// in two lines is merged into the first. Quantities are cut to what is left.
#[must_use]
pub fn admit(wanted: &[Wanted], before: &[Line], shelf: &Shelf) -> (Vec<Line>, Vec<Notice>) {
    let mut lines: Vec<Line> = Vec::new();
    let mut notices = Vec::new();
    let mut next = before.iter().filter_map(|line| line.id.strip_prefix("li_")?.parse::<u64>().ok()).max().unwrap_or(0);
    for line in wanted {
        if let Some(same) = lines.iter_mut().find(|kept| kept.variant == line.variant) {
            same.quantity = same.quantity.saturating_add(line.quantity);
            continue;
        }
        let known = line.id.as_ref().and_then(|id| before.iter().find(|kept| kept.id == *id));
        let known = known.filter(|known| !lines.iter().any(|kept| kept.id == known.id));
        let staying = known.is_some_and(|known| known.variant == line.variant);
        match shelf.get(&line.variant) {
            None => {
                notices.push(Notice::blocking(codes::ITEM_UNAVAILABLE, "$.line_items", Says::Unavailable { title: None }));
                continue;
            }
            Some(item) if !staying && item.left.is_some_and(|left| left < 1) => {
                notices.push(Notice::blocking(codes::OUT_OF_STOCK, "$.line_items", Says::SoldOut { title: item.title.clone() }));
                continue;
            }
            _ => {}
        }
        let id = known.map_or_else(
            || {
                next += 1;
                format!("li_{next}")
            },
            |known| known.id.clone(),
        );
        lines.push(Line { id, variant: line.variant.clone(), quantity: line.quantity });
    }
    notices.extend(trim(&mut lines, shelf));
    (lines, notices)
}

/// Cuts quantities to what is left and to what one order may hold.
pub fn trim(lines: &mut [Line], shelf: &Shelf) -> Vec<Notice> {
    let mut notices = Vec::new();
    for (index, line) in lines.iter_mut().enumerate() {
        let Some(item) = shelf.get(&line.variant) else { continue };
        let left = item.left.unwrap_or(i64::MAX);
        let most = left.min(MOST_PIECES);
        if line.quantity > most && most >= 1 {
            line.quantity = most;
            let title = item.title.clone();
            let says = if left < MOST_PIECES { Says::OnlyLeft { title, left } } else { Says::AtMost { title, most } };
            notices.push(Notice::warning(codes::QUANTITY_ADJUSTED, format!("$.line_items[{index}].quantity"), says));
        }
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
    for line in lines {
        let Some(item) = shelf.get(&line.variant) else {
            notices.push(Notice::blocking(codes::ITEM_UNAVAILABLE, "$.line_items", Says::Unavailable { title: None }));
            continue;
        };
        let path = format!("$.line_items[{}]", shown.len());
        let title = item.title.clone();
        match item.left {
            Some(left) if left < 1 => notices.push(Notice::blocking(codes::OUT_OF_STOCK, path, Says::SoldOut { title })),
            Some(left) if left < line.quantity => {
                let path = format!("{path}.quantity");
                notices.push(Notice::blocking(codes::OUT_OF_STOCK, path, Says::OnlyLeft { title, left }));
            }
            _ => {}
        }
        shown.push(Shown { line, item });
    }
    (shown, notices)
}

#[cfg(test)]
mod tests;
