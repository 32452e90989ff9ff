//! Where the widget is cut first: everything over the shelf lives in a chunk of its own. (Checkout and order are cut off from that
//! once more, in [`crate::views::purchase`].)
//!
//! The chunk mounts itself (an imperative seam costs the first chunk the least), may fail to arrive and may be asked for
//! again. Everything that crosses is an argument of [`mount_panel`].

use crate::dom::{Mounted, mount, view};
use crate::error::Error;
use crate::state::Shop;
use crate::views;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// Mounts the later screens into `at`, under the element's owner.
///
/// # Errors
/// [`Error::Chunk`] when the chunk does not arrive.
#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(panel, wasm_split_path = ::leptos::wasm_split, fallible)
)]
pub fn mount_panel(at: HtmlElement, owner: Owner, shop: Shop) -> Result<Mounted, Error> {
    Ok(owner.with(|| mount(at.into(), move || view! { <views::panel::Panel shop/> })))
}

/// The same for builds without a split, where nothing is loaded and nothing can fail.
///
/// # Errors
/// None here; the signature is the split one's.
#[cfg(not(feature = "split"))]
pub async fn panel_chunk(at: HtmlElement, owner: Owner, shop: Shop) -> Result<Mounted, Error> {
    mount_panel(at, owner, shop)
}

#[cfg(feature = "split")]
pub use mount_panel as panel_chunk;
