//! Statements that are put together from conditions, with their values numbered as they come.

use sqlx::{AssertSqlSafe, FromRow, any::AnyRow};

use super::{COUNTED, Wanted};
use crate::store::{Connection, Engine, Result};

enum Value {
    Text(String),
    Number(i64),
}

/// Values of a statement.
pub(super) struct Values {
    values: Vec<Value>,
    /// Whether the statement is planned for these values, as PostgreSQL can: a prepared one has one plan for frequent words and
    /// rare ones, for large categories and small ones, for pages long and short.
    anew: bool,
}

impl Values {
    pub(super) fn for_engine(db: &Connection) -> Self {
        Self { values: Vec::new(), anew: Engine::of(db) == Engine::Postgres }
    }

    pub(super) fn text(&mut self, text: &str) -> String {
        self.slot(Value::Text(text.to_owned()))
    }

    pub(super) fn number(&mut self, number: i64) -> String {
        self.slot(Value::Number(number))
    }

    fn slot(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }

    /// What prices of a product `p` must be, to stand after another condition; empty when they may be any.
    pub(super) fn price(&mut self, wanted: &Wanted) -> String {
        if wanted.min.is_none() && wanted.max.is_none() {
            return String::new();
        }
        let mut price = format!(
            " AND EXISTS (SELECT 1 FROM prices m JOIN variants v ON v.id = m.variant AND v.active = 1 \
             WHERE m.product = p.id AND m.currency = {}",
            self.text(wanted.currency)
        );
        for (bound, sign) in [(wanted.min, ">="), (wanted.max, "<=")] {
            if let Some(bound) = bound {
                price.push_str(&format!(" AND m.amount {sign} {}", self.number(bound)));
            }
        }
        price.push(')');
        price
    }

    /// Whose and of which kind a product `p` must be, to stand after another condition; empty when it may be anybody's and any.
    pub(super) fn among(&mut self, wanted: &Wanted) -> String {
        let mut among = String::new();
        if !wanted.creators.is_empty() {
            among.push_str(&format!(" AND p.creator IN ({})", self.list(&wanted.creators)));
        }
        if !wanted.kinds.is_empty() {
            let list = self.list(&wanted.kinds);
            among.push_str(&format!(
                " AND EXISTS (SELECT 1 FROM product_categories k WHERE k.product = p.id AND k.folded IN ({list}))"
            ));
        }
        among
    }

    fn list(&mut self, texts: &[String]) -> String {
        texts.iter().map(|text| self.text(text)).collect::<Vec<_>>().join(", ")
    }

    /// Rows of a text and something else: an id and a position, or a kind and its name.
    pub(super) async fn rows<T>(self, db: &mut Connection, sql: String) -> Result<Vec<(String, T)>>
    where
        (String, T): for<'r> FromRow<'r, AnyRow> + Send + Unpin,
    {
        let mut query = sqlx::query_as(AssertSqlSafe(sql)).persistent(!self.anew);
        for value in self.values {
            query = match value {
                Value::Text(text) => query.bind(text),
                Value::Number(number) => query.bind(number),
            };
        }
        query.fetch_all(db).await
    }

    /// How many rows a statement has, counted up to one more than [`COUNTED`].
    pub(super) async fn count(mut self, db: &mut Connection, sql: &str) -> Result<i64> {
        let most = self.number(COUNTED + 1);
        let sql = format!("SELECT COUNT(*) FROM ({sql} LIMIT {most}) AS counted");
        let mut query = sqlx::query_scalar(AssertSqlSafe(sql)).persistent(!self.anew);
        for value in self.values {
            query = match value {
                Value::Text(text) => query.bind(text),
                Value::Number(number) => query.bind(number),
            };
        }
        query.fetch_one(db).await
    }
}
