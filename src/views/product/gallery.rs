//! The pictures: one large, to swipe or step through, and thumbnails.

use super::pictures;
use crate::dom::{View, view};
use crate::parts::picture::Picture;
use crate::signals::{Effect, Memo, RwSignal};
use crate::state::product::ProductState;
use crate::text::{Key, Words};
use leptos::prelude::*;
use ucp::catalog::Media;

/// The gallery.
#[component]
pub fn Gallery(
    /// The language.
    words: Words,
    /// The product and the choices.
    state: ProductState,
) -> View {
    let all = Memo::new(move |_| state.product.with(|product| product.as_ref().map(pictures).unwrap_or_default()));
    let shown = RwSignal::new(0_usize);
    // The picture follows the choice: a new variant's own picture comes first.
    Effect::new(move |_| {
        all.track();
        shown.set(0);
    });
    let current = move || all.with(|all| all.get(shown.get()).or(all.first()).cloned());
    let name = move |n: usize| {
        let count = all.with(Vec::len).to_string();
        words.fill(Key::Picture, &[("n", &(n + 1).to_string()), ("count", &count)])
    };
    view! {
        <div class="gallery" role="group" aria-label=words.get(Key::Pictures)>
            <div class="gallery-main">
                {move || current().map(|media| view! { <Picture media sizes="(min-width: 40em) 26em, 100vw" eager=true/> })}
            </div>
            <div class="thumbs">
                {move || {
                    let all = all.get();
                    (all.len() > 1).then(|| all.into_iter().enumerate().map(|(n, media)| thumb(media, n, shown, name(n))).collect::<View>())
                }}
            </div>
        </div>
    }
}

fn thumb(media: Media, n: usize, shown: RwSignal<usize>, name: String) -> View {
    view! {
        <button
            type="button"
            class="thumb"
            aria-label=name
            aria-pressed=move || (shown.get() == n).to_string()
            on:click=move |_| shown.set(n)
        >
            <Picture media sizes="4em" decorative=true/>
        </button>
    }
}
