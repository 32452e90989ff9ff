//! Artwork ready to be placed: a design in one palette, its ids made safe, and its outline for cut-out products.

use crate::{
    colour::Rgb,
    designs::{DesignKind, Palette},
};

/// A design in one palette.
#[derive(Clone, Debug)]
pub struct Art {
    /// The drawing without its root element; ids begin with `d-`.
    pub(crate) inner: String,
    /// Width of its frame.
    pub(crate) w: f32,
    /// Height of its frame.
    pub(crate) h: f32,
    pub(crate) kind: DesignKind,
    pub(crate) ink: Rgb,
    pub(crate) paper: Rgb,
    pub(crate) accent: Rgb,
    pub(crate) second: Rgb,
    pub(crate) third: Rgb,
}

impl Art {
    pub(crate) fn new(svg: &str, kind: DesignKind, palette: &Palette) -> Self {
        let (w, h) = view_box(svg).unwrap_or((1000.0, 1000.0));
        let inner = root_content(svg).replace(" id=\"", " id=\"d-").replace("url(#", "url(#d-").replace("href=\"#", "href=\"#d-");
        Self {
            inner,
            w,
            h,
            kind,
            ink: Rgb::literal(&palette.ink),
            paper: Rgb::literal(&palette.paper),
            accent: Rgb::literal(&palette.accent),
            second: Rgb::literal(&palette.second),
            third: Rgb::literal(&palette.third),
        }
    }

    /// The same shapes without their paint and `margin` units fatter, to be painted by the group around them: the
    /// outline a die cutter would follow.
    pub(crate) fn silhouette(&self, margin: f32) -> String {
        let mut out = String::with_capacity(self.inner.len());
        let mut rest = self.inner.as_str();
        let mut in_defs = 0_u32;
        while let Some(start) = rest.find('<') {
            let Some(len) = rest[start..].find('>') else { break };
            let tag = &rest[start..=start + len];
            rest = &rest[start + len + 1..];
            let name = tag.trim_start_matches(['<', '/']).split([' ', '/', '>', '\n', '\t']).next().unwrap_or("");
            let container = matches!(name, "defs" | "clipPath" | "mask" | "linearGradient" | "radialGradient" | "pattern");
            if container && !tag.starts_with("</") && !tag.ends_with("/>") {
                in_defs += 1;
            }
            if tag.starts_with("<!") {
                continue;
            }
            if in_defs > 0 {
                // Shapes to clip with keep their form; only their ids must not clash with the drawing's own.
                out.push_str(&tag.replace(" id=\"d-", " id=\"s-").replace("#d-", "#s-"));
            } else {
                out.push_str(&unpaint(tag, margin).replace(" id=\"d-", " id=\"s-").replace("#d-", "#s-"));
            }
            if container && tag.starts_with("</") {
                in_defs = in_defs.saturating_sub(1);
            }
        }
        out
    }
}

/// Drops the paint of one tag and widens its line.
fn unpaint(tag: &str, margin: f32) -> String {
    let mut tag = tag.to_owned();
    for name in ["fill", "stroke", "opacity", "fill-opacity", "stroke-opacity", "stroke-dasharray", "mask"] {
        while let Some((start, end, _)) = attribute(&tag, name) {
            tag.replace_range(start..end, "");
        }
    }
    if let Some((start, end, value)) = attribute(&tag, "stroke-width") {
        let width: f32 = value.parse().unwrap_or(0.0);
        tag.replace_range(start..end, &format!(" stroke-width=\"{}\"", width + margin));
    }
    tag
}

/// Where ` name="value"` stands in a tag, and its value.
fn attribute(tag: &str, name: &str) -> Option<(usize, usize, String)> {
    let needle = format!("{name}=\"");
    let mut from = 0;
    while let Some(found) = tag[from..].find(&needle) {
        let at = from + found;
        let before = tag[..at].chars().next_back();
        if before.is_some_and(char::is_whitespace) {
            let value_start = at + needle.len();
            let value_len = tag[value_start..].find('"')?;
            let value = tag[value_start..value_start + value_len].to_owned();
            return Some((at - 1, value_start + value_len + 1, value));
        }
        from = at + needle.len();
    }
    None
}

/// Width and height of a drawing's `viewBox`, when it starts at the origin.
pub(crate) fn view_box(svg: &str) -> Option<(f32, f32)> {
    let root_end = svg.find("<svg").and_then(|start| svg[start..].find('>').map(|end| start + end))?;
    let root_start = svg.find("<svg")?;
    let (_, _, value) = attribute(&svg[root_start..root_end], "viewBox")?;
    let numbers: Vec<f32> = value.split([' ', ',']).filter_map(|n| n.parse().ok()).collect();
    match numbers.as_slice() {
        [x, y, w, h] if *x == 0.0 && *y == 0.0 && *w > 0.0 && *h > 0.0 => Some((*w, *h)),
        _ => None,
    }
}

fn root_content(svg: &str) -> &str {
    let start = svg.find("<svg").and_then(|start| svg[start..].find('>').map(|end| start + end + 1));
    let end = svg.rfind("</svg>");
    match (start, end) {
        (Some(start), Some(end)) if start <= end => &svg[start..end],
        _ => "",
    }
}
