//! The panel: a sheet under the video on a phone, a column beside it on a wide page. It holds one screen at a time.
//!
//! It is not modal: the video keeps playing and stays in reach. Focus moves in when it opens and goes back to where it came
//! from; Escape and Back close one layer.

use crate::config::Page;
use crate::dom::{NodeRef, View, view};
use crate::parts::icon::{self, Icon};
use crate::signals::{Effect, Memo, StoredValue};
use crate::state::cart::Bag;
use crate::state::{Shop, screen::Screen};
use crate::text::Key;
use crate::views::{
    all::AllView,
    cart::CartView,
    product::ProductView,
    purchase::{Part, Purchase},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// Everything over the shelf.
#[component]
pub fn Panel(
    /// The element's states.
    shop: Shop,
) -> View {
    let bag = Bag::new(shop);
    bag.refresh();
    follow_other_tabs(shop, bag);
    let purchase = Purchase::new(shop, bag);
    match shop.config().map_or(Page::Shelf, |config| config.page) {
        Page::Shelf => {
            purchase.recover();
            view! { <Sheet shop bag purchase/> }
        }
        Page::Checkout => purchase.show(Part::CheckoutPage),
        Page::Order => purchase.show(Part::OrderPage),
    }
}

/// Another tab has changed the bag: ask the shop what is in it now.
fn follow_other_tabs(shop: Shop, bag: Bag) {
    let handle = window_event_listener(leptos::ev::storage, move |event| {
        let key = shop.device().map(|device| device.key("count"));
        if event.key().is_none() || event.key() == key || event.key() == shop.device().map(|device| device.key("cart")) {
            bag.refresh();
        }
    });
    on_cleanup(move || handle.remove());
}

#[component]
fn Sheet(
    /// The element's states.
    shop: Shop,
    /// The bag.
    bag: Bag,
    /// Checkout and order.
    purchase: Purchase,
) -> View {
    let words = shop.words;
    let sheet = NodeRef::<web_sys::HtmlElement>::new();
    let opener = StoredValue::new(None::<HtmlElement>);
    let screen = Memo::new(move |_| shop.screens.whole());
    let is_open = Memo::new(move |_| screen.get().is_some());
    let place = move || {
        if let Some(sheet) = sheet.get_untracked() {
            shop.place_panel(&sheet);
        }
    };

    Effect::new(move |was_open: Option<bool>| {
        let open = is_open.get();
        let Some(sheet) = sheet.get() else { return open };
        if open && was_open != Some(true) {
            opener.set_value(focused(&sheet));
            place();
            let _ = sheet.show_popover();
            shop.tell("fan-open", &[]);
        } else if !open && was_open == Some(true) {
            let _ = sheet.hide_popover();
            shop.tell("fan-close", &[]);
            if let Some(opener) = opener.try_update_value(Option::take).flatten() {
                let _ = opener.focus();
            }
        }
        open
    });
    // A new screen begins at its heading, for the eye and for the keyboard.
    Effect::new(move |_| {
        if screen.get().is_some()
            && let Some(sheet) = sheet.get()
        {
            sheet.set_scroll_top(0);
            let _ = sheet.focus();
        }
    });
    for handle in
        [window_event_listener(leptos::ev::resize, move |_| place()), window_event_listener(leptos::ev::scroll, move |_| place())]
    {
        on_cleanup(move || handle.remove());
    }

    let title = move || match screen.get() {
        Some(Screen::Shelf) => shop.config().and_then(|config| config.heading).unwrap_or_else(|| words.get(Key::ShelfTitle)),
        Some(Screen::Cart) => words.get(Key::Bag),
        Some(Screen::Checkout) => words.get(Key::Checkout),
        Some(Screen::Order(_)) => words.get(Key::FollowOrder),
        Some(Screen::Product(_) | Screen::Picture) | None => String::new(),
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.stop_propagation();
            shop.screens.back();
        }
    };
    view! {
        <section
            class="panel"
            part="panel"
            popover="manual"
            role="dialog"
            tabindex="-1"
            aria-label=move || Some(title()).filter(|title| !title.is_empty()).unwrap_or_else(|| words.get(Key::ShelfTitle))
            node_ref=sheet
            on:keydown=on_key
        >
            <header class="panel-head">
                <button
                    type="button"
                    class="tool"
                    aria-label=words.get(Key::Back)
                    hidden=move || shop.screens.depth() < 2
                    on:click=move |_| shop.screens.back()
                >
                    <Icon drawing=icon::BACK/>
                </button>
                <h2 class="panel-title" hidden=move || title().is_empty()>{title}</h2>
                <button type="button" class="tool" aria-label=words.get(Key::Close) on:click=move |_| shop.screens.close()>
                    <Icon drawing=icon::CLOSE/>
                </button>
            </header>
            {move || match screen.get() {
                Some(Screen::Shelf) => view! { <AllView shop/> },
                Some(Screen::Product(id)) => view! { <ProductView shop bag id/> },
                Some(Screen::Cart) => view! { <CartView shop bag/> },
                Some(Screen::Checkout) => purchase.show(Part::Checkout),
                Some(Screen::Order(id)) => purchase.show(Part::Order(id)),
                Some(Screen::Picture) | None => View::Nothing,
            }}
        </section>
    }
}

/// What has the focus now, inside this shadow root.
fn focused(within: &HtmlElement) -> Option<HtmlElement> {
    let root: web_sys::ShadowRoot = within.get_root_node().dyn_into().ok()?;
    root.active_element()?.dyn_into().ok()
}
