//! From vector picture to compressed files: drawn once at the largest width, scaled down well, lossy WebP.

use fast_image_resize as resize;
use resvg::{tiny_skia, usvg};

use crate::Error;

/// The widths a shop serves, in pixels.
pub const WIDTHS: [u32; 3] = [240, 480, 960];

/// No file should be larger than this, in bytes; a busy picture is compressed harder until it fits.
pub const CEILING: usize = 44_000;

/// One compressed file of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendition {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The WebP file.
    pub bytes: Vec<u8>,
}

/// Draws a picture and compresses it at each width, in the order asked for.
///
/// # Errors
/// [`Error::Drawing`] when the SVG does not parse or a width is zero or beyond 4096; [`Error::Encoding`] when the
/// compressor refuses.
pub fn render(svg: &str, widths: &[u32]) -> Result<Vec<Rendition>, Error> {
    let largest = widths.iter().copied().max().unwrap_or(0);
    let full = draw(svg, largest)?;
    widths.iter().map(|&width| rendition(&full, width)).collect()
}

/// Draws a picture at a width, as opaque RGBA pixels.
///
/// # Errors
/// As [`render`].
pub fn draw(svg: &str, width: u32) -> Result<tiny_skia::Pixmap, Error> {
    if width == 0 || width > 4096 {
        return Err(Error::Drawing(format!("{width} is not a width between 1 and 4096")));
    }
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).map_err(|e| Error::Drawing(e.to_string()))?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixmap = tiny_skia::Pixmap::new(width, height.max(1))
        .ok_or_else(|| Error::Drawing(format!("{width} × {height} pixels cannot be drawn")))?;
    pixmap.fill(tiny_skia::Color::WHITE);
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}

fn rendition(full: &tiny_skia::Pixmap, width: u32) -> Result<Rendition, Error> {
    if width == full.width() {
        return compress(full.data(), width, full.height());
    }
    if width == 0 {
        return Err(Error::Drawing("0 is not a width".into()));
    }
    let height = (full.height() * width / full.width()).max(1);
    let source = resize::images::ImageRef::new(full.width(), full.height(), full.data(), resize::PixelType::U8x4)
        .map_err(|e| Error::Drawing(e.to_string()))?;
    let mut target = resize::images::Image::new(width, height, resize::PixelType::U8x4);
    let options = resize::ResizeOptions::new()
        .resize_alg(resize::ResizeAlg::Convolution(resize::FilterType::CatmullRom))
        .use_alpha(false);
    resize::Resizer::new().resize(&source, &mut target, &options).map_err(|e| Error::Drawing(e.to_string()))?;
    compress(target.buffer(), width, height)
}

fn compress(rgba: &[u8], width: u32, height: u32) -> Result<Rendition, Error> {
    let rgb: Vec<u8> = rgba.chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
    let encoder = webp::Encoder::from_rgb(&rgb, width, height);
    let mut bytes = Vec::new();
    for quality in [80.0, 66.0, 50.0, 36.0, 24.0] {
        let encoded = encoder
            .encode_simple(false, quality)
            .map_err(|e| Error::Encoding(format!("{e:?} at {width} × {height}")))?;
        bytes = encoded.to_vec();
        if bytes.len() <= CEILING {
            break;
        }
    }
    Ok(Rendition { width, height, bytes })
}
