//! Cloth that lies under other things: rugs, mats, placemats.

use super::{Drawing, Mat, lying};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, Rect, centred, oval, r, round},
};

const FOLD: Rgb = Rgb(24, 12, 34);

pub(super) fn mat(pen: &mut Pen<'_>, kind: Mat) -> Drawing {
    let (w, h, radius, thick) = match kind {
        Mat::Bath => (720.0, 480.0, 40.0, 9.0),
        Mat::Rug => (820.0, 560.0, 4.0, 6.0),
        Mat::Door => (780.0, 470.0, 8.0, 12.0),
        Mat::Play => (860.0, 500.0, 18.0, 6.0),
        Mat::Mouse => (640.0, 540.0, 30.0, 9.0),
        Mat::Desk => (900.0, 420.0, 22.0, 7.0),
    };
    let at = centred(w, h);
    let d = round(at, radius);
    pen.shadow(&d, 7.0, 12.0, 20.0);
    pen.path(&round(r(at.x + 2.0, at.y + thick, at.w, at.h), radius), "#2c282c");
    if kind == Mat::Rug {
        for i in 0..38 {
            let y = at.y + 8.0 + i as f32 * 14.7;
            pen.line(
                &format!(
                    "M{} {y}q-16 {} -30 0M{} {y}q16 {} 30 0",
                    at.x + 2.0,
                    (i % 3) as f32 * 4.0 - 4.0,
                    at.x + w - 2.0,
                    (i % 3) as f32 * 4.0 - 4.0
                ),
                "#e6dcc8",
                6.0,
            );
        }
    }
    match kind {
        Mat::Door => {
            let coir = pen.body;
            pen.path(&d, &coir.hex());
            if pen.art.kind == DesignKind::Motif {
                pen.place(at.inset(60.0));
            } else {
                let field = at.inset(34.0);
                pen.cover(&round(field, 4.0), field, 150.0);
            }
            pen.hair(&round(at.inset(18.0), 4.0), pen.art.ink, 8.0, 0.7);
            for i in 0..70_u32 {
                let (x, y) = (at.x + ((i * 197) % 780) as f32, at.y + ((i * 83) % 470) as f32);
                pen.hair(
                    &format!("M{x} {y}l{} 9", (i % 5) as i32 * 3 - 6),
                    if i % 2 == 0 { Rgb(90, 60, 30) } else { Rgb(250, 226, 180) },
                    3.0,
                    0.35,
                );
            }
        }
        Mat::Bath => {
            pen.cover(&d, at, if pen.art.kind == DesignKind::Motif { 160.0 } else { 0.0 });
            let pile = pen.threads(9.0);
            pen.open("opacity=\"0.2\"");
            pen.path(&d, &pile);
            pen.close();
            pen.hair(&round(at.inset(16.0), 28.0), Rgb::WHITE, 12.0, 0.5);
            pen.hair(&round(at.inset(24.0), 24.0), FOLD, 3.0, 0.2);
        }
        Mat::Rug => {
            pen.cover(&d, at, 0.0);
            let pile = pen.threads(8.0);
            pen.open("opacity=\"0.16\"");
            pen.path(&d, &pile);
            pen.close();
            pen.hair(&round(at.inset(14.0), 2.0), pen.art.ink, 9.0, 0.55);
            pen.hair(&round(at.inset(26.0), 2.0), pen.art.accent, 5.0, 0.8);
        }
        Mat::Play | Mat::Mouse | Mat::Desk => {
            pen.cover(&d, at, if kind == Mat::Desk { 140.0 } else { 0.0 });
            pen.weave(&d, 4.0, 0.05);
            pen.hair(&round(at.inset(3.0), radius - 3.0), pen.art.ink, 7.0, 0.8);
            pen.stitch(&round(at.inset(3.0), radius - 3.0), pen.art.paper, 2.5, 5.0, 0.5);
        }
    }
    let sheen = pen.sheen(0.9);
    pen.path(&d, &sheen);
    if kind == Mat::Mouse {
        mouse(pen, at.x + at.w - 150.0, at.y + at.h - 210.0);
    }
    if kind == Mat::Desk {
        keyboard(pen, r(at.x + 190.0, at.y + 50.0, 430.0, 130.0));
        mouse(pen, at.x + at.w - 170.0, at.y + 110.0);
    }
    lying(if kind == Mat::Desk { r(at.x + 40.0, at.y + 160.0, 400.0, 250.0) } else { at.inset(40.0) })
}

fn mouse(pen: &mut Pen<'_>, x: f32, y: f32) {
    let d = round(r(x, y, 96.0, 160.0), 48.0);
    pen.shadow(&d, 8.0, 14.0, 18.0);
    let shell =
        pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, Rgb::WHITE, 1.0), (0.6, Rgb(228, 226, 224), 1.0), (1.0, Rgb(176, 172, 172), 1.0)]);
    pen.path(&d, &shell);
    pen.hair(&format!("M{0} {y}v64M{x} {1}h96", x + 48.0, y + 64.0), Rgb(120, 116, 116), 2.5, 0.5);
    pen.rect(x + 42.0, y + 20.0, 12.0, 30.0, 6.0, "#55525a");
}

fn keyboard(pen: &mut Pen<'_>, at: Rect) {
    let d = round(at.inset(-14.0), 16.0);
    pen.shadow(&d, 8.0, 12.0, 18.0);
    let case = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb(248, 246, 242), 1.0), (1.0, Rgb(206, 202, 198), 1.0)]);
    pen.path(&d, &case);
    let (accent, ink) = (pen.art.accent, Rgb(92, 90, 98));
    for row in 0..4 {
        for column in 0..12 {
            let key = r(at.x + column as f32 * at.w / 12.0, at.y + row as f32 * at.h / 4.0, at.w / 12.0 - 5.0, at.h / 4.0 - 5.0);
            let tone = if (row == 0 && column == 0) || (row == 2 && column == 11) {
                accent
            } else if column == 0 || column == 11 {
                ink.lighter(0.35)
            } else {
                Rgb(252, 250, 246)
            };
            pen.path(&round(key, 5.0), &tone.darker(0.14).hex());
            pen.path(&round(r(key.x + 2.0, key.y + 1.0, key.w - 4.0, key.h - 6.0), 4.0), &tone.hex());
        }
    }
}

pub(super) fn yoga_mat(pen: &mut Pen<'_>) -> Drawing {
    pen.turn(-8.0, 500.0, 500.0);
    let at = r(310.0, 210.0, 400.0, 690.0);
    let d = round(at, 8.0);
    pen.shadow(&d, 8.0, 12.0, 20.0);
    pen.path(&round(r(at.x + 3.0, at.y + 7.0, at.w, at.h), 8.0), &pen.art.ink.lighter(0.2).hex());
    pen.cover(&d, at, 0.0);
    pen.weave(&d, 6.0, 0.07);
    let shade = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, FOLD, 0.5), (0.12, FOLD, 0.0), (1.0, Rgb::WHITE, 0.1)]);
    pen.path(&d, &shade);
    let roll = r(296.0, 110.0, 428.0, 150.0);
    let tube = format!("M{} {}h{}a26 75 0 0 1 0 150h-{}a26 75 0 0 1 0 -150z", roll.x, roll.y, roll.w, roll.w);
    pen.shadow(&tube, 4.0, 22.0, 24.0);
    pen.path(&tube, &pen.art.second.hex());
    let volume =
        pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, FOLD, 0.2), (0.25, Rgb::WHITE, 0.42), (0.45, Rgb::WHITE, 0.0), (1.0, FOLD, 0.55)]);
    pen.path(&tube, &volume);
    let (x, cy) = (roll.x + roll.w, roll.cy());
    pen.path(&oval(x, cy, 26.0, 75.0), &pen.art.second.lighter(0.3).hex());
    for k in [0.8, 0.6, 0.4, 0.2] {
        pen.hair(&oval(x, cy, 26.0 * k, 75.0 * k), pen.art.ink, 4.0, 0.5);
    }
    for px in [380.0, 620.0] {
        pen.path(&format!("M{px} 110h20a26 75 0 0 1 0 150h-20a26 75 0 0 0 0 -150z"), &pen.art.accent.hex());
    }
    pen.close();
    lying(r(340.0, 360.0, 340.0, 480.0))
}

pub(super) fn placemat(pen: &mut Pen<'_>) -> Drawing {
    for (at, turn, main) in [(r(210.0, 190.0, 660.0, 440.0), 8.0, false), (r(130.0, 330.0, 680.0, 460.0), -5.0, true)] {
        pen.turn(turn, at.cx(), at.cy());
        let d = round(at, 8.0);
        pen.shadow(&d, 7.0, 12.0, 18.0);
        pen.cover(&d, at, if main { 0.0 } else { 130.0 });
        pen.weave(&d, 6.0, 0.08);
        pen.stitch(&round(at.inset(14.0), 4.0), pen.art.paper, 3.0, 10.0, 0.8);
        let sheen = pen.sheen(0.9);
        pen.path(&d, &sheen);
        if main {
            pen.turn(90.0, 230.0, 560.0);
            pen.shadow("M100 552h160v16h-160z", 6.0, -8.0, 8.0);
            pen.path("M70 556h180q44 -8 64 4q-20 12 -64 4h-180z", "#c4c7ce");
            pen.path("M70 556h150v3h-150z", "#ffffff");
            pen.close();
        }
        pen.close();
    }
    lying(r(280.0, 380.0, 460.0, 360.0))
}
