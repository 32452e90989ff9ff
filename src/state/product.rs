//! One product on the sheet, and the choices in force.

use super::Shop;
use crate::error::Error;
use crate::model::selection;
use crate::signals::pause;
use crate::signals::{RwSignal, StoredValue};
use crate::text::Key;
use ucp::catalog::{Product, SelectedOption};

/// The product that the sheet shows.
#[derive(Clone, Copy, Debug)]
pub struct ProductState {
    /// As the shop last described it; none until the first answer.
    pub product: RwSignal<Option<Product>>,
    /// The last call failed.
    pub failed: RwSignal<Option<Error>>,
    /// A choice is being checked.
    pub busy: RwSignal<bool>,
    /// What the shop had to change to make the last choice possible.
    pub forced: RwSignal<Option<String>>,
    /// The last choice, shown at once and until the shop has answered.
    pub wanted: RwSignal<Vec<SelectedOption>>,
    turn: StoredValue<u32>,
}

impl ProductState {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            product: RwSignal::new(None),
            failed: RwSignal::new(None),
            busy: RwSignal::new(false),
            forced: RwSignal::new(None),
            wanted: RwSignal::new(vec![]),
            turn: StoredValue::new(0),
        }
    }

    /// Asks the shop for the product `id`.
    pub fn open(self, shop: Shop, id: String) {
        self.ask(shop, id, vec![], vec![]);
    }

    /// Picks a value of an option. The shop says what that leads to: it alone knows which combinations exist.
    pub fn choose(self, shop: Shop, name: &str, label: &str) {
        let Some(Some(product)) = self.product.try_get_untracked() else { return };
        let (selected, preferences) = selection::pick(&product, name, label);
        self.wanted.set(selected.clone());
        self.ask(shop, product.id, selected, preferences);
    }

    /// Asks again for what is on the sheet, with the same choices.
    pub fn refresh(self, shop: Shop) {
        if let Some(Some(product)) = self.product.try_get_untracked() {
            self.ask(shop, product.id, product.selected, vec![]);
        }
    }

    /// Asks again at a moment (RFC 3339) that is near enough to be waited for.
    pub fn refresh_at(self, shop: Shop, at: &str) {
        let wait = js_sys::Date::new(&at.into()).get_time() - js_sys::Date::now();
        if (0.0..f64::from(i32::MAX)).contains(&wait) {
            #[expect(clippy::cast_possible_truncation, reason = "within the type, as just asked")]
            let wait = wait as i32;
            crate::signals::spawn_local(async move {
                pause(wait).await;
                self.refresh(shop);
            });
        }
    }

    fn ask(self, shop: Shop, id: String, selected: Vec<SelectedOption>, preferences: Vec<String>) {
        self.busy.set(true);
        self.failed.set(None);
        // Answers may overtake each other: only the last question counts.
        let turn = self.turn.get_value() + 1;
        self.turn.set_value(turn);
        shop.spawn(move |client| async move {
            let answer = client.get_product(&id, selected.clone(), preferences).await;
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            match answer {
                Ok(answer) => {
                    let forced: Vec<String> = selection::forced(&selected, &answer.product)
                        .iter()
                        .map(|now| shop.words.fill(Key::ChoiceChanged, &[("name", &now.name), ("label", &now.label)]))
                        .collect();
                    let forced = (!forced.is_empty()).then(|| forced.join(" · "));
                    if let Some(text) = &forced {
                        shop.announce(text.clone());
                    }
                    self.forced.try_set(forced);
                    self.wanted.try_set(answer.product.selected.clone());
                    self.product.try_set(Some(answer.product));
                }
                Err(error) => {
                    self.failed.try_set(Some(error));
                }
            }
            self.busy.try_set(false);
        });
    }
}

impl Default for ProductState {
    fn default() -> Self {
        Self::new()
    }
}
