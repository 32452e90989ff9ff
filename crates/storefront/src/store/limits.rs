//! Counting tries within a span of time. The count is in the database, because several processes share it.

use super::{Connection, Result, Tx};

/// Whose counts: the shop's and the card processor's are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Books {
    /// The shop's.
    Shop,
    /// The sandbox processor's.
    Sandbox,
}

/// How often, and until when that counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Count {
    /// Tries within the span.
    pub used: i64,
    /// When counting starts anew, unix milliseconds.
    pub resets_at: i64,
}

/// One literal per table, so that queries stay literals.
macro_rules! books {
    ($books:expr, $before:literal, $after:literal) => {
        match $books {
            Books::Shop => concat!($before, "limits", $after),
            Books::Sandbox => concat!($before, "sandbox_limits", $after),
        }
    };
}

/// Adds `tries` to a count (none: only takes the row, so that others who count the same wait), and gives what it was
/// before, with the end of its span. A span that is over starts anew and lasts `span` milliseconds.
///
/// # Errors
/// When the database does not answer.
pub async fn spend(tx: &mut Tx, books: Books, id: &str, tries: i64, now: i64, span: i64) -> Result<Count> {
    let sql = books!(
        books,
        "INSERT INTO ",
        " AS kept (id, used, resets_at) VALUES ($1, $2, $4) ON CONFLICT (id) DO UPDATE SET \
         used = CASE WHEN kept.resets_at <= $3 THEN excluded.used ELSE kept.used + excluded.used END, \
         resets_at = CASE WHEN kept.resets_at <= $3 THEN excluded.resets_at ELSE kept.resets_at END RETURNING used, resets_at"
    );
    let count: Count =
        sqlx::query_as(sql).bind(id).bind(tries).bind(now).bind(now.saturating_add(span)).fetch_one(&mut **tx).await?;
    Ok(Count { used: count.used - tries, ..count })
}

/// A count as it stands; nothing when its span is over.
///
/// # Errors
/// When the database does not answer.
pub async fn look(connection: &mut Connection, books: Books, id: &str, now: i64) -> Result<Count> {
    let sql = books!(books, "SELECT used, resets_at FROM ", " WHERE id = $1 AND resets_at > $2");
    sqlx::query_as(sql).bind(id).bind(now).fetch_optional(connection).await.map(Option::unwrap_or_default)
}
