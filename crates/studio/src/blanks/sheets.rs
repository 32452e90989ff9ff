//! What hangs flat on a wall: posters, frames, canvases, panels, scrolls.

use super::{Drawing, Finish, hanging, standing};
use crate::{
    colour::Rgb,
    pen::{Pen, Rect, centred, disc, r, round},
};

/// The format turned so that it suits the artwork.
fn oriented(pen: &Pen<'_>, w: f32, h: f32) -> Rect {
    let ratio = pen.art.w / pen.art.h;
    let turned = (ratio > 1.15 && h > w * 1.05) || (ratio < 0.87 && w > h * 1.05);
    if turned { centred(h, w) } else { centred(w, h) }
}

pub(super) fn poster(pen: &mut Pen<'_>, w: f32, h: f32, margin: f32) -> Drawing {
    let sheet = oriented(pen, w, h);
    // The lower edge lifts off the wall a little: the paper is real.
    let Rect { x, y, w, h } = sheet;
    let d =
        format!("M{x} {y}h{w}v{}q-4 8 -14 10q{} 12 {} 4q{} -8 {} 4z", h - 12.0, -w * 0.25, 14.0 - w * 0.52, -w * 0.26, -w * 0.48);
    pen.shadow(&d, 8.0, 20.0, 34.0);
    pen.path(&d, "#fbf9f4");
    pen.clip(&d);
    let picture = sheet.inset(margin);
    pen.cover(&round(r(picture.x, picture.y, picture.w, picture.h + if margin > 0.0 { 0.0 } else { 20.0 }), 0.0), picture, 0.0);
    let lift = pen.lin(
        [0.0, 0.0, 0.0, 1.0],
        &[
            (0.0, Rgb::WHITE, 0.0),
            (0.86, Rgb::BLACK, 0.0),
            (0.95, Rgb::WHITE, 0.12),
            (0.98, Rgb(20, 10, 30), 0.02),
            (1.0, Rgb(20, 10, 30), 0.18),
        ],
    );
    let sheen = pen.sheen(0.7);
    pen.path(&d, &sheen);
    pen.path(&d, &lift);
    pen.close();
    pen.hair(&d, Rgb::WHITE, 1.5, 0.35);
    hanging(picture)
}

/// Two spot colours a hair out of register, on warm stock.
pub(super) fn riso(pen: &mut Pen<'_>) -> Drawing {
    let sheet = oriented(pen, 580.0, 770.0);
    let d = round(sheet, 0.0);
    pen.turn(-2.0, 500.0, 500.0);
    pen.shadow(&d, 8.0, 16.0, 30.0);
    pen.path(&d, "#f4ecdb");
    let picture = sheet.inset(44.0);
    let slip = r(picture.x + 5.0, picture.y - 4.0, picture.w, picture.h);
    pen.alpha(&round(slip, 0.0), pen.art.accent, 0.55);
    pen.cover(&round(picture, 0.0), picture, 0.0);
    let sheen = pen.sheen(0.6);
    pen.path(&d, &sheen);
    pen.weave(&d, 3.0, 0.03);
    pen.close();
    hanging(picture)
}

pub(super) fn framed(pen: &mut Pen<'_>, w: f32, h: f32) -> Drawing {
    let outer = oriented(pen, w, h);
    let d = round(outer, 3.0);
    pen.shadow(&d, 12.0, 26.0, 46.0);
    let bar = 26.0;
    let body = pen.body;
    pen.wood(&d, outer, body);
    // Mitred bars catch the light differently.
    let Rect { x, y, w, h } = outer;
    let (right, bottom) = (x + w, y + h);
    for (points, shade, alpha) in [
        (format!("M{x} {y}H{right}l-{bar} {bar}H{}z", x + bar), Rgb::WHITE, 0.22),
        (format!("M{x} {y}V{bottom}l{bar} -{bar}V{}z", y + bar), Rgb::WHITE, 0.08),
        (format!("M{right} {y}V{bottom}l-{bar} -{bar}V{}z", y + bar), Rgb::BLACK, 0.14),
        (format!("M{x} {bottom}H{right}l-{bar} -{bar}H{}z", x + bar), Rgb::BLACK, 0.22),
    ] {
        pen.alpha(&points, shade, alpha);
    }
    let mount = outer.inset(bar);
    let inner = round(mount, 0.0);
    pen.path(&inner, "#faf7f0");
    let window = mount.inset(outer.w.min(outer.h) * 0.085);
    pen.cover(&round(window, 0.0), window, 0.0);
    pen.hair(&round(window.inset(-3.0), 0.0), Rgb(120, 110, 100), 2.0, 0.28);
    pen.hair(&format!("M{} {}V{}H{}", window.x, window.y + window.h, window.y, window.x + window.w), Rgb(20, 10, 20), 3.0, 0.3);
    // The frame's shadow on the mount, and the sky in the glass.
    pen.clip(&inner);
    let top = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb(20, 10, 20), 0.34), (1.0, Rgb(20, 10, 20), 0.0)]);
    pen.rect(mount.x, mount.y, mount.w, 26.0, 0.0, &top);
    let left = pen.lin([0.0, 0.0, 1.0, 0.0], &[(0.0, Rgb(20, 10, 20), 0.26), (1.0, Rgb(20, 10, 20), 0.0)]);
    pen.rect(mount.x, mount.y, 20.0, mount.h, 0.0, &left);
    let glass = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, Rgb::WHITE, 0.26), (1.0, Rgb::WHITE, 0.03)]);
    let (a, b) = (mount.x + mount.w * 0.18, mount.x + mount.w * 0.5);
    let (top_y, low_y) = (mount.y, mount.y + mount.h);
    pen.path(&format!("M{a} {top_y}H{b}L{} {low_y}H{}z", b - mount.w * 0.5, a - mount.w * 0.5), &glass);
    let thin = (b + 18.0, b + 44.0);
    pen.path(&format!("M{} {top_y}H{}L{} {low_y}H{}z", thin.0, thin.1, thin.1 - mount.w * 0.5, thin.0 - mount.w * 0.5), &glass);
    pen.close();
    hanging(window)
}

pub(super) fn canvas(pen: &mut Pen<'_>, w: f32, h: f32) -> Drawing {
    let face = oriented(pen, w, h);
    stretched(pen, face);
    hanging(face)
}

pub(super) fn triptych(pen: &mut Pen<'_>) -> Drawing {
    let whole = r(60.0, 250.0, 880.0, 500.0);
    for i in 0..3 {
        let x = whole.x + i as f32 * 300.0;
        let face = r(x, if i == 1 { 215.0 } else { 250.0 }, 270.0, if i == 1 { 570.0 } else { 500.0 });
        edge(pen, face);
        pen.cover(&round(face, 2.0), r(whole.x, 190.0, whole.w, 620.0), 220.0);
        finish_canvas(pen, face);
    }
    hanging(whole)
}

fn stretched(pen: &mut Pen<'_>, face: Rect) {
    edge(pen, face);
    pen.cover(&round(face, 2.0), face, 0.0);
    finish_canvas(pen, face);
}

/// The deep side of a stretched canvas, lit from the left.
fn edge(pen: &mut Pen<'_>, face: Rect) {
    let Rect { x, y, w, h } = face;
    let depth = 22.0;
    let solid = format!("M{x} {y}h{w}l{depth} {depth}v{h}h-{w}l-{depth} -{depth}z");
    pen.shadow(&solid, 12.0, 22.0, 44.0);
    let side = pen.art.paper.darker(0.28).hex();
    let under = pen.art.paper.darker(0.45).hex();
    pen.path(&format!("M{} {y}l{depth} {depth}v{h}l-{depth} -{depth}z", x + w), &side);
    pen.path(&format!("M{x} {}h{w}l{depth} {depth}h-{w}z", y + h), &under);
}

fn finish_canvas(pen: &mut Pen<'_>, face: Rect) {
    let d = round(face, 2.0);
    let sheen = pen.sheen(0.8);
    pen.path(&d, &sheen);
    pen.weave(&d, 5.0, 0.07);
    pen.hair(&format!("M{} {}V{}H{}", face.x + 1.0, face.y + face.h, face.y + 1.0, face.x + face.w), Rgb::WHITE, 2.0, 0.35);
}

pub(super) fn panel(pen: &mut Pen<'_>, w: f32, h: f32, finish: Finish) -> Drawing {
    let face = if finish == Finish::Acrylic { r(210.0, 210.0, 560.0, 560.0) } else { oriented(pen, w, h) };
    match finish {
        Finish::Acrylic => return acrylic_block(pen, face),
        Finish::Metal => {
            let d = round(face, 14.0);
            pen.shadow(&d, 16.0, 34.0, 50.0);
            pen.path(&d, "#cdd2d6");
            pen.cover(&d, face, 0.0);
            let shine = pen.lin(
                [0.0, 0.1, 1.0, 0.9],
                &[
                    (0.0, Rgb::WHITE, 0.36),
                    (0.2, Rgb::WHITE, 0.05),
                    (0.36, Rgb::WHITE, 0.0),
                    (0.46, Rgb::WHITE, 0.3),
                    (0.54, Rgb::WHITE, 0.06),
                    (0.8, Rgb(20, 20, 40), 0.12),
                    (1.0, Rgb(20, 20, 40), 0.26),
                ],
            );
            pen.path(&d, &shine);
            pen.hair(&round(face.inset(1.5), 13.0), Rgb::WHITE, 3.0, 0.55);
        }
        Finish::Wood => {
            let d = round(face, 10.0);
            pen.shadow(&d, 12.0, 24.0, 44.0);
            let body = pen.body;
            pen.wood(&d, face, body);
            let inside = face.inset(30.0);
            pen.fit(inside);
            // Grain shows through the ink.
            pen.clip(&d);
            for i in 0..9 {
                let y = face.y + face.h * (i as f32 + 0.6) / 9.4;
                let bend = ((i * 5) % 7) as f32 * 4.0 - 12.0;
                pen.hair(
                    &format!("M{} {y}q{} {bend} {} 0t{} 0", face.x, face.w * 0.25, face.w * 0.5, face.w * 0.5),
                    Rgb(70, 40, 20),
                    2.4,
                    0.16,
                );
            }
            pen.close();
            let sheen = pen.sheen(0.9);
            pen.path(&d, &sheen);
            pen.hair(&round(face.inset(1.5), 9.0), Rgb::WHITE, 3.0, 0.3);
        }
        Finish::Tin => {
            let d = round(face, 26.0);
            pen.shadow(&d, 8.0, 18.0, 30.0);
            pen.path(&d, "#efe9dc");
            let inside = face.inset(16.0);
            pen.cover(&round(inside, 18.0), inside, 0.0);
            pen.hair(&round(face.inset(8.0), 20.0), pen.art.ink, 5.0, 0.8);
            let sheen = pen.sheen(1.3);
            pen.path(&d, &sheen);
            pen.hair(&round(face.inset(2.0), 24.0), Rgb::WHITE, 4.0, 0.6);
            pen.hair(&format!("M{} {}h{}", face.x + 26.0, face.y + face.h - 2.0, face.w - 52.0), Rgb::BLACK, 4.0, 0.25);
            for (x, y) in [(30.0, 30.0), (face.w - 30.0, 30.0), (30.0, face.h - 30.0), (face.w - 30.0, face.h - 30.0)] {
                let (x, y) = (face.x + x, face.y + y);
                pen.path(&disc(x, y, 9.0), "#5b5148");
                pen.path(&disc(x - 1.0, y + 1.5, 7.0), "#b9ada0");
            }
        }
    }
    hanging(face)
}

/// A thick clear block that stands, with the picture behind.
fn acrylic_block(pen: &mut Pen<'_>, face: Rect) -> Drawing {
    let depth = 52.0;
    let Rect { x, y, w, h } = face;
    pen.contact(x + w / 2.0 + 30.0, y + h, w * 0.52);
    let side = pen.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, Rgb::WHITE, 0.85), (0.3, pen.art.paper.mix(Rgb(150, 190, 205), 0.5), 0.9), (1.0, Rgb(120, 160, 180), 0.85)],
    );
    let top = pen.lin([0.0, 1.0, 0.0, 0.0], &[(0.0, Rgb::WHITE, 0.95), (1.0, Rgb(190, 215, 225), 0.9)]);
    pen.path(&format!("M{} {y}l{depth} -34v{h}l-{depth} 34z", x + w), &side);
    pen.path(&format!("M{x} {y}l{depth} -34h{w}l-{depth} 34z"), &top);
    let d = round(face, 3.0);
    pen.cover(&d, face, 0.0);
    let shine = pen.lin(
        [0.0, 0.0, 1.0, 1.0],
        &[(0.0, Rgb::WHITE, 0.42), (0.3, Rgb::WHITE, 0.06), (0.5, Rgb::WHITE, 0.0), (1.0, Rgb(30, 40, 60), 0.16)],
    );
    pen.path(&d, &shine);
    pen.hair(&round(face.inset(2.0), 2.0), Rgb::WHITE, 4.0, 0.7);
    pen.alpha(
        &format!("M{} {y}L{} {}H{}L{} {y}z", x + w * 0.62, x + w * 0.2, y + h, x + w * 0.34, x + w * 0.76),
        Rgb::WHITE,
        0.12,
    );
    standing(y + h, face)
}

pub(super) fn scroll(pen: &mut Pen<'_>) -> Drawing {
    let cloth = r(270.0, 150.0, 460.0, 710.0);
    let d = round(cloth, 0.0);
    pen.hair("M330 140L500 62L670 140", Rgb(70, 50, 40), 4.0, 0.9);
    pen.shadow(&d, 10.0, 20.0, 36.0);
    let border = pen.art.second.mix(pen.art.paper, 0.35).hex();
    pen.path(&d, &border);
    let picture = r(cloth.x + 34.0, cloth.y + 78.0, cloth.w - 68.0, cloth.h - 170.0);
    pen.hair(&round(picture.inset(-7.0), 0.0), pen.art.third, 3.0, 0.9);
    pen.cover(&round(picture, 0.0), picture, 0.0);
    pen.weave(&d, 4.0, 0.05);
    let sheen = pen.sheen(0.8);
    pen.path(&d, &sheen);
    let body = pen.body;
    for (y, high) in [(134.0, 26.0), (846.0, 34.0)] {
        let rod = r(236.0, y, 528.0, high);
        pen.shadow(&round(rod, high / 2.0), 6.0, 12.0, 16.0);
        pen.wood(&round(rod, high / 2.0), rod, body);
        let volume = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb::WHITE, 0.35), (0.4, Rgb::WHITE, 0.0), (1.0, Rgb::BLACK, 0.42)]);
        pen.path(&round(rod, high / 2.0), &volume);
    }
    hanging(picture)
}
