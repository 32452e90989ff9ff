//! The catalogue's files as they are written; see `catalogue/README.md`.

use serde::Deserialize;

use super::{Badge, Personalisation, Rating};
use crate::{Error, Words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(default)]
    pub(super) creator: Vec<CreatorRow>,
    #[serde(default)]
    pub(super) product: Vec<Row>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CreatorRow {
    pub(super) handle: String,
    pub(super) names: Words,
    pub(super) tagline: Words,
    pub(super) theme: String,
}

/// One product as written; everything but creator, kind and design has a default.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub(super) creator: String,
    pub(super) kind: String,
    pub(super) design: String,
    pub(super) id: Option<String>,
    #[serde(default)]
    pub(super) titles: Partial,
    #[serde(default)]
    pub(super) blurb: Partial,
    pub(super) palette: Option<String>,
    pub(super) ground: Option<String>,
    pub(super) colours: Option<Vec<String>>,
    pub(super) sizes: Option<Vec<String>>,
    pub(super) price: Option<i64>,
    pub(super) compare_at: Option<i64>,
    pub(super) stock: Option<u32>,
    pub(super) preorder: Option<String>,
    pub(super) drops_after: Option<u32>,
    pub(super) badge: Option<Badge>,
    pub(super) rating: Option<Rating>,
    pub(super) personalisation: Option<Personalisation>,
    pub(super) option: Option<Extra>,
    #[serde(default)]
    pub(super) rules: Vec<Rule>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Partial {
    pub(super) en: Option<String>,
    pub(super) ar: Option<String>,
    pub(super) ja: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Extra {
    pub(super) id: String,
    pub(super) names: Words,
    pub(super) values: Vec<ExtraValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExtraValue {
    pub(super) id: String,
    pub(super) names: Words,
    #[serde(default)]
    pub(super) add: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    pub(super) colour: Option<String>,
    pub(super) size: Option<String>,
    pub(super) value: Option<String>,
    pub(super) stock: Option<u32>,
    pub(super) exists: Option<bool>,
}

pub(super) fn read(files: &[(&str, &str)]) -> Result<Vec<File>, Error> {
    let parse = |(path, text): &(&str, &str)| {
        toml::from_str(text).map_err(|error| Error::Unreadable { file: (*path).into(), reason: error.to_string() })
    };
    files.iter().filter(|(path, _)| path.ends_with(".toml")).map(parse).collect()
}
