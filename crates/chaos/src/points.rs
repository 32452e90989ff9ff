//! Each crash on its own, on purpose: the process dies at a named point of the path of a payment, and then the buyer sends
//! the same request again, or another one, or nobody ever comes back.

use std::os::unix::process::ExitStatusExt as _;
use std::process::Child;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use crate::books::Books;
use crate::fleet::{Fleet, Place, SECRET, Start, free_port};
use crate::platform::Platform;
use crate::tally::{Acknowledged, Tally};
use crate::wire::{self, Card};

/// The points, as the storefront names them.
const POINTS: [Point; 8] = [
    Point { name: "claimed", card: Card::Good, money: Money::Untouched },
    Point { name: "reserved", card: Card::Good, money: Money::Untouched },
    Point { name: "held", card: Card::Good, money: Money::Untouched },
    Point { name: "charged", card: Card::Good, money: Money::Taken },
    Point { name: "settled", card: Card::Good, money: Money::Taken },
    Point { name: "recorded", card: Card::Good, money: Money::Taken },
    Point { name: "learned", card: Card::Bank, money: Money::Taken },
    Point { name: "called-off", card: Card::Bank, money: Money::Untouched },
];

/// How many crashes are played at once.
const AT_ONCE: usize = 4;
/// How long anything may take: a charge that was never sent is called off after fifteen seconds, and a sweeper comes by every
/// ten.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Clone, Copy)]
struct Point {
    name: &'static str,
    card: Card,
    money: Money,
}

/// Whether the processor has the money when the process dies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Money {
    Taken,
    Untouched,
}

/// What the buyer does about it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Retry {
    Same,
    Another,
    Never,
}

impl Retry {
    fn name(self) -> &'static str {
        match self {
            Self::Same => "the same request again",
            Self::Another => "another request, another card",
            Self::Never => "nobody comes back",
        }
    }
}

struct Stage {
    place: Place,
    client: reqwest::Client,
    /// A shop that does not die, and its processor.
    shop: String,
    cards: String,
    tally: Arc<Tally>,
    books: Books,
}

/// A process that is about to die; killed when it does not.
struct Doomed(Child);

impl Drop for Doomed {
    fn drop(&mut self) {
        let _gone = self.0.kill();
        let _gone = self.0.wait();
    }
}

/// Plays every crash with every retry. What each of them left behind is in the books with everything else.
pub(crate) async fn run(place: &Place, seed: u64, tally: &Arc<Tally>, platform: &Platform) -> Result<()> {
    let mut random = fastrand::Rng::with_seed(seed);
    let (port, card_port) = (free_port(&mut random)?, free_port(&mut random)?);
    let start = Start { name: "the surviving process".to_owned(), arguments: serving(port, card_port) };
    let fleet = Fleet::launch(place.clone(), vec![start], Arc::clone(tally), 0);
    fleet.calm();
    let stage = Arc::new(Stage {
        place: place.clone(),
        client: platform.client()?,
        shop: format!("http://127.0.0.1:{port}"),
        cards: format!("http://127.0.0.1:{card_port}"),
        tally: Arc::clone(tally),
        books: Books::open(&place.database).await?,
    });
    stage.open(&stage.shop).await?;
    println!("{} points to die at, {} ways to come back", POINTS.len(), 3);
    let room = Arc::new(Semaphore::new(AT_ONCE));
    let mut scenes = tokio::task::JoinSet::new();
    for point in POINTS {
        for retry in [Retry::Same, Retry::Another, Retry::Never] {
            let ports = (free_port(&mut random)?, free_port(&mut random)?);
            let (stage, room) = (Arc::clone(&stage), Arc::clone(&room));
            scenes.spawn(async move {
                let what = format!("died at `{}`, then {}", point.name, retry.name());
                match stage.play(point, retry, ports, &room).await {
                    Ok(()) => stage.tally.count(what),
                    Err(error) => stage.tally.broken(format!("{what}: {error:#}")),
                }
            });
        }
    }
    scenes.join_all().await;
    fleet.stop();
    Ok(())
}

fn serving(port: u16, card_port: u16) -> Vec<String> {
    let (listen, cards) = (format!("127.0.0.1:{port}"), format!("127.0.0.1:{card_port}"));
    let words = ["--listen", &listen, "--processor-listen", &cards, "--processor-secret", SECRET];
    words.map(str::to_owned).to_vec()
}

impl Stage {
    async fn play(&self, point: Point, retry: Retry, ports: (u16, u16), room: &Semaphore) -> Result<()> {
        let turn = room.acquire().await?;
        let hooks = ["--test-hooks", "--kill-point", point.name].map(str::to_owned);
        let arguments = [serving(ports.0, ports.1).as_slice(), &hooks].concat();
        let start = Start { name: format!("the process that dies at {}", point.name), arguments };
        let mut doomed = Doomed(self.place.start_untethered(&start)?);
        let (shop, cards) = (format!("http://127.0.0.1:{}", ports.0), format!("http://127.0.0.1:{}", ports.1));
        self.open(&shop).await?;

        let made = self.send(&shop, "POST", "/checkout-sessions", &wire::create(&[("mug", 1)]), &fresh()).await?;
        let path = format!("/checkout-sessions/{}", text(&made["id"])?);
        let email = format!("{}-{}@example.com", point.name, fastrand::u32(..));
        let ready = self.send(&shop, "PUT", &path, &wire::fill(&made, &email), &fresh()).await?;
        ensure!(ready["status"] == "ready_for_complete", "the checkout is not ready: {ready}");
        let complete = format!("{path}/complete");
        let (body, key) = (wire::pay(&self.token(&cards, text(&made["id"])?, point.card).await?), fresh());
        // What makes it die: paying; or, at the bank's, the bank's answer or turning away.
        let mut fatal = (complete.clone(), body, key);
        let first = self.send(&shop, "POST", &fatal.0, &fatal.1, &fatal.2).await;
        let mut page = String::new();
        if point.card == Card::Bank {
            let asked = first.context("the bank was to be asked first")?;
            page = text(&asked["continue_url"])?.to_owned();
            if point.name == "called-off" {
                fatal = (format!("{path}/cancel"), json!({}), fresh());
                let _dies = self.send(&shop, "POST", &fatal.0, &fatal.1, &fatal.2).await;
            } else {
                let _dies = self.approve(&page).await;
            }
        }
        let died = Instant::now();
        let status = loop {
            if let Some(status) = doomed.0.try_wait()? {
                break status;
            }
            ensure!(died.elapsed() < PATIENCE, "it did not die");
            tokio::time::sleep(Duration::from_millis(20)).await;
        };
        // SIGABRT: it was this point and nothing else.
        ensure!(status.signal() == Some(6), "it ended with {status}");
        self.tally.count(format!("crash: hit `{}`", point.name));
        drop(doomed);
        drop(turn);

        match retry {
            Retry::Same if point.name == "learned" => drop(self.approve(&page.replacen(&cards, &self.cards, 1)).await),
            Retry::Same => drop(self.send(&self.shop, "POST", &fatal.0, &fatal.1, &fatal.2).await?),
            Retry::Another => {
                let other = wire::pay(&self.token(&self.cards, text(&made["id"])?, Card::Good).await?);
                self.send(&self.shop, "POST", &complete, &other, &fresh()).await?;
            }
            Retry::Never => {}
        }
        self.end(point, retry, &path, text(&made["id"])?, &complete, &fatal).await
    }

    /// Waits until the payment's fate is known, and says whether it is the right one.
    async fn end(
        &self,
        point: Point,
        retry: Retry,
        path: &str,
        id: &str,
        complete: &str,
        fatal: &(String, Value, String),
    ) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        // Nobody asks the shop: that alone would move things on.
        while !self.books.is_settled(id).await? {
            ensure!(Instant::now() < until, "the payment is still open after {} s", PATIENCE.as_secs());
            if retry == Retry::Same && fatal.0 == complete {
                // A real client comes back to a payment in progress with the same request.
                self.send(&self.shop, "POST", &fatal.0, &fatal.1, &fatal.2).await?;
            }
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        let mut seen = self.send(&self.shop, "GET", path, &Value::Null, "").await?;
        if point.money == Money::Taken {
            ensure!(seen["status"] == "completed", "the money was taken and the checkout is {}", seen["status"]);
        } else if retry == Retry::Never {
            ensure!(seen["status"] == "ready_for_complete", "nobody paid and the checkout is {}", seen["status"]);
        }
        if seen["status"] == "ready_for_complete" {
            // Whatever happened, the buyer can still buy.
            let body = wire::pay(&self.token(&self.cards, id, Card::Good).await?);
            seen = self.send(&self.shop, "POST", complete, &body, &fresh()).await?;
            ensure!(seen["status"] == "completed", "a new card does not pay: {seen}");
        }
        if seen["status"] == "completed" {
            let rows = seen["totals"].as_array().map(Vec::as_slice).unwrap_or_default();
            let total = rows.iter().find(|row| row["type"] == "total").and_then(|row| row["amount"].as_i64());
            self.tally.acknowledge(Acknowledged {
                checkout: id.to_owned(),
                order: text(&seen["order"]["id"])?.to_owned(),
                total: total.context("an order without a total")?,
            });
        }
        Ok(())
    }

    async fn open(&self, shop: &str) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        while !self.client.get(format!("{shop}/ready")).send().await.is_ok_and(|answer| answer.status().is_success()) {
            ensure!(Instant::now() < until, "{shop} did not open");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    async fn send(&self, shop: &str, method: &str, path: &str, body: &Value, key: &str) -> Result<Value> {
        let mut request = self.client.request(method.parse()?, format!("{shop}/ucp/v1{path}"));
        if !key.is_empty() {
            request = request.header("idempotency-key", key).json(body);
        }
        let answer = request.send().await?;
        let status = answer.status();
        if status.is_server_error() {
            bail!("{method} {path}: {status} {}", answer.text().await?);
        }
        Ok(answer.json().await?)
    }

    async fn token(&self, cards: &str, checkout: &str, card: Card) -> Result<String> {
        let answer: Value =
            self.client.post(format!("{cards}/tokenize")).json(&wire::tokenize(checkout, card)).send().await?.json().await?;
        Ok(text(&answer["token"])?.to_owned())
    }

    async fn approve(&self, page: &str) -> Result<()> {
        let request = self.client.post(page).header("content-type", "application/x-www-form-urlencoded").body("answer=approve");
        request.send().await?;
        Ok(())
    }
}

fn text(value: &Value) -> Result<&str> {
    value.as_str().context("the answer lacks something")
}

fn fresh() -> String {
    format!("crash-{:016x}", fastrand::u64(..))
}
