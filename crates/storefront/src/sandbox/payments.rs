//! Payments, for the business only: started, looked at, called off, given back. Each call may be repeated under its key.

use axum::extract::{Json, Path, State, rejection::JsonRejection};
use axum::http::{HeaderMap, StatusCode, header};
use axum::routing::{get, post};
use axum::{Json as Answer, Router};

use super::cards::{self, Behaviour};
use super::ledger::Entry;
use super::wire::{Payment, PaymentRequest, RefundRequest, Status};
use super::{Fault, Result, Sandbox, ledger, same};
use crate::id;

pub(super) fn router() -> Router<Sandbox> {
    Router::new()
        .route("/payments", post(start))
        .route("/payments/{key}", get(look))
        .route("/payments/{key}/void", post(void))
        .route("/payments/{key}/refund", post(refund))
}

fn authorised(sandbox: &Sandbox, headers: &HeaderMap) -> Result<()> {
    let shown =
        headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).and_then(|value| value.strip_prefix("Bearer "));
    if shown.is_some_and(|shown| same(shown, sandbox.settings.secret.reveal())) {
        return Ok(());
    }
    Err(Fault::refused(StatusCode::UNAUTHORIZED, "unauthorized", "Show the shared secret as a bearer token."))
}

fn unreadable() -> Fault {
    Fault::refused(StatusCode::BAD_REQUEST, "invalid_request", "The body is not what this endpoint takes.")
}

async fn start(
    State(sandbox): State<Sandbox>,
    headers: HeaderMap,
    body: std::result::Result<Json<PaymentRequest>, JsonRejection>,
) -> Result<Answer<Payment>> {
    authorised(&sandbox, &headers)?;
    let Ok(Json(request)) = body else { return Err(unreadable()) };
    if request.key.is_empty() || request.amount < 0 || request.currency.len() != 3 {
        return Err(unreadable());
    }
    let now = sandbox.clock.now();
    let mut tx = sandbox.db.begin().await?;
    if let Some(entry) = ledger::by_key(&mut tx, &request.key).await? {
        let same = entry.checkout == request.checkout_id && entry.amount == request.amount && entry.currency == request.currency;
        // A key that was called off before it was ever used carries no amount: it stays called off.
        if !same && entry.status != Status::Voided.word() {
            return Err(Fault::refused(StatusCode::CONFLICT, "key_reused", "This key belongs to another payment."));
        }
        let entry = ripen(&mut tx, entry, now).await?;
        tx.commit().await?;
        return Ok(Answer(show(&sandbox, entry)));
    }
    let token_id = id::digest(request.token.as_bytes());
    let token = ledger::token(&mut tx, &token_id).await?;
    let google = (sandbox.settings.google_pay && request.token == cards::GOOGLE_TOKEN).then(cards::google_pay);
    let test = google.or_else(|| sandbox.settings.test_tokens.then(|| cards::test_token(&request.token)).flatten());
    let token = token.or_else(|| Some(ledger::Token::test(test?, &request, now))).filter(|token| {
        token.expires_at > now
            && token.used_by.is_none()
            && token.checkout == request.checkout_id
            && token.business == request.business_id
            && request.business_id == sandbox.settings.business_id
    });
    let (status, reason) = match token.as_ref().map(|token| Behaviour::of(&token.behaviour)) {
        None => (Status::Declined, Some("token_invalid")),
        Some(Behaviour::Success) => (Status::Captured, None),
        Some(Behaviour::Challenge) => (Status::Challenge, None),
        Some(Behaviour::Late) => (Status::Processing, None),
        Some(Behaviour::Declined) => (Status::Declined, Some("declined")),
        Some(Behaviour::InsufficientFunds) => (Status::Declined, Some("insufficient_funds")),
        Some(Behaviour::Expired) => (Status::Declined, Some("expired_card")),
    };
    let entry = Entry {
        id: id::fresh("pay")?,
        key: request.key,
        checkout: request.checkout_id,
        business: request.business_id,
        amount: request.amount,
        currency: request.currency,
        status: status.word().to_owned(),
        reason: reason.map(str::to_owned),
        brand: token.as_ref().map(|token| token.brand.clone()).unwrap_or_default(),
        last_digits: token.map(|token| token.last_digits).unwrap_or_default(),
        challenge: if status == Status::Challenge { Some(id::fresh("chal")?) } else { None },
        language: request.language,
        return_url: request.return_url,
        notify_url: request.notify_url,
        answer_at: if status == Status::Processing { now + sandbox.settings.late } else { now },
        refunded: 0,
        created_at: now,
        updated_at: now,
    };
    ledger::enter(&mut tx, &entry).await?;
    if reason != Some("token_invalid") {
        ledger::use_token(&mut tx, &token_id, &entry.key).await?;
    }
    tx.commit().await?;
    Ok(Answer(show(&sandbox, entry)))
}

async fn look(State(sandbox): State<Sandbox>, headers: HeaderMap, Path(key): Path<String>) -> Result<Answer<Payment>> {
    authorised(&sandbox, &headers)?;
    let mut tx = sandbox.db.begin().await?;
    let entry = ledger::by_key(&mut tx, &key).await?;
    let entry = entry.ok_or_else(|| Fault::refused(StatusCode::NOT_FOUND, "not_found", "There is no payment of this key."))?;
    let entry = ripen(&mut tx, entry, sandbox.clock.now()).await?;
    tx.commit().await?;
    Ok(Answer(show(&sandbox, entry)))
}

/// Calls a payment off. A key without a payment gets a called-off one, so that a charge that is still on its way here will
/// find the door closed.
async fn void(State(sandbox): State<Sandbox>, headers: HeaderMap, Path(key): Path<String>) -> Result<Answer<Payment>> {
    authorised(&sandbox, &headers)?;
    let now = sandbox.clock.now();
    let mut tx = sandbox.db.begin().await?;
    let entry = match ledger::by_key(&mut tx, &key).await? {
        Some(entry) => {
            let mut entry = ripen(&mut tx, entry, now).await?;
            if matches!(Status::of(&entry.status), Status::Processing | Status::Challenge) {
                Status::Voided.word().clone_into(&mut entry.status);
                entry.updated_at = now;
                ledger::change(&mut tx, &entry).await?;
            }
            entry
        }
        None => {
            let entry = Entry {
                id: id::fresh("pay")?,
                key,
                checkout: String::new(),
                business: sandbox.settings.business_id.clone(),
                amount: 0,
                currency: String::new(),
                status: Status::Voided.word().to_owned(),
                reason: None,
                brand: String::new(),
                last_digits: String::new(),
                challenge: None,
                language: String::new(),
                return_url: String::new(),
                notify_url: String::new(),
                answer_at: now,
                refunded: 0,
                created_at: now,
                updated_at: now,
            };
            ledger::enter(&mut tx, &entry).await?;
            entry
        }
    };
    tx.commit().await?;
    Ok(Answer(show(&sandbox, entry)))
}

/// Gives money back: up to what was captured, in as many parts as wanted.
async fn refund(
    State(sandbox): State<Sandbox>,
    headers: HeaderMap,
    Path(key): Path<String>,
    body: std::result::Result<Json<RefundRequest>, JsonRejection>,
) -> Result<Answer<Payment>> {
    authorised(&sandbox, &headers)?;
    let Ok(Json(request)) = body else { return Err(unreadable()) };
    let mut tx = sandbox.db.begin().await?;
    let entry = ledger::by_key(&mut tx, &key).await?;
    let mut entry =
        entry.ok_or_else(|| Fault::refused(StatusCode::NOT_FOUND, "not_found", "There is no payment of this key."))?;
    if let Some(refund) = &request.key
        && let Some((payment, amount)) = ledger::refund(&mut tx, refund).await?
    {
        if payment != entry.key || amount != request.amount {
            return Err(Fault::refused(StatusCode::CONFLICT, "key_reused", "This key was used for another refund."));
        }
        return Ok(Answer(show(&sandbox, entry)));
    }
    let left = entry.amount - entry.refunded;
    if Status::of(&entry.status) != Status::Captured || request.amount < 1 || request.amount > left {
        return Err(Fault::refused(StatusCode::CONFLICT, "not_refundable", "That much cannot be given back."));
    }
    entry.refunded += request.amount;
    if entry.refunded == entry.amount {
        Status::Refunded.word().clone_into(&mut entry.status);
    }
    entry.updated_at = sandbox.clock.now();
    ledger::change(&mut tx, &entry).await?;
    if let Some(refund) = &request.key {
        ledger::enter_refund(&mut tx, refund, &entry.key, request.amount, entry.updated_at).await?;
    }
    tx.commit().await?;
    Ok(Answer(show(&sandbox, entry)))
}

/// A late payment whose time has come is captured by whoever looks at it next.
async fn ripen(tx: &mut crate::store::Tx, mut entry: Entry, now: i64) -> Result<Entry> {
    if Status::of(&entry.status) == Status::Processing && entry.answer_at <= now {
        Status::Captured.word().clone_into(&mut entry.status);
        entry.updated_at = now;
        ledger::change(tx, &entry).await?;
    }
    Ok(entry)
}

fn show(sandbox: &Sandbox, entry: Entry) -> Payment {
    let challenge_url = entry.challenge.map(|challenge| format!("{}/challenge/{challenge}", sandbox.settings.public_url));
    let status = Status::of(&entry.status);
    Payment {
        id: entry.id,
        key: entry.key,
        status,
        reason: entry.reason,
        challenge_url: challenge_url.filter(|_| status == Status::Challenge),
        amount: entry.amount,
        refunded: entry.refunded,
        currency: entry.currency,
        brand: entry.brand,
        last_digits: entry.last_digits,
    }
}
