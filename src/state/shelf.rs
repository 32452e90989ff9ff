//! The products under the video.

use super::Shop;
pub use crate::client::Sought;
use crate::client::{Client, transport};
use crate::error::Error;
use crate::signals::{RwSignal, StoredValue};
use js_sys::Promise;
use ucp::catalog::{Kind, ShelfPage, ShelfProduct};
use ucp::money::plain;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Where the shelf stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Load {
    /// Waiting for the shop.
    Busy,
    /// Everything asked for is here.
    Idle,
    /// The last request failed.
    Failed(Error),
}

/// The products so far, and where the next ones are.
#[derive(Clone, Copy, Debug)]
pub struct ShelfState {
    /// In the shop's order.
    pub products: RwSignal<Vec<ShelfProduct>>,
    /// How many there are in all, when the shop says so.
    pub total: RwSignal<Option<i64>>,
    /// Whether something is under way or has failed.
    pub load: RwSignal<Load>,
    /// What is looked for; nothing shows the whole shelf.
    pub sought: StoredValue<Sought>,
    /// The kinds of product on the shelf, when the shop was asked and says so.
    pub kinds: RwSignal<Vec<Kind>>,
    cursor: RwSignal<Option<String>>,
    /// Counts searches: an answer to an earlier one is none any more.
    search: StoredValue<u32>,
}

impl ShelfState {
    /// An empty shelf that waits for its first answer.
    #[must_use]
    pub fn new() -> Self {
        Self {
            products: RwSignal::new(vec![]),
            total: RwSignal::new(None),
            load: RwSignal::new(Load::Busy),
            sought: StoredValue::new(Sought::default()),
            kinds: RwSignal::new(vec![]),
            cursor: RwSignal::new(None),
            search: StoredValue::new(0),
        }
    }

    /// Whether the shop has more.
    #[must_use]
    pub fn has_more(self) -> bool {
        self.cursor.try_with(Option::is_some).unwrap_or(false)
    }

    /// Whether the shop is being asked.
    #[must_use]
    pub fn is_busy(self) -> bool {
        self.load.get() == Load::Busy
    }

    /// Starts over with what is looked for.
    pub fn search(self, shop: Shop, sought: Sought) {
        self.sought.set_value(sought);
        self.clear();
        self.load.set(Load::Busy);
        shop.spawn(move |client| self.fetch(client, None));
    }

    /// Takes the answer to the request that the door sent; asks again when that one failed. Until then what the shop answered
    /// at the last visit is shown, and stays when the shop has no other news.
    pub fn start(self, shop: Shop, first: Promise, last: Option<&JsValue>) {
        let read = |answer: &JsValue| transport::accept(answer).and_then(|value| transport::read(&value));
        let known = last.and_then(|last| read(last).ok());
        let has_known = known.is_some();
        if let Some(page) = known {
            self.take(Ok(page));
        }
        shop.spawn(move |client| async move {
            let answer = match JsFuture::from(first).await {
                // The same as last time.
                Ok(answer) if answer.is_undefined() => return,
                Ok(answer) => read(&answer),
                Err(thrown) => Err(transport::failure(&thrown)),
            };
            match answer {
                Err(_) if has_known => {}
                Err(error) if error.is_retryable() => self.fetch(client, None).await,
                answer => {
                    if has_known {
                        self.clear();
                    }
                    self.take(answer);
                }
            }
        });
    }

    /// What stays as long as a card does: a card of another search, or of another visit, is another card.
    #[must_use]
    pub fn key(self, product: &ShelfProduct) -> String {
        [&product.id, " ", &plain(self.search.get_value().into())].concat()
    }

    fn clear(self) {
        self.search.try_update_value(|search| *search += 1);
        self.cursor.try_set(None);
        self.products.try_set(vec![]);
    }

    /// Asks for the next products, or for the failed ones again.
    pub fn more(self, shop: Shop) {
        if self.load.try_get_untracked() == Some(Load::Busy) {
            return;
        }
        self.load.set(Load::Busy);
        let cursor = self.cursor.get_untracked();
        shop.spawn(move |client| self.fetch(client, cursor));
    }

    async fn fetch(self, client: Client, cursor: Option<String>) {
        let search = self.search.try_get_value();
        let Some(mut sought) = self.sought.try_get_value() else { return };
        // Once is enough: what is looked for does not change which kinds there are.
        sought.with_kinds &= self.kinds.try_with_untracked(Vec::is_empty) == Some(true);
        let answer = client.search_catalog(sought, cursor).await;
        if self.search.try_get_value() == search {
            self.take(answer);
        }
    }

    fn take(self, answer: Result<ShelfPage, Error>) {
        match answer {
            Ok(page) => {
                let known = self.products.try_with_untracked(Vec::len).unwrap_or_default();
                // A shop whose stock moves between pages may send a product twice: keys must stay unique.
                self.products.try_update(|products| {
                    for product in page.products {
                        if !products.iter().any(|known| known.id == product.id) {
                            products.push(product);
                        }
                    }
                });
                // A page that brings nothing new ends the shelf: a shop that repeats itself is not asked for ever.
                let is_news = self.products.try_with_untracked(Vec::len).unwrap_or_default() > known;
                self.cursor.try_set(page.pagination.cursor.filter(|_| page.pagination.has_next_page && is_news));
                if let Some(total) = page.pagination.total_count {
                    self.total.try_set(Some(total));
                }
                if !page.kinds.is_empty() {
                    self.kinds.try_set(page.kinds);
                }
                self.load.try_set(Load::Idle);
            }
            Err(error) => drop(self.load.try_set(Load::Failed(error))),
        }
    }
}

impl Default for ShelfState {
    fn default() -> Self {
        Self::new()
    }
}
