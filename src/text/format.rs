//! Money, numbers, dates and country names through the browser's `Intl`: no tables of our own, no floats.

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/text/intl.js")]
extern "C" {
    #[wasm_bindgen(js_name = money)]
    fn write_money(locale: &str, amount: f64, currency: &str) -> String;
    #[wasm_bindgen(js_name = number)]
    fn write_number(locale: &str, n: f64) -> String;
    #[wasm_bindgen(js_name = category)]
    fn find_category(locale: &str, n: f64) -> String;
    /// A day (`2027-01-15` or RFC 3339) in words of medium length.
    #[must_use]
    pub fn date(locale: &str, iso: &str) -> String;
    /// A moment (RFC 3339) that is near, in the fan's own time zone: day and time, without a year.
    #[must_use]
    pub fn moment(locale: &str, iso: &str) -> String;
}

fn locales(locale: &str) -> Array {
    Array::of1(&JsValue::from_str(locale))
}

fn options(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // A fresh object takes every property.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}

/// An amount in minor units as the fan's language writes it. The number travels as a decimal string, never as a float,
/// with the digits of ISO 4217 and not of the locale's data.
#[must_use]
pub fn money(locale: &str, amount: i64, currency: &str) -> String {
    // Exact: amounts come out of JSON, whose numbers are the browser's.
    write_money(locale, amount as f64, currency)
}

/// A whole number.
#[must_use]
pub fn number(locale: &str, n: i64) -> String {
    write_number(locale, n as f64)
}

/// The plural category of a whole number (CLDR).
#[must_use]
pub fn category(locale: &str, n: i64) -> String {
    find_category(locale, n as f64)
}

/// A figure that is no money: a rating, a measure. So many digits after the point at the most, and `unit` of ECMA-402 where it
/// is one that is written with it.
#[must_use]
pub fn figure(locale: &str, value: f64, digits: u32, unit: Option<&'static str>) -> String {
    let mut parts = vec![("maximumFractionDigits", digits.into())];
    if let Some(unit) = unit {
        parts.extend([("style", "unit".into()), ("unit", unit.into())]);
    }
    let format = Intl::NumberFormat::new(&locales(locale), &options(&parts));
    format.format().call1(&JsValue::UNDEFINED, &value.into()).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// The name of a country (ISO 3166-1 alpha-2); the code itself where the browser has no name.
#[must_use]
pub fn country(locale: &str, code: &str) -> String {
    countries(locale, vec![code.to_owned()]).pop().map(|(_, name)| name).unwrap_or_default()
}

/// Countries with their names.
#[must_use]
pub fn countries(locale: &str, codes: Vec<String>) -> Vec<(String, String)> {
    let names: JsValue = Intl::DisplayNames::new(&locales(locale), &options(&[("type", "region".into())])).into();
    // js-sys's binding of `of` lacks a fallible form, and an unknown code throws.
    let of: Option<Function> = Reflect::get(&names, &"of".into()).ok().and_then(|of| of.dyn_into().ok());
    let name = |code: &str| of.as_ref()?.call1(&names, &code.into()).ok()?.as_string();
    codes.into_iter().map(|code| (name(&code).unwrap_or_else(|| code.clone()), code)).map(|(name, code)| (code, name)).collect()
}

/// Values with their names, by name, as the fan's language sorts.
#[must_use]
pub fn sorted(locale: &str, named: Vec<(String, String)>) -> Vec<(String, String)> {
    // One text for both: a tab sorts before every letter.
    let texts: Array = named.into_iter().map(|(value, name)| JsValue::from([&name, "\t", &value].concat())).collect();
    let compare = Intl::Collator::new(&locales(locale), &Object::new()).compare();
    // Called as JavaScript: js-sys's binding would have the browser ask wasm two thousand times.
    if let Some(sort) = Reflect::get(&texts, &"sort".into()).ok().and_then(|sort| sort.dyn_into::<Function>().ok()) {
        let _ = sort.call1(&texts, &compare);
    }
    let split = |text: JsValue| text.as_string()?.split_once('\t').map(|(name, value)| (value.to_owned(), name.to_owned()));
    texts.iter().filter_map(split).collect()
}
