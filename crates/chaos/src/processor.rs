//! The line between the shop and its card processor: it passes things on late, twice, or not at all.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use crate::fleet::SECRET;
use crate::tally::Tally;

/// Longer than the shop waits for a charge.
const TOO_LATE: Duration = Duration::from_millis(5_600);
/// The longest request that is passed on, in bytes.
const LONGEST: usize = 64 * 1024;

/// What the line does to a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fault {
    None,
    Slow,
    TooLate,
    Twice,
    AnswerLost,
    QuestionLost,
    Busy,
}

impl Fault {
    fn name(self) -> &'static str {
        match self {
            Self::None => "processor: answered",
            Self::Slow => "processor: answered slowly",
            Self::TooLate => "processor: answered after the shop had given up",
            Self::Twice => "processor: asked twice, and told the shop twice",
            Self::AnswerLost => "processor: answer lost",
            Self::QuestionLost => "processor: question lost",
            Self::Busy => "processor: said 503",
        }
    }

    /// Some charges are under a curse: whatever the shop asks, it never hears of them, or they never arrive. Then it has to call
    /// them off, which alone is heard, and may learn that it was too late.
    fn of(cursed: Option<u64>, random: &mut fastrand::Rng) -> Self {
        match cursed.map(|key| key % 100) {
            Some(0..8) => return Self::AnswerLost,
            Some(8..12) => return Self::QuestionLost,
            _ => {}
        }
        match random.u32(..100) {
            0..4 => Self::TooLate,
            4..14 => Self::Slow,
            14..24 => Self::Twice,
            24..34 => Self::AnswerLost,
            34..40 => Self::QuestionLost,
            40..45 => Self::Busy,
            _ => Self::None,
        }
    }
}

/// The relay. Cheap to clone.
#[derive(Clone)]
struct Line {
    client: reqwest::Client,
    /// The processor itself.
    processor: String,
    /// Where the shop hears of payments.
    hook: String,
    random: Arc<Mutex<fastrand::Rng>>,
    tally: Arc<Tally>,
}

/// Starts the line; returns its address.
pub(crate) async fn start(processor: String, shop: &str, tally: Arc<Tally>, seed: u64) -> Result<String> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.context("no port is free")?;
    let address = format!("http://{}", listener.local_addr()?);
    let line = Line {
        client: reqwest::Client::builder().timeout(Duration::from_secs(20)).build()?,
        processor,
        hook: format!("{shop}/hooks/payments"),
        random: Arc::new(Mutex::new(fastrand::Rng::with_seed(seed))),
        tally,
    };
    tokio::spawn(axum::serve(listener, Router::new().fallback(pass).with_state(line)).into_future());
    Ok(address)
}

async fn pass(State(line): State<Line>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = axum::body::to_bytes(body, LONGEST).await else { return cut() };
    let path = parts.uri.path().to_owned();
    let doomed = (!path.ends_with("/void")).then(|| key_of(&path, &body)).flatten();
    let cursed = doomed.map(|key| key.bytes().fold(7_u64, |seen, byte| seen.wrapping_mul(31).wrapping_add(u64::from(byte))));
    let fault = Fault::of(cursed, &mut line.random.lock().unwrap_or_else(PoisonError::into_inner));
    line.tally.count(fault.name());
    let forward = || line.forward(&parts.method, &path, &parts.headers, body.clone());
    match fault {
        Fault::None => forward().await,
        Fault::Slow => {
            let pause = line.random.lock().unwrap_or_else(PoisonError::into_inner).u64(100..1_500);
            tokio::time::sleep(Duration::from_millis(pause)).await;
            forward().await
        }
        Fault::TooLate => {
            let answer = forward().await;
            tokio::time::sleep(TOO_LATE).await;
            answer
        }
        Fault::Twice => {
            let (_first, second) = tokio::join!(forward(), forward());
            line.tell(&path, &body).await;
            second
        }
        Fault::AnswerLost => {
            forward().await;
            cut()
        }
        Fault::QuestionLost => cut(),
        Fault::Busy => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

impl Line {
    async fn forward(&self, method: &Method, path: &str, headers: &HeaderMap, body: Bytes) -> Response {
        let mut request = self.client.request(method.clone(), format!("{}{path}", self.processor)).body(body);
        for name in [header::AUTHORIZATION, header::CONTENT_TYPE] {
            if let Some(value) = headers.get(&name) {
                request = request.header(name, value);
            }
        }
        let Ok(answer) = request.send().await else { return cut() };
        let status = answer.status();
        match answer.bytes().await {
            Ok(bytes) => (status, [(header::CONTENT_TYPE, "application/json")], bytes).into_response(),
            Err(_) => cut(),
        }
    }

    /// Tells the shop, twice, that something has happened to a payment.
    async fn tell(&self, path: &str, body: &[u8]) {
        let Some(key) = key_of(path, body) else { return };
        let say = || async {
            let body = serde_json::json!({ "key": key });
            // Whether the shop hears it is up to the shop; it may just have been killed.
            let _heard = self.client.post(&self.hook).bearer_auth(SECRET).json(&body).send().await;
        };
        tokio::join!(say(), say());
    }
}

/// The shop's key of the payment that a request is about.
fn key_of(path: &str, body: &[u8]) -> Option<String> {
    let of_body = || serde_json::from_slice::<serde_json::Value>(body).ok()?["key"].as_str().map(str::to_owned);
    let of_path = || path.strip_prefix("/payments/")?.split('/').next().map(str::to_owned);
    of_body().or_else(of_path)
}

/// A connection that ends in the middle of an answer.
fn cut() -> Response {
    let broken = futures_util::stream::once(async { Err::<Bytes, _>(std::io::Error::other("cut")) });
    Response::builder().header(header::CONTENT_LENGTH, 100).body(Body::from_stream(broken)).unwrap_or_default()
}
