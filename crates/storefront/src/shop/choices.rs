//! Choosing a variant: options, what is selected, what that leaves, and what gives way when nothing matches
//! ("Get product" of the catalog capability).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A text per language tag; `en` is always there.
pub type Words = BTreeMap<String, String>;

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Stable id: `colour`, `size`, or the product's own.
    pub id: String,
    /// What is chosen.
    pub names: Words,
    /// What there is to choose from, in order.
    pub values: Vec<Value>,
}

/// A value of a choice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// Stable id.
    pub id: String,
    /// What it is called.
    pub names: Words,
    /// For a colour, `#rrggbb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub swatch: Option<String>,
}

/// What a variant is: option id → value id.
pub type Picked = BTreeMap<String, String>;

/// A selection as it came over the wire: names and labels in whatever language the client showed them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The option's name or id.
    pub name: String,
    /// The value's label.
    pub label: String,
    /// The value's id, which wins over the label.
    pub id: Option<String>,
}

/// Whether a value can be chosen beside the rest of the selection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signal {
    /// It is made.
    pub exists: bool,
    /// It is made, and there is some.
    pub available: bool,
}

fn is_called(words: &Words, id: &str, name: &str) -> bool {
    let name = name.trim().to_lowercase();
    id == name || words.values().any(|word| word.to_lowercase() == name)
}

/// Finds the option of a name, in any language.
#[must_use]
pub fn option<'a>(choices: &'a [Choice], name: &str) -> Option<&'a Choice> {
    choices.iter().find(|choice| is_called(&choice.names, &choice.id, name))
}

/// Reads a selection, in the order it was given. Options that the product does not have are left out; a value that the
/// option does not have is kept as the empty value, which no variant has, so that it gives way like any other mismatch.
#[must_use]
pub fn read(choices: &[Choice], asked: &[Asked]) -> Vec<(String, String)> {
    let mut selection = Vec::new();
    for wish in asked {
        let Some(choice) = option(choices, &wish.name) else { continue };
        let by_id = wish.id.as_ref().and_then(|id| choice.values.iter().find(|value| value.id == *id));
        let value = by_id.or_else(|| choice.values.iter().find(|value| is_called(&value.names, &value.id, &wish.label)));
        selection.push((choice.id.clone(), value.map(|value| value.id.clone()).unwrap_or_default()));
    }
    selection
}

/// The name of an option that was selected twice, if there is one.
#[must_use]
pub fn repeated<'a>(choices: &[Choice], asked: &'a [Asked]) -> Option<&'a str> {
    asked.iter().enumerate().find_map(|(index, wish)| {
        let same = |other: &Asked| match (option(choices, &wish.name), option(choices, &other.name)) {
            (Some(one), Some(two)) => one.id == two.id,
            (None, None) => wish.name.trim().eq_ignore_ascii_case(other.name.trim()),
            _ => false,
        };
        asked.iter().take(index).any(same).then_some(wish.name.as_str())
    })
}

/// Whether a variant has everything that is selected.
#[must_use]
pub fn fits(picked: &Picked, selection: &[(String, String)]) -> bool {
    selection.iter().all(|(option, value)| picked.get(option) == Some(value))
}

/// Gives up selections until some variant fits: first those that `preferences` (option ids, most important first) does not
/// mention, the last one first; then the mentioned ones, from the end of the list.
#[must_use]
pub fn relax(variants: &[&Picked], mut selection: Vec<(String, String)>, preferences: &[String]) -> Vec<(String, String)> {
    while !selection.is_empty() && !variants.iter().any(|picked| fits(picked, &selection)) {
        let rank = |option: &String| preferences.iter().position(|wanted| wanted == option).unwrap_or(usize::MAX);
        // Of equal ranks (those not mentioned) `max_by_key` takes the last.
        let weakest = selection.iter().enumerate().max_by_key(|(_, (option, _))| rank(option)).map(|(index, _)| index);
        match weakest {
            Some(index) => drop(selection.remove(index)),
            None => break,
        }
    }
    selection
}

/// The signal of one value: what there is when it replaces the selection's value of its own option.
#[must_use]
pub fn signal(variants: &[(&Picked, bool)], selection: &[(String, String)], option: &str, value: &str) -> Signal {
    let mut signal = Signal::default();
    for (picked, available) in variants {
        let others = selection.iter().filter(|(other, _)| other != option);
        let fits = picked.get(option).is_some_and(|own| own == value)
            && others.into_iter().all(|(other, wanted)| picked.get(other) == Some(wanted));
        signal.exists |= fits;
        signal.available |= fits && *available;
    }
    signal
}

#[cfg(test)]
mod tests;
