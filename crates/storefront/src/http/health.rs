//! `GET /health`: the process lives. `GET /ready`: it can serve, that is, its database answers.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;

use super::AppState;

pub(super) fn router() -> Router<AppState> {
    Router::new().route("/health", get(health)).route("/ready", get(ready))
}

async fn health() -> Response {
    let body = Json(json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") }));
    ([(header::CACHE_CONTROL, "no-store")], body).into_response()
}

async fn ready(State(app): State<AppState>) -> Response {
    let (status, word) = match app.db.ping().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "database")
        }
    };
    (status, [(header::CACHE_CONTROL, "no-store")], Json(json!({ "status": word }))).into_response()
}
