//! Places seen from above: a desk, a floor, denim, grass, sand, a record player.

use crate::{
    colour::Rgb,
    pen::{Pen, disc, oval, r, round},
};

pub(super) const DENIM: Rgb = Rgb(66, 92, 130);
pub(super) const SAND: Rgb = Rgb(232, 208, 164);
pub(super) const GRASS: Rgb = Rgb(120, 164, 92);

/// Desk wood, warmed or cooled by the product's ground.
pub(super) fn timber(ground: Rgb) -> Rgb {
    if ground.is_dark() { Rgb(84, 62, 54) } else { Rgb(204, 164, 118).mix(ground, 0.22) }
}

/// One of three tables, so that a shop's desk pictures are not all taken at the same one.
pub(super) fn desk(page: &mut Pen<'_>, ground: Rgb) {
    match (u32::from(ground.0) + u32::from(ground.1) * 3 + u32::from(ground.2) * 7) % 3 {
        0 => {
            wooden(page, ground);
            coffee(page);
            sprig(page);
            pencil(page, ground);
        }
        1 => {
            painted(page, ground);
            pencil(page, ground);
        }
        _ => {
            terrazzo(page, ground);
            coffee(page);
            pencil(page, ground);
        }
    }
}

fn wooden(page: &mut Pen<'_>, ground: Rgb) {
    let wood = timber(ground);
    let top = r(0.0, 0.0, 1000.0, 1000.0);
    page.wood(&round(top, 0.0), top, wood);
    for y in [330.0, 668.0] {
        page.hair(&format!("M0 {y}H1000"), wood.darker(0.6), 3.0, 0.4);
    }
    morning(page);
}

/// A plain painted top with the shadow of a palm leaf across it.
fn painted(page: &mut Pen<'_>, ground: Rgb) {
    let paint = if ground.is_dark() { ground.lighter(0.12) } else { ground.deeper(0.5) };
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &paint.hex());
    morning(page);
    let shade = paint.deeper(0.9).darker(0.2);
    for (x, y, turn) in [(1040.0, 250.0, -62.0), (-40.0, 900.0, 118.0)] {
        page.turn(turn, x, y);
        page.hair(&format!("M{x} {y}v-640"), shade, 9.0, 0.3);
        for i in 0..13 {
            let at = y - 60.0 - i as f32 * 44.0;
            let long = 250.0 - i as f32 * 13.0;
            for side in [-1.0, 1.0] {
                let (tip_x, tip_y) = (x + side * long, at - long * 0.62);
                let d = format!(
                    "M{x} {at}Q{} {} {tip_x} {tip_y}Q{} {} {x} {at}z",
                    x + side * long * 0.3,
                    at - long * 0.5,
                    x + side * long * 0.66,
                    at - long * 0.2
                );
                page.alpha(&d, shade, 0.24);
            }
        }
        page.close();
    }
}

/// Stone chips in pale cement.
fn terrazzo(page: &mut Pen<'_>, ground: Rgb) {
    let cement = if ground.is_dark() { ground.mix(Rgb(70, 70, 84), 0.5) } else { ground.mix(Rgb(244, 240, 233), 0.62) };
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &cement.hex());
    let chips = [ground.deeper(0.9), cement.darker(0.22), cement.lighter(0.5), ground.mix(Rgb(196, 110, 84), 0.5)];
    for i in 0..110_u32 {
        let (x, y) = ((i * 389) % 1000, (i * 619 + i * i * 7) % 1000);
        let (x, y) = (x as f32, y as f32);
        let size = 7.0 + (i * 13 % 17) as f32;
        let tone = chips.get((i % 4) as usize).copied().unwrap_or(ground);
        page.turn((i * 47 % 360) as f32, x, y);
        page.alpha(
            &format!("M{} {y}l{size} -{size}l{} {}l-{} {size}z", x - size, size * 1.1, size * 0.6, size * 0.7),
            tone,
            0.75,
        );
        page.close();
    }
    morning(page);
}

/// Light from the upper left.
fn morning(page: &mut Pen<'_>) {
    let light =
        page.rad([0.2, 0.1, 1.2], &[(0.0, Rgb(255, 246, 224), 0.36), (0.6, Rgb::WHITE, 0.0), (1.0, Rgb(20, 10, 20), 0.28)]);
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &light);
}

/// A cup on its saucer, upper right.
fn coffee(page: &mut Pen<'_>) {
    let (cx, cy) = (884.0, 112.0);
    page.shadow(&disc(cx, cy, 128.0), 10.0, 14.0, 24.0);
    let saucer = page
        .rad([0.4, 0.35, 0.7], &[(0.0, Rgb(255, 253, 248), 1.0), (0.7, Rgb(236, 230, 220), 1.0), (1.0, Rgb(208, 200, 190), 1.0)]);
    page.path(&disc(cx, cy, 128.0), &saucer);
    page.hair(&disc(cx, cy, 92.0), Rgb(120, 110, 100), 3.0, 0.25);
    page.shadow(&disc(cx, cy, 74.0), 6.0, 8.0, 12.0);
    page.path(&disc(cx, cy, 76.0), "#fbf8f2");
    let coffee = page.rad([0.4, 0.4, 0.6], &[(0.0, Rgb(150, 96, 58), 1.0), (1.0, Rgb(82, 46, 26), 1.0)]);
    page.path(&disc(cx, cy, 64.0), &coffee);
}

/// A sprig of leaves, lower left.
fn sprig(page: &mut Pen<'_>) {
    page.hair("M-20 1010Q90 900 170 800", Rgb(70, 96, 66), 6.0, 1.0);
    for (x, y, turn, long) in [
        (34.0, 948.0, -78.0, 110.0),
        (70.0, 910.0, 20.0, 120.0),
        (104.0, 876.0, -70.0, 100.0),
        (136.0, 838.0, 26.0, 96.0),
        (168.0, 804.0, -22.0, 96.0),
    ] {
        page.turn(turn, x, y);
        let leaf = format!("M{x} {y}q{} -{} 0 -{long}q-{} {} 0 {long}z", long * 0.36, long * 0.5, long * 0.36, long * 0.5);
        page.path(&leaf, "#6d8f64");
        page.hair(&format!("M{x} {y}v-{}", long * 0.8), Rgb(200, 216, 180), 2.0, 0.6);
        page.close();
    }
}

/// A pencil, upper left.
fn pencil(page: &mut Pen<'_>, ground: Rgb) {
    page.turn(-18.0, 110.0, 170.0);
    page.shadow(&round(r(20.0, 150.0, 250.0, 20.0), 3.0), 5.0, 9.0, 10.0);
    page.rect(20.0, 150.0, 250.0, 20.0, 2.0, &ground.mix(Rgb(214, 90, 60), 0.65).hex());
    page.alpha("M20 150H270V156H20z", Rgb::WHITE, 0.3);
    page.path("M270 150l44 10l-44 10z", "#e8c79a");
    page.path("M300 157l14 3l-14 3z", "#333");
    page.rect(4.0, 150.0, 22.0, 20.0, 3.0, "#e79a92");
    page.close();
}

pub(super) fn floor(page: &mut Pen<'_>, ground: Rgb) {
    let wood = timber(ground);
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &wood.hex());
    for i in 0..8 {
        let y = i as f32 * 125.0;
        let board = r(0.0, y, 1000.0, 124.0);
        page.wood(&round(board, 0.0), board, wood.lighter(((i * 5) % 4) as f32 * 0.035));
        page.hair(&format!("M0 {y}H1000"), wood.darker(0.7), 3.0, 0.45);
        page.hair(&format!("M{} {y}v124", 120 + (i * 317) % 800), wood.darker(0.7), 3.0, 0.45);
    }
    let light =
        page.rad([0.25, 0.1, 1.2], &[(0.0, Rgb(255, 246, 224), 0.3), (0.6, Rgb::WHITE, 0.0), (1.0, Rgb(20, 10, 20), 0.3)]);
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &light);
    // The corner of an armchair's legs and a pair of slippers.
    for x in [800.0, 884.0] {
        let d = format!("M{x} 60q36 -6 40 40v70q-2 46 -38 46t-38 -46V100q0 -34 36 -40z");
        page.shadow(&d, 6.0, 10.0, 16.0);
        page.path(&d, &ground.darker(0.3).hex());
        page.alpha(&format!("M{} 70q32 -4 32 36v26q-30 16 -62 0V106q0 -32 30 -36z", x - 2.0), ground.lighter(0.3), 0.7);
    }
}

pub(super) fn denim(page: &mut Pen<'_>) {
    let cloth =
        page.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, DENIM.lighter(0.22), 1.0), (0.5, DENIM, 1.0), (1.0, DENIM.darker(0.32), 1.0)]);
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &cloth);
    for i in 0..110 {
        let x = i as f32 * 18.0 - 980.0;
        page.hair(&format!("M{x} 1000L{} 0", x + 980.0), Rgb(200, 214, 236), 2.0, 0.1);
    }
    // A pocket with its flap, a seam and a button.
    let pocket = "M180 250H860V760L520 900L180 760z";
    page.hair(pocket, Rgb(20, 26, 50), 10.0, 0.4);
    page.stitch("M196 264H844V752L520 884L196 752z", Rgb(222, 164, 84), 5.0, 16.0, 0.95);
    page.stitch("M216 264V742L520 864L824 742V264", Rgb(222, 164, 84), 5.0, 16.0, 0.6);
    page.hair("M0 150H1000", Rgb(20, 26, 50), 12.0, 0.4);
    page.stitch("M0 130H1000", Rgb(222, 164, 84), 5.0, 16.0, 0.95);
    let button = page
        .rad([0.35, 0.3, 0.8], &[(0.0, Rgb(250, 222, 170), 1.0), (0.6, Rgb(184, 128, 70), 1.0), (1.0, Rgb(110, 70, 40), 1.0)]);
    page.alpha(&disc(908.0, 76.0, 44.0), Rgb(16, 20, 40), 0.4);
    page.path(&disc(902.0, 68.0, 42.0), &button);
    page.hair(&disc(902.0, 68.0, 28.0), Rgb(90, 56, 30), 3.0, 0.5);
}

pub(super) fn fridge(page: &mut Pen<'_>, ground: Rgb) {
    let enamel = ground.mix(Rgb(238, 240, 238), 0.55);
    let door = page.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, enamel.lighter(0.5), 1.0), (0.3, enamel, 1.0), (0.9, enamel.darker(0.14), 1.0), (1.0, enamel.darker(0.36), 1.0)],
    );
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &door);
    page.hair("M0 120H1000", Rgb(40, 30, 40), 8.0, 0.4);
    page.hair("M0 128H1000", Rgb::WHITE, 5.0, 0.6);
    let steel = page.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, Rgb(130, 132, 138), 1.0), (0.4, Rgb(246, 246, 248), 1.0), (1.0, Rgb(120, 122, 130), 1.0)],
    );
    page.shadow(&round(r(860.0, 210.0, 44.0, 460.0), 22.0), 14.0, 14.0, 18.0);
    page.path(&round(r(860.0, 210.0, 44.0, 460.0), 22.0), &steel);
    // A shopping list under the magnet.
    page.turn(4.0, 480.0, 640.0);
    page.shadow(&round(r(290.0, 500.0, 380.0, 430.0), 2.0), 6.0, 10.0, 18.0);
    page.rect(290.0, 500.0, 380.0, 430.0, 2.0, "#fdfaf2");
    for i in 0..5 {
        let y = 690.0 + i as f32 * 46.0;
        page.hair(&format!("M384 {y}q30 -10 60 0t60 -2t{} 0", 20 + (i * 37) % 60), Rgb(60, 60, 90), 5.0, 0.55);
        page.hair(&format!("M330 {}h22v22h-22z", y - 14.0), Rgb(60, 60, 90), 3.0, 0.55);
    }
    page.close();
}

pub(super) fn beach(page: &mut Pen<'_>) {
    let sand = page.lin([0.0, 0.0, 0.6, 1.0], &[(0.0, SAND.lighter(0.3), 1.0), (1.0, SAND.darker(0.1), 1.0)]);
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &sand);
    for i in 0..90_u32 {
        let (x, y) = ((i * 271) % 1000, (i * 149) % 1000);
        page.alpha(&disc(x as f32, y as f32, 1.5 + (i % 3) as f32), Rgb(150, 110, 70), 0.3);
    }
    for (d, colour, alpha) in [
        ("M0 0H1000V130Q860 190 700 150T400 170T140 150T0 190z", Rgb(196, 222, 214), 0.9),
        ("M0 0H1000V96Q850 150 690 112T390 132T130 112T0 150z", Rgb::WHITE, 0.9),
        ("M0 0H1000V78Q850 126 690 92T390 110T130 90T0 126z", Rgb(92, 176, 190), 1.0),
    ] {
        page.alpha(d, colour, alpha);
    }
    for (x, y) in [(90.0, 880.0), (900.0, 300.0)] {
        page.shadow(&oval(x, y, 34.0, 26.0), 4.0, 6.0, 8.0);
        page.path(&oval(x, y, 34.0, 26.0), "#f3d9c2");
        for k in -2..=2 {
            page.hair(
                &format!(
                    "M{x} {}Q{} {y} {} {}",
                    y + 22.0,
                    x + k as f32 * 8.0,
                    x + k as f32 * 13.0,
                    y - 22.0 + (k * k) as f32 * 3.0
                ),
                Rgb(190, 120, 90),
                3.0,
                0.6,
            );
        }
    }
}

pub(super) fn grass(page: &mut Pen<'_>) {
    let lawn = page.rad([0.3, 0.2, 1.1], &[(0.0, GRASS.lighter(0.22), 1.0), (0.6, GRASS, 1.0), (1.0, GRASS.darker(0.3), 1.0)]);
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &lawn);
    for i in 0..220_u32 {
        let (x, y) = ((i * 281) % 1010, (i * 167) % 1010);
        let lean = (i % 7) as i32 * 4 - 12;
        let tone = if i % 2 == 0 { GRASS.darker(0.4) } else { GRASS.lighter(0.4) };
        page.hair(&format!("M{x} {y}q2 -14 {lean} -26"), tone, 3.0, 0.5);
    }
    for (x, y) in [(120.0, 160.0), (870.0, 240.0), (150.0, 820.0), (840.0, 860.0), (500.0, 60.0)] {
        for k in 0..6 {
            page.turn(k as f32 * 60.0, x, y);
            page.path(&oval(x, y - 14.0, 7.0, 13.0), "#ffffff");
            page.close();
        }
        page.path(&disc(x, y, 8.0), "#f0c040");
    }
}

pub(super) fn turntable(page: &mut Pen<'_>, ground: Rgb) {
    let wood = timber(ground);
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &wood.darker(0.4).hex());
    let plinth = r(30.0, 60.0, 940.0, 880.0);
    page.shadow(&round(plinth, 26.0), 10.0, 20.0, 40.0);
    page.wood(&round(plinth, 26.0), plinth, wood);
    page.hair(&round(plinth.inset(3.0), 24.0), Rgb::WHITE, 4.0, 0.3);
    page.shadow(&disc(430.0, 500.0, 366.0), 6.0, 10.0, 20.0);
    let platter = page.lin(
        [0.0, 0.0, 1.0, 1.0],
        &[(0.0, Rgb(240, 240, 242), 1.0), (0.5, Rgb(120, 122, 128), 1.0), (1.0, Rgb(226, 226, 230), 1.0)],
    );
    page.path(&disc(430.0, 500.0, 366.0), &platter);
    page.path(&disc(430.0, 500.0, 354.0), "#26252a");
    // Arm and buttons.
    page.path(&disc(866.0, 190.0, 64.0), "#3a383e");
    let steel = page.rad([0.35, 0.3, 0.8], &[(0.0, Rgb(250, 250, 252), 1.0), (1.0, Rgb(120, 122, 130), 1.0)]);
    page.path(&disc(866.0, 190.0, 42.0), &steel);
    page.hair("M872 200L840 620L806 690", Rgb(20, 10, 20), 20.0, 0.25);
    page.line("M866 190L834 612L800 682", "#d8d9dd", 13.0);
    page.hair("M863 190L831 610", Rgb::WHITE, 4.0, 0.8);
    page.path("M786 668l34 16l-22 52l-36 -18z", "#2b2a30");
    for (y, tone) in [(820.0, Rgb(226, 92, 60)), (880.0, Rgb(230, 226, 216))] {
        page.path(&disc(880.0, y, 20.0), &tone.hex());
        page.alpha(&disc(876.0, y - 4.0, 10.0), Rgb::WHITE, 0.35);
    }
}
