//! Things that stand around in scenes, drawn plainly so that the product is what one looks at.

use crate::{
    colour::Rgb,
    pen::{Pen, disc, oval, r, round},
};

pub(super) fn books(page: &mut Pen<'_>, x: f32, base: f32, ground: Rgb) {
    let mut at = x;
    let tones = [
        ground.darker(0.45),
        ground.mix(Rgb(244, 238, 226), 0.7),
        ground.mix(Rgb(190, 84, 60), 0.6),
        ground.darker(0.2),
        ground.mix(Rgb(60, 88, 100), 0.6),
    ];
    for (i, (w, h)) in [(34.0, 190.0), (46.0, 230.0), (28.0, 170.0), (40.0, 210.0), (30.0, 186.0)].into_iter().enumerate() {
        let tone = tones.get(i).copied().unwrap_or(ground);
        let spine = page.lin(
            [0.0, 0.0, 1.0, 0.0],
            &[(0.0, tone.darker(0.2), 1.0), (0.3, tone.lighter(0.14), 1.0), (1.0, tone.darker(0.28), 1.0)],
        );
        page.rect(at, base - h, w, h, 3.0, &spine);
        page.alpha(&round(r(at + 5.0, base - h + 26.0, w - 10.0, 8.0), 0.0), Rgb(245, 232, 200), 0.65);
        page.alpha(&round(r(at + 5.0, base - 40.0, w - 10.0, 5.0), 0.0), Rgb(245, 232, 200), 0.5);
        at += w + 1.0;
    }
}

pub(super) fn shelf_front(page: &mut Pen<'_>) {
    // A little light on the plank's edge, before everything.
    page.alpha(&round(r(0.0, 692.0, 1000.0, 3.0), 0.0), Rgb::WHITE, 0.25);
}

pub(super) fn trailing_plant(page: &mut Pen<'_>, x: f32, base: f32) {
    page.contact(x, base - 2.0, 60.0);
    let clay = page.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, Rgb(206, 118, 82), 1.0), (0.35, Rgb(228, 150, 112), 1.0), (1.0, Rgb(150, 76, 50), 1.0)],
    );
    page.path(&format!("M{} {}h132l-16 {}h-100z", x - 66.0, base - 116.0, 116.0), &clay);
    page.path(&format!("M{} {}h148v26h-148z", x - 74.0, base - 134.0), &clay);
    for (i, (dx, dy, turn)) in [
        (-50.0, -150.0, -50.0),
        (-24.0, -176.0, -20.0),
        (10.0, -180.0, 12.0),
        (44.0, -156.0, 46.0),
        (-66.0, -110.0, -110.0),
        (70.0, -110.0, 112.0),
        (-84.0, -60.0, -150.0),
        (-88.0, 0.0, -160.0),
        (-76.0, 60.0, -170.0),
        (0.0, -140.0, 0.0),
    ]
    .into_iter()
    .enumerate()
    {
        let (px, py) = (x + dx, base + dy);
        page.turn(turn, px, py);
        let tone = if i % 2 == 0 { "#5d8a5a" } else { "#78a26b" };
        page.path(&format!("M{px} {py}q34 -30 0 -76q-34 46 0 76z"), tone);
        page.hair(&format!("M{px} {py}v-54"), Rgb(210, 226, 190), 2.0, 0.5);
        page.close();
    }
}

pub(super) fn small_plant(page: &mut Pen<'_>, x: f32, base: f32) {
    page.contact(x, base, 46.0);
    let pot = page.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, Rgb(214, 206, 196), 1.0), (0.35, Rgb(244, 238, 230), 1.0), (1.0, Rgb(150, 142, 136), 1.0)],
    );
    for (turn, long) in [(-40.0, 120.0), (-18.0, 160.0), (4.0, 180.0), (24.0, 150.0), (46.0, 110.0)] {
        page.turn(turn, x, base - 80.0);
        page.path(&format!("M{x} {}q16 -{} 0 -{long}q-16 {} 0 {long}z", base - 70.0, long * 0.5, long * 0.5), "#557f5c");
        page.close();
    }
    page.path(&format!("M{} {}h92l-12 88h-68z", x - 46.0, base - 88.0), &pot);
}

pub(super) fn straw_hat(page: &mut Pen<'_>, x: f32, y: f32) {
    page.shadow(&oval(x, y + 70.0, 120.0, 120.0), 8.0, 16.0, 24.0);
    let straw = page.rad([0.4, 0.35, 0.7], &[(0.0, Rgb(240, 214, 160), 1.0), (1.0, Rgb(196, 154, 96), 1.0)]);
    page.path(&disc(x, y + 70.0, 120.0), &straw);
    for i in 0..5 {
        page.hair(&disc(x, y + 70.0, 114.0 - i as f32 * 12.0), Rgb(130, 90, 46), 2.0, 0.3);
    }
    page.path(&disc(x, y + 66.0, 60.0), "#7a4a34");
    let crown = page.rad([0.4, 0.35, 0.7], &[(0.0, Rgb(246, 224, 176), 1.0), (1.0, Rgb(206, 164, 104), 1.0)]);
    page.path(&disc(x, y + 62.0, 52.0), &crown);
}

pub(super) fn boots(page: &mut Pen<'_>, x: f32, base: f32) {
    for dx in [0.0, 96.0] {
        let px = x + dx;
        page.contact(px + 10.0, base, 54.0);
        let leather = page.lin(
            [0.0, 0.0, 1.0, 0.0],
            &[(0.0, Rgb(120, 76, 50), 1.0), (0.4, Rgb(160, 106, 70), 1.0), (1.0, Rgb(84, 50, 34), 1.0)],
        );
        page.path(&format!("M{} {}h56v70q44 8 50 44v16h-106z", px - 40.0, base - 136.0), &leather);
        page.rect(px - 44.0, base - 10.0, 114.0, 14.0, 4.0, "#2e2320");
    }
}

pub(super) fn sideboard(page: &mut Pen<'_>, ground: Rgb) {
    let top = r(110.0, 716.0, 780.0, 24.0);
    page.contact(500.0, 952.0, 380.0);
    let body = r(124.0, 738.0, 752.0, 164.0);
    for x in [170.0, 810.0] {
        page.path(&format!("M{x} 900h26l-6 56h-12z"), "#4a3020");
    }
    page.wood(&round(body, 4.0), body, Rgb(160, 112, 72));
    page.wood(&round(top, 4.0), top, Rgb(190, 142, 96));
    for x in [136.0, 386.0, 636.0] {
        page.hair(&round(r(x, 752.0, 228.0, 138.0), 3.0), Rgb(60, 34, 20), 3.0, 0.4);
        page.path(&disc(x + 114.0, 780.0, 8.0), "#e2c08a");
    }
    books(page, 690.0, 716.0, ground);
    trailing_plant(page, 205.0, 716.0);
    let vase = page.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, ground.darker(0.4), 1.0), (0.35, ground.lighter(0.25), 1.0), (1.0, ground.darker(0.5), 1.0)],
    );
    page.path("M560 716q-34 -24 -26 -62q8 -26 18 -40v-18h40v18q10 14 18 40q8 38 -26 62z", &vase);
}

pub(super) fn sofa(page: &mut Pen<'_>, ground: Rgb) {
    super::walls::room(page, ground);
    let cloth = if ground.is_dark() { ground.mix(Rgb(120, 110, 150), 0.5) } else { ground.mix(Rgb(92, 110, 104), 0.55) };
    page.contact(500.0, 950.0, 470.0);
    let back =
        page.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, cloth.lighter(0.22), 1.0), (0.5, cloth, 1.0), (1.0, cloth.darker(0.3), 1.0)]);
    page.path("M90 760V420q0 -60 60 -60q350 -24 700 0q60 0 60 60V760z", &back);
    page.hair("M500 352V700", cloth.darker(0.6), 5.0, 0.4);
    let arm = page.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, cloth.darker(0.1), 1.0), (0.4, cloth.lighter(0.2), 1.0), (1.0, cloth.darker(0.3), 1.0)],
    );
    let seat =
        page.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, cloth.lighter(0.28), 1.0), (0.5, cloth, 1.0), (1.0, cloth.darker(0.36), 1.0)]);
    page.path("M110 700q390 -36 780 0v150H110z", &seat);
    page.alpha("M110 850H890V900H110z", cloth.darker(0.5), 1.0);
    page.hair("M500 686V848", cloth.darker(0.6), 5.0, 0.4);
    page.path(&round(r(20.0, 560.0, 120.0, 350.0), 54.0), &arm);
    page.path(&round(r(860.0, 560.0, 120.0, 350.0), 54.0), &arm);
    for x in [70.0, 890.0] {
        page.path(&format!("M{x} 905h36l-10 50h-16z"), "#3c2618");
    }
}
