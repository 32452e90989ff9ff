//! The catalogue as a file: `catalog import` and `catalog export`, in JSON Lines and in CSV (docs/catalogue.md).
//!
//! An import reads the file twice. The first time every line is checked and nothing is written; what is wrong is told with
//! its line. The second time it is written, in one transaction, and only what has changed: nothing is ever half imported,
//! and a shop that is open waits only as long as the changes take. Neither keeps more of a product than its digest.

mod check;
mod file;
mod progress;
mod record;
mod rows;
mod table;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use tokio::sync::mpsc;

use crate::store::Db;
use crate::store::products::intake::{self, Changes, Intake, NewCreator, NewProduct, Wish, fingerprint, key, short};
use crate::store::products::outlet;
use file::{Place, Source};
use record::Record;

pub use file::Format;
pub use progress::Progress;

/// Something in a file that cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, counted from one.
    pub line: u64,
    /// Where in it, as a path or a column; empty when it is the line itself.
    pub at: String,
    /// What is wrong, a sentence without its point.
    pub what: String,
}

impl Problem {
    fn new(line: u64, at: impl Into<String>, what: impl Into<String>) -> Self {
        Self { line, at: at.into(), what: what.into() }
    }
}

/// Why an import or an export did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file cannot be read or written.
    #[error("{}: {source}.", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Lines that cannot be imported; nothing was.
    #[error("{}", listed(path, problems))]
    Problems {
        /// The file.
        path: PathBuf,
        /// In the order of lines, the first [`MOST_PROBLEMS`].
        problems: Vec<Problem>,
    },
    /// An id that belongs to two things; nothing was imported.
    #[error("{}: {id} is an id of two things, a product or a variant that is there already and one of this file. Nothing was imported.", path.display())]
    Shared {
        /// The file.
        path: PathBuf,
        /// The id.
        id: String,
    },
    /// The file was changed while it was read; nothing was imported.
    #[error("{} changed while it was read. Nothing was imported.", path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// The database refused.
    #[error("The catalogue cannot be stored: {0}.")]
    Store(#[from] sqlx::Error),
}

/// How many problems are told before reading stops.
pub const MOST_PROBLEMS: usize = 20;

fn listed(path: &Path, problems: &[Problem]) -> String {
    let mut text = String::new();
    for Problem { line, at, what } in problems {
        let at = if at.is_empty() { String::new() } else { format!("{at}: ") };
        text.push_str(&format!("{}:{line}: {at}{what}.\n", path.display()));
    }
    if problems.len() >= MOST_PROBLEMS {
        text.push_str("There may be more. ");
    }
    text.push_str("Nothing was imported.");
    text
}

/// What to import, and how.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The file.
    pub path: PathBuf,
    /// How it is written.
    pub format: Format,
    /// What becomes of the rest of the catalogue, and of stock.
    pub wish: Wish,
    /// Only say what would happen.
    pub dry_run: bool,
}

/// Imports a file, or says what importing it would do.
///
/// # Errors
/// See [`Error`]; the database is then as it was.
pub async fn import(db: &Db, plan: &Plan, progress: &mut Progress) -> Result<Changes, Error> {
    let known = outlet::creators(&mut *db.read().acquire().await?).await?;
    let known = known.into_iter().map(|creator| creator.handle).collect();
    let wanted = checked(plan, known, progress)?;
    if plan.dry_run {
        progress.end();
        return Ok(Intake::try_out(&mut *db.read().acquire().await?, plan.wish, &wanted).await?);
    }
    let changed = || Error::Changed { path: plan.path.clone() };
    let shared = |id| Error::Shared { path: plan.path.clone(), id };
    progress.begin("writing");
    let mut coming = ahead(Source::open(&plan.path, plan.format)?);
    let mut tx = db.begin().await?;
    let mut intake = Intake::begin(&mut tx, plan.wish, &wanted).await?;
    let mut expected = wanted.iter();
    while let Some(read) = coming.recv().await {
        let (place, read) = read.ok_or_else(changed)?;
        match read {
            Read::Creator(creator) => intake.creator(&mut tx, &creator).await?,
            Read::Product(product, print) => {
                if expected.next() != Some(&(key(&product.id), short(&print))) {
                    return Err(changed());
                }
                intake.product(&mut tx, *product, print).await?.map_err(shared)?;
            }
        }
        progress.at(place.bytes);
    }
    if expected.next().is_some() {
        return Err(changed());
    }
    let changes = intake.end(&mut tx).await?.map_err(shared)?;
    tx.commit().await?;
    progress.end();
    Ok(changes)
}

/// A record as it is written.
enum Read {
    Creator(NewCreator),
    /// With its fingerprint.
    Product(Box<NewProduct>, String),
}

/// How many records are read before they are written.
const AHEAD: usize = 256;

/// Reads on while the database writes. Ends with `None` at a record that cannot be read.
fn ahead(source: Source) -> mpsc::Receiver<Option<(Place, Read)>> {
    let (sender, coming) = mpsc::channel(AHEAD);
    // Nobody waits for it: it ends with the file, or when what it reads is no longer wanted.
    tokio::task::spawn_blocking(move || {
        for found in source {
            let read = found.ok().and_then(|(place, record)| {
                let read = match record {
                    Record::Creator(creator) => Read::Creator(creator.into()),
                    Record::Product(product) => {
                        let product = NewProduct::try_from(*product).ok()?;
                        let print = fingerprint(&product);
                        Read::Product(Box::new(product), print)
                    }
                };
                Some((place, read))
            });
            let over = read.is_none();
            if sender.blocking_send(read).is_err() || over {
                return;
            }
        }
    });
    coming
}

/// Reads the whole file; gives the digests of its products, or what is wrong with it.
fn checked(
    plan: &Plan,
    mut creators: HashSet<String>,
    progress: &mut Progress,
) -> Result<Vec<(intake::Digest, intake::Digest)>, Error> {
    let source = Source::open(&plan.path, plan.format)?;
    progress.open(source.size());
    progress.begin("checking");
    let mut wanted = Vec::new();
    let mut problems = Vec::new();
    let mut taken = check::Ids::default();
    for record in source {
        match record {
            Err(problem) => problems.extend(problem),
            Ok((place, Record::Creator(creator))) => {
                creators.insert(creator.handle.clone());
                problems.extend(creator.faults().into_iter().map(|(at, what)| Problem::new(place.line, at, what)));
                progress.at(place.bytes);
            }
            Ok((place, Record::Product(product))) => {
                let told = problems.len();
                let lines = product.lines.clone();
                let mut tell = |(at, what): (String, String)| {
                    problems.push(Problem::new(record::line_of(&lines, place.line, &at), at, what))
                };
                if !creators.contains(&product.creator) {
                    let what = format!("the creator {:?} is not known: give it before its products", product.creator);
                    tell(("creator".to_owned(), what));
                }
                taken.take(&product, place.line).into_iter().for_each(&mut tell);
                match NewProduct::try_from(*product) {
                    Ok(product) if problems.len() == told => wanted.push(digests(&product)),
                    Ok(_) => {}
                    Err(faults) => faults
                        .into_iter()
                        .for_each(|(at, what)| problems.push(Problem::new(record::line_of(&lines, place.line, &at), at, what))),
                }
                progress.at(place.bytes);
            }
        }
        if problems.len() >= MOST_PROBLEMS {
            problems.truncate(MOST_PROBLEMS);
            break;
        }
    }
    if wanted.is_empty() && plan.wish.replace && problems.is_empty() {
        problems.push(Problem::new(1, "", "there is no product in this file, and with --replace nothing would be left on sale"));
    }
    if problems.is_empty() {
        return Ok(wanted);
    }
    progress.end();
    problems.sort_by_key(|problem| problem.line);
    Err(Error::Problems { path: plan.path.clone(), problems })
}

fn digests(product: &NewProduct) -> (intake::Digest, intake::Digest) {
    (key(&product.id), short(&fingerprint(product)))
}

/// How many products are read at a time.
const PAGE: i64 = 200;

/// Writes everything on sale into a file, whole or not at all; gives the number of products.
///
/// # Errors
/// See [`Error`].
pub async fn export(db: &Db, path: &Path, format: Format, progress: &mut Progress) -> Result<u64, Error> {
    let mut connection = db.read().acquire().await?;
    let creators = outlet::creators(&mut connection).await?;
    progress.open(u64::try_from(outlet::count(&mut connection).await?).unwrap_or(0));
    progress.begin("writing");
    let mut sink = file::Sink::create(path, format, creators)?;
    let (mut after, mut count) = (i64::MIN, 0);
    loop {
        let page = outlet::page(&mut connection, after, PAGE).await?;
        let Some((last, _)) = page.last() else { break };
        after = *last;
        for (_, product) in page {
            sink.write(product)?;
            count += 1;
            progress.at(count);
        }
    }
    sink.end()?;
    progress.end();
    Ok(count)
}
