//! One function per UCP operation that the widget uses. Nothing here knows a screen.

pub mod transport;

use crate::config::Config;
use crate::error::Error;
use crate::model::address::Form;
use transport::{Call, Door};
use ucp::cart::{Cart, CartRequest};
use ucp::catalog::{Filters, PaginationRequest, ProductRequest, ProductResponse, SearchRequest, SelectedOption, ShelfPage};
use ucp::checkout::{Checkout, CheckoutRequest, CompleteRequest};
use ucp::order::Order;
use wasm_bindgen::JsValue;

/// How many products a page of the shelf asks for.
pub const PAGE_SIZE: i64 = 24;

/// What is looked for on the shelf.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// Words.
    pub query: Option<String>,
    /// A kind of product, as the shop has named it.
    pub kind: Option<String>,
    /// Whether the shop is asked which kinds there are.
    pub with_kinds: bool,
}

/// A shop, as the client sees it.
#[derive(Clone, Debug)]
pub struct Client {
    door: Door,
    config: Config,
}

impl Client {
    /// A client for the shop that the configuration names.
    #[must_use]
    pub fn new(door: Door, config: Config) -> Self {
        Self { door, config }
    }

    /// The next products of the shelf, or of those on it that are looked for (`POST /catalog/search`).
    ///
    /// # Errors
    /// As any call: see [`Error`].
    pub async fn search_catalog(&self, sought: Sought, cursor: Option<String>) -> Result<ShelfPage, Error> {
        let Sought { query, kind, with_kinds } = sought;
        let categories: Vec<String> = self.config.collection.clone().into_iter().collect();
        let filters = (!categories.is_empty() || kind.is_some()).then(|| Filters {
            categories,
            kinds: kind.into_iter().collect(),
            ..Filters::default()
        });
        let request = SearchRequest {
            // A search must ask for something (UCP "Catalog search"): everything, where no collection narrows it.
            query: query.or_else(|| self.config.collection.is_none().then(|| "*".to_owned())),
            filters,
            context: Some(self.config.context.clone()),
            pagination: Some(PaginationRequest { cursor, limit: Some(PAGE_SIZE) }),
            with_kinds: with_kinds.then_some(true),
            ..SearchRequest::default()
        };
        self.call(Call::post("/catalog/search", &request)).await
    }

    /// A product with the choices so far (`POST /catalog/product`).
    ///
    /// # Errors
    /// As any call; an unknown id is [`Error::Refused`].
    pub async fn get_product(
        &self,
        id: &str,
        selected: Vec<SelectedOption>,
        preferences: Vec<String>,
    ) -> Result<ProductResponse, Error> {
        let context = Some(self.config.context.clone());
        let request = ProductRequest { id: id.to_owned(), selected, preferences, context, ..ProductRequest::default() };
        self.call(Call::post("/catalog/product", &request)).await
    }

    /// Creates a cart (`POST /carts`). `key` belongs to the intent and is the same in every retry.
    ///
    /// # Errors
    /// As any call.
    pub async fn create_cart(&self, request: &CartRequest, key: &str) -> Result<Cart, Error> {
        self.call(Call::post("/carts", request).once(key)).await
    }

    /// The cart as the shop has it (`GET /carts/{id}`).
    ///
    /// # Errors
    /// As any call; an expired cart is [`Error::Refused`].
    pub async fn get_cart(&self, id: &str) -> Result<Cart, Error> {
        self.call(Call::get(&["/carts/", id].concat())).await
    }

    /// Replaces the cart (`PUT /carts/{id}`).
    ///
    /// # Errors
    /// As any call.
    pub async fn update_cart(&self, id: &str, request: &CartRequest, key: &str) -> Result<Cart, Error> {
        self.call(Call::put(&["/carts/", id].concat(), request).once(key)).await
    }

    /// Creates a checkout from a cart, or returns the one it already has (`POST /checkout-sessions`).
    ///
    /// # Errors
    /// As any call.
    pub async fn create_checkout(&self, request: &CheckoutRequest, key: &str) -> Result<Checkout, Error> {
        self.call(Call::post("/checkout-sessions", request).once(key)).await
    }

    /// The checkout as the shop has it (`GET /checkout-sessions/{id}`).
    ///
    /// # Errors
    /// As any call; an unknown id is [`Error::Refused`].
    pub async fn get_checkout(&self, id: &str) -> Result<Checkout, Error> {
        self.call(Call::get(&["/checkout-sessions/", id].concat())).await
    }

    /// Replaces the checkout's writable state (`PUT /checkout-sessions/{id}`).
    ///
    /// # Errors
    /// As any call.
    pub async fn update_checkout(&self, id: &str, request: &CheckoutRequest, key: &str) -> Result<Checkout, Error> {
        self.call(Call::put(&["/checkout-sessions/", id].concat(), request).once(key)).await
    }

    /// Pays and places the order (`POST /checkout-sessions/{id}/complete`). Sent once: after an uncertain failure the
    /// caller asks [`Client::get_checkout`] before it sends the same bytes with the same key again.
    ///
    /// # Errors
    /// As any call.
    pub async fn complete_checkout(&self, id: &str, request: &CompleteRequest, key: &str) -> Result<Checkout, Error> {
        self.call(Call::post(&["/checkout-sessions/", id, "/complete"].concat(), request).once(key).without_retry()).await
    }

    /// An order, with the capability token that its buyer received (`GET /orders/{id}`).
    ///
    /// # Errors
    /// As any call; an unknown id or a wrong token is [`Error::Refused`].
    pub async fn get_order(&self, id: &str, token: &str) -> Result<Order, Error> {
        self.call(Call::get(&["/orders/", id].concat()).with_token(token)).await
    }

    /// How a country (ISO 3166-1 alpha-2) asks for addresses: its file beside the widget. A form for any country where it
    /// cannot be had.
    pub async fn address_form(&self, country: &str) -> Form {
        match self.door.address(country).await {
            Ok(file) => Form::read(country, |name| ucp::js::get(&file, name)),
            Err(_) => Form::anywhere(country),
        }
    }

    /// What others bring into the checkout: Google's script, a shop's own page. None where it cannot be had.
    pub async fn guests(&self) -> Option<JsValue> {
        self.door.guests().await.ok()
    }

    async fn call<T: ucp::js::Value>(&self, call: Call) -> Result<T, Error> {
        transport::read(&transport::send(&self.door, &self.config.store, call).await?)
    }
}
