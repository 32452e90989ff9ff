//! One file of words per language, from `crates/wording`.

use std::collections::BTreeMap;

use anyhow::Result;

use super::{Bundle, manifest::When};

/// Language to file name.
pub(super) type Locales = BTreeMap<String, String>;

/// Writes every language.
pub(super) fn run(bundle: &mut Bundle<'_>) -> Result<Locales> {
    let mut locales = Locales::new();
    for (language, texts) in wording::languages() {
        let name = bundle.emit(&format!("locale-{language}"), "json", wording::file(&texts).as_bytes(), When::Locale)?;
        locales.insert(language.to_owned(), name);
    }
    Ok(locales)
}
