//! Bags, pouches, tags and straps.

use super::{
    Drawing, Pouch, hooked, lying,
    shape::{Go::*, mirrored},
    standing,
};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, Rect, disc, oval, r, round},
};

const FOLD: Rgb = Rgb(24, 12, 34);

fn seam(body: Rgb) -> Rgb {
    if body.is_dark() { body.lighter(0.28) } else { body.darker(0.32) }
}

fn soft(pen: &mut Pen<'_>, d: &str, colour: Rgb) {
    let paint = pen.lin(
        [0.0, 0.0, 1.0, 0.5],
        &[(0.0, colour.lighter(0.2), 1.0), (0.45, colour.lighter(0.03), 1.0), (1.0, colour.darker(0.28), 1.0)],
    );
    pen.path(d, &paint);
}

fn crease(pen: &mut Pen<'_>, d: &str, width: f32) {
    pen.hair(d, FOLD, width, 0.06);
    pen.hair(d, FOLD, width * 0.4, 0.08);
    pen.open(&format!("transform=\"translate({} 0)\"", width * 0.7));
    pen.hair(d, Rgb::WHITE, width * 0.45, 0.14);
    pen.close();
}

/// A zip from (x, y), `long` units to the right.
fn zip(pen: &mut Pen<'_>, x: f32, y: f32, long: f32) {
    pen.line(&format!("M{x} {y}h{long}"), "#2a272c", 17.0);
    pen.stitch(&format!("M{x} {y}h{long}"), Rgb(196, 198, 206), 10.0, 3.0, 0.95);
    pen.shadow(&round(r(x + long - 34.0, y - 10.0, 30.0, 20.0), 5.0), 1.0, 3.0, 5.0);
    pen.path(&round(r(x + long - 36.0, y - 10.0, 30.0, 20.0), 5.0), "#d9dbe0");
    pen.line(&format!("M{} {}v46", x + long - 20.0, y + 8.0), &pen.art.accent.hex(), 10.0);
}

pub(super) fn tote(pen: &mut Pen<'_>, w: f32, h: f32) -> Drawing {
    let body = pen.body;
    let (x, y) = (500.0 - w / 2.0, 880.0 - h);
    let low = y + h;
    let stitch = seam(body);
    for (rise, tone, shift) in [(y - 176.0, body.darker(0.26), 22.0), (y - 210.0, body, 0.0)] {
        let (a, b) = (x + w * 0.26, x + w * 0.74);
        let d = format!(
            "M{} {}C{} {rise} {} {rise} {} {}",
            a + shift,
            y + 40.0,
            a + 20.0 + shift,
            b - 20.0 + shift,
            b + shift,
            y + 40.0
        );
        pen.hair(&d, FOLD, 30.0, 0.16);
        pen.line(&d, &tone.darker(0.12).hex(), 30.0);
        pen.line(&d, &tone.lighter(0.06).hex(), 24.0);
        pen.stitch(&d, stitch, 1.8, 6.0, 0.5);
        if shift > 0.0 {
            // The back panel shows above the front.
            pen.path(&format!("M{x} {y}Q500 {} {} {y}V{}H{x}z", y - 26.0, x + w, y + 40.0), &body.darker(0.34).hex());
        }
    }
    let d = format!(
        "M{x} {y}Q500 {} {} {y}C{} {} {} {} {} {low}Q500 {} {} {low}C{} {} {} {} {x} {y}z",
        y + 22.0,
        x + w,
        x + w + 8.0,
        y + h * 0.4,
        x + w - 6.0,
        y + h * 0.8,
        x + w - 10.0,
        low + 22.0,
        x + 10.0,
        x + 6.0,
        y + h * 0.8,
        x - 8.0,
        y + h * 0.4
    );
    pen.shadow(&d, 12.0, 22.0, 36.0);
    soft(pen, &d, body);
    pen.weave(&d, 6.0, 0.08);
    let print = r(x + w * 0.14, y + h * 0.17, w * 0.72, h * 0.68);
    pen.fit(print);
    pen.clip(&d);
    crease(
        pen,
        &format!("M{} {}Q{} {} {} {}", x + w * 0.27, y + 30.0, x + w * 0.2, y + h * 0.3, x + w * 0.25, y + h * 0.55),
        22.0,
    );
    crease(
        pen,
        &format!("M{} {}Q{} {} {} {}", x + w * 0.74, y + 30.0, x + w * 0.82, y + h * 0.25, x + w * 0.72, y + h * 0.5),
        22.0,
    );
    crease(pen, &format!("M{} {}Q{} {} {} {low}", x + w * 0.12, y + h * 0.6, x + w * 0.2, y + h * 0.85, x + w * 0.36), 28.0);
    crease(pen, &format!("M{} {}Q{} {} {} {low}", x + w * 0.9, y + h * 0.55, x + w * 0.78, y + h * 0.8, x + w * 0.66), 28.0);
    pen.close();
    pen.stitch(&format!("M{} {}Q500 {} {} {}", x + 4.0, y + 36.0, y + 58.0, x + w - 4.0, y + 36.0), stitch, 2.2, 7.0, 0.7);
    for px in [x + w * 0.26, x + w * 0.74] {
        pen.hair(&format!("M{} {}h26v-40M{} {}l26 -36", px - 13.0, y + 44.0, px - 13.0, y + 44.0), stitch, 2.2, 0.7);
    }
    hooked(y - 142.0, print)
}

pub(super) fn backpack(pen: &mut Pen<'_>) -> Drawing {
    let body = pen.body;
    let stitch = seam(body);
    let base = 860.0;
    pen.contact(500.0, base, 270.0);
    pen.line("M440 150C440 70 560 70 560 150", &body.darker(0.3).hex(), 26.0);
    for (d, w) in [("M270 330C200 420 200 640 250 800", 44.0), ("M730 330C800 420 800 640 750 800", 44.0)] {
        pen.line(d, &body.darker(0.4).hex(), w);
    }
    let d = mirrored(
        120.0,
        &[
            C(640.0, 120.0, 748.0, 180.0, 760.0, 330.0),
            C(772.0, 500.0, 774.0, 660.0, 766.0, 800.0),
            C(764.0, 840.0, 740.0, 858.0, 700.0, 860.0),
            L(500.0, 862.0),
        ],
    );
    let volume = pen.lin(
        [0.0, 0.0, 1.0, 0.25],
        &[(0.0, body.darker(0.16), 1.0), (0.25, body.lighter(0.22), 1.0), (0.6, body, 1.0), (1.0, body.darker(0.42), 1.0)],
    );
    pen.path(&d, &volume);
    pen.weave(&d, 5.0, 0.07);
    pen.hair("M262 420C270 240 360 172 500 172C640 172 730 240 738 420", Rgb(30, 26, 30), 13.0, 0.7);
    pen.stitch("M262 420C270 240 360 172 500 172C640 172 730 240 738 420", Rgb(190, 192, 200), 7.0, 3.0, 0.9);
    let print = r(370.0, 236.0, 260.0, 236.0);
    if pen.art.kind == DesignKind::Motif {
        pen.fit(print);
    } else {
        let badge = round(print, 26.0);
        pen.cover(&badge, print, 90.0);
        pen.line(&badge, &stitch.hex(), 6.0);
    }
    let pocket = "M300 540Q500 516 700 540Q716 690 706 796Q700 824 672 826H328Q300 824 294 796Q284 690 300 540z";
    pen.shadow(pocket, 4.0, 8.0, 14.0);
    pen.cover(pocket, r(286.0, 520.0, 428.0, 310.0), 100.0);
    pen.alpha(pocket, body, if pen.art.kind == DesignKind::Motif { 0.12 } else { 0.0 });
    let sheen = pen.sheen(1.3);
    pen.path(pocket, &sheen);
    zip(pen, 330.0, 574.0, 340.0);
    pen.stitch(pocket, stitch, 2.2, 7.0, 0.7);
    pen.rect(452.0, 494.0, 96.0, 26.0, 4.0, &pen.art.accent.hex());
    standing(base, print)
}

pub(super) fn fanny(pen: &mut Pen<'_>) -> Drawing {
    let body = pen.body;
    let stitch = seam(body);
    pen.line("M230 470C60 400 90 160 300 130C520 100 860 130 900 260C930 380 860 440 770 470", &body.darker(0.3).hex(), 40.0);
    pen.hair("M230 460C70 390 100 160 300 124C520 94 850 124 890 256", Rgb::WHITE, 4.0, 0.16);
    let buckle = round(r(490.0, 84.0, 130.0, 64.0), 16.0);
    pen.shadow(&buckle, 4.0, 8.0, 12.0);
    pen.path(&buckle, "#2c2a30");
    pen.alpha(&round(r(500.0, 92.0, 110.0, 16.0), 8.0), Rgb::WHITE, 0.2);
    let d = "M190 440Q500 380 810 440Q850 560 790 690Q740 770 500 776Q260 770 210 690Q150 560 190 440z";
    pen.shadow(d, 10.0, 20.0, 32.0);
    let volume =
        pen.lin([0.0, 0.0, 0.3, 1.0], &[(0.0, body.lighter(0.24), 1.0), (0.5, body, 1.0), (1.0, body.darker(0.42), 1.0)]);
    pen.path(d, &volume);
    let pocket = "M214 530Q500 480 786 530Q800 610 756 680Q710 740 500 746Q290 740 244 680Q200 610 214 530z";
    pen.cover(pocket, r(200.0, 490.0, 600.0, 260.0), 110.0);
    pen.weave(pocket, 5.0, 0.07);
    let light = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb::WHITE, 0.26), (0.4, Rgb::WHITE, 0.0), (1.0, FOLD, 0.36)]);
    pen.path(pocket, &light);
    pen.stitch(pocket, stitch, 2.4, 7.0, 0.8);
    zip(pen, 260.0, 466.0, 480.0);
    hooked(150.0, r(300.0, 520.0, 400.0, 220.0))
}

pub(super) fn drawstring(pen: &mut Pen<'_>) -> Drawing {
    let cord = pen.body;
    for d in ["M240 250C160 420 170 640 268 842", "M760 250C840 420 830 640 732 842"] {
        pen.line(d, &cord.hex(), 15.0);
        pen.stitch(d, Rgb::WHITE, 4.0, 4.0, 0.35);
    }
    let d = "M250 240Q300 200 360 232Q420 196 500 226Q580 196 640 232Q700 200 750 240C760 440 752 660 744 850Q500 876 256 850C248 660 240 440 250 240z";
    pen.shadow(d, 10.0, 20.0, 34.0);
    pen.cover(d, r(240.0, 210.0, 520.0, 660.0), 0.0);
    pen.weave(d, 5.0, 0.07);
    let sheen = pen.sheen(1.2);
    pen.path(d, &sheen);
    pen.clip(d);
    for (x, lean) in [(300.0, 20.0), (360.0, -16.0), (430.0, 24.0), (500.0, -10.0), (570.0, 18.0), (640.0, -22.0), (700.0, 10.0)]
    {
        pen.hair(&format!("M{x} 220q{lean} 70 {} 150", lean * 0.4), FOLD, 14.0, 0.14);
        pen.open("transform=\"translate(10 0)\"");
        pen.hair(&format!("M{x} 220q{lean} 70 {} 130", lean * 0.4), Rgb::WHITE, 8.0, 0.2);
        pen.close();
    }
    crease(pen, "M300 500Q360 660 310 850", 30.0);
    crease(pen, "M700 460Q640 640 690 850", 30.0);
    pen.close();
    pen.line("M246 268Q360 300 500 286T754 268", &cord.hex(), 13.0);
    for x in [268.0, 732.0] {
        pen.path(&disc(x, 838.0, 16.0), "#c8cad0");
        pen.path(&disc(x, 838.0, 8.0), "#3a363a");
    }
    hooked(236.0, r(320.0, 400.0, 360.0, 380.0))
}

pub(super) fn pouch(pen: &mut Pen<'_>, pouch: Pouch) -> Drawing {
    let trim = pen.body;
    match pouch {
        Pouch::Wallet => wallet(pen),
        Pouch::Laptop => {
            let at = r(110.0, 220.0, 780.0, 560.0);
            let d = round(at, 34.0);
            pen.turn(-4.0, 500.0, 500.0);
            pen.shadow(&d, 12.0, 22.0, 38.0);
            // A silver corner of the computer looks out.
            pen.path(&round(r(170.0, 190.0, 660.0, 120.0), 22.0), "#c9ccd1");
            pen.hair("M190 196H810", Rgb::WHITE, 4.0, 0.8);
            pen.path(&d, &trim.hex());
            let face = at.inset(9.0);
            pen.cover(&round(face, 28.0), face, if pen.art.kind == DesignKind::Motif { 150.0 } else { 0.0 });
            pen.weave(&d, 5.0, 0.07);
            let puff = pen.rad([0.4, 0.35, 0.75], &[(0.0, Rgb::WHITE, 0.26), (0.5, Rgb::WHITE, 0.0), (1.0, FOLD, 0.34)]);
            pen.path(&d, &puff);
            zip(pen, 150.0, 248.0, 680.0);
            pen.stitch(&round(at.inset(12.0), 26.0), Rgb::WHITE, 2.0, 7.0, 0.4);
            pen.close();
            lying(at.inset(80.0))
        }
        Pouch::Pencil => {
            let at = r(110.0, 370.0, 780.0, 290.0);
            pen.turn(-10.0, 500.0, 500.0);
            body_of_pouch(pen, at, 90.0, trim);
            pen.close();
            lying(at.inset(30.0))
        }
        Pouch::Cosmetic => {
            let at = r(190.0, 320.0, 620.0, 450.0);
            pen.contact(500.0, 772.0, 300.0);
            body_of_pouch(pen, at, 80.0, trim);
            standing(772.0, at.inset(60.0))
        }
    }
}

fn body_of_pouch(pen: &mut Pen<'_>, at: Rect, radius: f32, trim: Rgb) {
    let d = round(at, radius);
    pen.shadow(&d, 8.0, 16.0, 28.0);
    pen.cover(&d, at, if at.w > at.h * 2.0 { 110.0 } else { 130.0 });
    pen.weave(&d, 5.0, 0.07);
    let puff = pen.lin(
        [0.0, 0.0, 0.0, 1.0],
        &[(0.0, FOLD, 0.26), (0.14, FOLD, 0.08), (0.3, Rgb::WHITE, 0.3), (0.55, Rgb::WHITE, 0.0), (1.0, FOLD, 0.5)],
    );
    pen.path(&d, &puff);
    let ends = pen.lin([0.0, 0.0, 1.0, 0.0], &[(0.0, FOLD, 0.3), (0.12, FOLD, 0.0), (0.88, FOLD, 0.0), (1.0, FOLD, 0.34)]);
    pen.path(&d, &ends);
    pen.line(&format!("M{} {}h{}", at.x + radius * 0.7, at.y + 24.0, at.w - radius * 1.4), &trim.hex(), 40.0);
    zip(pen, at.x + radius * 0.8, at.y + 24.0, at.w - radius * 1.6);
    pen.rect(at.x - 8.0, at.y + at.h * 0.42, 40.0, 46.0, 6.0, &trim.darker(0.1).hex());
}

fn wallet(pen: &mut Pen<'_>) -> Drawing {
    let trim = pen.body;
    let at = r(190.0, 290.0, 620.0, 440.0);
    pen.turn(-7.0, 500.0, 500.0);
    for (o, tone) in [(0.0, pen.art.third), (22.0, pen.art.second)] {
        let card = r(at.x + 60.0 + o, at.y - 60.0 + o, 420.0, 160.0);
        pen.path(&round(card, 16.0), &tone.darker(o * 0.004).hex());
        pen.hair(&round(card, 16.0), Rgb::WHITE, 2.0, 0.4);
    }
    let d = round(at, 26.0);
    pen.shadow(&d, 10.0, 18.0, 32.0);
    pen.path(&round(r(at.x + 4.0, at.y + 12.0, at.w, at.h), 26.0), &trim.darker(0.3).hex());
    pen.path(&d, &trim.hex());
    pen.cover(&d, at, 130.0);
    let leather = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, Rgb::WHITE, 0.3), (0.5, Rgb::WHITE, 0.0), (1.0, FOLD, 0.36)]);
    pen.path(&d, &leather);
    let fold = pen.lin([0.0, 0.0, 1.0, 0.0], &[(0.0, FOLD, 0.5), (0.03, Rgb::WHITE, 0.3), (0.1, FOLD, 0.0)]);
    pen.path(&d, &fold);
    pen.stitch(&round(at.inset(13.0), 18.0), pen.art.paper, 3.5, 11.0, 0.85);
    pen.close();
    lying(at.inset(50.0))
}

pub(super) fn luggage_tag(pen: &mut Pen<'_>) -> Drawing {
    let trim = pen.body;
    pen.line("M500 262C440 160 470 70 500 60C530 70 560 160 500 262", &trim.hex(), 26.0);
    pen.stitch("M494 250C444 160 470 80 500 68", Rgb::WHITE, 2.0, 7.0, 0.5);
    pen.rect(474.0, 120.0, 52.0, 40.0, 8.0, "#d6a94a");
    let d = "M400 230H600L680 320V836Q680 876 640 876H360Q320 876 320 836V320z";
    pen.shadow(d, 12.0, 24.0, 34.0);
    pen.path(d, &trim.hex());
    let face = r(342.0, 352.0, 316.0, 500.0);
    pen.cover(&round(face, 16.0), face, 0.0);
    let leather = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, Rgb::WHITE, 0.3), (0.5, Rgb::WHITE, 0.0), (1.0, FOLD, 0.34)]);
    pen.path(d, &leather);
    pen.stitch("M406 246H594L664 326V832Q664 860 636 860H364Q336 860 336 832V326z", pen.art.paper, 3.0, 10.0, 0.8);
    pen.line(&oval(500.0, 290.0, 44.0, 18.0), "#d6a94a", 9.0);
    pen.path(&oval(500.0, 290.0, 38.0, 12.0), "#2a2226");
    hooked(66.0, face)
}

pub(super) fn lanyard(pen: &mut Pen<'_>) -> Drawing {
    let trim = pen.body;
    for (d, dark) in [
        ("M470 560L300 120Q290 60 340 60H372Q400 60 410 110L530 560z", 0.22),
        ("M470 560L620 120Q630 60 670 60H704Q740 64 724 120L556 560z", 0.0),
    ] {
        pen.shadow(d, 8.0, 14.0, 18.0);
        pen.cover(d, r(290.0, 50.0, 440.0, 520.0), 58.0);
        let silk = pen.lin([0.0, 0.0, 1.0, 0.0], &[(0.0, FOLD, 0.26), (0.5, Rgb::WHITE, 0.3), (1.0, FOLD, 0.3)]);
        pen.path(d, &silk);
        pen.alpha(d, FOLD, dark);
    }
    pen.path("M452 540h120l-14 76h-92z", &trim.hex());
    pen.stitch("M462 556h100M470 604h84", Rgb::WHITE, 3.0, 8.0, 0.7);
    let steel = pen.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, Rgb(120, 122, 130), 1.0), (0.4, Rgb(248, 248, 250), 1.0), (1.0, Rgb(120, 122, 130), 1.0)],
    );
    pen.line(&disc(512.0, 640.0, 22.0), &steel, 9.0);
    pen.path(&round(r(494.0, 656.0, 36.0, 46.0), 10.0), &steel);
    pen.line("M512 700v30q0 26 -26 26q-20 0 -22 -20", &steel, 11.0);
    let card = r(410.0, 752.0, 204.0, 150.0);
    let d = round(card, 14.0);
    pen.shadow(&d, 8.0, 12.0, 18.0);
    pen.path(&d, "#fbf9f4");
    pen.path(&round(r(410.0, 752.0, 204.0, 46.0), 14.0), &pen.art.accent.hex());
    pen.path(&disc(456.0, 850.0, 28.0), &pen.art.second.hex());
    for (y, w) in [(836.0, 96.0), (862.0, 66.0)] {
        pen.rect(500.0, y, w, 10.0, 5.0, &pen.art.ink.lighter(0.3).hex());
    }
    pen.rect(486.0, 764.0, 52.0, 12.0, 6.0, "#3a363a");
    hooked(64.0, r(320.0, 110.0, 380.0, 380.0))
}
