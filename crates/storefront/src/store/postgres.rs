//! PostgreSQL: a server that many processes share.

use std::time::Duration;

use sqlx::any::AnyPoolOptions;
use sqlx::migrate::Migrator;
use sqlx::{AnyPool, Connection as _, Executor as _};

use super::{Connection, OpenError, without_password};

/// The isolation that the statements are written for, whatever the server's default is; and an end to waiting: for a lock
/// (a crowd before the last unit takes its time, but a request has thirty seconds), and for a process that stopped in the
/// middle of a transaction and keeps others from their turn.
const SETTINGS: &str = "SET default_transaction_isolation = 'read committed'; SET lock_timeout = '20s'; \
    SET idle_in_transaction_session_timeout = '15s'; SET application_name = 'fanshelf-storefront';";

/// Brings the tables up to date and opens a pool. Only one process migrates at a time: sqlx holds an advisory lock meanwhile.
pub(super) async fn open(url: &str, connections: u32, migrations: &Migrator) -> Result<AnyPool, OpenError> {
    let refused = |source| OpenError::Open { url: without_password(url), source };
    // One connection first: a pool would try again and again, and say in the end only that it was too late. And without the
    // settings: a migration of a large table may take its time.
    let mut first = Connection::connect(url).await.map_err(refused)?;
    migrations.run(&mut first).await?;
    first.close().await.map_err(refused)?;
    let options = AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(20))
        .idle_timeout(Duration::from_secs(300))
        .after_connect(|connection, _| {
            Box::pin(async move {
                connection.execute(SETTINGS).await?;
                Ok(())
            })
        });
    options.connect(url).await.map_err(refused)
}
