//! What holds for the words of every language.

use std::io::Write as _;

use super::*;

/// A language's plural categories (CLDR, for whole numbers), and those of them that stand for one number alone, so that a
/// form may say it in words. French, Portuguese and Hindi count 0 as `one`: there the form must show the number.
struct Grammar {
    language: &'static str,
    categories: &'static [&'static str],
    alone: &'static [&'static str],
}

const GRAMMARS: &[Grammar] = &[
    Grammar { language: "en", categories: &["one", "other"], alone: &["one"] },
    Grammar { language: "ar", categories: &["zero", "one", "two", "few", "many", "other"], alone: &["zero", "one", "two"] },
    Grammar { language: "es", categories: &["one", "many", "other"], alone: &["one"] },
    Grammar { language: "fr", categories: &["one", "many", "other"], alone: &[] },
    Grammar { language: "de", categories: &["one", "other"], alone: &["one"] },
    Grammar { language: "ja", categories: &["other"], alone: &[] },
    Grammar { language: "he", categories: &["one", "two", "other"], alone: &["one", "two"] },
    Grammar { language: "pt-BR", categories: &["one", "many", "other"], alone: &[] },
    Grammar { language: "hi", categories: &["one", "other"], alone: &[] },
    Grammar { language: "id", categories: &["other"], alone: &[] },
    Grammar { language: "tr", categories: &["one", "other"], alone: &["one"] },
];

fn grammar(language: &str) -> &'static Grammar {
    GRAMMARS.iter().find(|grammar| grammar.language == language).unwrap()
}

fn slots(text: &str) -> Vec<String> {
    let mut slots: Vec<String> =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(slot, _)| slot.to_owned()).collect();
    slots.sort();
    slots
}

/// The forms of a text with their plural categories; a plain text is one form of `other`.
fn forms(text: &Text) -> Vec<(&'static str, &'static str)> {
    match text {
        Text::Plain(text) => vec![("other", text)],
        Text::Plural(forms) => forms.to_vec(),
    }
}

/// Every form of every text: language, key, category, form.
fn every_form() -> Vec<(&'static str, Key, &'static str, &'static str)> {
    let mut all = Vec::new();
    for (language, texts) in languages() {
        for (key, text) in Key::ALL.iter().zip(&texts) {
            all.extend(forms(text).into_iter().map(|(category, form)| (language, *key, category, form)));
        }
    }
    all
}

fn english(key: Key) -> &'static str {
    forms(&en::text(key)).last().unwrap().1
}

#[test]
fn every_language_fills_the_same_slots_as_english() {
    for (language, key, category, form) in every_form() {
        let mut wanted = slots(english(key));
        if !form.contains("{n}") && grammar(language).alone.contains(&category) {
            wanted.retain(|slot| slot != "n");
        }
        assert_eq!(slots(form), wanted, "{language} {key:?} {category}");
        assert!(!form.trim().is_empty(), "{language} {key:?} is empty");
    }
}

#[test]
fn a_text_is_plural_in_every_language_or_in_none() {
    for (language, texts) in languages() {
        for (key, text) in Key::ALL.iter().zip(&texts) {
            let is_plural = |text: &Text| matches!(text, Text::Plural(_));
            assert_eq!(is_plural(text), is_plural(&en::text(*key)), "{language} {key:?}");
        }
    }
}

#[test]
fn a_plural_has_the_categories_of_its_language() {
    for (language, texts) in languages() {
        for text in texts {
            if let Text::Plural(forms) = text {
                let named: Vec<&str> = forms.iter().map(|form| form.0).collect();
                assert_eq!(named, grammar(language).categories, "{language} {forms:?}");
            }
        }
    }
}

#[test]
fn nothing_is_left_in_english() {
    for (language, key, _, form) in every_form() {
        // A short word can be the same in two languages (Total, E-mail); a sentence cannot.
        let is_sentence = form.split(' ').count() > 3;
        assert!(language == "en" || !is_sentence || form != english(key), "{language} {key:?}");
    }
}

#[test]
fn the_words_are_calm_and_well_set() {
    for (language, key, _, form) in every_form() {
        let loud = ['!', '！', '¡'].iter().any(|mark| form.contains(*mark));
        assert!(!loud, "{language} {key:?} shouts");
        let typed = ["'", "\"", "..."].iter().any(|mark| form.contains(*mark));
        assert!(!typed, "{language} {key:?} has the quotes or dots of a typewriter");
        assert!(!form.contains("  "), "{language} {key:?} has two spaces");
        assert!(key == Key::Comma || form.trim() == form, "{language} {key:?} has a space at an end");
    }
}

#[test]
fn french_never_breaks_a_line_before_a_colon() {
    for (key, form) in every_form().into_iter().filter(|entry| entry.0 == "fr").map(|(_, key, _, form)| (key, form)) {
        for (at, mark) in form.char_indices().filter(|(_, letter)| [':', ';', '?', '»'].contains(letter)) {
            assert!(form[..at].ends_with('\u{a0}'), "{key:?}: {mark}");
        }
        assert!(form.split('«').skip(1).all(|rest| rest.starts_with('\u{a0}')), "{key:?}: «");
    }
}

#[test]
fn a_language_file_is_json_with_one_entry_a_key() {
    for (_, texts) in languages() {
        let value: serde_json::Value = serde_json::from_str(&file(&texts)).unwrap();
        assert_eq!(value.as_array().unwrap().len(), Key::ALL.len());
    }
}

#[test]
fn a_language_weighs_less_than_8_kb_in_brotli() {
    for (language, texts) in languages() {
        let mut packed = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
        packed.write_all(file(&texts).as_bytes()).unwrap();
        let bytes = packed.into_inner().len();
        println!("{language}: {bytes} bytes");
        assert!((1_000..8_000).contains(&bytes), "{language}: {bytes} bytes");
    }
}

#[test]
fn the_bags_name_holds_the_number_that_is_shown_as_a_word_of_its_own() {
    let at = Key::ALL.iter().position(|key| *key == Key::BagCount).unwrap();
    for (language, texts) in languages() {
        let Text::Plural(forms) = texts[at] else { panic!("{language}: one form for all numbers") };
        for (_, form) in forms {
            // Japanese puts no spaces between words.
            assert!(language == "ja" || form.split(' ').any(|word| word == "{n}"), "{language}: {form}");
        }
    }
}
