//! What others bring into the checkout, through `guests.js`: Google's button, and a shop's own page in a frame.

use ucp::js::{Value as _, get};
use ucp::party::PostalAddress;
use ucp::payment::CardDisplay;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlIFrameElement};

#[wasm_bindgen]
extern "C" {
    /// The module.
    #[derive(Clone, Debug)]
    pub type Guests;

    #[wasm_bindgen(method, catch, js_name = offerGooglePay)]
    async fn offer_google_pay(
        this: &Guests,
        place: &HtmlElement,
        config: JsValue,
        total: &str,
        currency: &str,
        lang: &str,
        paid: JsValue,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn embed(
        this: &Guests,
        frame: &HtmlIFrameElement,
        url: &str,
        version: &str,
        scheme: &str,
        changed: JsValue,
        failed: JsValue,
    ) -> Result<js_sys::Function, JsValue>;
}

/// What a wallet gives.
#[derive(Clone, Debug)]
pub struct Paid {
    /// The kind of credential.
    pub kind: String,
    /// The credential.
    pub token: String,
    /// What may be shown.
    pub display: CardDisplay,
    /// Where its bills go, when it says so.
    pub billing: Option<PostalAddress>,
}

/// A function that the page can call as often as it likes.
fn called(work: impl FnMut(JsValue) + 'static) -> JsValue {
    Closure::<dyn FnMut(JsValue)>::new(work).into_js_value()
}

impl Guests {
    /// Puts Google's button into `place`; true when it is there, false when this browser cannot pay so. `sum` is a decimal
    /// text and its currency.
    pub async fn google_pay(
        self,
        place: HtmlElement,
        config: JsValue,
        sum: (String, String),
        lang: String,
        mut paid: impl FnMut(Paid) + 'static,
    ) -> bool {
        let hear = called(move |given| {
            if let (Some(kind), Some(token)) = (get(&given, "kind"), get(&given, "token")) {
                let display = get(&given, "display").unwrap_or_default();
                paid(Paid { kind, token, display, billing: get(&given, "billing") });
            }
        });
        let there = self.offer_google_pay(&place, config, &sum.0, &sum.1, &lang, hear).await;
        there.is_ok_and(|there| there.is_truthy())
    }

    /// Shows the shop's page in the frame. `changed` hears `true` when the page is there and `false` when it is done; `failed`
    /// that it gave up. Gives what ends it.
    pub fn show(
        &self,
        frame: &HtmlIFrameElement,
        (url, version): (&str, &str),
        scheme: &str,
        mut changed: impl FnMut(bool) + 'static,
        mut failed: impl FnMut() + 'static,
    ) -> Option<js_sys::Function> {
        let changed = called(move |ready| changed(ready.is_truthy()));
        self.embed(frame, url, version, scheme, changed, called(move |_| failed())).ok()
    }
}

/// The settings of a handler, as JavaScript has them.
#[must_use]
pub fn settings(config: &ucp::Json) -> JsValue {
    config.to_js()
}
