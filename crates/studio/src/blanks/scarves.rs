//! Cloth for the neck, a fan's or a pet's.

use super::{
    Drawing, hooked, lying,
    textiles::{FOLD, folds},
};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, r, round},
};

pub(super) fn scarf(pen: &mut Pen<'_>) -> Drawing {
    let back = "M560 90C640 120 660 240 640 420L660 860H500L520 420z";
    let front = "M470 90C380 110 330 200 340 380L320 900H520L520 420C560 330 600 220 560 130C540 90 510 80 470 90z";
    for (d, area) in [(back, r(480.0, 80.0, 200.0, 790.0)), (front, r(310.0, 70.0, 280.0, 840.0))] {
        pen.shadow(d, 8.0, 16.0, 26.0);
        pen.cover(d, area, 120.0);
        folds(pen, d, 2, 0.8);
        pen.weave(d, 6.0, 0.07);
        let low = area.y + area.h - 10.0;
        for i in 0..(area.w * 0.72 / 15.0) as i32 {
            let x = area.x + area.w * 0.08 + i as f32 * 15.0;
            pen.line(&format!("M{x} {low}q{} 30 {} 56", i % 3 * 4 - 4, i % 4 * 3 - 4), &pen.body.hex(), 6.0);
        }
    }
    let wrap = "M330 250C420 330 560 300 650 210C660 280 640 330 600 360C500 400 400 390 340 340z";
    pen.shadow(wrap, 2.0, 8.0, 14.0);
    pen.cover(wrap, r(330.0, 200.0, 330.0, 200.0), 120.0);
    let knot = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb::WHITE, 0.3), (0.5, FOLD, 0.05), (1.0, FOLD, 0.46)]);
    pen.path(wrap, &knot);
    hooked(100.0, r(320.0, 420.0, 210.0, 440.0))
}

pub(super) fn bandana(pen: &mut Pen<'_>) -> Drawing {
    // Laid out as a diamond, one corner folded over.
    let at = r(220.0, 220.0, 560.0, 560.0);
    pen.turn(45.0, 500.0, 500.0);
    let d = round(at, 8.0);
    pen.shadow(&d, 12.0, 4.0, 24.0);
    pen.close();
    pen.turn(45.0, 500.0, 500.0);
    pen.path(&d, &pen.art.accent.hex());
    let field = at.inset(30.0);
    pen.path(&round(field, 4.0), &pen.art.paper.hex());
    let middle = at.inset(44.0);
    if pen.art.kind == DesignKind::Motif {
        let paint = pen.scatter(middle, 190.0);
        pen.path(&round(middle, 2.0), &paint);
    } else {
        pen.cover(&round(middle, 2.0), middle, 150.0);
    }
    pen.hair(&round(middle, 2.0), pen.art.ink, 3.0, 0.7);
    pen.stitch(&round(at.inset(14.0), 4.0), pen.art.paper, 5.0, 2.0, 0.8);
    pen.weave(&d, 5.0, 0.07);
    pen.close();
    for d in ["M500 120L500 880", "M120 500L880 500"] {
        pen.hair(d, FOLD, 12.0, 0.07);
        pen.hair(d, FOLD, 4.0, 0.12);
        pen.open("transform=\"translate(6 6)\"");
        pen.hair(d, Rgb::WHITE, 7.0, 0.18);
        pen.close();
    }
    lying(r(300.0, 300.0, 400.0, 400.0))
}

pub(super) fn pet_bandana(pen: &mut Pen<'_>) -> Drawing {
    let trim = pen.body;
    let d = "M180 330Q500 420 820 330Q700 640 500 800Q300 640 180 330z";
    pen.shadow(d, 8.0, 16.0, 26.0);
    pen.cover(d, r(180.0, 330.0, 640.0, 470.0), 150.0);
    pen.weave(d, 6.0, 0.07);
    let sheen = pen.sheen(1.1);
    pen.path(d, &sheen);
    for f in ["M360 400Q420 560 500 740", "M640 400Q590 560 510 720"] {
        pen.hair(f, FOLD, 18.0, 0.08);
        pen.hair(f, FOLD, 6.0, 0.1);
    }
    pen.hair("M194 350Q500 440 806 350", FOLD, 12.0, 0.2);
    let band = "M90 290Q130 270 180 300Q500 400 820 300Q870 270 910 290L880 340Q860 350 820 352Q500 446 180 352Q140 350 120 340z";
    pen.path(band, &trim.hex());
    let volume = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb::WHITE, 0.26), (0.4, Rgb::WHITE, 0.0), (1.0, FOLD, 0.35)]);
    pen.path(band, &volume);
    pen.rect(806.0, 282.0, 76.0, 64.0, 12.0, "#2b282d");
    pen.rect(820.0, 294.0, 48.0, 40.0, 8.0, "#4c484f");
    lying(r(320.0, 420.0, 360.0, 300.0))
}
