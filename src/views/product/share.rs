//! Telling others: the device's own way where it has one, else the link is copied, and that is said.

use crate::dom::{View, view};
use crate::parts::icon::{self, Icon};
use crate::signals::RwSignal;
use crate::state::Shop;
use crate::text::Key;
use leptos::prelude::*;

/// The button.
#[component]
pub fn Share(
    /// The element's states.
    shop: Shop,
    /// The product's id.
    id: String,
    /// What it is called.
    title: String,
    /// The shop's page for it; else this page, with the product open.
    url: Option<String>,
) -> View {
    let words = shop.words;
    let copied = RwSignal::new(false);
    let share = move || {
        let on_copied = move || {
            shop.announce(words.get(Key::LinkCopied));
            copied.try_set(true);
        };
        shop.share(&id, &title, url.as_deref(), on_copied);
    };
    view! {
        <button type="button" class="tool share" aria-label=words.get(Key::Share) on:click=move |_| share()>
            {move || view! { <Icon drawing=if copied.get() { icon::CHECK } else { icon::SHARE }/> }}
        </button>
        {move || copied.get().then(|| view! { <span class="copied quiet" aria-hidden="true">{words.get(Key::LinkCopied)}</span> })}
    }
}
