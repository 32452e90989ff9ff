//! The pen: writes SVG with gradients, clips, soft shadows and placed artwork.
//!
//! No filters: a blur costs the rasteriser more than the rest of a picture. Softness comes from gradients and from
//! stacked, nearly transparent outlines.

use std::fmt::Write;

pub use crate::geometry::Rect;
pub(crate) use crate::geometry::{centred, disc, oval, r, round};
use crate::{art::Art, colour::Rgb, designs::DesignKind};

/// A stop of a gradient: where, colour, opacity.
pub(crate) type Stop = (f32, Rgb, f32);

/// Writes one drawing.
pub(crate) struct Pen<'a> {
    pub(crate) art: &'a Art,
    /// The blank's own colour.
    pub(crate) body: Rgb,
    /// Whether the picture is a close-up, where the material shows.
    pub(crate) close: bool,
    defs: String,
    out: String,
    next: u32,
}

impl<'a> Pen<'a> {
    pub(crate) fn new(art: &'a Art, body: Rgb, close: bool) -> Self {
        Self { art, body, close, defs: String::new(), out: String::new(), next: 0 }
    }

    /// Ids count from here, so that two pens can write into one document.
    pub(crate) fn start_at(&mut self, next: u32) {
        self.next = next;
    }

    /// The definitions and the drawing so far.
    pub(crate) fn take(self) -> (String, String) {
        (self.defs, self.out)
    }

    fn id(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    pub(crate) fn push(&mut self, svg: &str) {
        self.out.push_str(svg);
    }

    fn stops(&mut self, stops: &[Stop]) {
        for (offset, colour, opacity) in stops {
            let _ = write!(self.defs, "<stop offset=\"{offset}\" stop-color=\"{}\" stop-opacity=\"{opacity}\"/>", colour.hex());
        }
    }

    /// A linear gradient over the painted shape, as a paint.
    pub(crate) fn lin(&mut self, [x1, y1, x2, y2]: [f32; 4], stops: &[Stop]) -> String {
        let id = self.id();
        let _ = write!(self.defs, "<linearGradient id=\"p{id}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\">");
        self.stops(stops);
        self.defs.push_str("</linearGradient>");
        format!("url(#p{id})")
    }

    /// A linear gradient in picture units, as a paint.
    pub(crate) fn lin_at(&mut self, [x1, y1, x2, y2]: [f32; 4], stops: &[Stop]) -> String {
        let id = self.id();
        let _ = write!(
            self.defs,
            "<linearGradient id=\"p{id}\" gradientUnits=\"userSpaceOnUse\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\">"
        );
        self.stops(stops);
        self.defs.push_str("</linearGradient>");
        format!("url(#p{id})")
    }

    /// A radial gradient over the painted shape, as a paint.
    pub(crate) fn rad(&mut self, [cx, cy, radius]: [f32; 3], stops: &[Stop]) -> String {
        let id = self.id();
        let _ = write!(self.defs, "<radialGradient id=\"p{id}\" cx=\"{cx}\" cy=\"{cy}\" r=\"{radius}\">");
        self.stops(stops);
        self.defs.push_str("</radialGradient>");
        format!("url(#p{id})")
    }

    /// Across a round body seen from the side: dark edges, light a third in.
    pub(crate) fn barrel(&mut self, strength: f32) -> String {
        let s = strength;
        self.lin(
            [0.0, 0.0, 1.0, 0.0],
            &[
                (0.0, Rgb(20, 10, 30), 0.42 * s),
                (0.1, Rgb(20, 10, 30), 0.2 * s),
                (0.24, Rgb::WHITE, 0.3 * s),
                (0.34, Rgb::WHITE, 0.12 * s),
                (0.52, Rgb(20, 10, 30), 0.0),
                (0.82, Rgb(20, 10, 30), 0.26 * s),
                (0.95, Rgb(20, 10, 30), 0.44 * s),
                (1.0, Rgb(20, 10, 30), 0.34 * s),
            ],
        )
    }

    /// Light from the upper left over a soft body.
    pub(crate) fn glow(&mut self, strength: f32) -> String {
        let s = strength;
        self.rad(
            [0.36, 0.3, 0.8],
            &[
                (0.0, Rgb::WHITE, 0.34 * s),
                (0.42, Rgb::WHITE, 0.0),
                (0.62, Rgb(25, 12, 35), 0.08 * s),
                (1.0, Rgb(25, 12, 35), 0.5 * s),
            ],
        )
    }

    /// A faint sweep of light over something flat.
    pub(crate) fn sheen(&mut self, strength: f32) -> String {
        let s = strength;
        self.lin(
            [0.0, 0.0, 1.0, 1.0],
            &[
                (0.0, Rgb::WHITE, 0.26 * s),
                (0.38, Rgb::WHITE, 0.04 * s),
                (0.55, Rgb::BLACK, 0.0),
                (1.0, Rgb(20, 10, 30), 0.2 * s),
            ],
        )
    }

    pub(crate) fn path(&mut self, d: &str, fill: &str) {
        let _ = write!(self.out, "<path d=\"{d}\" fill=\"{fill}\"/>");
    }

    pub(crate) fn alpha(&mut self, d: &str, fill: Rgb, opacity: f32) {
        let _ = write!(self.out, "<path d=\"{d}\" fill=\"{}\" fill-opacity=\"{opacity}\"/>", fill.hex());
    }

    pub(crate) fn rect(&mut self, x: f32, y: f32, w: f32, h: f32, radius: f32, fill: &str) {
        let _ = write!(self.out, "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{radius}\" fill=\"{fill}\"/>");
    }

    pub(crate) fn line(&mut self, d: &str, paint: &str, width: f32) {
        let _ = write!(
            self.out,
            "<path d=\"{d}\" fill=\"none\" stroke=\"{paint}\" stroke-width=\"{width}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
        );
    }

    pub(crate) fn hair(&mut self, d: &str, colour: Rgb, width: f32, opacity: f32) {
        let _ = write!(
            self.out,
            "<path d=\"{d}\" fill=\"none\" stroke=\"{}\" stroke-opacity=\"{opacity}\" stroke-width=\"{width}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
            colour.hex()
        );
    }

    /// A dashed line, for stitches and perforations.
    pub(crate) fn stitch(&mut self, d: &str, colour: Rgb, width: f32, dash: f32, opacity: f32) {
        let _ = write!(
            self.out,
            "<path d=\"{d}\" fill=\"none\" stroke=\"{}\" stroke-opacity=\"{opacity}\" stroke-width=\"{width}\" stroke-dasharray=\"{dash} {}\" stroke-linecap=\"round\"/>",
            colour.hex(),
            dash * 0.8
        );
    }

    /// Opens a group that must be closed with [`Pen::close`].
    pub(crate) fn open(&mut self, attributes: &str) {
        let _ = write!(self.out, "<g {attributes}>");
    }

    pub(crate) fn turn(&mut self, degrees: f32, cx: f32, cy: f32) {
        self.open(&format!("transform=\"rotate({degrees} {cx} {cy})\""));
    }

    /// Opens a group seen through a shape.
    pub(crate) fn clip(&mut self, d: &str) {
        let id = self.id();
        let _ = write!(self.defs, "<clipPath id=\"p{id}\"><path d=\"{d}\"/></clipPath>");
        self.open(&format!("clip-path=\"url(#p{id})\""));
    }

    pub(crate) fn close(&mut self) {
        self.out.push_str("</g>");
    }

    /// The soft shadow of a flat thing, `blur` wide, moved by (dx, dy).
    pub(crate) fn shadow(&mut self, d: &str, dx: f32, dy: f32, blur: f32) {
        let shade = Rgb(24, 12, 30).hex();
        let _ = write!(
            self.out,
            "<g transform=\"translate({dx} {dy})\" fill=\"none\" stroke=\"{shade}\" stroke-linejoin=\"round\"><path d=\"{d}\" fill=\"{shade}\" fill-opacity=\"0.16\" stroke=\"none\"/>"
        );
        for (share, opacity) in [(0.12, 0.07), (0.3, 0.05), (0.55, 0.035), (0.8, 0.026), (1.1, 0.018), (1.5, 0.012)] {
            let width = blur * share * 2.0;
            let _ = write!(self.out, "<path d=\"{d}\" stroke-opacity=\"{opacity}\" stroke-width=\"{width}\"/>");
        }
        self.out.push_str("</g>");
    }

    /// The shadow under something that stands: a dark core and a wide penumbra that falls to the right.
    pub(crate) fn contact(&mut self, cx: f32, y: f32, half: f32) {
        let shade = Rgb(24, 12, 30);
        let wide = self.rad([0.5, 0.5, 0.5], &[(0.0, shade, 0.34), (0.45, shade, 0.16), (1.0, shade, 0.0)]);
        let core = self.rad([0.5, 0.5, 0.5], &[(0.0, shade, 0.6), (0.6, shade, 0.38), (1.0, shade, 0.0)]);
        self.path(&oval(cx + half * 0.22, y + 4.0, half * 1.5, half * 0.26 + 12.0), &wide);
        self.path(&oval(cx + half * 0.03, y, half * 1.06, half * 0.07 + 8.0), &core);
    }

    /// The artwork, all over: covering `area`, seen through `shape`. A motif is repeated every `tile` units on the
    /// palette's paper, or shown once when `tile` is 0.
    pub(crate) fn cover(&mut self, shape: &str, area: Rect, tile: f32) {
        self.clip(shape);
        match self.art.kind {
            DesignKind::Full => {
                let paper = self.art.paper.hex();
                self.path(shape, &paper);
                self.place_cover(area);
            }
            DesignKind::Pattern => {
                let side = if tile > 0.0 { tile * 1.6 } else { area.w.min(area.h) * 0.62 };
                self.tiles(area, side);
            }
            DesignKind::Motif => {
                let paper = self.art.paper.hex();
                self.path(shape, &paper);
                if tile > 0.0 {
                    let paint = self.scatter(area, tile * 1.7);
                    self.path(shape, &paint);
                } else {
                    let room = area.inset(area.w.min(area.h) * 0.1);
                    self.place(room);
                }
            }
        }
        self.close();
    }

    /// The artwork in a print area: a motif as it is, anything else as a panel.
    pub(crate) fn fit(&mut self, area: Rect) {
        match self.art.kind {
            DesignKind::Motif => self.place(area),
            DesignKind::Full => {
                let panel = self.contained(area);
                self.clip(&round(panel, 4.0));
                self.place(panel);
                self.close();
            }
            DesignKind::Pattern => {
                let side = area.w.min(area.h);
                let panel = r(area.cx() - side / 2.0, area.cy() - side / 2.0, side, side);
                self.clip(&round(panel, 4.0));
                self.tiles(panel, side * 0.55);
                self.close();
            }
        }
    }

    /// The largest rectangle of the artwork's shape inside `area`.
    pub(crate) fn contained(&self, area: Rect) -> Rect {
        let scale = (area.w / self.art.w).min(area.h / self.art.h);
        let (w, h) = (self.art.w * scale, self.art.h * scale);
        r(area.cx() - w / 2.0, area.cy() - h / 2.0, w, h)
    }

    /// The artwork as large as fits into `area`.
    pub(crate) fn place(&mut self, area: Rect) {
        let at = self.contained(area);
        let scale = at.w / self.art.w;
        let _ = write!(self.out, "<use href=\"#art\" transform=\"translate({} {}) scale({scale})\"/>", at.x, at.y);
    }

    fn place_cover(&mut self, area: Rect) {
        let scale = (area.w / self.art.w).max(area.h / self.art.h);
        let x = area.cx() - self.art.w * scale / 2.0;
        let y = area.cy() - self.art.h * scale / 2.0;
        let _ = write!(self.out, "<use href=\"#art\" transform=\"translate({x} {y}) scale({scale})\"/>");
    }

    /// The artwork repeated edge to edge over an area. Not a `<pattern>`: a rasteriser blends its tiles' edges with
    /// nothing, and fine seams show. Here neighbours overlap by a hair.
    fn tiles(&mut self, area: Rect, side: f32) {
        let scale = (side + 0.8) / self.art.w;
        let step = (side, side * self.art.h / self.art.w);
        let (columns, rows) = ((area.w / step.0).ceil() as u32, (area.h / step.1).ceil() as u32);
        for row in 0..rows {
            for column in 0..columns {
                let (x, y) = (area.x + column as f32 * step.0, area.y + row as f32 * step.1);
                let _ = write!(self.out, "<use href=\"#art\" transform=\"translate({x} {y}) scale({scale})\"/>");
            }
        }
    }

    /// The motif strewn over a cloth, every other one half a step down, as a paint.
    pub(crate) fn scatter(&mut self, area: Rect, step: f32) -> String {
        let id = self.id();
        let size = step * 0.5;
        let scale = size / self.art.w.max(self.art.h);
        let (w, h) = (self.art.w * scale, self.art.h * scale);
        let Rect { x, y, .. } = area;
        let _ = write!(
            self.defs,
            "<pattern id=\"p{id}\" patternUnits=\"userSpaceOnUse\" x=\"{x}\" y=\"{y}\" width=\"{step}\" height=\"{step}\">"
        );
        for (cx, cy, turn) in [(0.26, 0.26, -9.0), (0.74, 0.76, 8.0)] {
            let (cx, cy) = (cx * step, cy * step);
            let _ = write!(
                self.defs,
                "<use href=\"#art\" transform=\"rotate({turn} {cx} {cy}) translate({} {}) scale({scale})\"/>",
                cx - w / 2.0,
                cy - h / 2.0
            );
        }
        let (second, third) = (self.art.accent.hex(), self.art.second.hex());
        let dot = step * 0.022;
        let _ = write!(
            self.defs,
            "<circle cx=\"{0}\" cy=\"{1}\" r=\"{dot}\" fill=\"{second}\"/><circle cx=\"{1}\" cy=\"{0}\" r=\"{dot}\" fill=\"{third}\"/></pattern>",
            step * 0.26,
            step * 0.76
        );
        format!("url(#p{id})")
    }

    /// The outline of the artwork placed in `area`, `margin` picture units fatter, in one paint.
    pub(crate) fn outline(&mut self, area: Rect, margin: f32, paint: &str) {
        let at = self.contained(area);
        let scale = at.w / self.art.w;
        let fat = margin * 2.0 / scale;
        let shapes = self.art.silhouette(fat);
        let _ = write!(
            self.out,
            "<g transform=\"translate({} {}) scale({scale})\" fill=\"{paint}\" stroke=\"{paint}\" stroke-width=\"{fat}\" stroke-linejoin=\"round\" stroke-linecap=\"round\">{shapes}</g>",
            at.x, at.y
        );
    }

    /// Threads, seen only from close by: warp in shade, weft in light. Lines and not a `<pattern>`, which costs the
    /// rasteriser ten times as much.
    pub(crate) fn weave(&mut self, shape: &str, pitch: f32, strength: f32) {
        if !self.close {
            return;
        }
        let (mut warp, mut weft) = (String::new(), String::new());
        let mut at = 0.0;
        while at < 1000.0 {
            let _ = write!(warp, "M{at} 0v1000");
            let _ = write!(weft, "M0 {at}h1000");
            at += pitch;
        }
        self.clip(shape);
        self.hair(&warp, Rgb::BLACK, pitch * 0.45, strength);
        self.hair(&weft, Rgb::WHITE, pitch * 0.45, strength * 1.4);
        self.close();
    }

    /// Knit ribs or pile, seen from anywhere.
    pub(crate) fn ribs(&mut self, shape: &str, pitch: f32, strength: f32) {
        let id = self.id();
        let _ = write!(
            self.defs,
            "<pattern id=\"p{id}\" patternUnits=\"userSpaceOnUse\" width=\"{pitch}\" height=\"{pitch}\"><path d=\"M0 0h{}v{pitch}h-{}z\" fill=\"#000\" fill-opacity=\"{strength}\"/></pattern>",
            pitch * 0.4,
            pitch * 0.4
        );
        self.path(shape, &format!("url(#p{id})"));
    }

    /// Satin stitches running to the right, as a paint to lay over things at half strength.
    pub(crate) fn threads(&mut self, pitch: f32) -> String {
        let id = self.id();
        let half = pitch / 2.0;
        let _ = write!(
            self.defs,
            "<pattern id=\"p{id}\" patternUnits=\"userSpaceOnUse\" width=\"{pitch}\" height=\"{pitch}\" patternTransform=\"rotate(24)\"><path d=\"M0 0h{half}v{pitch}h-{half}z\" fill=\"#000\" fill-opacity=\"0.3\"/><path d=\"M{half} 0h{half}v{pitch}h-{half}z\" fill=\"#fff\" fill-opacity=\"0.3\"/></pattern>"
        );
        format!("url(#p{id})")
    }

    /// Straight-grained wood in a colour.
    pub(crate) fn wood(&mut self, shape: &str, area: Rect, colour: Rgb) {
        let paint = self
            .lin([0.0, 0.0, 1.0, 0.3], &[(0.0, colour.lighter(0.14), 1.0), (0.5, colour, 1.0), (1.0, colour.darker(0.12), 1.0)]);
        self.path(shape, &paint);
        self.clip(shape);
        let lines = 15;
        for i in 0..lines {
            let t = (i as f32 + 0.5) / lines as f32;
            let y = area.y + area.h * t + ((i * 37 % 11) as f32 - 5.0) * area.h * 0.004;
            let bend = ((i * 53 % 17) as f32 - 8.0) * area.h * 0.006;
            let d = format!("M{} {y}q{} {bend} {} 0t{} 0", area.x, area.w * 0.25, area.w * 0.5, area.w * 0.5);
            let width = 1.2 + (i * 29 % 5) as f32 * 0.7;
            self.hair(&d, colour.darker(0.5), width, 0.16 + (i % 3) as f32 * 0.05);
        }
        self.close();
    }
}
