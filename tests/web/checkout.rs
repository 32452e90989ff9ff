//! The checkout: its forms by country, the bill, the note, and whoever else has the word.

use crate::stage::{Answer, Stage, ok, settle};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};

const SHELF: &str = r#"{"ucp":{"version":"2026-04-08","capabilities":{}},"products":[],"pagination":{"has_next_page":false}}"#;

const CART: &str = r#"{"ucp":{"version":"2026-04-08","capabilities":{}},"id":"cart_1","currency":"USD",
 "line_items":[{"id":"li_1","item":{"id":"v_m","title":"Tee","price":2500},"quantity":1,"totals":[{"type":"total","amount":2500}]}],
 "totals":[{"type":"subtotal","amount":2500},{"type":"total","amount":2500}]}"#;

const CARD: &str = r#""dev.fanshelf.sandbox_card":[{"id":"sandbox_card","version":"1","config":{"environment":"sandbox","card_frame_url":"https://pay.test/frame"}}]"#;

const HOME: &str = r#"{"id":"dest_1","first_name":"Noor","last_name":"Haddad","street_address":"1 Main St","address_locality":"Springfield","address_region":"IL","postal_code":"62701","address_country":"US"}"#;

/// A checkout with these members more, handlers, and an e-mail address when it is given.
fn checkout(more: &str, handlers: &str, email: &str) -> String {
    format!(
        r#"{{"ucp":{{"version":"2026-04-08","capabilities":{{"dev.ucp.shopping.buyer_consent":[{{"version":"2026-04-08"}}]}},"payment_handlers":{{{handlers}}}}},
        "id":"chk_1","currency":"USD","buyer":{{"email":"{email}"}},"continue_url":"https://shop.test/checkout/chk_1",
        "line_items":[{{"id":"li_1","item":{{"id":"v_m","title":"Tee","price":2500}},"quantity":1,"totals":[{{"type":"total","amount":2500}}]}}],
        "totals":[{{"type":"subtotal","amount":2500}},{{"type":"total","amount":2500}}],"links":[],{more}}}"#
    )
}

/// One that waits for an address in `country`.
fn at_address(country: &str) -> String {
    let more = format!(
        r#""status":"incomplete","fulfillment":{{"methods":[{{"id":"m","type":"shipping","line_item_ids":["li_1"],"destinations":[{{"id":"d","address_country":"{country}"}}],"selected_destination_id":"d","groups":[]}}]}}"#
    );
    checkout(&more, CARD, "noor@example.com")
}

/// One that waits to be paid.
fn at_payment(handlers: &str, more: &str) -> String {
    let ready = format!(
        r#""status":"ready_for_complete","fulfillment":{{"methods":[{{"id":"m","type":"shipping","line_item_ids":["li_1"],"destinations":[{HOME}],"selected_destination_id":"dest_1","groups":[{{"id":"g","line_item_ids":["li_1"],"selected_option_id":"std","options":[{{"id":"std","title":"Standard","totals":[{{"type":"total","amount":500}}]}}]}}]}}]}}{more}"#
    );
    checkout(&ready, handlers, "noor@example.com")
}

/// Opens the checkout that the device remembers.
async fn open(lang: &str, body: &str) -> Stage {
    let answers: Vec<Answer> =
        vec![ok("/carts/cart_1", CART), ok("/checkout-sessions/chk_1", body), ok("/catalog/search", SHELF)];
    let stage = Stage::open(lang, answers).await;
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    storage.set_item("fanshelf:http://shop.test:checkout", "chk_1").unwrap();
    storage.set_item("fanshelf:http://shop.test:cart", "cart_1").unwrap();
    let init = web_sys::StorageEventInit::new();
    init.set_key(Some("fanshelf:http://shop.test:cart"));
    let event = web_sys::StorageEvent::new_with_event_init_dict("storage", &init).unwrap();
    web_sys::window().unwrap().dispatch_event(&event).unwrap();
    settle().await;
    stage.click(".bag").await;
    stage.click(".to-checkout, .cart .button.main").await;
    settle().await;
    stage
}

/// The names of the fields, in the order in which they stand.
fn fields(stage: &Stage) -> Vec<String> {
    stage.all(".fields input, .fields select").iter().filter_map(|field| field.get_attribute("name")).collect()
}

async fn choose(stage: &Stage, name: &str, value: &str) {
    let select: HtmlSelectElement = stage.find(&format!("select[name={name}]")).unwrap().unchecked_into();
    select.set_value(value);
    select.dispatch_event(&web_sys::Event::new("change").unwrap()).unwrap();
    settle().await;
}

fn write(stage: &Stage, name: &str, value: &str) {
    let input: HtmlInputElement = stage.find(&format!("[name={name}]")).unwrap().unchecked_into();
    input.set_value(value);
    input.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
}

const BOTH_ENDS: [&str; 3] = ["first_name", "last_name", "address_country"];

#[wasm_bindgen_test]
async fn every_control_of_the_address_has_a_name_and_what_browsers_fill_in() {
    let stage = open("en", &at_address("US")).await;
    stage.assert_named();
    for field in stage.all(".fields input, .fields select") {
        let token = field.get_attribute("autocomplete").unwrap_or_default();
        assert!(token.starts_with("section-fan shipping "), "{}", field.outer_html());
    }
}

#[wasm_bindgen_test]
async fn an_address_is_asked_for_as_its_country_writes_it() {
    let stage = open("ja", &at_address("JP")).await;
    let asked = ["postal_code", "address_region", "address_locality", "street_address", "extended_address", "phone_number"];
    assert_eq!(fields(&stage), [&BOTH_ENDS[..], &asked].concat());
    assert!(stage.text("[data-field=address_region] label").starts_with("Prefecture"));
    let tokyo = stage.all("[name=address_region] option").into_iter().find(|option| option.text_content().unwrap() == "東京都");
    assert_eq!(tokyo.unwrap().get_attribute("value").as_deref(), Some("Tokyo"), "one spelling is sent");
}

#[wasm_bindgen_test]
async fn another_country_asks_for_other_things_and_keeps_what_was_typed() {
    let stage = open("en", &at_address("US")).await;
    write(&stage, "street_address", "12 Palm Street");
    choose(&stage, "address_country", "AE").await;
    assert_eq!(
        fields(&stage),
        [&BOTH_ENDS[..], &["street_address", "extended_address", "address_region", "phone_number"]].concat()
    );
    assert!(stage.text("[data-field=address_region] label").starts_with("Emirate"));
    let street: HtmlInputElement = stage.find("[name=street_address]").unwrap().unchecked_into();
    assert_eq!(street.value(), "12 Palm Street");
}

#[wasm_bindgen_test]
async fn a_country_without_a_file_gets_a_form_all_the_same() {
    let stage = open("en", &at_address("XX")).await;
    let asked = ["street_address", "extended_address", "address_locality", "address_region", "postal_code", "phone_number"];
    assert_eq!(fields(&stage), [&BOTH_ENDS[..], &asked].concat());
}

#[wasm_bindgen_test]
async fn the_world_can_be_chosen_unless_the_shop_sends_to_a_part_of_it() {
    let stage = open("en", &at_address("US")).await;
    assert_eq!(stage.all("[name=address_country] option").len(), 252);
    let few = at_address("US").replacen(r#""id":"chk_1""#, r#""id":"chk_1","dev.fanshelf.ships_to":["DE","JP","US"]"#, 1);
    let stage = open("en", &few).await;
    let names: Vec<String> =
        stage.all("[name=address_country] option").iter().filter_map(|option| option.text_content()).collect();
    assert_eq!(names, ["Germany", "Japan", "United States"]);
}

#[wasm_bindgen_test]
async fn a_postal_code_of_another_country_is_refused_at_its_field_with_an_example() {
    let stage = open("en", &at_address("GB")).await;
    for (name, value) in [("first_name", "A"), ("last_name", "B"), ("street_address", "1"), ("address_locality", "Bath")] {
        write(&stage, name, value);
    }
    write(&stage, "postal_code", "62701");
    stage.click(".checkout button[type=submit]").await;
    assert!(stage.text("[data-field=postal_code] .field-error").contains("LooksLike"));
    assert_eq!(stage.all(".field-error").len(), 1);
    let at = stage.asked().len();
    write(&stage, "postal_code", "ba1 1aa");
    stage.click(".checkout button[type=submit]").await;
    assert!(stage.asked()[at].starts_with("PUT"), "small letters are fine: {:?}", &stage.asked()[at..]);
}

#[wasm_bindgen_test]
async fn a_note_is_offered_where_the_shop_would_read_it_and_sent_with_the_contact() {
    let bare = checkout(r#""status":"incomplete","dev.fanshelf.note":"""#, CARD, "");
    let stage = open("en", &bare).await;
    stage.assert_named();
    write(&stage, "email", "noor@example.com");
    let note: web_sys::Element = stage.find("textarea[name=note]").unwrap();
    js_sys::Reflect::set(&note, &"value".into(), &"Sign it, please".into()).unwrap();
    let consent: HtmlInputElement = stage.find("[name=marketing]").unwrap().unchecked_into();
    assert!(!consent.checked(), "consent is never assumed");
    stage.click(".checkout button[type=submit]").await;
    let sent = stage.asked().into_iter().find(|asked| asked.starts_with("PUT")).unwrap();
    assert!(sent.contains(r#""dev.fanshelf.note":"Sign it, please""#) && sent.contains(r#""marketing":false"#), "{sent}");
    let stage = open("en", &checkout(r#""status":"incomplete""#, CARD, "")).await;
    assert!(stage.find("textarea").is_none(), "another shop has no such field");
}

#[wasm_bindgen_test]
async fn the_bill_goes_along_unless_the_fan_says_otherwise() {
    let stage = open("en", &at_payment(CARD, "")).await;
    stage.assert_named();
    assert!(stage.find("form[aria-label^=Billing]").is_none());
    stage.click("[name=billing_same]").await;
    let tokens: Vec<String> =
        stage.all(".fields input, .fields select").iter().filter_map(|field| field.get_attribute("autocomplete")).collect();
    assert!(!tokens.is_empty() && tokens.iter().all(|token| token.starts_with("section-fan billing ")), "{tokens:?}");
    assert!(!fields(&stage).contains(&"phone_number".to_owned()), "nobody calls about a bill");
    stage.assert_named();
    let submit = stage.all(".checkout .button.main").pop().unwrap();
    submit.unchecked_into::<HtmlElement>().click();
    settle().await;
    assert!(!stage.all(".field-error").is_empty(), "an empty address is said before the card is asked for");
}

#[wasm_bindgen_test]
async fn what_the_shop_refuses_of_the_bill_stands_at_its_field() {
    let wrong = r#","messages":[{"type":"error","code":"field_invalid","severity":"recoverable","path":"$.payment.instruments[0].billing_address.postal_code","content":"Not a code."}]"#;
    let stage = open("en", &at_payment(CARD, wrong)).await;
    assert!(stage.find(".said .notice").is_none(), "it is said once");
    stage.click("[name=billing_same]").await;
    assert!(stage.text("[data-field=postal_code] .field-error").contains("Not a code."));
}

#[wasm_bindgen_test]
async fn a_way_to_pay_that_nobody_here_knows_is_the_shops_own_page() {
    let stage = open("en", &at_payment(r#""com.moon.pay":[{"id":"moon","config":{}}]"#, "")).await;
    assert!(stage.find("iframe").is_none());
    let link = stage.find(".step-body a.button.main").unwrap();
    assert_eq!(link.get_attribute("href").as_deref(), Some("https://shop.test/checkout/chk_1"));
}

#[wasm_bindgen_test]
async fn google_pay_that_cannot_be_reached_leaves_the_card() {
    let both = format!(r#""com.google.pay":[{{"id":"gp","config":{{"environment":"TEST"}}}}],{CARD}"#);
    let stage = open("en", &at_payment(&both, "")).await;
    assert!(stage.find(".wallet").unwrap().child_nodes().length() == 0);
    assert!(stage.find(".or").is_none());
    assert!(stage.find(".card-frame").is_some());
}

#[wasm_bindgen_test]
async fn a_page_that_may_not_be_embedded_is_handed_over_with_the_shops_words() {
    let asks =
        r#","messages":[{"type":"error","code":"age_check","severity":"requires_buyer_input","content":"Show your age."}]"#;
    let body = at_payment(CARD, asks).replace("ready_for_complete", "requires_escalation");
    let stage = open("en", &body).await;
    assert!(stage.text(".elsewhere").contains("Show your age."));
    assert_eq!(stage.find(".elsewhere a.button.main").unwrap().get_attribute("target").as_deref(), Some("_blank"));
    // The module that would embed it is not there: the same way out.
    let declared = r#""services":{"dev.ucp.shopping":[{"version":"2026-04-08","transport":"embedded"}]},"payment_handlers":"#;
    let stage = open("en", &body.replacen(r#""payment_handlers":"#, declared, 1)).await;
    assert!(stage.text(".elsewhere").contains("Show your age."));
}
