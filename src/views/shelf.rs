//! The products under the video, in the layout that the page asks for. All layouts show the same card.

pub mod card;
pub mod compact;
pub mod products;

use crate::config::Layout;
use crate::dom::aria;
use crate::dom::{NodeRef, View, view};
use crate::parts::icon::{self, Icon};
use crate::state::{Shop, screen::Screen};
use crate::text::{Key, format};
use card::take_focus;
use compact::Compact;
use leptos::prelude::*;
use products::Products;
use web_sys::{ScrollBehavior, ScrollToOptions};

/// The shelf.
#[component]
pub fn Shelf(
    /// The element's states.
    shop: Shop,
) -> View {
    match shop.config().map_or(Layout::Row, |config| config.layout) {
        layout @ (Layout::Bar | Layout::Pin | Layout::Bag) => view! { <Compact shop layout/> },
        layout => view! { <Open shop layout/> },
    }
}

/// A shelf whose cards are on the page.
#[component]
fn Open(
    /// The element's states.
    shop: Shop,
    /// How they lie.
    layout: Layout,
) -> View {
    let words = shop.words;
    let state = shop.shelf;
    let list = NodeRef::<web_sys::HtmlElement>::new();
    let title = title(shop);
    let turn = move |direction: f64| {
        let Some(row) = list.get_untracked() else { return };
        let options = ScrollToOptions::new();
        let forwards = if row.closest("[dir=rtl]").ok().flatten().is_some() { -1.0 } else { 1.0 };
        options.set_left(f64::from(row.scroll_left()) + direction * forwards * f64::from(row.client_width()) * 0.9);
        options.set_behavior(ScrollBehavior::Smooth);
        row.scroll_to_with_scroll_to_options(&options);
    };
    view! {
        <section class="shelf" part="shelf" data-layout=layout.word() aria-labelledby="fan-shelf-title" aria-busy=move || aria(state.is_busy())>
            <div class="shelf-head">
                <h2 class="shelf-title" part="title" id="fan-shelf-title"><slot name="heading"><bdi>{title}</bdi></slot></h2>
                <span class="shelf-count">{move || state.total.get().map(|n| words.plural(Key::ShelfCount, n))}</span>
                <span class="shelf-tools">
                    {(layout == Layout::Row).then(|| view! {
                        <button type="button" class="turn" aria-label=words.get(Key::ShelfPrevious) on:click=move |_| turn(-1.0)>
                            <Icon drawing=icon::BACK/>
                        </button>
                        <button type="button" class="turn" aria-label=words.get(Key::ShelfNext) on:click=move |_| turn(1.0)>
                            <Icon drawing=icon::ON/>
                        </button>
                    })}
                    <button type="button" class="find" aria-label=words.get(Key::SearchShelf) on:click=move |event| {
                        take_focus(&event);
                        shop.screens.open(Screen::Shelf);
                    }>
                        <Icon drawing=icon::FIND/>
                    </button>
                    <slot name="tools"></slot>
                    <BagButton shop/>
                </span>
            </div>
            <Products shop state layout list/>
        </section>
    }
}

/// The heading: the page's, or ours.
fn title(shop: Shop) -> String {
    shop.config().and_then(|config| config.heading).unwrap_or_else(|| shop.words.get(Key::ShelfTitle))
}

/// Opens the bag and says how much is in it.
#[component]
pub fn BagButton(
    /// The element's states.
    shop: Shop,
) -> View {
    let words = shop.words;
    let label = move || match shop.bag_count.get() {
        0 => words.get(Key::Bag),
        n => words.plural(Key::BagCount, n),
    };
    let count = move || {
        let n = shop.bag_count.get();
        (n > 0).then(|| view! { <span class="bag-count" aria-hidden="true">{format::number(&words.locale(), n)}</span> })
    };
    view! {
        <button type="button" class="bag" part="bag" aria-label=label on:click=move |event| {
            take_focus(&event);
            shop.screens.open(Screen::Cart);
        }>
            <Icon drawing=icon::BAG/>
            {count}
        </button>
    }
}
