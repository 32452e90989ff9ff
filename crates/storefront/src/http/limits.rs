//! Guessing, held back: wrong discount codes and cards that do not pay are counted per session, address and shop.
//!
//! What is counted is what a guesser does and a buyer hardly does: a code that does not exist and that the cart did not
//! name before, a payment that did not come about. A whole town may buy from one address.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::{AppState, Error, Result};
use crate::config::{Quota, SPAN};
use crate::id;
use crate::origin;
use crate::shop::discounts::normal;
use crate::shop::notices::Decline;
use crate::store::attempts::{Attempt, State};
use crate::store::limits::{self, Books, Count};
use crate::store::{Tx, discounts};
use crate::text::Language;
use crate::text::commerce::{fill, words};

/// Where a request came from: a digest of its address, none when that is unknown.
#[derive(Clone, Debug, Default)]
pub(super) struct Origin(pub(super) Option<String>);

impl FromRequestParts<AppState> for Origin {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> std::result::Result<Self, Self::Rejection> {
        Ok(Self(origin::of(&parts.headers, &parts.extensions, app.config.limits.proxy_hops)))
    }
}

/// Counts the codes of a request that are new to the session (`before` are those it had) and exist nowhere. Within the
/// caller's transaction, so that a request that is asked again under its key counts once.
///
/// # Errors
/// 429 for any new code while there were too many wrong ones: else the right one would still be found.
pub(super) async fn guessed(
    app: &AppState,
    tx: &mut Tx,
    origin: &Origin,
    session: Option<&str>,
    (before, codes): (&[String], &[String]),
    language: Language,
) -> Result<()> {
    let mut new: Vec<String> = codes.iter().map(|code| normal(code)).collect();
    new.sort();
    new.dedup();
    new.retain(|code| !before.iter().any(|old| normal(old) == *code));
    if new.is_empty() {
        return Ok(());
    }
    let rules = discounts::rules(tx).await?;
    let exists = |code: &String| rules.iter().any(|rule| !rule.automatic && rule.key == *code);
    let wrong = new.iter().filter(|code| !exists(code)).count();
    let wrong = i64::try_from(wrong).unwrap_or(i64::MAX);
    let quota = app.config.limits.code_guesses;
    for (most, id) in scopes(app, "code", quota, session, origin.0.as_deref()) {
        let count = limits::spend(tx, Books::Shop, &id, wrong, app.clock.now(), SPAN).await?;
        refuse(app, most, count, words(language).too_many_guesses)?;
    }
    Ok(())
}

/// Whether a card may be tried: looks at how many did not pay lately ([`settled`] counts them). A checkout has one payment at
/// a time, so that its limit is exact; from an address as many more may be tried as were under way when the last one failed.
///
/// # Errors
/// 429 while there were too many.
pub(super) async fn charging(app: &AppState, tx: &mut Tx, origin: &Origin, checkout: &str, language: Language) -> Result<()> {
    for (most, id) in scopes(app, "card", app.config.limits.card_attempts, Some(checkout), origin.0.as_deref()) {
        let count = limits::look(tx, Books::Shop, &id, app.clock.now()).await?;
        refuse(app, most, count, words(language).too_many_cards)?;
    }
    Ok(())
}

/// Counts a payment that did not come about, unless that was no fault of the card: paid ones were no guesses, and things that
/// sold out or a processor that did not answer are nobody's.
pub(super) async fn settled(app: &AppState, tx: &mut Tx, attempt: &Attempt, failed: Decline) -> Result<()> {
    // Whoever saw the bank's question has learnt that the card lives: calling that off is no way to try for nothing.
    if failed == Decline::Unavailable && attempt.state != State::Challenge {
        return Ok(());
    }
    let quota = app.config.limits.card_attempts;
    for (_, id) in scopes(app, "card", quota, Some(&attempt.checkout), attempt.address.as_deref()) {
        limits::spend(tx, Books::Shop, &id, 1, app.clock.now(), SPAN).await?;
    }
    Ok(())
}

/// What is counted, each with its limit, always in the same order: whoever takes several rows takes them alike.
fn scopes(app: &AppState, what: &str, quota: Quota, session: Option<&str>, address: Option<&str>) -> Vec<(i64, String)> {
    let name = |scope: &str, who: &str| id::digest([&app.config.tenant.id, what, scope, who].join("\n").as_bytes());
    let session = session.map(|session| (quota.session, name("session", session)));
    let address = address.map(|address| (quota.address, name("address", address)));
    let shop = Some((quota.shop, name("shop", "")));
    [session, address, shop].into_iter().flatten().filter(|(most, _)| *most > 0).collect()
}

fn refuse(app: &AppState, most: i64, count: Count, sentence: &str) -> Result<()> {
    if count.used < most {
        return Ok(());
    }
    let wait = (count.resets_at - app.clock.now()).clamp(1_000, SPAN);
    let seconds = u64::try_from((wait + 999) / 1_000).unwrap_or(1);
    let minutes = seconds.div_ceil(60).to_string();
    Err(Error::TooMany { retry_after: seconds, content: fill(sentence, &[("minutes", &minutes)]) })
}
