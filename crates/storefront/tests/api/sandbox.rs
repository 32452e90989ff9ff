//! The sandbox card processor: tokens, payments, pages.

use crate::counter::{Counter, card};
use crate::database;
use serde_json::json;

const SECRET: [(&str, &str); 1] = [("authorization", "Bearer shh")];

fn payment(key: &str, token: &str, amount: i64) -> serde_json::Value {
    json!({ "key": key, "token": token, "checkout_id": "chk_1", "business_id": "fanshelf-demo", "amount": amount, "currency": "USD",
        "language": "en", "return_url": "http://127.0.0.1:9/", "notify_url": "http://127.0.0.1:9/" })
}

#[tokio::test]
async fn a_card_becomes_a_token_and_leaves_no_number_behind() {
    let counter = Counter::open().await;
    let answer = counter.processor("POST", "/tokenize", Some(card("chk_1", "4242 4242 4242 4242")), &[]).await;
    assert_eq!(answer.status, 200);
    assert!(answer.body["token"].as_str().unwrap().len() >= 30);
    assert_eq!(
        answer.body["display"],
        json!({ "brand": "visa", "last_digits": "4242", "expiry_month": 12, "expiry_year": 2040 })
    );
    let kept: Vec<(String, String, String)> =
        sqlx::query_as("SELECT id, last_digits, brand FROM sandbox_tokens").fetch_all(counter.state.db.read()).await.unwrap();
    assert_eq!(kept.len(), 1);
    assert_ne!(kept[0].0, answer.body["token"].as_str().unwrap(), "only its digest is kept");
    assert!(!database::holds(&counter.state.db, &counter.state.config.data_dir, "4242424242424242").await);
    assert!(database::holds(&counter.state.db, &counter.state.config.data_dir, "4242").await, "the search itself works");
}

#[tokio::test]
async fn bad_cards_are_refused_field_by_field_in_the_language() {
    let counter = Counter::open().await;
    let mut past = card("chk_1", "4242424242424242");
    past["credential"]["expiry_year"] = json!(2020);
    let mut short = card("chk_1", "4242424242424242");
    short["credential"]["cvc"] = json!("12");
    for (body, field) in [
        (card("chk_1", "4242424242424241"), "number"),
        (card("chk_1", "4111111111111111"), "number"),
        (past, "expiry"),
        (short, "cvc"),
    ] {
        let answer = counter.processor("POST", "/tokenize", Some(body), &[("accept-language", "ar")]).await;
        assert_eq!((answer.status, answer.body["field"].as_str()), (422, Some(field)));
        assert!(answer.body["content"].as_str().unwrap().chars().any(|letter| ('\u{600}'..'\u{700}').contains(&letter)));
        assert!(!answer.body.to_string().contains("4242"));
    }
    assert_eq!(
        counter.processor("POST", "/tokenize", Some(json!({ "credential": 4_242_424_242_424_242_i64 })), &[]).await.status,
        400
    );
    let mut stranger = card("chk_1", "4242424242424242");
    stranger["binding"]["identity"]["access_token"] = json!("somebody");
    assert_eq!(counter.processor("POST", "/tokenize", Some(stranger), &[]).await.status, 403);
}

#[tokio::test]
async fn payments_are_for_the_business_only() {
    let counter = Counter::open().await;
    for headers in [&[][..], &[("authorization", "Bearer guess")], &[("authorization", "shh")]] {
        assert_eq!(counter.processor("POST", "/payments", Some(payment("k", "t", 1)), headers).await.status, 401);
        assert_eq!(counter.processor("GET", "/payments/k", None, headers).await.status, 401);
        assert_eq!(counter.processor("POST", "/payments/k/void", None, headers).await.status, 401);
    }
}

#[tokio::test]
async fn a_key_pays_once_and_a_called_off_key_never() {
    let counter = Counter::open().await;
    let token = counter.tokenize("chk_1", "4242424242424242").await;
    let first = counter.processor("POST", "/payments", Some(payment("k1", &token, 500)), &SECRET).await;
    let again = counter.processor("POST", "/payments", Some(payment("k1", &token, 500)), &SECRET).await;
    assert_eq!(first, again);
    assert_eq!(first.body["status"], "captured");
    assert_eq!(counter.processor("POST", "/payments", Some(payment("k1", &token, 501)), &SECRET).await.status, 409);
    let reused = counter.processor("POST", "/payments", Some(payment("k2", &token, 500)), &SECRET).await;
    assert_eq!((&reused.body["status"], &reused.body["reason"]), (&json!("declined"), &json!("token_invalid")));
    assert_eq!(counter.processor("POST", "/payments/k1/void", None, &SECRET).await.body["status"], "captured", "too late");

    assert_eq!(counter.processor("POST", "/payments/k3/void", None, &SECRET).await.body["status"], "voided");
    let fresh = counter.tokenize("chk_1", "4242424242424242").await;
    assert_eq!(counter.processor("POST", "/payments", Some(payment("k3", &fresh, 500)), &SECRET).await.body["status"], "voided");
}

#[tokio::test]
async fn money_goes_back_up_to_what_was_taken() {
    let counter = Counter::open().await;
    let token = counter.tokenize("chk_1", "4242424242424242").await;
    counter.processor("POST", "/payments", Some(payment("k1", &token, 500)), &SECRET).await;
    let refund =
        async |amount: i64| counter.processor("POST", "/payments/k1/refund", Some(json!({ "amount": amount })), &SECRET).await;
    assert_eq!(refund(200).await.body["refunded"], 200);
    assert_eq!(refund(301).await.status, 409);
    assert_eq!(refund(0).await.status, 409);
    assert_eq!(refund(300).await.body["status"], "refunded");
}

#[tokio::test]
async fn the_card_frame_is_labelled_localised_and_shut_to_strangers() {
    let counter = Counter::open().await;
    let page = counter
        .processor(
            "GET",
            "/card-frame?checkout_id=%22%3E%3Cscript%3E&lang=ar&scheme=dark&parent=http://127.0.0.1:8787/x",
            None,
            &[],
        )
        .await;
    let html = page.body.as_str().unwrap();
    assert!(html.contains(r#"<html lang="ar" dir="rtl" data-scheme="dark">"#));
    assert!(html.contains("بطاقات تجريبية") && html.contains(r#"autocomplete="cc-number""#));
    assert!(html.contains(r#"data-parent="http://127.0.0.1:8787""#));
    assert!(!html.contains("><script>"), "nothing from the address becomes markup");
    assert!(!html.contains("style="));
    for asset in
        ["/assets/card.js", "/assets/challenge.js", "/assets/pages.css", "/handlers/sandbox-card", "/handlers/sandbox-card.json"]
    {
        assert_eq!(counter.processor("GET", asset, None, &[]).await.status, 200, "{asset}");
    }
    assert_eq!(counter.processor("GET", "/challenge/chal_nope", None, &[]).await.status, 404);
}
