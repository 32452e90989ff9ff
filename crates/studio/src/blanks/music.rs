//! Records, tapes, discs, picks.

use super::{Drawing, Record, lying, standing};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, Rect, disc, r, round},
};

fn square(cx: f32, cy: f32, half: f32) -> Rect {
    r(cx - half, cy - half, half * 2.0, half * 2.0)
}

/// A pressed record with its label.
fn pressing(pen: &mut Pen<'_>, cx: f32, cy: f32, radius: f32, big_hole: bool) {
    let wax = pen.body;
    let d = disc(cx, cy, radius);
    pen.shadow(&d, 8.0, 14.0, 24.0);
    let paint = pen.rad([0.5, 0.5, 0.5], &[(0.0, wax.lighter(0.12), 1.0), (0.9, wax, 1.0), (1.0, wax.darker(0.3), 1.0)]);
    pen.path(&d, &paint);
    let mut k = 0.97;
    while k > 0.42 {
        pen.hair(&disc(cx, cy, radius * k), Rgb::BLACK, 1.6, 0.3);
        pen.hair(&disc(cx, cy, radius * (k - 0.012)), Rgb::WHITE, 1.0, 0.1);
        k -= 0.045;
    }
    // Light lies on the grooves as two fans.
    pen.clip(&d);
    for (turn, alpha) in [(-38.0, 0.34), (142.0, 0.28)] {
        pen.turn(turn, cx, cy);
        let fan = pen.lin([0.0, 0.0, 1.0, 0.0], &[(0.0, Rgb::WHITE, 0.0), (0.5, Rgb::WHITE, alpha), (1.0, Rgb::WHITE, 0.0)]);
        pen.path(&format!("M{cx} {cy}L{} {}H{}z", cx - radius * 0.42, cy - radius * 1.1, cx + radius * 0.42), &fan);
        pen.close();
    }
    pen.close();
    let label = disc(cx, cy, radius * if big_hole { 0.46 } else { 0.36 });
    pen.path(&label, &pen.art.paper.hex());
    pen.cover(&label, square(cx, cy, radius * 0.42), radius * 0.18);
    pen.hair(&label, Rgb::BLACK, 2.0, 0.3);
    pen.path(&disc(cx, cy, radius * if big_hole { 0.15 } else { 0.026 }), "#efe9de");
    if big_hole {
        pen.hair(&disc(cx, cy, radius * 0.15), Rgb::BLACK, 3.0, 0.4);
    }
}

pub(super) fn record(pen: &mut Pen<'_>, record: Record) -> Drawing {
    if record == Record::Picture {
        let d = disc(500.0, 500.0, 380.0);
        pen.shadow(&d, 8.0, 14.0, 26.0);
        pen.path(&d, &pen.art.paper.hex());
        pen.cover(&d, square(500.0, 500.0, 380.0), 0.0);
        let mut k = 0.97;
        while k > 0.3 {
            pen.hair(&disc(500.0, 500.0, 380.0 * k), Rgb::BLACK, 1.4, 0.14);
            pen.hair(&disc(500.0, 500.0, 380.0 * k - 3.0), Rgb::WHITE, 1.2, 0.16);
            k -= 0.035;
        }
        pen.clip(&d);
        for (turn, alpha) in [(-38.0, 0.44), (142.0, 0.36)] {
            pen.turn(turn, 500.0, 500.0);
            let fan = pen.lin([0.0, 0.0, 1.0, 0.0], &[(0.0, Rgb::WHITE, 0.0), (0.5, Rgb::WHITE, alpha), (1.0, Rgb::WHITE, 0.0)]);
            pen.path("M500 500L340 90H660z", &fan);
            pen.close();
        }
        pen.close();
        pen.hair(&disc(500.0, 500.0, 376.0), Rgb::BLACK, 6.0, 0.4);
        pen.path(&disc(500.0, 500.0, 10.0), "#f4efe6");
        pen.hair(&disc(500.0, 500.0, 10.0), Rgb::BLACK, 3.0, 0.4);
        return lying(square(500.0, 500.0, 250.0));
    }
    let seven = record == Record::Seven;
    let side = if seven { 520.0 } else { 620.0 };
    let base = 500.0 + side / 2.0;
    let sleeve = r(if seven { 170.0 } else { 110.0 }, base - side, side, side);
    pen.contact(500.0, base, side * 0.62);
    pressing(pen, sleeve.x + side * if seven { 0.98 } else { 0.96 }, sleeve.cy(), side * 0.46, seven);
    let d = round(sleeve, 3.0);
    pen.shadow(&d, 10.0, 10.0, 22.0);
    pen.path(&round(r(sleeve.x + 4.0, sleeve.y + 4.0, side, side - 4.0), 3.0), "#d8d0c4");
    pen.path(&d, &pen.art.paper.hex());
    pen.cover(&d, sleeve, 0.0);
    let card = pen.lin(
        [0.0, 0.0, 1.0, 0.3],
        &[
            (0.0, Rgb::BLACK, 0.26),
            (0.012, Rgb::WHITE, 0.35),
            (0.05, Rgb::WHITE, 0.05),
            (0.35, Rgb::WHITE, 0.14),
            (0.5, Rgb::WHITE, 0.0),
            (0.97, Rgb(20, 10, 20), 0.12),
            (1.0, Rgb(20, 10, 20), 0.34),
        ],
    );
    pen.path(&d, &card);
    // Ring wear, barely.
    pen.hair(&disc(sleeve.cx(), sleeve.cy(), side * 0.455), Rgb::WHITE, 3.0, 0.1);
    standing(base, sleeve.inset(50.0))
}

pub(super) fn cassette(pen: &mut Pen<'_>) -> Drawing {
    let shell = pen.body;
    // The case behind, with its card.
    let case = r(120.0, 160.0, 480.0, 600.0);
    pen.turn(-8.0, case.cx(), case.cy());
    let d = round(case, 12.0);
    pen.shadow(&d, 10.0, 18.0, 28.0);
    pen.path(&d, &pen.art.paper.hex());
    pen.cover(&d, case, 0.0);
    let plastic = pen.lin(
        [0.0, 0.0, 1.0, 1.0],
        &[
            (0.0, Rgb::WHITE, 0.5),
            (0.3, Rgb::WHITE, 0.05),
            (0.42, Rgb::WHITE, 0.26),
            (0.5, Rgb::WHITE, 0.02),
            (1.0, Rgb(20, 10, 30), 0.24),
        ],
    );
    pen.path(&d, &plastic);
    pen.hair(&round(case.inset(5.0), 9.0), Rgb::WHITE, 5.0, 0.6);
    pen.close();
    let at = r(290.0, 440.0, 590.0, 380.0);
    pen.turn(7.0, at.cx(), at.cy());
    let d = round(at, 26.0);
    pen.shadow(&d, 12.0, 22.0, 30.0);
    pen.path(&round(r(at.x + 3.0, at.y + 8.0, at.w, at.h), 26.0), &shell.darker(0.5).hex());
    let body =
        pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, shell.lighter(0.3), 1.0), (0.5, shell, 1.0), (1.0, shell.darker(0.24), 1.0)]);
    pen.path(&d, &body);
    pen.hair(&round(at.inset(4.0), 23.0), Rgb::WHITE, 3.0, 0.3);
    let label = r(at.x + 36.0, at.y + 32.0, at.w - 72.0, 236.0);
    pen.cover(&round(label, 14.0), label, 84.0);
    pen.path(&round(r(label.x, label.y, label.w, 44.0), 14.0), &pen.art.paper.hex());
    pen.line(&format!("M{} {}h{}", label.x + 24.0, label.y + 24.0, label.w * 0.5), &pen.art.ink.hex(), 5.0);
    let window = r(at.x + 130.0, at.y + 128.0, at.w - 260.0, 110.0);
    pen.path(&round(window, 50.0), "#f2eee6");
    pen.hair(&round(window, 50.0), Rgb::BLACK, 4.0, 0.4);
    pen.rect(window.cx() - 50.0, window.y + 22.0, 100.0, 66.0, 6.0, "#4a3a34");
    for (x, wound) in [(window.x + 58.0, 44.0), (window.x + window.w - 58.0, 30.0)] {
        pen.path(&disc(x, window.cy(), wound), "#3c2f2b");
        pen.path(&disc(x, window.cy(), 27.0), "#fbf8f2");
        for k in 0..6 {
            pen.turn(k as f32 * 60.0, x, window.cy());
            pen.rect(x - 3.5, window.cy() - 26.0, 7.0, 12.0, 2.0, "#4a464c");
            pen.close();
        }
        pen.hair(&disc(x, window.cy(), 27.0), Rgb::BLACK, 3.0, 0.3);
    }
    let foot = format!("M{} {}l26 -76h{}l26 76z", at.x + 110.0, at.y + at.h, at.w - 272.0);
    pen.path(&foot, &shell.darker(0.14).hex());
    pen.hair(&foot, Rgb::BLACK, 3.0, 0.26);
    for x in [at.x + 200.0, at.x + at.w - 200.0] {
        pen.path(&disc(x, at.y + at.h - 30.0, 12.0), "#2a262b");
    }
    for (x, y) in [(24.0, 24.0), (at.w - 24.0, 24.0), (24.0, at.h - 24.0), (at.w - 24.0, at.h - 24.0)] {
        pen.path(&disc(at.x + x, at.y + y, 9.0), "#a9abb3");
        pen.line(&format!("M{} {}h10", at.x + x - 5.0, at.y + y), "#4a4a52", 3.0);
    }
    let sheen = pen.sheen(0.9);
    pen.path(&d, &sheen);
    pen.close();
    lying(r(330.0, 470.0, 480.0, 250.0))
}

pub(super) fn cd(pen: &mut Pen<'_>) -> Drawing {
    let base = 770.0;
    let case = r(130.0, 250.0, 560.0, 520.0);
    pen.contact(500.0, base, 350.0);
    let (cx, cy, radius) = (650.0, 510.0, 236.0);
    let d = disc(cx, cy, radius);
    pen.shadow(&d, 8.0, 12.0, 20.0);
    pen.path(&d, "#dfe2e8");
    let hues = [Rgb(255, 190, 200), Rgb(255, 236, 170), Rgb(180, 240, 200), Rgb(160, 214, 250), Rgb(214, 190, 250)];
    for (i, hue) in hues.into_iter().enumerate() {
        pen.turn(i as f32 * 17.0 - 20.0, cx, cy);
        pen.alpha(&format!("M{cx} {cy}L{} {}L{} {}z", cx + radius * 0.97, cy - 44.0, cx + radius * 0.97, cy + 44.0), hue, 0.75);
        pen.alpha(&format!("M{cx} {cy}L{} {}L{} {}z", cx - radius * 0.97, cy - 44.0, cx - radius * 0.97, cy + 44.0), hue, 0.55);
        pen.close();
    }
    pen.hair(&disc(cx, cy, radius - 4.0), Rgb::WHITE, 5.0, 0.8);
    pen.path(&disc(cx, cy, 62.0), "#c6cad2");
    pen.path(&disc(cx, cy, 30.0), "#f4f1ea");
    let d = round(case, 6.0);
    pen.shadow(&d, 8.0, 8.0, 18.0);
    pen.path(&d, "#26242a");
    let card = r(case.x + 46.0, case.y + 6.0, case.w - 52.0, case.h - 12.0);
    pen.path(&round(card, 2.0), &pen.art.paper.hex());
    pen.cover(&round(card, 2.0), card, 0.0);
    let hinge = pen
        .lin([0.0, 0.0, 1.0, 0.0], &[(0.0, Rgb(60, 58, 66), 1.0), (0.5, Rgb(110, 108, 118), 1.0), (1.0, Rgb(40, 38, 44), 1.0)]);
    pen.rect(case.x, case.y, 42.0, case.h, 5.0, &hinge);
    for i in 0..26 {
        pen.hair(&format!("M{} {}h26", case.x + 8.0, case.y + 16.0 + i as f32 * 19.4), Rgb::WHITE, 2.0, 0.16);
    }
    let plastic = pen.lin(
        [0.0, 0.0, 1.0, 1.0],
        &[
            (0.0, Rgb::WHITE, 0.5),
            (0.26, Rgb::WHITE, 0.05),
            (0.38, Rgb::WHITE, 0.3),
            (0.46, Rgb::WHITE, 0.02),
            (1.0, Rgb(20, 10, 30), 0.2),
        ],
    );
    pen.path(&d, &plastic);
    pen.hair(&round(case.inset(2.0), 5.0), Rgb::WHITE, 3.0, 0.6);
    standing(base, card.inset(40.0))
}

pub(super) fn picks(pen: &mut Pen<'_>) -> Drawing {
    let body = pen.body;
    let focus = r(380.0, 360.0, 280.0, 280.0);
    for (i, (cx, cy, turn, size)) in [
        (270.0, 260.0, -24.0, 0.86),
        (560.0, 200.0, 14.0, 0.8),
        (800.0, 400.0, 40.0, 0.8),
        (230.0, 640.0, 20.0, 0.84),
        (520.0, 500.0, -6.0, 1.15),
        (730.0, 730.0, -22.0, 0.86),
    ]
    .into_iter()
    .enumerate()
    {
        let s = size;
        let d = format!(
            "M{cx} {}C{} {} {} {} {} {}C{} {} {} {} {cx} {}C{} {} {} {} {} {}C{} {} {} {} {cx} {}z",
            cy - 150.0 * s,
            cx + 90.0 * s,
            cy - 150.0 * s,
            cx + 150.0 * s,
            cy - 130.0 * s,
            cx + 146.0 * s,
            cy - 80.0 * s,
            cx + 138.0 * s,
            cy + 20.0 * s,
            cx + 50.0 * s,
            cy + 160.0 * s,
            cy + 160.0 * s,
            cx - 50.0 * s,
            cy + 160.0 * s,
            cx - 138.0 * s,
            cy + 20.0 * s,
            cx - 146.0 * s,
            cy - 80.0 * s,
            cx - 150.0 * s,
            cy - 130.0 * s,
            cx - 90.0 * s,
            cy - 150.0 * s,
            cy - 150.0 * s
        );
        let tones = [body, pen.art.second, pen.art.third, pen.art.accent, body, pen.art.paper];
        let tone = tones.get(i).copied().unwrap_or(body);
        pen.turn(turn, cx, cy);
        pen.shadow(&d, 6.0, 10.0, 14.0);
        pen.path(&d, &tone.hex());
        let area = r(cx - 92.0 * s, cy - 116.0 * s, 184.0 * s, 176.0 * s);
        if pen.art.kind == DesignKind::Motif {
            pen.place(area.inset(4.0));
        } else {
            pen.cover(&d, r(cx - 150.0 * s, cy - 150.0 * s, 300.0 * s, 310.0 * s), 90.0);
        }
        let pearl = pen.lin(
            [0.0, 0.0, 1.0, 1.0],
            &[
                (0.0, Rgb::WHITE, 0.5),
                (0.35, Rgb::WHITE, 0.04),
                (0.5, Rgb::WHITE, 0.2),
                (0.6, Rgb::WHITE, 0.0),
                (1.0, Rgb(20, 10, 30), 0.26),
            ],
        );
        pen.path(&d, &pearl);
        pen.hair(&d, Rgb::WHITE, 3.0, 0.4);
        pen.close();
    }
    lying(focus)
}
