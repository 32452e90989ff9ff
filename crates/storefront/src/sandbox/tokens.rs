//! `POST /tokenize`: card details in, a one-time token out ("Card tokenizer" of the protocol's payment chapter).

use axum::extract::{Json, State, rejection::JsonRejection};
use axum::http::{Extensions, HeaderMap, StatusCode};
use axum::routing::post;
use axum::{Json as Answer, Router};
use serde::{Deserialize, Serialize};

use super::cards::{self, Details};
use super::{Fault, Result, Sandbox, language, ledger, wire};
use crate::config::{Quota, SPAN};
use crate::id;
use crate::origin;
use crate::shop::calendar::{DAY, MINUTE, civil};
use crate::store::limits::{self, Books};
use crate::text::sandbox::words;

/// How long a token may wait to be used, in milliseconds.
const LIFE: i64 = 15 * MINUTE;

/// What is sent. Neither `Debug` nor `Serialize`: card details must not end up in a log by accident.
#[derive(Deserialize, Default)]
#[serde(default)]
struct TokenizeRequest {
    credential: Details,
    binding: Binding,
}

/// What the token is good for.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Binding {
    checkout_id: String,
    identity: Option<Identity>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Identity {
    access_token: String,
}

/// The token, and what may be shown of the card.
#[derive(Serialize)]
struct TokenizeAnswer {
    token: String,
    display: ucp::payment::CardDisplay,
}

pub(super) fn router() -> Router<Sandbox> {
    Router::new().route("/tokenize", post(tokenize))
}

async fn tokenize(
    State(sandbox): State<Sandbox>,
    extensions: Extensions,
    headers: HeaderMap,
    body: std::result::Result<Json<TokenizeRequest>, JsonRejection>,
) -> Result<Answer<TokenizeAnswer>> {
    let words = words(language(None, &headers));
    // The rejection's own text could quote what was sent.
    let Ok(Json(request)) = body else {
        return Err(Fault::refused(StatusCode::BAD_REQUEST, "invalid_request", words.unreadable));
    };
    let checkout = request.binding.checkout_id;
    if checkout.is_empty() || checkout.len() > 128 || !matches!(request.credential.r#type.as_str(), "card" | "invoice") {
        return Err(Fault::refused(StatusCode::UNPROCESSABLE_ENTITY, "invalid_request", words.unreadable));
    }
    let business = request.binding.identity.map(|identity| identity.access_token);
    let business = business.unwrap_or_else(|| sandbox.settings.business_id.clone());
    if business != sandbox.settings.business_id {
        return Err(Fault::refused(StatusCode::FORBIDDEN, "unknown_business", words.unreadable));
    }
    let now = sandbox.clock.now();
    let (year, month, _) = civil(now.div_euclid(DAY));
    let paper = request.credential.r#type == "invoice";
    let card = if paper { Ok(cards::invoice()) } else { cards::recognise(&request.credential, year, month) };
    let address = origin::of(&headers, &extensions, sandbox.settings.proxy_hops);
    tried(&sandbox, &checkout, address.as_deref(), card.is_err(), now, words.too_often).await?;
    let card = card.map_err(|fault| {
        let refusal = wire::Refusal {
            code: "invalid_card".to_owned(),
            content: words.fault(fault).to_owned(),
            field: Some(fault.part().field().to_owned()),
        };
        Fault::Refused(StatusCode::UNPROCESSABLE_ENTITY, refusal)
    })?;
    let token = id::fresh("tok")?;
    let kept = ledger::Token {
        // Only the digest is kept: who reads the books cannot pay with them.
        id: id::digest(token.as_bytes()),
        checkout,
        business,
        brand: card.brand.to_owned(),
        last_digits: card.last_digits.clone(),
        expiry_month: card.expiry_month,
        expiry_year: card.expiry_year,
        behaviour: card.behaviour.word().to_owned(),
        expires_at: now + LIFE,
        used_by: None,
    };
    ledger::keep_token(&sandbox.db, &kept).await?;
    let display = match paper {
        true => ucp::payment::CardDisplay::default(),
        false => ucp::payment::CardDisplay {
            brand: Some(kept.brand),
            last_digits: Some(kept.last_digits),
            expiry_month: Some(kept.expiry_month),
            expiry_year: Some(kept.expiry_year),
            ..Default::default()
        },
    };
    Ok(Answer(TokenizeAnswer { token, display }))
}

/// Counts a try: for its checkout always, for its address and the business when the card was refused. The refusals are
/// committed on their own, or a refused card would take its count back.
async fn tried(
    sandbox: &Sandbox,
    checkout: &str,
    address: Option<&str>,
    wrong: bool,
    now: i64,
    sentence: &'static str,
) -> Result<()> {
    let Quota { session, address: of_address, shop } = sandbox.settings.tries;
    let name = |scope: &str, who: &str| id::digest(["tokenize", scope, who].join("\n").as_bytes());
    let wrong = i64::from(wrong);
    let scopes = [
        Some((session, 1, name("checkout", checkout))),
        address.map(|address| (of_address, wrong, name("address", address))),
        Some((shop, wrong, name("business", &sandbox.settings.business_id))),
    ];
    let mut tx = sandbox.db.begin().await?;
    for (most, tries, id) in scopes.into_iter().flatten().filter(|(most, ..)| *most > 0) {
        // The business's row is everybody's: whoever has nothing to add to it only looks.
        let count = match tries {
            0 => limits::look(&mut tx, Books::Sandbox, &id, now).await?,
            _ => limits::spend(&mut tx, Books::Sandbox, &id, tries, now, SPAN).await?,
        };
        if count.used >= most {
            let wait = (count.resets_at - now).clamp(1_000, SPAN);
            return Err(Fault::TooMany(u64::try_from((wait + 999) / 1_000).unwrap_or(1), sentence));
        }
    }
    tx.commit().await?;
    Ok(())
}
