//! Balls and what spins or is gripped: an ornament, a globe, a beach ball, a yo-yo, wheels, a phone grip.

use super::{Drawing, hooked, lying, rounds::square, standing};
use crate::{
    colour::Rgb,
    pen::{Pen, disc, oval, r, round},
};

pub(super) fn bauble(pen: &mut Pen<'_>) -> Drawing {
    let metal = pen.body;
    pen.line("M500 210V40", "#8a6a48", 5.0);
    let (cx, cy, radius) = (500.0, 560.0, 300.0);
    let d = disc(cx, cy, radius);
    pen.shadow(&d, 16.0, 30.0, 44.0);
    pen.path(&d, &pen.art.paper.hex());
    pen.cover(&d, square(cx, cy, radius), 150.0);
    let ball = pen.rad(
        [0.36, 0.3, 0.8],
        &[
            (0.0, Rgb::WHITE, 0.5),
            (0.3, Rgb::WHITE, 0.06),
            (0.6, Rgb(20, 10, 40), 0.06),
            (0.85, Rgb(20, 10, 40), 0.46),
            (1.0, Rgb(20, 10, 40), 0.66),
        ],
    );
    pen.path(&d, &ball);
    let bounce = pen.rad([0.62, 0.9, 0.4], &[(0.0, pen.art.third.lighter(0.5), 0.45), (1.0, pen.art.third, 0.0)]);
    pen.path(&d, &bounce);
    let window = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb::WHITE, 0.9), (1.0, Rgb::WHITE, 0.2)]);
    pen.path("M330 420q50 -90 130 -112q-14 60 -20 108q-60 6 -110 4z", &window);
    pen.path("M322 440q50 2 112 -4q-6 50 -4 84q-66 8 -116 4q-4 -40 8 -84z", &window);
    let cap = pen.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, metal.darker(0.4), 1.0), (0.3, metal.lighter(0.7), 1.0), (0.6, metal, 1.0), (1.0, metal.darker(0.5), 1.0)],
    );
    pen.path("M440 230h120v50q-60 24 -120 0z", &cap);
    pen.line(&disc(500.0, 214.0, 24.0), &metal.darker(0.15).hex(), 8.0);
    hooked(46.0, square(cx, cy, 210.0))
}

pub(super) fn globe(pen: &mut Pen<'_>) -> Drawing {
    let base = 830.0;
    let wood = pen.body;
    pen.contact(500.0, base, 190.0);
    let foot = r(330.0, 796.0, 340.0, 36.0);
    pen.wood("M350 832q-30 0 -20 -20q20 -22 90 -26h160q70 4 90 26q10 20 -20 20z", foot, wood);
    let column = r(470.0, 690.0, 60.0, 110.0);
    pen.wood("M478 690h44q-6 60 16 100h-76q22 -40 16 -100z", column, wood.darker(0.1));
    let (cx, cy, radius) = (500.0, 430.0, 268.0);
    let brass = pen.lin(
        [0.0, 0.0, 1.0, 1.0],
        &[(0.0, Rgb(250, 226, 160), 1.0), (0.5, Rgb(176, 128, 56), 1.0), (1.0, Rgb(236, 200, 120), 1.0)],
    );
    let d = disc(cx, cy, radius);
    pen.path(&d, &pen.art.paper.hex());
    pen.cover(&d, square(cx, cy, radius), 0.0);
    // Meridians and parallels bend the flat artwork into a ball.
    pen.clip(&d);
    for k in [0.34, 0.7] {
        pen.hair(&oval(cx, cy, radius * k, radius), pen.art.third, 2.0, 0.4);
    }
    for k in [-0.55, 0.0, 0.55] {
        let half = radius * (1.0_f32 - k * k).sqrt();
        pen.hair(&format!("M{} {}q{half} {} {} 0", cx - half, cy + radius * k, half * 0.3, half * 2.0), pen.art.third, 2.0, 0.4);
    }
    pen.close();
    let ball = pen.rad(
        [0.36, 0.3, 0.82],
        &[
            (0.0, Rgb::WHITE, 0.42),
            (0.34, Rgb::WHITE, 0.02),
            (0.64, Rgb(10, 8, 30), 0.14),
            (0.88, Rgb(10, 8, 30), 0.55),
            (1.0, Rgb(10, 8, 30), 0.72),
        ],
    );
    pen.path(&d, &ball);
    pen.turn(-20.0, cx, cy);
    pen.line(&format!("M{cx} {}A{1} {1} 0 0 1 {cx} {2}", cy - radius - 26.0, radius + 26.0, cy + radius + 26.0), &brass, 20.0);
    for y in [cy - radius - 14.0, cy + radius + 14.0] {
        pen.path(&disc(cx, y, 17.0), &brass);
    }
    pen.close();
    let window = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb::WHITE, 0.6), (1.0, Rgb::WHITE, 0.05)]);
    pen.path("M340 300q46 -76 118 -96q-24 60 -32 104q-44 4 -86 -8z", &window);
    standing(base, square(cx, cy, 190.0))
}

pub(super) fn ball(pen: &mut Pen<'_>) -> Drawing {
    let (cx, cy, radius) = (500.0, 500.0, 310.0);
    pen.contact(cx, cy + radius - 6.0, 210.0);
    let d = disc(cx, cy, radius);
    let body = pen.body;
    pen.path(&d, "#f7f3ea");
    pen.clip(&d);
    // Panels in turn: the blank's colour, the artwork, white.
    for (i, turn) in [0.0, 60.0, 120.0, 180.0, 240.0, 300.0].into_iter().enumerate() {
        pen.turn(turn - 20.0, 440.0, 380.0);
        let wedge = "M440 380C540 380 760 300 1000 330C1040 560 860 820 640 860C620 640 560 480 440 380z";
        if i % 2 == 0 {
            pen.cover(wedge, r(440.0, 330.0, 420.0, 420.0), 120.0);
        } else {
            pen.path(wedge, &if i == 3 { Rgb(247, 243, 234) } else { body }.hex());
        }
        pen.close();
    }
    pen.path(&disc(440.0, 380.0, 44.0), &pen.art.accent.hex());
    pen.close();
    let round_light = pen.rad(
        [0.36, 0.28, 0.82],
        &[
            (0.0, Rgb::WHITE, 0.6),
            (0.3, Rgb::WHITE, 0.06),
            (0.6, Rgb(20, 10, 40), 0.05),
            (0.9, Rgb(20, 10, 40), 0.42),
            (1.0, Rgb(20, 10, 40), 0.56),
        ],
    );
    pen.path(&d, &round_light);
    pen.path("M330 330q40 -70 120 -96q-10 40 -20 70q-50 10 -100 26z", "#ffffff");
    standing(cy + radius, r(500.0, 380.0, 300.0, 300.0))
}

pub(super) fn yo_yo(pen: &mut Pen<'_>) -> Drawing {
    let body = pen.body;
    pen.line("M300 500C120 420 160 180 330 150C450 130 470 260 380 280C300 290 300 180 390 120", "#f0e8d8", 8.0);
    pen.hair("M300 500C120 420 160 180 330 150", Rgb(120, 100, 80), 2.0, 0.5);
    let (cx, cy, radius) = (540.0, 540.0, 300.0);
    let d = disc(cx, cy, radius);
    pen.shadow(&d, 14.0, 26.0, 40.0);
    pen.path(&disc(cx + 10.0, cy + 14.0, radius), &body.darker(0.55).hex());
    let plastic = pen.rad([0.38, 0.3, 0.76], &[(0.0, body.lighter(0.45), 1.0), (0.55, body, 1.0), (1.0, body.darker(0.5), 1.0)]);
    pen.path(&d, &plastic);
    pen.hair(&disc(cx, cy, radius - 26.0), Rgb::BLACK, 5.0, 0.22);
    pen.hair(&disc(cx, cy, radius - 31.0), Rgb::WHITE, 4.0, 0.4);
    let face = disc(cx, cy, 226.0);
    pen.path(&face, &pen.art.paper.hex());
    pen.cover(&face, square(cx, cy, 212.0), 0.0);
    let dome = pen.rad([0.36, 0.28, 0.8], &[(0.0, Rgb::WHITE, 0.5), (0.35, Rgb::WHITE, 0.03), (1.0, Rgb(20, 10, 30), 0.34)]);
    pen.path(&face, &dome);
    lying(square(cx, cy, 170.0))
}

pub(super) fn wheels(pen: &mut Pen<'_>) -> Drawing {
    let body = pen.body;
    for (cx, cy, radius) in [(330.0, 340.0, 190.0), (690.0, 330.0, 190.0), (310.0, 690.0, 190.0), (680.0, 690.0, 215.0)] {
        let d = disc(cx, cy, radius);
        pen.shadow(&d, 10.0, 18.0, 26.0);
        pen.path(&disc(cx + 6.0, cy + 9.0, radius), &body.darker(0.5).hex());
        let urethane =
            pen.rad([0.4, 0.34, 0.72], &[(0.0, body.lighter(0.4), 1.0), (0.7, body, 1.0), (1.0, body.darker(0.3), 1.0)]);
        pen.path(&d, &urethane);
        let band = disc(cx, cy, radius * 0.86);
        pen.cover(&band, square(cx, cy, radius * 0.86), radius * 0.5);
        pen.hair(&band, Rgb::WHITE, 4.0, 0.6);
        pen.path(&disc(cx, cy, radius * 0.4), &body.hex());
        let steel = pen.lin(
            [0.0, 0.0, 1.0, 1.0],
            &[(0.0, Rgb(246, 246, 248), 1.0), (0.5, Rgb(140, 142, 150), 1.0), (1.0, Rgb(220, 220, 226), 1.0)],
        );
        pen.path(&disc(cx, cy, radius * 0.3), &steel);
        pen.path(&disc(cx, cy, radius * 0.21), "#6b6d75");
        for k in 0..7 {
            pen.turn(k as f32 * 51.4, cx, cy);
            pen.path(&disc(cx, cy - radius * 0.21, radius * 0.045), "#d5d7dc");
            pen.close();
        }
        pen.path(&disc(cx, cy, radius * 0.12), "#1c1a1e");
        let dome = pen.rad([0.36, 0.28, 0.8], &[(0.0, Rgb::WHITE, 0.4), (0.4, Rgb::WHITE, 0.0), (1.0, Rgb(20, 10, 30), 0.3)]);
        pen.path(&d, &dome);
    }
    lying(r(480.0, 490.0, 400.0, 400.0))
}

pub(super) fn grip(pen: &mut Pen<'_>) -> Drawing {
    // On the back of a plain phone.
    let phone = r(310.0, 110.0, 400.0, 800.0);
    let d = round(phone, 66.0);
    pen.turn(-14.0, 500.0, 500.0);
    pen.shadow(&d, 14.0, 24.0, 40.0);
    let back = if pen.body.is_dark() { Rgb(222, 214, 204) } else { Rgb(52, 54, 66) };
    let metal = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, back.lighter(0.3), 1.0), (0.5, back, 1.0), (1.0, back.darker(0.25), 1.0)]);
    pen.path(&d, &metal);
    pen.hair(&round(phone.inset(3.0), 63.0), Rgb::WHITE, 4.0, 0.4);
    super::screens::camera(pen, r(342.0, 140.0, 150.0, 156.0), back.darker(0.12));
    pen.close();
    let (cx, cy) = (520.0, 540.0);
    pen.shadow(&disc(cx, cy, 190.0), 18.0, 26.0, 26.0);
    pen.path(&disc(cx + 4.0, cy + 7.0, 194.0), &pen.body.darker(0.4).hex());
    pen.path(&disc(cx, cy, 194.0), &pen.body.hex());
    let face = disc(cx, cy, 178.0);
    pen.cover(&face, square(cx, cy, 172.0), 0.0);
    let dome = pen.rad([0.36, 0.28, 0.8], &[(0.0, Rgb::WHITE, 0.45), (0.4, Rgb::WHITE, 0.02), (1.0, Rgb(20, 10, 30), 0.3)]);
    pen.path(&face, &dome);
    lying(square(cx, cy, 150.0))
}
