//! Writing the catalogue: one transaction, repeatable, and careful with what the shop itself has moved since (stock).
//!
//! [`replace`] takes everything at once; an [`Intake`] takes one product after the other, so that a catalogue of any size
//! passes through little memory.

mod rows;

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::super::{Connection, Result, Tx, lock, search};
use super::{Extras, Picture};
use crate::id;
use crate::shop::choices::{Choice, Picked, Words};

/// A creator to be written.
#[derive(Clone, Debug)]
pub struct NewCreator {
    /// Stable id.
    pub handle: String,
    /// Name.
    pub names: Words,
    /// One line about them.
    pub taglines: Words,
    /// The theme their shop wears.
    pub theme: String,
}

/// A product to be written.
#[derive(Clone, Debug)]
pub struct NewProduct {
    /// Stable id.
    pub id: String,
    /// The creator's handle.
    pub creator: String,
    /// The kind's id.
    pub kind: String,
    /// The kind's name.
    pub kinds: Words,
    /// Titles.
    pub titles: Words,
    /// Descriptions.
    pub descriptions: Words,
    /// What can be chosen.
    pub options: Vec<Choice>,
    /// Markers.
    pub extras: Extras,
    /// Nothing to deliver.
    pub digital: bool,
    /// Pre-order: unix milliseconds.
    pub ships_at: Option<i64>,
    /// Tenths and count.
    pub rating: Option<(i64, i64)>,
    /// (value, taxonomy) pairs.
    pub categories: Vec<(String, String)>,
    /// More words it should be found by (categories' names in other languages).
    pub keywords: Vec<String>,
    /// At least one.
    pub variants: Vec<NewVariant>,
    /// In order.
    pub pictures: Vec<Picture>,
}

/// Currency, minor units, minor units before the sale.
pub type Priced = (&'static str, i64, Option<i64>);

/// A variant to be written.
#[derive(Clone, Debug)]
pub struct NewVariant {
    /// Stable id, different from every product's.
    pub id: String,
    /// Stock keeping unit.
    pub sku: String,
    /// Which choices lead to it.
    pub choices: Picked,
    /// Grams, packed.
    pub grams: i64,
    /// The price book.
    pub prices: Vec<Priced>,
    /// Units on hand when it is new to the shop; `None` never runs out.
    pub stock: Option<i64>,
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Products that were not there.
    pub added: usize,
    /// Products that were different.
    pub changed: usize,
    /// Products that stayed as they were.
    pub same: usize,
    /// Products no longer sold; kept for the orders that name them.
    pub retired: usize,
}

/// A digest of an id or of a product, short enough that a hundred thousand of them are nothing.
pub type Digest = [u8; 16];

/// The digest of an id.
#[must_use]
pub fn key(id: &str) -> Digest {
    short(&id::digest(id.as_bytes()))
}

/// The digest of everything about a product but its stock, which the shop itself changes.
#[must_use]
pub fn fingerprint(product: &NewProduct) -> String {
    let NewProduct { id, creator, kind, kinds, titles, descriptions, options, extras, digital, ships_at, .. } = product;
    let NewProduct { rating, categories, keywords, variants, pictures, .. } = product;
    let mut hash = id::Hash::default();
    // Writing to a digest cannot fail.
    let _ = write!(hash, "{:?}", (id, creator, kind, kinds, titles, descriptions, options, extras, digital, ships_at));
    let _ = write!(hash, "{:?}", (rating, categories, keywords, pictures));
    for NewVariant { id, sku, choices, grams, prices, stock: _ } in variants {
        let _ = write!(hash, "{:?}", (id, sku, choices, grams, prices));
    }
    hash.hex()
}

/// The beginning of a digest in hexadecimal.
#[must_use]
pub fn short(hex: &str) -> Digest {
    let mut digest = [0; 16];
    for (byte, pair) in digest.iter_mut().zip(hex.as_bytes().chunks_exact(2)) {
        *byte = std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()).unwrap_or(0);
    }
    digest
}

/// How products come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The catalogue becomes exactly this: what is not in it is no longer sold, and the shelf has its order. Otherwise
    /// what is not in it stays, and new products come last.
    pub replace: bool,
    /// Units of known variants become what the products say; otherwise they stay as they are.
    pub restock: bool,
}

/// What the catalogue has of a product.
#[derive(Clone, Copy, Debug)]
struct Known {
    position: i64,
    print: Digest,
    active: bool,
}

/// A catalogue on its way in.
#[derive(Debug)]
pub struct Intake {
    wish: Wish,
    known: HashMap<Digest, Known>,
    creators: HashMap<String, Words>,
    /// Creators whose products are to be found by another name now.
    renamed: Vec<String>,
    last: i64,
    seen: search::Seen,
    changes: Changes,
    /// What is written together, when it is enough or the end.
    rows: Vec<Placed>,
    entries: Vec<search::Entry>,
}

/// A product that is new or different, with its place.
#[derive(Debug)]
struct Placed {
    position: i64,
    product: NewProduct,
    fingerprint: String,
    is_new: bool,
}

/// How many products are written together.
const TOGETHER: usize = 128;

impl Intake {
    /// Begins. `wanted` are the keys and fingerprints of all products that will come, in their order: what will not stay as
    /// it is leaves the index now, so that the places on the shelf are free.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn begin(tx: &mut Tx, wish: Wish, wanted: &[(Digest, Digest)]) -> Result<Self> {
        lock::catalogue(tx).await?;
        let mut intake = Self::look(tx, wish).await?;
        let mut stay: HashMap<Digest, Option<i64>> = HashMap::with_capacity(wanted.len());
        for (place, (key, print)) in (1_i64..).zip(wanted) {
            let same = intake.known.get(key).filter(|known| known.active && known.print == *print);
            let position = same.map(|known| known.position).filter(|position| !wish.replace || *position == place);
            stay.insert(*key, position);
        }
        for (key, known) in intake.known.iter().filter(|(_, known)| known.active) {
            match stay.get(key) {
                Some(Some(_)) => {}
                Some(None) => search::remove(tx, known.position).await?,
                None if wish.replace => {
                    search::remove(tx, known.position).await?;
                    intake.changes.retired += 1;
                    rows::retire(tx, known.position).await?;
                }
                None => {}
            }
        }
        intake.last = if wish.replace { 0 } else { intake.last };
        Ok(intake)
    }

    /// What an intake would do, without doing it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn try_out(connection: &mut Connection, wish: Wish, wanted: &[(Digest, Digest)]) -> Result<Changes> {
        let intake = Self::look(connection, wish).await?;
        let mut changes = Changes::default();
        let mut coming = HashSet::with_capacity(wanted.len());
        for (key, print) in wanted {
            coming.insert(*key);
            match intake.known.get(key) {
                None => changes.added += 1,
                Some(known) if known.active && known.print == *print => changes.same += 1,
                Some(_) => changes.changed += 1,
            }
        }
        if wish.replace {
            changes.retired = intake.known.iter().filter(|(key, known)| known.active && !coming.contains(*key)).count();
        }
        Ok(changes)
    }

    async fn look(connection: &mut Connection, wish: Wish) -> Result<Self> {
        let rows: Vec<(String, String, i64, i64)> =
            sqlx::query_as("SELECT id, fingerprint, active, position FROM products").fetch_all(&mut *connection).await?;
        let mut last = 0;
        let known = rows.into_iter().map(|(id, print, active, position)| {
            last = last.max(position);
            (key(&id), Known { position, print: short(&print), active: active == 1 })
        });
        let known = known.collect();
        let creators: Vec<(String, String)> = sqlx::query_as("SELECT handle, names FROM creators").fetch_all(connection).await?;
        let creators = creators.into_iter().map(|(handle, names)| Ok((handle, super::json(&names)?))).collect::<Result<_>>()?;
        let (seen, changes) = (search::Seen::new(), Changes::default());
        Ok(Self { wish, known, creators, renamed: Vec::new(), last, seen, changes, rows: Vec::new(), entries: Vec::new() })
    }

    /// Takes a creator in; before their products.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn creator(&mut self, tx: &mut Tx, creator: &NewCreator) -> Result<()> {
        rows::creator(tx, creator).await?;
        let before = self.creators.insert(creator.handle.clone(), creator.names.clone());
        if before.is_some_and(|names| names != creator.names) {
            self.renamed.push(creator.handle.clone());
        }
        Ok(())
    }

    /// Takes a product with its [`fingerprint`] in, in the order of `wanted`. `Err` inside is an id of a variant, of this product or one
    /// before it, that is another product's; then the transaction has to be given up.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn product(
        &mut self,
        tx: &mut Tx,
        product: NewProduct,
        fingerprint: String,
    ) -> Result<std::result::Result<(), String>> {
        let known = self.known.get(&key(&product.id)).copied();
        let position = match known {
            Some(known) if known.active && !self.wish.replace => known.position,
            _ => {
                self.last += 1;
                self.last
            }
        };
        let same = known.filter(|known| known.active && known.print == short(&fingerprint));
        if let Some(known) = same {
            self.changes.same += 1;
            let moved = known.position != position;
            if moved {
                rows::place(tx, &product.id, position).await?;
            }
            if moved || self.renamed.contains(&product.creator) {
                search::remove(tx, position).await?;
                self.entries.push(search::entry(position, &product, self.creators.get(&product.creator)));
            }
            if self.wish.restock {
                rows::restock(tx, &product).await?;
            }
        } else {
            match known {
                Some(_) => self.changes.changed += 1,
                None => self.changes.added += 1,
            }
            self.entries.push(search::entry(position, &product, self.creators.get(&product.creator)));
            self.rows.push(Placed { position, product, fingerprint, is_new: known.is_none() });
        }
        if self.entries.len() < TOGETHER { Ok(Ok(())) } else { self.flush(tx).await }
    }

    /// Writes what was gathered.
    async fn flush(&mut self, tx: &mut Tx) -> Result<std::result::Result<(), String>> {
        if let Err(taken) = rows::write(tx, &self.rows).await? {
            return Ok(Err(taken));
        }
        for known in self.rows.iter().filter(|placed| self.wish.restock && !placed.is_new) {
            rows::restock(tx, &known.product).await?;
        }
        search::put(tx, &self.entries, &mut self.seen).await?;
        self.rows.clear();
        self.entries.clear();
        Ok(Ok(()))
    }

    /// Ends: what was done, or the id that a product and a variant of another would share; then the transaction has to be
    /// given up.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end(mut self, tx: &mut Tx) -> Result<std::result::Result<Changes, String>> {
        if let Err(taken) = self.flush(tx).await? {
            return Ok(Err(taken));
        }
        if let Some(id) = rows::shared_id(tx).await? {
            return Ok(Err(id));
        }
        search::look(tx).await?;
        Ok(Ok(self.changes))
    }
}

/// Makes the catalogue exactly this, within the caller's transaction. Stock of known variants is left alone.
///
/// # Errors
/// When the database does not answer, or two products share an id of a variant.
pub async fn replace(tx: &mut Tx, creators: &[NewCreator], products: &[NewProduct]) -> Result<Changes> {
    let prints: Vec<String> = products.iter().map(fingerprint).collect();
    let wanted: Vec<_> = products.iter().zip(&prints).map(|(product, print)| (key(&product.id), short(print))).collect();
    let mut intake = Intake::begin(tx, Wish { replace: true, restock: false }, &wanted).await?;
    for creator in creators {
        intake.creator(tx, creator).await?;
    }
    let shared = |id: String| sqlx::Error::Protocol(format!("{id} is the id of two things"));
    for (product, print) in products.iter().zip(prints) {
        intake.product(tx, product.clone(), print).await?.map_err(shared)?;
    }
    intake.end(tx).await?.map_err(shared)
}
