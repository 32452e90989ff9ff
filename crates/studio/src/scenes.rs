//! Staged scenes: a few calm places, coloured after the product's ground, where a product is put at a believable size.

mod props;
mod surfaces;
mod walls;

use crate::{blanks::Drawing, blanks::Pose, colour::Rgb, pen::Pen};

/// Where a kind is staged; the number is its size relative to the studio picture.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are those of the places")]
pub enum Place {
    Wall(f32),
    Shelf(f32),
    Desk(f32),
    Window(f32),
    Park(f32),
    Bench(f32),
    Sofa(f32),
    Floor(f32),
    Hook(f32),
    Rail(f32),
    Denim(f32),
    Fridge(f32),
    Bath(f32),
    Beach(f32),
    Grass(f32),
    Sky(f32),
    Rain(f32),
    Kitchen(f32),
    Bedroom,
    Turntable,
}

/// Draws the scene with the product in it.
pub(crate) fn stage(place: Place, drawing: &Drawing, product: &str, ground: Rgb, page: &mut Pen<'_>) {
    match place {
        Place::Wall(size) => {
            walls::room(page, ground);
            put(page, drawing, product, (530.0, 365.0), size * 1.3);
            props::sideboard(page, ground);
        }
        Place::Shelf(size) => {
            walls::shelf(page, ground);
            put(page, drawing, product, (510.0, 696.0), size * 1.42);
            props::shelf_front(page);
        }
        Place::Kitchen(size) => {
            walls::kitchen(page, ground);
            put(page, drawing, product, (500.0, 820.0), size * 1.2);
        }
        Place::Window(size) => {
            walls::window(page, ground);
            put(page, drawing, product, (460.0, 815.0), size * 1.25);
        }
        Place::Park(size) => {
            walls::park(page);
            put(page, drawing, product, (500.0, 760.0), size * 1.25);
        }
        Place::Bench(size) => {
            walls::skate(page, ground);
            let y = if drawing.pose == Pose::Hangs { 600.0 } else { 706.0 };
            put(page, drawing, product, (500.0, y), size * 1.12);
        }
        Place::Rain(size) => {
            walls::rain(page);
            put(page, drawing, product, (500.0, 430.0), size * 1.1);
        }
        Place::Sky(size) => {
            walls::sky(page);
            put(page, drawing, product, (520.0, 430.0), size);
        }
        Place::Sofa(size) => {
            props::sofa(page, ground);
            put(page, drawing, product, (500.0, if drawing.pose == Pose::Lies { 600.0 } else { 700.0 }), size * 1.25);
        }
        Place::Bath(size) => {
            walls::bath(page, ground);
            put(page, drawing, product, (500.0, 480.0), size * 1.1);
        }
        Place::Hook(size) => {
            walls::hooks(page, ground);
            let size = size * 1.25;
            let y = 122.0 + (500.0 - drawing.top) * size;
            put(page, drawing, product, (500.0, y), size);
            walls::peg(page, 500.0);
        }
        Place::Rail(size) => {
            walls::rail(page, ground);
            put(page, drawing, product, (520.0, 540.0), size);
        }
        Place::Bedroom => {
            walls::bedroom(page, ground);
            put(page, drawing, product, (500.0, 640.0), 0.92);
        }
        Place::Desk(size) => {
            surfaces::desk(page, ground);
            put(page, drawing, product, (500.0, 510.0), size * 1.28);
        }
        Place::Floor(size) => {
            surfaces::floor(page, ground);
            put(page, drawing, product, (500.0, 520.0), size * 1.1);
        }
        Place::Denim(size) => {
            surfaces::denim(page);
            put(page, drawing, product, (520.0, 470.0), size * 1.15);
        }
        Place::Fridge(size) => {
            surfaces::fridge(page, ground);
            put(page, drawing, product, (470.0, 470.0), size * 1.15);
        }
        Place::Beach(size) => {
            surfaces::beach(page);
            put(page, drawing, product, (500.0, 560.0), size * 1.15);
        }
        Place::Grass(size) => {
            surfaces::grass(page);
            put(page, drawing, product, (500.0, 520.0), size * 1.1);
        }
        Place::Turntable => {
            surfaces::turntable(page, ground);
            put(page, drawing, product, (430.0, 500.0), 0.86);
        }
    }
}

/// Moves a drawing so that its middle (or its base, when it stands) is at a point of the scene.
fn put(page: &mut Pen<'_>, drawing: &Drawing, product: &str, (x, y): (f32, f32), size: f32) {
    let anchor = match drawing.pose {
        Pose::Stands(base) => base,
        Pose::Hangs | Pose::Lies => 500.0,
    };
    page.open(&format!("transform=\"translate({} {}) scale({size})\"", x - 500.0 * size, y - anchor * size));
    page.push(product);
    page.close();
}

/// The colour most of a scene has.
pub(crate) fn dominant(place: Place, ground: Rgb) -> Rgb {
    match place {
        Place::Denim(_) => surfaces::DENIM,
        Place::Beach(_) => surfaces::SAND,
        Place::Grass(_) => surfaces::GRASS,
        Place::Park(_) => walls::LAWN,
        Place::Sky(_) => walls::SKY,
        Place::Rain(_) => walls::RAIN,
        Place::Desk(_) | Place::Floor(_) | Place::Turntable => surfaces::timber(ground),
        _ => walls::paint(ground),
    }
}
