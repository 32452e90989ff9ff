//! The orders that this device has placed: ids and tokens are all it knows of them.

use crate::dom::{View, view};
use crate::state::order::of_device;
use crate::state::{Shop, screen::Screen};
use crate::text::Key;
use leptos::prelude::*;

/// The list, newest first.
#[component]
pub fn MyOrders(
    /// The element's states.
    shop: Shop,
    /// The id of the order on screen, where there is one.
    #[prop(into)]
    except: Option<String>,
) -> Option<View> {
    let words = shop.words;
    let orders: Vec<_> = of_device(shop).into_iter().filter(|order| Some(&order.id) != except.as_ref()).collect();
    (!orders.is_empty()).then(|| view! {
        <section class="order-part" aria-labelledby="fan-my-orders">
            <h3 class="order-heading" id="fan-my-orders">{words.get(Key::MyOrders)}</h3>
            <ul class="my-orders" role="list">
                {orders.into_iter().map(|order| {
                    let label = if order.label.is_empty() { order.id.clone() } else { order.label };
                    view! {
                        <li>
                            <button type="button" class="link" on:click=move |_| shop.screens.open(Screen::Order(order.id.clone()))>
                                <bdi>{words.fill(Key::Order, &[("label", &label)])}</bdi>
                            </button>
                        </li>
                    }
                }).collect::<View>()}
            </ul>
        </section>
    })
}
