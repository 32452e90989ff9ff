//! From the element to the app and back: called by the door (`shell.js`).

use crate::app::App;
use crate::client::Client;
use crate::client::transport::Door;
use crate::config::{Config, first_answer};
use crate::state::Shop;
use crate::text::Words;
use js_sys::Reflect;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// A mounted element. Freeing it empties the element and cleans up.
#[wasm_bindgen]
pub struct Mounted {
    _handle: UnmountHandle<AnyViewState>,
}

/// Draws the shop into `frame`, a child of the element's shadow root. `settings` is what the door has prepared.
#[wasm_bindgen]
#[must_use]
pub fn mount(host: HtmlElement, frame: HtmlElement, door: Door, settings: JsValue) -> Mounted {
    let config = Config::read(&host, &settings);
    let first = first_answer(&settings);
    let texts = Reflect::get(&settings, &"texts".into()).unwrap_or(JsValue::NULL);
    let root = frame.clone();
    let handle = mount_to(frame, move || {
        let words = Words::read(&texts, &config.lang, config.context.address_country.as_deref());
        provide_context(words);
        let client = Client::new(door.clone(), config.clone());
        let shop = Shop::new(config, client, host, words);
        provide_context(shop);
        if first.is_some() {
            shop.shelf.start(shop, first);
        }
        view! { <App shop root door/> }.into_any()
    });
    Mounted { _handle: handle }
}
