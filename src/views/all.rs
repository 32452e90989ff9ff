//! The whole shelf in the panel, with a search: what the small layouts open, and where a fan looks for something.

use crate::config::Layout;
use crate::dom::{NodeRef, View, view};
use crate::signals::StoredValue;
use crate::state::{Shop, shelf::ShelfState};
use crate::text::Key;
use crate::views::shelf::products::Products;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use std::time::Duration;
use web_sys::{HtmlElement, HtmlInputElement};

/// How long after the last letter the shop is asked.
const PAUSE: Duration = Duration::from_millis(250);

/// The shelf in the panel.
#[component]
pub fn AllView(
    /// The element's states.
    shop: Shop,
) -> View {
    let words = shop.words;
    let state = ShelfState::new();
    state.search(shop, None);
    let list = NodeRef::<HtmlElement>::new();
    let field = NodeRef::<HtmlInputElement>::new();
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let ask = move || {
        let query = field.get_untracked().map(|field| field.value().trim().to_owned()).filter(|query| !query.is_empty());
        if state.query.try_get_value().is_some_and(|before| before != query) {
            state.search(shop, query);
        }
    };
    let wait = move || {
        if let Some(before) = timer.try_update_value(Option::take).flatten() {
            before.clear();
        }
        timer.set_value(set_timeout_with_handle(ask, PAUSE).ok());
    };
    let found = move || {
        let total = state.total.get().filter(|_| !state.is_busy());
        total.map(|n| words.plural(Key::ShelfCount, n))
    };
    view! {
        <div class="panel-body all" data-layout="grid">
            <form class="search" role="search" on:submit=move |event: web_sys::SubmitEvent| {
                event.prevent_default();
                ask();
            }>
                <input
                    class="input"
                    part="input"
                    type="search"
                    name="query"
                    enterkeyhint="search"
                    autocomplete="off"
                    maxlength="120"
                    placeholder=words.get(Key::SearchShelf)
                    aria-label=words.get(Key::SearchShelf)
                    node_ref=field
                    on:input=move |_| wait()
                />
                <p class="quiet shelf-count" role="status">{found}</p>
            </form>
            <Products shop state layout=Layout::Grid list/>
        </div>
    }
}
