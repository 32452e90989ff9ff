//! Where on the checkout a message of the shop stands: beside what it is about, or at the top.

use super::purchase::is_about_payment;
use super::steps::Step;
use ucp::checkout::Checkout;
use ucp::message::{Message, MessageType, codes};

/// A place on the checkout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Beside a line, by index.
    Line(usize),
    /// At the step that asks for it.
    Step(Step),
    /// Under the totals.
    Totals,
    /// At the top.
    Top,
}

/// Where the message stands. One about a line that is not there stands at the top: nothing is lost.
#[must_use]
pub fn place(message: &Message, checkout: &Checkout) -> Place {
    let path = message.path.as_deref().unwrap_or_default();
    let line =
        || path.strip_prefix("$.line_items[")?.split(']').next()?.parse().ok().filter(|index| *index < checkout.line_items.len());
    if is_about_payment(message) {
        Place::Step(Step::Payment)
    } else if let Some(index) = line() {
        Place::Line(index)
    } else if path.starts_with("$.buyer") {
        Place::Step(Step::Contact)
    } else if path.starts_with("$.fulfillment") {
        Place::Step(Step::Delivery)
    } else if path.starts_with("$.totals") {
        Place::Totals
    } else {
        Place::Top
    }
}

/// The messages of a place.
#[must_use]
pub fn at(checkout: &Checkout, wanted: Place) -> Vec<Message> {
    checkout.messages.iter().filter(|message| place(message, checkout) == wanted).cloned().collect()
}

/// Whether the message only says that something has not been filled in yet: no news to a fan who has not come that far.
#[must_use]
pub fn is_gap(message: &Message) -> bool {
    matches!(message.code.as_deref(), Some(codes::FIELD_REQUIRED | "missing"))
}

/// What stands in the way of paying and cannot be mended in a step: something sold out, a limit, a status of the shop's own.
#[must_use]
pub fn blockers(checkout: &Checkout) -> Vec<Message> {
    let blocks = |message: &&Message| {
        message.kind == MessageType::Error && matches!(place(message, checkout), Place::Line(_) | Place::Top | Place::Totals)
    };
    checkout.messages.iter().filter(blocks).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ucp::cart::LineItem;
    use ucp::message::Severity;

    fn message(code: &str, path: &str) -> Message {
        Message::error(code, Severity::Recoverable, "…").at(path)
    }

    #[test]
    fn every_message_has_one_place() {
        let checkout = Checkout { line_items: vec![LineItem::default()], ..Checkout::default() };
        let at = |code, path| place(&message(code, path), &checkout);
        assert_eq!(at("x", "$.line_items[0].quantity"), Place::Line(0));
        assert_eq!(at("x", "$.line_items[7]"), Place::Top);
        assert_eq!(at("x", "$.buyer.email"), Place::Step(Step::Contact));
        assert_eq!(at("x", "$.fulfillment.methods[0]"), Place::Step(Step::Delivery));
        assert_eq!(at("payment_failed", "$.somewhere"), Place::Step(Step::Payment));
        assert_eq!(at("tax_included", "$.totals"), Place::Totals);
        assert_eq!(at("x", "$.discounts.codes[0]"), Place::Top);
    }

    #[test]
    fn a_sold_out_line_blocks_and_an_empty_field_does_not() {
        let messages = vec![message("out_of_stock", "$.line_items[0]"), message("field_required", "$.buyer.email")];
        let checkout = Checkout { line_items: vec![LineItem::default()], messages, ..Checkout::default() };
        assert_eq!(blockers(&checkout).len(), 1);
        assert!(is_gap(&checkout.messages[1]));
    }
}
