//! Which step of the checkout is next: a pure function of what the shop has confirmed, so that a reload, a second tab or a
//! killed webview comes back to the same place.

use ucp::checkout::{Checkout, CheckoutStatus};
use ucp::fulfillment::{Destination, Method};
use ucp::message::Message;
use ucp::names::SHOPPING;
use ucp::profile::Transport;

use super::messages::{is_about, is_error};
use super::purchase::is_safe;

/// The steps, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// E-mail and consents.
    Contact,
    /// Address and shipping option.
    Delivery,
    /// The card.
    Payment,
    /// Everything once more, and Pay.
    Review,
}

/// What the whole screen is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The fan fills in steps.
    Filling,
    /// The fan must act on the shop's or the bank's page.
    Escalated,
    /// The shop is completing; ask again.
    InProgress,
    /// There is an order.
    Done,
    /// Cancelled or expired.
    Over,
}

/// The phase a status stands for. A status that we do not know is the shop's to explain: escalate.
#[must_use]
pub fn phase(status: &CheckoutStatus) -> Phase {
    match status {
        CheckoutStatus::Incomplete | CheckoutStatus::ReadyForComplete => Phase::Filling,
        CheckoutStatus::CompleteInProgress => Phase::InProgress,
        CheckoutStatus::Completed => Phase::Done,
        CheckoutStatus::Canceled => Phase::Over,
        CheckoutStatus::RequiresEscalation | CheckoutStatus::Other(_) => Phase::Escalated,
    }
}

/// The first step that is not finished. `has_card` is the widget's own knowledge: a credential never comes back.
#[must_use]
pub fn next(checkout: &Checkout, has_card: bool) -> Step {
    let troubled = |path: &str| checkout.messages.iter().any(|message: &Message| is_error(message) && is_about(message, path));
    let email = checkout.buyer.as_ref().and_then(|buyer| buyer.email.as_deref()).unwrap_or_default();
    if email.is_empty() || troubled("$.buyer") {
        Step::Contact
    } else if needs_delivery(checkout) && (!is_delivery_settled(checkout) || troubled("$.fulfillment")) {
        Step::Delivery
    } else if has_card {
        Step::Review
    } else {
        Step::Payment
    }
}

/// Whether anything is to be sent. A shop that has not said yet (no methods at all) is assumed to send, unless the checkout
/// is ready without.
#[must_use]
pub fn needs_delivery(checkout: &Checkout) -> bool {
    match &checkout.fulfillment {
        Some(fulfillment) if !fulfillment.methods.is_empty() => true,
        _ => {
            checkout.status != CheckoutStatus::ReadyForComplete
                && checkout.messages.iter().any(|message| is_about(message, "$.fulfillment"))
        }
    }
}

/// Whether every package has a destination and a way.
#[must_use]
pub fn is_delivery_settled(checkout: &Checkout) -> bool {
    checkout.fulfillment.as_ref().is_some_and(|fulfillment| {
        !fulfillment.methods.is_empty()
            && fulfillment.methods.iter().all(|method| {
                method.selected_destination_id.is_some()
                    && !method.groups.is_empty()
                    && method.groups.iter().all(|group| group.selected_option_id.is_some())
            })
    })
}

/// The shop's own page for this session and the protocol's version, when the shop says that it may be embedded (UCP "Embedded
/// Protocol").
#[must_use]
pub fn embedded(checkout: &Checkout) -> Option<(String, String)> {
    let services = checkout.ucp.services.as_ref()?;
    let mut bindings = services.0.iter().filter(|(name, _)| name == SHOPPING).flat_map(|(_, bindings)| bindings);
    bindings.find(|binding| binding.transport == Transport::Embedded)?;
    let url = checkout.continue_url.clone().filter(|url| is_safe(url))?;
    Some((url, checkout.ucp.version.clone()))
}

/// The destination in use.
#[must_use]
pub fn destination(checkout: &Checkout) -> Option<&Destination> {
    let method: &Method = checkout.fulfillment.as_ref()?.methods.first()?;
    let chosen = method.selected_destination_id.as_deref();
    method.destinations.iter().find(|place| chosen.is_some() && place.id.as_deref() == chosen).or(method.destinations.first())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ucp::fulfillment::{Fulfillment, Group};
    use ucp::message::Severity;
    use ucp::party::Buyer;

    fn checkout(email: &str, option: Option<&str>) -> Checkout {
        let group = Group { id: "g".into(), selected_option_id: option.map(str::to_owned), ..Group::default() };
        let method =
            Method { selected_destination_id: Some("d".into()), groups: vec![group], id: "m".into(), ..Method::default() };
        Checkout {
            status: CheckoutStatus::Incomplete,
            buyer: Some(Buyer { email: Some(email.into()), ..Buyer::default() }),
            fulfillment: Some(Fulfillment { methods: vec![method], available_methods: vec![] }),
            ..Checkout::default()
        }
    }

    #[test]
    fn steps_follow_what_the_shop_has_confirmed() {
        assert_eq!(next(&checkout("", None), false), Step::Contact);
        assert_eq!(next(&checkout("a@b.example", None), false), Step::Delivery);
        assert_eq!(next(&checkout("a@b.example", Some("std")), false), Step::Payment);
        assert_eq!(next(&checkout("a@b.example", Some("std")), true), Step::Review);
    }

    #[test]
    fn an_error_about_an_earlier_step_leads_back_to_it() {
        let mut refused = checkout("a@b.example", Some("std"));
        refused.messages =
            vec![Message::error("address_undeliverable", Severity::Recoverable, "…").at("$.fulfillment.methods[0]")];
        assert_eq!(next(&refused, true), Step::Delivery);
        refused.messages = vec![Message::error("field_invalid", Severity::Recoverable, "…").at("$.buyer.email")];
        assert_eq!(next(&refused, true), Step::Contact);
    }

    #[test]
    fn a_download_needs_no_address() {
        let mut download = checkout("a@b.example", None);
        download.fulfillment = None;
        download.status = CheckoutStatus::ReadyForComplete;
        assert_eq!(next(&download, false), Step::Payment);
    }

    #[test]
    fn only_a_session_that_says_so_is_embedded() {
        let with = |transport: &str, url: &str| -> Checkout {
            serde_json::from_str(&format!(
                r#"{{"ucp":{{"version":"2026-04-08","services":{{"dev.ucp.shopping":[{{"version":"2026-04-08","transport":"{transport}"}}]}}}},
                    "status":"requires_escalation","continue_url":"{url}"}}"#
            ))
            .unwrap()
        };
        let page = "https://shop.example/c/1";
        assert_eq!(embedded(&with("embedded", page)), Some((page.to_owned(), "2026-04-08".to_owned())));
        assert_eq!(embedded(&with("rest", page)), None);
        assert_eq!(embedded(&with("embedded", "javascript:alert(1)")), None);
        assert_eq!(embedded(&Checkout::default()), None);
    }

    #[test]
    fn a_status_from_the_future_is_left_to_the_shop() {
        assert_eq!(phase(&CheckoutStatus::from("awaiting_moon")), Phase::Escalated);
    }
}
