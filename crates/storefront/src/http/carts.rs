//! Carts ("Cart" of the protocol): picked items with estimated totals.
//!
//! `POST /carts`, `GET|PUT /carts/{id}`, `POST /carts/{id}/cancel`. Nothing but the id protects a cart, so the id cannot be
//! guessed. An update is a full replacement.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use ucp::cart::{Cart, CartRequest};
use ucp::envelope::{ErrorResponse, Status, TransportError};
use ucp::message::{Message, Severity, codes};
use ucp::names;
use ucp::party::Context;

use super::limits::{self, Origin};
use super::pricing::{Known, Place, Voice, shelf_of};
use super::{Agent, AppState, Error, Once, Path, Result, Shopper, Turn, envelope, receipt};
use crate::id;
use crate::shop::basket::{self, admit, asked, legible};
use crate::shop::calendar::rfc3339;
use crate::shop::draft::{self, Draft};
use crate::shop::lifecycle::CART_LIFE;
use crate::shop::notices::Notice;
use crate::shop::quote::Stage;
use crate::store::{Connection, carts, lock};
use crate::text::Language;
use crate::text::commerce::words;

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route("/carts", post(create))
        .route("/carts/{id}", get(read).put(update))
        .route("/carts/{id}/cancel", post(cancel))
}

async fn create(
    State(app): State<AppState>,
    agent: Agent,
    origin: Origin,
    headers: HeaderMap,
    Once { intent, body }: Once<CartRequest>,
) -> Result<Response> {
    let shopper = Shopper::of(&headers, body.context.as_ref());
    let voice = Voice { ucp: agent.ucp(names::CART)?, language: shopper.language };
    let place = Place::of(&shopper, body.context.as_ref(), None);
    let wanted = draft::wanted(&body.line_items);
    if let Err(notices) = legible(&wanted) {
        return Ok(refused(&notices, voice.language, &place.currency));
    }
    let mut tx = match intent.begin(&app).await? {
        Turn::Again(answer) => return Ok(answer),
        Turn::First(tx) => tx,
    };
    let codes = draft::codes(body.discounts.as_ref());
    limits::guessed(&app, &mut tx, &origin, None, (&[], &codes), voice.language).await?;
    let shelf = shelf_of(&app, &mut tx, &asked(&wanted), &place, voice.language).await?;
    let (lines, notices) = admit(&wanted, &[], &shelf);
    if lines.is_empty() && !wanted.is_empty() {
        return intent.finish(tx, StatusCode::OK, &nothing_left(&app, voice, &notices, &place)).await;
    }
    let now = app.clock.now();
    let cart = carts::Cart {
        id: id::fresh("cart")?,
        shop: app.config.tenant.id.clone(),
        draft: picked(&body, Draft { lines, ..Draft::default() }),
        currency: place.currency,
        country: place.country,
        expires_at: now + CART_LIFE,
    };
    carts::save(&mut tx, &cart, now).await?;
    let answer = show(&app, &mut tx, &cart, voice, &notices).await?;
    intent.finish(tx, StatusCode::CREATED, &answer).await
}

async fn read(State(app): State<AppState>, agent: Agent, headers: HeaderMap, Path(id): Path<String>) -> Result<Response> {
    let ucp = agent.ucp(names::CART)?;
    let mut connection = app.db.read().acquire().await?;
    let cart = carts::find(&mut connection, &app.config.tenant.id, &id, app.clock.now()).await?;
    let voice = Voice { ucp, language: language(&headers, cart.as_ref()) };
    let Some(cart) = cart else { return Err(missing(voice)) };
    let answer = show(&app, &mut connection, &cart, voice, &[]).await?;
    Ok(axum::Json(answer).into_response())
}

async fn update(
    State(app): State<AppState>,
    agent: Agent,
    origin: Origin,
    headers: HeaderMap,
    Path(id): Path<String>,
    Once { intent, body }: Once<CartRequest>,
) -> Result<Response> {
    let shopper = Shopper::of(&headers, body.context.as_ref());
    let voice = Voice { ucp: agent.ucp(names::CART)?, language: shopper.language };
    let wanted = draft::wanted(&body.line_items);
    let mut tx = match intent.begin(&app).await? {
        Turn::Again(answer) => return Ok(answer),
        Turn::First(tx) => tx,
    };
    let now = app.clock.now();
    lock::cart(&mut tx, &id).await?;
    let Some(mut cart) = carts::find(&mut tx, &app.config.tenant.id, &id, now).await? else { return Err(missing(voice)) };
    let before = Place { currency: cart.currency, country: cart.country };
    let place = Place::of(&shopper, body.context.as_ref(), Some(before.clone()));
    basket::converted(&mut cart.draft.lines, before.currency == place.currency);
    if let Err(notices) = legible(&wanted) {
        return Ok(refused(&notices, voice.language, &place.currency));
    }
    let codes = draft::codes(body.discounts.as_ref());
    limits::guessed(&app, &mut tx, &origin, Some(&id), (&cart.draft.codes, &codes), voice.language).await?;
    let shelf = shelf_of(&app, &mut tx, &asked(&wanted), &place, voice.language).await?;
    let (lines, notices) = admit(&wanted, &cart.draft.lines, &shelf);
    cart = carts::Cart {
        id: cart.id,
        shop: cart.shop,
        draft: picked(&body, Draft { lines, ..Draft::default() }),
        currency: place.currency,
        country: place.country,
        expires_at: now + CART_LIFE,
    };
    carts::save(&mut tx, &cart, now).await?;
    let answer = show(&app, &mut tx, &cart, voice, &notices).await?;
    intent.finish(tx, StatusCode::OK, &answer).await
}

/// Answers with the cart's last state; afterwards there is no such cart.
async fn cancel(
    State(app): State<AppState>,
    agent: Agent,
    headers: HeaderMap,
    Path(id): Path<String>,
    Once { intent, body: _ }: Once<ucp::Json>,
) -> Result<Response> {
    let ucp = agent.ucp(names::CART)?;
    let mut tx = match intent.begin(&app).await? {
        Turn::Again(answer) => return Ok(answer),
        Turn::First(tx) => tx,
    };
    lock::cart(&mut tx, &id).await?;
    let cart = carts::find(&mut tx, &app.config.tenant.id, &id, app.clock.now()).await?;
    let voice = Voice { ucp, language: language(&headers, cart.as_ref()) };
    let Some(cart) = cart else { return Err(missing(voice)) };
    let answer = show(&app, &mut tx, &cart, voice, &[]).await?;
    carts::cancel(&mut tx, &id).await?;
    intent.finish(tx, StatusCode::OK, &answer).await
}

/// The writable part of a request, over lines that were admitted.
fn picked(body: &CartRequest, draft: Draft) -> Draft {
    Draft {
        buyer: draft::buyer(body.buyer.as_ref()),
        context: body.context.clone(),
        codes: draft::codes(body.discounts.as_ref()),
        attribution: draft::attribution(body.attribution.as_ref()),
        ..draft
    }
}

async fn show(app: &AppState, connection: &mut Connection, cart: &carts::Cart, voice: Voice, first: &[Notice]) -> Result<Cart> {
    let place = Place { currency: cart.currency.clone(), country: cart.country.clone() };
    let language = voice.language;
    let known = Known::of(app, connection, &cart.draft, &place, language).await?;
    let quote = known.quote(&cart.draft, &place, Stage::Cart);
    let mut messages = receipt::messages(first, language, &place.currency);
    messages.extend(receipt::messages(&quote.notices, language, &place.currency));
    Ok(Cart {
        ucp: voice.ucp,
        id: cart.id.clone(),
        line_items: receipt::lines(&quote, language),
        totals: receipt::totals(&quote, language, Stage::Cart),
        discounts: receipt::discounts(&quote, &cart.draft, language),
        currency: cart.currency.clone(),
        buyer: cart.draft.buyer.clone(),
        context: cart.draft.context.clone(),
        attribution: cart.draft.attribution.clone(),
        messages,
        links: receipt::links(&app.config, language),
        continue_url: None,
        expires_at: Some(rfc3339(cart.expires_at)),
    })
}

/// The language of a request without a body: the cart's own before the browser's.
fn language(headers: &HeaderMap, cart: Option<&carts::Cart>) -> Language {
    let context: Option<&Context> = cart.and_then(|cart| cart.draft.context.as_ref());
    Shopper::of(headers, context).language
}

fn missing(voice: Voice) -> Error {
    let content = words(voice.language).cart_not_found;
    envelope::error(voice.ucp, Message::error(codes::NOT_FOUND, Severity::Unrecoverable, content), None)
}

/// 422 `invalid_request`: lines that cannot be meant, each with its path.
pub(super) fn refused(notices: &[Notice], language: Language, currency: &str) -> Response {
    let messages = receipt::messages(notices, language, currency);
    let content = messages.first().map(|message| message.content.clone()).unwrap_or_default();
    let body = TransportError { code: "invalid_request".to_owned(), content, continue_url: None, messages };
    (StatusCode::UNPROCESSABLE_ENTITY, axum::Json(body)).into_response()
}

/// The outcome when nothing of what was wanted can be had.
pub(super) fn nothing_left(app: &AppState, mut voice: Voice, notices: &[Notice], place: &Place) -> ErrorResponse {
    voice.ucp.status = Some(Status::Error);
    voice.ucp.payment_handlers = None;
    let mut messages = receipt::messages(notices, voice.language, &place.currency);
    for message in &mut messages {
        // There is no resource to change and send again.
        message.severity = message.severity.as_ref().map(|_| Severity::Unrecoverable);
    }
    ErrorResponse { ucp: voice.ucp, messages, continue_url: Some(format!("{}/", app.config.public_url)) }
}
