//! Adding: how many, what is to be put on it, the button, and what came of it.

use crate::dom::aria;
use crate::dom::{NodeRef, View, view};
use crate::model::availability::is_available;
use crate::model::picture::stills;
use crate::parts::{
    icon::{self, Icon},
    notice::{Notice, Tone},
    stepper::Stepper,
};
use crate::signals::{Effect, Memo, RwSignal};
use crate::state::cart::{Bag, Seen};
use crate::state::product::ProductState;
use crate::state::{Shop, screen::Screen};
use crate::text::{Key, Words, format};
use leptos::prelude::*;
use ucp::catalog::{Personalisation, Variant};
use web_sys::HtmlInputElement;

/// Where adding stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Adding {
    Idle,
    Busy,
    Done,
    /// The shop did not take it, and said why.
    Refused(String),
}

/// What can be done with the choice.
#[component]
pub fn Buy(
    /// The element's states.
    shop: Shop,
    /// The bag.
    bag: Bag,
    /// The product and the choices.
    state: ProductState,
    /// What is chosen.
    variant: Memo<Option<Variant>>,
    /// What may be put on it.
    personal: Option<Personalisation>,
) -> View {
    let words = shop.words;
    let quantity = RwSignal::new(1_i64);
    let adding = RwSignal::new(Adding::Idle);
    let field = NodeRef::<HtmlInputElement>::new();
    Effect::new(move |_| {
        variant.track();
        adding.set(Adding::Idle);
    });
    let drop = Memo::new(move |_| variant.get().and_then(|variant| variant.availability?.releases_at));
    // A drop opens by itself: the shop is asked again when its time has come.
    Effect::new(move |_| {
        if let Some(at) = drop.get() {
            state.refresh_at(shop, &at);
        }
    });

    let seen = move |variant: &Variant| {
        state.product.with_untracked(|product| {
            let product = product.as_ref()?;
            let picture = stills(&variant.media).chain(stills(&product.media)).next().map(|media| media.url.clone());
            Some(Seen { variant: variant.id.clone(), title: product.title.clone(), picture })
        })
    };
    let title =
        move || state.product.with_untracked(|product| product.as_ref().map(|product| product.title.clone())).unwrap_or_default();
    let can_add = move || variant.get().is_some_and(|variant| is_available(variant.availability.as_ref()));
    let put = move |then_check_out: bool| {
        let Some(variant) = variant.get_untracked().filter(|_| adding.get_untracked() != Adding::Busy) else { return };
        let Some(seen) = seen(&variant) else { return };
        adding.set(Adding::Busy);
        let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        // As the shop will keep it.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let piece = (variant.id, Some(text).filter(|text| !text.is_empty()), quantity.get_untracked());
        // The sheet may be gone when the shop answers.
        let title = title();
        bag.add(piece.clone(), seen, move |sent| {
            let outcome = outcome(shop, bag, sent, (&piece.0, piece.1.as_deref()));
            if outcome == Adding::Done {
                shop.announce(words.fill(Key::Added, &[("title", &title)]));
                if then_check_out && adding.try_get_untracked().is_some() {
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
            // Nothing is sold out before it is known what.
            (.., None) => words.get(Key::Choose),
            _ => match drop.get() {
                Some(at) => words.fill(Key::Drops, &[("date", &format::moment(&words.locale(), &at))]),
                None => words.get(Key::SoldOut),
            },
        }
    };
    // At once: the bag has it in view. The same button stays when the shop has confirmed, with whoever has the focus on it.
    let is_told = Memo::new(move |_| matches!(adding.get(), Adding::Busy | Adding::Done));
    let is_done = move || adding.get() == Adding::Done;
    view! {
        {personal.map(|personal| personalise(words, personal, field))}
        <div class="buy">
            <Stepper label=words.get(Key::Quantity) quantity least=1 on_change=move |n| quantity.set(n)/>
            <button
                type="button"
                class="button main"
                part="button"
                disabled=move || !can_add()
                aria-busy=move || aria(adding.get() == Adding::Busy)
                on:click=move |_| put(false)
            >
                {label}
            </button>
            <button type="button" class="button buy-now" hidden=move || !can_add() on:click=move |_| put(true)>
                {words.get(Key::BuyNow)}
            </button>
            // Here, so that it is seen wherever the sheet has been scrolled to.
            {move || is_told.get().then(|| view! {
                <div class="added">
                    <div class="notice" part="notice" data-tone=move || if is_done() { "success" } else { "plain" } role="note">
                        {move || view! { <Icon drawing=if is_done() { icon::CHECK } else { icon::BAG }/> }}
                        <p class="notice-text" dir="auto">{move || {
                            if is_done() { words.fill(Key::Added, &[("title", &title())]) } else { title() }
                        }}</p>
                        <button type="button" class="button quiet" on:click=move |_| shop.screens.open(Screen::Cart)>
                            {words.get(Key::ViewBag)}
                        </button>
                    </div>
                </div>
            })}
            {move || match adding.get() {
                Adding::Refused(text) => Some(view! { <div class="refused"><Notice tone=Tone::Error text/></div> }),
                _ => None,
            }}
        </div>
    }
}

/// A line of the fan's own on the product. It is what will be made, so nothing corrects it.
fn personalise(words: Words, wish: Personalisation, field: NodeRef<HtmlInputElement>) -> View {
    let hint = words.fill(Key::PersonaliseHint, &[("count", &format::number(&words.locale(), wish.max_length))]);
    view! {
        <div class="field">
            <label class="field-label" for="fan-text" dir="auto">{wish.label}</label>
            <input
                class="input"
                id="fan-text"
                name="text"
                type="text"
                dir="auto"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="done"
                aria-describedby="fan-text-hint"
                maxlength=wish.max_length
                node_ref=field
            />
            <p class="field-hint" id="fan-text-hint">{hint}</p>
        </div>
    }
}

/// What came of adding: the shop may take the request and still not the item.
fn outcome(shop: Shop, bag: Bag, sent: bool, (variant, text): (&str, Option<&str>)) -> Adding {
    let words = shop.words;
    if !sent {
        let error = bag.failed.try_get_untracked().flatten();
        return Adding::Refused(error.map(|error| crate::text::failure(words, &error)).unwrap_or_default());
    }
    let cart = bag.cart.try_get_untracked().flatten().unwrap_or_default();
    if cart.line_items.iter().any(|line| line.item.id == variant && line.text.as_deref() == text) {
        // The shop may have put in fewer than asked for: its own words say so.
        match cart.messages.iter().find(|message| message.code.as_deref() == Some("quantity_adjusted")) {
            Some(message) => Adding::Refused(message.content.clone()),
            None => Adding::Done,
        }
    } else {
        Adding::Refused(cart.messages.first().map_or_else(|| words.get(Key::SoldOut), |message| message.content.clone()))
    }
}
