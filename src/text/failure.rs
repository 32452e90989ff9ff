//! From an [`Error`] to a sentence: what happened, and what to do now.

use super::{Key, Words};
use crate::error::Error;

/// What the fan reads. The shop's own words win where it sent some: they are in the fan's language and know more.
#[must_use]
pub fn failure(words: Words, error: &Error) -> String {
    match error {
        Error::Offline => words.get(Key::FailedOffline),
        Error::Timeout => words.get(Key::FailedTimeout),
        Error::Unreadable => words.get(Key::FailedUnreadable),
        Error::Chunk => words.get(Key::FailedChunk),
        Error::Refused(messages) => {
            messages.first().map(|message| message.content.clone()).unwrap_or_else(|| words.get(Key::FailedUnreadable))
        }
        Error::Http { status: 429, .. } => words.get(Key::FailedTooMany),
        Error::Http { status, content, .. } if *status < 500 && !content.is_empty() => content.clone(),
        Error::Http { .. } => words.get(Key::FailedShop),
    }
}
