//! Every sample is read into its type and written again: nothing may get lost, nothing may be added.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::{fs, path::Path};

/// `5` and `5.0` are one number in JSON, and a member that is `null` says what a missing one says.
fn normal(value: Value) -> Value {
    match value {
        Value::Number(number) => Value::from(number.as_f64().unwrap()),
        Value::Array(items) => items.into_iter().map(normal).collect(),
        Value::Object(map) => {
            map.into_iter().filter(|(_, value)| !value.is_null()).map(|(key, value)| (key, normal(value))).collect()
        }
        other => other,
    }
}

/// Reads, writes and compares; the message names the file.
fn round_trip<T: DeserializeOwned + Serialize>(file: &str, text: &str) {
    let sent: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{file} is not JSON: {error}"));
    let read: T = serde_json::from_str(text).unwrap_or_else(|error| panic!("{file} was not read: {error}"));
    let written = serde_json::to_value(&read).unwrap();
    assert_eq!(normal(written), normal(sent), "{file} changed on the way");
}

/// The type of a sample, by the first word of its file's name.
fn check(file: &str, text: &str) {
    match file.split(['.', '_']).next().unwrap_or_default() {
        "profile" => round_trip::<ucp::profile::Profile>(file, text),
        "search" if file.contains("req") => round_trip::<ucp::catalog::SearchRequest>(file, text),
        "search" => round_trip::<ucp::catalog::SearchResponse>(file, text),
        "lookup" if file.contains("req") => round_trip::<ucp::catalog::LookupRequest>(file, text),
        "lookup" => round_trip::<ucp::catalog::LookupResponse>(file, text),
        "product" if file.contains("req") => round_trip::<ucp::catalog::ProductRequest>(file, text),
        "product" => round_trip::<ucp::catalog::ProductResponse>(file, text),
        "cart" if file.contains("resp") => round_trip::<ucp::cart::Cart>(file, text),
        "cart" => round_trip::<ucp::cart::CartRequest>(file, text),
        "co" if file.ends_with("complete.json") => round_trip::<ucp::checkout::CompleteRequest>(file, text),
        "co" if file.contains("create.json") || file.contains("upd") => {
            round_trip::<ucp::checkout::CheckoutRequest>(file, text);
        }
        "co" => round_trip::<ucp::checkout::Checkout>(file, text),
        "order" => round_trip::<ucp::order::Order>(file, text),
        "err" => round_trip::<ucp::envelope::ErrorResponse>(file, text),
        other => panic!("{file}: no type is known for samples named {other}"),
    }
}

/// Checks every `.json` file of a folder and says how many there were.
fn check_folder(folder: &Path) -> usize {
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            check(path.file_name().unwrap().to_str().unwrap(), &fs::read_to_string(&path).unwrap());
            count += 1;
        }
    }
    count
}

#[test]
fn the_projects_own_samples_survive_a_round_trip() {
    assert!(check_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples")) >= 6);
}

#[test]
fn the_protocols_examples_survive_a_round_trip_where_they_are_at_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/ucp/examples");
    if folder.is_dir() {
        assert!(check_folder(&folder) >= 20);
    }
}

#[test]
fn unknown_fields_are_ignored_and_unknown_words_are_kept() {
    let text = r#"{"ucp":{"version":"2026-04-08","capabilities":{}},"id":"c","status":"on_the_moon","line_items":[],
        "currency":"USD","totals":[],"links":[],"brand_new":{"a":1}}"#;
    let checkout: ucp::checkout::Checkout = serde_json::from_str(text).unwrap();
    assert_eq!(checkout.status.as_str(), "on_the_moon");
    assert!(!serde_json::to_string(&checkout).unwrap().contains("brand_new"));
}

#[test]
fn an_amount_with_a_fraction_is_refused() {
    let text = r#"{"amount":12.5,"currency":"USD"}"#;
    assert!(serde_json::from_str::<ucp::money::Price>(text).is_err());
}
