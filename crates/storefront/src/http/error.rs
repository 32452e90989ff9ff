//! Everything that can go wrong with a request at the transport, and how it is said.
//!
//! Business outcomes (an unknown cart, an item sold out) are not errors here: they are answers with status 200, the only
//! exception being [`Error::Business`], which lets `?` leave a handler with such an answer.

use std::sync::Arc;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ucp::envelope::{ErrorResponse, Status, TransportError, Ucp};
use ucp::message::{Message, Severity};

use crate::seal::NoKey;
use crate::shop::payment::NoAnswer;
use crate::signatures::Fault;

/// What handlers return.
pub type Result<T> = std::result::Result<T, Error>;

/// A request that could not be served as asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// 200, error envelope: the operation has a business outcome and no resource to show for it.
    #[error("business outcome")]
    Business(Box<ErrorResponse>),
    /// 400 `invalid_json`: the body is not JSON.
    #[error("The request body is not valid JSON: {0}.")]
    Unreadable(String),
    /// 422 `invalid_request`: JSON, but a value has the wrong type.
    #[error("{path}: {reason}.")]
    Mistyped {
        /// RFC 9535 JSONPath of the value.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
    /// 400 `invalid_request`: well-formed, but not something that can be asked.
    #[error("{content}")]
    Invalid {
        /// RFC 9535 JSONPath of the offending value.
        path: &'static str,
        /// What is wrong with it, a sentence.
        content: String,
    },
    /// 400 `request_too_large`: more ids in one batch than the shop looks up at once.
    #[error("At most {limit} ids can be looked up at once; the request has {found}.")]
    Batch {
        /// The most that is allowed.
        limit: usize,
        /// What was sent.
        found: usize,
    },
    /// 408 `request_timeout`: the body came too slowly, or stopped.
    #[error("The request body did not arrive in time.")]
    Slow,
    /// 413 `request_too_large`: the body has more bytes than the shop reads.
    #[error("The request body is larger than {0} bytes.")]
    TooLarge(usize),
    /// 415 `unsupported_media_type`: the body is not declared as JSON.
    #[error("Send the body as application/json.")]
    MediaType,
    /// 404 `no_such_endpoint`: the API has no such path.
    #[error("There is no such endpoint.")]
    NoRoute,
    /// 405 `method_not_allowed`: the path exists, the method does not.
    #[error("This endpoint does not take that method.")]
    Method,
    /// 400 `invalid_profile_url`: UCP-Agent is missing, malformed, or names an address that is not allowed.
    #[error("{0}")]
    ProfileUrl(String),
    /// 424 `profile_unreachable`: the platform's profile could not be fetched.
    #[error("The platform profile could not be fetched: {0}.")]
    ProfileUnreachable(String),
    /// 422 `profile_malformed`: the platform's profile is not one.
    #[error("The platform profile cannot be read: {0}.")]
    ProfileMalformed(String),
    /// 422 `version_unsupported`: the platform speaks another version of the protocol.
    #[error("The platform speaks UCP {theirs}; this shop speaks {ours}.", ours = ucp::VERSION)]
    Version {
        /// The platform's version.
        theirs: String,
    },
    /// 400 `invalid_idempotency_key`: longer than 255 characters, or not visible ASCII.
    #[error("An Idempotency-Key has 1 to 255 visible ASCII characters.")]
    Key,
    /// 409 `idempotency_conflict`: the key was used with another body.
    #[error("This Idempotency-Key was used before with a different body. Use a new key for a new request.")]
    KeyReused,
    /// 409 `idempotency_in_progress`, with Retry-After: the first request with this key is still being worked on.
    #[error(
        "The first request with this Idempotency-Key is still being worked on. Ask again shortly with the same key and body."
    )]
    KeyBusy,
    /// 409, a code of the resource's: the resource's state does not allow the operation.
    #[error("{content}")]
    Conflict {
        /// A stable word for programs.
        code: &'static str,
        /// In the buyer's language.
        content: String,
    },
    /// 401, a code of the resource's, with WWW-Authenticate: the caller has not shown that they may.
    #[error("{content}")]
    Unauthorized {
        /// A stable word for programs.
        code: &'static str,
        /// In the buyer's language.
        content: String,
    },
    /// 401 or 400, the protocol's code: the request claims a signature that does not hold.
    #[error("{0}")]
    Signature(#[from] Fault),
    /// 403 `forbidden`: the caller may not.
    #[error("{0}")]
    Forbidden(String),
    /// 429 `too_many_requests`, with Retry-After.
    #[error("{content}")]
    TooMany {
        /// Seconds until it is worth trying again.
        retry_after: u64,
        /// In the buyer's language.
        content: String,
    },
    /// 503 `temporarily_unavailable`, with Retry-After: the database does not answer.
    #[error("The shop cannot answer at the moment. Please try again shortly.")]
    Database(#[source] sqlx::Error),
    /// 503 `processor_unavailable`, with Retry-After: the card processor does not answer, so that nobody knows how a payment stands.
    #[error("The card processor does not answer at the moment. Please try again shortly.")]
    Processor(#[from] NoAnswer),
    /// 503 `timed_out`, with Retry-After: the request took too long. What it did, a retry with the same key will tell.
    #[error("This took too long. Please try again.")]
    TimedOut,
    /// 500 `internal_error`: a fault of the shop's own.
    #[error("The shop made a mistake. Please try again.")]
    Fault(String),
}

/// Why a request failed, for the log only: it travels in the response's extensions and never over the wire.
#[derive(Clone, Debug)]
pub(super) struct Cause(pub(super) Arc<str>);

impl Error {
    fn kind(&self) -> (StatusCode, &'static str) {
        match self {
            Self::Business(_) => (StatusCode::OK, ""),
            Self::Unreadable(_) => (StatusCode::BAD_REQUEST, "invalid_json"),
            Self::Mistyped { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "invalid_request"),
            Self::Invalid { .. } => (StatusCode::BAD_REQUEST, "invalid_request"),
            Self::Batch { .. } => (StatusCode::BAD_REQUEST, "request_too_large"),
            Self::Slow => (StatusCode::REQUEST_TIMEOUT, "request_timeout"),
            Self::TooLarge(_) => (StatusCode::PAYLOAD_TOO_LARGE, "request_too_large"),
            Self::MediaType => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type"),
            Self::NoRoute => (StatusCode::NOT_FOUND, "no_such_endpoint"),
            Self::Method => (StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed"),
            Self::ProfileUrl(_) => (StatusCode::BAD_REQUEST, "invalid_profile_url"),
            Self::ProfileUnreachable(_) => (StatusCode::FAILED_DEPENDENCY, "profile_unreachable"),
            Self::ProfileMalformed(_) => (StatusCode::UNPROCESSABLE_ENTITY, "profile_malformed"),
            Self::Version { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "version_unsupported"),
            Self::Key => (StatusCode::BAD_REQUEST, "invalid_idempotency_key"),
            Self::KeyReused => (StatusCode::CONFLICT, "idempotency_conflict"),
            Self::KeyBusy => (StatusCode::CONFLICT, "idempotency_in_progress"),
            Self::Conflict { code, .. } => (StatusCode::CONFLICT, code),
            Self::Unauthorized { code, .. } => (StatusCode::UNAUTHORIZED, code),
            Self::Signature(fault) => (StatusCode::from_u16(fault.status()).unwrap_or(StatusCode::UNAUTHORIZED), fault.code()),
            Self::Forbidden(_) => (StatusCode::FORBIDDEN, "forbidden"),
            Self::TooMany { .. } => (StatusCode::TOO_MANY_REQUESTS, "too_many_requests"),
            Self::Database(_) => (StatusCode::SERVICE_UNAVAILABLE, "temporarily_unavailable"),
            Self::Processor(_) => (StatusCode::SERVICE_UNAVAILABLE, "processor_unavailable"),
            Self::TimedOut => (StatusCode::SERVICE_UNAVAILABLE, "timed_out"),
            Self::Fault(_) => (StatusCode::INTERNAL_SERVER_ERROR, "internal_error"),
        }
    }

    fn retry_after(&self) -> Option<u64> {
        match self {
            Self::TooMany { retry_after, .. } => Some(*retry_after),
            Self::Database(_) | Self::Processor(_) | Self::TimedOut | Self::Slow => Some(2),
            Self::KeyBusy => Some(1),
            _ => None,
        }
    }

    fn path(&self) -> Option<&str> {
        match self {
            Self::Mistyped { path, .. } => Some(path),
            Self::Invalid { path, .. } => Some(path),
            _ => None,
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<NoKey> for Error {
    fn from(reason: NoKey) -> Self {
        match reason {
            NoKey::Store(error) => Self::Database(error),
            NoKey::Bad(reason) => Self::Fault(reason.to_string()),
        }
    }
}

impl From<getrandom::Error> for Error {
    fn from(error: getrandom::Error) -> Self {
        Self::Fault(format!("no randomness: {error}"))
    }
}

/// The body of a version mismatch: the specification's prose shows an envelope, its table a code. This is both.
#[derive(serde::Serialize)]
struct Both<'a> {
    ucp: Ucp,
    #[serde(flatten)]
    error: &'a TransportError,
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        if let Self::Business(envelope) = self {
            return Json(*envelope).into_response();
        }
        let (status, code) = self.kind();
        let content = self.to_string();
        // Retrying as it is helps after 429 and 503; everything else needs another request.
        let severity = if self.retry_after().is_some() { Severity::Recoverable } else { Severity::Unrecoverable };
        let mut message = Message::error(code, severity, content.clone());
        message.path = self.path().map(str::to_owned);
        let body = TransportError { code: code.to_owned(), content, continue_url: None, messages: vec![message] };
        let mut response = match &self {
            Self::Version { .. } => (status, Json(Both { ucp: Ucp::new(Status::Error, &[]), error: &body })).into_response(),
            _ => (status, Json(body)).into_response(),
        };
        if let Some(seconds) = self.retry_after() {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if matches!(self, Self::Unauthorized { .. }) {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        let cause = match &self {
            Self::Database(error) => Some(error.to_string()),
            Self::Processor(failure) => Some(failure.to_string()),
            Self::Fault(reason) => Some(reason.clone()),
            _ => None,
        };
        if let Some(cause) = cause {
            response.extensions_mut().insert(Cause(cause.into()));
        }
        response
    }
}
