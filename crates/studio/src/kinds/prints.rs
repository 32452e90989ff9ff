//! Kinds: posters and prints.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("posters", "Posters & prints", "ملصقات ومطبوعات", "ポスター・プリント");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("poster-a3", ["A3 poster", "ملصق A3", "A3ポスター"], 1600, 140, c::PAPER, s::ONE, m::PAPER, m::TUBE, G, Blank::Poster { w: 560.0, h: 790.0, margin: 0.0 }, Wall(0.42)),
    k("poster-a2", ["A2 poster", "ملصق A2", "A2ポスター"], 2400, 220, c::PAPER, s::ONE, m::PAPER, m::TUBE, G, Blank::Poster { w: 580.0, h: 820.0, margin: 26.0 }, Wall(0.52)),
    k("poster-square", ["square poster", "ملصق مربع", "スクエアポスター"], 1400, 120, c::PAPER, s::SQUARES, m::PAPER, m::TUBE, G, Blank::Poster { w: 720.0, h: 720.0, margin: 30.0 }, Wall(0.42)),
    k("poster-panorama", ["panorama poster", "ملصق بانورامي", "パノラマポスター"], 2600, 240, c::PAPER, s::ONE, m::PAPER, m::TUBE, G, Blank::Poster { w: 860.0, h: 430.0, margin: 18.0 }, Wall(0.62)),
    k("framed-print", ["framed print", "لوحة مؤطرة", "額装プリント"], 4200, 1500, c::FRAMES, s::FRAMED, m::FRAME, m::BOX, G, Blank::Framed { w: 620.0, h: 810.0 }, Wall(0.44)),
    k("framed-square-print", ["framed square print", "لوحة مربعة مؤطرة", "スクエア額装プリント"], 3900, 1300, c::FRAMES, s::SQUARES, m::FRAME, m::BOX, G, Blank::Framed { w: 730.0, h: 730.0 }, Wall(0.40)),
    k("canvas-print", ["canvas print", "لوحة قماشية", "キャンバスプリント"], 5400, 1400, c::PAPER, s::STRETCHED, m::LINEN, m::BOX, G, Blank::Canvas { w: 600.0, h: 780.0 }, Wall(0.46)),
    k("canvas-triptych", ["canvas triptych", "لوحة قماشية ثلاثية", "三連キャンバス"], 11900, 3200, c::PAPER, s::ONE, m::LINEN, m::BOX, G, Blank::Triptych, Wall(0.62)),
    k("metal-print", ["metal print", "لوحة معدنية", "メタルプリント"], 5900, 1100, c::PAPER, s::PLATES, m::METAL, m::BOX, G, Blank::Panel { w: 580.0, h: 800.0, finish: Finish::Metal }, Wall(0.42)),
    k("acrylic-block", ["acrylic block", "مكعب أكريليك", "アクリルブロック"], 3400, 620, c::CLEARS, s::ONE, m::ACRYLIC, m::BOX, G, Blank::Panel { w: 560.0, h: 560.0, finish: Finish::Acrylic }, Shelf(0.40)),
    k("wood-print", ["wood print", "لوحة خشبية", "ウッドプリント"], 3800, 900, c::WOODS, s::PLATES, m::WOOD, m::BOX, G, Blank::Panel { w: 570.0, h: 780.0, finish: Finish::Wood }, Wall(0.40)),
    k("screen-print", ["screen print, signed", "طباعة حريرية موقّعة", "シルクスクリーン（サイン入り）"], 4800, 260, c::PAPER, s::ONE, m::INKED, m::TUBE, G, Blank::Poster { w: 600.0, h: 820.0, margin: 54.0 }, Wall(0.48)),
    k("risograph-print", ["risograph print", "طباعة ريزو", "リソグラフプリント"], 1900, 90, c::PAPER, s::ONE, m::INKED, m::FLAT, G, Blank::Riso, Wall(0.36)),
    k("hanging-scroll", ["hanging scroll", "لوحة لفافة معلّقة", "掛け軸"], 3600, 480, c::WOODS, s::ONE, m::LINEN, m::TUBE, G, Blank::Scroll, Wall(0.56)),
    k("mini-print-set", ["set of mini prints", "طقم مطبوعات صغيرة", "ミニプリントセット"], 1800, 120, c::PAPER, s::ONE, m::PAPER, m::FLAT, G, Blank::Cards(Cards::Mini), Desk(0.62)),
    k("wall-decal", ["wall decal", "ملصق جداري", "ウォールステッカー"], 2200, 180, c::PAPER, s::ONE, m::VINYL, m::TUBE, G, Blank::Cut(Cut::Decal), Wall(0.56)),
    k("tin-sign", ["tin sign", "لوحة صفيح", "ブリキ看板"], 2100, 420, c::PAPER, s::ONE, m::METAL, m::FLAT, G, Blank::Panel { w: 600.0, h: 800.0, finish: Finish::Tin }, Wall(0.36)),
];
