//! Kinds: stationery.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("stationery", "Stationery", "قرطاسية", "文具");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("postcard", ["postcard", "بطاقة بريدية", "ポストカード"], 350, 12, c::PAPER, s::ONE, m::CARD, m::FLAT, G, Blank::Cards(Cards::Postcard), Desk(0.52)),
    k("postcard-set", ["set of eight postcards", "طقم ثماني بطاقات بريدية", "ポストカード8枚セット"], 1500, 90, c::PAPER, s::ONE, m::CARD, m::FLAT, G, Blank::Cards(Cards::Postcards), Desk(0.62)),
    k("greeting-card", ["greeting card", "بطاقة تهنئة", "グリーティングカード"], 500, 30, c::KRAFTS, s::ONE, m::CARD, m::FLAT, G, Blank::Folded { sets: 1 }, Shelf(0.42)),
    k("greeting-card-set", ["set of six greeting cards", "طقم ست بطاقات تهنئة", "グリーティングカード6枚セット"], 2200, 170, c::KRAFTS, s::ONE, m::CARD, m::FLAT, G, Blank::Folded { sets: 3 }, Shelf(0.46)),
    k("gift-wrap", ["gift wrap", "ورق هدايا", "ラッピングペーパー"], 1200, 160, c::PAPER, s::ONE, m::PAPER, m::TUBE, G, Blank::Wrap, Desk(0.66)),
    k("gift-tags", ["set of gift tags", "طقم بطاقات هدايا", "ギフトタグセット"], 800, 40, c::PAPER, s::ONE, m::CARD, m::FLAT, G, Blank::Cards(Cards::Tags), Desk(0.58)),
    k("notebook-spiral", ["spiral notebook", "دفتر سلك", "リングノート"], 1400, 260, c::SPINES, s::ONE, m::CARD, m::FLAT, G, Blank::Book(Book::Spiral), Desk(0.62)),
    k("notebook-hardcover", ["hardcover notebook", "دفتر بغلاف صلب", "ハードカバーノート"], 2200, 380, c::COVERS, s::ONE, m::LEATHER, m::FLAT, G, Blank::Book(Book::Hard), Desk(0.62)),
    k("notebook-pocket", ["pair of pocket notebooks", "دفترا جيب", "ポケットノート2冊組"], 1200, 110, c::KRAFTS, s::ONE, m::CARD, m::FLAT, G, Blank::Book(Book::Pocket), Desk(0.58)),
    k("sketchbook", ["sketchbook", "دفتر رسم", "スケッチブック"], 1900, 520, c::SPINES, s::ONE, m::CARD, m::FLAT, G, Blank::Book(Book::Sketch), Desk(0.66)),
    k("planner", ["weekly planner", "مخطط أسبوعي", "ウィークリープランナー"], 2400, 420, c::COVERS, s::ONE, m::LEATHER, m::FLAT, G, Blank::Book(Book::Planner), Desk(0.62)),
    k("wall-calendar", ["wall calendar", "تقويم حائط", "壁掛けカレンダー"], 2400, 340, c::PAPER, s::ONE, m::PAPER, m::FLAT, G, Blank::WallCalendar, Wall(0.44)),
    k("desk-calendar", ["desk calendar", "تقويم مكتب", "卓上カレンダー"], 1800, 220, c::PAPER, s::ONE, m::CARD, m::BOX, G, Blank::DeskCalendar, Shelf(0.46)),
    k("notepad", ["notepad", "دفتر ملاحظات", "メモパッド"], 900, 180, c::PAPER, s::ONE, m::PAPER, m::FLAT, G, Blank::Book(Book::Pad), Desk(0.56)),
    k("washi-tape", ["pair of washi tapes", "شريطا واشي", "マスキングテープ2個組"], 900, 60, c::PAPER, s::ONE, m::PAPER, m::FLAT, G, Blank::Tape, Desk(0.56)),
    k("pencil-case", ["pencil case", "مقلمة", "ペンケース"], 1600, 90, c::TRIMS, s::ONE, m::WOVEN, m::BAG, G, Blank::Pouch(Pouch::Pencil), Desk(0.62)),
    k("pencil-set", ["set of five pencils", "طقم خمسة أقلام رصاص", "鉛筆5本セット"], 1100, 50, c::PAPER, s::ONE, m::WOOD, m::FLAT, G, Blank::Rods(Rods::Pencils), Desk(0.60)),
    k("ballpoint-pen", ["ballpoint pen", "قلم حبر جاف", "ボールペン"], 900, 24, c::METALS, s::ONE, m::METAL, m::FLAT, G, Blank::Rods(Rods::Pen), Desk(0.60)),
    k("bookmark-set", ["set of three bookmarks", "طقم ثلاث فواصل كتب", "しおり3枚セット"], 900, 30, c::PAPER, s::ONE, m::CARD, m::FLAT, G, Blank::Cards(Cards::Bookmarks), Desk(0.58)),
    k("zine", ["zine", "مجلة صغيرة", "ジン"], 1200, 80, c::PAPER, s::ONE, m::INKED, m::FLAT, G, Blank::Book(Book::Zine), Desk(0.60)),
    k("art-book", ["art book", "كتاب فني", "アートブック"], 4200, 1300, c::COVERS, s::ONE, m::PAPER, m::BOX, G, Blank::Book(Book::Art), Desk(0.66)),
];
