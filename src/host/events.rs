//! DOM events for the page: bubbling, and composed so that they leave the shadow root.

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// Tells the page. Details are small plain objects of `name: value`.
pub fn tell(host: &HtmlElement, name: &str, details: &[(&str, JsValue)]) {
    let detail = ucp::js::object();
    for (key, value) in details {
        ucp::js::set(&detail, key, value.clone());
    }
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // A listener that throws is the page's affair.
        let _ = host.dispatch_event(&event);
    }
}
