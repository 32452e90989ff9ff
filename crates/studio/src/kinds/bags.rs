//! Kinds: bags.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("bags", "Bags", "حقائب", "バッグ");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("tote-classic", ["tote bag", "حقيبة قماشية", "トートバッグ"], 2000, 170, c::CANVAS, s::ONE, m::COTTON, m::BAG, G, Blank::Tote { w: 520.0, h: 560.0 }, Hook(0.60)),
    k("tote-large", ["large tote bag", "حقيبة قماشية كبيرة", "ラージトートバッグ"], 2800, 300, c::CANVAS, s::ONE, m::COTTON, m::BAG, G, Blank::Tote { w: 640.0, h: 540.0 }, Hook(0.64)),
    k("backpack", ["backpack", "حقيبة ظهر", "バックパック"], 5900, 720, c::BAGS, s::ONE, m::WOVEN, m::BOX, G, Blank::Backpack, Bench(0.56)),
    k("fanny-pack", ["fanny pack", "حقيبة خصر", "ウエストポーチ"], 2900, 190, c::BAGS, s::ONE, m::WOVEN, m::BAG, G, Blank::Fanny, Hook(0.56)),
    k("drawstring-bag", ["drawstring bag", "حقيبة برباط", "ナップサック"], 2200, 140, c::TRIMS, s::ONE, m::WOVEN, m::BAG, G, Blank::Drawstring, Hook(0.60)),
    k("cosmetic-pouch", ["zip pouch", "محفظة بسحاب", "ポーチ"], 1800, 110, c::TRIMS, s::ONE, m::WOVEN, m::BAG, G, Blank::Pouch(Pouch::Cosmetic), Shelf(0.44)),
    k("wallet", ["wallet", "محفظة", "ウォレット"], 2600, 90, c::TRIMS, s::ONE, m::LEATHER, m::FLAT, G, Blank::Pouch(Pouch::Wallet), Desk(0.54)),
    k("luggage-tag", ["luggage tag", "بطاقة أمتعة", "ラゲッジタグ"], 1200, 40, c::TRIMS, s::ONE, m::LEATHER, m::FLAT, G, Blank::LuggageTag, Hook(0.54)),
    k("passport-cover", ["passport cover", "غلاف جواز سفر", "パスポートカバー"], 1900, 60, c::COVERS, s::ONE, m::LEATHER, m::FLAT, G, Blank::Book(Book::Passport), Desk(0.56)),
];
