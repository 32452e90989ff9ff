//! A small shop for tests: eight things to buy, a clock that can be moved, and the sandbox processor on a port of its own.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use clap::Parser as _;
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use storefront::clock::Clock;
use storefront::config::{Cli, Command, Config};
use storefront::http::{self, AppState};
use storefront::sandbox::{self, Sandbox};
use storefront::store::{Db, discounts};
use tokio::net::TcpListener;
use tower::ServiceExt as _;

use crate::database;
use crate::schemas::{self, Exchange};

/// A shop that is open for one test.
pub(crate) struct Counter {
    pub(crate) state: AppState,
    pub(crate) clock: Clock,
    app: Router,
    processor: Router,
    keys: AtomicU64,
    folder: tempfile::TempDir,
    url: String,
}

/// What came back.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Seconds.
    pub(crate) retry_after: Option<i64>,
    pub(crate) body: Value,
}

impl Counter {
    pub(crate) async fn open() -> Self {
        Self::with(None, &[]).await
    }

    /// A shop whose processor is somewhere else (or nowhere).
    pub(crate) async fn with_processor(url: Option<&str>) -> Self {
        Self::with(url, &[]).await
    }

    /// A shop started with more flags.
    pub(crate) async fn with_flags(flags: &[&str]) -> Self {
        Self::with(None, flags).await
    }

    async fn with(elsewhere: Option<&str>, flags: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (shop, processor) =
            (TcpListener::bind("127.0.0.1:0").await.unwrap(), TcpListener::bind("127.0.0.1:0").await.unwrap());
        let mut config = config(folder.path(), flags, &shop, &processor);
        let database = database::fresh(folder.path()).await;
        let db = Db::open(&database).await.unwrap();
        stock_up(&db).await;
        let settings = sandbox::Settings::of(&config);
        if let Some(url) = elsewhere {
            url.clone_into(&mut config.processor_call_url);
        }
        let state = AppState::new(db.clone(), config).unwrap();
        let app = http::app(state.clone());
        let sandbox = sandbox::app(Sandbox::new(db, state.clock.clone(), settings, state.client.clone()));
        tokio::spawn(axum::serve(shop, app.clone()).into_future());
        tokio::spawn(axum::serve(processor, sandbox.clone()).into_future());
        Self { clock: state.clock.clone(), state, app, processor: sandbox, keys: AtomicU64::new(0), folder, url: database }
    }

    /// The same shop, served by another process.
    pub(crate) fn beside(&self, app: Router) -> Self {
        Self {
            state: self.state.clone(),
            clock: self.clock.clone(),
            app,
            processor: self.processor.clone(),
            keys: AtomicU64::new(1_000_000),
            folder: tempfile::tempdir().unwrap(),
            url: self.url.clone(),
        }
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        self.send("POST", path, Some(body), &[]).await
    }

    pub(crate) async fn put(&self, path: &str, body: Value) -> Answer {
        self.send("PUT", path, Some(body), &[]).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None, &[]).await
    }

    /// A request with a fresh Idempotency-Key, unless `headers` bring one.
    pub(crate) async fn send(&self, method: &str, path: &str, body: Option<Value>, headers: &[(&str, &str)]) -> Answer {
        let key = format!("key-{}", self.keys.fetch_add(1, Ordering::Relaxed));
        let mut request = Request::builder().method(method).uri(format!("/ucp/v1{path}"));
        if !headers.iter().any(|(name, _)| *name == "ucp-agent") {
            request = request.header("ucp-agent", format!("profile=\"{}/platform.json\"", self.state.config.public_url));
        }
        if !headers.iter().any(|(name, _)| *name == "idempotency-key") {
            request = request.header("idempotency-key", key);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = match body {
            Some(body) => {
                request = request.header("content-type", "application/json");
                Body::from(body.to_string())
            }
            None => Body::empty(),
        };
        exchange(&self.app, request.body(body).unwrap()).await
    }

    /// A request outside the endpoint.
    pub(crate) async fn outside(&self, method: &str, path: &str) -> Answer {
        exchange(&self.app, Request::builder().method(method).uri(path).body(Body::empty()).unwrap()).await
    }

    /// A request to the processor.
    pub(crate) async fn processor(&self, method: &str, path: &str, body: Option<Value>, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = body.map_or(Body::empty(), |body| Body::from(body.to_string()));
        exchange(&self.processor, request.header("content-type", "application/json").body(body).unwrap()).await
    }

    /// Any request to the shop; its status, and when it may be repeated.
    pub(crate) async fn knock(&self, request: Request<Body>) -> (u16, Option<String>) {
        let response = self.app.clone().oneshot(request).await.unwrap();
        let retry_after = response.headers().get("retry-after").map(|value| value.to_str().unwrap().to_owned());
        (response.status().as_u16(), retry_after)
    }

    /// A token for a card and a checkout.
    pub(crate) async fn tokenize(&self, checkout: &str, number: &str) -> String {
        let answer = self.processor("POST", "/tokenize", Some(card(checkout, number)), &[]).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.body["token"].as_str().unwrap().to_owned()
    }

    /// Presses a button of the bank's page.
    pub(crate) async fn answer_bank(&self, url: &str, answer: &str) -> StatusCode {
        let path = url.split_once("/challenge/").map(|(_, id)| format!("/challenge/{id}")).unwrap();
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(format!("answer={answer}")))
            .unwrap();
        self.processor.clone().oneshot(request).await.unwrap().status()
    }

    /// A checkout for lines of (variant, quantity), with everything filled in but the option; `context` decides the market.
    pub(crate) async fn checkout(&self, lines: &[(&str, i64)], country: &str, currency: &str) -> Value {
        let body = json!({ "line_items": wanted(lines), "context": { "address_country": country, "currency": currency } });
        let created = self.post("/checkout-sessions", body).await;
        assert_eq!(created.status, 201, "{created:?}");
        created.body
    }

    /// The same, ready to be paid for with standard delivery.
    pub(crate) async fn ready(&self, lines: &[(&str, i64)], country: &str, currency: &str) -> Value {
        let checkout = self.checkout(lines, country, currency).await;
        let answer = self.put(&path(&checkout), filled(&checkout, country, &[])).await;
        assert_eq!(answer.body["status"], "ready_for_complete", "{}", answer.body["messages"]);
        answer.body
    }

    /// Pays for a ready checkout with a card.
    pub(crate) async fn pay(&self, checkout: &Value, number: &str) -> Answer {
        let token = self.tokenize(checkout["id"].as_str().unwrap(), number).await;
        self.post(&format!("{}/complete", path(checkout)), paying(&token)).await
    }

    /// What is left of a variant, and what of it is held.
    pub(crate) async fn stock(&self, variant: &str) -> (Option<i64>, i64) {
        sqlx::query_as("SELECT on_hand, held FROM stock WHERE variant_id = $1")
            .bind(variant)
            .fetch_one(self.state.db.read())
            .await
            .unwrap()
    }

    /// The address of its database.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The folder of its files.
    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Sets what is left.
    pub(crate) async fn restock(&self, variant: &str, units: i64) {
        self.run(&format!("UPDATE stock SET on_hand = {units} WHERE variant_id = '{variant}'")).await;
    }

    /// Runs a statement.
    pub(crate) async fn run(&self, sql: &str) {
        let mut tx = self.state.db.begin().await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(sql.to_owned())).execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// How many rows a query counts.
    pub(crate) async fn count(&self, sql: &str) -> i64 {
        sqlx::query_scalar(sqlx::AssertSqlSafe(sql.to_owned())).fetch_one(self.state.db.read()).await.unwrap()
    }
}

async fn exchange(app: &Router, request: Request<Body>) -> Answer {
    let (method, path) = (request.method().to_string(), request.uri().path().to_owned());
    let response = app.clone().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let retry_after = response.headers().get("retry-after").map(|value| value.to_str().unwrap().parse().unwrap());
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    let answer = Answer {
        status,
        retry_after,
        body: serde_json::from_slice(&bytes).unwrap_or(Value::String(String::from_utf8_lossy(&bytes).into_owned())),
    };
    schemas::check(&Exchange { method: &method, path: &path, status, body: &answer.body });
    answer
}

fn config(folder: &std::path::Path, flags: &[&str], shop: &TcpListener, processor: &TcpListener) -> Config {
    let folder = folder.display().to_string();
    let usual = ["fanshelf-storefront", "serve", "--data-dir", &folder, "--processor-secret", "shh"];
    let cli = Cli::try_parse_from(usual.iter().chain(flags)).unwrap();
    match cli.command {
        Command::Serve(args) => args.check(shop.local_addr().unwrap(), processor.local_addr().unwrap()).unwrap(),
        other => panic!("{other:?}"),
    }
}

/// Lines of a request.
pub(crate) fn wanted(lines: &[(&str, i64)]) -> Value {
    lines.iter().map(|(variant, quantity)| json!({ "item": { "id": variant }, "quantity": quantity })).collect()
}

/// Card details as the processor takes them.
pub(crate) fn card(checkout: &str, number: &str) -> Value {
    let cvc = if number.starts_with('3') { "1234" } else { "123" };
    json!({
        "credential": { "type": "card", "card_number_type": "fpan", "number": number, "expiry_month": 12, "expiry_year": 2040, "cvc": cvc, "name": "Jane Doe" },
        "binding": { "checkout_id": checkout, "identity": { "access_token": "fanshelf-demo" } },
    })
}

/// A complete request.
pub(crate) fn paying(token: &str) -> Value {
    json!({ "payment": { "instruments": [{
        "id": "pi_1", "handler_id": "sandbox_card", "type": "card", "selected": true,
        "display": { "brand": "visa", "last_digits": "4242" },
        "credential": { "type": "token", "token": token },
    }] } })
}

/// The path of a checkout.
pub(crate) fn path(checkout: &Value) -> String {
    format!("/checkout-sessions/{}", checkout["id"].as_str().unwrap())
}

/// A full update of a checkout: its lines, a buyer, an address, standard delivery and codes.
pub(crate) fn filled(checkout: &Value, country: &str, codes: &[&str]) -> Value {
    let lines: Vec<Value> = checkout["line_items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| json!({ "id": line["id"], "item": { "id": line["item"]["id"] }, "quantity": line["quantity"] }))
        .collect();
    json!({
        "line_items": lines,
        "context": checkout["context"],
        "buyer": { "first_name": "Jane", "last_name": "Doe", "email": "jane@example.com" },
        "discounts": { "codes": codes },
        "fulfillment": { "methods": [{
            "type": "shipping",
            "destinations": [address(country)],
            "groups": [{ "selected_option_id": "standard" }],
        }] },
    })
}

/// An address that a country takes.
pub(crate) fn address(country: &str) -> Value {
    let (region, code) = match country {
        "US" => ("NY", "10001"),
        "DE" => ("", "10115"),
        "GB" => ("", "SW1A 1AA"),
        "SA" => ("", "12271"),
        "AE" => ("Dubai", ""),
        "JP" => ("東京都", "150-0001"),
        _ => ("", ""),
    };
    json!({ "street_address": "1 Main St", "address_locality": "Town", "address_region": region, "postal_code": code, "address_country": country })
}

/// The codes of the messages.
pub(crate) fn codes(body: &Value) -> Vec<&str> {
    body["messages"]
        .as_array()
        .map(|messages| messages.iter().filter_map(|message| message["code"].as_str()).collect())
        .unwrap_or_default()
}

/// The message with a code.
pub(crate) fn message<'a>(body: &'a Value, code: &str) -> &'a Value {
    body["messages"].as_array().and_then(|all| all.iter().find(|message| message["code"] == code)).unwrap_or(&Value::Null)
}

/// The total to be paid; checks on the way that the rows add up.
pub(crate) fn total(body: &Value) -> i64 {
    let rows = body["totals"].as_array().unwrap();
    let sum: i64 = rows.iter().filter(|row| row["type"] != "total").map(|row| row["amount"].as_i64().unwrap()).sum();
    let total = rows.iter().find(|row| row["type"] == "total").unwrap();
    assert_eq!(total["amount"].as_i64(), Some(sum), "{rows:?}");
    for row in rows {
        if let Some(lines) = row["lines"].as_array() {
            assert_eq!(row["amount"].as_i64(), Some(lines.iter().map(|line| line["amount"].as_i64().unwrap()).sum()), "{row}");
        }
    }
    sum
}

/// Amount of a row.
pub(crate) fn row(body: &Value, kind: &str) -> Option<i64> {
    body["totals"].as_array().unwrap().iter().find(|row| row["type"] == kind).and_then(|row| row["amount"].as_i64())
}

async fn stock_up(db: &Db) {
    let mut tx = db.begin().await.unwrap();
    let mut run = async |sql: String| {
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut *tx).await.unwrap();
    };
    run("INSERT INTO creators (handle, position, names, taglines, theme) VALUES ('noor-draws', 1, '{\"en\":\"Noor\"}', '{\"en\":\"\"}', 'paper')".into()).await;
    // id, kind, US cents, units, digital, grams, ships at
    let goods: [(&str, &str, i64, &str, i64, i64, &str); 8] = [
        ("mug", "Drinkware", 1_500, "5", 0, 400, "NULL"),
        ("poster", "Posters", 2_400, "10", 0, 200, "NULL"),
        ("sticker", "Stickers & pins", 400, "100", 0, 20, "NULL"),
        ("last", "Drinkware", 3_000, "1", 0, 400, "NULL"),
        ("gone", "Posters", 2_000, "0", 0, 200, "NULL"),
        ("song", "Downloads", 900, "NULL", 1, 0, "NULL"),
        ("later", "Drinkware", 2_000, "20", 0, 400, "4102444800000"),
        ("board", "Boards", 9_000, "50", 0, 3_200, "NULL"),
    ];
    for (position, (id, kind, cents, units, digital, grams, ships_at)) in goods.into_iter().enumerate() {
        let titles = format!("{{\"en\":\"The {id}\",\"ar\":\"ال {id}\"}}");
        run(format!(
            "INSERT INTO products (id, creator, position, kind, titles, descriptions, kinds, options, extras, digital, ships_at, active, fingerprint) \
             VALUES ('p-{id}', 'noor-draws', {position}, '{kind}', '{titles}', '{titles}', '{titles}', '[]', '{{}}', {digital}, {ships_at}, 1, '')"
        ))
        .await;
        for (place, (value, taxonomy)) in [("noor-draws", "creator"), (kind, "kind")].into_iter().enumerate() {
            let folded = value.to_lowercase();
            run(format!("INSERT INTO product_categories (product, position, value, folded, taxonomy) VALUES ('p-{id}', {place}, '{value}', '{folded}', '{taxonomy}')")).await;
        }
        run(format!("INSERT INTO variants (id, product, position, sku, choices, grams, active) VALUES ('{id}', 'p-{id}', 0, '{id}', '{{}}', {grams}, 1)")).await;
        for (currency, factor) in
            [("USD", 100), ("EUR", 100), ("GBP", 90), ("AED", 370), ("SAR", 375), ("KWD", 300), ("JPY", 150)]
        {
            let amount = cents * factor / 100;
            run(format!(
                "INSERT INTO prices (variant, currency, product, amount) VALUES ('{id}', '{currency}', 'p-{id}', {amount})"
            ))
            .await;
        }
        run(format!("INSERT INTO stock (variant_id, on_hand) VALUES ('{id}', {units})")).await;
    }
    discounts::seed_demo(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}
