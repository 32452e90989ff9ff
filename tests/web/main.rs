//! Each view in a real browser: accessibility first, then loading, empty, failed and filled. The shop is played through the
//! widget's own transport by [`stage::Stage`], so what is tested is what runs.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod cart;
mod checkout;
mod gallery;
mod order;
mod product;
mod sheet;
mod shelf;
mod stage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
