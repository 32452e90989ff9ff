//! What a product must be to be sold: everything that is wrong with it, not only the first thing.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;

use super::record::{Creator, Fault, Product, Variant};
use crate::shop::choices::{Choice, Words};
use crate::shop::market;
use crate::store::products::intake::{Digest, key};

const LONGEST_ID: usize = 64;
const LONGEST_NAME: usize = 300;
const LONGEST_TEXT: usize = 20_000;
const MOST_VARIANTS: usize = 500;
/// Prices, weights and stock above this are typing mistakes.
const MOST: i64 = 1_000_000_000_000;

/// The ids of a file and their lines: products and variants share a name space.
#[derive(Debug, Default)]
pub(super) struct Ids(HashMap<Digest, u64>);

impl Ids {
    /// Takes the ids of a product; what was taken before is told.
    pub(super) fn take(&mut self, product: &Product, line: u64) -> Vec<Fault> {
        let mut faults = Vec::new();
        let variants = (0..).zip(&product.variants).map(|(index, variant)| (format!("variants[{index}].id"), &variant.id));
        for (at, id) in std::iter::once(("id".to_owned(), &product.id)).chain(variants) {
            if let Some(first) = self.0.insert(key(id), line) {
                faults.push((at, format!("{id:?} is an id of line {first} already")));
            }
        }
        faults
    }
}

#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn unless(&mut self, holds: bool, at: impl Into<String>, what: impl Into<String>) {
        if !holds {
            self.0.push((at.into(), what.into()));
        }
    }

    fn id(&mut self, at: &str, id: &str) {
        let fits = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
        self.unless(
            fits && (1..=LONGEST_ID).contains(&id.len()),
            at,
            format!("{id:?} is not an id: 1 to {LONGEST_ID} letters, digits, dots, hyphens and underscores"),
        );
    }

    fn words(&mut self, at: &str, words: &Words, longest: usize, needed: bool) {
        self.unless(!needed || words.get("en").is_some_and(|word| !word.trim().is_empty()), at, "English (\"en\") is missing");
        for (language, word) in words {
            let tag = (2..=8).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
            self.unless(tag, format!("{at}.{language}"), "this is not a language tag such as \"en\"");
            self.unless(
                word.chars().count() <= longest,
                format!("{at}.{language}"),
                format!("this is longer than {longest} characters"),
            );
        }
    }

    fn number(&mut self, at: impl Into<String>, number: i64, most: i64) {
        self.unless((0..=most).contains(&number), at, format!("{number} is not between 0 and {most}"));
    }
}

pub(super) fn creator(creator: &Creator) -> Vec<Fault> {
    let mut faults = Faults::default();
    faults.id("handle", &creator.handle);
    faults.words("names", &creator.names, LONGEST_NAME, true);
    faults.words("taglines", &creator.taglines, LONGEST_NAME, false);
    faults.id("theme", &creator.theme);
    faults.0
}

pub(super) fn product(product: &Product) -> Vec<Fault> {
    let mut faults = Faults::default();
    faults.id("id", &product.id);
    faults.id("kind", &product.kind);
    faults.words("kinds", &product.kinds, LONGEST_NAME, true);
    faults.words("titles", &product.titles, LONGEST_NAME, true);
    faults.words("descriptions", &product.descriptions, LONGEST_TEXT, false);
    faults.unless(product.categories.len() <= 50, "categories", "there are more than 50");
    for (index, category) in product.categories.iter().enumerate() {
        let fits = |text: &str| !text.trim().is_empty() && text.chars().count() <= LONGEST_NAME;
        let at = format!("categories[{index}]");
        faults.unless(fits(&category.value) && fits(&category.taxonomy), at, "taxonomy and value must not be empty or endless");
    }
    faults.unless(product.keywords.len() <= 50, "keywords", "there are more than 50");
    for (name, at) in [("ships_at", &product.ships_at), ("releases_at", &product.releases_at)] {
        let at = at.as_deref().filter(|at| at.parse::<Timestamp>().is_err());
        if let Some(at) = at {
            faults.unless(false, name, format!("{at:?} is not a time such as \"2030-01-31T00:00:00Z\""));
        }
    }
    if let Some(wish) = &product.personalisation {
        faults.number("personalisation.max_length", wish.max_length, 500);
        faults.words("personalisation.prompts", &wish.prompts, LONGEST_NAME, true);
    }
    if let Some(rating) = product.rating {
        faults.number("rating.tenths", rating.tenths, 50);
        faults.number("rating.count", rating.count, MOST);
    }
    if let Some(badge) = &product.badge {
        let known = ["new", "limited", "bestseller"].contains(&badge.as_str());
        faults.unless(known, "badge", format!("{badge:?} is none of \"new\", \"limited\", \"bestseller\""));
    }
    options(&mut faults, &product.options);
    faults.unless(!product.variants.is_empty(), "variants", "there is none, so nothing can be bought");
    faults.unless(product.variants.len() <= MOST_VARIANTS, "variants", format!("there are more than {MOST_VARIANTS}"));
    let mut made = BTreeSet::new();
    for (index, one) in product.variants.iter().enumerate() {
        let at = format!("variants[{index}]");
        variant(&mut faults, &at, one, &product.options);
        faults.unless(made.insert(&one.choices), format!("{at}.choices"), "another variant is the same");
    }
    for (index, picture) in product.pictures.iter().enumerate() {
        let at = format!("pictures[{index}]");
        let named = (1..=128).contains(&picture.file.len())
            && picture.file.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        faults.unless(named, format!("{at}.file"), format!("{:?} is not the name of a picture", picture.file));
        faults.unless(
            is_colour(&picture.ground),
            format!("{at}.ground"),
            format!("{:?} is not a colour such as \"#e9dcc6\"", picture.ground),
        );
        faults.words(&format!("{at}.alts"), &picture.alts, LONGEST_NAME, false);
        if let Some(choice) = &picture.choice {
            let known = product.options.iter().flat_map(|option| &option.values).any(|value| value.id == *choice);
            faults.unless(known, format!("{at}.choice"), format!("{choice:?} is no value of an option"));
        }
    }
    faults.0
}

fn options(faults: &mut Faults, options: &[Choice]) {
    let mut ids = BTreeSet::new();
    for (index, option) in options.iter().enumerate() {
        let at = format!("options[{index}]");
        faults.id(&format!("{at}.id"), &option.id);
        faults.unless(ids.insert(&option.id), format!("{at}.id"), format!("{:?} is there twice", option.id));
        faults.words(&format!("{at}.names"), &option.names, LONGEST_NAME, true);
        faults.unless(!option.values.is_empty(), format!("{at}.values"), "there is nothing to choose from");
        let mut values = BTreeSet::new();
        for (index, value) in option.values.iter().enumerate() {
            let at = format!("{at}.values[{index}]");
            faults.id(&format!("{at}.id"), &value.id);
            faults.unless(values.insert(&value.id), format!("{at}.id"), format!("{:?} is there twice", value.id));
            faults.words(&format!("{at}.names"), &value.names, LONGEST_NAME, true);
            let colour = value.swatch.as_deref().is_none_or(is_colour);
            faults.unless(colour, format!("{at}.swatch"), "this is not a colour such as \"#e9dcc6\"");
        }
    }
}

fn variant(faults: &mut Faults, at: &str, variant: &Variant, options: &[Choice]) {
    faults.id(&format!("{at}.id"), &variant.id);
    faults.unless(variant.sku.len() <= LONGEST_NAME, format!("{at}.sku"), "this is too long");
    faults.number(format!("{at}.grams"), variant.grams, MOST);
    if let Some(stock) = variant.stock {
        faults.number(format!("{at}.stock"), stock, MOST);
    }
    for option in options {
        let at = format!("{at}.choices.{}", option.id);
        match variant.choices.get(&option.id) {
            None => faults.unless(false, at, "this choice is missing"),
            Some(value) => {
                let known = option.values.iter().any(|known| known.id == *value);
                faults.unless(known, at, format!("{value:?} is no value of this option"));
            }
        }
    }
    for choice in variant.choices.keys() {
        let known = options.iter().any(|option| option.id == *choice);
        faults.unless(known, format!("{at}.choices.{choice}"), "there is no such option");
    }
    faults.unless(!variant.prices.is_empty(), format!("{at}.prices"), "there is no price");
    for (currency, price) in &variant.prices {
        let at = format!("{at}.prices.{currency}");
        let known = market::by_currency(currency).is_some_and(|market| market.currency == currency);
        faults.unless(known, at.as_str(), "the shop has no market with this currency");
        faults.number(format!("{at}.amount"), price.amount, MOST);
        if let Some(list) = price.list {
            faults.unless(
                list > price.amount && list <= MOST,
                format!("{at}.list"),
                "the price before the sale must be above the price",
            );
        }
    }
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
