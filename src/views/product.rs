//! A product: look at it, choose, add.

pub mod buy;
pub mod facts;
pub mod gallery;
pub mod guide;
pub mod options;
pub mod related;
pub mod share;

use crate::dom::{View, view};
use crate::model::picture::stills;
use crate::model::selection::chosen;
use crate::parts::notice::{Failure, Notice, Tone};
use crate::signals::{Memo, StoredValue};
use crate::state::Shop;
use crate::state::cart::Bag;
use crate::state::product::ProductState;
use crate::text::{Key, Words};
use buy::Buy;
use facts::{Cost, Promise, Stars};
use gallery::Gallery;
use guide::Guide;
use leptos::prelude::*;
use options::Options;
use related::Related;
use share::Share;
use ucp::catalog::{Description, Media, Product};

/// The product sheet.
#[component]
pub fn ProductView(
    /// The element's states.
    shop: Shop,
    /// The bag.
    bag: Bag,
    /// The product's id.
    id: String,
) -> View {
    let state = ProductState::new();
    state.open(shop, id.clone());
    let retry_id = StoredValue::new(id);
    // Drawn again only when another product comes: a choice changes parts of the sheet, not the sheet.
    let is_here = Memo::new(move |_| state.product.with(Option::is_some));
    let failed = Memo::new(move |_| state.failed.get().filter(|_| !is_here.get()));
    view! {
        <div class="panel-body product">
            {move || match (is_here.get(), failed.get()) {
                (true, _) => view! { <Details shop bag state/> },
                (false, Some(error)) => {
                    view! { <Failure error on_retry=move || state.open(shop, retry_id.get_value())/> }
                }
                (false, None) => ghost(shop.words),
            }}
        </div>
    }
}

fn ghost(words: Words) -> View {
    view! {
        <div class="gallery-main ghost"></div>
        <div class="line ghost title"></div>
        <div class="line ghost short"></div>
        <p class="aside" role="status">{words.get(Key::Loading)}</p>
    }
}

#[component]
fn Details(
    /// The element's states.
    shop: Shop,
    /// The bag.
    bag: Bag,
    /// The product and the choices.
    state: ProductState,
) -> View {
    let words = shop.words;
    let product = state.product.get_untracked().unwrap_or_default();
    let variant = Memo::new(move |_| state.product.with(|product| product.as_ref().and_then(|product| chosen(product).cloned())));
    let about = describe(&product.description);
    let (id, title) = (product.id.clone(), product.title.clone());
    view! {
        <Gallery shop state/>
        <div class="product-side">
            <div class="product-head">
                <h3 class="product-title"><bdi>{title.clone()}</bdi></h3>
                <Share shop id=id.clone() title url=product.url/>
            </div>
            <Cost words state variant/>
            {product.rating.map(|rating| view! { <Stars words rating/> })}
            <Options shop state/>
            {(!product.size_guide.is_empty()).then(|| view! { <Guide shop state rows=product.size_guide/> })}
            {move || state.forced.get().map(|text| view! { <Notice tone=Tone::Plain text/> })}
            {move || state.failed.get().map(|error| view! { <Failure error on_retry=move || state.refresh(shop)/> })}
            <Promise words state variant/>
            <Buy shop bag state variant personal=product.personalisation/>
            {about.map(|about| {
                view! {
                    <h4 class="product-about">{words.get(Key::About)}</h4>
                    <p class="product-text" dir="auto">{about}</p>
                }
            })}
        </div>
        <Related shop id/>
    }
}

/// The description as plain text. Markup is left out, never interpreted: nothing of the shop's becomes HTML.
fn describe(description: &Description) -> Option<String> {
    let Description { plain, html, markdown } = description;
    plain.clone().or_else(|| markdown.clone()).or_else(|| html.as_deref().map(without_tags))
}

fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => text.push(c),
            _ => {}
        }
    }
    text
}

/// The product's pictures, in its order, then what only the chosen variant has; each once.
pub(super) fn pictures(product: &Product) -> Vec<Media> {
    let own = chosen(product).into_iter().flat_map(|variant| stills(&variant.media));
    let mut pictures: Vec<Media> = vec![];
    for media in stills(&product.media).chain(own) {
        if !pictures.iter().any(|known| known.url == media.url) {
            pictures.push(media.clone());
        }
    }
    pictures
}

/// Which of the pictures is the chosen variant's own; the first where it has none.
pub(super) fn face(product: &Product) -> usize {
    let own = chosen(product).and_then(|variant| stills(&variant.media).next());
    own.and_then(|own| pictures(product).iter().position(|media| media.url == own.url)).unwrap_or(0)
}
