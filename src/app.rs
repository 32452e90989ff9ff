//! Picks what fills the element, and where the later screens come in.
//!
//! The later screens are fetched when the browser is idle or at the first sign of intent; see [`seam`].

pub mod seam;

use crate::client::transport::Door;
use crate::config::Page;
use crate::dom::{Mounted, NodeRef, View, view};
use crate::error::Error;
use crate::parts::notice::Failure;
use crate::signals::{Effect, RwSignal, StoredValue};
use crate::state::Shop;
use crate::views;
use leptos::prelude::*;
use seam::panel_chunk;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// How long the browser may put off fetching the later screens when it is busy, in milliseconds.
const IDLE_MS: i32 = 2500;

/// Where the later screens stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Later {
    Absent,
    Coming,
    Here,
    Failed,
}

/// The element's content.
#[component]
pub fn App(
    /// The element's states.
    shop: Shop,
    /// The child of the shadow root that holds everything.
    root: HtmlElement,
    /// The page's door.
    door: Door,
) -> View {
    let page = shop.config().map_or(Page::Shelf, |config| config.page);
    let slot = NodeRef::<web_sys::HtmlElement>::new();
    let later = RwSignal::new(Later::Absent);
    let handle = StoredValue::new(None::<Mounted>);
    // A strong owner in a closure that it owns would be a circle: nothing would ever be cleaned up.
    let owner = Owner::current().map(|owner| owner.downgrade());
    let ingredients = StoredValue::new((root, door, owner));

    let load = move || {
        if matches!(later.try_get_untracked(), None | Some(Later::Coming | Later::Here)) {
            return;
        }
        later.set(Later::Coming);
        crate::signals::spawn_local(async move {
            let Some((root, door, owner)) = ingredients.try_get_value() else { return };
            let (Some(at), Some(owner)) = (slot.get_untracked(), owner.and_then(|owner| owner.upgrade())) else { return };
            let dressed = door.dress(&root.get_root_node().into()).await;
            // Mounting hands over the words and the shop through the owner's context.
            let mounted = if dressed.is_ok() { panel_chunk(at, owner, shop).await } else { Err(Error::Chunk) };
            match mounted {
                Ok(mounted) if later.try_set(Later::Here).is_none() => handle.set_value(Some(mounted)),
                Ok(_) => {}
                Err(_) => drop(later.try_set(Later::Failed)),
            }
        });
    };
    // Not before the shelf is there: its answer and pictures come over the same line.
    let ahead = StoredValue::new(false);
    Effect::new(move |_| {
        if !shop.shelf.is_busy() && !ahead.get_value() {
            ahead.set_value(true);
            when_idle(load);
        }
    });
    // Any open screen wants the panel: after a click that came before the idle moment, and after a failure once more.
    Effect::new(move |_| {
        if shop.screens.top().is_some() || page != Page::Shelf {
            load();
        }
    });
    follow_history(shop);
    shop.follow_video();

    view! {
        {(page == Page::Shelf).then(|| view! { <views::shelf::Shelf shop/> })}
        {move || {
            (later.get() == Later::Failed && (page != Page::Shelf || shop.screens.top().is_some()))
                .then(|| view! { <Failure error=Error::Chunk on_retry=load/> })
        }}
        <div class="later" node_ref=slot></div>
        <p class="aside" role="status" aria-live="polite">{move || shop.announcement.get()}</p>
    }
}

/// Runs `work` when the browser has nothing better to do. With data saver on, intent alone loads the later screens.
fn when_idle(work: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let saves_data = || -> Option<bool> {
        let connection = js_sys::Reflect::get(&window.navigator(), &"connection".into()).ok()?;
        js_sys::Reflect::get(&connection, &"saveData".into()).ok()?.as_bool()
    };
    if saves_data() == Some(true) {
        return;
    }
    let work = Closure::once_into_js(work);
    let idle =
        js_sys::Reflect::get(&window, &"requestIdleCallback".into()).ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    match idle {
        Some(idle) => {
            let options = ucp::js::object();
            ucp::js::set(&options, "timeout", IDLE_MS.into());
            let _ = idle.call2(&window, &work, &options);
        }
        None => {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), IDLE_MS);
        }
    }
}

/// Back and Forward open and close layers.
fn follow_history(shop: Shop) {
    let handle = window_event_listener(leptos::ev::popstate, move |_| shop.screens.follow_history());
    on_cleanup(move || handle.remove());
}
