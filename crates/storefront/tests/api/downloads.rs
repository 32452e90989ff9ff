//! Downloads: a link that works, for who may read the order, for a while, and for nothing else.

use axum::body::Body;
use axum::http::{HeaderMap, Request};
use http_body_util::BodyExt as _;
use storefront::http::downloads;
use tower::ServiceExt as _;

use crate::counter::Counter;

/// A shop whose song has its file.
async fn open() -> Counter {
    let counter = Counter::open().await;
    let folder = downloads::folder(counter.folder());
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("p-song.1.zip"), b"PK a song").unwrap();
    counter.run("INSERT INTO downloads (product, file, media_type) VALUES ('p-song', 'p-song.1.zip', 'application/zip')").await;
    counter
}

async fn bought(counter: &Counter, lines: &[(&str, i64)]) -> (String, String) {
    let ready = counter.ready(lines, "US", "USD").await;
    let paid = counter.pay(&ready, "4242424242424242").await.body;
    let link = paid["order"]["permalink_url"].as_str().unwrap();
    (paid["order"]["id"].as_str().unwrap().to_owned(), link.split_once('#').unwrap().1.to_owned())
}

/// The links of an order, as path and query.
async fn links(counter: &Counter, (id, token): &(String, String)) -> Vec<String> {
    let order = counter.send("GET", &format!("/orders/{id}"), None, &[("authorization", &format!("Bearer {token}"))]).await.body;
    let events = order["fulfillment"]["events"].as_array().unwrap();
    let urls = events.iter().filter_map(|event| event["tracking_url"].as_str());
    urls.map(|url| url.strip_prefix(&counter.state.config.public_url).unwrap().to_owned()).collect()
}

async fn fetch(counter: &Counter, path: &str) -> (u16, HeaderMap, Vec<u8>) {
    let app = storefront::http::app(counter.state.clone());
    let response = app.oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    (status, headers, response.into_body().collect().await.unwrap().to_bytes().to_vec())
}

#[tokio::test]
async fn what_was_bought_can_be_downloaded() {
    let counter = open().await;
    let order = bought(&counter, &[("song", 1), ("mug", 1)]).await;
    let links = links(&counter, &order).await;
    assert_eq!(links.len(), 1);
    let (status, headers, bytes) = fetch(&counter, &links[0]).await;
    assert_eq!((status, bytes.as_slice()), (200, b"PK a song".as_slice()));
    assert_eq!(headers["content-type"], "application/zip");
    assert_eq!(headers["content-disposition"], "attachment; filename=\"p-song.zip\"");
    assert_eq!(headers["cache-control"], "private, no-store");
    assert!(!links[0].contains(&order.1), "the order's key is not in it");
}

#[tokio::test]
async fn a_link_runs_out_and_the_order_gives_a_new_one() {
    let counter = open().await;
    let order = bought(&counter, &[("song", 1), ("mug", 1)]).await;
    let link = links(&counter, &order).await.remove(0);
    counter.clock.advance(14 * 60_000);
    assert_eq!(fetch(&counter, &link).await.0, 200);
    counter.clock.advance(2 * 60_000);
    let (status, _, words) = fetch(&counter, &link).await;
    assert_eq!((status, words.starts_with(b"This link has run out")), (403, true));
    assert_eq!(fetch(&counter, &links(&counter, &order).await[0]).await.0, 200);
}

#[tokio::test]
async fn a_link_opens_its_own_file_and_no_other() {
    let counter = open().await;
    let (one, other) = (bought(&counter, &[("song", 1), ("mug", 1)]).await, bought(&counter, &[("song", 1), ("mug", 1)]).await);
    let link = links(&counter, &one).await.remove(0);
    let until = link.split_once("until=").unwrap().1.split('&').next().unwrap();
    let later = (until.parse::<i64>().unwrap() + 1).to_string();
    for altered in [
        link.replace(until, &later),
        link.replace(&one.0, &other.0),
        link.replace("/li_1?", "/li_2?"),
        link.replace("proof=", "proof=A"),
        link.split_once('?').unwrap().0.to_owned(),
        link.replace(&one.0, "ord_nope"),
    ] {
        assert_ne!(altered, link);
        assert_eq!(fetch(&counter, &altered).await.0, 403, "{altered}");
    }
}

#[tokio::test]
async fn what_was_taken_off_is_not_there_any_more_and_no_webhook_or_letter_holds_a_link() {
    let counter = open().await;
    let order = bought(&counter, &[("song", 1), ("mug", 1)]).await;
    let link = links(&counter, &order).await.remove(0);
    assert_eq!(counter.count("SELECT COUNT(*) FROM outbox WHERE body LIKE '%/downloads/%'").await, 0);
    assert_eq!(counter.count("SELECT COUNT(*) FROM order_history WHERE body LIKE '%/downloads/%'").await, 0);
    let back = storefront::orders::changes::PayBack {
        amount: None,
        lines: vec![ucp::order::LineQuantity { id: "li_1".into(), quantity: 1 }],
        restock: false,
        kind: ucp::order::AdjustmentType::Return,
        reason: None,
    };
    storefront::orders::changes::refund(&counter.state.db, counter.clock.now(), &order.0, back).await.unwrap();
    assert_eq!(fetch(&counter, &link).await.0, 403);
    assert_eq!(links(&counter, &order).await, Vec::<String>::new());
}
