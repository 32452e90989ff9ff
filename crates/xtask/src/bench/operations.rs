//! What is measured: five operations, prepared so that any number of them can be sent.

use anyhow::{Result, bail};
use serde_json::json;

use super::{
    catalogue::{self, Dice},
    load::{self, Job, Outcome},
    shopper::Shopper,
};

/// An operation of the shop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Operation {
    Search,
    Product,
    Cart,
    Checkout,
    Complete,
}

impl Operation {
    pub(super) const ALL: [Self; 5] = [Self::Search, Self::Product, Self::Cart, Self::Checkout, Self::Complete];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Product => "product",
            Self::Cart => "cart update",
            Self::Checkout => "checkout update",
            Self::Complete => "complete",
        }
    }
}

/// A search that people make, with its name in the report.
pub(super) struct Query {
    pub(super) name: &'static str,
    pub(super) body: String,
}

/// Searches of every sort. All of them find something in a catalogue of any size.
pub(super) fn queries(products: u32) -> Vec<Query> {
    let query = |name, body: serde_json::Value| Query { name, body: body.to_string() };
    let page = json!({ "limit": 12 });
    // A thousand products have one of these: a page that a hundred thousand fill would take its time to write, not to find.
    let one = json!({ "limit": 1 });
    let mut queries = vec![
        query("everything", json!({ "query": "*", "pagination": page })),
        query("a word that every product has", json!({ "query": "people", "pagination": page })),
        query("the beginning of a word", json!({ "query": "pe", "pagination": page })),
        query("a collection of six tenths", json!({ "filters": { "categories": ["atlas"] }, "pagination": page })),
        query("a category that has everything", json!({ "filters": { "categories": ["everything"] }, "pagination": page })),
        query("Arabic", json!({ "query": "بعناية", "pagination": page })),
        query("Japanese", json!({ "query": "の", "pagination": page })),
        query("a price range", json!({ "filters": { "price": { "min": 500, "max": 9_000 } }, "pagination": page })),
    ];
    if products >= 1_000 {
        queries.extend([
            query("the beginning of many words", json!({ "query": "s", "pagination": page })),
            query("an Arabic word with its article", json!({ "query": "القطة", "pagination": page })),
            query("two words", json!({ "query": "cat mug", "pagination": page })),
            query("a rare word", json!({ "query": "zircon", "pagination": one })),
            query("a rare word and one that every product has", json!({ "query": "zircon people", "pagination": one })),
            query(
                "a word in a small collection",
                json!({ "query": "people", "filters": { "categories": ["delta"] }, "pagination": one }),
            ),
            query("a small category", json!({ "filters": { "categories": ["attic"] }, "pagination": one })),
        ]);
    }
    queries
}

/// A shop with so many products, and what was prepared in it.
pub(super) struct Bench {
    pub(super) shopper: Shopper,
    products: u32,
    queries: Vec<Query>,
    carts: Vec<String>,
    checkouts: Vec<String>,
}

/// Carts and checkouts that updates go round.
const PREPARED: u32 = 64;

impl Bench {
    /// Makes the carts and checkouts that are updated.
    pub(super) fn prepare(shopper: Shopper, products: u32) -> Result<Self> {
        let agent = load::agent();
        let (mut carts, mut checkouts) = (Vec::new(), Vec::new());
        for number in 0..PREPARED {
            let variant = catalogue::variant(number % products);
            carts.push(shopper.cart(&agent, &variant).map_err(anyhow::Error::msg)?);
            checkouts.push(shopper.checkout(&agent, &variant).map_err(anyhow::Error::msg)?);
        }
        Ok(Self { shopper, products, queries: queries(products), carts, checkouts })
    }

    /// `count` requests of an operation.
    pub(super) fn jobs(&self, operation: Operation, count: usize) -> Result<Vec<Job<'_>>> {
        if operation == Operation::Complete {
            return self.completions(count);
        }
        let mut dice = Dice(count as u64);
        let mut number = |sides: u32| u32::try_from(dice.roll(u64::from(sides))).unwrap_or(0);
        let jobs = (0..count).map(|turn| -> Job<'_> {
            let shopper = &self.shopper;
            match operation {
                Operation::Search => {
                    let body = &self.queries[turn % self.queries.len()].body;
                    Box::new(move |agent| shopper.search(agent, body))
                }
                Operation::Product => {
                    let id = catalogue::id(number(self.products));
                    Box::new(move |agent| shopper.product(agent, &id))
                }
                Operation::Cart => {
                    let cart = &self.carts[turn % self.carts.len()];
                    let first = number(self.products);
                    let mut variants: Vec<String> =
                        (0..3).map(|step| catalogue::variant((first + step * 7) % self.products)).collect();
                    variants.sort();
                    variants.dedup();
                    Box::new(move |agent| shopper.update_cart(agent, cart, &variants, 1 + turn as u64 % 3))
                }
                _ => {
                    let index = turn % self.checkouts.len();
                    let variant = catalogue::variant(u32::try_from(index).unwrap_or(0) % self.products);
                    let (checkout, option) = (&self.checkouts[index], ["standard", "express"][turn / self.checkouts.len() % 2]);
                    Box::new(move |agent| shopper.update_checkout(agent, checkout, &variant, option))
                }
            }
        });
        Ok(jobs.collect())
    }

    /// Checkouts that are ready to be paid for, each with its token.
    fn completions(&self, count: usize) -> Result<Vec<Job<'_>>> {
        let ready = std::sync::Mutex::new(Vec::with_capacity(count));
        let prepare = (0..count).map(|turn| -> Job<'_> {
            let (shopper, ready) = (&self.shopper, &ready);
            let variant = catalogue::variant(u32::try_from(turn).unwrap_or(0) % self.products);
            Box::new(move |agent| {
                let checkout = shopper.checkout(agent, &variant)?;
                shopper.update_checkout(agent, &checkout, &variant, "standard")?;
                let token = shopper.tokenize(agent, &checkout)?;
                ready.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((checkout, token));
                Ok(())
            })
        });
        let outcome = load::closed(prepare.collect(), 8, std::time::Duration::from_secs(600));
        checked("preparing checkouts", &outcome)?;
        let ready = ready.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let jobs = ready.into_iter().map(|(checkout, token)| -> Job<'_> {
            let shopper = &self.shopper;
            Box::new(move |agent| shopper.complete(agent, &checkout, &token))
        });
        Ok(jobs.collect())
    }
}

/// Fails when a request did.
pub(super) fn checked(what: &str, outcome: &Outcome) -> Result<()> {
    if let Some(first) = outcome.bad.first() {
        let shown: String = first.chars().take(400).collect();
        bail!("{what}: {} of {} requests failed, the first with: {shown}", outcome.bad.len(), outcome.bad.len() + outcome.good);
    }
    Ok(())
}
