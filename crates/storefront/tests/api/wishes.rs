//! What a shop says beside the protocol's words, for clients that know: a text of the buyer's own, sizes, drops, kinds, delivery.

use serde_json::{Value, json};

use crate::counter::{Counter, codes, filled, message, path, total, wanted};
use crate::fixture::{Shop, context};

/// A shop whose mug has room for a name of eight characters.
async fn engraver() -> Counter {
    let counter = Counter::open().await;
    let wish = r#"{"personalisation":{"prompts":{"en":"Name"},"max_length":8}}"#;
    counter.run(&format!("UPDATE products SET extras = '{wish}' WHERE id = 'p-mug'")).await;
    counter
}

fn engraved(text: &str, quantity: i64) -> Value {
    json!({ "item": { "id": "mug" }, "quantity": quantity, "dev.fanshelf.text": text })
}

#[tokio::test]
async fn a_text_goes_with_its_line_from_the_cart_into_the_order_and_two_texts_are_two_lines() {
    let counter = engraver().await;
    let cart = counter.post("/carts", json!({ "line_items": [engraved("  Noor ", 1), engraved("Rye", 2)] })).await.body;
    let texts = |body: &Value| -> Vec<Value> {
        body["line_items"].as_array().unwrap().iter().map(|line| line["dev.fanshelf.text"].clone()).collect()
    };
    assert_eq!(texts(&cart), ["Noor", "Rye"]);
    assert_eq!(total(&cart), 4_500);
    let checkout = counter.post("/checkout-sessions", json!({ "cart_id": cart["id"], "line_items": [] })).await.body;
    assert_eq!(texts(&checkout), ["Noor", "Rye"]);
    // An update is a full replacement: what is to stay is sent again, the text as well.
    let mut body = filled(&checkout, "US", &[]);
    for (line, sent) in checkout["line_items"].as_array().unwrap().iter().zip(body["line_items"].as_array_mut().unwrap()) {
        sent["dev.fanshelf.text"] = line["dev.fanshelf.text"].clone();
    }
    let ready = counter.put(&path(&checkout), body).await.body;
    assert_eq!((texts(&ready), &ready["status"]), (vec!["Noor".into(), "Rye".into()], &json!("ready_for_complete")));
    let paid = counter.pay(&ready, "4242424242424242").await.body;
    assert_eq!(paid["status"], "completed", "{paid}");
    let (link, id) = (paid["order"]["permalink_url"].as_str().unwrap(), paid["order"]["id"].as_str().unwrap());
    let key = format!("Bearer {}", link.split_once('#').unwrap().1);
    let order = counter.send("GET", &format!("/orders/{id}"), None, &[("authorization", &key)]).await.body;
    assert_eq!(texts(&order), ["Noor", "Rye"]);
    assert_eq!(counter.stock("mug").await, (Some(2), 0), "three of five, in one hold");
    assert!(order["dev.fanshelf.links"].as_array().unwrap().iter().any(|link| link["type"] == "refund_policy"));
    assert!(order["dev.fanshelf.links"].as_array().unwrap().iter().all(|link| link["type"] != "contact"), "nobody would read it");
}

#[tokio::test]
async fn a_text_without_room_is_told_and_the_line_is_not_made() {
    let counter = engraver().await;
    let lines = json!([engraved("Noor Haddad", 1), { "item": { "id": "poster" }, "quantity": 1, "dev.fanshelf.text": "x" }, { "item": { "id": "song" }, "quantity": 1 }]);
    let cart = counter.post("/carts", json!({ "line_items": lines })).await.body;
    assert_eq!(cart["line_items"].as_array().unwrap().len(), 1);
    assert_eq!(codes(&cart).iter().filter(|code| **code == "field_invalid").count(), 2);
    assert_eq!(message(&cart, "field_invalid")["content"], "There is room for 8 characters on The mug.");
}

#[tokio::test]
async fn lines_of_one_thing_share_its_stock_to_the_last_unit() {
    let counter = engraver().await;
    let cart = counter.post("/carts", json!({ "line_items": [engraved("Noor", 4), engraved("Rye", 4)] })).await.body;
    assert_eq!((cart["line_items"][0]["quantity"].as_i64(), cart["line_items"][1]["quantity"].as_i64()), (Some(4), Some(1)));
    assert_eq!(message(&cart, "quantity_adjusted")["path"], "$.line_items[1].quantity");
    let checkout = counter.post("/checkout-sessions", json!({ "cart_id": cart["id"], "line_items": [] })).await.body;
    let mut body = filled(&checkout, "US", &[]);
    for (line, sent) in checkout["line_items"].as_array().unwrap().iter().zip(body["line_items"].as_array_mut().unwrap()) {
        sent["dev.fanshelf.text"] = line["dev.fanshelf.text"].clone();
    }
    let ready = counter.put(&path(&checkout), body).await.body;
    // The last one is sold elsewhere in the meantime: the second line says so, and nothing can be paid.
    counter.restock("mug", 4).await;
    let now = counter.get(&path(&ready)).await.body;
    assert_eq!(message(&now, "out_of_stock")["path"], "$.line_items[1]");
    assert_eq!(now["status"], "incomplete");
}

#[tokio::test]
async fn a_drop_is_shown_and_not_sold_before_its_time() {
    let counter = Counter::open().await;
    let day = 86_400_000;
    let opens = counter.clock.now() + day;
    counter.run(&format!("UPDATE products SET extras = '{{\"opens_at\":{opens}}}' WHERE id = 'p-mug'")).await;
    let product = async || {
        counter.post("/catalog/product", json!({ "id": "mug" })).await.body["product"]["variants"][0]["availability"].clone()
    };
    let soon = product().await;
    assert_eq!((&soon["available"], &soon["status"]), (&json!(false), &json!("coming_soon")));
    assert_eq!(soon["dev.fanshelf.releases_at"], storefront::shop::calendar::rfc3339(opens));
    let early = counter.post("/carts", json!({ "line_items": wanted(&[("mug", 1), ("song", 1)]) })).await.body;
    assert_eq!(early["line_items"].as_array().unwrap().len(), 1);
    assert!(message(&early, "item_unavailable")["content"].as_str().unwrap().starts_with("The mug is not sold before"));
    let alone = counter.post("/checkout-sessions", json!({ "line_items": wanted(&[("mug", 1)]) })).await.body;
    assert_eq!(alone["ucp"]["status"], "error");
    counter.clock.advance(day);
    assert_eq!(product().await, json!({ "available": true, "status": "in_stock", "dev.fanshelf.left": 5 }));
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    // A merchant puts the drop off: what was ready is not any more, whatever the buyer's page still shows.
    let later = counter.clock.now() + day;
    counter.run(&format!("UPDATE products SET extras = '{{\"opens_at\":{later}}}' WHERE id = 'p-mug'")).await;
    let refused = counter.pay(&ready, "4242424242424242").await.body;
    assert_eq!(refused["status"], "incomplete");
    assert_eq!(counter.count("SELECT COUNT(*) FROM orders").await, 0);
}

#[tokio::test]
async fn a_price_that_has_changed_since_is_said_beside_the_line_until_the_buyer_goes_on() {
    let counter = Counter::open().await;
    let cart = counter.post("/carts", json!({ "line_items": wanted(&[("mug", 1)]) })).await.body;
    let at = format!("/carts/{}", cart["id"].as_str().unwrap());
    counter.run("UPDATE prices SET amount = 1700 WHERE variant = 'mug' AND currency = 'USD'").await;
    let seen = counter.get(&at).await.body;
    let said = message(&seen, "price_changed");
    assert_eq!((&said["type"], &said["path"]), (&json!("warning"), &json!("$.line_items[0]")));
    assert_eq!(said["content"], "The mug now costs $17.00. It was $15.00 when you chose it.");
    let line = json!([{ "id": "li_1", "item": { "id": "mug" }, "quantity": 2 }]);
    let changed = counter.put(&at, json!({ "line_items": line })).await.body;
    assert!(codes(&changed).contains(&"price_changed"), "the answer to an edit says it as well");
    assert!(!codes(&counter.get(&at).await.body).contains(&"price_changed"), "once is enough");
    let abroad = json!({ "line_items": line, "context": { "address_country": "DE" } });
    assert!(!codes(&counter.put(&at, abroad).await.body).contains(&"price_changed"), "another currency is no other price");
}

#[tokio::test]
async fn sizes_wishes_and_delivery_are_told_in_the_buyers_language() {
    let shop = Shop::open().await;
    let tee = shop.product(json!({ "id": "tee", "context": context("US", "USD", "ar") })).await;
    assert_eq!(tee["dev.fanshelf.size_guide"], json!([{ "size": "S", "measures": [{ "name": "الصدر", "millimetres": 490 }] }]));
    let mug = shop.product(json!({ "id": "fig-mug", "context": context("US", "USD", "en") })).await;
    assert_eq!(mug["dev.fanshelf.personalisation"], json!({ "label": "Name", "max_length": 12 }));
    assert_eq!(mug["dev.fanshelf.delivery"], "Arrives in 3 to 5 working days");
    let wallpapers = shop.product(json!({ "id": "wallpapers" })).await;
    assert_eq!(wallpapers["dev.fanshelf.delivery"], "Ready to download now");
    assert_eq!(shop.product(json!({ "id": "moth-puzzle" })).await["tags"], json!(["new"]));
}

#[tokio::test]
async fn a_shelf_names_its_kinds_and_can_be_narrowed_to_one_on_every_way_of_searching() {
    let shop = Shop::open().await;
    let shelf = |more: Value| {
        let mut body = json!({ "filters": { "categories": ["long-orbit"] }, "pagination": { "limit": 50 } });
        for (key, value) in more.as_object().unwrap() {
            body[key] = value.clone();
        }
        body
    };
    let (all, plain) = shop.search(shelf(json!({}))).await;
    assert!(plain.get("dev.fanshelf.kinds").is_none(), "only who asks is told");
    assert_eq!(all, ["star-chart", "moth-puzzle", "wallpapers"]);
    let (_, told) = shop.search(shelf(json!({ "dev.fanshelf.with_kinds": true }))).await;
    let named = |value: &str| json!({ "value": value, "name": value });
    assert_eq!(told["dev.fanshelf.kinds"], json!([named("Posters"), named("Games"), named("Digital")]));
    let of = |kinds: Value| json!({ "filters": { "categories": ["long-orbit"], "dev.fanshelf.kinds": kinds } });
    let (games, answer) = shop.search(of(json!(["games", "Stickers"]))).await;
    assert_eq!((games, answer["pagination"]["total_count"].as_i64()), (vec!["moth-puzzle".to_owned()], Some(1)));
    assert!(shop.search(of(json!(["Stickers"]))).await.0.is_empty(), "stickers are on another shelf");
    let worded = json!({ "query": "sticker", "filters": { "dev.fanshelf.kinds": ["Games"] } });
    assert!(shop.search(worded).await.0.is_empty());
    let worded = json!({ "query": "moth", "filters": { "dev.fanshelf.kinds": ["Games"] } });
    assert_eq!(shop.search(worded).await.0, ["moth-puzzle"]);
    assert_eq!(shop.search(json!({ "filters": { "dev.fanshelf.kinds": ["Digital"] } })).await.0, ["wallpapers"]);
}
