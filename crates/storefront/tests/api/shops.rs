//! Several shops in one storefront see nothing of each other.

use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use storefront::config::Tenant;
use storefront::http::checkouts::sweep;
use storefront::http::{self, AppState};
use storefront::shop::demo_discounts::CLUB;
use tower::ServiceExt as _;

use crate::completion::balanced;
use crate::counter::{Counter, codes, filled, path, paying, wanted};

const GOOD: &str = "4242424242424242";

fn tenant(counter: &Counter, id: &str, creator: &str) -> AppState {
    let mut config = (*counter.state.config).clone();
    config.tenant = Tenant { id: id.to_owned(), creators: vec![creator.to_owned()] };
    counter.state.beside(config)
}

/// Noor's shop, with everything of the counter, and Rye's, with one board.
async fn two(counter: &Counter) -> (Counter, Counter) {
    counter.run("INSERT INTO creators (handle, position, names, taglines, theme) VALUES ('rye-rolls', 2, '{\"en\":\"Rye\"}', '{\"en\":\"\"}', 'pop')").await;
    counter.run("UPDATE products SET creator = 'rye-rolls' WHERE id = 'p-board'").await;
    (
        counter.beside(http::app(tenant(counter, "noor", "noor-draws"))),
        counter.beside(http::app(tenant(counter, "rye", "rye-rolls"))),
    )
}

/// Nothing that could tell whether it is there.
fn unknown(answer: &crate::counter::Answer) {
    assert_eq!((answer.status, codes(&answer.body)), (200, vec!["not_found"]), "{answer:?}");
    assert!(answer.body.get("line_items").is_none() && answer.body.get("id").is_none(), "{answer:?}");
}

#[tokio::test]
async fn carts_checkouts_and_orders_are_found_in_their_own_shop_only() {
    let counter = Counter::open().await;
    let (noor, rye) = two(&counter).await;
    let cart = noor.post("/carts", json!({ "line_items": wanted(&[("mug", 1)]) })).await.body;
    let at = format!("/carts/{}", cart["id"].as_str().unwrap());
    unknown(&rye.get(&at).await);
    unknown(&rye.put(&at, json!({ "line_items": wanted(&[("board", 1)]) })).await);
    unknown(&rye.post(&format!("{at}/cancel"), json!({})).await);
    unknown(&rye.post("/checkout-sessions", json!({ "cart_id": cart["id"], "line_items": [] })).await);
    assert_eq!(noor.get(&at).await.body, cart, "and nothing happened to it");

    let ready = noor.ready(&[("mug", 1)], "US", "USD").await;
    unknown(&rye.get(&path(&ready)).await);
    unknown(&rye.put(&path(&ready), filled(&ready, "US", &[])).await);
    unknown(&rye.post(&format!("{}/cancel", path(&ready)), json!({})).await);
    let token = counter.tokenize(ready["id"].as_str().unwrap(), GOOD).await;
    unknown(&rye.post(&format!("{}/complete", path(&ready)), paying(&token)).await);
    assert_eq!(noor.get(&path(&ready)).await.body["status"], "ready_for_complete");

    let paid = noor.post(&format!("{}/complete", path(&ready)), paying(&token)).await.body;
    assert_eq!(paid["status"], "completed", "{}", paid["messages"]);
    let bearer = format!("Bearer {}", paid["order"]["permalink_url"].as_str().unwrap().split_once('#').unwrap().1);
    let order = format!("/orders/{}", paid["order"]["id"].as_str().unwrap());
    let headers = [("authorization", bearer.as_str())];
    unknown(&rye.send("GET", &order, None, &headers).await);
    assert_eq!(noor.send("GET", &order, None, &headers).await.body["id"], paid["order"]["id"]);
    assert_eq!(counter.count("SELECT COUNT(*) FROM orders WHERE shop = 'noor'").await, 1);
    balanced(&counter).await;
}

#[tokio::test]
async fn a_shop_shows_and_sells_its_own_creators_things_only() {
    let counter = Counter::open().await;
    let (noor, rye) = two(&counter).await;
    let catalogue = json!({ "query": "*", "pagination": { "limit": 50 } });
    let ids = |answer: &Value| -> Vec<String> {
        answer["products"].as_array().unwrap().iter().map(|product| product["id"].as_str().unwrap().to_owned()).collect()
    };
    let (his, hers) =
        (rye.post("/catalog/search", catalogue.clone()).await.body, noor.post("/catalog/search", catalogue).await.body);
    assert_eq!((ids(&his), &his["pagination"]["total_count"]), (vec!["p-board".to_owned()], &json!(1)));
    assert_eq!((ids(&hers).len(), &hers["pagination"]["total_count"]), (7, &json!(7)));
    let boards = json!({ "filters": { "categories": ["Boards"] } });
    assert_eq!(ids(&noor.post("/catalog/search", boards.clone()).await.body), Vec::<String>::new());
    assert_eq!(ids(&rye.post("/catalog/search", boards).await.body), ["p-board"]);
    unknown(&noor.post("/catalog/product", json!({ "id": "board" })).await);
    assert_eq!(rye.post("/catalog/product", json!({ "id": "board" })).await.body["product"]["id"], "p-board");
    let looked = noor.post("/catalog/lookup", json!({ "ids": ["board", "mug"] })).await.body;
    assert_eq!((ids(&looked), codes(&looked)), (vec!["p-mug".to_owned()], vec!["not_found"]));
    let foreign = noor.post("/carts", json!({ "line_items": wanted(&[("board", 1)]) })).await.body;
    assert!(foreign.get("id").is_none() && !codes(&foreign).is_empty(), "{foreign}");
    let mixed = noor.post("/carts", json!({ "line_items": wanted(&[("mug", 1), ("board", 1)]) })).await.body;
    assert_eq!(mixed["line_items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn customers_keys_and_guesses_of_one_shop_are_nothing_to_another() {
    let counter = Counter::with_flags(&["--code-guesses", "0,0,2"]).await;
    let (noor, rye) = two(&counter).await;
    // A welcome code that a customer has used here is new to them there.
    let buy = async |shop: &Counter, thing: &str| {
        let made = shop.checkout(&[(thing, 1)], "US", "USD").await;
        let ready = shop.put(&path(&made), filled(&made, "US", &["FIRST15"])).await.body;
        shop.pay(&ready, GOOD).await.body
    };
    for (shop, thing) in [(&noor, "mug"), (&rye, "board")] {
        let paid = buy(shop, thing).await;
        assert_eq!(
            (&paid["status"], &paid["discounts"]["applied"][0]["code"]),
            (&json!("completed"), &json!("FIRST15")),
            "{paid}"
        );
    }
    assert_eq!(buy(&noor, "mug").await["discounts"]["applied"], json!([]));
    // The same Idempotency-Key on the same path is another intent.
    let key = [("idempotency-key", "the-same")];
    let hers = noor.send("POST", "/carts", Some(json!({ "line_items": wanted(&[("mug", 1)]) })), &key).await;
    let his = rye.send("POST", "/carts", Some(json!({ "line_items": wanted(&[("board", 1)]) })), &key).await;
    assert_eq!((hers.status, his.status), (201, 201));
    assert_ne!(hers.body["id"], his.body["id"]);
    // Guessing in one shop does not close the other.
    for code in ["A1", "A2", "A3"] {
        noor.post("/carts", json!({ "line_items": wanted(&[("mug", 1)]), "discounts": { "codes": [code] } })).await;
    }
    let guess = |thing: &str| json!({ "line_items": wanted(&[(thing, 1)]), "discounts": { "codes": ["B1"] } });
    assert_eq!(noor.post("/carts", guess("mug")).await.status, 429);
    assert_eq!(rye.post("/carts", guess("board")).await.status, 201);
    balanced(&counter).await;
}

#[tokio::test]
async fn a_member_of_one_shop_is_a_stranger_to_another() {
    use clap::Parser as _;
    use storefront::config::{Cli, Command};

    let counter = Counter::open().await;
    let (noor, rye) = two(&counter).await;
    let member = async |verb: &str| {
        let folder = counter.folder().to_str().unwrap();
        let words = ["fanshelf-storefront", "members", verb, "--shop", "noor", CLUB, "jane@example.com"];
        let words = words.into_iter().chain(["--data-dir", folder, "--database-url", counter.url()]);
        let Command::Members(command) = Cli::try_parse_from(words).unwrap().command else { unreachable!() };
        storefront::serve::members(command).await.unwrap()
    };
    let buy = async |shop: &Counter, thing: &str| {
        let mut made = shop.checkout(&[(thing, 1)], "US", "USD").await;
        made["context"]["eligibility"] = json!([CLUB]);
        let ready = shop.put(&path(&made), filled(&made, "US", &[])).await.body;
        assert_eq!(ready["discounts"]["applied"][0]["eligibility"], CLUB, "{ready}");
        shop.pay(&ready, GOOD).await.body
    };
    assert_eq!(member("add").await, format!("{CLUB} now holds of jane@example.com.\n"));
    assert_eq!(buy(&noor, "mug").await["status"], "completed");
    let refused = buy(&rye, "board").await;
    assert_eq!((&refused["status"], codes(&refused)), (&json!("ready_for_complete"), vec!["eligibility_invalid"]));
    member("remove").await;
    assert_eq!(codes(&buy(&noor, "mug").await), ["eligibility_invalid"]);
    balanced(&counter).await;
}

#[tokio::test]
async fn a_sweeper_settles_the_payments_of_its_own_shop() {
    let counter = Counter::open().await;
    let (noor, _) = two(&counter).await;
    let ready = noor.ready(&[("mug", 1)], "US", "USD").await;
    let waiting = noor.pay(&ready, "4000000000000077").await.body;
    assert_eq!(waiting["status"], "complete_in_progress");
    counter.clock.advance(20_000);
    assert_eq!(sweep::round(&tenant(&counter, "rye", "rye-rolls")).await.unwrap(), 0);
    sweep::round(&tenant(&counter, "noor", "noor-draws")).await.unwrap();
    assert_eq!(noor.get(&path(&ready)).await.body["status"], "completed");
    balanced(&counter).await;
}

#[tokio::test]
async fn a_shop_answers_at_its_own_host_and_no_other() {
    let counter = Counter::open().await;
    two(&counter).await;
    let at = |id: &str, creator: &str, url: &str| {
        let mut state = tenant(&counter, id, creator);
        let mut config = (*state.config).clone();
        config.public_url = url.to_owned();
        config.api_url = format!("{url}/ucp/v1");
        config.shop_name = format!("The shop of {id}");
        state = state.beside(config);
        state
    };
    let shops =
        http::shops(vec![at("noor", "noor-draws", "https://noor.example"), at("rye", "rye-rolls", "https://rye.example:8443")]);
    let ask = async |host: &str, path: &str| {
        let request = Request::get(path).header("host", host).body(Body::empty()).unwrap();
        let response = shops.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        (status, String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap())
    };
    let (status, profile) = ask("noor.example", "/.well-known/ucp").await;
    assert!(status == 200 && profile.contains("https://noor.example/ucp/v1") && !profile.contains("rye.example"), "{profile}");
    let (status, profile) = ask("RYE.example:8443", "/.well-known/ucp").await;
    assert!(status == 200 && profile.contains("https://rye.example:8443/ucp/v1"), "{profile}");
    for host in ["evil.example", "rye.example", ""] {
        for path in ["/.well-known/ucp", "/openapi.json"] {
            assert_eq!(ask(host, path).await.0, 421, "{host}{path}");
        }
    }
    for (host, id) in [("noor.example", "noor"), ("rye.example:8443", "rye")] {
        let described: Value = serde_json::from_str(&ask(host, "/openapi.json").await.1).unwrap();
        assert_eq!(described["servers"], json!([{ "url": format!("https://{host}/ucp/v1") }]));
        assert_eq!(described["info"]["title"], format!("The shop of {id}: Universal Commerce Protocol, REST"));
        assert!(described["paths"]["/checkout-sessions/{id}/complete"]["post"].is_object());
    }
    assert_eq!(ask("10.0.0.7", "/health").await.0, 200, "whoever looks after the process knows no host");
}

#[tokio::test]
async fn a_file_of_shops_that_cannot_be_is_refused_with_a_sentence() {
    use clap::Parser as _;
    use storefront::config::{Cli, Command};

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shops.json");
    let read = |text: &str| {
        std::fs::write(&file, text).unwrap();
        let words = ["fanshelf-storefront", "serve", "--shops", file.to_str().unwrap()];
        let Command::Serve(args) = Cli::try_parse_from(words).unwrap().command else { unreachable!() };
        let common = args.check("127.0.0.1:1".parse().unwrap(), "127.0.0.1:2".parse().unwrap()).unwrap();
        args.shops(common).map_err(|error| error.to_string())
    };
    let shop =
        |id: &str, url: &str, creator: &str| json!({ "id": id, "public_url": url, "name": "A shop", "creators": [creator] });
    let fine = json!([shop("noor", "https://noor.example", "noor-draws"), shop("rye", "https://rye.example", "rye-rolls")]);
    let shops = read(&fine.to_string()).unwrap();
    assert_eq!(
        (shops.len(), shops[1].shop_name.as_str(), shops[1].api_url.as_str()),
        (2, "A shop", "https://rye.example/ucp/v1")
    );
    assert_eq!(shops[0].frame_ancestors, ["https://noor.example", "https://rye.example"]);
    for bad in [
        json!([]),
        json!([shop("No or", "https://noor.example", "noor-draws")]),
        json!([shop("noor", "noor.example", "noor-draws")]),
        json!([shop("noor", "https://noor.example", "noor-draws"), shop("rye", "https://rye.example", "noor-draws")]),
        json!([shop("noor", "https://noor.example", "noor-draws"), shop("noor", "https://rye.example", "rye-rolls")]),
        json!([shop("noor", "https://noor.example", "noor-draws"), shop("rye", "https://noor.example", "rye-rolls")]),
        json!([{ "id": "noor", "public_url": "https://noor.example", "name": "Noor", "creators": [] }]),
        json!([{ "id": "noor", "colour": "red" }]),
    ] {
        let told = read(&bad.to_string()).unwrap_err();
        assert!(told.starts_with("--shops") && told.ends_with('.'), "{told}");
    }
}
