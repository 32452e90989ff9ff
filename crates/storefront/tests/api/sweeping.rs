//! What grows has an end, and orders have none.

use serde_json::json;
use storefront::outbox;
use storefront::sandbox::{self, Sandbox, Settings};
use storefront::shop::calendar::DAY;
use storefront::store::{Engine, sweep};

use crate::counter::{Counter, path, wanted};
use crate::webhooks::Platform;

#[tokio::test]
async fn what_came_to_nothing_is_forgotten_and_what_was_sold_is_not() {
    let counter = Counter::open().await;
    let sold = counter.ready(&[("mug", 1)], "US", "USD").await;
    assert_eq!(counter.pay(&sold, "4000000000000002").await.body["status"], "ready_for_complete");
    assert_eq!(counter.pay(&sold, "4242424242424242").await.body["status"], "completed");
    let left = counter.ready(&[("poster", 1)], "US", "USD").await;
    counter.pay(&left, "4000000000000002").await;
    counter.post("/carts", json!({ "line_items": wanted(&[("mug", 1)]) })).await;
    counter.tokenize(left["id"].as_str().unwrap(), "4242424242424242").await;
    for (table, rows) in [("carts", 1), ("checkouts", 2), ("attempts", 3), ("sandbox_tokens", 4), ("sandbox_payments", 3)] {
        assert_eq!(counter.count(&format!("SELECT COUNT(*) FROM {table}")).await, rows, "{table}");
    }
    assert!(counter.count("SELECT COUNT(*) FROM idempotency").await >= 7);

    let state = &counter.state;
    let processor = Sandbox::new(state.db.clone(), state.clock.clone(), Settings::of(&state.config), state.client.clone());
    // The checkout runs out in hours and is forgotten a month later.
    counter.clock.advance(DAY);
    sweep::round(&state.db, counter.clock.now()).await.unwrap();
    assert_eq!(counter.count("SELECT COUNT(*) FROM checkouts WHERE phase = 'canceled'").await, 1);
    counter.clock.advance(31 * DAY);
    let now = counter.clock.now();
    // Several processes sweep; none of them minds the others.
    let (a, b, c) = tokio::join!(sweep::round(&state.db, now), sweep::round(&state.db, now), sweep::round(&state.db, now));
    assert!(a.unwrap() + b.unwrap() + c.unwrap() >= 1);
    let (a, b) = tokio::join!(sandbox::sweep(&processor), sandbox::sweep(&processor));
    assert_eq!(
        a.unwrap() + b.unwrap(),
        8,
        "four tokens, two declined payments, and how often two checkouts were tried to be paid for"
    );
    // What one had in its hands when another came by goes in the next round.
    sweep::round(&state.db, now).await.unwrap();
    for (table, rows) in [
        ("idempotency", 0),
        ("carts", 0),
        ("checkouts", 1),
        ("attempts", 1),
        ("orders", 1),
        ("sandbox_tokens", 0),
        ("sandbox_payments", 1),
    ] {
        assert_eq!(counter.count(&format!("SELECT COUNT(*) FROM {table}")).await, rows, "{table}");
    }
    assert_eq!(counter.get(&path(&sold)).await.body["status"], "completed");
    assert_eq!(counter.get(&path(&left)).await.body["messages"][0]["code"], "not_found");
}

#[tokio::test]
async fn what_was_told_is_forgotten_and_whoever_wants_to_hear_of_an_order_is_not() {
    let counter = Counter::with_flags(&["--dev"]).await;
    let platform = Platform::open().await;
    platform.buys(&counter).await;
    for number in 0..4 {
        counter
            .run(&format!(
                "INSERT INTO listeners (checkout, platform, webhook_url, created_at) VALUES ('chk_{number}', 'p', 'u', 1)"
            ))
            .await;
    }
    outbox::round(&counter.state).await.unwrap();
    for (table, rows) in [("outbox", 2), ("mailbox", 1), ("listeners", 5)] {
        assert_eq!(counter.count(&format!("SELECT COUNT(*) FROM {table}")).await, rows, "{table}");
    }
    counter.clock.advance(31 * DAY);
    // Somebody works on one of them. On SQLite a sweeper waits for its turn like everybody; on PostgreSQL it passes by.
    let mut tx = counter.state.db.begin().await.unwrap();
    if counter.state.db.engine() == Engine::Postgres {
        sqlx::query("UPDATE listeners SET platform = 'q' WHERE checkout = 'chk_2'").execute(&mut *tx).await.unwrap();
        let (a, b) = tokio::join!(outbox::sweep(&counter.state), outbox::sweep(&counter.state));
        a.unwrap();
        b.unwrap();
        assert_eq!(counter.count("SELECT COUNT(*) FROM listeners").await, 2, "the one in somebody's hands, and the order's");
    }
    tx.commit().await.unwrap();
    outbox::sweep(&counter.state).await.unwrap();
    for (table, rows) in [("outbox", 0), ("mailbox", 0), ("listeners", 1), ("orders", 1)] {
        assert_eq!(counter.count(&format!("SELECT COUNT(*) FROM {table}")).await, rows, "{table}");
    }
}
