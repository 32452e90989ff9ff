//! Long thin things: pencils, a pen, chopsticks, drumsticks.

use super::{Drawing, Rods, lying};
use crate::{
    colour::Rgb,
    pen::{Pen, r, round},
};

const FOLD: Rgb = Rgb(24, 12, 34);

/// The shade of a thin rod lying across the light.
fn rod_shade(pen: &mut Pen<'_>, d: &str) {
    let paint =
        pen.lin([0.0, 0.0, 1.0, 0.0], &[(0.0, FOLD, 0.34), (0.28, Rgb::WHITE, 0.5), (0.5, Rgb::WHITE, 0.0), (1.0, FOLD, 0.5)]);
    pen.path(d, &paint);
}

pub(super) fn rods(pen: &mut Pen<'_>, rods: Rods) -> Drawing {
    match rods {
        Rods::Pencils => {
            for i in 0..5 {
                let x = 250.0 + i as f32 * 110.0;
                pen.turn(28.0 + (i as f32 - 2.0) * 3.0, x + 30.0, 500.0);
                let top = 150.0 + ((i * 3) % 5) as f32 * 14.0;
                let shaft = r(x, top + 90.0, 62.0, 560.0);
                let whole = format!("M{x} {}v-560l31 -96l31 96v560z", shaft.y + 560.0);
                pen.shadow(&whole, 10.0, 12.0, 16.0);
                pen.path(&format!("M{x} {}q10 -10 16 4q8 -12 15 -2q8 -12 15 2q8 -12 16 -4l-31 -100z", shaft.y + 6.0), "#e9c998");
                pen.path(&format!("M{} {}l11 34q-11 8 -22 0z", x + 31.0, shaft.y - 94.0), &pen.art.ink.hex());
                let tones = [pen.art.accent, pen.art.second, pen.art.third];
                let tone = tones.get(i % 3).copied().unwrap_or(pen.art.accent);
                let d = round(shaft, 0.0);
                if i % 2 == 0 {
                    pen.cover(&d, shaft, 62.0);
                } else {
                    pen.path(&d, &tone.hex());
                }
                pen.rect(x, shaft.y + shaft.h - 60.0, 62.0, 34.0, 0.0, "#c9b07a");
                pen.rect(x, shaft.y + shaft.h - 30.0, 62.0, 44.0, 10.0, "#e59a96");
                let facets = pen.lin(
                    [0.0, 0.0, 1.0, 0.0],
                    &[
                        (0.0, FOLD, 0.3),
                        (0.3, FOLD, 0.12),
                        (0.31, Rgb::WHITE, 0.36),
                        (0.66, Rgb::WHITE, 0.1),
                        (0.67, FOLD, 0.12),
                        (1.0, FOLD, 0.4),
                    ],
                );
                pen.path(&round(r(x, shaft.y, 62.0, shaft.h + 14.0), 8.0), &facets);
                pen.close();
            }
            lying(r(400.0, 380.0, 200.0, 300.0))
        }
        Rods::Pen => {
            let metal = pen.body;
            pen.turn(38.0, 500.0, 500.0);
            let barrel = r(440.0, 200.0, 120.0, 560.0);
            let whole = "M440 220q0 -20 60 -20t60 20v540l-30 120l-18 46h-24l-18 -46l-30 -120z";
            pen.shadow(whole, 14.0, 16.0, 26.0);
            pen.cover(&round(barrel, 14.0), barrel, 110.0);
            let tip = pen.lin(
                [0.0, 0.0, 1.0, 0.0],
                &[
                    (0.0, metal.darker(0.4), 1.0),
                    (0.3, metal.lighter(0.7), 1.0),
                    (0.6, metal, 1.0),
                    (1.0, metal.darker(0.5), 1.0),
                ],
            );
            pen.path("M440 760h120l-30 120l-18 46h-24l-18 -46z", &tip);
            pen.rect(440.0, 470.0, 120.0, 26.0, 0.0, &tip);
            pen.rect(440.0, 190.0, 120.0, 40.0, 14.0, &tip);
            pen.rect(474.0, 110.0, 52.0, 90.0, 12.0, &tip);
            rod_shade(pen, &round(r(440.0, 190.0, 120.0, 570.0), 14.0));
            pen.shadow(&round(r(538.0, 200.0, 28.0, 250.0), 12.0), 4.0, 8.0, 8.0);
            pen.rect(538.0, 200.0, 28.0, 250.0, 12.0, &tip);
            pen.close();
            pen.line("M110 830q90 -120 150 -20t120 -10q40 -60 80 10t100 20", "#2b2c44", 8.0);
            lying(r(430.0, 380.0, 200.0, 240.0))
        }
        Rods::Chopsticks => {
            let wood = pen.body;
            for (x, turn, alt) in [(330.0, 14.0, false), (420.0, 18.0, false), (560.0, 12.0, true), (650.0, 16.0, true)] {
                pen.turn(turn, x + 20.0, 500.0);
                let d = format!("M{x} 110h44l-8 780q-14 14 -28 0z");
                pen.shadow(&d, 10.0, 12.0, 14.0);
                pen.wood(&d, r(x, 110.0, 44.0, 790.0), if alt { wood.darker(0.45) } else { wood });
                let grip = format!("M{x} 110h44l-4 340h-36z");
                pen.cover(&grip, r(x, 110.0, 44.0, 340.0), 50.0);
                pen.rect(x + 3.0, 446.0, 38.0, 14.0, 0.0, &pen.art.third.hex());
                rod_shade(pen, &d);
                pen.close();
            }
            let rest = round(r(300.0, 720.0, 330.0, 70.0), 34.0);
            pen.shadow(&rest, 6.0, 12.0, 16.0);
            pen.path(&rest, &pen.art.paper.hex());
            pen.cover(&rest, r(300.0, 720.0, 330.0, 70.0), 60.0);
            let glaze = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb::WHITE, 0.6), (0.4, Rgb::WHITE, 0.0), (1.0, FOLD, 0.36)]);
            pen.path(&rest, &glaze);
            lying(r(400.0, 150.0, 240.0, 260.0))
        }
        Rods::Drumsticks => {
            let wood = pen.body;
            for turn in [-24.0, 26.0] {
                pen.turn(turn, 500.0, 500.0);
                let d = "M468 940V330L482 150Q470 100 500 80Q530 100 518 150L532 330V940Q500 960 468 940z";
                pen.shadow(d, 12.0, 18.0, 22.0);
                pen.wood(d, r(468.0, 80.0, 64.0, 880.0), wood);
                let grip = r(468.0, 560.0, 64.0, 300.0);
                pen.cover(&round(grip, 0.0), grip, 64.0);
                for y in [550.0, 860.0] {
                    pen.rect(468.0, y, 64.0, 12.0, 0.0, &pen.art.accent.hex());
                }
                rod_shade(pen, d);
                pen.close();
            }
            lying(r(300.0, 580.0, 260.0, 260.0))
        }
    }
}
