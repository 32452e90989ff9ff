//! What is turned on a wheel or a lathe: cups, bottles, glasses, bowls, pots, candles.

use super::{Drawing, Mug, Vessel, shape::turned, standing};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, Rect, oval, r, round},
};

const SHADE: Rgb = Rgb(24, 12, 30);

/// A motif sits in the print area; anything else runs around the body. A picture too wide or too tall for what is seen
/// of the body becomes a band that shows it whole.
fn around(pen: &mut Pen<'_>, outline: &str, area: Rect, print: Rect) {
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

pub(super) fn mug(pen: &mut Pen<'_>, mug: Mug) -> Drawing {
    let cx = 455.0;
    // (top radius, bottom radius, top, base, handle reach)
    let (rt, rb, top, base, reach) = match mug {
        Mug::Classic | Mug::TwoTone => (222.0, 214.0, 270.0, 770.0, 150.0),
        Mug::Large => (258.0, 246.0, 210.0, 790.0, 150.0),
        Mug::Latte => (262.0, 158.0, 235.0, 780.0, 130.0),
        Mug::Espresso => (180.0, 142.0, 395.0, 770.0, 112.0),
        Mug::Enamel => (226.0, 214.0, 300.0, 770.0, 140.0),
    };
    let tilt = 0.16;
    let belly = match mug {
        Mug::Latte => vec![(top, rt), (top + (base - top) * 0.5, rt * 0.9), (base - 50.0, rb * 1.18), (base, rb)],
        Mug::Espresso => vec![(top, rt), (top + 180.0, rt * 0.98), (base - 50.0, rb * 1.14), (base, rb)],
        _ => vec![(top, rt), (base - 60.0, rb + 3.0), (base - 16.0, rb), (base, rb - 16.0)],
    };
    let body = pen.body;
    let two = mug == Mug::TwoTone;
    let outside = if two { Rgb(247, 245, 240) } else { body };
    let inside = if two { body } else { outside };
    pen.contact(cx + 20.0, base + rb * tilt * 0.55, rb * 1.02);

    let (x0, y0, y1) = (cx + rt * 0.93, top + (base - top) * 0.17, top + (base - top) * 0.74);
    let far = cx + rt + reach;
    let handle = format!(
        "M{x0} {y0}C{} {} {far} {} {far} {}C{far} {} {} {} {} {y1}",
        x0 + reach * 0.6,
        y0 - 16.0,
        y0 + 10.0,
        y0 + (y1 - y0) * 0.42,
        y1 - 50.0,
        x0 + reach * 0.8,
        y1 + 6.0,
        x0 - (rt - rb) * 0.55
    );
    let thick = if mug == Mug::Enamel {
        26.0
    } else if mug == Mug::Espresso {
        32.0
    } else {
        44.0
    };
    let ring = if two { body } else { outside };
    pen.line(&handle, &ring.darker(0.42).hex(), thick);
    pen.open("transform=\"translate(-3 -3)\"");
    pen.line(&handle, &ring.darker(0.1).hex(), thick - 7.0);
    pen.close();
    pen.open("transform=\"translate(-7 -7)\"");
    pen.hair(&handle, Rgb::WHITE, thick * 0.22, if ring.is_dark() { 0.22 } else { 0.7 });
    pen.close();

    let outline = turned(cx, &belly, tilt);
    pen.path(&outline, &outside.hex());
    let area = r(cx - rt, top, rt * 2.0, base - top + rb * tilt);
    let pr = rb.min(rt) * 0.84;
    let print = r(cx - pr - 6.0, top + rt * tilt + 32.0, pr * 2.0, base - top - rt * tilt - 70.0 + rb * tilt * 0.6);
    around(pen, &outline, area, print);
    pen.clip(&outline);
    let barrel = pen.barrel(if outside.is_dark() { 0.9 } else { 0.72 });
    pen.path(&round(area, 0.0), &barrel);
    let foot = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, SHADE, 0.0), (0.8, SHADE, 0.03), (1.0, SHADE, 0.32)]);
    pen.path(&round(area, 0.0), &foot);
    // A window's reflection on the glaze.
    let glint = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb::WHITE, 0.6), (0.7, Rgb::WHITE, 0.14), (1.0, Rgb::WHITE, 0.0)]);
    let gx = cx - rt * 0.77;
    pen.path(
        &format!(
            "M{gx} {}q14 8 34 12q-4 {} 2 {}q-22 -6 -34 -16q-8 -{} -2 -{}z",
            top + 62.0,
            (base - top) * 0.3,
            (base - top) * 0.62,
            (base - top) * 0.3,
            (base - top) * 0.6
        ),
        &glint,
    );
    pen.close();

    mouth(pen, cx, top, rt, tilt, inside, mug);
    standing(base, print)
}

/// The rim and what is seen inside.
fn mouth(pen: &mut Pen<'_>, cx: f32, top: f32, rt: f32, tilt: f32, inside: Rgb, mug: Mug) {
    let lip = if mug == Mug::Enamel { Rgb(38, 44, 70) } else { inside };
    let rim = oval(cx, top, rt, rt * tilt);
    let rim_paint = pen
        .lin([0.0, 0.0, 1.0, 0.0], &[(0.0, lip.darker(0.16), 1.0), (0.3, lip.lighter(0.55), 1.0), (1.0, lip.darker(0.2), 1.0)]);
    pen.path(&rim, &rim_paint);
    let thin = if mug == Mug::Enamel { 6.0 } else { 11.0 };
    let hole = oval(cx, top + 1.5, rt - thin, (rt - thin) * tilt);
    let deep = pen.lin(
        [0.0, 0.0, 1.0, 0.2],
        &[(0.0, inside.darker(0.5), 1.0), (0.55, inside.darker(0.26), 1.0), (1.0, inside.darker(0.08), 1.0)],
    );
    pen.path(&hole, &deep);
    pen.clip(&hole);
    let drink = if mug == Mug::Espresso || mug == Mug::Latte { Rgb(86, 52, 34) } else { Rgb(116, 62, 34) };
    let surface =
        pen.lin([0.0, 0.0, 1.0, 0.0], &[(0.0, drink.darker(0.4), 1.0), (0.6, drink, 1.0), (1.0, drink.lighter(0.25), 1.0)]);
    pen.path(&oval(cx, top + rt * tilt * 0.62, rt - 16.0, (rt - 16.0) * tilt), &surface);
    if mug == Mug::Latte {
        pen.alpha(&oval(cx + 6.0, top + rt * tilt * 0.6, rt * 0.6, rt * tilt * 0.5), Rgb(240, 216, 184), 0.9);
    }
    pen.close();
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
        Vessel::Bowl => bowl(pen, 280.0, (400.0, 720.0), false),
        Vessel::Ramen => bowl(pen, 325.0, (380.0, 740.0), true),
        Vessel::PetBowl => pet_bowl(pen),
        Vessel::Candle => candle(pen),
        Vessel::Pot => pot(pen),
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

fn bowl(pen: &mut Pen<'_>, radius: f32, (top, base): (f32, f32), ramen: bool) -> Drawing {
    let cx = 500.0;
    let tilt = 0.2;
    let body = pen.body;
    let foot = radius * 0.42;
    pen.contact(cx, base + foot * 0.12, foot * 1.2);
    let profile = [
        (top, radius),
        (top + (base - top) * 0.35, radius * 0.93),
        (base - 70.0, radius * 0.66),
        (base - 26.0, foot * 1.06),
        (base, foot),
    ];
    let outline = turned(cx, &profile, tilt);
    pen.path(&outline, &body.hex());
    let area = r(cx - radius, top, radius * 2.0, base - top);
    let print = r(cx - radius * 0.46, top + radius * tilt + 18.0, radius * 0.92, base - top - radius * tilt - 70.0);
    around(pen, &outline, area, print);
    pen.clip(&outline);
    let barrel = pen.barrel(0.75);
    pen.path(&round(r(cx - radius, top - 80.0, radius * 2.0, base - top + 160.0), 0.0), &barrel);
    let under = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.3, SHADE, 0.0), (1.0, SHADE, 0.42)]);
    pen.path(&outline, &under);
    pen.close();
    let rim_paint = pen
        .lin([0.0, 0.0, 1.0, 0.0], &[(0.0, body.darker(0.1), 1.0), (0.3, body.lighter(0.6), 1.0), (1.0, body.darker(0.16), 1.0)]);
    pen.path(&oval(cx, top, radius, radius * tilt), &rim_paint);
    let hole = oval(cx, top + 2.0, radius - 12.0, (radius - 12.0) * tilt);
    let inner = pen.lin([0.0, 0.0, 1.0, 0.3], &[(0.0, body.darker(0.42), 1.0), (1.0, body.lighter(0.1), 1.0)]);
    pen.path(&hole, &inner);
    pen.clip(&hole);
    let soup = if ramen { Rgb(201, 138, 66) } else { Rgb(240, 230, 214) };
    pen.path(&oval(cx, top + 20.0, radius * 0.86, radius * tilt * 0.86), &soup.hex());
    if ramen {
        for i in 0..7 {
            let y = top + 4.0 + i as f32 * 7.0;
            pen.hair(&format!("M{} {y}q70 -18 140 0t140 0", cx - 190.0 + i as f32 * 9.0), Rgb(246, 214, 132), 7.0, 0.95);
        }
        pen.path(&oval(cx + 130.0, top + 18.0, 70.0, 22.0), "#fbf6ea");
        pen.path(&oval(cx + 134.0, top + 17.0, 34.0, 12.0), "#f0a028");
        pen.path(&oval(cx - 40.0, top + 44.0, 40.0, 9.0), "#5a8a44");
    } else {
        for (x, y, c) in [
            (-90.0, 14.0, "#b8433c"),
            (-40.0, 30.0, "#39466f"),
            (10.0, 10.0, "#b8433c"),
            (70.0, 28.0, "#39466f"),
            (120.0, 12.0, "#d99a34"),
            (-10.0, 42.0, "#d99a34"),
        ] {
            pen.path(&oval(cx + x, top + y, 19.0, 11.0), c);
        }
    }
    pen.close();
    if ramen {
        for dx in [0.0, 26.0] {
            let d = format!("M{} {}L{} {}", cx - 300.0 + dx, top - 6.0 + dx, cx + 390.0 + dx * 0.3, top - 86.0 + dx * 0.9);
            pen.hair(&d, SHADE, 18.0, 0.16);
            pen.line(&d, "#5a2d20", 13.0);
            pen.hair(&d, Rgb(190, 110, 80), 3.5, 0.8);
        }
    }
    standing(base, print)
}

fn pet_bowl(pen: &mut Pen<'_>) -> Drawing {
    let (cx, top, base, tilt) = (500.0, 440.0, 700.0, 0.2);
    let body = pen.body;
    pen.contact(cx, base + 40.0, 320.0);
    let outline = turned(cx, &[(top, 250.0), (base - 30.0, 318.0), (base, 322.0)], tilt);
    pen.path(&outline, &body.hex());
    let print = r(370.0, 506.0, 260.0, 210.0);
    around(pen, &outline, r(180.0, top, 640.0, 330.0), print);
    let barrel = pen.barrel(0.8);
    pen.path(&outline, &barrel);
    pen.path(&oval(cx, top, 250.0, 50.0), &body.lighter(0.4).hex());
    let steel = pen.lin(
        [0.0, 0.0, 1.0, 0.2],
        &[
            (0.0, Rgb(110, 112, 118), 1.0),
            (0.4, Rgb(222, 224, 228), 1.0),
            (0.7, Rgb(150, 152, 160), 1.0),
            (1.0, Rgb(240, 240, 242), 1.0),
        ],
    );
    pen.path(&oval(cx, top + 2.0, 228.0, 43.0), &steel);
    pen.clip(&oval(cx, top + 2.0, 228.0, 43.0));
    for i in 0..34 {
        let x = cx - 170.0 + ((i * 53) % 340) as f32;
        let y = top - 4.0 + ((i * 29) % 36) as f32;
        let tone = if i % 3 == 0 { "#8a5a34" } else { "#a8713f" };
        pen.path(&oval(x, y, 15.0, 9.0), tone);
    }
    pen.close();
    standing(base, print)
}

fn candle(pen: &mut Pen<'_>) -> Drawing {
    let (cx, tilt) = (500.0, 0.17);
    let profile = [(330.0, 168.0), (760.0, 168.0), (790.0, 154.0)];
    let wax = pen.body;
    pen.contact(cx, 808.0, 160.0);
    let halo = pen.rad(
        [0.5, 0.5, 0.5],
        &[(0.0, Rgb(255, 226, 150), 0.75), (0.4, Rgb(255, 210, 120), 0.22), (1.0, Rgb(255, 200, 110), 0.0)],
    );
    pen.path(&oval(cx, 262.0, 230.0, 230.0), &halo);
    let outline = turned(cx, &profile, tilt);
    let jar = pen
        .lin([0.0, 0.0, 1.0, 0.0], &[(0.0, wax.darker(0.2), 1.0), (0.35, wax.lighter(0.35), 1.0), (1.0, wax.darker(0.28), 1.0)]);
    pen.path(&outline, &jar);
    let label = r(372.0, 450.0, 256.0, 270.0);
    pen.clip(&outline);
    let paper = pen.art.paper.hex();
    let band = format!(
        "M300 {}Q500 {} 700 {}V{}Q500 {} 300 {}z",
        label.y - 24.0,
        label.y + 20.0,
        label.y - 24.0,
        label.y + 282.0,
        label.y + 324.0,
        label.y + 282.0
    );
    pen.path(&band, &paper);
    if pen.art.kind == DesignKind::Motif {
        pen.fit(r(label.x + 14.0, label.y + 22.0, label.w - 28.0, label.h - 28.0));
    } else {
        pen.cover(&band, r(330.0, label.y - 20.0, 340.0, 330.0), 120.0);
    }
    let glow = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb(255, 220, 150), 0.55), (0.35, Rgb(255, 220, 150), 0.0)]);
    pen.path(&outline, &glow);
    let barrel = pen.barrel(0.85);
    pen.path(&outline, &barrel);
    pen.close();
    pen.path(&oval(cx, 330.0, 168.0, 28.0), &wax.lighter(0.7).hex());
    let pool = pen.rad([0.5, 0.4, 0.6], &[(0.0, Rgb(255, 236, 180), 1.0), (1.0, wax.darker(0.1), 1.0)]);
    pen.path(&oval(cx, 332.0, 158.0, 24.0), &pool);
    pen.line("M500 334V296", "#3a2a20", 5.0);
    let flame = pen.lin(
        [0.0, 0.0, 0.0, 1.0],
        &[(0.0, Rgb(255, 244, 200), 1.0), (0.6, Rgb(255, 190, 70), 1.0), (1.0, Rgb(240, 120, 40), 0.9)],
    );
    pen.path("M500 306C470 290 478 252 502 214C524 254 532 288 500 306z", &flame);
    standing(790.0, label)
}

fn pot(pen: &mut Pen<'_>) -> Drawing {
    let (cx, tilt) = (500.0, 0.15);
    let body = pen.body;
    pen.contact(cx, 838.0, 132.0);
    // Leaves first, so that the rim hides their stems.
    let greens = [Rgb(62, 107, 70), Rgb(84, 132, 84), Rgb(46, 86, 60), Rgb(106, 150, 92)];
    for (i, (turn, long)) in [
        (-64.0, 250.0),
        (58.0, 270.0),
        (-36.0, 340.0),
        (34.0, 350.0),
        (-12.0, 400.0),
        (12.0, 360.0),
        (-86.0, 190.0),
        (84.0, 200.0),
    ]
    .into_iter()
    .enumerate()
    {
        let tone = greens.get(i % 4).copied().unwrap_or(Rgb(62, 107, 70));
        pen.turn(turn, cx, 500.0);
        let d = format!(
            "M{cx} 500C{} {} {} {} {cx} {}C{} {} {} {} {cx} 500z",
            cx - 92.0,
            500.0 - long * 0.4,
            cx - 60.0,
            500.0 - long * 0.8,
            500.0 - long,
            cx + 60.0,
            500.0 - long * 0.8,
            cx + 92.0,
            500.0 - long * 0.4
        );
        let leaf = pen.lin(
            [0.0, 0.0, 1.0, 0.0],
            &[(0.0, tone.lighter(0.16), 1.0), (0.5, tone, 1.0), (0.51, tone.darker(0.16), 1.0), (1.0, tone.darker(0.26), 1.0)],
        );
        pen.path(&d, &leaf);
        pen.hair(&format!("M{cx} 500V{}", 520.0 - long), tone.lighter(0.4), 2.5, 0.6);
        pen.close();
    }
    let outline = turned(cx, &[(500.0, 198.0), (700.0, 172.0), (800.0, 142.0), (820.0, 130.0)], tilt);
    pen.path(&outline, &body.hex());
    let print = r(385.0, 560.0, 230.0, 240.0);
    around(pen, &outline, r(300.0, 470.0, 400.0, 380.0), print);
    let barrel = pen.barrel(0.85);
    pen.path(&outline, &barrel);
    pen.path(&oval(cx, 500.0, 198.0, 30.0), &body.lighter(0.35).hex());
    pen.path(&oval(cx, 503.0, 184.0, 25.0), "#4a3527");
    for (x, y) in [(-120.0, 0.0), (-60.0, 8.0), (30.0, 4.0), (96.0, 9.0), (140.0, -2.0)] {
        pen.alpha(&oval(cx + x, 503.0 + y, 22.0, 7.0), Rgb(120, 88, 62), 0.7);
    }
    // The front leaves fall over the rim.
    for (turn, long, tone) in [(-112.0, 170.0, Rgb(92, 140, 88)), (104.0, 180.0, Rgb(70, 118, 76))] {
        pen.turn(turn, cx, 492.0);
        let d = format!(
            "M{cx} 492C{} {} {} {} {cx} {}C{} {} {} {} {cx} 492z",
            cx - 56.0,
            492.0 - long * 0.4,
            cx - 40.0,
            492.0 - long * 0.8,
            492.0 - long,
            cx + 40.0,
            492.0 - long * 0.8,
            cx + 56.0,
            492.0 - long * 0.4
        );
        pen.path(&d, &tone.hex());
        pen.close();
    }
    standing(820.0, print)
}
