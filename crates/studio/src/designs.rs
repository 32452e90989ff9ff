//! Designs: artwork as vector drawings with palettes, one SVG each under `designs/<creator>/<id>.svg`.
//!
//! The rules an SVG keeps: a `viewBox` from the origin, plain shapes with presentation attributes, no style, script,
//! text or foreign content; colours literal or the tokens `{ink} {paper} {accent} {second} {third}`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{Error, Words, art::Art, colour::Rgb};

/// What sort of artwork a design is, which decides how a blank takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DesignKind {
    /// A figure on a transparent ground.
    Motif,
    /// A tile that repeats without a seam.
    Pattern,
    /// A picture that fills its frame.
    Full,
}

/// The frame of the artwork.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// As wide as tall.
    Square,
    /// Taller than wide.
    Portrait,
    /// Wider than tall.
    Landscape,
}

/// The five colours a drawing may name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    /// Lines and lettering.
    pub ink: String,
    /// The ground.
    pub paper: String,
    /// The loudest colour.
    pub accent: String,
    /// A second colour.
    pub second: String,
    /// A third colour.
    pub third: String,
}

impl Palette {
    fn entries(&self) -> [(&'static str, &str); 5] {
        [
            ("{ink}", &self.ink),
            ("{paper}", &self.paper),
            ("{accent}", &self.accent),
            ("{second}", &self.second),
            ("{third}", &self.third),
        ]
    }
}

/// A design: who drew it, what it is called, and the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Design {
    /// Stable id, kebab-case.
    pub id: String,
    /// The creator's handle.
    pub creator: String,
    /// What it is called.
    pub names: Words,
    /// A sentence about it.
    pub story: Option<Words>,
    /// The frame of the artwork.
    pub aspect: Aspect,
    /// What sort of artwork it is.
    pub kind: DesignKind,
    /// Palettes by name; `default` is always there.
    pub palettes: BTreeMap<String, Palette>,
    /// The studio ground that suits it, `#rrggbb`.
    pub ground: String,
    /// The drawing, with colour tokens.
    pub svg: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    design: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    creator: String,
    names: Words,
    story: Option<Words>,
    aspect: Aspect,
    kind: DesignKind,
    palettes: BTreeMap<String, Palette>,
    ground: String,
}

impl Design {
    /// The drawing in one of its palettes, ready to be placed; an unknown name means `default`.
    #[must_use]
    pub fn art(&self, palette: &str) -> Art {
        let fallback = Palette {
            ink: "#222222".into(),
            paper: "#f5f0e6".into(),
            accent: "#d9622b".into(),
            second: "#2f6d62".into(),
            third: "#e9b44c".into(),
        };
        let palette = self.palettes.get(palette).or_else(|| self.palettes.get("default")).unwrap_or(&fallback);
        let mut svg = self.svg.clone();
        for (token, colour) in palette.entries() {
            svg = svg.replace(token, colour);
        }
        Art::new(&svg, self.kind, palette)
    }

    fn check(&self) -> Result<(), Error> {
        let fail = |reason: String| Err(Error::Design { id: self.id.clone(), reason });
        if !self.palettes.contains_key("default") {
            return fail("has no palette named default".into());
        }
        for palette in self.palettes.values() {
            if let Some((token, colour)) = palette.entries().into_iter().find(|(_, c)| Rgb::parse(c).is_none()) {
                return fail(format!("{token} is {colour}, not #rrggbb"));
            }
        }
        if Rgb::parse(&self.ground).is_none() {
            return fail(format!("ground is {}, not #rrggbb", self.ground));
        }
        for banned in ["<style", "<script", "<text", "<image", "<foreignObject", "style="] {
            if self.svg.contains(banned) {
                return fail(format!("the drawing contains {banned}"));
            }
        }
        if crate::art::view_box(&self.svg).is_none() {
            return fail("the drawing has no viewBox that starts at 0 0".into());
        }
        Ok(())
    }
}

/// Reads `designs.toml` and the drawings it names from a table of (path, text).
///
/// # Errors
/// A file that does not parse, a drawing that is missing, a rule that is broken.
pub fn read(files: &[(&str, &str)]) -> Result<Vec<Design>, Error> {
    let mut designs: Vec<Design> = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".toml")) {
        let file: File =
            toml::from_str(text).map_err(|error| Error::Unreadable { file: (*path).into(), reason: error.to_string() })?;
        for entry in file.design {
            let wanted = format!("{}/{}.svg", entry.creator, entry.id);
            let Some((_, svg)) = files.iter().find(|(path, _)| *path == wanted) else {
                return Err(Error::Design { id: entry.id, reason: format!("{wanted} is missing") });
            };
            let Entry { id, creator, names, story, aspect, kind, palettes, ground } = entry;
            if designs.iter().any(|design| design.id == id) {
                return Err(Error::Design { id, reason: "is there twice".into() });
            }
            let svg = (*svg).to_owned();
            let design = Design { id, creator, names, story, aspect, kind, palettes, ground, svg };
            design.check()?;
            designs.push(design);
        }
    }
    Ok(designs)
}
