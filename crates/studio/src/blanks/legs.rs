//! Shorts and socks.

use super::{
    Drawing, Sock,
    garments::{FOLD, both, crease},
    hanging, lying,
    shape::{Go::*, mirrored},
};
use crate::{
    colour::Rgb,
    pen::{Pen, r},
};

pub(super) fn shorts(pen: &mut Pen<'_>) -> Drawing {
    let body = pen.body;
    let d = mirrored(
        230.0,
        &[
            C(600.0, 230.0, 680.0, 226.0, 740.0, 222.0),
            C(770.0, 380.0, 812.0, 600.0, 850.0, 768.0),
            C(760.0, 800.0, 640.0, 800.0, 560.0, 790.0),
            C(540.0, 680.0, 520.0, 560.0, 500.0, 500.0),
        ],
    );
    pen.shadow(&d, 10.0, 18.0, 32.0);
    pen.cover(&d, r(150.0, 222.0, 700.0, 580.0), 150.0);
    pen.clip(&d);
    both(pen, |pen| {
        crease(pen, "M520 540Q620 520 700 580", 26.0);
        crease(pen, "M700 300Q720 500 690 790", 30.0);
        crease(pen, "M610 300Q600 380 640 470", 20.0);
        pen.hair("M742 240C772 380 812 600 850 768", FOLD, 30.0, 0.12);
    });
    pen.hair("M500 330V520", FOLD, 6.0, 0.3);
    pen.close();
    pen.weave(&d, 5.0, 0.06);
    let band = mirrored(
        196.0,
        &[C(600.0, 198.0, 680.0, 194.0, 738.0, 186.0), L(746.0, 250.0), C(680.0, 258.0, 600.0, 262.0, 500.0, 262.0)],
    );
    pen.path(&band, &body.hex());
    pen.ribs(&band, 9.0, 0.2);
    for x in [482.0, 518.0] {
        pen.line(&format!("M{x} 236q{} 60 {} 120", (x - 500.0) * 0.5, (x - 500.0) * 0.9), "#f4efe4", 9.0);
    }
    both(pen, |pen| {
        pen.hair("M744 262Q700 330 706 430", FOLD, 4.0, 0.35);
        pen.line("M562 786C640 796 760 796 848 764", &pen.body.hex(), 16.0);
    });
    hanging(r(250.0, 320.0, 500.0, 420.0))
}

pub(super) fn socks(pen: &mut Pen<'_>, sock: Sock) -> Drawing {
    let leg = match sock {
        Sock::Crew => 350.0,
        Sock::Ankle => 170.0,
        Sock::Knee => 480.0,
    };
    let top = 500.0 - (leg + 220.0) / 2.0;
    for (dx, turn, front) in [(150.0, 8.0, false), (-60.0, -4.0, true)] {
        pen.turn(turn, 500.0, 500.0);
        pen.open(&format!("transform=\"translate({dx} 0)\""));
        one_sock(pen, top, leg, front);
        pen.close();
        pen.close();
    }
    lying(r(400.0, top + 70.0, 190.0, leg * 0.8))
}

fn one_sock(pen: &mut Pen<'_>, top: f32, leg: f32, front: bool) {
    let trim = pen.body;
    let ankle = top + leg;
    let d = format!(
        "M400 {top}C460 {} 540 {} 600 {top}C596 {} 590 {} 604 {ankle}C614 {} 612 {} 580 {}C520 {} 380 {} 290 {}C220 {} 176 {} 196 {}C220 {} 300 {} 370 {}C410 {} 424 {} 418 {}C410 {} 404 {} 400 {top}z",
        top + 10.0,
        top + 10.0,
        top + leg * 0.3,
        top + leg * 0.7,
        ankle + 70.0,
        ankle + 150.0,
        ankle + 190.0,
        ankle + 230.0,
        ankle + 238.0,
        ankle + 240.0,
        ankle + 246.0,
        ankle + 206.0,
        ankle + 146.0,
        ankle + 116.0,
        ankle + 106.0,
        ankle + 70.0,
        ankle + 50.0,
        ankle + 10.0,
        ankle - 20.0,
        ankle - leg * 0.3,
        top + leg * 0.3,
    );
    pen.shadow(&d, 10.0, 18.0, 28.0);
    pen.cover(&d, r(180.0, top, 440.0, leg + 250.0), 104.0);
    pen.clip(&d);
    // Heel, toe and cuff in the trim colour.
    pen.path(
        &format!(
            "M640 {}C560 {} 520 {} 500 {}C520 {} 560 {} 590 {}L660 {}z",
            ankle + 20.0,
            ankle + 26.0,
            ankle + 70.0,
            ankle + 130.0,
            ankle + 180.0,
            ankle + 200.0,
            ankle + 240.0,
            ankle + 240.0
        ),
        &trim.hex(),
    );
    pen.path(
        &format!(
            "M150 {}L290 {}C262 {} 268 {} 296 {}L160 {}z",
            ankle + 90.0,
            ankle + 90.0,
            ankle + 140.0,
            ankle + 200.0,
            ankle + 260.0,
            ankle + 270.0
        ),
        &trim.hex(),
    );
    let cuff = format!("M380 {}H620V{}Q500 {} 380 {}z", top - 10.0, top + 62.0, top + 76.0, top + 62.0);
    pen.path(&cuff, &trim.hex());
    pen.ribs(&cuff, 10.0, 0.18);
    pen.ribs(&d, 6.0, 0.05);
    let volume = pen.lin(
        [0.1, 0.0, 1.0, 0.1],
        &[(0.0, FOLD, 0.3), (0.4, FOLD, 0.06), (0.6, Rgb::WHITE, 0.22), (0.85, FOLD, 0.06), (1.0, FOLD, 0.36)],
    );
    pen.path(&d, &volume);
    for y in [ankle - 10.0, ankle + 34.0, ankle + 76.0] {
        crease(pen, &format!("M424 {y}Q480 {} 520 {}", y + 16.0, y + 4.0), 12.0);
    }
    if !front {
        pen.alpha(&d, FOLD, 0.12);
    }
    pen.close();
}
