//! Dumb building blocks: properties in, callbacks out. They see types and words, never a state.

pub mod field;
pub mod icon;
pub mod inscription;
pub mod links;
pub mod notice;
pub mod picture;
pub mod price;
pub mod stepper;
pub mod totals;
