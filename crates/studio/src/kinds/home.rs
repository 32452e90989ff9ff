//! Kinds: home.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("home", "Home", "المنزل", "ホーム");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("cushion-square", ["cushion", "وسادة", "クッション"], 2800, 620, c::PAPER, s::CUSHIONS, m::WOVEN, m::BAG, G, Blank::Cushion { w: 680.0, h: 680.0 }, Sofa(0.46)),
    k("cushion-lumbar", ["lumbar cushion", "وسادة قطنية", "ランバークッション"], 2900, 540, c::PAPER, s::ONE, m::WOVEN, m::BAG, G, Blank::Cushion { w: 800.0, h: 480.0 }, Sofa(0.46)),
    k("throw-blanket", ["throw blanket", "بطانية", "ブランケット"], 4900, 980, c::PAPER, s::BLANKETS, m::WOVEN, m::BAG, G, Blank::Blanket, Sofa(0.66)),
    k("duvet-cover", ["duvet cover", "غطاء لحاف", "布団カバー"], 7900, 1500, c::PAPER, s::BEDS, m::COTTON, m::BAG, G, Blank::Duvet, Bedroom),
    k("tapestry", ["tapestry", "سجادة جدارية", "タペストリー"], 3400, 420, c::PAPER, s::HANGINGS, m::WOVEN, m::BAG, G, Blank::Tapestry, Wall(0.62)),
    k("pennant", ["pennant", "راية مثلثة", "ペナント"], 1800, 90, c::TRIMS, s::ONE, m::THREAD, m::BAG, G, Blank::Pennant, Wall(0.56)),
    k("bath-towel", ["bath towel", "منشفة حمام", "バスタオル"], 3200, 520, c::PAPER, s::ONE, m::TERRY, m::BAG, G, Blank::Towel(Towel::Bath), Bath(0.56)),
    k("beach-towel", ["beach towel", "منشفة شاطئ", "ビーチタオル"], 3600, 560, c::PAPER, s::ONE, m::TERRY, m::BAG, G, Blank::Towel(Towel::Beach), Beach(0.60)),
    k("shower-curtain", ["shower curtain", "ستارة حمام", "シャワーカーテン"], 4400, 680, c::PAPER, s::ONE, m::WOVEN, m::BAG, G, Blank::Curtain, Bath(0.82)),
    k("bath-mat", ["bath mat", "سجادة حمام", "バスマット"], 2900, 600, c::PAPER, s::ONE, m::TERRY, m::BAG, G, Blank::Mat(Mat::Bath), Floor(0.60)),
    k("area-rug", ["rug", "سجادة", "ラグ"], 8900, 1900, c::PAPER, s::RUGS, m::RUG, m::LONG, G, Blank::Mat(Mat::Rug), Floor(0.74)),
    k("round-rug", ["round rug", "سجادة دائرية", "ラウンドラグ"], 9900, 2400, c::PAPER, s::ONE, m::RUG, m::LONG, G, Blank::Disc(Disc::Rug), Floor(0.74)),
    k("doormat", ["doormat", "دعّاسة باب", "ドアマット"], 3400, 1400, c::KRAFTS, s::ONE, m::RUG, m::LONG, G, Blank::Mat(Mat::Door), Floor(0.58)),
    k("wall-clock", ["wall clock", "ساعة حائط", "掛け時計"], 3900, 620, c::FRAMES, s::ONE, m::WOOD, m::BOX, G, Blank::Clock, Wall(0.38)),
    k("table-lamp", ["table lamp", "مصباح طاولة", "テーブルランプ"], 5900, 1300, c::WOODS, s::ONE, m::WOOD, m::BOX, G, Blank::Lamp, Window(0.56)),
    k("night-light", ["night light", "ضوء ليلي", "ナイトライト"], 3400, 380, c::WOOD, s::ONE, m::ACRYLIC, m::BOX, G, Blank::NightLight, Window(0.46)),
    k("candle", ["scented candle", "شمعة معطرة", "アロマキャンドル"], 2600, 480, c::WAX, s::ONE, m::WAX, m::BOX, G, Blank::Vessel(Vessel::Candle), Window(0.38)),
    k("ornament-bauble", ["glass ornament", "زينة زجاجية معلقة", "ガラスオーナメント"], 1600, 90, c::METALS, s::ONE, m::GLASS, m::BOX, G, Blank::Bauble, Hook(0.46)),
    k("star-globe", ["star globe", "كرة سماوية", "天球儀"], 8900, 1600, c::WOODS, s::ONE, m::WOOD, m::BOX, G, Blank::Globe, Window(0.56)),
    k("plant-pot", ["plant pot", "أصيص نبات", "植木鉢"], 2400, 740, c::CERAMIC, s::ONE, m::STONEWARE, m::BOX, G, Blank::Vessel(Vessel::Pot), Window(0.50)),
    k("bird-house", ["bird house", "بيت طيور", "巣箱"], 3600, 980, c::WOODS, s::ONE, m::WOOD, m::BOX, G, Blank::BirdHouse, Park(0.56)),
    k("yoga-mat", ["yoga mat", "سجادة يوغا", "ヨガマット"], 5400, 1700, c::PAPER, s::ONE, m::RUBBER, m::LONG, G, Blank::YogaMat, Floor(0.66)),
];
