//! Every word that the widget shows, in every language.
//!
//! A language is one function from [`Key`] to [`Text`] (`en.rs` and its siblings): a `match` without a wildcard, so a missing text
//! does not compile. The widget uses the keys alone: `cargo xtask bundle` writes each language as a small JSON list in the
//! order of [`Key::ALL`], and a page loads exactly one of them. A crate of its own, so that writing the files does not
//! compile the widget for the machine it is built on.

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod he;
mod hi;
mod id;
mod ja;
mod key;
mod pt_br;
mod tr;

#[cfg(test)]
mod tests;

pub use key::Key;

/// A text as its author writes it: plain, or one form for each plural category of the language (CLDR names).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// The same for every number. May hold `{…}` slots.
    Plain(&'static str),
    /// Forms by plural category; `other` must be among them. `{n}` stands for the number.
    Plural(&'static [(&'static str, &'static str)]),
}

/// Every language (BCP 47) with its texts in the order of [`Key::ALL`]: what the bundle step writes to files. Of a language
/// with regions, the tag says whose words they are; the door gives them to a reader of any other region too.
#[must_use]
pub fn languages() -> Vec<(&'static str, Vec<Text>)> {
    let all = |text: fn(Key) -> Text| Key::ALL.iter().map(|key| text(*key)).collect();
    vec![
        ("en", all(en::text)),
        ("ar", all(ar::text)),
        ("es", all(es::text)),
        ("fr", all(fr::text)),
        ("de", all(de::text)),
        ("ja", all(ja::text)),
        ("he", all(he::text)),
        ("pt-BR", all(pt_br::text)),
        ("hi", all(hi::text)),
        ("id", all(id::text)),
        ("tr", all(tr::text)),
    ]
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
