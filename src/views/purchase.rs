//! Checkout and order are chunks of their own, cut off from the panel. They are asked for as soon as there is something in the bag,
//! may fail to arrive and may be asked for again.

use crate::dom::{View, view};
use crate::error::Error;
use crate::parts::notice::Failure;
use crate::signals::{Effect, RwSignal, spawn_local};
use crate::state::{Shop, cart::Bag, checkout, screen::Screen};
use crate::text::Key;
use crate::views::checkout::{CheckoutPage, CheckoutView};
use crate::views::order::{OrderPage, OrderView};

/// The screens behind the cut.
#[derive(Clone, Debug)]
pub enum Part {
    /// The checkout of the bag, in the panel.
    Checkout,
    /// The checkout that the page's address names.
    CheckoutPage,
    /// An order of this device, in the panel, by id.
    Order(String),
    /// The order that the page's address names.
    OrderPage,
}

/// Draws a screen of a chunk.
type Draw = fn(Purchase, Part) -> View;

#[derive(Clone, Debug)]
enum Arrival {
    Absent,
    Coming,
    Here(Draw),
    Failed(Error),
}

/// Where the two chunks stand; one for each panel.
#[derive(Clone, Copy, Debug)]
pub struct Purchase {
    /// The element's states.
    pub shop: Shop,
    /// The bag.
    pub bag: Bag,
    checkout: RwSignal<Arrival>,
    order: RwSignal<Arrival>,
}

impl Purchase {
    /// Nothing is asked for yet, unless there is something in the bag.
    #[must_use]
    pub fn new(shop: Shop, bag: Bag) -> Self {
        let purchase = Self { shop, bag, checkout: RwSignal::new(Arrival::Absent), order: RwSignal::new(Arrival::Absent) };
        Effect::new(move |_| {
            let is_near = shop.bag_count.get() > 0 || matches!(shop.screens.top(), Some(Screen::Cart));
            // Not over a line on which the bag is waiting for its answer.
            if is_near && bag.wanted.with(Option::is_none) {
                purchase.fetch(&Part::Checkout);
            }
        });
        purchase
    }

    fn arrival(self, part: &Part) -> RwSignal<Arrival> {
        match part {
            Part::Checkout | Part::CheckoutPage => self.checkout,
            Part::Order(_) | Part::OrderPage => self.order,
        }
    }

    /// Asks for the chunk of `part`, unless it is here or on its way.
    pub fn fetch(self, part: &Part) {
        let arrival = self.arrival(part);
        if !matches!(arrival.try_get_untracked(), Some(Arrival::Absent | Arrival::Failed(_))) {
            return;
        }
        arrival.set(Arrival::Coming);
        let is_checkout = matches!(part, Part::Checkout | Part::CheckoutPage);
        spawn_local(async move {
            let chunk = if is_checkout { checkout_chunk().await } else { order_chunk().await };
            let arrived = match chunk {
                Ok(draw) => Arrival::Here(draw),
                Err(error) => Arrival::Failed(error),
            };
            // Who has paid must find the receipt here, whatever the network does then.
            if arrival.try_set(arrived).is_none() && is_checkout {
                self.fetch(&Part::OrderPage);
            }
        });
    }

    /// A payment that was under way when the page was last closed comes back to its truth.
    pub fn recover(self) {
        if checkout::is_under_way(self.shop) {
            // What fails here is tried again by the next visit.
            spawn_local(async move { drop(recover_chunk(self.shop, self.bag).await) });
        }
    }

    /// A screen behind the cut, or how it comes along.
    #[must_use]
    pub fn show(self, part: Part) -> View {
        self.fetch(&part);
        let arrival = self.arrival(&part);
        let words = self.shop.words;
        let now = move || match arrival.get() {
            Arrival::Here(draw) => draw(self, part.clone()),
            Arrival::Failed(error) => {
                let part = part.clone();
                view! { <div class="panel-body"><Failure error on_retry=move || self.fetch(&part)/></div> }
            }
            Arrival::Absent | Arrival::Coming => view! {
                <div class="panel-body arriving">
                    <div class="line ghost title"></div>
                    <div class="summary-ghost ghost"></div>
                    <p class="aside" role="status">{words.get(Key::Loading)}</p>
                </div>
            },
        };
        view! { {now} }
    }
}

fn draw_checkout(purchase: Purchase, part: Part) -> View {
    match part {
        Part::CheckoutPage => view! { <CheckoutPage purchase/> },
        _ => view! { <CheckoutView shop=purchase.shop bag=purchase.bag/> },
    }
}

fn draw_order(Purchase { shop, bag, .. }: Purchase, part: Part) -> View {
    match part {
        Part::Order(id) => view! { <OrderView shop id bag/> },
        _ => view! { <OrderPage shop/> },
    }
}

/// The chunk of the checkout.
#[cfg_attr(feature = "split", leptos::wasm_split::wasm_split(checkout, wasm_split_path = ::leptos::wasm_split, fallible))]
fn open_checkout() -> Result<Draw, Error> {
    Ok(draw_checkout)
}

/// What of the chunk of the checkout needs no screen.
#[cfg_attr(feature = "split", leptos::wasm_split::wasm_split(checkout, wasm_split_path = ::leptos::wasm_split, fallible))]
fn recover(shop: Shop, bag: Bag) -> Result<(), Error> {
    checkout::recover(shop, bag);
    Ok(())
}

/// The chunk of the order.
#[cfg_attr(feature = "split", leptos::wasm_split::wasm_split(order, wasm_split_path = ::leptos::wasm_split, fallible))]
fn open_order() -> Result<Draw, Error> {
    Ok(draw_order)
}

#[cfg(feature = "split")]
use {open_checkout as checkout_chunk, open_order as order_chunk, recover as recover_chunk};

// Without a split nothing is loaded and nothing can fail.
#[cfg(not(feature = "split"))]
async fn checkout_chunk() -> Result<Draw, Error> {
    open_checkout()
}

#[cfg(not(feature = "split"))]
async fn order_chunk() -> Result<Draw, Error> {
    open_order()
}

#[cfg(not(feature = "split"))]
async fn recover_chunk(shop: Shop, bag: Bag) -> Result<(), Error> {
    recover(shop, bag)
}
