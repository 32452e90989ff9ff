//! A small file per country, which the widget reads when an address is asked for, out of `crates/xtask/addresses`.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde_json::{Map, Value};

use super::{Bundle, manifest::When, read_text};
use crate::stamp;

/// Where the world's addresses are kept.
pub(crate) const WORLD: &str = "crates/xtask/addresses/world.jsonl";

/// Whose data it is; lies beside the files, as its licence asks.
const NOTICE: &str = "\
Address forms: from Google's libaddressinput (https://github.com/google/libaddressinput), licensed CC BY 4.0
(https://creativecommons.org/licenses/by/4.0/), shortened and in places corrected.
Calling codes: from Google's libphonenumber (https://github.com/google/libphonenumber), licensed Apache-2.0
(https://www.apache.org/licenses/LICENSE-2.0), shortened.
";

/// Writes every country's file. All names share a stem with the stamp of the whole, which is given back: the door then needs
/// to know one name, and a browser may keep every file for ever.
pub(super) fn run(bundle: &mut Bundle<'_>) -> Result<String> {
    let world = read_text(&bundle.project.root.join(WORLD))?;
    let stem = format!("address-{}-", stamp::short(world.as_bytes()));
    for (country, file) in files(&world)? {
        bundle.emit_as(&format!("{stem}{country}.json"), file.as_bytes(), When::Address)?;
    }
    super::write(&bundle.staging.join(format!("{stem}NOTICE.txt")), NOTICE.as_bytes())?;
    Ok(stem)
}

/// Country to the text of its file.
fn files(world: &str) -> Result<BTreeMap<String, String>> {
    let file = |line: &str| {
        let mut entry: Map<String, Value> = serde_json::from_str(line).with_context(|| format!("not a country: {line}"))?;
        let country = entry.remove("country").and_then(|code| Some(code.as_str()?.to_owned()));
        let text = serde_json::to_string(&entry).context("a country cannot be written")?;
        Ok((country.with_context(|| format!("no code: {line}"))?, text))
    };
    world.lines().map(file).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_gets_a_file_that_does_not_repeat_its_name() {
        let files = files("{\"country\":\"AD\",\"fields\":\"AZC\"}\n{\"country\":\"AE\",\"needs\":\"AS\"}\n").unwrap();
        assert_eq!(files.keys().collect::<Vec<_>>(), ["AD", "AE"]);
        assert_eq!(files["AD"], "{\"fields\":\"AZC\"}");
    }

    #[test]
    fn a_line_that_is_no_country_is_a_mistake() {
        assert!(files("{}").is_err());
        assert!(files("AD").is_err());
    }
}
