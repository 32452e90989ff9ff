//! What there is to know before buying: the price, what others think, what is left, when it comes.

use crate::dom::{View, view};
use crate::parts::{
    icon::{self, Icon},
    price::Price,
};
use crate::signals::Memo;
use crate::state::product::ProductState;
use crate::text::{Key, Words, format};
use leptos::prelude::*;
use ucp::catalog::{Availability, AvailabilityStatus, Rating, Variant};
use ucp::money::UnitPrice;

/// The price of the choice, or of the cheapest one; and by measure, where the shop has worked it out.
#[component]
pub fn Cost(
    /// The language.
    words: Words,
    /// The product and the choices.
    state: ProductState,
    /// What is chosen.
    variant: Memo<Option<Variant>>,
) -> View {
    let price = move || match variant.get() {
        Some(variant) => {
            let was = variant.list_price.map(|price| price.amount).filter(|was| *was > variant.price.amount);
            let unit = variant.unit_price.map(|unit| view! { <span class="unit-price quiet">{by_measure(words, &unit)}</span> });
            view! { <Price price=variant.price was/> {unit} }
        }
        None => {
            let range =
                state.product.with(|product| product.as_ref().map(|product| product.price_range.clone())).unwrap_or_default();
            let from = range.min.amount != range.max.amount;
            view! { <Price price=range.min was=None from/> }
        }
    };
    view! { <div class="product-price">{price}</div> }
}

/// `$2.40 per 100 ml`.
fn by_measure(words: Words, unit: &UnitPrice) -> String {
    let price = words.money(unit.amount, &unit.currency);
    let of = unit.reference.clone().unwrap_or_default();
    let much = format::figure(&words.locale(), of.value, 2, None);
    let of = if of.value > 1.0 { [much, of.unit].join("\u{a0}") } else { of.unit };
    words.fill(Key::UnitPrice, &[("price", &price), ("unit", &of)])
}

/// What buyers think.
#[component]
pub fn Stars(
    /// The language.
    words: Words,
    /// Their opinion.
    rating: Rating,
) -> View {
    let figure = |value: f64| format::figure(&words.locale(), value, 1, None);
    let value = figure(rating.value);
    view! {
        <p class="rating">
            <Icon drawing=icon::STAR/>
            <span class="aside">{words.fill(Key::Rated, &[("value", &value), ("max", &figure(rating.scale_max))])}</span>
            <span aria-hidden="true">{value}</span>
            <span class="quiet">{rating.count.map(|n| words.plural(Key::Ratings, n))}</span>
        </p>
    }
}

/// What is left, before it bites; when a pre-order is sent; when it would be there.
#[component]
pub fn Promise(
    /// The language.
    words: Words,
    /// The product and the choices.
    state: ProductState,
    /// What is chosen.
    variant: Memo<Option<Variant>>,
) -> View {
    let delivery =
        Memo::new(move |_| state.product.with(|product| product.as_ref().and_then(|product| product.delivery.clone())));
    view! {
        {move || variant.get().and_then(|variant| stock(words, &variant)).map(|text| view! { <p class="stock">{text}</p> })}
        {move || delivery.get().map(|text| view! { <p class="delivery quiet"><Icon drawing=icon::TRUCK/> <span dir="auto">{text}</span></p> })}
    }
}

fn stock(words: Words, variant: &Variant) -> Option<String> {
    let Availability { left, status, ships_on, .. } = variant.availability.clone()?;
    match (status, left, ships_on) {
        (Some(AvailabilityStatus::Preorder), _, Some(day)) => Some(
            [words.get(Key::PreOrder), words.fill(Key::ShipsOn, &[("date", &format::date(&words.locale(), &day))])].join(" · "),
        ),
        (_, Some(left), _) if left > 0 => Some(words.plural(Key::OnlyLeft, left)),
        _ => None,
    }
}
