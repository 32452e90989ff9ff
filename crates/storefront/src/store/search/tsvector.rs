//! PostgreSQL's full-text index.
//!
//! Lexemes are made here and not by the server's parser, which cuts words by the database's locale: so a search finds the
//! same whatever locale the server was set up with, and the same as on SQLite.

use super::sql::Values;
use super::{Entry, Page, Start, Wanted, total};
use crate::shop::folding::{Term, lexeme};
use crate::store::{Connection, Result, Tx, lock};

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

pub(super) async fn write(tx: &mut Tx, entry: &Entry) -> Result<()> {
    sqlx::query("INSERT INTO product_search (position, words) VALUES ($1, CAST($2 AS tsvector))")
        .bind(entry.position)
        .bind(vector(&entry.title, &entry.body))
        .execute(&mut **tx)
        .await
        .map(|_| ())
}

pub(super) async fn remove(tx: &mut Tx, position: i64) -> Result<()> {
    sqlx::query("DELETE FROM product_search WHERE position = $1").bind(position).execute(&mut **tx).await.map(|_| ())
}

/// A page of products that have all the terms, best first.
pub(super) async fn page(db: &mut Connection, terms: &[Term], wanted: &Wanted, start: Option<Start>, limit: i64) -> Result<Page> {
    let conditions = |values: &mut Values| {
        let asked = values.text(&asked(terms));
        let mut sql = format!("f.words @@ CAST({asked} AS tsquery)");
        if !wanted.categories.is_empty() {
            let list: Vec<String> = wanted.categories.iter().map(|category| values.text(category)).collect();
            let list = list.join(", ");
            sql.push_str(&format!(
                " AND EXISTS (SELECT 1 FROM product_categories c WHERE c.product = p.id AND c.folded IN ({list}))"
            ));
        }
        sql.push_str(&values.among(wanted));
        sql.push_str(&values.price(wanted));
        (sql, asked)
    };
    let mut values = Values::default();
    let (sql, _) = conditions(&mut values);
    let count = values.count(db, &format!("SELECT p.id {FROM} WHERE {sql}")).await?;

    let skip = if let Some(Start::Skip(count)) = start { count } else { 0 };
    let mut values = Values::default();
    let (sql, asked) = conditions(&mut values);
    let (most, offset) = (values.number(limit + 1), values.number(skip));
    // Weights of D, C, B, A: a title counts eight times what a body does.
    let sql = format!(
        "SELECT p.id, p.position {FROM} WHERE {sql} \
         ORDER BY ts_rank('{{0.125, 0.25, 0.5, 1.0}}', f.words, CAST({asked} AS tsquery)) DESC, p.position \
         LIMIT {most} OFFSET {offset}"
    );
    let mut rows = values.rows(db, sql).await?;
    let wish = usize::try_from(limit).unwrap_or(0);
    let more = rows.len() > wish;
    rows.truncate(wish);
    let next = more.then_some(Start::Skip(skip + limit));
    Ok(Page { ids: rows.into_iter().map(|(id, _)| id).collect(), next, total: total(count) })
}

const FROM: &str = "FROM product_search f JOIN products p ON p.position = f.position AND p.active = 1";

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
