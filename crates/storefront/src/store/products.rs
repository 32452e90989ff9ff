//! Reading the catalogue. Writing it is [`intake`].

pub mod intake;
pub mod outlet;

use std::collections::{BTreeMap, HashMap};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sqlx::AssertSqlSafe;

use super::{Connection, Result};
use crate::shop::choices::{Choice, Picked, Words};

/// A product with everything a page about it needs, prices in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// Its id.
    pub id: String,
    /// The creator's handle.
    pub creator: String,
    /// The creator's name.
    pub creators: Words,
    /// The kind's id.
    pub kind: String,
    /// The kind's name.
    pub kinds: Words,
    /// Titles.
    pub titles: Words,
    /// Descriptions, plain text with blank lines between paragraphs.
    pub descriptions: Words,
    /// What can be chosen.
    pub options: Vec<Choice>,
    /// Markers.
    pub extras: Extras,
    /// Nothing to deliver.
    pub digital: bool,
    /// Pre-order: when it will be sent, unix milliseconds.
    pub ships_at: Option<i64>,
    /// Tenths of a point, and how many ratings.
    pub rating: Option<(i64, i64)>,
    /// (value, taxonomy) pairs.
    pub categories: Vec<(String, String)>,
    /// What can be bought, in order; at least one.
    pub variants: Vec<Variant>,
    /// What there is to see, in order.
    pub pictures: Vec<Picture>,
}

/// What can be bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// Its id: a line item's `item.id`.
    pub id: String,
    /// Stock keeping unit.
    pub sku: String,
    /// Which choices lead to it.
    pub choices: Picked,
    /// Grams, packed.
    pub grams: i64,
    /// Price, minor units of the currency that was asked for.
    pub amount: i64,
    /// Price before the sale, minor units.
    pub list_amount: Option<i64>,
    /// Units that can be sold now; `None` never runs out.
    pub left: Option<i64>,
}

impl Variant {
    /// Whether one can be bought now.
    #[must_use]
    pub fn is_available(&self) -> bool {
        self.left.is_none_or(|left| left > 0)
    }
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Content hash; the files are `{file}-{width}.webp`.
    pub file: String,
    /// Dominant colour, `#rrggbb`.
    pub ground: String,
    /// What it shows, in words.
    pub alts: Words,
    /// The colour (value id) it shows; `None` belongs to every variant.
    pub choice: Option<String>,
}

/// Markers of a product that nothing is filtered by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Extras {
    /// `new`, `limited` or `bestseller`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub badge: Option<String>,
    /// A text the buyer may have put on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub personalisation: Option<Personalisation>,
    /// Rows of the size guide.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub size_guide: Vec<SizeRow>,
    /// A drop: from when on it is sold, unix milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens_at: Option<i64>,
}

impl Extras {
    /// When the product comes, as long as it is not there at `now` (unix milliseconds).
    #[must_use]
    pub fn opens_after(&self, now: i64) -> Option<i64> {
        self.opens_at.filter(|at| *at > now)
    }
}

/// A text the buyer may have put on a product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Personalisation {
    /// The question.
    pub prompts: Words,
    /// The longest answer, in characters.
    pub max_length: i64,
}

/// A row of a size guide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SizeRow {
    /// The size's label.
    pub size: String,
    /// What is measured, and millimetres.
    pub measures: Vec<(Words, i64)>,
}

#[derive(sqlx::FromRow)]
struct ProductRow {
    id: String,
    creator: String,
    creators: String,
    kind: String,
    kinds: String,
    titles: String,
    descriptions: String,
    options: String,
    extras: String,
    digital: i64,
    ships_at: Option<i64>,
    rating: Option<i64>,
    ratings: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct VariantRow {
    id: String,
    product: String,
    sku: String,
    choices: String,
    grams: i64,
    amount: i64,
    list_amount: Option<i64>,
    on_hand: Option<i64>,
    held: i64,
}

/// Products on sale by their ids, in the order of the ids, with prices in `currency` (a currency of the price book).
///
/// # Errors
/// When the database does not answer, or holds JSON that is none.
pub async fn by_ids(db: &mut Connection, ids: &[String], currency: &str) -> Result<Vec<Product>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let list = placeholders(1, ids.len());
    let mut variants = variants(db, ids, currency).await?;
    let mut pictures = pictures(db, ids, &list).await?;
    let mut categories = categories(db, ids, &list).await?;
    // A sum is in no index: SQLite would go through everything that is on sale for the few that are asked for.
    let sql = format!(
        "SELECT p.id, p.creator, c.names AS creators, p.kind, p.kinds, p.titles, p.descriptions, p.options, p.extras, p.digital, \
         p.ships_at, p.rating, p.ratings FROM products p JOIN creators c ON c.handle = p.creator \
         WHERE p.active + 0 = 1 AND p.id IN ({list})"
    );
    let mut query = sqlx::query_as::<_, ProductRow>(AssertSqlSafe(sql));
    for id in ids {
        query = query.bind(id);
    }
    let mut found = HashMap::new();
    for row in query.fetch_all(&mut *db).await? {
        let Some(variants) = variants.remove(&row.id) else { continue };
        let product = Product {
            variants,
            pictures: pictures.remove(&row.id).unwrap_or_default(),
            categories: categories.remove(&row.id).unwrap_or_default(),
            creators: json(&row.creators)?,
            kinds: json(&row.kinds)?,
            titles: json(&row.titles)?,
            descriptions: json(&row.descriptions)?,
            options: json(&row.options)?,
            extras: json(&row.extras)?,
            digital: row.digital != 0,
            ships_at: row.ships_at,
            rating: row.rating.zip(row.ratings),
            creator: row.creator,
            kind: row.kind,
            id: row.id.clone(),
        };
        found.insert(row.id, product);
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

async fn variants(db: &mut Connection, ids: &[String], currency: &str) -> Result<HashMap<String, Vec<Variant>>> {
    let sql = format!(
        "SELECT v.id, v.product, v.sku, v.choices, v.grams, p.amount, p.list_amount, s.on_hand, s.held \
         FROM variants v JOIN prices p ON p.variant = v.id AND p.currency = $1 JOIN stock s ON s.variant_id = v.id \
         WHERE v.active = 1 AND v.product IN ({}) ORDER BY v.product, v.position",
        placeholders(2, ids.len())
    );
    let mut query = sqlx::query_as::<_, VariantRow>(AssertSqlSafe(sql)).bind(currency);
    for id in ids {
        query = query.bind(id);
    }
    let mut variants: HashMap<String, Vec<Variant>> = HashMap::new();
    for row in query.fetch_all(db).await? {
        let variant = Variant {
            choices: json(&row.choices)?,
            left: row.on_hand.map(|units| (units - row.held).max(0)),
            id: row.id,
            sku: row.sku,
            grams: row.grams,
            amount: row.amount,
            list_amount: row.list_amount,
        };
        variants.entry(row.product).or_default().push(variant);
    }
    Ok(variants)
}

async fn pictures(db: &mut Connection, ids: &[String], list: &str) -> Result<HashMap<String, Vec<Picture>>> {
    let sql =
        format!("SELECT product, file, ground, alts, choice FROM pictures WHERE product IN ({list}) ORDER BY product, position");
    let mut query = sqlx::query_as::<_, (String, String, String, String, Option<String>)>(AssertSqlSafe(sql));
    for id in ids {
        query = query.bind(id);
    }
    let mut pictures: HashMap<String, Vec<Picture>> = HashMap::new();
    for (product, file, ground, alts, choice) in query.fetch_all(db).await? {
        pictures.entry(product).or_default().push(Picture { file, ground, alts: json(&alts)?, choice });
    }
    Ok(pictures)
}

async fn categories(db: &mut Connection, ids: &[String], list: &str) -> Result<HashMap<String, Vec<(String, String)>>> {
    let sql =
        format!("SELECT product, value, taxonomy FROM product_categories WHERE product IN ({list}) ORDER BY product, position");
    let mut query = sqlx::query_as::<_, (String, String, String)>(AssertSqlSafe(sql));
    for id in ids {
        query = query.bind(id);
    }
    let mut categories: HashMap<String, Vec<(String, String)>> = HashMap::new();
    for (product, value, taxonomy) in query.fetch_all(db).await? {
        categories.entry(product).or_default().push((value, taxonomy));
    }
    Ok(categories)
}

/// Which product each id leads to: a product's own id, a variant's id, or a variant's SKU. Unknown ids are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn owners(db: &mut Connection, ids: &[String]) -> Result<BTreeMap<String, Owner>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let list = placeholders(1, ids.len());
    let sql = format!(
        "SELECT id AS asked, id AS product, NULL AS variant FROM products WHERE active + 0 = 1 AND id IN ({list}) \
         UNION ALL SELECT v.id, v.product, v.id FROM variants v JOIN products p ON p.id = v.product \
         WHERE v.active = 1 AND p.active = 1 AND v.id IN ({list})"
    );
    let mut query = sqlx::query_as::<_, (String, String, Option<String>)>(AssertSqlSafe(sql));
    for id in ids {
        query = query.bind(id);
    }
    let rows = query.fetch_all(db).await?;
    Ok(rows.into_iter().map(|(asked, product, variant)| (asked, Owner { product, variant })).collect())
}

/// Where an id leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The product.
    pub product: String,
    /// The variant, when the id was one's.
    pub variant: Option<String>,
}

/// The first product on the shelf; none when there is no catalogue.
///
/// # Errors
/// When the database does not answer.
pub async fn first(db: &mut Connection) -> Result<Option<String>> {
    sqlx::query_scalar("SELECT id FROM products ORDER BY active DESC, position LIMIT 1").fetch_optional(db).await
}

/// When drops are first sold, unix milliseconds, by the product's id: a catalogue that counts from its first import looks here.
///
/// # Errors
/// When the database does not answer, or holds JSON that is none.
pub async fn openings(db: &mut Connection) -> Result<HashMap<String, i64>> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("SELECT id, extras FROM products WHERE extras LIKE '%\"opens_at\"%'").fetch_all(db).await?;
    let opening = |(id, extras): (String, String)| Ok(json::<Extras>(&extras)?.opens_at.map(|at| (id, at)));
    rows.into_iter().filter_map(|row| opening(row).transpose()).collect()
}

/// The files (content hashes) of every picture of what is on sale.
///
/// # Errors
/// When the database does not answer.
pub async fn files(db: &mut Connection) -> Result<Vec<String>> {
    sqlx::query_scalar("SELECT DISTINCT x.file FROM pictures x JOIN products p ON p.id = x.product WHERE p.active = 1")
        .fetch_all(db)
        .await
}

/// `$3, $4, $5` for `(3, 3)`.
pub(crate) fn placeholders(first: usize, count: usize) -> String {
    (first..first + count).map(|index| format!("${index}")).collect::<Vec<_>>().join(", ")
}

/// Reads a JSON column.
pub(crate) fn json<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}
