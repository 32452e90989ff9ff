//! From vector picture to compressed files: drawn once at the largest width, scaled down well, lossy WebP.

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
    if width == 0 {
        return Err(Error::Drawing("0 is not a width".into()));
    }
    if width == full.width() {
        return compress(full.data(), width, full.height());
    }
    let height = (full.height() * width / full.width()).max(1);
    compress(&shrink(full, width, height), width, height)
}

/// Scales down by averaging: every pixel is the mean of those it covers. At the whole ratios of [`WIDTHS`] nothing is
/// lost to rounding, and the box filter keeps thin lines.
fn shrink(full: &tiny_skia::Pixmap, width: u32, height: u32) -> Vec<u8> {
    let (from_w, from_h) = (full.width(), full.height());
    let stride = from_w as usize * 4;
    let mut out = Vec::with_capacity(width as usize * height as usize * 4);
    for y in 0..height {
        let rows = y * from_h / height..((y + 1) * from_h / height).max(y * from_h / height + 1);
        for x in 0..width {
            let columns = x * from_w / width..((x + 1) * from_w / width).max(x * from_w / width + 1);
            let mut sums = [0_u32; 4];
            let mut count = 0;
            for row in rows.clone() {
                let start = row as usize * stride;
                let line = full.data().get(start + columns.start as usize * 4..start + columns.end as usize * 4);
                for pixel in line.unwrap_or_default().chunks_exact(4) {
                    for (sum, channel) in sums.iter_mut().zip(pixel) {
                        *sum += u32::from(*channel);
                    }
                    count += 1;
                }
            }
            out.extend(sums.map(|sum| u8::try_from((sum + count / 2) / count.max(1)).unwrap_or(u8::MAX)));
        }
    }
    out
}

/// Compresses opaque RGBA pixels, harder when the first attempt is over the ceiling.
fn compress(rgba: &[u8], width: u32, height: u32) -> Result<Rendition, Error> {
    let refuse = |reason: String| Error::Encoding(format!("{reason} at {width} × {height}"));
    let mut config = webp::WebPConfig::new().map_err(|()| refuse("no configuration".into()))?;
    // Effort 2 of 6: a third of the time for a few percent of the bytes.
    config.method = 2;
    config.quality = 77.0;
    let encoder = webp::Encoder::from_rgba(rgba, width, height);
    loop {
        let bytes = encoder.encode_advanced(&config).map_err(|e| refuse(format!("{e:?}")))?.to_vec();
        let over = bytes.len() * 100 / CEILING;
        if over <= 100 || config.quality < 8.0 {
            return Ok(Rendition { width, height, bytes });
        }
        // The further over, the larger the step down.
        config.quality *= if over > 200 {
            0.4
        } else if over > 140 {
            0.6
        } else {
            0.78
        };
    }
}
