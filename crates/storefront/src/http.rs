//! HTTP: one file per resource, each with a `router()`; nothing here knows SQL.
//!
//! # Adding a resource
//!
//! ```ignore
//! pub fn router() -> Router<AppState> {
//!     Router::new().route("/carts", post(create)).route("/carts/{id}", get(read).put(update))
//! }
//!
//! async fn create(
//!     State(app): State<AppState>,
//!     agent: Agent,                                  // who calls, and what was negotiated
//!     headers: HeaderMap,
//!     Once { intent, body }: Once<CartRequest>,      // JSON body + Idempotency-Key
//! ) -> Result<Response> {
//!     let ucp = agent.ucp(names::CART)?;             // metadata, or the answer `capabilities_incompatible`
//!     let shopper = Shopper::of(&headers, body.context.as_ref());
//!     let mut tx = match intent.begin(&app).await? {
//!         Turn::Again(answer) => return Ok(answer),  // a retry: the first answer, byte for byte
//!         Turn::First(tx) => tx,
//!     };
//!     // … every read and write of the business change goes through `tx` …
//!     intent.finish(tx, StatusCode::CREATED, &cart).await  // record + change commit together
//! }
//! ```
//!
//! - **Business outcomes are data**: `Ok` with 200 and messages. A resource that is not there is
//!   `Error::Business(Box::new(envelope::error(ucp, message, continue_url)))`.
//! - **Transport errors** are [`Error`]; `?` works on `sqlx::Error` (503, details logged, never sent).
//! - Work outside the transaction (a card processor): `intent.hold(tx, &app, lease)` commits what was prepared together with a
//!   note that the answer is being worked out; afterwards `app.db.begin()` again and `intent.finish(…)`, or
//!   `intent.release(tx)` when it came to nothing. A concurrent duplicate gets 409 `idempotency_in_progress` meanwhile.
//! - Path ids: [`Path`]; bodies without idempotency: [`Json`]. Both refuse in UCP's own words.
//! - Merge the router in [`api`], and list what it makes true in [`discovery::capabilities`].

pub mod agent;
pub mod carts;
pub mod catalog;
pub mod checkouts;
pub mod discovery;
pub mod downloads;
pub mod envelope;
mod error;
mod extract;
pub mod handoff;
mod health;
mod idempotency;
mod layers;
mod limits;
mod mailbox;
pub mod media;
mod openapi;
pub mod orders;
pub mod platform;
mod pricing;
mod receipt;
mod shopper;
mod signing;
pub mod site;
mod testing;

use std::sync::Arc;

use axum::Router;
use axum::response::IntoResponse as _;

pub use agent::Agent;
pub use error::{Error, Result};
pub use extract::{Json, Path};
pub use idempotency::{Intent, Once, Turn};
pub use shopper::Shopper;

use crate::clock::Clock;
use crate::config::Config;
use crate::metrics::Metrics;
use crate::seal::Seal;
use crate::store::Db;

/// Where the REST binding lives under the public URL.
pub const API: &str = "/ucp/v1";

/// What every handler may reach. Cheap to clone.
#[derive(Clone, Debug)]
pub struct AppState {
    /// The database.
    pub db: Db,
    /// Settings, fixed at start.
    pub config: Arc<Config>,
    /// The time.
    pub clock: Clock,
    /// Platforms: those known beforehand and those fetched.
    pub platforms: platform::Platforms,
    /// What this process counts.
    pub metrics: Metrics,
    /// For calls to other servers (platform profiles, the card processor). Follows no redirects, times out.
    pub client: reqwest::Client,
    /// For calls to addresses that an outsider chose (webhooks): public hosts only.
    pub outside: reqwest::Client,
    /// What the shop signs with.
    pub seal: Seal,
}

impl AppState {
    /// The state of a shop over an open database.
    ///
    /// # Errors
    /// When no TLS configuration can be made.
    pub fn new(db: Db, config: Config) -> std::result::Result<Self, reqwest::Error> {
        let client = platform::client()?;
        let outside = crate::outside::client(config.dev)?;
        let config = Arc::new(config);
        let platforms = platform::Platforms::new(&config, client.clone());
        let clock = Clock::default();
        let seal = Seal::new(db.clone(), config.signing_key.clone(), clock.clone());
        Ok(Self { db, config, clock, platforms, metrics: Metrics::default(), client, outside, seal })
    }
}

impl AppState {
    /// Another shop of the same storefront.
    #[must_use]
    pub fn beside(&self, config: Config) -> Self {
        let config = Arc::new(config);
        let platforms = platform::Platforms::new(&config, self.client.clone());
        Self { config, platforms, ..self.clone() }
    }
}

/// Several shops, each at the host of its public address. Any other host is answered with 421, except that whoever looks
/// after the process may ask for its health by whatever name.
pub fn shops(states: Vec<AppState>) -> Router {
    if let [only] = states.as_slice() {
        return app(only.clone());
    }
    let apps: Vec<(String, Router)> = states.into_iter().map(|state| (authority(&state.config.public_url), app(state))).collect();
    Router::new().fallback(move |request: axum::extract::Request| {
        let asked = request.uri().authority().map(|authority| authority.as_str().to_owned());
        let named = || request.headers().get(axum::http::header::HOST)?.to_str().ok().map(str::to_owned);
        let host = asked.or_else(named).unwrap_or_default().to_ascii_lowercase();
        let looked_after = matches!(request.uri().path(), "/health" | "/ready");
        let found = apps.iter().find(|(own, _)| *own == host).or_else(|| apps.first().filter(|_| looked_after));
        let app = found.map(|(_, app)| app.clone());
        async move {
            match app {
                Some(app) => tower::ServiceExt::oneshot(app, request).await.into_response(),
                None => (axum::http::StatusCode::MISDIRECTED_REQUEST, "There is no such shop here.\n").into_response(),
            }
        }
    })
}

/// The host and, where it is not the scheme's own, the port of a URL.
fn authority(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default().to_ascii_lowercase()
}

/// The whole shop as one router: API, discovery, pictures, pages.
pub fn app(state: AppState) -> Router {
    let router = Router::new()
        .nest(API, api(&state))
        .merge(discovery::router())
        .merge(platform::router())
        .merge(openapi::router())
        .merge(health::router())
        .merge(media::router(&state.config))
        .merge(downloads::router())
        .merge(handoff::router())
        .merge(mailbox::router(&state.config));
    let router = if state.config.hooks.is_some() { router.merge(testing::router()) } else { router };
    let router = site::router(router, &state.config);
    layers::around(router, &state).with_state(state)
}

/// The UCP REST binding: every route in it requires a `UCP-Agent`.
fn api(state: &AppState) -> Router<AppState> {
    let router = Router::new().merge(catalog::router()).merge(carts::router()).merge(checkouts::router()).merge(orders::router());
    let router = if state.config.hooks.is_some() { router.merge(testing::api()) } else { router };
    let router = router.fallback(async || Error::NoRoute).method_not_allowed_fallback(async || Error::Method);
    layers::api(router, state)
}
