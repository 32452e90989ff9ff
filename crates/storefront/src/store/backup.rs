//! A copy of a live SQLite file, and whether a copy is whole.

use std::path::Path;

use sqlx::Connection as _;

use super::{Connection, Result};

/// How much is in a database.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Contents {
    /// Products, whether they are on sale or not.
    pub products: i64,
    /// Carts.
    pub carts: i64,
    /// Checkouts.
    pub checkouts: i64,
    /// Orders.
    pub orders: i64,
    /// What has happened to orders.
    pub history: i64,
}

/// What is wrong with a copy, in words; empty when it is whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examined {
    /// How much is in it.
    pub contents: Contents,
    /// What is wrong.
    pub faults: Vec<String>,
}

/// Copies a SQLite file as it is at one moment, while others go on reading and writing. `to` must not be there.
///
/// # Errors
/// When either file cannot be opened or the copy cannot be written.
pub async fn copy(from: &Path, to: &Path) -> Result<(Contents, Contents)> {
    let mut connection = connect(from, "mode=rw").await?;
    sqlx::query("PRAGMA busy_timeout = 10000").execute(&mut connection).await?;
    let before = contents(&mut connection).await?;
    sqlx::query("VACUUM INTO $1").bind(to.display().to_string()).execute(&mut connection).await?;
    let after = contents(&mut connection).await?;
    connection.close().await?;
    Ok((before, after))
}

/// Examines a SQLite file that nobody writes.
///
/// # Errors
/// When it cannot be opened, or is no database of a shop.
pub async fn examine(file: &Path) -> Result<Examined> {
    let mut connection = connect(file, "mode=ro&immutable=1").await?;
    let mut faults = Vec::new();
    let told: Vec<String> =
        sqlx::query_scalar("SELECT integrity_check FROM pragma_integrity_check()").fetch_all(&mut connection).await?;
    faults.extend(told.into_iter().filter(|line| line != "ok"));
    for (sql, what) in [
        ("SELECT COUNT(*) FROM pragma_foreign_key_check()", "rows name others that are not there"),
        (
            "SELECT COUNT(*) FROM orders o WHERE NOT EXISTS (SELECT 1 FROM attempts a WHERE a.id = o.attempt AND a.state = 'captured')",
            "orders have no payment",
        ),
        (
            "SELECT COUNT(*) FROM attempts a WHERE a.state = 'captured' AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.attempt = a.id)",
            "payments have no order",
        ),
    ] {
        let count: i64 = sqlx::query_scalar(sql).fetch_one(&mut connection).await?;
        if count > 0 {
            faults.push(format!("{count} {what}"));
        }
    }
    let contents = contents(&mut connection).await?;
    connection.close().await?;
    Ok(Examined { contents, faults })
}

async fn connect(file: &Path, how: &str) -> Result<Connection> {
    sqlx::any::install_default_drivers();
    Connection::connect(&format!("sqlite://{}?{how}", file.display())).await
}

async fn contents(connection: &mut Connection) -> Result<Contents> {
    sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM products) AS products, (SELECT COUNT(*) FROM carts) AS carts, \
         (SELECT COUNT(*) FROM checkouts) AS checkouts, (SELECT COUNT(*) FROM orders) AS orders, \
         (SELECT COUNT(*) FROM order_history) AS history",
    )
    .fetch_one(connection)
    .await
}
