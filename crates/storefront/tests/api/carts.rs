//! Carts.

use crate::counter::{Counter, codes, message, row, total, wanted};
use serde_json::{Value, json};
use storefront::shop::calendar::DAY;

fn cart_path(cart: &Value) -> String {
    format!("/carts/{}", cart["id"].as_str().unwrap())
}

#[tokio::test]
async fn a_cart_is_made_and_read_again() {
    let counter = Counter::open().await;
    let made = counter.post("/carts", json!({ "line_items": wanted(&[("mug", 2), ("song", 1)]) })).await;
    assert_eq!(made.status, 201);
    assert_eq!(made.body["currency"], "USD");
    assert_eq!(total(&made.body), 3_900);
    assert_eq!(made.body["line_items"][0]["item"]["title"], "The mug");
    assert!(made.body["id"].as_str().unwrap().len() >= 30);
    let read = counter.get(&cart_path(&made.body)).await;
    assert_eq!((read.status, &read.body), (200, &made.body));
}

#[tokio::test]
async fn the_currency_and_the_words_follow_the_context() {
    let counter = Counter::open().await;
    let body = json!({ "line_items": wanted(&[("mug", 1)]), "context": { "address_country": "KW", "language": "ar" } });
    let made = counter.post("/carts", body).await.body;
    assert_eq!(made["currency"], "KWD");
    assert_eq!(total(&made), 4_500);
    assert_eq!(made["totals"][0]["display_text"], "المجموع الفرعي");
    assert_eq!(made["line_items"][0]["item"]["title"], "ال mug");
    let japan =
        counter.post("/carts", json!({ "line_items": wanted(&[("mug", 1)]), "context": { "currency": "JPY" } })).await.body;
    assert_eq!((japan["currency"].as_str(), total(&japan)), (Some("JPY"), 2_250));
    assert_eq!(japan["messages"][0]["code"], "tax_included");
}

#[tokio::test]
async fn an_update_replaces_everything_and_keeps_line_ids() {
    let counter = Counter::open().await;
    let body = json!({ "line_items": wanted(&[("mug", 1), ("poster", 1)]), "discounts": { "codes": ["FAN10"] } });
    let made = counter.post("/carts", body).await.body;
    let poster = &made["line_items"][1]["id"];
    let lines = json!([{ "id": poster, "item": { "id": "poster" }, "quantity": 3 }, { "item": { "id": "song" }, "quantity": 1 }]);
    let changed = counter.put(&cart_path(&made), json!({ "id": made["id"], "line_items": lines })).await.body;
    assert_eq!(&changed["line_items"][0]["id"], poster);
    assert_eq!(changed["line_items"].as_array().unwrap().len(), 2);
    assert!(made["line_items"].as_array().unwrap().iter().all(|line| line["id"] != changed["line_items"][1]["id"]));
    assert!(changed.get("discounts").is_none(), "the codes were left out, so they are gone");
    assert_eq!(total(&changed), 8_100);
    let emptied = counter.put(&cart_path(&made), json!({ "line_items": [] })).await;
    assert_eq!((emptied.status, total(&emptied.body)), (200, 0));
}

#[tokio::test]
async fn quantities_that_cannot_be_meant_are_refused_with_their_path() {
    let counter = Counter::open().await;
    for quantity in [0, -4] {
        let refused = counter.post("/carts", json!({ "line_items": wanted(&[("mug", 1), ("poster", quantity)]) })).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.body["messages"][0]["path"], "$.line_items[1].quantity");
        assert!(refused.body["content"].as_str().unwrap().contains("at least 1"));
    }
    let word = counter.post("/carts", json!({ "line_items": [{ "item": { "id": "mug" }, "quantity": "two" }] })).await;
    assert_eq!(word.status, 422);
    assert_eq!(word.body["messages"][0]["path"], "$.line_items[0].quantity");
    let endless =
        counter.post("/carts", json!({ "line_items": vec![json!({ "item": { "id": "mug" }, "quantity": 1 }); 51] })).await;
    assert_eq!(endless.status, 422);
}

#[tokio::test]
async fn more_than_is_left_becomes_what_is_left() {
    let counter = Counter::open().await;
    let made = counter.post("/carts", json!({ "line_items": wanted(&[("mug", 7), ("board", 9_000_000_000)]) })).await.body;
    assert_eq!(made["line_items"][0]["quantity"], 5);
    assert_eq!(made["line_items"][1]["quantity"], 50);
    let warning = message(&made, "quantity_adjusted");
    assert_eq!(warning["type"], "warning");
    assert_eq!(warning["path"], "$.line_items[0].quantity");
    assert_eq!(warning["content"], "Only 5 of The mug left.");
    let song = counter.post("/carts", json!({ "line_items": wanted(&[("song", 100)]) })).await.body;
    assert_eq!(song["line_items"][0]["quantity"], 99);
}

#[tokio::test]
async fn what_cannot_be_had_is_left_out_and_said() {
    let counter = Counter::open().await;
    let mixed = counter.post("/carts", json!({ "line_items": wanted(&[("gone", 1), ("mug", 1), ("pink_wumpus", 1)]) })).await;
    assert_eq!(mixed.status, 201);
    assert_eq!(mixed.body["line_items"].as_array().unwrap().len(), 1);
    assert_eq!(codes(&mixed.body), ["out_of_stock", "item_unavailable"]);
    let nothing = counter.post("/carts", json!({ "line_items": wanted(&[("gone", 1)]) })).await;
    assert_eq!(nothing.status, 200);
    assert_eq!(nothing.body["ucp"]["status"], "error");
    assert_eq!(codes(&nothing.body), ["out_of_stock"]);
    assert!(nothing.body.get("id").is_none());
}

#[tokio::test]
async fn a_line_that_sells_out_in_the_cart_stays_and_says_so() {
    let counter = Counter::open().await;
    let made = counter.post("/carts", json!({ "line_items": wanted(&[("poster", 1), ("last", 1)]) })).await.body;
    counter.restock("last", 0).await;
    let read = counter.get(&cart_path(&made)).await.body;
    assert_eq!(read["line_items"].as_array().unwrap().len(), 2);
    assert_eq!(message(&read, "out_of_stock")["path"], "$.line_items[1]");
}

#[tokio::test]
async fn codes_work_on_carts() {
    let counter = Counter::open().await;
    let body =
        json!({ "line_items": wanted(&[("mug", 2), ("poster", 1)]), "discounts": { "codes": ["mugs20", "fan10", "OLD50"] } });
    let made = counter.post("/carts", body).await.body;
    assert_eq!(row(&made, "items_discount"), Some(-600));
    assert_eq!(row(&made, "discount"), Some(-480));
    assert_eq!(total(&made), 4_320);
    assert_eq!(made["discounts"]["applied"][0]["allocations"], json!([{ "path": "$.line_items[0]", "amount": 600 }]));
    assert_eq!(made["discounts"]["codes"], json!(["mugs20", "fan10", "OLD50"]));
    let warning = message(&made, "discount_code_expired");
    assert_eq!(
        (warning["path"].as_str(), warning["content"].as_str()),
        (Some("$.discounts.codes[2]"), Some("The code OLD50 has expired."))
    );
}

#[tokio::test]
async fn an_automatic_discount_needs_no_code() {
    let counter = Counter::open().await;
    let made = counter.post("/carts", json!({ "line_items": wanted(&[("sticker", 3)]) })).await.body;
    assert_eq!(made["discounts"]["applied"][0]["automatic"], true);
    assert_eq!(total(&made), 960);
}

#[tokio::test]
async fn a_cancelled_an_expired_and_an_unknown_cart_are_not_found() {
    let counter = Counter::open().await;
    let made = counter.post("/carts", json!({ "line_items": wanted(&[("mug", 1)]) })).await.body;
    let cancel = format!("{}/cancel", cart_path(&made));
    let canceled = counter.send("POST", &cancel, None, &[("content-type", "application/json")]).await;
    assert_eq!((canceled.status, &canceled.body["id"]), (200, &made["id"]));
    let other = counter.post("/carts", json!({ "line_items": wanted(&[("mug", 1)]) })).await.body;
    counter.clock.advance(31 * DAY);
    for path in [cart_path(&made), cart_path(&other), "/carts/cart_nope".to_owned()] {
        let read = counter.get(&path).await;
        assert_eq!(read.status, 200);
        assert_eq!(read.body["ucp"]["status"], "error");
        assert_eq!(codes(&read.body), ["not_found"]);
        assert_eq!(codes(&counter.put(&path, json!({ "line_items": [] })).await.body), ["not_found"]);
    }
}

#[tokio::test]
async fn a_repeated_request_makes_one_cart() {
    let counter = Counter::open().await;
    let body = json!({ "line_items": wanted(&[("mug", 1)]) });
    let key = [("idempotency-key", "same")];
    let first = counter.send("POST", "/carts", Some(body.clone()), &key).await;
    let again = counter.send("POST", "/carts", Some(body), &key).await;
    assert_eq!(first, again);
    let other = counter.send("POST", "/carts", Some(json!({ "line_items": [] })), &key).await;
    assert_eq!(other.status, 409);
    assert_eq!(counter.count("SELECT COUNT(*) FROM carts").await, 1);
}

#[tokio::test]
async fn the_one_character_that_no_database_keeps_is_in_no_id() {
    let counter = Counter::open().await;
    for (method, path) in [("GET", "/carts/%00"), ("GET", "/checkout-sessions/a%00b"), ("GET", "/orders/%00")] {
        assert_eq!(counter.send(method, path, None, &[]).await.status, 404, "{path}");
    }
    let made = counter.post("/carts", json!({ "line_items": wanted(&[("mug\0", 1)]) })).await;
    assert_eq!((made.status, &made.body["messages"][0]["path"]), (422, &json!("$.line_items[0].item.id")));
    let asked = counter.processor("POST", "/tokenize", Some(crate::counter::card("chk\0", "4242424242424242")), &[]).await;
    assert!(asked.status < 500, "{asked:?}");
    assert!(counter.processor("GET", "/challenge/%00", None, &[]).await.status < 500);
}
