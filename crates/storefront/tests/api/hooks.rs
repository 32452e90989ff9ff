//! Test hooks: closed unless asked for, and through the product's own code when open.

use crate::counter::{Counter, codes, message, path, paying, total, wanted};
use serde_json::{Value, json};
use storefront::shop::calendar::HOUR;
use storefront::shop::{demo_discounts, test_buyer};
use storefront::store::members;

const HOOKS: &[&str] = &["--dev", "--test-hooks", "--test-buyer"];
const OPEN: &[&str] = &["--dev", "--test-hooks", "--test-buyer", "--test-open-orders"];

/// A checkout of one mug, from lines alone.
async fn mug(counter: &Counter) -> Value {
    let created = counter.post("/checkout-sessions", json!({ "line_items": wanted(&[("mug", 1)]) })).await;
    assert_eq!(created.status, 201, "{created:?}");
    created.body
}

#[tokio::test]
async fn without_the_flag_there_are_no_hooks() {
    let counter = Counter::open().await;
    for path in ["/testing/idempotency/age", "/testing/idempotency/outage", "/testing/orders/x/adjust"] {
        assert_eq!(counter.post(path, json!({})).await.body["code"], "no_such_endpoint", "{path}");
    }
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    let paid = counter.post(&format!("{}/complete", path(&ready)), paying("success_token")).await;
    assert_eq!(message(&paid.body, "payment_failed")["severity"], "recoverable", "a test token is no token");
}

#[tokio::test]
async fn lines_alone_make_an_order_that_a_test_token_pays() {
    let counter = Counter::with_flags(HOOKS).await;
    let checkout = mug(&counter).await;
    assert_eq!(checkout["status"], "ready_for_complete", "{}", checkout["messages"]);
    assert_eq!(checkout["buyer"]["email"], test_buyer::EMAIL);
    let unnamed = json!({ "payment": { "instruments": [
        { "id": "pi", "type": "card", "credential": { "type": "token", "token": "success_token" } },
    ] } });
    let paid = counter.post(&format!("{}/complete", path(&checkout)), unnamed).await;
    assert_eq!(paid.body["status"], "completed", "{}", paid.body["messages"]);
    assert_eq!(counter.count("SELECT COUNT(*) FROM sandbox_payments WHERE status = 'captured'").await, 1);
    let declined = mug(&counter).await;
    let declined = counter.post(&format!("{}/complete", path(&declined)), paying("fail_token")).await;
    assert_eq!(message(&declined.body, "payment_failed")["severity"], "recoverable");
    let asked = mug(&counter).await;
    let asked = counter.post(&format!("{}/complete", path(&asked)), paying("escalate_token")).await;
    assert_eq!(asked.body["status"], "requires_escalation");
}

#[tokio::test]
async fn an_aged_key_is_replayed_until_its_time_is_over() {
    let counter = Counter::with_flags(HOOKS).await;
    let body = json!({ "line_items": wanted(&[("mug", 1)]) });
    let create = async || counter.send("POST", "/checkout-sessions", Some(body.clone()), &[("idempotency-key", "k")]).await;
    let age = async |hours: i64| counter.post("/testing/idempotency/age", json!({ "key": "k", "hours": hours })).await.status;
    let first = create().await;
    assert_eq!(age(23).await, 200);
    assert_eq!(create().await, first);
    assert_eq!(age(26).await, 200);
    assert_ne!(create().await.body["id"], first.body["id"], "48 hours are over: it is a new request");
    let unknown = counter.post("/testing/idempotency/age", json!({ "key": "other", "hours": 1 })).await;
    assert_eq!(unknown.status, 400);
    assert_eq!(storefront::store::idempotency::KEPT, 48 * HOUR);
}

#[tokio::test]
async fn while_records_are_away_nothing_is_done() {
    let counter = Counter::with_flags(HOOKS).await;
    let outage = async |enabled: bool| counter.post("/testing/idempotency/outage", json!({ "enabled": enabled })).await.status;
    let body = json!({ "line_items": wanted(&[("mug", 1)]) });
    for _ in 0..2 {
        assert_eq!((outage(true).await, outage(true).await), (200, 200));
        let refused = counter.post("/checkout-sessions", body.clone()).await;
        assert_eq!((refused.status, &refused.body["code"]), (503, &json!("temporarily_unavailable")));
        assert_eq!(counter.count("SELECT COUNT(*) FROM checkouts").await, 0);
        assert_eq!((outage(false).await, outage(false).await), (200, 200));
    }
    assert_eq!(counter.post("/checkout-sessions", body).await.status, 201);
}

#[tokio::test]
async fn an_order_is_read_with_the_minted_token_or_by_anybody_where_orders_are_open() {
    for (flags, alone) in [(HOOKS, 401), (OPEN, 200)] {
        let counter = Counter::with_flags(flags).await;
        let checkout = mug(&counter).await;
        let paid = counter.post(&format!("{}/complete", path(&checkout)), paying("success_token")).await;
        let order = format!("/orders/{}", paid.body["order"]["id"].as_str().unwrap());
        assert_eq!(counter.get(&order).await.status, alone);
        let token = counter.outside("POST", "/testing/oauth/mint").await.body["access_token"].as_str().unwrap().to_owned();
        let bearer = format!("Bearer {token}");
        let read = counter.send("GET", &order, None, &[("authorization", &bearer)]).await;
        assert_eq!((read.status, &read.body["id"]), (200, &paid.body["order"]["id"]));
    }
}

#[tokio::test]
async fn taking_pieces_off_an_order_gives_their_money_back_and_keeps_the_line() {
    let counter = Counter::with_flags(OPEN).await;
    let created = counter.post("/checkout-sessions", json!({ "line_items": wanted(&[("mug", 2), ("poster", 1)]) })).await;
    let paid = counter.post(&format!("{}/complete", path(&created.body)), paying("success_token")).await;
    let id = paid.body["order"]["id"].as_str().unwrap();
    let line = created.body["line_items"][0]["id"].clone();
    let adjust = format!("/testing/orders/{id}/adjust");
    let too_many = counter.post(&adjust, json!({ "line_item_id": line, "quantity": 3, "type": "refund" })).await;
    assert_eq!(too_many.status, 400);
    let done = counter.post(&adjust, json!({ "line_item_id": line, "quantity": 2, "type": "refund" })).await;
    assert_eq!(done.status, 200, "{done:?}");
    let order = counter.get(&format!("/orders/{id}")).await.body;
    assert_eq!(order["line_items"][0]["status"], "removed");
    assert_eq!(order["line_items"].as_array().unwrap().len(), 2);
    assert_eq!(order["adjustments"][0]["line_items"][0]["quantity"], -2);
    let back = order["adjustments"][0]["totals"][0]["amount"].as_i64().unwrap();
    assert!(back <= -2 * 1_500, "the pieces with their tax: {back}");
}

async fn claiming(counter: &Counter, claims: &[&str]) -> Value {
    let body = json!({ "line_items": wanted(&[("mug", 1)]), "context": { "eligibility": claims } });
    counter.post("/checkout-sessions", body).await.body
}

#[tokio::test]
async fn a_claim_earns_a_discount_for_now_and_keeps_it_when_it_holds() {
    let counter = Counter::with_flags(HOOKS).await;
    let mut tx = counter.state.db.begin().await.unwrap();
    members::admit(&mut tx, "", demo_discounts::CLUB, test_buyer::EMAIL).await.unwrap();
    tx.commit().await.unwrap();
    let checkout = claiming(&counter, &[demo_discounts::CLUB]).await;
    let applied = &checkout["discounts"]["applied"][0];
    assert_eq!(
        (&applied["provisional"], &applied["automatic"], &applied["eligibility"]),
        (&json!(true), &json!(true), &json!(demo_discounts::CLUB))
    );
    assert_eq!(applied["amount"], 75);
    assert!(applied.get("code").is_none());
    let paid = counter.post(&format!("{}/complete", path(&checkout)), paying("success_token")).await.body;
    assert_eq!(paid["status"], "completed", "{}", paid["messages"]);
    assert_eq!(total(&paid), total(&checkout));
    assert!(paid["discounts"]["applied"][0].get("provisional").is_none(), "what was verified is not provisional any more");
}

#[tokio::test]
async fn a_claim_that_does_not_hold_stops_the_payment_until_it_is_withdrawn() {
    let counter = Counter::with_flags(HOOKS).await;
    let checkout = claiming(&counter, &[demo_discounts::CREW]).await;
    let refused = counter.post(&format!("{}/complete", path(&checkout)), paying("success_token")).await.body;
    assert_eq!(refused["status"], "ready_for_complete", "nothing changes but the messages");
    let said = message(&refused, "eligibility_invalid");
    assert_eq!((&said["severity"], &said["path"]), (&json!("recoverable"), &json!("$.context.eligibility[0]")));
    assert_eq!(counter.count("SELECT COUNT(*) FROM attempts").await, 0);
    let withdrawn = counter.put(&path(&checkout), json!({ "line_items": wanted(&[("mug", 1)]) })).await.body;
    assert!(total(&withdrawn) > total(&checkout));
    let paid = counter.post(&format!("{}/complete", path(&checkout)), paying("success_token")).await.body;
    assert_eq!(paid["status"], "completed", "{}", paid["messages"]);
}

#[tokio::test]
async fn a_claim_that_means_nothing_here_is_a_warning_and_blocks_nobody() {
    let counter = Counter::with_flags(HOOKS).await;
    let checkout = claiming(&counter, &["com.moon.loyalty"]).await;
    assert_eq!(codes(&checkout), ["eligibility_not_accepted"]);
    assert_eq!(message(&checkout, "eligibility_not_accepted")["type"], "warning");
    let paid = counter.post(&format!("{}/complete", path(&checkout)), paying("success_token")).await.body;
    assert_eq!(paid["status"], "completed");
}
