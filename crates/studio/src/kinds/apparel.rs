//! Kinds: apparel.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("apparel", "Apparel", "ملابس", "アパレル");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("tee", ["T-shirt", "تيشيرت", "Tシャツ"], 2600, 190, c::TEES, s::TOPS, m::COTTON, m::BAG, G, Blank::Top(Top::Tee), Rail(0.62)),
    k("long-sleeve-tee", ["long-sleeve T-shirt", "تيشيرت بكم طويل", "ロングスリーブTシャツ"], 3200, 240, c::TEES, s::TOPS, m::COTTON, m::BAG, G, Blank::Top(Top::Long), Rail(0.62)),
    k("tank-top", ["tank top", "بلوزة بلا أكمام", "タンクトップ"], 2400, 150, c::TEES, s::TOPS, m::COTTON, m::BAG, G, Blank::Top(Top::Tank), Rail(0.60)),
    k("sweatshirt", ["sweatshirt", "سويت شيرت", "スウェット"], 4400, 440, c::FLEECE, s::WARM, m::FLEECE, m::BAG, G, Blank::Top(Top::Sweat), Rail(0.64)),
    k("hoodie", ["hoodie", "هودي", "パーカー"], 5200, 560, c::FLEECE, s::WARM, m::FLEECE, m::BAG, G, Blank::Top(Top::Hoodie), Rail(0.66)),
    k("hoodie-zip", ["zip hoodie", "هودي بسحاب", "ジップパーカー"], 5600, 600, c::FLEECE, s::WARM, m::FLEECE, m::BAG, G, Blank::Top(Top::Zip), Rail(0.66)),
    k("baby-onesie", ["baby onesie", "بدلة رضيع", "ベビーロンパース"], 2200, 110, c::BABY, s::BABIES, m::COTTON, m::BAG, G, Blank::Top(Top::Onesie), Rail(0.46)),
    k("baby-bib", ["baby bib", "مريلة رضيع", "ベビースタイ"], 1400, 50, c::BABY, s::ONE, m::COTTON, m::BAG, G, Blank::Bib, Hook(0.46)),
    k("polo-shirt", ["polo shirt", "قميص بولو", "ポロシャツ"], 3400, 230, c::TEES, s::TOPS, m::COTTON, m::BAG, G, Blank::Top(Top::Polo), Rail(0.62)),
    k("shorts", ["shorts", "شورت", "ショートパンツ"], 3200, 210, c::TRIMS, s::BOTTOMS, m::WOVEN, m::BAG, G, Blank::Shorts, Rail(0.52)),
    k("socks-crew", ["crew socks", "جوارب متوسطة", "クルーソックス"], 1400, 70, c::TRIMS, s::FEET, m::KNIT, m::BAG, G, Blank::Socks(Sock::Crew), Floor(0.66)),
    k("socks-ankle", ["ankle socks", "جوارب قصيرة", "アンクルソックス"], 1200, 50, c::TRIMS, s::FEET, m::KNIT, m::BAG, G, Blank::Socks(Sock::Ankle), Floor(0.66)),
    k("socks-knee", ["knee socks", "جوارب طويلة", "ニーソックス"], 1800, 90, c::TRIMS, s::FEET, m::KNIT, m::BAG, G, Blank::Socks(Sock::Knee), Floor(0.66)),
];
