//! One product of the shelf: the same card in every layout.

use crate::dom::{View, view};
use crate::model::availability::{Badge, badge, was};
use crate::model::picture::stills;
use crate::parts::{picture::Picture, price::Price};
use crate::state::{Shop, screen::Screen};
use crate::text::{Key, format};
use leptos::prelude::*;
use ucp::catalog::ShelfProduct;
use wasm_bindgen::JsCast as _;

/// How many cards are in view at first: their pictures come before all others.
const FIRST_ROW: usize = 4;

/// The card.
#[component]
pub fn Card(
    /// The element's states.
    shop: Shop,
    /// What is shown.
    product: ShelfProduct,
    /// Its place, from 0: the first pictures are fetched first.
    index: usize,
    /// The large product of a spotlight.
    large: bool,
) -> View {
    let words = shop.words;
    let badge = badge(&product).map(|badge| {
        let (kind, text) = match badge {
            Badge::SoldOut => ("sold-out", words.get(Key::SoldOut)),
            Badge::Drop(at) => ("drop", words.fill(Key::Drops, &[("date", &format::moment(&words.locale(), &at))])),
            Badge::OnlyLeft(n) => ("few", words.plural(Key::OnlyLeft, n)),
            Badge::PreOrder => ("pre-order", words.get(Key::PreOrder)),
            Badge::Sale => ("sale", words.get(Key::Sale)),
            Badge::New => ("new", words.get(Key::New)),
        };
        view! { <span class="badge" part="badge" data-kind=kind>{text}</span> }
    });
    let before = was(&product);
    let from = product.price_range.min.amount != product.price_range.max.amount;
    let media = stills(&product.media).next().cloned();
    let sizes = if large { "(min-width: 60em) 40vw, (min-width: 38em) 50vw, 92vw" } else { "(min-width: 40em) 12em, 44vw" };
    let id = product.id;
    view! {
        <button type="button" class="card-button" on:click=move |event| {
            take_focus(&event);
            shop.screens.open(Screen::Product(id.clone()));
        }>
            <span class="picture" part="picture">
                {media.map(|media| view! { <Picture media sizes eager=index < FIRST_ROW decorative=true/> })}
                {badge}
            </span>
            <span class="card-text">
                <bdi class="card-title">{product.title}</bdi>
                <Price price=product.price_range.min was=before from/>
            </span>
        </button>
    }
}

/// A card's shape while the products are on their way.
pub fn ghost() -> View {
    view! {
        <li class="card" aria-hidden="true">
            <div class="picture ghost"></div>
            <div class="card-text">
                <div class="line ghost"></div>
                <div class="line short ghost"></div>
            </div>
        </li>
    }
}

/// Some browsers do not focus a button that is clicked; what opens the panel is where the focus comes back to.
pub fn take_focus(event: &web_sys::MouseEvent) {
    if let Some(button) = event.current_target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = button.focus();
    }
}
