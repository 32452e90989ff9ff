//! The platform that the buyers come from: it wants to hear of every order, and is bad at listening. Now and then it refuses,
//! drops the line, or never answers.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result};
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde_json::json;
use tokio::net::TcpListener;

use crate::tally::Tally;

/// The version of the protocol.
const VERSION: &str = "2026-04-08";
/// The longest event that is heard, in bytes.
const LONGEST: usize = 1024 * 1024;
/// From this try on an event is taken: what is told often enough arrives.
const LISTENS: u32 = 3;

/// What becomes of an event that is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Hearing {
    Taken,
    Refused,
    LineDroppedBefore,
    LineDroppedAfter,
    NeverAnswered,
}

impl Hearing {
    fn name(self) -> &'static str {
        match self {
            Self::Taken => "platform: took an event",
            Self::Refused => "platform: heard an event and said 503",
            Self::LineDroppedBefore => "platform: dropped the line before it heard anything",
            Self::LineDroppedAfter => "platform: heard an event and dropped the line",
            Self::NeverAnswered => "platform: heard an event and never answered",
        }
    }

    fn of(tries: u32, random: &mut fastrand::Rng) -> Self {
        match random.u32(..100) {
            _ if tries >= LISTENS => Self::Taken,
            0..12 => Self::Refused,
            12..20 => Self::LineDroppedBefore,
            20..28 => Self::LineDroppedAfter,
            28..31 => Self::NeverAnswered,
            _ => Self::Taken,
        }
    }
}

/// An event as it was heard, once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Heard {
    /// The id that it was told under.
    pub(crate) id: String,
    pub(crate) body: String,
    /// Whether the shop was told that it had arrived.
    pub(crate) taken: bool,
}

/// The running platform. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Platform {
    base: String,
    heard: Arc<Mutex<Vec<Heard>>>,
    tries: Arc<Mutex<BTreeMap<String, u32>>>,
    random: Arc<Mutex<fastrand::Rng>>,
    tally: Arc<Tally>,
}

impl Platform {
    /// Opens it on a free port.
    pub(crate) async fn open(tally: Arc<Tally>, seed: u64) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.context("no port is free")?;
        let platform = Self {
            base: format!("http://{}", listener.local_addr()?),
            heard: Arc::default(),
            tries: Arc::default(),
            random: Arc::new(Mutex::new(fastrand::Rng::with_seed(seed))),
            tally,
        };
        tokio::spawn(platform.clone().listen(listener));
        Ok(platform)
    }

    /// A client of one of its buyers: every request says whose it is.
    pub(crate) fn client(&self) -> Result<reqwest::Client> {
        let agent = HeaderValue::try_from(format!("profile=\"{}/profile.json\"", self.base))?;
        let client = reqwest::Client::builder().default_headers(HeaderMap::from_iter([("ucp-agent".try_into()?, agent)]));
        Ok(client.redirect(reqwest::redirect::Policy::none()).timeout(Duration::from_secs(20)).build()?)
    }

    /// What was heard so far, in the order in which it was.
    pub(crate) fn heard(&self) -> Vec<Heard> {
        lock(&self.heard).clone()
    }

    async fn listen(self, listener: TcpListener) {
        loop {
            let Ok((stream, _)) = listener.accept().await else {
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            };
            let platform = self.clone();
            let service = service_fn(move |request| {
                let platform = platform.clone();
                async move { platform.answer(request).await }
            });
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    }

    /// An error ends the connection without an answer.
    async fn answer(&self, request: Request<Incoming>) -> io::Result<Response<Body>> {
        if request.method() == Method::GET {
            return Ok(Response::new(Body::from(self.profile())));
        }
        let (parts, body) = request.into_parts();
        let said = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        let id = said("webhook-id");
        if id.is_empty() || said("idempotency-key") != id {
            self.tally.broken(format!("an event has the id `{id}` and the key `{}`", said("idempotency-key")));
        }
        let tries = *lock(&self.tries).entry(id.clone()).and_modify(|tries| *tries += 1).or_insert(1);
        let hearing = Hearing::of(tries, &mut lock(&self.random));
        self.tally.count(hearing.name());
        if hearing == Hearing::LineDroppedBefore {
            return Err(io::Error::other("dropped"));
        }
        let body = axum::body::to_bytes(Body::new(body), LONGEST).await.map_err(io::Error::other)?;
        let body = String::from_utf8_lossy(&body).into_owned();
        lock(&self.heard).push(Heard { id, body, taken: hearing == Hearing::Taken });
        let mut answer = Response::new(Body::empty());
        match hearing {
            Hearing::Taken => Ok(answer),
            Hearing::Refused => {
                *answer.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
                Ok(answer)
            }
            // It ends when the shop has lost its patience, or has died.
            Hearing::NeverAnswered => std::future::pending().await,
            Hearing::LineDroppedBefore | Hearing::LineDroppedAfter => Err(io::Error::other("dropped")),
        }
    }

    /// It understands everything, and says where it wants to hear of orders.
    fn profile(&self) -> String {
        let names = ["catalog.search", "catalog.lookup", "cart", "checkout", "order", "fulfillment", "discount", "buyer_consent"];
        let capability = |name: &str| {
            let mut entry = json!({
                "version": VERSION,
                "spec": format!("https://ucp.dev/{VERSION}/specification/{name}"),
                "schema": format!("https://ucp.dev/{VERSION}/schemas/shopping/{name}.json"),
            });
            if name == "order" {
                entry["config"] = json!({ "webhook_url": format!("{}/orders", self.base) });
            }
            (format!("dev.ucp.shopping.{name}"), json!([entry]))
        };
        json!({ "ucp": {
            "version": VERSION,
            "services": { "dev.ucp.shopping": [] },
            "payment_handlers": {},
            "capabilities": names.map(capability).into_iter().collect::<serde_json::Map<_, _>>(),
        } })
        .to_string()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // Whoever panicked while listening has listened.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
