//! Money, numbers, dates and country names through the browser's `Intl`: no tables of our own, no floats.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use ucp::money;
use wasm_bindgen::{JsCast as _, JsValue};

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

/// Calls a formatter's bound `format` function; `plain` when the browser has none.
fn call(format: &Function, value: &JsValue, plain: &str) -> String {
    format.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_else(|| plain.to_owned())
}

/// An amount in minor units as the fan's language writes it. The number travels as a decimal string, never as a float,
/// with the digits of ISO 4217 and not of the locale's data.
#[must_use]
pub fn money(locale: &str, amount: i64, currency: &str) -> String {
    let decimal = money::decimal(amount, currency);
    if currency.len() != 3 {
        return decimal;
    }
    let digits = JsValue::from(money::exponent(currency));
    let format = Intl::NumberFormat::new(
        &locales(locale),
        &options(&[
            ("style", "currency".into()),
            ("currency", currency.into()),
            ("minimumFractionDigits", digits.clone()),
            ("maximumFractionDigits", digits),
        ]),
    );
    call(&format.format(), &decimal.as_str().into(), &decimal)
}

/// A whole number.
#[must_use]
pub fn number(locale: &str, n: i64) -> String {
    let plain = money::plain(n);
    call(&Intl::NumberFormat::new(&locales(locale), &Object::new()).format(), &plain.as_str().into(), &plain)
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
    call(&format.format(), &value.into(), "")
}

/// A day (`2027-01-15` or RFC 3339) in words of medium length.
#[must_use]
pub fn date(locale: &str, iso: &str) -> String {
    // A bare day is a day in no time zone: formatted in UTC so that it stays that day.
    let mut parts = vec![("dateStyle", JsValue::from("medium"))];
    if iso.len() == 10 {
        parts.push(("timeZone", "UTC".into()));
    } else {
        parts.push(("timeStyle", "short".into()));
    }
    written(locale, iso, &parts)
}

/// A moment (RFC 3339) that is near, in the fan's own time zone: day and time, without a year.
#[must_use]
pub fn moment(locale: &str, iso: &str) -> String {
    let parts = [("month", "short"), ("day", "numeric"), ("hour", "numeric"), ("minute", "2-digit")];
    written(locale, iso, &parts.map(|(part, how)| (part, how.into())))
}

fn written(locale: &str, iso: &str, parts: &[(&str, JsValue)]) -> String {
    let date = Date::new(&iso.into());
    if date.get_time().is_nan() {
        return iso.to_owned();
    }
    call(&Intl::DateTimeFormat::new(&locales(locale), &options(parts)).format(), &date, iso)
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
