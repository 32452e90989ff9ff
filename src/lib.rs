//! The widget: `<fan-shelf>`, a creator's shop under the video, in Leptos compiled to WebAssembly.
//!
//! Start reading at `shell.js` (the custom element), then [`mount`], [`app`] and the [`views`]. The rooms and which may
//! know which: ARCHITECTURE.md.

// `view!` names this crate from wherever it is used.
extern crate self as fanshelf;

pub mod app;
pub mod client;
pub mod config;
pub mod dom;
pub mod error;
pub mod host;
pub mod model;
pub mod mount;
pub mod parts;
pub mod signals;
pub mod state;
pub mod text;
pub mod views;
