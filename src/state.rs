//! The only writers. The shop owns the truth, the widget owns intent and screen: a state asks through `client`, shows what
//! it wants at once where that is harmless (quantities), and shows money only as confirmed.

pub mod address;
pub mod card;
pub mod cart;
pub mod checkout;
pub mod guests;
pub mod order;
pub mod product;
pub mod screen;
pub mod shelf;
pub mod shop;

pub use shop::Shop;
