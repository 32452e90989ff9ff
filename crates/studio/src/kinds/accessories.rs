//! Kinds: things to wear besides clothes, and the pet's.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("accessories", "Accessories", "إكسسوارات", "アクセサリー");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("cap-dad", ["cap", "قبعة", "キャップ"], 2600, 110, c::HATS, s::ONE, m::COTTON, m::BOX, G, Blank::Cap(Cap::Soft), Shelf(0.42)),
    k("cap-snapback", ["snapback cap", "قبعة سناب باك", "スナップバックキャップ"], 2900, 130, c::HATS, s::ONE, m::COTTON, m::BOX, G, Blank::Cap(Cap::Snapback), Bench(0.46)),
    k("beanie", ["beanie", "قبعة صوفية", "ビーニー"], 2400, 90, c::KNITS, s::ONE, m::KNIT, m::BAG, G, Blank::Beanie, Shelf(0.46)),
    k("bucket-hat", ["bucket hat", "قبعة دلو", "バケットハット"], 2800, 100, c::TRIMS, s::ONE, m::WOVEN, m::BAG, G, Blank::Bucket, Bench(0.48)),
    k("scarf", ["scarf", "وشاح", "スカーフ"], 3400, 120, c::TRIMS, s::ONE, m::WOVEN, m::BAG, G, Blank::Scarf, Hook(0.64)),
    k("bandana", ["bandana", "بندانا", "バンダナ"], 1400, 40, c::PAPER, s::ONE, m::COTTON, m::FLAT, G, Blank::Bandana, Desk(0.60)),
    k("lanyard", ["lanyard", "شريط تعليق", "ネックストラップ"], 1000, 40, c::TRIMS, s::ONE, m::WOVEN, m::FLAT, G, Blank::Lanyard, Hook(0.62)),
    k("umbrella", ["umbrella", "مظلة", "傘"], 3600, 480, c::TRIMS, s::ONE, m::WOVEN, m::LONG, G, Blank::Umbrella, Rain(0.62)),
    k("pet-bandana", ["pet bandana", "بندانا للحيوان الأليف", "ペット用バンダナ"], 1500, 40, c::TRIMS, s::PETS, m::COTTON, m::FLAT, G, Blank::PetBandana, Floor(0.50)),
    k("pet-bowl", ["pet bowl", "وعاء للحيوان الأليف", "ペットボウル"], 2200, 640, c::CERAMIC, s::ONE, m::STONEWARE, m::BOX, G, Blank::Vessel(Vessel::PetBowl), Kitchen(0.46)),
    k("hand-fan", ["folding fan", "مروحة يدوية", "扇子"], 1800, 60, c::WOODS, s::ONE, m::WOOD, m::FLAT, G, Blank::Fan, Desk(0.62)),
];
