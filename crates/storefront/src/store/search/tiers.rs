//! What is searched for by words, page by page, on either engine: first what has all the words in its title, then what has
//! them elsewhere, and each of the two in the shop's order. That is the order in which an index is read, so that a page needs
//! nothing but itself; a ranking by relevance would have to weigh everything that has the words first.

use std::collections::HashMap;

use super::sql::Values;
use super::{COUNTED, Page, Start, Wanted, total};
use crate::store::{Connection, Result};

/// A part of what has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tier {
    /// Everything.
    All,
    /// What has them in its title.
    Title,
    /// What has them, but not all in its title.
    Body,
}

/// A full-text index of one engine, asked one question.
pub(super) struct Index<F> {
    /// The column of places on the shelf.
    pub(super) position: &'static str,
    /// How products `p` are joined to the index.
    pub(super) join: &'static str,
    /// Whether it gives what it finds in no order, as PostgreSQL's does. What is found in few places is then read once and
    /// sorted here. Of what is frequent, the next places of the shelf are looked at first, which mostly fills a page; if they do
    /// not, it is gathered and sorted. The planner would choose between the two by how much it expects to find, and goes
    /// through the whole shelf for what stands at its end.
    pub(super) unordered: bool,
    /// What holds of a row of a tier.
    pub(super) holds: F,
}

impl<F: Fn(&mut Values, Tier) -> String> Index<F> {
    /// The page that starts at `start`, `limit` long at the most.
    pub(super) async fn page(&self, db: &mut Connection, wanted: &Wanted, start: Option<Start>, limit: i64) -> Result<Page> {
        if self.unordered {
            let few = self.few(db, wanted).await?;
            if few.len() <= usize::try_from(COUNTED).unwrap_or(0) {
                return of_few(db, few, start, limit).await;
            }
        }
        // What is frequent was not counted further.
        let count = if self.unordered { COUNTED + 1 } else { self.count(db, wanted).await? };
        let wish = usize::try_from(limit).unwrap_or(0);
        let mut found: Vec<(String, Start)> = Vec::new();
        if !matches!(start, Some(Start::Body(_))) {
            let after = if let Some(Start::Title(position)) = start { position } else { i64::MIN };
            let rows = self.rows(db, Tier::Title, wanted, after, limit + 1).await?;
            found.extend(rows.into_iter().map(|(id, position)| (id, Start::Title(position))));
        }
        if found.len() <= wish {
            let after = if let Some(Start::Body(position)) = start { position } else { i64::MIN };
            let most = limit + 1 - i64::try_from(found.len()).unwrap_or(0);
            let rows = self.rows(db, Tier::Body, wanted, after, most).await?;
            found.extend(rows.into_iter().map(|(id, position)| (id, Start::Body(position))));
        }
        let more = found.len() > wish;
        found.truncate(wish);
        let next = found.last().filter(|_| more).map(|(_, start)| *start);
        Ok(Page { ids: found.into_iter().map(|(id, _)| id).collect(), next, total: total(count) })
    }

    /// Everything there is, in no order, up to one more than [`COUNTED`].
    async fn few(&self, db: &mut Connection, wanted: &Wanted) -> Result<Vec<Start>> {
        let mut values = Values::for_engine(db);
        let (holds, title) = ((self.holds)(&mut values, Tier::All), (self.holds)(&mut values, Tier::Title));
        let price = values.price(wanted);
        let join = if price.is_empty() { "" } else { self.join };
        let (position, most) = (self.position, values.number(COUNTED + 1));
        let sql = format!(
            "SELECT CASE WHEN {title} THEN 'title' ELSE 'body' END, {position} FROM product_search f {join} \
             WHERE {holds}{price} LIMIT {most}"
        );
        let rows: Vec<(String, i64)> = values.rows(db, sql).await?;
        Ok(rows.into_iter().map(|(tier, at)| if tier == "title" { Start::Title(at) } else { Start::Body(at) }).collect())
    }

    async fn count(&self, db: &mut Connection, wanted: &Wanted) -> Result<i64> {
        let mut values = Values::for_engine(db);
        let (holds, price) = ((self.holds)(&mut values, Tier::All), values.price(wanted));
        // What is no longer sold is not in the index: without a price to look at, it knows alone.
        let join = if price.is_empty() { "" } else { self.join };
        values.count(db, &format!("SELECT {} FROM product_search f {join} WHERE {holds}{price}", self.position)).await
    }

    async fn rows(&self, db: &mut Connection, tier: Tier, wanted: &Wanted, after: i64, most: i64) -> Result<Vec<(String, i64)>> {
        let read = async |db: &mut Connection, reading: Reading| {
            let mut values = Values::for_engine(db);
            let holds = (self.holds)(&mut values, tier);
            let (after, price) = (values.number(after), values.price(wanted));
            let (join, position, most) = (self.join, self.position, values.number(most));
            let (from, order) = match reading {
                Reading::Ordered => ("product_search f".to_owned(), position.to_owned()),
                Reading::Near => {
                    let near =
                        format!("SELECT * FROM product_search f WHERE {position} > {after} ORDER BY {position} LIMIT {NEAR}");
                    (format!("({near}) AS f"), position.to_owned())
                }
                // A sum is in no index.
                Reading::Gathered => ("product_search f".to_owned(), format!("{position} + 0")),
            };
            let sql = format!(
                "SELECT p.id, p.position FROM {from} {join} WHERE {holds} AND {position} > {after}{price} \
                 ORDER BY {order} LIMIT {most}"
            );
            values.rows(db, sql).await
        };
        if !self.unordered {
            return read(db, Reading::Ordered).await;
        }
        let near = read(db, Reading::Near).await?;
        let full = i64::try_from(near.len()).is_ok_and(|found| found == most);
        if full { Ok(near) } else { read(db, Reading::Gathered).await }
    }
}

/// The page that starts at `start`, out of everything there is.
async fn of_few(db: &mut Connection, mut few: Vec<Start>, start: Option<Start>, limit: i64) -> Result<Page> {
    let place = |start: &Start| match *start {
        Start::Title(position) => (0, position),
        Start::Body(position) | Start::After(position) => (1, position),
    };
    few.sort_unstable_by_key(place);
    let from = start.map_or(0, |start| few.partition_point(|one| place(one) <= place(&start)));
    let rest = few.get(from..).unwrap_or_default();
    let some = rest.get(..usize::try_from(limit).unwrap_or(0)).unwrap_or(rest);
    let next = some.last().filter(|_| some.len() < rest.len()).copied();
    let mut ids = HashMap::new();
    if !some.is_empty() {
        let mut values = Values::for_engine(db);
        let list: Vec<String> = some.iter().map(|one| values.number(place(one).1)).collect();
        let sql = format!("SELECT p.id, p.position FROM products p WHERE p.active = 1 AND p.position IN ({})", list.join(", "));
        ids.extend(values.rows(db, sql).await?.into_iter().map(|(id, position): (String, i64)| (position, id)));
    }
    let ids = some.iter().filter_map(|one| ids.remove(&place(one).1)).collect();
    Ok(Page { ids, next, total: total(i64::try_from(few.len()).unwrap_or(i64::MAX)) })
}

/// How an index is read.
#[derive(Clone, Copy)]
enum Reading {
    /// As it is.
    Ordered,
    /// Only the next [`NEAR`] places of the shelf, one after the other.
    Near,
    /// Everything that it finds, sorted afterwards.
    Gathered,
}

/// How many places are looked at one by one: about as much work as asking the index for something rare.
const NEAR: i64 = 500;
