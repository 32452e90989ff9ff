//! One small stroke set, drawn for this widget on a 24 × 24 grid. Icons that mean a direction turn with the script's.
//!
//! Constants and no table: a chunk carries the drawings that its screens use, and no others.

use crate::dom::{View, view};
use leptos::prelude::*;

/// The path of an icon, and whether it points somewhere.
pub type Drawing = (&'static str, bool);

/// As its name says.
pub const BACK: Drawing = ("M15 5l-7 7 7 7", true);
/// As its name says.
pub const ON: Drawing = ("M9 5l7 7-7 7", true);
/// As its name says.
pub const FIND: Drawing = ("M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5", false);
/// As its name says.
pub const CLOSE: Drawing = ("M6 6l12 12M18 6L6 18", false);
/// As its name says.
pub const BAG: Drawing = ("M5 8h14l1 12H4L5 8zm4 0V7a3 3 0 0 1 6 0v1", false);
/// As its name says.
pub const PLUS: Drawing = ("M12 5v14M5 12h14", false);
/// As its name says.
pub const MINUS: Drawing = ("M5 12h14", false);
/// As its name says.
pub const CHECK: Drawing = ("M5 12.5l4.5 4.5L19 7.5", false);
/// As its name says.
pub const WARN: Drawing = ("M12 4l9 16H3L12 4zm0 6v5m0 2.4v.1", false);
/// As its name says.
pub const INFO: Drawing = ("M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5m0-9v.1", false);
/// As its name says.
pub const BIN: Drawing = ("M5 7h14M10 7V5h4v2m-7 0l1 13h8l1-13", false);
/// As its name says.
pub const TRUCK: Drawing = (
    "M3 6h11v10H3zm11 4h4l3 3v3h-7M7 19a1.6 1.6 0 1 0 0-3.2A1.6 1.6 0 0 0 7 19zm10 0a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2z",
    true,
);
/// As its name says.
pub const LOCK: Drawing = ("M6 11h12v9H6zm2.5 0V8a3.5 3.5 0 0 1 7 0v3", false);
/// As its name says.
pub const SHARE: Drawing = ("M12 15V4M8 7.5L12 3.5l4 4M6 12v8h12v-8", false);
/// As its name says.
pub const STAR: Drawing = ("M12 4l2.4 5.2 5.6.6-4.2 3.8 1.2 5.6-5-2.9-5 2.9 1.2-5.6L4 9.8l5.6-.6z", false);

/// An icon. Always beside a word or inside a named control, so it is hidden from screen readers.
#[component]
pub fn Icon(
    /// One of the drawings of this file.
    drawing: Drawing,
) -> View {
    let (path, directed) = drawing;
    view! {
        <svg class="icon" data-directed=directed.then_some("") viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=path></path>
        </svg>
    }
}
