//! The outside: what the widget reads from and tells the page it is a guest in. Called by `state` and `mount` only.

pub mod address_bar;
pub mod card_frame;
pub mod events;
pub mod guests;
pub mod history;
pub mod share;
pub mod storage;
pub mod video;
