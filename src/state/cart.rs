//! The bag.
//!
//! `cart` is what the shop last confirmed, `wanted` what the fan asked for since. Every update is a full replacement, so
//! there is one in flight at a time; what is asked meanwhile is sent together afterwards. Quantities and new lines show what is
//! wanted at once; money is the shop's, and is greyed or missing until it is confirmed.

use super::Shop;
use crate::client::{Client, transport::fresh_key};
use crate::error::Error;
use crate::model::{edits::Piece, requests};
use crate::signals::{RwSignal, StoredValue};
use std::cell::RefCell;
use ucp::Map;
use ucp::cart::{Cart, CartRequest, Item, ItemRequest, LineItem, LineItemRequest};
use ucp::discount::DiscountsRequest;

/// Where the device keeps the cart's id.
const ID: &str = "cart";

thread_local! {
    /// The bags of all elements on the page: a change in one is a change in every other of the same shop.
    static BAGS: RefCell<Vec<Bag>> = const { RefCell::new(vec![]) };
}

/// What the fan wants in the bag: variants with quantities, and codes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// Lines in their order.
    pub lines: Vec<LineItemRequest>,
    /// Discount codes as typed.
    pub codes: Vec<String>,
}

impl Wanted {
    fn of(cart: &Cart) -> Self {
        let codes = cart.discounts.as_ref().map(|discounts| discounts.codes.clone()).unwrap_or_default();
        Self { lines: requests::lines(&cart.line_items), codes }
    }
}

/// A line that was taken out, and can be put back.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    /// The line as it was.
    pub line: LineItem,
    place: usize,
}

/// What a fan saw of a variant when it was put in: shown in the bag until the shop has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The variant.
    pub variant: String,
    /// What it was called.
    pub title: String,
    /// Its picture.
    pub picture: Option<String>,
}

impl Seen {
    /// As the shop itself has called it before.
    #[must_use]
    pub fn of(item: &Item) -> Self {
        Self { variant: item.id.clone(), title: item.title.clone(), picture: item.image_url.clone() }
    }
}

/// A line that the shop has not confirmed yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Coming {
    /// What it is.
    pub seen: Seen,
    /// What is to be put on it.
    pub text: Option<String>,
    /// How many.
    pub quantity: i64,
}

/// The bag of an element. A handle.
#[derive(Clone, Copy, Debug)]
pub struct Bag {
    /// What the shop last confirmed.
    pub cart: RwSignal<Option<Cart>>,
    /// What the fan wants, while the shop has not confirmed it yet.
    pub wanted: RwSignal<Option<Wanted>>,
    /// The last call failed; nothing that was wanted is lost.
    pub failed: RwSignal<Option<Error>>,
    /// The line taken out last.
    pub removed: RwSignal<Option<Removed>>,
    /// The bag had expired and was put together again.
    pub rebuilt: RwSignal<bool>,
    /// A request is under way.
    pub busy: RwSignal<bool>,
    seen: StoredValue<Vec<Seen>>,
    shop: Shop,
}

impl Bag {
    /// The bag that the device remembers, if any.
    #[must_use]
    pub fn new(shop: Shop) -> Self {
        let bag = Self {
            cart: RwSignal::new(None),
            wanted: RwSignal::new(None),
            failed: RwSignal::new(None),
            removed: RwSignal::new(None),
            rebuilt: RwSignal::new(false),
            busy: RwSignal::new(false),
            seen: StoredValue::new(vec![]),
            shop,
        };
        BAGS.with_borrow_mut(|bags| {
            bags.retain(|bag| bag.busy.try_get_untracked().is_some());
            bags.push(bag);
        });
        bag
    }

    /// Lets the other elements of this shop on the page know.
    fn tell_others(self) {
        let key = |bag: Self| bag.shop.device().map(|device| device.key(ID));
        let others =
            BAGS.with_borrow(|bags| bags.iter().filter(|bag| bag.shop.host() != self.shop.host()).copied().collect::<Vec<_>>());
        for bag in others.into_iter().filter(|bag| key(*bag) == key(self)) {
            bag.refresh();
        }
    }

    /// Asks the shop for the remembered bag: at the start, and when another tab has changed it.
    pub fn refresh(self) {
        let Some(id) = self.remembered() else {
            self.take(None);
            return;
        };
        if self.busy.try_get_untracked() != Some(false) {
            return;
        }
        self.busy.set(true);
        self.shop.spawn(move |client| async move {
            match client.get_cart(&id).await {
                Ok(cart) => self.take(Some(cart)),
                // Gone: the fan finds an empty bag. What was in it is still in memory if this element has seen it.
                Err(error) if error.is_gone() => {
                    self.keep(None);
                    self.take(None);
                }
                Err(error) => drop(self.failed.try_set(Some(error))),
            }
            self.busy.try_set(false);
            self.sync(client);
        });
    }

    /// Puts so many of a variant into the bag, with what is to be put on them; `on_done` hears whether the shop took it.
    pub fn add(self, (variant, text, quantity): Piece, seen: Seen, on_done: impl FnOnce(bool) + 'static) {
        self.look_at(seen);
        let mut wanted = self.current();
        match wanted.lines.iter_mut().find(|line| line.item.id == variant && line.text == text) {
            Some(line) => line.quantity += quantity,
            None => wanted.lines.push(LineItemRequest { id: None, item: ItemRequest { id: variant }, quantity, text }),
        }
        self.removed.set(None);
        self.want_then(wanted, on_done);
    }

    /// Changes how many of a line are wanted; 0 takes it out.
    pub fn set_quantity(self, line_id: &str, quantity: i64) {
        let mut wanted = self.current();
        let is_line = |line: &LineItemRequest| line.id.as_deref() == Some(line_id);
        if quantity <= 0 {
            let confirmed =
                self.cart.get_untracked().and_then(|cart| cart.line_items.into_iter().find(|line| line.id == line_id));
            let place = wanted.lines.iter().position(is_line).unwrap_or(0);
            self.removed.set(confirmed.map(|line| Removed { line, place }));
            wanted.lines.retain(|line| !is_line(line));
        } else if let Some(line) = wanted.lines.iter_mut().find(|line| is_line(line)) {
            line.quantity = quantity;
        }
        self.want(wanted);
    }

    /// Puts back the line that was taken out last, where it was.
    pub fn undo(self) {
        let Some(Removed { line, place }) = self.removed.get_untracked() else { return };
        self.look_at(Seen {
            variant: line.item.id.clone(),
            title: line.item.title.clone(),
            picture: line.item.image_url.clone(),
        });
        let mut wanted = self.current();
        let item = ItemRequest { id: line.item.id };
        let line = LineItemRequest { id: None, item, quantity: line.quantity, text: line.text };
        wanted.lines.insert(place.min(wanted.lines.len()), line);
        self.removed.set(None);
        self.want(wanted);
    }

    /// Adds a discount code as typed.
    pub fn apply_code(self, code: &str) {
        let mut wanted = self.current();
        if !wanted.codes.iter().any(|known| known.eq_ignore_ascii_case(code)) {
            wanted.codes.push(code.to_owned());
        }
        self.want(wanted);
    }

    /// Takes a discount code back.
    pub fn remove_code(self, code: &str) {
        let mut wanted = self.current();
        wanted.codes.retain(|known| known != code);
        self.want(wanted);
    }

    /// Sends again what could not be sent.
    pub fn retry(self) {
        if self.wanted.get_untracked().is_some() {
            self.shop.spawn(move |client| async move { self.sync(client) });
        } else {
            self.refresh();
        }
    }

    /// The bag was bought: a new one begins.
    pub fn forget(self) {
        self.keep(None);
        self.take(None);
        self.tell_others();
    }

    /// How many of a line are wanted now.
    #[must_use]
    pub fn quantity(self, line: &LineItem) -> i64 {
        let wanted = self.wanted.try_with(|wanted| {
            let wanted = wanted.as_ref()?;
            Some(wanted.lines.iter().find(|other| other.id.as_deref() == Some(&line.id)).map_or(0, |line| line.quantity))
        });
        wanted.flatten().unwrap_or(line.quantity)
    }

    /// What is on its way into the bag: a line that the shop has confirmed has an id.
    #[must_use]
    pub fn coming(self) -> Vec<Coming> {
        let seen = self.seen.try_get_value().unwrap_or_default();
        let line = |line: &LineItemRequest| {
            let seen = seen.iter().find(|seen| seen.variant == line.item.id && line.id.is_none())?;
            Some(Coming { seen: seen.clone(), text: line.text.clone(), quantity: line.quantity })
        };
        self.wanted.with(|wanted| wanted.iter().flat_map(|wanted| &wanted.lines).filter_map(line).collect())
    }

    fn look_at(self, now: Seen) {
        self.seen.try_update_value(|seen| {
            seen.retain(|before| before.variant != now.variant);
            seen.push(now);
        });
    }

    fn remembered(self) -> Option<String> {
        self.shop.device()?.get(ID)
    }

    fn keep(self, id: Option<&str>) {
        if let Some(device) = self.shop.device() {
            device.set(ID, id);
        }
    }

    fn current(self) -> Wanted {
        self.wanted.get_untracked().or_else(|| self.cart.with_untracked(|cart| cart.as_ref().map(Wanted::of))).unwrap_or_default()
    }

    fn want(self, wanted: Wanted) {
        self.want_then(wanted, |_| {});
    }

    fn want_then(self, wanted: Wanted, on_done: impl FnOnce(bool) + 'static) {
        self.failed.set(None);
        self.wanted.set(Some(wanted));
        self.shop.spawn(move |client| async move {
            // One in flight: a second caller only leaves its wish; the first one sends it when the shop has answered.
            if self.busy.try_get_untracked() == Some(false) {
                self.busy.set(true);
                self.send_all(&client).await;
                self.busy.try_set(false);
            } else {
                while self.busy.try_get_untracked() == Some(true) {
                    crate::signals::pause(50).await;
                }
            }
            on_done(self.failed.try_get_untracked() == Some(None));
        });
    }

    /// Sends what is wanted, if anything, in the background.
    fn sync(self, client: Client) {
        if self.wanted.try_get_untracked().flatten().is_none() || self.busy.try_get_untracked() != Some(false) {
            return;
        }
        self.busy.set(true);
        self.failed.set(None);
        crate::signals::spawn_local(async move {
            self.send_all(&client).await;
            self.busy.try_set(false);
        });
    }

    async fn send_all(self, client: &Client) {
        while let Some(Some(wanted)) = self.wanted.try_get_untracked() {
            match self.send(client, &wanted).await {
                Ok(cart) => {
                    let settled = self.wanted.try_with_untracked(|now| now.as_ref() == Some(&wanted)) != Some(false);
                    if settled {
                        self.wanted.try_set(None);
                    } else {
                        self.renumber(&cart);
                    }
                    self.keep(Some(&cart.id));
                    self.take(Some(cart));
                    self.tell_others();
                }
                Err(error) => {
                    self.failed.try_set(Some(error));
                    return;
                }
            }
        }
    }

    async fn send(self, client: &Client, wanted: &Wanted) -> Result<Cart, Error> {
        let config = self.shop.config();
        let attribution =
            config.as_ref().and_then(|config| Some(Map(vec![("collection".to_owned(), config.collection.clone()?)])));
        let mut request = CartRequest {
            line_items: wanted.lines.clone(),
            context: config.map(|config| config.context),
            discounts: Some(DiscountsRequest { codes: wanted.codes.clone() }),
            attribution,
            ..CartRequest::default()
        };
        if let Some(id) = self.remembered() {
            request.id = Some(id.clone());
            match client.update_cart(&id, &request, &fresh_key()).await {
                // The bag has expired or was emptied elsewhere: what the fan wants goes into a new one.
                Err(error) if error.is_gone() => drop(self.rebuilt.try_set(true)),
                answer => return answer,
            }
        }
        request.id = None;
        for line in &mut request.line_items {
            line.id = None;
        }
        client.create_cart(&request, &fresh_key()).await
    }

    /// Lines that were new in the last request have ids now: wishes made meanwhile must name them.
    fn renumber(self, cart: &Cart) {
        self.wanted.try_update(|wanted| {
            for line in wanted.iter_mut().flat_map(|wanted| &mut wanted.lines) {
                if line.id.is_none() {
                    let is_it = |known: &&LineItem| known.item.id == line.item.id && known.text == line.text;
                    line.id = cart.line_items.iter().find(is_it).map(|known| known.id.clone());
                }
            }
        });
    }

    fn take(self, cart: Option<Cart>) {
        let count = cart.as_ref().map_or(0, |cart| cart.line_items.iter().map(|line| line.quantity).sum());
        self.shop.set_bag_count(count);
        self.shop.tell("fan-cart", &[("count", (count as f64).into())]);
        self.cart.try_set(cart);
    }
}
