//! Browsing: everything, or a category, in the shop's order. Every page is read from where it starts in an index.

use super::sql::Values;
use super::{COUNTED, Page, Start, Wanted, total};
use crate::store::{Connection, Result};

/// A page of the shelf, or of the shelves of some categories.
pub(super) async fn page(db: &mut Connection, wanted: &Wanted, start: Option<Start>, limit: i64) -> Result<Page> {
    let after = match start {
        Some(Start::After(position)) => position,
        _ => i64::MIN,
    };
    let count = count(db, wanted).await?;
    let mut values = Values::for_engine(db);
    let price = values.price(wanted) + &values.among(wanted);
    let (after, most) = (values.number(after), values.number(limit + 1));
    let sql = if wanted.categories.is_empty() && !wanted.creators.is_empty() {
        let price = price.clone();
        let shelves: Vec<String> = (0..)
            .zip(&wanted.creators)
            .map(|(index, creator)| {
                let creator = values.text(creator);
                format!(
                    "SELECT id, place FROM (SELECT p.id AS id, p.position AS place FROM products p \
                     WHERE p.creator = {creator} AND p.active = 1 AND p.position > {after}{price} \
                     ORDER BY p.position LIMIT {most}) AS shelf{index}"
                )
            })
            .collect();
        format!("SELECT id, place FROM ({}) AS shelves ORDER BY place LIMIT {most}", shelves.join(" UNION "))
    } else if wanted.categories.is_empty() {
        format!(
            "SELECT p.id, p.position FROM products p WHERE p.active = 1 AND p.position > {after}{price} \
             ORDER BY p.position LIMIT {most}"
        )
    } else {
        // Each category's shelf as far as the page could reach; a product on two of them is there once.
        let shelves: Vec<String> = (0..)
            .zip(&wanted.categories)
            .map(|(index, category)| {
                let category = values.text(category);
                format!(
                    "SELECT id, place FROM (SELECT p.id AS id, c.shelf AS place FROM product_categories c \
                     JOIN products p ON p.id = c.product AND p.active = 1 WHERE c.folded = {category} AND c.shelf > {after}{price} \
                     ORDER BY c.shelf LIMIT {most}) AS shelf{index}"
                )
            })
            .collect();
        format!("SELECT id, place FROM ({}) AS shelves ORDER BY place LIMIT {most}", shelves.join(" UNION "))
    };
    let mut rows = values.rows(db, sql).await?;
    let wish = usize::try_from(limit).unwrap_or(0);
    let more = rows.len() > wish;
    rows.truncate(wish);
    let next = rows.last().filter(|_| more).map(|(_, position)| Start::After(*position));
    Ok(Page { ids: rows.into_iter().map(|(id, _)| id).collect(), next, total: total(count) })
}

async fn count(db: &mut Connection, wanted: &Wanted) -> Result<i64> {
    let mut values = Values::for_engine(db);
    let price = values.price(wanted) + &values.among(wanted);
    if wanted.categories.is_empty() {
        return values.count(db, &format!("SELECT p.id FROM products p WHERE p.active = 1{price}")).await;
    }
    // What is no longer sold is in no category: without a price to look at, the index alone knows.
    let join = if price.is_empty() { "" } else { " JOIN products p ON p.id = c.product" };
    let most = COUNTED + 1;
    let shelves: Vec<String> = (0..)
        .zip(&wanted.categories)
        .map(|(index, category)| {
            let category = values.text(category);
            format!(
                "SELECT product FROM (SELECT c.product AS product FROM product_categories c{join} WHERE c.folded = {category}{price} \
                 LIMIT {most}) AS shelf{index}"
            )
        })
        .collect();
    values.count(db, &shelves.join(" UNION ")).await
}
