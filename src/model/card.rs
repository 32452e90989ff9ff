//! The card handler that this widget knows, found among those the checkout offers. Never a guess: an unknown handler is the
//! shop's own page.

use super::purchase::is_safe;
use ucp::Json;
use ucp::checkout::Checkout;
use ucp::payment::CardDisplay;

/// The handler's name.
const NAME: &str = "dev.fanshelf.sandbox_card";

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

/// A card as the widget has it: a token in memory, never the number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// The handler that understands the token.
    pub handler_id: String,
    /// Stands for the card, once.
    pub token: String,
    /// What may be shown.
    pub display: CardDisplay,
}

/// The card handler of this checkout, if it takes cards through a frame that may be opened.
#[must_use]
pub fn handler(checkout: &Checkout) -> Option<CardHandler> {
    let handlers = checkout.ucp.payment_handlers.as_ref()?;
    let handler = handlers.0.iter().find(|(name, _)| name == NAME)?.1.first()?;
    let instruments = &handler.available_instruments;
    if !instruments.is_empty() && !instruments.iter().any(|instrument| instrument.kind == "card") {
        return None;
    }
    let Some(Json::Object(config)) = &handler.config else { return None };
    let text = |name: &str| {
        config.0.iter().find(|(key, _)| key == name).and_then(|(_, value)| match value {
            Json::String(text) => Some(text.clone()),
            _ => None,
        })
    };
    let frame_url = text("card_frame_url").filter(|url| is_safe(url))?;
    Some(CardHandler { id: handler.id.clone(), frame_url, is_sandbox: text("environment").as_deref() == Some("sandbox") })
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
    fn a_frame_that_is_not_safe_is_not_opened() {
        let odd = checkout(r#"{"dev.fanshelf.sandbox_card":[{"id":"s","config":{"card_frame_url":"javascript:alert(1)"}}]}"#);
        assert_eq!(handler(&odd), None);
    }
}
