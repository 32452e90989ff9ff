//! Outlines: symmetrical figures and turned bodies as path data.

use std::fmt::Write;

/// One step of an outline.
pub(super) enum Go {
    /// A straight line to (x, y).
    L(f32, f32),
    /// A cubic curve: two handles, then the end.
    C(f32, f32, f32, f32, f32, f32),
}

/// A closed outline symmetrical about x = 500, from its right half: starts at (500, `top`) and must end on x = 500.
pub(super) fn mirrored(top: f32, half: &[Go]) -> String {
    let mut d = format!("M500 {top}");
    let mut at = vec![(500.0, top)];
    for step in half {
        match *step {
            Go::L(x, y) => {
                let _ = write!(d, "L{x} {y}");
                at.push((x, y));
            }
            Go::C(a, b, c, e, x, y) => {
                let _ = write!(d, "C{a} {b} {c} {e} {x} {y}");
                at.push((x, y));
            }
        }
    }
    for (index, step) in half.iter().enumerate().rev() {
        let (x, y) = at.get(index).copied().unwrap_or((500.0, top));
        let x = 1000.0 - x;
        match *step {
            Go::L(..) => {
                let _ = write!(d, "L{x} {y}");
            }
            Go::C(a, b, c, e, ..) => {
                let _ = write!(d, "C{} {e} {} {b} {x} {y}", 1000.0 - c, 1000.0 - a);
            }
        }
    }
    d.push('z');
    d
}

/// A body turned about x = `cx`: (height, radius) pairs from top to bottom joined by a smooth line, with an elliptic
/// bottom and top whose flatness is `tilt`.
pub(super) fn turned(cx: f32, profile: &[(f32, f32)], tilt: f32) -> String {
    let (Some(&(top, top_r)), Some(&(_, bottom_r))) = (profile.first(), profile.last()) else {
        return String::new();
    };
    let mut d = format!("M{} {top}A{top_r} {} 0 0 1 {} {top}", cx - top_r, top_r * tilt, cx + top_r);
    side(&mut d, profile, cx, 1.0);
    let (bottom, _) = profile.last().copied().unwrap_or_default();
    let _ = write!(d, "A{bottom_r} {} 0 0 1 {} {bottom}", bottom_r * tilt, cx - bottom_r);
    let upwards: Vec<_> = profile.iter().rev().copied().collect();
    side(&mut d, &upwards, cx, -1.0);
    d.push('z');
    d
}

/// One side as a Catmull-Rom line written in cubic curves.
fn side(d: &mut String, points: &[(f32, f32)], cx: f32, sign: f32) {
    let at = |i: usize| points.get(i).copied().unwrap_or_default();
    for i in 0..points.len().saturating_sub(1) {
        let (p0, p1, p2) = (at(i.saturating_sub(1)), at(i), at(i + 1));
        let p3 = if i + 2 < points.len() { at(i + 2) } else { p2 };
        let (y1, r1) = (p1.0 + (p2.0 - p0.0) / 6.0, p1.1 + (p2.1 - p0.1) / 6.0);
        let (y2, r2) = (p2.0 - (p3.0 - p1.0) / 6.0, p2.1 - (p3.1 - p1.1) / 6.0);
        let _ = write!(d, "C{} {y1} {} {y2} {} {}", cx + sign * r1, cx + sign * r2, cx + sign * p2.1, p2.0);
    }
}
