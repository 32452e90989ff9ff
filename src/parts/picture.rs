//! A product's picture: a fixed ratio, the dominant colour until it is there, the size that fits.

use crate::dom::{View, view};
use crate::model::picture::srcset;
use leptos::prelude::*;
use ucp::catalog::Media;

/// A picture.
#[component]
pub fn Picture(
    /// What is shown.
    media: Media,
    /// How wide it will be (the `sizes` attribute).
    sizes: &'static str,
    /// Fetched at once and first; otherwise when it comes near.
    #[prop(optional)]
    eager: bool,
    /// Says nothing that is not said beside it.
    #[prop(optional)]
    decorative: bool,
) -> View {
    let alt = if decorative { String::new() } else { media.alt_text.clone().unwrap_or_default() };
    view! {
        <img
            class="img"
            var:ground=media.ground.clone()
            alt=alt
            sizes=sizes
            srcset=srcset(&media)
            width=media.width.unwrap_or(480)
            height=media.height.unwrap_or(480)
            loading=if eager { "eager" } else { "lazy" }
            fetchpriority=if eager { "high" } else { "auto" }
            // The door may have shown the first ones already: drawn again, they must not blink.
            decoding=if eager { "sync" } else { "async" }
            src=media.url
        />
    }
}
