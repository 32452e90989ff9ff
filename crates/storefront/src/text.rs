//! Every word the shop says, per language, and which language to say it in.
//!
//! A table is a struct of strings with one constant per language: a missing translation does not compile.

pub mod catalog;
pub mod commerce;
pub mod letters;
pub mod policies;
pub mod sandbox;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

/// Languages the shop speaks. Product texts are in those of them that their author wrote, else in English.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, and the fallback.
    #[default]
    En,
    /// Arabic, written right to left.
    Ar,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// German.
    De,
    /// Japanese.
    Ja,
    /// Hebrew, written right to left.
    He,
    /// Portuguese, as in Brazil.
    PtBr,
    /// Hindi.
    Hi,
    /// Indonesian.
    Id,
    /// Turkish.
    Tr,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 11] =
        [Self::En, Self::Ar, Self::Es, Self::Fr, Self::De, Self::Ja, Self::He, Self::PtBr, Self::Hi, Self::Id, Self::Tr];

    /// The BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ar => "ar",
            Self::Es => "es",
            Self::Fr => "fr",
            Self::De => "de",
            Self::Ja => "ja",
            Self::He => "he",
            Self::PtBr => "pt-BR",
            Self::Hi => "hi",
            Self::Id => "id",
            Self::Tr => "tr",
        }
    }

    /// Whether it runs from right to left.
    #[must_use]
    pub fn is_rtl(self) -> bool {
        matches!(self, Self::Ar | Self::He)
    }

    /// Whether its decimal mark is a comma.
    #[must_use]
    pub fn has_decimal_comma(self) -> bool {
        matches!(self, Self::Es | Self::Fr | Self::De | Self::PtBr | Self::Id | Self::Tr)
    }

    /// The language of a BCP 47 tag such as `ar-KW`, if it is spoken here: the words of one region do for any other.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let first = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
        let first = match first.as_str() {
            // The codes that Java and old Androids still send for Hebrew and Indonesian.
            "iw" => "he",
            "in" => "id",
            other => other,
        };
        Self::ALL.into_iter().find(|language| language.tag().split('-').next() == Some(first))
    }

    /// What the request asked for (`context.language`), else the best of `Accept-Language`, else English.
    #[must_use]
    pub fn negotiate(asked: Option<&str>, accepted: Option<&str>) -> Self {
        asked.and_then(Self::of_tag).or_else(|| accepted.and_then(best)).unwrap_or_default()
    }

    /// The text of this language out of `{"en": …, "ar": …}`, else the English one, else nothing.
    #[must_use]
    pub fn pick(self, words: &BTreeMap<String, String>) -> &str {
        words.get(self.tag()).or_else(|| words.get("en")).map_or("", String::as_str)
    }
}

/// The spoken language with the highest `q`; the first one wins a tie (RFC 9110, section 12.5.4).
fn best(header: &str) -> Option<Language> {
    let mut found: Option<(Language, u32)> = None;
    for item in header.split(',').take(32) {
        let mut parts = item.split(';');
        let Some(language) = parts.next().and_then(Language::of_tag) else { continue };
        let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1_000, thousandths);
        if weight > 0 && found.is_none_or(|(_, best)| weight > best) {
            found = Some((language, weight));
        }
    }
    found.map(|(language, _)| language)
}

/// `0.85` as 850, without a float.
fn thousandths(weight: &str) -> u32 {
    let (whole, part) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    whole.parse::<u32>().unwrap_or(0).min(1) * 1_000 + part.parse::<u32>().unwrap_or(0)
}
