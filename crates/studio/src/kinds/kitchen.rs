//! Kinds: the kitchen and the table.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("kitchen", "Kitchen", "المطبخ", "キッチン");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("plate", ["dinner plate", "طبق", "ディナープレート"], 1900, 620, c::PORCELAIN, s::ONE, m::STONEWARE, m::BOX, G, Blank::Disc(Disc::Plate), Desk(0.56)),
    k("bowl", ["breakfast bowl", "زبدية فطور", "ボウル"], 1700, 480, c::CERAMIC, s::ONE, m::STONEWARE, m::BOX, G, Blank::Vessel(Vessel::Bowl), Shelf(0.44)),
    k("ramen-bowl", ["ramen bowl with chopsticks", "زبدية رامن مع عيدان", "ラーメンどんぶり（箸付き）"], 2600, 780, c::CERAMIC, s::ONE, m::STONEWARE, m::BOX, G, Blank::Vessel(Vessel::Ramen), Shelf(0.50)),
    k("serving-tray", ["serving tray", "صينية تقديم", "サービングトレイ"], 3200, 860, c::WOODS, s::ONE, m::WOOD, m::BOX, G, Blank::Tray, Desk(0.70)),
    k("cutting-board", ["cutting board", "لوح تقطيع", "カッティングボード"], 2900, 920, c::WOODS, s::ONE, m::WOOD, m::BOX, G, Blank::CuttingBoard, Hook(0.56)),
    k("tea-towel", ["tea towel", "منشفة مطبخ", "ティータオル"], 1500, 90, c::PAPER, s::ONE, m::COTTON, m::BAG, G, Blank::Towel(Towel::Tea), Hook(0.58)),
    k("apron", ["apron", "مريول مطبخ", "エプロン"], 2800, 260, c::CANVAS, s::ONE, m::COTTON, m::BAG, G, Blank::Apron, Hook(0.66)),
    k("lunch-box", ["lunch box", "علبة غداء", "ランチボックス"], 2400, 380, c::BOXES, s::ONE, m::METAL, m::BOX, G, Blank::LunchBox, Shelf(0.46)),
    k("bento-box", ["two-tier bento box", "علبة بنتو بطابقين", "二段弁当箱"], 2900, 420, c::BOXES, s::ONE, m::PLASTIC, m::BOX, G, Blank::Bento, Shelf(0.46)),
    k("chopsticks", ["two pairs of chopsticks", "زوجا عيدان أكل", "箸2膳セット"], 1600, 70, c::WOODS, s::ONE, m::WOOD, m::FLAT, G, Blank::Rods(Rods::Chopsticks), Desk(0.62)),
    k("placemat", ["pair of placemats", "مفرشا مائدة", "ランチョンマット2枚組"], 2200, 260, c::PAPER, s::ONE, m::COTTON, m::BAG, G, Blank::Placemat, Desk(0.70)),
];
