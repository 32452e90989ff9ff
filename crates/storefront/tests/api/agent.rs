//! UCP-Agent: who may call, and what is negotiated.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::response::Redirect;
use axum::routing::get;
use serde_json::{Value, json};

use super::fixture::{Reply, Shop};

async fn call(shop: &Shop, agent: &str) -> Reply {
    shop.post_text("/catalog/search", r#"{"query":"mug"}"#, &[("ucp-agent", agent)]).await
}

fn profile(version: &str, capabilities: &[&str]) -> Value {
    let capabilities: serde_json::Map<_, _> =
        capabilities.iter().map(|name| ((*name).to_owned(), json!([{ "version": version }]))).collect();
    json!({ "ucp": { "version": version, "services": {}, "capabilities": capabilities, "payment_handlers": {} } })
}

/// A platform on this machine that serves profiles; returns its address.
async fn platform(router: Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(axum::serve(listener, router).into_future());
    format!("http://{address}")
}

fn serving(body: Value) -> Router {
    Router::new().route("/profile", get(move || std::future::ready(axum::Json(body.clone()))))
}

#[tokio::test]
async fn a_call_without_a_usable_agent_is_refused() {
    let shop = Shop::open().await;
    let request = Request::post("/ucp/v1/catalog/search").header("content-type", "application/json");
    let reply = shop.raw(request.body(Body::from("{}")).unwrap()).await;
    assert_eq!((reply.status, &reply.json()["code"]), (400, &json!("invalid_profile_url")));
    for agent in [
        "",
        "Mozilla/5.0 (X11)",
        "profile=https://platform.example/profile",
        "profile=5",
        "name=\"x\"",
        "profile=\"not a url\"",
        "profile=\"ftp://platform.example/profile\"",
        "profile=\"http://platform.example/profile\"",
        "profile=\"http://127.0.0.1:9/profile\"",
        "profile=\"https://127.0.0.1/profile\"",
        "profile=\"https://[::1]/profile\"",
        "profile=\"https://192.168.1.1/profile\"",
    ] {
        let reply = call(&shop, agent).await;
        assert_eq!((reply.status, &reply.json()["code"]), (400, &json!("invalid_profile_url")), "{agent}");
        assert!(reply.json()["content"].is_string() && reply.json()["messages"][0]["content"].is_string());
    }
}

#[tokio::test]
async fn other_members_and_parameters_of_the_header_are_tolerated() {
    let shop = Shop::open().await;
    let agent = "name=\"fan\", profile=\"http://127.0.0.1:8787/platform.json\"; version=\"2026-04-08\", beta";
    assert_eq!(call(&shop, agent).await.status, 200);
}

#[tokio::test]
async fn the_conformance_suite_s_agent_is_known_in_development() {
    let agent = "profile=\"https://spck.dev/agent\"";
    assert_eq!(call(&Shop::with(&["--dev"]).await, agent).await.status, 200);
}

#[tokio::test]
async fn a_fetched_profile_is_used_and_remembered() {
    let shop = Shop::with(&["--dev"]).await;
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let body = profile("2026-04-08", &["dev.ucp.shopping.catalog.search"]);
    let url = platform(Router::new().route(
        "/profile",
        get(move || {
            count.fetch_add(1, Ordering::Relaxed);
            std::future::ready(axum::Json(body.clone()))
        }),
    ))
    .await;
    let agent = format!("profile=\"{url}/profile\"");
    for _ in 0..3 {
        assert_eq!(call(&shop, &agent).await.status, 200);
    }
    assert_eq!(asked.load(Ordering::Relaxed), 1);
    shop.state.clock.advance(11 * 60_000);
    assert_eq!(call(&shop, &agent).await.status, 200);
    assert_eq!(asked.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn profiles_that_cannot_be_had_or_read_have_their_own_codes() {
    let shop = Shop::with(&["--dev"]).await;
    let router = Router::new()
        .route("/gone", get(async || StatusCode::NOT_FOUND))
        .route("/moved", get(async || Redirect::temporary("/fine")))
        .route("/fine", get(async || axum::Json(profile("2026-04-08", &[]))))
        .route("/html", get(async || "<html>"))
        .route("/draft", get(async || axum::Json(json!({ "ucp": { "version": "draft" } }))))
        .route("/wrong", get(async || axum::Json(json!({ "ucp": { "version": "2026-04-08", "capabilities": [] } }))))
        .route("/huge", get(async || " ".repeat(300 * 1024)))
        .route("/old", get(async || axum::Json(profile("2026-01-11", &[]))));
    let url = platform(router).await;
    for (path, status, code) in [
        ("gone", 424, "profile_unreachable"),
        ("moved", 424, "profile_unreachable"),
        ("html", 422, "profile_malformed"),
        ("draft", 422, "profile_malformed"),
        ("wrong", 422, "profile_malformed"),
        ("huge", 422, "profile_malformed"),
        ("old", 422, "version_unsupported"),
    ] {
        let reply = call(&shop, &format!("profile=\"{url}/{path}\"")).await;
        assert_eq!((reply.status, &reply.json()["code"]), (status, &json!(code)), "{path}");
    }
    let old = call(&shop, &format!("profile=\"{url}/old\"")).await.json();
    assert_eq!(old["ucp"]["status"], "error", "both shapes in one body");
    let nobody = call(&shop, "profile=\"http://127.0.0.1:1/profile\"").await;
    assert_eq!((nobody.status, &nobody.json()["code"]), (424, &json!("profile_unreachable")));
}

#[tokio::test]
async fn a_capability_the_platform_lacks_is_a_business_outcome() {
    let shop = Shop::with(&["--dev"]).await;
    let url = platform(serving(profile("2026-04-08", &["dev.ucp.shopping.catalog.lookup"]))).await;
    let reply = call(&shop, &format!("profile=\"{url}/profile\"")).await;
    let answer = reply.json();
    assert_eq!(reply.status, 200);
    assert_eq!(answer["ucp"]["status"], "error");
    assert_eq!(answer["messages"][0]["code"], "capabilities_incompatible");
    assert_eq!(answer["messages"][0]["severity"], "unrecoverable");
    assert_eq!(answer["ucp"]["capabilities"], json!({ "dev.ucp.shopping.catalog.lookup": [{ "version": "2026-04-08" }] }));
}

#[tokio::test]
async fn a_version_of_a_capability_that_we_do_not_have_is_not_shared() {
    let shop = Shop::with(&["--dev"]).await;
    let mut body = profile("2026-04-08", &[]);
    body["ucp"]["capabilities"] = json!({ "dev.ucp.shopping.catalog.search": [{ "version": "2026-08-25" }] });
    let url = platform(serving(body)).await;
    let answer = call(&shop, &format!("profile=\"{url}/profile\"")).await.json();
    assert_eq!(answer["messages"][0]["code"], "capabilities_incompatible");
}

#[tokio::test]
async fn an_extension_without_its_parent_falls_away() {
    let shop = Shop::with(&["--dev"]).await;
    let names = ["dev.ucp.shopping.catalog.search", "dev.ucp.shopping.discount", "dev.ucp.shopping.fulfillment"];
    let url = platform(serving(profile("2026-04-08", &names))).await;
    let agent = format!("profile=\"{url}/profile\"");
    let reply = shop.post_text("/carts", r#"{"line_items":[]}"#, &[("ucp-agent", &agent)]).await;
    let answer = reply.json();
    assert_eq!(answer["messages"][0]["code"], "capabilities_incompatible");
    assert_eq!(answer["ucp"]["capabilities"], json!({ "dev.ucp.shopping.catalog.search": [{ "version": "2026-04-08" }] }));
}
