//! The order, from the device that placed it.

use crate::stage::{Stage, ok, settle, storage};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

const SHELF: &str = r#"{"ucp":{"version":"2026-04-08","capabilities":{}},"products":[],"pagination":{"has_next_page":false}}"#;

/// Two mugs with a name on them and a song; one mug came back.
const ORDER: &str = r##"{"ucp":{"version":"2026-04-08","capabilities":{}},"id":"ord_1","label":"#1001","checkout_id":"chk_1","permalink_url":"https://shop.test/orders/ord_1","currency":"USD",
 "line_items":[{"id":"li_1","item":{"id":"v_mug","title":"Mug","price":900},"quantity":{"original":2,"total":1,"fulfilled":0},"status":"processing","dev.fanshelf.text":"Noor","totals":[{"type":"total","amount":1800}]},
  {"id":"li_2","item":{"id":"v_song","title":"Song","price":100},"quantity":{"original":1,"total":1,"fulfilled":1},"status":"fulfilled","totals":[{"type":"total","amount":100}]}],
 "fulfillment":{"expectations":[],"events":[{"id":"ev_1","type":"delivered","occurred_at":"2026-11-01T10:00:00Z","line_items":[{"id":"li_2","quantity":1}]}]},
 "adjustments":[{"id":"adj_1","type":"return","occurred_at":"2026-11-02T10:00:00Z","status":"completed","line_items":[{"id":"li_1","quantity":-1}]},
  {"id":"adj_2","type":"refund","occurred_at":"2026-11-03T10:00:00Z","status":"completed","totals":[{"type":"total","amount":-900}],"description":"The handle was loose."}],
 "dev.fanshelf.links":[{"type":"refund_policy","url":"https://shop.test/policies/refunds","title":"Returns"},{"type":"contact","url":"mailto:hello@shop.test"},{"type":"faq","url":"javascript:alert(1)"}],
 "totals":[{"type":"subtotal","amount":1900},{"type":"total","amount":1900}]}"##;

/// The device's order, found through its bag.
async fn open() -> Stage {
    storage().clear().unwrap();
    storage().set_item("fanshelf:http://shop.test:orders", "ord_1 secret #1001").unwrap();
    let stage = Stage::beside("en", &[], vec![ok("/catalog/search", SHELF), ok("/orders/ord_1", ORDER)]).await;
    stage.click(".bag").await;
    stage.click(".my-orders button").await;
    stage
}

#[wasm_bindgen_test]
async fn the_bag_leads_to_the_orders_of_this_device_and_the_order_is_told_in_full() {
    let stage = open().await;
    stage.assert_named();
    assert!(stage.text(".order-title").contains("Order"));
    assert!(stage.text(".bought .inscription").contains("Noor"));
    let facts: Vec<String> = stage.all(".fact").iter().filter_map(|fact| fact.text_content()).collect();
    assert!(
        facts[0].starts_with("Refund") && facts[0].contains("9.00") && facts[0].contains("The handle was loose."),
        "{facts:?}"
    );
    assert!(facts[1].starts_with("Return") && facts[1].contains("Mug"), "{facts:?}");
    assert!(facts[2].contains("Song"), "{facts:?}");
}

#[wasm_bindgen_test]
async fn the_shops_pages_and_how_to_reach_it_stand_under_the_order() {
    let stage = open().await;
    let links: Vec<(String, String)> = stage
        .all(".legal-links a")
        .iter()
        .map(|link| (link.get_attribute("href").unwrap(), link.text_content().unwrap()))
        .collect();
    assert_eq!(links.len(), 2, "a link that is not safe is no link: {links:?}");
    assert_eq!(links[0].1, "Returns");
    assert!(links[1].0 == "mailto:hello@shop.test" && links[1].1.starts_with("Contact"));
}

#[wasm_bindgen_test]
async fn ordering_again_puts_the_same_things_with_the_same_text_into_the_bag() {
    let stage = open().await;
    let again =
        stage.all(".order .button").into_iter().find(|button| button.text_content().unwrap().starts_with("OrderAgain")).unwrap();
    again.unchecked_into::<web_sys::HtmlElement>().click();
    settle().await;
    let asked = stage.asked();
    let made = asked.iter().find(|line| line.starts_with("POST http://shop.test/ucp/v1/carts")).unwrap();
    for expected in [r#""id":"v_mug""#, r#""quantity":2"#, r#""dev.fanshelf.text":"Noor""#, r#""id":"v_song""#] {
        assert!(made.contains(expected), "{expected} in {made}");
    }
    assert!(stage.find(".panel .cart").is_some(), "the bag is what is seen then");
}

#[wasm_bindgen_test]
async fn an_order_on_its_own_page_can_be_printed() {
    let window = web_sys::window().unwrap();
    let printed = js_sys::Array::new();
    let print = {
        let printed = printed.clone();
        Closure::<dyn FnMut()>::new(move || {
            printed.push(&1.into());
        })
    };
    js_sys::Reflect::set(&window, &"print".into(), &print.into_js_value()).unwrap();
    window.location().set_hash("secret").unwrap();
    let stage = Stage::open_with("en", &[("page", "order")], vec![ok("/catalog/search", SHELF), ok("/orders/", ORDER)]).await;
    settle().await;
    window.location().set_hash("").unwrap();
    let print =
        stage.all(".order .button").into_iter().find(|button| button.text_content().unwrap().starts_with("Print")).unwrap();
    print.unchecked_into::<web_sys::HtmlElement>().click();
    assert_eq!(printed.length(), 1);
}
