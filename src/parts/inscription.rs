//! What a buyer wrote to be put on a thing, as it will be made.

use crate::dom::{View, view};

/// The text, under the thing's title.
#[must_use]
pub fn inscription(text: String) -> View {
    view! { <span class="inscription quiet">"“" <bdi>{text}</bdi> "”"</span> }
}
