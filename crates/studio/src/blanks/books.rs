//! Bound paper: notebooks, books, zines, calendars, covers.

use super::{Book, Drawing, hanging, lying, standing};
use crate::{
    colour::Rgb,
    pen::{Pen, Rect, disc, r, round},
};

/// Pages that look out to the right and below.
fn pages(pen: &mut Pen<'_>, cover: Rect, thick: f32, radius: f32) {
    let Rect { x, y, w, h } = cover;
    let block = round(r(x + 6.0, y + 6.0, w + thick - 6.0, h + thick - 6.0), radius);
    pen.shadow(&block, 10.0, 16.0, 34.0);
    let paper = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, Rgb(250, 246, 236), 1.0), (1.0, Rgb(214, 204, 188), 1.0)]);
    pen.path(&block, &paper);
    let lines = (thick / 4.0) as i32;
    for i in 0..lines {
        let o = i as f32 * 4.0 + 3.0;
        pen.hair(&format!("M{} {}V{}H{}", x + w + o, y + 10.0 + o, y + h + o, x + 10.0 + o), Rgb(130, 116, 100), 1.2, 0.4);
    }
}

pub(super) fn book(pen: &mut Pen<'_>, book: Book) -> Drawing {
    match book {
        Book::Spiral | Book::Sketch => spiral(pen, book == Book::Sketch),
        Book::Hard | Book::Planner | Book::Passport => hard(pen, book),
        Book::Art => art_book(pen),
        Book::Pad => pad(pen),
        Book::Pocket => {
            stapled(pen, r(430.0, 190.0, 380.0, 560.0), 9.0, true);
            let front = r(210.0, 240.0, 400.0, 580.0);
            stapled(pen, front, -6.0, false);
            lying(front)
        }
        Book::Zine => {
            stapled(pen, r(330.0, 180.0, 470.0, 640.0), 10.0, true);
            let front = r(230.0, 170.0, 480.0, 660.0);
            stapled(pen, front, -4.0, false);
            lying(front)
        }
        Book::Lyric => {
            let front = r(230.0, 200.0, 540.0, 600.0);
            stapled(pen, front, -3.0, false);
            lying(front)
        }
    }
}

fn stapled(pen: &mut Pen<'_>, at: Rect, turn: f32, inner: bool) {
    pen.turn(turn, at.cx(), at.cy());
    pages(pen, at, 9.0, 6.0);
    let d = round(at, 6.0);
    if inner {
        let kraft = pen.art.second;
        pen.path(&d, &kraft.hex());
        pen.cover(&d, at, 150.0);
        pen.alpha(&d, kraft, 0.12);
    } else {
        pen.cover(&d, at, 0.0);
    }
    let sheen = pen.sheen(0.9);
    pen.path(&d, &sheen);
    let spine = pen.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, Rgb::BLACK, 0.3), (0.012, Rgb::WHITE, 0.25), (0.05, Rgb::BLACK, 0.1), (0.09, Rgb::BLACK, 0.0)],
    );
    pen.path(&d, &spine);
    for k in [0.2, 0.8] {
        pen.line(&format!("M{} {}v36", at.x + 3.0, at.y + at.h * k - 18.0), "#c9ccd2", 5.0);
    }
    pen.close();
}

fn spiral(pen: &mut Pen<'_>, landscape: bool) -> Drawing {
    let cover = if landscape { r(150.0, 240.0, 720.0, 540.0) } else { r(260.0, 150.0, 500.0, 700.0) };
    pages(pen, cover, 16.0, 14.0);
    let d = round(cover, 14.0);
    pen.cover(&d, cover, 0.0);
    let sheen = pen.sheen(1.0);
    pen.path(&d, &sheen);
    let edge = pen.lin([0.0, 0.0, 1.0, 0.0], &[(0.0, Rgb::BLACK, 0.22), (0.08, Rgb::BLACK, 0.0)]);
    pen.path(&d, &edge);
    let wire = pen.body;
    let count = (cover.h / 34.0) as i32;
    for i in 0..count {
        let y = cover.y + 22.0 + i as f32 * 34.0;
        pen.path(&disc(cover.x + 24.0, y, 7.0), "#2a2428");
        let loop_of = format!("M{} {y}c-18 -20 -62 -18 -62 2c0 14 26 14 44 6", cover.x + 24.0);
        pen.hair(&loop_of, Rgb(20, 10, 20), 9.0, 0.25);
        pen.line(&loop_of, &wire.hex(), 6.5);
        pen.hair(&format!("M{} {}c-14 -12 -40 -12 -46 -2", cover.x + 20.0, y - 4.0), Rgb::WHITE, 2.2, 0.7);
    }
    lying(cover)
}

fn hard(pen: &mut Pen<'_>, book: Book) -> Drawing {
    let cover = if book == Book::Passport { r(275.0, 160.0, 460.0, 650.0) } else { r(245.0, 140.0, 510.0, 710.0) };
    pages(pen, cover, if book == Book::Passport { 12.0 } else { 20.0 }, 22.0);
    let d = round(cover, 22.0);
    let body = pen.body;
    let cloth = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, body.lighter(0.16), 1.0), (0.5, body, 1.0), (1.0, body.darker(0.2), 1.0)]);
    pen.path(&d, &cloth);
    pen.weave(&d, 4.0, 0.06);
    let area = r(cover.x + 70.0, cover.y + 60.0, cover.w - 150.0, cover.h - 120.0);
    if pen.art.kind == crate::designs::DesignKind::Motif {
        pen.fit(area);
    } else {
        // A paper plate let into the cloth.
        let plate = r(cover.x + 78.0, cover.y + 78.0, cover.w - 156.0, cover.h - 210.0);
        pen.hair(&round(plate.inset(-6.0), 4.0), Rgb::BLACK, 3.0, 0.18);
        pen.cover(&round(plate, 3.0), plate, 0.0);
    }
    let spine = pen.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[
            (0.0, Rgb::BLACK, 0.3),
            (0.02, Rgb::WHITE, 0.18),
            (0.07, Rgb::BLACK, 0.04),
            (0.082, Rgb::BLACK, 0.34),
            (0.095, Rgb::WHITE, 0.16),
            (0.13, Rgb::BLACK, 0.0),
        ],
    );
    pen.path(&d, &spine);
    let sheen = pen.sheen(0.8);
    pen.path(&d, &sheen);
    let accent = pen.art.accent;
    if book == Book::Passport {
        pen.stitch(&round(cover.inset(14.0), 14.0), body.lighter(0.5), 3.0, 12.0, 0.7);
    } else {
        // Elastic and ribbon.
        pen.hair(&format!("M{} {}V{}", cover.x + cover.w - 42.0, cover.y - 3.0, cover.y + cover.h + 6.0), Rgb::BLACK, 18.0, 0.2);
        pen.line(
            &format!("M{} {}V{}", cover.x + cover.w - 46.0, cover.y - 2.0, cover.y + cover.h + 4.0),
            &accent.darker(0.15).hex(),
            13.0,
        );
        pen.hair(&format!("M{} {}V{}", cover.x + cover.w - 49.0, cover.y, cover.y + cover.h), Rgb::WHITE, 3.0, 0.35);
        let x = cover.x + cover.w * 0.42;
        pen.path(&format!("M{x} {}h18v76l-9 -12l-9 12z", cover.y + cover.h + 10.0), &accent.hex());
    }
    if book == Book::Planner {
        for (i, tone) in [pen.art.accent, pen.art.third, pen.art.second, pen.art.ink].into_iter().enumerate() {
            pen.rect(cover.x + cover.w + 14.0, cover.y + 80.0 + i as f32 * 110.0, 34.0, 82.0, 8.0, &tone.hex());
            pen.alpha(&round(r(cover.x + cover.w + 14.0, cover.y + 80.0 + i as f32 * 110.0, 10.0, 82.0), 0.0), Rgb::BLACK, 0.25);
        }
    }
    lying(area)
}

fn art_book(pen: &mut Pen<'_>) -> Drawing {
    let cover = r(170.0, 200.0, 620.0, 620.0);
    pages(pen, cover, 44.0, 4.0);
    let Rect { x, y, w, h } = cover;
    let board = round(cover, 4.0);
    let body = pen.body;
    pen.path(&round(r(x + 44.0, y + 44.0, w + 4.0, h + 4.0), 3.0), &body.darker(0.4).hex());
    let paper = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, Rgb(250, 246, 236), 1.0), (1.0, Rgb(206, 196, 180), 1.0)]);
    pen.path(&format!("M{} {}l34 34V{}l-34 -34zM{x} {}h{w}l34 34H{}z", x + w, y, y + h + 34.0, y + h, x + 34.0), &paper);
    pen.path(&board, &body.hex());
    pen.weave(&board, 4.0, 0.06);
    let plate = r(x + 66.0, y + 40.0, w - 106.0, h - 80.0);
    pen.cover(&round(plate, 2.0), plate, 0.0);
    pen.hair(&round(plate, 2.0), Rgb::BLACK, 2.0, 0.2);
    let spine = pen.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, Rgb::BLACK, 0.32), (0.03, Rgb::WHITE, 0.2), (0.06, Rgb::BLACK, 0.28), (0.08, Rgb::BLACK, 0.0)],
    );
    pen.path(&board, &spine);
    let sheen = pen.sheen(0.9);
    pen.path(&board, &sheen);
    lying(plate)
}

fn pad(pen: &mut Pen<'_>) -> Drawing {
    let sheet = r(240.0, 190.0, 500.0, 620.0);
    pages(pen, sheet, 26.0, 2.0);
    let d = round(sheet, 2.0);
    pen.path(&d, "#fdfbf5");
    let top = r(sheet.x, sheet.y, sheet.w, 44.0);
    pen.path(&round(top, 2.0), &pen.art.accent.hex());
    if pen.art.kind == crate::designs::DesignKind::Motif {
        pen.place(r(sheet.x + sheet.w - 250.0, sheet.y + sheet.h - 260.0, 230.0, 240.0));
    } else {
        let strip = r(sheet.x, sheet.y + sheet.h - 190.0, sheet.w, 190.0);
        pen.cover(&round(strip, 0.0), strip, 110.0);
    }
    for i in 0..8 {
        let y = sheet.y + 110.0 + i as f32 * 38.0;
        let end = if i > 5 { sheet.w - 280.0 } else { sheet.w - 70.0 };
        pen.hair(&format!("M{} {y}h{end}", sheet.x + 36.0), pen.art.ink, 2.0, 0.22);
    }
    let sheen = pen.sheen(0.7);
    pen.path(&d, &sheen);
    lying(r(sheet.x + 200.0, sheet.y + 330.0, 300.0, 290.0))
}

/// Seven columns of days, with the first of the month marked.
fn month(pen: &mut Pen<'_>, area: Rect) {
    let (dx, dy) = (area.w / 7.0, area.h / 5.0);
    for i in 0..33 {
        let (column, row) = ((i + 2) % 7, (i + 2) / 7);
        let (x, y) = (area.x + dx * (column as f32 + 0.5), area.y + dy * (row as f32 + 0.5));
        let tone = if column == 5 { pen.art.accent } else { pen.art.ink };
        if i == 11 {
            pen.path(&disc(x, y, dy * 0.42), &pen.art.third.hex());
        }
        pen.alpha(&round(r(x - dx * 0.14, y - dy * 0.13, dx * 0.28, dy * 0.26), 3.0), tone, 0.7);
    }
}

pub(super) fn wall_calendar(pen: &mut Pen<'_>) -> Drawing {
    let sheet = r(240.0, 130.0, 520.0, 750.0);
    let d = round(sheet, 2.0);
    pen.hair("M430 130L500 62L570 130", Rgb(60, 50, 50), 4.0, 0.8);
    pen.shadow(&d, 10.0, 20.0, 36.0);
    pen.path(&d, "#fcfaf4");
    let picture = r(sheet.x, sheet.y + 26.0, sheet.w, 440.0);
    pen.cover(&round(picture, 0.0), picture, 0.0);
    let title = r(sheet.x + 40.0, picture.y + picture.h + 28.0, 150.0, 20.0);
    pen.path(&round(title, 4.0), &pen.art.accent.hex());
    month(pen, r(sheet.x + 30.0, picture.y + picture.h + 66.0, sheet.w - 60.0, 190.0));
    for i in 0..19 {
        let x = sheet.x + 24.0 + i as f32 * 26.2;
        pen.path(&disc(x, sheet.y + 14.0, 4.5), "#2b262a");
        pen.line(&format!("M{x} {}v-22", sheet.y + 14.0), "#8b8d94", 4.5);
    }
    let sheen = pen.sheen(0.8);
    pen.path(&d, &sheen);
    hanging(picture)
}

pub(super) fn desk_calendar(pen: &mut Pen<'_>) -> Drawing {
    let base = 780.0;
    pen.contact(530.0, base, 340.0);
    let side = pen.lin([0.0, 0.0, 1.0, 0.0], &[(0.0, Rgb(170, 160, 150), 1.0), (1.0, Rgb(120, 112, 106), 1.0)]);
    pen.path("M800 330L900 780H850z", &side);
    let face = "M200 330H800L850 780H150z";
    pen.path(face, "#fcfaf4");
    pen.clip(face);
    let picture = r(150.0, 346.0, 390.0, 434.0);
    pen.cover("M196 366H500L492 750H162z", picture, 0.0);
    pen.close();
    pen.path("M540 400h130v20h-130z", &pen.art.accent.hex());
    month(pen, r(530.0, 440.0, 290.0, 270.0));
    let sheen = pen.sheen(1.0);
    pen.path(face, &sheen);
    for i in 0..20 {
        let x = 216.0 + i as f32 * 29.8;
        pen.path(&disc(x, 346.0, 5.0), "#2b262a");
        pen.line(&format!("M{x} 346c-4 -40 14 -40 12 -6"), "#8b8d94", 5.0);
    }
    standing(base, r(170.0, 370.0, 330.0, 380.0))
}
