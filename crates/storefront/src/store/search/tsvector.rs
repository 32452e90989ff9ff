//! PostgreSQL's full-text index.
//!
//! Lexemes are made here and not by the server's parser, which cuts words by the database's locale: so a search finds the
//! same whatever locale the server was set up with, and the same as on SQLite.

use super::sql::Values;
use super::tiers::{Index, Tier};
use super::{Entry, Page, Start, Wanted};
use crate::shop::folding::{Term, lexeme};
use crate::store::bulk::{self, Value};
use crate::store::{Connection, Result, Tx, lock};

/// The last position that a tsvector tells from later ones.
const LAST: usize = 16_383;
/// Positions between title and body, so that no row of characters reaches from one into the other.
const GAP: usize = 10;

/// Titles have an index of their own, which is asked first; categories are words of both, beside which others can be asked
/// for.
pub(super) async fn prepare(tx: &mut Tx) -> Result<()> {
    // Two processes that start at once would both find nothing, and the second would stumble over the first.
    lock::name(tx, "product_search").await?;
    let old: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM information_schema.tables t WHERE t.table_schema = current_schema() \
         AND t.table_name = 'product_search' AND NOT EXISTS (SELECT 1 FROM information_schema.columns c \
         WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name AND c.column_name = 'title')",
    )
    .fetch_one(&mut **tx)
    .await?;
    if old > 0 {
        sqlx::query("DROP TABLE product_search").execute(&mut **tx).await?;
    }
    for sql in [
        "CREATE TABLE IF NOT EXISTS product_search \
         (position BIGINT NOT NULL PRIMARY KEY, title TSVECTOR NOT NULL, words TSVECTOR NOT NULL)",
        "CREATE INDEX IF NOT EXISTS product_search_by_title ON product_search USING gin (title)",
        "CREATE INDEX IF NOT EXISTS product_search_by_words ON product_search USING gin (words)",
    ] {
        sqlx::query(sql).execute(&mut **tx).await?;
    }
    Ok(())
}

pub(super) async fn write(tx: &mut Tx, entries: &[Entry]) -> Result<()> {
    let rows = entries.iter().map(|entry| {
        let tokens: String = entry.tokens().iter().map(|token| format!("'{token}' ")).collect();
        let (title, words) = (vector(&[&entry.title]) + &tokens, vector(&[&entry.title, &entry.body]) + &tokens);
        [entry.position.into(), title.into(), words.into()]
    });
    let sql = "INSERT INTO product_search (position, title, words) \
        SELECT place, CAST(title AS tsvector), CAST(words AS tsvector) FROM (";
    bulk::write(tx, sql, ") AS entries (place, title, words)", &rows.collect::<Vec<[Value<'_>; 3]>>()).await.map(|_| ())
}

pub(super) async fn remove(tx: &mut Tx, position: i64) -> Result<()> {
    sqlx::query("DELETE FROM product_search WHERE position = $1").bind(position).execute(&mut **tx).await.map(|_| ())
}

/// Tells the planner what there is now, so that it counts what is frequent row by row and what is rare by the index. The server
/// looks by itself, but some time after the catalogue has changed.
pub(super) async fn look(tx: &mut Tx) -> Result<()> {
    let sql = "ANALYZE product_search, products, product_categories, variants, prices";
    sqlx::query(sql).execute(&mut **tx).await.map(|_| ())
}

/// A page of products that have all the terms.
pub(super) async fn page(db: &mut Connection, terms: &[Term], wanted: &Wanted, start: Option<Start>, limit: i64) -> Result<Page> {
    let among: String = wanted
        .tokens()
        .iter()
        .map(|some| {
            let some: Vec<String> = some.iter().map(|token| format!("'{token}'")).collect();
            format!(" & ({})", some.join(" | "))
        })
        .collect();
    let asked = asked(terms) + &among;
    let index = Index {
        position: "f.position",
        join: "JOIN products p ON p.position = f.position AND p.active = 1",
        unordered: true,
        holds: |values: &mut Values, tier| {
            let query = format!("CAST({} AS tsquery)", values.text(&asked));
            match tier {
                Tier::All => format!("f.words @@ {query}"),
                Tier::Title => format!("f.title @@ {query}"),
                Tier::Body => format!("f.words @@ {query} AND NOT f.title @@ {query}"),
            }
        },
    };
    index.page(db, wanted, start, limit).await
}

/// Folded texts as a tsvector literal: `'mug':1 'fig':2 'made':13 …`.
fn vector(texts: &[&str]) -> String {
    let mut literal = String::with_capacity(texts.iter().map(|text| 2 * text.len()).sum());
    let mut position = 0;
    for text in texts {
        for word in text.split_ascii_whitespace() {
            position += 1;
            literal.push_str(&format!("{}:{} ", quoted(&lexeme(word)), position.min(LAST)));
        }
        position += GAP;
    }
    literal
}

/// Every term must be there, words also as beginnings of longer ones. Quoted, so that nothing a buyer types is an operator.
fn asked(terms: &[Term]) -> String {
    let terms = terms.iter().map(|term| match term {
        Term::Word(word) => format!("{}:*", quoted(&lexeme(word))),
        Term::Row(row) => {
            let characters: Vec<String> = row.iter().map(|character| quoted(&lexeme(&character.to_string()))).collect();
            format!("({})", characters.join(" <-> "))
        }
    });
    terms.collect::<Vec<_>>().join(" & ")
}

/// A lexeme between quotes. The server takes up to 2046 bytes; nobody types that much on purpose.
fn quoted(lexeme: &str) -> String {
    let short: String = lexeme.chars().take(500).collect();
    format!("'{}'", short.replace('\\', "\\\\").replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shop::folding;

    #[test]
    fn titles_and_bodies_stand_apart() {
        assert_eq!(vector(&["fig mugs ", "café "]), "'fig':1 'mug':2 'cafe':13 ");
    }

    #[test]
    fn a_row_is_asked_for_as_it_is_indexed() {
        let row = "ポ".to_owned();
        assert_eq!(
            vector(&[&folding::index(&row)]).trim(),
            format!("{}:1", asked(&folding::query(&row)).trim_matches(['(', ')']))
        );
    }

    #[test]
    fn what_a_buyer_types_is_never_an_operator() {
        assert_eq!(asked(&folding::query("cats & !(dogs) '\\:*")), "'cat':* & 'dog':*");
        assert_eq!(asked(&folding::query("星図 map")), "('星' <-> '図') & 'map':*");
        assert_eq!(quoted("o'cl\\ock"), "'o''cl\\\\ock'");
    }
}
