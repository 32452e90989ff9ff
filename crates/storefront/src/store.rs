//! SQL, and nothing else: every query of the shop lives in a module below, and none anywhere else.
//!
//! The dialect is the part that SQLite and PostgreSQL share: `$1` parameters, TEXT ids, BIGINT integers, times as unix
//! milliseconds in BIGINT, JSON as TEXT, `ON CONFLICT … DO …`. What cannot be shared (full-text search) is chosen by
//! [`Engine`] in one place.
//!
//! Reading: `db.read()`. Writing: `let mut tx = db.begin().await?; … tx.commit().await?`. On SQLite a write transaction is
//! `BEGIN IMMEDIATE` on the one writer connection, so it either starts or waits its turn; it can never fail half-way for a
//! lock. So never hold a [`Tx`] while waiting for anything but the database, and never begin a second one inside it.

pub mod attempts;
pub mod carts;
pub mod checkouts;
pub mod discounts;
pub mod holds;
pub mod idempotency;
pub mod json;
pub mod listeners;
pub mod mailbox;
pub mod members;
pub mod orders;
pub mod outbox;
pub mod products;
pub mod search;
pub mod shelf;
pub mod signing_keys;
pub mod testing;

use std::path::Path;
use std::time::Duration;

use sqlx::any::AnyPoolOptions;
use sqlx::{Connection as _, Executor as _, SqlSafeStr as _};

/// The database of every query: sqlx's runtime-chosen driver, so that one binary serves SQLite and PostgreSQL.
pub type Database = sqlx::Any;
/// A connection, whichever engine it leads to.
pub type Connection = sqlx::AnyConnection;
/// A write transaction. Rolled back when dropped.
pub type Tx = sqlx::Transaction<'static, Database>;
/// What queries return.
pub type Result<T> = std::result::Result<T, sqlx::Error>;

/// Which database is behind the URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// One file, one writer, any number of readers.
    Sqlite,
}

/// Why a database could not be opened, in words for whoever started the shop.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The URL names no engine that this build knows.
    #[error("The database URL must start with sqlite:// (it starts with {0:?}).")]
    Url(String),
    /// The folder of the database file cannot be made or written.
    #[error("The database folder {path} cannot be written: {source}.")]
    Folder {
        /// The folder.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The engine refused.
    #[error("The database {url} cannot be opened: {source}.")]
    Open {
        /// The URL, as given.
        url: String,
        /// What the engine said.
        source: sqlx::Error,
    },
    /// A migration failed; the database is as it was before it.
    #[error("The database could not be brought up to date: {0}.")]
    Migrate(#[from] sqlx::migrate::MigrateError),
}

/// The shop's database: many readers, and writers that take turns.
#[derive(Clone, Debug)]
pub struct Db {
    engine: Engine,
    read: sqlx::AnyPool,
    write: sqlx::AnyPool,
}

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!();

impl Db {
    /// Opens (and creates, where there is none) the database behind `url` and brings its tables up to date.
    ///
    /// # Errors
    /// See [`OpenError`]: every case is one sentence for the person who started the shop.
    pub async fn open(url: &str) -> std::result::Result<Self, OpenError> {
        sqlx::any::install_default_drivers();
        let Some(path) = url.strip_prefix("sqlite:") else {
            return Err(OpenError::Url(url.split(':').next().unwrap_or_default().to_owned()));
        };
        let path = path.trim_start_matches("//").split('?').next().unwrap_or_default();
        if let Some(folder) = Path::new(path).parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|source| OpenError::Folder { path: folder.display().to_string(), source })?;
        }
        let address = if url.contains('?') { url.to_owned() } else { format!("{url}?mode=rwc") };
        let open = |source| OpenError::Open { url: url.to_owned(), source };
        // One connection first: a pool would try again and again, and say in the end only that it was too late.
        let mut first = Connection::connect(&address).await.map_err(open)?;
        first.execute(PRAGMAS).await.map_err(open)?;
        first.close().await.map_err(open)?;
        let write = sqlite_pool(1).connect(&address).await.map_err(open)?;
        let read = sqlite_pool(8).connect(&address).await.map_err(open)?;
        let db = Self { engine: Engine::Sqlite, read, write };
        MIGRATIONS.run(&db.write).await?;
        search::prepare(&db).await.map_err(open)?;
        Ok(db)
    }

    /// Where to read from, outside any transaction.
    #[must_use]
    pub fn read(&self) -> &sqlx::AnyPool {
        &self.read
    }

    /// Which engine answers.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Begins a write transaction.
    ///
    /// # Errors
    /// When no writer came free in time, or the database is gone.
    pub async fn begin(&self) -> Result<Tx> {
        match self.engine {
            Engine::Sqlite => self.write.begin_with("BEGIN IMMEDIATE".into_sql_str()).await,
        }
    }

    /// Asks the database for a sign of life.
    ///
    /// # Errors
    /// When it gives none.
    pub async fn ping(&self) -> Result<()> {
        self.read.execute("SELECT 1").await.map(|_| ())
    }

    /// Closes every connection, after letting running queries end.
    pub async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }
}

/// WAL lets readers go on while one writes; `synchronous = NORMAL` would lose the last commits in a power cut, and an order
/// is not something to lose, hence FULL. The first one waits for a starting neighbour to finish switching to WAL.
const PRAGMAS: &str = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
    PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;";

fn sqlite_pool(connections: u32) -> AnyPoolOptions {
    AnyPoolOptions::new().max_connections(connections).acquire_timeout(Duration::from_secs(10)).after_connect(|connection, _| {
        Box::pin(async move {
            connection.execute(PRAGMAS).await?;
            Ok(())
        })
    })
}
