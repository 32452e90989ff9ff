//! Where the widget is cut in two: product, bag, checkout and order live in a chunk of their own.
//!
//! The chunk mounts itself (an imperative seam costs the first chunk the least), may fail to arrive and may be asked for
//! again. Everything that crosses is an argument of [`mount_panel`].

use crate::dom::{Mounted, mount, view};
use crate::state::Shop;
use crate::views;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use web_sys::HtmlElement;

/// The later screens could not be loaded.
#[derive(Debug)]
pub struct ChunkFailed;

impl From<SplitLoaderError> for ChunkFailed {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Mounts the later screens into `at`, under the element's owner.
///
/// # Errors
/// [`ChunkFailed`] when the chunk does not arrive.
#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(panel, wasm_split_path = ::leptos::wasm_split, fallible)
)]
pub fn mount_panel(at: HtmlElement, owner: Owner, shop: Shop) -> Result<Mounted, ChunkFailed> {
    Ok(owner.with(|| mount(at.into(), move || view! { <views::panel::Panel shop/> })))
}

/// The same for builds without a split, where nothing is loaded and nothing can fail.
///
/// # Errors
/// None here; the signature is the split one's.
#[cfg(not(feature = "split"))]
pub async fn panel_chunk(at: HtmlElement, owner: Owner, shop: Shop) -> Result<Mounted, ChunkFailed> {
    mount_panel(at, owner, shop)
}

#[cfg(feature = "split")]
pub use mount_panel as panel_chunk;
