//! The size guide: what each size measures, in centimetres or inches.

use crate::dom::aria;
use crate::dom::{View, view};
use crate::model::selection::chosen;
use crate::signals::{Memo, RwSignal};
use crate::state::Shop;
use crate::state::product::ProductState;
use crate::text::{Key, format};
use leptos::prelude::*;
use ucp::catalog::SizeRow;

/// The unit of ECMA-402, its symbol, and millimetres in one.
const UNITS: [(&str, &str, f64); 2] = [("centimeter", "cm", 10.0), ("inch", "in", 25.4)];

/// The guide, folded.
#[component]
pub fn Guide(
    /// The element's states.
    shop: Shop,
    /// The product and the choices.
    state: ProductState,
    /// A row for each size.
    rows: Vec<SizeRow>,
) -> View {
    let words = shop.words;
    let inches = shop.config().is_some_and(|config| matches!(config.context.address_country.as_deref(), Some("US" | "GB")));
    let unit = RwSignal::new(usize::from(inches));
    let head = rows.first().map(|row| row.measures.iter().map(|measure| measure.name.clone()).collect()).unwrap_or_default();
    let head: Vec<String> = head;
    // What sizes are called here stands among the options.
    let sizes = {
        let first = rows.first().map(|row| row.size.clone()).unwrap_or_default();
        state.product.with_untracked(|product| {
            let options = product.iter().flat_map(|product| &product.options);
            options
                .into_iter()
                .find(|option| option.values.iter().any(|value| value.label == first))
                .map(|option| option.name.clone())
        })
    };
    let labels = Memo::new(move |_| {
        let chosen = state.product.with(|product| product.as_ref().and_then(chosen).map(|variant| variant.options.clone()));
        chosen.unwrap_or_default().into_iter().map(|option| option.label).collect::<Vec<_>>()
    });
    let row = move |row: SizeRow| {
        let size = row.size.clone();
        let cell = move |millimetres: i64| {
            move || {
                let (name, _, one) = UNITS[unit.get()];
                // Far below where a float skips integers.
                format::figure(&words.locale(), millimetres as f64 / one, 1, Some(name))
            }
        };
        view! {
            <tr data-chosen=move || labels.with(|labels| labels.contains(&size))>
                <th scope="row"><bdi>{row.size}</bdi></th>
                {row.measures.into_iter().map(|measure| view! { <td>{cell(measure.millimetres)}</td> }).collect::<View>()}
            </tr>
        }
    };
    let switch = move |n: usize| {
        view! {
            <button
                type="button"
                class="unit"
                aria-pressed=move || aria(unit.get() == n)
                on:click=move |_| unit.set(n)
            >
                {UNITS[n].1}
            </button>
        }
    };
    view! {
        <details class="guide">
            <summary class="guide-head">{words.get(Key::SizeGuide)}</summary>
            <div class="units" dir="ltr" role="group" aria-label=words.get(Key::SizeGuide)>{(0..UNITS.len()).map(switch).collect::<View>()}</div>
            <div class="guide-room">
                <table class="guide-table" aria-label=words.get(Key::SizeGuide)>
                    <thead>
                        <tr>
                            <th scope="col" dir="auto">{sizes}</th>
                            {head.into_iter().map(|name| view! { <th scope="col" dir="auto">{name}</th> }).collect::<View>()}
                        </tr>
                    </thead>
                    <tbody>{rows.into_iter().map(row).collect::<View>()}</tbody>
                </table>
            </div>
        </details>
    }
}
