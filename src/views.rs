//! A screen each. `shelf` is the first chunk; everything under [`panel`] is the second.

pub mod all;
pub mod cart;
pub mod checkout;
pub mod order;
pub mod panel;
pub mod product;
pub mod shelf;
