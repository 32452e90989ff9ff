//! What surrounds every request: an id, a log line, limits, CORS and security headers.

use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate as _, SizeAbove};
use tower_http::cors::{Any, CorsLayer};
use tower_http::timeout::TimeoutLayer;
use tracing::Instrument as _;

use super::error::{Cause, Error};
use super::{Agent, AppState, extract, signing};
use crate::id;
use crate::metrics::Metrics;

/// How long one API request may take, its body included.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long anything else may take until its answer begins; longer than the API, so that the API answers in its own words.
const LONGEST: Duration = Duration::from_secs(35);

static REQUEST_ID: HeaderName = HeaderName::from_static("request-id");

/// Around the API: UCP-Agent on every route, a body limit, a time limit, and work that ends even when the client leaves.
pub(super) fn api(router: Router<AppState>, state: &AppState) -> Router<AppState> {
    router
        .route_layer(middleware::from_fn_with_state(state.clone(), signing::verify))
        .route_layer(middleware::from_extractor_with_state::<Agent, AppState>(state.clone()))
        .layer(middleware::from_fn(to_the_end))
        .layer(DefaultBodyLimit::max(extract::BODY_LIMIT))
        .layer(middleware::map_response(never_cached))
}

/// Around everything.
pub(super) fn around(router: Router<AppState>, state: &AppState) -> Router<AppState> {
    let compress = CompressionLayer::new().compress_when(
        SizeAbove::new(860).and(NotForContentType::IMAGES).and(NotForContentType::new("video/")).and(NotForContentType::SSE),
    );
    router
        .layer(compress)
        .layer(middleware::from_fn_with_state(state.clone(), signing::sign))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, LONGEST))
        .layer(cors())
        .layer(middleware::from_fn_with_state(state.clone(), secure))
        .layer(middleware::from_fn_with_state(state.metrics.clone(), observe))
}

/// Browsers on any page may call the shop, never with cookies: nothing here is kept in one.
fn cors() -> CorsLayer {
    let name = HeaderName::from_static;
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::OPTIONS])
        .allow_headers([
            header::CONTENT_TYPE,
            header::ACCEPT_LANGUAGE,
            header::AUTHORIZATION,
            name("ucp-agent"),
            name("idempotency-key"),
            name("request-id"),
            name("x-api-key"),
            name("signature"),
            name("signature-input"),
            name("content-digest"),
        ])
        .expose_headers([
            header::RETRY_AFTER,
            header::WWW_AUTHENTICATE,
            name("request-id"),
            name("content-digest"),
            name("signature"),
            name("signature-input"),
        ])
        .max_age(Duration::from_secs(7_200))
}

/// A client that leaves must not stop an order half-way: the work goes on in a task of its own, within the time limit.
async fn to_the_end(request: Request, next: Next) -> Response {
    let work = tokio::spawn(tokio::time::timeout(PATIENCE, next.run(request)).in_current_span());
    match work.await {
        Ok(Ok(response)) => response,
        Ok(Err(_)) => Error::TimedOut.into_response(),
        Err(failure) => Error::Fault(failure.to_string()).into_response(),
    }
}

/// Answers of the API hold a buyer's data.
async fn never_cached(mut response: Response) -> Response {
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response {
    let reason = panic.downcast_ref::<String>().map(String::as_str);
    let reason = reason.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("panic");
    Error::Fault(reason.to_owned()).into_response()
}

/// Headers that hold for every answer, unless the answer set its own.
async fn secure(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
    set(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    // Pictures, scripts and answers are meant for other people's pages.
    set(HeaderName::from_static("cross-origin-resource-policy"), "cross-origin");
    if app.config.public_url.starts_with("https://") {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    response
}

/// Gives the request an id (the client's, if it sent a sensible one), and writes one line about it.
async fn observe(State(metrics): State<Metrics>, request: Request, next: Next) -> Response {
    let request_id = client_id(request.headers()).or_else(|| id::fresh("req").ok()).unwrap_or_default();
    let method = request.method().clone();
    // The pattern, not the path: ids of carts and orders are not for logs.
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let span = tracing::info_span!("request", %request_id, %method, route = route.as_deref().unwrap_or("-"));
    let started = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert(REQUEST_ID.clone(), value);
    }
    let status = response.status();
    let took = started.elapsed();
    metrics.answered(&method, route.as_deref(), status, took);
    let milliseconds = took.as_millis();
    let cause = response.extensions().get::<Cause>().map(|cause| &*cause.0);
    span.in_scope(|| match cause {
        Some(cause) => tracing::error!(status = status.as_u16(), milliseconds, cause, "failed"),
        None if status.is_client_error() || status.is_server_error() => {
            tracing::info!(status = status.as_u16(), milliseconds, "refused");
        }
        // Files have no route; a page asks for many of them.
        None if route.is_none() => tracing::debug!(status = status.as_u16(), milliseconds, "served a file"),
        None => tracing::info!(status = status.as_u16(), milliseconds, "served"),
    });
    response
}

fn client_id(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(&REQUEST_ID)?.to_str().ok()?;
    ((1..=128).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_graphic())).then(|| value.to_owned())
}
