//! The stories hold: their answers are the protocol's, and no view and no word of the protocol is without one. That each can
//! be played, and what it looks like, `cargo xtask test shots` sees in a browser.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod answers;
mod covers;
mod story;

use std::path::Path;

/// The project's stories.
fn shelf() -> story::Shelf {
    story::Shelf::read(Path::new(env!("CARGO_MANIFEST_DIR")))
}
