//! Cups with a handle.

use super::{
    Drawing, Mug,
    shape::turned,
    standing,
    vessels::{SHADE, around},
};
use crate::{
    colour::Rgb,
    pen::{Pen, oval, r, round},
};

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
