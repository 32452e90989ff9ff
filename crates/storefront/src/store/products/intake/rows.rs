//! The rows of a product.

use sqlx::AssertSqlSafe;

use super::super::super::{Result, Tx};
use super::super::placeholders;
use super::{NewCreator, NewProduct};

/// Writes a creator, after those that are there.
pub(super) async fn creator(tx: &mut Tx, creator: &NewCreator) -> Result<()> {
    sqlx::query(
        "INSERT INTO creators (handle, position, names, taglines, theme) \
         VALUES ($1, (SELECT COALESCE(MAX(position), 0) + 1 FROM creators), $2, $3, $4) \
         ON CONFLICT (handle) DO UPDATE SET names = excluded.names, taglines = excluded.taglines, theme = excluded.theme",
    )
    .bind(&creator.handle)
    .bind(json(&creator.names)?)
    .bind(json(&creator.taglines)?)
    .bind(&creator.theme)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

/// Writes a product and all that belongs to it. `Err` inside is a variant's id that is another product's.
pub(super) async fn write(
    tx: &mut Tx,
    position: i64,
    product: &NewProduct,
    fingerprint: &str,
    is_new: bool,
) -> Result<std::result::Result<(), String>> {
    sqlx::query(
        "INSERT INTO products (id, creator, position, kind, titles, descriptions, kinds, options, extras, digital, ships_at, \
         rating, ratings, active, fingerprint, keywords) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14, \
         $15) ON CONFLICT (id) DO UPDATE SET creator = excluded.creator, position = excluded.position, kind = excluded.kind, \
         titles = excluded.titles, descriptions = excluded.descriptions, kinds = excluded.kinds, options = excluded.options, \
         extras = excluded.extras, digital = excluded.digital, ships_at = excluded.ships_at, rating = excluded.rating, \
         ratings = excluded.ratings, active = 1, fingerprint = excluded.fingerprint, keywords = excluded.keywords",
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
    .bind(json(&product.keywords)?)
    .execute(&mut **tx)
    .await?;
    if !is_new {
        for table in [
            "DELETE FROM product_categories WHERE product = $1",
            "DELETE FROM pictures WHERE product = $1",
            "DELETE FROM prices WHERE variant IN (SELECT id FROM variants WHERE product = $1)",
            // Variants that are gone are kept, unsold: carts and orders may name them.
            "UPDATE variants SET active = 0 WHERE product = $1",
        ] {
            sqlx::query(table).bind(&product.id).execute(&mut **tx).await?;
        }
    }
    categories(tx, product, position).await?;
    pictures(tx, product).await?;
    variants(tx, product).await
}

async fn categories(tx: &mut Tx, product: &NewProduct, shelf: i64) -> Result<()> {
    if product.categories.is_empty() {
        return Ok(());
    }
    let sql = "INSERT INTO product_categories (product, position, value, folded, taxonomy, shelf) VALUES ";
    let sql = many(sql, product.categories.len(), 6);
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for (position, (value, taxonomy)) in (1_i64..).zip(&product.categories) {
        query = query.bind(&product.id).bind(position).bind(value).bind(value.to_lowercase()).bind(taxonomy).bind(shelf);
    }
    query.execute(&mut **tx).await.map(|_| ())
}

async fn pictures(tx: &mut Tx, product: &NewProduct) -> Result<()> {
    if product.pictures.is_empty() {
        return Ok(());
    }
    let sql = many("INSERT INTO pictures (product, position, file, ground, alts, choice) VALUES ", product.pictures.len(), 6);
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for (position, picture) in (1_i64..).zip(&product.pictures) {
        query = query.bind(&product.id).bind(position).bind(&picture.file).bind(&picture.ground);
        query = query.bind(json(&picture.alts)?).bind(picture.choice.as_deref());
    }
    query.execute(&mut **tx).await.map(|_| ())
}

/// Variants go a hundred at a time: statements have a limit of parameters.
async fn variants(tx: &mut Tx, product: &NewProduct) -> Result<std::result::Result<(), String>> {
    for (start, some) in (1_i64..).step_by(100).zip(product.variants.chunks(100)) {
        let sql = many("INSERT INTO variants (id, product, position, sku, choices, grams, active) VALUES ", some.len(), 7);
        // An id of another product's variant is not taken away from it.
        let sql = format!(
            "{sql} ON CONFLICT (id) DO UPDATE SET position = excluded.position, sku = excluded.sku, choices = excluded.choices, \
             grams = excluded.grams, active = 1 WHERE variants.product = excluded.product"
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for (position, variant) in (start..).zip(some) {
            query = query.bind(&variant.id).bind(&product.id).bind(position).bind(&variant.sku);
            query = query.bind(json(&variant.choices)?).bind(variant.grams).bind(1_i64);
        }
        let written = query.execute(&mut **tx).await?.rows_affected();
        if written != some.len() as u64 {
            return foreign(tx, product).await.map(Err);
        }
        let prices: usize = some.iter().map(|variant| variant.prices.len()).sum();
        let sql = many("INSERT INTO prices (variant, currency, product, amount, list_amount) VALUES ", prices, 5);
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for variant in some {
            for (currency, amount, list) in &variant.prices {
                query = query.bind(&variant.id).bind(*currency).bind(&product.id).bind(*amount).bind(*list);
            }
        }
        query.execute(&mut **tx).await?;
        // A known variant keeps its stock: units were sold since.
        let sql = many("INSERT INTO stock (variant_id, on_hand) VALUES ", some.len(), 2);
        let mut query = sqlx::query(AssertSqlSafe(format!("{sql} ON CONFLICT (variant_id) DO NOTHING")));
        for variant in some {
            query = query.bind(&variant.id).bind(variant.stock);
        }
        query.execute(&mut **tx).await?;
    }
    Ok(Ok(()))
}

/// The variant's id that is another product's.
async fn foreign(tx: &mut Tx, product: &NewProduct) -> Result<String> {
    for variant in &product.variants {
        let owner: Option<String> =
            sqlx::query_scalar("SELECT product FROM variants WHERE id = $1").bind(&variant.id).fetch_optional(&mut **tx).await?;
        if owner.is_some_and(|owner| owner != product.id) {
            return Ok(variant.id.clone());
        }
    }
    Ok(product.id.clone())
}

/// Moves a product to another place on the shelf.
pub(super) async fn place(tx: &mut Tx, id: &str, position: i64) -> Result<()> {
    for sql in ["UPDATE products SET position = $1 WHERE id = $2", "UPDATE product_categories SET shelf = $1 WHERE product = $2"]
    {
        sqlx::query(sql).bind(position).bind(id).execute(&mut **tx).await?;
    }
    Ok(())
}

/// Takes the product at a position off the shelf, and out of its categories.
pub(super) async fn retire(tx: &mut Tx, position: i64) -> Result<()> {
    for sql in [
        "DELETE FROM product_categories WHERE product IN (SELECT id FROM products WHERE position = $1 AND active = 1)",
        "UPDATE products SET active = 0 WHERE position = $1 AND active = 1",
    ] {
        sqlx::query(sql).bind(position).execute(&mut **tx).await?;
    }
    Ok(())
}

/// Makes that many units sellable; those that payments hold come on top.
pub(super) async fn restock(tx: &mut Tx, product: &NewProduct) -> Result<()> {
    for variant in &product.variants {
        sqlx::query("UPDATE stock SET on_hand = $2 + held WHERE variant_id = $1")
            .bind(&variant.id)
            .bind(variant.stock)
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// An id that a product and a variant share: whoever asks for it could mean either.
pub(super) async fn shared_id(tx: &mut Tx) -> Result<Option<String>> {
    sqlx::query_scalar("SELECT p.id FROM products p JOIN variants v ON v.id = p.id LIMIT 1").fetch_optional(&mut **tx).await
}

/// A statement for several rows of `columns` values.
fn many(sql: &str, rows: usize, columns: usize) -> String {
    let rows: Vec<String> = (0..rows).map(|row| format!("({})", placeholders(row * columns + 1, columns))).collect();
    format!("{sql}{}", rows.join(", "))
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(Box::new(error)))
}
