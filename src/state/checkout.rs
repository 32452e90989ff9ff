//! The checkout: from the bag to an order.
//!
//! The shop's last answer is the state; the step follows from it. Edits are sent one request at a time, each a full
//! replacement. Paying is an intent of its own: it is remembered on the device (two ids, nothing else) until its outcome is
//! known, so that a lost answer, a reload or a closed webview comes back to the truth ([`paying`]).

mod paying;
mod stage;

use super::address::Place;
use super::cart::Bag;
use super::{Shop, order, screen::Screen};
use crate::client::{Client, transport::fresh_key};
use crate::error::Error;
use crate::host::address_bar;
use crate::model::card::Card;
use crate::model::edits::{self, Contents, Edit};
use crate::model::purchase::is_declined;
use crate::model::steps::{Phase, Step, destination, phase};
use crate::signals::{Effect, RwSignal, StoredValue};
use paying::{Attempt, Intent};
pub use paying::{is_under_way, recover};
pub use stage::{Stage, Work};
use ucp::cart::Cart;
use ucp::checkout::{Checkout, CheckoutRequest};
use ucp::party::PostalAddress;

/// Where the device keeps the checkout's id.
const ID: &str = "checkout";

/// An address for the bill, and how its country writes it.
#[derive(Clone, Debug)]
pub struct Billing {
    /// As it is sent.
    pub address: PostalAddress,
    /// As it is read.
    pub written: String,
}

/// The checkout of an element. A handle.
#[derive(Clone, Copy, Debug)]
pub struct CheckoutState {
    /// The element's states.
    pub shop: Shop,
    /// What the shop last confirmed.
    pub checkout: RwSignal<Option<Checkout>>,
    /// What is under way.
    pub work: RwSignal<Work>,
    /// The last call failed; nothing that was typed is lost.
    pub failed: RwSignal<Option<Error>>,
    /// The card, as a token. In memory only.
    pub card: RwSignal<Option<Card>>,
    /// Where the bill goes, when it is not where the things go. In memory only.
    pub billing: RwSignal<Option<Billing>>,
    /// Where to: the country, and how it asks for an address.
    pub place: Place,
    /// A finished step that the fan has opened again.
    pub editing: RwSignal<Option<Step>>,
    /// Counts the answers to edits: the step that asked files its messages and moves the focus.
    pub saved: RwSignal<u32>,
    /// The order's id, once there is one.
    pub placed: RwSignal<Option<String>>,
    /// The screen has shown something else than the steps: coming back, the focus must be brought along.
    pub returning: StoredValue<bool>,
    gone: RwSignal<bool>,
    bag: Bag,
    in_place: bool,
    pending: StoredValue<Vec<Edit>>,
    creating: StoredValue<bool>,
    followed: StoredValue<Option<Contents>>,
    attempt: StoredValue<Option<Attempt>>,
    round: StoredValue<u32>,
}

impl CheckoutState {
    /// The checkout of the bag; the one that the device remembers is taken up again.
    #[must_use]
    pub fn of_bag(shop: Shop, bag: Bag) -> Self {
        let state = Self::new(shop, bag, false);
        state.start();
        Effect::new(move |_| {
            bag.cart.track();
            bag.busy.track();
            state.checkout.track();
            state.work.track();
            state.follow_bag();
        });
        state
    }

    /// The checkout that the page's address names.
    #[must_use]
    pub fn of_page(shop: Shop, bag: Bag) -> Self {
        let state = Self::new(shop, bag, true);
        state.start();
        state
    }

    fn new(shop: Shop, bag: Bag, in_place: bool) -> Self {
        Self {
            shop,
            checkout: RwSignal::new(None),
            work: RwSignal::new(Work::Idle),
            failed: RwSignal::new(None),
            card: RwSignal::new(None),
            billing: RwSignal::new(None),
            place: Place::new(shop, market(shop)),
            editing: RwSignal::new(None),
            saved: RwSignal::new(0),
            placed: RwSignal::new(None),
            returning: StoredValue::new(false),
            gone: RwSignal::new(false),
            bag,
            in_place,
            pending: StoredValue::new(vec![]),
            creating: StoredValue::new(false),
            followed: StoredValue::new(None),
            attempt: StoredValue::new(None),
            round: StoredValue::new(0),
        }
    }

    /// The checkout's id.
    #[must_use]
    pub fn id(self) -> Option<String> {
        self.checkout.try_with_untracked(|checkout| checkout.as_ref().map(|checkout| checkout.id.clone())).flatten()
    }

    /// Takes up the remembered checkout; without one the bag begins a new one.
    pub fn start(self) {
        self.failed.set(None);
        self.gone.set(false);
        let Some(id) = self.remembered() else {
            self.follow_bag();
            return;
        };
        self.shop.spawn(move |client| async move {
            match client.get_checkout(&id).await {
                Ok(checkout) if phase(&checkout.status) != Phase::Over => self.take(checkout),
                Err(error) if !error.is_gone() => drop(self.failed.try_set(Some(error))),
                // What an earlier visit left behind has run out: the bag begins anew, and nobody needs to hear of it.
                _ if !self.in_place => {
                    self.forget();
                    self.failed.try_set(None);
                    self.follow_bag();
                }
                _ => drop(self.gone.try_set(true)),
            }
        });
    }

    /// Sends edits; the answer counts up `saved`.
    pub fn save(self, edits: Vec<Edit>) {
        self.pending.try_update_value(|pending| {
            for edit in edits {
                pending.retain(|earlier| !edit.replaces(earlier));
                pending.push(edit);
            }
        });
        if self.work.try_get_untracked() != Some(Work::Idle) {
            return;
        }
        self.failed.set(None);
        self.work.set(Work::Saving);
        self.shop.spawn(move |client| async move {
            let sent = self.send(&client).await;
            self.work.try_set(Work::Idle);
            match sent {
                Ok(()) => drop(self.saved.try_update(|saved| *saved += 1)),
                Err(error) if error.is_gone() => self.lose(),
                Err(error) => drop(self.failed.try_set(Some(error))),
            }
        });
    }

    /// Sends again what could not be sent, or asks again what could not be asked.
    pub fn retry(self) {
        if self.attempt.with_value(Option::is_some) {
            self.pay();
        } else if self.checkout.with_untracked(Option::is_none) {
            self.start();
        } else if self.pending.with_value(Vec::is_empty) {
            self.failed.set(None);
        } else {
            self.save(vec![]);
        }
    }

    /// Keeps the card and goes on to the review.
    pub fn set_card(self, card: Card) {
        self.card.try_set(Some(card));
        self.editing.try_set(None);
    }

    /// Opens a finished step again.
    pub fn edit(self, step: Step) {
        if self.work.get_untracked() == Work::Idle {
            self.editing.set(Some(step));
        }
    }

    /// Leaves the checkout for the bag, which the shop may have changed meanwhile.
    pub fn to_bag(self) {
        self.bag.refresh();
        if self.shop.screens.depth() > 1 {
            self.shop.screens.back();
        } else {
            self.shop.screens.replace(Screen::Cart);
        }
    }

    /// Whether there is a bag to go back to: not on a page that is one checkout.
    #[must_use]
    pub fn has_bag(self) -> bool {
        !self.in_place
    }

    async fn send(self, client: &Client) -> Result<(), Error> {
        while let Some(edits) = self.pending.try_update_value(std::mem::take).filter(|edits| !edits.is_empty()) {
            let Some(checkout) = self.checkout.try_get_untracked().flatten() else { return Ok(()) };
            let mut request = edits::request(&checkout, &edits);
            request.context = request.context.or_else(|| self.shop.config().map(|config| config.context));
            match client.update_checkout(&checkout.id, &request, &fresh_key()).await {
                Ok(answer) => self.take(answer),
                // The checkout has moved on elsewhere (another tab, a payment under way): show where it is.
                Err(Error::Http { status: 409, .. }) => self.take(client.get_checkout(&checkout.id).await?),
                Err(error) => {
                    if error.is_retryable() {
                        self.pending.try_update_value(|pending| pending.splice(0..0, edits).for_each(drop));
                    }
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    /// Begins a checkout for the bag, or brings the one there is in step with it.
    fn follow_bag(self) {
        let bag = self.bag;
        let settled = bag.busy.try_get_untracked() == Some(false)
            && bag.wanted.with_untracked(Option::is_none)
            && self.gone.try_get_untracked() == Some(false);
        let Some(cart) = bag.cart.try_get_untracked().flatten().filter(|cart| settled && !cart.line_items.is_empty()) else {
            return;
        };
        let Some(checkout) = self.checkout.try_get_untracked().flatten() else {
            if self.remembered().is_none() && self.failed.with_untracked(Option::is_none) {
                self.create(&cart);
            }
            return;
        };
        if self.work.get_untracked() != Work::Idle || phase(&checkout.status) != Phase::Filling {
            return;
        }
        // Once for each state of the bag: what the shop itself has cut down is not asked for again.
        let contents = edits::of_cart(&cart);
        if self.followed.with_value(|followed| followed.as_ref() == Some(&contents)) {
            return;
        }
        self.followed.set_value(Some(contents));
        if let Some(edit) = edits::catch_up(&cart, &checkout) {
            self.save(vec![edit]);
        }
    }

    fn create(self, cart: &Cart) {
        if self.creating.try_update_value(|creating| std::mem::replace(creating, true)) != Some(false) {
            return;
        }
        self.followed.set_value(Some(edits::of_cart(cart)));
        let request = CheckoutRequest {
            cart_id: Some(cart.id.clone()),
            context: self.shop.config().map(|config| config.context),
            attribution: cart.attribution.clone(),
            ..CheckoutRequest::default()
        };
        self.shop.spawn(move |client| async move {
            let answer = client.create_checkout(&request, &fresh_key()).await;
            self.creating.set_value(false);
            match answer {
                Ok(checkout) => self.take(checkout),
                Err(error) => {
                    if error.is_gone() {
                        self.bag.refresh();
                    }
                    self.failed.try_set(Some(error));
                }
            }
        });
    }

    /// The shop's answer is the state.
    fn take(self, checkout: Checkout) {
        let now = phase(&checkout.status);
        if is_declined(&checkout) {
            // A token pays once: the card must be entered again, everything else stays.
            self.card.try_set(None);
        }
        match now {
            Phase::Done => self.finish(&checkout),
            Phase::Over => self.lose(),
            Phase::Filling | Phase::Escalated | Phase::InProgress => self.remember(&checkout.id),
        }
        let waits = matches!(now, Phase::Escalated | Phase::InProgress);
        if waits {
            self.returning.set_value(true);
            // The step that was being edited leaves the screen: what comes back is the next one.
            self.editing.try_set(None);
        } else if self.attempt.try_with_value(Option::is_none) == Some(true) {
            Intent::forget(self.shop);
        }
        if let Some(country) = destination(&checkout).and_then(|to| to.postal.address_country.as_deref()) {
            self.place.move_to(country);
        }
        self.checkout.try_set(Some(checkout));
        if waits {
            self.watch();
        }
    }

    fn finish(self, checkout: &Checkout) {
        let Some(confirmation) = checkout.order.clone() else { return };
        let of_bag = !self.in_place || self.shop.device().and_then(|device| device.get(ID)).as_ref() == Some(&checkout.id);
        self.forget();
        self.attempt.set_value(None);
        self.card.try_set(None);
        place(self.shop, of_bag.then_some(self.bag), checkout);
        self.placed.try_set(Some(confirmation.id.clone()));
        if !self.in_place {
            self.shop.screens.only(Screen::Order(confirmation.id));
        }
    }

    fn lose(self) {
        self.forget();
        self.attempt.set_value(None);
        self.card.try_set(None);
        self.gone.try_set(true);
    }

    fn remembered(self) -> Option<String> {
        if self.in_place { Some(address_bar::id()) } else { self.shop.device()?.get(ID) }
    }

    fn remember(self, id: &str) {
        if let Some(device) = self.shop.device().filter(|_| !self.in_place) {
            device.set(ID, Some(id));
        }
    }

    fn forget(self) {
        Intent::forget(self.shop);
        if let Some(device) = self.shop.device().filter(|_| !self.in_place) {
            device.set(ID, None);
        }
    }
}

/// The market's country, until the fan says better.
fn market(shop: Shop) -> String {
    shop.config().and_then(|config| config.context.address_country).unwrap_or_else(|| "US".to_owned())
}

/// A checkout has become an order: remembered once, told once, and the bag is spent.
fn place(shop: Shop, bag: Option<Bag>, checkout: &Checkout) {
    let Some(confirmation) = checkout.order.clone() else { return };
    let is_new = order::remember(shop, checkout.clone());
    if let Some(bag) = bag {
        bag.forget();
    }
    if is_new {
        let total = ucp::total::grand_total(&checkout.totals).map_or(0, |row| row.amount);
        let details = [
            ("id", confirmation.id.into()),
            ("label", confirmation.label.unwrap_or_default().into()),
            ("total", (total as f64).into()),
            ("currency", checkout.currency.clone().into()),
        ];
        shop.tell("fan-order", &details);
    }
}
