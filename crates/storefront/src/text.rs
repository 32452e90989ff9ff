//! Every word the shop says, per language, and which language to say it in.
//!
//! A table is a struct of strings with one constant per language: a missing translation does not compile.

pub mod catalog;
pub mod commerce;
pub mod letters;
pub mod policies;
pub mod sandbox;

use std::collections::BTreeMap;

/// Languages the shop speaks. Messages exist in English and Arabic; product texts in Japanese too, where they were written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, and the fallback.
    #[default]
    En,
    /// Arabic, written right to left.
    Ar,
    /// Japanese: product texts only; messages are in English.
    Ja,
}

impl Language {
    /// The BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ar => "ar",
            Self::Ja => "ja",
        }
    }

    /// Whether it runs from right to left.
    #[must_use]
    pub fn is_rtl(self) -> bool {
        self == Self::Ar
    }

    /// The language of a BCP 47 tag such as `ar-KW`, if it is spoken here.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        match tag.trim().split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::En),
            "ar" => Some(Self::Ar),
            "ja" => Some(Self::Ja),
            _ => None,
        }
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

    /// The table of this language out of one per language of messages.
    #[must_use]
    pub fn table<T>(self, en: &'static T, ar: &'static T) -> &'static T {
        match self {
            Self::Ar => ar,
            Self::En | Self::Ja => en,
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_context_wins_over_the_header() {
        assert_eq!(Language::negotiate(Some("ar-KW"), Some("en")), Language::Ar);
        assert_eq!(Language::negotiate(Some("tlh"), Some("ja,en;q=0.5")), Language::Ja);
    }

    #[test]
    fn the_header_is_read_by_weight_and_unknown_languages_are_passed_over() {
        assert_eq!(Language::negotiate(None, Some("fr-CH, fr;q=0.9, ar;q=0.8, en;q=0.7, *;q=0.5")), Language::Ar);
        assert_eq!(Language::negotiate(None, Some("en;q=0.2, ar;q=0.25")), Language::Ar);
        assert_eq!(Language::negotiate(None, Some("ar;q=0, en;q=0.1")), Language::En);
        assert_eq!(Language::negotiate(None, Some(";;;,,q=")), Language::En);
        assert_eq!(Language::negotiate(None, None), Language::En);
    }
}
