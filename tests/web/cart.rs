//! The bag.

use crate::stage::{Answer, Stage, ok, settle, status};
use wasm_bindgen_test::wasm_bindgen_test;

const SHELF: &str = r#"{"ucp":{"version":"2026-04-08","capabilities":{}},"products":[],"pagination":{"has_next_page":false}}"#;

const CART: &str = r#"{"ucp":{"version":"2026-04-08","capabilities":{}},"id":"cart_1","currency":"USD",
 "line_items":[{"id":"li_1","item":{"id":"v_m","title":"Tee","price":2500},"quantity":2,"totals":[{"type":"total","amount":5000}]}],
 "discounts":{"codes":["FAN10","OLD"],"applied":[{"title":"Fans","amount":500,"code":"FAN10"}]},
 "messages":[{"type":"warning","code":"discount_code_expired","path":"$.discounts.codes[1]","content":"OLD has expired."},
  {"type":"warning","code":"quantity_adjusted","path":"$.line_items[0].quantity","content":"Only two were left."},
  {"type":"info","code":"tax_included","path":"$.totals","content":"Prices include 5% tax."}],
 "totals":[{"type":"subtotal","display_text":"Subtotal","amount":5000},{"type":"discount","display_text":"Fans","amount":-500},{"type":"donation","display_text":"Cat shelter","amount":100},{"type":"total","display_text":"To pay","amount":4600}]}"#;

const EMPTY: &str = r#"{"ucp":{"version":"2026-04-08","capabilities":{}},"id":"cart_1","currency":"USD","line_items":[],"totals":[{"type":"subtotal","amount":0},{"type":"total","amount":0}]}"#;

const GONE: &str = r#"{"ucp":{"version":"2026-04-08","status":"error","capabilities":{}},"messages":[{"type":"error","code":"not_found","content":"Gone","severity":"unrecoverable"}]}"#;

/// Opens the bag of a device that remembers `cart_1`.
async fn open(answers: Vec<Answer>) -> Stage {
    let mut all = answers;
    all.push(ok("/catalog/search", SHELF));
    let stage = Stage::open("en", all).await;
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    storage.set_item("fanshelf:http://shop.test:cart", "cart_1").unwrap();
    let init = web_sys::StorageEventInit::new();
    init.set_key(Some("fanshelf:http://shop.test:cart"));
    let event = web_sys::StorageEvent::new_with_event_init_dict("storage", &init).unwrap();
    web_sys::window().unwrap().dispatch_event(&event).unwrap();
    settle().await;
    stage.click(".bag").await;
    stage
}

#[wasm_bindgen_test]
async fn every_control_of_the_bag_has_a_name() {
    let stage = open(vec![ok("/carts/cart_1", CART)]).await;
    assert_eq!(stage.all(".line-item").len(), 1);
    stage.assert_named();
}

#[wasm_bindgen_test]
async fn totals_stand_as_the_shop_sent_them_in_its_order_with_its_words() {
    let stage = open(vec![ok("/carts/cart_1", CART)]).await;
    let rows: Vec<String> = stage.all(".total-row").iter().map(|row| row.text_content().unwrap()).collect();
    assert_eq!(rows.len(), 4);
    for (row, words) in rows.iter().zip(["Subtotal", "Fans", "Cat shelter", "To pay"]) {
        assert!(row.contains(words), "{row}");
    }
}

#[wasm_bindgen_test]
async fn what_is_said_about_the_totals_stands_under_them_and_alarms_nobody() {
    let stage = open(vec![ok("/carts/cart_1", CART)]).await;
    assert_eq!(stage.text(".totals + .quiet"), "Prices include 5% tax.");
    assert!(stage.all(".notice").iter().all(|notice| !notice.text_content().unwrap().contains("5% tax")));
}

#[wasm_bindgen_test]
async fn a_refused_code_stands_with_its_reason_and_a_line_with_its_warning() {
    let stage = open(vec![ok("/carts/cart_1", CART)]).await;
    let codes: Vec<String> = stage.all(".code").iter().map(|code| code.text_content().unwrap()).collect();
    assert!(codes[0].contains("FAN10") && codes[0].contains("Applied"));
    assert!(codes[1].contains("OLD has expired."));
    assert!(stage.text(".line-item .notice").contains("Only two were left."));
}

#[wasm_bindgen_test]
async fn removing_the_last_line_sends_an_empty_replacement_and_can_be_undone() {
    let stage = open(vec![ok("/carts/cart_1", CART)]).await;
    stage.answer(ok("PUT http://shop.test/ucp/v1/carts/cart_1", EMPTY));
    stage.click(".line-item .line-tools > .tool").await;
    assert!(stage.asked().last().unwrap().contains(r#""line_items":[]"#), "{:?}", stage.asked().last());
    assert!(stage.text(".nothing").contains("BagEmpty"));
    stage.answer(ok("PUT http://shop.test/ucp/v1/carts/cart_1", CART));
    stage.click(".notice .button").await;
    assert!(stage.asked().last().unwrap().contains(r#""quantity":2"#));
    assert_eq!(stage.all(".line-item").len(), 1);
}

#[wasm_bindgen_test]
async fn a_change_that_cannot_be_saved_keeps_what_was_wanted_and_can_be_tried_again() {
    let stage = open(vec![ok("/carts/cart_1", CART)]).await;
    stage.answer(status("PUT http://shop.test/ucp/v1/carts/cart_1", 500, "{}"));
    stage.click(".line-item .step:last-of-type").await;
    assert!(stage.text(".cart [role=alert]").contains("FailedShop"));
    let field: web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(stage.find(".step-number").unwrap());
    assert_eq!(field.value(), "3", "the wish stays");
    stage.answer(ok("PUT http://shop.test/ucp/v1/carts/cart_1", &CART.replace(r#""quantity":2"#, r#""quantity":3"#)));
    stage.click(".cart [role=alert] button").await;
    assert!(stage.find(".cart [role=alert]").is_none());
}

#[wasm_bindgen_test]
async fn a_bag_that_has_expired_is_an_empty_bag() {
    let stage = open(vec![ok("/carts/cart_1", GONE)]).await;
    assert!(stage.text(".nothing").contains("BagEmpty"));
    assert!(stage.find("[role=alert]").is_none());
}

#[wasm_bindgen_test]
async fn a_typed_quantity_is_sent_and_what_the_shop_makes_of_it_is_shown_with_the_reason() {
    let stage = open(vec![ok("/carts/cart_1", CART)]).await;
    let field: web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(stage.find(".step-number").unwrap());
    field.set_value("40");
    stage.answer(ok("PUT http://shop.test/ucp/v1/carts/cart_1", CART));
    field.dispatch_event(&web_sys::Event::new("change").unwrap()).unwrap();
    settle().await;
    assert!(stage.asked().last().unwrap().contains(r#""quantity":40"#));
    assert_eq!(field.value(), "2", "what the shop has confirmed");
    assert!(stage.text(".line-item .notice").contains("Only two were left."));
}

#[wasm_bindgen_test]
async fn what_the_shop_says_about_a_changed_price_stands_beside_the_line() {
    let changed = CART
        .replace("Only two were left.", "Tee now costs $27.00. It was $25.00 when you chose it.")
        .replace("quantity_adjusted", "price_changed");
    let stage = open(vec![ok("/carts/cart_1", &changed)]).await;
    assert!(stage.text(".line-item .notice").contains("It was $25.00"));
}

#[wasm_bindgen_test]
async fn two_elements_of_one_shop_on_a_page_stay_in_step_and_others_are_left_alone() {
    let first = open(vec![ok("/carts/cart_1", CART)]).await;
    let second = Stage::beside("en", &[], vec![ok("/catalog/search", SHELF), ok("/carts/cart_1", CART)]).await;
    assert_eq!(second.text(".bag-count"), "2");
    let before = first.asked().len();
    for stage in [&first, &second] {
        stage.answer(ok("/carts/cart_1", &CART.replace(r#""quantity":2"#, r#""quantity":3"#)));
    }
    second.click(".bag").await;
    second.click(".line-item .step:last-of-type").await;
    settle().await;
    assert_eq!(second.text(".bag-count"), "3");
    assert_eq!(first.text(".bag-count"), "3", "asked: {:?}", first.asked());
    assert_eq!(first.asked().len(), before + 1, "one question, and no echo");
}
