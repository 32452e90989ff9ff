//! From the shop's rows to the protocol's words, in the buyer's language and currency.

use jiff::Timestamp;
use ucp::catalog::{
    Availability, AvailabilityStatus, Category, Description, Filters, Kind, Media, MediaSource, MediaType, OptionValue,
    Personalisation, ProductOption, Rating, SelectedOption, SizeMeasure, SizeRow,
};
use ucp::money::{Price, PriceRange};
use ucp::{Json, Map};

use crate::config::Config;
use crate::http::{Shopper, media};
use crate::shop::calendar::rfc3339;
use crate::shop::choices::Words;
use crate::store::products::{self, Picture, Product, Variant};
use crate::store::search::kinds;

/// Widths that exist of every picture; the middle one is the picture's plain URL.
const WIDTHS: [u32; 3] = studio::raster::WIDTHS;
const USUAL_WIDTH: u32 = WIDTHS[1];
/// Up to this many units left are told.
const FEW: i64 = 5;

/// The variant that stands for a product: the first one that can be bought, else the first.
pub(super) fn featured(product: &Product) -> Option<&Variant> {
    product.variants.iter().find(|variant| variant.is_available()).or(product.variants.first())
}

/// Variants within the filters' price range.
pub(super) fn within<'a>(variants: &'a [Variant], filters: &Filters) -> impl Iterator<Item = &'a Variant> {
    let (min, max) = filters.price.as_ref().map_or((None, None), |price| (price.min, price.max));
    variants
        .iter()
        .filter(move |variant| min.is_none_or(|min| variant.amount >= min) && max.is_none_or(|max| variant.amount <= max))
}

/// Whether a product is in one of the filters' categories, if there are any, and of one of their kinds.
pub(super) fn passes(product: &Product, filters: &Filters) -> bool {
    let is_in = |wanted: &String| product.categories.iter().any(|(value, _)| value.to_lowercase() == wanted.to_lowercase());
    [&filters.categories, &filters.kinds].into_iter().all(|wanted| wanted.is_empty() || wanted.iter().any(is_in))
}

/// Speaks to one shopper.
pub(super) struct Presenter<'a> {
    config: &'a Config,
    shopper: &'a Shopper,
    now: i64,
}

impl<'a> Presenter<'a> {
    pub(super) fn new(config: &'a Config, shopper: &'a Shopper, now: i64) -> Self {
        Self { config, shopper, now }
    }

    fn say(&self, words: &Words) -> String {
        self.shopper.language.pick(words).to_owned()
    }

    fn price(&self, amount: i64) -> Price {
        Price { amount, currency: self.shopper.market.currency.to_owned() }
    }

    fn range(&self, amounts: impl Iterator<Item = i64> + Clone) -> PriceRange {
        let (min, max) = (amounts.clone().min().unwrap_or(0), amounts.max().unwrap_or(0));
        PriceRange { min: self.price(min), max: self.price(max) }
    }

    /// A product without its variants, with the first `pictures` pictures.
    pub(super) fn product(&self, product: &Product, pictures: usize) -> ucp::catalog::Product {
        let on_sale = product.variants.iter().any(|variant| variant.list_amount.is_some());
        let before = product.variants.iter().map(|variant| variant.list_amount.unwrap_or(variant.amount));
        ucp::catalog::Product {
            id: product.id.clone(),
            handle: Some(product.id.clone()),
            title: self.say(&product.titles),
            description: Description { plain: Some(self.say(&product.descriptions)), ..Description::default() },
            categories: product
                .categories
                .iter()
                .map(|(value, taxonomy)| Category { value: value.clone(), taxonomy: Some(taxonomy.clone()) })
                .collect(),
            price_range: self.range(product.variants.iter().map(|variant| variant.amount)),
            list_price_range: on_sale.then(|| self.range(before)),
            media: product.pictures.iter().take(pictures).map(|picture| self.picture(picture)).collect(),
            options: self.options(product),
            rating: product.rating.map(|(tenths, count)| Rating {
                #[expect(clippy::cast_precision_loss, reason = "0 to 50")]
                value: tenths as f64 / 10.0,
                scale_min: Some(1.0),
                scale_max: 5.0,
                count: Some(count),
            }),
            tags: product.extras.badge.iter().cloned().collect(),
            metadata: Some(self.metadata(product)),
            size_guide: product.extras.size_guide.iter().map(|row| self.size(row)).collect(),
            personalisation: product
                .extras
                .personalisation
                .as_ref()
                .map(|wish| Personalisation { label: self.say(&wish.prompts), max_length: wish.max_length }),
            ..ucp::catalog::Product::default()
        }
    }

    /// A kind of product; one that nobody has named is called by its value.
    pub(super) fn kind(&self, kind: kinds::Kind) -> Kind {
        let name = kind.names.as_ref().map_or_else(|| kind.value.clone(), |names| self.say(names));
        Kind { value: kind.value, name }
    }

    fn size(&self, row: &products::SizeRow) -> SizeRow {
        let measure = |(name, millimetres): &(Words, i64)| SizeMeasure { name: self.say(name), millimetres: *millimetres };
        SizeRow { size: row.size.clone(), measures: row.measures.iter().map(measure).collect() }
    }

    /// A variant; its title is its choices.
    pub(super) fn variant(&self, product: &Product, variant: &Variant) -> ucp::catalog::Variant {
        let options: Vec<SelectedOption> = product
            .options
            .iter()
            .filter_map(|option| self.selected(product, &option.id, variant.choices.get(&option.id)?))
            .collect();
        let labels: Vec<&str> = options.iter().map(|option| option.label.as_str()).collect();
        let title = if labels.is_empty() { self.say(&product.titles) } else { labels.join(" / ") };
        let own =
            |picture: &&Picture| picture.choice.as_ref().is_some_and(|choice| variant.choices.values().any(|own| own == choice));
        ucp::catalog::Variant {
            id: variant.id.clone(),
            sku: Some(variant.sku.clone()),
            description: Description { plain: Some(title.clone()), ..Description::default() },
            title,
            price: self.price(variant.amount),
            list_price: variant.list_amount.map(|amount| self.price(amount)),
            availability: Some(self.availability(product, variant)),
            options,
            media: product.pictures.iter().find(own).map(|picture| self.picture(picture)).into_iter().collect(),
            ..ucp::catalog::Variant::default()
        }
    }

    /// One choice, in the buyer's language.
    pub(super) fn selected(&self, product: &Product, option: &str, value: &str) -> Option<SelectedOption> {
        let option = product.options.iter().find(|choice| choice.id == option)?;
        let value = option.values.iter().find(|own| own.id == value)?;
        Some(SelectedOption { name: self.say(&option.names), label: self.say(&value.names), id: Some(value.id.clone()) })
    }

    /// What can be chosen, without signals.
    pub(super) fn options(&self, product: &Product) -> Vec<ProductOption> {
        let options = product.options.iter().map(|option| ProductOption {
            name: self.say(&option.names),
            values: option
                .values
                .iter()
                .map(|value| OptionValue {
                    id: Some(value.id.clone()),
                    label: self.say(&value.names),
                    swatch: value.swatch.clone(),
                    ..OptionValue::default()
                })
                .collect(),
        });
        options.collect()
    }

    fn availability(&self, product: &Product, variant: &Variant) -> Availability {
        let opens = product.extras.opens_after(self.now);
        let available = variant.is_available() && opens.is_none();
        let preorder = product.ships_at.filter(|at| *at > self.now);
        let status = match (available, preorder) {
            (false, _) if opens.is_some() => AvailabilityStatus::Other("coming_soon".to_owned()),
            (false, _) => AvailabilityStatus::OutOfStock,
            (true, Some(_)) => AvailabilityStatus::Preorder,
            (true, None) => AvailabilityStatus::InStock,
        };
        Availability {
            available: Some(available),
            status: Some(status),
            left: variant.left.filter(|left| (1..=FEW).contains(left)),
            ships_on: preorder.and_then(date),
            releases_at: opens.map(rfc3339),
        }
    }

    fn picture(&self, picture: &Picture) -> Media {
        let url = |width: u32| format!("{}{}/{}-{width}.webp", self.config.public_url, media::PATH, picture.file);
        let side = Some(i64::from(USUAL_WIDTH));
        Media {
            kind: MediaType::Image,
            url: url(USUAL_WIDTH),
            alt_text: Some(self.say(&picture.alts)),
            width: side,
            height: side,
            sources: WIDTHS.iter().map(|width| MediaSource { url: url(*width), width: i64::from(*width) }).collect(),
            ground: Some(picture.ground.clone()),
        }
    }

    /// The shop's own markers: creator, kind, badge, pre-order date.
    fn metadata(&self, product: &Product) -> Json {
        let text = |value: &str| Json::String(value.to_owned());
        let object =
            |entries: Vec<(&str, Json)>| Json::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect());
        let named = |id: &str, name: &Words| object(vec![("id", text(id)), ("name", Json::String(self.say(name)))]);
        let mut entries = vec![
            ("creator", object(vec![("handle", text(&product.creator)), ("name", Json::String(self.say(&product.creators)))])),
            ("kind", named(&product.kind, &product.kinds)),
        ];
        if product.digital {
            entries.push(("digital", Json::Bool(true)));
        }
        if let Some(badge) = &product.extras.badge {
            entries.push(("badge", text(badge)));
        }
        if let Some(day) = product.ships_at.filter(|at| *at > self.now).and_then(date) {
            entries.push(("preorder", Json::String(day)));
        }
        Json::Object(Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()))
    }
}

/// A day in UTC as `YYYY-MM-DD`.
fn date(millis: i64) -> Option<String> {
    let instant = Timestamp::from_millisecond(millis).ok()?;
    Some(instant.to_zoned(jiff::tz::TimeZone::UTC).date().to_string())
}
