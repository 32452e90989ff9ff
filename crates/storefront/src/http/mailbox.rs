//! The demo's mailbox: letters that a shop with a mail server would have sent. Without the sandbox it is not there.
//!
//! Whoever can open the shop can read it, so it belongs on a machine of one's own. Other people's pages cannot: the browser
//! says where a request comes from, and only the mailbox's own page is answered.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;
use serde::Serialize;

use super::{AppState, Path, Result};
use crate::config::Config;
use crate::mail::Post;
use crate::shop::calendar::rfc3339;
use crate::store::mailbox;

/// How many letters are listed.
const MOST: i64 = 50;

pub(super) fn router(config: &Config) -> Router<AppState> {
    if !matches!(config.post, Post::Mailbox) {
        return Router::new();
    }
    Router::new()
        .route("/mailbox/messages", get(list))
        .route("/mailbox/messages/{id}", get(letter))
        .route("/mailbox/messages/{id}/text", get(text))
        .route_layer(middleware::from_fn(own_page_only))
}

/// Browsers send Sec-Fetch-Site with every request; a request without it comes from no page.
async fn own_page_only(request: Request, next: Next) -> Response {
    let site = request.headers().get("sec-fetch-site").map(HeaderValue::as_bytes);
    if !matches!(site, None | Some(b"same-origin" | b"none")) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A letter in the list.
#[derive(Serialize)]
struct Row {
    id: String,
    recipient: String,
    subject: String,
    language: String,
    at: String,
}

/// `GET /mailbox/messages`: the newest letters.
async fn list(State(app): State<AppState>) -> Result<Response> {
    let mut connection = app.db.read().acquire().await?;
    let rows: Vec<Row> = mailbox::latest(&mut connection, MOST)
        .await?
        .into_iter()
        .map(|letter| Row {
            id: letter.id,
            recipient: letter.recipient,
            subject: letter.subject,
            language: letter.language,
            at: rfc3339(letter.created_at),
        })
        .collect();
    Ok(axum::Json(rows).into_response())
}

/// `GET /mailbox/messages/{id}`: a letter as a mail program would show it, for a frame of the mailbox's page.
async fn letter(State(app): State<AppState>, Path(id): Path<String>) -> Result<Response> {
    let mut connection = app.db.read().acquire().await?;
    let Some(kept) = mailbox::find(&mut connection, &id).await? else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let mut response = Html(kept.html).into_response();
    // Inline styles are what mails are made of; there is no script in one, and here none would run.
    let policy = format!(
        "default-src 'none'; img-src 'self' {}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
        app.config.public_url
    );
    let policy = HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'; sandbox"));
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    Ok(response)
}

/// `GET /mailbox/messages/{id}/text`: the same without HTML.
async fn text(State(app): State<AppState>, Path(id): Path<String>) -> Result<Response> {
    let mut connection = app.db.read().acquire().await?;
    Ok(match mailbox::find(&mut connection, &id).await? {
        Some(kept) => ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], kept.plain).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    })
}
