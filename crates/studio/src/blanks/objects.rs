//! Solid things: rods, boards, boxes, lamps, a bird house, an umbrella, a fan.

use super::{
    Drawing, hanging, hooked, lying,
    shape::{Go::*, mirrored, turned},
    standing,
};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, Rect, disc, oval, r, round},
};
const FOLD: Rgb = Rgb(24, 12, 34);

pub(super) fn tray(pen: &mut Pen<'_>) -> Drawing {
    let wood = pen.body;
    let at = r(90.0, 240.0, 820.0, 520.0);
    let d = round(at, 70.0);
    pen.shadow(&d, 10.0, 20.0, 34.0);
    pen.wood(&d, at, wood);
    let well = at.inset(32.0);
    let inner = round(well, 46.0);
    pen.cover(&inner, well, 0.0);
    let ledge = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, FOLD, 0.5), (0.5, FOLD, 0.1), (1.0, Rgb::WHITE, 0.5)]);
    pen.line(&inner, &ledge, 9.0);
    pen.hair(&round(at.inset(3.0), 66.0), Rgb::WHITE, 5.0, 0.4);
    for x in [at.x + 16.0, at.x + at.w - 16.0] {
        pen.path(&round(r(x - 9.0, 440.0, 18.0, 120.0), 9.0), &wood.darker(0.6).hex());
    }
    let gloss = pen.lin(
        [0.0, 0.0, 1.0, 1.0],
        &[(0.0, Rgb::WHITE, 0.3), (0.3, Rgb::WHITE, 0.02), (0.44, Rgb::WHITE, 0.16), (0.52, Rgb::WHITE, 0.0), (1.0, FOLD, 0.2)],
    );
    pen.path(&inner, &gloss);
    // One glass of tea waits at the edge.
    let (cx, cy) = (770.0, 400.0);
    pen.shadow(&disc(cx, cy, 66.0), 10.0, 14.0, 16.0);
    pen.path(&disc(cx, cy, 66.0), "#eef4f4");
    let tea = pen.rad([0.4, 0.4, 0.6], &[(0.0, Rgb(214, 120, 56), 1.0), (1.0, Rgb(146, 58, 24), 1.0)]);
    pen.path(&disc(cx, cy, 54.0), &tea);
    pen.path(&oval(cx + 12.0, cy - 8.0, 22.0, 11.0), "#6d9a58");
    pen.hair(&disc(cx, cy, 61.0), Rgb::WHITE, 5.0, 0.9);
    lying(r(200.0, 320.0, 440.0, 380.0))
}

pub(super) fn cutting_board(pen: &mut Pen<'_>) -> Drawing {
    let wood = pen.body;
    let d = mirrored(
        80.0,
        &[
            C(540.0, 80.0, 560.0, 110.0, 556.0, 170.0),
            C(554.0, 230.0, 580.0, 262.0, 640.0, 266.0),
            C(710.0, 270.0, 740.0, 300.0, 740.0, 350.0),
            L(740.0, 850.0),
            C(740.0, 890.0, 710.0, 910.0, 680.0, 910.0),
            L(500.0, 910.0),
        ],
    );
    pen.line("M500 130C470 60 490 30 500 20C510 30 530 60 500 130", "#b98a58", 8.0);
    pen.shadow(&d, 12.0, 24.0, 34.0);
    pen.open("transform=\"translate(5 9)\"");
    pen.path(&d, &wood.darker(0.42).hex());
    pen.close();
    pen.wood(&d, r(260.0, 80.0, 480.0, 830.0), wood);
    pen.path(&disc(500.0, 140.0, 26.0), &wood.darker(0.7).hex());
    pen.hair(&disc(500.0, 140.0, 28.0), Rgb::WHITE, 3.0, 0.3);
    // Burnt in, so it is one with the grain.
    let print = r(310.0, 340.0, 380.0, 500.0);
    pen.fit(print);
    pen.clip(&round(print, 0.0));
    for i in 0..10 {
        pen.hair(&format!("M260 {}q120 -14 240 0t240 0", 350.0 + i as f32 * 52.0), wood.darker(0.3), 3.0, 0.24);
    }
    pen.close();
    let sheen = pen.sheen(1.0);
    pen.path(&d, &sheen);
    pen.hair(&d, Rgb::WHITE, 3.0, 0.26);
    hooked(28.0, print)
}

/// A box seen from the front with a little of its top.
fn tin(pen: &mut Pen<'_>, at: Rect, radius: f32, colour: Rgb) {
    let d = round(at, radius);
    pen.path(&d, &colour.hex());
    let barrel = pen.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[
            (0.0, FOLD, 0.32),
            (0.06, Rgb::WHITE, 0.34),
            (0.14, Rgb::WHITE, 0.06),
            (0.86, FOLD, 0.04),
            (0.95, FOLD, 0.26),
            (1.0, FOLD, 0.4),
        ],
    );
    pen.path(&d, &barrel);
}

pub(super) fn lunch_box(pen: &mut Pen<'_>) -> Drawing {
    let colour = pen.body;
    let base = 790.0;
    pen.contact(500.0, base, 340.0);
    pen.line("M380 290C380 190 620 190 620 290", "#3b373d", 30.0);
    pen.hair("M372 280C376 186 616 182 620 270", Rgb::WHITE, 5.0, 0.25);
    for x in [380.0, 620.0] {
        pen.path(&round(r(x - 24.0, 272.0, 48.0, 32.0), 6.0), "#b9bcc4");
    }
    let at = r(170.0, 296.0, 660.0, 494.0);
    tin(pen, at, 54.0, colour);
    let panel = at.inset(34.0);
    pen.cover(&round(panel, 34.0), panel, 0.0);
    pen.hair(&round(panel, 34.0), FOLD, 5.0, 0.25);
    pen.hair(&round(panel.inset(-5.0), 38.0), Rgb::WHITE, 4.0, 0.5);
    let gloss = pen
        .lin([0.0, 0.0, 1.0, 1.0], &[(0.0, Rgb::WHITE, 0.42), (0.3, Rgb::WHITE, 0.04), (0.5, Rgb::WHITE, 0.0), (1.0, FOLD, 0.3)]);
    pen.path(&round(at, 54.0), &gloss);
    for x in [250.0, 690.0] {
        pen.shadow(&round(r(x, 280.0, 64.0, 70.0), 10.0), 2.0, 5.0, 6.0);
        pen.rect(x, 280.0, 64.0, 70.0, 10.0, "#d3d6dc");
        pen.rect(x + 14.0, 300.0, 36.0, 34.0, 6.0, "#8b8e97");
    }
    standing(base, panel.inset(40.0))
}

pub(super) fn bento(pen: &mut Pen<'_>) -> Drawing {
    let colour = pen.body;
    let base = 780.0;
    pen.contact(500.0, base, 350.0);
    tin(pen, r(160.0, 610.0, 680.0, 170.0), 40.0, colour.darker(0.12));
    tin(pen, r(160.0, 440.0, 680.0, 176.0), 40.0, colour);
    pen.hair("M186 614H814", FOLD, 7.0, 0.4);
    // The lid lies a little towards us.
    let lid = "M220 240H780Q840 240 850 300L856 400Q858 452 800 452H200Q142 452 144 400L150 300Q160 240 220 240z";
    pen.shadow(lid, 0.0, 8.0, 12.0);
    pen.path(lid, &pen.art.paper.hex());
    pen.cover(lid, r(140.0, 236.0, 720.0, 220.0), if pen.art.kind == DesignKind::Motif { 120.0 } else { 150.0 });
    let gloss = pen.lin(
        [0.0, 0.0, 0.0, 1.0],
        &[(0.0, Rgb::WHITE, 0.5), (0.35, Rgb::WHITE, 0.06), (0.8, FOLD, 0.05), (0.86, FOLD, 0.3), (1.0, FOLD, 0.44)],
    );
    pen.path(lid, &gloss);
    let band = pen.art.accent;
    let elastic = pen
        .lin([0.0, 0.0, 1.0, 0.0], &[(0.0, band.darker(0.3), 1.0), (0.4, band.lighter(0.2), 1.0), (1.0, band.darker(0.35), 1.0)]);
    pen.path("M640 238h70l14 214v328h-80V452z", &elastic);
    standing(base, r(220.0, 250.0, 420.0, 200.0))
}

pub(super) fn lamp(pen: &mut Pen<'_>) -> Drawing {
    let wood = pen.body;
    let base = 870.0;
    pen.contact(500.0, base, 150.0);
    let halo = pen
        .rad([0.5, 0.5, 0.5], &[(0.0, Rgb(255, 228, 160), 0.6), (0.5, Rgb(255, 214, 140), 0.18), (1.0, Rgb(255, 210, 130), 0.0)]);
    pen.path(&oval(500.0, 380.0, 480.0, 440.0), &halo);
    let foot = turned(
        500.0,
        &[(560.0, 30.0), (610.0, 44.0), (680.0, 90.0), (760.0, 108.0), (830.0, 80.0), (850.0, 118.0), (868.0, 124.0)],
        0.12,
    );
    pen.wood(&foot, r(376.0, 550.0, 248.0, 330.0), wood);
    let barrel = pen.barrel(1.0);
    pen.path(&foot, &barrel);
    let shade = turned(500.0, &[(150.0, 180.0), (560.0, 290.0)], 0.1);
    pen.path(&shade, &pen.art.paper.hex());
    pen.cover(&shade, r(210.0, 130.0, 580.0, 470.0), if pen.art.kind == DesignKind::Motif { 0.0 } else { 190.0 });
    pen.weave(&shade, 6.0, 0.06);
    // Lit from inside: warm in the middle, cooler at the rims.
    let lit = pen
        .rad([0.5, 0.62, 0.6], &[(0.0, Rgb(255, 236, 170), 0.62), (0.5, Rgb(255, 224, 150), 0.2), (1.0, Rgb(120, 60, 20), 0.3)]);
    pen.path(&shade, &lit);
    pen.path(&oval(500.0, 150.0, 180.0, 18.0), "#fff0c4");
    pen.hair(&oval(500.0, 150.0, 178.0, 17.0), Rgb(150, 100, 50), 5.0, 0.7);
    pen.hair("M210 560A290 29 0 0 0 790 560", Rgb(150, 100, 50), 8.0, 0.6);
    pen.line("M560 590v80", "#c9a25a", 3.0);
    pen.path(&disc(560.0, 676.0, 9.0), "#d9b25e");
    standing(base, r(340.0, 220.0, 320.0, 300.0))
}

pub(super) fn night_light(pen: &mut Pen<'_>) -> Drawing {
    let wood = pen.body;
    let base = 830.0;
    pen.contact(500.0, base, 230.0);
    let glow = pen
        .rad([0.5, 0.5, 0.5], &[(0.0, Rgb(255, 226, 160), 0.7), (0.6, Rgb(255, 214, 140), 0.2), (1.0, Rgb(255, 210, 130), 0.0)]);
    pen.path(&oval(500.0, 460.0, 460.0, 460.0), &glow);
    let pane = disc(500.0, 460.0, 300.0);
    let clear = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb(255, 250, 236), 1.0), (1.0, Rgb(255, 226, 160), 1.0)]);
    pen.path(&pane, &clear);
    if pen.art.kind == DesignKind::Motif {
        pen.place(r(290.0, 240.0, 420.0, 420.0));
    } else {
        pen.cover(&disc(500.0, 460.0, 280.0), r(220.0, 180.0, 560.0, 560.0), 160.0);
    }
    let lit =
        pen.lin([0.0, 1.0, 0.0, 0.0], &[(0.0, Rgb(255, 236, 176), 0.5), (0.3, Rgb(255, 236, 176), 0.06), (1.0, Rgb::WHITE, 0.0)]);
    pen.path(&pane, &lit);
    pen.line(&disc(500.0, 460.0, 297.0), "#fffaf0", 9.0);
    pen.hair(&disc(500.0, 460.0, 302.0), Rgb(190, 150, 80), 2.0, 0.6);
    pen.alpha("M290 340Q340 240 440 196Q380 270 350 360z", Rgb::WHITE, 0.5);
    let block = r(280.0, 730.0, 440.0, 100.0);
    pen.wood(&round(block, 14.0), block, wood);
    let top =
        pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb(255, 232, 170), 0.75), (0.25, Rgb(255, 232, 170), 0.1), (1.0, FOLD, 0.34)]);
    pen.path(&round(block, 14.0), &top);
    pen.rect(480.0, 776.0, 40.0, 14.0, 7.0, "#fff3cf");
    standing(base, r(300.0, 280.0, 380.0, 360.0))
}

pub(super) fn bird_house(pen: &mut Pen<'_>) -> Drawing {
    let wood = pen.body;
    let base = 840.0;
    pen.contact(520.0, base, 270.0);
    // The side wall falls away to the right.
    pen.path("M680 370L800 330V800L680 840z", &wood.darker(0.45).hex());
    let front = "M300 370L490 210L680 370V840H300z";
    pen.wood(front, r(300.0, 210.0, 380.0, 630.0), wood);
    pen.clip(front);
    if pen.art.kind == DesignKind::Motif {
        pen.place(r(340.0, 560.0, 300.0, 260.0));
    } else {
        pen.cover("M320 560H660V820H320z", r(320.0, 560.0, 340.0, 260.0), 110.0);
    }
    let light = pen.sheen(1.2);
    pen.path(front, &light);
    pen.alpha("M300 370L490 210L680 370V420L490 260L300 420z", FOLD, 0.3);
    pen.close();
    pen.path(&disc(490.0, 450.0, 66.0), &wood.darker(0.3).hex());
    let hole = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, Rgb(24, 16, 14), 1.0), (1.0, Rgb(80, 54, 40), 1.0)]);
    pen.path(&disc(490.0, 452.0, 56.0), &hole);
    pen.line("M490 556v14", &wood.darker(0.5).hex(), 24.0);
    pen.path(&disc(490.0, 560.0, 13.0), &wood.lighter(0.3).hex());
    let roof = pen.art.accent;
    pen.path("M490 150L870 290L820 340L700 392L490 214z", &roof.darker(0.3).hex());
    pen.path("M490 150L500 214L280 400L236 362z", &roof.lighter(0.1).hex());
    pen.path("M490 150L740 372L700 410L490 218z", &roof.hex());
    for i in 1..4 {
        let t = i as f32 / 4.0;
        pen.hair(&format!("M{} {}l-8 44", 490.0 + 250.0 * t, 150.0 + 222.0 * t), FOLD, 3.0, 0.3);
    }
    pen.hair("M490 152L236 362", Rgb::WHITE, 4.0, 0.35);
    // A visitor.
    pen.path("M764 264q-8 -70 56 -84q60 -6 70 44l34 14l-34 10q-10 50 -70 48l-80 26z", &pen.art.second.hex());
    pen.path("M790 270q20 -50 60 -36q-6 46 -60 36z", &pen.art.second.darker(0.25).hex());
    pen.path(&disc(868.0, 214.0, 6.0), "#1d181c");
    standing(base, r(340.0, 550.0, 300.0, 270.0))
}

pub(super) fn umbrella(pen: &mut Pen<'_>) -> Drawing {
    let trim = pen.body;
    pen.line("M500 180V850Q500 910 440 910Q386 910 386 850", "#5b4032", 20.0);
    pen.hair("M495 480V850Q495 900 440 902", Rgb::WHITE, 4.0, 0.35);
    let canopy = mirrored(
        150.0,
        &[
            C(740.0, 150.0, 900.0, 330.0, 920.0, 560.0),
            C(880.0, 510.0, 800.0, 510.0, 770.0, 560.0),
            C(730.0, 500.0, 660.0, 500.0, 636.0, 556.0),
            C(600.0, 496.0, 540.0, 490.0, 500.0, 540.0),
        ],
    );
    pen.shadow(&canopy, 6.0, 16.0, 22.0);
    pen.cover(&canopy, r(80.0, 150.0, 840.0, 420.0), 150.0);
    pen.weave(&canopy, 5.0, 0.06);
    let dome =
        pen.rad([0.36, 0.2, 0.85], &[(0.0, Rgb::WHITE, 0.4), (0.4, Rgb::WHITE, 0.02), (0.8, FOLD, 0.2), (1.0, FOLD, 0.46)]);
    pen.path(&canopy, &dome);
    pen.clip(&canopy);
    for (x, bend) in [(230.0, 250.0), (364.0, 400.0), (500.0, 500.0), (636.0, 600.0), (770.0, 750.0)] {
        let d = format!("M500 150Q{bend} 240 {x} 570");
        pen.hair(&d, FOLD, 14.0, 0.12);
        pen.hair(&d, trim, 5.0, 0.7);
    }
    pen.close();
    pen.line("M80 560C120 510 200 510 230 560C270 500 340 500 364 556C400 496 460 490 500 540C540 490 600 496 636 556C660 500 730 500 770 560C800 510 880 510 920 560", &trim.hex(), 9.0);
    pen.line("M500 152V96", &trim.hex(), 14.0);
    hanging(r(250.0, 220.0, 500.0, 280.0))
}

pub(super) fn fan(pen: &mut Pen<'_>) -> Drawing {
    let wood = pen.body;
    let (cx, cy) = (500.0_f32, 730.0_f32);
    let (inner, outer) = (190.0_f32, 470.0_f32);
    let at = |angle: f32, radius: f32| (cx + radius * angle.to_radians().sin(), cy - radius * angle.to_radians().cos());
    let (a, b) = (-76.0, 76.0);
    let (x1, y1) = at(a, outer);
    let (x2, y2) = at(b, outer);
    let (x3, y3) = at(b, inner);
    let (x4, y4) = at(a, inner);
    for i in 0..15 {
        let (x, y) = at(a + i as f32 * 152.0 / 14.0, inner + 30.0);
        pen.hair(&format!("M{cx} {cy}L{x} {y}"), FOLD, 16.0, 0.2);
        pen.line(&format!("M{cx} {cy}L{x} {y}"), &wood.hex(), 12.0);
        pen.hair(&format!("M{} {cy}L{} {y}", cx - 2.0, x - 2.0), Rgb::WHITE, 2.5, 0.35);
    }
    let leaf = format!("M{x1} {y1}A{outer} {outer} 0 0 1 {x2} {y2}L{x3} {y3}A{inner} {inner} 0 0 0 {x4} {y4}z");
    pen.shadow(&leaf, 8.0, 16.0, 24.0);
    pen.cover(&leaf, r(30.0, 255.0, 940.0, 430.0), 130.0);
    pen.clip(&leaf);
    for i in 0..28 {
        let from = a + i as f32 * 152.0 / 28.0;
        let (px, py) = at(from, outer + 4.0);
        let (qx, qy) = at(from + 152.0 / 28.0, outer + 4.0);
        let (shade, alpha) = if i % 2 == 0 { (Rgb::WHITE, 0.14) } else { (FOLD, 0.16) };
        pen.alpha(&format!("M{cx} {cy}L{px} {py}L{qx} {qy}z"), shade, alpha);
    }
    pen.close();
    pen.hair(&format!("M{x1} {y1}A{outer} {outer} 0 0 1 {x2} {y2}"), pen.art.third, 7.0, 0.9);
    for angle in [a, b] {
        let (x, y) = at(angle, outer);
        pen.line(&format!("M{cx} {cy}L{x} {y}"), &wood.darker(0.25).hex(), 22.0);
        pen.hair(&format!("M{cx} {}L{x} {}", cy - 4.0, y - 4.0), Rgb::WHITE, 4.0, 0.3);
    }
    pen.path(&disc(cx, cy, 20.0), "#d6a94a");
    pen.line(&format!("M{cx} {cy}q-40 60 -10 90t-10 70"), &pen.art.accent.hex(), 6.0);
    lying(r(330.0, 280.0, 340.0, 250.0))
}
