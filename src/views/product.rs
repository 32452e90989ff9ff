//! A product: look at it, choose, add.

pub mod gallery;
pub mod options;

use crate::dom::{View, view};
use crate::model::availability::is_available;
use crate::model::selection::chosen;
use crate::parts::{
    icon::Icon,
    notice::{Failure, Notice, Tone},
    price::Price,
    stepper::Stepper,
};
use crate::signals::{Effect, Memo, RwSignal, StoredValue};
use crate::state::cart::Bag;
use crate::state::product::ProductState;
use crate::state::{Shop, screen::Screen};
use crate::text::{Key, Words, format};
use gallery::Gallery;
use leptos::prelude::*;
use options::Options;
use ucp::catalog::{Availability, AvailabilityStatus, Description, Product, Variant};

/// Where adding stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Adding {
    Idle,
    Busy,
    Done,
    /// The shop did not take it, and said why.
    Refused(String),
}

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
    let product = move || state.product.get().unwrap_or_default();
    let variant = Memo::new(move |_| state.product.with(|product| product.as_ref().and_then(|product| chosen(product).cloned())));
    let quantity = RwSignal::new(1_i64);
    let adding = RwSignal::new(Adding::Idle);
    Effect::new(move |_| {
        variant.track();
        adding.set(Adding::Idle);
    });

    let price = move || {
        let product = product();
        match variant.get() {
            Some(variant) => {
                let was = variant.list_price.map(|price| price.amount).filter(|was| *was > variant.price.amount);
                view! { <Price price=variant.price was/> }
            }
            None => {
                let from = product.price_range.min.amount != product.price_range.max.amount;
                view! { <Price price=product.price_range.min was=None from/> }
            }
        }
    };
    let can_add = move || variant.get().is_some_and(|variant| is_available(variant.availability.as_ref()));
    let put = move |then_check_out: bool| {
        let Some(variant) = variant.get_untracked().filter(|_| adding.get_untracked() != Adding::Busy) else { return };
        adding.set(Adding::Busy);
        let title = product().title;
        bag.add(&variant.id.clone(), quantity.get_untracked(), move |sent| {
            let outcome = outcome(shop, bag, sent, &variant.id);
            if outcome == Adding::Done {
                shop.announce(words.fill(Key::Added, &[("title", &title)]));
                if then_check_out {
                    shop.screens.open(Screen::Checkout);
                }
            }
            adding.try_set(outcome);
            quantity.try_set(1);
        });
    };
    let label = move || {
        let price = variant.get().map(|variant| words.money(variant.price.amount, &variant.price.currency));
        match (adding.get(), quantity.get(), price) {
            (Adding::Busy, ..) => words.get(Key::Adding),
            (_, 1, Some(price)) if can_add() => words.fill(Key::AddToBag, &[("price", &price)]),
            (_, n, Some(_)) if can_add() => words.plural(Key::AddMany, n),
            _ => words.get(Key::SoldOut),
        }
    };
    let title = product().title;
    let about = describe(&product().description);
    let rating = product().rating;

    view! {
        <Gallery words state/>
        <div class="product-side">
            <h3 class="product-title"><bdi>{title}</bdi></h3>
            <div class="product-price">{price}</div>
            {rating.map(|rating| {
                let value = format::rating(&words.locale(), rating.value);
                let max = format::number(&words.locale(), rating.scale_max as i64);
                view! {
                    <p class="rating">
                        <Icon name="star"/>
                        <span class="aside">{words.fill(Key::Rated, &[("value", &value), ("max", &max)])}</span>
                        <span aria-hidden="true">{value}</span>
                        <span class="quiet">{rating.count.map(|n| words.plural(Key::Ratings, n))}</span>
                    </p>
                }
            })}
            <Options shop state/>
            {move || state.forced.get().map(|text| view! { <Notice tone=Tone::Plain text/> })}
            {move || state.failed.get().map(|error| view! { <Failure error on_retry=move || state.open(shop, product().id)/> })}
            {move || variant.get().map(|variant| stock(words, &variant))}
            <div class="buy">
                <Stepper label=words.get(Key::Quantity) quantity least=1 on_change=move |n| quantity.set(n)/>
                <button
                    type="button"
                    class="button main"
                    part="button"
                    disabled=move || !can_add()
                    aria-busy=move || (adding.get() == Adding::Busy).to_string()
                    on:click=move |_| put(false)
                >
                    {label}
                </button>
                <button type="button" class="button buy-now" hidden=move || !can_add() on:click=move |_| put(true)>
                    {words.get(Key::BuyNow)}
                </button>
            </div>
            {move || match adding.get() {
                Adding::Done => Some(
                    view! {
                        <div class="added">
                            <Notice tone=Tone::Success text=words.fill(Key::Added, &[("title", &product().title)])>
                                <button type="button" class="button quiet" on:click=move |_| shop.screens.open(Screen::Cart)>
                                    {words.get(Key::ViewBag)}
                                </button>
                            </Notice>
                        </div>
                    },
                ),
                Adding::Refused(text) => Some(view! { <Notice tone=Tone::Error text/> }),
                _ => None,
            }}
            {about.map(|about| {
                view! {
                    <h4 class="product-about">{words.get(Key::About)}</h4>
                    <p class="product-text" dir="auto">{about}</p>
                }
            })}
        </div>
    }
}

/// What came of adding: the shop may take the request and still not the item.
fn outcome(shop: Shop, bag: Bag, sent: bool, variant: &str) -> Adding {
    let words = shop.words;
    if !sent {
        let error = bag.failed.try_get_untracked().flatten();
        return Adding::Refused(error.map(|error| crate::text::failure(words, &error)).unwrap_or_default());
    }
    let cart = bag.cart.try_get_untracked().flatten().unwrap_or_default();
    if cart.line_items.iter().any(|line| line.item.id == variant) {
        // The shop may have put in fewer than asked for: its own words say so.
        match cart.messages.iter().find(|message| message.code.as_deref() == Some("quantity_adjusted")) {
            Some(message) => Adding::Refused(message.content.clone()),
            None => Adding::Done,
        }
    } else {
        Adding::Refused(cart.messages.first().map_or_else(|| words.get(Key::SoldOut), |message| message.content.clone()))
    }
}

/// Stock, before it bites; and when a pre-order comes.
fn stock(words: Words, variant: &Variant) -> Option<View> {
    let Availability { left, status, ships_on, .. } = variant.availability.clone()?;
    let text = match (status, left, ships_on) {
        (Some(AvailabilityStatus::Preorder), _, Some(day)) => format!(
            "{} · {}",
            words.get(Key::PreOrder),
            words.fill(Key::ShipsOn, &[("date", &format::date(&words.locale(), &day))])
        ),
        (_, Some(left), _) if left > 0 => words.plural(Key::OnlyLeft, left),
        _ => return None,
    };
    Some(view! { <p class="stock">{text}</p> })
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

/// The pictures of the chosen variant first, then the product's.
pub(super) fn pictures(product: &Product) -> Vec<ucp::catalog::Media> {
    let own = chosen(product).map(|variant| variant.media.clone()).unwrap_or_default();
    let mut pictures: Vec<ucp::catalog::Media> = crate::model::picture::stills(&own).cloned().collect();
    for media in crate::model::picture::stills(&product.media) {
        if !pictures.iter().any(|known| known.url == media.url) {
            pictures.push(media.clone());
        }
    }
    pictures
}
