//! The shelf.

use crate::stage::{Stage, ok, settle, status};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;

/// Two products: one reduced, one sold out.
const PAGE: &str = r#"{"ucp":{"version":"2026-04-08","status":"success","capabilities":{}},"products":[
 {"id":"prod_mug","title":"Moon mug","description":{"plain":"A mug."},"price_range":{"min":{"amount":1200,"currency":"USD"},"max":{"amount":1200,"currency":"USD"}},
  "list_price_range":{"min":{"amount":1600,"currency":"USD"},"max":{"amount":1600,"currency":"USD"}},
  "media":[{"type":"image","url":"data:image/gif;base64,R0lGODlhAQABAAAAACw=","alt_text":"Moon mug"}],
  "variants":[{"id":"v1","availability":{"available":true}}]},
 {"id":"prod_pin","title":"Cat pin","description":{"plain":"A pin."},"price_range":{"min":{"amount":500,"currency":"USD"},"max":{"amount":900,"currency":"USD"}},
  "variants":[{"id":"v2","availability":{"available":false}}]}],
 "pagination":{"has_next_page":true,"cursor":"next","total_count":3}}"#;

const NOTHING: &str = r#"{"ucp":{"version":"2026-04-08","capabilities":{}},"products":[],"pagination":{"has_next_page":false}}"#;

#[wasm_bindgen_test]
async fn every_control_of_the_shelf_has_a_name_and_the_shelf_is_a_named_list() {
    let stage = Stage::open("en", vec![ok("/catalog/search", PAGE)]).await;
    stage.assert_named();
    let shelf = stage.find("section").unwrap();
    let heading = shelf.get_attribute("aria-labelledby").unwrap();
    assert!(stage.text(&format!("#{heading}")).starts_with("ShelfTitle"));
    assert_eq!(stage.all("ul.cards > li:not([aria-hidden])").len(), 2);
}

#[wasm_bindgen_test]
async fn a_page_can_put_its_own_words_over_the_shelf_and_on_an_empty_one() {
    let stage = Stage::open("en", vec![ok("/catalog/search", NOTHING)]).await;
    let root: web_sys::ShadowRoot = stage.find("section").unwrap().get_root_node().unchecked_into();
    let page: web_sys::Element = root.host();
    for (slot, text) in [("heading", "Noor's things"), ("empty", "Come back on Friday.")] {
        let child = web_sys::window().unwrap().document().unwrap().create_element("span").unwrap();
        child.set_attribute("slot", slot).unwrap();
        child.set_text_content(Some(text));
        page.append_child(&child).unwrap();
    }
    for child in ["[slot=heading]", "[slot=empty]"] {
        let shown: web_sys::HtmlElement = page.query_selector(child).unwrap().unwrap().unchecked_into();
        assert!(shown.offset_width() > 0, "{child} is shown");
    }
}

#[wasm_bindgen_test]
async fn while_the_shop_is_silent_the_shelf_shows_shapes_and_says_that_it_is_busy() {
    let stage = Stage::open("en", vec![]).await;
    assert_eq!(stage.find("section").unwrap().get_attribute("aria-busy").as_deref(), Some("true"));
    assert_eq!(stage.all("ul.cards > li[aria-hidden]").len(), 6);
}

#[wasm_bindgen_test]
async fn an_empty_shelf_says_so() {
    let stage = Stage::open("en", vec![ok("/catalog/search", NOTHING)]).await;
    assert!(stage.text(".shelf-empty").starts_with("ShelfEmpty"));
    assert!(stage.all("ul.cards > li").is_empty());
}

#[wasm_bindgen_test]
async fn a_failed_shelf_says_what_happened_and_can_be_tried_again() {
    let stage = Stage::open("en", vec![status("/catalog/search", 500, "{}")]).await;
    assert!(stage.text("[role=alert]").contains("FailedShop"));
    stage.answer(ok("/catalog/search", PAGE));
    stage.click("[role=alert] button").await;
    assert!(stage.find("[role=alert]").is_none());
    assert_eq!(stage.all(".card-button").len(), 2);
}

#[wasm_bindgen_test]
async fn a_reduced_price_is_read_out_with_the_old_one_and_a_sold_out_product_says_so() {
    let stage = Stage::open("en", vec![ok("/catalog/search", PAGE)]).await;
    let cards = stage.all(".card-button");
    let reduced = cards[0].text_content().unwrap();
    assert!(reduced.contains("PriceNow") && reduced.contains("PriceWas") && reduced.contains("16.00"), "{reduced}");
    assert_eq!(cards[0].query_selector(".badge").unwrap().unwrap().get_attribute("data-kind").as_deref(), Some("sale"));
    assert!(cards[1].text_content().unwrap().contains("SoldOut"));
    assert!(cards[1].text_content().unwrap().contains("PriceFrom"));
}

#[wasm_bindgen_test]
async fn the_next_products_come_when_the_end_of_the_row_is_near_and_none_comes_twice() {
    let stage = Stage::open("en", vec![ok("/catalog/search", &page(0..40, Some("next")))]).await;
    assert_eq!((stage.all(".card-button").len(), stage.asked().len()), (40, 1), "the end is far away");
    stage.answer(ok("/catalog/search", &page(39..44, None)));
    stage.scroll_to_end(".cards").await;
    assert_eq!(stage.all(".card-button").len(), 44, "the fortieth came twice and is shown once");
    assert!(stage.asked().last().unwrap().contains(r#""cursor":"next""#));
    let before = stage.asked().len();
    stage.scroll_to_end(".cards").await;
    assert_eq!(stage.asked().len(), before, "there is nothing more to ask for");
}

#[wasm_bindgen_test]
async fn a_shop_that_repeats_itself_is_not_asked_for_ever() {
    let stage = Stage::open("en", vec![ok("/catalog/search", PAGE)]).await;
    assert_eq!(stage.asked().len(), 2, "{:?}", stage.asked());
}

#[wasm_bindgen_test]
async fn a_long_shelf_draws_what_is_near_and_keeps_its_length() {
    let stage = Stage::open("en", vec![ok("/catalog/search", &page(0..1000, None))]).await;
    let row = stage.find(".cards").unwrap();
    let (drawn, length) = (stage.all(".card-button").len(), row.scroll_width());
    assert!(drawn < 60, "{drawn} cards are drawn");
    assert!(stage.text(".card-button").contains("Thing 0"));
    stage.scroll_to_end(".cards").await;
    let drawn = stage.all(".card-button").len();
    assert!(drawn < 60, "{drawn} drawn at {} of {} with {:?}", row.scroll_left(), row.scroll_width(), row.get_attribute("style"));
    let last = stage.all(".card-button").last().unwrap().text_content().unwrap();
    assert!(last.contains("Thing 999"), "{last} at {} of {}", row.scroll_left(), row.scroll_width());
    assert!((row.scroll_width() - length).abs() < 8, "{} became {length}", row.scroll_width());
}

#[wasm_bindgen_test]
async fn a_compact_shelf_opens_everything_and_a_search_asks_the_shop() {
    for layout in ["bar", "bag"] {
        let stage = Stage::open_with("en", &[("layout", layout)], vec![ok("/catalog/search", &page(0..3, None))]).await;
        stage.assert_named();
        assert!(stage.all(".card-button").is_empty());
        stage.click(".shelf button").await;
        stage.assert_named();
        assert_eq!(stage.all(".panel .card-button").len(), 3, "{layout}");
        stage.answer(ok("/catalog/search", NOTHING));
        let field: web_sys::HtmlInputElement = stage.find(".panel input[type=search]").unwrap().unchecked_into();
        field.set_value("moon");
        field.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
        settle().await;
        settle().await;
        settle().await;
        assert!(stage.asked().last().unwrap().contains(r#""query":"moon""#), "{:?}", stage.asked().last());
        assert!(stage.text(".panel .shelf-empty").starts_with("NothingFound"));
    }
}

#[wasm_bindgen_test]
async fn a_pin_shows_one_product_and_opens_it() {
    let stage = Stage::open_with("en", &[("layout", "pin")], vec![ok("/catalog/search", PAGE)]).await;
    stage.assert_named();
    assert!(stage.text(".pin").contains("Moon mug"));
    stage.click(".pin").await;
    assert!(stage.asked().last().unwrap().contains(r#""id":"prod_mug""#));
}

/// A page of plain products.
fn page(numbers: std::ops::Range<u32>, cursor: Option<&str>) -> String {
    let product = |n: u32| {
        format!(
            r#"{{"id":"prod_{n}","title":"Thing {n}","description":{{"plain":"A thing."}},"price_range":{{"min":{{"amount":100,"currency":"USD"}},"max":{{"amount":100,"currency":"USD"}}}},"variants":[{{"id":"v{n}"}}]}}"#
        )
    };
    let products: Vec<String> = numbers.map(product).collect();
    let cursor = cursor.map_or(String::new(), |cursor| format!(r#","cursor":"{cursor}""#));
    format!(
        r#"{{"ucp":{{"version":"2026-04-08","capabilities":{{}}}},"products":[{}],"pagination":{{"has_next_page":{}{cursor}}}}}"#,
        products.join(","),
        !cursor.is_empty()
    )
}

#[wasm_bindgen_test]
async fn amounts_come_in_the_currencys_own_digits() {
    let page = PAGE.replace("USD", "KWD");
    let stage = Stage::open("en", vec![ok("/catalog/search", &page)]).await;
    assert!(stage.text(".card-button").contains("1.200"), "{}", stage.text(".card-button"));
}

#[wasm_bindgen_test]
async fn a_shelf_that_could_not_be_fetched_comes_back_with_the_connection() {
    let stage = Stage::open("en", vec![status("/catalog/search", 500, "{}")]).await;
    assert!(stage.find("[role=alert]").is_some());
    stage.answer(ok("/catalog/search", PAGE));
    web_sys::window().unwrap().dispatch_event(&web_sys::Event::new("online").unwrap()).unwrap();
    settle().await;
    assert!(stage.find("[role=alert]").is_none());
    assert_eq!(stage.all(".card-button").len(), 2);
}

#[wasm_bindgen_test]
async fn a_drop_says_when_it_comes_on_its_card() {
    let drop = PAGE.replace(r#"{"available":false}"#, r#"{"available":false,"dev.fanshelf.releases_at":"2031-01-31T18:00:00Z"}"#);
    let stage = Stage::open("en", vec![ok("/catalog/search", &drop)]).await;
    assert!(stage.text(".badge[data-kind=drop]").starts_with("Drops"));
}

#[wasm_bindgen_test]
async fn the_large_picture_of_a_spotlight_is_fetched_large_and_the_others_are_not() {
    let page = PAGE.replace(
        r#"{"id":"prod_pin","#,
        r#"{"media":[{"type":"image","url":"data:image/gif;base64,R0lGODlhAQABAAAAACw="}],"id":"prod_pin","#,
    );
    let stage = Stage::open_with("en", &[("layout", "spotlight")], vec![ok("/catalog/search", &page)]).await;
    let sizes: Vec<String> = stage.all(".card .img").iter().filter_map(|picture| picture.get_attribute("sizes")).collect();
    assert!(sizes[0].contains("50vw") && sizes[1].contains("12em"), "{sizes:?}");
}

#[wasm_bindgen_test]
async fn the_whole_shelf_can_be_narrowed_to_a_kind_where_the_shop_names_its_kinds() {
    let kinds = PAGE.replace(
        r#""pagination""#,
        r#""dev.fanshelf.kinds":[{"value":"Drinkware","name":"Mugs and more"},{"value":"Pins","name":"Pins"}],"pagination""#,
    );
    let stage = Stage::open("en", vec![ok("/catalog/search", &kinds)]).await;
    assert!(!stage.asked()[0].contains("with_kinds"), "the first view does without");
    stage.click(".find").await;
    stage.assert_named();
    assert!(stage.asked().last().unwrap().contains(r#""dev.fanshelf.with_kinds":true"#));
    let chips: Vec<String> = stage.all(".kinds .value").iter().filter_map(|chip| chip.text_content()).collect();
    assert_eq!(chips.len(), 3);
    assert!(chips[0].starts_with("KindAll") && chips[1] == "Mugs and more", "{chips:?}");
    assert_eq!(stage.all(".kinds input:checked").len(), 1);
    stage.click(".kinds .value:nth-of-type(2) input").await;
    let asked = stage.asked().last().unwrap().clone();
    assert!(
        asked.contains(r#""categories":["noor-draws"]"#) && asked.contains(r#""dev.fanshelf.kinds":["Drinkware"]"#),
        "{asked}"
    );
    stage.click(".kinds .value input").await;
    assert!(!stage.asked().last().unwrap().contains(r#""dev.fanshelf.kinds":["#), "everything again");
}

#[wasm_bindgen_test]
async fn a_shop_that_names_no_kinds_is_not_offered_a_choice_of_them() {
    let stage = Stage::open("en", vec![ok("/catalog/search", PAGE)]).await;
    stage.click(".find").await;
    assert!(stage.find(".kinds").is_none());
}
