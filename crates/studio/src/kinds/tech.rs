//! Kinds: for phones, laptops and the desk.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("tech", "Tech", "تقنية", "テック");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("phone-case-slim", ["slim phone case", "غطاء هاتف نحيف", "スリムスマホケース"], 2200, 40, c::CASES, s::PHONES, m::CASE, m::FLAT, G, Blank::Phone(Phone::Slim), Desk(0.60)),
    k("phone-case-tough", ["tough phone case", "غطاء هاتف متين", "タフスマホケース"], 2900, 70, c::CASES, s::PHONES, m::CASE, m::FLAT, G, Blank::Phone(Phone::Tough), Desk(0.60)),
    k("phone-case-clear", ["clear phone case", "غطاء هاتف شفاف", "クリアスマホケース"], 2400, 45, c::CLEARS, s::PHONES, m::CASE, m::FLAT, G, Blank::Phone(Phone::Clear), Desk(0.60)),
    k("earbud-case", ["earbud case", "غطاء سماعات", "イヤホンケース"], 1800, 40, c::CASES, s::ONE, m::CASE, m::FLAT, G, Blank::Earbud, Desk(0.48)),
    k("laptop-sleeve", ["laptop sleeve", "غلاف حاسوب محمول", "ノートPCスリーブ"], 3200, 320, c::TRIMS, s::LAPTOPS, m::WOVEN, m::BAG, G, Blank::Pouch(Pouch::Laptop), Desk(0.74)),
    k("mouse-pad", ["mouse pad", "لوحة فأرة", "マウスパッド"], 1500, 160, c::PAPER, s::ONE, m::RUBBER, m::FLAT, G, Blank::Mat(Mat::Mouse), Desk(0.60)),
    k("desk-mat", ["desk mat", "مفرش مكتب", "デスクマット"], 3200, 620, c::PAPER, s::ONE, m::RUBBER, m::TUBE, G, Blank::Mat(Mat::Desk), Desk(0.80)),
    k("phone-grip", ["phone grip", "مقبض هاتف", "スマホグリップ"], 1200, 20, c::SPINES, s::ONE, m::CASE, m::FLAT, G, Blank::Grip, Desk(0.50)),
];
