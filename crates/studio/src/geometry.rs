//! Rectangles in picture units, and the simplest outlines as path data.

/// A rectangle in picture units (a picture is 1000 × 1000).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left.
    pub x: f32,
    /// Top.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

impl Rect {
    pub(crate) fn cx(self) -> f32 {
        self.x + self.w / 2.0
    }
    pub(crate) fn cy(self) -> f32 {
        self.y + self.h / 2.0
    }
    /// Smaller by `by` on every side.
    pub(crate) fn inset(self, by: f32) -> Self {
        Self { x: self.x + by, y: self.y + by, w: self.w - 2.0 * by, h: self.h - 2.0 * by }
    }
}

/// Shorthand for a rectangle.
pub(crate) const fn r(x: f32, y: f32, w: f32, h: f32) -> Rect {
    Rect { x, y, w, h }
}

/// A rectangle of this size in the middle of the picture.
pub(crate) fn centred(w: f32, h: f32) -> Rect {
    Rect { x: 500.0 - w / 2.0, y: 500.0 - h / 2.0, w, h }
}

/// A rounded rectangle as path data.
pub(crate) fn round(b: Rect, radius: f32) -> String {
    let Rect { x, y, w, h } = b;
    let k = radius.min(w / 2.0).min(h / 2.0);
    if k <= 0.0 {
        return format!("M{x} {y}h{w}v{h}h{}z", -w);
    }
    format!(
        "M{} {y}h{}a{k} {k} 0 0 1 {k} {k}v{}a{k} {k} 0 0 1 -{k} {k}h{}a{k} {k} 0 0 1 -{k} -{k}v{}a{k} {k} 0 0 1 {k} -{k}z",
        x + k,
        w - 2.0 * k,
        h - 2.0 * k,
        2.0 * k - w,
        2.0 * k - h
    )
}

/// An ellipse as path data.
pub(crate) fn oval(cx: f32, cy: f32, rx: f32, ry: f32) -> String {
    format!("M{} {cy}a{rx} {ry} 0 1 1 {} 0a{rx} {ry} 0 1 1 {} 0z", cx - rx, rx * 2.0, -rx * 2.0)
}

/// A circle as path data.
pub(crate) fn disc(cx: f32, cy: f32, radius: f32) -> String {
    oval(cx, cy, radius, radius)
}
