//! Soft animals that sit, with the artwork on their bellies.

use super::{
    Drawing, Plush,
    shape::{Go::*, mirrored},
    standing,
};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, Rect, disc, oval, r},
};

const FOLD: Rgb = Rgb(40, 20, 40);

/// A stuffed part: round light, and fur along its edge.
fn stuffed(pen: &mut Pen<'_>, d: &str, colour: Rgb) {
    let volume = pen.rad(
        [0.38, 0.3, 0.78],
        &[
            (0.0, colour.lighter(0.34), 1.0),
            (0.45, colour, 1.0),
            (0.8, colour.darker(0.16), 1.0),
            (1.0, colour.darker(0.38), 1.0),
        ],
    );
    pen.path(d, &volume);
    pen.stitch(d, colour.darker(0.14), 5.0, 2.0, 0.7);
    pen.weave(d, 5.0, 0.05);
}

fn both(pen: &mut Pen<'_>, draw: impl Fn(&mut Pen<'_>)) {
    draw(pen);
    pen.open("transform=\"matrix(-1 0 0 1 1000 0)\"");
    draw(pen);
    pen.close();
}

fn face(pen: &mut Pen<'_>, y: f32, apart: f32, size: f32) {
    for x in [500.0 - apart, 500.0 + apart] {
        pen.path(&oval(x, y, size, size * 1.12), "#2a2026");
        pen.path(&disc(x - size * 0.3, y - size * 0.4, size * 0.36), "#ffffff");
    }
    let blush = pen.art.accent.lighter(0.2);
    for x in [500.0 - apart * 1.45, 500.0 + apart * 1.45] {
        pen.alpha(&oval(x, y + size * 1.9, size * 1.3, size * 0.8), blush, 0.5);
    }
    pen.path(&oval(500.0, y + size * 1.3, size * 0.62, size * 0.44), "#8a4a44");
    pen.line(
        &format!(
            "M{} {}q{} {} {} 0q{} {} {} 0",
            500.0 - size * 1.3,
            y + size * 2.1,
            size * 0.65,
            size * 0.9,
            size * 1.3,
            size * 0.65,
            size * 0.9,
            size * 1.3
        ),
        "#4a3236",
        5.0,
    );
}

/// The printed patch on a belly.
fn belly(pen: &mut Pen<'_>, at: Rect) {
    let d = oval(at.cx(), at.cy(), at.w / 2.0, at.h / 2.0);
    pen.path(&d, &pen.art.paper.hex());
    if pen.art.kind == DesignKind::Motif {
        pen.place(at.inset(at.w * 0.13));
    } else {
        pen.cover(&d, at, at.w * 0.32);
    }
    let puff = pen.rad([0.38, 0.3, 0.75], &[(0.0, Rgb::WHITE, 0.3), (0.5, Rgb::WHITE, 0.0), (1.0, FOLD, 0.26)]);
    pen.path(&d, &puff);
    pen.stitch(&d, pen.body.darker(0.4), 4.0, 10.0, 0.8);
}

pub(super) fn plush(pen: &mut Pen<'_>, plush: Plush) -> Drawing {
    let fur = pen.body;
    let base = 850.0;
    match plush {
        Plush::Round => {
            pen.contact(500.0, base, 290.0);
            both(pen, |pen| stuffed(pen, "M560 830Q600 780 660 800Q720 830 690 862Q620 880 560 862z", fur.darker(0.06)));
            stuffed(pen, &oval(500.0, 540.0, 350.0, 318.0), fur);
            both(pen, |pen| stuffed(pen, "M640 290Q690 180 740 190Q790 230 730 370z", fur));
            face(pen, 400.0, 110.0, 25.0);
            let at = r(350.0, 500.0, 300.0, 290.0);
            belly(pen, at);
            return standing(base, at);
        }
        Plush::Star => {
            pen.contact(500.0, base, 260.0);
            let d = mirrored(
                130.0,
                &[
                    C(540.0, 130.0, 560.0, 170.0, 590.0, 290.0),
                    C(610.0, 340.0, 640.0, 352.0, 700.0, 358.0),
                    C(820.0, 366.0, 880.0, 380.0, 880.0, 420.0),
                    C(880.0, 460.0, 760.0, 520.0, 716.0, 570.0),
                    C(690.0, 610.0, 740.0, 740.0, 748.0, 810.0),
                    C(750.0, 862.0, 700.0, 862.0, 650.0, 830.0),
                    C(580.0, 780.0, 540.0, 758.0, 500.0, 758.0),
                ],
            );
            stuffed(pen, &d, fur);
            face(pen, 360.0, 70.0, 20.0);
            let at = r(375.0, 440.0, 250.0, 240.0);
            belly(pen, at);
            return standing(base, at);
        }
        Plush::Cat | Plush::Bear | Plush::Bunny => {}
    }
    pen.contact(500.0, base, 270.0);
    if plush == Plush::Cat {
        pen.line("M690 800C860 820 900 640 830 560", &fur.darker(0.24).hex(), 66.0);
        pen.line("M690 796C850 812 888 640 824 564", &fur.darker(0.04).hex(), 54.0);
    }
    match plush {
        Plush::Cat => both(pen, |pen| {
            stuffed(pen, "M560 210Q640 90 700 90Q740 130 740 330z", fur);
            pen.path("M612 214Q660 140 694 134Q714 170 714 280z", &pen.art.accent.lighter(0.45).hex());
        }),
        Plush::Bear => both(pen, |pen| {
            stuffed(pen, &disc(700.0, 170.0, 84.0), fur);
            pen.path(&disc(696.0, 176.0, 48.0), &fur.lighter(0.45).hex());
        }),
        _ => both(pen, |pen| {
            pen.turn(12.0, 600.0, 220.0);
            stuffed(pen, "M548 250Q530 60 590 20Q660 30 650 250z", fur);
            pen.path("M572 230Q562 100 594 62Q630 80 624 230z", &pen.art.accent.lighter(0.5).hex());
            pen.close();
        }),
    }
    // Legs, body, arms, head.
    both(pen, |pen| stuffed(pen, "M560 780Q600 690 700 712Q780 760 740 836Q690 876 590 862z", fur));
    stuffed(
        pen,
        "M500 420C640 420 720 560 716 700C712 810 620 852 500 852C380 852 288 810 284 700C280 560 360 420 500 420z",
        fur,
    );
    both(pen, |pen| {
        pen.path(&oval(690.0, 800.0, 44.0, 48.0), &fur.lighter(0.4).hex());
        for (x, y) in [(664.0, 768.0), (690.0, 758.0), (716.0, 768.0)] {
            pen.path(&disc(x, y, 11.0), &fur.lighter(0.4).hex());
        }
    });
    let at = r(376.0, 530.0, 248.0, 254.0);
    belly(pen, at);
    both(pen, |pen| stuffed(pen, "M640 510Q740 530 770 640Q760 710 700 690Q640 620 620 560z", fur.darker(0.03)));
    let head = "M500 150C650 150 762 220 762 340C762 450 650 500 500 500C350 500 238 450 238 340C238 220 350 150 500 150z";
    pen.alpha("M320 490Q500 560 680 490Q600 540 500 544Q400 540 320 490z", FOLD, 0.25);
    stuffed(pen, head, fur);
    if plush == Plush::Bear {
        pen.path(&oval(500.0, 398.0, 92.0, 70.0), &fur.lighter(0.45).hex());
    }
    face(pen, 330.0, 106.0, 25.0);
    if plush == Plush::Cat {
        both(pen, |pen| {
            pen.line("M640 380q50 -6 96 -2M642 404q44 10 86 28", "#5a4244", 4.0);
        });
    }
    // A ribbon in the artwork's colour.
    let ribbon = pen.art.second;
    pen.line("M356 492Q500 556 644 492", &ribbon.hex(), 26.0);
    pen.hair("M356 486Q500 548 644 486", Rgb::WHITE, 4.0, 0.3);
    both(pen, |pen| {
        pen.path("M500 526Q560 480 600 500Q606 550 590 574Q540 568 500 532z", &ribbon.darker(0.12).hex());
        pen.hair("M506 530Q560 510 590 520", FOLD, 4.0, 0.3);
    });
    pen.path(&oval(500.0, 530.0, 20.0, 22.0), &ribbon.lighter(0.15).hex());
    standing(base, at)
}
