//! How many: by steps or by typing.

use super::icon::{self, Icon};
use crate::dom::{View, view};
use crate::signals::Signal;
use crate::text::{Key, words};
use leptos::prelude::*;
use ucp::money::plain;

/// The most a fan can type; the shop caps it by its stock.
const MOST: i64 = 999;

/// A quantity.
#[component]
pub fn Stepper(
    /// What is counted, for screen readers.
    #[prop(into)]
    label: String,
    /// How many there are now.
    #[prop(into)]
    quantity: Signal<i64>,
    /// The least that can be set: 0 where a line may be taken out, else 1.
    least: i64,
    /// Hears the new number.
    on_change: impl Fn(i64) + Copy + Send + 'static,
) -> View {
    let words = words();
    let group = label.clone();
    let step = move |by: i64| on_change((quantity.get_untracked() + by).clamp(least, MOST));
    let typed = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        match text.trim().parse::<i64>() {
            Ok(n) => on_change(n.clamp(least, MOST)),
            // Not a number: show again what it was.
            Err(_) => quantity_field(&event, quantity.get_untracked()),
        }
    };
    // Named, because `>` inside a tag would end it.
    let at_least = move || quantity.get() <= least;
    let at_most = move || quantity.get() >= MOST;
    view! {
        <div class="stepper" role="group" aria-label=group>
            <button type="button" class="step" aria-label=words.get(Key::Fewer) disabled=at_least on:click=move |_| step(-1)>
                <Icon drawing=icon::MINUS/>
            </button>
            <input
                class="step-number"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                size="3"
                aria-label=label
                prop:value=move || plain(quantity.get())
                on:change=typed
            />
            <button type="button" class="step" aria-label=words.get(Key::More) disabled=at_most on:click=move |_| step(1)>
                <Icon drawing=icon::PLUS/>
            </button>
        </div>
    }
}

fn quantity_field(event: &web_sys::Event, quantity: i64) {
    let field: web_sys::HtmlInputElement = event_target(event);
    field.set_value(&plain(quantity));
}
