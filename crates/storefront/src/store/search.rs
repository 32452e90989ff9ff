//! Finding products: by words, category and price, page by page.
//!
//! A page takes as long in a hundred thousand products as in a thousand: what is browsed is read in the order of an index
//! ([`shelves`]), what is searched for by words comes in the order of the shelf from the full-text index ([`tiers`]), and
//! nothing is counted further than [`COUNTED`].
//!
//! Words are folded by [`crate::shop::folding`] on both sides, so that the index only has to match them. The index is
//! derived data in the engine's own form (SQLite: FTS5, PostgreSQL: a tsvector under a GIN index) and is therefore no
//! migration: where it is missing it is made from the catalogue.

mod fts5;
pub mod kinds;
mod shelves;
mod sql;
mod tiers;
mod tsvector;

use std::collections::{HashMap, HashSet};

use super::products::intake::NewProduct;
use super::products::outlet;
use super::{Connection, Db, Engine, Result, Tx};
use crate::id;
use crate::shop::choices::Words;
use crate::shop::folding::{self, Term};

/// What is looked for. Everything given must hold; of the categories one is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Words; `None` for everything.
    pub terms: Option<Vec<Term>>,
    /// Category values in lower case.
    pub categories: Vec<String>,
    /// Kinds (category values) in lower case, of which one is enough as well.
    pub kinds: Vec<String>,
    /// Creators whose things are looked among; none: everybody's.
    pub creators: Vec<String>,
    /// Currency of prices.
    pub currency: &'static str,
    /// Some variant costs at least this, minor units.
    pub min: Option<i64>,
    /// Some variant costs at most this, minor units.
    pub max: Option<i64>,
}

/// Where a page starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// After this position on the shelf (browsing).
    After(i64),
    /// After this position among those that have the words in their title.
    Title(i64),
    /// After this position among those that have them elsewhere, which come behind.
    Body(i64),
}

/// A page of product ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// In order.
    pub ids: Vec<String>,
    /// Where the next page starts, if there is one.
    pub next: Option<Start>,
    /// How many there are in all; none when they are more than [`COUNTED`].
    pub total: Option<i64>,
}

/// How far results are counted: nobody reads further, and counting takes its time.
pub const COUNTED: i64 = 1_000;

/// What a product is found by.
#[derive(Debug)]
pub(super) struct Entry {
    position: i64,
    /// Folded.
    title: String,
    /// Folded.
    body: String,
    /// In lower case.
    categories: Vec<String>,
    creator: String,
}

impl Entry {
    /// Its categories and its creator, as words of the index.
    fn tokens(&self) -> Vec<String> {
        let categories = self.categories.iter().map(|category| token("category", category));
        categories.chain([token("creator", &self.creator)]).collect()
    }
}

impl Wanted {
    /// Categories, kinds and creators as words of the index: of each list one has to be there.
    fn tokens(&self) -> Vec<Vec<String>> {
        let lists = [("category", &self.categories), ("category", &self.kinds), ("creator", &self.creators)];
        let lists = lists.map(|(what, names)| names.iter().map(|name| token(what, name)).collect::<Vec<_>>());
        lists.into_iter().filter(|list| !list.is_empty()).collect()
    }
}

/// A category or a creator as one word that nothing else is.
fn token(what: &str, name: &str) -> String {
    let digest = id::digest([what, name].join("\n").as_bytes());
    format!("c{}", digest.get(..16).unwrap_or_default())
}

/// Words that are known to be in the index already, so that an import need not say them again.
pub(super) type Seen = HashSet<String>;

/// Makes the index where there is none.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn prepare(db: &Db) -> Result<()> {
    let mut tx = db.begin().await?;
    match db.engine() {
        Engine::Sqlite => fts5::prepare(&mut tx).await?,
        Engine::Postgres => tsvector::prepare(&mut tx).await?,
    }
    if !outlet::indexed(&mut tx).await? {
        fill(&mut tx).await?;
    }
    tx.commit().await
}

/// Makes the index from the catalogue.
async fn fill(tx: &mut Tx) -> Result<()> {
    let creators: HashMap<String, Words> =
        outlet::creators(tx).await?.into_iter().map(|creator| (creator.handle, creator.names)).collect();
    let (mut after, mut seen) = (i64::MIN, Seen::new());
    loop {
        let page = outlet::page(tx, after, 200).await?;
        let Some((last, _)) = page.last() else { return look(tx).await };
        after = *last;
        let entries: Vec<Entry> =
            page.iter().map(|(position, product)| entry(*position, product, creators.get(&product.creator))).collect();
        put(tx, &entries, &mut seen).await?;
    }
}

/// What a product is found by: its titles before all, then its kind, creator, choices and description, in every language.
pub(super) fn entry(position: i64, product: &NewProduct, creator: Option<&Words>) -> Entry {
    let mut body: Vec<&str> = product.kinds.values().map(String::as_str).collect();
    body.extend(creator.into_iter().flat_map(Words::values).map(String::as_str));
    body.extend(product.keywords.iter().map(String::as_str));
    body.extend(
        product.options.iter().flat_map(|option| &option.values).flat_map(|value| value.names.values()).map(String::as_str),
    );
    body.extend(product.descriptions.values().map(String::as_str));
    let title: Vec<&str> = product.titles.values().map(String::as_str).collect();
    Entry {
        position,
        title: folding::index(&title.join(" ")),
        body: folding::index(&body.join(" ")),
        categories: product.categories.iter().map(|(value, _)| value.to_lowercase()).collect(),
        creator: product.creator.clone(),
    }
}

/// Writes entries at positions that have none.
pub(super) async fn put(tx: &mut Tx, entries: &[Entry], seen: &mut Seen) -> Result<()> {
    match Engine::of(tx) {
        Engine::Sqlite => fts5::write(tx, entries, seen).await,
        Engine::Postgres => tsvector::write(tx, entries).await,
    }
}

/// Takes the entry at a position out, if there is one.
pub(super) async fn remove(tx: &mut Tx, position: i64) -> Result<()> {
    match Engine::of(tx) {
        Engine::Sqlite => fts5::remove(tx, position).await,
        Engine::Postgres => tsvector::remove(tx, position).await,
    }
}

/// Tells the engine that the catalogue has changed, before it is asked again.
pub(super) async fn look(tx: &mut Tx) -> Result<()> {
    match Engine::of(tx) {
        // It reads its indexes as it is told.
        Engine::Sqlite => Ok(()),
        Engine::Postgres => tsvector::look(tx).await,
    }
}

/// The page of products that starts at `start` (the first when `None`), `limit` long at the most.
///
/// # Errors
/// When the database does not answer.
pub async fn page(db: &mut Connection, wanted: &Wanted, start: Option<Start>, limit: i64) -> Result<Page> {
    match (wanted.terms.as_deref(), Engine::of(db)) {
        (None, _) => shelves::page(db, wanted, start, limit).await,
        (Some([]), _) => Ok(Page { total: Some(0), ..Page::default() }),
        (Some(terms), Engine::Sqlite) => fts5::page(db, terms, wanted, start, limit).await,
        (Some(terms), Engine::Postgres) => tsvector::page(db, terms, wanted, start, limit).await,
    }
}

/// A count that was taken up to one more than is counted.
fn total(count: i64) -> Option<i64> {
    (count <= COUNTED).then_some(count)
}
