//! Third: Google Pay where the browser and the shop can, the card in the processor's own frame. Other ways to pay are the shop's
//! own page.

use super::billing::{Bill, Billing};
use super::delivery::field;
use super::says;
use crate::dom::aria;
use crate::dom::{NodeRef, View, view};
use crate::model::card::{CardHandler, GooglePay, google_pay, handler};
use crate::model::messages;
use crate::model::purchase::is_safe;
use crate::model::steps::Step;
use crate::parts::icon::{self, Icon};
use crate::parts::notice::{Notice, Tone};
use crate::signals::{Effect, Memo, RwSignal};
use crate::state::card::CardEntry;
use crate::state::checkout::CheckoutState;
use crate::text::Key;
use leptos::prelude::*;

/// The step.
#[component]
pub fn PaymentStep(
    /// The checkout.
    state: CheckoutState,
) -> View {
    let words = state.shop.words;
    // Another update of the checkout must not load the card form again.
    let handler = Memo::new(move |_| state.checkout.with(|checkout| checkout.as_ref().and_then(handler)));
    let said = move || {
        state.checkout.track();
        // With another card in hand, what was said about the last one is over.
        let said = if state.card.with(Option::is_some) { vec![] } else { state.messages(Step::Payment) };
        // What is wrong with a field stands at the field.
        let unfiled = said.into_iter().filter(|message| messages::field(message).and_then(field).is_none());
        unfiled.map(says).collect::<View>()
    };
    let google = Memo::new(move |_| state.checkout.with(|checkout| checkout.as_ref().and_then(google_pay)));
    let is_test = move || {
        handler.with(|handler| handler.as_ref().is_some_and(|handler| handler.is_sandbox))
            || google.with(|google| google.as_ref().is_some_and(|google| google.is_test))
    };
    view! {
        <div class="step-form">
            {said}
            {move || is_test().then(|| view! { <Notice tone=Tone::Warning text=words.get(Key::Sandbox)/> })}
            {move || google.get().map(|google| view! { <Wallet state google or_card=handler.with(Option::is_some)/> })}
            {move || match handler.get() {
                Some(handler) => view! { <CardForm state handler/> },
                None => view! { <ToShop state/> },
            }}
        </div>
    }
}

/// Google's button, where this browser can pay so.
#[component]
fn Wallet(
    /// The checkout.
    state: CheckoutState,
    /// The handler.
    google: GooglePay,
    /// Whether a card can be typed instead.
    or_card: bool,
) -> View {
    let words = state.shop.words;
    let there = RwSignal::new(false);
    let place = NodeRef::<web_sys::HtmlElement>::new();
    place.on_load(move |place| state.offer_google_pay(place, google, there));
    view! {
        <div class="wallet" node_ref=place></div>
        {move || (there.get() && or_card).then(|| view! { <p class="or quiet">{words.get(Key::OrCard)}</p> })}
    }
}

/// The frame and its button.
#[component]
fn CardForm(
    /// The checkout.
    state: CheckoutState,
    /// The handler.
    handler: CardHandler,
) -> View {
    let words = state.shop.words;
    let entry = CardEntry::new(state, handler);
    let frame = NodeRef::<web_sys::HtmlIFrameElement>::new();
    frame.on_load(move |frame| entry.attach(frame));
    let label = move || words.get(if entry.busy.get() { Key::Saving } else { Key::Continue });
    let bill = Bill::new(state);
    let submit = move || {
        if bill.settle(state) {
            entry.submit();
        }
    };
    Effect::new(move |_| {
        if entry.entered.get() > 0 {
            submit();
        }
    });
    view! {
        <div class="card-box" data-ready=move || entry.ready.get().then_some("")>
            <iframe
                class="card-frame"
                node_ref=frame
                title=words.get(Key::CardFrame)
                sandbox="allow-scripts allow-forms allow-same-origin"
                referrerpolicy="strict-origin"
            ></iframe>
            {move || (!entry.ready.get() && !entry.failed.get()).then(|| view! {
                <div class="card-ghost">
                    <div class="ghost"></div>
                    <div class="ghost"></div>
                    <p class="aside" role="status">{words.get(Key::Loading)}</p>
                </div>
            })}
        </div>
        {move || entry.failed.get().then(|| view! {
            <Notice tone=Tone::Error text=words.get(Key::CardFailed)>
                <button type="button" class="button quiet" on:click=move |_| entry.load()>{words.get(Key::Retry)}</button>
            </Notice>
        })}
        <Billing state bill on_submit=submit/>
        <p class="safe quiet"><Icon drawing=icon::LOCK/><span>{words.get(Key::CardSafe)}</span></p>
        <button
            type="button"
            class="button main"
            part="button"
            aria-disabled=move || (entry.busy.get() || !entry.ready.get()).then_some("true")
            aria-busy=move || aria(entry.busy.get())
            on:click=move |_| submit()
        >
            {label}
        </button>
    }
}

/// The shop takes payment in a way that this widget does not know: its own page does.
#[component]
pub fn ToShop(
    /// The checkout.
    state: CheckoutState,
) -> View {
    let words = state.shop.words;
    let url = move || state.checkout.with(|checkout| checkout.as_ref().and_then(|checkout| checkout.continue_url.clone()));
    view! {
        <p>{words.get(Key::NoHandler)}</p>
        {move || url().filter(|url| is_safe(url)).map(|url| view! {
            <a class="button main" part="button" href=url target="_blank" rel="noopener">{words.get(Key::ToShop)}</a>
        })}
    }
}
