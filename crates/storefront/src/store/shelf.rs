//! What is for sale, for pricing: one variant at a time, in one market and language.

use super::products::Extras;
use super::{Connection, Result, json};
use crate::shop::basket::{Sellable, Shelf};
use crate::shop::choices::{Choice, Picked, Words};
use crate::text::Language;

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    product: String,
    creator: String,
    choices: String,
    titles: String,
    options: String,
    extras: String,
    digital: i64,
    grams: i64,
    ships_at: Option<i64>,
    amount: i64,
    on_hand: Option<i64>,
    held: i64,
}

/// The variants of `ids` that are sold in `currency`; `media` is where product pictures are (`…/media/products`), and `sells` says
/// whether the shop sells a creator's things, at `now` (unix milliseconds).
///
/// # Errors
/// When the database does not answer, or a row of the catalogue cannot be read.
pub async fn of(
    connection: &mut Connection,
    ids: &[String],
    currency: &str,
    language: Language,
    media: &str,
    now: i64,
    sells: impl Fn(&str) -> bool,
) -> Result<Shelf> {
    let mut shelf = Shelf::new();
    for id in ids {
        if shelf.contains_key(id.as_str()) {
            continue;
        }
        if let Some(item) = one(connection, id, currency, language, media, now, &sells).await? {
            shelf.insert(id.clone(), item);
        }
    }
    Ok(shelf)
}

async fn one(
    connection: &mut Connection,
    id: &str,
    currency: &str,
    language: Language,
    media: &str,
    now: i64,
    sells: &impl Fn(&str) -> bool,
) -> Result<Option<Sellable>> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT v.id, v.product, p.creator, v.choices, p.titles, p.options, p.extras, p.digital, v.grams, p.ships_at, c.amount, s.on_hand, s.held \
         FROM variants v JOIN products p ON p.id = v.product JOIN prices c ON c.variant = v.id AND c.currency = $2 \
         JOIN stock s ON s.variant_id = v.id WHERE v.id = $1 AND v.active = 1 AND p.active = 1",
    )
    .bind(id)
    .bind(currency)
    .fetch_optional(&mut *connection)
    .await?;
    let Some(row) = row.filter(|row| sells(&row.creator)) else { return Ok(None) };
    let categories: Vec<(String,)> = sqlx::query_as("SELECT value FROM product_categories WHERE product = $1 ORDER BY position")
        .bind(&row.product)
        .fetch_all(&mut *connection)
        .await?;
    let pictures: Vec<(String, Option<String>)> =
        sqlx::query_as("SELECT file, choice FROM pictures WHERE product = $1 ORDER BY position")
            .bind(&row.product)
            .fetch_all(&mut *connection)
            .await?;
    let titles: Words = json::read(&row.titles)?;
    let options: Vec<Choice> = json::read(&row.options)?;
    let choices: Picked = json::read(&row.choices)?;
    let extras: Extras = json::read(&row.extras)?;
    let chosen: Vec<&str> = options
        .iter()
        .filter_map(|option| {
            let value = choices.get(&option.id)?;
            option.values.iter().find(|candidate| candidate.id == *value)
        })
        .map(|value| language.pick(&value.names))
        .collect();
    let title = language.pick(&titles);
    // The picture of the chosen colour, else the first.
    let picture = pictures
        .iter()
        .find(|(_, choice)| choice.as_ref().is_some_and(|choice| choices.values().any(|value| value == choice)))
        .or_else(|| pictures.first());
    Ok(Some(Sellable {
        variant: row.id,
        product: row.product,
        title: if chosen.is_empty() { title.to_owned() } else { format!("{title} – {}", chosen.join(" / ")) },
        image_url: picture.map(|(file, _)| format!("{media}/{file}-{THUMBNAIL}.webp")),
        price: row.amount,
        left: row.on_hand.map(|on_hand| on_hand - row.held),
        digital: row.digital != 0 || row.grams == 0,
        grams: row.grams,
        categories: categories.into_iter().map(|(value,)| value).collect(),
        ships_at: row.ships_at,
        opens_at: extras.opens_after(now),
        text_room: extras.personalisation.map_or(0, |wish| wish.max_length),
    }))
}

/// Width of the picture beside a line, in pixels.
const THUMBNAIL: u32 = studio::raster::WIDTHS[0];
