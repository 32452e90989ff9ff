//! Checkout sessions ("Checkout" of the protocol, with the fulfillment, discount and buyer-consent extensions).
//!
//! `POST /checkout-sessions`, `GET|PUT …/{id}`, `POST …/{id}/complete`, `POST …/{id}/cancel`. Read [`answer`] for what is
//! told, `complete` and `settle` for how money moves, `sweep` for what happens when nobody comes back.

mod answer;
mod complete;
mod settle;
pub mod sweep;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use ucp::checkout::CheckoutRequest;
use ucp::message::{Message, Severity, codes};
use ucp::names;

use super::carts::{nothing_left, refused};
use super::limits::{self, Origin};
use super::pricing::{Place, Voice, shelf_of};
use super::{Agent, AppState, Error, Once, Path, Result, Shopper, Turn, envelope};
use crate::id;
use crate::shop::basket::{self, admit, asked, legible, trim, variants, watch};
use crate::shop::draft::{self, Draft};
use crate::shop::lifecycle::{CART_LIFE, CHECKOUT_LIFE, Phase};
use crate::shop::notices::{Notice, Says};
use crate::shop::test_buyer;
use crate::store::{Tx, carts, checkouts, listeners, lock};
use crate::text::Language;
use crate::text::commerce::words;

pub(super) use settle::notified;

/// A webhook address that is longer, in bytes, is none.
const LONGEST_URL: usize = 2_048;

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route("/checkout-sessions", post(create))
        .route("/checkout-sessions/{id}", get(read).put(update))
        .route("/checkout-sessions/{id}/complete", post(complete::complete))
        .route("/checkout-sessions/{id}/cancel", post(cancel))
}

async fn create(
    State(app): State<AppState>,
    agent: Agent,
    origin: Origin,
    headers: HeaderMap,
    Once { intent, body }: Once<CheckoutRequest>,
) -> Result<Response> {
    let ucp = agent.ucp(names::CHECKOUT)?;
    let shopper = Shopper::of(&headers, body.context.as_ref());
    let voice = Voice { ucp, language: shopper.language };
    let mut tx = match intent.begin(&app).await? {
        Turn::Again(answer) => return Ok(answer),
        Turn::First(tx) => tx,
    };
    let now = app.clock.now();
    let typed = draft::codes(body.discounts.as_ref());
    if let Some(cart) = &body.cart_id {
        lock::cart(&mut tx, cart).await?;
        let Some(cart) = carts::find(&mut tx, &app.config.tenant.id, cart, now).await? else {
            let content = words(voice.language).cart_not_found;
            return Err(envelope::error(voice.ucp, Message::error(codes::NOT_FOUND, Severity::Unrecoverable, content), None));
        };
        limits::guessed(&app, &mut tx, &origin, Some(&cart.id), (&cart.draft.codes, &typed), voice.language).await?;
        return convert(&app, tx, &intent, cart, &headers, &body, &agent).await;
    }
    let place = Place::of(&shopper, body.context.as_ref(), None);
    let wanted = draft::wanted(&body.line_items);
    // Without lines and without a cart it is not a request for a checkout.
    let meant = if wanted.is_empty() { Err(vec![Notice::missing_lines()]) } else { legible(&wanted) };
    if let Err(notices) = meant {
        return Ok(refused(&notices, voice.language, &place.currency));
    }
    limits::guessed(&app, &mut tx, &origin, None, (&[], &typed), voice.language).await?;
    let shelf = shelf_of(&app, &mut tx, &asked(&wanted), &place, voice.language).await?;
    let (lines, notices) = admit(&wanted, &[], &shelf);
    if lines.is_empty() {
        return intent.finish(tx, StatusCode::OK, &nothing_left(&app, voice, &notices, &place)).await;
    }
    let draft = filled(&app, &body, Draft { lines, ..Draft::default() }, &[], &place);
    let mut kept = fresh(&app, None, draft, place, now)?;
    checkouts::save(&mut tx, &kept).await?;
    listen(&app, &mut tx, &agent, &kept.id).await?;
    finish(&app, tx, &intent, &mut kept, voice, &notices, StatusCode::CREATED).await
}

/// Makes the checkout of a cart, or finds the one it has and brings it up to date.
async fn convert(
    app: &AppState,
    mut tx: Tx,
    intent: &super::Intent,
    cart: carts::Cart,
    headers: &HeaderMap,
    body: &CheckoutRequest,
    agent: &Agent,
) -> Result<Response> {
    let ucp = agent.ucp(names::CHECKOUT)?;
    let now = app.clock.now();
    let context = cart.draft.context.as_ref().or(body.context.as_ref());
    let voice = Voice { ucp, language: Shopper::of(headers, context).language };
    let place = Place { currency: cart.currency.clone(), country: cart.country.clone() };
    if let Some(id) = checkouts::live(&mut tx, &cart.id).await?
        && let Some(mut kept) = checkouts::take(&mut tx, &app.config.tenant.id, &id).await?
    {
        if !kept.phase.has_expired(kept.expires_at, now) {
            if kept.phase == Phase::Open {
                // The cart may have been edited since; what the buyer filled in here stays.
                kept.draft.lines = cart.draft.lines;
                kept.draft.codes = cart.draft.codes;
                kept.draft.context = cart.draft.context.or(kept.draft.context);
                (kept.currency, kept.country) = (place.currency, place.country);
                kept.failure = None;
                checkouts::save(&mut tx, &kept).await?;
            }
            return finish(app, tx, intent, &mut kept, voice, &[], StatusCode::OK).await;
        }
        kept.phase = Phase::Canceled;
        checkouts::save(&mut tx, &kept).await?;
    }
    let shelf = shelf_of(app, &mut tx, &variants(&cart.draft.lines), &place, voice.language).await?;
    let (shown, notices) = watch(&cart.draft.lines, &shelf);
    let buyable = shown.iter().any(|shown| shown.item.left.is_none_or(|left| left > 0));
    if !buyable {
        let notices = if cart.draft.lines.is_empty() { vec![Notice::missing_lines()] } else { notices };
        return intent.finish(tx, StatusCode::OK, &nothing_left(app, voice, &notices, &place)).await;
    }
    // Lines, context and buyer are the cart's; what else the request says about delivery is new.
    let mut draft = Draft { ..cart.draft };
    draft.buyer = draft.buyer.or_else(|| draft::buyer(body.buyer.as_ref()));
    draft.context = draft.context.or_else(|| body.context.clone());
    draft.attribution = draft.attribution.or_else(|| draft::attribution(body.attribution.as_ref()));
    draft.note = draft::note(body.note.as_deref());
    if draft.codes.is_empty() {
        draft.codes = draft::codes(body.discounts.as_ref());
    }
    draft::deliver(&mut draft, body.fulfillment.as_ref(), &[]);
    if app.config.fills_in() {
        test_buyer::fill_in(&mut draft, &place.country);
    }
    let notices = trim(&mut draft.lines, &shelf);
    let mut kept = fresh(app, Some(cart.id), draft, place, now)?;
    checkouts::save(&mut tx, &kept).await?;
    listen(app, &mut tx, agent, &kept.id).await?;
    finish(app, tx, intent, &mut kept, voice, &notices, StatusCode::CREATED).await
}

async fn read(State(app): State<AppState>, agent: Agent, headers: HeaderMap, Path(id): Path<String>) -> Result<Response> {
    let ucp = agent.ucp(names::CHECKOUT)?;
    let mut connection = app.db.read().acquire().await?;
    let Some(mut kept) = checkouts::find(&mut connection, &app.config.tenant.id, &id).await? else {
        return Err(missing(ucp, &headers));
    };
    if matches!(kept.phase, Phase::Paying | Phase::Challenge) {
        // Whoever asks moves things on: the processor may know by now.
        drop(connection);
        settle::look(&app, &id).await;
        connection = app.db.read().acquire().await?;
        kept = checkouts::find(&mut connection, &app.config.tenant.id, &id).await?.unwrap_or(kept);
    }
    let voice = Voice { ucp, language: language(&headers, &kept) };
    let shown = kept.shown;
    let answer = answer::tell(&app, &mut connection, &mut kept, voice, &[]).await?;
    drop(connection);
    if kept.shown != shown {
        let mut tx = app.db.begin().await?;
        checkouts::show(&mut tx, &id, kept.shown).await?;
        tx.commit().await?;
    }
    Ok(axum::Json(answer).into_response())
}

async fn update(
    State(app): State<AppState>,
    agent: Agent,
    origin: Origin,
    headers: HeaderMap,
    Path(id): Path<String>,
    Once { intent, body }: Once<CheckoutRequest>,
) -> Result<Response> {
    let ucp = agent.ucp(names::CHECKOUT)?;
    let (mut tx, mut kept) = match enter(&app, &intent, &id).await? {
        Entry::Again(answer) => return Ok(answer),
        Entry::Nothing => return Err(missing(ucp, &headers)),
        Entry::First(tx, kept) => (tx, *kept),
    };
    let shopper = Shopper::of(&headers, body.context.as_ref().or(kept.draft.context.as_ref()));
    let voice = Voice { ucp, language: shopper.language };
    if kept.phase == Phase::Completed {
        return Err(Error::Conflict { code: "already_completed", content: words(voice.language).already_completed.to_owned() });
    }
    if kept.phase != Phase::Open || kept.phase.has_expired(kept.expires_at, app.clock.now()) {
        let notices = busy(kept.phase);
        return finish(&app, tx, &intent, &mut kept, voice, &notices, StatusCode::OK).await;
    }
    let place = Place::of(&shopper, body.context.as_ref(), Some(answer::place(&kept)));
    basket::converted(&mut kept.draft.lines, kept.currency == place.currency);
    let wanted = draft::wanted(&body.line_items);
    if let Err(notices) = legible(&wanted) {
        return Ok(refused(&notices, voice.language, &place.currency));
    }
    let codes = draft::codes(body.discounts.as_ref());
    limits::guessed(&app, &mut tx, &origin, Some(&id), (&kept.draft.codes, &codes), voice.language).await?;
    let shelf = shelf_of(&app, &mut tx, &asked(&wanted), &place, voice.language).await?;
    let (lines, notices) = admit(&wanted, &kept.draft.lines, &shelf);
    kept.draft = filled(&app, &body, Draft { lines, ..Draft::default() }, &kept.draft.destinations, &place);
    (kept.currency, kept.country) = (place.currency, place.country);
    // What was said about the last payment has been read.
    kept.failure = None;
    checkouts::save(&mut tx, &kept).await?;
    mirror(&app, &mut tx, &kept).await?;
    finish(&app, tx, &intent, &mut kept, voice, &notices, StatusCode::OK).await
}

async fn cancel(
    State(app): State<AppState>,
    agent: Agent,
    headers: HeaderMap,
    Path(id): Path<String>,
    Once { intent, body: _ }: Once<ucp::Json>,
) -> Result<Response> {
    let ucp = agent.ucp(names::CHECKOUT)?;
    let (mut tx, mut kept) = match enter(&app, &intent, &id).await? {
        Entry::Again(answer) => return Ok(answer),
        Entry::Nothing => return Err(missing(ucp, &headers)),
        Entry::First(tx, kept) => (tx, *kept),
    };
    let voice = Voice { ucp, language: language(&headers, &kept) };
    let words = words(voice.language);
    match kept.phase {
        Phase::Completed => Err(Error::Conflict { code: "already_completed", content: words.already_completed.to_owned() }),
        Phase::Canceled => Err(Error::Conflict { code: "already_canceled", content: words.already_canceled.to_owned() }),
        Phase::Paying | Phase::Challenge => {
            let notices = busy(kept.phase);
            finish(&app, tx, &intent, &mut kept, voice, &notices, StatusCode::OK).await
        }
        Phase::Open => {
            kept.phase = Phase::Canceled;
            checkouts::save(&mut tx, &kept).await?;
            finish(&app, tx, &intent, &mut kept, voice, &[], StatusCode::OK).await
        }
    }
}

/// How a change to a checkout begins.
enum Entry {
    /// It was made before: this was the answer.
    Again(Response),
    /// There is no such checkout.
    Nothing,
    /// Make it in this transaction, which has the checkout's turn.
    First(Tx, Box<checkouts::Checkout>),
}

/// Begins a change to a checkout. A payment that waits for the bank is called off first: the buyer came back from the bank's
/// page to change something, and that payment must not happen any more.
async fn enter(app: &AppState, intent: &super::Intent, id: &str) -> Result<Entry> {
    let mut called_off = false;
    loop {
        let mut tx = match intent.begin(app).await? {
            Turn::Again(answer) => return Ok(Entry::Again(answer)),
            Turn::First(tx) => tx,
        };
        let Some(kept) = checkouts::take(&mut tx, &app.config.tenant.id, id).await? else { return Ok(Entry::Nothing) };
        if kept.phase != Phase::Challenge || called_off {
            return Ok(Entry::First(tx, Box::new(kept)));
        }
        // The processor is never asked from within a transaction.
        tx.rollback().await?;
        settle::call_off(app, id).await;
        called_off = true;
    }
}

/// Tells a checkout, notes what was shown, and commits both with the record of the request.
async fn finish(
    app: &AppState,
    mut tx: Tx,
    intent: &super::Intent,
    kept: &mut checkouts::Checkout,
    voice: Voice,
    notices: &[Notice],
    status: StatusCode,
) -> Result<Response> {
    let answer = answer::tell(app, &mut tx, kept, voice, notices).await?;
    checkouts::show(&mut tx, &kept.id, kept.shown).await?;
    intent.finish(tx, status, &answer).await
}

/// Notes where the platform wants to hear of the order that a checkout may become. One without such a wish (the widget on
/// the shop's own page, where a buyer was sent to finish) does not take the place of one that has it.
async fn listen(app: &AppState, tx: &mut Tx, agent: &Agent, checkout: &str) -> Result<()> {
    if let Some(url) = agent.platform().webhook_url.as_deref().filter(|url| url.len() <= LONGEST_URL)
        && agent.shares(names::ORDER)
    {
        listeners::note(tx, checkout, agent.profile(), url, app.clock.now()).await?;
    }
    Ok(())
}

/// What to say when a payment is under way and something else was asked for.
fn busy(phase: Phase) -> Vec<Notice> {
    if phase == Phase::Paying { vec![Notice::blocking("complete_in_progress", "$", Says::InProgress)] } else { Vec::new() }
}

/// The writable part of a request, over lines that were admitted.
fn filled(
    app: &AppState,
    body: &CheckoutRequest,
    draft: Draft,
    destinations: &[ucp::fulfillment::Destination],
    place: &Place,
) -> Draft {
    let mut draft = Draft {
        buyer: draft::buyer(body.buyer.as_ref()),
        context: body.context.clone(),
        codes: draft::codes(body.discounts.as_ref()),
        attribution: draft::attribution(body.attribution.as_ref()),
        note: draft::note(body.note.as_deref()),
        ..draft
    };
    draft::deliver(&mut draft, body.fulfillment.as_ref(), destinations);
    if app.config.fills_in() {
        test_buyer::fill_in(&mut draft, &place.country);
    }
    draft
}

fn fresh(app: &AppState, cart: Option<String>, draft: Draft, place: Place, now: i64) -> Result<checkouts::Checkout> {
    Ok(checkouts::Checkout {
        id: id::fresh("chk")?,
        shop: app.config.tenant.id.clone(),
        cart,
        draft,
        currency: place.currency,
        country: place.country,
        phase: Phase::Open,
        shown: 0,
        frozen: None,
        failure: None,
        created_at: now,
        expires_at: now + CHECKOUT_LIFE,
    })
}

/// Lines and codes of the cart follow its checkout, so that going back shows what was last wanted.
async fn mirror(app: &AppState, tx: &mut Tx, kept: &checkouts::Checkout) -> Result<()> {
    let now = app.clock.now();
    let Some(id) = &kept.cart else { return Ok(()) };
    if let Some(mut cart) = carts::find(tx, &app.config.tenant.id, id, now).await? {
        cart.draft.lines.clone_from(&kept.draft.lines);
        cart.draft.codes.clone_from(&kept.draft.codes);
        (cart.currency, cart.country) = (kept.currency.clone(), kept.country.clone());
        cart.expires_at = now + CART_LIFE;
        carts::save(tx, &cart, now).await?;
    }
    Ok(())
}

/// The language of a request without a body: the checkout's own before the browser's.
fn language(headers: &HeaderMap, kept: &checkouts::Checkout) -> Language {
    Shopper::of(headers, kept.draft.context.as_ref()).language
}

fn missing(ucp: ucp::envelope::Ucp, headers: &HeaderMap) -> Error {
    let content = words(Shopper::of(headers, None).language).checkout_not_found;
    envelope::error(ucp, Message::error(codes::NOT_FOUND, Severity::Unrecoverable, content), None)
}
