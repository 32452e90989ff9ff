//! The element's attributes, typed.

use js_sys::Reflect;
use ucp::js::Value as _;
use ucp::party::Context;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::HtmlElement;

/// What fills the element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The shelf; everything else opens over it in the panel.
    Shelf,
    /// One checkout, in place (the shop's own page for it).
    Checkout,
    /// One order, in place (the page its permalink leads to).
    Order,
}

/// The configuration of one element.
#[derive(Clone, Debug)]
pub struct Config {
    /// Origin of the shop, without a slash at the end.
    pub store: String,
    /// The category whose products are shown; none shows everything.
    pub collection: Option<String>,
    /// BCP 47 language of every word shown.
    pub lang: String,
    /// What fills the element.
    pub page: Page,
    /// Market hints sent with every request.
    pub context: Context,
    /// The heading over the shelf.
    pub heading: Option<String>,
    /// CSS selector of the video that the panel must not cover.
    pub video: Option<String>,
}

impl Config {
    /// Reads what the door has prepared (`settings`) and the element's own attributes.
    #[must_use]
    pub fn read(host: &HtmlElement, settings: &JsValue) -> Self {
        let text = |name: &str| Reflect::get(settings, &name.into()).ok().and_then(|value| value.as_string());
        let attribute = |name: &str| host.get_attribute(name).filter(|value| !value.is_empty());
        let context = Reflect::get(settings, &"context".into()).unwrap_or(JsValue::UNDEFINED);
        Self {
            store: text("store").unwrap_or_default(),
            collection: text("collection"),
            lang: text("lang").unwrap_or_else(|| "en".to_owned()),
            page: match text("page").as_deref() {
                Some("checkout") => Page::Checkout,
                Some("order") => Page::Order,
                _ => Page::Shelf,
            },
            context: Context::from_js(&context).unwrap_or_default(),
            heading: attribute("heading"),
            video: attribute("video"),
        }
    }
}

/// The answer to the first catalog request, which the door sent before wasm was there.
#[must_use]
pub fn first_answer(settings: &JsValue) -> Option<js_sys::Promise> {
    Reflect::get(settings, &"first".into()).ok()?.dyn_into().ok()
}
