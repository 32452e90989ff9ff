//! While somebody else has the word: the bank in a frame, the shop on its own page, or the processor taking its time.

use super::says;
use crate::dom::{NodeRef, View, view};
use crate::model::purchase::is_safe;
use crate::signals::RwSignal;
use crate::state::checkout::CheckoutState;
use crate::text::Key;
use leptos::prelude::*;

/// A heading that takes the focus when it appears.
fn heading(text: String) -> View {
    let node = NodeRef::<web_sys::HtmlElement>::new();
    node.on_load(|node| {
        let _ = node.focus();
    });
    view! { <h3 class="step-title" tabindex="-1" node_ref=node>{text}</h3> }
}

/// The bank's question, in place.
#[component]
pub fn Challenge(
    /// The checkout.
    state: CheckoutState,
) -> View {
    let words = state.shop.words;
    // Read once: the frame must not load again with every look at the checkout.
    let url = state.challenge_url().unwrap_or_default();
    state.look_on_return(&url);
    let frame = NodeRef::<web_sys::HtmlIFrameElement>::new();
    frame.on_load(move |frame| state.show_challenge(&frame));
    view! {
        <section class="elsewhere">
            {heading(words.get(Key::Challenge))}
            <p class="quiet">{words.get(Key::ChallengeAdvice)}</p>
            {(!url.is_empty()).then(|| view! {
                <iframe
                    class="challenge-frame"
                    node_ref=frame
                    title=words.get(Key::Challenge)
                    sandbox="allow-scripts allow-forms allow-same-origin allow-popups"
                    referrerpolicy="strict-origin"
                ></iframe>
                <a class="button quiet" href=url target="_blank" rel="opener">{words.get(Key::OpenInWindow)}</a>
            })}
        </section>
    }
}

/// The shop's own page, in place. What cannot be shown so is handed over.
#[component]
pub fn Embedded(
    /// The checkout.
    state: CheckoutState,
) -> View {
    let words = state.shop.words;
    let (ready, failed) = (RwSignal::new(false), RwSignal::new(false));
    let url = state.checkout.with_untracked(|checkout| checkout.as_ref().and_then(|checkout| checkout.continue_url.clone()));
    let url = url.unwrap_or_default();
    state.look_on_return(&url);
    let frame = NodeRef::<web_sys::HtmlIFrameElement>::new();
    frame.on_load(move |frame| state.embed(frame, ready, failed));
    view! {
        {move || if failed.get() {
            view! { <HandOff state/> }
        } else {
            view! {
                <section class="elsewhere">
                    {heading(words.get(Key::Elsewhere))}
                    {move || (!ready.get()).then(|| view! { <p class="aside" role="status">{words.get(Key::Loading)}</p> })}
                    <iframe
                        class="challenge-frame"
                        node_ref=frame
                        title=words.get(Key::Elsewhere)
                        sandbox="allow-scripts allow-forms allow-same-origin"
                        credentialless=""
                        referrerpolicy="strict-origin"
                    ></iframe>
                    <a class="button quiet" href=url.clone() target="_blank" rel="opener">{words.get(Key::ToShop)}</a>
                </section>
            }
        }}
    }
}

/// The shop's own page has something to ask.
#[component]
pub fn HandOff(
    /// The checkout.
    state: CheckoutState,
) -> View {
    let words = state.shop.words;
    let checkout = state.checkout.get_untracked().unwrap_or_default();
    let url = checkout.continue_url.filter(|url| is_safe(url));
    state.look_on_return(url.as_deref().unwrap_or_default());
    view! {
        <section class="elsewhere">
            {heading(words.get(Key::Elsewhere))}
            {checkout.messages.into_iter().map(says).collect::<View>()}
            <p class="quiet">{words.get(Key::ElsewhereAdvice)}</p>
            {url.map(|url| view! {
                <a class="button main" part="button" href=url target="_blank" rel="opener">{words.get(Key::ToShop)}</a>
            })}
        </section>
    }
}

/// The payment is being processed.
#[component]
pub fn Waiting(
    /// The checkout.
    state: CheckoutState,
) -> View {
    let words = state.shop.words;
    state.look_on_return("");
    view! {
        <section class="elsewhere">
            <div class="spinner" aria-hidden="true"></div>
            {heading(words.get(Key::Paying))}
            <p class="quiet" role="status">{words.get(Key::PayingAdvice)}</p>
        </section>
    }
}
