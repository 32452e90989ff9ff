//! Clothes, laid out or hung straight, seen from the front.

use super::{
    Drawing, Top, hanging, hooked,
    shape::{Go::*, mirrored},
};
use crate::{
    colour::Rgb,
    pen::{Pen, disc, oval, r, round},
};
pub(super) const FOLD: Rgb = Rgb(24, 12, 34);

/// How strongly shade and light show on this cloth.
fn contrast(pen: &Pen<'_>) -> (f32, f32) {
    if pen.body.is_dark() { (1.5, 0.55) } else { (0.8, 1.0) }
}

/// Base colour, round body, weave.
fn cloth(pen: &mut Pen<'_>, d: &str, colour: Rgb) {
    let (dark, light) = contrast(pen);
    let paint = pen.lin(
        [0.0, 0.0, 1.0, 0.2],
        &[
            (0.0, colour.darker(0.2 * dark), 1.0),
            (0.22, colour.lighter(0.08 * light), 1.0),
            (0.45, colour.lighter(0.16 * light), 1.0),
            (0.75, colour, 1.0),
            (1.0, colour.darker(0.24 * dark), 1.0),
        ],
    );
    pen.path(d, &paint);
}

/// A soft crease: a dark line with a light one beside it.
pub(super) fn crease(pen: &mut Pen<'_>, d: &str, width: f32) {
    let (dark, light) = contrast(pen);
    pen.hair(d, FOLD, width, 0.06 * dark);
    pen.hair(d, FOLD, width * 0.45, 0.07 * dark);
    pen.open(&format!("transform=\"translate({} {})\"", width * 0.7, width * 0.1));
    pen.hair(d, Rgb::WHITE, width * 0.5, 0.12 * light);
    pen.close();
}

pub(super) fn both(pen: &mut Pen<'_>, draw: impl Fn(&mut Pen<'_>)) {
    draw(pen);
    pen.open("transform=\"matrix(-1 0 0 1 1000 0)\"");
    draw(pen);
    pen.close();
}

/// Ribbed cuffs and hems.
fn rib(pen: &mut Pen<'_>, d: &str) {
    let body = pen.body;
    pen.path(d, &body.darker(0.1).hex());
    pen.ribs(d, 7.0, 0.14);
}

pub(super) fn top(pen: &mut Pen<'_>, top: Top) -> Drawing {
    let long = matches!(top, Top::Long | Top::Sweat | Top::Hoodie | Top::Zip);
    let thick = matches!(top, Top::Sweat | Top::Hoodie | Top::Zip);
    let body = pen.body;
    let torso = match top {
        Top::Tank => mirrored(
            262.0,
            &[
                C(540.0, 262.0, 580.0, 240.0, 596.0, 160.0),
                L(648.0, 164.0),
                C(650.0, 250.0, 680.0, 330.0, 726.0, 372.0),
                C(730.0, 540.0, 728.0, 700.0, 724.0, 846.0),
                C(650.0, 860.0, 560.0, 864.0, 500.0, 864.0),
            ],
        ),
        Top::Onesie => mirrored(
            258.0,
            &[
                C(545.0, 258.0, 585.0, 236.0, 604.0, 196.0),
                C(650.0, 206.0, 690.0, 222.0, 722.0, 244.0),
                C(770.0, 290.0, 800.0, 350.0, 822.0, 410.0),
                L(730.0, 456.0),
                C(722.0, 430.0, 716.0, 410.0, 706.0, 398.0),
                C(712.0, 520.0, 716.0, 600.0, 706.0, 690.0),
                C(640.0, 730.0, 596.0, 790.0, 586.0, 850.0),
                C(560.0, 862.0, 530.0, 864.0, 500.0, 864.0),
            ],
        ),
        _ if long => mirrored(
            if thick { 238.0 } else { 246.0 },
            &[
                C(546.0, 242.0, 582.0, 220.0, 600.0, 176.0),
                C(650.0, 190.0, 694.0, 206.0, 734.0, 228.0),
                C(794.0, 276.0, 826.0, 470.0, 850.0, 780.0),
                C(852.0, 800.0, 846.0, 812.0, 836.0, 814.0),
                L(778.0, 818.0),
                C(766.0, 818.0, 760.0, 810.0, 758.0, 796.0),
                C(748.0, 650.0, 736.0, 520.0, 712.0, 424.0),
                C(722.0, 580.0, 722.0, 700.0, 718.0, 822.0),
                C(716.0, 852.0, 708.0, 860.0, 690.0, 862.0),
                C(620.0, 868.0, 560.0, 868.0, 500.0, 868.0),
            ],
        ),
        _ => mirrored(
            248.0,
            &[
                C(546.0, 246.0, 582.0, 222.0, 600.0, 178.0),
                C(650.0, 190.0, 694.0, 206.0, 736.0, 228.0),
                C(794.0, 272.0, 842.0, 356.0, 878.0, 442.0),
                C(880.0, 452.0, 878.0, 458.0, 870.0, 462.0),
                L(768.0, 508.0),
                C(760.0, 510.0, 755.0, 508.0, 752.0, 500.0),
                C(738.0, 462.0, 726.0, 430.0, 712.0, 404.0),
                C(722.0, 570.0, 722.0, 710.0, 718.0, 846.0),
                C(716.0, 856.0, 710.0, 860.0, 700.0, 861.0),
                C(630.0, 868.0, 560.0, 870.0, 500.0, 870.0),
            ],
        ),
    };
    pen.shadow(&torso, 10.0, 20.0, 34.0);
    // The inside of the back shows in the neck.
    let neck_low = if top == Top::Tank {
        "M404 160Q500 214 596 160C580 250 540 268 500 268C460 268 420 250 404 160z"
    } else {
        "M400 178Q500 208 600 178C580 226 546 250 500 252C454 250 420 226 400 178z"
    };
    cloth(pen, &torso, body);
    pen.path(neck_low, &body.darker(0.34).hex());
    pen.hair("M408 186Q500 216 592 186", body.lighter(0.3), 5.0, 0.4);
    if !thick {
        pen.rect(478.0, 200.0, 44.0, 22.0, 3.0, &body.lighter(0.5).hex());
    }

    pen.clip(&torso);
    // Shade under the arms and down the sides, sleeves set back.
    both(pen, |pen| {
        let (dark, _) = contrast(pen);
        if long {
            pen.alpha("M712 424C736 520 748 650 758 800L700 870L690 430z", FOLD, 0.1 * dark);
            crease(pen, "M716 420C700 360 690 300 704 226", 10.0);
            crease(pen, "M760 470Q800 500 820 480", 14.0);
            crease(pen, "M764 600Q806 610 834 576", 12.0);
            crease(pen, "M772 690Q810 690 842 664", 12.0);
        } else if top != Top::Tank {
            crease(pen, "M712 404C694 350 690 290 712 226", 10.0);
            crease(pen, "M740 440Q790 400 812 330", 16.0);
        }
        crease(pen, "M708 440Q650 480 610 470", 20.0);
        crease(pen, "M714 560Q660 640 640 760", 24.0);
        pen.hair("M716 420C722 580 722 700 718 860", FOLD, 26.0, 0.07 * dark);
    });
    crease(pen, "M440 620Q470 740 430 866", 26.0);
    crease(pen, "M560 700Q540 780 572 868", 22.0);
    pen.close();
    pen.weave(&torso, 4.0, 0.05);

    let print = match top {
        Top::Hoodie => r(370.0, 336.0, 260.0, 270.0),
        Top::Onesie => r(386.0, 326.0, 228.0, 260.0),
        Top::Polo => r(560.0, 330.0, 96.0, 100.0),
        Top::Zip => r(546.0, 356.0, 128.0, 140.0),
        Top::Tank => r(360.0, 340.0, 280.0, 320.0),
        _ => r(346.0, 306.0, 308.0, 330.0),
    };
    pen.fit(print);
    // The print follows the cloth.
    pen.clip(&round(print.inset(-4.0), 0.0));
    crease(pen, "M440 330Q470 460 430 640", 22.0);
    crease(pen, "M590 420Q560 500 600 640", 18.0);
    pen.close();

    match top {
        Top::Tank => {
            for d in [
                "M404 160C420 250 460 268 500 268C540 268 580 250 596 160",
                "M352 164C350 250 320 330 274 372",
                "M648 164C650 250 680 330 726 372",
            ] {
                pen.line(d, &body.darker(0.08).hex(), 13.0);
                pen.hair(d, FOLD, 2.0, 0.22);
            }
        }
        Top::Polo => polo(pen),
        Top::Hoodie | Top::Zip => hood(pen, top == Top::Zip),
        _ => {
            let collar = "M400 178C420 230 456 256 500 258C544 256 580 230 600 178";
            pen.line(collar, &body.darker(0.06).hex(), if thick { 26.0 } else { 19.0 });
            pen.hair("M392 184C414 242 452 268 500 270C548 268 586 242 608 184", FOLD, 2.5, 0.24);
            if thick {
                pen.path("M468 274L532 274L500 320z", &body.darker(0.08).hex());
                pen.hair("M468 274L500 320L532 274", FOLD, 2.0, 0.25);
            }
        }
    }
    if thick {
        both(pen, |pen| rib(pen, "M770 800L850 780Q856 812 846 838Q806 852 776 842Q768 824 770 800z"));
        rib(pen, "M284 822Q500 846 716 822L714 858Q708 872 690 874Q500 892 310 874Q292 872 286 858z");
        pen.hair("M284 822Q500 846 716 822", FOLD, 3.0, 0.25);
    } else if top == Top::Onesie {
        for x in [456.0, 500.0, 544.0] {
            pen.path(&disc(x, 836.0, 9.0), "#cfd2d8");
            pen.alpha(&disc(x - 2.0, 833.0, 4.0), Rgb::WHITE, 0.9);
        }
        pen.hair("M414 812Q500 824 586 812", FOLD, 3.0, 0.25);
        both(pen, |pen| {
            pen.hair("M600 190Q650 220 700 270", FOLD, 3.0, 0.22);
            pen.hair("M816 396L724 442", FOLD, 3.0, 0.22);
        });
    } else {
        let ink = if body.is_dark() { body.lighter(0.3) } else { body.darker(0.4) };
        pen.stitch("M288 846Q500 858 712 846", ink, 2.0, 6.0, 0.55);
        if top == Top::Tee || top == Top::Polo {
            both(pen, |pen| pen.stitch("M866 446L762 492", ink, 2.0, 6.0, 0.55));
        }
        if top == Top::Long {
            both(pen, |pen| rib(pen, "M768 800L850 778Q856 800 850 816Q812 828 774 822Q768 812 768 800z"));
        }
    }
    hanging(print)
}

fn polo(pen: &mut Pen<'_>) {
    let body = pen.body;
    let collar = body.darker(0.07);
    pen.rect(480.0, 250.0, 40.0, 150.0, 4.0, &collar.hex());
    pen.hair("M480 256V396H520V256", FOLD, 2.5, 0.24);
    for y in [290.0, 340.0] {
        pen.path(&disc(500.0, y, 7.0), &body.lighter(0.6).hex());
        pen.hair(&disc(500.0, y, 7.0), FOLD, 1.5, 0.4);
    }
    for d in [
        "M400 174C424 214 460 244 500 256L446 326C410 290 384 240 382 196z",
        "M600 174C576 214 540 244 500 256L554 326C590 290 616 240 618 196z",
    ] {
        pen.shadow(d, 2.0, 6.0, 8.0);
        pen.path(d, &collar.hex());
        pen.ribs(d, 6.0, 0.05);
        pen.hair(d, FOLD, 2.5, 0.24);
    }
}

fn hood(pen: &mut Pen<'_>, zip: bool) {
    let body = pen.body;
    let outer = mirrored(112.0, &[C(580.0, 108.0, 640.0, 140.0, 652.0, 200.0), C(650.0, 250.0, 580.0, 312.0, 500.0, 330.0)]);
    pen.shadow(&outer, 2.0, 8.0, 14.0);
    cloth(pen, &outer, body);
    let inner = mirrored(150.0, &[C(560.0, 148.0, 596.0, 176.0, 598.0, 206.0), C(590.0, 250.0, 545.0, 290.0, 500.0, 316.0)]);
    let deep = pen
        .lin([0.0, 0.0, 0.0, 1.0], &[(0.0, body.darker(0.3), 1.0), (0.6, body.darker(0.6), 1.0), (1.0, body.darker(0.5), 1.0)]);
    pen.path(&inner, &deep);
    pen.hair(&inner, FOLD, 3.0, 0.3);
    let seam = if body.is_dark() { body.lighter(0.25) } else { body.darker(0.35) };
    both(pen, |pen| pen.stitch("M510 326C560 304 616 260 620 206C616 170 580 134 510 130", seam, 2.0, 6.0, 0.6));
    let cord = if body.is_dark() { Rgb(230, 224, 214) } else { body.darker(0.3) };
    for (x, lean) in [(470.0, -6.0), (530.0, 8.0)] {
        pen.path(&disc(x, 306.0, 6.0), "#9a9ca4");
        pen.hair(&format!("M{} 312q{lean} 60 {} 130", x + 4.0, lean * 0.6), FOLD, 8.0, 0.18);
        pen.line(&format!("M{x} 308q{lean} 60 {} 130", lean * 0.6), &cord.hex(), 8.0);
        pen.line(&format!("M{} 428v16", x + lean * 0.6), "#8d8f97", 9.0);
    }
    // The pouch.
    let pouch = "M372 640H628L692 800Q694 822 676 824H324Q306 822 308 800z";
    pen.hair(pouch, FOLD, 10.0, 0.1);
    cloth(pen, pouch, body);
    pen.hair(pouch, FOLD, 3.0, 0.24);
    pen.stitch("M378 652H622", seam, 2.0, 6.0, 0.6);
    both(pen, |pen| {
        pen.hair("M628 640L692 800", FOLD, 9.0, 0.16);
        pen.stitch("M616 648L678 800", seam, 2.0, 6.0, 0.6);
    });
    if zip {
        pen.rect(490.0, 322.0, 20.0, 516.0, 2.0, &body.darker(0.3).hex());
        pen.stitch("M500 326V836", Rgb(200, 202, 208), 9.0, 3.0, 0.95);
        pen.path(&round(r(491.0, 356.0, 18.0, 44.0), 6.0), "#d6d8de");
    }
}

pub(super) fn bib(pen: &mut Pen<'_>) -> Drawing {
    let body = pen.body;
    let d = mirrored(
        330.0,
        &[
            C(570.0, 330.0, 610.0, 270.0, 590.0, 190.0),
            C(584.0, 150.0, 600.0, 120.0, 640.0, 130.0),
            C(760.0, 180.0, 800.0, 400.0, 790.0, 560.0),
            C(780.0, 760.0, 640.0, 850.0, 500.0, 850.0),
        ],
    );
    pen.shadow(&d, 10.0, 20.0, 32.0);
    cloth(pen, &d, body);
    pen.weave(&d, 5.0, 0.06);
    let focus = r(330.0, 420.0, 340.0, 340.0);
    if pen.art.kind == crate::designs::DesignKind::Motif {
        pen.fit(focus);
    } else {
        pen.cover(&d, r(200.0, 120.0, 600.0, 740.0), 140.0);
    }
    let sheen = pen.sheen(0.9);
    pen.path(&d, &sheen);
    pen.line(&d, &pen.art.accent.hex(), 16.0);
    pen.stitch(&d, Rgb::WHITE, 2.0, 7.0, 0.6);
    for x in [384.0, 616.0] {
        pen.path(&disc(x, 170.0, 16.0), "#e8e4dc");
        pen.hair(&disc(x, 170.0, 10.0), FOLD, 3.0, 0.3);
    }
    hooked(150.0, focus)
}

pub(super) fn apron(pen: &mut Pen<'_>) -> Drawing {
    let body = pen.body;
    let strap = if body.is_dark() { body.lighter(0.18) } else { body.darker(0.22) };
    pen.line("M400 214C380 90 620 90 600 214", &strap.hex(), 17.0);
    pen.hair("M396 210C376 86 616 86 596 210", Rgb::WHITE, 3.0, 0.3);
    both(pen, |pen| pen.line("M738 444C800 450 830 500 812 640", &strap.hex(), 15.0));
    let d = mirrored(
        206.0,
        &[
            L(606.0, 206.0),
            C(612.0, 320.0, 650.0, 420.0, 746.0, 446.0),
            C(752.0, 600.0, 752.0, 760.0, 742.0, 892.0),
            C(660.0, 904.0, 580.0, 906.0, 500.0, 906.0),
        ],
    );
    pen.shadow(&d, 10.0, 20.0, 32.0);
    cloth(pen, &d, body);
    pen.weave(&d, 5.0, 0.06);
    pen.clip(&d);
    both(pen, |pen| {
        crease(pen, "M700 460Q660 640 690 900", 30.0);
        crease(pen, "M610 420Q560 500 580 620", 20.0);
    });
    pen.close();
    let print = r(394.0, 256.0, 212.0, 230.0);
    pen.fit(print);
    let pocket = "M350 640H650V800Q650 824 626 824H374Q350 824 350 800z";
    pen.hair(pocket, FOLD, 9.0, 0.1);
    cloth(pen, pocket, body);
    pen.hair(pocket, FOLD, 2.5, 0.28);
    pen.stitch("M360 652H640M360 652V800Q360 814 376 814H624Q640 814 640 800V652M500 652V814", strap, 2.0, 7.0, 0.8);
    pen.path(&oval(394.0, 206.0, 9.0, 9.0), "#d6a94a");
    pen.path(&oval(606.0, 206.0, 9.0, 9.0), "#d6a94a");
    hooked(122.0, print)
}
