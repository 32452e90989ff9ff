//! Finding products: by words, category and price, page by page.
//!
//! Words are folded by [`crate::shop::folding`] on both sides, so that the index only has to match them. The index is
//! derived data in the engine's own form (SQLite: FTS5, PostgreSQL: a tsvector under a GIN index) and is therefore no
//! migration; an import writes it anew.

mod fts5;
mod tsvector;

use sqlx::AssertSqlSafe;

use super::products::intake::NewProduct;
use super::products::placeholders;
use super::{Connection, Db, Engine, Result, Tx};
use crate::shop::choices::Words;
use crate::shop::folding::{self, Term};

/// What is looked for. Everything given must hold; of the categories one is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Words; `None` for everything.
    pub terms: Option<Vec<Term>>,
    /// Category values in lower case.
    pub categories: Vec<String>,
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
    /// After this many results (ranked by words).
    Skip(i64),
}

/// A page of product ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// In order.
    pub ids: Vec<String>,
    /// Where the next page starts, if there is one.
    pub next: Option<Start>,
    /// How many there are in all.
    pub total: i64,
}

/// An index entry: position, title, body.
pub(super) type Entry = (i64, String, String);

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
    tx.commit().await
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
    (position, folding::index(&title.join(" ")), folding::index(&body.join(" ")))
}

/// Writes an entry at a position that has none.
pub(super) async fn put(tx: &mut Tx, entry: Entry) -> Result<()> {
    match Engine::of(tx) {
        Engine::Sqlite => fts5::write(tx, entry).await,
        Engine::Postgres => tsvector::write(tx, entry).await,
    }
}

/// Takes the entry at a position out, if there is one.
pub(super) async fn remove(tx: &mut Tx, position: i64) -> Result<()> {
    match Engine::of(tx) {
        Engine::Sqlite => fts5::remove(tx, position).await,
        Engine::Postgres => tsvector::remove(tx, position).await,
    }
}

/// How one engine asks for words.
struct Dialect {
    /// Index `f` joined with products `p`.
    from: &'static str,
    /// The terms in the engine's query language.
    asked: String,
    /// Whether they are there, given the parameter that holds them.
    matches: fn(&str) -> String,
    /// Best first, given the same parameter.
    order: fn(&str) -> String,
}

enum Value {
    Text(String),
    Number(i64),
}

/// Conditions with their values, numbered as they come.
#[derive(Default)]
struct Conditions {
    sql: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    fn slot(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }
}

/// The page of products that starts at `start` (the first when `None`), `limit` long at the most.
///
/// # Errors
/// When the database does not answer.
pub async fn page(db: &mut Connection, wanted: &Wanted, start: Option<Start>, limit: i64) -> Result<Page> {
    let mut conditions = Conditions::default();
    let mut from = "products p".to_owned();
    let mut order = "p.position".to_owned();
    if let Some(terms) = &wanted.terms {
        if terms.is_empty() {
            return Ok(Page::default());
        }
        let dialect = match Engine::of(db) {
            Engine::Sqlite => fts5::dialect(terms),
            Engine::Postgres => tsvector::dialect(terms),
        };
        dialect.from.clone_into(&mut from);
        let slot = conditions.slot(Value::Text(dialect.asked));
        conditions.sql.push((dialect.matches)(&slot));
        order = (dialect.order)(&slot);
    }
    conditions.sql.push("p.active = 1".to_owned());
    if !wanted.categories.is_empty() {
        let list = placeholders(conditions.values.len() + 1, wanted.categories.len());
        conditions.values.extend(wanted.categories.iter().map(|category| Value::Text(category.clone())));
        conditions
            .sql
            .push(format!("EXISTS (SELECT 1 FROM product_categories c WHERE c.product = p.id AND c.folded IN ({list}))"));
    }
    if wanted.min.is_some() || wanted.max.is_some() {
        let currency = conditions.slot(Value::Text(wanted.currency.to_owned()));
        let mut price = format!(
            "EXISTS (SELECT 1 FROM prices m JOIN variants v ON v.id = m.variant AND v.active = 1 WHERE m.product = p.id AND m.currency = {currency}"
        );
        for (bound, sign) in [(wanted.min, ">="), (wanted.max, "<=")] {
            if let Some(bound) = bound {
                let slot = conditions.slot(Value::Number(bound));
                price.push_str(&format!(" AND m.amount {sign} {slot}"));
            }
        }
        price.push(')');
        conditions.sql.push(price);
    }
    let total = format!("SELECT COUNT(*) FROM {from} WHERE {}", conditions.sql.join(" AND "));
    let mut query = sqlx::query_scalar::<_, i64>(AssertSqlSafe(total));
    for value in &conditions.values {
        query = match value {
            Value::Text(text) => query.bind(text),
            Value::Number(number) => query.bind(*number),
        };
    }
    let total = query.fetch_one(&mut *db).await?;

    let mut skip = 0;
    match start {
        Some(Start::After(position)) => {
            let slot = conditions.slot(Value::Number(position));
            conditions.sql.push(format!("p.position > {slot}"));
        }
        Some(Start::Skip(count)) => skip = count,
        None => {}
    }
    let (limit_slot, skip_slot) = (conditions.slot(Value::Number(limit + 1)), conditions.slot(Value::Number(skip)));
    let sql = format!(
        "SELECT p.id, p.position FROM {from} WHERE {} ORDER BY {order} LIMIT {limit_slot} OFFSET {skip_slot}",
        conditions.sql.join(" AND ")
    );
    let mut query = sqlx::query_as::<_, (String, i64)>(AssertSqlSafe(sql));
    for value in &conditions.values {
        query = match value {
            Value::Text(text) => query.bind(text),
            Value::Number(number) => query.bind(*number),
        };
    }
    let mut rows = query.fetch_all(db).await?;
    let wish = usize::try_from(limit).unwrap_or(0);
    let more = rows.len() > wish;
    rows.truncate(wish);
    let next = match rows.last() {
        Some((_, position)) if more => {
            Some(if wanted.terms.is_some() { Start::Skip(skip + limit) } else { Start::After(*position) })
        }
        _ => None,
    };
    Ok(Page { ids: rows.into_iter().map(|(id, _)| id).collect(), next, total })
}
