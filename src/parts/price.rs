//! A price, with the one before a sale: struck through for the eye, said in words for the ear.

use crate::dom::{View, view};
use crate::text::{Key, words};
use leptos::prelude::*;
use ucp::money;

/// A price.
#[component]
pub fn Price(
    /// What it costs now.
    price: money::Price,
    /// What it cost before, in minor units of the same currency.
    #[prop(optional_no_strip)]
    was: Option<i64>,
    /// Whether dearer variants exist.
    #[prop(optional)]
    from: bool,
) -> View {
    let words = words();
    let now = words.money(price.amount, &price.currency);
    let now = if from { words.fill(Key::PriceFrom, &[("price", &now)]) } else { now };
    let was = was.map(|was| words.money(was, &price.currency));
    match was {
        None => view! { <span class="price" part="price">{now}</span> },
        Some(was) => {
            let spoken =
                [&*words.fill(Key::PriceNow, &[("price", &now)]), ". ", &words.fill(Key::PriceWas, &[("price", &was)])].concat();
            view! {
                <span class="price" part="price" data-sale="">
                    <span class="aside">{spoken}</span>
                    <span aria-hidden="true">{now}</span>
                    " "
                    <s class="was" aria-hidden="true">{was}</s>
                </span>
            }
        }
    }
}
