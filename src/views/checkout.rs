//! The checkout, in one column: contact, delivery, payment, review. Finished steps fold to what was entered.

pub mod address;
pub mod billing;
pub mod contact;
pub mod delivery;
pub mod elsewhere;
pub mod payment;
pub mod review;
pub mod step;
pub mod summary;

use crate::dom::{View, view};
use crate::model::card::brand;
use crate::model::messages::is_error;
use crate::model::notes::{self, Place};
use crate::model::purchase::is_safe;
use crate::model::steps::{Step, needs_delivery};
use crate::parts::links::links;
use crate::parts::notice::{Failure, Notice, Tone};
use crate::signals::{Memo, Signal};
use crate::state::Shop;
use crate::state::cart::Bag;
use crate::state::checkout::{CheckoutState, Stage};
use crate::text::{Key, Words};
use crate::views::purchase::{Part, Purchase};
use contact::Contact;
use delivery::Delivery;
use elsewhere::{Challenge, Embedded, HandOff, Waiting};
use leptos::prelude::*;
use payment::PaymentStep;
use review::Review;
use step::StepSection;
use summary::Summary;
use ucp::message::{Message, MessageType, Presentation};
use ucp::party::PostalAddress;

/// The checkout of the bag, in the panel.
#[component]
pub fn CheckoutView(
    /// The element's states.
    shop: Shop,
    /// The bag.
    bag: Bag,
) -> View {
    let state = CheckoutState::of_bag(shop, bag);
    view! { <div class="panel-body checkout"><Stages state/></div> }
}

/// The checkout that the page's address names, in place.
#[component]
pub fn CheckoutPage(
    /// The bag of this device, which is spent when this checkout came of it, and the way to the order.
    purchase: Purchase,
) -> View {
    let Purchase { shop, bag, .. } = purchase;
    let state = CheckoutState::of_page(shop, bag);
    view! {
        {move || match state.placed.get() {
            Some(id) => purchase.show(Part::Order(id)),
            None => view! {
                <div class="checkout" data-page="">
                    <h2 class="page-title">{shop.words.get(Key::Checkout)}</h2>
                    <Stages state/>
                </div>
            },
        }}
    }
}

#[component]
fn Stages(
    /// The checkout.
    state: CheckoutState,
) -> View {
    let words = state.shop.words;
    let stage = Memo::new(move |_| state.stage());
    let now = move || match stage.get() {
        Stage::Loading | Stage::Done => ghost(words),
        Stage::Failed(error) => view! { <Failure error on_retry=move || state.start()/> },
        Stage::Empty => over(state, Key::BagEmpty),
        Stage::Gone => over(state, Key::CheckoutGone),
        Stage::Filling => view! { <Steps state/> },
        Stage::Challenge => view! { <Challenge state/> },
        Stage::Embedded => view! { <Embedded state/> },
        Stage::HandOff => view! { <HandOff state/> },
        Stage::Waiting => view! { <Waiting state/> },
    };
    view! { {now} }
}

fn ghost(words: Words) -> View {
    view! {
        <div class="summary-ghost ghost"></div>
        <div class="line ghost title"></div>
        <div class="field-ghost ghost"></div>
        <div class="field-ghost ghost"></div>
        <p class="aside" role="status">{words.get(Key::Loading)}</p>
    }
}

/// Nothing can be done here any more; the bag is the way on.
fn over(state: CheckoutState, said: Key) -> View {
    let words = state.shop.words;
    view! {
        <div class="nothing" role="status">
            <p class="nothing-title">{words.get(said)}</p>
            {state.has_bag().then(|| view! {
                <button type="button" class="button main" part="button" on:click=move |_| state.to_bag()>{words.get(Key::BackToBag)}</button>
            })}
        </div>
    }
}

#[component]
fn Steps(
    /// The checkout.
    state: CheckoutState,
) -> View {
    let words = state.shop.words;
    let contact = Signal::derive(move || {
        let checkout = state.checkout.get().unwrap_or_default();
        let note = checkout.note.filter(|note| !note.is_empty());
        checkout.buyer.and_then(|buyer| buyer.email).into_iter().chain(note).collect::<Vec<_>>()
    });
    let delivery = Signal::derive(move || {
        let form = state.place.form.get().unwrap_or_default();
        state
            .checkout
            .with(|checkout| checkout.as_ref().map(|checkout| delivery::summary(words, checkout, &form)).unwrap_or_default())
    });
    let payment = Signal::derive(move || {
        let card = state.card.get();
        card.map(|card| {
            let digits = card.display.last_digits.clone().unwrap_or_default();
            words.fill(Key::CardEnding, &[("brand", &brand(&card.display)), ("digits", &digits)])
        })
        .into_iter()
        .chain(state.billing.get().into_iter().flat_map(|billing| [words.get(Key::Billing), billing.written]))
        .collect::<Vec<_>>()
    });
    let ships = Memo::new(move |_| state.checkout.with(|checkout| checkout.as_ref().is_none_or(needs_delivery)));
    let told = move || {
        let checkout = state.checkout.get().unwrap_or_default();
        notes::at(&checkout, Place::Top).into_iter().map(says).collect::<View>()
    };
    // Sold out, too many, not sold here: only the bag can mend it.
    let blocked = move || {
        let blockers = state.checkout.with(|checkout| checkout.as_ref().map(notes::blockers).unwrap_or_default());
        (!blockers.is_empty()).then(|| {
            // What stands at the top is said there already; what stands beside a line may be folded away.
            let folded = blockers.into_iter().filter(|message| {
                state
                    .checkout
                    .with(|checkout| checkout.as_ref().is_some_and(|checkout| notes::place(message, checkout) != Place::Top))
            });
            view! {
                {folded.map(says).collect::<View>()}
                {state.has_bag().then(|| view! {
                    <button type="button" class="button" on:click=move |_| state.to_bag()>{words.get(Key::BackToBag)}</button>
                })}
            }
        })
    };
    let failed = move || state.failed.get().map(|error| view! { <Failure error on_retry=move || state.retry()/> });
    view! {
        <Summary state/>
        <div class="checkout-steps">
            {told}
            {blocked}
            <StepSection state step=Step::Contact number=1 summary=contact><Contact state/></StepSection>
            {move || if ships.get() {
                view! { <StepSection state step=Step::Delivery number=2 summary=delivery><Delivery state/></StepSection> }
            } else {
                view! { <p class="digital quiet">{words.get(Key::DigitalOnly)}</p> }
            }}
            {move || view! {
                <StepSection state step=Step::Payment number=if ships.get() { 3 } else { 2 } summary=payment><PaymentStep state/></StepSection>
            }}
            {move || view! {
                <StepSection state step=Step::Review number=if ships.get() { 4 } else { 3 } summary=Signal::from(vec![])><Review state/></StepSection>
            }}
            {failed}
        </div>
    }
}

/// A message of the shop: its words, and what a disclosure must bring along (UCP "Messages").
pub fn says(message: Message) -> View {
    if message.kind == MessageType::Info {
        return view! { <p class="said quiet" dir="auto">{message.content}</p> };
    }
    let tone = if is_error(&message) { Tone::Error } else { Tone::Warning };
    let is_disclosure = message.presentation == Some(Presentation::Disclosure);
    let picture = message.image_url.filter(|url| is_safe(url) || url.starts_with('/'));
    let more = message.url.filter(|url| is_safe(url));
    view! {
        <div class="said" data-disclosure=is_disclosure.then_some("")>
            {picture.map(|url| view! { <img class="img" src=url alt="" loading="lazy"/> })}
            <Notice tone text=message.content/>
            {more.map(|url| {
                let shown = url.clone();
                view! { <a class="link" href=url target="_blank" rel="noopener" dir="ltr">{shown}</a> }
            })}
        </div>
    }
}

/// The shop's pages that must be shown.
pub fn legal(state: CheckoutState) -> Option<View> {
    let words = state.shop.words;
    let pages = state.checkout.with(|checkout| checkout.as_ref().map(|checkout| checkout.links.clone()).unwrap_or_default());
    links(words, pages).map(|links| {
        view! {
            <div class="legal quiet">
                <p>{words.get(Key::Terms)}</p>
                {links}
            </div>
        }
    })
}

/// Parts of an address or a sentence, with the comma of the language. Each part is isolated (U+2068, U+2069): a name in
/// one script does not turn around a street in the other.
pub fn join(words: Words, parts: impl Iterator<Item = String>) -> String {
    let parts = parts.filter(|part| !part.is_empty()).map(|part| ["\u{2068}", &part, "\u{2069}"].concat());
    parts.collect::<Vec<_>>().join(&words.get(Key::Comma))
}

/// Whether an address is more than the market's country.
pub fn is_whole(address: &PostalAddress) -> bool {
    address.street_address.as_ref().is_some_and(|street| !street.is_empty())
}
