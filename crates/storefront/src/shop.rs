//! The rules of the shop: pure functions, without a socket, a database or a clock.

pub mod address;
pub mod basket;
pub mod calendar;
pub mod choices;
pub mod contact;
pub mod delivery;
pub mod demo_discounts;
pub mod discounts;
pub mod draft;
pub mod folding;
pub mod lifecycle;
pub mod market;
pub mod money;
pub mod notices;
pub mod occasion;
pub mod orders;
pub mod payment;
pub mod pricing;
pub mod quote;
pub mod refunds;
pub mod retries;
pub mod tax;
pub mod test_buyer;
