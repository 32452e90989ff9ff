//! Kinds: things to drink from.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("drinkware", "Drinkware", "أكواب وزجاجات", "マグ・ボトル");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("mug-classic", ["mug", "كوب", "マグカップ"], 1600, 380, c::CERAMIC, s::ONE, m::STONEWARE, m::BOX, G, Blank::Mug(Mug::Classic), Shelf(0.42)),
    k("mug-large", ["large mug", "كوب كبير", "ラージマグ"], 1900, 520, c::CERAMIC, s::ONE, m::STONEWARE, m::BOX, G, Blank::Mug(Mug::Large), Shelf(0.46)),
    k("mug-latte", ["latte mug", "كوب لاتيه", "ラテマグ"], 1800, 440, c::CERAMIC, s::ONE, m::STONEWARE, m::BOX, G, Blank::Mug(Mug::Latte), Window(0.44)),
    k("mug-espresso", ["espresso cup", "فنجان إسبريسو", "エスプレッソカップ"], 1400, 260, c::CERAMIC, s::ONE, m::STONEWARE, m::BOX, G, Blank::Mug(Mug::Espresso), Shelf(0.40)),
    k("mug-two-tone", ["two-tone mug", "كوب بلونين", "ツートンマグ"], 1800, 390, c::TWO_TONE, s::ONE, m::STONEWARE, m::BOX, G, Blank::Mug(Mug::TwoTone), Window(0.44)),
    k("enamel-mug", ["enamel mug", "كوب مينا", "ホーローマグ"], 1700, 190, c::ENAMEL, s::ONE, m::ENAMELWARE, m::BOX, G, Blank::Mug(Mug::Enamel), Park(0.40)),
    k("travel-tumbler", ["travel tumbler", "كوب سفر", "トラベルタンブラー"], 2900, 420, c::COATED, s::ONE, m::STEEL, m::BOX, G, Blank::Vessel(Vessel::Tumbler), Window(0.46)),
    k("wine-tumbler", ["short tumbler", "كوب قصير بغطاء", "ショートタンブラー"], 2400, 320, c::COATED, s::ONE, m::STEEL, m::BOX, G, Blank::Vessel(Vessel::Short), Park(0.40)),
    k("water-bottle", ["water bottle", "زجاجة ماء", "ウォーターボトル"], 2800, 380, c::COATED, s::BOTTLES, m::STEEL, m::BOX, G, Blank::Vessel(Vessel::Bottle), Park(0.46)),
    k("sport-bottle", ["sport bottle", "زجاجة رياضية", "スポーツボトル"], 1900, 160, c::PLASTIC, s::ONE, m::PLASTIC, m::BOX, G, Blank::Vessel(Vessel::Sport), Bench(0.40)),
    k("thermos-flask", ["thermos flask", "ترمس", "魔法瓶"], 3400, 560, c::COATED, s::ONE, m::STEEL, m::BOX, G, Blank::Vessel(Vessel::Thermos), Window(0.48)),
    k("pint-glass", ["tall glass", "كأس طويل", "トールグラス"], 1500, 460, c::GLASS, s::ONE, m::GLASS, m::BOX, G, Blank::Vessel(Vessel::Pint), Shelf(0.42)),
    k("glass-can", ["can glass with straw", "كأس علبة مع قشة", "缶型グラス（ストロー付き）"], 1800, 340, c::GLASS, s::ONE, m::GLASS, m::BOX, G, Blank::Vessel(Vessel::Can), Window(0.42)),
    k("tea-glass", ["pair of tea glasses", "كأسا شاي", "ティーグラス2個組"], 1900, 360, c::GLASS, s::ONE, m::GLASS, m::BOX, G, Blank::Vessel(Vessel::Tea), Shelf(0.44)),
    k("coaster-set", ["set of four coasters", "طقم أربع قواعد أكواب", "コースター4枚セット"], 1600, 240, c::PAPER, s::ONE, m::CORK, m::BOX, G, Blank::Coasters, Desk(0.62)),
];
