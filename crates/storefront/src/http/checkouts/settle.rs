//! From a charge to its consequence. Any number of askers may come here with the same news: only the first changes
//! anything, in one transaction.

use std::time::Duration;

use axum::http::StatusCode;
use axum::response::Response;
use ucp::order::{EventType, FulfillmentEvent};

use super::answer;
use crate::http::pricing::Voice;
use crate::http::{AppState, Error, Intent, Result};
use crate::id;
use crate::sandbox::client::HttpProcessor;
use crate::shop::calendar::rfc3339;
use crate::shop::lifecycle::{CHALLENGE_LIFE, Phase, UNHEARD_LIFE};
use crate::shop::notices::Decline;
use crate::shop::occasion::Occasion;
use crate::shop::orders::capability;
use crate::shop::payment::{Charge, NoAnswer, Processor, Report};
use crate::store::attempts::{self, Attempt, State};
use crate::store::orders::{Happening, Kept};
use crate::store::{Tx, carts, checkouts, holds, orders};

/// Pauses between tries to reach the processor, in milliseconds.
const PAUSES: [u64; 5] = [200, 400, 800, 1_600, 3_200];
/// Pause between looks at a charge that the processor is still working on.
const LOOK: Duration = Duration::from_millis(400);

fn processor(app: &AppState) -> HttpProcessor {
    HttpProcessor::new(app.client.clone(), &app.config)
}

/// Asks for the charge until there is an answer, settles it, and gives the answer to the request that started it.
///
/// When the processor cannot be reached the charge is called off. When even that cannot be known, the attempt stays as it
/// is and the buyer is told that it is in progress: the sweeper goes on from there.
pub(super) async fn drive(app: AppState, charge: Charge, intent: Intent, voice: Voice) -> Result<Response> {
    let processor = processor(&app);
    let report = match pursue(&processor, &charge).await {
        Ok(report) => Ok(report),
        // Nothing was ever sent, so nothing can have been charged.
        Err(NoAnswer { sent: false, reason }) => {
            tracing::warn!(reason, "the card processor cannot be reached");
            Ok(Report::Failed(Decline::Unavailable))
        }
        Err(NoAnswer { sent: true, reason }) => {
            tracing::warn!(reason, attempt = charge.key, "no answer to a charge: calling it off");
            processor.call_off(&charge.key).await
        }
    };
    let mut tx = app.db.begin().await?;
    if let Ok(report) = &report {
        settle(&app, &mut tx, &charge.key, report).await?;
    }
    let kept = checkouts::find(&mut tx, &charge.checkout).await?;
    let mut kept = kept.ok_or_else(|| Error::Fault("a checkout vanished while it was paid for".to_owned()))?;
    if kept.phase == Phase::Paying {
        let answer = answer::tell(&app, &mut tx, &mut kept, voice, &[]).await?;
        tx.commit().await?;
        return Ok(axum::response::IntoResponse::into_response(axum::Json(answer)));
    }
    super::finish(&app, tx, &intent, &mut kept, voice, &[], StatusCode::OK).await
}

/// Charges, asking again when there is no answer, and waits while the processor is still deciding.
async fn pursue(processor: &dyn Processor, charge: &Charge) -> std::result::Result<Report, NoAnswer> {
    let mut sent = false;
    let mut pauses = PAUSES.iter();
    let mut answer = processor.charge(charge).await;
    loop {
        match answer {
            Ok(Report::Processing) => {
                tokio::time::sleep(LOOK).await;
                answer = processor.look(&charge.key).await;
                sent = true;
            }
            Ok(Report::Unheard) => answer = processor.charge(charge).await,
            Ok(report) => return Ok(report),
            Err(failure) => {
                sent |= failure.sent;
                let Some(pause) = pauses.next() else { return Err(NoAnswer { sent, ..failure }) };
                tokio::time::sleep(Duration::from_millis(*pause)).await;
                answer = processor.charge(charge).await;
            }
        }
    }
}

/// Asks what became of a checkout's live attempt, and settles it if the processor knows.
pub(super) async fn look(app: &AppState, checkout: &str) {
    let outcome = async {
        let Some(attempt) = live(app, checkout).await? else { return Ok(()) };
        ask(app, &attempt).await.map(|_| ())
    };
    log(outcome.await);
}

/// Calls a checkout's live attempt off, for good. Afterwards the checkout is open again, or completed when it was too late.
pub(super) async fn call_off(app: &AppState, checkout: &str) {
    let outcome = async {
        let Some(attempt) = live(app, checkout).await? else { return Ok(()) };
        let report = processor(app).call_off(&attempt.id).await;
        match report {
            // The buyer turned away from it; that is no failure to tell them of.
            Ok(report) => apply(app, &attempt, &report, false).await,
            Err(failure) => Err(Error::Fault(failure.to_string())),
        }
    };
    log(outcome.await);
}

/// The processor says that something has happened to one of our payments. It is believed that something has, not what.
pub(in crate::http) async fn notified(app: &AppState, key: &str) -> Result<()> {
    let attempt = {
        let mut connection = app.db.read().acquire().await?;
        attempts::find(&mut connection, key).await?
    };
    match attempt.filter(|attempt| attempt.state.is_live()) {
        Some(attempt) => ask(app, &attempt).await.map(|_| ()),
        None => Ok(()),
    }
}

/// Looks at one attempt and settles it when its fate is known; calls it off when it is overdue, or when whoever was to
/// send it is gone. Returns whether it has been settled.
pub(super) async fn ask(app: &AppState, attempt: &Attempt) -> Result<bool> {
    let unanswered = |failure: NoAnswer| Error::Fault(failure.to_string());
    let now = app.clock.now();
    let mut report = processor(app).look(&attempt.id).await.map_err(unanswered)?;
    let gone = report == Report::Unheard && attempt.created_at + UNHEARD_LIFE <= now;
    let undecided = matches!(report, Report::Processing | Report::Unheard | Report::Challenge(_));
    if gone || (undecided && attempt.due_at <= now) {
        report = processor(app).call_off(&attempt.id).await.map_err(unanswered)?;
    }
    match report {
        Report::Processing | Report::Unheard => return Ok(false),
        Report::Challenge(_) if attempt.state == State::Challenge => return Ok(false),
        report => apply(app, attempt, &report, true).await?,
    }
    Ok(true)
}

async fn live(app: &AppState, checkout: &str) -> Result<Option<Attempt>> {
    let mut connection = app.db.read().acquire().await?;
    Ok(attempts::latest(&mut connection, checkout).await?.filter(|attempt| attempt.state.is_live()))
}

async fn apply(app: &AppState, attempt: &Attempt, report: &Report, tell: bool) -> Result<()> {
    let mut tx = app.db.begin().await?;
    settle(app, &mut tx, &attempt.id, report).await?;
    if !tell && let Some(mut kept) = checkouts::find(&mut tx, &attempt.checkout).await? {
        kept.failure = None;
        checkouts::save(&mut tx, &kept).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Writes what a report means for an attempt, its checkout, the stock and the orders. A settled attempt stays settled.
async fn settle(app: &AppState, tx: &mut Tx, key: &str, report: &Report) -> Result<()> {
    let Some(attempt) = attempts::find(tx, key).await? else { return Ok(()) };
    let Some(mut kept) = checkouts::find(tx, &attempt.checkout).await? else { return Ok(()) };
    if !attempt.state.is_live() {
        if matches!(report, Report::Captured(_)) && attempt.state == State::Failed {
            // Cannot happen while the processor keeps its word that what was called off stays so.
            tracing::error!(attempt = attempt.id, "a payment was captured after it had failed: give the money back");
        }
        return Ok(());
    }
    let now = app.clock.now();
    match report {
        Report::Processing | Report::Unheard => {}
        Report::Challenge(url) => {
            attempts::challenge(tx, &attempt.id, url, now + CHALLENGE_LIFE).await?;
            kept.phase = Phase::Challenge;
            checkouts::save(tx, &kept).await?;
        }
        Report::Failed(why) => {
            attempts::settle(tx, &attempt.id, State::Failed, None, Some(*why), now).await?;
            holds::release(tx, &attempt.id).await?;
            kept.phase = Phase::Open;
            kept.frozen = None;
            kept.failure = Some(*why);
            checkouts::save(tx, &kept).await?;
        }
        Report::Captured(payment) => {
            attempts::settle(tx, &attempt.id, State::Captured, Some(payment), None, now).await?;
            holds::claim(tx, &attempt.id).await?;
            place(app, tx, &attempt, &kept, now).await?;
            kept.phase = Phase::Completed;
            kept.failure = None;
            if let Some(frozen) = &mut kept.frozen {
                frozen.checkout.expires_at = None;
            }
            checkouts::save(tx, &kept).await?;
            empty_cart(tx, &kept, now).await?;
        }
    }
    Ok(())
}

/// Writes the order. Downloads are delivered the moment they are paid for.
async fn place(app: &AppState, tx: &mut Tx, attempt: &Attempt, kept: &checkouts::Checkout, now: i64) -> Result<()> {
    let frozen = kept.frozen.as_ref().ok_or_else(|| Error::Fault("a payment without a frozen checkout".to_owned()))?;
    let id = id::fresh("ord")?;
    let number = orders::next_number(tx).await?;
    let mut snapshot = frozen.order.clone();
    snapshot.id.clone_from(&id);
    snapshot.label = Some(format!("#{number}"));
    snapshot.permalink_url = format!("{}/orders/{id}", app.config.public_url);
    let downloads = snapshot
        .fulfillment
        .expectations
        .iter()
        .find(|expectation| expectation.method_type == ucp::fulfillment::MethodType::Digital)
        .cloned();
    let order = Kept {
        id: id.clone(),
        number,
        checkout: kept.id.clone(),
        attempt: attempt.id.clone(),
        token: id::digest(capability(&kept.id).as_bytes()),
        email: kept.draft.buyer.as_ref().and_then(|buyer| buyer.email.clone()),
        language: attempt.language.clone(),
        currency: attempt.currency.clone(),
        total: attempt.amount,
        snapshot,
        created_at: now,
    };
    orders::place(tx, &order).await?;
    if let Some(downloads) = downloads {
        let event = FulfillmentEvent {
            id: id::fresh("evt")?,
            occurred_at: rfc3339(now),
            kind: EventType::Delivered,
            line_items: downloads.line_items,
            description: downloads.description,
            ..FulfillmentEvent::default()
        };
        orders::record(tx, &id, now, &Happening::Event(event)).await?;
    }
    let revision = orders::touch(tx, &id).await?.ok_or_else(|| Error::Fault("an order vanished".to_owned()))?;
    crate::orders::news::announce(tx, &id, revision, &Occasion::Placed, now).await?;
    tracing::info!(number, "order placed");
    Ok(())
}

/// What was bought is no longer in the cart; what was added meanwhile stays.
async fn empty_cart(tx: &mut Tx, kept: &checkouts::Checkout, now: i64) -> Result<()> {
    let Some(id) = &kept.cart else { return Ok(()) };
    if let Some(mut cart) = carts::find(tx, id, now).await? {
        cart.draft.lines.retain(|line| !kept.draft.lines.iter().any(|bought| bought.variant == line.variant));
        cart.draft.codes.clear();
        carts::save(tx, &cart, now).await?;
    }
    Ok(())
}

fn log(outcome: Result<()>) {
    if let Err(error) = outcome {
        tracing::warn!(error = ?error, "a payment could not be looked into");
    }
}
