//! Where the shop of a test keeps its things: a SQLite file of its own, or a schema of its own on a PostgreSQL server.

use std::path::Path;

use sqlx::{AssertSqlSafe, Connection as _, Executor as _};
use storefront::{id, store};

/// The variable that names the server: `cargo xtask test postgres` starts one and sets it.
const SERVER: &str = "FANSHELF_TEST_DATABASE_URL";

/// A database that nobody else uses.
pub(crate) async fn fresh(folder: &Path) -> String {
    let Ok(server) = std::env::var(SERVER) else {
        return format!("sqlite://{}", folder.join("shop.db").display());
    };
    sqlx::any::install_default_drivers();
    let schema = id::fresh("test").unwrap();
    let mut connection = store::Connection::connect(&server).await.unwrap();
    connection.execute(AssertSqlSafe(format!("CREATE SCHEMA {schema}"))).await.unwrap();
    connection.close().await.unwrap();
    let sign = if server.contains('?') { '&' } else { '?' };
    format!("{server}{sign}options[search_path]={schema}")
}

/// Whether a text stands anywhere in the database: in the file, or in a row of any table.
pub(crate) async fn holds(db: &store::Db, folder: &Path, text: &str) -> bool {
    if db.engine() == store::Engine::Sqlite {
        let everything = std::fs::read(folder.join("shop.db")).unwrap();
        let journal = std::fs::read(folder.join("shop.db-wal")).unwrap_or_default();
        let mut pieces = everything.windows(text.len()).chain(journal.windows(text.len()));
        return pieces.any(|bytes| bytes == text.as_bytes());
    }
    let sql = "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = current_schema()";
    let tables: Vec<String> = sqlx::query_scalar(sql).fetch_all(db.read()).await.unwrap();
    assert!(tables.len() > 10, "{tables:?}");
    for table in tables {
        let sql = format!("SELECT COUNT(*) FROM {table} AS one WHERE CAST(one AS TEXT) LIKE '%{text}%'");
        if sqlx::query_scalar::<_, i64>(AssertSqlSafe(sql)).fetch_one(db.read()).await.unwrap() > 0 {
            return true;
        }
    }
    false
}

/// A test for both engines that runs on one of them proves half: whoever gave the variable should get what was asked for.
#[tokio::test]
async fn the_engine_is_the_one_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let db = store::Db::open(&fresh(folder.path()).await).await.unwrap();
    let wanted = std::env::var(SERVER).map_or(store::Engine::Sqlite, |_| store::Engine::Postgres);
    assert_eq!(db.engine(), wanted);
}

#[tokio::test]
async fn a_program_may_start_beside_a_newer_one() {
    let folder = tempfile::tempdir().unwrap();
    let url = fresh(folder.path()).await;
    let db = store::Db::open(&url).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    // What a newer program has done to the database meanwhile.
    for sql in [
        "ALTER TABLE orders ADD COLUMN gift_note TEXT",
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
         SELECT 9999, 'gift notes', success, checksum, 0 FROM _sqlx_migrations WHERE version = 1",
    ] {
        tx.execute(sql).await.unwrap();
    }
    tx.commit().await.unwrap();
    store::Db::open(&url).await.unwrap();
}

#[tokio::test]
async fn processes_that_start_at_once_migrate_once() {
    let folder = tempfile::tempdir().unwrap();
    let url = fresh(folder.path()).await;
    let open = || store::Db::open(&url);
    let (a, b, c, d) = tokio::join!(open(), open(), open(), open());
    for opened in [a, b, c, d] {
        opened.unwrap();
    }
}
