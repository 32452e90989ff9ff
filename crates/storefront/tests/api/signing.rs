//! Signatures: a request that claims one is believed only when it holds; answers about a buyer's things carry ours.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use axum::routing::get;
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use storefront::signatures::{Message, Proof, SigningKey, Target, check_digest};
use tower::ServiceExt as _;

use crate::fixture::{AGENT, Reply, Shop};

const CREATE: &str = "http://127.0.0.1:8787/ucp/v1/carts";

/// A platform that publishes keys.
async fn platform(keys: &[&SigningKey]) -> String {
    let version = "2026-04-08";
    let profile = json!({
        "ucp": {
            "version": version, "services": {}, "payment_handlers": {},
            "capabilities": { "dev.ucp.shopping.cart": [{ "version": version }] },
        },
        "signing_keys": keys.iter().map(|key| serde_json::to_value(key.jwk()).unwrap()).collect::<Vec<Value>>(),
    });
    let app = Router::new().route("/profile.json", get(move || async move { axum::Json(profile) }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(axum::serve(listener, app).into_future());
    format!("http://{address}/profile.json")
}

/// Starts a cart with headers that `change` has had a look at.
async fn create(shop: &Shop, platform: &str, key: &SigningKey, change: impl FnOnce(&mut HeaderMap)) -> Reply {
    let body = json!({ "line_items": [] }).to_string();
    let mut request = Request::post("/ucp/v1/carts").body(Body::from(body.clone())).unwrap();
    let headers = request.headers_mut();
    headers.insert("ucp-agent", format!("profile=\"{platform}\"").parse().unwrap());
    headers.insert("idempotency-key", "k-1".parse().unwrap());
    headers.insert("content-type", "application/json".parse().unwrap());
    let now = shop.state.clock.now() / 1_000;
    key.sign_request("POST", &CREATE.parse().unwrap(), headers, body.as_bytes(), now).unwrap();
    change(headers);
    shop.raw(request).await
}

fn key() -> SigningKey {
    SigningKey::generate().unwrap().0
}

#[tokio::test]
async fn a_signature_that_holds_is_served_and_every_other_is_refused_in_the_protocols_words() {
    let shop = Shop::with(&["--dev"]).await;
    let (ours, old, strange) = (key(), key(), key());
    let platform = platform(&[&ours, &old]).await;
    assert_eq!(create(&shop, &platform, &ours, |_| {}).await.status, 201);
    assert_eq!(create(&shop, &platform, &old, |_| {}).await.status, 201, "a key that is being replaced still counts");
    let code = |reply: Reply| (reply.status, reply.json()["code"].as_str().unwrap().to_owned());
    let refused = |status: u16, code: &str| (status, code.to_owned());
    let half = create(&shop, &platform, &ours, |headers| drop(headers.remove("signature"))).await;
    assert_eq!(code(half), refused(401, "signature_missing"));
    let unknown = create(&shop, &platform, &strange, |_| {}).await;
    assert_eq!(code(unknown), refused(401, "key_not_found"));
    let moved = |headers: &mut HeaderMap| drop(headers.insert("idempotency-key", "k-2".parse().unwrap()));
    assert_eq!(code(create(&shop, &platform, &ours, moved).await), refused(401, "signature_invalid"));
    let other = |headers: &mut HeaderMap| {
        headers.insert("content-digest", storefront::signatures::content_digest(b"{}").parse().unwrap());
    };
    assert_eq!(code(create(&shop, &platform, &ours, other).await), refused(400, "digest_mismatch"));
}

#[tokio::test]
async fn answers_about_a_buyers_things_are_signed_with_the_published_key_and_the_catalogue_is_not() {
    let shop = Shop::open().await;
    let profile = shop.get("/.well-known/ucp").await.json();
    let keys: Vec<ucp::Json> = serde_json::from_value(profile["signing_keys"].clone()).unwrap();
    let reply = shop.post("/carts", &json!({ "line_items": [] })).await;
    let proof = Proof::read(&reply.headers).unwrap();
    let message = Message { target: Target::Response { status: reply.status }, headers: &reply.headers, body: &reply.bytes };
    proof.verify(&message, &keys, shop.state.clock.now() / 1_000).unwrap();
    let other = Message { target: Target::Response { status: 200 }, ..message };
    assert!(proof.verify(&other, &keys, shop.state.clock.now() / 1_000).is_err(), "the status is covered");
    let refused = shop.get("/ucp/v1/carts/x").await;
    assert_eq!((refused.status, refused.header("signature").is_empty()), (400, false), "a refusal is an answer too");
    let search = shop.post("/catalog/search", &json!({ "query": "*" })).await;
    assert_eq!(search.header("signature"), "");
}

#[tokio::test]
async fn the_digest_is_of_what_is_sent_compressed_or_not() {
    let shop = Arc::new(Shop::open().await);
    let lines = json!({ "line_items": (1..=9).map(|number| json!({
        "item": { "id": format!("sticker-{number:02}.one") }, "quantity": 1,
    })).collect::<Vec<_>>() });
    let request = Request::post("/ucp/v1/carts")
        .header("ucp-agent", AGENT)
        .header("content-type", "application/json")
        .header("accept-encoding", "gzip")
        .body(Body::from(lines.to_string()))
        .unwrap();
    let response = shop.app.clone().oneshot(request).await.unwrap();
    assert_eq!(response.headers()["content-encoding"], "gzip");
    let (parts, body) = response.into_parts();
    check_digest(&parts.headers, &body.collect().await.unwrap().to_bytes()).unwrap();
}
