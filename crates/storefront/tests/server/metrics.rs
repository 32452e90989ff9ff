//! Metrics have a listener of their own.

use crate::running::{Running, free};

#[tokio::test]
async fn metrics_are_on_their_own_listener_only() {
    let watched = free().to_string();
    let shop = Running::start(&["--metrics-listen", &watched, "--log", "warn"]).await;
    assert_eq!(shop.buy("4242424242424242").await["status"], "completed");
    let told = shop.plain("GET", &format!("http://{watched}/metrics")).send().await.unwrap();
    assert_eq!(told.status(), 200);
    let text = told.text().await.unwrap();
    for line in ["fanshelf_orders_total 1", "fanshelf_payments_total{outcome=\"captured\"} 1", "fanshelf_payments_open 0"] {
        assert!(text.lines().any(|told| told == line), "{line}\n{text}");
    }
    assert_eq!(shop.plain("GET", &format!("http://{}/metrics", shop.shop)).send().await.unwrap().status(), 404);
    for path in ["/health", "/ready"] {
        assert_eq!(shop.plain("GET", &format!("http://{}{path}", shop.shop)).send().await.unwrap().status(), 200, "{path}");
    }
}
