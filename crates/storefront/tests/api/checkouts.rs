//! Checkout sessions up to the moment of paying.

use crate::counter::{Counter, address, codes, filled, message, path, paying, row, total, wanted};
use serde_json::{Value, json};
use storefront::shop::calendar::HOUR;

const OPTION: &str = "$.fulfillment.methods[0].groups[0].selected_option_id";

fn paths(body: &Value) -> Vec<&str> {
    let all = body["messages"].as_array().unwrap();
    all.iter().filter(|message| message["type"] == "error").filter_map(|message| message["path"].as_str()).collect()
}

#[tokio::test]
async fn a_fresh_checkout_says_what_is_missing() {
    let counter = Counter::open().await;
    let made = counter.checkout(&[("mug", 1)], "US", "USD").await;
    assert_eq!(made["status"], "incomplete");
    assert_eq!(paths(&made), ["$.buyer.email", "$.fulfillment.methods[0].destinations"]);
    assert_eq!(made["links"].as_array().unwrap().len(), 4);
    assert!(made["continue_url"].as_str().unwrap().ends_with(made["id"].as_str().unwrap()));
    let handler = &made["ucp"]["payment_handlers"]["dev.fanshelf.sandbox_card"][0];
    assert_eq!(handler["config"]["environment"], "sandbox");
    assert!(handler["config"]["tokenize_url"].as_str().unwrap().ends_with("/tokenize"));
    assert!(made["ucp"]["capabilities"].get("dev.ucp.shopping.cart").is_none());
}

#[tokio::test]
async fn a_cart_becomes_one_checkout_however_often_it_is_converted() {
    let counter = Counter::open().await;
    let body =
        json!({ "line_items": wanted(&[("mug", 2)]), "discounts": { "codes": ["FAN10"] }, "context": { "currency": "EUR" } });
    let cart = counter.post("/carts", body).await.body;
    let convert = json!({ "cart_id": cart["id"], "line_items": [], "context": { "currency": "JPY" } });
    let first = counter.post("/checkout-sessions", convert.clone()).await;
    assert_eq!(first.status, 201);
    assert_eq!(first.body["currency"], "EUR");
    assert_eq!(first.body["discounts"]["codes"], json!(["FAN10"]));
    let again = counter.post("/checkout-sessions", convert.clone()).await;
    assert_eq!((again.status, &again.body["id"]), (200, &first.body["id"]));

    let line = json!([{ "id": cart["line_items"][0]["id"], "item": { "id": "mug" }, "quantity": 3 }]);
    let cart_path = format!("/carts/{}", cart["id"].as_str().unwrap());
    counter.put(&cart_path, json!({ "line_items": line, "context": { "currency": "EUR" } })).await;
    let fresh = counter.post("/checkout-sessions", convert).await.body;
    assert_eq!(fresh["line_items"][0]["quantity"], 3, "what was changed in the cart is in its checkout");

    let mut update = filled(&fresh, "DE", &[]);
    update["line_items"][0]["quantity"] = json!(1);
    counter.put(&path(&fresh), update).await;
    let cart = counter.get(&cart_path).await.body;
    assert_eq!(cart["line_items"][0]["quantity"], 1, "and the other way round");
}

#[tokio::test]
async fn an_unknown_cart_cannot_be_converted_and_an_empty_one_neither() {
    let counter = Counter::open().await;
    for nothing in [json!({}), json!({ "line_items": [] })] {
        let refused = counter.post("/checkout-sessions", nothing).await;
        assert_eq!((refused.status, &refused.body["code"]), (422, &json!("invalid_request")));
    }
    let unknown = counter.post("/checkout-sessions", json!({ "cart_id": "cart_nope", "line_items": [] })).await;
    assert_eq!((unknown.status, codes(&unknown.body)), (200, vec!["not_found"]));
    let cart = counter.post("/carts", json!({ "line_items": [] })).await.body;
    let empty = counter.post("/checkout-sessions", json!({ "cart_id": cart["id"], "line_items": [] })).await;
    assert_eq!((empty.status, &empty.body["ucp"]["status"]), (200, &json!("error")));
}

#[tokio::test]
async fn an_address_gets_its_options_and_an_option_makes_it_ready() {
    let counter = Counter::open().await;
    let made = counter.checkout(&[("mug", 1)], "US", "USD").await;
    let mut update = filled(&made, "US", &[]);
    update["fulfillment"]["methods"][0]["groups"] = json!([]);
    let addressed = counter.put(&path(&made), update.clone()).await.body;
    assert_eq!((addressed["status"].as_str(), paths(&addressed)), (Some("incomplete"), vec![OPTION]));
    let method = &addressed["fulfillment"]["methods"][0];
    assert_eq!(method["selected_destination_id"], method["destinations"][0]["id"]);
    let options = method["groups"][0]["options"].as_array().unwrap();
    assert_eq!(options.iter().map(|option| option["id"].as_str().unwrap()).collect::<Vec<_>>(), ["standard", "express"]);
    assert_eq!(options[0]["description"], "Arrives in 3 to 5 working days");

    update["fulfillment"]["methods"][0]["destinations"] = method["destinations"].clone();
    update["fulfillment"]["methods"][0]["groups"] = json!([{ "id": method["groups"][0]["id"], "selected_option_id": "express" }]);
    let ready = counter.put(&path(&made), update).await.body;
    assert_eq!(ready["status"], "ready_for_complete", "{}", ready["messages"]);
    assert_eq!(ready["fulfillment"]["methods"][0]["destinations"], method["destinations"]);
    assert_eq!((row(&ready, "fulfillment"), row(&ready, "tax"), total(&ready)), (Some(1_499), Some(120), 3_119));
}

#[tokio::test]
async fn a_country_alone_is_enough_for_options_and_an_unknown_option_is_no_error() {
    let counter = Counter::open().await;
    let body = json!({ "line_items": [{ "id": "li_1", "item": { "id": "mug" }, "quantity": 1 }], "currency": "USD", "status": "x",
        "fulfillment": { "methods": [{ "id": "m1", "type": "shipping", "line_item_ids": ["li_1"], "destinations": [{ "id": "d1", "address_country": "US" }],
            "selected_destination_id": "d1", "groups": [{ "id": "g1", "selected_option_id": "std" }] }] } });
    let made = counter.post("/checkout-sessions", body).await;
    assert_eq!(made.status, 201, "{made:?}");
    let method = &made.body["fulfillment"]["methods"][0];
    assert_eq!(method["groups"][0]["options"].as_array().unwrap().len(), 2);
    assert_eq!(method["destinations"][0]["id"], "d1");
    assert_eq!(method["line_item_ids"][0], made.body["line_items"][0]["id"]);
}

#[tokio::test]
async fn mistakes_land_on_their_fields_and_what_was_typed_stays() {
    let counter = Counter::open().await;
    let made = counter.checkout(&[("mug", 1)], "DE", "EUR").await;
    let mut update = filled(&made, "DE", &[]);
    update["buyer"] = json!({ "email": "jane@nowhere", "phone_number": "12" });
    update["fulfillment"]["methods"][0]["destinations"][0]["postal_code"] = json!("ABC");
    let answer = counter.put(&path(&made), update).await.body;
    let base = "$.fulfillment.methods[0].destinations[0]";
    assert_eq!(
        paths(&answer),
        ["$.buyer.email", "$.buyer.phone_number", &format!("{base}.first_name"), &format!("{base}.postal_code")]
    );
    assert_eq!(answer["buyer"]["email"], "jane@nowhere");
    assert_eq!(answer["fulfillment"]["methods"][0]["destinations"][0]["postal_code"], "ABC");
    assert!(message(&answer, "field_invalid")["content"].as_str().unwrap().contains("name@example.com"));
}

#[tokio::test]
async fn every_market_is_ready_with_its_own_address_and_adds_up() {
    let counter = Counter::open().await;
    for (country, currency) in
        [("US", "USD"), ("DE", "EUR"), ("GB", "GBP"), ("AE", "AED"), ("SA", "SAR"), ("KW", "KWD"), ("JP", "JPY")]
    {
        let ready = counter.ready(&[("mug", 1), ("poster", 2)], country, currency).await;
        assert_eq!(ready["currency"], currency);
        total(&ready);
        let included = codes(&ready).contains(&"tax_included");
        assert_eq!(included, !matches!(country, "US" | "KW"), "{country}");
        assert_eq!(row(&ready, "tax").is_some(), country == "US");
    }
}

#[tokio::test]
async fn a_country_out_of_reach_is_undeliverable() {
    let counter = Counter::open().await;
    let made = counter.checkout(&[("mug", 1)], "US", "USD").await;
    for country in ["AQ", "ZZ"] {
        let answer = counter.put(&path(&made), filled(&made, country, &[])).await.body;
        let problem = message(&answer, "address_undeliverable");
        assert_eq!(problem["path"], "$.fulfillment.methods[0].destinations[0].address_country");
        assert_eq!(problem["severity"], "recoverable");
    }
    let words = counter.put(&path(&made), filled(&made, "Deutschland", &[])).await.body;
    assert_eq!(message(&words, "field_invalid")["path"], "$.fulfillment.methods[0].destinations[0].address_country");
}

#[tokio::test]
async fn a_download_needs_no_delivery() {
    let counter = Counter::open().await;
    let made = counter.checkout(&[("song", 1)], "US", "USD").await;
    assert!(made.get("fulfillment").is_none());
    let mut update = filled(&made, "US", &[]);
    update.as_object_mut().unwrap().remove("fulfillment");
    let ready = counter.put(&path(&made), update).await.body;
    assert_eq!((ready["status"].as_str(), total(&ready)), (Some("ready_for_complete"), 900));
}

#[tokio::test]
async fn codes_of_every_kind_have_their_effect_or_their_reason() {
    let counter = Counter::open().await;
    let made = counter.checkout(&[("mug", 2), ("poster", 1)], "KW", "KWD").await;
    let with = async |codes: &[&str]| counter.put(&path(&made), filled(&made, "KW", codes)).await.body;
    assert_eq!(total(&with(&[]).await), 16_200 + 1_500);
    assert_eq!(total(&with(&["fan10"]).await), 14_580 + 1_500);
    assert_eq!(total(&with(&["HELLO5"]).await), 14_700 + 1_500);
    assert_eq!(total(&with(&["FAN10", "hello5"]).await), 13_080 + 1_500);
    assert_eq!(total(&with(&["MUGS20"]).await), 14_400 + 1_500);
    let free = with(&["freeship"]).await;
    assert_eq!((total(&free), row(&free, "fulfillment"), row(&free, "discount")), (16_200, Some(1_500), Some(-1_500)));
    assert_eq!(free["discounts"]["applied"][0]["amount"], 1_500);
    for (codes, code) in [
        (&["NOPE"][..], "discount_code_invalid"),
        (&["OLD50"], "discount_code_expired"),
        (&["FAN10", "fan10"], "discount_code_already_applied"),
        (&["FAN10", "VIP25"], "discount_code_combination_disallowed"),
        (&["BIG15"], "discount_code_user_ineligible"),
    ] {
        let answer = with(codes).await;
        let warning = message(&answer, code);
        assert_eq!(warning["path"], format!("$.discounts.codes[{}]", codes.len() - 1), "{codes:?}");
        assert!(warning["content"].as_str().unwrap().contains(codes[codes.len() - 1]) || code == "discount_code_user_ineligible");
        assert_eq!(answer["status"], "ready_for_complete", "a refused code does not stop the purchase");
    }
}

#[tokio::test]
async fn large_orders_are_sent_for_nothing() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("board", 1)], "US", "USD").await;
    assert_eq!(row(&ready, "fulfillment"), Some(0));
    assert_eq!(row(&ready, "discount"), None);
}

#[tokio::test]
async fn a_pre_order_says_when_it_is_sent() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("later", 1)], "US", "USD").await;
    assert_eq!(message(&ready, "ships_later")["content"], "The later is a pre-order and will be sent from 1 January 2100.");
    let option = &ready["fulfillment"]["methods"][0]["groups"][0]["options"][0];
    assert!(option["earliest_fulfillment_time"].as_str().unwrap().starts_with("2100-01-"));
}

#[tokio::test]
async fn consent_is_kept_as_it_was_given() {
    let counter = Counter::open().await;
    let made = counter.checkout(&[("mug", 1)], "US", "USD").await;
    let mut update = filled(&made, "US", &[]);
    update["buyer"]["consent"] = json!({ "marketing": false, "analytics": true });
    counter.put(&path(&made), update).await;
    let read = counter.get(&path(&made)).await.body;
    assert_eq!(read["buyer"]["consent"], json!({ "marketing": false, "analytics": true }));
}

#[tokio::test]
async fn a_checkout_runs_out_after_six_hours() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    counter.clock.advance(6 * HOUR);
    let read = counter.get(&path(&ready)).await.body;
    assert_eq!((read["status"].as_str(), codes(&read)), (Some("canceled"), vec!["expired"]));
    assert!(read.get("continue_url").is_none());
    let paid = counter.pay(&ready, "4242424242424242").await;
    assert_eq!((paid.status, &paid.body["status"]), (200, &json!("canceled")));
    let changed = counter.put(&path(&ready), filled(&ready, "US", &[])).await;
    assert_eq!((changed.status, &changed.body["status"]), (200, &json!("canceled")));
    assert_eq!(counter.count("SELECT COUNT(*) FROM sandbox_payments").await, 0);
}

#[tokio::test]
async fn a_cancelled_checkout_stays_cancelled() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    let cancel = format!("{}/cancel", path(&ready));
    let canceled = counter.send("POST", &cancel, None, &[("content-type", "application/json")]).await;
    assert_eq!((canceled.status, &canceled.body["status"]), (200, &json!("canceled")));
    assert_eq!(counter.get(&path(&ready)).await.body["status"], "canceled");
    assert_eq!(counter.post(&cancel, json!({})).await.status, 409);
    assert_eq!(counter.pay(&ready, "4242424242424242").await.body["status"], "canceled");
}

#[tokio::test]
async fn prices_and_status_cannot_be_set_from_outside() {
    let counter = Counter::open().await;
    let made = counter.checkout(&[("mug", 1)], "US", "USD").await;
    let mut update = filled(&made, "US", &[]);
    update["status"] = json!("completed");
    update["totals"] = json!([{ "type": "total", "amount": 1 }]);
    update["line_items"][0]["item"]["price"] = json!(1);
    update["fulfillment"]["methods"][0]["groups"][0]["options"] =
        json!([{ "id": "standard", "totals": [{ "type": "total", "amount": 0 }] }]);
    update["discounts"]["applied"] = json!([{ "title": "x", "amount": 1_499 }]);
    let answer = counter.put(&path(&made), update).await.body;
    assert_eq!((answer["status"].as_str(), total(&answer)), (Some("ready_for_complete"), 1_500 + 599 + 84));
}

#[tokio::test]
async fn an_unknown_checkout_is_not_found_and_malformed_json_is_told() {
    let counter = Counter::open().await;
    for answer in [
        counter.get("/checkout-sessions/chk_nope").await,
        counter.put("/checkout-sessions/chk_nope", json!({ "line_items": [] })).await,
        counter.post("/checkout-sessions/chk_nope/complete", json!({ "payment": { "instruments": [] } })).await,
        counter.post("/checkout-sessions/chk_nope/cancel", json!({})).await,
    ] {
        assert_eq!((answer.status, codes(&answer.body)), (200, vec!["not_found"]));
    }
    let wrong = counter.post("/checkout-sessions", json!({ "line_items": "all of them" })).await;
    assert_eq!((wrong.status, &wrong.body["messages"][0]["path"]), (422, &json!("$.line_items")));
}

#[tokio::test]
async fn answers_come_in_the_language_of_the_buyer() {
    let counter = Counter::open().await;
    let made = counter.checkout(&[("mug", 1)], "KW", "KWD").await;
    let mut update = filled(&made, "KW", &[]);
    update["context"]["language"] = json!("ar-KW");
    update["fulfillment"]["methods"][0]["destinations"] = json!([address("KW")]);
    let answer = counter.put(&path(&made), update).await.body;
    let option = &answer["fulfillment"]["methods"][0]["groups"][0]["options"][0];
    assert_eq!(option["title"], "شحن عادي");
    assert_eq!(counter.get(&path(&made)).await.body["totals"][0]["display_text"], "المجموع الفرعي", "also without a body");
}

#[tokio::test]
async fn a_wrong_billing_address_is_said_at_its_field_before_any_money_moves() {
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    let token = counter.tokenize(ready["id"].as_str().unwrap(), "4242424242424242").await;
    let complete = format!("{}/complete", path(&ready));
    let mut body = paying(&token);
    let mut billing = address("US");
    billing["postal_code"] = json!("banana");
    body["payment"]["instruments"][0]["billing_address"] = billing;
    let refused = counter.post(&complete, body.clone()).await.body;
    assert_eq!(paths(&refused), ["$.payment.instruments[0].billing_address.postal_code"]);
    assert_eq!(counter.count("SELECT COUNT(*) FROM attempts").await, 0);
    // To a country that nothing is sent to, and as that country writes it: the token still pays.
    body["payment"]["instruments"][0]["billing_address"] = json!({ "address_country": "gl", "postal_code": "3900" });
    let paid = counter.post(&complete, body).await.body;
    assert_eq!(paid["status"], "completed");
    assert_eq!(paid["payment"]["instruments"][0]["billing_address"]["address_country"], "GL");
}

#[tokio::test]
async fn the_shop_says_which_countries_it_sends_to() {
    let counter = Counter::open().await;
    let made = counter.checkout(&[("mug", 1)], "US", "USD").await;
    let countries: Vec<&str> = made["dev.fanshelf.ships_to"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(countries.len() > 50 && countries.is_sorted() && countries.contains(&"KW") && !countries.contains(&"AQ"));
}

#[tokio::test]
async fn google_pay_is_offered_where_it_was_asked_for_and_its_test_token_pays_only_there() {
    let google = |checkout: &Value| checkout["ucp"]["payment_handlers"]["com.google.pay"][0].clone();
    let body = json!({ "payment": { "instruments": [{
        "id": "pi_1", "handler_id": "google_pay", "type": "card",
        "credential": { "type": "PAYMENT_GATEWAY", "token": "examplePaymentMethodToken" },
    }] } });
    let counter = Counter::with_flags(&["--google-pay"]).await;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    let config = &google(&ready)["config"];
    assert_eq!((&config["environment"], &config["merchant_info"]["merchant_name"]), (&json!("TEST"), &json!("Fanshelf")));
    let paid = counter.post(&format!("{}/complete", path(&ready)), body.clone()).await.body;
    assert_eq!(paid["status"], "completed", "{}", paid["messages"]);
    let counter = Counter::open().await;
    let ready = counter.ready(&[("mug", 1)], "US", "USD").await;
    assert_eq!(google(&ready), Value::Null);
    let refused = counter.post(&format!("{}/complete", path(&ready)), body).await.body;
    assert_eq!(codes(&refused), ["payment_failed"]);
    assert_eq!(counter.count("SELECT COUNT(*) FROM attempts").await, 0);
}
