//! The bank's page of a 3-D Secure payment: approve or refuse. The answer decides the payment here; the shop is told, and
//! asks for itself.

use std::time::Duration;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use serde::Deserialize;

use super::ledger::Entry;
use super::pages::{document, escaped, origin};
use super::wire::{Notification, Status};
use super::{Result, Sandbox, ledger};
use crate::text::Language;
use crate::text::commerce::{fill, money};
use crate::text::sandbox::words;

/// How long the shop may take to be told. It asks for itself anyway.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct View {
    lang: Option<String>,
    scheme: String,
    parent: String,
}

pub(super) fn router() -> Router<Sandbox> {
    Router::new().route("/challenge/{id}", get(show).post(decide))
}

async fn find(sandbox: &Sandbox, id: &str) -> Result<Option<Entry>> {
    let mut tx = sandbox.db.begin().await?;
    Ok(ledger::by_challenge(&mut tx, id).await?)
}

async fn show(
    State(sandbox): State<Sandbox>,
    headers: HeaderMap,
    Path(id): Path<String>,
    Query(view): Query<View>,
) -> Result<Response> {
    let entry = find(&sandbox, &id).await?;
    let asked = view.lang.as_deref().or(entry.as_ref().map(|entry| entry.language.as_str()));
    let language = super::language(asked, &headers);
    let words = words(language);
    let Some(entry) = entry else {
        let body = page(language, &format!("<h1>{}</h1><p>{}</p>", escaped(words.bank), escaped(words.no_question)));
        return Ok((StatusCode::NOT_FOUND, document(language, &view.scheme, words.bank, &body)).into_response());
    };
    let parent = origin(&view.parent).unwrap_or_default();
    if Status::of(&entry.status) != Status::Challenge {
        let body = page(
            language,
            &format!(
                r#"<h1>{}</h1><p>{}</p><p><a class="button" id="back" data-parent="{}" href="{}">{}</a></p><script src="/assets/challenge.js"></script>"#,
                escaped(words.thanks),
                escaped(words.go_back),
                escaped(&parent),
                escaped(&entry.return_url),
                escaped(words.back),
            ),
        );
        return Ok(document(language, &view.scheme, words.thanks, &body));
    }
    let amount = money(language, entry.amount, &entry.currency);
    let purchase = fill(words.purchase, &[("amount", &amount), ("card", &entry.last_digits)]);
    let body = page(
        language,
        &format!(
            r#"<h1>{question}</h1><p>{purchase}</p><form method="post" action="?{query}"><button class="button" name="answer" value="approve">{approve}</button><button class="button plain" name="answer" value="refuse">{refuse}</button></form>"#,
            question = escaped(words.question),
            purchase = escaped(&purchase),
            query = escaped(&again(&view, &parent)),
            approve = escaped(words.approve),
            refuse = escaped(words.refuse),
        ),
    );
    Ok(document(language, &view.scheme, words.bank, &body))
}

async fn decide(
    State(sandbox): State<Sandbox>,
    Path(id): Path<String>,
    Query(view): Query<View>,
    form: String,
) -> Result<Response> {
    let mut tx = sandbox.db.begin().await?;
    if let Some(mut entry) = ledger::by_challenge(&mut tx, &id).await?
        && Status::of(&entry.status) == Status::Challenge
    {
        let status = if form.split('&').any(|field| field == "answer=approve") { Status::Captured } else { Status::Declined };
        status.word().clone_into(&mut entry.status);
        entry.reason = (status == Status::Declined).then(|| "challenge_failed".to_owned());
        entry.updated_at = sandbox.clock.now();
        ledger::change(&mut tx, &entry).await?;
        tx.commit().await?;
        notify(&sandbox, entry).await;
    }
    let parent = origin(&view.parent).unwrap_or_default();
    // See other: a reload of the next page must not answer a second time.
    Ok(Redirect::to(&format!("/challenge/{}?{}", percent(&id), again(&view, &parent))).into_response())
}

/// Tells the business. When it cannot be told it will find out by asking.
async fn notify(sandbox: &Sandbox, entry: Entry) {
    let request = sandbox.client.post(&entry.notify_url).bearer_auth(sandbox.settings.secret.reveal());
    let sent = request.json(&Notification { key: entry.key }).timeout(PATIENCE).send().await;
    match sent {
        Ok(answer) if answer.status().is_success() => {}
        Ok(answer) => tracing::warn!(status = %answer.status(), "the shop did not take a notification"),
        Err(error) => tracing::warn!(error = %error.without_url(), "the shop could not be notified"),
    }
}

/// The query that keeps a page looking the same after the next step.
fn again(view: &View, parent: &str) -> String {
    let lang = view.lang.as_deref().and_then(Language::of_tag).map(|language| format!("lang={}&", language.tag()));
    let scheme = if matches!(view.scheme.as_str(), "light" | "dark") { view.scheme.as_str() } else { "auto" };
    format!("{}scheme={scheme}&parent={}", lang.unwrap_or_default(), percent(parent))
}

/// Everything but letters, digits and `-._~` as `%XX`.
fn percent(text: &str) -> String {
    let mut safe = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => safe.push(char::from(byte)),
            other => safe.push_str(&format!("%{other:02X}")),
        }
    }
    safe
}

fn page(language: Language, inside: &str) -> String {
    let words = words(language);
    let bank = escaped(words.bank);
    format!(
        r#"<main class="bank" aria-label="{bank}"><header><span class="crest" aria-hidden="true"></span><strong>{bank}</strong><span class="badge">{}</span></header>{inside}<footer>{}</footer></main>"#,
        escaped(words.sandbox),
        escaped(words.no_money),
    )
}
