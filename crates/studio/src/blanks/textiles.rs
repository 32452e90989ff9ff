//! Cloth that is not worn: cushions, blankets, towels, curtains, hangings.

use super::{Drawing, Towel, hanging, hooked, lying, standing};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, Rect, disc, oval, r, round},
};
pub(super) const FOLD: Rgb = Rgb(24, 12, 34);

/// Vertical folds of hanging cloth between two edges.
pub(super) fn folds(pen: &mut Pen<'_>, shape: &str, count: usize, strength: f32) {
    let mut stops = Vec::new();
    for i in 0..=count * 2 {
        let at = i as f32 / (count * 2) as f32;
        let wobble = ((i * 7) % 5) as f32 * 0.05;
        if i % 2 == 0 {
            stops.push((at, FOLD, (0.24 + wobble) * strength));
        } else {
            stops.push((at - 0.01, Rgb::WHITE, 0.16 * strength));
        }
    }
    let paint = pen.lin([0.0, 0.0, 1.0, 0.03], &stops);
    pen.path(shape, &paint);
}

pub(super) fn cushion(pen: &mut Pen<'_>, w: f32, h: f32) -> Drawing {
    let base = 500.0 + h / 2.0;
    let (x, y) = (500.0 - w / 2.0, base - h);
    let (sx, sy) = (w * 0.05, h * 0.055);
    // Corners pull out, sides swell.
    let d = format!(
        "M{x} {y}C{} {} {} {} {} {y}C{} {} {} {} {} {base}C{} {} {} {} {x} {base}C{} {} {} {} {x} {y}z",
        x + w * 0.28,
        y + sy * 1.3,
        x + w * 0.72,
        y + sy * 1.3,
        x + w,
        x + w - sx * 1.3,
        y + h * 0.28,
        x + w - sx * 1.3,
        y + h * 0.72,
        x + w,
        x + w * 0.72,
        base - sy * 0.5,
        x + w * 0.28,
        base - sy * 0.5,
        x + sx * 1.3,
        y + h * 0.72,
        x + sx * 1.3,
        y + h * 0.28
    );
    pen.contact(500.0, base - 6.0, w * 0.47);
    let area = r(x, y, w, h);
    pen.cover(&d, area, 0.0);
    pen.weave(&d, 4.0, 0.06);
    pen.clip(&d);
    let belly =
        pen.rad([0.42, 0.36, 0.72], &[(0.0, Rgb::WHITE, 0.34), (0.4, Rgb::WHITE, 0.04), (0.66, FOLD, 0.06), (1.0, FOLD, 0.58)]);
    pen.path(&round(area, 0.0), &belly);
    for (fx, fy, tx, ty) in [(0.0, 0.0, 0.2, 0.17), (1.0, 0.0, 0.8, 0.17), (0.0, 1.0, 0.2, 0.84), (1.0, 1.0, 0.8, 0.84)] {
        let (ax, ay, bx, by) = (x + w * fx, y + h * fy, x + w * tx, y + h * ty);
        let inward = if fx == 0.0 { 1.0 } else { -1.0 };
        pen.alpha(
            &format!(
                "M{ax} {ay}Q{} {} {bx} {by}Q{} {} {ax} {ay}z",
                ax + inward * w * 0.13,
                ay + (by - ay) * 0.3,
                ax + inward * w * 0.05,
                ay + (by - ay) * 0.7
            ),
            FOLD,
            0.14,
        );
    }
    pen.close();
    pen.hair(&d, pen.art.ink, 5.0, 0.35);
    pen.hair(&d, Rgb::WHITE, 2.0, 0.25);
    standing(base, area.inset(w.min(h) * 0.12))
}

pub(super) fn blanket(pen: &mut Pen<'_>) -> Drawing {
    // Folded in three, with a fringe, one corner turned back.
    let at = r(170.0, 210.0, 660.0, 560.0);
    for (o, dark) in [(34.0, 0.34), (17.0, 0.2)] {
        let under = round(r(at.x + o * 0.2, at.y + o, at.w, at.h), 46.0);
        if o > 20.0 {
            pen.shadow(&under, 10.0, 18.0, 40.0);
        }
        pen.cover(&under, at, 160.0);
        pen.alpha(&under, FOLD, dark);
    }
    let d = round(at, 46.0);
    for i in 0..33 {
        let x = at.x + 24.0 + i as f32 * 19.0;
        pen.line(
            &format!("M{x} {}q{} 26 {} 52", at.y + at.h + 26.0, (i % 3) as f32 * 4.0 - 4.0, (i % 4) as f32 * 3.0 - 5.0),
            &pen.art.paper.darker(0.12).hex(),
            6.0,
        );
    }
    pen.cover(&d, at, 160.0);
    let fold_light = pen.lin(
        [0.0, 0.0, 0.0, 1.0],
        &[
            (0.0, FOLD, 0.34),
            (0.07, Rgb::WHITE, 0.3),
            (0.2, Rgb::WHITE, 0.0),
            (0.8, FOLD, 0.0),
            (0.94, FOLD, 0.12),
            (1.0, FOLD, 0.44),
        ],
    );
    pen.path(&d, &fold_light);
    folds(pen, &d, 3, 0.4);
    pen.clip(&d);
    let corner = "M830 210V470C760 420 640 330 560 210z";
    pen.alpha("M840 210V500C760 440 640 350 540 210z", FOLD, 0.25);
    let lining = pen.art.second;
    let back = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, lining.lighter(0.3), 1.0), (1.0, lining.darker(0.2), 1.0)]);
    pen.path(corner, &back);
    pen.close();
    pen.weave(&d, 7.0, 0.07);
    lying(r(190.0, 330.0, 500.0, 380.0))
}

pub(super) fn duvet(pen: &mut Pen<'_>) -> Drawing {
    let base = 810.0;
    pen.contact(500.0, base, 400.0);
    // Two pillows, then the quilt with its turned edge.
    for (x, turn) in [(190.0, -3.0), (520.0, 3.0)] {
        pen.turn(turn, x + 150.0, 330.0);
        let d = format!(
            "M{x} 250C{} 232 {} 232 {} 250C{} 300 {} 380 {} 430C{} 446 {} 446 {x} 430C{} 380 {} 300 {x} 250z",
            x + 90.0,
            x + 200.0,
            x + 290.0,
            x + 306.0,
            x + 306.0,
            x + 290.0,
            x + 200.0,
            x + 90.0,
            x - 16.0,
            x - 16.0
        );
        pen.shadow(&d, 6.0, 12.0, 20.0);
        pen.cover(&d, r(x - 10.0, 230.0, 320.0, 220.0), 90.0);
        let puff = pen.glow(0.8);
        pen.path(&d, &puff);
        pen.close();
    }
    let quilt = "M130 440C250 400 380 430 500 410C640 400 760 420 870 436C890 560 900 700 906 800C780 830 640 800 500 816C360 826 220 806 94 806C100 680 112 560 130 440z";
    pen.shadow(quilt, 4.0, 10.0, 24.0);
    pen.cover(quilt, r(94.0, 400.0, 812.0, 430.0), 150.0);
    let puff =
        pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb::WHITE, 0.4), (0.3, Rgb::WHITE, 0.0), (0.75, FOLD, 0.04), (1.0, FOLD, 0.42)]);
    pen.path(quilt, &puff);
    for d in ["M240 500Q330 600 300 800", "M520 520Q470 640 520 800", "M740 500Q700 620 760 806", "M380 460Q440 560 400 640"] {
        pen.hair(d, FOLD, 22.0, 0.07);
        pen.hair(d, FOLD, 9.0, 0.09);
        pen.open("transform=\"translate(18 4)\"");
        pen.hair(d, Rgb::WHITE, 12.0, 0.14);
        pen.close();
    }
    let turned =
        "M130 440C250 400 380 430 500 410C640 400 760 420 870 436L882 520C760 500 640 486 500 496C380 508 250 486 118 522z";
    let lining = pen.art.paper.lighter(0.2);
    pen.path(turned, &lining.hex());
    pen.hair("M118 522C250 486 380 508 500 496C640 486 760 500 882 520", FOLD, 8.0, 0.2);
    standing(base, r(240.0, 540.0, 500.0, 240.0))
}

pub(super) fn tapestry(pen: &mut Pen<'_>) -> Drawing {
    let wide = pen.art.w > pen.art.h * 1.1;
    let cloth = if wide { r(90.0, 240.0, 820.0, 560.0) } else { r(170.0, 150.0, 660.0, 720.0) };
    let Rect { x, y, w, h } = cloth;
    let (right, low) = (x + w, y + h);
    let d = format!(
        "M{x} {y}Q{} {} {} {y}T{right} {y}V{low}Q{} {} {} {low}T{x} {low}z",
        x + w * 0.25,
        y + 16.0,
        x + w * 0.5,
        x + w * 0.75,
        low + 12.0,
        x + w * 0.5
    );
    pen.shadow(&d, 8.0, 18.0, 30.0);
    pen.cover(&d, cloth, if pen.art.kind == DesignKind::Motif { 0.0 } else { w * 0.3 });
    pen.clip(&d);
    folds(pen, &round(cloth, 0.0), 4, 0.42);
    let drop = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, FOLD, 0.16), (0.08, FOLD, 0.0), (0.9, FOLD, 0.0), (1.0, FOLD, 0.2)]);
    pen.path(&round(cloth, 0.0), &drop);
    for (px, py, turn) in [(x + 10.0, y + 10.0, 38.0), (right - 10.0, y + 10.0, -38.0)] {
        pen.turn(turn, px, py);
        pen.alpha(&format!("M{px} {py}q12 130 4 260q-18 -130 -4 -260z"), FOLD, 0.2);
        pen.close();
    }
    pen.close();
    pen.weave(&d, 5.0, 0.06);
    pen.stitch(&format!("M{} {}V{}", x + 9.0, y + 24.0, low - 20.0), Rgb::WHITE, 2.0, 7.0, 0.4);
    for px in [x + 12.0, right - 12.0] {
        pen.alpha(&disc(px + 4.0, y + 12.0, 12.0), FOLD, 0.4);
        pen.path(&disc(px, y + 6.0, 12.0), "#e8c36a");
        pen.alpha(&disc(px - 3.0, y + 3.0, 5.0), Rgb::WHITE, 0.8);
    }
    hanging(cloth.inset(60.0))
}

pub(super) fn pennant(pen: &mut Pen<'_>) -> Drawing {
    let trim = pen.body;
    let d = "M170 270Q480 330 860 500Q480 670 170 730z";
    pen.shadow(d, 8.0, 18.0, 28.0);
    let field = pen.art.accent;
    pen.path(d, &field.hex());
    let focus = r(210.0, 350.0, 320.0, 300.0);
    if pen.art.kind == DesignKind::Motif {
        pen.path(&disc(370.0, 500.0, 150.0), &pen.art.paper.hex());
        pen.place(r(262.0, 392.0, 216.0, 216.0));
    } else {
        pen.cover(d, r(150.0, 270.0, 560.0, 460.0), 130.0);
    }
    pen.weave(d, 5.0, 0.06);
    let sheen = pen.sheen(1.2);
    pen.path(d, &sheen);
    let wave = pen.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, FOLD, 0.1), (0.3, Rgb::WHITE, 0.16), (0.5, FOLD, 0.16), (0.7, Rgb::WHITE, 0.12), (1.0, FOLD, 0.2)],
    );
    pen.path(d, &wave);
    pen.path("M150 250h50v500h-50z", &trim.hex());
    pen.alpha("M150 250h14v500h-14z", Rgb::WHITE, 0.2);
    for y in [290.0, 430.0, 570.0, 690.0] {
        pen.line(&format!("M150 {y}q-40 6 -60 40"), &trim.hex(), 12.0);
    }
    hanging(focus)
}

pub(super) fn curtain(pen: &mut Pen<'_>) -> Drawing {
    let rod = pen.lin(
        [0.0, 0.0, 0.0, 1.0],
        &[(0.0, Rgb(250, 250, 250), 1.0), (0.5, Rgb(160, 162, 168), 1.0), (1.0, Rgb(110, 112, 118), 1.0)],
    );
    let cloth = r(130.0, 130.0, 740.0, 760.0);
    let mut d = format!("M{} 140", cloth.x);
    let mut low = String::new();
    for _ in 0..8 {
        d.push_str("q46 22 92.5 0");
        low.push_str("q-46 16 -92.5 0");
    }
    let d = format!("{d}V886{low}z");
    pen.shadow(&d, 8.0, 12.0, 30.0);
    pen.cover(&d, cloth, 170.0);
    folds(pen, &d, 8, 1.0);
    let sheen = pen.sheen(0.6);
    pen.path(&d, &sheen);
    pen.rect(60.0, 96.0, 880.0, 20.0, 10.0, &rod);
    for i in 0..9 {
        let x = cloth.x + i as f32 * 92.5;
        let x = x.clamp(cloth.x + 8.0, cloth.x + cloth.w - 8.0);
        pen.line(&oval(x, 126.0, 13.0, 24.0), "#c9ccd2", 6.0);
        pen.path(&disc(x, 156.0, 6.0), "#6a6c74");
    }
    hanging(r(240.0, 260.0, 520.0, 520.0))
}

pub(super) fn towel(pen: &mut Pen<'_>, kind: Towel) -> Drawing {
    if kind == Towel::Beach {
        let at = r(290.0, 90.0, 420.0, 820.0);
        pen.turn(12.0, 500.0, 500.0);
        let d = "M290 100Q500 80 710 100C722 360 700 640 712 900Q500 924 292 902C284 640 300 360 290 100z";
        pen.shadow(d, 8.0, 14.0, 22.0);
        pen.cover(d, at, 0.0);
        pen.weave(d, 6.0, 0.08);
        for d in ["M300 300Q500 330 708 290", "M296 640Q480 600 706 660"] {
            pen.hair(d, FOLD, 24.0, 0.07);
            pen.hair(d, FOLD, 8.0, 0.08);
        }
        let sheen = pen.sheen(1.0);
        pen.path(d, &sheen);
        for y in [120.0, 880.0] {
            pen.hair(&format!("M294 {y}H706"), Rgb::WHITE, 10.0, 0.5);
        }
        pen.close();
        return lying(r(320.0, 260.0, 360.0, 460.0));
    }
    let bar = kind == Towel::Bath;
    let cloth = if bar { r(210.0, 170.0, 580.0, 660.0) } else { r(290.0, 190.0, 420.0, 640.0) };
    let Rect { x, y, w, h } = cloth;
    if bar {
        let rod = pen.lin(
            [0.0, 0.0, 0.0, 1.0],
            &[(0.0, Rgb(250, 250, 250), 1.0), (0.5, Rgb(160, 162, 168), 1.0), (1.0, Rgb(100, 102, 108), 1.0)],
        );
        pen.rect(110.0, y - 8.0, 780.0, 26.0, 13.0, &rod);
        for px in [110.0, 890.0] {
            pen.path(&disc(px, y + 5.0, 28.0), &rod);
        }
    } else {
        pen.line(&format!("M500 {}q-34 -70 0 -90q34 20 0 90", y + 4.0), &pen.art.accent.hex(), 9.0);
    }
    let lift = if bar { 0.0 } else { 60.0 };
    let d = format!(
        "M{} {}Q500 {} {} {}L{} {}Q500 {} {x} {}z",
        x + lift,
        y + lift * 0.4,
        y - 16.0 - lift * 0.2,
        x + w - lift,
        y + lift * 0.4,
        x + w,
        y + h,
        y + h + 14.0,
        y + h
    );
    pen.shadow(&d, 8.0, 18.0, 30.0);
    pen.cover(&d, r(x, y - 10.0, w, h + 30.0), if pen.art.kind == DesignKind::Motif && bar { 170.0 } else { 0.0 });
    folds(pen, &d, if bar { 3 } else { 2 }, if bar { 0.5 } else { 0.6 });
    if bar {
        let over = pen.lin(
            [0.0, 0.0, 0.0, 1.0],
            &[(0.0, Rgb::WHITE, 0.4), (0.04, Rgb::WHITE, 0.1), (0.1, FOLD, 0.1), (0.2, FOLD, 0.0), (1.0, FOLD, 0.1)],
        );
        pen.path(&d, &over);
        pen.alpha(&format!("M{x} {}h{w}v26h-{w}z", y + h - 90.0), pen.art.second, 0.85);
        pen.alpha(&format!("M{x} {}h{w}v8h-{w}z", y + h - 54.0), pen.art.accent, 0.85);
    } else {
        pen.stitch(&format!("M{} {}L{} {}", x + 14.0, y + h - 12.0, x + w - 14.0, y + h - 12.0), FOLD, 2.5, 9.0, 0.4);
    }
    pen.weave(&d, 6.0, 0.07);
    hooked(y - 82.0, r(x + w * 0.16, y + h * 0.22, w * 0.68, h * 0.56))
}
