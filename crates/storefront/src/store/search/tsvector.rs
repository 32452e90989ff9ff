//! PostgreSQL's full-text index.
//!
//! Lexemes are made here and not by the server's parser, which cuts words by the database's locale: so a search finds the
//! same whatever locale the server was set up with, and the same as on SQLite.

use super::{Dialect, Entry};
use crate::shop::folding::{Term, lexeme};
use crate::store::{Result, Tx, lock};

/// The last position that a tsvector tells from later ones.
const LAST: usize = 16_383;
/// Positions between title and body, so that no row of characters reaches from one into the other.
const GAP: usize = 10;

pub(super) async fn prepare(tx: &mut Tx) -> Result<()> {
    // Two processes that start at once would both find nothing, and the second would stumble over the first.
    lock::name(tx, "product_search").await?;
    sqlx::query("CREATE TABLE IF NOT EXISTS product_search (position BIGINT NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL)")
        .execute(&mut **tx)
        .await?;
    sqlx::query("CREATE INDEX IF NOT EXISTS product_search_by_words ON product_search USING gin (words)")
        .execute(&mut **tx)
        .await
        .map(|_| ())
}

pub(super) async fn write(tx: &mut Tx, (position, title, body): Entry) -> Result<()> {
    sqlx::query("INSERT INTO product_search (position, words) VALUES ($1, CAST($2 AS tsvector))")
        .bind(position)
        .bind(vector(&title, &body))
        .execute(&mut **tx)
        .await
        .map(|_| ())
}

pub(super) async fn remove(tx: &mut Tx, position: i64) -> Result<()> {
    sqlx::query("DELETE FROM product_search WHERE position = $1").bind(position).execute(&mut **tx).await.map(|_| ())
}

pub(super) fn dialect(terms: &[Term]) -> Dialect {
    Dialect {
        from: "product_search f JOIN products p ON p.position = f.position",
        asked: asked(terms),
        matches: |slot| format!("f.words @@ CAST({slot} AS tsquery)"),
        // Weights of D, C, B, A: a title counts eight times what a body does.
        order: |slot| format!("ts_rank('{{0.125, 0.25, 0.5, 1.0}}', f.words, CAST({slot} AS tsquery)) DESC, p.position"),
    }
}

/// Folded texts as a tsvector literal: `'mug':1A 'fig':2A 'made':13 …`.
fn vector(title: &str, body: &str) -> String {
    let mut literal = String::with_capacity(2 * (title.len() + body.len()));
    let mut position = 0;
    for (text, weight) in [(title, "A"), (body, "")] {
        for word in text.split_ascii_whitespace() {
            position += 1;
            literal.push_str(&format!("{}:{}{weight} ", quoted(&lexeme(word)), position.min(LAST)));
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
    fn titles_weigh_more_and_stand_apart_from_bodies() {
        assert_eq!(vector("fig mugs ", "café "), "'fig':1A 'mug':2A 'cafe':13 ");
    }

    #[test]
    fn a_row_is_asked_for_as_it_is_indexed() {
        let row = "ポ".to_owned();
        assert_eq!(
            vector(&folding::index(&row), "").trim(),
            format!("{}:1A", asked(&folding::query(&row)).trim_matches(['(', ')']))
        );
    }

    #[test]
    fn what_a_buyer_types_is_never_an_operator() {
        assert_eq!(asked(&folding::query("cats & !(dogs) '\\:*")), "'cat':* & 'dog':*");
        assert_eq!(asked(&folding::query("星図 map")), "('星' <-> '図') & 'map':*");
        assert_eq!(quoted("o'cl\\ock"), "'o''cl\\\\ock'");
    }
}
