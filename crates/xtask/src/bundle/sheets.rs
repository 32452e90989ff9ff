//! Two style sheets out of `style/`: what the shelf needs travels inside the door, the rest comes on interest.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};

use super::{Bundle, manifest::When, read_text};
use crate::{process, tools};

/// The sheets seen before any interest, in cascade order; `layers` names the order of the layers and comes first.
const SHELF: [&str; 4] = ["layers", "tokens", "base", "shelf"];

/// The sheets that all screens behind the shelf share; every other sheet in the folder follows, by name.
const SHARED: [&str; 2] = ["parts", "panel"];

/// The two sheets.
pub(super) struct Sheets {
    /// The shelf's sheet itself.
    pub(super) shelf: String,
    /// The file name of the other, if there is any style for it.
    pub(super) later: Option<String>,
}

/// Joins, shrinks and writes the sheets.
pub(super) fn run(bundle: &mut Bundle<'_>) -> Result<Sheets> {
    let folder = bundle.project.root.join("style");
    let shelf = shrink(bundle, &join(&folder, SHELF)?)?;
    let rest = shrink(bundle, &join(&folder, later(&folder)?)?)?;
    let later = if rest.is_empty() { None } else { Some(bundle.emit("sheets", "css", rest.as_bytes(), When::Later)?) };
    Ok(Sheets { shelf, later })
}

/// Everything that is not the shelf's.
fn later(folder: &Path) -> Result<Vec<String>> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.strip_suffix(".css")?.to_owned()))
        .filter(|name| !SHELF.contains(&name.as_str()))
        .collect();
    // Not shared sorts after shared.
    names.sort_by_key(|name| (SHARED.iter().position(|shared| shared == name).unwrap_or(SHARED.len()), name.clone()));
    Ok(names)
}

fn join(folder: &Path, names: impl IntoIterator<Item = impl AsRef<str>>) -> Result<String> {
    let texts: Result<Vec<String>> =
        names.into_iter().map(|name| read_text(&folder.join(format!("{}.css", name.as_ref())))).collect();
    Ok(texts?.join("\n"))
}

fn shrink(bundle: &Bundle<'_>, css: &str) -> Result<String> {
    let file = bundle.work.join("sheet.css");
    super::write(&file, css.as_bytes())?;
    let mut esbuild = tools::esbuild(&bundle.npm);
    // No target: lowering `light-dark()` or nesting would only add bytes for browsers that cannot run the widget.
    esbuild.arg(&file).args(["--minify", "--log-level=warning", "--legal-comments=none"]);
    Ok(process::read(&mut esbuild, "esbuild")?.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(names: &[&str]) -> tempfile::TempDir {
        let place = tempfile::tempdir().unwrap();
        for name in names {
            fs::write(place.path().join(format!("{name}.css")), format!(".{name}{{}}")).unwrap();
        }
        place
    }

    #[test]
    fn the_shelf_is_joined_in_cascade_order() {
        let place = folder(&["shelf", "base", "tokens", "layers", "cart"]);
        assert_eq!(join(place.path(), SHELF).unwrap(), ".layers{}\n.tokens{}\n.base{}\n.shelf{}");
    }

    #[test]
    fn everything_else_comes_later_with_the_shared_sheets_first() {
        let place = folder(&["shelf", "cart", "panel", "address", "parts"]);
        fs::write(place.path().join("notes.txt"), "").unwrap();
        assert_eq!(later(place.path()).unwrap(), ["parts", "panel", "address", "cart"]);
    }

    #[test]
    fn a_missing_sheet_of_the_shelf_is_named() {
        let place = folder(&["layers"]);
        assert!(join(place.path(), SHELF).unwrap_err().to_string().contains("tokens.css"));
    }
}
