//! The shopkeeper's desk, with the real program against the database of a running shop.

use std::process::{Command, Output};

use serde_json::{Value, json};
use storefront::outbox;
use storefront::store::outbox::Kind;

use crate::counter::Counter;

/// A shop whose outbox is being worked on, as in a running server.
async fn open() -> Counter {
    let counter = Counter::open().await;
    for kind in Kind::ALL {
        tokio::spawn(outbox::deliver(counter.state.clone(), kind));
    }
    counter
}

async fn bought(counter: &Counter, lines: &[(&str, i64)]) -> (String, String) {
    let ready = counter.ready(lines, "US", "USD").await;
    let paid = counter.pay(&ready, "4242424242424242").await.body;
    let link = paid["order"]["permalink_url"].as_str().unwrap();
    (paid["order"]["id"].as_str().unwrap().to_owned(), link.split_once('#').unwrap().1.to_owned())
}

async fn order(counter: &Counter, (id, token): &(String, String)) -> Value {
    counter.send("GET", &format!("/orders/{id}"), None, &[("authorization", &format!("Bearer {token}"))]).await.body
}

/// `fanshelf-storefront orders …` on the shop's database.
async fn desk(counter: &Counter, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fanshelf-storefront"));
    command.arg("orders").args(arguments).arg("--data-dir").arg(counter.folder()).args(["--log", "error"]);
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

/// What it printed, when it did as asked.
async fn said(counter: &Counter, arguments: &[&str]) -> String {
    let output = desk(counter, arguments).await;
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The one sentence with which it refused.
async fn refused(counter: &Counter, arguments: &[&str]) -> String {
    let output = desk(counter, arguments).await;
    assert!(!output.status.success() && output.stdout.is_empty(), "{arguments:?}: {output:?}");
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(text.lines().count(), 1, "{text}");
    text.trim_end().to_owned()
}

async fn payment(counter: &Counter, column: &str) -> i64 {
    counter.count(&format!("SELECT {column} FROM sandbox_payments")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_sent_in_parcels_and_arrives() {
    let counter = open().await;
    let key = bought(&counter, &[("mug", 2), ("poster", 1), ("song", 1)]).await;
    assert_eq!(refused(&counter, &["deliver", "1001"]).await, "Nothing of it is on its way.");
    let parcel = [
        "ship",
        "1001",
        "--line",
        "li_1=1",
        "--carrier",
        "UPS",
        "--tracking-number",
        "1Z1",
        "--tracking-url",
        "https://ups.example/1Z1",
    ];
    assert_eq!(said(&counter, &parcel).await, "#1001: sent 1 × The mug.\n");
    let now = order(&counter, &key).await;
    assert_eq!((&now["line_items"][0]["status"], &now["line_items"][1]["status"]), (&json!("partial"), &json!("processing")));
    let event = now["fulfillment"]["events"].as_array().unwrap().iter().find(|event| event["type"] == "shipped").unwrap();
    assert_eq!(event["carrier"], "UPS");
    assert_eq!(event["line_items"], json!([{ "id": "li_1", "quantity": 1 }]));
    assert_eq!(refused(&counter, &["ship", "1001", "--line", "li_1=2"]).await, "Of the line li_1 only 1 can be taken for this.");
    assert_eq!(
        refused(&counter, &["ship", "1001", "--line", "li_9=1"]).await,
        "The order has no line li_9. `orders show` lists its lines."
    );
    assert_eq!(said(&counter, &["ship", "#1001"]).await, "#1001: sent 1 × The mug, 1 × The poster.\n");
    assert_eq!(refused(&counter, &["ship", "1001"]).await, "Everything that can be sent has been sent.");
    assert_eq!(said(&counter, &["deliver", &key.0]).await, "#1001: arrived 2 × The mug, 1 × The poster.\n");
    let now = order(&counter, &key).await;
    assert!(now["line_items"].as_array().unwrap().iter().all(|line| line["status"] == "fulfilled"), "{now}");
    assert!(refused(&counter, &["cancel", "1001"]).await.starts_with("There is nothing left"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_order_gives_units_and_money_back_once() {
    let counter = open().await;
    let key = bought(&counter, &[("mug", 2)]).await;
    assert_eq!(counter.stock("mug").await, (Some(3), 0));
    let charged = payment(&counter, "amount").await;
    let words = said(&counter, &["cancel", "1001", "--reason", "Out of clay"]).await;
    let amount = ucp::money::decimal(charged, "USD");
    assert_eq!(words, format!("#1001: cancelled 2 × The mug.\n#1001: {amount} USD given back.\n"));
    assert_eq!(counter.stock("mug").await, (Some(5), 0));
    assert_eq!(payment(&counter, "refunded").await, charged);
    let now = order(&counter, &key).await;
    assert_eq!(now["line_items"][0]["status"], "removed");
    assert_eq!(now["line_items"][0]["quantity"], json!({ "original": 2, "total": 0, "fulfilled": 0 }));
    let kinds: Vec<_> = now["adjustments"].as_array().unwrap().iter().map(|one| (&one["type"], &one["status"])).collect();
    assert_eq!(kinds.len(), 2);
    assert!(
        kinds.contains(&(&json!("cancellation"), &json!("completed")))
            && kinds.contains(&(&json!("refund"), &json!("completed")))
    );
    assert!(refused(&counter, &["cancel", "1001"]).await.starts_with("There is nothing left"));
    assert_eq!(refused(&counter, &["refund", "1001"]).await, "Only 0.00 USD of this order can still be given back.");
    assert_eq!((counter.stock("mug").await, payment(&counter, "refunded").await), ((Some(5), 0), charged));
}

#[tokio::test(flavor = "multi_thread")]
async fn refunds_never_exceed_what_was_paid() {
    let counter = open().await;
    let key = bought(&counter, &[("poster", 2)]).await;
    let charged = payment(&counter, "amount").await;
    assert_eq!(said(&counter, &["refund", "1001", "--amount", "5.00"]).await, "#1001: 5.00 USD given back.\n");
    let left = ucp::money::decimal(charged - 500, "USD");
    let more = ucp::money::decimal(charged - 499, "USD");
    assert_eq!(
        refused(&counter, &["refund", "1001", "--amount", &more]).await,
        format!("Only {left} USD of this order can still be given back.")
    );
    assert_eq!(refused(&counter, &["refund", "1001", "--amount", "5.001"]).await, "5.001 is not an amount in USD.");
    assert_eq!(refused(&counter, &["refund", "1001", "--amount", "0"]).await, "The amount must be more than nothing.");
    // A poster came back: its share, and it can be sold again.
    let stock = counter.stock("poster").await.0.unwrap();
    said(&counter, &["ship", "1001"]).await;
    said(&counter, &["refund", "1001", "--line", "li_1=1", "--restock"]).await;
    assert_eq!(counter.stock("poster").await.0, Some(stock + 1));
    assert_eq!(order(&counter, &key).await["line_items"][0]["quantity"]["total"], 1);
    said(&counter, &["refund", "1001"]).await;
    assert_eq!(payment(&counter, "refunded").await, charged, "to the last cent");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_shopkeepers_at_once_give_the_money_back_once() {
    let counter = open().await;
    bought(&counter, &[("mug", 1)]).await;
    let charged = payment(&counter, "amount").await;
    let (one, other) = tokio::join!(desk(&counter, &["refund", "1001"]), desk(&counter, &["refund", "1001"]));
    assert!(one.status.success() != other.status.success(), "{one:?} {other:?}");
    assert_eq!(payment(&counter, "refunded").await, charged);
    assert_eq!(counter.count("SELECT COUNT(*) FROM sandbox_refunds").await, 1);
}

#[tokio::test]
async fn a_refund_waits_for_the_shop_to_run_and_is_asked_for_once() {
    let counter = Counter::open().await;
    let key = bought(&counter, &[("mug", 1)]).await;
    let words = said(&counter, &["refund", "1001", "--amount", "2", "--wait", "0"]).await;
    assert!(words.contains("will be given back by the running shop"), "{words}");
    assert_eq!(order(&counter, &key).await["adjustments"][0]["status"], "pending");
    assert_eq!(payment(&counter, "refunded").await, 0);
    // The answer is lost on the way: the question goes out again under the same key.
    let row = "SELECT COUNT(*) FROM outbox WHERE kind = 'refund' AND state = ";
    outbox::round(&counter.state).await.unwrap();
    counter.run("UPDATE outbox SET state = 'waiting', due_at = 0, finished_at = NULL WHERE kind = 'refund'").await;
    outbox::round(&counter.state).await.unwrap();
    assert_eq!(payment(&counter, "refunded").await, 200);
    assert_eq!(counter.count(&format!("{row} 'delivered'")).await, 1);
    assert_eq!(order(&counter, &key).await["adjustments"][0]["status"], "completed");
}

#[tokio::test]
async fn what_the_processor_refuses_is_told_and_does_not_count() {
    let counter = Counter::open().await;
    let key = bought(&counter, &[("mug", 1)]).await;
    counter.run("UPDATE sandbox_payments SET status = 'voided'").await;
    said(&counter, &["refund", "1001", "--wait", "0"]).await;
    outbox::round(&counter.state).await.unwrap();
    assert_eq!(order(&counter, &key).await["adjustments"][0]["status"], "failed");
    let shown: Value = serde_json::from_str(&said(&counter, &["show", "1001"]).await).unwrap();
    let refund = shown["messages"].as_array().unwrap().iter().find(|one| one["kind"] == "refund").unwrap().clone();
    assert_eq!((&refund["state"], &refund["failure"]), (&json!("given_up"), &json!("That much cannot be given back.")));
    counter.run("UPDATE sandbox_payments SET status = 'captured'").await;
    said(&counter, &["refund", "1001", "--wait", "0"]).await;
    outbox::round(&counter.state).await.unwrap();
    assert_eq!(payment(&counter, "refunded").await, payment(&counter, "amount").await, "the failed one took nothing of it");
}

#[tokio::test]
async fn a_pre_order_says_from_when_it_is_sent() {
    let counter = Counter::open().await;
    let key = bought(&counter, &[("later", 1), ("mug", 1)]).await;
    let now = order(&counter, &key).await;
    assert_eq!(now["fulfillment"]["expectations"][0]["fulfillable_on"], "2100-01-01T00:00:00Z");
    assert!(now["fulfillment"]["expectations"][0]["description"].as_str().unwrap().contains("1 January 2100"));
    said(&counter, &["cancel", "1001", "--line", "li_1=1", "--no-refund"]).await;
    let now = order(&counter, &key).await;
    assert_eq!(
        now["fulfillment"]["expectations"][0]["line_items"],
        json!([{ "id": "li_2", "quantity": 1 }]),
        "what is cancelled is not promised"
    );
    assert_eq!(now["line_items"].as_array().unwrap().len(), 2, "but it stays in the order");
}

#[tokio::test]
async fn what_was_given_up_can_be_tried_again() {
    let counter = Counter::open().await;
    bought(&counter, &[("mug", 1)]).await;
    assert_eq!(refused(&counter, &["retry", "1001"]).await, "Nothing about this order was given up.");
    counter.run("UPDATE outbox SET state = 'given_up', finished_at = 1, expires_at = 1").await;
    outbox::round(&counter.state).await.unwrap();
    assert_eq!(counter.count("SELECT COUNT(*) FROM mailbox").await, 0);
    assert_eq!(said(&counter, &["retry", "1001"]).await, "#1001: 1 to be tried again.\n");
    outbox::round(&counter.state).await.unwrap();
    assert_eq!(counter.count("SELECT COUNT(*) FROM mailbox").await, 1);
    assert_eq!(refused(&counter, &["ship", "9999"]).await, "There is no order 9999.");
}
