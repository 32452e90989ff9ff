//! The whole shelf in the panel, with a search: what the small layouts open, and where a fan looks for something.

use crate::config::Layout;
use crate::dom::{NodeRef, View, view};
use crate::signals::{RwSignal, StoredValue};
use crate::state::{
    Shop,
    shelf::{ShelfState, Sought},
};
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
    let kind = RwSignal::new(None::<String>);
    let look = move |query: Option<String>| {
        let sought = Sought { query, kind: kind.get_untracked(), with_kinds: true };
        if state.sought.try_get_value().is_some_and(|before| before != sought) {
            state.search(shop, sought);
        }
    };
    look(None);
    let list = NodeRef::<HtmlElement>::new();
    let field = NodeRef::<HtmlInputElement>::new();
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let ask = move || {
        let query = field.get_untracked().map(|field| field.value().trim().to_owned()).filter(|query| !query.is_empty());
        look(query);
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
            {move || {
                let kinds = state.kinds.get();
                let chip = move |(value, name): (Option<String>, String)| {
                    let (mine, own) = (value.clone(), value.clone());
                    view! {
                        <label class="value">
                            <input
                                type="radio"
                                class="value-input"
                                name="fan-kind"
                                prop:checked=move || kind.get() == mine
                                on:change=move |_| {
                                    kind.set(own.clone());
                                    ask();
                                }
                            />
                            <span class="value-face"><bdi>{name}</bdi></span>
                        </label>
                    }
                };
                (kinds.len() > 1).then(|| {
                    let all = (None, words.get(Key::KindAll));
                    let kinds = kinds.into_iter().map(|kind| (Some(kind.value), kind.name));
                    view! {
                        // A form for the sake of memory, as in product/options.rs.
                        <form on:submit=move |event: web_sys::SubmitEvent| event.prevent_default()>
                            <fieldset class="kinds">
                                <legend class="aside">{words.get(Key::Kinds)}</legend>
                                {std::iter::once(all).chain(kinds).map(chip).collect::<View>()}
                            </fieldset>
                        </form>
                    }
                })
            }}
            <Products shop state layout=Layout::Grid list/>
        </div>
    }
}
