//! Which language is meant, and what holds for the words of each.

use super::*;

fn places(text: &str) -> Vec<&str> {
    let mut places: Vec<&str> = text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(place, _)| place).collect();
    places.sort_unstable();
    places
}

/// Every text of the tables, in the order of their fields, read from how they print.
fn texts(language: Language) -> Vec<String> {
    let tables = format!(
        "{:?}{:?}{:?}{:?}",
        commerce::words(language),
        letters::words(language),
        sandbox::words(language),
        catalog::words(language)
    );
    // A letter that prints as its number (`\u{a0}`) must not look like a place.
    let printed = tables.replace("\\u{", "\\u(");
    let quoted: Vec<&str> = printed.split('"').collect();
    quoted.iter().skip(1).step_by(2).map(|text| (*text).to_owned()).collect()
}

#[test]
fn every_language_has_the_places_of_english_and_a_calm_voice() {
    let english = texts(Language::En);
    assert!(english.len() > 160, "{}", english.len());
    for language in Language::ALL {
        let texts = texts(language);
        assert_eq!(texts.len(), english.len(), "{language:?}");
        for (english, text) in english.iter().zip(&texts) {
            assert_eq!(places(text), places(english), "{language:?}: {english}");
            assert!(!text.trim().is_empty() && !text.contains(['!', '！', '¡']), "{language:?}: {text}");
            assert!(language == Language::En || english.split(' ').count() < 4 || text != english, "{language:?}: {text}");
        }
    }
}

#[test]
fn the_context_wins_over_the_header() {
    assert_eq!(Language::negotiate(Some("ar-KW"), Some("en")), Language::Ar);
    assert_eq!(Language::negotiate(Some("tlh"), Some("ja,en;q=0.5")), Language::Ja);
}

#[test]
fn every_language_knows_its_own_tag_and_that_of_any_region() {
    for language in Language::ALL {
        assert_eq!(Language::of_tag(language.tag()), Some(language));
        assert_eq!(Language::of_tag(&format!("{}-XX", language.tag().to_uppercase())), Some(language));
    }
    assert_eq!(Language::of_tag("pt"), Some(Language::PtBr));
    assert_eq!(Language::of_tag("pt_PT"), Some(Language::PtBr));
    assert_eq!(Language::of_tag("iw-IL"), Some(Language::He));
    assert_eq!(Language::of_tag("in"), Some(Language::Id));
    assert_eq!(Language::of_tag(""), None);
    assert_eq!(Language::of_tag("english"), None);
}

#[test]
fn the_header_is_read_by_weight_and_unknown_languages_are_passed_over() {
    assert_eq!(Language::negotiate(None, Some("tlh-CH, tlh;q=0.9, ar;q=0.8, en;q=0.7, *;q=0.5")), Language::Ar);
    assert_eq!(Language::negotiate(None, Some("en;q=0.2, ar;q=0.25")), Language::Ar);
    assert_eq!(Language::negotiate(None, Some("ar;q=0, en;q=0.1")), Language::En);
    assert_eq!(Language::negotiate(None, Some(";;;,,q=")), Language::En);
    assert_eq!(Language::negotiate(None, None), Language::En);
}
