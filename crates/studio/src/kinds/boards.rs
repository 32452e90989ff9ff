//! Kinds: boards and what rolls under them.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("boards", "Boards", "ألواح تزلج", "ボード");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("skateboard-deck", ["skateboard deck", "لوح تزلج", "スケートボードデッキ"], 6400, 1300, c::MAPLE, s::DECKS, m::MAPLE, m::LONG, G, Blank::Skate(Skate::Deck), Bench(0.66)),
    k("skateboard-complete", ["complete skateboard", "لوح تزلج كامل", "コンプリートスケートボード"], 11900, 2500, c::MAPLE, s::DECKS, m::MAPLE, m::LONG, G, Blank::Skate(Skate::Complete), Bench(0.66)),
    k("longboard", ["longboard", "لوح تزلج طويل", "ロングボード"], 14900, 3600, c::MAPLE, s::ONE, m::MAPLE, m::LONG, G, Blank::Skate(Skate::Long), Bench(0.72)),
    k("deck-trio", ["trio of wall decks", "ثلاثية ألواح جدارية", "デッキ3枚組（壁掛け）"], 16900, 3900, c::WOOD, s::ONE, m::MAPLE, m::LONG, G, Blank::Skate(Skate::Trio), Wall(0.56)),
    k("finger-board", ["finger board", "لوح أصابع", "フィンガーボード"], 1900, 60, c::MAPLE, s::ONE, m::MAPLE, m::FLAT, G, Blank::Skate(Skate::Finger), Desk(0.56)),
    k("skate-wheels", ["set of four wheels", "طقم أربع عجلات", "ウィール4個セット"], 3600, 320, c::PLASTIC, s::ONE, m::PLASTIC, m::BOX, G, Blank::Wheels, Desk(0.56)),
];
