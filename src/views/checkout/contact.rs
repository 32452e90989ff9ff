//! First: who is written to.

use super::step::{Submit, file, on_saved};
use crate::dom::{NodeRef, View, view};
use crate::model::edits::Edit;
use crate::model::steps::Step;
use crate::parts::field::{FaultSummary, Faults, Field, typed};
use crate::state::checkout::CheckoutState;
use crate::text::Key;
use leptos::prelude::*;
use ucp::checkout::Checkout;
use ucp::names::BUYER_CONSENT;

/// Browsers take `name@host` for an address; shops need a dot in the host.
const EMAIL: &str = r".+@.+\..+";

/// What a shop's field is called in this form.
fn field(wire: &str) -> Option<&'static str> {
    (wire == "email").then_some("email")
}

/// The answer about marketing, when this checkout takes one: never assumed, kept when it was given.
fn consent(checkout: &Checkout) -> Option<bool> {
    checkout.ucp.capabilities.get(BUYER_CONSENT)?;
    Some(checkout.buyer.as_ref().and_then(|buyer| buyer.consent.as_ref()?.marketing).unwrap_or(false))
}

/// The form.
#[component]
pub fn Contact(
    /// The checkout.
    state: CheckoutState,
) -> View {
    let words = state.shop.words;
    let faults = Faults::new();
    let form = NodeRef::<web_sys::HtmlFormElement>::new();
    let checkout = state.checkout.get_untracked().unwrap_or_default();
    let email = checkout.buyer.as_ref().and_then(|buyer| buyer.email.clone());
    let marketing = consent(&checkout);
    let takes_note = checkout.note.is_some();
    file(state, Step::Contact, faults, field, false);
    on_saved(state, Step::Contact, faults, field, || false);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(form) = form.get_untracked() else { return };
        if state.work.get_untracked() != crate::state::checkout::Work::Idle || !faults.check(&form) {
            return;
        }
        let email = typed(&form, "email").unwrap_or_default();
        let marketing = marketing.map(|_| form.query_selector("[name=marketing]:checked").ok().flatten().is_some());
        let note = takes_note.then(|| typed(&form, "note").unwrap_or_default());
        state.save(vec![Edit::Contact { email, marketing, note }]);
    };
    view! {
        <form class="step-form" novalidate node_ref=form on:submit=submit>
            <FaultSummary faults/>
            <Field
                faults
                name="email"
                label=words.get(Key::Email)
                hint=words.get(Key::EmailHint)
                kind="email"
                autocomplete="section-fan email"
                inputmode="email"
                dir="ltr"
                required=true
                pattern=Some(EMAIL.to_owned())
                value=email
                complaint=(words.get(Key::EmailMissing), words.get(Key::EmailWrong))
            />
            {marketing.map(|given| view! {
                <label class="check">
                    <input type="checkbox" name="marketing" checked=given/>
                    <span>{words.get(Key::Marketing)}</span>
                </label>
            })}
            {checkout.note.map(|note| view! {
                <details class="note" open=!note.is_empty()>
                    <summary class="link">{words.get(Key::SellerNote)}</summary>
                    <textarea class="input" name="note" rows="3" maxlength="500" dir="auto" aria-label=words.get(Key::SellerNote)>{note}</textarea>
                </details>
            })}
            <Submit state label=words.get(Key::Continue)/>
        </form>
    }
}
