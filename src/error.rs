//! What can go wrong between the widget and the shop.
//!
//! A business outcome (sold out, declined, not found) is not an error: it is data with `messages`. These are failed calls.
//! Words for the fan live in [`crate::text`]; here are only kinds and predicates.

use ucp::message::{Message, codes};

/// A failed call.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// Nothing answered.
    Offline,
    /// No answer in time. The shop may still have done what was asked.
    Timeout,
    /// The shop answered off the protocol.
    Unreadable,
    /// The shop refused the call (UCP "transport errors"): status, code and what the shop says about it.
    Http {
        /// HTTP status.
        status: u16,
        /// A stable word.
        code: String,
        /// For the buyer, when the shop sent something.
        content: String,
        /// Seconds to wait, or 0.
        retry_after: u32,
    },
    /// The shop answered with messages and no resource (UCP error envelope, HTTP 200).
    Refused(Vec<Message>),
    /// A part of the widget itself could not be loaded.
    Chunk,
}

impl From<leptos::wasm_split::SplitLoaderError> for Error {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self::Chunk
    }
}

impl Error {
    /// Whether the same request may be sent again, byte for byte, with the same idempotency key.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Offline | Self::Timeout | Self::Chunk => true,
            Self::Http { status, .. } => matches!(status, 429 | 502..=504),
            Self::Unreadable | Self::Refused(_) => false,
        }
    }

    /// Whether the resource is gone (a cart or checkout that expired or was emptied elsewhere).
    #[must_use]
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Refused(messages) if messages.iter().any(|message| message.code.as_deref() == Some(codes::NOT_FOUND)))
    }

    /// Whether the shop may have acted although the call failed: ask for the state before doing anything else.
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        matches!(self, Self::Offline | Self::Timeout | Self::Unreadable)
            || matches!(self, Self::Http { status, .. } if *status >= 500)
    }
}
