//! Last: everything once more, and Pay. The finished steps stand right above, each with its Edit.

use super::summary::Lines;
use super::{legal, says};
use crate::dom::aria;
use crate::dom::{View, view};
use crate::model::notes::{self, Place};
use crate::parts::notice::{Notice, Tone};
use crate::parts::totals::Totals;
use crate::signals::{Memo, Signal};
use crate::state::checkout::{CheckoutState, Work};
use crate::text::Key;
use leptos::prelude::*;
use ucp::total::{add_up, grand_total};

/// The step.
#[component]
pub fn Review(
    /// The checkout.
    state: CheckoutState,
) -> View {
    let words = state.shop.words;
    let busy = Signal::derive(move || state.is_busy());
    let adds_up =
        Memo::new(move |_| state.checkout.with(|checkout| checkout.as_ref().is_none_or(|checkout| add_up(&checkout.totals))));
    let is_blocked = Memo::new(move |_| {
        state.checkout.with(|checkout| checkout.as_ref().is_none_or(|checkout| !notes::blockers(checkout).is_empty()))
    });
    let price = move || {
        state.checkout.with(|checkout| {
            let checkout = checkout.as_ref()?;
            Some(words.money(grand_total(&checkout.totals)?.amount, &checkout.currency))
        })
    };
    // What only the bag can mend leads there: the button stays the same element, so that the focus stays on it.
    let to_bag = move || is_blocked.get() && state.has_bag();
    let label = move || match state.work.get() {
        _ if to_bag() => words.get(Key::BackToBag),
        Work::Paying | Work::Unsure => words.get(Key::Paying),
        Work::Saving => words.get(Key::Saving),
        Work::Idle => words.fill(Key::Pay, &[("price", &price().unwrap_or_default())]),
    };
    let totals = move || {
        state.checkout.get().map(|checkout| {
            let notes = notes::at(&checkout, Place::Totals).into_iter().map(says).collect::<View>();
            view! {
                <Totals totals=checkout.totals currency=checkout.currency busy/>
                {notes}
            }
        })
    };
    let progress = move || match state.work.get() {
        Work::Paying => Some(words.get(Key::PayingAdvice)),
        Work::Unsure => Some(words.get(Key::Unsure)),
        _ => None,
    };
    let pay = move || {
        if !adds_up.get() {
            return view! {
                <Notice tone=Tone::Error text=words.get(Key::SumMismatch)/>
                <super::payment::ToShop state/>
            };
        }
        view! {
            <button
                type="button"
                class="button main"
                part="button"
                aria-disabled=move || (busy.get() || (is_blocked.get() && !state.has_bag())).then_some("true")
                aria-busy=move || aria(busy.get())
                on:click=move |_| {
                    if !is_blocked.get_untracked() {
                        state.pay();
                    } else if state.has_bag() {
                        state.to_bag();
                    }
                }
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="step-form review">
            <Lines state/>
            {totals}
            {move || legal(state)}
            {pay}
            <p class="progress quiet" role="status">{progress}</p>
        </div>
    }
}
