//! What is logged, and what never is.

use serde_json::{Value, json};

use crate::running::Running;

const NUMBER: &str = "4242424242424242";

#[tokio::test]
async fn a_card_number_a_token_and_an_orders_capability_are_never_logged_whatever_the_level() {
    let shop = Running::start(&["--log", "trace", "--log-format", "json", "--processor-secret", "hunter2hunter2"]).await;
    let paid = shop.buy(NUMBER).await;
    assert_eq!(paid["status"], "completed", "{paid}");
    let (link, token) = (paid["order"]["permalink_url"].as_str().unwrap(), paid["token"].as_str().unwrap());
    let (_, capability) = link.split_once('#').unwrap();
    let order = format!("/orders/{}", paid["order"]["id"].as_str().unwrap());
    shop.ask("GET", &order).bearer_auth(capability).send().await.unwrap();
    // The same number where it does not belong.
    let tokenize = format!("http://{}/tokenize", shop.processor);
    for body in [
        json!({ "credential": 4_242_424_242_424_242_i64 }).to_string(),
        json!({ "credential": { "type": "card", "number": NUMBER, "expiry_month": "soon" } }).to_string(),
        json!({ "binding": { "checkout_id": NUMBER } }).to_string(),
        format!("{{ \"number\": \"{NUMBER}\""),
        NUMBER.to_owned(),
    ] {
        let answer = shop.plain("POST", &tokenize).header("content-type", "application/json").body(body).send().await.unwrap();
        let (status, text) = (answer.status(), answer.text().await.unwrap());
        assert!(status.is_client_error() && !text.contains(NUMBER), "{status} {text}");
    }
    let direct = json!({ "payment": { "instruments": [{ "id": "pi_1", "handler_id": "sandbox_card", "type": "card", "credential": { "type": "card", "number": NUMBER } }] } });
    let path = format!("/checkout-sessions/{}/complete", paid["id"].as_str().unwrap());
    shop.send("POST", &path, &direct).await;
    shop.ask("POST", "/checkout-sessions").json(&json!({ "line_items": NUMBER })).send().await.unwrap();
    for url in [
        format!("http://{}/card-frame?checkout_id=chk_1&number={NUMBER}", shop.processor),
        format!("http://{}/nowhere/{NUMBER}", shop.processor),
        format!("http://{}/nowhere/{NUMBER}?token={capability}", shop.shop),
    ] {
        shop.plain("GET", &url).send().await.unwrap();
    }
    let files = ["shop.db", "shop.db-wal"].map(|file| std::fs::read(shop.folder.path().join(file)).unwrap());
    let log = shop.stop();
    assert!(log.lines().count() > 50 && log.contains("\"level\":\"TRACE\""), "nothing was logged at all");
    for secret in [NUMBER, token, capability, "hunter2hunter2"] {
        let leak = log.lines().find(|line| line.contains(secret));
        assert_eq!(leak, None);
    }
    assert!(!files.iter().any(|bytes| bytes.windows(16).any(|bytes| bytes == NUMBER.as_bytes())), "nor is it kept");
}

#[tokio::test]
async fn json_logs_carry_the_request_id_that_the_client_gets() {
    let shop = Running::start(&["--log-format", "json"]).await;
    let body = json!({ "query": "mug" });
    let sent = shop.ask("POST", "/catalog/search").header("request-id", "my-own-id.1").json(&body).send().await.unwrap();
    assert_eq!(sent.headers()["request-id"], "my-own-id.1");
    let made = shop.ask("POST", "/catalog/search").header("request-id", "bad id").json(&body).send().await.unwrap();
    let made = made.headers()["request-id"].to_str().unwrap().to_owned();
    assert!(made.starts_with("req_"));
    let log = shop.stop();
    for id in ["my-own-id.1", &made] {
        let line = log.lines().find(|line| line.contains(id)).unwrap_or_else(|| panic!("{id} is not in:\n{log}"));
        let line: Value = serde_json::from_str(line).unwrap();
        assert_eq!((&line["span"]["request_id"], &line["status"]), (&json!(id), &json!(200)), "{line}");
        assert_eq!(line["span"]["route"], "/ucp/v1/catalog/search");
    }
    for line in log.lines() {
        serde_json::from_str::<Value>(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    }
}
