//! What is sent to the shop and to its card processor.

use serde_json::{Value, json};

/// What can be bought: variant, US cents, units. A few run out quickly, most do not.
pub(crate) const GOODS: [(&str, i64, i64); 6] = [
    ("rare", 9_000, 5),
    ("scarce", 4_000, 25),
    ("mug", 1_500, 1_000_000),
    ("print", 2_500, 1_000_000),
    ("pin", 700, 1_000_000),
    ("file", 900, 0),
];

/// Whether a variant is a download, which never runs out.
pub(crate) fn is_download(variant: &str) -> bool {
    variant == "file"
}

/// A card of the sandbox processor, and what it does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Card {
    Good,
    Late,
    Declined,
    Bank,
}

impl Card {
    fn number(self) -> &'static str {
        match self {
            Self::Good => "4242424242424242",
            Self::Late => "4000000000000077",
            Self::Declined => "4000000000000002",
            Self::Bank => "4000002500003155",
        }
    }
}

pub(crate) fn create(lines: &[(&str, i64)]) -> Value {
    json!({ "line_items": wanted(lines), "context": { "address_country": "US", "currency": "USD" } })
}

pub(crate) fn convert(cart: &str) -> Value {
    json!({ "cart_id": cart, "line_items": [] })
}

/// A full update of a checkout.
pub(crate) fn fill(checkout: &Value, email: &str) -> Value {
    let lines: Vec<Value> = checkout["line_items"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|line| json!({ "id": line["id"], "item": { "id": line["item"]["id"] }, "quantity": line["quantity"] }))
        .collect();
    json!({
        "line_items": lines,
        "context": { "address_country": "US", "currency": "USD" },
        "buyer": { "first_name": "Jane", "last_name": "Doe", "email": email },
        "discounts": { "codes": [ONCE] },
        "fulfillment": { "methods": [{
            "type": "shipping",
            "destinations": [{ "street_address": "1 Main St", "address_locality": "Springfield", "address_region": "IL", "postal_code": "62701", "address_country": "US" }],
            "groups": [{ "selected_option_id": "standard" }],
        }] },
    })
}

/// A discount that each customer has once.
pub(crate) const ONCE: &str = "FIRST15";

pub(crate) fn pay(token: &str) -> Value {
    json!({ "payment": { "instruments": [{
        "id": "pi_1", "handler_id": "sandbox_card", "type": "card", "credential": { "type": "token", "token": token },
    }] } })
}

pub(crate) fn tokenize(checkout: &str, card: Card) -> Value {
    json!({
        "credential": { "type": "card", "card_number_type": "fpan", "number": card.number(), "expiry_month": 12, "expiry_year": 2040, "cvc": "123", "name": "Jane Doe" },
        "binding": { "checkout_id": checkout },
    })
}

fn wanted(lines: &[(&str, i64)]) -> Value {
    lines.iter().map(|(variant, quantity)| json!({ "item": { "id": variant }, "quantity": quantity })).collect()
}
