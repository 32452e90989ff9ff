//! Open vessels: bowls, a candle's jar, a plant's pot.

use super::{
    Drawing,
    shape::turned,
    standing,
    vessels::{SHADE, around},
};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, oval, r, round},
};

pub(super) fn bowl(pen: &mut Pen<'_>, radius: f32, (top, base): (f32, f32), ramen: bool) -> Drawing {
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

pub(super) fn pet_bowl(pen: &mut Pen<'_>) -> Drawing {
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

pub(super) fn candle(pen: &mut Pen<'_>) -> Drawing {
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

pub(super) fn pot(pen: &mut Pen<'_>) -> Drawing {
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
