//! Phones and what goes around them, and downloads as they look when opened.

use super::{Digital, Drawing, Phone, lying};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, Rect, disc, oval, r, round},
};

/// A camera island with three lenses.
pub(super) fn camera(pen: &mut Pen<'_>, at: Rect, island: Rgb) {
    let d = round(at, at.w * 0.28);
    pen.shadow(&d, 2.0, 4.0, 8.0);
    pen.path(&d, &island.hex());
    pen.hair(&round(at.inset(2.0), at.w * 0.26), Rgb::WHITE, 2.5, 0.35);
    let k = at.w / 150.0;
    for (x, y) in [(46.0, 46.0), (46.0, 110.0), (106.0, 78.0)] {
        let (x, y) = (at.x + x * k, at.y + y * k);
        pen.path(&disc(x, y, 27.0 * k), "#8f929a");
        pen.path(&disc(x, y, 24.0 * k), "#15151a");
        let lens =
            pen.rad([0.4, 0.35, 0.7], &[(0.0, Rgb(90, 110, 170), 1.0), (0.5, Rgb(34, 36, 62), 1.0), (1.0, Rgb(8, 8, 12), 1.0)]);
        pen.path(&disc(x, y, 15.0 * k), &lens);
        pen.alpha(&disc(x - 5.0 * k, y - 6.0 * k, 4.0 * k), Rgb::WHITE, 0.9);
    }
    pen.path(&disc(at.x + 110.0 * k, at.y + 26.0 * k, 9.0 * k), "#fff4d8");
}

pub(super) fn phone(pen: &mut Pen<'_>, phone: Phone) -> Drawing {
    let at = r(290.0, 90.0, 420.0, 820.0);
    let tough = phone == Phone::Tough;
    let radius = if tough { 78.0 } else { 70.0 };
    let body = pen.body;
    pen.turn(-9.0, 500.0, 500.0);
    let whole = round(at, radius);
    // A second phone, face down under the first, shows the case's edge.
    pen.shadow(&whole, 16.0, 26.0, 40.0);
    pen.path(&round(r(at.x + 5.0, at.y + 8.0, at.w, at.h), radius), &body.darker(0.5).hex());
    if phone == Phone::Clear {
        let glass = pen.lin(
            [0.0, 0.0, 1.0, 1.0],
            &[(0.0, Rgb(244, 248, 250), 1.0), (0.5, Rgb(214, 226, 232), 1.0), (1.0, Rgb(186, 202, 212), 1.0)],
        );
        pen.path(&whole, &glass);
        let back = at.inset(15.0);
        let metal = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, Rgb(250, 247, 242), 1.0), (1.0, Rgb(216, 210, 204), 1.0)]);
        pen.path(&round(back, radius - 12.0), &metal);
    } else {
        let shell =
            pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, body.lighter(0.3), 1.0), (0.5, body, 1.0), (1.0, body.darker(0.28), 1.0)]);
        pen.path(&whole, &shell);
    }
    let face = if tough { at.inset(24.0) } else { at.inset(if phone == Phone::Clear { 20.0 } else { 8.0 }) };
    let inner = round(face, radius - (face.x - at.x));
    if pen.art.kind == DesignKind::Motif {
        if phone != Phone::Clear {
            let ground = if body.is_dark() { body.lighter(0.06) } else { body };
            pen.path(&inner, &ground.hex());
        }
        pen.place(r(face.x + 34.0, face.y + 240.0, face.w - 68.0, face.h - 300.0));
    } else {
        pen.cover(&inner, face, 150.0);
    }
    camera(
        pen,
        r(face.x + 22.0, face.y + 24.0, 150.0, 156.0),
        if phone == Phone::Clear { Rgb(226, 222, 216) } else { body.darker(0.3) },
    );
    let gloss = pen.lin(
        [0.0, 0.0, 1.0, 1.0],
        &[
            (0.0, Rgb::WHITE, 0.36),
            (0.28, Rgb::WHITE, 0.04),
            (0.4, Rgb::WHITE, 0.2),
            (0.47, Rgb::WHITE, 0.0),
            (0.7, Rgb::BLACK, 0.0),
            (1.0, Rgb(20, 10, 30), 0.24),
        ],
    );
    pen.path(&whole, &gloss);
    pen.hair(&round(at.inset(2.5), radius - 2.0), Rgb::WHITE, 4.0, 0.45);
    if tough {
        for (x, y) in [(at.x, at.y), (at.x + at.w, at.y), (at.x, at.y + at.h), (at.x + at.w, at.y + at.h)] {
            let (sx, sy) = (if x < 500.0 { 1.0 } else { -1.0 }, if y < 500.0 { 1.0 } else { -1.0 });
            pen.hair(
                &format!("M{} {}q{} {} {} {}", x + sx * 6.0, y + sy * 84.0, sx * 2.0, -sy * 74.0, sx * 78.0, -sy * 78.0),
                body.lighter(0.25),
                12.0,
                0.8,
            );
        }
        pen.hair(&inner, Rgb::BLACK, 5.0, 0.35);
    }
    if phone == Phone::Clear {
        pen.hair(&round(at.inset(13.0), radius - 11.0), Rgb(120, 140, 150), 2.5, 0.4);
        for (x, y) in [(at.x + 20.0, at.y + 20.0), (at.x + at.w - 20.0, at.y + at.h - 20.0)] {
            pen.alpha(&disc(x, y, 16.0), Rgb::WHITE, 0.7);
        }
    }
    pen.rect(at.x + at.w - 3.0, at.y + 210.0, 9.0, 90.0, 4.0, &body.darker(0.3).hex());
    pen.close();
    lying(r(face.x + 20.0, face.y + 260.0, face.w - 40.0, 380.0))
}

pub(super) fn earbud(pen: &mut Pen<'_>) -> Drawing {
    let body = pen.body;
    let at = r(270.0, 270.0, 460.0, 440.0);
    let d = round(at, 170.0);
    pen.line("M740 330C840 300 880 380 800 430", "#b9bcc4", 14.0);
    pen.hair("M742 326C836 300 870 380 796 424", Rgb::WHITE, 4.0, 0.7);
    pen.shadow(&d, 14.0, 26.0, 36.0);
    pen.path(&round(r(at.x + 4.0, at.y + 10.0, at.w, at.h), 170.0), &body.darker(0.5).hex());
    pen.path(&d, &body.hex());
    let lower = at;
    if pen.art.kind == DesignKind::Motif {
        pen.place(r(at.x + 100.0, at.y + 150.0, at.w - 200.0, at.h - 190.0));
    } else {
        pen.cover(&d, lower, 110.0);
    }
    let dome = pen.rad(
        [0.36, 0.26, 0.85],
        &[(0.0, Rgb::WHITE, 0.5), (0.35, Rgb::WHITE, 0.04), (0.7, Rgb(20, 10, 30), 0.08), (1.0, Rgb(20, 10, 30), 0.5)],
    );
    pen.path(&d, &dome);
    pen.hair(
        &format!("M{} {}Q500 {} {} {}", at.x + 3.0, at.y + 134.0, at.y + 150.0, at.x + at.w - 3.0, at.y + 134.0),
        Rgb::BLACK,
        5.0,
        0.4,
    );
    pen.hair(
        &format!("M{} {}Q500 {} {} {}", at.x + 5.0, at.y + 139.0, at.y + 155.0, at.x + at.w - 5.0, at.y + 139.0),
        Rgb::WHITE,
        3.0,
        0.35,
    );
    pen.path(&disc(500.0, at.y + 172.0, 7.0), "#8fe0a0");
    // The earbuds themselves, beside.
    for (x, y, turn) in [(250.0, 800.0, -30.0), (390.0, 850.0, 24.0)] {
        pen.turn(turn, x, y);
        let stem = round(r(x - 15.0, y, 30.0, 100.0), 15.0);
        pen.shadow(&stem, 5.0, 8.0, 10.0);
        pen.path(&stem, "#f4f2ee");
        pen.path(&oval(x, y - 6.0, 44.0, 38.0), "#fbfaf7");
        pen.path(&oval(x - 26.0, y - 12.0, 18.0, 22.0), "#c9c6c2");
        pen.alpha(&oval(x + 8.0, y - 18.0, 16.0, 10.0), Rgb::WHITE, 0.9);
        pen.close();
    }
    lying(r(350.0, 400.0, 300.0, 270.0))
}

/// A phone's screen with the artwork as wallpaper.
fn screen(pen: &mut Pen<'_>, at: Rect, radius: f32, bezel: f32, clock: bool) {
    let d = round(at, radius);
    pen.shadow(&d, 14.0, 24.0, 36.0);
    let metal = pen
        .lin([0.0, 0.0, 1.0, 1.0], &[(0.0, Rgb(120, 120, 128), 1.0), (0.5, Rgb(40, 40, 46), 1.0), (1.0, Rgb(90, 90, 98), 1.0)]);
    pen.path(&d, &metal);
    pen.path(&round(at.inset(4.0), radius - 4.0), "#0f0f13");
    let face = at.inset(bezel);
    let glass = round(face, radius - bezel);
    pen.path(&glass, &pen.art.paper.hex());
    pen.cover(&glass, face, if at.w > at.h { 150.0 } else { 0.0 });
    if clock {
        for (i, w) in [26.0, 26.0, 26.0, 26.0].into_iter().enumerate() {
            let x = face.cx() - 82.0 + i as f32 * 42.0 + if i > 1 { 12.0 } else { 0.0 };
            pen.alpha(&round(r(x, face.y + 76.0, w, 54.0), 9.0), Rgb::WHITE, 0.92);
        }
        pen.alpha(&round(r(face.cx() - 60.0, face.y + 46.0, 120.0, 10.0), 5.0), Rgb::WHITE, 0.85);
        pen.path(&round(r(face.cx() - 44.0, face.y + 14.0, 88.0, 22.0), 11.0), "#0f0f13");
    }
    let gloss = pen.lin(
        [0.0, 0.0, 1.0, 1.0],
        &[(0.0, Rgb::WHITE, 0.26), (0.35, Rgb::WHITE, 0.04), (0.36, Rgb::WHITE, 0.0), (1.0, Rgb::BLACK, 0.06)],
    );
    pen.path(&glass, &gloss);
}

/// A printed page with a picture or staves on it.
fn page(pen: &mut Pen<'_>, at: Rect, turn: f32, staves: bool, picture: bool) {
    pen.turn(turn, at.cx(), at.cy());
    let d = round(at, 2.0);
    pen.shadow(&d, 8.0, 14.0, 26.0);
    pen.path(&d, "#fdfcf7");
    leaf(pen, at, staves, picture);
    let sheen = pen.sheen(0.5);
    pen.path(&d, &sheen);
    pen.close();
}

/// What is printed on a page.
pub(crate) fn leaf(pen: &mut Pen<'_>, at: Rect, staves: bool, picture: bool) {
    let ink = pen.art.ink;
    let mut y = at.y + 50.0;
    if picture {
        let area = r(at.x + 40.0, at.y + 40.0, at.w - 80.0, if staves { 200.0 } else { at.h - 80.0 });
        pen.cover(&round(area, 2.0), area, 0.0);
        y = at.y + 290.0;
    }
    if staves {
        pen.line(&format!("M{} {}h{}", at.cx() - 90.0, y - 24.0, 180.0), &ink.hex(), 8.0);
        let mut system = 0;
        while y < at.y + at.h - 90.0 {
            for k in 0..5 {
                pen.hair(&format!("M{} {}h{}", at.x + 40.0, y + k as f32 * 10.0, at.w - 80.0), ink, 1.6, 0.75);
            }
            pen.line(
                &format!("M{} {}q-18 -26 4 -40q14 14 -4 34q-22 22 2 34q22 -10 6 -26", at.x + 62.0, y + 34.0),
                &ink.hex(),
                3.5,
            );
            for n in 0..9 {
                let x = at.x + 108.0 + n as f32 * (at.w - 170.0) / 9.0;
                let line = ((n * 5 + system * 3) % 7) as f32 * 5.0;
                let ny = y + 38.0 - line;
                pen.turn(-20.0, x, ny);
                pen.path(&oval(x, ny, 8.5, 6.0), &ink.hex());
                pen.close();
                pen.line(&format!("M{} {ny}v-34", x + 7.5), &ink.hex(), 2.4);
                if n % 3 == 0 {
                    pen.line(&format!("M{} {}q14 8 8 24", x + 7.5, ny - 34.0), &ink.hex(), 2.8);
                }
            }
            for bar in 0..4 {
                pen.hair(&format!("M{} {y}v40", at.x + 40.0 + bar as f32 * (at.w - 80.0) / 3.0), ink, 1.8, 0.8);
            }
            y += 84.0;
            system += 1;
        }
    }
}

pub(super) fn digital(pen: &mut Pen<'_>, digital: Digital) -> Drawing {
    match digital {
        Digital::Wallpapers => {
            screen(pen, r(100.0, 190.0, 640.0, 440.0), 30.0, 20.0, false);
            let front = r(560.0, 300.0, 270.0, 550.0);
            screen(pen, front, 48.0, 10.0, true);
            lying(r(570.0, 420.0, 250.0, 400.0))
        }
        Digital::Album => {
            let at = r(310.0, 100.0, 390.0, 800.0);
            let d = round(at, 66.0);
            pen.turn(-6.0, 500.0, 500.0);
            pen.shadow(&d, 14.0, 24.0, 38.0);
            let metal = pen.lin(
                [0.0, 0.0, 1.0, 1.0],
                &[(0.0, Rgb(130, 130, 138), 1.0), (0.5, Rgb(40, 40, 46), 1.0), (1.0, Rgb(96, 96, 104), 1.0)],
            );
            pen.path(&d, &metal);
            let face = at.inset(12.0);
            let tone = pen.art.ink.darker(0.2);
            let shade = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, pen.art.accent.darker(0.3), 1.0), (1.0, tone, 1.0)]);
            pen.path(&round(face, 56.0), &shade);
            let sleeve = r(face.x + 34.0, face.y + 110.0, face.w - 68.0, face.w - 68.0);
            pen.shadow(&round(sleeve, 12.0), 2.0, 10.0, 18.0);
            pen.path(&round(sleeve, 12.0), &pen.art.paper.hex());
            pen.cover(&round(sleeve, 12.0), sleeve, 0.0);
            let low = sleeve.y + sleeve.h;
            pen.alpha(&round(r(sleeve.x, low + 34.0, 190.0, 18.0), 9.0), Rgb::WHITE, 0.95);
            pen.alpha(&round(r(sleeve.x, low + 66.0, 120.0, 12.0), 6.0), Rgb::WHITE, 0.55);
            pen.alpha(&round(r(sleeve.x, low + 112.0, sleeve.w, 7.0), 3.5), Rgb::WHITE, 0.3);
            pen.alpha(&round(r(sleeve.x, low + 112.0, sleeve.w * 0.4, 7.0), 3.5), Rgb::WHITE, 0.95);
            pen.path(&disc(sleeve.x + sleeve.w * 0.4, low + 115.5, 11.0), "#ffffff");
            pen.path(&disc(500.0, low + 200.0, 46.0), "#ffffff");
            pen.path(&format!("M{} {}v44l36 -22z", 487.0, low + 178.0), &tone.hex());
            for (x, s) in [(390.0, -1.0), (610.0, 1.0)] {
                pen.path(&format!("M{x} {}v36l{} -18z", low + 182.0, s * 28.0), "#ffffff");
            }
            pen.path(&round(r(446.0, face.y + 18.0, 108.0, 28.0), 14.0), "#0c0c10");
            pen.close();
            lying(sleeve)
        }
        Digital::Samples => {
            let at = r(130.0, 240.0, 740.0, 520.0);
            let d = round(at, 24.0);
            pen.shadow(&d, 12.0, 22.0, 40.0);
            pen.path(&d, "#1f1d24");
            pen.path(&round(r(at.x, at.y, at.w, 54.0), 24.0), "#2d2a33");
            for (i, tone) in [Rgb(236, 106, 94), Rgb(244, 191, 79), Rgb(98, 197, 84)].into_iter().enumerate() {
                pen.path(&disc(at.x + 34.0 + i as f32 * 30.0, at.y + 28.0, 9.0), &tone.hex());
            }
            let cover = r(at.x + 30.0, at.y + 84.0, 210.0, 210.0);
            pen.path(&round(cover, 10.0), &pen.art.paper.hex());
            pen.cover(&round(cover, 10.0), cover, 0.0);
            let tones = [pen.art.accent, pen.art.third, pen.art.second.lighter(0.25), pen.art.paper];
            for row in 0..4 {
                let y = at.y + 84.0 + row as f32 * 104.0;
                let lane = r(at.x + 264.0, y, at.w - 294.0, 92.0);
                let tone = tones.get(row).copied().unwrap_or(pen.art.accent);
                pen.alpha(&round(lane, 8.0), tone, 0.16);
                for i in 0..54 {
                    let swell = (((i * 7 + row * 13) % 19) as f32 / 19.0) * (1.0 - ((i as f32 / 53.0) * 2.0 - 1.0).abs() * 0.6);
                    let half = 4.0 + swell * 38.0;
                    pen.line(
                        &format!("M{} {}v{}", lane.x + 12.0 + i as f32 * 7.9, y + 46.0 - half, half * 2.0),
                        &tone.hex(),
                        4.4,
                    );
                }
            }
            for i in 0..8 {
                let pad = r(at.x + 30.0 + (i % 4) as f32 * 54.0, at.y + 316.0 + (i / 4) as f32 * 84.0, 46.0, 74.0);
                let tone = tones.get((i * 3 + 1) % 4).copied().unwrap_or(pen.art.accent);
                pen.path(&round(pad, 8.0), &tone.darker(0.12).hex());
                pen.alpha(&round(r(pad.x, pad.y, pad.w, 26.0), 8.0), Rgb::WHITE, 0.18);
            }
            pen.line(&format!("M{} {}v416", at.x + 470.0, at.y + 74.0), "#ffffff", 3.0);
            let gloss = pen.sheen(0.6);
            pen.path(&d, &gloss);
            lying(cover.inset(-30.0))
        }
        Digital::Score => {
            page(pen, r(330.0, 150.0, 470.0, 640.0), 9.0, true, false);
            let front = r(210.0, 180.0, 480.0, 660.0);
            page(pen, front, -5.0, true, true);
            lying(r(230.0, 210.0, 420.0, 360.0))
        }
        Digital::Printable => {
            page(pen, r(360.0, 170.0, 450.0, 610.0), 11.0, false, true);
            let front = r(200.0, 190.0, 470.0, 640.0);
            page(pen, front, -5.0, false, true);
            lying(front.inset(50.0))
        }
    }
}
