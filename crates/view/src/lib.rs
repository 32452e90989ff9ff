//! The `view!` macro: the markup of Leptos, built without a Rust type for every tree.
//!
//! Leptos gives each piece of markup a type of its own, and so a copy of the renderer: over 300 kB of compressed wasm for this
//! widget. This macro takes the same markup (it is read by the same parser) and writes calls of `fanshelf::dom`, which knows one
//! type. Components, signals and effects are Leptos's. What it takes:
//!
//! - elements: `class="x"` (a literal), `aria-label=expression` (a value, or a closure that is followed), `on:click=handler`,
//!   `prop:value=expression`, `var:ground=expression` (a private custom property), `node_ref=reference`;
//! - components: `<Price price from=true/>`, with children where the component has some;
//! - text in quotes, and `{expressions}`: whatever is a `fanshelf::dom::Child`.

mod markup;

use proc_macro::TokenStream;

/// Builds what the markup says and gives it as a `fanshelf::dom::View`.
#[proc_macro]
pub fn view(markup: TokenStream) -> TokenStream {
    markup::expand(markup.into()).unwrap_or_else(|error| error.to_compile_error()).into()
}
