//! SQLite's full-text index.
//!
//! Results come in two tiers, those that have all the words in their title before those that have them elsewhere, and in
//! each tier in the shop's order: that is the order in which the index is read, so a page needs nothing but itself, where a
//! ranking by relevance would have to weigh everything that has the words first.
//!
//! Words of more than three letters are not asked for as prefixes: for such the index would gather every product that has
//! any word so begun before it gave the first. The words that go on are looked up in a list of all words instead.

use std::collections::BTreeSet;

use sqlx::AssertSqlSafe;

use super::sql::Values;
use super::{Entry, Page, Seen, Start, Wanted, total};
use crate::id;
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
    let mut categories: Vec<String> = entry.categories.iter().map(|category| token("category", category)).collect();
    categories.push(token("creator", &entry.creator));
    sqlx::query("INSERT INTO product_search (rowid, title, body, categories) VALUES ($1, $2, $3, $4)")
        .bind(entry.position)
        .bind(&entry.title)
        .bind(&entry.body)
        .bind(categories.join(" "))
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
    let among =
        [("category", &wanted.categories), ("category", &wanted.kinds), ("creator", &wanted.creators)].map(|(what, names)| {
            let tokens: Vec<String> = names.iter().map(|name| format!("\"{}\"", token(what, name))).collect();
            if tokens.is_empty() { String::new() } else { format!(" AND {{categories}} : ({})", tokens.join(" OR ")) }
        });
    let among = among.concat();
    let (title, all) = (format!("{{title}} : ({terms})"), format!("{{title body}} : ({terms})"));

    let count = if wanted.min.is_none() && wanted.max.is_none() {
        let mut values = Values::default();
        let slot = values.text(&format!("({all}){among}"));
        values.count(db, &format!("SELECT f.rowid FROM product_search f WHERE product_search MATCH {slot}")).await?
    } else {
        let mut values = Values::default();
        let (slot, price) = (values.text(&format!("({all}){among}")), values.price(wanted));
        values.count(db, &format!("SELECT p.id {FROM} WHERE product_search MATCH {slot}{price}")).await?
    };

    let wish = usize::try_from(limit).unwrap_or(0);
    let mut found: Vec<(String, Start)> = Vec::new();
    if !matches!(start, Some(Start::Body(_))) {
        let after = if let Some(Start::Title(position)) = start { position } else { i64::MIN };
        let rows = matching(db, &format!("({title}){among}"), wanted, after, limit + 1).await?;
        found.extend(rows.into_iter().map(|(id, position)| (id, Start::Title(position))));
    }
    if found.len() <= wish {
        let after = if let Some(Start::Body(position)) = start { position } else { i64::MIN };
        let rest = format!("(({all}){among}) NOT ({title})");
        let rows = matching(db, &rest, wanted, after, limit + 1 - i64::try_from(found.len()).unwrap_or(0)).await?;
        found.extend(rows.into_iter().map(|(id, position)| (id, Start::Body(position))));
    }
    let more = found.len() > wish;
    found.truncate(wish);
    let next = found.last().filter(|_| more).map(|(_, start)| *start);
    Ok(Page { ids: found.into_iter().map(|(id, _)| id).collect(), next, total: total(count) })
}

/// The index first, then the product of each row: the planner must not turn that round.
const FROM: &str = "FROM product_search f CROSS JOIN products p ON p.position = f.rowid AND p.active = 1";

async fn matching(db: &mut Connection, query: &str, wanted: &Wanted, after: i64, most: i64) -> Result<Vec<(String, i64)>> {
    let mut values = Values::default();
    let (query, after, price) = (values.text(query), values.number(after), values.price(wanted));
    let most = values.number(most);
    let sql = format!(
        "SELECT p.id, p.position {FROM} WHERE product_search MATCH {query} AND f.rowid > {after}{price} ORDER BY f.rowid LIMIT {most}"
    );
    values.rows(db, sql).await
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

/// A category or a creator as one word that nothing else is.
fn token(what: &str, name: &str) -> String {
    let digest = id::digest([what, name].join("\n").as_bytes());
    format!("c{}", digest.get(..16).unwrap_or_default())
}
