//! SQLite's full-text index.
//!
//! Words of more than three letters are not asked for as prefixes: for such the index would gather every product that has
//! any word so begun before it gave the first. The words that go on are looked up in a list of all words instead.
//!
//! Words of titles are there a second time, as words of their own ([`MARK`]): what has a word is one list for all columns, and
//! who asks for titles that have it would go through everything that has it anywhere.

use std::collections::BTreeSet;

use super::sql::Values;
use super::tiers::{Index, Tier};
use super::{Entry, Page, Seen, Start, Wanted};
use crate::shop::folding::{Term, bare};
use crate::store::bulk::{self, Value};
use crate::store::{Connection, Result, Tx};

/// Beginnings of words up to this many letters have an index of their own, because people search while they type.
const SHORT: usize = 3;
/// How many words a longer beginning may stand for; the first ones of the alphabet, if there are more.
const CONTINUED: i64 = 64;
/// Words that an import remembers to have said.
const REMEMBERED: usize = 50_000;
/// What words of titles begin with in their own column. A consonant: the stemmer counts vowels.
const MARK: char = 'q';

/// Stemming for English, accents off for all that is Latin. Categories are words of their own, beside which others can be
/// asked for. The longest beginning that is indexed is a short one with its mark.
pub(super) async fn prepare(tx: &mut Tx) -> Result<()> {
    let old: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'product_search' AND sql NOT LIKE '%heading%'")
            .fetch_one(&mut **tx)
            .await?;
    if old > 0 {
        sqlx::query("DROP TABLE product_search").execute(&mut **tx).await?;
    }
    for sql in [
        "CREATE VIRTUAL TABLE IF NOT EXISTS product_search USING fts5 \
         (title, body, categories, heading, tokenize = \"porter unicode61 remove_diacritics 2\", prefix = '1 2 3 4')",
        "CREATE TABLE IF NOT EXISTS product_words (word TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID",
    ] {
        sqlx::query(sql).execute(&mut **tx).await?;
    }
    Ok(())
}

pub(super) async fn write(tx: &mut Tx, entries: &[Entry], seen: &mut Seen) -> Result<()> {
    let rows = entries.iter().map(|entry| {
        let heading: Vec<String> = entry.title.split_ascii_whitespace().map(|word| format!("{MARK}{word}")).collect();
        let (tokens, heading) = (entry.tokens().join(" "), heading.join(" "));
        [entry.position.into(), entry.title.as_str().into(), entry.body.as_str().into(), tokens.into(), heading.into()]
    });
    let sql = "INSERT INTO product_search (rowid, title, body, categories, heading)";
    bulk::write(tx, sql, "", &rows.collect::<Vec<[Value<'_>; 5]>>()).await?;
    let words = entries.iter().flat_map(|entry| entry.title.split_ascii_whitespace().chain(entry.body.split_ascii_whitespace()));
    let words: BTreeSet<&str> = words.filter(|word| !seen.contains(*word)).collect();
    let long: BTreeSet<String> = words.iter().map(|word| bare(word)).filter(|word| word.chars().count() > SHORT).collect();
    if seen.len() > REMEMBERED {
        seen.clear();
    }
    seen.extend(words.into_iter().map(str::to_owned));
    let rows: Vec<[Value<'_>; 1]> = long.into_iter().map(|word| [word.into()]).collect();
    bulk::write(tx, "INSERT INTO product_words (word)", "ON CONFLICT (word) DO NOTHING", &rows).await.map(|_| ())
}

pub(super) async fn remove(tx: &mut Tx, position: i64) -> Result<()> {
    sqlx::query("DELETE FROM product_search WHERE rowid = $1").bind(position).execute(&mut **tx).await.map(|_| ())
}

/// A page of products that have all the terms.
pub(super) async fn page(db: &mut Connection, terms: &[Term], wanted: &Wanted, start: Option<Start>, limit: i64) -> Result<Page> {
    let (all, titles) = asked(db, terms).await?;
    let among: String = wanted
        .tokens()
        .iter()
        .map(|some| {
            let some: Vec<String> = some.iter().map(|token| format!("\"{token}\"")).collect();
            format!(" AND {{categories}} : ({})", some.join(" OR "))
        })
        .collect();
    let (all, titles) = (format!("({{title body}} : ({all})){among}"), format!("({{heading}} : ({titles}))"));
    let index = Index {
        position: "f.rowid",
        // The index first, then the product of each row: the planner must not turn that round.
        join: "CROSS JOIN products p ON p.position = f.rowid AND p.active = 1",
        unordered: false,
        holds: |values: &mut Values, tier| {
            let query = match tier {
                Tier::All => all.clone(),
                Tier::Title => format!("{titles} AND {all}"),
                Tier::Body => format!("({all}) NOT {titles}"),
            };
            format!("product_search MATCH {}", values.text(&query))
        },
    };
    index.page(db, wanted, start, limit).await
}

/// Every term must be there, words also as beginnings of longer ones; asked for anywhere, and in titles. Quoted, so that
/// nothing a buyer types is an operator.
async fn asked(db: &mut Connection, terms: &[Term]) -> Result<(String, String)> {
    let (mut anywhere, mut titles) = (Vec::with_capacity(terms.len()), Vec::with_capacity(terms.len()));
    for term in terms {
        let words = match term {
            Term::Word(word) if word.chars().count() > SHORT => continued(db, &bare(word)).await?,
            Term::Word(_) | Term::Row(_) => Vec::new(),
        };
        let written = |mark: &str| match term {
            Term::Word(word) if words.is_empty() => format!("\"{mark}{word}\"*"),
            Term::Word(_) => {
                let words: Vec<String> = words.iter().map(|word| format!("\"{mark}{word}\"")).collect();
                format!("({})", words.join(" OR "))
            }
            Term::Row(row) => {
                let characters: Vec<String> = row.iter().map(|character| format!("{mark}{character}")).collect();
                format!("\"{}\"", characters.join(" "))
            }
        };
        anywhere.push(written(""));
        titles.push(written(MARK.encode_utf8(&mut [0; 4])));
    }
    Ok((anywhere.join(" AND "), titles.join(" AND ")))
}

/// A word and those of the catalogue that begin with it.
async fn continued(db: &mut Connection, start: &str) -> Result<Vec<String>> {
    let mut words: Vec<String> =
        sqlx::query_scalar("SELECT word FROM product_words WHERE word >= $1 AND word < $2 ORDER BY word LIMIT $3")
            .bind(start)
            .bind(format!("{start}{}", char::MAX))
            .bind(CONTINUED)
            .fetch_all(db)
            .await?;
    if !words.iter().any(|word| word == start) {
        words.push(start.to_owned());
    }
    Ok(words)
}
