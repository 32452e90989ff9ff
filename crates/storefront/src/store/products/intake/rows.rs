//! The rows of products.

use super::super::super::bulk::{self, Value};
use super::super::super::{Result, Tx};
use super::{NewCreator, NewProduct, Placed};

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

/// Writes products, no two with the same id, and all that belongs to them. `Err` inside is a variant's id that is another product's.
pub(super) async fn write(tx: &mut Tx, placed: &[Placed]) -> Result<std::result::Result<(), String>> {
    products(tx, placed).await?;
    for known in placed.iter().filter(|placed| !placed.is_new) {
        for table in [
            "DELETE FROM product_categories WHERE product = $1",
            "DELETE FROM pictures WHERE product = $1",
            "DELETE FROM prices WHERE variant IN (SELECT id FROM variants WHERE product = $1)",
            // Variants that are gone are kept, unsold: carts and orders may name them.
            "UPDATE variants SET active = 0 WHERE product = $1",
        ] {
            sqlx::query(table).bind(&known.product.id).execute(&mut **tx).await?;
        }
    }
    categories(tx, placed).await?;
    pictures(tx, placed).await?;
    variants(tx, placed).await
}

async fn products(tx: &mut Tx, placed: &[Placed]) -> Result<()> {
    let rows: Vec<_> = placed.iter().map(row).collect::<Result<_>>()?;
    let head = "INSERT INTO products (id, creator, position, kind, titles, descriptions, kinds, options, extras, digital, \
        ships_at, rating, ratings, active, fingerprint, keywords)";
    let tail = "ON CONFLICT (id) DO UPDATE SET creator = excluded.creator, position = excluded.position, kind = excluded.kind, \
        titles = excluded.titles, descriptions = excluded.descriptions, kinds = excluded.kinds, options = excluded.options, \
        extras = excluded.extras, digital = excluded.digital, ships_at = excluded.ships_at, rating = excluded.rating, \
        ratings = excluded.ratings, active = 1, fingerprint = excluded.fingerprint, keywords = excluded.keywords";
    bulk::write(tx, head, tail, &rows).await.map(|_| ())
}

fn row(Placed { position, product, fingerprint, is_new: _ }: &Placed) -> Result<[Value<'_>; 16]> {
    Ok([
        product.id.as_str().into(),
        product.creator.as_str().into(),
        (*position).into(),
        product.kind.as_str().into(),
        json(&product.titles)?.into(),
        json(&product.descriptions)?.into(),
        json(&product.kinds)?.into(),
        json(&product.options)?.into(),
        json(&product.extras)?.into(),
        i64::from(product.digital).into(),
        product.ships_at.into(),
        product.rating.map(|rating| rating.0).into(),
        product.rating.map(|rating| rating.1).into(),
        1.into(),
        fingerprint.as_str().into(),
        json(&product.keywords)?.into(),
    ])
}

async fn categories(tx: &mut Tx, placed: &[Placed]) -> Result<()> {
    let rows = placed.iter().flat_map(|Placed { position: shelf, product, .. }| {
        (1_i64..).zip(&product.categories).map(|(position, (value, taxonomy))| -> [Value<'_>; 6] {
            let (id, folded) = (product.id.as_str(), value.to_lowercase());
            [id.into(), position.into(), value.as_str().into(), folded.into(), taxonomy.as_str().into(), (*shelf).into()]
        })
    });
    let head = "INSERT INTO product_categories (product, position, value, folded, taxonomy, shelf)";
    bulk::write(tx, head, "", &rows.collect::<Vec<_>>()).await.map(|_| ())
}

async fn pictures(tx: &mut Tx, placed: &[Placed]) -> Result<()> {
    let rows = placed.iter().flat_map(|Placed { product, .. }| {
        (1_i64..).zip(&product.pictures).map(|(position, picture)| -> Result<[Value<'_>; 6]> {
            let (id, file, ground) = (product.id.as_str(), picture.file.as_str(), picture.ground.as_str());
            let choice = picture.choice.as_deref();
            Ok([id.into(), position.into(), file.into(), ground.into(), json(&picture.alts)?.into(), choice.into()])
        })
    });
    let head = "INSERT INTO pictures (product, position, file, ground, alts, choice)";
    bulk::write(tx, head, "", &rows.collect::<Result<Vec<_>>>()?).await.map(|_| ())
}

async fn variants(tx: &mut Tx, placed: &[Placed]) -> Result<std::result::Result<(), String>> {
    let all = || placed.iter().flat_map(|Placed { product, .. }| product.variants.iter().map(move |variant| (product, variant)));
    let rows = placed.iter().flat_map(|Placed { product, .. }| {
        (1_i64..).zip(&product.variants).map(|(position, variant)| -> Result<[Value<'_>; 7]> {
            let (id, of, sku) = (variant.id.as_str(), product.id.as_str(), variant.sku.as_str());
            Ok([
                id.into(),
                of.into(),
                position.into(),
                sku.into(),
                json(&variant.choices)?.into(),
                variant.grams.into(),
                1.into(),
            ])
        })
    });
    let rows = rows.collect::<Result<Vec<_>>>()?;
    let head = "INSERT INTO variants (id, product, position, sku, choices, grams, active)";
    // An id of another product's variant is not taken away from it.
    let tail = "ON CONFLICT (id) DO UPDATE SET position = excluded.position, sku = excluded.sku, choices = excluded.choices, \
        grams = excluded.grams, active = 1 WHERE variants.product = excluded.product";
    if bulk::write(tx, head, tail, &rows).await? != rows.len() as u64 {
        for Placed { product, .. } in placed {
            if let Some(taken) = foreign(tx, product).await? {
                return Ok(Err(taken));
            }
        }
    }
    let rows = all().flat_map(|(product, variant)| {
        variant.prices.iter().map(|(currency, amount, list)| -> [Value<'_>; 5] {
            [variant.id.as_str().into(), (*currency).into(), product.id.as_str().into(), (*amount).into(), (*list).into()]
        })
    });
    let head = "INSERT INTO prices (variant, currency, product, amount, list_amount)";
    bulk::write(tx, head, "", &rows.collect::<Vec<_>>()).await?;
    // A known variant keeps its stock: units were sold since.
    let rows = all().map(|(_, variant)| -> [Value<'_>; 2] { [variant.id.as_str().into(), variant.stock.into()] });
    let head = "INSERT INTO stock (variant_id, on_hand)";
    bulk::write(tx, head, "ON CONFLICT (variant_id) DO NOTHING", &rows.collect::<Vec<_>>()).await?;
    Ok(Ok(()))
}

/// The id of a product's variant that is another product's.
async fn foreign(tx: &mut Tx, product: &NewProduct) -> Result<Option<String>> {
    for variant in &product.variants {
        let owner: Option<String> =
            sqlx::query_scalar("SELECT product FROM variants WHERE id = $1").bind(&variant.id).fetch_optional(&mut **tx).await?;
        if owner.is_some_and(|owner| owner != product.id) {
            return Ok(Some(variant.id.clone()));
        }
    }
    Ok(None)
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

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(Box::new(error)))
}
