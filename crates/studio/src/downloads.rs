//! What a digital product consists of: wallpapers, a page to print, or music, as one file.
//!
//! Drawn like the pictures, from the same artwork, and the same bytes on every machine.

use std::io::{Cursor, Write as _};

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::{Content, Filter, Finish as _, Name, Pdf, Rect as Box, Ref};
use resvg::tiny_skia::Pixmap;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::{
    Catalogue, Error, Product,
    art::Art,
    blanks::{Blank, Digital, screens},
    colour::Rgb,
    pen::{Pen, Rect, r, round},
    picture, raster, sound,
};

/// The one file of a digital product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Without the dot.
    pub extension: &'static str,
    /// MIME type.
    pub media_type: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// A desktop's pixels, and a phone's.
const DESKTOP: (u32, u32) = (2560, 1440);
const PHONE: (u32, u32) = (1170, 2532);
/// A cover's.
const COVER: (u32, u32) = (1500, 1500);
/// A4 in points, and its pixels at 150 to the inch.
const PAGE: (f32, f32) = (595.0, 842.0);
const PAGE_WIDTH: u32 = 1240;

/// Draws the file of a product; `None` when it is not digital.
///
/// # Errors
/// When the product names a kind or a design that the catalogue does not have, or its artwork cannot be drawn.
pub fn file(catalogue: &Catalogue, product: &Product) -> Result<Option<Download>, Error> {
    let Some(kind) = crate::kinds::find(&product.kind) else { return Ok(None) };
    let Blank::Digital(digital) = kind.blank else { return Ok(None) };
    let art = picture::art(catalogue, product)?;
    let download = match digital {
        Digital::Wallpapers => {
            packed(&[("desktop.png", png(&spread(&art, DESKTOP))?), ("phone.png", png(&spread(&art, PHONE))?)])?
        }
        Digital::Score => printed(&draw(&sheet(&art, true), PAGE_WIDTH)?),
        Digital::Printable => printed(&draw(&sheet(&art, false), PAGE_WIDTH)?),
        Digital::Album => packed(&[
            ("cover.png", png(&spread(&art, COVER))?),
            ("01.wav", sound::tune(&product.id, 1)),
            ("02.wav", sound::tune(&product.id, 2)),
        ])?,
        Digital::Samples => packed(&[
            ("cover.png", png(&spread(&art, COVER))?),
            ("kick.wav", sound::kick()),
            ("snare.wav", sound::snare()),
            ("hat.wav", sound::hat()),
        ])?,
    };
    Ok(Some(download))
}

/// The artwork over a whole frame.
fn spread(art: &Art, (width, height): (u32, u32)) -> (String, u32) {
    let area = r(0.0, 0.0, width as f32, height as f32);
    let mut pen = Pen::new(art, art.paper, false);
    pen.cover(&round(area, 0.0), area, 0.0);
    (framed(art, pen, area), width)
}

/// A page to print: artwork within margins, or staves under a strip of it.
fn sheet(art: &Art, staves: bool) -> String {
    // The units in which `screens` draws pages.
    let page = r(0.0, 0.0, 480.0, 480.0 * PAGE.1 / PAGE.0);
    let mut pen = Pen::new(art, Rgb::WHITE, false);
    screens::leaf(&mut pen, page, staves, true);
    framed(art, pen, page)
}

fn framed(art: &Art, pen: Pen<'_>, Rect { w, h, .. }: Rect) -> String {
    let (defs, content) = pen.take();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\"><defs><g id=\"art\">{}</g>{defs}</defs>{content}</svg>",
        art.inner
    )
}

fn draw(svg: &str, width: u32) -> Result<Pixmap, Error> {
    raster::draw(svg, width)
}

fn png((svg, width): &(String, u32)) -> Result<Vec<u8>, Error> {
    draw(svg, *width)?.encode_png().map_err(|error| Error::Encoding(error.to_string()))
}

/// Several files in one. Stored as they are: pictures are compressed already.
fn packed(files: &[(&str, Vec<u8>)]) -> Result<Download, Error> {
    let refuse = |reason: String| Error::Encoding(reason);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, SimpleFileOptions::default()).map_err(|error| refuse(error.to_string()))?;
        archive.write_all(bytes).map_err(|error| refuse(error.to_string()))?;
    }
    let bytes = archive.finish().map_err(|error| refuse(error.to_string()))?.into_inner();
    Ok(Download { extension: "zip", media_type: "application/zip", bytes })
}

/// One page of A4 with a picture from edge to edge.
fn printed(page: &Pixmap) -> Download {
    let (catalog, pages, leaf, image, content) = (Ref::new(1), Ref::new(2), Ref::new(3), Ref::new(4), Ref::new(5));
    let rgb: Vec<u8> = page.data().chunks_exact(4).flat_map(|pixel| pixel.iter().take(3).copied()).collect();
    let pixels = compress_to_vec_zlib(&rgb, 6);
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(pages);
    pdf.pages(pages).kids([leaf]).count(1);
    let mut sheet = pdf.page(leaf);
    sheet.parent(pages).media_box(Box::new(0.0, 0.0, PAGE.0, PAGE.1)).contents(content);
    sheet.resources().x_objects().pair(Name(b"Im"), image);
    sheet.finish();
    let mut object = pdf.image_xobject(image, &pixels);
    object.filter(Filter::FlateDecode);
    // A page has thousands of pixels, not billions.
    object.width(i32::try_from(page.width()).unwrap_or(i32::MAX)).height(i32::try_from(page.height()).unwrap_or(i32::MAX));
    object.color_space().device_rgb();
    object.bits_per_component(8);
    object.finish();
    let mut drawing = Content::new();
    drawing.save_state().transform([PAGE.0, 0.0, 0.0, PAGE.1, 0.0, 0.0]).x_object(Name(b"Im")).restore_state();
    pdf.stream(content, &drawing.finish());
    Download { extension: "pdf", media_type: "application/pdf", bytes: pdf.finish() }
}
