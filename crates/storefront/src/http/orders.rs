//! `GET /orders/{id}` ("Order" of the protocol): a snapshot of promise and fact, for whoever holds the order's capability.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use ucp::message::{Message, Severity, codes};
use ucp::names;

use super::{Agent, AppState, Error, Path, Result, Shopper, downloads, envelope, receipt};
use crate::id;
use crate::store::orders;
use crate::text::commerce::words;

pub(super) fn router() -> Router<AppState> {
    Router::new().route("/orders/{id}", get(read))
}

async fn read(State(app): State<AppState>, agent: Agent, headers: HeaderMap, Path(id): Path<String>) -> Result<Response> {
    let ucp = agent.ucp(names::ORDER)?;
    let language = Shopper::of(&headers, None).language;
    let words = words(language);
    let bearer =
        headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).and_then(|value| value.strip_prefix("Bearer "));
    let open = app.config.hooks.is_some_and(|hooks| hooks.open_orders);
    let Some(token) = bearer.or_else(|| open.then_some("")) else {
        return Err(Error::Unauthorized { code: "unauthorized", content: words.order_unauthorized.to_owned() });
    };
    let mut connection = app.db.read().acquire().await?;
    let kept = orders::find(&mut connection, &id).await?;
    // A wrong token and an unknown order look the same, so that ids cannot be probed.
    let known = |token: &str, kept: &orders::Kept| open || same(&id::digest(token.trim().as_bytes()), &kept.token);
    let Some(kept) = kept.filter(|kept| kept.shop == app.config.tenant.id && known(token, kept)) else {
        let message = Message::error(codes::NOT_FOUND, Severity::Unrecoverable, words.order_not_found);
        return Err(envelope::error(ucp, message, None));
    };
    let checkout = kept.checkout.clone();
    let mut order = crate::orders::now(&mut connection, kept).await?;
    downloads::link(&app, &mut connection, &checkout, &mut order).await?;
    order.ucp = ucp;
    order.links = receipt::links(&app.config, language);
    order.links.extend(receipt::contact(&app.config));
    Ok(axum::Json(order).into_response())
}

/// Compares digests in a time that does not depend on where they differ.
fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |seen, (a, b)| seen | (a ^ b)) == 0
}
