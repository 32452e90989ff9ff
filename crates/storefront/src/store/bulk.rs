//! Many rows with one statement: what a statement costs beside its rows is more than a row.

use std::borrow::Cow;

use sqlx::AssertSqlSafe;

use super::products::placeholders;
use super::{Result, Tx};

/// Values of one statement at the most: the driver asks SQLite for the name of each, which is looked for from the first on.
const MOST: usize = 640;

/// What stands in a column.
#[derive(Debug)]
pub(super) enum Value<'a> {
    Text(Option<Cow<'a, str>>),
    Number(Option<i64>),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Some(text.into()))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Some(text.into()))
    }
}

impl<'a> From<Option<&'a str>> for Value<'a> {
    fn from(text: Option<&'a str>) -> Self {
        Self::Text(text.map(Cow::Borrowed))
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(Some(number))
    }
}

impl From<Option<i64>> for Value<'_> {
    fn from(number: Option<i64>) -> Self {
        Self::Number(number)
    }
}

/// Runs `{head} VALUES (…), (…) {tail}` for all rows; returns how many were written. Statements have a power of two of rows, so that
/// only few are ever prepared.
pub(super) async fn write<const COLUMNS: usize>(
    tx: &mut Tx,
    head: &str,
    tail: &str,
    rows: &[[Value<'_>; COLUMNS]],
) -> Result<u64> {
    let (mut rest, mut written) = (rows, 0);
    while !rest.is_empty() {
        let (some, others) = rest.split_at(1 << rest.len().min(MOST / COLUMNS).ilog2());
        let slots: Vec<String> = (0..some.len()).map(|row| format!("({})", placeholders(row * COLUMNS + 1, COLUMNS))).collect();
        let mut query = sqlx::query(AssertSqlSafe(format!("{head} VALUES {} {tail}", slots.join(", "))));
        for value in some.iter().flatten() {
            query = match value {
                Value::Text(text) => query.bind(text.as_deref()),
                Value::Number(number) => query.bind(*number),
            };
        }
        written += query.execute(&mut **tx).await?.rows_affected();
        rest = others;
    }
    Ok(written)
}
