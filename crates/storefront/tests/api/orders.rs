//! Orders, read with their capability.

use crate::counter::{Counter, codes, filled, path};
use serde_json::{Value, json};

async fn bought(counter: &Counter, lines: &[(&str, i64)]) -> (String, String) {
    let ready = counter.ready(lines, "US", "USD").await;
    let paid = counter.pay(&ready, "4242424242424242").await.body;
    let link = paid["order"]["permalink_url"].as_str().unwrap().to_owned();
    let (page, token) = link.split_once('#').unwrap();
    let id = paid["order"]["id"].as_str().unwrap().to_owned();
    assert!(page.ends_with(&format!("/orders/{id}")));
    (id, token.to_owned())
}

async fn read(counter: &Counter, id: &str, token: &str) -> Value {
    counter.send("GET", &format!("/orders/{id}"), None, &[("authorization", &format!("Bearer {token}"))]).await.body
}

#[tokio::test]
async fn an_order_is_read_with_the_token_of_its_link() {
    let counter = Counter::open().await;
    let (id, token) = bought(&counter, &[("mug", 2), ("song", 1)]).await;
    let order = read(&counter, &id, &token).await;
    assert_eq!(order["label"], "#1001");
    assert_eq!(order["ucp"]["capabilities"].as_object().unwrap().keys().collect::<Vec<_>>(), ["dev.ucp.shopping.order"]);
    assert_eq!(order["line_items"][0]["quantity"], json!({ "original": 2, "total": 2, "fulfilled": 0 }));
    assert_eq!(order["line_items"][0]["status"], "processing");
    assert_eq!(order["line_items"][1]["status"], "fulfilled", "a download is there at once");
    let expectations = order["fulfillment"]["expectations"].as_array().unwrap();
    assert_eq!(expectations[0]["method_type"], "shipping");
    assert_eq!(expectations[0]["destination"]["first_name"], "Jane");
    assert!(expectations[0]["description"].as_str().unwrap().starts_with("Arrives by "));
    assert_eq!(expectations[0]["fulfillable_on"], "now");
    assert_eq!((&expectations[1]["method_type"], &expectations[1]["fulfillable_on"]), (&json!("digital"), &json!("now")));
    assert!(!order["permalink_url"].as_str().unwrap().contains('#'), "the order itself does not repeat its secret");
}

#[tokio::test]
async fn without_the_token_there_is_no_order() {
    let counter = Counter::open().await;
    let (id, token) = bought(&counter, &[("mug", 1)]).await;
    let bare = counter.get(&format!("/orders/{id}")).await;
    assert_eq!((bare.status, &bare.body["code"]), (401, &json!("unauthorized")));
    let (_, other) = bought(&counter, &[("poster", 1)]).await;
    for (id, token) in [(id.as_str(), "wrong"), (id.as_str(), other.as_str()), ("ord_nope", token.as_str()), (id.as_str(), "")] {
        assert_eq!(codes(&read(&counter, id, token).await), ["not_found"]);
    }
}

#[tokio::test]
async fn only_the_digest_of_the_token_is_kept_with_the_order() {
    let counter = Counter::open().await;
    let (_, token) = bought(&counter, &[("mug", 1)]).await;
    assert_eq!(
        counter.count(&format!("SELECT COUNT(*) FROM orders WHERE token = '{token}' OR snapshot LIKE '%{token}%'")).await,
        0
    );
    assert_eq!(
        counter.count(&format!("SELECT COUNT(*) FROM orders WHERE token = '{}'", storefront::id::digest(token.as_bytes()))).await,
        1
    );
}

#[tokio::test]
async fn the_shopkeeper_can_list_and_show_orders() {
    let counter = Counter::open().await;
    assert_eq!(storefront::orders::list(&counter.state.db, 10).await.unwrap(), "No orders yet.\n");
    let (id, _) = bought(&counter, &[("mug", 1)]).await;
    let list = storefront::orders::list(&counter.state.db, 10).await.unwrap();
    assert!(list.starts_with("#1001") && list.contains("21.83 USD") && list.contains("jane@example.com"), "{list}");
    for name in [id.as_str(), "1001", "#1001"] {
        let shown: Value =
            serde_json::from_str(&storefront::orders::show(&counter.state.db, name).await.unwrap().unwrap()).unwrap();
        assert_eq!(shown["order"]["id"], id);
    }
    assert_eq!(storefront::orders::show(&counter.state.db, "ord_nope").await.unwrap(), None);
}

#[tokio::test]
async fn a_note_to_the_seller_goes_from_the_checkout_into_the_order() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    assert_eq!(ready["dev.fanshelf.note"], "", "the shop says that it would read one");
    let mut update = filled(&ready, "US", &[]);
    update["dev.fanshelf.note"] = json!("  Sign it\nfor Noor, please ");
    let noted = counter.put(&path(&ready), update).await.body;
    assert_eq!(noted["dev.fanshelf.note"], "Sign it\nfor Noor, please");
    let paid = counter.pay(&noted, "4242424242424242").await.body;
    let link = paid["order"]["permalink_url"].as_str().unwrap().split_once('#').unwrap();
    let order = read(&counter, paid["order"]["id"].as_str().unwrap(), link.1).await;
    assert_eq!(order["dev.fanshelf.note"], "Sign it\nfor Noor, please");
}
