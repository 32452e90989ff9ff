//! A product picture: ground or scene, the blank in its colour, the artwork on it.

use crate::{
    Catalogue, Error, Picture, Product,
    art::Art,
    blanks::{self, Pose},
    colour::Rgb,
    designs::DesignKind,
    kinds::Kind,
    pen::{Pen, Rect},
    scenes,
};

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// The product alone on the studio ground.
    Front,
    /// The artwork on the material, from close by.
    Detail,
    /// The product where it will live.
    Scene,
}

impl View {
    /// Every view.
    pub const ALL: [Self; 3] = [Self::Front, Self::Detail, Self::Scene];

    /// As written in a picture's name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Detail => "detail",
            Self::Scene => "scene",
        }
    }
}

/// The SVG of a catalogue's picture.
pub(crate) fn svg(catalogue: &Catalogue, product: &Product, picture: &Picture) -> Result<String, Error> {
    let (kind, art, ground) = parts(catalogue, product, picture)?;
    Ok(compose(kind, &art, body(kind, picture), ground, picture.view))
}

/// The dominant colour of a catalogue's picture.
pub(crate) fn ground(catalogue: &Catalogue, product: &Product, picture: &Picture) -> String {
    match parts(catalogue, product, picture) {
        Ok((kind, _, ground)) => {
            let ground = studio_ground(ground, body(kind, picture));
            match picture.view {
                View::Scene => scenes::dominant(kind.place, ground).hex(),
                View::Front | View::Detail => ground.hex(),
            }
        }
        Err(_) => product.ground.clone(),
    }
}

/// The artwork of a product in its palette.
pub(crate) fn art(catalogue: &Catalogue, product: &Product) -> Result<Art, Error> {
    let fail = || Error::Product { id: product.id.clone(), reason: "has an unknown design".into() };
    let design = catalogue.design(&product.design).ok_or_else(fail)?;
    Ok(design.art(product.palette.as_deref().unwrap_or("default")))
}

fn parts(catalogue: &Catalogue, product: &Product, picture: &Picture) -> Result<(&'static Kind, Art, Rgb), Error> {
    let fail = |reason: &str| Error::Product { id: product.id.clone(), reason: reason.into() };
    let kind = crate::kinds::find(&product.kind).ok_or_else(|| fail("is of an unknown kind"))?;
    let design = catalogue.design(&product.design).ok_or_else(|| fail("has an unknown design"))?;
    let palette = match &product.palette {
        Some(palette) => palette.as_str(),
        None if body(kind, picture).is_dark() => "dark",
        None => "default",
    };
    Ok((kind, design.art(palette), Rgb::literal(&product.ground)))
}

fn body(kind: &Kind, picture: &Picture) -> Rgb {
    let named = picture.colour.as_deref().and_then(|id| kind.colour(id));
    named.or(kind.colours.first()).map_or(Rgb::WHITE, |colour| Rgb::literal(colour.hex))
}

/// The ground, moved away from the product's own colour when the two are too close to tell apart.
fn studio_ground(ground: Rgb, body: Rgb) -> Rgb {
    let distance = (ground.luma() - body.luma()).abs();
    if distance > 0.13 {
        return ground;
    }
    if ground.luma() > 0.5 { ground.deeper(0.8) } else { ground.lighter(0.2) }
}

/// Draws any kind with any artwork.
#[must_use]
pub fn compose(kind: &Kind, art: &Art, body: Rgb, ground: Rgb, view: View) -> String {
    let ground = studio_ground(ground, body);
    let mut pen = Pen::new(art, body, view == View::Detail);
    let drawing = blanks::draw(kind.blank, &mut pen);
    let (defs, product) = pen.take();
    let mut page = Pen::new(art, body, false);
    page.start_at(10_000);
    let mut frame = Rect { x: 0.0, y: 0.0, w: 1000.0, h: 1000.0 };
    match view {
        View::Scene => scenes::stage(kind.place, &drawing, &product, ground, &mut page),
        View::Front | View::Detail => {
            studio(&mut page, ground, drawing.pose);
            page.push(&product);
            if view == View::Detail {
                let focus = if art.kind == DesignKind::Motif { page.contained(drawing.focus) } else { drawing.focus };
                frame = close_up(focus);
            }
        }
    }
    let (page_defs, content) = page.take();
    let Rect { x, y, w, h } = frame;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1000\" height=\"1000\" viewBox=\"{x} {y} {w} {h}\"><defs><g id=\"art\">{}</g>{defs}{page_defs}</defs>{content}</svg>",
        art.inner
    )
}

/// A square inside the focus, a little off its middle, as a photographer would.
fn close_up(focus: Rect) -> Rect {
    let side = ((focus.w + focus.h) * 0.41).clamp(150.0, 520.0);
    let x = focus.x + (focus.w - side) * 0.45;
    let y = focus.y + (focus.h - side) * 0.47;
    Rect { x, y, w: side, h: side }
}

/// The studio: light from the upper left, and a floor for what stands.
fn studio(page: &mut Pen<'_>, ground: Rgb, pose: Pose) {
    let light =
        page.rad([0.36, 0.26, 0.95], &[(0.0, ground.lighter(0.26), 1.0), (0.5, ground, 1.0), (1.0, ground.deeper(0.42), 1.0)]);
    page.rect(-1000.0, -1000.0, 3000.0, 3000.0, 0.0, &ground.hex());
    page.rect(0.0, 0.0, 1000.0, 1000.0, 0.0, &light);
    if let Pose::Stands(base) = pose {
        let horizon = base - 130.0;
        let floor = page.lin(
            [0.0, 0.0, 0.0, 1.0],
            &[
                (0.0, ground.deeper(0.7), 0.0),
                (0.16, ground.deeper(0.7), 0.4),
                (0.4, ground.lighter(0.2), 0.3),
                (1.0, ground.deeper(0.35), 0.5),
            ],
        );
        page.rect(0.0, horizon, 1000.0, 1000.0 - horizon, 0.0, &floor);
    }
}
