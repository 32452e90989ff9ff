//! Frames of others inside the widget: the card processor's entry form and a bank's question. They are other origins; what
//! passes between is a handful of messages, checked for origin and source on both sides.

use js_sys::{Object, Reflect};
use leptos::leptos_dom::helpers::{WindowListenerHandle, window_event_listener};
use ucp::js::{Value as _, get};
use ucp::payment::CardDisplay;
use wasm_bindgen::JsValue;
use web_sys::{HtmlIFrameElement, MessageEvent, Url};

/// What a frame says.
#[derive(Clone, Debug, PartialEq)]
pub enum Word {
    /// The card form is there, so many CSS pixels high.
    Ready(f64),
    /// The card form's height has changed (CSS pixels).
    Height(f64),
    /// Enter was pressed in the form: the fan means our button.
    Submit,
    /// The card became a token.
    Token {
        /// The request's id.
        id: String,
        /// Stands for the card, once.
        token: String,
        /// What may be shown of it.
        display: CardDisplay,
    },
    /// Something in the form is wrong; the form itself says what.
    Invalid(String),
    /// The processor did not answer or refused.
    Failed(String),
    /// The fan has answered the bank: ask the shop.
    ChallengeDone,
}

fn word(data: &JsValue) -> Option<Word> {
    let id = || get::<String>(data, "id");
    Some(match get::<String>(data, "fan")?.as_str() {
        "card.ready" => Word::Ready(get(data, "height")?),
        "card.height" => Word::Height(get(data, "height")?),
        "card.submit" => Word::Submit,
        "card.token" => Word::Token { id: id()?, token: get(data, "token")?, display: get(data, "display")? },
        "card.invalid" => Word::Invalid(id()?),
        "card.failed" => Word::Failed(id()?),
        "challenge.done" => Word::ChallengeDone,
        _ => return None,
    })
}

/// The origin of an address; none when it is no address with an origin.
#[must_use]
pub fn origin(url: &str) -> Option<String> {
    Url::new(url).ok().map(|url| url.origin()).filter(|origin| origin != "null")
}

/// This page's own origin.
#[must_use]
pub fn own_origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The address with more query parameters.
#[must_use]
pub fn with_query(url: &str, parameters: &[(&str, &str)]) -> String {
    let Ok(address) = Url::new(url) else { return url.to_owned() };
    for (name, value) in parameters {
        address.search_params().set(name, value);
    }
    address.href()
}

/// Hears what comes from `origin`; with a `frame`, from that frame only (a bank's page may also be a window of its own).
#[must_use]
pub fn listen(origin: String, frame: Option<HtmlIFrameElement>, hear: impl Fn(Word) + 'static) -> WindowListenerHandle {
    window_event_listener(leptos::ev::message, move |event: MessageEvent| {
        let from_frame = frame.as_ref().is_none_or(|frame| {
            let sender = event.source().map(JsValue::from);
            let inside = frame.content_window().map(JsValue::from);
            sender.zip(inside).is_some_and(|(sender, inside)| Object::is(&sender, &inside))
        });
        if from_frame
            && event.origin() == origin
            && let Some(word) = word(&event.data())
        {
            hear(word);
        }
    })
}

/// Shows a page in the frame, in the place of the one before: Back must not lead through the pages of a frame.
pub fn show(frame: &HtmlIFrameElement, url: &str) {
    if let Some(inside) = frame.content_window() {
        let _ = inside.location().replace(url);
    }
}

/// Asks the card form for a token; the answer carries the same `id`.
pub fn ask_token(frame: &HtmlIFrameElement, origin: &str, id: &str) {
    let message = ucp::js::object();
    ucp::js::set(&message, "fan", "card.tokenize".into());
    ucp::js::set(&message, "id", id.to_owned().to_js());
    if let Some(inside) = frame.content_window() {
        let _ = inside.post_message(&message, origin);
    }
}

/// How the frame should look to fit in: `light` or `dark`, and the accent colour as `#rrggbb` when it can be told.
#[must_use]
pub fn looks(frame: &HtmlIFrameElement) -> (&'static str, String) {
    let Some(window) = web_sys::window() else { return ("light", String::new()) };
    let style = window.get_computed_style(frame).ok().flatten();
    let read = |name: &str| style.as_ref().and_then(|style| style.get_property_value(name).ok()).unwrap_or_default();
    let scheme = read("color-scheme");
    let prefers_dark = || window.match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|query| query.matches());
    let dark = scheme.contains("dark") && (!scheme.contains("light") || prefers_dark());
    (if dark { "dark" } else { "light" }, hex(&read("caret-color")).unwrap_or_default())
}

/// `rgb(178, 63, 26)` as `#b23f1a`.
fn hex(colour: &str) -> Option<String> {
    let parts = colour.strip_prefix("rgb(")?.strip_suffix(')')?;
    let channels: Option<Vec<u8>> = parts.split(',').map(|part| part.trim().parse().ok()).collect();
    let channels = channels.filter(|channels| channels.len() == 3)?;
    let digits = channels.iter().flat_map(|channel| [channel >> 4, channel & 15]);
    Some(std::iter::once('#').chain(digits.filter_map(|digit| char::from_digit(digit.into(), 16))).collect())
}

/// Whether the page is in view; what is polled can wait while it is not.
#[must_use]
pub fn is_in_view() -> bool {
    let hidden = || Reflect::get(web_sys::window()?.document()?.as_ref(), &"hidden".into()).ok()?.as_bool();
    hidden() != Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_told_as_hex_or_not_at_all() {
        assert_eq!(hex("rgb(178, 63, 26)").as_deref(), Some("#b23f1a"));
        assert_eq!(hex("rgba(0, 0, 0, 0.5)"), None);
        assert_eq!(hex("oklch(0.5 0.1 20)"), None);
    }
}
