//! A card processor to play with. **No real money**: it takes a handful of test cards and refuses every other number.
//!
//! It is a program of its own that happens to run in the same process: its own listener and so its own origin, its own
//! router, its own tables (`sandbox_*`), and the shop talks to it over HTTP only ([`client`]). Card numbers are typed into
//! its frame, checked in memory and forgotten: what is kept is brand, last digits and what the test card does.
//!
//! | test card | does |
//! |---|---|
//! | 4242 4242 4242 4242, 5555 5555 5555 4444, 3782 822463 10005 | pays |
//! | 4000 0025 0000 3155 | the bank asks first (3-D Secure page) |
//! | 4000 0000 0000 0002 | declined |
//! | 4000 0000 0000 9995 | not enough money |
//! | 4000 0000 0000 0069 | expired |
//! | 4000 0000 0000 0077 | pays, but answers late |
//!
//! Start reading at [`cards`] (what is accepted), then `tokens` (a card becomes a token), `payments` (a token pays),
//! `pages` (the card frame) and `challenge` (the bank's page).

pub mod cards;
mod challenge;
pub mod client;
mod ledger;
mod pages;
mod payments;
mod tokens;
pub mod wire;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::timeout::TimeoutLayer;

use crate::clock::Clock;
use crate::config::{Config, Quota, Secret};
use crate::store::Db;
use crate::text::Language;

/// Settings of the processor.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Its address as browsers see it, without a slash at the end.
    pub public_url: String,
    /// The one business it serves.
    pub business_id: String,
    /// What the business shows to prove who it is, and gets back in notifications.
    pub secret: Secret,
    /// Origins that may frame its pages (CSP `frame-ancestors` sources).
    pub frame_ancestors: Vec<String>,
    /// How often card details may be tried: of one checkout any, from one address and in all those that were refused.
    pub tries: Quota,
    /// Proxies before it.
    pub proxy_hops: u8,
    /// How late the late card answers, in milliseconds.
    pub late: i64,
    /// Whether test tokens pay.
    pub test_tokens: bool,
    /// Whether the token of Google Pay's test environment pays.
    pub google_pay: bool,
}

impl Settings {
    /// The processor that a shop's settings describe.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        Self {
            public_url: config.processor_url.clone(),
            business_id: config.business_id.clone(),
            secret: config.processor_secret.clone(),
            frame_ancestors: config.frame_ancestors.clone(),
            // Typing a card wrong is no payment that failed: there is room for it.
            tries: config.limits.card_attempts.times(5),
            proxy_hops: config.limits.proxy_hops,
            late: LATE,
            test_tokens: config.fills_in(),
            google_pay: config.google_pay,
        }
    }
}

/// How long a request may take until its answer begins, its body included.
const PATIENCE: Duration = Duration::from_secs(30);

/// How late the late card answers in the demo: long enough to be seen waiting, in milliseconds.
pub const LATE: i64 = 6_000;

/// How often the processor forgets.
const SWEEP: Duration = Duration::from_secs(60);

/// The running processor. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Sandbox {
    db: Db,
    clock: Clock,
    settings: Arc<Settings>,
    client: reqwest::Client,
}

impl Sandbox {
    /// A processor over an open database.
    #[must_use]
    pub fn new(db: Db, clock: Clock, settings: Settings, client: reqwest::Client) -> Self {
        Self { db, clock, settings: Arc::new(settings), client }
    }
}

/// The processor's router: serve it on a listener of its own.
pub fn app(state: Sandbox) -> Router {
    Router::new()
        .merge(tokens::router())
        .merge(payments::router())
        .merge(pages::router())
        .merge(challenge::router())
        .fallback(async || (StatusCode::NOT_FOUND, "Not found\n"))
        .layer(DefaultBodyLimit::max(16 * 1024))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, PATIENCE))
        .layer(middleware::from_fn_with_state(state.clone(), secure))
        .with_state(state)
}

/// Forgets what is worth nothing any more, now and then, until the process ends. Any number of processes may do it.
pub async fn sweeper(sandbox: Sandbox) {
    loop {
        if let Err(error) = sweep(&sandbox).await {
            tracing::warn!(%error, "the sandbox processor could not sweep");
        }
        tokio::time::sleep(SWEEP).await;
    }
}

/// One round of [`sweeper`]; returns how many records went.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(sandbox: &Sandbox) -> crate::store::Result<u64> {
    ledger::sweep(&sandbox.db, sandbox.clock.now()).await
}

/// Headers of every answer. Pages may be framed by the configured origins and load nothing from anywhere else.
async fn secure(State(sandbox): State<Sandbox>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors {}; require-trusted-types-for 'script'; trusted-types 'none'",
        sandbox.settings.frame_ancestors.join(" ")
    );
    let policy = HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    // A page that opens the challenge in a window keeps its handle, so that the window can tell it when it is done.
    headers.insert(HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("unsafe-none"));
    headers.insert(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=()"),
    );
    response
}

/// What the processor answers when it does not do as asked.
#[derive(Debug)]
enum Fault {
    /// A refusal with its status.
    Refused(StatusCode, wire::Refusal),
    /// 429: too many tries, with the seconds until it is worth trying again.
    TooMany(u64, &'static str),
    /// The database does not answer.
    Database(sqlx::Error),
    /// Anything else that is the processor's own fault.
    Broken(String),
}

type Result<T> = std::result::Result<T, Fault>;

impl Fault {
    fn refused(status: StatusCode, code: &str, content: &str) -> Self {
        Self::Refused(status, wire::Refusal { code: code.to_owned(), content: content.to_owned(), field: None })
    }
}

impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Self {
        // PostgreSQL keeps no text with the character U+0000.
        if error.as_database_error().and_then(|error| error.code()).is_some_and(|code| code == "22021") {
            return Self::refused(StatusCode::BAD_REQUEST, "invalid_request", "A text has a character that cannot be kept.");
        }
        Self::Database(error)
    }
}

impl From<getrandom::Error> for Fault {
    fn from(error: getrandom::Error) -> Self {
        Self::Broken(error.to_string())
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let (status, body) = match self {
            Self::Refused(status, refusal) => (status, refusal),
            Self::TooMany(seconds, content) => {
                let refusal = wire::Refusal { code: "too_many_requests".to_owned(), content: content.to_owned(), field: None };
                let wait = [(header::RETRY_AFTER, HeaderValue::from(seconds))];
                return (StatusCode::TOO_MANY_REQUESTS, wait, axum::Json(refusal)).into_response();
            }
            Self::Database(error) => {
                tracing::error!(%error, "the sandbox processor's database failed");
                (StatusCode::SERVICE_UNAVAILABLE, unavailable())
            }
            Self::Broken(reason) => {
                tracing::error!(reason, "the sandbox processor failed");
                (StatusCode::INTERNAL_SERVER_ERROR, unavailable())
            }
        };
        (status, axum::Json(body)).into_response()
    }
}

fn unavailable() -> wire::Refusal {
    wire::Refusal { code: "unavailable".to_owned(), content: "Try again.".to_owned(), field: None }
}

/// The language of a request to the processor: `lang` of the page's address, else Accept-Language.
fn language(asked: Option<&str>, headers: &HeaderMap) -> Language {
    Language::negotiate(asked, headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()))
}

/// Whether two secrets are equal, in a time that does not depend on where they differ.
fn same(one: &str, other: &str) -> bool {
    crate::id::digest(one.as_bytes())
        .bytes()
        .zip(crate::id::digest(other.as_bytes()).bytes())
        .fold(0, |seen, (a, b)| seen | (a ^ b))
        == 0
}
