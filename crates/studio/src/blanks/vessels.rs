//! What is turned on a wheel or a lathe: bottles, tumblers, glasses.

use super::{Drawing, Vessel, bowls, shape::turned, standing};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, Rect, oval, r, round},
};
pub(super) const SHADE: Rgb = Rgb(24, 12, 30);

/// A motif sits in the print area; anything else runs around the body. A picture too wide or too tall for what is seen
/// of the body becomes a band that shows it whole.
pub(super) fn around(pen: &mut Pen<'_>, outline: &str, area: Rect, print: Rect) {
    match pen.art.kind {
        DesignKind::Motif => pen.fit(print),
        DesignKind::Pattern => pen.cover(outline, area, area.w * 0.36),
        DesignKind::Full => {
            let shown = (area.w / area.h) / (pen.art.w / pen.art.h);
            if (0.72..1.4).contains(&shown) {
                pen.cover(outline, area, 0.0);
            } else {
                let wide = area.w * 1.04;
                let high = (wide * pen.art.h / pen.art.w).min(area.h * 0.86);
                let band = r(area.cx() - wide / 2.0, print.cy() - high / 2.0, wide, high);
                pen.clip(outline);
                pen.cover(&round(band, 0.0), band, 0.0);
                pen.hair(&round(band.inset(-4.0), 0.0), pen.art.paper, 4.0, 0.7);
                pen.close();
            }
        }
    }
}

pub(super) fn vessel(pen: &mut Pen<'_>, vessel: Vessel) -> Drawing {
    match vessel {
        Vessel::Tumbler => {
            coated(pen, &[(250.0, 150.0), (560.0, 140.0), (800.0, 112.0)], (0.1, r(390.0, 330.0, 220.0, 390.0)), Lid::Flat)
        }
        Vessel::Short => coated(
            pen,
            &[(330.0, 168.0), (470.0, 190.0), (640.0, 186.0), (740.0, 150.0), (780.0, 128.0)],
            (0.13, r(356.0, 390.0, 288.0, 300.0)),
            Lid::Flat,
        ),
        Vessel::Bottle => coated(
            pen,
            &[(290.0, 70.0), (330.0, 78.0), (380.0, 124.0), (440.0, 136.0), (830.0, 136.0)],
            (0.1, r(384.0, 440.0, 232.0, 350.0)),
            Lid::Loop,
        ),
        Vessel::Sport => coated(
            pen,
            &[(300.0, 104.0), (380.0, 132.0), (470.0, 128.0), (560.0, 118.0), (640.0, 130.0), (820.0, 128.0)],
            (0.12, r(392.0, 400.0, 216.0, 380.0)),
            Lid::Spout,
        ),
        Vessel::Thermos => {
            coated(pen, &[(310.0, 118.0), (350.0, 128.0), (840.0, 128.0)], (0.1, r(390.0, 400.0, 220.0, 390.0)), Lid::Cup)
        }
        Vessel::Pint => {
            glass(pen, 500.0, &[(210.0, 150.0), (500.0, 136.0), (800.0, 108.0)], r(390.0, 340.0, 220.0, 360.0), Glass::Plain)
        }
        Vessel::Can => glass(
            pen,
            500.0,
            &[(220.0, 128.0), (262.0, 150.0), (300.0, 156.0), (730.0, 156.0), (774.0, 146.0), (800.0, 126.0)],
            r(370.0, 340.0, 260.0, 370.0),
            Glass::Straw,
        ),
        Vessel::Tea => tea_pair(pen),
        Vessel::Bowl => bowls::bowl(pen, 280.0, (400.0, 720.0), false),
        Vessel::Ramen => bowls::bowl(pen, 325.0, (380.0, 740.0), true),
        Vessel::PetBowl => bowls::pet_bowl(pen),
        Vessel::Candle => bowls::candle(pen),
        Vessel::Pot => bowls::pot(pen),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Lid {
    Flat,
    Loop,
    Spout,
    Cup,
}

/// Powder-coated steel: satin, with steel showing at the neck.
fn coated(pen: &mut Pen<'_>, profile: &[(f32, f32)], (tilt, print): (f32, Rect), lid: Lid) -> Drawing {
    let cx = 500.0;
    let (top, rt) = profile.first().copied().unwrap_or_default();
    let (base, rb) = profile.last().copied().unwrap_or_default();
    let wide = profile.iter().fold(0.0_f32, |w, p| w.max(p.1));
    pen.contact(cx, base + rb * tilt * 0.5, rb * 1.04);
    let body = pen.body;
    let outline = turned(cx, profile, tilt);
    pen.path(&outline, &body.hex());
    let area = r(cx - wide, top, wide * 2.0, base - top + rb * tilt);
    around(pen, &outline, area, print);
    pen.clip(&outline);
    let barrel = pen.barrel(if body.is_dark() { 1.0 } else { 0.85 });
    pen.path(&round(area, 0.0), &barrel);
    let foot = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, SHADE, 0.22), (0.05, SHADE, 0.0), (0.9, SHADE, 0.0), (1.0, SHADE, 0.3)]);
    pen.path(&round(area, 0.0), &foot);
    pen.close();
    let steel = |pen: &mut Pen<'_>| {
        pen.lin(
            [0.0, 0.0, 1.0, 0.0],
            &[
                (0.0, Rgb(96, 98, 104), 1.0),
                (0.2, Rgb(238, 240, 242), 1.0),
                (0.4, Rgb(168, 172, 178), 1.0),
                (0.62, Rgb(228, 230, 233), 1.0),
                (0.86, Rgb(112, 115, 122), 1.0),
                (1.0, Rgb(150, 153, 160), 1.0),
            ],
        )
    };
    let dark = Rgb(44, 44, 50);
    let band = |pen: &mut Pen<'_>, profile: &[(f32, f32)], paint: &str, gloss: f32| {
        let d = turned(cx, profile, tilt);
        pen.path(&d, paint);
        let barrel = pen.barrel(gloss);
        pen.path(&d, &barrel);
        let (y, radius) = profile.first().copied().unwrap_or_default();
        pen.alpha(&oval(cx, y, radius - 3.0, (radius - 3.0) * tilt), Rgb::WHITE, 0.16);
    };
    match lid {
        Lid::Flat => {
            let paint = steel(pen);
            pen.path(&turned(cx, &[(top - 12.0, rt), (top + 4.0, rt + 1.0)], tilt), &paint);
            band(pen, &[(top - 44.0, rt - 10.0), (top - 34.0, rt + 5.0), (top - 12.0, rt + 5.0)], &dark.hex(), 1.1);
            pen.path(&oval(cx, top - 44.0, rt - 26.0, (rt - 26.0) * tilt), "#35353b");
            pen.rect(cx + 20.0, top - 54.0, 62.0, 14.0, 7.0, "#1e1e23");
        }
        Lid::Loop => {
            let paint = steel(pen);
            pen.path(&turned(cx, &[(top - 18.0, rt - 4.0), (top + 8.0, rt)], tilt), &paint);
            let handle = format!("M{} {}v-52q0 -36 36 -36h60q36 0 36 36v52", cx - 66.0, top - 64.0);
            pen.line(&handle, &dark.hex(), 26.0);
            pen.hair(&format!("M{} {}v-52q0 -30 30 -32", cx - 70.0, top - 70.0), Rgb::WHITE, 5.0, 0.3);
            band(pen, &[(top - 96.0, rt + 4.0), (top - 88.0, rt + 12.0), (top - 20.0, rt + 12.0)], &dark.hex(), 1.1);
        }
        Lid::Spout => {
            let cap = pen.art.accent;
            band(pen, &[(top - 64.0, rt - 10.0), (top - 50.0, rt + 6.0), (top + 4.0, rt + 6.0)], &dark.hex(), 1.0);
            band(pen, &[(top - 130.0, 34.0), (top - 100.0, 40.0), (top - 66.0, 58.0)], &cap.hex(), 1.0);
            band(pen, &[(top - 160.0, 24.0), (top - 130.0, 26.0)], "#f2efe8", 1.0);
        }
        Lid::Cup => {
            let paint = steel(pen);
            pen.path(&turned(cx, &[(top - 14.0, rt - 2.0), (top + 4.0, rt)], tilt), &paint);
            let cap = body.darker(0.2);
            band(pen, &[(top - 150.0, rt - 14.0), (top - 136.0, rt - 2.0), (top - 14.0, rt + 2.0)], &cap.hex(), 1.0);
            let paint = steel(pen);
            pen.path(&turned(cx, &[(base - 14.0, rb + 0.5), (base, rb)], tilt), &paint);
        }
    }
    standing(base, print)
}

#[derive(Clone, Copy, PartialEq)]
enum Glass {
    Plain,
    Straw,
    Tea,
}

fn glass(pen: &mut Pen<'_>, cx: f32, profile: &[(f32, f32)], print: Rect, style: Glass) -> Drawing {
    let tilt = 0.14;
    let (top, rt) = profile.first().copied().unwrap_or_default();
    let (base, rb) = profile.last().copied().unwrap_or_default();
    let wide = profile.iter().fold(0.0_f32, |w, p| w.max(p.1));
    pen.contact(cx, base + rb * tilt * 0.5, rb * 1.05);
    let caustic = pen.rad([0.5, 0.5, 0.5], &[(0.0, Rgb::WHITE, 0.5), (1.0, Rgb::WHITE, 0.0)]);
    pen.path(&oval(cx + rb * 0.7, base + 22.0, rb * 0.5, 14.0), &caustic);
    let outline = turned(cx, profile, tilt);
    let clear = pen.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[
            (0.0, Rgb(226, 238, 240), 0.72),
            (0.14, Rgb::WHITE, 0.34),
            (0.5, Rgb(235, 244, 246), 0.3),
            (0.88, Rgb::WHITE, 0.34),
            (1.0, Rgb(196, 214, 220), 0.75),
        ],
    );
    if style == Glass::Straw {
        pen.line(&format!("M{} {}L{} {}", cx + 8.0, base - 40.0, cx + 74.0, top - 130.0), &pen.art.accent.hex(), 20.0);
        pen.hair(&format!("M{} {}L{} {}", cx + 3.0, base - 40.0, cx + 69.0, top - 130.0), Rgb::WHITE, 5.0, 0.45);
    }
    pen.path(&outline, &clear);
    // What is in it, a shade of the artwork's third colour.
    let drink = match style {
        Glass::Tea => Rgb(178, 74, 26),
        Glass::Straw => Rgb(214, 176, 128),
        Glass::Plain => pen.art.third.lighter(0.35),
    };
    let level = top + (base - top) * 0.17;
    pen.clip(&outline);
    let liquid = pen.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, drink.darker(0.2), 0.78), (0.3, drink.lighter(0.3), 0.6), (0.7, drink, 0.66), (1.0, drink.darker(0.28), 0.8)],
    );
    pen.path(
        &format!("M{} {level}A{wide} {} 0 0 0 {} {level}V{}H{}z", cx - wide, wide * tilt, cx + wide, base - 14.0, cx - wide),
        &liquid,
    );
    pen.alpha(&oval(cx, level, wide - 4.0, wide * tilt), drink.lighter(0.45), 0.85);
    if style == Glass::Straw {
        for (x, y, turn) in [(-60.0, 40.0, 12.0), (20.0, 24.0, -18.0), (-10.0, 110.0, 30.0)] {
            pen.turn(turn, cx + x, level + y);
            pen.open("fill-opacity=\"0.34\"");
            pen.rect(cx + x, level + y, 74.0, 70.0, 14.0, "#ffffff");
            pen.close();
            pen.close();
        }
    }
    let thick = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb::WHITE, 0.1), (0.5, Rgb::WHITE, 0.55), (1.0, Rgb(180, 205, 212), 0.5)]);
    pen.rect(cx - wide, base - 16.0, wide * 2.0, 60.0, 0.0, &thick);
    pen.close();
    if pen.art.kind == DesignKind::Motif {
        pen.fit(print);
    } else {
        pen.cover(&round(print, 10.0), print, 0.0);
    }
    pen.clip(&outline);
    let barrel = pen.barrel(0.4);
    pen.path(&round(r(cx - wide, top, wide * 2.0, base - top + 40.0), 0.0), &barrel);
    pen.close();
    let shine = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb::WHITE, 0.9), (1.0, Rgb::WHITE, 0.12)]);
    pen.line(
        &format!("M{} {}L{} {}", cx - wide * 0.82, top + 50.0, cx - wide * 0.74 + (rb - rt).min(0.0) * -0.2, base - 60.0),
        &shine,
        10.0,
    );
    pen.hair(&oval(cx, top, rt - 2.0, rt * tilt), Rgb::WHITE, 5.0, 0.8);
    pen.hair(&outline, Rgb(120, 150, 160), 2.0, 0.35);
    standing(base, print)
}

fn tea_pair(pen: &mut Pen<'_>) -> Drawing {
    let profile = [(300.0, 118.0), (420.0, 98.0), (540.0, 84.0), (660.0, 110.0), (740.0, 112.0), (780.0, 76.0)];
    glass(
        pen,
        660.0,
        &[(270.0, 108.0), (390.0, 92.0), (500.0, 78.0), (615.0, 101.0), (690.0, 103.0), (730.0, 70.0)],
        r(590.0, 490.0, 140.0, 170.0),
        Glass::Tea,
    );
    let front = r(270.0, 500.0, 160.0, 220.0);
    glass(pen, 350.0, &profile, front, Glass::Tea);
    standing(780.0, front)
}
