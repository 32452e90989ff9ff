//! Round things: badges, plates, discs, clocks, balls, wheels.

use super::{Disc, Drawing, hanging, lying};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, Rect, centred, disc, r, round},
};
pub(super) fn square(cx: f32, cy: f32, half: f32) -> Rect {
    r(cx - half, cy - half, half * 2.0, half * 2.0)
}

/// A domed tin badge.
fn badge(pen: &mut Pen<'_>, cx: f32, cy: f32, radius: f32, plain: Option<Rgb>) {
    let d = disc(cx, cy, radius);
    pen.shadow(&d, radius * 0.05, radius * 0.1, radius * 0.14);
    match plain {
        None => pen.cover(&d, square(cx, cy, radius * 0.92), 0.0),
        Some(colour) => {
            pen.path(&d, &colour.hex());
            if pen.art.kind == DesignKind::Motif {
                pen.place(square(cx, cy, radius * 0.66));
            } else {
                pen.cover(&disc(cx, cy, radius * 0.7), square(cx, cy, radius * 0.7), radius * 0.3);
            }
        }
    }
    let dome = pen.rad(
        [0.38, 0.3, 0.75],
        &[
            (0.0, Rgb::WHITE, 0.36),
            (0.45, Rgb::WHITE, 0.02),
            (0.75, Rgb(20, 10, 30), 0.08),
            (0.94, Rgb(20, 10, 30), 0.44),
            (1.0, Rgb(20, 10, 30), 0.5),
        ],
    );
    pen.path(&d, &dome);
    let gleam = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb::WHITE, 0.75), (1.0, Rgb::WHITE, 0.04)]);
    let k = radius;
    pen.path(
        &format!(
            "M{} {}A{} {} 0 0 1 {} {}Q{} {} {} {}z",
            cx - k * 0.72,
            cy - k * 0.3,
            k * 0.8,
            k * 0.8,
            cx + k * 0.42,
            cy - k * 0.68,
            cx - k * 0.3,
            cy - k * 0.62,
            cx - k * 0.72,
            cy - k * 0.3
        ),
        &gleam,
    );
}

pub(super) fn round_thing(pen: &mut Pen<'_>, kind: Disc) -> Drawing {
    match kind {
        Disc::Badge => {
            badge(pen, 500.0, 500.0, 300.0, None);
            lying(centred(420.0, 420.0))
        }
        Disc::Plate => plate(pen),
        Disc::Frisbee => frisbee(pen),
        Disc::Rug => rug(pen),
        Disc::Slipmat => {
            let d = disc(500.0, 500.0, 360.0);
            pen.shadow(&d, 8.0, 14.0, 24.0);
            pen.cover(&d, centred(720.0, 720.0), 0.0);
            pen.weave(&d, 5.0, 0.06);
            pen.hair(&disc(500.0, 500.0, 356.0), Rgb::BLACK, 4.0, 0.2);
            let sheen = pen.sheen(0.7);
            pen.path(&d, &sheen);
            pen.path(&disc(500.0, 500.0, 13.0), "#1d1a1f");
            pen.path(&disc(499.0, 499.0, 8.0), "#c9ccd2");
            lying(centred(460.0, 460.0))
        }
        Disc::Drum => drum(pen),
    }
}

fn plate(pen: &mut Pen<'_>) -> Drawing {
    let d = disc(500.0, 500.0, 380.0);
    pen.shadow(&d, 12.0, 22.0, 40.0);
    let body = pen.body;
    let glaze = pen.rad(
        [0.42, 0.38, 0.62],
        &[(0.0, body.lighter(0.4), 1.0), (0.7, body, 1.0), (0.94, body.darker(0.06), 1.0), (1.0, body.darker(0.2), 1.0)],
    );
    pen.path(&d, &glaze);
    // A band of the palette on the rim, the artwork in the well.
    pen.hair(&disc(500.0, 500.0, 362.0), pen.art.accent, 7.0, 0.9);
    pen.hair(&disc(500.0, 500.0, 346.0), pen.art.second, 2.5, 0.8);
    let well = disc(500.0, 500.0, 262.0);
    if pen.art.kind == DesignKind::Motif {
        pen.place(centred(372.0, 372.0));
    } else {
        pen.cover(&well, centred(524.0, 524.0), 150.0);
    }
    let ledge = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, Rgb(20, 10, 20), 0.34), (0.5, Rgb::WHITE, 0.0), (1.0, Rgb::WHITE, 0.8)]);
    pen.line(&disc(500.0, 500.0, 264.0), &ledge, 9.0);
    let gleam = pen.lin(
        [0.0, 0.0, 1.0, 1.0],
        &[(0.0, Rgb::WHITE, 0.7), (0.4, Rgb::WHITE, 0.0), (0.8, Rgb::BLACK, 0.0), (1.0, Rgb(20, 10, 20), 0.2)],
    );
    pen.line(&disc(500.0, 500.0, 318.0), &gleam, 60.0);
    lying(centred(420.0, 420.0))
}

fn frisbee(pen: &mut Pen<'_>) -> Drawing {
    let body = pen.body;
    let d = disc(500.0, 500.0, 360.0);
    pen.shadow(&d, 16.0, 28.0, 40.0);
    let plastic = pen.rad([0.4, 0.34, 0.7], &[(0.0, body.lighter(0.32), 1.0), (0.7, body, 1.0), (1.0, body.darker(0.42), 1.0)]);
    pen.path(&d, &plastic);
    for i in 0..7 {
        pen.hair(&disc(500.0, 500.0, 346.0 - i as f32 * 11.0), body.darker(0.6), 3.0, 0.26);
        pen.hair(&disc(498.5, 498.5, 344.0 - i as f32 * 11.0), Rgb::WHITE, 2.0, 0.3);
    }
    let top = disc(500.0, 500.0, 250.0);
    pen.path(&top, &pen.art.paper.hex());
    pen.cover(&top, centred(480.0, 480.0), 0.0);
    let dome = pen.rad([0.38, 0.3, 0.8], &[(0.0, Rgb::WHITE, 0.4), (0.45, Rgb::WHITE, 0.0), (1.0, Rgb(20, 10, 30), 0.28)]);
    pen.path(&d, &dome);
    lying(centred(380.0, 380.0))
}

fn rug(pen: &mut Pen<'_>) -> Drawing {
    let d = disc(500.0, 500.0, 390.0);
    pen.shadow(&d, 8.0, 14.0, 22.0);
    pen.cover(&d, centred(790.0, 790.0), 0.0);
    pen.hair(&disc(500.0, 500.0, 382.0), pen.art.ink, 14.0, 0.75);
    pen.stitch(&disc(500.0, 500.0, 382.0), pen.art.paper, 3.0, 8.0, 0.7);
    let pile = pen.threads(8.0);
    pen.open("opacity=\"0.16\"");
    pen.path(&d, &pile);
    pen.close();
    let sheen = pen.sheen(1.0);
    pen.path(&d, &sheen);
    lying(centred(460.0, 460.0))
}

fn drum(pen: &mut Pen<'_>) -> Drawing {
    let metal = pen.body;
    let hoop = disc(500.0, 500.0, 380.0);
    pen.shadow(&hoop, 12.0, 24.0, 40.0);
    let chrome = pen.lin(
        [0.0, 0.0, 1.0, 1.0],
        &[
            (0.0, metal.lighter(0.7), 1.0),
            (0.3, metal, 1.0),
            (0.5, metal.darker(0.4), 1.0),
            (0.7, metal.lighter(0.5), 1.0),
            (1.0, metal.darker(0.4), 1.0),
        ],
    );
    pen.path(&hoop, &chrome);
    let skin = disc(500.0, 500.0, 344.0);
    pen.path(&skin, "#f6f1e6");
    pen.cover(&skin, centred(620.0, 620.0), 0.0);
    pen.hair(&skin, Rgb::BLACK, 6.0, 0.35);
    let film = pen.rad([0.4, 0.36, 0.7], &[(0.0, Rgb::WHITE, 0.3), (0.6, Rgb::WHITE, 0.0), (1.0, Rgb(60, 40, 20), 0.26)]);
    pen.path(&skin, &film);
    // Signed with a felt pen.
    pen.line(
        "M560 742c20 -60 44 -60 40 -20s-30 40 -10 14s30 -30 34 -6s22 10 34 -14s14 30 30 12s20 -26 46 -30",
        &pen.art.ink.hex(),
        7.0,
    );
    for i in 0..8 {
        pen.turn(i as f32 * 45.0 + 22.5, 500.0, 500.0);
        pen.path(&round(r(484.0, 104.0, 32.0, 54.0), 8.0), &chrome);
        pen.path(&disc(500.0, 126.0, 9.0), "#4a4648");
        pen.close();
    }
    hanging(centred(480.0, 480.0))
}

pub(super) fn badges(pen: &mut Pen<'_>) -> Drawing {
    badge(pen, 330.0, 340.0, 190.0, None);
    let (second, third, accent) = (pen.art.second, pen.art.third, pen.art.accent);
    badge(pen, 700.0, 300.0, 150.0, Some(third));
    badge(pen, 290.0, 710.0, 150.0, Some(second.lighter(0.3)));
    badge(pen, 660.0, 670.0, 190.0, Some(accent.lighter(0.25)));
    lying(r(180.0, 190.0, 300.0, 300.0))
}

pub(super) fn coasters(pen: &mut Pen<'_>) -> Drawing {
    for (x, y, turn, alone) in
        [(330.0, 330.0, -6.0, false), (680.0, 350.0, 9.0, false), (350.0, 690.0, 5.0, false), (650.0, 660.0, -4.0, true)]
    {
        pen.turn(turn, x, y);
        let half = if alone { 190.0 } else { 160.0 };
        let at = square(x, y, half);
        let d = round(at, 30.0);
        pen.shadow(&d, 8.0, 13.0, 20.0);
        pen.path(&round(r(at.x + 4.0, at.y + 7.0, at.w, at.h), 30.0), "#a9794c");
        pen.path(&d, "#faf6ee");
        let face = at.inset(7.0);
        pen.cover(&round(face, 24.0), face, if alone || pen.art.kind == DesignKind::Full { 0.0 } else { 90.0 });
        let sheen = pen.sheen(1.1);
        pen.path(&d, &sheen);
        pen.close();
    }
    lying(r(460.0, 470.0, 380.0, 380.0))
}

pub(super) fn clock(pen: &mut Pen<'_>) -> Drawing {
    let frame = pen.body;
    let d = disc(500.0, 500.0, 370.0);
    pen.shadow(&d, 18.0, 34.0, 50.0);
    pen.wood(&d, centred(740.0, 740.0), frame);
    let bevel = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, Rgb::WHITE, 0.5), (0.5, Rgb::WHITE, 0.0), (1.0, Rgb::BLACK, 0.45)]);
    pen.line(&disc(500.0, 500.0, 352.0), &bevel, 34.0);
    let face = disc(500.0, 500.0, 328.0);
    pen.path(&face, "#faf7ef");
    pen.cover(&face, centred(640.0, 640.0), 0.0);
    pen.alpha(&face, pen.art.paper, 0.12);
    let (ink, paper) = (pen.art.ink, pen.art.paper);
    for i in 0..12 {
        pen.turn(i as f32 * 30.0, 500.0, 500.0);
        let (long, wide) = if i % 3 == 0 { (44.0, 13.0) } else { (24.0, 8.0) };
        pen.hair(&format!("M500 194v{long}"), paper, wide + 7.0, 0.95);
        pen.line(&format!("M500 194v{long}"), &ink.hex(), wide);
        pen.close();
    }
    let hub = pen.art.accent;
    for (turn, long, wide) in [(-56.0, 170.0, 18.0), (60.0, 250.0, 13.0)] {
        pen.turn(turn, 500.0, 500.0);
        pen.hair(&format!("M508 {}V{}", 520.0, 508.0 - long), Rgb(20, 10, 20), wide, 0.25);
        pen.hair(&format!("M500 540V{}", 500.0 - long), paper, wide + 7.0, 0.95);
        pen.line(&format!("M500 540V{}", 500.0 - long), &ink.hex(), wide);
        pen.close();
    }
    pen.turn(150.0, 500.0, 500.0);
    pen.line("M500 560V250", &hub.hex(), 6.0);
    pen.close();
    pen.path(&disc(500.0, 500.0, 20.0), &hub.hex());
    pen.path(&disc(500.0, 500.0, 7.0), &paper.hex());
    let glass = pen.lin(
        [0.0, 0.0, 1.0, 1.0],
        &[(0.0, Rgb::WHITE, 0.42), (0.36, Rgb::WHITE, 0.02), (0.5, Rgb::WHITE, 0.0), (1.0, Rgb(20, 10, 30), 0.2)],
    );
    pen.path(&face, &glass);
    hanging(centred(460.0, 460.0))
}
