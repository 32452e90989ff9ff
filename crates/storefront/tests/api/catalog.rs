//! `/catalog/*`.

use serde_json::{Value, json};

use super::fixture::{Shop, context};

#[tokio::test]
async fn a_star_finds_everything_and_pages_add_up_without_repeats() {
    let shop = Shop::open().await;
    let (mut seen, mut cursor, mut pages) = (Vec::new(), Value::Null, 0);
    loop {
        let mut body = json!({ "query": "*", "pagination": { "limit": 7 } });
        if !cursor.is_null() {
            body["pagination"]["cursor"] = cursor;
        }
        let (ids, answer) = shop.search(body).await;
        seen.extend(ids);
        pages += 1;
        assert_eq!(answer["pagination"]["total_count"], 26);
        if answer["pagination"]["has_next_page"] == false {
            break;
        }
        cursor = answer["pagination"]["cursor"].clone();
    }
    assert_eq!((seen.len(), pages), (26, 4));
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 26);
}

#[tokio::test]
async fn a_page_has_ten_products_unless_asked_and_fifty_at_the_most() {
    let shop = Shop::open().await;
    assert_eq!(shop.search(json!({ "query": "*" })).await.0.len(), 10);
    let (ids, answer) = shop.search(json!({ "query": "*", "pagination": { "limit": 999_999_999_999_i64 } })).await;
    assert_eq!(ids.len(), 26);
    assert_eq!(answer["pagination"], json!({ "has_next_page": false, "total_count": 26 }));
}

#[tokio::test]
async fn a_cursor_beside_the_pagination_is_understood_and_ranked_pages_do_not_overlap() {
    let shop = Shop::open().await;
    let (first, answer) = shop.search(json!({ "query": "sticker", "pagination": { "limit": 5 } })).await;
    let cursor = answer["pagination"]["cursor"].clone();
    let (second, _) = shop.search(json!({ "query": "sticker", "pagination": { "limit": 5 }, "cursor": cursor })).await;
    assert_eq!((first.len(), second.len()), (5, 5));
    assert!(first.iter().all(|id| !second.contains(id)));
}

#[tokio::test]
async fn words_are_found_in_every_language_by_their_beginning_and_without_accents() {
    let shop = Shop::open().await;
    for (query, id) in [
        ("mug", "fig-mug"),
        ("mugs", "fig-mug"),
        ("CAFE", "sold-out-pin"),
        ("rooft", "tee"),
        ("قطة السطح", "tee"),
        ("القطه", "tee"),
        ("خريطه", "star-chart"),
        ("星図", "star-chart"),
        ("ポスター", "star-chart"),
        ("puzzle moth", "moth-puzzle"),
    ] {
        let (ids, _) = shop.search(json!({ "query": query })).await;
        assert!(ids.iter().any(|found| found == id), "{query} → {ids:?}");
    }
    assert_eq!(shop.search(json!({ "query": "図星" })).await.0, Vec::<String>::new());
}

#[tokio::test]
async fn a_title_ranks_above_a_mention() {
    let shop = Shop::open().await;
    let (ids, _) = shop.search(json!({ "query": "orbit" })).await;
    assert_eq!(ids.first().map(String::as_str), Some("wallpapers"));
    assert!(ids.len() > 1, "the creator's name is a mention");
}

#[tokio::test]
async fn nothing_found_is_an_empty_page_without_messages() {
    let shop = Shop::open().await;
    for query in ["zzz_no_such_product_zzz", "!!!", "\"", "NOT"] {
        let (ids, answer) = shop.search(json!({ "query": query })).await;
        assert!(ids.is_empty(), "{query} → {ids:?}");
        assert_eq!(answer["pagination"], json!({ "has_next_page": false, "total_count": 0 }), "{query}");
        assert!(answer.get("messages").is_none());
    }
}

#[tokio::test]
async fn categories_are_alternatives_and_filters_all_hold() {
    let shop = Shop::open().await;
    let search = async |filters: Value| shop.search(json!({ "filters": filters, "pagination": { "limit": 50 } })).await.0;
    assert_eq!(search(json!({ "categories": ["long-orbit"] })).await, ["star-chart", "moth-puzzle", "wallpapers"]);
    assert_eq!(search(json!({ "categories": ["POSTERS", "Pins"] })).await, ["sold-out-pin", "star-chart"]);
    assert_eq!(search(json!({ "categories": ["long-orbit"], "price": { "max": 600 } })).await, ["wallpapers"]);
    assert_eq!(search(json!({ "categories": ["no-such"] })).await, Vec::<String>::new());
    assert_eq!(search(json!({ "price": { "min": 2_600, "max": 2_900 } })).await, ["tee"]);
    assert_eq!(search(json!({ "price": { "min": 2_550, "max": 2_650 } })).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_price_filter_is_in_the_currency_of_the_context() {
    let shop = Shop::open().await;
    // 5 dollars are 830 yen, the cheapest thing; in dollars 830 cents would find it as well, in fils nothing.
    let body = |currency| json!({ "filters": { "price": { "max": 830 } }, "context": { "currency": currency } });
    assert_eq!(shop.search(body("JPY")).await.0, ["wallpapers"]);
    assert_eq!(shop.search(body("KWD")).await.0, Vec::<String>::new());
}

#[tokio::test]
async fn prices_are_in_the_market_s_currency_and_minor_units() {
    let shop = Shop::open().await;
    for (country, asked, currency, amount) in [
        ("US", "", "USD", 4_000),
        ("DE", "", "EUR", 4_200),
        ("KW", "", "KWD", 12_500),
        ("JP", "", "JPY", 6_600),
        ("BR", "BRL", "USD", 4_000),
        ("KW", "JPY", "JPY", 6_600),
        ("zz9", "xx", "USD", 4_000),
    ] {
        let product = shop.product(json!({ "id": "star-chart", "context": context(country, asked, "en") })).await;
        let expected = json!({ "amount": amount, "currency": currency });
        assert_eq!(product["variants"][0]["price"], expected, "{country} {asked}");
        assert_eq!(product["price_range"], json!({ "min": expected, "max": expected }));
    }
}

#[tokio::test]
async fn texts_follow_the_language_and_fall_back_to_english() {
    let shop = Shop::open().await;
    let title = async |id: &str, language: &str| {
        shop.product(json!({ "id": id, "context": { "language": language } })).await["title"].clone()
    };
    assert_eq!(title("star-chart", "ar-KW").await, "خريطة النجوم الشمالية");
    assert_eq!(title("star-chart", "ja").await, "北天星図ポスター");
    assert_eq!(title("fig-mug", "ja").await, "Fig Cat Mug");
    assert_eq!(title("fig-mug", "tlh").await, "Fig Cat Mug");
    let reply = shop.post_text("/catalog/product", r#"{"id":"fig-mug"}"#, &[("accept-language", "tlh, ar;q=0.8")]).await;
    assert_eq!(reply.json()["product"]["title"], "كوب قِطّة التين");
}

#[tokio::test]
async fn a_card_has_one_picture_in_three_widths_and_the_variant_to_buy() {
    let shop = Shop::open().await;
    let (_, answer) = shop.search(json!({ "query": "rooftop" })).await;
    let tee = &answer["products"][0];
    assert_eq!(tee["media"].as_array().unwrap().len(), 1);
    let picture = &tee["media"][0];
    assert_eq!(picture["url"], "http://127.0.0.1:8787/media/products/tee-black-480.webp");
    let widths: Vec<_> =
        picture["dev.fanshelf.sources"].as_array().unwrap().iter().map(|source| source["width"].clone()).collect();
    assert_eq!(widths, [240, 480, 960]);
    assert_eq!(picture["dev.fanshelf.ground"], "#e9dcc6");
    assert_eq!(tee["variants"].as_array().unwrap().len(), 1);
    assert_eq!(tee["variants"][0]["id"], "tee.black.s");
    assert_eq!(tee["price_range"]["max"]["amount"], 2_700);
    assert_eq!(tee["list_price_range"]["min"]["amount"], 3_000);
    assert_eq!(tee["categories"][0], json!({ "value": "noor-draws", "taxonomy": "creator" }));
    assert_eq!(tee["rating"], json!({ "value": 4.7, "scale_min": 1.0, "scale_max": 5.0, "count": 12 }));
    assert_eq!(tee["metadata"]["creator"], json!({ "handle": "noor-draws", "name": "Noor Haddad" }));
}

#[tokio::test]
async fn availability_tells_sold_out_few_left_preorder_and_endless() {
    let shop = Shop::open().await;
    let availability = async |id: &str| shop.product(json!({ "id": id })).await["variants"][0]["availability"].clone();
    assert_eq!(availability("sold-out-pin").await, json!({ "available": false, "status": "out_of_stock" }));
    assert_eq!(availability("tee.white.s").await, json!({ "available": true, "status": "in_stock", "dev.fanshelf.left": 2 }));
    let preorder = json!({ "available": true, "status": "preorder", "dev.fanshelf.ships_on": "2100-01-01" });
    assert_eq!(availability("moth-puzzle").await, preorder);
    assert_eq!(availability("wallpapers").await, json!({ "available": true, "status": "in_stock" }));
    shop.state.clock.advance(100 * 365 * 86_400_000);
    assert_eq!(availability("moth-puzzle").await["status"], "in_stock");
}

#[tokio::test]
async fn lookup_gives_each_product_once_with_what_led_to_it() {
    let shop = Shop::open().await;
    let ids = json!(["tee.white.m", "tee", "tee", "tee.black.s", "fig-mug", "gone"]);
    let answer = shop.post("/catalog/lookup", &json!({ "ids": ids })).await.json();
    let products = answer["products"].as_array().unwrap();
    assert_eq!(products.len(), 2);
    let inputs = |id: &str| {
        let variant =
            products.iter().flat_map(|product| product["variants"].as_array().unwrap()).find(|variant| variant["id"] == id);
        variant.unwrap()["inputs"].clone()
    };
    assert_eq!(inputs("tee.white.m"), json!([{ "id": "tee.white.m", "match": "exact" }]));
    assert_eq!(inputs("tee.black.s"), json!([{ "id": "tee", "match": "featured" }, { "id": "tee.black.s", "match": "exact" }]));
    assert_eq!(inputs("fig-mug.one"), json!([{ "id": "fig-mug", "match": "featured" }]));
    assert_eq!(answer["messages"], json!([{ "type": "info", "code": "not_found", "content": "gone" }]));
    assert_eq!(answer["ucp"]["capabilities"], json!({ "dev.ucp.shopping.catalog.lookup": [{ "version": "2026-04-08" }] }));
}

#[tokio::test]
async fn lookup_refuses_no_ids_and_too_many() {
    let shop = Shop::open().await;
    assert_eq!(shop.post("/catalog/lookup", &json!({ "ids": [] })).await.status, 400);
    assert_eq!(shop.post("/catalog/lookup", &json!({})).await.status, 400);
    let many: Vec<String> = (0..51).map(|number| format!("id-{number}")).collect();
    let reply = shop.post("/catalog/lookup", &json!({ "ids": many })).await;
    assert_eq!((reply.status, &reply.json()["code"]), (400, &json!("request_too_large")));
    assert_eq!(shop.post("/catalog/lookup", &json!({ "ids": many[..50] })).await.status, 200);
}

#[tokio::test]
async fn a_product_without_a_selection_shows_every_variant_and_selects_the_featured_one() {
    let shop = Shop::open().await;
    let product = shop.product(json!({ "id": "tee" })).await;
    let selected = json!([{ "name": "Colour", "label": "Black", "id": "black" }, { "name": "Size", "label": "S", "id": "s" }]);
    assert_eq!(product["selected"], selected);
    assert_eq!(product["variants"].as_array().unwrap().len(), 5);
    assert_eq!(product["variants"][0]["title"], "Black / S");
    assert_eq!(product["media"].as_array().unwrap().len(), 3);
    assert_eq!(product["variants"][0]["media"][0]["url"], "http://127.0.0.1:8787/media/products/tee-black-480.webp");
}

#[tokio::test]
async fn option_values_tell_sold_out_from_never_made() {
    let shop = Shop::open().await;
    let product = shop.product(json!({ "id": "tee", "selected": [{ "name": "Colour", "label": "White" }] })).await;
    let sizes = &product["options"][1]["values"];
    let signal = |index: usize| (sizes[index]["exists"].clone(), sizes[index]["available"].clone());
    assert_eq!(signal(0), (json!(true), json!(true)));
    assert_eq!(signal(2), (json!(false), json!(false)), "there is no white L");
    let black = shop.product(json!({ "id": "tee", "selected": [{ "name": "Colour", "label": "Black" }] })).await;
    assert_eq!(black["options"][1]["values"][1], json!({ "id": "m", "label": "M", "available": false, "exists": true }));
    assert_eq!(black["selected"], json!([{ "name": "Colour", "label": "Black", "id": "black" }]));
    let ids: Vec<_> = black["variants"].as_array().unwrap().iter().map(|variant| variant["id"].clone()).collect();
    assert_eq!(ids, ["tee.black.s", "tee.black.l", "tee.black.m"], "what can be bought comes first");
    assert_eq!(black["options"][0]["values"][0]["dev.fanshelf.swatch"], "#111111");
}

#[tokio::test]
async fn an_impossible_selection_gives_way_from_the_end_of_the_preferences() {
    let shop = Shop::open().await;
    let select = async |preferences: Value| {
        let selected = json!([{ "name": "Size", "label": "L" }, { "name": "Colour", "label": "White" }]);
        shop.product(json!({ "id": "tee", "selected": selected, "preferences": preferences })).await["selected"].clone()
    };
    assert_eq!(select(json!(["Colour", "Size"])).await, json!([{ "name": "Colour", "label": "White", "id": "white" }]));
    assert_eq!(select(json!(["Size", "Colour"])).await, json!([{ "name": "Size", "label": "L", "id": "l" }]));
}

#[tokio::test]
async fn a_variant_id_puts_that_variant_first_and_ignores_the_selection() {
    let shop = Shop::open().await;
    let selected = json!([{ "name": "Colour", "label": "Black" }]);
    let product = shop.product(json!({ "id": "tee.white.m", "selected": selected })).await;
    assert_eq!(product["variants"][0]["id"], "tee.white.m");
    assert_eq!(product["selected"][0]["label"], "White");
    assert_eq!(product["selected"][1]["label"], "M");
}

#[tokio::test]
async fn a_selection_in_one_language_is_understood_in_another() {
    let shop = Shop::open().await;
    let selected = json!([{ "name": "اللون", "label": "أبيض" }]);
    let product = shop.product(json!({ "id": "tee", "selected": selected, "context": { "language": "en" } })).await;
    assert_eq!(product["selected"], json!([{ "name": "Colour", "label": "White", "id": "white" }]));
}

#[tokio::test]
async fn an_option_selected_twice_is_refused() {
    let shop = Shop::open().await;
    let selected = json!([{ "name": "Size", "label": "S" }, { "name": "المقاس", "label": "M" }]);
    let reply = shop.post("/catalog/product", &json!({ "id": "tee", "selected": selected })).await;
    assert_eq!((reply.status, &reply.json()["messages"][0]["path"]), (400, &json!("$.selected")));
}

#[tokio::test]
async fn an_unknown_product_is_a_business_outcome_in_the_buyer_s_language() {
    let shop = Shop::open().await;
    let reply = shop.post("/catalog/product", &json!({ "id": "nope", "context": { "language": "ar" } })).await;
    let answer = reply.json();
    assert_eq!(reply.status, 200);
    assert_eq!(answer["ucp"]["status"], "error");
    assert_eq!(answer["messages"][0]["code"], "not_found");
    assert_eq!(answer["messages"][0]["severity"], "unrecoverable");
    assert!(answer["messages"][0]["content"].as_str().unwrap().contains("المنتج"));
    assert!(answer.get("product").is_none());
}

#[tokio::test]
async fn a_search_for_nothing_in_particular_is_refused_with_messages() {
    let shop = Shop::open().await;
    for body in [
        "{}",
        "",
        "{\"query\":\"  \"}",
        "{\"filters\":{}}",
        "{\"filters\":{\"categories\":[]}}",
        "{\"pagination\":{\"limit\":3}}",
    ] {
        let reply = shop.post_text("/catalog/search", body, &[]).await;
        let answer = reply.json();
        assert_eq!(reply.status, 400, "{body}");
        assert!(
            answer["code"].is_string() && answer["content"].is_string() && answer["messages"][0]["content"].is_string(),
            "{answer}"
        );
    }
}

#[tokio::test]
async fn bad_input_is_named_by_its_path() {
    let shop = Shop::open().await;
    for (body, status, path) in [
        (r#"{"query":7}"#, 422, "$.query"),
        (r#"{"query":"*","pagination":{"limit":"many"}}"#, 422, "$.pagination.limit"),
        (r#"{"query":"*","pagination":{"limit":1e30}}"#, 422, "$.pagination.limit"),
        (r#"{"query":"a\u0000b"}"#, 422, "$.query"),
        (r#"{"filters":{"categories":["mugs","\u0000"]}}"#, 422, "$.filters.categories[1]"),
        (r#"{"query":"*","context":{"\u0000":1}}"#, 422, "$.context"),
        (r#"{"query":"*","pagination":{"limit":-1}}"#, 400, "$.pagination.limit"),
        (r#"{"query":"*","pagination":{"cursor":"éé"}}"#, 400, "$.pagination.cursor"),
        (r#"{"query":"*","pagination":{"cursor":"s-5"}}"#, 400, "$.pagination.cursor"),
        (r#"{"query":"*","filters":{"price":{"min":-1}}}"#, 400, "$.filters.price"),
        (r#"{"query":"*","filters":{"price":{"min":5,"max":4}}}"#, 400, "$.filters.price"),
    ] {
        let reply = shop.post_text("/catalog/search", body, &[]).await;
        let answer = reply.json();
        assert_eq!(reply.status, status, "{body} → {answer}");
        assert_eq!(answer["messages"][0]["path"], path, "{body} → {answer}");
    }
    let written_out = r#"{"query":"\\u0000"}"#;
    assert_eq!(shop.post_text("/catalog/search", written_out, &[]).await.status, 200, "a backslash and some letters");
    let long = json!({ "query": "x".repeat(501) });
    assert_eq!(shop.post("/catalog/search", &long).await.status, 400);
}

#[tokio::test]
async fn unknown_fields_and_claims_change_nothing() {
    let shop = Shop::open().await;
    let plain = shop.post("/catalog/search", &json!({ "query": "mug" })).await.json();
    let body = json!({
        "query": "mug", "flavour": "mint", "attribution": { "utm_source": "player" }, "signals": { "dev.ucp.user_agent": "x" },
        "context": { "eligibility": ["org.example.student"], "planet": "mars" }, "filters": { "org.example.colour": ["red"] },
    });
    assert_eq!(shop.post("/catalog/search", &body).await.json(), plain);
}
