//! A buyer with a bad connection and no patience, who wants one thing at a time and pays for it at most once.

use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::{Method, StatusCode};
use serde_json::Value;

use crate::tally::{Acknowledged, Tally};
use crate::wire::{self, Card, GOODS};

/// How long a buyer goes on asking for one answer, through every crash.
const STAMINA: Duration = Duration::from_secs(90);
/// How long one answer is waited for.
const PATIENCE: Duration = Duration::from_secs(15);

/// Who buys, where.
pub(crate) struct Buyer {
    pub(crate) number: u32,
    /// Says with every request which platform the buyer comes from.
    pub(crate) client: reqwest::Client,
    /// The shop's processes.
    pub(crate) shops: Arc<[String]>,
    /// The processor, for cards: browsers reach it directly.
    pub(crate) processor: String,
    pub(crate) random: fastrand::Rng,
    pub(crate) tally: Arc<Tally>,
    /// How many keys were made.
    pub(crate) keys: u32,
}

/// A request that may be repeated under its key.
struct Ask<'a> {
    method: Method,
    path: &'a str,
    body: Option<&'a Value>,
    key: &'a str,
    /// Leaves before the answer comes, now and then.
    restless: bool,
}

impl Buyer {
    /// One purchase from the first click to its end, whatever that is.
    pub(crate) async fn buy(mut self) {
        let outcome = self.purchase().await;
        self.tally.count(format!("checkout: {outcome}"));
    }

    async fn purchase(&mut self) -> &'static str {
        let mut lines: Vec<(&str, i64)> = GOODS.iter().map(|(variant, ..)| (*variant, 1)).collect();
        self.random.shuffle(&mut lines);
        lines.truncate(self.random.usize(1..=3));
        for line in &mut lines {
            line.1 = self.random.i64(1..=2);
        }
        let Some(made) = self.checkout(&lines).await else { return "gave up before it began" };
        let Some(id) = made["id"].as_str().map(str::to_owned) else { return "sold out before it began" };
        let path = format!("/checkout-sessions/{id}");
        // Some buyers come back: their welcome code works once.
        let email = format!("buyer-{}@example.com", self.random.u32(..400));
        let filled = wire::fill(&made, &email);
        let Some(mut checkout) = self.ask(Method::PUT, &path, Some(&filled), true).await else { return "gave up on the address" };
        let mut card = self.first_card();
        for _ in 0..6 {
            match checkout["status"].as_str().unwrap_or_default() {
                "ready_for_complete" => {
                    let Some(after) = self.pay(&id, &path, card).await else { return "gave up on paying" };
                    checkout = after;
                    card = Card::Good;
                }
                "requires_escalation" => {
                    let Some(after) = self.face_the_bank(&checkout, &path).await else { return "gave up at the bank" };
                    checkout = after;
                }
                "completed" => return self.enjoy(&checkout, &path).await,
                "canceled" => return "cancelled by the buyer",
                "incomplete" => return "sold out at the counter",
                other => {
                    let said = checkout["code"].as_str().or_else(|| checkout["messages"][0]["code"].as_str());
                    self.tally.count(format!("buyer: did not know what to do with `{other}` ({})", said.unwrap_or("no reason")));
                    break;
                }
            }
        }
        "left open by the buyer"
    }

    fn first_card(&mut self) -> Card {
        match self.random.u32(..100) {
            0..8 => Card::Late,
            8..18 => Card::Declined,
            18..28 => Card::Bank,
            _ => Card::Good,
        }
    }

    async fn checkout(&mut self, lines: &[(&str, i64)]) -> Option<Value> {
        let body = wire::create(lines);
        if self.random.bool() {
            return self.ask(Method::POST, "/checkout-sessions", Some(&body), true).await;
        }
        let cart = self.ask(Method::POST, "/carts", Some(&body), true).await?;
        let Some(id) = cart["id"].as_str() else { return Some(cart) };
        // Two tabs turn the same cart into a checkout: it is one checkout.
        let (one, other) = (wire::convert(id), wire::convert(id));
        let (keys, shops) = ((self.key(), self.key()), (self.shop(), self.shop()));
        let path = "/checkout-sessions";
        let ask = |body, key| Ask { method: Method::POST, path, body: Some(body), key, restless: false };
        let (first, second) = tokio::join!(
            repeat(&self.client, &self.shops, shops.0, ask(&one, &keys.0), &self.tally, self.random.fork()),
            repeat(&self.client, &self.shops, shops.1, ask(&other, &keys.1), &self.tally, self.random.fork()),
        );
        let (first, second) = (first?, second?);
        if first["id"] != second["id"] {
            self.tally.broken(format!("one cart became two checkouts: {} and {}", first["id"], second["id"]));
        }
        Some(second)
    }

    /// Pays in one of several clumsy ways, and waits until it is known how that ended.
    async fn pay(&mut self, id: &str, path: &str, card: Card) -> Option<Value> {
        let complete = format!("{path}/complete");
        let token = self.token(id, card).await?;
        let body = wire::pay(&token);
        let way = self.random.u32(..100);
        let (key, shop) = (self.key(), self.shop());
        let ask = |restless| Ask { method: Method::POST, path: &complete, body: Some(&body), key: &key, restless };
        let first = match way {
            0..40 => {
                self.tally.count("paid: with one click");
                self.run(shop, ask(false)).await?
            }
            40..60 => {
                self.tally.count("paid: with a double click, one key");
                let (shops, forks) = ([self.shop(), self.shop(), self.shop()], [0; 3].map(|_| self.random.fork()));
                let [a, b, c] = forks;
                let (x, y, z) = tokio::join!(
                    repeat(&self.client, &self.shops, shops[0], ask(false), &self.tally, a),
                    repeat(&self.client, &self.shops, shops[1], ask(false), &self.tally, b),
                    repeat(&self.client, &self.shops, shops[2], ask(true), &self.tally, c),
                );
                for answer in [&x, &y].into_iter().flatten() {
                    self.hear(answer);
                }
                z?
            }
            60..75 => {
                self.tally.count("paid: with a double click, two keys and two tokens");
                let other = wire::pay(&self.token(id, Card::Good).await?);
                let (second_key, shops) = (self.key(), [self.shop(), self.shop()]);
                let second = Ask { method: Method::POST, path: &complete, body: Some(&other), key: &second_key, restless: false };
                let (one, two) = tokio::join!(
                    repeat(&self.client, &self.shops, shops[0], ask(false), &self.tally, self.random.fork()),
                    repeat(&self.client, &self.shops, shops[1], second, &self.tally, self.random.fork()),
                );
                if let Some(answer) = &one {
                    self.hear(answer);
                }
                two?
            }
            _ => {
                self.tally.count("paid: hanging up before the answer, then asking again");
                self.run(shop, ask(true)).await?
            }
        };
        self.hear(&first);
        let ended = self.wait(path, first).await?;
        if ended["status"] == "completed" && way.is_multiple_of(3) {
            // Long after: the same request once more is the same order.
            let again = self.run(shop, ask(false)).await?;
            self.tally.count("paid: asked again after the end");
            if again["status"] == "completed" && again["order"]["id"] != ended["order"]["id"] {
                self.tally
                    .broken(format!("{id}: the same request gave another order: {} and {}", ended["order"], again["order"]));
            }
            self.hear(&again);
        }
        Some(ended)
    }

    /// Asks until the payment is no longer under way.
    async fn wait(&mut self, path: &str, mut answer: Value) -> Option<Value> {
        let until = Instant::now() + STAMINA;
        while answer["status"] == "complete_in_progress" {
            if Instant::now() > until {
                self.tally.broken(format!("{path} was still being paid for after {} s", STAMINA.as_secs()));
                return None;
            }
            tokio::time::sleep(Duration::from_millis(self.random.u64(100..600))).await;
            answer = self.ask(Method::GET, path, None, false).await?;
        }
        self.hear(&answer);
        Some(answer)
    }

    /// 3-D Secure: yes, no, another card, or never mind.
    async fn face_the_bank(&mut self, checkout: &Value, path: &str) -> Option<Value> {
        let page = checkout["continue_url"].as_str().unwrap_or_default();
        let answer = match self.random.u32(..10) {
            0..6 => "approve",
            6..8 => "refuse",
            _ => {
                self.tally.count("bank: never answered, cancelled");
                let cancelled = self.ask(Method::POST, &format!("{path}/cancel"), Some(&serde_json::json!({})), true).await?;
                // 409: the bank's answer was quicker, or an earlier try of this request was.
                return if cancelled["status"].is_string() {
                    self.wait(path, cancelled).await
                } else {
                    self.ask(Method::GET, path, None, false).await
                };
            }
        };
        self.tally.count(format!("bank: {answer}"));
        let until = Instant::now() + STAMINA;
        while Instant::now() < until {
            let form = format!("answer={answer}");
            let said = self.client.post(page).header("content-type", "application/x-www-form-urlencoded").body(form).send().await;
            if said.is_ok_and(|said| said.status().is_success() || said.status().is_redirection()) {
                let seen = self.ask(Method::GET, path, None, false).await?;
                return self.wait(path, seen).await;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        None
    }

    /// Has bought; tries what must not be possible any more.
    async fn enjoy(&mut self, checkout: &Value, path: &str) -> &'static str {
        if self.random.u32(..5) == 0 {
            let key = self.key();
            let body = serde_json::json!({});
            let cancel = format!("{path}/cancel");
            let ask = Ask { method: Method::POST, path: &cancel, body: Some(&body), key: &key, restless: false };
            let shop = self.shop();
            let refused = self.run(shop, ask).await;
            if refused.is_some_and(|answer| answer["code"] != "already_completed") {
                self.tally.broken(format!("{path}: a completed checkout could be cancelled"));
            }
        }
        self.hear(checkout);
        "bought"
    }

    /// Notes an order that an answer promises.
    fn hear(&self, answer: &Value) {
        if answer["status"] != "completed" {
            return;
        }
        let (Some(checkout), Some(order)) = (answer["id"].as_str(), answer["order"]["id"].as_str()) else {
            self.tally.broken(format!("completed without an order: {answer}"));
            return;
        };
        let rows = answer["totals"].as_array().map(Vec::as_slice).unwrap_or_default();
        let total = rows.iter().find(|row| row["type"] == "total").and_then(|row| row["amount"].as_i64()).unwrap_or(-1);
        self.tally.acknowledge(Acknowledged { checkout: checkout.to_owned(), order: order.to_owned(), total });
    }

    async fn token(&mut self, checkout: &str, card: Card) -> Option<String> {
        let body = wire::tokenize(checkout, card);
        let until = Instant::now() + STAMINA;
        while Instant::now() < until {
            if let Ok(answer) = self.client.post(format!("{}/tokenize", self.processor)).json(&body).send().await
                && let Ok(answer) = answer.json::<Value>().await
                && let Some(token) = answer["token"].as_str()
            {
                return Some(token.to_owned());
            }
            tokio::time::sleep(Duration::from_millis(150)).await;
        }
        None
    }

    /// A request under a key of its own.
    async fn ask(&mut self, method: Method, path: &str, body: Option<&Value>, restless: bool) -> Option<Value> {
        let (key, shop) = (self.key(), self.shop());
        let restless = restless && self.random.u32(..10) == 0;
        self.run(shop, Ask { method, path, body, key: &key, restless }).await
    }

    async fn run(&mut self, shop: usize, ask: Ask<'_>) -> Option<Value> {
        repeat(&self.client, &self.shops, shop, ask, &self.tally, self.random.fork()).await
    }

    fn key(&mut self) -> String {
        self.keys += 1;
        format!("buyer-{}-{}-{:08x}", self.number, self.keys, self.random.u32(..))
    }

    fn shop(&mut self) -> usize {
        self.random.usize(..self.shops.len())
    }
}

/// Asks, with the same key and body, until somebody answers: another process each time.
async fn repeat(
    client: &reqwest::Client,
    shops: &[String],
    first: usize,
    ask: Ask<'_>,
    tally: &Tally,
    mut random: fastrand::Rng,
) -> Option<Value> {
    let until = Instant::now() + STAMINA;
    let mut left = if ask.restless { 3 } else { 0 };
    for shop in shops.iter().cycle().skip(first) {
        if Instant::now() > until {
            tally.broken(format!("nobody answered {} {} for {} s", ask.method, ask.path, STAMINA.as_secs()));
            return None;
        }
        let mut request = client.request(ask.method.clone(), format!("{shop}/ucp/v1{}", ask.path));
        if let Some(body) = ask.body {
            request = request.header("idempotency-key", ask.key).json(body);
        }
        let patience = if left > 0 { Duration::from_millis(random.u64(1..120)) } else { PATIENCE };
        let exchange = async {
            let answer = request.send().await?;
            let (status, retry) = (answer.status(), answer.headers().contains_key("retry-after"));
            Ok::<_, reqwest::Error>((status, retry, answer.text().await?))
        };
        match tokio::time::timeout(patience, exchange).await {
            Err(_) if left > 0 => {
                left -= 1;
                tally.count("line: the buyer hung up");
            }
            Err(_) => tally.count("line: no answer in time"),
            Ok(Err(_)) => tally.count("line: broken"),
            Ok(Ok((StatusCode::INTERNAL_SERVER_ERROR, _, text))) => {
                tally.broken(format!("{} {}: 500 {text}", ask.method, ask.path));
                return None;
            }
            Ok(Ok((status, true, _))) => tally.count(format!("line: {} and told to come back", status.as_u16())),
            Ok(Ok((status, false, text))) => match serde_json::from_str(&text) {
                Ok(answer) => return Some(answer),
                Err(_) => tally.broken(format!("{} {}: {status} {text}", ask.method, ask.path)),
            },
        }
        tokio::time::sleep(Duration::from_millis(random.u64(20..250))).await;
    }
    None
}
