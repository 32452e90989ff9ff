//! A text in the languages the studio speaks.

use serde::Deserialize;

/// English and Arabic always; Japanese where it exists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// English.
    pub en: String,
    /// Arabic.
    pub ar: String,
    /// Japanese, where a translation exists.
    #[serde(default)]
    pub ja: Option<String>,
}

/// The same for the studio's own tables, where every language is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// English.
    pub en: &'static str,
    /// Arabic.
    pub ar: &'static str,
    /// Japanese.
    pub ja: &'static str,
}

/// Shorthand for the tables.
pub(crate) const fn label(en: &'static str, ar: &'static str, ja: &'static str) -> Label {
    Label { en, ar, ja }
}

impl From<Label> for Words {
    fn from(label: Label) -> Self {
        Self { en: label.en.into(), ar: label.ar.into(), ja: Some(label.ja.into()) }
    }
}
