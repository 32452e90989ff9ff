//! The browser's history: one entry for each layer that is open, so that Back closes one layer, and a reload finds it.
//!
//! A page may forbid it (a sandboxed frame without the right, a router of its own: attribute `history="off"`); then layers
//! open and close all the same.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::History;

/// The member of `history.state` that is ours; other members belong to the page and are kept.
const MEMBER: &str = "fanshelf";

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// The layers that the current entry stands for, as they were pushed for `owner`.
#[must_use]
pub fn layers(owner: &str) -> Option<String> {
    let state = history()?.state().ok()?;
    let ours = Reflect::get(&state, &MEMBER.into()).ok()?;
    Reflect::get(&ours, &owner.into()).ok()?.as_string()
}

fn state_with(owner: &str, layers: &str) -> JsValue {
    let copy = |value: Option<JsValue>| -> JsValue {
        let copy = Object::new();
        if let Some(object) = value.as_ref().and_then(|value| value.dyn_ref::<Object>()) {
            Object::assign(&copy, object);
        }
        copy.into()
    };
    let state = copy(history().and_then(|history| history.state().ok()));
    let ours = copy(Reflect::get(&state, &MEMBER.into()).ok());
    ucp::js::set(&ours, owner, layers.into());
    ucp::js::set(&state, MEMBER, ours);
    state
}

/// Adds an entry; false when the page does not allow it.
#[must_use]
pub fn push(owner: &str, layers: &str) -> bool {
    history().is_some_and(|history| history.push_state(&state_with(owner, layers), "").is_ok())
}

/// Changes the current entry.
pub fn replace(owner: &str, layers: &str) {
    if let Some(history) = history() {
        let _ = history.replace_state(&state_with(owner, layers), "");
    }
}

/// Goes back by so many entries; the page's `popstate` event follows.
pub fn back(entries: i32) {
    if let Some(history) = history() {
        let _ = history.go_with_delta(-entries);
    }
}
