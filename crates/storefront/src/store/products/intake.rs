//! Writing the catalogue: one transaction, repeatable, and careful with what the shop itself has moved since (stock).

use std::collections::BTreeMap;

use sqlx::AssertSqlSafe;

use super::super::{Result, Tx, lock, search};
use super::{Extras, Picture, placeholders};
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
    /// The price book: currency, minor units, minor units before the sale.
    pub prices: Vec<(&'static str, i64, Option<i64>)>,
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

/// Makes the catalogue exactly this, within the caller's transaction. Stock of known variants is left alone.
///
/// # Errors
/// When the database does not answer.
pub async fn replace(tx: &mut Tx, creators: &[NewCreator], products: &[NewProduct]) -> Result<Changes> {
    lock::catalogue(tx).await?;
    for (position, creator) in (1_i64..).zip(creators) {
        sqlx::query(
            "INSERT INTO creators (handle, position, names, taglines, theme) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (handle) DO UPDATE SET position = excluded.position, names = excluded.names, \
             taglines = excluded.taglines, theme = excluded.theme",
        )
        .bind(&creator.handle)
        .bind(position)
        .bind(json(&creator.names)?)
        .bind(json(&creator.taglines)?)
        .bind(&creator.theme)
        .execute(&mut **tx)
        .await?;
    }
    let known: Vec<(String, String, i64)> =
        sqlx::query_as("SELECT id, fingerprint, active FROM products").fetch_all(&mut **tx).await?;
    let known: BTreeMap<String, (String, i64)> =
        known.into_iter().map(|(id, fingerprint, active)| (id, (fingerprint, active))).collect();
    let mut changes = Changes::default();

    for (position, product) in (1_i64..).zip(products) {
        let fingerprint = id::digest(format!("{product:?}").as_bytes());
        match known.get(&product.id) {
            Some((old, 1)) if *old == fingerprint => {
                changes.same += 1;
                sqlx::query("UPDATE products SET position = $1 WHERE id = $2")
                    .bind(position)
                    .bind(&product.id)
                    .execute(&mut **tx)
                    .await?;
                continue;
            }
            Some(_) => changes.changed += 1,
            None => changes.added += 1,
        }
        write(tx, position, product, &fingerprint).await?;
    }
    for (id, (_, active)) in &known {
        if *active == 1 && !products.iter().any(|product| product.id == *id) {
            changes.retired += 1;
            sqlx::query("UPDATE products SET active = 0 WHERE id = $1").bind(id).execute(&mut **tx).await?;
        }
    }
    search::rebuild(tx, (1_i64..).zip(products).map(|(position, product)| search::entry(position, product, creators))).await?;
    Ok(changes)
}

async fn write(tx: &mut Tx, position: i64, product: &NewProduct, fingerprint: &str) -> Result<()> {
    sqlx::query(
        "INSERT INTO products (id, creator, position, kind, titles, descriptions, kinds, options, extras, digital, ships_at, \
         rating, ratings, active, fingerprint) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14) \
         ON CONFLICT (id) DO UPDATE SET creator = excluded.creator, position = excluded.position, kind = excluded.kind, \
         titles = excluded.titles, descriptions = excluded.descriptions, kinds = excluded.kinds, options = excluded.options, \
         extras = excluded.extras, digital = excluded.digital, ships_at = excluded.ships_at, rating = excluded.rating, \
         ratings = excluded.ratings, active = 1, fingerprint = excluded.fingerprint",
    )
    .bind(&product.id)
    .bind(&product.creator)
    .bind(position)
    .bind(&product.kind)
    .bind(json(&product.titles)?)
    .bind(json(&product.descriptions)?)
    .bind(json(&product.kinds)?)
    .bind(json(&product.options)?)
    .bind(json(&product.extras)?)
    .bind(i64::from(product.digital))
    .bind(product.ships_at)
    .bind(product.rating.map(|rating| rating.0))
    .bind(product.rating.map(|rating| rating.1))
    .bind(fingerprint)
    .execute(&mut **tx)
    .await?;
    for table in ["DELETE FROM product_categories WHERE product = $1", "DELETE FROM pictures WHERE product = $1"] {
        sqlx::query(table).bind(&product.id).execute(&mut **tx).await?;
    }
    for (position, (value, taxonomy)) in (1_i64..).zip(&product.categories) {
        sqlx::query("INSERT INTO product_categories (product, position, value, folded, taxonomy) VALUES ($1, $2, $3, $4, $5)")
            .bind(&product.id)
            .bind(position)
            .bind(value)
            .bind(value.to_lowercase())
            .bind(taxonomy)
            .execute(&mut **tx)
            .await?;
    }
    for (position, picture) in (1_i64..).zip(&product.pictures) {
        sqlx::query("INSERT INTO pictures (product, position, file, ground, alts, choice) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(&product.id)
            .bind(position)
            .bind(&picture.file)
            .bind(&picture.ground)
            .bind(json(&picture.alts)?)
            .bind(picture.choice.as_deref())
            .execute(&mut **tx)
            .await?;
    }
    // Variants that are gone are kept, unsold: carts and orders may name them.
    sqlx::query("UPDATE variants SET active = 0 WHERE product = $1").bind(&product.id).execute(&mut **tx).await?;
    for (position, variant) in (1_i64..).zip(&product.variants) {
        write_variant(tx, &product.id, position, variant).await?;
    }
    Ok(())
}

async fn write_variant(tx: &mut Tx, product: &str, position: i64, variant: &NewVariant) -> Result<()> {
    sqlx::query(
        "INSERT INTO variants (id, product, position, sku, choices, grams, active) VALUES ($1, $2, $3, $4, $5, $6, 1) \
         ON CONFLICT (id) DO UPDATE SET product = excluded.product, position = excluded.position, sku = excluded.sku, \
         choices = excluded.choices, grams = excluded.grams, active = 1",
    )
    .bind(&variant.id)
    .bind(product)
    .bind(position)
    .bind(&variant.sku)
    .bind(json(&variant.choices)?)
    .bind(variant.grams)
    .execute(&mut **tx)
    .await?;
    sqlx::query("DELETE FROM prices WHERE variant = $1").bind(&variant.id).execute(&mut **tx).await?;
    let rows: Vec<String> = (0..variant.prices.len()).map(|row| format!("({})", placeholders(row * 5 + 1, 5))).collect();
    let sql = format!("INSERT INTO prices (variant, currency, product, amount, list_amount) VALUES {}", rows.join(", "));
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for (currency, amount, list) in &variant.prices {
        query = query.bind(&variant.id).bind(*currency).bind(product).bind(*amount).bind(*list);
    }
    query.execute(&mut **tx).await?;
    // A known variant keeps its stock: units were sold since.
    sqlx::query("INSERT INTO stock (variant_id, on_hand, held) VALUES ($1, $2, 0) ON CONFLICT (variant_id) DO NOTHING")
        .bind(&variant.id)
        .bind(variant.stock)
        .execute(&mut **tx)
        .await
        .map(|_| ())
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(Box::new(error)))
}
