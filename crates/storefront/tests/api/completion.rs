//! Paying: once, exactly, whatever happens on the way.

use std::collections::BTreeSet;

use crate::counter::{Counter, codes, filled, message, path, paying, total};
use serde_json::{Value, json};
use storefront::http::checkouts::sweep;
use storefront::shop::calendar::MINUTE;

const GOOD: &str = "4242424242424242";
const BANK: &str = "4000002500003155";
const LATE: &str = "4000000000000077";

pub(crate) async fn orders(counter: &Counter) -> i64 {
    counter.count("SELECT COUNT(*) FROM orders").await
}

pub(crate) async fn captured(counter: &Counter) -> i64 {
    counter.count("SELECT COUNT(*) FROM sandbox_payments WHERE status = 'captured'").await
}

/// Nothing is held, every order has its payment and every payment its order.
pub(crate) async fn balanced(counter: &Counter) {
    assert_eq!(counter.count("SELECT COUNT(*) FROM stock_holds").await, 0);
    assert_eq!(counter.count("SELECT COUNT(*) FROM stock WHERE held <> 0").await, 0);
    assert_eq!(counter.count("SELECT COUNT(*) FROM attempts WHERE state IN ('pending', 'challenge')").await, 0);
    assert_eq!(
        counter
            .count(
                "SELECT COUNT(*) FROM orders o JOIN sandbox_payments p ON p.key = o.attempt \
                 WHERE p.status = 'captured' AND p.amount = o.total AND p.currency = o.currency",
            )
            .await,
        orders(counter).await
    );
    assert_eq!(captured(counter).await, orders(counter).await);
}

#[tokio::test]
async fn a_whole_purchase_works_in_three_currencies() {
    for (country, currency) in [("US", "USD"), ("KW", "KWD"), ("JP", "JPY")] {
        let counter = Counter::open().await;
        let ready = counter.ready(&[("mug", 2), ("song", 1)], country, currency).await;
        let paid = counter.pay(&ready, GOOD).await;
        assert_eq!((paid.status, &paid.body["status"]), (200, &json!("completed")), "{}", paid.body["messages"]);
        assert_eq!(paid.body["order"]["label"], "#1001");
        assert_eq!(total(&paid.body), total(&ready));
        assert!(paid.body.get("continue_url").is_none());
        let instrument = &paid.body["payment"]["instruments"][0];
        assert_eq!(instrument["display"]["last_digits"], "4242");
        assert!(instrument.get("credential").is_none(), "a credential never comes back");
        assert_eq!(counter.stock("mug").await, (Some(3), 0));
        assert_eq!(counter.stock("song").await, (None, 0));
        assert_eq!(counter.get(&path(&ready)).await.body, paid.body, "a completed checkout does not change");
        balanced(&counter).await;
    }
}

#[tokio::test]
async fn a_completed_checkout_cannot_be_changed_cancelled_or_paid_again() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    let paid = counter.pay(&ready, GOOD).await;
    assert_eq!(counter.put(&path(&ready), filled(&ready, "US", &[])).await.status, 409);
    assert_eq!(counter.post(&format!("{}/cancel", path(&ready)), json!({})).await.status, 409);
    let again = counter.pay(&ready, GOOD).await;
    assert_eq!((again.status, &again.body["order"]), (200, &paid.body["order"]));
    balanced(&counter).await;
    assert_eq!(orders(&counter).await, 1);
}

#[tokio::test]
async fn a_declined_card_says_why_gives_the_stock_back_and_another_card_pays() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("last", 1)], "US", "USD").await;
    for (number, words) in [
        ("4000000000000002", "Your bank declined the payment."),
        ("4000000000009995", "The card does not have enough money for this."),
        ("4000000000000069", "The card has expired."),
    ] {
        let declined = counter.pay(&ready, number).await;
        assert_eq!((declined.status, &declined.body["status"]), (200, &json!("ready_for_complete")));
        let failure = message(&declined.body, "payment_failed");
        assert_eq!(failure["severity"], "recoverable");
        assert!(failure["content"].as_str().unwrap().starts_with(words), "{failure}");
        assert_eq!(counter.stock("last").await, (Some(1), 0));
        balanced(&counter).await;
    }
    let paid = counter.pay(&ready, GOOD).await;
    assert_eq!(paid.body["status"], "completed");
    assert_eq!(codes(&paid.body), Vec::<&str>::new());
    balanced(&counter).await;
}

#[tokio::test]
async fn a_repeated_request_gets_the_first_answer_and_one_order() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    let body = paying(&counter.tokenize(ready["id"].as_str().unwrap(), GOOD).await);
    let complete = format!("{}/complete", path(&ready));
    let key = [("idempotency-key", "pay-once")];
    let first = counter.send("POST", &complete, Some(body.clone()), &key).await;
    let again = counter.send("POST", &complete, Some(body), &key).await;
    assert_eq!(first, again);
    assert_eq!(first.body["status"], "completed");
    balanced(&counter).await;
}

#[tokio::test]
async fn double_clicks_make_one_order() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    let complete = format!("{}/complete", path(&ready));
    let mut bodies = Vec::new();
    for _ in 0..4 {
        bodies.push(paying(&counter.tokenize(ready["id"].as_str().unwrap(), GOOD).await));
    }
    let (a, b, c, d) = tokio::join!(
        counter.post(&complete, bodies[0].clone()),
        counter.post(&complete, bodies[1].clone()),
        counter.post(&complete, bodies[2].clone()),
        counter.post(&complete, bodies[3].clone()),
    );
    for answer in [&a, &b, &c, &d] {
        assert_eq!(answer.status, 200, "{answer:?}");
        assert!(["completed", "complete_in_progress"].contains(&answer.body["status"].as_str().unwrap()), "{answer:?}");
    }
    assert_eq!(counter.get(&path(&ready)).await.body["status"], "completed");
    assert_eq!(orders(&counter).await, 1);
    balanced(&counter).await;
}

#[tokio::test]
async fn buyers_of_the_last_unit_get_exactly_one_order() {
    let counter = std::sync::Arc::new(Counter::open().await);
    let mut buyers = Vec::new();
    for _ in 0..12 {
        buyers.push(counter.ready(&[("last", 1)], "US", "USD").await);
    }
    let mut running = tokio::task::JoinSet::new();
    for ready in buyers {
        let counter = std::sync::Arc::clone(&counter);
        running.spawn(async move { counter.pay(&ready, GOOD).await });
    }
    let answers = running.join_all().await;
    let won = answers.iter().filter(|answer| answer.body["status"] == "completed").count();
    assert_eq!(won, 1);
    for lost in answers.iter().filter(|answer| answer.body["status"] != "completed") {
        assert_eq!((lost.status, &lost.body["status"]), (200, &json!("incomplete")));
        let problem = message(&lost.body, "out_of_stock");
        assert_eq!((problem["path"].as_str(), problem["severity"].as_str()), (Some("$.line_items[0]"), Some("recoverable")));
    }
    assert_eq!(counter.stock("last").await, (Some(0), 0));
    assert_eq!(captured(&counter).await, 1, "nobody else was charged");
    balanced(&counter).await;
}

#[tokio::test]
async fn what_sells_out_before_paying_is_told_and_not_charged() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("poster", 1), ("last", 1)], "US", "USD").await;
    counter.restock("last", 0).await;
    let refused = counter.pay(&ready, GOOD).await;
    assert_eq!((refused.status, &refused.body["status"]), (200, &json!("incomplete")));
    assert_eq!(message(&refused.body, "out_of_stock")["path"], "$.line_items[1]");
    assert_eq!(counter.count("SELECT COUNT(*) FROM sandbox_payments").await, 0);
    let mut without = filled(&refused.body, "US", &[]);
    without["line_items"].as_array_mut().unwrap().truncate(1);
    assert_eq!(counter.put(&path(&ready), without).await.body["status"], "ready_for_complete");
}

#[tokio::test]
async fn fewer_left_than_wanted_is_shown_before_it_is_charged() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 4)], "US", "USD").await;
    counter.restock("mug", 2).await;
    let cut = counter.pay(&ready, GOOD).await.body;
    assert_eq!((cut["status"].as_str(), cut["line_items"][0]["quantity"].as_i64()), (Some("ready_for_complete"), Some(2)));
    assert_eq!(message(&cut, "quantity_adjusted")["path"], "$.line_items[0].quantity");
    assert!(total(&cut) < total(&ready));
    assert_eq!(captured(&counter).await, 0);
    assert_eq!(counter.pay(&cut, GOOD).await.body["status"], "completed");
}

#[tokio::test]
async fn a_price_that_changed_is_shown_before_it_is_charged() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    counter.run("UPDATE prices SET amount = amount + 100 WHERE variant = 'mug'").await;
    let changed = counter.pay(&ready, GOOD).await.body;
    assert_eq!(codes(&changed), ["total_changed", "price_changed"]);
    assert_eq!(captured(&counter).await, 0);
    let paid = counter.pay(&changed, GOOD).await.body;
    assert_eq!((paid["status"].as_str(), total(&paid)), (Some("completed"), total(&changed)));
}

#[tokio::test]
async fn an_incomplete_checkout_is_not_charged() {
    let counter = Counter::open().await;
    let made = counter.checkout(&[("mug", 1)], "US", "USD").await;
    let answer = counter.pay(&made, GOOD).await;
    assert_eq!((answer.status, &answer.body["status"]), (200, &json!("incomplete")));
    assert!(codes(&answer.body).contains(&"field_required"));
    assert_eq!(counter.count("SELECT COUNT(*) FROM attempts").await, 0);
}

#[tokio::test]
async fn instruments_that_cannot_pay_say_so() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    let complete = format!("{}/complete", path(&ready));
    let mut foreign = paying("tok_x");
    foreign["payment"]["instruments"][0]["handler_id"] = json!("someone_elses");
    let mut bare = paying("tok_x");
    bare["payment"]["instruments"][0].as_object_mut().unwrap().remove("credential");
    for (body, at) in [
        (foreign, "$.payment.instruments[0].handler_id"),
        (bare, "$.payment.instruments[0].credential"),
        (json!({ "payment": { "instruments": [] } }), "$.payment.instruments"),
        (json!({}), "$.payment.instruments"),
        (paying("tok_made_up"), "$.payment"),
    ] {
        let answer = counter.post(&complete, body).await;
        assert_eq!((answer.status, &message(&answer.body, "payment_failed")["path"]), (200, &json!(at)));
        assert_ne!(answer.body["status"], "completed");
    }
    balanced(&counter).await;
}

#[tokio::test]
async fn a_token_pays_for_its_own_checkout_only_and_only_once() {
    let counter = Counter::open().await;
    let (one, other) = (counter.ready(&[("mug", 1)], "US", "USD").await, counter.ready(&[("mug", 1)], "US", "USD").await);
    let token = counter.tokenize(one["id"].as_str().unwrap(), GOOD).await;
    let stolen = counter.post(&format!("{}/complete", path(&other)), paying(&token)).await;
    assert!(message(&stolen.body, "payment_failed")["content"].as_str().unwrap().contains("no longer valid"));
    let old = counter.tokenize(other["id"].as_str().unwrap(), GOOD).await;
    counter.clock.advance(16 * MINUTE);
    let late = counter.post(&format!("{}/complete", path(&other)), paying(&old)).await;
    assert_eq!(codes(&late.body), ["payment_failed"]);
    balanced(&counter).await;
}

#[tokio::test]
async fn a_late_answer_is_waited_for_in_the_background() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    let body = paying(&counter.tokenize(ready["id"].as_str().unwrap(), LATE).await);
    let complete = format!("{}/complete", path(&ready));
    let key = [("idempotency-key", "slow")];
    let waiting = counter.send("POST", &complete, Some(body.clone()), &key).await.body;
    assert_eq!(waiting["status"], "complete_in_progress");
    assert!(codes(&waiting).contains(&"complete_in_progress"));
    let meanwhile = counter.pay(&ready, GOOD).await.body;
    assert_eq!(meanwhile["status"], "complete_in_progress", "a second card is not charged");
    let changed = counter.put(&path(&ready), filled(&ready, "US", &["FAN10"])).await.body;
    assert_eq!((changed["status"].as_str(), total(&changed)), (Some("complete_in_progress"), total(&ready)));
    counter.clock.advance(10_000);
    let done = counter.get(&path(&ready)).await.body;
    assert_eq!(done["status"], "completed");
    assert_eq!(orders(&counter).await, 1);
    balanced(&counter).await;
}

#[tokio::test]
async fn an_unreachable_processor_charges_nothing_and_holds_nothing() {
    let counter = Counter::with_processor(Some("http://127.0.0.1:9")).await;
    let ready = counter.ready(&[("last", 1)], "US", "USD").await;
    let token = counter.tokenize(ready["id"].as_str().unwrap(), GOOD).await;
    let first = counter.post(&format!("{}/complete", path(&ready)), paying(&token)).await.body;
    assert_eq!(first["status"], "complete_in_progress", "it is tried for a while");
    let mut answer = Value::Null;
    for _ in 0..100 {
        answer = counter.get(&path(&ready)).await.body;
        if answer["status"] != "complete_in_progress" {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(answer["status"], "ready_for_complete");
    assert!(message(&answer, "payment_failed")["content"].as_str().unwrap().contains("Nothing was charged"));
    assert_eq!(counter.stock("last").await, (Some(1), 0));
}

#[tokio::test]
async fn news_that_cannot_be_looked_into_is_asked_for_again() {
    let counter = Counter::with_processor(Some("http://127.0.0.1:9")).await;
    let ready = counter.ready(&[("last", 1)], "US", "USD").await;
    let token = counter.tokenize(ready["id"].as_str().unwrap(), GOOD).await;
    let paying = counter.post(&format!("{}/complete", path(&ready)), paying(&token)).await.body;
    assert_eq!(paying["status"], "complete_in_progress");
    let key: String = sqlx::query_scalar("SELECT id FROM attempts").fetch_one(counter.state.db.read()).await.unwrap();
    let news = axum::http::Request::post("/hooks/payments")
        .header("authorization", "Bearer shh")
        .header("content-type", "application/json")
        .body(axum::body::Body::from(json!({ "key": key }).to_string()))
        .unwrap();
    let (status, retry_after) = counter.knock(news).await;
    assert_eq!((status, retry_after.as_deref()), (503, Some("2")), "the processor should tell it again");
}

#[tokio::test]
async fn a_crash_before_the_charge_is_cleaned_up() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("last", 1)], "US", "USD").await;
    let id = ready["id"].as_str().unwrap();
    // What the first transaction leaves behind when the process is killed right after it.
    counter.pay(&ready, BANK).await;
    counter.run("UPDATE attempts SET state = 'pending', challenge_url = NULL").await;
    counter.run("UPDATE checkouts SET phase = 'paying'").await;
    counter.run("DELETE FROM sandbox_payments").await;
    assert_eq!(counter.get(&path(&ready)).await.body["status"], "complete_in_progress");
    counter.clock.advance(16_000);
    assert_eq!(sweep::round(&counter.state).await.unwrap(), 1);
    let open = counter.get(&path(&ready)).await.body;
    assert_eq!((open["status"].as_str(), open["id"].as_str()), (Some("ready_for_complete"), Some(id)));
    assert_eq!(
        counter.count("SELECT COUNT(*) FROM sandbox_payments WHERE status = 'voided'").await,
        1,
        "a charge on its way finds the door closed"
    );
    balanced(&counter).await;
}

#[tokio::test]
async fn a_crash_after_the_charge_is_finished_by_the_same_request() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("last", 1)], "US", "USD").await;
    let body = paying(&counter.tokenize(ready["id"].as_str().unwrap(), BANK).await);
    let complete = format!("{}/complete", path(&ready));
    let key = [("idempotency-key", "killed")];
    counter.send("POST", &complete, Some(body.clone()), &key).await;
    // The processor has the money, the shop was killed before it could write the order, and nobody has noticed yet.
    counter.run("UPDATE attempts SET state = 'pending', challenge_url = NULL").await;
    counter.run("UPDATE checkouts SET phase = 'paying'").await;
    counter.run("UPDATE sandbox_payments SET status = 'captured'").await;
    counter.run("UPDATE idempotency SET status = 0, held_until = 0 WHERE answer LIKE '%requires_escalation%'").await;
    let again = counter.send("POST", &complete, Some(body), &key).await;
    assert_eq!((again.status, &again.body["status"]), (200, &json!("completed")));
    assert_eq!(orders(&counter).await, 1);
    balanced(&counter).await;
}

#[tokio::test]
async fn a_welcome_code_works_once_per_customer() {
    let counter = Counter::open().await;
    let pay_with_code = async |email: &str| {
        let made = counter.checkout(&[("sticker", 1)], "US", "USD").await;
        let mut update = filled(&made, "US", &["FIRST15"]);
        update["buyer"]["email"] = json!(email);
        let ready = counter.put(&path(&made), update).await.body;
        counter.pay(&ready, GOOD).await.body
    };
    let first = pay_with_code("jane@example.com").await;
    assert_eq!(first["discounts"]["applied"][0]["code"], "FIRST15");
    let second = pay_with_code("Jane@Example.com").await;
    assert_eq!(second["status"], "completed");
    assert!(second["discounts"]["applied"].as_array().unwrap().is_empty());
    let other = pay_with_code("ann@example.com").await;
    assert_eq!(other["discounts"]["applied"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn order_numbers_count_up_without_gaps() {
    let counter = Counter::open().await;
    let mut labels = BTreeSet::new();
    for _ in 0..3 {
        let ready = counter.ready(&[("poster", 1)], "US", "USD").await;
        counter.pay(&ready, "4000000000000002").await;
        labels.insert(counter.pay(&ready, GOOD).await.body["order"]["label"].as_str().unwrap().to_owned());
    }
    assert_eq!(labels.into_iter().collect::<Vec<_>>(), ["#1001", "#1002", "#1003"]);
}

#[tokio::test]
async fn what_was_bought_leaves_the_cart() {
    let counter = Counter::open().await;
    let cart = counter.post("/carts", json!({ "line_items": crate::counter::wanted(&[("mug", 1)]) })).await.body;
    let made = counter.post("/checkout-sessions", json!({ "cart_id": cart["id"], "line_items": [] })).await.body;
    let ready = counter.put(&path(&made), filled(&made, "US", &[])).await.body;
    assert_eq!(counter.pay(&ready, GOOD).await.body["status"], "completed");
    let cart = counter.get(&format!("/carts/{}", cart["id"].as_str().unwrap())).await.body;
    assert_eq!(cart["line_items"], json!([]));
}
