//! Colours as swatches, everything else as buttons. Native radio groups: one stop for the keyboard, arrows inside.

use crate::dom::{View, each, view};
use crate::model::selection::{Offer, offer};
use crate::signals::{Memo, StoredValue};
use crate::state::Shop;
use crate::state::product::ProductState;
use crate::text::Key;
use leptos::prelude::*;
use ucp::catalog::OptionValue;

/// What can be chosen.
#[component]
pub fn Options(
    /// The element's states.
    shop: Shop,
    /// The product and the choices.
    state: ProductState,
) -> View {
    let names = Memo::new(move |_| {
        state.product.with(|product| {
            product.iter().flat_map(|product| &product.options).map(|option| option.name.clone()).collect::<Vec<_>>()
        })
    });
    view! {
        {each(move || names.get(), Clone::clone, move |name| view! { <Choice shop state name/> })}
    }
}

#[component]
fn Choice(
    /// The element's states.
    shop: Shop,
    /// The product and the choices.
    state: ProductState,
    /// The option's name.
    name: String,
) -> View {
    let name = StoredValue::new(name);
    let selected = Memo::new(move |_| {
        let label = |list: &Vec<ucp::catalog::SelectedOption>| {
            list.iter().find(|choice| choice.name == name.get_value()).map(|choice| choice.label.clone())
        };
        state.wanted.with(label).unwrap_or_default()
    });
    let labels = Memo::new(move |_| values(state, &name.get_value()).into_iter().map(|value| value.label).collect::<Vec<_>>());
    view! {
        <fieldset class="choice">
            <legend class="choice-name">
                {name.get_value()}
                <span class="choice-now"><bdi>{move || selected.get()}</bdi></span>
            </legend>
            // A form, because Chromium's shadow roots keep radio buttons without one for ever. There is nothing to send.
            <form class="choice-values" on:submit=move |event: web_sys::SubmitEvent| event.prevent_default()>
                {each(move || labels.get(), Clone::clone, move |label| view! { <Value shop state name label selected/> })}
            </form>
        </fieldset>
    }
}

#[component]
fn Value(
    /// The element's states.
    shop: Shop,
    /// The product and the choices.
    state: ProductState,
    /// The option's name.
    name: StoredValue<String>,
    /// This value's label.
    label: String,
    /// The label in force.
    selected: Memo<String>,
) -> View {
    let words = shop.words;
    let label = StoredValue::new(label);
    let value = Memo::new(move |_| {
        values(state, &name.get_value()).into_iter().find(|value| value.label == label.get_value()).unwrap_or_default()
    });
    let offer = move || value.with(|value| offer(value.available, value.exists));
    let swatch = value.get_untracked().swatch;
    let is_swatch = swatch.is_some();
    let note = move || match offer() {
        Offer::Buyable => None,
        Offer::SoldOut => Some(words.get(Key::SoldOut)),
        Offer::NotMade => Some(words.get(Key::NotMade)),
    };
    let word = move || match offer() {
        Offer::Buyable => "buyable",
        Offer::SoldOut => "sold-out",
        Offer::NotMade => "not-made",
    };
    view! {
        <label class="value" data-offer=word data-swatch=is_swatch.then_some("") title=move || label.get_value()>
            <input
                type="radio"
                class="value-input"
                name=name.get_value()
                disabled=move || offer() == Offer::SoldOut
                prop:checked=move || selected.get() == label.get_value()
                on:change=move |_| state.choose(shop, &name.get_value(), &label.get_value())
            />
            <span class="value-face" var:swatch=swatch><bdi class="value-label">{label.get_value()}</bdi></span>
            <span class="aside">{note}</span>
        </label>
    }
}

fn values(state: ProductState, name: &str) -> Vec<OptionValue> {
    state.product.with(|product| {
        let option = product.iter().flat_map(|product| &product.options).find(|option| option.name == name);
        option.map(|option| option.values.clone()).unwrap_or_default()
    })
}
