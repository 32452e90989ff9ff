//! The one context of an element: its configuration, its client, and the states that live as long as it does.

use super::{screen::Screens, shelf::ShelfState};
use crate::client::Client;
use crate::config::{Config, pinned};
use crate::host::{events, share, storage, video};
use crate::model::placement;
use crate::signals::{RwSignal, StoredValue};
use crate::text::Words;
use leptos::prelude::*;
use std::future::Future;
use ucp::money::plain;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// What every view of an element finds in its context. A handle: copy it into closures.
#[derive(Clone, Copy, Debug)]
pub struct Shop {
    config: StoredValue<Config>,
    client: StoredValue<Client>,
    host: StoredValue<HtmlElement>,
    device: StoredValue<storage::Shelf>,
    /// The words of the element's language.
    pub words: Words,
    /// The products under the video.
    pub shelf: ShelfState,
    /// What is open over the shelf.
    pub screens: Screens,
    /// The product that the video shows now, when the page has said what it shows when.
    pub pinned: RwSignal<Option<String>>,
    /// How many things are in the bag, as last heard.
    pub bag_count: RwSignal<i64>,
    /// What a screen reader should be told now.
    pub announcement: RwSignal<String>,
}

impl Shop {
    /// The states of a new element. Must be called under its owner.
    #[must_use]
    pub fn new(config: Config, client: Client, host: HtmlElement, words: Words) -> Self {
        let device = storage::Shelf::of(&config.store);
        let count = device.get("count").and_then(|count| count.parse().ok()).unwrap_or(0);
        let owner = [config.store.as_str(), "#", config.collection.as_deref().unwrap_or_default()].concat();
        let history = host.get_attribute("history").as_deref() != Some("off");
        Self {
            screens: Screens::new(owner, history),
            config: StoredValue::new(config),
            client: StoredValue::new(client),
            host: StoredValue::new(host),
            device: StoredValue::new(device),
            words,
            shelf: ShelfState::new(),
            pinned: RwSignal::new(None),
            bag_count: RwSignal::new(count),
            announcement: RwSignal::new(String::new()),
        }
    }

    /// The shop of the element that is being drawn.
    #[must_use]
    pub fn of_context() -> Option<Self> {
        use_context()
    }

    /// The element's configuration.
    #[must_use]
    pub fn config(self) -> Option<Config> {
        self.config.try_get_value()
    }

    /// The element itself.
    #[must_use]
    pub fn host(self) -> Option<HtmlElement> {
        self.host.try_get_value()
    }

    /// What the device remembers for this store.
    #[must_use]
    pub fn device(self) -> Option<storage::Shelf> {
        self.device.try_get_value()
    }

    /// Keeps [`Shop::pinned`] in step with the video.
    pub fn follow_video(self) {
        let Some(config) = self.config().filter(|config| !config.pins.is_empty()) else { return };
        let Some(selector) = config.video else { return };
        let pins = config.pins;
        video::on_time(&selector, move |now| {
            let shown = pinned(&pins, now);
            if self.pinned.try_get_untracked().is_some_and(|before| before != shown) {
                self.pinned.set(shown);
            }
        });
    }

    /// Runs a call in the background. It ends quietly when the element is gone.
    pub fn spawn<F: Future<Output = ()> + 'static>(self, work: impl FnOnce(Client) -> F + 'static) {
        if let Some(client) = self.client.try_get_value() {
            crate::signals::spawn_local(work(client));
        }
    }

    /// Tells the page (a `fan-*` event).
    pub fn tell(self, name: &str, details: &[(&str, JsValue)]) {
        if let Some(host) = self.host() {
            events::tell(&host, name, details);
        }
    }

    /// Tells a screen reader.
    pub fn announce(self, text: String) {
        self.announcement.try_set(text);
    }

    /// Shares a product: by the shop's page for it, else by this page's address, which opens it. Calls back when the link was
    /// copied, because nothing else shows that.
    pub fn share(self, id: &str, title: &str, url: Option<&str>, on_copied: impl FnOnce() + 'static) {
        let url = url.map_or_else(|| self.screens.link(id), str::to_owned);
        let title = title.to_owned();
        crate::signals::spawn_local(async move {
            if share::share(&title, &url).await {
                on_copied();
            }
        });
    }

    /// Puts the panel where the video is not: beside it when there is room, else beneath it, else over the lower part of
    /// the page. Written as custom properties through CSSOM; the style sheet does the rest.
    pub fn place_panel(self, panel: &HtmlElement) {
        let seen = self.config().and_then(|config| config.video).and_then(|selector| video::visible_box(&selector));
        let (width, height) = video::viewport();
        let rtl = panel.closest("[dir=rtl]").ok().flatten().is_some();
        let place =
            placement::place(seen.map(|seen| (seen.left(), seen.top(), seen.right(), seen.bottom())), (width, height), rtl);
        let style = panel.style();
        let _ = panel.set_attribute("data-place", place.word());
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
        let [top, room] = [place.top(), place.room()].map(|length| placement::pixels(length.ceil() as i32));
        let _ = style.set_property("--_top", &top);
        let _ = style.set_property("--_room", &room);
    }

    /// Sets the number on the bag, here and for the next visit.
    pub fn set_bag_count(self, count: i64) {
        if let Some(device) = self.device() {
            device.set("count", (count > 0).then(|| plain(count)).as_deref());
        }
        self.bag_count.try_set(count);
    }
}
