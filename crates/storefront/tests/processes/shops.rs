//! Real processes of the shop over one database, with one thing to buy.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use storefront::store::{Db, Engine};

use crate::database;

/// Lines of a request: one of the one thing.
pub(crate) const LINES: [Line; 1] = [Line { item: Item { id: "print" }, quantity: 1 }];

#[derive(serde::Serialize)]
pub(crate) struct Line {
    item: Item,
    quantity: i64,
}

#[derive(serde::Serialize)]
pub(crate) struct Item {
    id: &'static str,
}

/// The processes, and the database that they share.
pub(crate) struct Shops {
    children: Vec<Child>,
    bases: Vec<String>,
    processor: String,
    client: reqwest::Client,
    db: Db,
    failures: Mutex<Vec<String>>,
    _folder: tempfile::TempDir,
}

impl Drop for Shops {
    fn drop(&mut self) {
        for child in &mut self.children {
            // Killed, not asked: nothing that matters may be in memory.
            let _gone = child.kill();
            let _gone = child.wait();
        }
    }
}

impl Shops {
    /// Opens `processes` shops with `units` on hand; the first one runs the card processor.
    pub(crate) async fn open(processes: usize, units: i64) -> Self {
        let _set_before = rustls::crypto::ring::default_provider().install_default();
        let folder = tempfile::tempdir().unwrap();
        let url = database::fresh(folder.path()).await;
        let db = Db::open(&url).await.unwrap();
        stock_up(&db, units).await;
        let ports: Vec<u16> = (0..=processes).map(|_| free_port()).collect();
        let bases: Vec<String> = ports.iter().skip(1).map(|port| format!("http://127.0.0.1:{port}")).collect();
        let processor = format!("http://127.0.0.1:{}", ports[0]);
        let mut shops = Self {
            children: Vec::new(),
            processor: processor.clone(),
            client: reqwest::Client::builder().timeout(Duration::from_secs(30)).build().unwrap(),
            bases: bases.clone(),
            db,
            failures: Mutex::default(),
            _folder: tempfile::tempdir().unwrap(),
        };
        for (index, port) in ports.iter().skip(1).enumerate() {
            let mut command = Command::new(env!("CARGO_BIN_EXE_fanshelf-storefront"));
            command.arg("serve").arg("--data-dir").arg(folder.path()).args(["--database-url", &url]);
            command.args(["--listen", &format!("127.0.0.1:{port}"), "--public-url", &bases[0], "--processor-secret", "shh"]);
            // All buyers have one address here.
            command.args(["--card-attempts", "0,0,0"]);
            if index == 0 {
                command.args(["--processor-listen", &format!("127.0.0.1:{}", ports[0])]);
            } else {
                command.args(["--sandbox", "false", "--processor-url", &processor]);
            }
            let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
            let log = BufReader::new(child.stderr.take().unwrap());
            // Read to the end, so that the process never waits for its log to be read; shown when the test fails.
            std::thread::spawn(move || log.lines().map_while(Result::ok).for_each(|line| eprintln!("{index}: {line}")));
            shops.children.push(child);
        }
        shops._folder = folder;
        let deadline = Instant::now() + Duration::from_secs(30);
        for base in &bases {
            while !shops.client.get(format!("{base}/ready")).send().await.is_ok_and(|answer| answer.status().is_success()) {
                assert!(Instant::now() < deadline, "{base} did not open");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
        shops
    }

    /// A request to one of the processes (by any number).
    pub(crate) async fn send(&self, process: usize, method: &str, path: &str, body: Option<Value>, key: &str) -> Value {
        let base = &self.bases[process % self.bases.len()];
        let mut request = self.client.request(method.parse().unwrap(), format!("{base}/ucp/v1{path}"));
        request = request.header("ucp-agent", format!("profile=\"{}/platform.json\"", self.bases[0]));
        if let Some(body) = body {
            request = request.header("idempotency-key", key).json(&body);
        }
        let answer = request.send().await.unwrap();
        let status = answer.status();
        let text = answer.text().await.unwrap();
        if status.is_server_error() {
            self.failures.lock().unwrap().push(format!("{method} {path}: {status} {text}"));
        }
        serde_json::from_str(&text).unwrap_or(Value::String(text))
    }

    /// A checkout that is ready to be paid for; each step in another process.
    pub(crate) async fn ready(&self, buyer: usize) -> Value {
        let body = json!({ "line_items": LINES, "context": { "address_country": "US", "currency": "USD" } });
        let made = self.send(buyer, "POST", "/checkout-sessions", Some(body), &format!("make-{buyer}")).await;
        let ready = self.send(buyer + 1, "PUT", &path(&made), Some(filled(&made)), &format!("fill-{buyer}")).await;
        assert_eq!(ready["status"], "ready_for_complete", "{ready}");
        ready
    }

    /// A token for a card that pays.
    pub(crate) async fn tokenize(&self, checkout: &str) -> String {
        let body = json!({
            "credential": { "type": "card", "card_number_type": "fpan", "number": "4242424242424242", "expiry_month": 12, "expiry_year": 2040, "cvc": "123", "name": "Jane Doe" },
            "binding": { "checkout_id": checkout },
        });
        let answer = self.client.post(format!("{}/tokenize", self.processor)).json(&body).send().await.unwrap();
        assert!(answer.status().is_success(), "{answer:?}");
        answer.json::<Value>().await.unwrap()["token"].as_str().unwrap().to_owned()
    }

    /// Pays, and asks until it is known how it ended.
    pub(crate) async fn pay(&self, buyer: usize, ready: &Value, token: &str) -> Value {
        let complete = format!("{}/complete", path(ready));
        let mut answer = self.send(buyer + 2, "POST", &complete, Some(paying(token)), &format!("pay-{buyer}")).await;
        let deadline = Instant::now() + Duration::from_secs(60);
        while answer["status"] == "complete_in_progress" {
            assert!(Instant::now() < deadline, "{answer}");
            tokio::time::sleep(Duration::from_millis(100)).await;
            answer = self.send(buyer, "GET", &path(ready), None, "-").await;
        }
        answer
    }

    /// Answers with a status of 500 or more.
    pub(crate) fn failures(&self) -> Vec<String> {
        self.failures.lock().unwrap().clone()
    }

    /// How many rows a query counts.
    pub(crate) async fn count(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(self.db.read()).await.unwrap()
    }

    /// The server has never had to choose which of two transactions to give up.
    pub(crate) async fn no_deadlocks(&self) {
        if self.db.engine() == Engine::Postgres {
            let sql = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
            assert_eq!(self.count(sql).await, 0, "deadlocks");
        }
    }
}

/// The path of a checkout.
pub(crate) fn path(checkout: &Value) -> String {
    format!("/checkout-sessions/{}", checkout["id"].as_str().unwrap_or_else(|| panic!("{checkout}")))
}

/// A full update of a checkout.
pub(crate) fn filled(checkout: &Value) -> Value {
    json!({
        "line_items": [{ "id": checkout["line_items"][0]["id"], "item": { "id": "print" }, "quantity": 1 }],
        "buyer": { "first_name": "Jane", "last_name": "Doe", "email": "jane@example.com" },
        "fulfillment": { "methods": [{
            "type": "shipping",
            "destinations": [{ "street_address": "1 Main St", "address_locality": "Town", "address_region": "NY", "postal_code": "10001", "address_country": "US" }],
            "groups": [{ "selected_option_id": "standard" }],
        }] },
    })
}

/// A complete request.
pub(crate) fn paying(token: &str) -> Value {
    json!({ "payment": { "instruments": [{
        "id": "pi_1", "handler_id": "sandbox_card", "type": "card", "credential": { "type": "token", "token": token },
    }] } })
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

async fn stock_up(db: &Db, units: i64) {
    let mut tx = db.begin().await.unwrap();
    for sql in [
        "INSERT INTO creators (handle, position, names, taglines, theme) VALUES ('noor', 1, '{\"en\":\"Noor\"}', '{\"en\":\"\"}', 'paper')",
        "INSERT INTO products (id, creator, position, kind, titles, descriptions, kinds, options, extras, digital, active, fingerprint) \
         VALUES ('p-print', 'noor', 1, 'print', '{\"en\":\"Print\"}', '{\"en\":\"\"}', '{\"en\":\"Print\"}', '[]', '{}', 0, 1, '')",
        "INSERT INTO variants (id, product, position, sku, choices, grams, active) VALUES ('print', 'p-print', 0, 'print', '{}', 200, 1)",
        "INSERT INTO prices (variant, currency, product, amount) VALUES ('print', 'USD', 'p-print', 2500)",
    ] {
        sqlx::query(sql).execute(&mut *tx).await.unwrap();
    }
    sqlx::query("INSERT INTO stock (variant_id, on_hand) VALUES ('print', $1)").bind(units).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
}
