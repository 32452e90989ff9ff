//! The product sheet.

use crate::stage::{Stage, ok, settle, status};
use wasm_bindgen_test::wasm_bindgen_test;

const SHELF: &str = r#"{"ucp":{"version":"2026-04-08","capabilities":{}},"products":[
 {"id":"prod_tee","title":"Tee","description":{"plain":"A tee."},"price_range":{"min":{"amount":2500,"currency":"USD"},"max":{"amount":2500,"currency":"USD"}},"variants":[{"id":"v_m"}]}],
 "pagination":{"has_next_page":false}}"#;

/// Size M of a tee: L is sold out, XL is not made in this colour.
const TEE: &str = r##"{"ucp":{"version":"2026-04-08","capabilities":{}},"product":{"id":"prod_tee","title":"Tee","description":{"plain":"A heavy tee."},
 "price_range":{"min":{"amount":2500,"currency":"USD"},"max":{"amount":2500,"currency":"USD"}},
 "selected":[{"name":"Colour","label":"Black"},{"name":"Size","label":"M"}],
 "options":[{"name":"Colour","values":[{"label":"Black","available":true,"exists":true,"dev.fanshelf.swatch":"#111111"},{"label":"White","available":true,"exists":true,"dev.fanshelf.swatch":"#ffffff"}]},
  {"name":"Size","values":[{"label":"M","available":true,"exists":true},{"label":"L","available":false,"exists":true},{"label":"XL","available":false,"exists":false}]}],
 "variants":[{"id":"v_m","title":"Black / M","description":{"plain":""},"price":{"amount":2500,"currency":"USD"},"availability":{"available":true,"dev.fanshelf.left":3},
  "options":[{"name":"Colour","label":"Black"},{"name":"Size","label":"M"}]}]}}"##;

/// The answer to a pick of White: M is not made in white, so the shop keeps White and moves to L.
const WHITE: &str = r##"{"ucp":{"version":"2026-04-08","capabilities":{}},"product":{"id":"prod_tee","title":"Tee","description":{"plain":"A heavy tee."},
 "price_range":{"min":{"amount":2500,"currency":"USD"},"max":{"amount":2500,"currency":"USD"}},
 "selected":[{"name":"Colour","label":"White"},{"name":"Size","label":"L"}],
 "options":[{"name":"Colour","values":[{"label":"Black"},{"label":"White"}]},{"name":"Size","values":[{"label":"M","available":false,"exists":false},{"label":"L"}]}],
 "variants":[{"id":"v_wl","title":"White / L","description":{"plain":""},"price":{"amount":2700,"currency":"USD"},"options":[{"name":"Colour","label":"White"},{"name":"Size","label":"L"}]}]}}"##;

const CART: &str = r#"{"ucp":{"version":"2026-04-08","capabilities":{}},"id":"cart_1","currency":"USD",
 "line_items":[{"id":"li_1","item":{"id":"v_m","title":"Tee","price":2500},"quantity":1,"totals":[{"type":"total","amount":2500}]}],
 "totals":[{"type":"subtotal","amount":2500},{"type":"total","amount":2500}]}"#;

async fn open(answers: Vec<crate::stage::Answer>) -> Stage {
    let mut all = vec![ok("/catalog/search", SHELF)];
    all.extend(answers);
    let stage = Stage::open("en", all).await;
    stage.click(".card-button").await;
    stage
}

#[wasm_bindgen_test]
async fn every_control_of_the_sheet_has_a_name_and_the_sheet_is_a_dialog_that_takes_focus() {
    let stage = open(vec![ok("/catalog/product", TEE)]).await;
    stage.assert_named();
    let panel = stage.find(".panel").unwrap();
    assert_eq!(panel.get_attribute("role").as_deref(), Some("dialog"));
    assert!(panel.matches(":popover-open").unwrap());
    assert!(panel.matches(":focus, :focus-within").unwrap(), "focus moved into the sheet");
    assert_eq!(stage.all("fieldset legend").len(), 2);
}

#[wasm_bindgen_test]
async fn sold_out_is_told_from_not_made_and_what_is_left_is_said_first() {
    let stage = open(vec![ok("/catalog/product", TEE)]).await;
    let offers: Vec<String> = stage.all(".value").iter().filter_map(|value| value.get_attribute("data-offer")).collect();
    assert_eq!(offers, ["buyable", "buyable", "buyable", "sold-out", "not-made"]);
    assert!(stage.text(".stock").contains("OnlyLeft 3"));
    assert_eq!(stage.all(".choice").len(), stage.all(".value-input:checked").len(), "what is chosen is seen to be chosen");
    assert_eq!(stage.all("form .value-input").len(), stage.all(".value-input").len(), "Chromium lets go of what is in a form");
}

#[wasm_bindgen_test]
async fn what_is_not_chosen_yet_is_not_said_to_be_sold_out() {
    let undecided = TEE.replace(
        r#"{"name":"Colour","label":"Black"},{"name":"Size","label":"M"}],
 "options":[{"name":"Colour","values""#,
        r#"{"name":"Colour","label":"Black"}],
 "options":[{"name":"Colour","values""#,
    );
    assert_ne!(undecided, TEE);
    let stage = open(vec![ok("/catalog/product", &undecided)]).await;
    assert!(stage.text(".buy .button.main").starts_with("Choose"), "{}", stage.text(".buy .button.main"));
}

#[wasm_bindgen_test]
async fn a_choice_that_forces_another_says_which() {
    let stage = open(vec![ok("/catalog/product", TEE)]).await;
    stage.answer(ok("/catalog/product", WHITE));
    stage.click(".value:nth-of-type(2) input").await;
    let asked = stage.asked();
    assert!(asked.last().unwrap().contains(r#""preferences":["Colour","Size"]"#), "{asked:?}");
    assert!(stage.text(".notice").contains("ChoiceChanged") && stage.text(".notice").contains("Size"));
    assert!(stage.text(".button.main").contains("27.00"), "the price is the chosen variant's");
}

#[wasm_bindgen_test]
async fn adding_creates_a_cart_once_however_often_it_is_clicked() {
    let stage = open(vec![ok("/catalog/product", TEE), ok("/carts", CART), ok("/carts/cart_1", CART)]).await;
    let add: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(stage.find(".button.main").unwrap());
    add.click();
    add.click();
    settle().await;
    let created = stage.asked().iter().filter(|line| line.starts_with("POST http://shop.test/ucp/v1/carts")).count();
    assert_eq!(created, 1);
    assert!(stage.text(".added").contains("Added"));
    assert_eq!(stage.text(".bag-count"), "1");
}

#[wasm_bindgen_test]
async fn what_is_added_is_in_the_bag_before_the_shop_has_confirmed_it_and_without_money() {
    let stage = open(vec![ok("/catalog/product", TEE)]).await;
    stage.click(".button.main").await;
    assert_eq!(stage.find(".added .notice").unwrap().get_attribute("data-tone").as_deref(), Some("plain"), "no promise yet");
    stage.click(".added button").await;
    assert!(stage.text(".line-item[data-coming] .line-title").contains("Tee"));
    assert!(stage.find(".line-total").is_none() && stage.find(".total-row").is_none());
    assert!(stage.find(".foot .button.main").unwrap().has_attribute("disabled"));
    stage.assert_named();
}

#[wasm_bindgen_test]
async fn what_the_shop_could_not_take_stays_in_the_bag_to_be_sent_again() {
    let stage = open(vec![ok("/catalog/product", TEE), status("/carts", 500, "{}")]).await;
    stage.click(".button.main").await;
    assert!(stage.find(".refused").is_some() && stage.find(".added").is_none());
    stage.click(".bag").await;
    assert!(stage.text(".line-item[data-coming] .line-title").contains("Tee"));
    stage.answer(ok("/carts", CART));
    stage.click(".panel [role=alert] button").await;
    assert_eq!((stage.all(".line-item").len(), stage.all("[data-coming]").len()), (1, 0));
}

#[wasm_bindgen_test]
async fn a_product_that_cannot_be_loaded_says_so_and_can_be_tried_again() {
    let stage = open(vec![status("/catalog/product", 500, "{}")]).await;
    assert!(stage.text(".panel [role=alert]").contains("FailedShop"));
    stage.answer(ok("/catalog/product", TEE));
    stage.click(".panel [role=alert] button").await;
    assert!(stage.text(".product-title").contains("Tee"));
}

#[wasm_bindgen_test]
async fn escape_closes_the_sheet_and_focus_returns_to_the_card() {
    let stage = open(vec![ok("/catalog/product", TEE)]).await;
    stage.press(".panel", "Escape").await;
    assert!(!stage.find(".panel").unwrap().matches(":popover-open").unwrap());
    assert!(stage.find(".card-button").unwrap().matches(":focus").unwrap());
}
