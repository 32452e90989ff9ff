//! 3-D Secure: the bank asks the buyer before it pays.

use crate::completion::{balanced, captured, orders};
use crate::counter::{Counter, codes, filled, message, path};
use serde_json::json;
use storefront::http::checkouts::sweep;
use storefront::shop::calendar::MINUTE;

const GOOD: &str = "4242424242424242";
const BANK: &str = "4000002500003155";

#[tokio::test]
async fn the_bank_may_ask_and_approval_completes_the_order() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("last", 1)], "US", "USD").await;
    let asked = counter.pay(&ready, BANK).await;
    assert_eq!((asked.status, &asked.body["status"]), (200, &json!("requires_escalation")));
    let bank = message(&asked.body, "requires_3ds");
    assert_eq!(bank["severity"], "requires_buyer_input");
    let url = asked.body["continue_url"].as_str().unwrap();
    assert!(url.contains("/challenge/chal_"));
    assert_eq!(counter.stock("last").await, (Some(1), 1), "the unit waits for the answer");
    assert_eq!(counter.get(&path(&ready)).await.body["status"], "requires_escalation");

    assert_eq!(counter.answer_bank(url, "approve").await.as_u16(), 303);
    assert_eq!(orders(&counter).await, 1, "the processor told the shop, nobody had to come back");
    let done = counter.get(&path(&ready)).await.body;
    assert_eq!((done["status"].as_str(), done["order"]["label"].as_str()), (Some("completed"), Some("#1001")));
    assert_eq!(counter.answer_bank(url, "refuse").await.as_u16(), 303, "a second answer changes nothing");
    balanced(&counter).await;
}

#[tokio::test]
async fn a_refusal_at_the_bank_opens_the_checkout_again() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("last", 1)], "US", "USD").await;
    let asked = counter.pay(&ready, BANK).await.body;
    counter.answer_bank(asked["continue_url"].as_str().unwrap(), "refuse").await;
    let open = counter.get(&path(&ready)).await.body;
    assert_eq!(open["status"], "ready_for_complete");
    assert!(message(&open, "payment_failed")["content"].as_str().unwrap().contains("not confirmed"));
    balanced(&counter).await;
    assert_eq!(counter.pay(&ready, GOOD).await.body["status"], "completed");
}

#[tokio::test]
async fn another_card_while_the_bank_waits_pays_once() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("last", 1)], "US", "USD").await;
    let asked = counter.pay(&ready, BANK).await.body;
    let paid = counter.pay(&ready, GOOD).await.body;
    assert_eq!(paid["status"], "completed");
    counter.answer_bank(asked["continue_url"].as_str().unwrap(), "approve").await;
    assert_eq!((orders(&counter).await, captured(&counter).await), (1, 1), "the called-off payment stays called off");
    balanced(&counter).await;
}

#[tokio::test]
async fn changing_the_checkout_calls_the_banks_question_off() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 2)], "US", "USD").await;
    let asked = counter.pay(&ready, BANK).await.body;
    let changed = counter.put(&path(&ready), filled(&ready, "US", &["FAN10"])).await.body;
    assert_eq!(changed["status"], "ready_for_complete", "{}", changed["messages"]);
    assert!(!codes(&changed).contains(&"payment_failed"));
    counter.answer_bank(asked["continue_url"].as_str().unwrap(), "approve").await;
    assert_eq!(orders(&counter).await, 0);
    balanced(&counter).await;
}

#[tokio::test]
async fn a_question_that_nobody_answers_gives_the_stock_back() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("last", 1)], "US", "USD").await;
    counter.pay(&ready, BANK).await;
    counter.clock.advance(5 * MINUTE);
    assert_eq!(sweep::round(&counter.state).await.unwrap(), 0, "the buyer still has time");
    counter.clock.advance(6 * MINUTE);
    assert_eq!(sweep::round(&counter.state).await.unwrap(), 1);
    assert_eq!(counter.get(&path(&ready)).await.body["status"], "ready_for_complete");
    assert_eq!(counter.stock("last").await, (Some(1), 0));
    balanced(&counter).await;
}
