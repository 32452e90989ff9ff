//! Figures for whoever keeps the shop running.

use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt as _;
use storefront::shop::calendar::DAY;
use storefront::{metrics, outbox};
use tower::ServiceExt as _;

use crate::counter::{Counter, path};
use crate::webhooks::Platform;

/// The value of a line, by its name and labels.
async fn read(counter: &Counter, line: &str) -> Option<f64> {
    let app = metrics::app(counter.state.db.clone(), counter.clock.clone(), counter.state.metrics.clone());
    let response = app.oneshot(Request::get("/metrics").body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), 200);
    assert!(response.headers()["content-type"].to_str().unwrap().starts_with("application/openmetrics-text"));
    let text = String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap();
    assert!(text.ends_with("# EOF\n"), "{text}");
    text.lines().find_map(|told| told.strip_prefix(line)?.trim().parse().ok())
}

#[tokio::test]
async fn requests_payments_orders_and_holds_are_counted() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 2)], "US", "USD").await;
    counter.pay(&ready, "4000000000000002").await;
    let asked = counter.pay(&ready, "4000002500003155").await.body;
    assert_eq!(asked["status"], "requires_escalation");
    counter.clock.advance(7_000);
    assert_eq!(read(&counter, "fanshelf_stock_held_units ").await, Some(2.0));
    assert_eq!(read(&counter, "fanshelf_payments_open ").await, Some(1.0));
    assert!((7.0..20.0).contains(&read(&counter, "fanshelf_payments_open_oldest_seconds ").await.unwrap()));
    counter.answer_bank(asked["continue_url"].as_str().unwrap(), "approve").await;
    assert_eq!(counter.get(&path(&ready)).await.body["status"], "completed");
    counter.get("/carts/cart_secret").await;
    for (outcome, count) in [("declined", 1.0), ("challenge", 1.0), ("captured", 1.0)] {
        assert_eq!(read(&counter, &format!("fanshelf_payments_total{{outcome=\"{outcome}\"}}")).await, Some(count), "{outcome}");
    }
    assert_eq!(read(&counter, "fanshelf_orders_total ").await, Some(1.0));
    assert_eq!(read(&counter, "fanshelf_stock_held_units ").await, Some(0.0));
    let complete = "method=\"POST\",route=\"/ucp/v1/checkout-sessions/{id}/complete\"";
    assert_eq!(read(&counter, &format!("fanshelf_requests_total{{{complete},status=\"200\"}}")).await, Some(2.0));
    assert_eq!(read(&counter, &format!("fanshelf_request_duration_seconds_count{{{complete}}}")).await, Some(2.0));
    assert_eq!(
        read(&counter, "fanshelf_requests_total{method=\"GET\",route=\"/ucp/v1/carts/{id}\",status=\"200\"}").await,
        Some(1.0)
    );
}

#[tokio::test]
async fn what_waits_in_the_outbox_is_counted_by_its_kind_with_the_age_of_the_oldest() {
    let counter = Counter::with_flags(&["--dev"]).await;
    let lag = async |what: &str, kind: &str| read(&counter, &format!("fanshelf_outbox_{what}{{kind=\"{kind}\"}}")).await.unwrap();
    let platform = Platform::open().await;
    platform.buys(&counter).await;
    counter.clock.advance(30_000);
    platform.buys(&counter).await;
    for kind in ["webhook", "mail"] {
        assert_eq!(lag("waiting", kind).await, 2.0, "{kind}");
        assert!((30.0..60.0).contains(&lag("oldest_seconds", kind).await), "{kind}");
    }
    assert_eq!((lag("waiting", "refund").await, lag("oldest_seconds", "refund").await), (0.0, 0.0));
    // Both letters and one webhook get through; the other webhook is given up in the end.
    platform.answer(&[500; 200]);
    outbox::round(&counter.state).await.unwrap();
    assert_eq!((lag("waiting", "webhook").await, lag("waiting", "mail").await), (2.0, 0.0));
    assert_eq!(lag("oldest_seconds", "mail").await, 0.0);
    counter.clock.advance(4 * DAY);
    platform.answer(&[500]);
    outbox::round(&counter.state).await.unwrap();
    assert_eq!((lag("waiting", "webhook").await, lag("given_up", "webhook").await), (0.0, 1.0));
    assert_eq!((lag("oldest_seconds", "webhook").await, lag("given_up", "mail").await), (0.0, 0.0));
}

#[tokio::test]
async fn the_public_listener_has_no_metrics_and_strange_methods_make_no_labels() {
    let counter = Counter::open().await;
    let app = storefront::http::app(counter.state.clone());
    let send = async |method: &str, path: &str| {
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        app.clone().oneshot(request).await.unwrap().status()
    };
    assert_eq!(send("GET", "/metrics").await, 404);
    for method in ["BREW", "FROB", "X1", "DELETE"] {
        send(method, "/health").await;
    }
    assert_eq!(read(&counter, "fanshelf_requests_total{method=\"OTHER\",route=\"/health\",status=\"405\"}").await, Some(4.0));
    assert_eq!(read(&counter, "fanshelf_requests_total{method=\"BREW\"").await, None);
}

#[tokio::test]
async fn a_shop_whose_database_is_gone_lives_but_is_not_ready() {
    let counter = Counter::open().await;
    let app = storefront::http::app(counter.state.clone());
    let ask = async |path: &str| {
        let request = Request::get(path).body(Body::empty()).unwrap();
        app.clone().oneshot(request).await.unwrap().status().as_u16()
    };
    assert_eq!((ask("/health").await, ask("/ready").await), (200, 200));
    counter.state.db.close().await;
    assert_eq!((ask("/health").await, ask("/ready").await), (200, 503));
}
