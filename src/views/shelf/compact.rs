//! Shelves that take no room: a slim line under a player, a pin over a vertical video, or a button alone. What they hold back
//! opens in the panel.

use super::card::take_focus;
use super::{BagButton, title};
use crate::config::Layout;
use crate::dom::aria;
use crate::dom::{View, view};
use crate::model::picture::stills;
use crate::parts::{
    icon::{self, Icon},
    picture::Picture,
    price::Price,
};
use crate::signals::Memo;
use crate::state::{Shop, screen::Screen};
use crate::text::Key;
use leptos::prelude::*;
use ucp::catalog::ShelfProduct;

/// How many pictures the slim line shows.
const PEEK: usize = 4;

/// The shelf.
#[component]
pub fn Compact(
    /// The element's states.
    shop: Shop,
    /// Which of the three.
    layout: Layout,
) -> View {
    let state = shop.shelf;
    view! {
        <section class="shelf" part="shelf" data-layout=layout.word() aria-label=title(shop) aria-busy=move || aria(state.is_busy())>
            {match layout {
                Layout::Bar => view! { <Bar shop/> },
                Layout::Pin => view! { <Pin shop/> },
                _ => view! { <OpenAll shop/> },
            }}
            <BagButton shop/>
        </section>
    }
}

/// Opens everything, and says how much there is.
#[component]
fn OpenAll(
    /// The element's states.
    shop: Shop,
) -> View {
    let words = shop.words;
    view! {
        <button type="button" class="button main open-all" part="button" on:click=move |event| {
            take_focus(&event);
            shop.screens.open(Screen::Shelf);
        }>
            {title(shop)}
        </button>
        <span class="aside">{move || shop.shelf.total.get().map(|n| words.plural(Key::ShelfCount, n))}</span>
    }
}

/// One slim line: a few pictures, the heading and the count.
#[component]
fn Bar(
    /// The element's states.
    shop: Shop,
) -> View {
    let words = shop.words;
    let pictures = move || {
        shop.shelf.products.with(|products| {
            let media = products.iter().filter_map(|product| stills(&product.media).next().cloned()).take(PEEK);
            media
                .map(|media| view! { <span class="peek"><Picture media sizes="3em" eager=true decorative=true/></span> })
                .collect::<View>()
        })
    };
    view! {
        <button type="button" class="bar" on:click=move |event| {
            take_focus(&event);
            shop.screens.open(Screen::Shelf);
        }>
            <span class="peeks" aria-hidden="true">{pictures}</span>
            <span class="bar-title"><bdi>{title(shop)}</bdi></span>
            <span class="shelf-count">{move || shop.shelf.total.get().map(|n| words.plural(Key::ShelfCount, n))}</span>
            <Icon drawing=icon::ON/>
        </button>
    }
}

/// The product that the video shows now; the first of the shelf when the page says nothing about it.
#[component]
fn Pin(
    /// The element's states.
    shop: Shop,
) -> View {
    let words = shop.words;
    let pinned = Memo::new(move |_| {
        let now = shop.pinned.get();
        shop.shelf.products.with(|products| {
            let named = products.iter().find(|product| Some(&product.id) == now.as_ref());
            named.or(products.first()).cloned()
        })
    });
    let card = move |product: ShelfProduct| {
        let media = stills(&product.media).next().cloned();
        let from = product.price_range.min.amount != product.price_range.max.amount;
        let id = product.id;
        view! {
            <button type="button" class="pin" part="card" on:click=move |event| {
                take_focus(&event);
                shop.screens.open(Screen::Product(id.clone()));
            }>
                <span class="picture">{media.map(|media| view! { <Picture media sizes="4em" eager=true decorative=true/> })}</span>
                <span class="card-text">
                    <span class="quiet pin-note">{words.get(Key::InVideo)}</span>
                    <bdi class="card-title">{product.title}</bdi>
                    <Price price=product.price_range.min was=None from/>
                </span>
            </button>
        }
    };
    let waiting = || {
        view! {
            <div class="pin" aria-hidden="true">
                <span class="picture ghost"></span>
                <span class="card-text"><span class="line ghost"></span><span class="line short ghost"></span></span>
            </div>
        }
    };
    view! { {move || pinned.get().map_or_else(waiting, card)} }
}
