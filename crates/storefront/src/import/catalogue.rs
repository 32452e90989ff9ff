//! From the studio's model to the shop's rows. Prices are made here, once, for every market.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::Error;
use crate::shop::choices::{Choice, Value, Words};
use crate::shop::market::{MARKETS, Market};
use crate::store::products::intake::{NewCreator, NewProduct, NewVariant};
use crate::store::products::{Extras, Personalisation, Picture, SizeRow};

/// Everything to be stored.
#[derive(Debug)]
pub(super) struct Stock {
    pub(super) creators: Vec<NewCreator>,
    pub(super) products: Vec<NewProduct>,
    /// What their kinds are called.
    pub(super) groups: Vec<Words>,
}

/// When products are first sold, unix milliseconds, by id.
pub(super) type Openings = HashMap<String, i64>;

/// `file` names the picture's files. A drop that is not among the `openings` yet is counted from now.
pub(super) fn convert(
    catalogue: &studio::Catalogue,
    openings: &Openings,
    file: impl Fn(&studio::Product, &studio::Picture) -> String,
) -> Result<Stock, Error> {
    let creators = catalogue.creators.iter().map(|creator| NewCreator {
        handle: creator.handle.clone(),
        names: words(&creator.names),
        taglines: words(&creator.tagline),
        theme: creator.theme.clone(),
    });
    let products = catalogue.products.iter().map(|made| product(catalogue, openings, made, &file)).collect::<Result<_, _>>()?;
    let mut groups: Vec<Words> = Vec::new();
    for kind in studio::kinds::all() {
        let group = words(&kind.group.name.into());
        if groups.last() != Some(&group) {
            groups.push(group);
        }
    }
    Ok(Stock { creators: creators.collect(), products, groups })
}

fn product(
    catalogue: &studio::Catalogue,
    openings: &Openings,
    product: &studio::Product,
    file: &impl Fn(&studio::Product, &studio::Picture) -> String,
) -> Result<NewProduct, Error> {
    let bad = |reason: String| Error::Product { id: product.id.clone(), reason };
    let kind = studio::kinds::find(&product.kind).ok_or_else(|| bad(format!("its kind {} is unknown", product.kind)))?;
    let ships_at = product.preorder.as_deref().map(|date| midnight(date).map_err(bad)).transpose()?;
    let group = words(&kind.group.name.into());
    let group_value = group.get("en").cloned().unwrap_or_default();
    let pictures = product.pictures.iter().map(|picture| Picture {
        file: file(product, picture),
        ground: studio::ground(catalogue, product, picture),
        alts: words(&picture.alt),
        choice: picture.colour.clone(),
    });
    Ok(NewProduct {
        id: product.id.clone(),
        creator: product.creator.clone(),
        kind: product.kind.clone(),
        kinds: words(&kind.name.into()),
        titles: words(&product.titles),
        descriptions: words(&product.descriptions),
        options: product.options.iter().map(choice).collect(),
        extras: extras(product, openings),
        digital: product.digital,
        ships_at,
        rating: product.rating.map(|rating| (i64::from(rating.value_tenths), i64::from(rating.count))),
        categories: vec![(product.creator.clone(), "creator".to_owned()), (group_value, "kind".to_owned())],
        keywords: group.into_values().collect(),
        variants: product.variants.iter().map(|made| variant(product, made)).collect(),
        pictures: pictures.collect(),
    })
}

fn variant(product: &studio::Product, variant: &studio::Variant) -> NewVariant {
    // Ids of products and variants share one name space; a product without choices has its only variant named like itself.
    let id = if variant.sku == product.id { format!("{}.one", variant.sku) } else { variant.sku.clone() };
    let price = |market: Market| {
        let amount = market.price(variant.price_usd_minor);
        let list = variant.compare_at_usd_minor.map(|before| market.list_price(before, amount));
        (market.currency, amount, list)
    };
    NewVariant {
        id,
        sku: variant.sku.clone(),
        choices: variant.options.iter().cloned().collect(),
        grams: i64::from(variant.grams),
        prices: MARKETS.into_iter().map(price).collect(),
        stock: variant.stock.map(i64::from),
    }
}

fn choice(choice: &studio::catalogue::ChoiceOf) -> Choice {
    let values =
        choice.values.iter().map(|value| Value { id: value.id.clone(), names: words(&value.names), swatch: value.hex.clone() });
    Choice { id: choice.id.clone(), names: words(&choice.names), values: values.collect() }
}

fn extras(product: &studio::Product, openings: &Openings) -> Extras {
    use studio::catalogue::Badge;
    let badge = product.badge.map(|badge| match badge {
        Badge::New => "new",
        Badge::Limited => "limited",
        Badge::Bestseller => "bestseller",
    });
    let from_now = |hours: u32| Timestamp::now().as_millisecond() + i64::from(hours) * 3_600_000;
    Extras {
        badge: badge.map(str::to_owned),
        opens_at: product.drops_after.map(|hours| openings.get(&product.id).copied().unwrap_or_else(|| from_now(hours))),
        personalisation: product.personalisation.as_ref().map(|wish| Personalisation {
            prompts: languages(&wish.en, &wish.ar, wish.ja.as_deref()),
            max_length: i64::from(wish.max_length),
        }),
        size_guide: product
            .size_guide
            .iter()
            .map(|row| SizeRow {
                size: row.size.clone(),
                measures: row.measures.iter().map(|(name, millimetres)| (words(name), i64::from(*millimetres))).collect(),
            })
            .collect(),
    }
}

fn words(words: &studio::Words) -> Words {
    languages(&words.en, &words.ar, words.ja.as_deref())
}

fn languages(en: &str, ar: &str, ja: Option<&str>) -> Words {
    let mut words = BTreeMap::from([("en".to_owned(), en.to_owned()), ("ar".to_owned(), ar.to_owned())]);
    if let Some(ja) = ja.filter(|ja| !ja.is_empty()) {
        words.insert("ja".to_owned(), ja.to_owned());
    }
    words
}

/// The start of an ISO date in UTC, unix milliseconds.
fn midnight(date: &str) -> Result<i64, String> {
    let day: Date = date.parse().map_err(|_| format!("{date} is not a date"))?;
    let start = day.to_zoned(TimeZone::UTC).map_err(|error| error.to_string())?;
    Ok(start.timestamp().as_millisecond())
}
