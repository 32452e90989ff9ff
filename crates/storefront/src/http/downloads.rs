//! Downloads of an order: `GET /downloads/{order}/{line}?until=…&proof=…`.
//!
//! Whoever may read the order is given these links with it. A link is a plain one, so that it works wherever the order is
//! shown, and so it is in logs and histories: it opens one file, for a quarter of an hour, and nothing else. The proof is a
//! MAC under the order's capability; nothing is kept for it.

use std::path::PathBuf;

use axum::Router;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::hmac;
use serde::Deserialize;
use tower::ServiceExt as _;
use tower_http::services::ServeFile;
use ucp::order::{EventType, Order, OrderLineStatus};

use super::{AppState, Result};
use crate::shop::calendar::MINUTE;
use crate::shop::orders::capability;
use crate::store::{Connection, downloads, orders};

/// How long a link opens its file, in milliseconds.
const LIFE: i64 = 15 * MINUTE;

pub(super) fn router() -> Router<AppState> {
    Router::new().route("/downloads/{order}/{line}", get(download))
}

/// Where the files are.
#[must_use]
pub fn folder(data_dir: &std::path::Path) -> PathBuf {
    data_dir.join("downloads")
}

/// Puts a fresh link on every download of an order that is about to be shown to who may read it.
pub(super) async fn link(app: &AppState, connection: &mut Connection, checkout: &str, order: &mut Order) -> Result<()> {
    let until = app.clock.now() + LIFE;
    for event in order.fulfillment.events.iter_mut().filter(|event| event.kind == EventType::Delivered) {
        let [of] = event.line_items.as_slice() else { continue };
        let bought = order.line_items.iter().find(|line| line.id == of.id && line.status != OrderLineStatus::Removed);
        let Some(bought) = bought else { continue };
        if event.tracking_url.is_none() && downloads::of_variant(connection, &bought.item.id).await?.is_some() {
            let proof = URL_SAFE_NO_PAD.encode(hmac::sign(&key(checkout), said(&order.id, &of.id, until).as_bytes()));
            let base = &app.config.public_url;
            event.tracking_url = Some(format!("{base}/downloads/{}/{}?until={until}&proof={proof}", order.id, of.id));
        }
    }
    Ok(())
}

fn key(checkout: &str) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, capability(checkout).as_bytes())
}

fn said(order: &str, line: &str, until: i64) -> String {
    format!("download\n{order}\n{line}\n{until}")
}

#[derive(Debug, Deserialize)]
struct Shown {
    until: i64,
    proof: String,
}

/// The file. A link that has run out, was altered, or is of a line that was taken off opens nothing: all look the same.
async fn download(
    State(app): State<AppState>,
    Path((order, line)): Path<(String, String)>,
    shown: std::result::Result<Query<Shown>, axum::extract::rejection::QueryRejection>,
    request: Request,
) -> Result<Response> {
    let closed = || Ok((StatusCode::FORBIDDEN, "This link has run out. Open your order for a new one.\n").into_response());
    let Ok(Query(shown)) = shown else { return closed() };
    let mut connection = app.db.read().acquire().await?;
    let kept = orders::find(&mut connection, &order).await?.filter(|kept| kept.shop == app.config.tenant.id);
    let Some(kept) = kept else { return closed() };
    let proof = URL_SAFE_NO_PAD.decode(&shown.proof).unwrap_or_default();
    let holds = hmac::verify(&key(&kept.checkout), said(&order, &line, shown.until).as_bytes(), &proof).is_ok();
    if !holds || shown.until < app.clock.now() {
        return closed();
    }
    let current = crate::orders::now(&mut connection, kept).await?;
    let bought = current.line_items.iter().find(|one| one.id == line && one.status != OrderLineStatus::Removed);
    let Some(bought) = bought else { return closed() };
    let Some(file) = downloads::of_variant(&mut connection, &bought.item.id).await? else { return closed() };
    drop(connection);
    let path = folder(&app.config.data_dir).join(&file.file);
    let mut response = match ServeFile::new(path).oneshot(request).await {
        Ok(response) => response.into_response(),
        Err(never) => match never {},
    };
    let headers = response.headers_mut();
    let extension = file.file.rsplit('.').next().unwrap_or_default();
    // Ids of products are plain words; one that is not goes without its name.
    let attachment = HeaderValue::from_str(&format!("attachment; filename=\"{}.{extension}\"", file.product));
    headers.insert(header::CONTENT_DISPOSITION, attachment.unwrap_or(HeaderValue::from_static("attachment")));
    if let Ok(kind) = HeaderValue::from_str(&file.media_type) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}
