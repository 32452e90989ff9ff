//! From the element to the app and back: called by the door (`shell.js`).

use crate::app::App;
use crate::client::Client;
use crate::client::transport::Door;
use crate::config::{Config, first_answer, last_answer};
use crate::dom::{self, view};
use crate::state::Shop;
use crate::text::Words;
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// A mounted element. Freeing it empties the element and cleans up.
#[wasm_bindgen]
pub struct Mounted {
    _drawn: dom::Mounted,
}

/// Draws the shop into `frame`, a child of the element's shadow root. `settings` is what the door has prepared.
#[wasm_bindgen]
#[must_use]
pub fn mount(host: HtmlElement, frame: HtmlElement, door: Door, settings: JsValue) -> Mounted {
    let config = Config::read(&host, &settings);
    let (first, last) = (first_answer(&settings), last_answer(&settings));
    let texts = Reflect::get(&settings, &"texts".into()).unwrap_or(JsValue::NULL);
    let root = frame.clone();
    let drawn = dom::mount(frame.into(), move || {
        let words = Words::read(&texts, &config.lang, config.context.address_country.as_deref());
        provide_context(words);
        let client = Client::new(door.clone(), config.clone());
        let shop = Shop::new(config, client, host, words);
        provide_context(shop);
        if let Some(first) = first {
            shop.shelf.start(shop, first, last.as_ref());
        }
        view! { <App shop root door/> }
    });
    Mounted { _drawn: drawn }
}
