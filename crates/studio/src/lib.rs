//! The merchandise studio: blank (a kind of product) × design (artwork) → product picture.
//!
//! Start at [`kinds`] for what can be made, [`designs`] for what can be put on it, [`catalogue`] for what the demo
//! sells, [`blanks`] for how a product is drawn, and [`raster`] for the files a shop serves.
//!
//! Pictures are functions of their inputs: no clock, no randomness, no system fonts. The same catalogue gives the
//! same bytes on every machine.

pub mod art;
pub mod blanks;
pub mod catalogue;
pub mod colour;
pub mod designs;
pub mod downloads;
mod embedded;
mod error;
pub mod geometry;
pub mod kinds;
pub mod pen;
pub mod picture;
pub mod raster;
pub mod scenes;
mod sound;
pub mod words;

pub use catalogue::{Catalogue, Picture, Product, Variant};
pub use error::Error;
pub use picture::View;
pub use words::Words;

/// The demo catalogue, with its designs, as embedded in the binary.
///
/// # Errors
/// A design or a product that breaks a rule; the message names it.
pub fn catalogue() -> Result<Catalogue, Error> {
    Catalogue::embedded()
}

/// One picture of a product as a standalone SVG document, 1000 × 1000 units.
///
/// # Errors
/// When the product names a kind or a design that the catalogue does not have.
pub fn picture_svg(catalogue: &Catalogue, product: &Product, picture: &Picture) -> Result<String, Error> {
    picture::svg(catalogue, product, picture)
}

/// The dominant ground colour of a picture (`#rrggbb`), shown while the file loads.
#[must_use]
pub fn ground(catalogue: &Catalogue, product: &Product, picture: &Picture) -> String {
    picture::ground(catalogue, product, picture)
}
