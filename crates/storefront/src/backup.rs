//! Backups of the SQLite file: made while the shop is open, and examined before they are called one.

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::store::backup::{self, Contents, Examined};

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database is no file.
    #[error(
        "Only a SQLite file is backed up by this command. A PostgreSQL server has pg_dump, and better: continuous archiving."
    )]
    NoFile,
    /// The file is not there.
    #[error("There is no database {}.", .0.display())]
    Missing(PathBuf),
    /// There is one of that name already.
    #[error("{} is there already. A backup replaces nothing.", .0.display())]
    Exists(PathBuf),
    /// The database could not be read, or the copy not be written.
    #[error("{} cannot be copied or read: {source}.", path.display())]
    Database {
        /// The file.
        path: PathBuf,
        /// What the engine said.
        source: sqlx::Error,
    },
    /// The copy could not be put in its place.
    #[error("{}: {source}.", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The copy is not whole.
    #[error("{} is not whole: {}.", path.display(), faults.join("; "))]
    Broken {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        faults: Vec<String>,
    },
}

impl std::fmt::Display for Contents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { products, carts, checkouts, orders, history } = self;
        write!(f, "{products} products, {carts} carts, {checkouts} checkouts, {orders} orders with {history} events")
    }
}

/// Copies the database behind `url` to `to`, and examines the copy; the name is given last, so that a file of that name is
/// a whole backup.
///
/// # Errors
/// See [`Error`]; then there is no file of that name.
pub async fn make(url: &str, to: &Path) -> Result<Contents, Error> {
    let from = url.strip_prefix("sqlite:").ok_or(Error::NoFile)?;
    let from = Path::new(from.trim_start_matches("//").split('?').next().unwrap_or_default());
    if !from.is_file() {
        return Err(Error::Missing(from.to_owned()));
    }
    if to.exists() {
        return Err(Error::Exists(to.to_owned()));
    }
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = to.with_file_name(name);
    let failed = |path: &Path, source| Error::File { path: path.to_owned(), source };
    match std::fs::remove_file(&part) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(&part, error)),
        _ => {}
    }
    let copied = backup::copy(from, &part).await.map_err(|source| Error::Database { path: from.to_owned(), source });
    let made = match copied {
        Ok((before, after)) => check(&part).await.and_then(|contents| between(&part, before, contents, after)),
        Err(error) => Err(error),
    };
    let contents = match made {
        Ok(contents) => contents,
        Err(error) => {
            // What is not whole is worth nothing; that it cannot be removed would say less than why it is not whole.
            let _ = std::fs::remove_file(&part);
            return Err(error);
        }
    };
    File::open(&part)
        .and_then(|file| file.sync_all())
        .and_then(|()| std::fs::rename(&part, to))
        .map_err(|source| failed(to, source))?;
    Ok(contents)
}

/// Examines a backup.
///
/// # Errors
/// See [`Error`].
pub async fn check(file: &Path) -> Result<Contents, Error> {
    if !file.is_file() {
        return Err(Error::Missing(file.to_owned()));
    }
    let Examined { contents, faults } =
        backup::examine(file).await.map_err(|source| Error::Database { path: file.to_owned(), source })?;
    if faults.is_empty() { Ok(contents) } else { Err(Error::Broken { path: file.to_owned(), faults }) }
}

/// Orders and their history only grow: a copy has at least what was there before it and at most what was there after.
fn between(file: &Path, before: Contents, copy: Contents, after: Contents) -> Result<Contents, Error> {
    let orders = (before.orders..=after.orders).contains(&copy.orders);
    if orders && (before.history..=after.history).contains(&copy.history) {
        return Ok(copy);
    }
    let what = format!("it has {copy}, the database had {before} before it and {after} after it");
    Err(Error::Broken { path: file.to_owned(), faults: vec![what] })
}
