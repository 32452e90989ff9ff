//! The catalog: search, lookup and product detail. Indicative: the checkout is what binds.

pub mod own;

pub use own::{Kind, Personalisation, SizeMeasure, SizeRow};

#[cfg(feature = "whole")]
use crate::Json;
use crate::envelope::Ucp;
use crate::message::Message;
use crate::money::{Price, PriceRange, UnitPrice};
use crate::party::{Attribution, Context, Link, Signals};

open_enum! {
    /// Whether a variant can be bought.
    pub enum AvailabilityStatus {
        /// On the shelf.
        InStock = "in_stock",
        /// Sold now, sent later.
        Backorder = "backorder",
        /// Sold before it exists.
        Preorder = "preorder",
        /// None left.
        OutOfStock = "out_of_stock",
        /// Never again.
        Discontinued = "discontinued",
    }

    /// What a medium is.
    pub enum MediaType {
        /// A still picture.
        Image = "image",
        /// A moving picture.
        Video = "video",
        /// A 3D model.
        Model3d = "model_3d",
    }
}

record! {
    /// A product with at least one variant.
    pub struct Product {
        /// The product's id.
        id: String,
        /// A readable key for URLs.
        #[cfg(feature = "whole")]
        handle: Option<String>,
        /// Its title, in the language of the answer.
        title: String,
        /// Its description.
        description: Description,
        /// The shop's page for it.
        url: Option<String>,
        /// The categories it is in.
        #[cfg(feature = "whole")]
        categories: Vec<Category>,
        /// Prices of the variants.
        price_range: PriceRange,
        /// Prices before a sale.
        #[cfg(feature = "whole")]
        list_price_range: Option<PriceRange>,
        /// Pictures and more; the first one is featured.
        media: Vec<Media>,
        /// What can be chosen.
        options: Vec<ProductOption>,
        /// What can be bought; the first one is featured.
        variants: Vec<Variant> = always,
        /// The choice in force (product detail).
        selected: Vec<SelectedOption>,
        /// What buyers think.
        rating: Option<Rating>,
        /// Free words.
        #[cfg(feature = "whole")]
        tags: Vec<String>,
        /// The shop's own data.
        #[cfg(feature = "whole")]
        metadata: Option<Json>,
        /// Fanshelf: what its sizes measure, smallest first.
        size_guide as "dev.fanshelf.size_guide": Vec<SizeRow>,
        /// Fanshelf: a text that the buyer may have put on it.
        personalisation as "dev.fanshelf.personalisation": Option<Personalisation>,
        /// Fanshelf: when it would be there, in the shop's words (product detail).
        delivery as "dev.fanshelf.delivery": Option<String>,
    }

    /// A text in up to three forms; at least one is there. HTML must be sanitised before it is shown.
    pub struct Description {
        /// Plain text.
        plain: Option<String>,
        /// HTML.
        html: Option<String>,
        /// Markdown.
        markdown: Option<String>,
    }

    /// A category.
    pub struct Category {
        /// Its name.
        value: String,
        /// The system it belongs to.
        taxonomy: Option<String>,
    }

    /// A picture, a video or a model.
    pub struct Media {
        /// What it is.
        kind as "type": MediaType,
        /// Where it is.
        url: String,
        /// For those who cannot see it.
        alt_text: Option<String>,
        /// Pixels.
        width: Option<i64>,
        /// Pixels.
        height: Option<i64>,
        /// Fanshelf: the same picture in several widths, ascending.
        sources as "dev.fanshelf.sources": Vec<MediaSource>,
        /// Fanshelf: the dominant colour, shown until the picture is there (`#rrggbb`).
        ground as "dev.fanshelf.ground": Option<String>,
    }

    /// One width of a picture.
    pub struct MediaSource {
        /// Where it is.
        url: String,
        /// Pixels.
        width: i64,
    }

    /// Something to choose.
    pub struct ProductOption {
        /// Its name, for example `Size`.
        name: String,
        /// What can be chosen.
        values: Vec<OptionValue> = always,
    }

    /// A value to choose. `available` and `exists` come with product detail.
    pub struct OptionValue {
        /// The shop's id of it.
        id: Option<String>,
        /// Its label, for example `M`.
        label: String,
        /// Can be bought with the other choices in force.
        available: Option<bool>,
        /// Is made with the other choices in force.
        exists: Option<bool>,
        /// Fanshelf: the colour it stands for (`#rrggbb`).
        swatch as "dev.fanshelf.swatch": Option<String>,
    }

    /// A choice.
    pub struct SelectedOption {
        /// The option's name.
        name: String,
        /// The value's label.
        label: String,
        /// The shop's id of the value.
        id: Option<String>,
    }

    /// What can be bought.
    pub struct Variant {
        /// What a line item's `item.id` is.
        id: String,
        /// Stock keeping unit.
        #[cfg(feature = "whole")]
        sku: Option<String>,
        /// Its title.
        title: String,
        /// Its description.
        #[cfg(feature = "whole")]
        description: Description,
        /// The price.
        price: Price,
        /// The price before a sale.
        list_price: Option<Price>,
        /// Price by measure.
        unit_price: Option<UnitPrice>,
        /// Whether it can be bought.
        availability: Option<Availability>,
        /// The choices that lead to it.
        options: Vec<SelectedOption>,
        /// Its own pictures.
        media: Vec<Media>,
        /// What buyers think.
        #[cfg(feature = "whole")]
        rating: Option<Rating>,
        /// Free words.
        #[cfg(feature = "whole")]
        tags: Vec<String>,
        /// The shop's own data.
        #[cfg(feature = "whole")]
        metadata: Option<Json>,
        /// Who sells it, on a marketplace.
        #[cfg(feature = "whole")]
        seller: Option<Seller>,
        /// Which requested ids led to it (lookup).
        #[cfg(feature = "whole")]
        inputs: Vec<InputCorrelation>,
    }

    /// Whether a variant can be bought. Both fields absent means unknown.
    pub struct Availability {
        /// Yes or no.
        available: Option<bool>,
        /// Why.
        status: Option<AvailabilityStatus>,
        /// Fanshelf: how many are left, told only when few are.
        left as "dev.fanshelf.left": Option<i64>,
        /// Fanshelf: when a pre-order is sent (`YYYY-MM-DD`).
        ships_on as "dev.fanshelf.ships_on": Option<String>,
        /// Fanshelf: from when on it is sold (RFC 3339); told until then.
        releases_at as "dev.fanshelf.releases_at": Option<String>,
    }

    /// What buyers think. Not money: an average may have a fraction.
    pub struct Rating {
        /// The average.
        value: f64,
        /// The worst possible, 1 unless said.
        #[cfg(feature = "whole")]
        scale_min: Option<f64>,
        /// The best possible.
        scale_max: f64,
        /// How many said so.
        count: Option<i64>,
    }

    /// A seller on a marketplace.
    pub struct Seller {
        /// Its name.
        name: Option<String>,
        /// Its pages.
        links: Vec<Link>,
    }

    /// Which requested id led here, and how.
    pub struct InputCorrelation {
        /// The requested id.
        id: String,
        /// `exact`, `featured`, …
        matched as "match": Option<String>,
    }

    /// Filters; all must hold, categories are alternatives.
    pub struct Filters {
        /// Any of these.
        categories: Vec<String>,
        /// Within this range, in the context's currency.
        price: Option<PriceFilter>,
        /// Fanshelf: and of these kinds, any of them. (Categories are alternatives: a kind within a collection cannot be
        /// said with them.)
        kinds as "dev.fanshelf.kinds": Vec<String>,
    }

    /// A range of prices.
    pub struct PriceFilter {
        /// Minor units.
        min: Option<i64>,
        /// Minor units.
        max: Option<i64>,
    }

    /// Which page.
    pub struct PaginationRequest {
        /// Where the last page ended.
        cursor: Option<String>,
        /// How many at the most; a wish. The default is 10.
        limit: Option<i64>,
    }

    /// Where the page ends.
    pub struct Pagination {
        /// Whether there is more.
        has_next_page: bool,
        /// What to send for it.
        cursor: Option<String>,
        /// How many there are in all.
        total_count: Option<i64>,
    }

    /// `POST /catalog/search`. At least one of query and filters must be there.
    pub struct SearchRequest {
        /// Words.
        query: Option<String>,
        /// Filters.
        filters: Option<Filters>,
        /// Market hints.
        context: Option<Context>,
        /// Which page.
        pagination: Option<PaginationRequest>,
        /// What the platform observed.
        signals: Option<Signals>,
        /// Where the interest comes from.
        attribution: Option<Attribution>,
        /// Fanshelf: also tell which kinds of product there are.
        with_kinds as "dev.fanshelf.with_kinds": Option<bool>,
    }

    /// The answer to a search.
    pub struct SearchResponse {
        /// Protocol metadata.
        ucp: Ucp,
        /// What was found, best first.
        products: Vec<Product> = always,
        /// Where the page ends.
        pagination: Pagination,
        /// What the shop has to say.
        messages: Vec<Message>,
        /// Fanshelf: the kinds of product among which was searched, in the shop's order, where they were asked for.
        kinds as "dev.fanshelf.kinds": Vec<Kind>,
    }

    /// The same answer, read only as far as a shelf shows it: a browser need not build what it will not draw.
    pub struct ShelfPage {
        /// What was found, best first.
        products: Vec<ShelfProduct> = always,
        /// Where the page ends.
        pagination: Pagination,
        /// Fanshelf: as in [`SearchResponse`].
        kinds as "dev.fanshelf.kinds": Vec<Kind>,
    }

    /// What a shelf shows of a product. Fields as in [`Product`].
    pub struct ShelfProduct {
        /// The product's id.
        id: String,
        /// Its title.
        title: String,
        /// Prices of the variants.
        price_range: PriceRange,
        /// Prices before a sale.
        list_price_range: Option<PriceRange>,
        /// Pictures.
        media: Vec<Media>,
        /// What can be bought.
        variants: Vec<ShelfVariant> = always,
        /// Free words; `new` is shown.
        tags: Vec<String>,
    }

    /// What a shelf needs to know of a variant.
    pub struct ShelfVariant {
        /// Whether it can be bought.
        availability: Option<Availability>,
    }

    /// `POST /catalog/lookup`.
    pub struct LookupRequest {
        /// Product or variant ids.
        ids: Vec<String> = always,
        /// Filters.
        filters: Option<Filters>,
        /// Market hints.
        context: Option<Context>,
        /// What the platform observed.
        signals: Option<Signals>,
        /// Where the interest comes from.
        attribution: Option<Attribution>,
    }

    /// The answer to a lookup.
    pub struct LookupResponse {
        /// Protocol metadata.
        ucp: Ucp,
        /// What was found, each product once.
        products: Vec<Product> = always,
        /// What the shop has to say; ids that were not found, for example.
        messages: Vec<Message>,
    }

    /// `POST /catalog/product`.
    pub struct ProductRequest {
        /// A product's or a variant's id.
        id: String,
        /// The choices so far, each option once.
        selected: Vec<SelectedOption>,
        /// Options in order of importance: when nothing matches, the last is given up first.
        preferences: Vec<String>,
        /// Market hints.
        context: Option<Context>,
        /// What the platform observed.
        signals: Option<Signals>,
        /// Where the interest comes from.
        attribution: Option<Attribution>,
    }

    /// The answer: one product, with the choices in force.
    pub struct ProductResponse {
        /// Protocol metadata.
        ucp: Ucp,
        /// The product.
        product: Product,
        /// What the shop has to say.
        messages: Vec<Message>,
    }
}
