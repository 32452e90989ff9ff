//! What is being bought: folded at the top with its total, and in full at the review.

use super::says;
use crate::dom::{View, view};
use crate::model::notes::{self, Place};
use crate::parts::icon::{self, Icon};
use crate::parts::inscription::inscription;
use crate::parts::totals::Totals;
use crate::signals::Signal;
use crate::state::checkout::CheckoutState;
use crate::text::{Key, format};
use leptos::prelude::*;
use ucp::cart::LineItem;
use ucp::message::Message;
use ucp::total::grand_total;

/// How wide the element must be for the summary to stand open, in CSS pixels.
const WIDE: i32 = 900;

/// The lines, each with what the shop says about it.
#[component]
pub fn Lines(
    /// The checkout.
    state: CheckoutState,
) -> View {
    let words = state.shop.words;
    let line = move |line: LineItem, currency: &str, said: Vec<Message>| {
        let amount = grand_total(&line.totals).map_or(line.item.price * line.quantity, |row| row.amount);
        view! {
            <li class="bought">
                <div class="bought-picture">
                    {line.item.image_url.map(|url| view! { <img class="img" src=url alt="" width="56" height="56" loading="lazy"/> })}
                </div>
                <p class="bought-title">
                    <bdi>{line.item.title}</bdi>
                    <span class="quiet">"\u{a0}×\u{a0}" {format::number(&words.locale(), line.quantity)}</span>
                    {line.text.map(inscription)}
                </p>
                <span class="bought-total">{words.money(amount, currency)}</span>
                <div class="bought-said">{said.into_iter().map(says).collect::<View>()}</div>
            </li>
        }
    };
    let lines = move || {
        state.checkout.get().map(|checkout| {
            let said: Vec<_> = (0..checkout.line_items.len()).map(|index| notes::at(&checkout, Place::Line(index))).collect();
            let currency = checkout.currency;
            checkout.line_items.into_iter().zip(said).map(|(item, said)| line(item, &currency, said)).collect::<View>()
        })
    };
    view! {
        <ul class="bought-list" role="list">{lines}</ul>
    }
}

/// The summary that folds.
#[component]
pub fn Summary(
    /// The checkout.
    state: CheckoutState,
) -> View {
    let words = state.shop.words;
    let is_wide = state.shop.host().is_some_and(|host| host.offset_width() >= WIDE);
    let busy = Signal::derive(move || state.is_busy());
    let total = move || {
        state.checkout.with(|checkout| {
            let checkout = checkout.as_ref()?;
            Some(words.money(grand_total(&checkout.totals)?.amount, &checkout.currency))
        })
    };
    let totals =
        move || state.checkout.get().map(|checkout| view! { <Totals totals=checkout.totals currency=checkout.currency busy/> });
    view! {
        <details class="summary" open=is_wide>
            <summary class="summary-head">
                <Icon drawing=icon::BAG/>
                <span class="summary-title">{words.get(Key::Summary)}</span>
                <span class="summary-total" data-busy=move || busy.get().then_some("")>{total}</span>
            </summary>
            <Lines state/>
            {totals}
        </details>
    }
}
