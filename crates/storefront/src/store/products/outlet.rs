//! Reading the catalogue back in the form in which it came in, page by page.

use std::collections::HashMap;

use sqlx::AssertSqlSafe;

use super::super::{Connection, Result};
use super::intake::{NewCreator, NewProduct, NewVariant, Priced};
use super::{Picture, json, placeholders};
use crate::shop::market;

/// Every creator, in the shop's order.
///
/// # Errors
/// When the database does not answer.
pub async fn creators(db: &mut Connection) -> Result<Vec<NewCreator>> {
    let rows: Vec<(String, String, String, String)> =
        sqlx::query_as("SELECT handle, names, taglines, theme FROM creators ORDER BY position, handle").fetch_all(db).await?;
    rows.into_iter()
        .map(|(handle, names, taglines, theme)| {
            Ok(NewCreator { handle, names: json(&names)?, taglines: json(&taglines)?, theme })
        })
        .collect()
}

/// Whether the index has entries, or nothing to have entries of.
///
/// # Errors
/// When the database does not answer.
pub(in crate::store) async fn indexed(db: &mut Connection) -> Result<bool> {
    let sql = "SELECT CASE WHEN EXISTS (SELECT 1 FROM product_search) OR NOT EXISTS (SELECT 1 FROM products WHERE active = 1) \
               THEN 1 ELSE 0 END";
    // A literal is a small integer to one engine and a large one to the other.
    let told: i64 = sqlx::query_scalar(AssertSqlSafe(format!("SELECT CAST(({sql}) AS BIGINT)"))).fetch_one(db).await?;
    Ok(told == 1)
}

/// How many products are on sale.
///
/// # Errors
/// When the database does not answer.
pub async fn count(db: &mut Connection) -> Result<i64> {
    sqlx::query_scalar("SELECT COUNT(*) FROM products WHERE active = 1").fetch_one(db).await
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    creator: String,
    position: i64,
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
    keywords: String,
}

/// The products on sale after a position, `limit` at the most, each with its position. Stock is what can be sold: what
/// payments hold is not in it.
///
/// # Errors
/// When the database does not answer, or holds what this program did not write.
pub async fn page(db: &mut Connection, after: i64, limit: i64) -> Result<Vec<(i64, NewProduct)>> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, creator, position, kind, kinds, titles, descriptions, options, extras, digital, ships_at, rating, ratings, \
         keywords FROM products WHERE active = 1 AND position > $1 ORDER BY position LIMIT $2",
    )
    .bind(after)
    .bind(limit)
    .fetch_all(&mut *db)
    .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let mut variants = variants(db, &ids).await?;
    let list = placeholders(1, ids.len());
    let sql =
        format!("SELECT product, value, taxonomy FROM product_categories WHERE product IN ({list}) ORDER BY product, position");
    let mut query = sqlx::query_as::<_, (String, String, String)>(AssertSqlSafe(sql));
    for id in &ids {
        query = query.bind(*id);
    }
    let mut categories: HashMap<String, Vec<(String, String)>> = HashMap::new();
    for (product, value, taxonomy) in query.fetch_all(&mut *db).await? {
        categories.entry(product).or_default().push((value, taxonomy));
    }
    let sql =
        format!("SELECT product, file, ground, alts, choice FROM pictures WHERE product IN ({list}) ORDER BY product, position");
    let mut query = sqlx::query_as::<_, (String, String, String, String, Option<String>)>(AssertSqlSafe(sql));
    for id in &ids {
        query = query.bind(*id);
    }
    let mut pictures: HashMap<String, Vec<Picture>> = HashMap::new();
    for (product, file, ground, alts, choice) in query.fetch_all(&mut *db).await? {
        pictures.entry(product).or_default().push(Picture { file, ground, alts: json(&alts)?, choice });
    }
    rows.into_iter()
        .map(|row| {
            let product = NewProduct {
                creator: row.creator,
                kind: row.kind,
                kinds: json(&row.kinds)?,
                titles: json(&row.titles)?,
                descriptions: json(&row.descriptions)?,
                options: json(&row.options)?,
                extras: json(&row.extras)?,
                digital: row.digital != 0,
                ships_at: row.ships_at,
                rating: row.rating.zip(row.ratings),
                categories: categories.remove(&row.id).unwrap_or_default(),
                keywords: json(&row.keywords)?,
                variants: variants.remove(&row.id).unwrap_or_default(),
                pictures: pictures.remove(&row.id).unwrap_or_default(),
                id: row.id,
            };
            Ok((row.position, product))
        })
        .collect()
}

async fn variants(db: &mut Connection, products: &[&str]) -> Result<HashMap<String, Vec<NewVariant>>> {
    let list = placeholders(1, products.len());
    let sql =
        format!("SELECT variant, currency, amount, list_amount FROM prices WHERE product IN ({list}) ORDER BY variant, currency");
    let mut query = sqlx::query_as::<_, (String, String, i64, Option<i64>)>(AssertSqlSafe(sql));
    for id in products {
        query = query.bind(*id);
    }
    let mut prices: HashMap<String, Vec<Priced>> = HashMap::new();
    for (variant, currency, amount, list) in query.fetch_all(&mut *db).await? {
        // A currency that this program has no market for cannot be sold in.
        if let Some(market) = market::by_currency(&currency) {
            prices.entry(variant).or_default().push((market.currency, amount, list));
        }
    }
    let sql = format!(
        "SELECT v.product, v.id, v.sku, v.choices, v.grams, s.on_hand - s.held FROM variants v \
         JOIN stock s ON s.variant_id = v.id WHERE v.active = 1 AND v.product IN ({list}) ORDER BY v.product, v.position"
    );
    let mut query = sqlx::query_as::<_, (String, String, String, String, i64, Option<i64>)>(AssertSqlSafe(sql));
    for id in products {
        query = query.bind(*id);
    }
    let mut variants: HashMap<String, Vec<NewVariant>> = HashMap::new();
    for (product, id, sku, choices, grams, stock) in query.fetch_all(db).await? {
        let prices = market::in_order(prices.remove(&id).unwrap_or_default());
        variants.entry(product).or_default().push(NewVariant { prices, sku, choices: json(&choices)?, grams, stock, id });
    }
    Ok(variants)
}
