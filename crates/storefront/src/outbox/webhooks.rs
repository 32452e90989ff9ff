//! A webhook: the whole order as it was after the change, signed, POSTed to where the platform wants to hear of it.
//!
//! "Order" of the protocol: headers of Standard Webhooks beside the signature of RFC 9421; any answer but 2xx is tried again.

use axum::http::{HeaderMap, HeaderValue, header};

use super::Failure;
use crate::http::AppState;
use crate::outside;
use crate::store::outbox::Message;

pub(super) async fn post(app: &AppState, message: &Message) -> Result<(), Failure> {
    let url = outside::allowed(&message.recipient, app.config.dev).map_err(|reason| Failure::for_good(reason.to_string()))?;
    let mut headers = HeaderMap::new();
    let profile = format!("profile=\"{}/.well-known/ucp\"", app.config.public_url);
    for (name, value) in [
        ("ucp-agent", profile.as_str()),
        // One event, one id and one key, however often it is sent.
        ("webhook-id", &message.id),
        ("idempotency-key", &message.id),
        // When it happened, not when it was sent: that is `created` of the signature.
        ("webhook-timestamp", &(message.created_at / 1_000).to_string()),
    ] {
        let value = HeaderValue::from_str(value).map_err(|_| Failure::for_good(format!("{name} cannot stand in a header")))?;
        headers.insert(name, value);
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let key = app.seal.key().await.map_err(|reason| Failure::for_now(reason.to_string()))?;
    let body = message.body.as_bytes();
    key.sign_request("POST", &url, &mut headers, body, app.clock.now() / 1_000)
        .map_err(|fault| Failure::for_now(fault.to_string()))?;
    let answer = app.outside.post(url).headers(headers).body(message.body.clone()).send().await;
    match answer {
        Ok(answer) if answer.status().is_success() => Ok(()),
        Ok(answer) => Err(Failure::for_now(format!("it answered {}", answer.status().as_u16()))),
        Err(error) => Err(Failure::for_now(reason(&error))),
    }
}

/// What went wrong, without the URL: it may hold a secret of the platform's.
fn reason(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return "it did not answer in time".to_owned();
    }
    let mut cause: &dyn std::error::Error = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    format!("no connection: {cause}")
}
