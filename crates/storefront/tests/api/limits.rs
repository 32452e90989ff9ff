//! Guessing is held back: discount codes and cards, per session, address and shop.

use serde_json::{Value, json};
use storefront::http::checkouts::sweep;
use storefront::http::{self, AppState};
use storefront::shop::calendar::MINUTE;

use crate::completion::{balanced, orders};
use crate::counter::{Answer, Counter, card, path, paying, wanted};

const GOOD: &str = "4242424242424242";
const NO: &str = "4000000000000002";
const BANK: &str = "4000002500003155";

/// A cart with these codes, asked for from an address.
async fn cart(counter: &Counter, codes: &[&str], address: &str) -> Answer {
    let body = json!({ "line_items": wanted(&[("mug", 1)]), "discounts": { "codes": codes } });
    counter.send("POST", "/carts", Some(body), &[("x-forwarded-for", address)]).await
}

async fn recode(counter: &Counter, cart: &Value, codes: &[&str]) -> Answer {
    let body = json!({ "line_items": wanted(&[("mug", 1)]), "discounts": { "codes": codes } });
    counter.put(&format!("/carts/{}", cart["id"].as_str().unwrap()), body).await
}

/// A 429 as the protocol's clients read it.
fn held_back(answer: &Answer) {
    assert_eq!((answer.status, &answer.body["code"]), (429, &json!("too_many_requests")), "{answer:?}");
    assert_eq!(answer.body["messages"][0]["severity"], "recoverable");
    assert!(answer.body["content"].as_str().unwrap().contains("minutes"), "{answer:?}");
    assert!((1..=600).contains(&answer.retry_after.unwrap()), "{answer:?}");
}

#[tokio::test]
async fn wrong_codes_of_one_cart_are_held_back_for_a_while_and_the_right_one_with_them() {
    let counter = Counter::with_flags(&["--code-guesses", "3,0,0"]).await;
    let made = cart(&counter, &[], "").await.body;
    let mut codes = Vec::new();
    for code in ["A1", "A2", "A3"] {
        codes.push(code);
        assert_eq!(recode(&counter, &made, &codes).await.status, 200);
    }
    assert_eq!(recode(&counter, &made, &codes).await.status, 200, "codes that the cart has are no new guesses");
    held_back(&recode(&counter, &made, &["A1", "A4"]).await);
    held_back(&recode(&counter, &made, &["FAN10"]).await);
    assert_eq!(recode(&counter, &made, &["A1", "a2"]).await.status, 200, "everything else goes on");
    assert_eq!(cart(&counter, &["FAN10"], "").await.status, 201, "another cart is not concerned");
    counter.clock.advance(10 * MINUTE);
    let fine = recode(&counter, &made, &["FAN10"]).await;
    assert_eq!((fine.status, &fine.body["discounts"]["applied"][0]["code"]), (200, &json!("FAN10")));
}

#[tokio::test]
async fn wrong_codes_from_one_address_are_held_back_whatever_the_cart() {
    let counter = Counter::with_flags(&["--code-guesses", "0,3,0", "--proxy-hops", "1"]).await;
    for code in ["A1", "A2", "A3"] {
        assert_eq!(cart(&counter, &[code, "FAN10"], "203.0.113.7").await.status, 201);
    }
    held_back(&cart(&counter, &["A4"], "203.0.113.7").await);
    held_back(&cart(&counter, &["A4"], "198.51.100.1, 203.0.113.7").await);
    assert_eq!(cart(&counter, &["A4"], "203.0.113.8").await.status, 201);
    assert_eq!(cart(&counter, &[], "203.0.113.7").await.status, 201);
}

#[tokio::test]
async fn wrong_codes_are_held_back_in_the_whole_shop_at_checkouts_as_well() {
    let counter = Counter::with_flags(&["--code-guesses", "0,0,3"]).await;
    for number in 0..3 {
        assert_eq!(cart(&counter, &[&format!("A{number}")], "").await.status, 201);
    }
    let body = json!({ "line_items": wanted(&[("mug", 1)]), "discounts": { "codes": ["B1"] } });
    held_back(&counter.post("/checkout-sessions", body).await);
    let plain = counter.checkout(&[("mug", 1)], "US", "USD").await;
    let update = crate::counter::filled(&plain, "US", &["B2"]);
    held_back(&counter.put(&path(&plain), update).await);
}

#[tokio::test]
async fn a_request_that_was_held_back_can_be_sent_again_under_its_key() {
    let counter = Counter::with_flags(&["--code-guesses", "0,0,1"]).await;
    assert_eq!(cart(&counter, &["A1"], "").await.status, 201);
    let body = json!({ "line_items": wanted(&[("mug", 1)]), "discounts": { "codes": ["FAN10"] } });
    let key = [("idempotency-key", "later")];
    held_back(&counter.send("POST", "/carts", Some(body.clone()), &key).await);
    counter.clock.advance(10 * MINUTE);
    assert_eq!(counter.send("POST", "/carts", Some(body), &key).await.status, 201);
}

#[tokio::test]
async fn several_processes_count_together_and_forget_in_time() {
    let counter = Counter::with_flags(&["--code-guesses", "0,0,2"]).await;
    let mut other = AppState::new(counter.state.db.clone(), (*counter.state.config).clone()).unwrap();
    other.clock = counter.clock.clone();
    let other = counter.beside(http::app(other));
    assert_eq!(cart(&counter, &["A1"], "").await.status, 201);
    assert_eq!(cart(&other, &["A2"], "").await.status, 201);
    held_back(&cart(&counter, &["A3"], "").await);
    held_back(&cart(&other, &["A3"], "").await);
    assert_eq!(counter.count("SELECT COUNT(*) FROM limits").await, 1);
    counter.clock.advance(10 * MINUTE);
    sweep::round(&counter.state).await.unwrap();
    assert_eq!(counter.count("SELECT COUNT(*) FROM limits").await, 0);
}

#[tokio::test]
async fn cards_that_do_not_pay_are_held_back_and_nothing_is_charged_or_kept() {
    let counter = Counter::with_flags(&["--card-attempts", "2,0,0"]).await;
    let ready = counter.ready(&[("last", 1)], "US", "USD").await;
    for _ in 0..2 {
        assert_eq!(counter.pay(&ready, NO).await.status, 200);
    }
    held_back(&counter.pay(&ready, GOOD).await);
    assert_eq!(counter.count("SELECT COUNT(*) FROM sandbox_payments").await, 2);
    assert_eq!(counter.stock("last").await, (Some(1), 0));
    balanced(&counter).await;
    counter.clock.advance(10 * MINUTE);
    assert_eq!(counter.pay(&ready, GOOD).await.body["status"], "completed");
    balanced(&counter).await;
}

#[tokio::test]
async fn cards_that_pay_are_not_counted_however_many_buy_from_one_address() {
    let counter = Counter::with_flags(&["--card-attempts", "0,2,0", "--proxy-hops", "1"]).await;
    let pay = async |number: &str| {
        let ready = counter.ready(&[("poster", 1)], "US", "USD").await;
        let token = counter.tokenize(ready["id"].as_str().unwrap(), number).await;
        let complete = format!("{}/complete", path(&ready));
        counter.send("POST", &complete, Some(paying(&token)), &[("x-forwarded-for", "203.0.113.7")]).await
    };
    for _ in 0..4 {
        assert_eq!(pay(GOOD).await.body["status"], "completed");
    }
    let asked = pay(BANK).await.body;
    counter.answer_bank(asked["continue_url"].as_str().unwrap(), "approve").await;
    assert_eq!(counter.get(&path(&asked)).await.body["status"], "completed", "a payment the bank asked about counts no more");
    for _ in 0..2 {
        assert_eq!(pay(NO).await.status, 200);
    }
    held_back(&pay(GOOD).await);
    assert_eq!(orders(&counter).await, 5);
    assert_eq!(counter.count("SELECT COUNT(*) FROM attempts WHERE address IS NOT NULL").await, 0, "settled ones forget it");
}

#[tokio::test]
async fn a_bank_question_that_is_called_off_counts_as_a_try() {
    let counter = Counter::with_flags(&["--card-attempts", "2,0,0"]).await;
    let ready = counter.ready(&[("poster", 1)], "US", "USD").await;
    assert_eq!(counter.pay(&ready, BANK).await.body["status"], "requires_escalation");
    assert_eq!(counter.pay(&ready, BANK).await.body["status"], "requires_escalation");
    held_back(&counter.pay(&ready, GOOD).await);
}

#[tokio::test]
async fn cards_that_do_not_pay_are_held_back_in_the_whole_shop() {
    let counter = Counter::with_flags(&["--card-attempts", "0,0,2"]).await;
    for _ in 0..2 {
        let ready = counter.ready(&[("poster", 1)], "US", "USD").await;
        counter.pay(&ready, NO).await;
    }
    let ready = counter.ready(&[("poster", 1)], "US", "USD").await;
    held_back(&counter.pay(&ready, GOOD).await);
}

#[tokio::test]
async fn typing_card_numbers_is_held_back_by_the_processor_itself() {
    let counter = Counter::with_flags(&["--card-attempts", "1,2,0", "--proxy-hops", "1"]).await;
    let wrong = async |checkout: &str, address: &str| {
        let body = card(checkout, "4242424242424241");
        counter.processor("POST", "/tokenize", Some(body), &[("x-forwarded-for", address)]).await
    };
    for _ in 0..5 {
        assert_eq!(wrong("chk_1", "203.0.113.7").await.status, 422);
    }
    let refused = counter.processor("POST", "/tokenize", Some(card("chk_1", GOOD)), &[]).await;
    assert_eq!((refused.status, &refused.body["code"]), (429, &json!("too_many_requests")));
    assert!((1..=600).contains(&refused.retry_after.unwrap()));
    for number in 0..5 {
        assert_eq!(wrong(&format!("chk_2{number}"), "203.0.113.7").await.status, 422);
    }
    assert_eq!(wrong("chk_3", "203.0.113.7").await.status, 429, "ten wrong numbers from one address");
    assert_eq!(wrong("chk_3", "203.0.113.8").await.status, 422);
    assert_eq!(
        counter.processor("POST", "/tokenize", Some(card("chk_4", GOOD)), &[("x-forwarded-for", "203.0.113.7")]).await.status,
        429
    );
}

#[tokio::test]
async fn what_sold_out_is_no_fault_of_the_card() {
    let counter = Counter::with_flags(&["--card-attempts", "0,2,2", "--proxy-hops", "1"]).await;
    let mut losers = Vec::new();
    for _ in 0..5 {
        losers.push(counter.ready(&[("last", 1)], "US", "USD").await);
    }
    counter.restock("last", 0).await;
    for ready in &losers {
        let token = counter.tokenize(ready["id"].as_str().unwrap(), GOOD).await;
        let complete = format!("{}/complete", path(ready));
        let answer = counter.send("POST", &complete, Some(paying(&token)), &[("x-forwarded-for", "203.0.113.7")]).await;
        assert_eq!((answer.status, &answer.body["status"]), (200, &json!("incomplete")));
    }
}
