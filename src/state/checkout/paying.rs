//! Paying: never twice, and never told wrong.
//!
//! An attempt has one idempotency key and one body. After an uncertain failure the shop is asked for the checkout; only
//! while it is still open is the identical request sent again, and the shop answers a request that it has already carried
//! out with what came of it.

use super::{CheckoutState, ID, Work, place};
use crate::client::{Client, transport::fresh_key};
use crate::error::Error;
use crate::host::card_frame;
use crate::model::purchase::{is_declined, is_safe};
use crate::model::steps::{Phase, Step, destination, phase};
use crate::signals::pause;
use crate::state::cart::Bag;
use crate::state::{Shop, screen::Screen};
use leptos::prelude::*;
use ucp::checkout::{Checkout, CompleteRequest};
use ucp::payment::{Credential, Instrument, Payment};
use ucp::total::add_up;
use web_sys::HtmlIFrameElement;

/// Where the device keeps the payment under way.
const INTENT: &str = "intent";
/// How often an uncertain payment is looked into before the fan is asked to.
const TRIES: i32 = 4;
/// First and longest pause between two looks at a checkout that waits for somebody else, in milliseconds.
const PACE_MS: (i32, i32) = (2000, 15_000);

/// A payment about to be sent, or sent with no known outcome. Holds the card's token: in memory only.
#[derive(Clone, Debug)]
pub(super) struct Attempt {
    request: CompleteRequest,
    key: String,
}

/// The payment under way, as the device remembers it: which checkout, which key.
#[derive(Debug)]
pub(super) struct Intent;

impl Intent {
    fn keep(shop: Shop, checkout: &str, key: &str) {
        if let Some(device) = shop.device() {
            device.set(INTENT, Some(&[checkout, " ", key].concat()));
        }
    }

    fn checkout(shop: Shop) -> Option<String> {
        let kept = shop.device()?.get(INTENT)?;
        kept.split_once(' ').map(|(checkout, _)| checkout.to_owned())
    }

    pub(super) fn forget(shop: Shop) {
        if let Some(device) = shop.device() {
            device.set(INTENT, None);
        }
    }
}

/// Whether the device remembers a payment whose outcome nobody has seen.
#[must_use]
pub fn is_under_way(shop: Shop) -> bool {
    Intent::checkout(shop).is_some()
}

/// At the start of the element: a payment whose outcome nobody has seen is looked into, and the fan is brought to the truth.
pub fn recover(shop: Shop, bag: Bag) {
    // The checkout screen itself looks first.
    let Some(id) = Intent::checkout(shop).filter(|_| shop.screens.top() != Some(Screen::Checkout)) else { return };
    shop.spawn(move |client| async move {
        match client.get_checkout(&id).await {
            Ok(checkout) => match (phase(&checkout.status), &checkout.order) {
                (Phase::Done, Some(order)) => {
                    Intent::forget(shop);
                    if let Some(device) = shop.device() {
                        device.set(ID, None);
                    }
                    place(shop, Some(bag), &checkout);
                    shop.screens.open(Screen::Order(order.id.clone()));
                }
                (Phase::Escalated | Phase::InProgress, _) => shop.screens.open(Screen::Checkout),
                _ => Intent::forget(shop),
            },
            Err(error) if error.is_gone() => Intent::forget(shop),
            // Not known yet: the next visit asks again.
            Err(_) => {}
        }
    });
}

impl CheckoutState {
    /// Pays. A second call while the first is under way does nothing.
    pub fn pay(self) {
        if self.work.try_get_untracked() != Some(Work::Idle) {
            return;
        }
        let Some(checkout) = self.checkout.get_untracked().filter(|checkout| add_up(&checkout.totals)) else { return };
        let unsettled = self.attempt.get_value();
        let ask_first = unsettled.is_some();
        let Some(attempt) = unsettled.or_else(|| self.new_attempt(&checkout)) else { return };
        Intent::keep(self.shop, &checkout.id, &attempt.key);
        self.attempt.set_value(Some(attempt.clone()));
        self.failed.set(None);
        self.work.set(Work::Paying);
        self.shop.spawn(move |client| async move {
            let outcome = self.complete(&client, &checkout.id, &attempt, ask_first).await;
            self.work.try_set(Work::Idle);
            match outcome {
                Ok(answer) => self.answered(answer),
                Err(error) if error.is_gone() => self.lose(),
                Err(error) if error.is_uncertain() => drop(self.failed.try_set(Some(error))),
                Err(error) => {
                    self.attempt.set_value(None);
                    Intent::forget(self.shop);
                    self.failed.try_set(Some(error));
                }
            }
        });
    }

    fn new_attempt(self, checkout: &Checkout) -> Option<Attempt> {
        let card = self.card.get_untracked()?;
        let instrument = Instrument {
            id: fresh_key(),
            handler_id: card.handler_id,
            kind: "card".to_owned(),
            selected: Some(true),
            display: Some(card.display),
            billing_address: (card.billing)
                .or_else(|| self.billing.get_untracked().map(|billing| billing.address))
                .or_else(|| destination(checkout).map(|place| place.postal.clone())),
            credential: Some(Credential { kind: card.credential, token: Some(card.token) }),
        };
        let payment = Payment { instruments: vec![instrument] };
        let request = CompleteRequest { payment, signals: None, attribution: checkout.attribution.clone() };
        Some(Attempt { request, key: fresh_key() })
    }

    async fn complete(self, client: &Client, id: &str, attempt: &Attempt, mut ask_first: bool) -> Result<Checkout, Error> {
        let mut last = Error::Timeout;
        for round in 0..TRIES {
            if round > 0 {
                pause(1000 * round).await;
            }
            if ask_first {
                self.work.try_set(Work::Unsure);
                match client.get_checkout(id).await {
                    Ok(checkout) if phase(&checkout.status) != Phase::Filling => return Ok(checkout),
                    Ok(_) => {}
                    Err(error) if error.is_gone() => return Err(error),
                    Err(error) => {
                        last = error;
                        continue;
                    }
                }
            }
            match client.complete_checkout(id, &attempt.request, &attempt.key).await {
                // A conflict: the shop is at it already, or is done with it.
                Err(error) if error.is_uncertain() || matches!(error, Error::Http { status: 409 | 429, .. }) => {
                    ask_first = true;
                    last = error;
                }
                answer => return answer,
            }
        }
        Err(if last.is_uncertain() { last } else { Error::Timeout })
    }

    fn answered(self, checkout: Checkout) {
        let declined = is_declined(&checkout);
        self.attempt.set_value(None);
        self.take(checkout);
        if declined {
            self.editing.try_set(None);
            let words = self.messages(Step::Payment).into_iter().map(|message| message.content).collect::<Vec<_>>().join(" ");
            self.shop.announce(words);
        }
    }

    /// Asks, less and less often, until a checkout that waits for somebody else has moved on.
    pub(super) fn watch(self) {
        self.watch_from(PACE_MS.0);
    }

    /// Something has happened (the fan is back, the bank's page is done): asks at once.
    pub fn look(self) {
        let waits = self.checkout.try_with_untracked(|checkout| {
            checkout.as_ref().is_some_and(|checkout| matches!(phase(&checkout.status), Phase::Escalated | Phase::InProgress))
        });
        if waits == Some(true) && card_frame::is_in_view() {
            self.watch_from(0);
        }
    }

    fn watch_from(self, first: i32) {
        let Some(round) = self.round.try_update_value(|round| {
            *round += 1;
            *round
        }) else {
            return;
        };
        let Some(id) = self.id() else { return };
        self.shop.spawn(move |client| async move {
            let mut wait = first;
            loop {
                if wait > 0 {
                    pause(wait).await;
                }
                // A later watch, or none because the screen is gone: this one ends.
                if self.round.try_get_value() != Some(round) {
                    return;
                }
                wait = (wait.max(PACE_MS.0 / 2) * 3 / 2).clamp(PACE_MS.0, PACE_MS.1);
                let answer = client.get_checkout(&id).await;
                if self.round.try_get_value() != Some(round) {
                    return;
                }
                match answer {
                    Ok(checkout) if matches!(phase(&checkout.status), Phase::Escalated | Phase::InProgress) => {
                        if self.checkout.try_with_untracked(|before| before.as_ref() != Some(&checkout)) == Some(true) {
                            self.checkout.try_set(Some(checkout));
                        }
                    }
                    Ok(checkout) => return self.take(checkout),
                    Err(error) if error.is_gone() => return self.lose(),
                    Err(_) => {}
                }
            }
        });
    }

    /// Looks again whenever the fan comes back to the page or a bank's page says that it is done. Must be called under the
    /// screen's owner.
    pub fn look_on_return(self, page: &str) {
        let look = move || self.look();
        let mut handles = vec![window_event_listener(leptos::ev::focus, move |_| look())];
        handles.push(window_event_listener_untyped("visibilitychange", move |_| look()));
        if let Some(origin) = card_frame::origin(page) {
            handles.push(card_frame::listen(origin, None, move |word| {
                if word == card_frame::Word::ChallengeDone {
                    look();
                }
            }));
        }
        on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
    }

    /// The bank's page, with what it needs to answer us.
    #[must_use]
    pub fn challenge_url(self) -> Option<String> {
        let url = self.checkout.with_untracked(|checkout| checkout.as_ref()?.continue_url.clone())?;
        let lang = self.shop.config().map(|config| config.lang).unwrap_or_default();
        is_safe(&url).then(|| card_frame::with_query(&url, &[("parent", &card_frame::own_origin()), ("lang", &lang)]))
    }

    /// Shows the bank's page in a frame, in the colours around it.
    pub fn show_challenge(self, frame: &HtmlIFrameElement) {
        if let Some(url) = self.challenge_url() {
            let (scheme, _) = card_frame::looks(frame);
            card_frame::show(frame, &card_frame::with_query(&url, &[("scheme", scheme)]));
        }
    }
}
