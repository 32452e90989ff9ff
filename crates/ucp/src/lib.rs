//! Universal Commerce Protocol, version 2026-04-08: the wire types, and the few rules that belong to the wire itself.
//!
//! The widget and the storefront never import each other: they meet here. Three principles hold for every type:
//!
//! - **Unknown fields are ignored, missing fields are defaults.** Which field an operation requires is the shop's rule and
//!   gets the shop's message; a decoder that refuses to read cannot say anything kind. Wrong types are still errors.
//! - **Enumerations are open** (`Other(String)`): a word that this version does not know survives a round trip.
//! - **Money is an integer in minor units** of an ISO 4217 currency ([`money`]); no floating point touches an amount.
//!
//! Each record is declared once with [`record!`](wire) and gets up to two codecs: `serde` (feature `serde`, for servers and
//! tests) and JavaScript values (feature `js`, for the browser, where `JSON.parse` is free and serde_json is 40 kB of
//! compressed wasm).

#[macro_use]
mod wire;

pub mod cart;
pub mod catalog;
pub mod checkout;
pub mod discount;
pub mod envelope;
pub mod fulfillment;
pub mod message;
pub mod money;
pub mod order;
pub mod party;
pub mod payment;
pub mod profile;
#[cfg(feature = "schema")]
pub mod schema;
pub mod total;

#[cfg(feature = "js")]
pub use wire::js;
pub use wire::{Field, Json, Map, OneOrMany};

/// The protocol version these types speak (`ucp.version`).
pub const VERSION: &str = "2026-04-08";

/// Capability and service names of the protocol (digest of the specification, "Discovery").
pub mod names {
    /// The shopping service, in which every capability below lives.
    pub const SHOPPING: &str = "dev.ucp.shopping";
    /// Catalog search.
    pub const CATALOG_SEARCH: &str = "dev.ucp.shopping.catalog.search";
    /// Catalog lookup and product detail.
    pub const CATALOG_LOOKUP: &str = "dev.ucp.shopping.catalog.lookup";
    /// Carts.
    pub const CART: &str = "dev.ucp.shopping.cart";
    /// Checkout sessions.
    pub const CHECKOUT: &str = "dev.ucp.shopping.checkout";
    /// Orders.
    pub const ORDER: &str = "dev.ucp.shopping.order";
    /// Extension of checkout: delivery.
    pub const FULFILLMENT: &str = "dev.ucp.shopping.fulfillment";
    /// Extension of cart and checkout: discount codes.
    pub const DISCOUNT: &str = "dev.ucp.shopping.discount";
    /// Extension of checkout: consents.
    pub const BUYER_CONSENT: &str = "dev.ucp.shopping.buyer_consent";
}
