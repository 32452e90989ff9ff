//! The products under the video: a row that scrolls by itself with the thumb, and by arrows.

use crate::dom::{NodeRef, View, each, view};
use crate::model::availability::{Badge, badge, was};
use crate::model::picture::stills;
use crate::parts::{icon::Icon, notice::Failure, picture::Picture, price::Price};
use crate::state::{Shop, screen::Screen, shelf::Load};
use crate::text::Key;
use leptos::prelude::*;
use ucp::catalog::ShelfProduct;
use wasm_bindgen::JsCast as _;
use web_sys::{ScrollBehavior, ScrollToOptions};

/// How many cards are in view at first: their pictures come before all others.
const FIRST_ROW: usize = 4;

/// How far from the end of the row the next products are asked for, in widths of the row.
const NEAR_THE_END: f64 = 1.5;

/// The shelf.
#[component]
pub fn Shelf(
    /// The element's states.
    shop: Shop,
) -> View {
    let words = shop.words;
    let row = NodeRef::<web_sys::HtmlElement>::new();
    let heading = shop.config().and_then(|config| config.heading);
    let title = heading.unwrap_or_else(|| words.get(Key::ShelfTitle));
    let turn = move |direction: f64| {
        let Some(row) = row.get_untracked() else { return };
        let options = ScrollToOptions::new();
        let forwards = if row.closest("[dir=rtl]").ok().flatten().is_some() { -1.0 } else { 1.0 };
        options.set_left(f64::from(row.scroll_left()) + direction * forwards * f64::from(row.client_width()) * 0.9);
        options.set_behavior(ScrollBehavior::Smooth);
        row.scroll_to_with_scroll_to_options(&options);
    };
    let on_scroll = move |_| {
        let Some(row) = row.get_untracked() else { return };
        let left = f64::from(row.scroll_width() - row.client_width()) - f64::from(row.scroll_left().abs());
        if left < NEAR_THE_END * f64::from(row.client_width())
            && shop.shelf.has_more()
            && shop.shelf.load.get_untracked() == Load::Idle
        {
            shop.shelf.more(shop);
        }
    };
    let busy = move || shop.shelf.load.get() == Load::Busy;
    let is_empty = move || shop.shelf.products.with(Vec::is_empty);

    view! {
        <section class="shelf" aria-labelledby="fan-shelf-title" aria-busy=move || busy().to_string()>
            <div class="shelf-head">
                <h2 class="shelf-title" id="fan-shelf-title">{title}</h2>
                <span class="shelf-count">{move || shop.shelf.total.get().map(|n| words.plural(Key::ShelfCount, n))}</span>
                <span class="shelf-tools">
                    <button type="button" class="turn" aria-label=words.get(Key::ShelfPrevious) on:click=move |_| turn(-1.0)>
                        <Icon name="back"/>
                    </button>
                    <button type="button" class="turn" aria-label=words.get(Key::ShelfNext) on:click=move |_| turn(1.0)>
                        <Icon name="on"/>
                    </button>
                    <BagButton shop/>
                </span>
            </div>
            <ul class="row" part="row" node_ref=row on:scroll=on_scroll role="list">
                {each(
                    move || shop.shelf.products.get().into_iter().enumerate().collect(),
                    |(_, product)| product.id.clone(),
                    move |(index, product)| view! { <Card shop product index/> },
                )}
                {move || busy().then(|| (0..if is_empty() { 6 } else { 2 }).map(|_| ghost()).collect::<View>())}
            </ul>
            {move || match shop.shelf.load.get() {
                Load::Failed(error) => Some(
                    view! { <Failure error=error on_retry=move || shop.shelf.more(shop)/> },
                ),
                Load::Idle if is_empty() => Some(
                    view! { <p class="shelf-empty">{words.get(Key::ShelfEmpty)}</p> },
                ),
                _ => None,
            }}
        </section>
    }
}

/// A card's shape while the products are on their way.
fn ghost() -> View {
    view! {
        <li class="card" aria-hidden="true">
            <div class="picture ghost"></div>
            <div class="line ghost"></div>
            <div class="line short ghost"></div>
        </li>
    }
}

/// Opens the bag and says how much is in it.
#[component]
fn BagButton(
    /// The element's states.
    shop: Shop,
) -> View {
    let words = shop.words;
    let label = move || match shop.bag_count.get() {
        0 => words.get(Key::Bag),
        n => words.plural(Key::BagCount, n),
    };
    view! {
        <button type="button" class="bag" part="bag" aria-label=label on:click=move |event| {
            take_focus(&event);
            shop.screens.open(Screen::Cart);
        }>
            <Icon name="bag"/>
            {move || {
                let n = shop.bag_count.get();
                (n > 0).then(|| view! { <span class="bag-count" aria-hidden="true">{crate::text::format::number(&words.locale(), n)}</span> })
            }}
        </button>
    }
}

/// Some browsers do not focus a button that is clicked; what opens the panel is where the focus comes back to.
fn take_focus(event: &web_sys::MouseEvent) {
    if let Some(button) = event.current_target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = button.focus();
    }
}

/// One product of the shelf.
#[component]
fn Card(
    /// The element's states.
    shop: Shop,
    /// What is shown.
    product: ShelfProduct,
    /// Its place, from 0: the first pictures are fetched first.
    index: usize,
) -> View {
    let words = shop.words;
    let badge = badge(&product).map(|badge| {
        let (kind, text) = match badge {
            Badge::SoldOut => ("sold-out", words.get(Key::SoldOut)),
            Badge::OnlyLeft(n) => ("few", words.plural(Key::OnlyLeft, n)),
            Badge::PreOrder => ("pre-order", words.get(Key::PreOrder)),
            Badge::Sale => ("sale", words.get(Key::Sale)),
            Badge::New => ("new", words.get(Key::New)),
        };
        view! { <span class="badge" data-kind=kind>{text}</span> }
    });
    let before = was(&product);
    let from = product.price_range.min.amount != product.price_range.max.amount;
    let media = stills(&product.media).next().cloned();
    let id = product.id;
    view! {
        <li class="card" part="card">
            <button type="button" class="card-button" on:click=move |event| {
                take_focus(&event);
                shop.screens.open(Screen::Product(id.clone()));
            }>
                <span class="picture">
                    {media.map(|media| view! { <Picture media sizes="(min-width: 40em) 12em, 44vw" eager=index < FIRST_ROW decorative=true/> })}
                    {badge}
                </span>
                <bdi class="card-title">{product.title}</bdi>
                <Price price=product.price_range.min was=before from/>
            </button>
        </li>
    }
}
