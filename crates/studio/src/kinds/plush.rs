//! Kinds: plush and toys.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("plush", "Plush & toys", "دمى وألعاب", "ぬいぐるみ・おもちゃ");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("plush-cat", ["plush cat", "قطة محشوة", "ねこのぬいぐるみ"], 2600, 320, c::FELT, s::PLUSHES, m::PLUSH, m::BAG, G, Blank::Plush(Plush::Cat), Sofa(0.46)),
    k("plush-bear", ["plush bear", "دب محشو", "くまのぬいぐるみ"], 2600, 340, c::FELT, s::PLUSHES, m::PLUSH, m::BAG, G, Blank::Plush(Plush::Bear), Sofa(0.46)),
    k("plush-bunny", ["plush bunny", "أرنب محشو", "うさぎのぬいぐるみ"], 2600, 330, c::FELT, s::PLUSHES, m::PLUSH, m::BAG, G, Blank::Plush(Plush::Bunny), Sofa(0.48)),
    k("plush-round", ["round plush", "دمية كروية محشوة", "まんまるぬいぐるみ"], 2200, 280, c::FELT, s::PLUSHES, m::PLUSH, m::BAG, G, Blank::Plush(Plush::Round), Sofa(0.42)),
    k("plush-star", ["plush star", "نجمة محشوة", "星のぬいぐるみ"], 2400, 280, c::FELT, s::PLUSHES, m::PLUSH, m::BAG, G, Blank::Plush(Plush::Star), Sofa(0.44)),
    k("plush-pillow", ["shaped plush pillow", "وسادة محشوة بالشكل", "形抜きぬいぐるみクッション"], 3200, 460, c::PAPER, s::ONE, m::PLUSH, m::BAG, G, Blank::Cut(Cut::Pillow), Sofa(0.50)),
    k("yo-yo", ["yo-yo", "يويو", "ヨーヨー"], 1400, 80, c::PLASTIC, s::ONE, m::PLASTIC, m::BOX, G, Blank::YoYo, Desk(0.50)),
    k("frisbee", ["frisbee", "فريسبي", "フリスビー"], 1500, 175, c::PLASTIC, s::ONE, m::PLASTIC, m::FLAT, G, Blank::Disc(Disc::Frisbee), Grass(0.52)),
    k("kite", ["kite", "طائرة ورقية", "凧"], 2800, 260, c::TRIMS, s::ONE, m::WOVEN, m::LONG, G, Blank::Kite, Sky(0.60)),
    k("beach-ball", ["beach ball", "كرة شاطئ", "ビーチボール"], 1400, 180, c::PLASTIC, s::ONE, m::VINYL, m::FLAT, G, Blank::Ball, Beach(0.42)),
];
