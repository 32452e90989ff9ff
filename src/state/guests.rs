//! Google Pay, and the shop's own page inside the sheet: what others bring into the checkout.

use super::checkout::CheckoutState;
use crate::host::card_frame;
use crate::host::guests::{self, Guests};
use crate::model::card::{Card, GooglePay};
use crate::model::steps::embedded;
use crate::signals::{RwSignal, StoredValue};
use leptos::prelude::*;
use ucp::money::decimal;
use ucp::total::grand_total;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlIFrameElement};

impl CheckoutState {
    /// Offers Google Pay in `place`. `there` turns true when this browser can pay so; until then, and if anything is in the
    /// way, the other ways to pay stand alone.
    pub fn offer_google_pay(self, place: HtmlElement, handler: GooglePay, there: RwSignal<bool>) {
        let Some(checkout) = self.checkout.get_untracked() else { return };
        let total = grand_total(&checkout.totals).map_or(0, |row| row.amount);
        let sum = (decimal(total, &checkout.currency), checkout.currency);
        let lang = self.shop.config().map(|config| config.lang).unwrap_or_default();
        self.shop.spawn(move |client| async move {
            let Some(module) = client.guests().await else { return };
            let id = handler.id;
            let paid = move |given: guests::Paid| {
                let (handler_id, credential) = (id.clone(), given.kind);
                self.set_card(Card {
                    handler_id,
                    credential,
                    token: given.token,
                    display: given.display,
                    billing: given.billing,
                });
            };
            let module: Guests = module.unchecked_into();
            there.try_set(module.google_pay(place, guests::settings(&handler.config), sum, lang, paid).await);
        });
    }

    /// Shows the shop's own page in the frame, and looks at the checkout when the page says that it is done. `ready` turns
    /// true when the page is there, `failed` when it cannot be shown. Must be called under the frame's owner.
    pub fn embed(self, frame: HtmlIFrameElement, ready: RwSignal<bool>, failed: RwSignal<bool>) {
        let Some((url, version)) = self.checkout.with_untracked(|checkout| checkout.as_ref().and_then(embedded)) else { return };
        let end = StoredValue::new(None::<js_sys::Function>);
        on_cleanup(move || {
            if let Some(end) = end.try_get_value().flatten() {
                let _ = end.call0(&wasm_bindgen::JsValue::NULL);
            }
        });
        let (scheme, _) = card_frame::looks(&frame);
        self.shop.spawn(move |client| async move {
            let changed = move |is_there| {
                if is_there {
                    ready.try_set(true);
                } else {
                    self.look();
                }
            };
            let give_up = move || {
                failed.try_set(true);
            };
            let shown = client.guests().await.and_then(|module| {
                let module: Guests = module.unchecked_into();
                module.show(&frame, (&url, &version), scheme, changed, give_up)
            });
            if shown.is_none() {
                failed.try_set(true);
            }
            end.try_update_value(|end| *end = shown);
        });
    }
}
