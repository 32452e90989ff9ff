//! `/.well-known/ucp`, `/platform.json`, CORS and the headers on everything.

use axum::body::Body;
use axum::http::Request;
use serde_json::json;

use super::fixture::{AGENT, Shop};

#[tokio::test]
async fn the_profile_says_what_the_shop_speaks() {
    let shop = Shop::open().await;
    let reply = shop.get("/.well-known/ucp").await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("content-type"), "application/json");
    assert_eq!(reply.header("cache-control"), "public, max-age=300");
    let ucp = reply.json()["ucp"].take();
    assert_eq!(ucp["version"], "2026-04-08");
    let service = &ucp["services"]["dev.ucp.shopping"][0];
    assert_eq!(service["transport"], "rest");
    assert_eq!(service["endpoint"], "http://127.0.0.1:8787/ucp/v1");
    let capabilities = ucp["capabilities"].as_object().unwrap();
    assert!(capabilities.len() >= 7);
    for (name, entries) in capabilities {
        for entry in entries.as_array().unwrap() {
            assert!(entry["spec"].as_str().unwrap().starts_with("https://ucp.dev/"), "{name}");
            assert!(entry["schema"].as_str().unwrap().starts_with("https://ucp.dev/"), "{name}");
        }
    }
    let handler = &ucp["payment_handlers"]["dev.fanshelf.sandbox_card"][0];
    assert_eq!(handler["id"], "sandbox_card");
    assert_eq!(handler["config"]["environment"], "sandbox");
}

#[tokio::test]
async fn public_addresses_follow_the_settings() {
    let flags = ["--public-url", "https://shop.example/", "--api-url", "https://api.example/ucp/v1/"];
    let shop = Shop::with(&flags).await;
    let profile = shop.get("/.well-known/ucp").await;
    assert_eq!(profile.json()["ucp"]["services"]["dev.ucp.shopping"][0]["endpoint"], "https://api.example/ucp/v1");
    assert_eq!(profile.header("strict-transport-security"), "max-age=31536000");
}

#[tokio::test]
async fn the_widget_s_platform_profile_is_public_and_cacheable() {
    let shop = Shop::open().await;
    let reply = shop.get("/platform.json").await;
    assert_eq!(reply.status, 200);
    assert!(reply.header("cache-control").starts_with("public, max-age="));
    assert!(reply.json()["ucp"]["capabilities"]["dev.ucp.shopping.checkout"].is_array());
}

#[tokio::test]
async fn any_page_may_call_the_shop_without_cookies() {
    let shop = Shop::open().await;
    for path in ["/ucp/v1/catalog/search", "/ucp/v1/carts", "/.well-known/ucp"] {
        let request = Request::options(path)
            .header("origin", "null")
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "content-type,ucp-agent,idempotency-key,request-id");
        let reply = shop.raw(request.body(Body::empty()).unwrap()).await;
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(reply.header("access-control-allow-origin"), "*");
        assert_eq!(reply.header("access-control-max-age"), "7200");
        assert_eq!(reply.header("access-control-allow-credentials"), "");
        for name in ["ucp-agent", "idempotency-key", "request-id", "authorization", "content-digest"] {
            assert!(reply.header("access-control-allow-headers").contains(name), "{name}");
        }
        assert!(reply.header("access-control-allow-methods").contains("PUT"));
    }
    let request = Request::post("/ucp/v1/catalog/search").header("origin", "https://elsewhere.example");
    let reply = shop.raw(request.body(Body::empty()).unwrap()).await;
    assert_eq!(reply.status, 400);
    assert_eq!(reply.header("access-control-allow-origin"), "*", "errors can be read as well");
    assert!(reply.header("access-control-expose-headers").contains("retry-after"));
}

#[tokio::test]
async fn a_request_id_comes_back_and_a_missing_or_silly_one_is_replaced() {
    let shop = Shop::open().await;
    let id = async |value: &str| {
        let reply = shop.post_text("/catalog/search", r#"{"query":"*"}"#, &[("request-id", value)]).await;
        reply.header("request-id").to_owned()
    };
    assert_eq!(id("7a0b5a0e-3f52-4c4c-9d5c-1f6d7b7f3f11").await, "7a0b5a0e-3f52-4c4c-9d5c-1f6d7b7f3f11");
    assert!(id("two words").await.starts_with("req_"));
    assert!(id(&"x".repeat(200)).await.starts_with("req_"));
    assert!(shop.get("/health").await.header("request-id").starts_with("req_"));
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let shop = Shop::open().await;
    for reply in
        [shop.get("/health").await, shop.get("/nowhere").await, shop.post("/catalog/search", &json!({ "query": "*" })).await]
    {
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert!(reply.header("content-security-policy").starts_with("default-src 'none'"));
        assert!(!reply.header("referrer-policy").is_empty());
        assert_eq!(reply.header("strict-transport-security"), "", "not over plain http");
    }
}

#[tokio::test]
async fn answers_of_the_api_are_not_cached() {
    let shop = Shop::open().await;
    assert_eq!(shop.post("/catalog/search", &json!({ "query": "*" })).await.header("cache-control"), "no-store");
}

#[tokio::test]
async fn unknown_paths_and_methods_of_the_api_answer_in_its_own_words() {
    let shop = Shop::open().await;
    let reply = shop.post("/catalog/dance", &json!({})).await;
    assert_eq!((reply.status, &reply.json()["code"]), (404, &json!("no_such_endpoint")));
    let request = Request::get("/ucp/v1/catalog/search").header("ucp-agent", AGENT);
    let reply = shop.raw(request.body(Body::empty()).unwrap()).await;
    assert_eq!((reply.status, &reply.json()["code"]), (405, &json!("method_not_allowed")));
}

#[tokio::test]
async fn malformed_bodies_are_refused_in_words() {
    let shop = Shop::open().await;
    let reply = shop.post_text("/catalog/search", "{\"query\":", &[]).await;
    assert_eq!((reply.status, &reply.json()["code"]), (400, &json!("invalid_json")));
    let reply = shop.post_text("/catalog/search", "{} {}", &[]).await;
    assert_eq!((reply.status, &reply.json()["code"]), (400, &json!("invalid_json")));
    let reply = shop.post_text("/catalog/search", "[]", &[]).await;
    assert_eq!((reply.status, &reply.json()["code"]), (422, &json!("invalid_request")));
    let large = json!({ "query": "x".repeat(300 * 1024) });
    let reply = shop.post("/catalog/search", &large).await;
    assert_eq!((reply.status, &reply.json()["code"]), (413, &json!("request_too_large")));
    let request = Request::post("/ucp/v1/catalog/search").header("ucp-agent", AGENT).header("content-type", "text/plain");
    let reply = shop.raw(request.body(Body::from("{\"query\":\"*\"}")).unwrap()).await;
    assert_eq!((reply.status, &reply.json()["code"]), (415, &json!("unsupported_media_type")));
}

#[tokio::test]
async fn the_shop_lives_and_is_ready_until_its_database_is_gone() {
    let shop = Shop::open().await;
    assert_eq!(shop.get("/health").await.json()["status"], "ok");
    assert_eq!(shop.get("/ready").await.status, 200);
    shop.state.db.close().await;
    assert_eq!(shop.get("/health").await.status, 200);
    assert_eq!(shop.get("/ready").await.status, 503);
    let reply = shop.post("/catalog/search", &json!({ "query": "*" })).await;
    assert_eq!((reply.status, reply.header("retry-after")), (503, "2"));
    assert!(!reply.json()["content"].as_str().unwrap().contains("pool"), "what the database said stays inside");
}
