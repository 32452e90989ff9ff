//! The widget: `<fan-shelf>`, a creator's shop under the video, in Leptos compiled to WebAssembly.
//!
//! Start reading at `shell.js` (the custom element), then [`mount`], [`app`] and the [`views`]. The rooms and which may
//! know which: ARCHITECTURE.md.

pub mod app;
pub mod client;
pub mod config;
pub mod error;
pub mod host;
pub mod model;
pub mod mount;
pub mod parts;
pub mod state;
pub mod text;
pub mod views;
