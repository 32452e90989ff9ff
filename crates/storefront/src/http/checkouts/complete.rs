//! `POST /checkout-sessions/{id}/complete`: the moment money moves.
//!
//! 1. One transaction: is everything still as the buyer saw it? Then reserve the stock, write the attempt, freeze the
//!    checkout. Nothing has left the house yet.
//! 2. Outside any transaction, in a task of its own that no closing connection can stop: ask the processor, under the
//!    attempt's id as key ([`settle`](super::settle)).
//! 3. One transaction: order, stock claim, attempt's outcome and the answer's idempotency record; or the release.
//!
//! A kill between any two steps leaves an attempt that the sweeper, the next GET or the same request again will find.

use std::time::Duration;

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use tracing::Instrument as _;
use ucp::checkout::CompleteRequest;
use ucp::message::codes;
use ucp::names;

use super::{answer, busy, finish, language, missing, settle};
use crate::crash::{self, KillPoint};
use crate::http::limits::{self, Origin};
use crate::http::pricing::{Known, Voice};
use crate::http::{Agent, AppState, Error, Intent, Once, Path, Result, Shopper, Turn};
use crate::id;
use crate::shop::basket::trim;
use crate::shop::discounts::Refusal;
use crate::shop::lifecycle::{ATTEMPT_LIFE, Phase};
use crate::shop::notices::{Notice, Says};
use crate::shop::payment::{self, Charge};
use crate::shop::quote::{Quote, Stage};
use crate::store::attempts::{self, Attempt, State as AttemptState};
use crate::store::{Tx, checkouts, discounts, holds};

/// How long the buyer waits here before being told that it takes longer. The work goes on.
const PATIENCE: Duration = Duration::from_millis(2_500);

pub(super) async fn complete(
    State(app): State<AppState>,
    agent: Agent,
    origin: Origin,
    headers: HeaderMap,
    Path(id): Path<String>,
    Once { intent, body }: Once<CompleteRequest>,
) -> Result<Response> {
    let ucp = agent.ucp(names::CHECKOUT)?;
    let mut tx = match intent.begin(&app).await {
        Ok(Turn::Again(answer)) => return Ok(answer),
        Ok(Turn::First(tx)) => tx,
        // The first request with this key is still at work: say how far it is.
        Err(Error::KeyBusy) => {
            settle::look(&app, &id).await;
            let language = Shopper::of(&headers, None).language;
            return current(&app, &id, Voice { ucp, language }).await;
        }
        Err(error) => return Err(error),
    };
    let Some(mut kept) = checkouts::take(&mut tx, &app.config.tenant.id, &id).await? else { return Err(missing(ucp, &headers)) };
    crash::at(&app.config, KillPoint::Claimed);
    let voice = Voice { ucp, language: language(&headers, &kept) };
    if let Some(name) = intent.name()
        && attempts::by_intent(&mut tx, &id, name).await?.is_some()
    {
        tx.rollback().await?;
        return resume(&app, &intent, &id, voice).await;
    }
    if kept.phase == Phase::Challenge {
        // Another card, or another try: first make sure that the payment the bank is asked about cannot happen as well.
        tx.rollback().await?;
        settle::call_off(&app, &id).await;
        tx = match intent.begin(&app).await? {
            Turn::Again(answer) => return Ok(answer),
            Turn::First(tx) => tx,
        };
        kept = checkouts::take(&mut tx, &app.config.tenant.id, &id).await?.unwrap_or(kept);
    }
    if kept.phase != Phase::Open || kept.phase.has_expired(kept.expires_at, app.clock.now()) {
        let notices = busy(kept.phase);
        if kept.phase == Phase::Paying {
            // Not recorded: whoever asks again with this key should hear how it ended.
            let answer = answer::tell(&app, &mut tx, &mut kept, voice, &notices).await?;
            return Ok(axum::Json(answer).into_response());
        }
        return finish(&app, tx, &intent, &mut kept, voice, &notices, StatusCode::OK).await;
    }
    let offered = offered(&app, &mut tx, &mut kept, voice.clone()).await?;
    let (instrument, token) = match payment::instrument(&body.payment, &offered, app.config.fills_in()) {
        Ok(chosen) => chosen,
        Err(notice) => return finish(&app, tx, &intent, &mut kept, voice, &[notice], StatusCode::OK).await,
    };
    let wrong = payment::billing(&body.payment, instrument);
    if !wrong.is_empty() {
        return finish(&app, tx, &intent, &mut kept, voice, &wrong, StatusCode::OK).await;
    }
    let charge = Charge {
        key: id::fresh("att")?,
        token: token.to_owned(),
        checkout: kept.id.clone(),
        amount: 0,
        currency: kept.currency.clone(),
        language: voice.language.tag().to_owned(),
    };
    limits::charging(&app, &mut tx, &origin, &kept.id, voice.language).await?;
    let instrument = payment::shown(instrument);
    let charge = match prepare(&app, &mut tx, &mut kept, &intent, &voice, (instrument, origin), charge).await? {
        Ok(charge) => charge,
        Err(notices) => return finish(&app, tx, &intent, &mut kept, voice, &notices, StatusCode::OK).await,
    };
    super::listen(&app, &mut tx, &agent, &id).await?;
    crash::at(&app.config, KillPoint::Reserved);
    intent.hold(tx, ATTEMPT_LIFE).await?;
    crash::at(&app.config, KillPoint::Held);
    let work = settle::drive(app.clone(), charge, intent, voice.clone()).in_current_span();
    match tokio::time::timeout(PATIENCE, tokio::spawn(work)).await {
        Ok(Ok(settled)) => settled,
        Ok(Err(failure)) => Err(Error::Fault(failure.to_string())),
        Err(_) => current(&app, &id, voice).await,
    }
}

/// The ways to pay for this checkout, as it is told.
async fn offered(app: &AppState, tx: &mut Tx, kept: &mut checkouts::Checkout, voice: Voice) -> Result<Vec<payment::Way>> {
    let shown = kept.shown;
    let told = answer::tell(app, tx, kept, voice, &[]).await?;
    // Telling it here shows it to nobody.
    kept.shown = shown;
    Ok(payment::ways(told.ucp.payment_handlers.as_ref()))
}

/// Checks once more and reserves. `Err` are the reasons why nothing was started, to be told with the checkout.
async fn prepare(
    app: &AppState,
    tx: &mut Tx,
    kept: &mut checkouts::Checkout,
    intent: &Intent,
    voice: &Voice,
    (instrument, origin): (ucp::payment::Instrument, Origin),
    charge: Charge,
) -> Result<std::result::Result<Charge, Vec<Notice>>> {
    let place = answer::place(kept);
    let mut known = Known::of(app, tx, &kept.draft, &place, voice.language).await?;
    known.verify(app, tx, &kept.draft).await?;
    kept.failure = None;
    let cut = trim(&mut kept.draft.lines, known.shelf());
    checkouts::save(tx, kept).await?;
    if !cut.is_empty() {
        return Ok(Err(cut));
    }
    let draft = kept.draft.clone();
    let quote = known.quote(&draft, &place, Stage::Checkout);
    if !quote.is_ready() {
        // The answer says why: what blocks is computed again there, but for claims, which only paying verifies.
        let unproven = quote.notices.iter().filter(|notice| notice.code == codes::ELIGIBILITY_INVALID).cloned().collect();
        return Ok(Err(unproven));
    }
    let amount = quote.total();
    if amount != kept.shown {
        let says = Says::TotalChanged { total: amount };
        return Ok(Err(vec![Notice::warning("total_changed", "$.totals", says)]));
    }
    let now = app.clock.now();
    let attempt = Attempt {
        id: charge.key.clone(),
        checkout: kept.id.clone(),
        intent: intent.name().map(str::to_owned),
        state: AttemptState::Pending,
        amount,
        currency: kept.currency.clone(),
        language: voice.language.tag().to_owned(),
        instrument: instrument.clone(),
        challenge_url: None,
        payment: None,
        reason: None,
        address: origin.0,
        due_at: now + ATTEMPT_LIFE,
        created_at: now,
    };
    attempts::start(tx, &attempt).await?;
    if let Err(notice) = reserve(app, tx, &attempt, &quote, &known, kept).await? {
        holds::release(tx, &attempt.id).await?;
        attempts::settle(tx, &attempt.id, AttemptState::Failed, None, None, now).await?;
        return Ok(Err(vec![notice]));
    }
    kept.frozen = Some(answer::freeze(app, kept, &quote, voice, instrument));
    kept.phase = Phase::Paying;
    checkouts::save(tx, kept).await?;
    Ok(Ok(Charge { amount, ..charge }))
}

/// Takes the units and the once-only discounts. Variants in the order of their ids, as [`holds`] does.
async fn reserve(
    app: &AppState,
    tx: &mut Tx,
    attempt: &Attempt,
    quote: &Quote<'_>,
    known: &Known,
    kept: &checkouts::Checkout,
) -> Result<std::result::Result<(), Notice>> {
    // A variant may stand in several lines, with different texts: its units are taken at once.
    let mut variants: BTreeMap<&str, (usize, i64, &str)> = BTreeMap::new();
    for (index, shown) in quote.lines.iter().enumerate() {
        variants.entry(&shown.line.variant).or_insert((index, 0, &shown.item.title)).1 += shown.line.quantity;
    }
    for (variant, (index, quantity, title)) in variants {
        if !holds::take(tx, &attempt.id, variant, quantity, attempt.due_at).await? {
            let says = Says::SoldOut { title: title.to_owned() };
            return Ok(Err(Notice::blocking(codes::OUT_OF_STOCK, format!("$.line_items[{index}]"), says)));
        }
    }
    let email = kept.draft.buyer.as_ref().and_then(|buyer| buyer.email.as_deref()).unwrap_or_default();
    for applied in &quote.outcome.applied {
        let rule = known.rule(&applied.rule.key).filter(|rule| rule.once_per_customer);
        if let Some(rule) = rule
            && !discounts::take(tx, &app.config.tenant.id, &rule.key, email, &attempt.id).await?
        {
            let code = applied.code.clone().unwrap_or_default();
            let index = kept.draft.codes.iter().position(|other| other.trim() == code).unwrap_or(0);
            let path = format!("$.discounts.codes[{index}]");
            let why = Refusal::AlreadyUsed;
            return Ok(Err(Notice::warning(why.code(), path, Says::Code { code, why })));
        }
    }
    Ok(Ok(()))
}

/// The same request again, after its first run was interrupted or is still running: find out how far it came.
async fn resume(app: &AppState, intent: &Intent, id: &str, voice: Voice) -> Result<Response> {
    settle::look(app, id).await;
    let mut tx = intent.reopen(app).await?;
    let Some(mut kept) = checkouts::take(&mut tx, &app.config.tenant.id, id).await? else { return current(app, id, voice).await };
    if kept.phase == Phase::Paying {
        tx.rollback().await?;
        return current(app, id, voice).await;
    }
    finish(app, tx, intent, &mut kept, voice, &[], StatusCode::OK).await
}

/// The checkout as it stands, without recording that as the answer.
async fn current(app: &AppState, id: &str, voice: Voice) -> Result<Response> {
    let mut connection = app.db.read().acquire().await?;
    let Some(mut kept) = checkouts::find(&mut connection, &app.config.tenant.id, id).await? else {
        return Err(missing(voice.ucp, &HeaderMap::new()));
    };
    let answer = answer::tell(app, &mut connection, &mut kept, voice, &[]).await?;
    Ok(axum::Json(answer).into_response())
}
