//! Skateboards, long, short and tiny.

use super::{Drawing, Skate, hanging, lying};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, Rect, disc, r, round},
};

/// The outline of a board standing on its tail.
fn outline(at: Rect, waist: f32) -> String {
    let Rect { x, y, w, h } = at;
    let (right, low, c) = (x + w, y + h, w * 0.5);
    format!(
        "M{x} {}C{x} {} {} {y} {} {y}S{right} {} {right} {}C{} {} {} {} {right} {}C{right} {} {} {low} {} {low}S{x} {} {x} {}C{} {} {} {} {x} {}z",
        y + c * 1.1,
        y + c * 0.4,
        x + w * 0.2,
        x + c,
        y + c * 0.4,
        y + c * 1.1,
        right - waist,
        y + h * 0.35,
        right - waist,
        y + h * 0.65,
        low - c * 1.1,
        low - c * 0.4,
        right - w * 0.2,
        x + c,
        low - c * 0.4,
        low - c * 1.1,
        x + waist,
        y + h * 0.65,
        x + waist,
        y + h * 0.35,
        y + c * 1.1
    )
}

/// The printed underside of a board.
fn graphic(pen: &mut Pen<'_>, at: Rect, waist: f32) {
    let d = outline(at, waist);
    pen.shadow(&d, at.w * 0.05, at.w * 0.09, at.w * 0.13);
    let body = pen.body;
    // Seven plies show at the edge.
    pen.open("transform=\"translate(3 5)\"");
    pen.path(&d, &body.darker(0.4).hex());
    pen.close();
    if pen.art.kind == DesignKind::Motif {
        pen.clip(&d);
        let (paper, accent, second, third) = (pen.art.paper, pen.art.accent, pen.art.second, pen.art.third);
        pen.path(&d, &paper.hex());
        let band = at.w * 0.17;
        for (i, tone) in [second, third, accent].into_iter().enumerate() {
            let o = i as f32 * band;
            pen.alpha(
                &format!("M{} {}l{} -{}v{band}l-{} {}z", at.x, at.y + at.h * 0.27 + o - band, at.w, at.w * 0.5, at.w, at.w * 0.5),
                tone,
                1.0,
            );
            pen.alpha(
                &format!("M{} {}l{} -{}v{band}l-{} {}z", at.x, at.y + at.h * 0.9 - o, at.w, at.w * 0.5, at.w, at.w * 0.5),
                tone,
                1.0,
            );
        }
        let big = at.w * 1.12;
        pen.place(r(at.cx() - big / 2.0, at.cy() - big / 2.0 - at.h * 0.03, big, big));
        pen.close();
    } else {
        pen.cover(&d, at, at.w * 0.62);
    }
    let hollow = pen.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[
            (0.0, Rgb(20, 10, 20), 0.34),
            (0.12, Rgb::WHITE, 0.16),
            (0.4, Rgb::WHITE, 0.1),
            (0.7, Rgb::BLACK, 0.04),
            (0.92, Rgb(20, 10, 20), 0.2),
            (1.0, Rgb(20, 10, 20), 0.44),
        ],
    );
    pen.path(&d, &hollow);
    // Nose and tail bend away from the light.
    let kick = pen.lin(
        [0.0, 0.0, 0.0, 1.0],
        &[
            (0.0, Rgb::WHITE, 0.3),
            (0.13, Rgb::WHITE, 0.0),
            (0.16, Rgb(20, 10, 20), 0.22),
            (0.22, Rgb::BLACK, 0.0),
            (0.78, Rgb::BLACK, 0.0),
            (0.84, Rgb::WHITE, 0.18),
            (0.88, Rgb(20, 10, 20), 0.04),
            (1.0, Rgb(20, 10, 20), 0.38),
        ],
    );
    pen.path(&d, &kick);
    pen.hair(&d, Rgb::WHITE, 2.0, 0.35);
}

fn bolts(pen: &mut Pen<'_>, cx: f32, y: f32, dx: f32, dy: f32, size: f32) {
    for (sx, sy) in [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)] {
        let (x, y) = (cx + sx * dx, y + sy * dy);
        pen.alpha(&disc(x + 1.0, y + 2.0, size + 1.0), Rgb::BLACK, 0.4);
        pen.path(&disc(x, y, size), "#b9bcc4");
        pen.path(&disc(x, y, size * 0.45), "#3c3a40");
    }
}

/// A truck with its two wheels, seen from below.
fn truck(pen: &mut Pen<'_>, cx: f32, y: f32, half: f32, wheel: Rgb) {
    let steel = pen.lin(
        [0.0, 0.0, 0.0, 1.0],
        &[(0.0, Rgb(244, 244, 246), 1.0), (0.5, Rgb(160, 162, 170), 1.0), (1.0, Rgb(96, 98, 106), 1.0)],
    );
    pen.shadow(&round(r(cx - half * 0.34, y - half * 0.42, half * 0.68, half * 0.84), 8.0), 3.0, 6.0, 8.0);
    pen.path(&round(r(cx - half * 0.34, y - half * 0.42, half * 0.68, half * 0.84), 8.0), &steel);
    pen.shadow(&round(r(cx - half, y - half * 0.12, half * 2.0, half * 0.24), 6.0), 4.0, 12.0, 12.0);
    pen.path(&round(r(cx - half, y - half * 0.12, half * 2.0, half * 0.24), 6.0), &steel);
    pen.path(&disc(cx, y - half * 0.04, half * 0.2), "#c94a3a");
    pen.path(&disc(cx, y - half * 0.04, half * 0.1), "#6a6c74");
    for side in [-1.0, 1.0] {
        let w = half * 0.46;
        let at = r(cx + side * half * 1.02 - w / 2.0, y - half * 0.34, w, half * 0.68);
        let d = round(at, w * 0.3);
        pen.shadow(&d, 6.0, 12.0, 14.0);
        let urethane =
            pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, wheel.lighter(0.45), 1.0), (0.45, wheel, 1.0), (1.0, wheel.darker(0.45), 1.0)]);
        pen.path(&d, &urethane);
        pen.alpha(&round(r(at.x + w * 0.2, at.y + 4.0, w * 0.6, half * 0.12), 4.0), Rgb::WHITE, 0.5);
    }
}

pub(super) fn skate(pen: &mut Pen<'_>, skate: Skate) -> Drawing {
    match skate {
        Skate::Deck => {
            pen.turn(7.0, 500.0, 500.0);
            let at = r(376.0, 40.0, 248.0, 920.0);
            graphic(pen, at, 6.0);
            bolts(pen, 500.0, 250.0, 24.0, 32.0, 7.0);
            bolts(pen, 500.0, 750.0, 24.0, 32.0, 7.0);
            pen.close();
            hanging(r(380.0, 330.0, 240.0, 340.0))
        }
        Skate::Complete => {
            pen.turn(-16.0, 500.0, 500.0);
            let at = r(378.0, 50.0, 244.0, 900.0);
            graphic(pen, at, 6.0);
            let wheel = pen.art.third;
            truck(pen, 500.0, 250.0, 100.0, wheel);
            truck(pen, 500.0, 752.0, 100.0, wheel);
            pen.close();
            hanging(r(380.0, 330.0, 240.0, 340.0))
        }
        Skate::Long => {
            pen.turn(24.0, 500.0, 500.0);
            let at = r(374.0, 20.0, 252.0, 960.0);
            graphic(pen, at, 24.0);
            let wheel = pen.art.second;
            truck(pen, 500.0, 190.0, 112.0, wheel);
            truck(pen, 500.0, 812.0, 112.0, wheel);
            pen.close();
            hanging(r(390.0, 320.0, 220.0, 360.0))
        }
        Skate::Trio => {
            let whole = r(140.0, 120.0, 720.0, 760.0);
            for i in 0..3 {
                let at = r(150.0 + i as f32 * 245.0, 110.0, 210.0, 780.0);
                let d = outline(at, 5.0);
                pen.shadow(&d, 9.0, 18.0, 24.0);
                pen.open("transform=\"translate(3 5)\"");
                pen.path(&d, &pen.body.darker(0.4).hex());
                pen.close();
                // One picture runs over all three.
                if pen.art.kind == DesignKind::Motif {
                    pen.clip(&d);
                    let tone = [pen.art.paper, pen.art.third, pen.art.paper].get(i).copied().unwrap_or(pen.art.paper);
                    pen.path(&d, &tone.hex());
                    pen.place(whole.inset(10.0));
                    pen.close();
                } else {
                    pen.cover(&d, whole, 150.0);
                }
                let hollow = pen.lin(
                    [0.0, 0.0, 1.0, 0.0],
                    &[
                        (0.0, Rgb(20, 10, 20), 0.3),
                        (0.15, Rgb::WHITE, 0.2),
                        (0.5, Rgb::WHITE, 0.03),
                        (1.0, Rgb(20, 10, 20), 0.36),
                    ],
                );
                pen.path(&d, &hollow);
                bolts(pen, at.cx(), 290.0, 20.0, 26.0, 6.0);
                bolts(pen, at.cx(), 712.0, 20.0, 26.0, 6.0);
            }
            hanging(whole.inset(90.0))
        }
        Skate::Finger => {
            // Beside a hand's worth of space: the top with grip, the underside with art.
            pen.turn(58.0, 500.0, 500.0);
            let above = r(560.0, 170.0, 190.0, 660.0);
            let d = outline(above, 4.0);
            pen.shadow(&d, 10.0, 14.0, 18.0);
            pen.path(&d, "#2a282c");
            for i in 0..120_u32 {
                let (x, y) = (above.x + 16.0 + ((i * 73) % 160) as f32, above.y + 40.0 + ((i * 137) % 580) as f32);
                pen.alpha(&disc(x, y, 1.8), Rgb::WHITE, 0.22);
            }
            bolts(pen, above.cx(), 330.0, 20.0, 26.0, 6.0);
            bolts(pen, above.cx(), 670.0, 20.0, 26.0, 6.0);
            let sheen = pen.sheen(0.8);
            pen.path(&d, &sheen);
            let at = r(290.0, 150.0, 210.0, 700.0);
            graphic(pen, at, 4.0);
            let wheel = pen.art.third;
            truck(pen, at.cx(), 316.0, 88.0, wheel);
            truck(pen, at.cx(), 690.0, 88.0, wheel);
            pen.close();
            lying(r(400.0, 330.0, 300.0, 300.0))
        }
    }
}
