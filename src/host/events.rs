//! DOM events for the page: bubbling, and composed so that they leave the shadow root. `cargo xtask docs` takes their table
//! from here.
//!
//! | event | when | detail |
//! |---|---|---|
//! | `fan-open` | the panel opens | |
//! | `fan-close` | the panel closes | |
//! | `fan-cart` | the bag has changed | `count`: how many things are in it |
//! | `fan-order` | an order is placed, once for each | `id`, `label`, `total` (minor units), `currency` |
//! | `fan-error` | the element cannot start; its own children show instead | `code`, `message` |

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
