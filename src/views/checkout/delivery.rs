//! Second: where to, then how. The ways to send something are known only once the shop has the address.

use super::address::{AddressFields, lines, read};
use super::step::{Submit, file, on_saved};
use super::{is_whole, join};
use crate::dom::{NodeRef, View, view};
use crate::model::address::{Form, PARTS, Part, recipient};
use crate::model::edits::Edit;
use crate::model::messages::is_error;
use crate::model::notes::is_gap;
use crate::model::steps::{Step, destination};
use crate::parts::field::{FaultSummary, Faults};
use crate::parts::notice::{Notice, Tone};
use crate::signals::{Effect, RwSignal, Signal, StoredValue};
use crate::state::checkout::{CheckoutState, Work};
use crate::text::{Key, Words, format};
use leptos::prelude::*;
use ucp::checkout::Checkout;
use ucp::fulfillment::{FulfillmentOption, Group};
use ucp::party::PostalAddress;
use ucp::total::grand_total;

/// What a shop's field is called in this form.
pub(super) fn field(wire: &str) -> Option<&'static str> {
    let others = ["first_name", "last_name", "address_country", "phone_number"];
    PARTS.into_iter().map(Part::wire).chain(others).find(|name| *name == wire)
}

/// The packages with a choice of ways.
fn packages(checkout: Option<&Checkout>) -> Vec<Group> {
    let methods = checkout.into_iter().flat_map(|checkout| &checkout.fulfillment).flat_map(|delivery| &delivery.methods);
    methods.flat_map(|method| &method.groups).filter(|group| !group.options.is_empty()).cloned().collect()
}

/// What is folded away when the step is done: where to, and how.
#[must_use]
pub fn summary(words: Words, checkout: &Checkout, form: &Form) -> Vec<String> {
    let to = destination(checkout).map(|place| &place.postal).filter(|address| is_whole(address));
    let to = to.map(|address| in_a_line(words, address, form));
    let ways = packages(Some(checkout)).into_iter().filter_map(|group| {
        let option = group.options.iter().find(|option| Some(&option.id) == group.selected_option_id.as_ref())?;
        Some(join(words, [option.title.clone()].into_iter().chain(option.description.clone())))
    });
    to.into_iter().chain(ways).collect()
}

/// An address as its country writes it, in one line.
pub fn in_a_line(words: Words, address: &PostalAddress, form: &Form) -> String {
    let locale = words.locale();
    let country = address.address_country.as_deref().map(|code| format::country(&locale, code));
    join(words, recipient(address).into_iter().chain(form.written(address, &locale)).chain(country))
}

/// The form.
#[component]
pub fn Delivery(
    /// The checkout.
    state: CheckoutState,
) -> View {
    let words = state.shop.words;
    let faults = Faults::new();
    let form = NodeRef::<web_sys::HtmlFormElement>::new();
    let at_options = NodeRef::<web_sys::HtmlElement>::new();
    let checkout = state.checkout.get_untracked().unwrap_or_default();
    let address = StoredValue::new(lines(&checkout));
    let troubled = move || state.messages(Step::Delivery).iter().any(|message| is_error(message) && !is_gap(message));
    let is_known = move || state.checkout.with(|checkout| !packages(checkout.as_ref()).is_empty());
    // The address is open until the shop has answered it with ways to send something.
    let is_address_open = RwSignal::new(!(is_known() && is_whole(&address.get_value())) || troubled());
    file(state, Step::Delivery, faults, field, false);
    let sent_address = StoredValue::new(false);
    on_saved(state, Step::Delivery, faults, field, move || sent_address.get_value());
    // The answer to the address: on to the ways; the focus goes along.
    Effect::new(move |before: Option<u32>| {
        let saved = state.saved.get();
        let said = state.messages(Step::Delivery);
        let wrong =
            said.iter().any(|message| is_error(message) && crate::model::messages::field(message).and_then(field).is_some());
        if before.is_some_and(|before| before != saved) && is_address_open.get_untracked() && is_known() && !wrong {
            if let Some(to) = state.checkout.with_untracked(|checkout| checkout.as_ref().and_then(destination).cloned()) {
                address.set_value(to.postal);
            }
            is_address_open.set(false);
        }
        saved
    });
    Effect::new(move |before: Option<bool>| {
        let open = is_address_open.get();
        if before == Some(true)
            && !open
            && let Some(options) = at_options.get()
        {
            let _ = options.focus();
        }
        open
    });

    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(form) = form.get_untracked() else { return };
        // A form whose fields are still on their way has nothing to say.
        let is_coming = is_address_open.get_untracked() && state.place.form.with_untracked(Option::is_none);
        if is_coming || state.work.get_untracked() != Work::Idle || !faults.check(&form) {
            return;
        }
        sent_address.set_value(is_address_open.get_untracked());
        if is_address_open.get_untracked() {
            let typed = read(&form, state.place);
            address.set_value(typed.clone());
            // Held open: even when the shop picks a way by itself, the fan sees what there is.
            state.editing.set(Some(Step::Delivery));
            state.save(vec![Edit::Address(typed)]);
            return;
        }
        let groups = state.checkout.with_untracked(|checkout| packages(checkout.as_ref()));
        let chosen = |group: &Group| {
            let selector = ["[name=\"", &*way(group), "\"]:checked"].concat();
            form.query_selector(&selector).ok().flatten()?.get_attribute("value")
        };
        let edits: Vec<Edit> = groups
            .iter()
            .filter_map(|group| {
                let option = chosen(group).filter(|option| Some(option) != group.selected_option_id.as_ref())?;
                Some(Edit::Option { group: group.id.clone(), option })
            })
            .collect();
        if edits.is_empty() && !state.messages(Step::Delivery).iter().any(is_error) {
            state.editing.set(None);
        } else {
            state.editing.set(Some(Step::Delivery));
            state.save(edits);
        }
    };
    let label = Signal::derive(move || words.get(if is_address_open.get() { Key::ToOptions } else { Key::Continue }));
    let other = move || {
        state.saved.track();
        let said = state.messages(Step::Delivery);
        let unfiled = said
            .into_iter()
            .filter(|message| !is_gap(message) && crate::model::messages::field(message).and_then(field).is_none());
        unfiled
            .map(|message| {
                let tone = if is_error(&message) { Tone::Error } else { Tone::Plain };
                view! { <Notice tone text=message.content/> }
            })
            .collect::<View>()
    };
    view! {
        <form class="step-form" novalidate node_ref=form on:submit=submit>
            <FaultSummary faults/>
            {other}
            {move || if is_address_open.get() {
                let sent_to = state.checkout.with_untracked(|checkout| checkout.as_ref().map(|checkout| checkout.ships_to.clone()));
                view! {
                    <AddressFields faults words usage="shipping" address=address.get_value() place=state.place sent_to=sent_to.unwrap_or_default()/>
                }
            } else {
                view! {
                    <div class="step-known">
                        <p>{move || {
                            let form = state.place.form.get().unwrap_or_default();
                            state.checkout.with(|checkout| checkout.as_ref().map(|checkout| summary(words, checkout, &form).into_iter().next()))
                        }}</p>
                        <button type="button" class="link" on:click=move |_| is_address_open.set(true)>{words.get(Key::Edit)}</button>
                    </div>
                    <div class="ways" tabindex="-1" node_ref=at_options>
                        {move || state.checkout.with(|checkout| packages(checkout.as_ref())).into_iter().map(|group| {
                            let currency = state.checkout.with_untracked(|checkout| checkout.as_ref().map(|checkout| checkout.currency.clone()));
                            view! { <Ways words group currency=currency.unwrap_or_default()/> }
                        }).collect::<View>()}
                    </div>
                }
            }}
            <Submit state label/>
        </form>
    }
}

/// The name of a package's radio buttons.
fn way(group: &Group) -> String {
    ["way-", &group.id.replace(['"', '\\'], "")].concat()
}

/// The ways to send one package, in the shop's order.
#[component]
fn Ways(
    /// The words.
    words: Words,
    /// The package.
    group: Group,
    /// ISO 4217; the unit of the prices.
    currency: String,
) -> View {
    let name = way(&group);
    // What the shop has chosen; else its first, which it has put first for a reason.
    let chosen = group.selected_option_id.or_else(|| group.options.first().map(|option| option.id.clone()));
    let option = move |option: FulfillmentOption| {
        let price = grand_total(&option.totals).or(option.totals.first()).map(|row| match row.amount {
            0 => words.get(Key::Free),
            amount => words.money(amount, &currency),
        });
        let is_chosen = chosen.as_ref() == Some(&option.id);
        view! {
            <label class="way">
                <input type="radio" name=name.clone() value=option.id checked=is_chosen/>
                <span class="way-text">
                    <span class="way-title" dir="auto">{option.title}</span>
                    <span class="way-when quiet" dir="auto">{option.description}</span>
                </span>
                <span class="way-price">{price}</span>
            </label>
        }
    };
    view! {
        <fieldset class="way-set">
            <legend class="field-label">{words.get(Key::DeliveryOptions)}</legend>
            {group.options.into_iter().map(option).collect::<View>()}
        </fieldset>
    }
}
