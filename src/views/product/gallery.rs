//! The pictures: to swipe or step through, with a dot or a thumbnail each. A picture opens over the sheet, to be looked at closely.

use super::{face, pictures};
use crate::dom::aria;
use crate::dom::{NodeRef, View, each, on_scroll, view};
use crate::parts::{
    icon::{self, Icon},
    picture::Picture,
};
use crate::signals::{Effect, Memo, RwSignal};
use crate::state::{Shop, product::ProductState, screen::Screen};
use crate::text::{Key, Words};
use leptos::prelude::*;
use ucp::catalog::Media;
use ucp::money::plain;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, KeyboardEvent, MouseEvent};

/// The pictures of a product, and the one that is looked at.
#[derive(Clone, Copy)]
struct Album {
    words: Words,
    all: Memo<Vec<Media>>,
    shown: RwSignal<usize>,
    track: NodeRef<HtmlElement>,
}

impl Album {
    /// A picture's name: its place, and what it shows.
    fn name(self, n: usize) -> String {
        let (count, alt) = self.all.with(|all| (all.len(), all.get(n).and_then(|media| media.alt_text.clone())));
        let place = self.words.fill(Key::Picture, &[("n", &plain(n as i64 + 1)), ("count", &plain(count as i64))]);
        [place, alt.unwrap_or_default()].join(": ")
    }

    /// Shows a picture, if there is one of that number.
    fn turn(self, n: usize) {
        if n >= self.all.get_untracked().len() {
            return;
        }
        self.shown.set(n);
        if let (Some(track), Some(to)) = (self.track.get_untracked(), self.way(n)) {
            track.set_scroll_left(to);
        }
    }

    /// The element of a picture.
    fn slide(self, n: usize) -> Option<HtmlElement> {
        self.track.get_untracked()?.children().item(u32::try_from(n).ok()?)?.dyn_into().ok()
    }

    /// From the first picture to another, in CSS pixels; to the left it is negative, as scrolling is.
    fn way(self, n: usize) -> Option<i32> {
        Some(self.slide(n)?.offset_left() - self.slide(0)?.offset_left())
    }

    /// Shows the picture beside the one that is shown, where an arrow key says so; true when it did.
    fn step(self, event: &KeyboardEvent) -> bool {
        let right = match event.key().as_str() {
            "ArrowRight" => true,
            "ArrowLeft" => false,
            _ => return false,
        };
        event.prevent_default();
        let on = self.track.get_untracked().is_some_and(|track| is_rtl(&track)) != right;
        let shown = self.shown.get_untracked();
        self.turn(if on { shown + 1 } else { shown.wrapping_sub(1) });
        true
    }

    /// The picture that has been swiped to.
    fn look(self) {
        let (Some(track), Some(pitch)) = (self.track.get_untracked(), self.way(1).map(i32::abs)) else { return };
        let n = (track.scroll_left().abs() + pitch / 2).checked_div(pitch).and_then(|n| usize::try_from(n).ok());
        if let Some(n) = n
            && self.shown.try_get_untracked().is_some_and(|shown| shown != n)
        {
            self.shown.set(n);
        }
    }

    /// The picture that is shown has the keyboard's place.
    fn focus(self) {
        if let Some(slide) = self.shown.try_get_untracked().and_then(|shown| self.slide(shown)) {
            let _ = slide.focus();
        }
    }
}

fn is_rtl(element: &HtmlElement) -> bool {
    element.closest("[dir=rtl]").ok().flatten().is_some()
}

/// The gallery. One stop of the keyboard: arrows turn, Enter opens.
#[component]
pub fn Gallery(
    /// The element's states.
    shop: Shop,
    /// The product and the choices.
    state: ProductState,
) -> View {
    let words = shop.words;
    let all = Memo::new(move |_| state.product.with(|product| product.as_ref().map(pictures).unwrap_or_default()));
    let face = Memo::new(move |_| state.product.with(|product| product.as_ref().map_or(0, face)));
    let album = Album { words, all, shown: RwSignal::new(face.get_untracked()), track: NodeRef::new() };
    let numbered = move || all.get().into_iter().enumerate().collect::<Vec<_>>();
    let first = face.get_untracked();
    let slide = move |(n, media): (usize, Media)| {
        view! {
            <button
                type="button"
                class="slide"
                aria-label=move || album.name(n)
                tabindex=move || if album.shown.get() == n { "0" } else { "-1" }
                on:click=move |_| {
                    album.turn(n);
                    shop.screens.open(Screen::Picture);
                }
            >
                <Picture media sizes="(min-width: 48em) 34em, 100vw" eager=n == first decorative=true/>
            </button>
        }
    };
    // For the finger and the mouse: the keyboard has the arrows.
    let thumb = move |(n, media): (usize, Media)| {
        view! {
            <button
                type="button"
                class="thumb"
                tabindex="-1"
                aria-label=move || album.name(n)
                aria-pressed=move || aria(album.shown.get() == n)
                on:click=move |_| album.turn(n)
            >
                <Picture media sizes="4em" decorative=true/>
            </button>
        }
    };
    let is_open = Memo::new(move |_| shop.screens.top() == Some(Screen::Picture));
    on_scroll(album.track, move || album.look());
    let gallery = view! {
        <div class="gallery" role="group" aria-label=words.get(Key::Pictures)>
            <div
                class="slides"
                node_ref=album.track
                on:keydown=move |event| {
                    if album.step(&event) {
                        album.focus();
                    }
                }
            >
                {each(numbered, |(_, media)| media.url.clone(), slide)}
            </div>
            <div class="thumbs" hidden=move || all.with(Vec::len) < 2>{each(numbered, |(_, media)| media.url.clone(), thumb)}</div>
            {move || is_open.get().then(|| view! { <CloseUp shop album/> })}
        </div>
    };
    // The picture follows the choice, once the pictures of the choice are there.
    Effect::new(move |_| album.turn(face.get()));
    gallery
}

/// A picture over the sheet, as large as it or twice that.
#[component]
fn CloseUp(
    /// The element's states.
    shop: Shop,
    /// The pictures.
    album: Album,
) -> View {
    let words = shop.words;
    let sheet = NodeRef::<HtmlElement>::new();
    let room = NodeRef::<HtmlElement>::new();
    let button = NodeRef::<HtmlElement>::new();
    // Where the picture was touched, from its start: the point that stays in view.
    let near = RwSignal::new(None::<(i32, i32)>);
    let toggle = move |event: MouseEvent| {
        let point = match button.get_untracked() {
            // A click that a key made is nowhere: then it is the middle.
            Some(button) if event.detail() == 0 => (button.client_width() / 2, button.client_height() / 2),
            _ => (event.offset_x(), event.offset_y()),
        };
        near.update(|near| *near = near.is_none().then_some(point));
    };
    let current = move || album.all.with(|all| all.get(album.shown.get()).cloned());
    let last = move || album.shown.get() + 1 >= album.all.with(Vec::len);
    let turn = move |n: usize| {
        near.set(None);
        album.turn(n);
    };
    let close = view! {
        <div
            class="close-up"
            popover="manual"
            role="dialog"
            tabindex="-1"
            aria-label=move || album.name(album.shown.get())
            node_ref=sheet
            on:keydown=move |event: KeyboardEvent| {
                if near.get_untracked().is_none() {
                    album.step(&event);
                }
            }
        >
            // A picture has no direction: what lies left of it is left in every language.
            <div class="close-up-room" dir="ltr" node_ref=room>
                <button
                    type="button"
                    class="close-up-picture"
                    data-near=move || near.get().is_some()
                    aria-label=move || {
                        let what = words.get(if near.get().is_some() { Key::ZoomOut } else { Key::ZoomIn });
                        [what, album.name(album.shown.get())].join(": ")
                    }
                    node_ref=button
                    on:click=toggle
                >
                    {move || current().map(|media| view! { <Picture media sizes="200vw" eager=true decorative=true/> })}
                </button>
            </div>
            <div class="close-up-tools">
                <button
                    type="button"
                    class="tool"
                    aria-label=words.get(Key::ShelfPrevious)
                    disabled=move || album.shown.get() == 0
                    on:click=move |_| turn(album.shown.get_untracked().saturating_sub(1))
                >
                    <Icon drawing=icon::BACK/>
                </button>
                <button
                    type="button"
                    class="tool"
                    aria-label=words.get(Key::ShelfNext)
                    disabled=last
                    on:click=move |_| turn(album.shown.get_untracked() + 1)
                >
                    <Icon drawing=icon::ON/>
                </button>
                <button type="button" class="tool" aria-label=words.get(Key::Close) on:click=move |_| shop.screens.back()>
                    <Icon drawing=icon::CLOSE/>
                </button>
            </div>
        </div>
    };
    sheet.on_load(move |sheet| {
        shop.place_panel(&sheet);
        let _ = sheet.show_popover();
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    });
    on_scroll(sheet, move || {
        if let Some(sheet) = sheet.get_untracked() {
            shop.place_panel(&sheet);
        }
    });
    // After the picture has grown: the point that was touched comes to the middle.
    Effect::new(move |_| {
        if let (Some((x, y)), Some(room)) = (near.get(), room.get_untracked()) {
            room.set_scroll_left(2 * x - room.client_width() / 2);
            room.set_scroll_top(2 * y - room.client_height() / 2);
        }
    });
    on_cleanup(move || album.focus());
    close
}
