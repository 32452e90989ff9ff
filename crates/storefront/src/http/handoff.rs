//! What is not UCP: the processor's notifications, and the pages that every checkout links to.

use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::{get, post};
use serde::Deserialize;

use super::{AppState, Error, Json, Path, Result, checkouts};
use crate::id;
use crate::sandbox::wire::Notification;
use crate::text::Language;
use crate::text::policies::{self, Page};

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route("/hooks/payments", post(payments))
        .route("/policies/{page}", get(policy))
        .route("/policies/page.css", get(style))
}

/// `POST /hooks/payments`: the processor says that something has happened to a payment of ours.
async fn payments(State(app): State<AppState>, headers: HeaderMap, Json(news): Json<Notification>) -> Result<StatusCode> {
    let shown =
        headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).and_then(|value| value.strip_prefix("Bearer "));
    // Digests are compared, so that the time taken says nothing about the secret.
    let known = id::digest(app.config.processor_secret.reveal().as_bytes());
    if shown.is_none_or(|shown| id::digest(shown.as_bytes()) != known) {
        return Err(Error::Unauthorized {
            code: "unauthorized",
            content: "Show the shared secret as a bearer token.".to_owned(),
        });
    }
    checkouts::notified(&app, &news.key).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    lang: Option<String>,
}

/// `GET /policies/{page}`: privacy, terms, refunds, shipping.
async fn policy(
    State(app): State<AppState>,
    headers: HeaderMap,
    Path(page): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let language = Language::negotiate(asked.lang.as_deref(), accepted);
    let Some(page) = Page::of(&page) else {
        return (StatusCode::NOT_FOUND, "Not found\n").into_response();
    };
    let mut response = Html(policies::html(page, language, &app.config.shop_name)).into_response();
    let policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    response
}

async fn style() -> Response {
    let kind = HeaderValue::from_static("text/css; charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], policies::STYLE).into_response()
}
