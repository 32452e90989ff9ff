//! The colours blanks come in, and the usual assortments.

use super::Colour;
use crate::words::label;

const fn colour(id: &'static str, hex: &'static str, en: &'static str, ar: &'static str, ja: &'static str) -> Colour {
    Colour { id, hex, name: label(en, ar, ja) }
}

const WHITE: Colour = colour("white", "#f7f5f0", "White", "أبيض", "ホワイト");
const NATURAL: Colour = colour("natural", "#ece0c8", "Natural", "طبيعي", "ナチュラル");
const BLACK: Colour = colour("black", "#232227", "Black", "أسود", "ブラック");
const SAND: Colour = colour("sand", "#d9c3a0", "Sand", "رملي", "サンド");
const SAGE: Colour = colour("sage", "#a9b79a", "Sage", "أخضر مريمي", "セージ");
const ROSE: Colour = colour("rose", "#e5a9a3", "Rose", "وردي", "ローズ");
const SKY: Colour = colour("sky", "#9cc3dc", "Sky", "سماوي", "スカイ");
const LILAC: Colour = colour("lilac", "#b9a6d6", "Lilac", "ليلكي", "ライラック");
const MUSTARD: Colour = colour("mustard", "#e0a32e", "Mustard", "خردلي", "マスタード");
const BRICK: Colour = colour("brick", "#b6492f", "Brick", "قرميدي", "レンガ");
const RED: Colour = colour("red", "#d0312d", "Red", "أحمر", "レッド");
const FOREST: Colour = colour("forest", "#2f5541", "Forest", "أخضر غابي", "フォレスト");
const COBALT: Colour = colour("cobalt", "#2b4fb3", "Cobalt", "كوبالت", "コバルト");
const NAVY: Colour = colour("navy", "#23304f", "Navy", "كحلي", "ネイビー");
const HEATHER: Colour = colour("heather", "#b4b4b6", "Heather grey", "رمادي ممزوج", "杢グレー");
const CHARCOAL: Colour = colour("charcoal", "#4a4a52", "Charcoal", "فحمي", "チャコール");
const OAK: Colour = colour("oak", "#c79a62", "Oak", "بلوط", "オーク");
const WALNUT: Colour = colour("walnut", "#6d4630", "Walnut", "جوز", "ウォルナット");
const GOLD: Colour = colour("gold", "#d6a94a", "Gold", "ذهبي", "ゴールド");
const SILVER: Colour = colour("silver", "#b9bdc4", "Silver", "فضي", "シルバー");
const CLEAR: Colour = colour("clear", "#e3edf0", "Clear", "شفاف", "クリア");
const KRAFT: Colour = colour("kraft", "#c49a6c", "Kraft", "كرافت", "クラフト");

pub(super) const PAPER: &[Colour] = &[WHITE];
pub(super) const FRAMES: &[Colour] = &[OAK, BLACK, WHITE, WALNUT];
pub(super) const WOODS: &[Colour] = &[OAK, WALNUT];
pub(super) const WOOD: &[Colour] = &[OAK];
pub(super) const MAPLE: &[Colour] = &[OAK, BLACK, RED];
pub(super) const COVERS: &[Colour] = &[NATURAL, NAVY, BRICK, FOREST];
pub(super) const SPINES: &[Colour] = &[BLACK, WHITE];
pub(super) const METALS: &[Colour] = &[GOLD, SILVER, BLACK];
pub(super) const CERAMIC: &[Colour] = &[WHITE, NATURAL, SAGE, BLACK];
pub(super) const PORCELAIN: &[Colour] = &[WHITE];
pub(super) const TWO_TONE: &[Colour] = &[COBALT, BRICK, MUSTARD, FOREST, BLACK];
pub(super) const ENAMEL: &[Colour] = &[WHITE, NAVY, SAGE];
pub(super) const COATED: &[Colour] = &[WHITE, BLACK, SAGE, ROSE, NAVY];
pub(super) const GLASS: &[Colour] = &[CLEAR];
pub(super) const TEES: &[Colour] = &[WHITE, BLACK, SAND, SAGE];
pub(super) const FLEECE: &[Colour] = &[NATURAL, BLACK, HEATHER, FOREST];
pub(super) const BABY: &[Colour] = &[WHITE, ROSE, SKY, SAGE];
pub(super) const HATS: &[Colour] = &[BLACK, NATURAL, NAVY, RED, FOREST];
pub(super) const KNITS: &[Colour] = &[CHARCOAL, MUSTARD, NAVY, BRICK];
pub(super) const CANVAS: &[Colour] = &[NATURAL, BLACK];
pub(super) const BAGS: &[Colour] = &[BLACK, SAND, COBALT, MUSTARD];
pub(super) const FELT: &[Colour] = &[NATURAL, MUSTARD, SKY, ROSE, LILAC];
pub(super) const PLASTIC: &[Colour] = &[RED, COBALT, MUSTARD, WHITE];
pub(super) const WAX: &[Colour] = &[NATURAL, SAGE, LILAC];
pub(super) const VINYLS: &[Colour] = &[BLACK, RED, MUSTARD, CLEAR];
pub(super) const TAPES: &[Colour] = &[WHITE, BLACK, MUSTARD];
pub(super) const CASES: &[Colour] = &[BLACK, WHITE, ROSE, NAVY];
pub(super) const CLEARS: &[Colour] = &[CLEAR];
pub(super) const BOXES: &[Colour] = &[WHITE, MUSTARD, SAGE, NAVY];
pub(super) const KRAFTS: &[Colour] = &[KRAFT];
pub(super) const TRIMS: &[Colour] = &[BLACK, RED, COBALT];
