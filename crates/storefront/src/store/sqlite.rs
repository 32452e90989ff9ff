//! SQLite: one file, opened once for writing and several times for reading.

use std::path::Path;
use std::time::Duration;

use sqlx::any::AnyPoolOptions;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{AnyPool, Connection as _, Executor as _};

use super::{Connection, OpenError};

/// WAL lets readers go on while one writes; `synchronous = NORMAL` would lose the last commits in a power cut, and an order
/// is not something to lose, hence FULL.
const PRAGMAS: &str = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
    PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;";

/// How often entering and migrating are tried again when another process does the same to the same file, and the pause before it.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(100);

/// Makes the file's folder, opens it, and brings its tables up to date. Returns the pools for reading and for writing.
pub(super) async fn open(url: &str, migrations: &Migrator) -> Result<(AnyPool, AnyPool), OpenError> {
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//").split('?').next().unwrap_or_default();
    if let Some(folder) = Path::new(path).parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|source| OpenError::Folder { path: folder.display().to_string(), source })?;
    }
    let address = if url.contains('?') { url.to_owned() } else { format!("{url}?mode=rwc") };
    let refused = |source| OpenError::Open { url: url.to_owned(), source };
    // One connection first: a pool would try again and again, and say in the end only that it was too late.
    let mut first = enter(&address).await.map_err(refused)?;
    migrate(&mut first, migrations).await?;
    let write = pool(1).connect(&address).await.map_err(refused)?;
    let read = pool(8).connect(&address).await.map_err(refused)?;
    // Not earlier: the last one to leave a file puts its log away, and whoever comes in meanwhile is turned back.
    first.close().await.map_err(refused)?;
    Ok((read, write))
}

/// Two processes that switch the same new file to WAL are in each other's way, and SQLite turns one of them back at once, whatever
/// `busy_timeout` says: waiting would be for ever.
async fn enter(address: &str) -> sqlx::Result<Connection> {
    for _ in 1..TRIES {
        match try_to_enter(address).await {
            Err(error) if is_busy(&error) => tokio::time::sleep(PAUSE).await,
            done => return done,
        }
    }
    try_to_enter(address).await
}

async fn try_to_enter(address: &str) -> sqlx::Result<Connection> {
    let mut connection = Connection::connect(address).await?;
    connection.execute(PRAGMAS).await?;
    Ok(connection)
}

/// `SQLITE_BUSY`, the primary code of several in the lowest byte.
fn is_busy(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code()).and_then(|code| code.parse::<i32>().ok());
    code.is_some_and(|code| code & 0xff == 5)
}

/// Two processes that start at once find the same migration missing; the one that comes second fails on what the first has
/// made meanwhile, and finds it done when it looks again.
async fn migrate(connection: &mut Connection, migrations: &Migrator) -> Result<(), MigrateError> {
    for _ in 1..TRIES {
        match migrations.run(&mut *connection).await {
            Err(MigrateError::Execute(_) | MigrateError::ExecuteMigration(..)) => tokio::time::sleep(PAUSE).await,
            done => return done,
        }
    }
    migrations.run(connection).await
}

fn pool(connections: u32) -> AnyPoolOptions {
    AnyPoolOptions::new().max_connections(connections).acquire_timeout(Duration::from_secs(10)).after_connect(|connection, _| {
        Box::pin(async move {
            connection.execute(PRAGMAS).await?;
            Ok(())
        })
    })
}
