//! Where the bill goes: where the things go, unless the fan says otherwise.

use super::address::{AddressFields, lines, read};
use super::delivery::{field, in_a_line};
use super::step::file;
use crate::dom::{NodeRef, View, view};
use crate::model::steps::{Step, needs_delivery};
use crate::parts::field::{FaultSummary, Faults};
use crate::signals::RwSignal;
use crate::state::address::Place;
use crate::state::checkout::{self, CheckoutState};
use crate::text::Key;
use leptos::prelude::*;
use ucp::party::PostalAddress;
use web_sys::HtmlFormElement;

/// What is being said about the bill. A handle.
#[derive(Clone, Copy, Debug)]
pub struct Bill {
    is_same: RwSignal<bool>,
    faults: Faults,
    form: NodeRef<HtmlFormElement>,
    place: Place,
}

impl Bill {
    /// As it was said before; with what the shop had to say about it.
    #[must_use]
    pub fn new(state: CheckoutState) -> Self {
        let faults = Faults::new();
        file(state, Step::Payment, faults, field, true);
        let known =
            state.billing.with_untracked(|billing| billing.as_ref().and_then(|known| known.address.address_country.clone()));
        let place = Place::new(state.shop, known.unwrap_or_else(|| state.place.country.get_untracked()));
        Self { is_same: RwSignal::new(state.billing.with_untracked(Option::is_none)), faults, form: NodeRef::new(), place }
    }

    /// Keeps what was said; false when something is wrong with it.
    #[must_use]
    pub fn settle(self, state: CheckoutState) -> bool {
        let form = self.form.get_untracked().filter(|_| !self.is_same.get_untracked());
        // A form whose fields are still on their way has nothing to say.
        let is_coming = self.place.form.with_untracked(Option::is_none);
        if form.as_ref().is_some_and(|form| is_coming || !self.faults.check(form)) {
            return false;
        }
        state.billing.set(form.map(|form| {
            let address = read(&form, self.place);
            let written = in_a_line(state.shop.words, &address, &self.place.form.get_untracked().unwrap_or_default());
            checkout::Billing { address, written }
        }));
        true
    }
}

/// The choice, and the second address when there is one.
#[component]
pub fn Billing(
    /// The checkout.
    state: CheckoutState,
    /// What is said.
    bill: Bill,
    /// Enter was pressed in the second address.
    on_submit: impl Fn() + Copy + 'static,
) -> Option<View> {
    let words = state.shop.words;
    let checkout = state.checkout.get_untracked().unwrap_or_default();
    let to = lines(&checkout);
    let known = move || {
        let names =
            PostalAddress { first_name: to.first_name.clone(), last_name: to.last_name.clone(), ..PostalAddress::default() };
        state.billing.with_untracked(|billing| billing.as_ref().map(|billing| billing.address.clone())).unwrap_or(names)
    };
    needs_delivery(&checkout).then(|| {
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    name="billing_same"
                    checked=bill.is_same.get_untracked()
                    on:change=move |event| bill.is_same.set(event_target_checked(&event))
                />
                <span>{words.get(Key::BillingSame)}</span>
            </label>
            {move || (!bill.is_same.get()).then(|| view! {
                <form
                    class="step-form"
                    novalidate
                    node_ref=bill.form
                    aria-label=words.get(Key::Billing)
                    on:submit=move |event| {
                        event.prevent_default();
                        on_submit();
                    }
                >
                    <FaultSummary faults=bill.faults/>
                    <AddressFields faults=bill.faults words usage="billing" address=known() place=bill.place/>
                </form>
            })}
        }
    })
}
