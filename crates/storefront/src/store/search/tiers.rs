//! What is searched for by words, page by page, on either engine: first what has all the words in its title, then what has
//! them elsewhere, and each of the two in the shop's order. That is the order in which an index is read, so that a page needs
//! nothing but itself; a ranking by relevance would have to weigh everything that has the words first.

use super::sql::Values;
use super::{Page, Start, Wanted, total};
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
    /// Whether it gives what it finds in no order, as PostgreSQL's does. What is in the order of the shelf is then looked at
    /// for a while first, which fills a page with anything frequent; what is not can be gathered and sorted. The planner would
    /// choose between the two by how much it expects to find, and goes through the whole shelf for what stands at its end.
    pub(super) unordered: bool,
    /// What holds of a row of a tier.
    pub(super) holds: F,
}

impl<F: Fn(&mut Values, Tier) -> String> Index<F> {
    /// The page that starts at `start`, `limit` long at the most.
    pub(super) async fn page(&self, db: &mut Connection, wanted: &Wanted, start: Option<Start>, limit: i64) -> Result<Page> {
        let count = self.count(db, wanted).await?;
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

    async fn count(&self, db: &mut Connection, wanted: &Wanted) -> Result<i64> {
        let mut values = Values::new(self.unordered);
        let (holds, price) = ((self.holds)(&mut values, Tier::All), values.price(wanted));
        // What is no longer sold is not in the index: without a price to look at, it knows alone.
        let join = if price.is_empty() { "" } else { self.join };
        values.count(db, &format!("SELECT {} FROM product_search f {join} WHERE {holds}{price}", self.position)).await
    }

    async fn rows(&self, db: &mut Connection, tier: Tier, wanted: &Wanted, after: i64, most: i64) -> Result<Vec<(String, i64)>> {
        let read = async |db: &mut Connection, reading: Reading| {
            let mut values = Values::new(self.unordered);
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
