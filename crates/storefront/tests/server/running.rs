//! A running shop with one thing to sell, and requests to it.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use storefront::shop::choices::{Picked, Words};
use storefront::shop::market::MARKETS;
use storefront::store::Db;
use storefront::store::products::Extras;
use storefront::store::products::intake::{self, NewCreator, NewProduct, NewVariant};

/// A shop in a process of its own.
pub(crate) struct Running {
    pub(crate) shop: SocketAddr,
    pub(crate) processor: SocketAddr,
    pub(crate) folder: tempfile::TempDir,
    client: reqwest::Client,
    child: Child,
}

impl Running {
    pub(crate) async fn start(flags: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fill(folder.path()).await;
        let (shop, processor) = (free(), free());
        let log = File::create(folder.path().join("log")).unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_fanshelf-storefront"))
            .args(["serve", "--data-dir"])
            .arg(folder.path())
            .args(["--listen", &shop.to_string(), "--processor-listen", &processor.to_string()])
            .args(flags)
            .stderr(log)
            .spawn()
            .unwrap();
        let _ = rustls::crypto::ring::default_provider().install_default();
        let running = Self { shop, processor, folder, client: reqwest::Client::new(), child };
        let started = Instant::now();
        while running.client.get(format!("http://{shop}/ready")).send().await.is_err() {
            assert!(started.elapsed() < Duration::from_secs(60), "{}", running.log());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        running
    }

    /// A request to the shop's API.
    pub(crate) fn ask(&self, method: &str, path: &str) -> reqwest::RequestBuilder {
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        let agent = format!("profile=\"http://{}/platform.json\"", self.shop);
        self.client.request(method, format!("http://{}/ucp/v1{path}", self.shop)).header("ucp-agent", agent)
    }

    pub(crate) async fn send(&self, method: &str, path: &str, body: &Value) -> Value {
        let answer = self.ask(method, path).json(body).send().await.unwrap();
        answer.json().await.unwrap()
    }

    /// A plain request, to whatever port.
    pub(crate) fn plain(&self, method: &str, url: &str) -> reqwest::RequestBuilder {
        self.client.request(reqwest::Method::from_bytes(method.as_bytes()).unwrap(), url)
    }

    /// Card details become a token.
    pub(crate) async fn tokenize(&self, checkout: &str, number: &str) -> String {
        let body = json!({
            "credential": { "type": "card", "card_number_type": "fpan", "number": number, "expiry_month": 12, "expiry_year": 2040, "cvc": "123" },
            "binding": { "checkout_id": checkout },
        });
        let answer = self.plain("POST", &format!("http://{}/tokenize", self.processor)).json(&body).send().await.unwrap();
        answer.json::<Value>().await.unwrap()["token"].as_str().unwrap().to_owned()
    }

    /// Buys the one thing there is; gives the completed checkout.
    pub(crate) async fn buy(&self, number: &str) -> Value {
        let line = json!({ "id": "li_1", "item": { "id": "mug.one" }, "quantity": 1 });
        let context = json!({ "address_country": "US", "currency": "USD" });
        let made = self.send("POST", "/checkout-sessions", &json!({ "line_items": [line], "context": context })).await;
        let id = made["id"].as_str().unwrap();
        let address = json!({ "street_address": "1 Main St", "address_locality": "Springfield", "address_region": "IL", "postal_code": "62701", "address_country": "US" });
        let filled = json!({
            "line_items": made["line_items"].as_array().unwrap().iter().map(|line| json!({ "id": line["id"], "item": { "id": "mug.one" }, "quantity": 1 })).collect::<Vec<_>>(),
            "context": context,
            "buyer": { "first_name": "Jane", "last_name": "Doe", "email": "jane@example.com" },
            "fulfillment": { "methods": [{ "type": "shipping", "destinations": [address], "groups": [{ "selected_option_id": "standard" }] }] },
        });
        let ready = self.send("PUT", &format!("/checkout-sessions/{id}"), &filled).await;
        assert_eq!(ready["status"], "ready_for_complete", "{ready}");
        let token = self.tokenize(id, number).await;
        let instrument = json!({ "id": "pi_1", "handler_id": "sandbox_card", "type": "card", "credential": { "type": "token", "token": token } });
        let body = json!({ "payment": { "instruments": [instrument] } });
        let mut paid = self.send("POST", &format!("/checkout-sessions/{id}/complete"), &body).await;
        paid["token"] = json!(token);
        paid
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    /// Stops it kindly and gives everything it logged.
    pub(crate) fn stop(mut self) -> String {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(asked.success() && self.child.wait().unwrap().success(), "{}", self.log());
        self.log()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // A test that failed leaves no process behind; one that stopped it has none to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address that nobody listens on.
pub(crate) fn free() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// One product, without pictures.
async fn fill(folder: &Path) {
    let words = |text: &str| Words::from([("en".to_owned(), text.to_owned())]);
    let creator = NewCreator { handle: "noor-draws".into(), names: words("Noor"), taglines: words(""), theme: "paper".into() };
    let product = NewProduct {
        id: "mug".into(),
        creator: "noor-draws".into(),
        kind: "mug".into(),
        kinds: words("Mug"),
        titles: words("Fig Mug"),
        descriptions: words("A mug."),
        options: Vec::new(),
        extras: Extras::default(),
        digital: false,
        ships_at: None,
        rating: None,
        categories: vec![("noor-draws".into(), "creator".into())],
        keywords: Vec::new(),
        variants: vec![NewVariant {
            id: "mug.one".into(),
            sku: "mug".into(),
            choices: Picked::default(),
            grams: 300,
            prices: MARKETS.into_iter().map(|market| (market.currency, market.price(2_000), None)).collect(),
            stock: Some(1_000_000),
        }],
        pictures: Vec::new(),
    };
    let db = Db::open(&format!("sqlite://{}", folder.join("shop.db").display())).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    intake::replace(&mut tx, &[creator], &[product]).await.unwrap();
    tx.commit().await.unwrap();
    db.close().await;
}
