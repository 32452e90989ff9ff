//! The demo catalogue: products composed from kinds and designs, checked when read.
//!
//! Signpost: the files' schema is `catalogue/README.md` beside the crate's `src`; `catalogue/source.rs` is that schema
//! as types, `catalogue/build.rs` turns a row into a product, `catalogue/prose.rs` writes titles and descriptions.

mod build;
mod prose;
mod source;

use crate::{
    Error, View, Words,
    designs::{self, Design},
    embedded,
};

/// Everything the demo sells.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The creators, in the order they were read.
    pub creators: Vec<Creator>,
    /// The products, in the order they were read.
    pub products: Vec<Product>,
    /// The designs they are made from.
    pub designs: Vec<Design>,
}

/// A creator; the handle is also the collection's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Creator {
    /// Stable id, kebab-case.
    pub handle: String,
    /// Their name.
    pub names: Words,
    /// One line under the name.
    pub tagline: Words,
    /// The theme their shop wears: paper, pop or night.
    pub theme: String,
}

/// A product: one design on one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// Stable id, kebab-case.
    pub id: String,
    /// The creator's handle.
    pub creator: String,
    /// The kind's id.
    pub kind: String,
    /// The design's id.
    pub design: String,
    /// What it is called.
    pub titles: Words,
    /// What it is, what it is made of, how to look after it and how it is sent; paragraphs separated by `\n\n`.
    pub descriptions: Words,
    /// Choices, in the order they are asked: colour, size, then the product's own.
    pub options: Vec<ChoiceOf>,
    /// 1 to 24 sellable combinations.
    pub variants: Vec<Variant>,
    /// What there is to see; the first is the product's face.
    pub pictures: Vec<Picture>,
    /// The studio ground, `#rrggbb`.
    pub ground: String,
    /// The palette to draw in; `None` lets the blank's colour decide.
    pub palette: Option<String>,
    /// ISO date a pre-order ships.
    pub preorder: Option<String>,
    /// A drop: hours after the shop first took the product in, before which it is not sold.
    pub drops_after: Option<u32>,
    /// Whether it is a download.
    pub digital: bool,
    /// Ratings, when there are any.
    pub rating: Option<Rating>,
    /// At most one badge.
    pub badge: Option<Badge>,
    /// A text the buyer may have put on it.
    pub personalisation: Option<Personalisation>,
    /// Rows of the size guide: size label, then what is measured and millimetres.
    pub size_guide: Vec<SizeRow>,
}

/// One choice a buyer makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOf {
    /// `colour`, `size` or the product's own id.
    pub id: String,
    /// What is chosen.
    pub names: Words,
    /// What there is to choose from; at least two.
    pub values: Vec<ChoiceValue>,
}

/// One value of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceValue {
    /// Stable id, kebab-case.
    pub id: String,
    /// What it is called.
    pub names: Words,
    /// For a colour, `#rrggbb`.
    pub hex: Option<String>,
}

/// One sellable combination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// Unique over the whole catalogue.
    pub sku: String,
    /// (choice id, value id) for every option of the product.
    pub options: Vec<(String, String)>,
    /// The blank's colour, also when there is no choice of it.
    pub colour: String,
    /// Price in USD cents.
    pub price_usd_minor: i64,
    /// Price before the sale in USD cents; above the price.
    pub compare_at_usd_minor: Option<i64>,
    /// Units in stock; `None` is without limit (downloads).
    pub stock: Option<u32>,
    /// Weight in grams, 0 for downloads.
    pub grams: u32,
}

/// One picture of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Unique in the product, kebab-case; fit for a file name.
    pub name: String,
    /// What it shows.
    pub view: View,
    /// The blank's colour it shows.
    pub colour: Option<String>,
    /// For those who do not see it.
    pub alt: Words,
}

/// Ratings in tenths, never a float.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// 0 to 50: 47 is 4.7 of 5.
    pub value_tenths: u32,
    /// How many ratings.
    pub count: u32,
}

/// What a card may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Badge {
    /// Just added.
    New,
    /// Made once.
    Limited,
    /// Sold most.
    Bestseller,
}

/// A text the buyer may have put on a product.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Personalisation {
    /// The question in English.
    pub en: String,
    /// The question in Arabic.
    pub ar: String,
    /// The question in Japanese.
    pub ja: Option<String>,
    /// The longest answer, in characters.
    pub max_length: u32,
}

/// A row of a size guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SizeRow {
    /// The size's label.
    pub size: String,
    /// What is measured, and millimetres.
    pub measures: Vec<(Words, u32)>,
}

impl Catalogue {
    /// The catalogue embedded in the binary.
    ///
    /// # Errors
    /// See [`Catalogue::read`].
    pub fn embedded() -> Result<Self, Error> {
        Self::read(embedded::DESIGNS, embedded::CATALOGUE)
    }

    /// Reads designs and products from tables of (path, text).
    ///
    /// # Errors
    /// The first design or product that breaks a rule of the schema; the message names it.
    pub fn read(design_files: &[(&str, &str)], product_files: &[(&str, &str)]) -> Result<Self, Error> {
        let mut catalogue = Self { creators: Vec::new(), products: Vec::new(), designs: designs::read(design_files)? };
        let files = source::read(product_files)?;
        for file in &files {
            catalogue.creators.extend(file.creator.iter().cloned().map(build::creator));
        }
        for row in files.into_iter().flat_map(|file| file.product) {
            let product = build::product(&catalogue, row)?;
            if catalogue.products.iter().any(|other| other.id == product.id) {
                return Err(Error::Product { id: product.id, reason: "is there twice".into() });
            }
            catalogue.products.push(product);
        }
        Ok(catalogue)
    }

    /// The design with this id.
    #[must_use]
    pub fn design(&self, id: &str) -> Option<&Design> {
        self.designs.iter().find(|design| design.id == id)
    }

    /// The product with this id.
    #[must_use]
    pub fn product(&self, id: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.id == id)
    }
}
