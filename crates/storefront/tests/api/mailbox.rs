//! The demo's mailbox.

use axum::body::Body;
use axum::http::Request;
use storefront::outbox;
use tower::ServiceExt as _;

use crate::counter::Counter;
use crate::fixture::Shop;

async fn get(counter: &Counter, path: &str, site: Option<&str>) -> (u16, String, String) {
    let mut request = Request::get(path);
    if let Some(site) = site {
        request = request.header("sec-fetch-site", site);
    }
    let app = storefront::http::app(counter.state.clone());
    let response = app.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let policy = response.headers().get("content-security-policy").map_or("", |value| value.to_str().unwrap()).to_owned();
    let status = response.status().as_u16();
    let bytes = http_body_util::BodyExt::collect(response.into_body()).await.unwrap().to_bytes();
    (status, String::from_utf8(bytes.to_vec()).unwrap(), policy)
}

#[tokio::test]
async fn without_a_mail_server_letters_are_read_in_the_mailbox() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    counter.pay(&ready, "4242424242424242").await;
    outbox::round(&counter.state).await.unwrap();
    let (status, list, _) = get(&counter, "/mailbox/messages", Some("same-origin")).await;
    assert_eq!(status, 200);
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!((&list[0]["recipient"], &list[0]["language"]), (&"jane@example.com".into(), &"en".into()));
    let path = format!("/mailbox/messages/{}", list[0]["id"].as_str().unwrap());
    let (status, html, policy) = get(&counter, &path, None).await;
    assert!(status == 200 && html.contains("Thank you for your order"), "{html}");
    assert!(policy.contains("sandbox allow-popups") && !policy.contains("script"), "{policy}");
    let (_, plain, _) = get(&counter, &format!("{path}/text"), None).await;
    assert!(plain.contains("The mug") && !plain.contains('<'), "{plain}");
    assert_eq!(get(&counter, "/mailbox/messages/evt_nope", None).await.0, 404);
}

#[tokio::test]
async fn other_peoples_pages_cannot_read_it() {
    let counter = Counter::open().await;
    for site in ["cross-site", "same-site"] {
        assert_eq!(get(&counter, "/mailbox/messages", Some(site)).await.0, 403);
    }
}

#[tokio::test]
async fn a_shop_with_a_mail_server_has_no_mailbox() {
    let shop = Shop::with(&["--smtp-url", "smtp://127.0.0.1:9"]).await;
    assert_eq!(shop.get("/mailbox/messages").await.status, 404);
    let shop = Shop::with(&["--sandbox", "false", "--processor-url", "https://cards.example"]).await;
    assert_eq!(shop.get("/mailbox/messages").await.status, 404);
}
