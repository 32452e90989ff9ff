//! Pure functions over the protocol's types: no browser, no state, no words. They run on the host in unit tests.

pub mod address;
pub mod availability;
pub mod card;
pub mod edits;
pub mod messages;
pub mod notes;
pub mod picture;
pub mod placement;
pub mod purchase;
pub mod requests;
pub mod selection;
pub mod steps;
pub mod window;
