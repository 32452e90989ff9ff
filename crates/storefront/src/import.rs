//! The demo catalogue: from the studio's data into the database, and its pictures onto disk.
//!
//! Can be repeated at any time: pictures that are there are not drawn again, rows that are the same are not written, stock
//! and orders are left alone.

mod catalogue;
mod downloads;
mod pictures;

use std::path::Path;

use crate::http::{downloads as files, media};
use crate::store::products::{self, intake};
use crate::store::{self, Db, Tx, discounts};

pub use intake::Changes;

/// Why an import failed, in a sentence.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The studio's data or drawing is wrong.
    #[error("The catalogue cannot be made: {0}.")]
    Studio(#[from] studio::Error),
    /// A product says something that the shop cannot read.
    #[error("The product {id} cannot be imported: {reason}.")]
    Product {
        /// The product.
        id: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A picture could not be written.
    #[error("The picture {path} cannot be written: {source}.")]
    Picture {
        /// The file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The database refused.
    #[error("The catalogue cannot be stored: {0}.")]
    Store(#[from] sqlx::Error),
    /// The work was cut off.
    #[error("The import stopped: {0}.")]
    Stopped(#[from] tokio::task::JoinError),
}

/// What an import did, for people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows.
    pub changes: Changes,
    /// Pictures that were drawn.
    pub drawn: usize,
    /// Pictures that were there.
    pub kept: usize,
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Changes { added, changed, same, retired } = self.changes;
        write!(
            f,
            "Catalogue: {added} products added, {changed} changed, {same} as before, {retired} retired. \
             Pictures: {} drawn, {} as before.",
            self.drawn, self.kept
        )
    }
}

/// Imports the demo catalogue when there is none yet, or when pictures of it are missing. Any other catalogue is left alone:
/// its pictures are its owner's business.
///
/// # Errors
/// See [`Error`].
pub async fn when_needed(db: &Db, data_dir: &Path) -> Result<(), Error> {
    let first = products::first(&mut *db.read().acquire().await?).await?;
    if let Some(first) = first {
        let demo = tokio::task::spawn_blocking(studio::catalogue).await??;
        if !demo.products.iter().any(|product| product.id == first) {
            return Ok(());
        }
        let mut connection = db.read().acquire().await?;
        let pictures = products::files(&mut connection).await?;
        let (downloads, without) = store::downloads::all(&mut connection).await?;
        let (folder, files) = (media::folder(data_dir), files::folder(data_dir));
        if !without
            && pictures.iter().all(|file| pictures::is_there(&folder, file))
            && downloads.iter().all(|download| files.join(&download.file).is_file())
        {
            return Ok(());
        }
    }
    eprintln!("Importing the demo catalogue (once).");
    let report = demo(db, data_dir).await?;
    eprintln!("{report}");
    Ok(())
}

/// Imports the demo catalogue.
///
/// # Errors
/// See [`Error`]; the database is then as it was.
pub async fn demo(db: &Db, data_dir: &Path) -> Result<Report, Error> {
    let (folder, files) = (media::folder(data_dir), files::folder(data_dir));
    let openings = products::openings(&mut *db.read().acquire().await?).await?;
    // Reading and drawing take all cores for a while: not on the threads that serve.
    let (stock, downloads, drawn, kept) = tokio::task::spawn_blocking(move || {
        let catalogue = studio::catalogue()?;
        let drawn = pictures::draw(&catalogue, &folder)?;
        let downloads = downloads::draw(&catalogue, &files)?;
        let stock = catalogue::convert(&catalogue, &openings, |product, picture| drawn.file(product, picture))?;
        Ok::<_, Error>((stock, downloads, drawn.new, drawn.old))
    })
    .await??;
    let mut tx = db.begin().await?;
    let changes = store(&mut tx, &stock).await?;
    for download in &downloads {
        store::downloads::note(&mut tx, download).await?;
    }
    discounts::seed_demo(&mut tx).await?;
    tx.commit().await?;
    Ok(Report { changes, drawn, kept })
}

/// Imports the demo catalogue without its pictures when there is none yet: for suites, which look at none.
///
/// # Errors
/// See [`Error`]; the database is then as it was.
pub async fn bare_when_needed(db: &Db) -> Result<(), Error> {
    let first = products::first(&mut *db.read().acquire().await?).await?;
    if first.is_none() {
        rows_only(db, |_| true).await?;
        let mut tx = db.begin().await?;
        discounts::seed_demo(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Imports some of the demo's products (those that `wanted` accepts by id) without drawing anything: for tests.
///
/// # Errors
/// See [`Error`].
pub async fn rows_only(db: &Db, wanted: impl Fn(&str) -> bool) -> Result<Changes, Error> {
    let mut catalogue = studio::catalogue()?;
    catalogue.products.retain(|product| wanted(&product.id));
    let openings = products::openings(&mut *db.read().acquire().await?).await?;
    let stock = catalogue::convert(&catalogue, &openings, |product, picture| format!("{}-{}", product.id, picture.name))?;
    let mut tx = db.begin().await?;
    let changes = store(&mut tx, &stock).await?;
    tx.commit().await?;
    Ok(changes)
}

async fn store(tx: &mut Tx, stock: &catalogue::Stock) -> Result<Changes, Error> {
    for names in &stock.groups {
        if let Some(value) = names.get("en") {
            store::search::kinds::call(tx, value, names).await?;
        }
    }
    Ok(intake::replace(tx, &stock.creators, &stock.products).await?)
}
