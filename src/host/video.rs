//! The video over the shelf: where it is, so that the panel opens beside or beneath it and never over it.

use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::*;
use web_sys::{DomRect, Element};

/// The player that the page named, and its box in the viewport (CSS pixels). None when it is missing or scrolled away.
#[must_use]
pub fn visible_box(selector: &str) -> Option<DomRect> {
    let window = web_sys::window()?;
    let player: Element = window.document()?.query_selector(selector).ok()??;
    let seen = player.get_bounding_client_rect();
    let height = window.inner_height().ok()?.as_f64()?;
    (seen.height() > 0.0 && seen.bottom() > 40.0 && seen.top() < height).then_some(seen)
}

/// How far the viewport reaches (CSS pixels): width and height.
#[must_use]
pub fn viewport() -> (f64, f64) {
    let side = |value: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>| value.ok().and_then(|side| side.as_f64());
    web_sys::window()
        .map_or((0.0, 0.0), |window| (side(window.inner_width()).unwrap_or(0.0), side(window.inner_height()).unwrap_or(0.0)))
}

/// Calls back with the player's time in whole seconds, now and as it plays, for as long as the current owner lives.
pub fn on_time(selector: &str, told: impl Fn(u32) + 'static) {
    let player = web_sys::window().and_then(|window| window.document()?.query_selector(selector).ok()?);
    let Some(player) = player else { return };
    let time = |player: &Element| js_sys::Reflect::get(player, &"currentTime".into()).ok().and_then(|time| time.as_f64());
    let tell = {
        let player = player.clone();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole seconds, never negative")]
        move || told(time(&player).unwrap_or_default() as u32)
    };
    tell();
    let call = Closure::<dyn Fn()>::new(tell);
    let _ = player.add_event_listener_with_callback("timeupdate", call.as_ref().unchecked_ref());
    let end = SendWrapper::new((player, call));
    on_cleanup(move || {
        let (player, call) = &*end;
        let _ = player.remove_event_listener_with_callback("timeupdate", call.as_ref().unchecked_ref());
    });
}
