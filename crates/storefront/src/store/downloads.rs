//! The files of digital products.

use super::{Connection, Result, Tx};

/// A product's file.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Download {
    /// The product.
    pub product: String,
    /// Its name in the folder of downloads.
    pub file: String,
    /// MIME type.
    pub media_type: String,
}

/// Notes a product's file.
///
/// # Errors
/// When the database does not answer, or there is no such product.
pub async fn note(tx: &mut Tx, download: &Download) -> Result<()> {
    sqlx::query(
        "INSERT INTO downloads (product, file, media_type) VALUES ($1, $2, $3) \
         ON CONFLICT (product) DO UPDATE SET file = excluded.file, media_type = excluded.media_type",
    )
    .bind(&download.product)
    .bind(&download.file)
    .bind(&download.media_type)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

/// The file of a variant's product.
///
/// # Errors
/// When the database does not answer.
pub async fn of_variant(connection: &mut Connection, variant: &str) -> Result<Option<Download>> {
    sqlx::query_as(
        "SELECT downloads.product, file, media_type FROM downloads JOIN variants ON variants.product = downloads.product \
         WHERE variants.id = $1",
    )
    .bind(variant)
    .fetch_optional(connection)
    .await
}

/// Every file, and whether digital products on sale have none.
///
/// # Errors
/// When the database does not answer.
pub async fn all(connection: &mut Connection) -> Result<(Vec<Download>, bool)> {
    let files =
        sqlx::query_as("SELECT product, file, media_type FROM downloads ORDER BY product").fetch_all(&mut *connection).await?;
    let (without,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM products WHERE digital = 1 AND active = 1 \
         AND NOT EXISTS (SELECT 1 FROM downloads WHERE downloads.product = products.id)",
    )
    .fetch_one(connection)
    .await?;
    Ok((files, without > 0))
}
