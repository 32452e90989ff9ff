//! Idempotency-Key: a thing is done once, however often it is asked.

use serde_json::json;
use storefront::store::sweep;

use super::fixture::{AGENT, Reply, Shop};

const BODY: &str = r#"{"line_items":[{"item":{"id":"fig-mug.one"},"quantity":2}]}"#;

async fn create(shop: &Shop, key: &str, body: &str) -> Reply {
    shop.post_text("/carts", body, &[("idempotency-key", key)]).await
}

async fn carts(shop: &Shop) -> i64 {
    sqlx::query_scalar("SELECT COUNT(*) FROM carts").fetch_one(shop.state.db.read()).await.unwrap()
}

#[tokio::test]
async fn a_retry_gets_the_first_answer_byte_for_byte() {
    let shop = Shop::open().await;
    let first = create(&shop, "not-a-uuid", BODY).await;
    let again = create(&shop, "not-a-uuid", BODY).await;
    assert_eq!(first.status, 201, "{first:?}");
    assert_eq!((again.status, &again.bytes), (201, &first.bytes));
    assert_eq!(carts(&shop).await, 1);
}

#[tokio::test]
async fn another_body_under_the_same_key_is_a_conflict() {
    let shop = Shop::open().await;
    create(&shop, "k", BODY).await;
    // The same JSON with one more space: the raw bytes decide.
    let reply = create(&shop, "k", &BODY.replace(':', ": ")).await;
    let answer = reply.json();
    assert_eq!((reply.status, &answer["code"]), (409, &json!("idempotency_conflict")));
    assert!(answer["content"].is_string());
    assert_eq!(carts(&shop).await, 1);
}

#[tokio::test]
async fn keys_belong_to_their_operation_and_their_client() {
    let shop = Shop::with(&["--dev"]).await;
    let cart = create(&shop, "k", BODY).await;
    let checkout = shop.post_text("/checkout-sessions", BODY, &[("idempotency-key", "k")]).await;
    assert_eq!((cart.status, checkout.status), (201, 201), "{checkout:?}");
    let other = [("idempotency-key", "k"), ("ucp-agent", "profile=\"https://spck.dev/agent\"")];
    assert_ne!(shop.post_text("/carts", BODY, &other).await.json()["id"], cart.json()["id"]);
    let guest = [("idempotency-key", "k"), ("authorization", "Bearer somebody")];
    assert_ne!(shop.post_text("/carts", BODY, &guest).await.json()["id"], cart.json()["id"]);
}

#[tokio::test]
async fn without_a_key_every_request_is_a_first() {
    let shop = Shop::open().await;
    let one = shop.post_text("/carts", BODY, &[]).await.json();
    let two = shop.post_text("/carts", BODY, &[]).await.json();
    assert_ne!(one["id"], two["id"]);
}

#[tokio::test]
async fn duplicates_at_the_same_moment_make_one_thing() {
    let shop = Shop::open().await;
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let app = shop.app.clone();
        calls.spawn(async move {
            let request = axum::http::Request::post("/ucp/v1/carts")
                .header("content-type", "application/json")
                .header("ucp-agent", AGENT)
                .header("idempotency-key", "same")
                .body(axum::body::Body::from(BODY))
                .unwrap();
            let response = tower::ServiceExt::oneshot(app, request).await.unwrap();
            let status = response.status().as_u16();
            let bytes = http_body_util::BodyExt::collect(response.into_body()).await.unwrap().to_bytes();
            (status, bytes)
        });
    }
    let answers = calls.join_all().await;
    assert!(answers.iter().all(|answer| answer.0 == 201 && answer.1 == answers[0].1), "{answers:?}");
    assert_eq!(carts(&shop).await, 1);
}

#[tokio::test]
async fn an_answer_is_kept_for_two_days() {
    let shop = Shop::open().await;
    let first = create(&shop, "k", BODY).await;
    shop.state.clock.advance(47 * 3_600_000);
    assert_eq!(create(&shop, "k", BODY).await.bytes, first.bytes);
    shop.state.clock.advance(2 * 3_600_000);
    let now = shop.state.clock.now();
    assert_eq!(sweep::round(&shop.state.db, now).await.unwrap(), 1);
    assert_ne!(create(&shop, "k", BODY).await.json()["id"], first.json()["id"]);
}

#[tokio::test]
async fn a_refused_request_is_not_remembered() {
    let shop = Shop::open().await;
    let refused = create(&shop, "k", r#"{"line_items":"two mugs"}"#).await;
    assert_eq!(refused.status, 422);
    assert_eq!(create(&shop, "k", BODY).await.status, 201);
}

#[tokio::test]
async fn an_unusable_key_is_refused() {
    let shop = Shop::open().await;
    let long = "x".repeat(256);
    for key in ["", long.as_str()] {
        let reply = create(&shop, key, BODY).await;
        assert_eq!((reply.status, &reply.json()["code"]), (400, &json!("invalid_idempotency_key")), "{key}");
    }
}

#[tokio::test]
async fn a_shop_that_cannot_remember_does_nothing() {
    let shop = Shop::open().await;
    let mut tx = shop.state.db.begin().await.unwrap();
    sqlx::query("ALTER TABLE idempotency RENAME TO elsewhere").execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    let reply = create(&shop, "k", BODY).await;
    assert_eq!((reply.status, reply.header("retry-after")), (503, "2"));
    assert_eq!(carts(&shop).await, 0);
}

#[tokio::test]
async fn a_request_in_progress_is_waited_for_and_taken_over_when_its_holder_is_gone() {
    let shop = Shop::open().await;
    create(&shop, "k", BODY).await;
    let until = shop.state.clock.now() + 60_000;
    let mut tx = shop.state.db.begin().await.unwrap();
    sqlx::query("UPDATE idempotency SET status = 0, held_until = $1").bind(until).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    let busy = create(&shop, "k", BODY).await;
    assert_eq!((busy.status, busy.header("retry-after")), (409, "1"));
    assert_eq!(busy.json()["code"], "idempotency_in_progress");
    shop.state.clock.advance(61_000);
    let conflict = create(&shop, "k", "{\"line_items\":[]}").await;
    assert_eq!(conflict.json()["code"], "idempotency_conflict", "taking over is for the same body only");
    assert_eq!(create(&shop, "k", BODY).await.status, 201);
}
