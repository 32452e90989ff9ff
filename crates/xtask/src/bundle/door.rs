//! `fan-shelf.js`: the one script a page names. It carries the shelf's style and the names of everything else; and `guests`, the
//! script that only some checkouts need.

use std::fs;

use anyhow::{Context as _, Result, bail};
use serde_json::json;
use wording::Key;

use super::{Bundle, locales::Locales, manifest::When, read_text, sheets::Sheets, split::Code};

/// The stable name.
const NAME: &str = "fan-shelf.js";
/// What it imports, from `src`.
const PARTS: [&str; 3] = ["shell/drawing.js", "shell/looks.js", "text/intl.js"];

/// Fills in `src/shell.js` and writes the door.
pub(super) fn run(bundle: &mut Bundle<'_>, code: &Code, sheets: &Sheets, locales: &Locales, addresses: &str) -> Result<()> {
    let source = |name: &str| bundle.project.root.join("src").join(name);
    let guests = super::script(bundle, &source("guests.js"))?;
    let guests = bundle.emit("guests", "js", guests.as_bytes(), When::Guests)?;
    let filled = fill(
        &read_text(&source("shell.js"))?,
        &[
            ("__GLUE__", json!(code.glue)),
            ("__WASM__", json!(code.wasm)),
            ("__SHEETS__", json!(sheets.later)),
            ("__LOCALES__", json!(locales)),
            ("__ADDRESSES__", json!(addresses)),
            ("__GUESTS__", json!(guests)),
            ("__SHELF_CSS__", json!(sheets.shelf)),
            ("__SHELF_TITLE__", json!(Key::ShelfTitle as usize)),
            ("__PRICE_FROM__", json!(Key::PriceFrom as usize)),
        ],
    )?;
    let file = bundle.work.join(NAME);
    super::write(&file, filled.as_bytes())?;
    for part in PARTS {
        let beside = bundle.work.join(part);
        if let Some(folder) = beside.parent() {
            fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
        }
        super::write(&beside, read_text(&source(part))?.as_bytes())?;
    }
    let script = super::script(bundle, &file)?;
    bundle.emit_as(NAME, script.as_bytes(), When::First)
}

/// Replaces each quoted constant of the shell by its value; one that is missing or left over is a mistake.
fn fill(source: &str, values: &[(&str, serde_json::Value)]) -> Result<String> {
    let mut text = source.to_owned();
    for (constant, value) in values {
        let quoted = format!("\"{constant}\"");
        if !text.contains(&quoted) {
            bail!("src/shell.js does not use {quoted}");
        }
        let value = serde_json::to_string(value).context("a constant cannot be written")?;
        text = text.replace(&quoted, &value);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_constants_become_values_of_any_kind() {
        let filled = fill(
            "const a = { x: \"__A__\", y: \"__B__\" }; // __A__",
            &[("__A__", json!("f-1.js")), ("__B__", json!({"en": "l"}))],
        );
        assert_eq!(filled.unwrap(), "const a = { x: \"f-1.js\", y: {\"en\":\"l\"} }; // __A__");
    }

    #[test]
    fn a_constant_the_shell_does_not_use_is_a_mistake() {
        assert!(fill("", &[("__A__", json!(1))]).is_err());
    }
}
