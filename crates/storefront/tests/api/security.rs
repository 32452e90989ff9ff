//! What an outsider must not be able to set, see or do.

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::{Value, json};

use crate::counter::{Counter, filled, path, total, wanted};
use crate::fixture::{AGENT, Shop};

const GOOD: &str = "4242424242424242";

/// Everything a client might wish to decide, on top of a request.
fn greedy(mut body: Value) -> Value {
    let wishes = json!({
        "id": "chk_mine", "status": "completed", "currency": "JPY", "total": 1, "amount": 1, "shown": 1, "phase": "completed",
        "totals": [{ "type": "total", "display_text": "Total", "amount": 1 }],
        "order": { "id": "ord_mine", "permalink_url": "https://evil.example/" }, "order_id": "ord_mine",
        "messages": [], "links": [], "expires_at": "2100-01-01T00:00:00Z", "continue_url": "https://evil.example/",
        "ucp": { "version": "2026-04-08", "status": "success", "payment_handlers": {} },
        "frozen": {}, "draft": {}, "failure": null,
    });
    let object = body.as_object_mut().unwrap();
    object.extend(wishes.as_object().unwrap().clone());
    for line in object["line_items"].as_array_mut().unwrap() {
        line["totals"] = json!([{ "type": "subtotal", "amount": 1 }, { "type": "total", "amount": 1 }]);
        line["item"]["price"] = json!(1);
        line["item"]["title"] = json!("<b>free</b>");
        line["price"] = json!(1);
    }
    if let Some(discounts) = object.get_mut("discounts") {
        discounts["applied"] = json!([{ "title": "All of it", "amount": 100_000, "code": "MINE" }]);
    }
    if let Some(group) = object.get_mut("fulfillment").and_then(|all| all.pointer_mut("/methods/0/groups/0")) {
        group["options"] = json!([{ "id": "standard", "title": "Free", "totals": [{ "type": "total", "amount": 0 }] }]);
    }
    body
}

fn priced(body: &Value) -> (Value, Value, Value, Value) {
    let mut lines = body["line_items"].clone();
    for line in lines.as_array_mut().unwrap() {
        // A line that was sent without its id gets a new one.
        line.as_object_mut().unwrap().remove("id");
    }
    (body["status"].clone(), body["currency"].clone(), body["totals"].clone(), lines)
}

#[tokio::test]
async fn prices_totals_and_status_are_the_shops_alone() {
    let counter = Counter::open().await;
    let plain = json!({ "line_items": wanted(&[("mug", 2)]), "discounts": { "codes": ["FAN10"] } });
    let (honest, cheat) =
        (counter.post("/carts", plain.clone()).await.body, counter.post("/carts", greedy(plain.clone())).await.body);
    assert_eq!(priced(&honest), priced(&cheat));
    assert!(cheat["id"].as_str().unwrap().starts_with("cart_"));
    let update = counter.put(&format!("/carts/{}", cheat["id"].as_str().unwrap()), greedy(plain)).await.body;
    assert_eq!((priced(&update), &update["id"]), (priced(&honest), &cheat["id"]));
    assert_eq!(cheat["discounts"]["applied"], honest["discounts"]["applied"]);

    let plain = json!({ "line_items": wanted(&[("mug", 2)]), "context": { "address_country": "US", "currency": "USD" } });
    let cheat = counter.post("/checkout-sessions", greedy(plain.clone())).await;
    assert_eq!((cheat.status, &cheat.body["status"], &cheat.body["currency"]), (201, &json!("incomplete"), &json!("USD")));
    let honest = counter.post("/checkout-sessions", plain).await.body;
    assert_eq!(priced(&honest), priced(&cheat.body));
    let (honest, cheat) = (
        counter.put(&path(&honest), filled(&honest, "US", &["FAN10"])).await.body,
        counter.put(&path(&cheat.body), greedy(filled(&cheat.body, "US", &["FAN10"]))).await.body,
    );
    assert_eq!(priced(&honest), priced(&cheat));
    assert_eq!(cheat["fulfillment"]["methods"][0]["groups"], honest["fulfillment"]["methods"][0]["groups"]);
    assert!(cheat.get("order").is_none() && cheat["expires_at"] != "2100-01-01T00:00:00Z");
    assert!(!cheat.to_string().contains("evil.example"));

    let token = counter.tokenize(cheat["id"].as_str().unwrap(), GOOD).await;
    let mut pay = crate::counter::paying(&token);
    pay["totals"] = json!([{ "type": "total", "amount": 1 }]);
    pay["amount"] = json!(1);
    pay["currency"] = json!("JPY");
    pay["payment"]["amount"] = json!(1);
    let paid = counter.post(&format!("{}/complete", path(&cheat)), pay).await.body;
    assert_eq!(paid["status"], "completed", "{}", paid["messages"]);
    assert_eq!(counter.count("SELECT amount FROM sandbox_payments").await, total(&honest));
    assert_eq!(counter.count("SELECT total FROM orders").await, total(&honest));
}

#[tokio::test]
async fn ids_cannot_be_guessed_and_an_orders_token_is_in_no_address_that_is_sent() {
    let counter = Counter::open().await;
    let cart = counter.post("/carts", json!({ "line_items": wanted(&[("mug", 1)]) })).await.body;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    let paid = counter.pay(&ready, GOOD).await.body;
    for id in [&cart["id"], &ready["id"], &paid["order"]["id"]] {
        let (_, secret) = id.as_str().unwrap().split_once('_').unwrap();
        assert!(secret.len() >= 26, "{id}: 26 letters of 32 are 130 bits");
    }
    let link = paid["order"]["permalink_url"].as_str().unwrap();
    let (address, token) = link.split_once('#').unwrap();
    assert!(token.len() >= 32 && !address.contains(token) && !address.contains('?'), "{link}");
    let order = format!("/orders/{}", paid["order"]["id"].as_str().unwrap());
    let bearer = format!("Bearer {token}");
    assert_eq!(counter.send("GET", &order, None, &[("authorization", &bearer)]).await.body["id"], paid["order"]["id"]);
    for (path, bearer) in [
        (order.clone(), None),
        (format!("{order}?token={token}"), None),
        (format!("{order}?access_token={token}"), None),
        (order.clone(), Some("Bearer guess".to_owned())),
        ("/orders/ord_22222222222222222222222222".to_owned(), Some(bearer.clone())),
    ] {
        let headers: Vec<(&str, &str)> = bearer.iter().map(|bearer| ("authorization", bearer.as_str())).collect();
        let answer = counter.send("GET", &path, None, &headers).await;
        assert!(answer.status == 401 || answer.body["messages"][0]["code"] == "not_found", "{path}: {answer:?}");
        assert!(answer.body.get("line_items").is_none());
    }
    assert_eq!(counter.count(&format!("SELECT COUNT(*) FROM orders WHERE token = '{token}'")).await, 0, "only a digest is kept");
}

#[tokio::test]
async fn every_answer_carries_the_security_headers_and_none_speaks_of_credentials() {
    let shop = Shop::open().await;
    let api = |method: Method, path: &str, body: String| {
        Request::builder()
            .method(method)
            .uri(format!("/ucp/v1{path}"))
            .header("ucp-agent", AGENT)
            .header("content-type", "application/json")
            .header("origin", "https://creator.example")
            .header("cookie", "session=1")
            .body(Body::from(body))
            .unwrap()
    };
    let get = |path: &str| Request::get(path).header("origin", "https://creator.example").body(Body::empty()).unwrap();
    let preflight = Request::options("/ucp/v1/carts")
        .header("origin", "https://creator.example")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "content-type, ucp-agent, idempotency-key")
        .body(Body::empty())
        .unwrap();
    let asked = [
        (200, api(Method::POST, "/catalog/search", json!({ "query": "*" }).to_string())),
        (200, preflight),
        (200, get("/.well-known/ucp")),
        (200, get("/platform.json")),
        (200, get("/health")),
        (200, get("/ready")),
        (200, get("/policies/privacy")),
        (400, api(Method::POST, "/catalog/search", "{".to_owned())),
        (401, get("/ucp/v1/orders/ord_1")),
        (404, get("/nowhere")),
        (404, get("/media/products/none-240.webp")),
        (404, api(Method::GET, "/nowhere", String::new())),
        (405, api(Method::DELETE, "/carts", String::new())),
        (413, api(Method::POST, "/carts", "x".repeat(300 * 1024))),
        (422, api(Method::POST, "/carts", json!({ "line_items": 1 }).to_string())),
    ];
    for (status, mut request) in asked {
        let shown = format!("{} {}", request.method(), request.uri());
        if request.uri().path().contains("/orders/") {
            request.headers_mut().insert("ucp-agent", AGENT.parse().unwrap());
        }
        let reply = shop.raw(request).await;
        assert_eq!(reply.status, status, "{shown}: {reply:?}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{shown}");
        assert!(reply.header("referrer-policy").starts_with("strict-origin"), "{shown}");
        let policy = reply.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"), "{shown}: {policy}");
        assert!(!reply.header("request-id").is_empty(), "{shown}");
        assert!(!reply.headers.contains_key("access-control-allow-credentials"), "{shown}");
        assert!(!reply.headers.contains_key("set-cookie"), "{shown}");
        assert_eq!(reply.header("access-control-allow-origin"), "*", "{shown}");
    }
}

#[tokio::test]
async fn an_https_shop_asks_browsers_to_stay_with_https() {
    let shop = Shop::with(&["--public-url", "https://shop.example"]).await;
    assert_eq!(shop.get("/health").await.header("strict-transport-security"), "max-age=31536000");
    assert_eq!(Shop::open().await.get("/health").await.header("strict-transport-security"), "");
}

#[tokio::test]
async fn the_card_frame_may_be_framed_by_the_configured_origins_only_and_loads_nothing_foreign() {
    use axum::http::header;
    use storefront::sandbox::{self, Sandbox, Settings};
    use tower::ServiceExt as _;

    let origins = ["--frame-ancestors", "https://creator.example,https://other.example:8443"];
    let shop = Shop::with(&origins).await;
    let settings = Settings::of(&shop.state.config);
    let state = Sandbox::new(shop.state.db.clone(), shop.state.clock.clone(), settings, shop.state.client.clone());
    let processor = sandbox::app(state);
    for (method, path) in
        [("GET", "/card-frame?checkout_id=chk_1"), ("GET", "/nowhere"), ("POST", "/tokenize"), ("GET", "/payments/x")]
    {
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        let response = processor.clone().oneshot(request).await.unwrap();
        let value = |name: header::HeaderName| response.headers().get(name).unwrap().to_str().unwrap().to_owned();
        let policy = value(header::CONTENT_SECURITY_POLICY);
        let rules: Vec<&str> = policy.split(';').map(str::trim).collect();
        for rule in [
            "default-src 'none'",
            "script-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors https://creator.example https://other.example:8443",
            "require-trusted-types-for 'script'",
        ] {
            assert!(rules.contains(&rule), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe") && !policy.contains('*'), "{policy}");
        assert_eq!(value(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
        assert_eq!(value(header::REFERRER_POLICY), "no-referrer");
        assert_eq!(value(header::CACHE_CONTROL), "no-store");
    }
}
