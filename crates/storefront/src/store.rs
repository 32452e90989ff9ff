//! SQL, and nothing else: every query of the shop lives in a module below, and none anywhere else.
//!
//! # One dialect
//!
//! The same statements run on SQLite and on PostgreSQL, and every API test runs on both (`cargo xtask test api`,
//! `cargo xtask test postgres`). What is shared:
//!
//! - `$1` parameters; TEXT ids, BIGINT integers, times as unix milliseconds in BIGINT, flags as BIGINT 0 and 1, JSON as TEXT.
//!   No BOOLEAN, no NUMERIC (so `CAST(SUM(x) AS BIGINT)`: PostgreSQL adds BIGINT up to NUMERIC), no `rowid`, no `OR REPLACE`.
//! - `ON CONFLICT (…) DO UPDATE SET a = excluded.a` / `DO NOTHING`, `RETURNING`, partial indexes, `CASE`, `COALESCE`.
//! - A literal has the type of its column; `SELECT` names its columns; `ORDER BY` wherever order matters.
//!
//! What cannot be shared is chosen by [`Engine`] in one place each: opening, waiting for one's turn ([`lock`]), full-text
//! search ([`search`]).
//!
//! # Reading and writing
//!
//! Reading: `db.read()`. Writing: `let mut tx = db.begin().await?; … tx.commit().await?`. Never hold a connection or a [`Tx`]
//! while waiting for anything but the database, and never ask for a second one meanwhile: the pool is finite.
//!
//! On SQLite a write transaction is `BEGIN IMMEDIATE` on the one writer connection, so it either starts or waits its turn and
//! is alone until it ends. On PostgreSQL it is READ COMMITTED and not alone at all. Therefore a transaction that decides by
//! what it has read takes its turn first ([`lock`] has the order), or puts the decision into the statement that writes
//! (`UPDATE … WHERE on_hand - held >= $2`, `INSERT … ON CONFLICT`). Then nothing can fail half-way for another transaction's
//! sake: there are no serialization failures to repeat, and no deadlocks.

pub mod attempts;
pub mod backup;
mod bulk;
pub mod carts;
pub mod checkouts;
pub mod discounts;
pub mod downloads;
pub mod gauges;
pub mod holds;
pub mod idempotency;
pub mod json;
pub mod limits;
pub mod listeners;
pub mod lock;
pub mod mailbox;
pub mod members;
pub mod orders;
pub mod outbox;
mod postgres;
pub mod products;
pub mod search;
pub mod shelf;
pub mod signing_keys;
mod sqlite;
pub mod sweep;
pub mod testing;

use sqlx::{Executor as _, SqlSafeStr as _};

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
    /// One file, one writer at a time, any number of readers; processes of one machine may share it.
    Sqlite,
    /// A server, many writers, processes of many machines.
    Postgres,
}

impl Engine {
    /// The engine that a connection leads to.
    #[must_use]
    pub fn of(connection: &Connection) -> Self {
        if connection.backend_name() == "PostgreSQL" { Self::Postgres } else { Self::Sqlite }
    }

    /// The engine that a URL names.
    fn named(url: &str) -> Option<Self> {
        match url.split_once(':')?.0 {
            "sqlite" => Some(Self::Sqlite),
            "postgres" | "postgresql" => Some(Self::Postgres),
            _ => None,
        }
    }
}

/// Why a database could not be opened, in words for whoever started the shop.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The URL names no engine that this build knows.
    #[error("The database URL must start with sqlite:// or postgres:// (it starts with {0:?}).")]
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
        /// The URL without its password.
        url: String,
        /// What the engine said.
        source: sqlx::Error,
    },
    /// A migration failed; the database is as it was before it.
    #[error("The database could not be brought up to date: {0}.")]
    Migrate(#[from] sqlx::migrate::MigrateError),
}

/// How many connections a process keeps to a PostgreSQL server at the most, unless told otherwise.
pub const CONNECTIONS: u32 = 16;

/// The shop's database: many readers, and writers that take turns.
#[derive(Clone, Debug)]
pub struct Db {
    engine: Engine,
    read: sqlx::AnyPool,
    write: sqlx::AnyPool,
}

/// A database may know migrations that this program does not: then a newer one has started beside it, and this one goes on, or
/// starts again, until its turn to be replaced comes. That is why migrations only ever add.
static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate::Migrator { ignore_missing: true, ..sqlx::migrate!() };

impl Db {
    /// Opens the database behind `url` (a SQLite file is created where there is none) and brings its tables up to date.
    /// Any number of processes may do this at the same moment.
    ///
    /// # Errors
    /// See [`OpenError`]: every case is one sentence for the person who started the shop.
    pub async fn open(url: &str) -> std::result::Result<Self, OpenError> {
        Self::open_with(url, CONNECTIONS).await
    }

    /// The same, with at most `connections` connections to a PostgreSQL server.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub async fn open_with(url: &str, connections: u32) -> std::result::Result<Self, OpenError> {
        sqlx::any::install_default_drivers();
        let engine = Engine::named(url).ok_or_else(|| OpenError::Url(url.split(':').next().unwrap_or_default().to_owned()))?;
        let db = match engine {
            Engine::Sqlite => {
                let (read, write) = sqlite::open(url, &MIGRATIONS).await?;
                Self { engine, read, write }
            }
            Engine::Postgres => {
                let pool = postgres::open(url, connections, &MIGRATIONS).await?;
                Self { engine, read: pool.clone(), write: pool }
            }
        };
        search::prepare(&db).await.map_err(|source| OpenError::Open { url: without_password(url), source })?;
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
            Engine::Postgres => self.write.begin().await,
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

/// A database URL as it may be shown: user and host, but no password.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    // The last @: a password may hold one.
    let Some((user, place)) = rest.rsplit_once('@') else { return url.to_owned() };
    match user.split_once(':') {
        Some((name, _)) => format!("{scheme}://{name}:…@{place}"),
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_shown_without_its_password() {
        assert_eq!(without_password("postgres://shop:p@ss:w@db.example/shop"), "postgres://shop:…@db.example/shop");
        assert_eq!(without_password("postgres://shop@db/shop?host=/run"), "postgres://shop@db/shop?host=/run");
        assert_eq!(without_password("sqlite:///var/shop.db"), "sqlite:///var/shop.db");
    }

    #[test]
    fn the_scheme_names_the_engine() {
        assert_eq!(Engine::named("sqlite:shop.db"), Some(Engine::Sqlite));
        assert_eq!(Engine::named("postgresql://db"), Some(Engine::Postgres));
        assert_eq!(Engine::named("mysql://db"), None);
        assert_eq!(Engine::named("shop.db"), None);
    }
}
