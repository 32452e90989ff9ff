//! Kites, puzzles, dice, chess.

use std::fmt::Write;

use super::{Drawing, hanging, lying};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, Rect, disc, oval, r, round},
};

pub(super) fn kite(pen: &mut Pen<'_>) -> Drawing {
    let trim = pen.body;
    pen.line("M470 720C520 800 440 860 500 960", &trim.hex(), 5.0);
    for (i, (x, y, turn)) in [(486.0, 776.0, 20.0), (474.0, 846.0, -20.0), (484.0, 920.0, 14.0)].into_iter().enumerate() {
        let tone = [pen.art.accent, pen.art.second, pen.art.third].get(i).copied().unwrap_or(trim);
        pen.turn(turn, x, y);
        pen.path(&format!("M{x} {y}l-56 -26v52zM{x} {y}l56 -26v52z"), &tone.hex());
        pen.path(&disc(x, y, 8.0), &tone.darker(0.3).hex());
        pen.close();
    }
    pen.turn(10.0, 500.0, 420.0);
    let d = "M500 60L760 330L500 740L240 330z";
    pen.shadow(d, 8.0, 18.0, 26.0);
    pen.cover(d, r(240.0, 120.0, 520.0, 520.0), 150.0);
    for (half, shade, alpha) in [
        ("M500 60L760 330H500z", Rgb::WHITE, 0.16),
        ("M500 740L760 330H500z", Rgb::BLACK, 0.14),
        ("M500 740L240 330H500z", Rgb::BLACK, 0.05),
    ] {
        pen.alpha(half, shade, alpha);
    }
    pen.line("M500 62V738M242 330H758", &trim.darker(0.2).hex(), 7.0);
    pen.line(d, &trim.hex(), 11.0);
    pen.close();
    hanging(r(350.0, 200.0, 300.0, 300.0))
}

/// A jigsaw's cuts: every inner edge with a knob whose side alternates unevenly.
fn cuts(at: Rect, across: u32, down: u32) -> String {
    let (dx, dy) = (at.w / across as f32, at.h / down as f32);
    let mut d = String::new();
    for row in 1..down {
        for column in 0..across {
            let (x, y) = (at.x + column as f32 * dx, at.y + row as f32 * dy);
            let k = if (row * 7 + column * 5) % 3 == 0 { -1.0 } else { 1.0 } * dy * 0.24;
            let _ = write!(
                d,
                "M{x} {y}l{} 0c{} {} {} {} {} {}s{} {} {} {}l{} 0",
                dx * 0.38,
                dx * 0.06,
                -k * 0.2,
                -dx * 0.1,
                -k,
                dx * 0.12,
                -k,
                dx * 0.06,
                k * 0.8,
                dx * 0.12,
                k,
                dx * 0.38
            );
        }
    }
    for column in 1..across {
        for row in 0..down {
            let (x, y) = (at.x + column as f32 * dx, at.y + row as f32 * dy);
            let k = if (row * 5 + column * 11) % 3 == 0 { -1.0 } else { 1.0 } * dx * 0.24;
            let _ = write!(
                d,
                "M{x} {y}l0 {}c{} {} {} {} {} {}s{} {} {} {}l0 {}",
                dy * 0.38,
                -k * 0.2,
                dy * 0.06,
                -k,
                -dy * 0.1,
                -k,
                dy * 0.12,
                k * 0.8,
                dy * 0.06,
                k,
                dy * 0.12,
                dy * 0.38
            );
        }
    }
    d
}

pub(super) fn puzzle(pen: &mut Pen<'_>, across: u32, down: u32) -> Drawing {
    let tall = pen.art.w < pen.art.h * 0.87;
    let (across, down, at) =
        if tall { (down, across, r(190.0, 130.0, 540.0, 700.0)) } else { (across, down, r(120.0, 230.0, 720.0, 540.0)) };
    pen.turn(-4.0, 500.0, 500.0);
    let (dx, dy) = (at.w / across as f32, at.h / down as f32);
    // One corner is still open.
    let gap_x = at.x + at.w - dx * 2.0;
    let gap_y = at.y + at.h - dy;
    let d = format!("M{} {}h{}v{}h-{}v{dy}h-{}z", at.x, at.y, at.w, at.h - dy, dx * 2.0, at.w - dx * 2.0);
    pen.shadow(&d, 6.0, 11.0, 16.0);
    pen.path(&format!("M{} {}h{}v{}h-{}v{dy}h-{}z", at.x, at.y + 6.0, at.w, at.h - dy, dx * 2.0, at.w - dx * 2.0), "#b9a88e");
    pen.cover(&d, at, 0.0);
    pen.clip(&d);
    let lines = cuts(at, across, down);
    pen.open("transform=\"translate(1.5 1.5)\"");
    pen.hair(&lines, Rgb::WHITE, 2.0, 0.35);
    pen.close();
    pen.hair(&lines, Rgb(20, 10, 20), 2.2, 0.5);
    let sheen = pen.sheen(0.9);
    pen.path(&d, &sheen);
    pen.close();
    // The loose pieces, beside.
    for (px, py, turn, from) in
        [(gap_x + dx * 1.1, gap_y + dy * 0.75, 24.0, 1.0), (gap_x - dx * 0.1, gap_y + dy * 0.95, -18.0, 0.0)]
    {
        let (x, y) = (px, py);
        let piece = format!(
            "M{x} {y}h{}c-{} -{} {} -{} {} 0h{}v{}c{} -{} {} {} 0 {}v{}h-{dx}z",
            dx * 0.38,
            dx * 0.08,
            dy * 0.26,
            dx * 0.32,
            dy * 0.26,
            dx * 0.24,
            dx * 0.38,
            dy * 0.38,
            dx * 0.26,
            dy * 0.08,
            dx * 0.26,
            dy * 0.32,
            dy * 0.24,
            dy * 0.38,
        );
        pen.turn(turn, x + dx / 2.0, y + dy / 2.0);
        pen.shadow(&piece, 5.0, 9.0, 12.0);
        pen.cover(&piece, r(x - at.w + dx * (2.0 - from), y - at.h + dy, at.w, at.h), 0.0);
        pen.hair(&piece, Rgb(20, 10, 20), 2.0, 0.4);
        pen.close();
    }
    pen.close();
    lying(at.inset(40.0))
}

pub(super) fn dice(pen: &mut Pen<'_>) -> Drawing {
    let body = pen.body;
    let focus = r(470.0, 470.0, 250.0, 250.0);
    for (cx, cy, turn, side, pips) in [
        (330.0, 330.0, -16.0, 210.0, 5),
        (690.0, 300.0, 20.0, 190.0, 3),
        (300.0, 680.0, 12.0, 190.0, 6),
        (600.0, 600.0, -8.0, 260.0, 1),
        (830.0, 700.0, 30.0, 150.0, 2),
    ] {
        let at = r(cx - side / 2.0, cy - side / 2.0, side, side);
        let tone = if pips % 2 == 0 { pen.art.paper } else { body };
        let pip = if tone.is_dark() { Rgb(250, 246, 238) } else { pen.art.ink };
        pen.turn(turn, cx, cy);
        let d = round(at, side * 0.18);
        pen.shadow(&d, side * 0.06, side * 0.12, side * 0.16);
        pen.path(&round(r(at.x + side * 0.03, at.y + side * 0.06, side, side), side * 0.18), &tone.darker(0.42).hex());
        let volume =
            pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, tone.lighter(0.4), 1.0), (0.5, tone, 1.0), (1.0, tone.darker(0.2), 1.0)]);
        pen.path(&d, &volume);
        if pips == 1 {
            // The one is the artwork.
            let face = disc(cx, cy, side * 0.42);
            pen.path(&face, &pen.art.paper.hex());
            pen.cover(&face, at.inset(side * 0.1), side * 0.2);
        }
        let spots: &[(f32, f32)] = match pips {
            2 => &[(-1.0, -1.0), (1.0, 1.0)],
            3 => &[(-1.0, -1.0), (0.0, 0.0), (1.0, 1.0)],
            5 => &[(-1.0, -1.0), (1.0, -1.0), (0.0, 0.0), (-1.0, 1.0), (1.0, 1.0)],
            6 => &[(-1.0, -1.0), (-1.0, 0.0), (-1.0, 1.0), (1.0, -1.0), (1.0, 0.0), (1.0, 1.0)],
            _ => &[],
        };
        for (x, y) in spots {
            let (x, y) = (cx + x * side * 0.26, cy + y * side * 0.26);
            pen.path(&disc(x, y, side * 0.085), &pip.hex());
            pen.alpha(&disc(x + 2.0, y + 3.0, side * 0.07), Rgb::WHITE, 0.12);
        }
        let gloss = pen.rad([0.3, 0.24, 0.7], &[(0.0, Rgb::WHITE, 0.45), (0.5, Rgb::WHITE, 0.0), (1.0, Rgb(20, 10, 30), 0.16)]);
        pen.path(&d, &gloss);
        pen.close();
    }
    lying(focus)
}

pub(super) fn chess(pen: &mut Pen<'_>) -> Drawing {
    let wood = pen.body;
    let board = r(150.0, 150.0, 700.0, 700.0);
    let d = round(board, 14.0);
    pen.shadow(&d, 12.0, 22.0, 36.0);
    pen.wood(&d, board, wood.darker(0.3));
    let field = board.inset(46.0);
    let side = field.w / 8.0;
    pen.wood(&round(field, 0.0), field, Rgb(232, 204, 158));
    for row in 0..8 {
        for column in 0..8 {
            if (row + column) % 2 == 1 {
                pen.alpha(
                    &round(r(field.x + column as f32 * side, field.y + row as f32 * side, side, side), 0.0),
                    wood.darker(0.42),
                    0.86,
                );
            }
        }
    }
    // The artwork is inlaid in the middle of the board.
    let middle = r(field.x + side * 2.0, field.y + side * 2.0, side * 4.0, side * 4.0);
    let inlay = disc(500.0, 500.0, side * 1.9);
    pen.path(&inlay, &pen.art.paper.hex());
    if pen.art.kind == DesignKind::Motif {
        pen.place(middle.inset(28.0));
    } else {
        pen.cover(&inlay, middle, 120.0);
    }
    pen.hair(&inlay, pen.art.third, 7.0, 1.0);
    let sheen = pen.sheen(1.1);
    pen.path(&d, &sheen);
    for (row, tone) in [(0, pen.art.ink), (1, pen.art.ink), (6, pen.art.accent), (7, pen.art.accent)] {
        for column in 0..8 {
            let (x, y) = (field.x + (column as f32 + 0.5) * side, field.y + (row as f32 + 0.5) * side);
            let big = row == 0 || row == 7;
            let radius = side * if big { 0.36 } else { 0.28 };
            pen.alpha(&oval(x + 8.0, y + 12.0, radius, radius), Rgb(20, 10, 20), 0.34);
            let base =
                pen.rad([0.36, 0.3, 0.75], &[(0.0, tone.lighter(0.45), 1.0), (0.6, tone, 1.0), (1.0, tone.darker(0.45), 1.0)]);
            pen.path(&disc(x, y, radius), &base);
            pen.hair(&disc(x, y, radius * 0.66), Rgb::WHITE, 2.5, 0.35);
            match (big, column) {
                (true, 0 | 7) => pen.path(
                    &round(r(x - radius * 0.4, y - radius * 0.4, radius * 0.8, radius * 0.8), 2.0),
                    &tone.lighter(0.5).hex(),
                ),
                (true, 3 | 4) => pen.line(
                    &format!("M{x} {}v{}M{} {y}h{}", y - radius * 0.5, radius, x - radius * 0.5, radius),
                    &tone.lighter(0.55).hex(),
                    7.0,
                ),
                (true, 1 | 6) => pen.line(
                    &format!("M{} {}q4 -{} {} -{}", x - radius * 0.4, y + radius * 0.4, radius * 0.9, radius * 0.8, radius * 0.6),
                    &tone.lighter(0.5).hex(),
                    8.0,
                ),
                _ => pen.path(&disc(x - 2.0, y - 2.0, radius * 0.36), &tone.lighter(0.4).hex()),
            }
        }
    }
    lying(middle)
}
