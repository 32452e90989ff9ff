//! Test hooks: what a conformance suite asks a shop to do to itself, and no shop does for customers. Mounted only with
//! `--test-hooks`, which is refused in production.
//!
//! A hook moves the shop's own rows and lets the product's own code answer: it never answers in its place.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::routing::post;
use axum::{Json as Answer, Router};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ucp::order::{AdjustmentType, LineQuantity};

use super::idempotency::record_id;
use super::{API, Agent, AppState, Error, Json, Path, Result};
use crate::orders::changes::{self, PayBack, Refusal};
use crate::shop::calendar::HOUR;
use crate::shop::orders::capability;
use crate::store::{orders, testing};

/// Under the endpoint: they require a UCP-Agent, as everything there.
pub(super) fn api() -> Router<AppState> {
    Router::new()
        .route("/testing/orders/{id}/adjust", post(adjust))
        .route("/testing/idempotency/age", post(age))
        .route("/testing/idempotency/outage", post(outage))
}

/// Under the shop's address.
pub(super) fn router() -> Router<AppState> {
    Router::new().route("/testing/oauth/mint", post(mint))
}

/// What happened to an order's line.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Change {
    line_item_id: String,
    quantity: i64,
    r#type: String,
}

/// Gives the money of some pieces back, as `orders refund` does: the card processor is asked, and the platform told.
async fn adjust(State(app): State<AppState>, Path(order): Path<String>, Json(change): Json<Change>) -> Result<Answer<Value>> {
    let known = orders::find(&mut *app.db.read().acquire().await?, &order).await?;
    if known.is_none_or(|kept| kept.shop != app.config.tenant.id) {
        return Err(Error::NoRoute);
    }
    let wanted = PayBack {
        amount: None,
        lines: vec![LineQuantity { id: change.line_item_id, quantity: change.quantity }],
        restock: false,
        kind: AdjustmentType::from(change.r#type.as_str()),
        reason: None,
    };
    match changes::refund(&app.db, app.clock.now(), &order, wanted).await {
        Ok(_) => Ok(Answer(json!({}))),
        Err(Refusal::Store(error)) => Err(error.into()),
        Err(refusal) => Err(Error::Invalid { path: "$", content: refusal.to_string() }),
    }
}

/// An Idempotency-Key that is to be older.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Ageing {
    key: String,
    hours: i64,
}

/// Makes what the caller's key stands for older. A key is known by what it was sent to: what creates something is tried.
async fn age(State(app): State<AppState>, agent: Agent, headers: HeaderMap, Json(ageing): Json<Ageing>) -> Result<Answer<Value>> {
    let paths = ["/checkout-sessions", "/carts"].map(|path| format!("{API}{path}"));
    let ids = paths.map(|path| record_id(&app, &agent, &headers, "POST", &path, &ageing.key));
    let mut tx = app.db.begin().await?;
    let aged = testing::age(&mut tx, &ids, ageing.hours.saturating_mul(HOUR)).await?;
    tx.commit().await?;
    if aged == 0 {
        return Err(Error::Invalid { path: "$.key", content: "No request was made with this key.".to_owned() });
    }
    Ok(Answer(json!({ "aged": aged })))
}

/// Whether records of idempotency are away.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Outage {
    enabled: bool,
}

async fn outage(State(app): State<AppState>, Json(outage): Json<Outage>) -> Result<Answer<Value>> {
    testing::outage(&app.db, outage.enabled).await?;
    Ok(Answer(json!({ "enabled": outage.enabled })))
}

/// What an authorisation server would have given to whoever placed the latest order: its capability.
#[derive(Debug, Serialize)]
struct Token {
    access_token: String,
}

async fn mint(State(app): State<AppState>) -> Result<Answer<Token>> {
    let mut connection = app.db.read().acquire().await?;
    let checkout = testing::latest_checkout(&mut connection, &app.config.tenant.id).await?.ok_or(Error::NoRoute)?;
    Ok(Answer(Token { access_token: capability(&checkout) }))
}
