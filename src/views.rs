//! A screen each. `shelf` is the first chunk; everything under [`panel`] is the second, and what [`purchase`]
//! draws the third.

pub mod all;
pub mod cart;
pub mod checkout;
pub mod order;
pub mod panel;
pub mod product;
pub mod purchase;
pub mod shelf;
