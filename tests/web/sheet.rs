//! What the product sheet holds beside the choice: a text of the fan's own, the size guide, drops, sharing, what else there is.

use crate::stage::{Answer, Stage, ok, settle};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

const PRICE: &str = r#""price_range":{"min":{"amount":900,"currency":"USD"},"max":{"amount":900,"currency":"USD"}}"#;

fn shelf() -> String {
    let product = |id: &str| {
        format!(r#"{{"id":"{id}","title":"{id}","description":{{"plain":"x"}},{PRICE},"variants":[{{"id":"v_{id}"}}]}}"#)
    };
    format!(
        r#"{{"ucp":{{"version":"2026-04-08","capabilities":{{}}}},"products":[{},{},{}],"pagination":{{"has_next_page":false}}}}"#,
        product("mug"),
        product("cap"),
        product("pin")
    )
}

/// A mug of one sort with more members: of the product, and of its variant.
fn mug(more: &str, variant: &str) -> Answer {
    ok(
        "/catalog/product",
        &format!(
            r#"{{"ucp":{{"version":"2026-04-08","capabilities":{{}}}},"product":{{"id":"mug","title":"Mug","description":{{"plain":"A mug."}},{PRICE}{more},
 "variants":[{{"id":"v_mug","title":"Mug","description":{{"plain":""}},"price":{{"amount":900,"currency":"USD"}}{variant}}}]}}}}"#
        ),
    )
}

fn cart(lines: &str) -> String {
    format!(
        r#"{{"ucp":{{"version":"2026-04-08","capabilities":{{}}}},"id":"cart_1","currency":"USD","line_items":[{lines}],
 "totals":[{{"type":"subtotal","amount":900}},{{"type":"total","amount":900}}]}}"#
    )
}

async fn open(answers: Vec<Answer>) -> Stage {
    let mut all = vec![ok("/catalog/search", &shelf())];
    all.extend(answers);
    let stage = Stage::open("en", all).await;
    stage.click(".card-button").await;
    stage
}

fn write(stage: &Stage, text: &str) {
    let field: web_sys::HtmlInputElement = stage.find("#fan-text").unwrap().unchecked_into();
    field.set_value(text);
}

const ENGRAVED: &str = r#","dev.fanshelf.personalisation":{"label":"Name on the mug","max_length":8}"#;

#[wasm_bindgen_test]
async fn a_text_of_the_fans_own_goes_into_the_bag_as_it_will_be_made() {
    let line = r#"{"id":"li_1","item":{"id":"v_mug","title":"Mug","price":900},"quantity":1,"dev.fanshelf.text":"Noor H","totals":[{"type":"total","amount":900}]}"#;
    let stage = open(vec![mug(ENGRAVED, ""), ok("/carts", &cart(line)), ok("/carts/cart_1", &cart(line))]).await;
    stage.assert_named();
    assert_eq!(stage.text("label[for=fan-text]"), "Name on the mug");
    let field = stage.find("#fan-text").unwrap();
    assert_eq!(field.get_attribute("maxlength").as_deref(), Some("8"));
    let hint = field.get_attribute("aria-describedby").unwrap();
    assert!(stage.text(&format!("#{hint}")).contains("PersonaliseHint"));
    write(&stage, "  Noor   H ");
    stage.click(".buy .button.main").await;
    assert!(stage.asked().iter().any(|line| line.contains(r#""dev.fanshelf.text":"Noor H""#)), "{:?}", stage.asked());
    assert!(stage.find(".added").is_some(), "the shop took it as it was sent");
    // Another text is another line; the first one is sent along unchanged.
    write(&stage, "Rye");
    stage.click(".buy .button.main").await;
    let asked = stage.asked();
    let update = asked.iter().rfind(|line| line.starts_with("PUT")).unwrap();
    assert!(update.contains(r#""dev.fanshelf.text":"Noor H""#) && update.contains(r#""dev.fanshelf.text":"Rye""#), "{update}");
    stage.click(".bag").await;
    assert!(stage.text(".line-item .inscription").contains("Noor H"));
}

#[wasm_bindgen_test]
async fn without_a_text_none_is_sent_and_without_the_wish_none_is_asked_for() {
    let stage = open(vec![mug(ENGRAVED, "")]).await;
    stage.click(".buy .button.main").await;
    assert!(!stage.asked().last().unwrap().contains("dev.fanshelf.text"));
    let stage = open(vec![mug("", "")]).await;
    assert!(stage.find("#fan-text").is_none());
}

#[wasm_bindgen_test]
async fn buy_now_leads_to_the_checkout_once_the_shop_has_taken_the_thing() {
    let line =
        r#"{"id":"li_1","item":{"id":"v_mug","title":"Mug","price":900},"quantity":1,"totals":[{"type":"total","amount":900}]}"#;
    let stage = open(vec![mug("", ""), ok("/carts", &cart(line))]).await;
    stage.click(".buy-now").await;
    settle().await;
    let asked = stage.asked();
    let place = |what: &str| asked.iter().position(|line| line.starts_with(what));
    let (added, began) = (place("POST http://shop.test/ucp/v1/carts"), place("POST http://shop.test/ucp/v1/checkout-sessions"));
    assert!(added.is_some() && began > added, "{asked:?}");
    assert!(asked[began.unwrap()].contains(r#""cart_id":"cart_1""#));
}

#[wasm_bindgen_test]
async fn buy_now_stays_where_it_is_when_the_shop_does_not_take_the_thing() {
    let refused = cart("").replace(r#""line_items""#, r#""messages":[{"type":"error","code":"out_of_stock","content":"Gone.","severity":"recoverable","path":"$.line_items"}],"line_items""#);
    let stage = open(vec![mug("", ""), ok("/carts", &refused)]).await;
    stage.click(".buy-now").await;
    assert!(stage.text(".product [role=alert]").contains("Gone."));
    assert!(!stage.asked().iter().any(|line| line.contains("/checkout-sessions")));
}

const GUIDE: &str = r#","selected":[{"name":"Size","label":"M"}],"options":[{"name":"Size","values":[{"label":"S"},{"label":"M"}]}],
 "dev.fanshelf.size_guide":[{"size":"S","measures":[{"name":"Chest","millimetres":490}]},{"size":"M","measures":[{"name":"Chest","millimetres":535}]}]"#;

#[wasm_bindgen_test]
async fn the_size_guide_is_a_table_in_the_markets_unit_or_the_other() {
    let stage = open(vec![mug(GUIDE, r#","options":[{"name":"Size","label":"M"}]"#)]).await;
    stage.assert_named();
    assert_eq!(stage.all(".guide-table th[scope=col]").len(), 2);
    assert_eq!(stage.text(".guide-table th[scope=col]"), "Size");
    assert_eq!(stage.all(".guide-table th[scope=row]").len(), 2);
    assert_eq!(stage.text(".guide-table tr[data-chosen] td"), "21.1 in", "the United States measure in inches");
    stage.click(".unit").await;
    assert_eq!(stage.text(".guide-table tr[data-chosen] td"), "53.5 cm");
    assert_eq!(stage.find(".unit").unwrap().get_attribute("aria-pressed").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn a_drop_says_when_it_comes_and_opens_by_itself() {
    let at = js_sys::Date::new(&(js_sys::Date::now() + 700.0).into()).to_iso_string();
    let soon = format!(r#","availability":{{"available":false,"status":"coming_soon","dev.fanshelf.releases_at":"{at}"}}"#);
    let stage = open(vec![mug("", &soon)]).await;
    let button = stage.find(".buy .button.main").unwrap();
    assert!(button.has_attribute("disabled"));
    assert!(button.text_content().unwrap().starts_with("Drops"), "{:?}", button.text_content());
    assert!(stage.find(".buy-now").unwrap().has_attribute("hidden"));
    stage.answer(mug("", r#","availability":{"available":true}"#));
    for _ in 0..5 {
        settle().await;
    }
    let button = stage.find(".buy .button.main").unwrap();
    assert!(!button.has_attribute("disabled") && button.text_content().unwrap().starts_with("AddToBag"));
}

#[wasm_bindgen_test]
async fn price_by_measure_rating_and_delivery_are_shown_where_the_shop_has_them() {
    let more = r#","rating":{"value":4.6,"scale_max":5,"count":31},"dev.fanshelf.delivery":"Arrives in 3 to 5 working days""#;
    let unit = r#","unit_price":{"amount":240,"currency":"USD","measure":{"value":375,"unit":"ml"},"reference":{"value":100,"unit":"ml"}}"#;
    let stage = open(vec![mug(more, unit)]).await;
    assert!(stage.text(".unit-price").starts_with("UnitPrice") && stage.text(".unit-price").contains("2.40"));
    assert!(stage.text(".rating").contains("4.6"));
    assert!(stage.text(".delivery").contains("Arrives in 3 to 5"));
    let bare = open(vec![mug("", "")]).await;
    for absent in [".unit-price", ".rating", ".delivery", ".guide"] {
        assert!(bare.find(absent).is_none(), "{absent}");
    }
}

#[wasm_bindgen_test]
async fn what_else_is_on_the_shelf_follows_without_asking_the_shop() {
    let stage = open(vec![mug("", "")]).await;
    let asked = stage.asked().len();
    let others: Vec<String> = stage.all(".related .card-title").iter().filter_map(|title| title.text_content()).collect();
    assert_eq!(others, ["cap", "pin"]);
    assert_eq!(stage.asked().len(), asked);
    stage.click(".related .card-button").await;
    assert!(stage.asked().last().unwrap().contains(r#""id":"cap""#));
}

/// Puts a function in the place of one of the browser's; gives what it was called with.
fn replace(owner: &JsValue, name: &str, result: JsValue) -> js_sys::Array {
    let calls = js_sys::Array::new();
    let call = {
        let calls = calls.clone();
        Closure::<dyn FnMut(JsValue) -> JsValue>::new(move |argument: JsValue| {
            calls.push(&argument);
            result.clone()
        })
    };
    let descriptor = js_sys::Object::new();
    js_sys::Reflect::set(&descriptor, &"value".into(), &call.into_js_value()).unwrap();
    js_sys::Reflect::set(&descriptor, &"configurable".into(), &true.into()).unwrap();
    js_sys::Object::define_property(owner.unchecked_ref::<js_sys::Object>(), &name.into(), &descriptor);
    calls
}

#[wasm_bindgen_test]
async fn a_product_is_shared_the_devices_way_or_its_link_is_copied_and_that_is_said() {
    let navigator: JsValue = web_sys::window().unwrap().navigator().into();
    let resolved: JsValue = js_sys::Promise::resolve(&JsValue::UNDEFINED).into();
    let shared = replace(&navigator, "share", resolved.clone());
    let stage = open(vec![mug("", "")]).await;
    stage.click(".product-head .tool").await;
    let url = js_sys::Reflect::get(&shared.get(0), &"url".into()).unwrap().as_string().unwrap();
    assert!(url.ends_with("#fan:noor-draws:mug"), "{url}");
    assert!(stage.find(".copied").is_none(), "the device has said it itself");
    js_sys::Reflect::delete_property(navigator.unchecked_ref::<js_sys::Object>(), &"share".into()).unwrap();
    replace(&navigator, "share", JsValue::UNDEFINED);
    let clipboard: JsValue = js_sys::Object::new().into();
    let copied = replace(&clipboard, "writeText", resolved);
    let descriptor = js_sys::Object::new();
    js_sys::Reflect::set(&descriptor, &"value".into(), &clipboard).unwrap();
    js_sys::Reflect::set(&descriptor, &"configurable".into(), &true.into()).unwrap();
    js_sys::Object::define_property(navigator.unchecked_ref::<js_sys::Object>(), &"clipboard".into(), &descriptor);
    stage.click(".product-head .tool").await;
    assert_eq!(copied.get(0).as_string().as_deref(), Some(url.as_str()));
    assert!(stage.text("[role=status]").contains("LinkCopied") || stage.text(".copied").contains("LinkCopied"));
    for name in ["share", "clipboard"] {
        js_sys::Reflect::delete_property(navigator.unchecked_ref::<js_sys::Object>(), &name.into()).unwrap();
    }
}

#[wasm_bindgen_test]
async fn a_shared_link_opens_its_product_on_the_shelf_that_it_came_from() {
    let location = web_sys::window().unwrap().location();
    location.set_hash("fan:noor-draws:mug").unwrap();
    let stage = Stage::open("en", vec![ok("/catalog/search", &shelf()), mug("", "")]).await;
    settle().await;
    assert!(stage.text(".product-title").contains("Mug"));
    assert!(stage.find(".panel").unwrap().matches(":popover-open").unwrap());
    stage.click(".bag").await;
    stage.press(".panel", "Escape").await;
    settle().await;
    let title = stage.text(".product-title");
    location.set_hash("").unwrap();
    assert!(title.contains("Mug"), "Back from what was opened over it leads to it");
}
