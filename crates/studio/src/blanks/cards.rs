//! Paper that lies about: cards, tags, folded cards, gift wrap, tape, sticker sheets.

use super::{Cards, Drawing, lying, standing};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, Rect, disc, oval, r, round},
};

/// One card, turned about its own middle, with the artwork on its face.
fn card(pen: &mut Pen<'_>, at: Rect, turn: f32, radius: f32, border: f32) {
    pen.turn(turn, at.cx(), at.cy());
    let d = round(at, radius);
    pen.shadow(&d, 7.0, 13.0, 24.0);
    pen.path(&d, "#fcfaf5");
    let face = at.inset(border);
    pen.cover(&round(face, (radius - border).max(0.0)), face, 0.0);
    let sheen = pen.sheen(0.8);
    pen.path(&d, &sheen);
    pen.hair(&d, Rgb::WHITE, 1.5, 0.5);
    pen.close();
}

/// The back of a card: two colours of the palette in a calm figure.
fn back(pen: &mut Pen<'_>, at: Rect, turn: f32, radius: f32) {
    let (ground, line) = (pen.art.second, pen.art.third);
    pen.turn(turn, at.cx(), at.cy());
    let d = round(at, radius);
    pen.shadow(&d, 5.0, 9.0, 18.0);
    pen.path(&d, "#fcfaf5");
    let face = at.inset(at.w * 0.06);
    pen.clip(&round(face, radius * 0.6));
    pen.path(&round(face, 0.0), &ground.hex());
    for i in 0..26 {
        let x = face.x - face.h + i as f32 * at.w * 0.14;
        pen.hair(
            &format!("M{x} {}l{} {}M{} {}l-{} {}", face.y, face.h, face.h, x + face.h, face.y, face.h, face.h),
            line,
            2.5,
            0.55,
        );
    }
    pen.close();
    pen.path(&disc(at.cx(), at.cy(), at.w * 0.2), &pen.art.paper.hex());
    pen.path(&disc(at.cx(), at.cy(), at.w * 0.14), &pen.art.accent.hex());
    let sheen = pen.sheen(0.8);
    pen.path(&d, &sheen);
    pen.close();
}

pub(super) fn cards(pen: &mut Pen<'_>, set: Cards) -> Drawing {
    let wide = pen.art.w > pen.art.h * 1.15;
    match set {
        Cards::Mini => {
            card(pen, r(150.0, 190.0, 340.0, 440.0), -9.0, 0.0, 16.0);
            card(pen, r(520.0, 230.0, 330.0, 430.0), 8.0, 0.0, 16.0);
            let front = r(315.0, 320.0, 380.0, 490.0);
            card(pen, front, -2.0, 0.0, 18.0);
            lying(front)
        }
        Cards::Postcard => {
            let at = if wide { r(160.0, 270.0, 680.0, 460.0) } else { r(270.0, 160.0, 460.0, 680.0) };
            let behind = r(at.x + 44.0, at.y + 30.0, at.w, at.h);
            pen.turn(9.0, behind.cx(), behind.cy());
            let d = round(behind, 4.0);
            pen.shadow(&d, 7.0, 13.0, 24.0);
            pen.path(&d, "#faf6ec");
            let stamp = r(behind.x + behind.w - 108.0, behind.y + 22.0, 84.0, 100.0);
            pen.path(&round(stamp, 2.0), &pen.art.accent.lighter(0.2).hex());
            pen.close();
            card(pen, at, -4.0, 4.0, 0.0);
            lying(at)
        }
        Cards::Postcards => {
            for (turn, dx, dy) in [(16.0, 90.0, 40.0), (9.0, 56.0, 20.0), (2.0, 20.0, 0.0)] {
                back(pen, r(240.0 + dx, 190.0 + dy, 430.0, 600.0), turn, 4.0);
            }
            let front = r(210.0, 210.0, 430.0, 600.0);
            card(pen, front, -8.0, 4.0, 14.0);
            lying(front)
        }
        Cards::Bookmarks => {
            for (i, turn) in [-9.0, 0.0, 9.0].into_iter().enumerate() {
                let x = 205.0 + i as f32 * 210.0;
                let at = r(x, 200.0, 170.0, 620.0);
                let tassel = [pen.art.accent, pen.art.second, pen.art.third].get(i).copied().unwrap_or(pen.art.accent);
                pen.turn(turn, at.cx(), 820.0);
                pen.line(&format!("M{} 224q-16 -60 10 -90t0 -70", at.cx()), &tassel.hex(), 7.0);
                for k in 0..5 {
                    pen.line(&format!("M{} 66l{} -48", at.cx() + 1.0, -20 + k * 10), &tassel.darker(k as f32 * 0.05).hex(), 4.0);
                }
                let d = round(at, 12.0);
                pen.shadow(&d, 7.0, 13.0, 22.0);
                pen.cover(&d, at, if pen.art.kind == DesignKind::Motif { 110.0 } else { 120.0 });
                pen.alpha(&disc(at.cx(), 226.0, 15.0), tassel.darker(0.3), 1.0);
                let sheen = pen.sheen(0.8);
                pen.path(&d, &sheen);
                pen.close();
            }
            lying(r(400.0, 300.0, 200.0, 400.0))
        }
        Cards::Tags => {
            for (i, (x, y, turn)) in [(180.0, 200.0, -14.0), (540.0, 170.0, 10.0), (340.0, 400.0, -3.0)].into_iter().enumerate() {
                let (w, h) = (280.0, 420.0);
                let (cx, cy) = (x + w / 2.0, y + h / 2.0);
                pen.turn(turn, cx, cy);
                let d = format!(
                    "M{} {y}h{}l70 76v{}q0 12 -12 12h-{}q-12 0 -12 -12v-{}z",
                    x + 70.0,
                    w - 140.0,
                    h - 88.0,
                    w - 24.0,
                    h - 88.0
                );
                pen.shadow(&d, 7.0, 12.0, 22.0);
                let paper = if i == 1 { pen.art.second } else { pen.art.paper };
                pen.path(&d, &paper.hex());
                if i == 1 && pen.art.kind == DesignKind::Motif {
                    pen.path(&disc(cx, cy + 40.0, 118.0), &pen.art.paper.hex());
                    pen.fit(r(cx - 88.0, cy - 48.0, 176.0, 176.0));
                } else if pen.art.kind == DesignKind::Motif {
                    pen.fit(r(x + 26.0, y + 110.0, w - 52.0, h - 140.0));
                } else {
                    pen.cover(&d, r(x, y, w, h), 130.0);
                }
                let sheen = pen.sheen(0.8);
                pen.path(&d, &sheen);
                pen.path(&disc(cx, y + 46.0, 20.0), "#c79a62");
                pen.path(&disc(cx, y + 46.0, 11.0), "#4a3a30");
                pen.line(&format!("M{cx} {}q-40 -70 10 -120t-20 -60", y + 46.0), "#d9c19a", 6.0);
                pen.close();
            }
            lying(r(360.0, 480.0, 240.0, 320.0))
        }
        Cards::Playing | Cards::Oracle => {
            let tall = set == Cards::Oracle;
            let (w, h) = if tall { (300.0, 520.0) } else { (320.0, 460.0) };
            // The box stands behind, its lid open.
            let tuck = r(560.0, 220.0, w * 0.98, h);
            pen.turn(7.0, tuck.cx(), tuck.cy());
            let d = round(r(tuck.x, tuck.y, tuck.w + 34.0, tuck.h), 8.0);
            pen.shadow(&d, 10.0, 18.0, 30.0);
            pen.path(&d, &pen.art.accent.darker(0.35).hex());
            pen.path(&round(tuck, 8.0), &pen.art.accent.hex());
            let window = tuck.inset(30.0);
            pen.cover(&round(window, 6.0), window, 0.0);
            let sheen = pen.sheen(1.0);
            pen.path(&round(tuck, 8.0), &sheen);
            pen.close();
            for (i, turn) in [-26.0, -14.0, -3.0].into_iter().enumerate() {
                let at = r(240.0 + i as f32 * 18.0, 330.0, w, h);
                if i < 2 {
                    back(pen, at, turn, 20.0);
                } else {
                    card(pen, at, turn, 20.0, 16.0);
                }
            }
            lying(r(276.0, 350.0, w, h))
        }
    }
}

pub(super) fn folded(pen: &mut Pen<'_>, sets: u32) -> Drawing {
    let base = 780.0;
    let kraft = pen.body;
    let envelope = r(470.0, 440.0, 410.0, 330.0);
    for i in 0..sets {
        let shift = i as f32 * 16.0;
        let at = r(envelope.x + shift, envelope.y - shift, envelope.w, envelope.h);
        pen.contact(at.cx(), base - 6.0, 200.0);
        let d = round(at, 4.0);
        let tone = if i == 1 { pen.art.second } else { kraft };
        let paper = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, tone.lighter(0.2), 1.0), (1.0, tone.darker(0.16), 1.0)]);
        pen.path(&d, &paper);
        pen.alpha(&format!("M{} {}L{} {}L{} {}z", at.x, at.y, at.cx(), at.y + at.h * 0.56, at.x + at.w, at.y), Rgb::WHITE, 0.18);
        pen.hair(
            &format!("M{} {}L{} {}L{} {}", at.x, at.y, at.cx(), at.y + at.h * 0.56, at.x + at.w, at.y),
            Rgb(60, 30, 10),
            3.0,
            0.25,
        );
        pen.path(&disc(at.cx(), at.y + at.h * 0.56, 22.0), &pen.art.accent.hex());
    }
    // The card stands open, its spine to the left.
    let face = r(210.0, 270.0, 400.0, 510.0);
    pen.contact(face.cx(), base, 205.0);
    let leaf = format!("M{} {}L{} {}V{}L{} {}z", face.x, face.y, face.x - 70.0, face.y + 26.0, base - 22.0, face.x, base);
    let inside = pen.lin([0.0, 0.0, 1.0, 0.0], &[(0.0, Rgb(226, 220, 210), 1.0), (1.0, Rgb(186, 178, 168), 1.0)]);
    pen.path(&leaf, &inside);
    let d = round(face, 2.0);
    pen.path(&d, "#fcfaf5");
    pen.cover(&d, face, 0.0);
    let fold = pen.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, Rgb(20, 10, 20), 0.3), (0.03, Rgb::WHITE, 0.3), (0.1, Rgb::WHITE, 0.0), (1.0, Rgb(20, 10, 20), 0.08)],
    );
    pen.path(&d, &fold);
    standing(base, face)
}

pub(super) fn wrap(pen: &mut Pen<'_>) -> Drawing {
    // A sheet, half unrolled, and the roll across it.
    let sheet = r(190.0, 330.0, 620.0, 540.0);
    let d = round(sheet, 0.0);
    pen.shadow(&d, 10.0, 16.0, 34.0);
    pen.cover(&d, sheet, 120.0);
    let curl = pen.lin(
        [0.0, 0.0, 0.0, 1.0],
        &[(0.0, Rgb(20, 10, 20), 0.42), (0.16, Rgb(20, 10, 20), 0.0), (0.9, Rgb::WHITE, 0.0), (1.0, Rgb::WHITE, 0.3)],
    );
    pen.path(&d, &curl);
    let roll = r(170.0, 180.0, 660.0, 190.0);
    let tube = format!(
        "M{} {}h{}a34 {} 0 0 1 0 {}h-{}a34 {} 0 0 1 0 -{}z",
        roll.x,
        roll.y,
        roll.w,
        roll.h / 2.0,
        roll.h,
        roll.w,
        roll.h / 2.0,
        roll.h
    );
    pen.shadow(&tube, 6.0, 26.0, 30.0);
    pen.cover(&tube, roll, 120.0);
    let volume = pen.lin(
        [0.0, 0.0, 0.0, 1.0],
        &[(0.0, Rgb(20, 10, 20), 0.2), (0.22, Rgb::WHITE, 0.42), (0.4, Rgb::WHITE, 0.04), (1.0, Rgb(20, 10, 20), 0.52)],
    );
    pen.path(&tube, &volume);
    let (x, cy) = (roll.x + roll.w, roll.cy());
    pen.path(&oval(x, cy, 34.0, roll.h / 2.0), "#f3eee4");
    for i in 0..5 {
        let k = 1.0 - i as f32 * 0.14;
        pen.hair(&oval(x, cy, 34.0 * k, roll.h / 2.0 * k), Rgb(120, 100, 90), 2.0, 0.4);
    }
    pen.path(&oval(x, cy, 11.0, 34.0), "#6b5a4c");
    // A ribbon around the roll.
    let ribbon = pen.art.accent;
    let band = pen.lin(
        [0.0, 0.0, 0.0, 1.0],
        &[(0.0, ribbon.darker(0.2), 1.0), (0.25, ribbon.lighter(0.3), 1.0), (1.0, ribbon.darker(0.45), 1.0)],
    );
    pen.path(
        &format!("M{} {}h36a34 {} 0 0 1 0 {}h-36a34 {} 0 0 0 0 -{}z", 430.0, roll.y, roll.h / 2.0, roll.h, roll.h / 2.0, roll.h),
        &band,
    );
    lying(r(240.0, 420.0, 520.0, 420.0))
}

pub(super) fn tape(pen: &mut Pen<'_>) -> Drawing {
    // A strip stuck below, and two rolls seen from a little above.
    let strip = r(120.0, 760.0, 760.0, 92.0);
    let torn = format!(
        "M{} {}h{}l-9 12l10 11l-11 12l9 12l-10 11l11 12l-9 11l10 11h-{}l8 -11l-10 -11l11 -12l-9 -12l10 -12l-11 -11l9 -12z",
        strip.x, strip.y, strip.w, strip.w
    );
    pen.shadow(&torn, 2.0, 4.0, 8.0);
    pen.cover(&torn, strip, 54.0);
    pen.alpha(&torn, Rgb::WHITE, 0.1);
    for (cx, cy, wide, tile) in [(650.0, 360.0, 190.0, 62.0), (350.0, 440.0, 220.0, 70.0)] {
        let (thick, ry) = (120.0, wide * 0.56);
        pen.contact(cx, cy + thick + ry * 0.7, wide * 0.9);
        let side = format!("M{} {cy}v{thick}a{wide} {ry} 0 0 0 {} 0v-{thick}z", cx - wide, wide * 2.0);
        pen.cover(&side, r(cx - wide, cy, wide * 2.0, thick + ry), tile);
        let barrel = pen.barrel(0.9);
        pen.path(&side, &barrel);
        pen.path(&oval(cx, cy, wide, ry), "#f6f0e4");
        for i in 1..5 {
            let k = 1.0 - i as f32 * 0.06;
            pen.hair(&oval(cx, cy, wide * k, ry * k), pen.art.accent, 2.5, 0.35);
        }
        let ring = oval(cx, cy, wide * 0.66, ry * 0.66);
        pen.path(&ring, "#d8c3a0");
        let hole = oval(cx, cy + 4.0, wide * 0.58, ry * 0.58);
        let deep = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb(96, 72, 52), 1.0), (1.0, Rgb(190, 160, 124), 1.0)]);
        pen.path(&hole, &deep);
    }
    lying(r(200.0, 500.0, 300.0, 200.0))
}

pub(super) fn sticker_sheet(pen: &mut Pen<'_>) -> Drawing {
    let sheet = r(215.0, 130.0, 570.0, 740.0);
    let d = round(sheet, 18.0);
    pen.turn(-3.0, 500.0, 500.0);
    pen.shadow(&d, 10.0, 18.0, 34.0);
    let tint = pen.art.second.lighter(0.72).hex();
    pen.path(&d, &tint);
    let motif = pen.art.kind == DesignKind::Motif;
    let spots = [
        (r(250.0, 165.0, 300.0, 300.0), 0.0),
        (r(590.0, 175.0, 160.0, 160.0), 10.0),
        (r(590.0, 345.0, 160.0, 160.0), -8.0),
        (r(250.0, 500.0, 190.0, 190.0), -10.0),
        (r(460.0, 510.0, 290.0, 290.0), 5.0),
        (r(262.0, 706.0, 150.0, 130.0), 6.0),
    ];
    for (i, (spot, turn)) in spots.into_iter().enumerate() {
        pen.turn(turn, spot.cx(), spot.cy());
        if motif {
            pen.outline(spot.inset(14.0), 11.0, "#ffffff");
            pen.place(spot.inset(14.0));
        } else {
            let side = spot.w.min(spot.h) / 2.0;
            let shape = if i % 2 == 0 { disc(spot.cx(), spot.cy(), side - 4.0) } else { round(spot.inset(6.0), 24.0) };
            pen.line(&shape, "#ffffff", 16.0);
            pen.cover(&shape, spot, if i < 2 { 0.0 } else { 90.0 });
        }
        pen.close();
    }
    let sheen = pen.sheen(1.0);
    pen.path(&d, &sheen);
    pen.hair(&d, Rgb::WHITE, 2.0, 0.6);
    pen.close();
    lying(r(440.0, 490.0, 320.0, 320.0))
}

pub(super) fn tattoo(pen: &mut Pen<'_>) -> Drawing {
    for (i, (x, y, turn, side)) in [(190.0, 200.0, -10.0, 380.0), (500.0, 420.0, 8.0, 380.0)].into_iter().enumerate() {
        let at = r(x, y, side, side);
        let d = round(at, 10.0);
        pen.turn(turn, at.cx(), at.cy());
        pen.shadow(&d, 7.0, 12.0, 22.0);
        pen.path(&d, "#fdfcf8");
        let room = at.inset(46.0);
        if pen.art.kind == DesignKind::Motif {
            pen.place(room);
        } else {
            let disc_of = disc(at.cx(), at.cy(), 140.0);
            pen.cover(&disc_of, room, 120.0);
        }
        pen.stitch(&round(at.inset(18.0), 6.0), Rgb(150, 150, 160), 2.5, 9.0, 0.8);
        let film = pen.lin(
            [0.0, 0.0, 1.0, 1.0],
            &[
                (0.0, Rgb(170, 220, 240), 0.3),
                (0.5, Rgb::WHITE, 0.0),
                (0.52, Rgb::WHITE, 0.4),
                (0.62, Rgb::WHITE, 0.05),
                (1.0, Rgb(190, 170, 220), 0.22),
            ],
        );
        pen.path(&d, &film);
        if i == 1 {
            // One corner of the film is already lifted.
            let (cx, cy) = (at.x + at.w, at.y);
            pen.alpha(
                &format!("M{} {cy}Q{} {} {cx} {}L{} {}z", cx - 90.0, cx - 70.0, cy + 70.0, cy + 90.0, cx - 84.0, cy + 84.0),
                Rgb(200, 222, 232),
                0.95,
            );
        }
        pen.close();
    }
    lying(r(520.0, 440.0, 340.0, 340.0))
}
