//! Requests of a shopper, each sent as the widget sends it, and what a good answer to it is.

use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};
use ureq::Agent;

/// Where requests go.
#[derive(Clone, Debug)]
pub(super) struct Shopper {
    api: String,
    tokenize: String,
    agent: String,
}

/// Every request is an intent of its own.
static KEYS: AtomicU64 = AtomicU64::new(0);

impl Shopper {
    pub(super) fn new(shop: &str, processor: &str) -> Self {
        Self {
            api: format!("{shop}/ucp/v1"),
            tokenize: format!("{processor}/tokenize"),
            agent: format!("profile=\"{shop}/platform.json\""),
        }
    }

    fn send(&self, agent: &Agent, put: bool, path: &str, body: &str) -> Result<Value, String> {
        let url = format!("{}{path}", self.api);
        let request = if put { agent.put(url) } else { agent.post(url) };
        let key = format!("bench-{}-{}", std::process::id(), KEYS.fetch_add(1, Ordering::Relaxed));
        let request =
            request.header("ucp-agent", &self.agent).header("content-type", "application/json").header("idempotency-key", key);
        read(request.send(body), path)
    }

    /// What is found; at least one product unless nothing is expected.
    pub(super) fn search(&self, agent: &Agent, body: &str) -> Result<(), String> {
        let answer = self.send(agent, false, "/catalog/search", body)?;
        match answer["products"].as_array() {
            Some(products) if !products.is_empty() => Ok(()),
            _ => Err(format!("nothing was found for {body}")),
        }
    }

    pub(super) fn product(&self, agent: &Agent, id: &str) -> Result<(), String> {
        let body = json!({ "id": id, "context": { "address_country": "US" } }).to_string();
        let answer = self.send(agent, false, "/catalog/product", &body)?;
        if answer["product"]["id"] == id { Ok(()) } else { Err(format!("product {id}: {answer}")) }
    }

    /// A new cart; its id.
    pub(super) fn cart(&self, agent: &Agent, variant: &str) -> Result<String, String> {
        let body = json!({ "line_items": [line(variant, 1)], "context": context() }).to_string();
        id(&self.send(agent, false, "/carts", &body)?)
    }

    pub(super) fn update_cart(&self, agent: &Agent, cart: &str, variants: &[String], quantity: u64) -> Result<(), String> {
        let lines: Vec<Value> = variants.iter().map(|variant| line(variant, quantity)).collect();
        let body = json!({ "line_items": lines, "context": context() }).to_string();
        let answer = self.send(agent, true, &format!("/carts/{cart}"), &body)?;
        if answer["line_items"].as_array().is_some_and(|lines| lines.len() == variants.len()) {
            Ok(())
        } else {
            Err(format!("cart: {answer}"))
        }
    }

    /// A new checkout; its id.
    pub(super) fn checkout(&self, agent: &Agent, variant: &str) -> Result<String, String> {
        let body = json!({ "line_items": [line(variant, 1)], "context": context() }).to_string();
        id(&self.send(agent, false, "/checkout-sessions", &body)?)
    }

    /// Fills everything in, so that it can be paid for.
    pub(super) fn update_checkout(&self, agent: &Agent, checkout: &str, variant: &str, option: &str) -> Result<(), String> {
        let address = json!({ "street_address": "1 Main St", "address_locality": "Springfield", "address_region": "IL",
            "postal_code": "62701", "address_country": "US" });
        let body = json!({
            "line_items": [{ "id": "li_1", "item": { "id": variant }, "quantity": 1 }],
            "context": context(),
            "buyer": { "first_name": "Jane", "last_name": "Doe", "email": "jane@example.com" },
            "fulfillment": { "methods": [{ "type": "shipping", "destinations": [address], "groups": [{ "selected_option_id": option }] }] },
        });
        let answer = self.send(agent, true, &format!("/checkout-sessions/{checkout}"), &body.to_string())?;
        if answer["status"] == "ready_for_complete" { Ok(()) } else { Err(format!("checkout: {answer}")) }
    }

    /// A card becomes a token for a checkout.
    pub(super) fn tokenize(&self, agent: &Agent, checkout: &str) -> Result<String, String> {
        let body = json!({
            "credential": { "type": "card", "card_number_type": "fpan", "number": "4242424242424242", "expiry_month": 12,
                "expiry_year": 2040, "cvc": "123", "name": "Jane Doe" },
            "binding": { "checkout_id": checkout },
        });
        let answer = agent.post(&self.tokenize).header("content-type", "application/json").send(body.to_string());
        let answer = read(answer, "/tokenize")?;
        answer["token"].as_str().map(str::to_owned).ok_or_else(|| format!("no token: {answer}"))
    }

    pub(super) fn complete(&self, agent: &Agent, checkout: &str, token: &str) -> Result<(), String> {
        let instrument = json!({ "id": "pi_1", "handler_id": "sandbox_card", "type": "card", "credential": { "type": "token", "token": token } });
        let body = json!({ "payment": { "instruments": [instrument] } }).to_string();
        let answer = self.send(agent, false, &format!("/checkout-sessions/{checkout}/complete"), &body)?;
        if answer["status"] == "completed" {
            Ok(())
        } else {
            Err(format!("complete: {} {}", answer["status"], answer["messages"]))
        }
    }
}

fn read(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>, what: &str) -> Result<Value, String> {
    let mut answer = answer.map_err(|error| format!("{what}: {error}"))?;
    let status = answer.status();
    let text = answer.body_mut().read_to_string().map_err(|error| format!("{what}: {error}"))?;
    if !status.is_success() {
        return Err(format!("{what}: {status} {text}"));
    }
    serde_json::from_str(&text).map_err(|error| format!("{what}: {error}"))
}

fn id(answer: &Value) -> Result<String, String> {
    answer["id"].as_str().map(str::to_owned).ok_or_else(|| format!("no id: {answer}"))
}

fn line(variant: &str, quantity: u64) -> Value {
    json!({ "item": { "id": variant }, "quantity": quantity })
}

fn context() -> Value {
    json!({ "address_country": "US", "currency": "USD" })
}
