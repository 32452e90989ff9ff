//! The payment handlers that this widget knows, found among those the checkout offers. Never a guess: an unknown handler is
//! the shop's own page.

use super::purchase::is_safe;
use ucp::Json;
use ucp::checkout::Checkout;
use ucp::party::PostalAddress;
use ucp::payment::{CardDisplay, PaymentHandler};

/// Cards through a frame of the processor's.
const CARD: &str = "dev.fanshelf.sandbox_card";
/// Google Pay.
const GOOGLE: &str = "com.google.pay";

/// A card handler with its card-entry frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardHandler {
    /// What an instrument refers to.
    pub id: String,
    /// The page in the frame.
    pub frame_url: String,
    /// Whether no real money moves.
    pub is_sandbox: bool,
}

/// Google Pay, as the shop wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct GooglePay {
    /// What an instrument refers to.
    pub id: String,
    /// What Google's script is given (UCP "Google Pay").
    pub config: Json,
    /// Whether no real money moves.
    pub is_test: bool,
}

/// A card as the widget has it: a token in memory, never the number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// The handler that understands the token.
    pub handler_id: String,
    /// What kind of token: `token`, `PAYMENT_GATEWAY`, `DIRECT`.
    pub credential: String,
    /// Where the card's bills go, when its wallet says so.
    pub billing: Option<PostalAddress>,
    /// Stands for the card, once.
    pub token: String,
    /// What may be shown.
    pub display: CardDisplay,
}

/// The card handler of this checkout, if it takes cards through a frame that may be opened.
#[must_use]
pub fn handler(checkout: &Checkout) -> Option<CardHandler> {
    let handler = known(checkout, CARD)?;
    let frame_url = text(handler, "card_frame_url").filter(|url| is_safe(url))?.to_owned();
    Some(CardHandler { id: handler.id.clone(), frame_url, is_sandbox: text(handler, "environment") == Some("sandbox") })
}

/// Google Pay, if this checkout takes it.
#[must_use]
pub fn google_pay(checkout: &Checkout) -> Option<GooglePay> {
    let handler = known(checkout, GOOGLE)?;
    let is_test = text(handler, "environment") == Some("TEST");
    Some(GooglePay { id: handler.id.clone(), config: handler.config.clone()?, is_test })
}

/// The handler of a name that takes cards.
fn known<'a>(checkout: &'a Checkout, name: &str) -> Option<&'a PaymentHandler> {
    let handlers = checkout.ucp.payment_handlers.as_ref()?;
    let handler = handlers.0.iter().find(|(known, _)| known == name)?.1.first()?;
    let instruments = &handler.available_instruments;
    (instruments.is_empty() || instruments.iter().any(|instrument| instrument.kind == "card")).then_some(handler)
}

/// A text of the handler's settings.
fn text<'a>(handler: &'a PaymentHandler, name: &str) -> Option<&'a str> {
    let Some(Json::Object(config)) = &handler.config else { return None };
    match config.0.iter().find(|(key, _)| key == name)? {
        (_, Json::String(text)) => Some(text),
        _ => None,
    }
}

/// A brand as it is written on cards.
#[must_use]
pub fn brand(display: &CardDisplay) -> String {
    match display.brand.as_deref() {
        Some("visa") => "Visa".to_owned(),
        Some("mastercard") => "Mastercard".to_owned(),
        Some("amex") => "American Express".to_owned(),
        other => other.unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checkout(handlers: &str) -> Checkout {
        serde_json::from_str(&format!(r#"{{"ucp":{{"version":"2026-04-08","payment_handlers":{handlers}}}}}"#)).unwrap()
    }

    #[test]
    fn a_known_handler_is_used_and_an_unknown_one_is_left_to_the_shop() {
        let known = checkout(
            r#"{"dev.fanshelf.sandbox_card":[{"id":"sandbox_card","version":"1","available_instruments":[{"type":"card"}],
                "config":{"environment":"sandbox","card_frame_url":"https://pay.example/card-frame"}}]}"#,
        );
        let handler = handler(&known).unwrap();
        assert_eq!((handler.id.as_str(), handler.is_sandbox), ("sandbox_card", true));
        assert_eq!(super::handler(&checkout(r#"{"com.moon.pay":[{"id":"x","config":{"card_frame_url":"https://x"}}]}"#)), None);
        assert_eq!(super::handler(&checkout("{}")), None);
    }

    #[test]
    fn google_pay_is_what_the_checkout_says_it_is() {
        let test = checkout(r#"{"com.google.pay":[{"id":"gp","version":"1","config":{"environment":"TEST","api_version":2}}]}"#);
        let google = google_pay(&test).unwrap();
        assert_eq!((google.id.as_str(), google.is_test), ("gp", true));
        let other = checkout(r#"{"com.google.pay":[{"id":"gp","available_instruments":[{"type":"iou"}],"config":{}}]}"#);
        assert_eq!(google_pay(&other), None, "of a kind that nobody here has");
    }

    #[test]
    fn a_frame_that_is_not_safe_is_not_opened() {
        let odd = checkout(r#"{"dev.fanshelf.sandbox_card":[{"id":"s","config":{"card_frame_url":"javascript:alert(1)"}}]}"#);
        assert_eq!(handler(&odd), None);
    }
}
