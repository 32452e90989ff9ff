//! Extractors whose refusals speak UCP.

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::error::Error;

/// The largest body the API reads, in bytes. A cart of 100 lines is about 10 kB.
pub(super) const BODY_LIMIT: usize = 256 * 1024;

/// A JSON body. An empty body counts as `{}`, because clients send cancels with a JSON content type and nothing in them.
#[derive(Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let bytes = body(request, state).await?;
        parse(&bytes).map(Self)
    }
}

/// One path parameter.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        if parts.uri.path().contains("%00") {
            return Err(Error::NoRoute);
        }
        match axum::extract::Path::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(value)) => Ok(Self(value)),
            Err(_) => Err(Error::NoRoute),
        }
    }
}

/// The raw body of a JSON request.
pub(super) async fn body<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Error> {
    let declared = is_json(request.headers());
    let bytes = Bytes::from_request(request, state).await.map_err(|rejection| match rejection {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => Error::TooLarge(BODY_LIMIT),
        other if is_slow(&other) => Error::Slow,
        other => Error::Unreadable(other.body_text()),
    })?;
    // Anything but JSON could be sent cross-site by a plain form, without a preflight.
    if !bytes.is_empty() && !declared {
        return Err(Error::MediaType);
    }
    Ok(bytes)
}

/// Whether the body was given up because nothing more of it came.
fn is_slow(error: &(dyn std::error::Error + 'static)) -> bool {
    std::iter::successors(Some(error), |error| (*error).source()).any(|error| error.is::<tower_http::timeout::TimeoutError>())
}

/// Reads JSON; a wrong type is told with its path.
pub(super) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    let bytes = if bytes.iter().all(u8::is_ascii_whitespace) { b"{}" } else { bytes };
    // A record could also be read from a list of its fields; the protocol has no such bodies.
    if bytes.trim_ascii_start().first() == Some(&b'[') {
        return Err(Error::Mistyped { path: "$".to_owned(), reason: "invalid type: sequence, expected an object".to_owned() });
    }
    // Written out it is no JSON, so this is how a body that has one has it.
    if bytes.windows(NUL.len()).any(|some| some == NUL)
        && let Ok(value) = serde_json::from_slice(bytes)
        && let Some(path) = nul(&value, "$".to_owned())
    {
        return Err(Error::Mistyped { path, reason: "a text has the character U+0000, which cannot be kept".to_owned() });
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = json_path(error.path());
        let inner = error.into_inner();
        if inner.is_data() {
            Error::Mistyped { path, reason: without_position(&inner.to_string()) }
        } else {
            Error::Unreadable(inner.to_string())
        }
    })?;
    reader.end().map_err(|error| Error::Unreadable(error.to_string()))?;
    Ok(value)
}

/// The one character that a text cannot have: PostgreSQL keeps none that does.
const NUL: &[u8] = b"\\u0000";

/// Where that character is.
fn nul(value: &Value, path: String) -> Option<String> {
    match value {
        Value::String(text) => text.contains('\0').then_some(path),
        Value::Array(items) => items.iter().enumerate().find_map(|(index, item)| nul(item, format!("{path}[{index}]"))),
        Value::Object(members) if members.keys().any(|name| name.contains('\0')) => Some(path),
        Value::Object(members) => members.iter().find_map(|(name, member)| nul(member, format!("{path}.{name}"))),
        _ => None,
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let Some(kind) = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
        return false;
    };
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

/// `line_items[0].quantity` as RFC 9535 writes it.
fn json_path(path: &serde_path_to_error::Path) -> String {
    match path.to_string().as_str() {
        "." => "$".to_owned(),
        inner => format!("$.{inner}"),
    }
}

/// Line and column mean little to somebody who sent a generated body of one line.
fn without_position(reason: &str) -> String {
    reason.rsplit_once(" at line ").map_or(reason, |(before, _)| before).to_owned()
}
