//! Kinds: stickers, pins and other small things to collect.

use super::{Group, Kind, colours as c, group, kind as k, materials as m, sizes as s};
use crate::blanks::*;
use crate::scenes::Place::*;

const G: &Group = &group("stickers", "Stickers & pins", "ستيكرات ودبابيس", "ステッカー・ピン");

#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    k("sticker", ["sticker", "ستيكر", "ステッカー"], 350, 8, c::PAPER, s::STICKERS, m::VINYL, m::FLAT, G, Blank::Cut(Cut::Sticker), Desk(0.46)),
    k("sticker-sheet", ["sticker sheet", "لوح ستيكرات", "ステッカーシート"], 700, 20, c::PAPER, s::ONE, m::VINYL, m::FLAT, G, Blank::StickerSheet, Desk(0.60)),
    k("holographic-sticker", ["holographic sticker", "ستيكر هولوغرافي", "ホログラムステッカー"], 500, 8, c::PAPER, s::STICKERS, m::VINYL, m::FLAT, G, Blank::Cut(Cut::Holo), Desk(0.46)),
    k("enamel-pin", ["enamel pin", "دبوس مينا", "エナメルピン"], 1200, 24, c::METALS, s::ONE, m::ENAMEL, m::FLAT, G, Blank::Cut(Cut::Pin), Denim(0.46)),
    k("enamel-pin-set", ["pair of enamel pins", "دبوسا مينا", "エナメルピン2個セット"], 2100, 48, c::METALS, s::ONE, m::ENAMEL, m::FLAT, G, Blank::PinSet, Denim(0.60)),
    k("button-badge", ["button badge", "شارة دبوس", "缶バッジ"], 300, 12, c::PAPER, s::ONE, m::METAL, m::FLAT, G, Blank::Disc(Disc::Badge), Denim(0.36)),
    k("badge-set", ["set of four badges", "طقم أربع شارات", "缶バッジ4個セット"], 1000, 44, c::PAPER, s::ONE, m::METAL, m::FLAT, G, Blank::Badges, Denim(0.60)),
    k("embroidered-patch", ["embroidered patch", "رقعة مطرزة", "刺繍ワッペン"], 900, 14, c::TRIMS, s::ONE, m::THREAD, m::FLAT, G, Blank::Cut(Cut::Patch), Denim(0.46)),
    k("back-patch", ["back patch", "رقعة ظهر", "バックパッチ"], 2400, 90, c::TRIMS, s::ONE, m::THREAD, m::FLAT, G, Blank::BackPatch, Denim(0.62)),
    k("magnet", ["magnet", "مغناطيس", "マグネット"], 500, 18, c::PAPER, s::ONE, m::VINYL, m::FLAT, G, Blank::Cut(Cut::Magnet), Fridge(0.36)),
    k("magnet-set", ["set of three magnets", "طقم ثلاثة مغناطيسات", "マグネット3個セット"], 1200, 54, c::PAPER, s::ONE, m::VINYL, m::FLAT, G, Blank::MagnetSet, Fridge(0.56)),
    k("keychain-acrylic", ["acrylic keychain", "علاقة مفاتيح أكريليك", "アクリルキーホルダー"], 1000, 26, c::CLEARS, s::ONE, m::ACRYLIC, m::FLAT, G, Blank::Cut(Cut::Keychain), Hook(0.50)),
    k("keychain-metal", ["metal keychain", "علاقة مفاتيح معدنية", "メタルキーホルダー"], 1300, 40, c::METALS, s::ONE, m::ENAMEL, m::FLAT, G, Blank::KeychainMetal, Hook(0.50)),
    k("acrylic-stand", ["acrylic stand", "مجسم أكريليك", "アクリルスタンド"], 1600, 60, c::CLEARS, s::ONE, m::ACRYLIC, m::BOX, G, Blank::Cut(Cut::Stand), Shelf(0.40)),
    k("temporary-tattoo", ["temporary tattoos", "وشوم مؤقتة", "タトゥーシール"], 600, 10, c::PAPER, s::ONE, m::VINYL, m::FLAT, G, Blank::Tattoo, Desk(0.56)),
];
