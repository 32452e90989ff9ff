//! Every word that the widget shows, in every language.
//!
//! A language is one function from [`Key`] to [`Text`] (`en.rs`, `ar.rs`): a `match` without a wildcard, so a missing text
//! does not compile. The widget uses the keys alone: `cargo xtask bundle` writes each language as a small JSON list in the
//! order of [`Key::ALL`], and a page loads exactly one of them. A crate of its own, so that writing the files does not
//! compile the widget for the machine it is built on.

mod ar;
mod en;
mod key;

pub use key::Key;

/// A text as its author writes it: plain, or one form for each plural category of the language (CLDR names).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// The same for every number. May hold `{…}` slots.
    Plain(&'static str),
    /// Forms by plural category; `other` must be among them. `{n}` stands for the number.
    Plural(&'static [(&'static str, &'static str)]),
}

/// Every language with its texts in the order of [`Key::ALL`]: what the bundle step writes to files.
#[must_use]
pub fn languages() -> Vec<(&'static str, Vec<Text>)> {
    let all = |text: fn(Key) -> Text| Key::ALL.iter().map(|key| text(*key)).collect();
    vec![("en", all(en::text)), ("ar", all(ar::text))]
}

/// A language's file: a JSON list of strings and of objects `{category: form}`.
#[must_use]
pub fn file(texts: &[Text]) -> String {
    let quote = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let entries: Vec<String> = texts
        .iter()
        .map(|text| match text {
            Text::Plain(text) => quote(text),
            Text::Plural(forms) => {
                let forms: Vec<String> = forms.iter().map(|(name, form)| format!("{}:{}", quote(name), quote(form))).collect();
                format!("{{{}}}", forms.join(","))
            }
        })
        .collect();
    format!("[{}]", entries.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slots(text: &str) -> Vec<String> {
        let mut slots: Vec<String> =
            text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(slot, _)| slot.to_owned()).collect();
        slots.sort();
        slots
    }

    fn forms(text: &Text) -> Vec<&'static str> {
        match text {
            Text::Plain(text) => vec![text],
            Text::Plural(forms) => forms.iter().map(|(_, form)| *form).collect(),
        }
    }

    #[test]
    fn every_language_fills_the_same_slots_as_english() {
        let languages = languages();
        for (language, texts) in &languages[1..] {
            for ((key, english), text) in Key::ALL.iter().zip(&languages[0].1).zip(texts) {
                let wanted = slots(forms(english).last().unwrap());
                let last = forms(text);
                assert_eq!(slots(last.last().unwrap()), wanted, "{language} {key:?}");
                assert!(last.iter().all(|form| !form.trim().is_empty()), "{language} {key:?} is empty");
            }
        }
    }

    #[test]
    fn a_plural_has_the_categories_of_its_language() {
        for (language, texts) in languages() {
            let wanted: &[&str] =
                if language == "ar" { &["zero", "one", "two", "few", "many", "other"] } else { &["one", "other"] };
            for text in texts {
                if let Text::Plural(forms) = text {
                    assert_eq!(forms.iter().map(|form| form.0).collect::<Vec<_>>(), wanted, "{language} {forms:?}");
                }
            }
        }
    }

    #[test]
    fn a_language_file_is_json_with_one_entry_a_key() {
        for (_, texts) in languages() {
            let value: serde_json::Value = serde_json::from_str(&file(&texts)).unwrap();
            assert_eq!(value.as_array().unwrap().len(), Key::ALL.len());
        }
    }
}
