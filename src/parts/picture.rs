//! A product's picture: a fixed ratio, the dominant colour until it is there, the size that fits.

use crate::model::picture::srcset;
use leptos::prelude::*;
use ucp::catalog::Media;
use web_sys::HtmlElement;

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
) -> impl IntoView {
    let alt = if decorative { String::new() } else { media.alt_text.clone().unwrap_or_default() };
    let ground = media.ground.clone();
    let paint = move |element: HtmlElement| {
        // Through CSSOM: a `style` attribute would need 'unsafe-inline'.
        if let Some(ground) = &ground {
            let _ = element.style().set_property("--_ground", ground);
        }
    };
    let node = NodeRef::<leptos::html::Img>::new();
    node.on_load(move |element| paint(element.into()));
    view! { class = "f",
        <img
            class="img"
            node_ref=node
            alt=alt
            sizes=sizes
            srcset=srcset(&media)
            width=media.width.unwrap_or(480)
            height=media.height.unwrap_or(480)
            loading=if eager { "eager" } else { "lazy" }
            fetchpriority=if eager { "high" } else { "auto" }
            decoding="async"
            src=media.url
        />
    }
}
