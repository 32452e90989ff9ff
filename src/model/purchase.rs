//! The end of a purchase: what the device remembers of it, how a decline is told, and the order as it is known at once.

use super::messages::is_about;
use super::steps::destination;
use ucp::checkout::Checkout;
use ucp::fulfillment::MethodType;
use ucp::message::codes;
use ucp::order::{Expectation, LineQuantity, Order, OrderFulfillment, OrderLine, OrderLineStatus, OrderQuantity};

/// How many orders a device remembers.
const MOST: usize = 20;

/// An order as the device remembers it: no buyer data, only what lets its buyer read it again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// The order's id.
    pub id: String,
    /// The capability token of its permalink.
    pub token: String,
    /// For people, for example `#1001`.
    pub label: String,
}

/// The remembered orders, newest first.
#[must_use]
pub fn read(text: &str) -> Vec<Placed> {
    let order = |line: &str| {
        let mut parts = line.splitn(3, ' ');
        let id = parts.next().filter(|id| !id.is_empty())?.to_owned();
        Some(Placed { id, token: parts.next()?.to_owned(), label: parts.next().unwrap_or_default().to_owned() })
    };
    text.lines().filter_map(order).collect()
}

/// The list with one order more, as it is written; none when it is in the list already.
#[must_use]
pub fn with(text: &str, order: Placed) -> Option<String> {
    let mut orders = read(text);
    if orders.iter().any(|known| known.id == order.id) {
        return None;
    }
    orders.insert(0, order);
    orders.truncate(MOST);
    // A label is the shop's text: a line break in it must not make a second entry.
    let line = |order: &Placed| [&order.id, " ", &order.token, " ", &order.label.replace(['\n', '\r'], " ")].concat();
    Some(orders.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// The capability token in a permalink's fragment.
#[must_use]
pub fn token(permalink: &str) -> &str {
    permalink.split_once('#').map_or("", |(_, token)| token)
}

/// Whether the shop says that the payment did not go through.
#[must_use]
pub fn is_declined(checkout: &Checkout) -> bool {
    checkout.messages.iter().any(is_about_payment)
}

/// Whether the message is about the payment.
#[must_use]
pub fn is_about_payment(message: &ucp::message::Message) -> bool {
    message.code.as_deref() == Some(codes::PAYMENT_FAILED) || is_about(message, "$.payment")
}

/// The order as a completed checkout tells it, until the shop is asked.
#[must_use]
pub fn order(checkout: &Checkout) -> Option<Order> {
    let confirmation = checkout.order.as_ref()?;
    let line_items = checkout.line_items.iter().map(|line| OrderLine {
        text: line.text.clone(),
        id: line.id.clone(),
        item: line.item.clone(),
        quantity: OrderQuantity { original: Some(line.quantity), total: line.quantity, fulfilled: 0 },
        totals: line.totals.clone(),
        status: OrderLineStatus::Processing,
        parent_id: line.parent_id.clone(),
    });
    let address = destination(checkout).map(|place| place.postal.clone()).unwrap_or_default();
    let groups = checkout.fulfillment.iter().flat_map(|delivery| &delivery.methods).flat_map(|method| &method.groups);
    let expectations = groups.filter_map(|group| {
        let option = group.options.iter().find(|option| Some(&option.id) == group.selected_option_id.as_ref())?;
        let line_items = group.line_item_ids.iter().map(|id| {
            let quantity = checkout.line_items.iter().find(|line| line.id == *id).map_or(0, |line| line.quantity);
            LineQuantity { id: id.clone(), quantity }
        });
        Some(Expectation {
            id: group.id.clone(),
            line_items: line_items.collect(),
            method_type: MethodType::Shipping,
            destination: address.clone(),
            description: option.description.clone().or_else(|| Some(option.title.clone())),
            fulfillable_on: None,
        })
    });
    Some(Order {
        id: confirmation.id.clone(),
        label: confirmation.label.clone(),
        checkout_id: checkout.id.clone(),
        permalink_url: confirmation.permalink_url.clone(),
        line_items: line_items.collect(),
        fulfillment: OrderFulfillment { expectations: expectations.collect(), events: vec![] },
        currency: checkout.currency.clone(),
        totals: checkout.totals.clone(),
        note: checkout.note.clone().filter(|note| !note.is_empty()),
        ..Order::default()
    })
}

/// Whether an address may be opened or framed: `https:`, or `http:` on this very device (a shop under development).
#[must_use]
pub fn is_safe(url: &str) -> bool {
    let local = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    let ends_host = |rest: &str| rest.is_empty() || rest.starts_with([':', '/', '?', '#']);
    url.starts_with("https://") || local.iter().any(|local| url.strip_prefix(local).is_some_and(ends_host))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ucp::checkout::OrderConfirmation;
    use ucp::message::{Message, Severity};

    fn placed(id: &str) -> Placed {
        Placed { id: id.into(), token: "tok".into(), label: "# 10 01".into() }
    }

    #[test]
    fn remembered_orders_are_read_as_they_were_written_newest_first() {
        let text = with(&with("", placed("ord_1")).unwrap(), placed("ord_2")).unwrap();
        assert_eq!(read(&text), [placed("ord_2"), placed("ord_1")]);
        assert_eq!(with(&text, placed("ord_1")), None, "once");
        assert_eq!(read("rubbish\n\n x"), []);
    }

    #[test]
    fn the_list_does_not_grow_for_ever() {
        let text = (0..50).fold(String::new(), |text, n| with(&text, placed(&n.to_string())).unwrap());
        assert_eq!(read(&text).len(), MOST);
    }

    #[test]
    fn the_token_is_the_fragment() {
        assert_eq!(token("https://shop.example/orders/ord_1#abc"), "abc");
        assert_eq!(token("https://shop.example/orders/ord_1"), "");
    }

    #[test]
    fn a_decline_is_told_by_its_code_or_its_place() {
        let with = |message: Message| Checkout { messages: vec![message], ..Checkout::default() };
        assert!(is_declined(&with(Message::error("payment_failed", Severity::Recoverable, "…"))));
        assert!(is_declined(&with(Message::error("x", Severity::Recoverable, "…").at("$.payment.instruments[0]"))));
        assert!(!is_declined(&with(Message::error("out_of_stock", Severity::Recoverable, "…").at("$.line_items[0]"))));
    }

    #[test]
    fn only_a_completed_checkout_has_an_order() {
        assert_eq!(order(&Checkout::default()), None);
        let confirmation = OrderConfirmation { id: "ord_1".into(), label: Some("#1".into()), permalink_url: "https://x".into() };
        let known = order(&Checkout { order: Some(confirmation), ..Checkout::default() }).unwrap();
        assert_eq!((known.id.as_str(), known.label.as_deref()), ("ord_1", Some("#1")));
    }

    #[test]
    fn no_script_and_no_plain_http_is_opened() {
        assert!(is_safe("https://shop.example/x"));
        assert!(is_safe("http://127.0.0.1:8788/challenge/1"));
        assert!(!is_safe("http://127.0.0.1.evil.example/"));
        assert!(!is_safe("http://shop.example/x"));
        assert!(!is_safe("javascript:alert(1)"));
    }
}
