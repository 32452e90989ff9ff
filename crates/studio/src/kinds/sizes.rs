//! The sizes blanks come in, with the rows of their size guides.

use crate::words::{Label, label};

/// A size a blank can be had in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Stable id, kebab-case.
    pub id: &'static str,
    /// As printed on the picker; the same in every language.
    pub label: &'static str,
    /// What it costs beyond the base price, in USD cents; may be negative.
    pub add_usd_minor: i64,
    /// What it weighs beyond the base weight, in percent of it; may be negative.
    pub add_weight_percent: i32,
    /// Rows of the size guide; empty when the label says all.
    pub guide: &'static [Measure],
}

/// One row of a size guide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// What is measured.
    pub name: Label,
    /// In millimetres.
    pub millimetres: u32,
}

const fn size(id: &'static str, label: &'static str, add_usd_minor: i64, add_weight_percent: i32) -> Size {
    Size { id, label, add_usd_minor, add_weight_percent, guide: &[] }
}

const fn worn(id: &'static str, label: &'static str, add: i64, heavier: i32, guide: &'static [Measure]) -> Size {
    Size { id, label, add_usd_minor: add, add_weight_percent: heavier, guide }
}

const fn chest(millimetres: u32) -> Measure {
    Measure { name: label("Chest width", "عرض الصدر", "身幅"), millimetres }
}
const fn length(millimetres: u32) -> Measure {
    Measure { name: label("Length", "الطول", "着丈"), millimetres }
}
const fn sleeve(millimetres: u32) -> Measure {
    Measure { name: label("Sleeve", "الكم", "袖丈"), millimetres }
}
const fn waist(millimetres: u32) -> Measure {
    Measure { name: label("Waist width", "عرض الخصر", "ウエスト幅"), millimetres }
}
const fn foot(millimetres: u32) -> Measure {
    Measure { name: label("Foot length", "طول القدم", "足の長さ"), millimetres }
}
const fn neck(millimetres: u32) -> Measure {
    Measure { name: label("Around the neck", "محيط الرقبة", "首まわり"), millimetres }
}

pub(super) const ONE: &[Size] = &[];
pub(super) const TOPS: &[Size] = &[
    worn("xs", "XS", 0, -15, &[chest(460), length(660), sleeve(190)]),
    worn("s", "S", 0, -8, &[chest(490), length(690), sleeve(200)]),
    worn("m", "M", 0, 0, &[chest(530), length(720), sleeve(210)]),
    worn("l", "L", 0, 8, &[chest(570), length(750), sleeve(220)]),
    worn("xl", "XL", 0, 16, &[chest(610), length(770), sleeve(230)]),
    worn("xxl", "2XL", 300, 24, &[chest(650), length(790), sleeve(240)]),
];
pub(super) const WARM: &[Size] = &[
    worn("s", "S", 0, -8, &[chest(540), length(670), sleeve(610)]),
    worn("m", "M", 0, 0, &[chest(570), length(700), sleeve(630)]),
    worn("l", "L", 0, 8, &[chest(600), length(730), sleeve(650)]),
    worn("xl", "XL", 0, 16, &[chest(640), length(750), sleeve(660)]),
    worn("xxl", "2XL", 400, 24, &[chest(680), length(770), sleeve(670)]),
];
pub(super) const BOTTOMS: &[Size] = &[
    worn("s", "S", 0, -8, &[waist(360), length(430)]),
    worn("m", "M", 0, 0, &[waist(390), length(440)]),
    worn("l", "L", 0, 8, &[waist(420), length(450)]),
    worn("xl", "XL", 0, 16, &[waist(450), length(460)]),
];
pub(super) const BABIES: &[Size] = &[
    worn("3m", "0–3 m", 0, -10, &[chest(205), length(360)]),
    worn("6m", "3–6 m", 0, 0, &[chest(220), length(390)]),
    worn("12m", "6–12 m", 0, 10, &[chest(235), length(420)]),
    worn("18m", "12–18 m", 0, 20, &[chest(250), length(450)]),
];
pub(super) const FEET: &[Size] = &[worn("s", "36–40", 0, -10, &[foot(250)]), worn("l", "41–45", 0, 10, &[foot(285)])];
pub(super) const PETS: &[Size] =
    &[worn("s", "S", 0, -20, &[neck(320)]), worn("m", "M", 0, 0, &[neck(420)]), worn("l", "L", 200, 20, &[neck(540)])];
pub(super) const SQUARES: &[Size] =
    &[size("20", "20 × 20 cm", 0, 0), size("30", "30 × 30 cm", 700, 60), size("50", "50 × 50 cm", 1500, 150)];
pub(super) const FRAMED: &[Size] =
    &[size("a4", "21 × 30 cm", 0, 0), size("a3", "30 × 42 cm", 1600, 60), size("a2", "42 × 59 cm", 3600, 160)];
pub(super) const STRETCHED: &[Size] =
    &[size("s", "30 × 40 cm", 0, 0), size("m", "45 × 60 cm", 2200, 70), size("l", "60 × 80 cm", 4600, 180)];
pub(super) const PLATES: &[Size] = &[size("s", "20 × 30 cm", 0, 0), size("m", "40 × 60 cm", 3000, 220)];
pub(super) const STICKERS: &[Size] = &[size("s", "5 cm", 0, 0), size("m", "8 cm", 100, 40), size("l", "12 cm", 250, 100)];
pub(super) const BOTTLES: &[Size] = &[size("500", "500 ml", 0, 0), size("750", "750 ml", 500, 35)];
pub(super) const CUSHIONS: &[Size] = &[size("40", "40 × 40 cm", 0, 0), size("50", "50 × 50 cm", 700, 40)];
pub(super) const BLANKETS: &[Size] =
    &[size("s", "100 × 150 cm", 0, 0), size("m", "130 × 180 cm", 1500, 50), size("l", "150 × 200 cm", 2600, 90)];
pub(super) const BEDS: &[Size] =
    &[size("single", "140 × 200 cm", 0, 0), size("double", "200 × 200 cm", 2000, 40), size("king", "240 × 220 cm", 3600, 75)];
pub(super) const HANGINGS: &[Size] =
    &[size("s", "100 × 75 cm", 0, 0), size("m", "150 × 110 cm", 1400, 90), size("l", "200 × 150 cm", 3200, 220)];
pub(super) const RUGS: &[Size] =
    &[size("s", "60 × 90 cm", 0, 0), size("m", "120 × 180 cm", 7000, 280), size("l", "160 × 230 cm", 14000, 560)];
pub(super) const DECKS: &[Size] =
    &[size("775", "7.75″", 0, -3), size("800", "8.0″", 0, 0), size("825", "8.25″", 0, 3), size("850", "8.5″", 200, 6)];
pub(super) const PHONES: &[Size] = &[
    size("iphone-15", "iPhone 15", 0, 0),
    size("iphone-16", "iPhone 16", 0, 0),
    size("iphone-16-pro", "iPhone 16 Pro", 0, 0),
    size("galaxy-s24", "Galaxy S24", 0, 0),
    size("pixel-9", "Pixel 9", 0, 0),
];
pub(super) const LAPTOPS: &[Size] = &[size("13", "13″", 0, 0), size("14", "14″", 0, 6), size("16", "16″", 400, 18)];
pub(super) const PLUSHES: &[Size] = &[size("s", "20 cm", 0, 0), size("l", "35 cm", 1400, 160)];
