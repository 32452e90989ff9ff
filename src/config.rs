//! The element's attributes, typed. `cargo xtask docs` takes their table from here.
//!
//! | attribute | meaning |
//! |---|---|
//! | `store` | origin of the UCP shop; this page's own when left out |
//! | `collection` | the category whose products are on the shelf; all products when left out |
//! | `video` | CSS selector of the player; the panel opens beside or beneath it, never over it |
//! | `lang` | language of every word: `en`, `ar`, `es`, `fr`, `de`, `ja`, `he`, `pt-BR`, `hi`, `id`, `tr`, also with a region (`es-419`, `en_US`); else the page's, else the browser's, else English |
//! | `country` | market hint (ISO 3166-1); the shop decides, and prices come from it |
//! | `currency` | currency hint (ISO 4217); the shop decides |
//! | `heading` | the words over the shelf |
//! | `layout` | `row` (default), `grid`, `list`, `spotlight` (one large, the others small), `bar` (a slim line), `pin` (one product over a vertical video), `bag` (a button); what the last three hold back opens in the panel |
//! | `pins` | for `pin`: which product the video shows from which second on, `pins="prod_1@0 prod_2@12"` |
//! | `theme` | `paper` (default), `night`, `pop`, `press`; each in light and dark |
//! | `scheme` | `light` or `dark`; else as the page's `color-scheme` |
//! | `history` | `off` when the page owns its router: layers are then no history entries |
//! | `page` | `checkout` or `order`: the element is that page, for the shop's own links |

use js_sys::Reflect;
use ucp::js::Value as _;
use ucp::party::Context;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::HtmlElement;

/// What fills the element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The shelf; everything else opens over it in the panel.
    Shelf,
    /// One checkout, in place (the shop's own page for it).
    Checkout,
    /// One order, in place (the page its permalink leads to).
    Order,
}

/// How the shelf lies on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A row that scrolls sideways, with the next card peeking in.
    Row,
    /// Cards in columns.
    Grid,
    /// One product a line.
    List,
    /// One large product, small ones after it.
    Spotlight,
    /// One slim line under a player; the shelf opens in the panel.
    Bar,
    /// One product over a vertical video, as the video's time says.
    Pin,
    /// A button that opens everything.
    Bag,
}

impl Layout {
    const ALL: [Self; 7] = [Self::Row, Self::Grid, Self::List, Self::Spotlight, Self::Bar, Self::Pin, Self::Bag];

    /// As the attribute and the style sheet call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Grid => "grid",
            Self::List => "list",
            Self::Spotlight => "spotlight",
            Self::Bar => "bar",
            Self::Pin => "pin",
            Self::Bag => "bag",
        }
    }

    /// The layout that a word names; a row when it names none.
    #[must_use]
    pub fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|layout| layout.word() == word).unwrap_or(Self::Row)
    }
}

/// A product that the video shows from a moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Whole seconds from the video's start.
    pub from: u32,
    /// The product's id.
    pub product: String,
}

/// The moments that `pins="prod_1@12 prod_2@40"` names; what cannot be read is left out.
fn moments(pins: &str) -> Vec<Moment> {
    let moment = |pin: &str| {
        let (product, from) = pin.rsplit_once('@')?;
        Some(Moment { from: from.parse().ok()?, product: product.to_owned() })
    };
    pins.split(' ').filter_map(moment).collect()
}

/// The product that a moment of the video shows: the one pinned last. `now` is in seconds.
#[must_use]
pub fn pinned(pins: &[Moment], now: u32) -> Option<String> {
    let begun = pins.iter().filter(|pin| pin.from <= now);
    begun.reduce(|last, pin| if pin.from >= last.from { pin } else { last }).map(|pin| pin.product.clone())
}

/// The configuration of one element.
#[derive(Clone, Debug)]
pub struct Config {
    /// Origin of the shop, without a slash at the end.
    pub store: String,
    /// The category whose products are shown; none shows everything.
    pub collection: Option<String>,
    /// BCP 47 language of every word shown.
    pub lang: String,
    /// What fills the element.
    pub page: Page,
    /// Market hints sent with every request.
    pub context: Context,
    /// The heading over the shelf.
    pub heading: Option<String>,
    /// How the shelf lies.
    pub layout: Layout,
    /// What the video shows when, for a pin.
    pub pins: Vec<Moment>,
    /// CSS selector of the video that the panel must not cover.
    pub video: Option<String>,
}

impl Config {
    /// Reads what the door has prepared (`settings`) and the element's own attributes.
    #[must_use]
    pub fn read(host: &HtmlElement, settings: &JsValue) -> Self {
        let text = |name: &str| Reflect::get(settings, &name.into()).ok().and_then(|value| value.as_string());
        let attribute = |name: &str| host.get_attribute(name).filter(|value| !value.is_empty());
        let context = Reflect::get(settings, &"context".into()).unwrap_or(JsValue::UNDEFINED);
        Self {
            store: text("store").unwrap_or_default(),
            collection: text("collection"),
            lang: text("lang").unwrap_or_else(|| "en".to_owned()),
            page: match text("page").as_deref() {
                Some("checkout") => Page::Checkout,
                Some("order") => Page::Order,
                _ => Page::Shelf,
            },
            context: Context::from_js(&context).unwrap_or_default(),
            heading: attribute("heading"),
            layout: Layout::of(&attribute("layout").unwrap_or_default()),
            pins: moments(&attribute("pins").unwrap_or_default()),
            video: attribute("video"),
        }
    }
}

/// The answer to the first catalog request, which the door sent before wasm was there; nothing when it is what the shop answered
/// last time.
#[must_use]
pub fn first_answer(settings: &JsValue) -> Option<js_sys::Promise> {
    Reflect::get(settings, &"first".into()).ok()?.dyn_into().ok()
}

/// What the shop answered when this shelf was last visited on this device.
#[must_use]
pub fn last_answer(settings: &JsValue) -> Option<JsValue> {
    Reflect::get(settings, &"last".into()).ok().filter(|last| !last.is_undefined())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_is_found_by_its_word_and_rubbish_is_a_row() {
        for layout in Layout::ALL {
            assert_eq!(Layout::of(layout.word()), layout);
        }
        assert_eq!(Layout::of("carousel"), Layout::Row);
    }

    #[test]
    fn a_pin_is_shown_from_its_moment_until_the_next_and_rubbish_is_left_out() {
        let pins = moments(" b@40 a@12 nonsense c@soon d@-1");
        assert_eq!(pins.len(), 2);
        let shown = |now| pinned(&pins, now);
        assert_eq!((shown(11), shown(12), shown(39), shown(40)), (None, Some("a".into()), Some("a".into()), Some("b".into())));
    }
}
