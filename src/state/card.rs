//! Typing a card: the processor's frame, what it says, and the token that comes of it. The widget never sees the number.

use super::checkout::CheckoutState;
use crate::client::transport::fresh_key;
use crate::host::card_frame::{self, Word};
use crate::model::card::{Card, CardHandler};
use crate::model::placement::pixels;
use crate::signals::pause;
use crate::signals::{RwSignal, StoredValue};
use leptos::prelude::*;
use web_sys::{HtmlElement, HtmlIFrameElement};

/// How long the frame may take to appear, in milliseconds.
const FRAME_MS: i32 = 12_000;
/// How long the processor may take to answer with a token, in milliseconds.
const TOKEN_MS: i32 = 20_000;

/// The card form of a checkout. A handle.
#[derive(Clone, Copy, Debug)]
pub struct CardEntry {
    /// The form is there.
    pub ready: RwSignal<bool>,
    /// A token has been asked for.
    pub busy: RwSignal<bool>,
    /// The form or the processor cannot be reached.
    pub failed: RwSignal<bool>,
    /// Counts how often Enter was pressed in the form.
    pub entered: RwSignal<u32>,
    checkout: CheckoutState,
    handler: StoredValue<CardHandler>,
    frame: StoredValue<Option<HtmlIFrameElement>>,
    asked: StoredValue<Option<String>>,
}

impl CardEntry {
    /// A card form for this checkout.
    #[must_use]
    pub fn new(checkout: CheckoutState, handler: CardHandler) -> Self {
        Self {
            ready: RwSignal::new(false),
            busy: RwSignal::new(false),
            failed: RwSignal::new(false),
            entered: RwSignal::new(0),
            checkout,
            handler: StoredValue::new(handler),
            frame: StoredValue::new(None),
            asked: StoredValue::new(None),
        }
    }

    /// Fills the frame and listens to it. Must be called under the frame's owner.
    pub fn attach(self, frame: HtmlIFrameElement) {
        let Some(origin) = card_frame::origin(&self.handler.get_value().frame_url) else {
            self.failed.set(true);
            return;
        };
        let own = frame.clone();
        let handle = card_frame::listen(origin, Some(frame.clone()), move |word| self.hear(&own, word));
        on_cleanup(move || handle.remove());
        self.frame.set_value(Some(frame));
        self.load();
    }

    /// Loads the form, or loads it once more.
    pub fn load(self) {
        let Some(frame) = self.frame.try_get_value().flatten() else { return };
        self.ready.set(false);
        self.failed.set(false);
        self.busy.set(false);
        let (scheme, accent) = card_frame::looks(&frame);
        let parameters = [
            ("checkout_id", self.checkout.id().unwrap_or_default()),
            ("lang", self.checkout.shop.config().map(|config| config.lang).unwrap_or_default()),
            ("scheme", scheme.to_owned()),
            ("accent", accent),
            ("parent", card_frame::own_origin()),
        ];
        let parameters: Vec<(&str, &str)> = parameters.iter().map(|(name, value)| (*name, value.as_str())).collect();
        card_frame::show(&frame, &card_frame::with_query(&self.handler.get_value().frame_url, &parameters));
        crate::signals::spawn_local(async move {
            pause(FRAME_MS).await;
            if self.ready.try_get_untracked() == Some(false) {
                self.failed.try_set(true);
            }
        });
    }

    /// Asks for a token. What is wrong with the card, the form says itself.
    pub fn submit(self) {
        let Some(frame) = self.frame.try_get_value().flatten() else { return };
        if self.busy.get_untracked() || !self.ready.get_untracked() {
            return;
        }
        let Some(origin) = card_frame::origin(&self.handler.get_value().frame_url) else { return };
        let id = fresh_key();
        self.failed.set(false);
        self.busy.set(true);
        self.asked.set_value(Some(id.clone()));
        card_frame::ask_token(&frame, &origin, &id);
        crate::signals::spawn_local(async move {
            pause(TOKEN_MS).await;
            if self.settle(&id) {
                self.failed.try_set(true);
            }
        });
    }

    /// The answer to `id` is here; false when it was not the one waited for.
    fn settle(self, id: &str) -> bool {
        let waited = self.asked.try_update_value(|asked| asked.take_if(|asked| asked == id).is_some()) == Some(true);
        if waited {
            self.busy.try_set(false);
        }
        waited
    }

    fn hear(self, frame: &HtmlIFrameElement, word: Word) {
        let height = |length: f64| {
            // Through CSSOM; bounded, so that a broken form cannot push everything else away.
            #[expect(clippy::cast_possible_truncation, reason = "at most 1200")]
            let length = pixels(length.clamp(80.0, 1200.0).ceil() as i32);
            let _ = HtmlElement::style(frame).set_property("--_height", &length);
        };
        match word {
            Word::Ready(pixels) => {
                height(pixels);
                self.failed.try_set(false);
                self.ready.try_set(true);
            }
            Word::Height(pixels) => height(pixels),
            Word::Token { id, token, display } => {
                if self.settle(&id)
                    && let Some(handler) = self.handler.try_get_value()
                {
                    let (handler_id, credential) = (handler.id, "token".to_owned());
                    self.checkout.set_card(Card { handler_id, credential, token, display, billing: None });
                }
            }
            Word::Submit => self.entered.update(|entered| *entered += 1),
            Word::Invalid(id) => drop(self.settle(&id)),
            Word::Failed(id) => {
                if self.settle(&id) {
                    self.failed.try_set(true);
                }
            }
            Word::ChallengeDone => {}
        }
    }
}
