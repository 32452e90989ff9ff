//! The address form of the country that is chosen: fetched when it is first needed, never waited for long.

use super::Shop;
use crate::model::address::Form;
use crate::signals::pause;
use crate::signals::{Effect, RwSignal};

/// How long a country's file may take before a form for any country stands in for it, in milliseconds.
const PATIENCE_MS: i32 = 2500;

/// A country and how it asks for an address. A handle.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// ISO 3166-1 alpha-2.
    pub country: RwSignal<String>,
    /// Its form; none while it is on its way. Another country's stays until the next one is there.
    pub form: RwSignal<Option<Form>>,
}

impl Place {
    /// Begins with `country`. Must be called under an owner.
    #[must_use]
    pub fn new(shop: Shop, country: String) -> Self {
        let place = Self { country: RwSignal::new(country), form: RwSignal::new(None) };
        Effect::new(move |_| {
            let code = place.country.get();
            shop.spawn(move |client| async move {
                let form = client.address_form(&code).await;
                if place.country.try_with_untracked(|now| *now == code) == Some(true) {
                    place.form.try_set(Some(form));
                }
            });
        });
        crate::signals::spawn_local(async move {
            pause(PATIENCE_MS).await;
            if place.form.try_with_untracked(Option::is_none) == Some(true) {
                place.form.try_set(Some(Form::default()));
            }
        });
        place
    }

    /// Changes the country, if it is another one.
    pub fn move_to(self, country: &str) {
        if self.country.try_with_untracked(|now| now != country) == Some(true) {
            self.country.set(country.to_owned());
        }
    }
}
