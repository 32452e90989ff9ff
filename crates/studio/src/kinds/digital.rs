//! Kinds: downloads.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("digital", "Digital", "رقمي", "デジタル");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("wallpaper-pack", ["wallpaper pack", "حزمة خلفيات", "壁紙パック"], 500, 0, c::PAPER, s::ONE, m::FILES, m::LINK, G, Blank::Digital(Digital::Wallpapers), Desk(0.74)),
    k("sheet-music-pdf", ["sheet music (PDF)", "نوتة موسيقية (PDF)", "楽譜（PDF）"], 600, 0, c::PAPER, s::ONE, m::FILES, m::LINK, G, Blank::Digital(Digital::Score), Desk(0.70)),
    k("album-download", ["album download", "ألبوم للتنزيل", "アルバムダウンロード"], 900, 0, c::PAPER, s::ONE, m::FILES, m::LINK, G, Blank::Digital(Digital::Album), Desk(0.66)),
    k("sample-pack", ["sample pack", "حزمة عينات صوتية", "サンプルパック"], 1900, 0, c::PAPER, s::ONE, m::FILES, m::LINK, G, Blank::Digital(Digital::Samples), Desk(0.66)),
    k("printable-pdf", ["printable (PDF)", "ملف للطباعة (PDF)", "印刷用データ（PDF）"], 700, 0, c::PAPER, s::ONE, m::FILES, m::LINK, G, Blank::Digital(Digital::Printable), Desk(0.70)),
];
