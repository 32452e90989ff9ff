//! Totals: every row that the shop sent, in its order, with its words. Nothing is added, left out or computed here.

use crate::dom::aria;
use crate::dom::{View, view};
use crate::signals::Signal;
use crate::text::{Key, words};
use leptos::prelude::*;
use ucp::total::{Total, TotalType};

/// What a row is called when the shop has no words for it.
fn label(kind: &TotalType) -> Option<Key> {
    Some(match kind {
        TotalType::Subtotal => Key::TotalSubtotal,
        TotalType::Discount => Key::TotalDiscount,
        TotalType::ItemsDiscount => Key::TotalItemsDiscount,
        TotalType::Fulfillment => Key::TotalFulfillment,
        TotalType::Tax => Key::TotalTax,
        TotalType::Fee => Key::TotalFee,
        TotalType::Total => Key::TotalTotal,
        TotalType::Other(_) => return None,
    })
}

/// The totals of a cart, a checkout or an order.
#[component]
pub fn Totals(
    /// The rows as sent.
    totals: Vec<Total>,
    /// ISO 4217; the unit of every amount.
    currency: String,
    /// The shop has not confirmed them yet.
    #[prop(into)]
    busy: Signal<bool>,
) -> View {
    let words = words();
    let row = move |total: Total| {
        let is_total = total.kind == TotalType::Total;
        let shown = total.display_text.filter(|text| !text.is_empty());
        let name =
            shown.unwrap_or_else(|| label(&total.kind).map_or_else(|| total.kind.as_str().to_owned(), |key| words.get(key)));
        // The lines of the subtotal are the items, which stand on the same screen with their amounts.
        let lines = if total.kind == TotalType::Subtotal { Vec::new() } else { total.lines };
        let parts = lines.into_iter().map(|line| (line.display_text, words.money(line.amount, &currency)));
        let parts = parts
            .map(|(name, amount)| {
                view! {
                    <div class="total-row total-part quiet">
                        <dt dir="auto">{name}</dt>
                        <dd>{amount}</dd>
                    </div>
                }
            })
            .collect::<View>();
        view! {
            <div class="total-row" data-total=is_total.then_some("")>
                <dt dir="auto">{name}</dt>
                <dd>{words.money(total.amount, &currency)}</dd>
            </div>
            {parts}
        }
    };
    let rows = totals.into_iter().map(row).collect::<View>();
    view! {
        <dl class="totals" part="totals" data-busy=move || busy.get().then_some("") aria-busy=move || aria(busy.get())>
            {rows}
        </dl>
    }
}
