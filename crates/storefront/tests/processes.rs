//! Several real processes over one database: what one of them knows, all of them know.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

#[path = "api/database.rs"]
#[expect(dead_code, reason = "shared with the other test program, which needs more of it")]
mod database;
#[path = "processes/shops.rs"]
mod shops;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};
use shops::Shops;
use tokio::sync::Barrier;

/// Whoever buys, in how many processes, and how much there is.
const BUYERS: usize = 64;
const PROCESSES: usize = 3;
const UNITS: i64 = 10;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixty_four_buyers_of_ten_units_in_three_processes_make_ten_orders() {
    let shops = Arc::new(Shops::open(PROCESSES, UNITS).await);
    // Everybody is ready to pay before anybody pays.
    let start = Arc::new(Barrier::new(BUYERS));
    let mut buyers = tokio::task::JoinSet::new();
    for buyer in 0..BUYERS {
        let (shops, start) = (Arc::clone(&shops), Arc::clone(&start));
        buyers.spawn(async move {
            let ready = shops.ready(buyer).await;
            let token = shops.tokenize(ready["id"].as_str().unwrap()).await;
            start.wait().await;
            shops.pay(buyer, &ready, &token).await
        });
    }
    let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
    for answer in buyers.join_all().await {
        let code = answer["messages"].as_array().and_then(|all| all.first()).and_then(|one| one["code"].as_str());
        let outcome = format!("{} {}", answer["status"].as_str().unwrap_or_else(|| panic!("{answer}")), code.unwrap_or("-"));
        *outcomes.entry(outcome).or_default() += 1;
    }
    assert_eq!(outcomes.get("completed -"), Some(&10), "{outcomes:?}");
    assert_eq!(outcomes.get("incomplete out_of_stock"), Some(&54), "{outcomes:?}");
    assert_eq!(shops.failures(), Vec::<String>::new(), "no answer of any process had a status of 500 or more");
    assert_eq!(shops.count("SELECT COUNT(*) FROM orders").await, UNITS);
    assert_eq!(shops.count("SELECT COUNT(*) FROM sandbox_payments WHERE status = 'captured'").await, UNITS);
    assert_eq!(shops.count("SELECT COUNT(*) FROM stock WHERE on_hand <> 0 OR held <> 0").await, 0);
    assert_eq!(shops.count("SELECT COUNT(*) FROM stock_holds").await, 0);
    assert_eq!(shops.count("SELECT COUNT(*) FROM attempts WHERE state IN ('pending', 'challenge')").await, 0);
    shops.no_deadlocks().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_purchase_may_change_the_process_at_every_step_and_a_retry_too() {
    let shops = Shops::open(2, UNITS).await;
    let cart = shops.send(0, "POST", "/carts", Some(json!({ "line_items": shops::LINES })), "k-cart").await;
    let body = json!({ "cart_id": cart["id"], "line_items": [] });
    let made = shops.send(1, "POST", "/checkout-sessions", Some(body.clone()), "k-make").await;
    let again = shops.send(0, "POST", "/checkout-sessions", Some(body), "k-make").await;
    assert_eq!(made, again, "the other process remembers the first answer");
    let ready = shops.send(0, "PUT", &shops::path(&made), Some(shops::filled(&made)), "k-fill").await;
    assert_eq!(ready["status"], "ready_for_complete", "{}", ready["messages"]);
    let token = shops.tokenize(ready["id"].as_str().unwrap()).await;
    let complete = format!("{}/complete", shops::path(&made));
    // A double click whose clicks land in two processes.
    let (one, other) = tokio::join!(
        shops.send(0, "POST", &complete, Some(shops::paying(&token)), "k-pay"),
        shops.send(1, "POST", &complete, Some(shops::paying(&token)), "k-pay"),
    );
    let states: Vec<&Value> = vec![&one["status"], &other["status"]];
    assert!(states.iter().all(|state| *state == "completed" || *state == "complete_in_progress"), "{states:?}");
    let seen = shops.send(1, "GET", &shops::path(&made), None, "-").await;
    assert_eq!(seen["status"], "completed");
    assert_eq!(shops.count("SELECT COUNT(*) FROM orders").await, 1);
    let left = shops.send(1, "GET", &format!("/carts/{}", cart["id"].as_str().unwrap()), None, "-").await;
    assert_eq!(left["line_items"], json!([]));
    shops.no_deadlocks().await;
}
