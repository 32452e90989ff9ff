//! A line of a catalogue file, and the product of the shop that it means.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::check;
use crate::shop::choices::{Choice, Picked, Words};
use crate::shop::market;
use crate::store::products::intake::{NewCreator, NewProduct, NewVariant};
use crate::store::products::{self, Extras, Personalisation, SizeRow};

/// Where in a line something is wrong, and what.
pub(super) type Fault = (String, String);

/// What a line says.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Record {
    Creator(Creator),
    Product(Box<Product>),
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Creator {
    pub(super) handle: String,
    pub(super) names: Words,
    #[serde(default)]
    pub(super) taglines: Words,
    #[serde(default = "paper")]
    pub(super) theme: String,
}

pub(super) fn paper() -> String {
    "paper".to_owned()
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Product {
    pub(super) id: String,
    pub(super) creator: String,
    pub(super) kind: String,
    pub(super) kinds: Words,
    pub(super) titles: Words,
    #[serde(default)]
    pub(super) descriptions: Words,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) categories: Vec<Category>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) keywords: Vec<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) digital: bool,
    /// RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) ships_at: Option<String>,
    /// RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) releases_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) rating: Option<Rating>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) badge: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) personalisation: Option<Personalisation>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) size_guide: Vec<SizeRow>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) options: Vec<Choice>,
    pub(super) variants: Vec<Variant>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) pictures: Vec<Picture>,
    /// The line of each variant, where they have lines of their own.
    #[serde(skip)]
    pub(super) lines: Vec<u64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Category {
    pub(super) taxonomy: String,
    pub(super) value: String,
}

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rating {
    /// Tenths of a star, 0 to 50.
    pub(super) tenths: i64,
    pub(super) count: i64,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Variant {
    pub(super) id: String,
    #[serde(default)]
    pub(super) sku: String,
    #[serde(default, skip_serializing_if = "Picked::is_empty")]
    pub(super) choices: Picked,
    #[serde(default)]
    pub(super) grams: i64,
    /// None: never runs out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) stock: Option<i64>,
    /// By currency.
    pub(super) prices: BTreeMap<String, Price>,
}

/// Minor units.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Price {
    pub(super) amount: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) list: Option<i64>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Picture {
    pub(super) file: String,
    pub(super) ground: String,
    #[serde(default)]
    pub(super) alts: Words,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) choice: Option<String>,
}

/// The line that a fault is in: that of its variant, where variants have lines.
pub(super) fn line_of(lines: &[u64], line: u64, at: &str) -> u64 {
    let variant = at.strip_prefix("variants[").and_then(|rest| rest.split(']').next()).and_then(|index| index.parse().ok());
    variant.and_then(|index: usize| lines.get(index)).copied().unwrap_or(line)
}

impl Creator {
    pub(super) fn faults(&self) -> Vec<Fault> {
        check::creator(self)
    }
}

impl From<Creator> for NewCreator {
    fn from(creator: Creator) -> Self {
        Self { handle: creator.handle, names: creator.names, taglines: creator.taglines, theme: creator.theme }
    }
}

impl From<NewCreator> for Creator {
    fn from(creator: NewCreator) -> Self {
        Self { handle: creator.handle, names: creator.names, taglines: creator.taglines, theme: creator.theme }
    }
}

impl TryFrom<Product> for NewProduct {
    type Error = Vec<Fault>;

    fn try_from(product: Product) -> Result<Self, Vec<Fault>> {
        let faults = check::product(&product);
        if !faults.is_empty() {
            return Err(faults);
        }
        let millis = |at: &Option<String>| Some(at.as_deref()?.parse::<Timestamp>().ok()?.as_millisecond());
        let (ships_at, opens_at) = (millis(&product.ships_at), millis(&product.releases_at));
        Ok(Self {
            kinds: product.kinds,
            titles: product.titles,
            descriptions: product.descriptions,
            options: product.options,
            extras: Extras {
                badge: product.badge,
                personalisation: product.personalisation,
                size_guide: product.size_guide,
                opens_at,
            },
            digital: product.digital,
            ships_at,
            rating: product.rating.map(|rating| (rating.tenths, rating.count)),
            categories: product.categories.into_iter().map(|category| (category.value, category.taxonomy)).collect(),
            keywords: product.keywords,
            variants: product.variants.into_iter().map(Into::into).collect(),
            pictures: product.pictures.into_iter().map(Into::into).collect(),
            id: product.id,
            creator: product.creator,
            kind: product.kind,
        })
    }
}

impl From<NewProduct> for Product {
    fn from(product: NewProduct) -> Self {
        let written = |millis: Option<i64>| Some(Timestamp::from_millisecond(millis?).ok()?.to_string());
        Self {
            id: product.id,
            creator: product.creator,
            kind: product.kind,
            kinds: product.kinds,
            titles: product.titles,
            descriptions: product.descriptions,
            categories: product.categories.into_iter().map(|(value, taxonomy)| Category { taxonomy, value }).collect(),
            keywords: product.keywords,
            digital: product.digital,
            ships_at: written(product.ships_at),
            releases_at: written(product.extras.opens_at),
            rating: product.rating.map(|(tenths, count)| Rating { tenths, count }),
            badge: product.extras.badge,
            personalisation: product.extras.personalisation,
            size_guide: product.extras.size_guide,
            options: product.options,
            variants: product.variants.into_iter().map(Into::into).collect(),
            pictures: product.pictures.into_iter().map(Into::into).collect(),
            lines: Vec::new(),
        }
    }
}

impl From<Variant> for NewVariant {
    fn from(variant: Variant) -> Self {
        let prices = variant.prices.iter().filter_map(|(currency, price)| {
            market::by_currency(currency).map(|market| (market.currency, price.amount, price.list))
        });
        Self {
            sku: if variant.sku.is_empty() { variant.id.clone() } else { variant.sku },
            prices: market::in_order(prices.collect()),
            id: variant.id,
            choices: variant.choices,
            grams: variant.grams,
            stock: variant.stock,
        }
    }
}

impl From<NewVariant> for Variant {
    fn from(variant: NewVariant) -> Self {
        let prices = variant
            .prices
            .iter()
            .map(|(currency, amount, list)| ((*currency).to_owned(), Price { amount: *amount, list: *list }));
        Self {
            prices: prices.collect(),
            id: variant.id,
            sku: variant.sku,
            choices: variant.choices,
            grams: variant.grams,
            stock: variant.stock,
        }
    }
}

impl From<Picture> for products::Picture {
    fn from(picture: Picture) -> Self {
        Self { file: picture.file, ground: picture.ground, alts: picture.alts, choice: picture.choice }
    }
}

impl From<products::Picture> for Picture {
    fn from(picture: products::Picture) -> Self {
        Self { file: picture.file, ground: picture.ground, alts: picture.alts, choice: picture.choice }
    }
}
