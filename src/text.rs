//! The words of one language, as loaded, and the browser's own formats for money, dates and names.
//!
//! What the words are stands in `crates/wording`: the widget knows their keys and loads one language.

mod failure;
pub mod format;
mod words;

pub use failure::failure;
pub use wording::Key;
pub use words::Words;

/// The words of the element that is being drawn.
#[must_use]
pub fn words() -> Words {
    leptos::prelude::use_context().unwrap_or_else(|| Words::read(&wasm_bindgen::JsValue::NULL, "en", None))
}
