//! Kinds of product: the blanks a design can be put on.
//!
//! Signpost: the tables are in `kinds/`, one file per shelf; what a kind looks like is its [`Blank`], drawn in
//! [`crate::blanks`]; what the tables share (colours, sizes, materials) is beside them.

mod accessories;
mod apparel;
mod bags;
mod boards;
mod colours;
mod digital;
mod drinkware;
mod games;
mod home;
mod kitchen;
mod materials;
mod music;
mod plush;
mod prints;
mod sizes;
mod stationery;
mod stickers;
mod tech;

use crate::{blanks::Blank, scenes::Place, words::Label};

pub use materials::{Material, Shipping};
pub use sizes::{Measure, Size};

/// A shelf of the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Stable id, kebab-case.
    pub id: &'static str,
    /// The shelf's name.
    pub name: Label,
}

/// A colour a blank can be had in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Stable id, kebab-case.
    pub id: &'static str,
    /// The colour's name.
    pub name: Label,
    /// `#rrggbb`.
    pub hex: &'static str,
}

/// A kind of product.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Stable id, kebab-case.
    pub id: &'static str,
    /// What it is called.
    pub name: Label,
    /// The shelf it stands on.
    pub group: &'static Group,
    /// The base variant's price in USD cents.
    pub price_usd_minor: i64,
    /// Weight of one, packed, in grams; 0 when digital.
    pub grams: u32,
    /// Colours it can be had in; never empty, and one colour is no choice.
    pub colours: &'static [Colour],
    /// Sizes it can be had in; empty when there is no choice.
    pub sizes: &'static [Size],
    /// What it is made of and how to look after it.
    pub material: &'static Material,
    /// How it is sent.
    pub shipping: &'static Shipping,
    /// What it looks like.
    pub blank: Blank,
    /// Where it is staged in its `Scene` picture.
    pub place: Place,
}

impl Kind {
    /// Whether it is a download.
    #[must_use]
    pub fn is_digital(&self) -> bool {
        self.grams == 0
    }

    /// The colour with this id.
    #[must_use]
    pub fn colour(&self, id: &str) -> Option<&'static Colour> {
        self.colours.iter().find(|colour| colour.id == id)
    }
}

/// Every table, in shelf order.
const TABLES: [&[Kind]; 15] = [
    prints::KINDS,
    stationery::KINDS,
    stickers::KINDS,
    drinkware::KINDS,
    kitchen::KINDS,
    home::KINDS,
    plush::KINDS,
    games::KINDS,
    boards::KINDS,
    music::KINDS,
    apparel::KINDS,
    accessories::KINDS,
    bags::KINDS,
    tech::KINDS,
    digital::KINDS,
];

/// Every kind, in shelf order.
pub fn all() -> impl Iterator<Item = &'static Kind> {
    TABLES.into_iter().flatten()
}

/// The kind with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Kind> {
    all().find(|kind| kind.id == id)
}

/// One row of a table; the order of the arguments is that of the tables' columns.
#[expect(clippy::too_many_arguments, reason = "a row of a table reads best on one line")]
const fn kind(
    id: &'static str,
    name: [&'static str; 3],
    price_usd_minor: i64,
    grams: u32,
    colours: &'static [Colour],
    sizes: &'static [Size],
    material: &'static Material,
    shipping: &'static Shipping,
    group: &'static Group,
    blank: Blank,
    place: Place,
) -> Kind {
    let [en, ar, ja] = name;
    let name = Label { en, ar, ja };
    Kind { id, name, group, price_usd_minor, grams, colours, sizes, material, shipping, blank, place }
}

/// The name of a shelf.
const fn group(id: &'static str, en: &'static str, ar: &'static str, ja: &'static str) -> Group {
    Group { id, name: Label { en, ar, ja } }
}
