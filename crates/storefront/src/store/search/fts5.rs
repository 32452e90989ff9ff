//! SQLite's full-text index.
//!
//! Words of more than three letters are not asked for as prefixes: for such the index would gather every product that has
//! any word so begun before it gave the first. The words that go on are looked up in a list of all words instead.

use std::collections::BTreeSet;

use sqlx::AssertSqlSafe;

use super::sql::Values;
use super::tiers::{Index, Tier};
use super::{Entry, Page, Seen, Start, Wanted};
use crate::shop::folding::{Term, bare};
use crate::store::{Connection, Result, Tx};

/// Beginnings of words up to this many letters have an index of their own, because people search while they type.
const SHORT: usize = 3;
/// How many words a longer beginning may stand for; the first ones of the alphabet, if there are more.
const CONTINUED: i64 = 64;
/// Words that an import remembers to have said.
const REMEMBERED: usize = 50_000;

/// Stemming for English, accents off for all that is Latin. Categories are words of their own, beside which others can be
/// asked for.
pub(super) async fn prepare(tx: &mut Tx) -> Result<()> {
    let old: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'product_search' AND sql NOT LIKE '%categories%'")
            .fetch_one(&mut **tx)
            .await?;
    if old > 0 {
        sqlx::query("DROP TABLE product_search").execute(&mut **tx).await?;
    }
    for sql in [
        "CREATE VIRTUAL TABLE IF NOT EXISTS product_search USING fts5 \
         (title, body, categories, tokenize = \"porter unicode61 remove_diacritics 2\", prefix = '1 2 3')",
        "CREATE TABLE IF NOT EXISTS product_words (word TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID",
    ] {
        sqlx::query(sql).execute(&mut **tx).await?;
    }
    Ok(())
}

pub(super) async fn write(tx: &mut Tx, entry: &Entry, seen: &mut Seen) -> Result<()> {
    sqlx::query("INSERT INTO product_search (rowid, title, body, categories) VALUES ($1, $2, $3, $4)")
        .bind(entry.position)
        .bind(&entry.title)
        .bind(&entry.body)
        .bind(entry.tokens().join(" "))
        .execute(&mut **tx)
        .await?;
    let words = entry.title.split_ascii_whitespace().chain(entry.body.split_ascii_whitespace());
    let words: BTreeSet<String> = words.filter(|word| !seen.contains(*word)).map(str::to_owned).collect();
    let long: BTreeSet<String> = words.iter().map(|word| bare(word)).filter(|word| word.chars().count() > SHORT).collect();
    if seen.len() > REMEMBERED {
        seen.clear();
    }
    seen.extend(words);
    for some in long.into_iter().collect::<Vec<_>>().chunks(100) {
        let rows: Vec<String> = (1..=some.len()).map(|slot| format!("(${slot})")).collect();
        let sql = format!("INSERT INTO product_words (word) VALUES {} ON CONFLICT (word) DO NOTHING", rows.join(", "));
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for word in some {
            query = query.bind(word);
        }
        query.execute(&mut **tx).await?;
    }
    Ok(())
}

pub(super) async fn remove(tx: &mut Tx, position: i64) -> Result<()> {
    sqlx::query("DELETE FROM product_search WHERE rowid = $1").bind(position).execute(&mut **tx).await.map(|_| ())
}

/// A page of products that have all the terms.
pub(super) async fn page(db: &mut Connection, terms: &[Term], wanted: &Wanted, start: Option<Start>, limit: i64) -> Result<Page> {
    let terms = asked(db, terms).await?;
    let among: String = wanted
        .tokens()
        .iter()
        .map(|some| {
            let some: Vec<String> = some.iter().map(|token| format!("\"{token}\"")).collect();
            format!(" AND {{categories}} : ({})", some.join(" OR "))
        })
        .collect();
    let (title, all) = (format!("{{title}} : ({terms})"), format!("{{title body}} : ({terms})"));
    let index = Index {
        position: "f.rowid",
        // The index first, then the product of each row: the planner must not turn that round.
        join: "CROSS JOIN products p ON p.position = f.rowid AND p.active = 1",
        unordered: false,
        holds: |values: &mut Values, tier| {
            let query = match tier {
                Tier::All => format!("({all}){among}"),
                Tier::Title => format!("({title}){among}"),
                Tier::Body => format!("(({all}){among}) NOT ({title})"),
            };
            format!("product_search MATCH {}", values.text(&query))
        },
    };
    index.page(db, wanted, start, limit).await
}

/// Every term must be there, words also as beginnings of longer ones. Quoted, so that nothing a buyer types is an operator.
async fn asked(db: &mut Connection, terms: &[Term]) -> Result<String> {
    let mut asked = Vec::with_capacity(terms.len());
    for term in terms {
        asked.push(match term {
            Term::Word(word) if word.chars().count() <= SHORT => format!("\"{word}\"*"),
            Term::Word(word) => {
                let start = bare(word);
                let end = format!("{start}{}", char::MAX);
                let mut words: Vec<String> =
                    sqlx::query_scalar("SELECT word FROM product_words WHERE word >= $1 AND word < $2 ORDER BY word LIMIT $3")
                        .bind(&start)
                        .bind(end)
                        .bind(CONTINUED)
                        .fetch_all(&mut *db)
                        .await?;
                if !words.contains(&start) {
                    words.push(start);
                }
                let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
                format!("({})", words.join(" OR "))
            }
            Term::Row(row) => {
                let characters: Vec<String> = row.iter().map(char::to_string).collect();
                format!("\"{}\"", characters.join(" "))
            }
        });
    }
    Ok(asked.join(" AND "))
}
