//! The words of one language, as loaded.

use super::Key;
use crate::signals::StoredValue;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// One entry of a language file.
#[derive(Debug)]
enum Entry {
    Plain(String),
    Plural(Vec<(String, String)>),
}

/// The words of one language: a handle to copy into closures, alive as long as the element.
#[derive(Clone, Copy, Debug)]
pub struct Words(StoredValue<List>);

#[derive(Debug)]
struct List {
    entries: Vec<Entry>,
    locale: String,
}

impl Words {
    /// Reads a language file. A file of another build may be shorter or longer: what is missing reads as nothing.
    #[must_use]
    pub fn read(list: &JsValue, lang: &str, country: Option<&str>) -> Self {
        let entries = list.dyn_ref::<Array>().map(|list| list.iter().map(|value| entry(&value)).collect()).unwrap_or_default();
        let locale = match country {
            Some(country) if !lang.contains('-') => [lang, "-", country].concat(),
            _ => lang.to_owned(),
        };
        Self(StoredValue::new(List { entries, locale }))
    }

    /// BCP 47 tag for the browser's formats: the language, with the market's country (`ar-KW`).
    #[must_use]
    pub fn locale(self) -> String {
        self.0.try_with_value(|list| list.locale.clone()).unwrap_or_default()
    }

    /// The text of a key.
    #[must_use]
    pub fn get(self, key: Key) -> String {
        self.0
            .try_with_value(|list| match list.entries.get(key as usize) {
                Some(Entry::Plain(text)) => text.clone(),
                Some(Entry::Plural(forms)) => forms.last().map(|form| form.1.clone()).unwrap_or_default(),
                None => String::new(),
            })
            .unwrap_or_default()
    }

    /// The text of a key with its slots filled: `fill(key, &[("name", "Noor")])` for `{name}`.
    #[must_use]
    pub fn fill(self, key: Key, slots: &[(&str, &str)]) -> String {
        fill(self.get(key), slots)
    }

    /// The text of a key in the form that `n` takes in this language; `{n}` becomes the number.
    #[must_use]
    pub fn plural(self, key: Key, n: i64) -> String {
        let locale = self.locale();
        let category = super::format::category(&locale, n);
        let form = self.0.try_with_value(|list| match list.entries.get(key as usize) {
            Some(Entry::Plural(forms)) => {
                forms.iter().find(|form| form.0 == category).or(forms.last()).map(|form| form.1.clone())
            }
            _ => None,
        });
        fill(form.flatten().unwrap_or_else(|| self.get(key)), &[("n", &super::format::number(&locale, n))])
    }

    /// An amount in minor units, as this language writes it.
    #[must_use]
    pub fn money(self, amount: i64, currency: &str) -> String {
        super::format::money(&self.locale(), amount, currency)
    }
}

fn entry(value: &JsValue) -> Entry {
    if let Some(text) = value.as_string() {
        return Entry::Plain(text);
    }
    let keys = value.dyn_ref::<Object>().map(Object::keys).unwrap_or_default();
    Entry::Plural(
        keys.iter().filter_map(|name| Some((name.as_string()?, Reflect::get(value, &name).ok()?.as_string()?))).collect(),
    )
}

/// Searching for one letter is far less code than searching for a text.
fn fill(text: String, slots: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    for (index, piece) in text.split('{').enumerate() {
        let slot = piece.split_once('}').filter(|_| index > 0);
        let known = slot.and_then(|(name, rest)| Some((slots.iter().find(|slot| slot.0 == name)?.1, rest)));
        match known {
            Some((value, rest)) => {
                filled.push_str(value);
                filled.push_str(rest);
            }
            None => {
                filled.push_str(if index > 0 { "{" } else { "" });
                filled.push_str(piece);
            }
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn slots_are_filled_and_what_is_no_slot_stays() {
        assert_eq!(fill("{n} of {count}, {n}!".into(), &[("n", "2"), ("count", "3")]), "2 of 3, 2!");
        assert_eq!(fill("{name} {".into(), &[("name", "{n}"), ("n", "2")]), "{n} {");
        assert_eq!(fill("{unknown} } {}".into(), &[("n", "2")]), "{unknown} } {}");
    }
}
