//! Kinds: music.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("music", "Music", "موسيقى", "音楽");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("vinyl-lp", ["vinyl LP", "أسطوانة فينيل", "LPレコード"], 2900, 420, c::VINYLS, s::ONE, m::RECORD, m::FLAT, G, Blank::Record(Record::Lp), Shelf(0.52)),
    k("vinyl-7", ["7-inch single", "أسطوانة 7 إنش", "7インチシングル"], 1400, 120, c::VINYLS, s::ONE, m::RECORD, m::FLAT, G, Blank::Record(Record::Seven), Shelf(0.44)),
    k("vinyl-picture-disc", ["picture disc", "أسطوانة مصورة", "ピクチャーディスク"], 3400, 440, c::PAPER, s::ONE, m::RECORD, m::FLAT, G, Blank::Record(Record::Picture), Turntable),
    k("cassette", ["cassette", "كاسيت", "カセットテープ"], 1200, 80, c::TAPES, s::ONE, m::RECORD, m::FLAT, G, Blank::Cassette, Desk(0.60)),
    k("cd", ["CD", "قرص مدمج", "CD"], 1400, 110, c::PAPER, s::ONE, m::RECORD, m::FLAT, G, Blank::Cd, Shelf(0.44)),
    k("slipmat", ["slipmat", "قرص لبّاد للأسطوانات", "スリップマット"], 1800, 60, c::PAPER, s::ONE, m::THREAD, m::FLAT, G, Blank::Disc(Disc::Slipmat), Turntable),
    k("guitar-picks", ["set of six guitar picks", "طقم ست ريش غيتار", "ギターピック6枚セット"], 900, 14, c::TAPES, s::ONE, m::PLASTIC, m::FLAT, G, Blank::Picks, Desk(0.56)),
    k("drumsticks", ["pair of drumsticks", "زوج عصي طبول", "ドラムスティック"], 1800, 120, c::MAPLE, s::ONE, m::WOOD, m::TUBE, G, Blank::Rods(Rods::Drumsticks), Desk(0.66)),
    k("drum-head", ["signed drum head", "جلد طبل موقّع", "ドラムヘッド（サイン入り）"], 4800, 380, c::METALS, s::ONE, m::PLASTIC, m::FLAT, G, Blank::Disc(Disc::Drum), Wall(0.40)),
    k("lyric-book", ["lyric book", "كتيّب كلمات", "歌詞集"], 1600, 140, c::KRAFTS, s::ONE, m::INKED, m::FLAT, G, Blank::Book(Book::Lyric), Desk(0.58)),
];
