//! Caps and hats.

use super::{
    Cap, Drawing,
    shape::{Go::*, mirrored},
    standing,
};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, disc, oval, r},
};

const FOLD: Rgb = Rgb(24, 12, 34);

pub(super) fn cap(pen: &mut Pen<'_>, cap: Cap) -> Drawing {
    let body = pen.body;
    let flat = cap == Cap::Snapback;
    let (top, base) = if flat { (220.0, 700.0) } else { (270.0, 730.0) };
    pen.contact(500.0, base + 16.0, 320.0);
    let crown = if flat {
        mirrored(
            top,
            &[
                C(640.0, top, 742.0, 280.0, 762.0, 440.0),
                C(768.0, 500.0, 768.0, 550.0, 764.0, 592.0),
                C(680.0, 556.0, 590.0, 546.0, 500.0, 546.0),
            ],
        )
    } else {
        mirrored(
            top,
            &[
                C(628.0, top, 726.0, 350.0, 744.0, 500.0),
                C(750.0, 550.0, 750.0, 590.0, 746.0, 622.0),
                C(670.0, 580.0, 590.0, 566.0, 500.0, 566.0),
            ],
        )
    };
    let volume = pen.rad(
        [0.38, 0.25, 0.85],
        &[
            (0.0, body.lighter(0.32), 1.0),
            (0.4, body.lighter(0.06), 1.0),
            (0.75, body.darker(0.12), 1.0),
            (1.0, body.darker(0.42), 1.0),
        ],
    );
    pen.path(&crown, &volume);
    pen.weave(&crown, 5.0, 0.07);
    let seam = if body.is_dark() { body.lighter(0.25) } else { body.darker(0.35) };
    pen.clip(&crown);
    for sign in [-1.0, 1.0] {
        let x = 500.0 + sign * 176.0;
        let d =
            format!("M500 {top}C{} {} {x} {} {} {}", 500.0 + sign * 110.0, top + 40.0, top + 180.0, x + sign * 16.0, base - 60.0);
        pen.hair(&d, FOLD, 5.0, 0.26);
        pen.stitch(
            &format!(
                "M{} {top}C{} {} {} {} {} {}",
                500.0 + sign * 8.0,
                500.0 + sign * 122.0,
                top + 40.0,
                x + sign * 12.0,
                top + 180.0,
                x + sign * 28.0,
                base - 60.0
            ),
            seam,
            2.0,
            7.0,
            0.7,
        );
        pen.path(&disc(500.0 + sign * 225.0, top + 190.0, 9.0), &body.darker(0.5).hex());
        pen.hair(&disc(500.0 + sign * 225.0, top + 190.0, 12.0), seam, 3.0, 0.6);
    }
    if !flat {
        pen.hair(&format!("M500 {top}V566"), FOLD, 3.0, 0.12);
    }
    pen.close();
    let print = if flat { r(372.0, 300.0, 256.0, 222.0) } else { r(392.0, 346.0, 216.0, 196.0) };
    if pen.art.kind == DesignKind::Motif {
        pen.fit(print);
    } else {
        let patch = crate::pen::round(print.inset(14.0), 22.0);
        pen.cover(&patch, print, 90.0);
        pen.line(&patch, &seam.hex(), 6.0);
    }
    let satin = pen.threads(4.0);
    if pen.close {
        pen.open("opacity=\"0.2\"");
        pen.path(&crate::pen::round(print, 0.0), &satin);
        pen.close();
    }
    // The button, then the visor.
    pen.path(&oval(500.0, top + 2.0, 26.0, 13.0), &body.darker(0.2).hex());
    pen.alpha(&oval(495.0, top - 1.0, 13.0, 5.0), Rgb::WHITE, 0.25);
    let visor = if flat {
        mirrored(
            546.0,
            &[
                C(600.0, 546.0, 700.0, 558.0, 768.0, 592.0),
                C(830.0, 640.0, 856.0, 690.0, 842.0, 712.0),
                C(760.0, 700.0, 620.0, 696.0, 500.0, 696.0),
            ],
        )
    } else {
        mirrored(
            566.0,
            &[
                C(600.0, 566.0, 690.0, 582.0, 748.0, 622.0),
                C(800.0, 690.0, 812.0, 750.0, 790.0, 772.0),
                C(720.0, 706.0, 610.0, 688.0, 500.0, 688.0),
            ],
        )
    };
    pen.alpha("M300 580Q500 540 700 580L720 620Q500 560 280 620z", FOLD, 0.25);
    let accent = if flat { pen.art.accent } else { body };
    let brim = pen.lin(
        [0.0, 0.0, 0.0, 1.0],
        &[(0.0, accent.darker(0.26), 1.0), (0.3, accent.lighter(0.2), 1.0), (0.75, accent, 1.0), (1.0, accent.darker(0.42), 1.0)],
    );
    pen.path(&visor, &brim);
    let side = pen.lin([0.0, 0.0, 1.0, 0.0], &[(0.0, FOLD, 0.4), (0.3, Rgb::WHITE, 0.12), (0.6, FOLD, 0.02), (1.0, FOLD, 0.46)]);
    pen.path(&visor, &side);
    pen.clip(&visor);
    for i in 0..4 {
        let dy = i as f32 * 26.0;
        let stitch = if accent.is_dark() { accent.lighter(0.3) } else { accent.darker(0.3) };
        pen.stitch(&format!("M200 {}Q500 {} 800 {}", 690.0 + dy, 556.0 + dy, 690.0 + dy), stitch, 2.0, 7.0, 0.6);
    }
    pen.close();
    standing(base, print)
}

pub(super) fn beanie(pen: &mut Pen<'_>) -> Drawing {
    let body = pen.body;
    let base = 770.0;
    pen.contact(500.0, base, 250.0);
    let dome = mirrored(
        230.0,
        &[C(640.0, 226.0, 740.0, 330.0, 748.0, 500.0), L(752.0, 640.0), C(660.0, 660.0, 580.0, 664.0, 500.0, 664.0)],
    );
    let wool = pen.rad([0.38, 0.28, 0.85], &[(0.0, body.lighter(0.3), 1.0), (0.5, body, 1.0), (1.0, body.darker(0.45), 1.0)]);
    pen.path(&dome, &wool);
    pen.clip(&dome);
    for i in 0..25 {
        let x = 236.0 + i as f32 * 22.0;
        let d = format!("M{x} 670C{x} 480 {} 320 500 226", x + (500.0 - x) * 0.16);
        pen.hair(&d, FOLD, 9.0, 0.13);
        pen.hair(&d, FOLD, 3.0, 0.2);
    }
    pen.close();
    pen.path(&disc(500.0, 206.0, 64.0), &pen.art.accent.hex());
    for i in 0..40 {
        pen.turn(i as f32 * 9.0, 500.0, 206.0);
        let tone = if i % 3 == 0 { pen.art.accent.lighter(0.25) } else { pen.art.accent.darker(0.12) };
        pen.line(&format!("M500 190V{}", 136.0 + (i % 4) as f32 * 5.0), &tone.hex(), 9.0);
        pen.close();
    }
    let cuff = "M232 590Q500 620 768 590Q778 680 764 758Q500 796 236 758Q222 680 232 590z";
    pen.shadow(cuff, 0.0, -4.0, 10.0);
    let fold = pen.lin(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, body.darker(0.36), 1.0), (0.3, body.lighter(0.22), 1.0), (0.65, body, 1.0), (1.0, body.darker(0.42), 1.0)],
    );
    pen.path(cuff, &fold);
    pen.ribs(cuff, 15.0, 0.16);
    let patch = r(396.0, 612.0, 208.0, 150.0);
    let label = crate::pen::round(patch, 14.0);
    pen.shadow(&label, 1.0, 3.0, 6.0);
    pen.path(&label, &pen.art.paper.hex());
    if pen.art.kind == DesignKind::Motif {
        pen.place(patch.inset(10.0));
    } else {
        pen.cover(&label, patch, 70.0);
    }
    pen.stitch(&crate::pen::round(patch.inset(5.0), 10.0), pen.art.ink, 3.0, 7.0, 0.7);
    standing(base, patch)
}

pub(super) fn bucket(pen: &mut Pen<'_>) -> Drawing {
    let trim = pen.body;
    let base = 740.0;
    pen.contact(500.0, base, 350.0);
    let brim = mirrored(
        560.0,
        &[
            C(640.0, 560.0, 720.0, 570.0, 740.0, 580.0),
            C(800.0, 620.0, 860.0, 680.0, 872.0, 724.0),
            C(760.0, 770.0, 620.0, 780.0, 500.0, 780.0),
        ],
    );
    let crown = mirrored(
        268.0,
        &[
            C(600.0, 268.0, 680.0, 282.0, 694.0, 312.0),
            C(714.0, 400.0, 730.0, 500.0, 742.0, 590.0),
            C(660.0, 626.0, 570.0, 632.0, 500.0, 632.0),
        ],
    );
    pen.cover(&crown, r(250.0, 260.0, 500.0, 380.0), 120.0);
    let barrel = pen.barrel(0.75);
    pen.path(&crown, &barrel);
    pen.weave(&crown, 5.0, 0.07);
    pen.alpha(&oval(500.0, 306.0, 190.0, 30.0), Rgb::WHITE, 0.2);
    pen.hair("M308 312Q500 352 692 312", FOLD, 4.0, 0.3);
    pen.cover(&brim, r(120.0, 550.0, 760.0, 240.0), 120.0);
    pen.weave(&brim, 5.0, 0.07);
    let fall = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, FOLD, 0.5), (0.3, FOLD, 0.08), (0.6, Rgb::WHITE, 0.18), (1.0, FOLD, 0.34)]);
    pen.path(&brim, &fall);
    let side = pen.lin([0.0, 0.0, 1.0, 0.0], &[(0.0, FOLD, 0.4), (0.25, Rgb::WHITE, 0.12), (0.7, FOLD, 0.02), (1.0, FOLD, 0.44)]);
    pen.path(&brim, &side);
    pen.clip(&brim);
    for i in 0..4 {
        let dy = i as f32 * 40.0;
        pen.stitch(&format!("M120 {}Q500 {} 880 {}", 690.0 + dy, 560.0 + dy + 80.0, 690.0 + dy), Rgb::WHITE, 2.0, 8.0, 0.35);
    }
    pen.close();
    pen.line("M258 590Q500 660 742 590", &trim.hex(), 20.0);
    pen.hair("M258 586Q500 655 742 586", Rgb::WHITE, 3.0, 0.25);
    pen.line("M130 726C250 772 380 780 500 780C620 780 750 772 870 726", &trim.hex(), 9.0);
    for x in [360.0, 640.0] {
        pen.path(&disc(x, 470.0, 8.0), "#30282c");
        pen.hair(&disc(x, 470.0, 11.0), Rgb(214, 216, 222), 4.0, 1.0);
    }
    standing(base, r(330.0, 350.0, 340.0, 250.0))
}
