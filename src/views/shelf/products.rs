//! The cards themselves: as many as the eye can reach, however many there are, and the next ones as it goes on.

use super::card::{Card, ghost};
use crate::config::Layout;
use crate::dom::{NodeRef, View, each, on_scroll, view};
use crate::model::placement::pixels;
use crate::model::window::{Lie, WHOLE, Window};
use crate::parts::notice::Failure;
use crate::signals::{RwSignal, pause, spawn_local};
use crate::state::{
    Shop,
    shelf::{Load, ShelfState},
};
use crate::text::Key;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// How many cards are drawn before the browser may paint: at first as many as the door has drawn the shape of.
const STEP: usize = 6;

/// How far from the end of the list the next products are asked for, in lengths of what is seen.
const NEAR_THE_END: i32 = 2;

/// The list.
#[component]
pub fn Products(
    /// The element's states.
    shop: Shop,
    /// Which products.
    state: ShelfState,
    /// How they lie.
    layout: Layout,
    /// Where the list is put.
    list: NodeRef<HtmlElement>,
) -> View {
    let words = shop.words;
    let is_new = state.products.with_untracked(Vec::is_empty);
    let window = RwSignal::new(if is_new { Window::whole(STEP) } else { Window::default() });
    let look = move || {
        let (Some(list), Some(total)) = (list.get_untracked(), state.products.try_with_untracked(Vec::len)) else { return };
        let lie = lie(&list, layout);
        let drawn = lie.map_or_else(|| Window::whole(total), |lie| Window::of(total, lie));
        if window.try_get_untracked().is_some_and(|before| before != drawn) {
            window.set(drawn);
        }
        let length =
            lie.map_or(0, |lie| i32::try_from(total.div_ceil(lie.across.max(1))).unwrap_or(i32::MAX).saturating_mul(lie.pitch));
        // A list that is not shown has no measure, and its end is not near.
        let near = lie.is_some_and(|lie| lie.pitch > 0 && length - lie.scrolled - lie.seen < NEAR_THE_END * lie.seen);
        if near && state.has_more() && state.load.get_untracked() == Load::Idle {
            state.more(shop);
        }
    };
    on_scroll(list, look);
    // New products are drawn a few at a time, and the browser may paint between them; all have to be there before the list can be
    // measured again.
    let grow = move || {
        let (Some(drawn), Some(total)) = (window.try_get_untracked(), state.products.try_with_untracked(Vec::len)) else {
            return false;
        };
        let next = Window::whole(drawn.to + STEP);
        let is_on = drawn.to > 0 && drawn == Window::whole(drawn.to) && next.to < total.min(WHOLE);
        if is_on {
            window.set(next);
        }
        is_on
    };
    crate::signals::Effect::new(move |_| {
        state.products.track();
        if !state.is_busy() {
            spawn_local(async move {
                pause(0).await;
                while grow() {
                    pause(0).await;
                }
                look();
            });
        }
    });
    let shown = move || {
        let drawn = window.get();
        state.products.with(|products| {
            let to = if drawn.to == 0 { products.len() } else { drawn.to.min(products.len()) };
            products
                .iter()
                .enumerate()
                .take(to)
                .skip(drawn.from)
                .map(|(index, product)| (index, product.clone()))
                .collect::<Vec<_>>()
        })
    };
    // The shelf comes back with the connection.
    let online = window_event_listener(leptos::ev::online, move |_| {
        if matches!(state.load.try_get_untracked(), Some(Load::Failed(_))) {
            state.more(shop);
        }
    });
    on_cleanup(move || online.remove());
    let is_empty = move || state.products.with(Vec::is_empty);
    let ahead = move || if is_empty() { 6 } else { 2 };
    view! {
        <ul
            class="cards"
            part="cards"
            node_ref=list
            role="list"
            data-long=move || { let drawn = window.get(); drawn.before > 0 || drawn.after > 0 }
            var:before=move || pixels(window.get().before)
            var:after=move || pixels(window.get().after)
        >
            {each(
                shown,
                move |(_, product)| state.key(product),
                move |(index, product)| view! {
                    <li class="card" part="card" aria-posinset=(index + 1) as i64 aria-setsize=move || state.total.get().unwrap_or(-1) as f64>
                        <Card shop product index large=index == 0 && layout == Layout::Spotlight/>
                    </li>
                },
            )}
            {move || state.is_busy().then(|| (0..ahead()).map(|_| ghost()).collect::<View>())}
        </ul>
        {move || match state.load.get() {
            Load::Failed(error) => view! { <Failure error on_retry=move || state.more(shop)/> },
            Load::Idle if is_empty() => {
                let text = match state.sought.get_value().query {
                    Some(query) => words.fill(Key::NothingFound, &[("query", &query)]),
                    None => words.get(Key::ShelfEmpty),
                };
                view! { <p class="shelf-empty" role="status"><slot name="empty">{text}</slot></p> }
            }
            _ => View::Nothing,
        }}
    }
}

/// How the list lies now; nothing while it has no two lines to measure by.
fn lie(list: &HtmlElement, layout: Layout) -> Option<Lie> {
    let cards = list.children();
    let card = |index: u32| cards.item(index)?.dyn_into::<HtmlElement>().ok();
    let first = card(0)?;
    if layout == Layout::Row {
        let pitch = (card(1)?.offset_left() - first.offset_left()).abs();
        return Some(Lie { across: 1, pitch, scrolled: list.scroll_left().abs(), seen: list.client_width() });
    }
    let top = first.offset_top();
    let next = (1..cards.length()).find_map(|index| card(index).filter(|card| card.offset_top() > top).map(|card| (index, card)));
    let (across, next) = next?;
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    #[expect(clippy::cast_possible_truncation, reason = "pixels")]
    let (scrolled, seen) = (-list.get_bounding_client_rect().top() as i32, height as i32);
    // The large product of a spotlight lies across several lines: the list below it is measured by its small ones.
    let pitch = if layout == Layout::Spotlight { 0 } else { next.offset_top() - top };
    Some(Lie { across: across as usize, pitch, scrolled, seen })
}
