//! Kinds: games and puzzles.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("games", "Games & puzzles", "ألعاب وأحاجي", "ゲーム・パズル");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("puzzle-500", ["500-piece puzzle", "أحجية 500 قطعة", "500ピースパズル"], 2400, 620, c::PAPER, s::ONE, m::BOARD, m::BOX, G, Blank::Puzzle { across: 9, down: 7 }, Desk(0.66)),
    k("puzzle-1000", ["1000-piece puzzle", "أحجية 1000 قطعة", "1000ピースパズル"], 3200, 980, c::PAPER, s::ONE, m::BOARD, m::BOX, G, Blank::Puzzle { across: 12, down: 9 }, Desk(0.70)),
    k("playing-cards", ["playing cards", "ورق لعب", "トランプ"], 1500, 120, c::PAPER, s::ONE, m::BOARD, m::BOX, G, Blank::Cards(Cards::Playing), Desk(0.60)),
    k("dice-set", ["set of dice", "طقم نرد", "サイコロセット"], 1600, 90, c::PLASTIC, s::ONE, m::PLASTIC, m::BOX, G, Blank::Dice, Desk(0.56)),
    k("chess-set", ["chess set", "طقم شطرنج", "チェスセット"], 6900, 1900, c::WOODS, s::ONE, m::WOOD, m::BOX, G, Blank::Chess, Desk(0.70)),
    k("oracle-deck", ["oracle deck", "بطاقات تأمل", "オラクルカード"], 3400, 420, c::PAPER, s::ONE, m::BOARD, m::BOX, G, Blank::Cards(Cards::Oracle), Desk(0.62)),
    k("play-mat", ["play mat", "مفرش لعب", "プレイマット"], 2600, 480, c::PAPER, s::ONE, m::RUBBER, m::TUBE, G, Blank::Mat(Mat::Play), Desk(0.70)),
];
