//! Places seen from the front: a room, a shelf, a window at night, a park, a skate spot.

use super::props;
use crate::{
    colour::Rgb,
    pen::{Pen, disc, oval, r, round},
};

pub(super) const LAWN: Rgb = Rgb(139, 176, 118);
pub(super) const SKY: Rgb = Rgb(137, 192, 224);
pub(super) const RAIN: Rgb = Rgb(96, 112, 132);

/// A wall paint that goes with the product's ground without being it.
pub(super) fn paint(ground: Rgb) -> Rgb {
    if ground.is_dark() { ground.lighter(0.08) } else { ground.mix(Rgb(236, 231, 222), 0.4) }
}

fn wall(page: &mut Pen<'_>, colour: Rgb) {
    let light =
        page.rad([0.3, 0.2, 1.05], &[(0.0, colour.lighter(0.25), 1.0), (0.55, colour, 1.0), (1.0, colour.darker(0.2), 1.0)]);
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &light);
}

/// Light that falls through a window, slanting.
fn sunlight(page: &mut Pen<'_>) {
    for x in [120.0, 330.0] {
        page.alpha(&format!("M{x} 0h170l-210 640h-170z"), Rgb(255, 246, 222), 0.14);
    }
}

pub(super) fn room(page: &mut Pen<'_>, ground: Rgb) {
    wall(page, paint(ground));
    sunlight(page);
    let floor = Rgb(178, 138, 98);
    let boards = page.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, floor.darker(0.28), 1.0), (1.0, floor, 1.0)]);
    page.rect(0.0, 890.0, 1000.0, 110.0, 0.0, &boards);
    page.rect(0.0, 866.0, 1000.0, 26.0, 0.0, &paint(ground).lighter(0.5).hex());
    page.hair("M0 892H1000", Rgb::BLACK, 3.0, 0.25);
}

pub(super) fn shelf(page: &mut Pen<'_>, ground: Rgb) {
    wall(page, paint(ground));
    sunlight(page);
    let plank = r(-10.0, 690.0, 1020.0, 44.0);
    let under = page.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb(20, 10, 20), 0.36), (1.0, Rgb(20, 10, 20), 0.0)]);
    page.rect(0.0, 734.0, 1000.0, 90.0, 0.0, &under);
    page.wood(&round(plank, 3.0), plank, Rgb(196, 150, 98));
    page.alpha(&round(r(-10.0, 690.0, 1020.0, 6.0), 0.0), Rgb::WHITE, 0.35);
    page.alpha(&round(r(-10.0, 722.0, 1020.0, 12.0), 0.0), Rgb::BLACK, 0.18);
    for x in [130.0, 830.0] {
        page.path(&format!("M{x} 734h34v20q0 70 -34 92z"), "#3a302c");
    }
    props::books(page, 40.0, 690.0, ground);
    props::trailing_plant(page, 900.0, 690.0);
}

pub(super) fn kitchen(page: &mut Pen<'_>, ground: Rgb) {
    let colour = paint(ground).lighter(0.3);
    wall(page, colour);
    for row in 0..7 {
        page.hair(&format!("M0 {}H1000", row * 92), colour.darker(0.5), 2.5, 0.28);
        for column in 0..7 {
            let x = column * 170 + (row % 2) * 85;
            page.hair(&format!("M{x} {}v92", row * 92), colour.darker(0.5), 2.5, 0.28);
        }
    }
    let floor = page.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb(150, 112, 80), 1.0), (1.0, Rgb(192, 150, 110), 1.0)]);
    page.rect(0.0, 690.0, 1000.0, 310.0, 0.0, &floor);
    page.rect(0.0, 646.0, 1000.0, 46.0, 0.0, "#f4efe6");
    for x in [-40.0, 180.0, 420.0, 660.0, 900.0] {
        page.hair(&format!("M{} 692L{} 1000", 500.0 + (x - 500.0) * 0.8, 500.0 + (x - 500.0) * 1.7), Rgb(70, 40, 20), 3.0, 0.3);
    }
}

/// A sill before a town at night.
pub(super) fn window(page: &mut Pen<'_>, ground: Rgb) {
    let inside = if ground.is_dark() { ground.lighter(0.06) } else { ground.darker(0.42) };
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &inside.hex());
    let sky = page
        .lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb(18, 22, 54), 1.0), (0.6, Rgb(58, 56, 110), 1.0), (1.0, Rgb(214, 130, 110), 1.0)]);
    page.rect(90.0, -20.0, 820.0, 790.0, 0.0, &sky);
    for i in 0..46_u32 {
        let (x, y) = (100 + (i * 197) % 790, 10 + (i * 131) % 400);
        let size = 1.2 + (i % 4) as f32 * 0.7;
        page.alpha(&disc(x as f32, y as f32, size), Rgb(255, 246, 224), 0.5 + (i % 3) as f32 * 0.2);
    }
    page.path(&disc(742.0, 150.0, 52.0), "#f7e8c4");
    page.path(&disc(722.0, 138.0, 46.0), "#2a2a5c");
    for (i, (x, w, h)) in [
        (90, 90, 150),
        (170, 70, 230),
        (236, 110, 180),
        (340, 60, 280),
        (396, 120, 140),
        (510, 84, 210),
        (588, 110, 160),
        (690, 70, 250),
        (752, 110, 190),
        (850, 64, 130),
    ]
    .into_iter()
    .enumerate()
    {
        let tone = Rgb(34, 32, 66).lighter((i % 3) as f32 * 0.05);
        page.rect(x as f32, 770.0 - h as f32, w as f32, h as f32, 0.0, &tone.hex());
        for k in 0..6_i32 {
            if (k * 7 + i as i32 * 5) % 3 != 0 {
                let (wx, wy) = (x + 12 + (k % 3) * (w - 24) / 3, 770 - h + 20 + (k / 3) * 46);
                page.rect(wx as f32, wy as f32, 12.0, 18.0, 1.0, if k % 2 == 0 { "#f5c56b" } else { "#e8a25a" });
            }
        }
    }
    let frame = inside.lighter(0.72).mix(Rgb(240, 232, 220), 0.5);
    for (x, y, w, h) in
        [(66.0, -20.0, 30.0, 800.0), (904.0, -20.0, 30.0, 800.0), (488.0, -20.0, 20.0, 800.0), (66.0, 296.0, 868.0, 16.0)]
    {
        page.rect(x, y, w, h, 0.0, &frame.darker(0.35).hex());
        page.alpha(&round(r(x, y, 5.0_f32.min(w), h), 0.0), Rgb::WHITE, 0.16);
    }
    let sill = page.lin(
        [0.0, 0.0, 0.0, 1.0],
        &[
            (0.0, frame.darker(0.08), 1.0),
            (0.5, frame.darker(0.2), 1.0),
            (0.52, frame.darker(0.5), 1.0),
            (1.0, inside.darker(0.2), 1.0),
        ],
    );
    page.rect(0.0, 760.0, 1000.0, 240.0, 0.0, &sill);
    let warm = page.rad([0.5, 0.4, 0.6], &[(0.0, Rgb(255, 210, 140), 0.42), (1.0, Rgb(255, 190, 120), 0.0)]);
    page.rect(0.0, 200.0, 1000.0, 800.0, 0.0, &warm);
    props::small_plant(page, 800.0, 812.0);
}

pub(super) fn park(page: &mut Pen<'_>) {
    let sky = page.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb(168, 208, 226), 1.0), (0.6, Rgb(242, 232, 206), 1.0)]);
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &sky);
    page.alpha("M0 470Q240 330 520 430T1000 380V700H0z", Rgb(142, 168, 150), 0.8);
    page.path("M0 540Q300 440 600 520T1000 480V720H0z", "#8fb286");
    for (x, y, s) in [(90.0, 440.0, 120.0), (230.0, 470.0, 80.0), (860.0, 430.0, 130.0), (740.0, 470.0, 76.0)] {
        page.rect(x - 8.0, y, 16.0, s, 4.0, "#6a4c38");
        page.path(&disc(x, y - s * 0.2, s * 0.62), "#5f8a5c");
        page.alpha(&disc(x - s * 0.16, y - s * 0.36, s * 0.36), Rgb(160, 190, 120), 0.5);
    }
    let lawn = page.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, LAWN, 1.0), (1.0, LAWN.darker(0.2), 1.0)]);
    page.rect(0.0, 600.0, 1000.0, 400.0, 0.0, &lawn);
    // A picnic table's top.
    let table = r(-20.0, 720.0, 1040.0, 130.0);
    page.wood(&round(table, 0.0), table, Rgb(186, 140, 96));
    for y in [760.0, 804.0] {
        page.hair(&format!("M0 {y}H1000"), Rgb(60, 34, 20), 5.0, 0.5);
    }
    page.alpha("M0 850H1000V880H0z", Rgb(50, 30, 20), 0.6);
    page.alpha("M0 880H1000V1000H0z", Rgb(30, 50, 30), 0.3);
}

pub(super) fn skate(page: &mut Pen<'_>, ground: Rgb) {
    let wall_colour = Rgb(198, 192, 186).mix(ground, 0.34);
    wall(page, wall_colour);
    for (x, y) in [(0, 0), (340, 0), (680, 0), (0, 320), (340, 320), (680, 320)] {
        page.hair(&format!("M{x} {y}h340v320h-340z"), Rgb(60, 50, 50), 3.0, 0.16);
        page.alpha(&disc(x as f32 + 24.0, y as f32 + 24.0, 6.0), Rgb(60, 50, 50), 0.25);
    }
    // A stripe of paint and two tags, half worn away.
    page.alpha("M0 516L1000 470V540L0 588z", ground.mix(Rgb(226, 92, 60), 0.6), 0.55);
    page.alpha("M0 604L1000 558V576L0 622z", Rgb(250, 240, 220), 0.5);
    let top = page.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb(214, 210, 204), 1.0), (1.0, Rgb(184, 180, 176), 1.0)]);
    page.rect(0.0, 664.0, 1000.0, 100.0, 0.0, &top);
    page.rect(0.0, 756.0, 1000.0, 18.0, 0.0, "#c6893a");
    let face = page.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb(150, 146, 144), 1.0), (1.0, Rgb(120, 116, 116), 1.0)]);
    page.rect(0.0, 774.0, 1000.0, 226.0, 0.0, &face);
    for i in 0..40_u32 {
        let (x, y) = ((i * 233) % 1000, 680 + (i * 97) % 310);
        page.alpha(&disc(x as f32, y as f32, 2.0 + (i % 3) as f32), Rgb(60, 54, 54), 0.16);
    }
    page.hair("M120 800l90 40 60 -14 120 60", Rgb(60, 54, 54), 3.0, 0.4);
}

pub(super) fn rain(page: &mut Pen<'_>) {
    let sky = page.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, RAIN.darker(0.2), 1.0), (0.7, RAIN.lighter(0.3), 1.0), (1.0, RAIN, 1.0)]);
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &sky);
    for (x, w, h) in [(0, 150, 420), (140, 120, 520), (270, 160, 380), (600, 140, 460), (730, 130, 560), (850, 160, 400)] {
        page.alpha(&round(r(x as f32, 820.0 - h as f32, w as f32, h as f32), 0.0), Rgb(70, 82, 102), 0.7);
        for k in 0..8 {
            page.alpha(
                &round(r((x + 18 + (k % 2) * (w / 2)) as f32, (850 - h + (k / 2) * 84) as f32, 26.0, 40.0), 2.0),
                Rgb(250, 210, 130),
                0.6,
            );
        }
    }
    let street = page.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb(84, 94, 112), 1.0), (1.0, Rgb(52, 60, 78), 1.0)]);
    page.rect(0.0, 820.0, 1000.0, 180.0, 0.0, &street);
    for (x, y, w) in [(220.0, 900.0, 150.0), (700.0, 880.0, 120.0), (520.0, 950.0, 200.0)] {
        page.alpha(&oval(x, y, w, 14.0), Rgb(180, 196, 214), 0.35);
        page.alpha(&oval(x + 20.0, y, w * 0.4, 6.0), Rgb(250, 210, 130), 0.4);
    }
    for i in 0..60_u32 {
        let (x, y) = ((i * 167) % 1000, (i * 113) % 960);
        page.hair(&format!("M{x} {y}l-10 40"), Rgb(226, 236, 246), 2.0, 0.35);
    }
}

pub(super) fn sky(page: &mut Pen<'_>) {
    let air = page.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, SKY.darker(0.16), 1.0), (1.0, SKY.lighter(0.5), 1.0)]);
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &air);
    for (x, y, s) in [(180.0, 220.0, 1.0), (800.0, 160.0, 0.8), (760.0, 620.0, 1.2), (140.0, 690.0, 0.9)] {
        for (dx, dy, radius) in [(-90.0, 10.0, 50.0), (-30.0, -20.0, 70.0), (50.0, -6.0, 60.0), (110.0, 16.0, 40.0)] {
            page.alpha(&disc(x + dx * s, y + dy * s, radius * s), Rgb::WHITE, 0.8);
        }
    }
    page.path("M0 880Q260 800 540 870T1000 840V1000H0z", "#8fb27a");
    page.path("M0 930Q300 870 620 930T1000 900V1000H0z", "#749a64");
}

pub(super) fn bath(page: &mut Pen<'_>, ground: Rgb) {
    let colour = paint(ground).lighter(0.42);
    wall(page, colour);
    let grout = colour.darker(0.4);
    for i in 0..11 {
        page.hair(&format!("M0 {0}H1000M{0} 0V820", i * 100), grout, 2.5, 0.28);
    }
    page.alpha("M0 0H1000V260L0 640z", Rgb::WHITE, 0.1);
    let floor = page.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, grout, 1.0), (1.0, colour.darker(0.12), 1.0)]);
    page.rect(0.0, 880.0, 1000.0, 120.0, 0.0, &floor);
    props::small_plant(page, 880.0, 900.0);
}

pub(super) fn hooks(page: &mut Pen<'_>, ground: Rgb) {
    let colour = paint(ground);
    wall(page, colour);
    sunlight(page);
    // Panelling below, a peg rail above.
    for i in 0..9 {
        page.hair(&format!("M{} 610V1000", 40 + i * 115), colour.darker(0.45), 3.0, 0.22);
    }
    page.rect(0.0, 596.0, 1000.0, 18.0, 0.0, &colour.lighter(0.3).hex());
    page.hair("M0 616H1000", Rgb::BLACK, 3.0, 0.16);
    let rail = r(-10.0, 92.0, 1020.0, 54.0);
    page.shadow(&round(rail, 3.0), 4.0, 12.0, 18.0);
    page.wood(&round(rail, 3.0), rail, Rgb(186, 140, 92));
    for x in [150.0, 500.0, 850.0] {
        page.alpha(&disc(x + 6.0, 128.0, 22.0), Rgb(20, 10, 20), 0.28);
        peg(page, x);
    }
    props::straw_hat(page, 850.0, 150.0);
}

/// A peg of the rail; what hangs on it goes behind its knob.
pub(super) fn peg(page: &mut Pen<'_>, x: f32) {
    let knob = page.rad([0.35, 0.3, 0.8], &[(0.0, Rgb(232, 198, 150), 1.0), (1.0, Rgb(140, 94, 56), 1.0)]);
    page.path(&disc(x, 120.0, 20.0), &knob);
}

pub(super) fn rail(page: &mut Pen<'_>, ground: Rgb) {
    let colour = paint(ground);
    wall(page, colour);
    sunlight(page);
    let floor = Rgb(184, 150, 112);
    page.rect(0.0, 900.0, 1000.0, 100.0, 0.0, &floor.hex());
    page.alpha("M0 900H1000V916H0z", Rgb::BLACK, 0.16);
    for (i, x) in [70.0, 130.0, 905.0, 960.0].into_iter().enumerate() {
        let tones =
            [ground.darker(0.35), ground.mix(Rgb(240, 235, 225), 0.6), ground.mix(Rgb(70, 90, 110), 0.6), ground.darker(0.15)];
        let tone = tones.get(i).copied().unwrap_or(ground);
        let cloth = page.lin(
            [0.0, 0.0, 1.0, 0.0],
            &[(0.0, tone.darker(0.3), 1.0), (0.4, tone.lighter(0.12), 1.0), (1.0, tone.darker(0.24), 1.0)],
        );
        page.path(&format!("M{} 250q-40 20 -44 60v430q50 20 92 0V310q-4 -40 -44 -60z", x), &cloth);
        page.line(&format!("M{x} 252v-40"), "#3c3838", 5.0);
    }
    page.hair("M-10 200H1010", Rgb(20, 10, 20), 16.0, 0.16);
    page.line("M-10 188H1010", "#3a3536", 15.0);
    page.hair("M-10 184H1010", Rgb::WHITE, 4.0, 0.35);
    page.line("M520 196v92", "#4a4444", 6.0);
    page.line("M520 288L330 400M520 288L710 400", "#a9794a", 15.0);
    props::boots(page, 740.0, 930.0);
}

pub(super) fn bedroom(page: &mut Pen<'_>, ground: Rgb) {
    wall(page, paint(ground));
    sunlight(page);
    let head = r(120.0, 250.0, 760.0, 380.0);
    page.shadow(&round(head, 40.0), 10.0, 20.0, 40.0);
    page.wood(&round(head, 40.0), head, Rgb(170, 124, 84));
    page.rect(0.0, 900.0, 1000.0, 100.0, 0.0, "#b9946c");
}
