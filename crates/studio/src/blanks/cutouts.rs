//! Things cut along the artwork's own outline: stickers, pins, patches, magnets, charms, stands, shaped pillows.

use super::{Cut, Drawing, hanging, hooked, lying, standing};
use crate::{
    colour::Rgb,
    designs::DesignKind,
    pen::{Pen, Rect, disc, oval, r, round},
};

/// The shape and the picture, whatever the artwork is: a motif along its outline, a picture or a pattern as a medallion.
struct Shape {
    area: Rect,
    motif: bool,
}

impl Shape {
    fn new(pen: &Pen<'_>, area: Rect) -> Self {
        Self { area, motif: pen.art.kind == DesignKind::Motif }
    }

    fn medallion(&self, margin: f32) -> String {
        let side = self.area.w.min(self.area.h) / 2.0;
        disc(self.area.cx(), self.area.cy(), side - 14.0 + margin)
    }

    fn border(&self, pen: &mut Pen<'_>, margin: f32, paint: &str) {
        if self.motif {
            pen.outline(self.area, margin, paint);
        } else {
            pen.path(&self.medallion(margin), paint);
        }
    }

    fn picture(&self, pen: &mut Pen<'_>) {
        if self.motif {
            pen.place(self.area);
        } else {
            pen.cover(&self.medallion(0.0), self.area.inset(8.0), self.area.w * 0.3);
        }
    }

    /// Stacked, shrinking outlines make a soft shadow.
    fn shadow(&self, pen: &mut Pen<'_>, margin: f32, dx: f32, dy: f32, blur: f32) {
        for (share, opacity) in [(1.0, 0.05), (0.6, 0.08), (0.25, 0.14)] {
            pen.open(&format!("transform=\"translate({dx} {dy})\" opacity=\"{opacity}\""));
            self.border(pen, margin + blur * share, "#180c1e");
            pen.close();
        }
    }
}

pub(super) fn cut(pen: &mut Pen<'_>, cut: Cut) -> Drawing {
    let area = match cut {
        Cut::Keychain => r(260.0, 330.0, 480.0, 500.0),
        Cut::Stand => r(240.0, 130.0, 520.0, 600.0),
        Cut::Decal => r(130.0, 130.0, 740.0, 740.0),
        Cut::Pillow => r(190.0, 190.0, 620.0, 620.0),
        Cut::Pin | Cut::Magnet => r(250.0, 250.0, 500.0, 500.0),
        _ => r(210.0, 210.0, 580.0, 580.0),
    };
    // What stands must reach its base, however wide the figure is.
    let area = match cut {
        Cut::Stand | Cut::Pillow if pen.art.kind == DesignKind::Motif => {
            let at = pen.contained(area);
            r(at.x, area.y + area.h - at.h - 10.0, at.w, at.h)
        }
        _ => area,
    };
    let shape = Shape::new(pen, area);
    match cut {
        Cut::Sticker => {
            pen.turn(-5.0, 500.0, 500.0);
            shape.shadow(pen, 24.0, 6.0, 12.0, 10.0);
            shape.border(pen, 26.0, "#ffffff");
            shape.picture(pen);
            pen.close();
            lying(area)
        }
        Cut::Holo => {
            pen.turn(5.0, 500.0, 500.0);
            shape.shadow(pen, 26.0, 6.0, 12.0, 10.0);
            let foil = rainbow(pen);
            shape.border(pen, 30.0, &foil);
            shape.picture(pen);
            pen.open("opacity=\"0.2\"");
            shape.border(pen, 0.0, &foil);
            pen.close();
            pen.close();
            lying(area)
        }
        Cut::Decal => {
            shape.shadow(pen, 0.0, 2.0, 3.0, 4.0);
            shape.picture(pen);
            hanging(area)
        }
        Cut::Magnet => {
            pen.turn(-4.0, 500.0, 500.0);
            shape.shadow(pen, 18.0, 12.0, 20.0, 12.0);
            pen.open("transform=\"translate(5 8)\"");
            shape.border(pen, 18.0, "#4a464c");
            pen.close();
            shape.border(pen, 18.0, "#fbf9f4");
            shape.picture(pen);
            pen.close();
            hanging(area)
        }
        Cut::Pin => {
            enamel(pen, &shape, 1.0);
            lying(area)
        }
        Cut::Patch => {
            patch(pen, &shape);
            lying(area)
        }
        Cut::Pillow => {
            pillow(pen, &shape);
            standing(824.0, area)
        }
        Cut::Keychain => keychain(pen, &shape),
        Cut::Stand => stand(pen, &shape),
    }
}

fn rainbow(pen: &mut Pen<'_>) -> String {
    let hues = [
        Rgb(255, 178, 190),
        Rgb(255, 226, 160),
        Rgb(190, 240, 200),
        Rgb(160, 224, 250),
        Rgb(206, 186, 250),
        Rgb(255, 190, 224),
        Rgb(252, 236, 170),
        Rgb(170, 236, 226),
    ];
    let stops: Vec<_> = hues.iter().enumerate().map(|(i, c)| (i as f32 / 7.0, *c, 1.0)).collect();
    pen.lin_at([0.0, 0.0, 1000.0, 900.0], &stops)
}

/// Plated metal in the blank's colour, lit from above; in picture units so that all parts of an outline agree.
fn plated(pen: &mut Pen<'_>) -> String {
    let m = pen.body;
    pen.lin_at(
        [150.0, 150.0, 850.0, 850.0],
        &[
            (0.0, m.lighter(0.75), 1.0),
            (0.22, m, 1.0),
            (0.4, m.darker(0.34), 1.0),
            (0.52, m.lighter(0.55), 1.0),
            (0.7, m, 1.0),
            (0.86, m.darker(0.42), 1.0),
            (1.0, m.lighter(0.3), 1.0),
        ],
    )
}

fn enamel(pen: &mut Pen<'_>, shape: &Shape, scale: f32) {
    shape.shadow(pen, 15.0 * scale, 10.0 * scale, 17.0 * scale, 9.0 * scale);
    let metal = plated(pen);
    pen.open("transform=\"translate(3 5)\"");
    let low = pen.body.darker(0.5).hex();
    shape.border(pen, 14.0 * scale, &low);
    pen.close();
    shape.border(pen, 14.0 * scale, &metal);
    let deep = pen.body.darker(0.35).hex();
    shape.border(pen, 3.0 * scale, &deep);
    shape.picture(pen);
    if !shape.motif {
        // The enamel is polished: one long reflection across. (Along a motif's outline its parts would add up.)
        let gleam = pen.lin(
            [0.0, 0.0, 1.0, 1.0],
            &[
                (0.0, Rgb::WHITE, 0.26),
                (0.3, Rgb::WHITE, 0.02),
                (0.4, Rgb::WHITE, 0.4),
                (0.47, Rgb::WHITE, 0.4),
                (0.48, Rgb::WHITE, 0.02),
                (1.0, Rgb(20, 10, 30), 0.18),
            ],
        );
        shape.border(pen, 0.0, &gleam);
    }
}

fn patch(pen: &mut Pen<'_>, shape: &Shape) {
    let thread = pen.body;
    shape.shadow(pen, 24.0, 4.0, 8.0, 8.0);
    shape.border(pen, 26.0, &thread.darker(0.25).hex());
    shape.border(pen, 23.0, &thread.hex());
    shape.border(pen, 11.0, &pen.art.paper.darker(0.06).hex());
    shape.picture(pen);
    // Satin stitches run one way; along a motif's many parts they would cost a second, so there the border alone is sewn.
    if !shape.motif {
        let satin = threads(pen);
        pen.open("opacity=\"0.22\"");
        shape.border(pen, 24.0, &satin);
        pen.close();
    }
}

fn threads(pen: &mut Pen<'_>) -> String {
    let pitch = if pen.close { 4.0 } else { 6.0 };
    pen.threads(pitch)
}

fn pillow(pen: &mut Pen<'_>, shape: &Shape) {
    let half = pen.contained(shape.area).w * 0.5;
    pen.contact(500.0, 824.0, half);
    shape.shadow(pen, 40.0, 6.0, 10.0, 10.0);
    let edge = pen.art.paper;
    shape.border(pen, 42.0, &edge.darker(0.3).hex());
    pen.open("transform=\"translate(-3 -5)\"");
    shape.border(pen, 39.0, &edge.darker(0.12).hex());
    pen.close();
    pen.open("transform=\"translate(-5 -8)\"");
    shape.border(pen, 31.0, &edge.hex());
    pen.close();
    shape.picture(pen);
}

fn ring(pen: &mut Pen<'_>, cx: f32, cy: f32, radius: f32) {
    let steel = pen.lin(
        [0.0, 0.0, 1.0, 1.0],
        &[
            (0.0, Rgb(250, 250, 252), 1.0),
            (0.4, Rgb(150, 152, 160), 1.0),
            (0.6, Rgb(236, 236, 240), 1.0),
            (1.0, Rgb(110, 112, 120), 1.0),
        ],
    );
    pen.open("transform=\"translate(5 9)\"");
    pen.hair(&disc(cx, cy, radius), Rgb(20, 10, 20), 13.0, 0.22);
    pen.close();
    pen.line(&disc(cx, cy, radius), &steel, 13.0);
    pen.hair(&disc(cx, cy, radius + 2.0), Rgb::BLACK, 1.6, 0.3);
}

fn chain(pen: &mut Pen<'_>, from: f32, to: f32) {
    let links = ((to - from) / 26.0) as i32;
    for i in 0..links {
        let y = from + 13.0 + i as f32 * 26.0;
        if i % 2 == 0 {
            pen.line(&oval(500.0, y, 9.0, 17.0), "#aaacb4", 6.0);
            pen.hair(&oval(499.0, y - 1.0, 9.0, 16.0), Rgb::WHITE, 2.0, 0.7);
        } else {
            pen.line(&format!("M500 {}v24", y - 12.0), "#d6d8de", 7.0);
        }
    }
}

fn keychain(pen: &mut Pen<'_>, shape: &Shape) -> Drawing {
    ring(pen, 500.0, 120.0, 72.0);
    let at = pen.contained(shape.area);
    let top = if shape.motif { at.y } else { shape.area.y };
    chain(pen, 186.0, top - 6.0);
    shape.shadow(pen, 20.0, 10.0, 18.0, 8.0);
    let clear = pen.lin_at(
        [200.0, 200.0, 800.0, 850.0],
        &[(0.0, Rgb(250, 253, 255), 1.0), (0.5, Rgb(222, 236, 242), 1.0), (1.0, Rgb(196, 216, 226), 1.0)],
    );
    // A tab for the ring that reaches down to the figure, then the clear edge.
    pen.rect(460.0, top - 36.0, 80.0, at.h * 0.5 + 36.0, 40.0, &clear);
    shape.border(pen, 24.0, &clear);
    pen.path(&disc(500.0, top - 6.0, 13.0), "#7f868e");
    pen.hair(&disc(500.0, top - 6.0, 13.0), Rgb::WHITE, 4.0, 0.9);
    shape.border(pen, 9.0, "#ffffff");
    shape.picture(pen);
    hooked(50.0, shape.area)
}

fn stand(pen: &mut Pen<'_>, shape: &Shape) -> Drawing {
    let base = 800.0;
    pen.contact(500.0, base - 4.0, 210.0);
    let clear = pen.lin_at(
        [200.0, 100.0, 800.0, 850.0],
        &[(0.0, Rgb(252, 254, 255), 1.0), (0.5, Rgb(226, 238, 243), 1.0), (1.0, Rgb(200, 218, 228), 1.0)],
    );
    let plinth = pen.lin([0.0, 0.0, 0.0, 1.0], &[(0.0, Rgb::WHITE, 0.95), (1.0, Rgb(188, 208, 220), 0.95)]);
    pen.path("M300 760h400l44 36q4 12 -8 12H264q-12 0 -8 -12z", &plinth);
    pen.cover("M318 770h364l26 22H292z", r(290.0, 740.0, 420.0, 80.0), 80.0);
    pen.rect(430.0, 690.0, 140.0, 84.0, 4.0, &clear);
    shape.shadow(pen, 22.0, 8.0, 8.0, 6.0);
    shape.border(pen, 24.0, &clear);
    shape.border(pen, 8.0, "#ffffff");
    shape.picture(pen);
    pen.hair("M300 760h400", Rgb::WHITE, 4.0, 0.9);
    standing(base, shape.area)
}

pub(super) fn keychain_metal(pen: &mut Pen<'_>) -> Drawing {
    ring(pen, 500.0, 130.0, 74.0);
    chain(pen, 200.0, 350.0);
    let plate = disc(500.0, 590.0, 230.0);
    pen.shadow(&plate, 12.0, 22.0, 34.0);
    let metal = plated(pen);
    pen.path(&disc(500.0, 360.0, 34.0), &metal);
    pen.path(&disc(500.0, 356.0, 15.0), "#3b3634");
    pen.path(&plate, &metal);
    pen.hair(&disc(500.0, 590.0, 224.0), Rgb::WHITE, 3.0, 0.6);
    let inner = disc(500.0, 590.0, 198.0);
    let area = r(302.0, 392.0, 396.0, 396.0);
    pen.path(&inner, &pen.art.paper.hex());
    pen.cover(&inner, area, 0.0);
    pen.hair(&inner, Rgb::BLACK, 5.0, 0.3);
    let gleam = pen.lin(
        [0.0, 0.0, 1.0, 1.0],
        &[
            (0.0, Rgb::WHITE, 0.4),
            (0.34, Rgb::WHITE, 0.06),
            (0.42, Rgb::WHITE, 0.34),
            (0.5, Rgb::WHITE, 0.02),
            (1.0, Rgb(20, 10, 30), 0.26),
        ],
    );
    pen.path(&inner, &gleam);
    hooked(58.0, area)
}

pub(super) fn pin_set(pen: &mut Pen<'_>) -> Drawing {
    // On their backing card.
    let card = r(200.0, 130.0, 600.0, 740.0);
    let d = round(card, 18.0);
    pen.shadow(&d, 10.0, 18.0, 34.0);
    let paper = pen.art.second;
    let tint = pen.lin([0.0, 0.0, 1.0, 1.0], &[(0.0, paper.lighter(0.3), 1.0), (1.0, paper.darker(0.08), 1.0)]);
    pen.path(&d, &tint);
    pen.path(&disc(500.0, 178.0, 18.0), "#3b3436");
    pen.rect(430.0, 806.0, 140.0, 16.0, 8.0, &pen.art.paper.hex());
    let first = Shape::new(pen, r(270.0, 226.0, 340.0, 340.0));
    enamel(pen, &first, 0.75);
    let second = Shape::new(pen, r(500.0, 540.0, 230.0, 230.0));
    pen.turn(12.0, 615.0, 655.0);
    enamel(pen, &second, 0.6);
    pen.close();
    lying(r(270.0, 226.0, 340.0, 340.0))
}

pub(super) fn magnet_set(pen: &mut Pen<'_>) -> Drawing {
    let focus = r(120.0, 190.0, 400.0, 400.0);
    for (area, turn) in [(focus, -8.0), (r(520.0, 160.0, 340.0, 340.0), 8.0), (r(400.0, 510.0, 340.0, 340.0), -3.0)] {
        pen.turn(turn, area.cx(), area.cy());
        let shape = Shape::new(pen, area.inset(20.0));
        shape.shadow(pen, 13.0, 10.0, 16.0, 9.0);
        pen.open("transform=\"translate(4 6)\"");
        shape.border(pen, 13.0, "#4a464c");
        pen.close();
        shape.border(pen, 13.0, "#fbf9f4");
        shape.picture(pen);
        pen.close();
    }
    hanging(focus)
}

pub(super) fn back_patch(pen: &mut Pen<'_>) -> Drawing {
    // A shield as wide as a jacket's back.
    let d = "M500 110C640 160 760 160 850 150C870 420 800 720 500 890C200 720 130 420 150 150C240 160 360 160 500 110z";
    pen.shadow(d, 8.0, 14.0, 26.0);
    let thread = pen.body;
    pen.path(d, &pen.art.paper.hex());
    let focus = r(250.0, 230.0, 500.0, 480.0);
    if pen.art.kind == DesignKind::Motif {
        pen.place(focus);
    } else {
        pen.cover(d, r(130.0, 110.0, 740.0, 780.0), 200.0);
    }
    pen.line(d, &thread.hex(), 34.0);
    pen.hair(d, thread.lighter(0.5), 8.0, 0.4);
    let satin = threads(pen);
    pen.open("opacity=\"0.5\"");
    pen.path(d, &satin);
    pen.close();
    let sheen = pen.sheen(0.8);
    pen.path(d, &sheen);
    lying(focus)
}
