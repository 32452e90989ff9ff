//! Draws many products on one sheet, for those who draw blanks and designs.
//!
//! `cargo run -p studio --release --example contact_sheet -- out.png [filter] [front|detail|scene] [design] [from] [count]`
//!
//! `filter` is part of a kind's or a group's id, or `products` for the catalogue's own products; `design` is a design's
//! id or a creator's handle (default: designs in turn). `from` and `count` cut a long sheet into pages.

use std::{env, error::Error, fs, io::Write, thread};

use resvg::tiny_skia::{Pixmap, PixmapPaint, Transform};
use studio::{View, colour::Rgb, designs::Design, kinds, picture, raster};

const CELL: u32 = 300;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let argument = |index: usize| arguments.get(index).map(String::as_str).filter(|text| !text.is_empty());
    let out = argument(0).ok_or("usage: contact_sheet out.png [filter] [front|detail|scene] [design] [from] [count]")?;
    let filter = argument(1).unwrap_or("");
    let view = match argument(2) {
        Some("detail") => View::Detail,
        Some("scene") => View::Scene,
        _ => View::Front,
    };
    let from: usize = argument(4).map_or(Ok(0), str::parse)?;
    let count: usize = argument(5).map_or(Ok(usize::MAX), str::parse)?;

    let catalogue = studio::catalogue()?;
    let drawings: Vec<String> = if filter == "products" {
        let products = catalogue.products.iter().filter(|p| argument(3).is_none_or(|d| p.design == d || p.creator == d));
        let pictures = products.filter_map(|product| {
            let picture = product.pictures.iter().find(|picture| picture.view == view)?;
            Some(studio::picture_svg(&catalogue, product, picture))
        });
        pictures.skip(from).take(count).collect::<Result<_, _>>()?
    } else {
        let wanted = |d: &&Design| argument(3).is_none_or(|id| d.id == id || d.creator == id);
        let designs: Vec<&Design> = catalogue.designs.iter().filter(wanted).collect();
        if designs.is_empty() {
            return Err("no such design".into());
        }
        let kinds = kinds::all().filter(|kind| kind.id.contains(filter) || kind.group.id.contains(filter));
        let draw = |(index, kind): (usize, &'static kinds::Kind)| {
            // Step through designs and colours unevenly, so that pairs differ from sheet to sheet.
            let design = designs[(index * 7 + 3) % designs.len()];
            let body = Rgb::literal(kind.colours[index % kind.colours.len()].hex);
            let art = design.art(if body.is_dark() { "dark" } else { "default" });
            picture::compose(kind, &art, body, Rgb::literal(&design.ground), view)
        };
        kinds.enumerate().skip(from).take(count).map(draw).collect()
    };

    let total = u32::try_from(drawings.len())?;
    let columns = total.clamp(1, 6);
    let mut sheet = Pixmap::new(columns * CELL, total.div_ceil(columns).max(1) * CELL).ok_or("too many to draw")?;
    let half = drawings.len().div_ceil(2).max(1);
    let cells = thread::scope(|scope| {
        let part = |chunk: &[String]| chunk.iter().map(|svg| raster::draw(svg, CELL)).collect::<Vec<_>>();
        let threads: Vec<_> = drawings.chunks(half).map(|chunk| scope.spawn(move || part(chunk))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect::<Vec<_>>()
    });
    for (index, cell) in cells.into_iter().enumerate() {
        let index = u32::try_from(index)?;
        let (x, y) = (index % columns * CELL, index / columns * CELL);
        let (x, y) = (i32::try_from(x)?, i32::try_from(y)?);
        sheet.draw_pixmap(x, y, cell?.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
    }
    fs::write(out, sheet.encode_png()?)?;
    writeln!(std::io::stdout(), "{total} drawings in {out}")?;
    Ok(())
}
