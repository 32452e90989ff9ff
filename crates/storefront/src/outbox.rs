//! Delivering what the outbox holds: webhooks to platforms, letters to buyers, refunds to the card processor.
//!
//! Any number of processes may work on one outbox. A message is claimed with a lease, delivered outside any transaction, and
//! marked; what fails is tried again with growing pauses for three days, then given up, which is logged as an error and
//! shown by `orders show`. Each kind has a worker of its own, so that a mail server that does not answer delays no webhook.
//!
//! Delivery is at least once: a process that dies after sending and before marking leaves the message to another, under the
//! same id.

mod letters;
mod refunds;
mod webhooks;

use std::time::Duration;

use tokio::task::JoinSet;

use crate::http::{AppState, Error, Result};
use crate::id;
use crate::shop::retries;
use crate::store::outbox::{self, Kind, Message};
use crate::store::{signing_keys, sweep};

/// How often the outbox is looked at.
const PAUSE: Duration = Duration::from_millis(700);
/// How often what is over is forgotten.
const SWEEP: Duration = Duration::from_secs(600);
/// How many messages of a kind one process has in its hands at once.
const HANDS: usize = 16;

/// How long a claim holds, in milliseconds: longer than a delivery of this kind may take, and no longer than needed, because
/// what a dead process held in its hands waits for it.
fn lease(kind: Kind) -> i64 {
    match kind {
        Kind::Webhook | Kind::Refund => 20_000,
        Kind::Mail => 60_000,
    }
}

/// Why a try came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Failure {
    reason: String,
    /// Trying again cannot help.
    hopeless: bool,
}

impl Failure {
    fn for_now(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), hopeless: false }
    }

    fn for_good(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), hopeless: true }
    }
}

/// Delivers messages of one kind until the process ends.
pub async fn deliver(app: AppState, kind: Kind) {
    let mut hands = JoinSet::new();
    loop {
        if let Err(error) = take(&app, kind, &mut hands).await {
            tracing::warn!(kind = kind.word(), error = ?error, "the outbox could not be read");
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            Some(_) = hands.join_next() => {}
        }
    }
}

/// Delivers everything that is due now and waits for it; returns how many messages were tried.
///
/// # Errors
/// When the database does not answer.
pub async fn round(app: &AppState) -> Result<usize> {
    let mut tried = 0;
    for kind in Kind::ALL {
        let mut hands = JoinSet::new();
        loop {
            let taken = take(app, kind, &mut hands).await?;
            tried += taken;
            if hands.join_next().await.is_none() && taken == 0 {
                break;
            }
        }
    }
    Ok(tried)
}

/// Claims what is due, as far as hands are free, and starts delivering it.
async fn take(app: &AppState, kind: Kind, hands: &mut JoinSet<()>) -> Result<usize> {
    let now = app.clock.now();
    let free = i64::try_from(HANDS.saturating_sub(hands.len())).unwrap_or(0);
    // Only a look: most of the time there is nothing, and a look keeps no writer waiting.
    let due = outbox::due(&mut *app.db.read().acquire().await?, &app.config.tenant.id, kind, now, free).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let claim = id::fresh("claim")?;
    let mut claimed = Vec::with_capacity(due.len());
    let mut tx = app.db.begin().await?;
    for id in &due {
        claimed.extend(outbox::claim(&mut tx, id, &claim, now, now + lease(kind)).await?);
    }
    tx.commit().await?;
    let count = claimed.len();
    for message in claimed {
        let (app, claim) = (app.clone(), claim.clone());
        hands.spawn(async move {
            if let Err(error) = attempt(&app, kind, &claim, &message).await {
                tracing::warn!(id = message.id, error = ?error, "what became of a message could not be noted");
            }
        });
    }
    Ok(count)
}

async fn attempt(app: &AppState, kind: Kind, claim: &str, message: &Message) -> Result<()> {
    let outcome = match kind {
        Kind::Webhook => webhooks::post(app, message).await,
        Kind::Mail => letters::send(app, message).await,
        Kind::Refund => refunds::ask(app, message).await,
    };
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    match outcome {
        Ok(()) => {
            outbox::delivered(&mut tx, &message.id, now).await?;
            tracing::info!(kind = kind.word(), id = message.id, tries = message.tries, "delivered");
        }
        Err(failure) => {
            let last = failure.hopeless || now >= message.expires_at;
            let next = (!last).then_some(now + retries::pause(message.tries, chance()?));
            outbox::failed(&mut tx, &message.id, claim, &failure.reason, next, now).await?;
            let (id, order, reason) = (&message.id, &message.order_id, &failure.reason);
            match last {
                true => tracing::error!(kind = kind.word(), id, order, reason, "given up: it was not delivered"),
                false => tracing::warn!(kind = kind.word(), id, order, reason, tries = message.tries, "not delivered yet"),
            }
        }
    }
    tx.commit().await?;
    Ok(())
}

fn chance() -> Result<u8> {
    let mut byte = [0_u8];
    getrandom::fill(&mut byte).map_err(Error::from)?;
    Ok(byte[0])
}

/// Sweeps until the process ends.
pub async fn sweeper(app: AppState) {
    loop {
        if let Err(error) = sweep(&app).await {
            tracing::warn!(error = ?error, "old messages could not be forgotten");
        }
        tokio::time::sleep(SWEEP).await;
    }
}

/// Forgets what is over, and listeners of checkouts that came to nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(app: &AppState) -> Result<()> {
    let now = app.clock.now();
    for rule in &sweep::NEWS {
        rule.sweep(&app.db, now).await?;
    }
    let mut tx = app.db.begin().await?;
    signing_keys::forget(&mut tx, now - crate::seal::GRACE).await?;
    tx.commit().await?;
    Ok(())
}
