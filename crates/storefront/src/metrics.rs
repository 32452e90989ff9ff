//! Figures for whoever keeps the shop running, in the text format of Prometheus (OpenMetrics). Each process counts what it
//! did itself; what is in the database (units held, payments without an answer) is looked up when somebody asks.
//!
//! They are served on a listener of their own (`--metrics-listen`): how a shop sells is nobody's business outside.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use prometheus_client::encoding::{EncodeLabelSet, text::encode};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use crate::clock::Clock;
use crate::store::outbox::Kind;
use crate::store::{Db, gauges};

/// Upper bounds of the latency histogram, in seconds.
const BOUNDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Asked {
    method: &'static str,
    /// The pattern, not the path: ids are no labels.
    route: String,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    route: String,
    status: u16,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Ended {
    outcome: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Told {
    kind: &'static str,
}

/// What this process has counted. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Metrics(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    registry: Registry,
    requests: Family<Answered, Counter>,
    latency: Family<Asked, Histogram>,
    orders: Counter,
    payments: Family<Ended, Counter>,
    held: Gauge,
    open: Gauge,
    oldest: Gauge,
    waiting: Family<Told, Gauge>,
    given_up: Family<Told, Gauge>,
    lag: Family<Told, Gauge>,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("fanshelf");
        let inner = Inner {
            requests: Family::default(),
            latency: Family::new_with_constructor(|| Histogram::new(BOUNDS)),
            orders: Counter::default(),
            payments: Family::default(),
            held: Gauge::default(),
            open: Gauge::default(),
            oldest: Gauge::default(),
            waiting: Family::default(),
            given_up: Family::default(),
            lag: Family::default(),
            registry: Registry::default(),
        };
        registry.register("requests", "Requests answered by this process", inner.requests.clone());
        let what = "Time from the head of a request to the head of its answer";
        registry.register_with_unit("request_duration", what, Unit::Seconds, inner.latency.clone());
        registry.register("orders", "Orders placed by this process", inner.orders.clone());
        registry.register("payments", "Payments that this process learnt the outcome of", inner.payments.clone());
        registry.register("stock_held_units", "Units that running payments hold, in the whole shop", inner.held.clone());
        registry.register("payments_open", "Payments without an outcome, in the whole shop", inner.open.clone());
        let what = "How long the oldest of them has been waiting";
        registry.register_with_unit("payments_open_oldest", what, Unit::Seconds, inner.oldest.clone());
        registry.register("outbox_waiting", "Messages that wait to be delivered, in the whole shop", inner.waiting.clone());
        let what = "Messages that were given up within the last month";
        registry.register("outbox_given_up", what, inner.given_up.clone());
        let what = "How long the oldest message has been waiting";
        registry.register_with_unit("outbox_oldest", what, Unit::Seconds, inner.lag.clone());
        Self(Arc::new(Inner { registry, ..inner }))
    }
}

impl Metrics {
    /// A request was answered.
    pub fn answered(&self, method: &Method, route: Option<&str>, status: StatusCode, took: Duration) {
        let (method, route) = (known(method), route.unwrap_or("-").to_owned());
        self.0.latency.get_or_create(&Asked { method, route: route.clone() }).observe(took.as_secs_f64());
        self.0.requests.get_or_create(&Answered { method, route, status: status.as_u16() }).inc();
    }

    /// A payment came to its end, or to the bank's question.
    pub fn paid(&self, outcome: &'static str) {
        self.0.payments.get_or_create(&Ended { outcome }).inc();
    }

    /// An order was placed.
    pub fn ordered(&self) {
        self.0.orders.inc();
    }

    async fn text(&self, db: &Db, clock: &Clock) -> Result<String, String> {
        let words = |error: sqlx::Error| error.to_string();
        let mut connection = db.read().acquire().await.map_err(words)?;
        let now = gauges::look(&mut connection).await.map_err(words)?;
        let outbox = gauges::backlog(&mut connection).await.map_err(words)?;
        drop(connection);
        let age = |since: Option<i64>| since.map_or(0, |since| (clock.now() - since).max(0) / 1_000);
        self.0.held.set(now.held);
        self.0.open.set(now.open);
        self.0.oldest.set(age(now.oldest));
        for kind in Kind::ALL.map(Kind::word) {
            let (told, of) = (Told { kind }, outbox.iter().find(|of| of.kind == kind));
            self.0.waiting.get_or_create(&told).set(of.map_or(0, |of| of.waiting));
            self.0.given_up.get_or_create(&told).set(of.map_or(0, |of| of.given_up));
            self.0.lag.get_or_create(&told).set(age(of.and_then(|of| of.oldest)));
        }
        let mut text = String::new();
        encode(&mut text, &self.0.registry).map_err(|error| error.to_string())?;
        Ok(text)
    }
}

/// A client may send any word as a method; a label may not be any word.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::OPTIONS => "OPTIONS",
        Method::HEAD => "HEAD",
        _ => "OTHER",
    }
}

/// `GET /metrics`, for a listener of its own.
pub fn app(db: Db, clock: Clock, metrics: Metrics) -> Router {
    Router::new().route("/metrics", get(show)).with_state((db, clock, metrics))
}

async fn show(State((db, clock, metrics)): State<(Db, Clock, Metrics)>) -> Response {
    match metrics.text(&db, &clock).await {
        Ok(text) => {
            let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
            ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")], text).into_response()
        }
        Err(reason) => {
            tracing::warn!(reason, "the metrics cannot be told");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
