//! The shop behind the shelf: a UCP 2026-04-08 business on axum and sqlx.
//!
//! Three rooms, each seeing only the one before it:
//!
//! - [`shop`]: the rules, pure functions over numbers and words. No axum, no SQL, no clock.
//! - [`store`]: SQL and nothing else. No HTTP.
//! - [`http`]: one file per resource; extractors and errors that speak UCP. Start at its module documentation.
//!
//! Around them: [`config`] (flags and environment), [`import`] (the demo catalogue into the database and its pictures onto
//! disk), [`signatures`] (RFC 9421) and [`seal`] (the shop's own key), [`text`] (every word the shop says, per language), [`serve`] (sockets, and stopping cleanly).
//! `migrations/` is the other place to start reading.

pub mod clock;
pub mod config;
pub mod http;
pub mod id;
pub mod import;
mod listen;
pub mod log;
pub mod mail;
pub mod orders;
pub mod outbox;
pub mod outside;
pub mod sandbox;
pub mod seal;
pub mod serve;
pub mod shop;
pub mod signatures;
pub mod store;
pub mod text;
