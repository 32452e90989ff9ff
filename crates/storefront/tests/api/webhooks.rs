//! Webhooks: signed, in order, tried again under one id, given up in the end, and never sent where they should not go.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::routing::{get, post};
use serde_json::{Value, json};
use storefront::outbox;
use storefront::signatures::{Message, Proof, Target};
use storefront::store::outbox as messages;
use tokio::net::TcpListener;

use crate::counter::{Counter, filled, path, paying, wanted};

/// A platform: its profile, and what arrived at its webhook.
#[derive(Clone)]
pub(crate) struct Platform {
    address: String,
    arrived: Arc<Mutex<Vec<Arrived>>>,
    answers: Arc<Mutex<VecDeque<StatusCode>>>,
}

#[derive(Clone)]
struct Arrived {
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
}

impl Platform {
    pub(crate) async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("127.0.0.1:{}", listener.local_addr().unwrap().port());
        let platform = Self { address, arrived: Arc::default(), answers: Arc::default() };
        let app = Router::new()
            .route("/profile.json", get(profile))
            .route("/hooks", post(take))
            .route("/moved", post(async || (StatusCode::TEMPORARY_REDIRECT, [("location", "/hooks")])))
            .with_state(platform.clone());
        tokio::spawn(axum::serve(listener, app).into_future());
        platform
    }

    fn agent(&self) -> String {
        format!("profile=\"http://{}/profile.json\"", self.address)
    }

    /// The next answers, instead of those that were to come; afterwards 200.
    pub(crate) fn answer(&self, statuses: &[u16]) {
        let mut answers = self.answers.lock().unwrap();
        answers.clear();
        answers.extend(statuses.iter().map(|status| StatusCode::from_u16(*status).unwrap()));
    }

    fn arrived(&self) -> Vec<Arrived> {
        self.arrived.lock().unwrap().clone()
    }

    /// Buys a mug as a client of this platform; returns the order's id.
    pub(crate) async fn buys(&self, counter: &Counter) -> String {
        let agent = self.agent();
        let headers = [("ucp-agent", agent.as_str())];
        let body = json!({ "line_items": wanted(&[("mug", 1)]), "context": { "address_country": "US", "currency": "USD" } });
        let created = counter.send("POST", "/checkout-sessions", Some(body), &headers).await;
        assert_eq!(created.status, 201, "{created:?}");
        let place = path(&created.body);
        counter.send("PUT", &place, Some(filled(&created.body, "US", &[])), &headers).await;
        let token = counter.tokenize(created.body["id"].as_str().unwrap(), "4242424242424242").await;
        let paid = counter.send("POST", &format!("{place}/complete"), Some(paying(&token)), &headers).await;
        paid.body["order"]["id"].as_str().unwrap_or_else(|| panic!("{paid:?}")).to_owned()
    }
}

async fn profile(State(platform): State<Platform>) -> axum::Json<Value> {
    let capability = |name: &str| json!([{ "version": "2026-04-08", "spec": format!("https://ucp.dev/{name}"), "schema": format!("https://ucp.dev/{name}.json") }]);
    let mut order = capability("order");
    order[0]["config"] = json!({ "webhook_url": format!("http://{}/hooks?shop=fan&key=s3", platform.address) });
    axum::Json(json!({ "ucp": {
        "version": "2026-04-08",
        "services": { "dev.ucp.shopping": [] },
        "payment_handlers": {},
        "capabilities": {
            "dev.ucp.shopping.checkout": capability("checkout"),
            "dev.ucp.shopping.fulfillment": capability("fulfillment"),
            "dev.ucp.shopping.discount": capability("discount"),
            "dev.ucp.shopping.order": order,
        },
    } }))
}

async fn take(State(platform): State<Platform>, uri: Uri, headers: HeaderMap, body: Bytes) -> StatusCode {
    platform.arrived.lock().unwrap().push(Arrived { uri, headers, body });
    platform.answers.lock().unwrap().pop_front().unwrap_or(StatusCode::OK)
}

async fn in_development() -> Counter {
    Counter::with_flags(&["--dev"]).await
}

fn said(arrived: &Arrived, name: &str) -> String {
    arrived.headers[name].to_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_order_is_told_whole_and_signed() {
    let (counter, platform) = (in_development().await, Platform::open().await);
    let id = platform.buys(&counter).await;
    assert!(platform.arrived().is_empty(), "the purchase itself waits for nobody");
    outbox::round(&counter.state).await.unwrap();
    let arrived = platform.arrived();
    assert_eq!(arrived.len(), 1);
    let order: Value = serde_json::from_slice(&arrived[0].body).unwrap();
    assert_eq!(order["id"], id);
    for member in ["ucp", "checkout_id", "permalink_url", "line_items", "fulfillment", "currency", "totals"] {
        assert!(!order[member].is_null(), "{member}");
    }
    assert!(!String::from_utf8_lossy(&arrived[0].body).contains('#') || !order["permalink_url"].as_str().unwrap().contains('#'));
    let profile = said(&arrived[0], "ucp-agent");
    assert_eq!(profile, format!("profile=\"{}/.well-known/ucp\"", counter.state.config.public_url));
    assert_eq!(said(&arrived[0], "webhook-id"), said(&arrived[0], "idempotency-key"));
    // The platform's side: the key comes from the profile, the request as it arrived.
    let keys = counter.state.seal.published().await.unwrap();
    let target = Target::Request {
        method: "POST",
        authority: &said(&arrived[0], "host"),
        path: arrived[0].uri.path(),
        query: arrived[0].uri.query(),
    };
    let message = Message { target, headers: &arrived[0].headers, body: &arrived[0].body };
    Proof::read(&arrived[0].headers).unwrap().verify(&message, &keys, counter.clock.now() / 1_000).unwrap();
    assert_eq!(arrived[0].uri.query(), Some("shop=fan&key=s3"));
}

#[tokio::test]
async fn what_fails_is_tried_again_under_the_same_id_and_with_the_same_words() {
    let (counter, platform) = (in_development().await, Platform::open().await);
    platform.answer(&[503, 404]);
    platform.buys(&counter).await;
    for (pause, expected) in [(0, 1), (0, 1), (1_000, 2), (999, 2), (1_001, 3), (10_000, 3)] {
        counter.clock.advance(pause);
        outbox::round(&counter.state).await.unwrap();
        assert!(platform.arrived().len() <= expected, "too early: {} of {expected}", platform.arrived().len());
        if pause == 10_000 {
            assert_eq!(platform.arrived().len(), 3);
        }
    }
    let arrived = platform.arrived();
    for again in &arrived[1..] {
        assert_eq!(said(again, "webhook-id"), said(&arrived[0], "webhook-id"));
        assert_eq!(said(again, "idempotency-key"), said(&arrived[0], "idempotency-key"));
        assert_eq!(said(again, "webhook-timestamp"), said(&arrived[0], "webhook-timestamp"));
        assert_eq!(again.body, arrived[0].body);
    }
    counter.clock.advance(86_400_000);
    outbox::round(&counter.state).await.unwrap();
    assert_eq!(platform.arrived().len(), 3, "delivered is delivered");
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let (counter, platform) = (in_development().await, Platform::open().await);
    platform.buys(&counter).await;
    counter.run(&format!("UPDATE outbox SET recipient = 'http://{}/moved' WHERE kind = 'webhook'", platform.address)).await;
    outbox::round(&counter.state).await.unwrap();
    assert!(platform.arrived().is_empty());
    assert_eq!(counter.count("SELECT COUNT(*) FROM outbox WHERE kind = 'webhook' AND failure = 'it answered 307'").await, 1);
}

#[tokio::test]
async fn it_is_given_up_after_three_days_where_people_can_see_it() {
    let (counter, platform) = (in_development().await, Platform::open().await);
    let id = platform.buys(&counter).await;
    platform.answer(&[500; 200]);
    let mut tries = 0;
    for _ in 0..100 {
        tries += outbox::round(&counter.state).await.unwrap();
        counter.clock.advance(3_600_000);
    }
    assert!((70..90).contains(&platform.arrived().len()), "about once an hour: {}", platform.arrived().len());
    assert!(tries >= platform.arrived().len());
    let mut connection = counter.state.db.read().acquire().await.unwrap();
    let standing = messages::of_order(&mut connection, &id).await.unwrap();
    let webhook = standing.iter().find(|one| one.kind == "webhook").unwrap();
    assert_eq!((webhook.state.as_str(), webhook.failure.as_deref()), ("given_up", Some("it answered 500")));
    drop(connection);
    counter.clock.advance(31 * 86_400_000);
    outbox::sweep(&counter.state).await.unwrap();
    assert_eq!(counter.count("SELECT COUNT(*) FROM outbox WHERE kind = 'webhook'").await, 0, "and forgotten in the end");
}

#[tokio::test]
async fn two_processes_share_the_work_and_a_dead_ones_claim_runs_out() {
    let (counter, platform) = (in_development().await, Platform::open().await);
    for _ in 0..4 {
        platform.buys(&counter).await;
    }
    let (one, other) = tokio::join!(outbox::round(&counter.state), outbox::round(&counter.state));
    one.unwrap();
    other.unwrap();
    let mut ids: Vec<String> = platform.arrived().iter().map(|one| said(one, "webhook-id")).collect();
    ids.sort();
    ids.dedup();
    assert_eq!((ids.len(), platform.arrived().len()), (4, 4), "each once");
    // A process that claimed a message and died.
    platform.buys(&counter).await;
    let now = counter.clock.now();
    let mut tx = counter.state.db.begin().await.unwrap();
    let due = messages::due(&mut tx, "", messages::Kind::Webhook, now, 10).await.unwrap();
    assert!(messages::claim(&mut tx, &due[0], "claim_dead", now, now + 60_000).await.unwrap().is_some());
    assert!(messages::claim(&mut tx, &due[0], "claim_late", now, now + 60_000).await.unwrap().is_none(), "one holds it");
    tx.commit().await.unwrap();
    outbox::round(&counter.state).await.unwrap();
    assert_eq!(platform.arrived().len(), 4, "it is in somebody's hands");
    counter.clock.advance(60_001);
    outbox::round(&counter.state).await.unwrap();
    assert_eq!(platform.arrived().len(), 5);
}

#[tokio::test]
async fn outside_development_nothing_is_posted_to_this_machine() {
    let (counter, platform) = (in_development().await, Platform::open().await);
    platform.buys(&counter).await;
    let mut strict = counter.state.clone();
    strict.config = Arc::new(storefront::config::Config { dev: false, ..(*counter.state.config).clone() });
    outbox::round(&strict).await.unwrap();
    assert!(platform.arrived().is_empty());
    assert_eq!(counter.count("SELECT COUNT(*) FROM outbox WHERE kind = 'webhook' AND state = 'given_up'").await, 1);
}

#[tokio::test]
async fn a_platform_without_a_webhook_is_told_nothing() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    counter.pay(&ready, "4242424242424242").await;
    assert_eq!(counter.count("SELECT COUNT(*) FROM outbox WHERE kind = 'webhook'").await, 0);
}

#[tokio::test]
async fn a_payment_that_fails_tells_nobody_anything() {
    let (counter, platform) = (in_development().await, Platform::open().await);
    let agent = platform.agent();
    let headers = [("ucp-agent", agent.as_str())];
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    let token = counter.tokenize(ready["id"].as_str().unwrap(), "4000000000000002").await;
    counter.send("POST", &format!("{}/complete", path(&ready)), Some(paying(&token)), &headers).await;
    assert_eq!(counter.count("SELECT COUNT(*) FROM outbox").await, 0);
}
