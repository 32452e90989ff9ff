//! SQLite's full-text index.

use super::{Dialect, Entry};
use crate::shop::folding::Term;
use crate::store::{Result, Tx};

/// Stemming for English, accents off for all that is Latin; short prefixes get an index of their own because people search
/// while they type.
pub(super) async fn prepare(tx: &mut Tx) -> Result<()> {
    sqlx::query(
        "CREATE VIRTUAL TABLE IF NOT EXISTS product_search USING fts5 \
         (title, body, tokenize = \"porter unicode61 remove_diacritics 2\", prefix = '1 2 3')",
    )
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

pub(super) async fn write(tx: &mut Tx, (position, title, body): Entry) -> Result<()> {
    sqlx::query("INSERT INTO product_search (rowid, title, body) VALUES ($1, $2, $3)")
        .bind(position)
        .bind(title)
        .bind(body)
        .execute(&mut **tx)
        .await
        .map(|_| ())
}

pub(super) async fn remove(tx: &mut Tx, position: i64) -> Result<()> {
    sqlx::query("DELETE FROM product_search WHERE rowid = $1").bind(position).execute(&mut **tx).await.map(|_| ())
}

pub(super) fn dialect(terms: &[Term]) -> Dialect {
    Dialect {
        from: "product_search f JOIN products p ON p.position = f.rowid",
        asked: asked(terms),
        matches: |slot| format!("product_search MATCH {slot}"),
        order: |_| "bm25(product_search, 8.0, 1.0), p.position".to_owned(),
    }
}

/// Every term must be there, words also as beginnings of longer ones. Quoted, so that nothing a buyer types is an operator.
fn asked(terms: &[Term]) -> String {
    let terms = terms.iter().map(|term| match term {
        Term::Word(word) => format!("\"{word}\"*"),
        Term::Row(row) => {
            let characters: Vec<String> = row.iter().map(char::to_string).collect();
            format!("\"{}\"", characters.join(" "))
        }
    });
    terms.collect::<Vec<_>>().join(" ")
}
