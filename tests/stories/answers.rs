//! A story's answers are the protocol's: each is read into its wire type and written again, and nothing is lost or added.

use super::shelf;
use super::story::{LANGUAGES, Shelf};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use ucp::{cart::Cart, catalog, checkout::Checkout, envelope, order::Order, total::add_up};

/// What an answer is.
#[derive(Debug)]
pub(crate) enum Read {
    Search,
    Product(catalog::ProductResponse),
    Cart(Cart),
    Checkout(Box<Checkout>),
    Order(Box<Order>),
    Refusal(envelope::ErrorResponse),
    Failure,
}

/// `5` and `5.0` are one number in JSON, and an empty list says what a missing one says.
fn normal(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(items) => items.into_iter().map(normal).collect(),
        Value::Object(members) => {
            let said = members.into_iter().filter(|(_, value)| value.as_array().is_none_or(|items| !items.is_empty()));
            said.map(|(name, value)| (name, normal(value))).collect()
        }
        other => other,
    }
}

fn exact<T: DeserializeOwned + Serialize>(body: &Value) -> Result<T, String> {
    let read: T = serde_json::from_value(body.clone()).map_err(|error| error.to_string())?;
    let written = serde_json::to_value(&read).map_err(|error| error.to_string())?;
    let (sent, kept) = (normal(body.clone()), normal(written));
    if sent == kept { Ok(read) } else { Err(format!("something is not the protocol's:\n  sent {sent}\n  read {kept}")) }
}

/// Reads an answer to a request as what that request's answer has to be.
pub(crate) fn read(to: &str, status: u64, body: &Value) -> Result<Read, String> {
    if status >= 400 {
        return exact::<envelope::TransportError>(body).map(|_| Read::Failure);
    }
    if body["ucp"]["status"] == "error" {
        return exact(body).map(Read::Refusal);
    }
    let resource = to.split('/').nth(1).unwrap_or_default();
    match (to, resource) {
        ("POST /catalog/search", _) => exact::<catalog::SearchResponse>(body).map(|_| Read::Search),
        ("POST /catalog/product", _) => exact(body).map(Read::Product),
        (_, "carts") => exact(body).map(Read::Cart),
        (_, "checkout-sessions") => exact(body).map(|checkout| Read::Checkout(Box::new(checkout))),
        (_, "orders") => exact(body).map(|order| Read::Order(Box::new(order))),
        _ => Err(format!("nobody asks {to}")),
    }
}

/// Every answer of every story, read; `name` is the story's, or `ordinary`.
pub(crate) fn all(shelf: &Shelf, lang: &str) -> Vec<(String, Read)> {
    let told = shelf.stories.iter().flat_map(|story| {
        let answers = shelf.answers(story, lang);
        answers.into_iter().map(|answer| (story.name.clone(), answer))
    });
    let ordinary = shelf.ordinary(lang).into_iter().map(|answer| ("ordinary".to_owned(), answer));
    let (mut all, mut wrong) = (Vec::new(), Vec::new());
    for (name, answer) in told.chain(ordinary) {
        let Some(body) = answer.body else { continue };
        match read(&answer.to, answer.status, &body) {
            Ok(read) => all.push((name, read)),
            Err(error) => wrong.push(format!("{name}: {}: {error}", answer.to)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    all
}

#[test]
fn every_answer_is_the_protocols_in_every_language() {
    let shelf = shelf();
    for lang in LANGUAGES {
        assert!(all(&shelf, lang).len() > 100);
    }
}

#[test]
fn what_is_not_the_protocols_is_noticed() {
    let cart = shelf().resolve(&json!({"$use": "carts#two"}), "en").unwrap();
    assert!(read("GET /carts/*", 200, &cart).is_ok());
    let mut odd = cart.clone();
    odd["line_items"][0]["colour"] = json!("red");
    assert!(read("GET /carts/*", 200, &odd).unwrap_err().contains("not the protocol's"));
    let mut fraction = cart.clone();
    fraction["totals"][0]["amount"] = json!(1.5);
    assert!(read("GET /carts/*", 200, &fraction).is_err());
    assert!(read("GET /wishes/*", 200, &cart).unwrap_err().contains("nobody asks"));
}

#[test]
fn sums_add_up_unless_the_story_is_about_sums_that_do_not() {
    for (name, read) in all(&shelf(), "en") {
        let rows = match &read {
            Read::Cart(cart) => vec![&cart.totals],
            Read::Checkout(checkout) => {
                std::iter::once(&checkout.totals).chain(checkout.line_items.iter().map(|line| &line.totals)).collect()
            }
            Read::Order(order) => vec![&order.totals],
            _ => vec![],
        };
        let adds_up = rows.iter().all(|rows| add_up(rows));
        assert!(adds_up || name == "checkout/sums-wrong", "{name}: {rows:?}");
    }
}

#[test]
fn no_shared_piece_and_no_word_lies_about_unused() {
    let shelf = shelf();
    all(&shelf, "en");
    shelf.resolve(&shelf.data["shop"], "en").unwrap();
    let used = shelf.used.borrow();
    let pieces = shelf.data.iter().filter(|(file, _)| !["words", "shop", "ordinary"].contains(&file.as_str()));
    let pieces = pieces.flat_map(|(file, pieces)| pieces.as_object().unwrap().keys().map(move |name| format!("{file}#{name}")));
    let words = shelf.data["words"].as_object().unwrap().keys().map(|name| format!("@{name}"));
    let unused: BTreeSet<String> = pieces.chain(words).filter(|name| !used.contains(name)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}
