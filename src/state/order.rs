//! Orders: the one on screen, and those this device has placed.

use super::Shop;
use crate::error::Error;
use crate::host::address_bar;
use crate::model::purchase::{self, Placed};
use crate::signals::{RwSignal, StoredValue};
use std::cell::RefCell;
use ucp::checkout::Checkout;
use ucp::order::Order;

/// Where the device keeps its orders.
const ORDERS: &str = "orders";

thread_local! {
    /// The checkout that has just become an order. In memory only: it says who the buyer is.
    static JUST_PLACED: RefCell<Option<Checkout>> = const { RefCell::new(None) };
}

/// Remembers a placed order; false when it was known already.
pub fn remember(shop: Shop, checkout: Checkout) -> bool {
    let (Some(device), Some(order)) = (shop.device(), checkout.order.clone()) else { return false };
    let placed =
        Placed { token: purchase::token(&order.permalink_url).to_owned(), label: order.label.unwrap_or_default(), id: order.id };
    JUST_PLACED.set(Some(checkout));
    let list = purchase::with(&device.get(ORDERS).unwrap_or_default(), placed);
    if let Some(list) = &list {
        device.set(ORDERS, Some(list));
    }
    list.is_some()
}

/// The orders that this device has placed, newest first.
#[must_use]
pub fn of_device(shop: Shop) -> Vec<Placed> {
    shop.device().and_then(|device| device.get(ORDERS)).map(|text| purchase::read(&text)).unwrap_or_default()
}

/// What fills the order screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Load {
    /// Waiting for the shop.
    Busy,
    /// The order is as the shop has it now.
    Here,
    /// The shop does not know it, or does not show it to us.
    Gone,
    /// The call failed.
    Failed(Error),
}

/// One order. A handle.
#[derive(Clone, Copy, Debug)]
pub struct OrderState {
    /// The order, as far as known.
    pub order: RwSignal<Option<Order>>,
    /// Whether the shop has been asked, and how it went.
    pub load: RwSignal<Load>,
    /// Where the receipt goes, right after the purchase only.
    pub receipt: StoredValue<Option<String>>,
    shop: Shop,
    id: StoredValue<String>,
    token: StoredValue<String>,
}

impl OrderState {
    /// An order by id. Without a token the device's is used.
    #[must_use]
    pub fn new(shop: Shop, id: String, token: Option<String>) -> Self {
        // Thanks are said once: whoever comes back later finds the status.
        let fresh = JUST_PLACED.take().filter(|checkout| checkout.order.as_ref().is_some_and(|order| order.id == id));
        let known = || of_device(shop).into_iter().find(|order| order.id == id).map(|order| order.token);
        let token = token.or_else(known).unwrap_or_default();
        let email = fresh.as_ref().and_then(|checkout| checkout.buyer.as_ref()?.email.clone());
        let state = Self {
            order: RwSignal::new(fresh.as_ref().and_then(purchase::order)),
            load: RwSignal::new(Load::Busy),
            receipt: StoredValue::new(email),
            shop,
            id: StoredValue::new(id),
            token: StoredValue::new(token),
        };
        state.refresh();
        state
    }

    /// The order that the page's address names, with the token in its fragment.
    #[must_use]
    pub fn of_page(shop: Shop) -> Self {
        Self::new(shop, address_bar::id(), address_bar::fragment())
    }

    /// The order's id.
    #[must_use]
    pub fn id(self) -> String {
        self.id.get_value()
    }

    /// Asks the shop for the order as it is now.
    pub fn refresh(self) {
        let (id, token) = (self.id.get_value(), self.token.get_value());
        // Nobody may read an order without its token: there is nothing to ask for.
        if token.is_empty() {
            self.load.set(Load::Gone);
            return;
        }
        self.load.set(Load::Busy);
        self.shop.spawn(move |client| async move {
            match client.get_order(&id, &token).await {
                Ok(order) => {
                    self.order.try_set(Some(order));
                    self.load.try_set(Load::Here);
                }
                Err(Error::Refused(_) | Error::Http { status: 401 | 403 | 404, .. }) => drop(self.load.try_set(Load::Gone)),
                Err(error) => drop(self.load.try_set(Load::Failed(error))),
            }
        });
    }
}
