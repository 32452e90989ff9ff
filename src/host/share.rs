//! The device's own sheet for sharing, and the clipboard.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A method of the browser's `navigator` (or of a part of it), where it has one.
async fn ask(part: Option<&str>, method: &str, argument: &JsValue) -> Option<Result<JsValue, JsValue>> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let owner = match part {
        Some(part) => Reflect::get(&navigator, &part.into()).ok()?,
        None => navigator,
    };
    let call: Function = Reflect::get(&owner, &method.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = call.call1(&owner, argument).ok()?.dyn_into().ok()?;
    Some(JsFuture::from(promise).await)
}

/// Shares a link the device's way, or copies it; true when it was copied. What a fan calls off is left alone.
pub async fn share(title: &str, url: &str) -> bool {
    let what = ucp::js::object();
    ucp::js::set(&what, "title", title.into());
    ucp::js::set(&what, "url", url.into());
    match ask(None, "share", &what).await {
        Some(_) => false,
        None => matches!(ask(Some("clipboard"), "writeText", &url.into()).await, Some(Ok(_))),
    }
}
