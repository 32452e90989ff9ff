//! Files each of the shop's messages under what it is about, so that it can be shown there (UCP "Messages").

use ucp::message::{Message, MessageType, Severity};

/// Whether the message is about something at or below `path` (`$.buyer` covers `$.buyer.email`).
#[must_use]
pub fn is_about(message: &Message, path: &str) -> bool {
    message.path.as_deref().is_some_and(|at| {
        at.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || rest.starts_with('['))
    })
}

/// The last name in a message's path: `email` for `$.buyer.email`.
#[must_use]
pub fn field(message: &Message) -> Option<&str> {
    let path = message.path.as_deref()?;
    path.rsplit(['.', '[', ']', '\'']).find(|part| !part.is_empty() && !part.starts_with(|c: char| c.is_ascii_digit()))
}

/// The messages about `path`.
pub fn about<'a>(messages: &'a [Message], path: &'a str) -> impl Iterator<Item = &'a Message> {
    messages.iter().filter(move |message| is_about(message, path))
}

/// Whether it stops the purchase.
#[must_use]
pub fn is_error(message: &Message) -> bool {
    message.kind == MessageType::Error
}

/// Whether the fan can mend it here, by changing what was entered.
#[must_use]
pub fn is_recoverable(message: &Message) -> bool {
    is_error(message) && message.severity == Some(Severity::Recoverable)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str) -> Message {
        Message::error("x", Severity::Recoverable, "…").at(path)
    }

    #[test]
    fn a_message_is_about_its_path_and_what_holds_it_but_not_a_namesake() {
        assert!(is_about(&at("$.buyer.email"), "$.buyer"));
        assert!(is_about(&at("$.line_items[0].quantity"), "$.line_items[0]"));
        assert!(!is_about(&at("$.line_items[10]"), "$.line_items[1]"));
        assert!(!is_about(&at("$.buyers"), "$.buyer"));
    }

    #[test]
    fn the_field_is_the_last_name_in_the_path() {
        assert_eq!(field(&at("$.fulfillment.methods[0].destinations[0].postal_code")), Some("postal_code"));
        assert_eq!(field(&at("$.discounts.codes[1]")), Some("codes"));
        assert_eq!(field(&at("$.buyer['email']")), Some("email"));
        assert_eq!(field(&Message::default()), None);
    }
}
