//! What is remembered on the device: ids and the intent in flight, never buyer data, never credentials.
//!
//! Storage may be missing, full or forbidden (webviews, private windows, sandboxed frames): then memory serves, as long as
//! the page lives.

use std::cell::RefCell;
use web_sys::Storage;

thread_local! {
    /// A handful of entries: a list is found through as fast as a table, and is less code.
    static MEMORY: RefCell<Vec<(String, String)>> = RefCell::default();
}

/// The shelf of one store in the device's storage.
#[derive(Clone, Debug)]
pub struct Shelf {
    prefix: String,
}

impl Shelf {
    /// What is remembered for `store`.
    #[must_use]
    pub fn of(store: &str) -> Self {
        Self { prefix: ["fanshelf:", store, ":"].concat() }
    }

    /// The key in the device's storage.
    #[must_use]
    pub fn key(&self, name: &str) -> String {
        [&self.prefix, name].concat()
    }

    /// What was remembered under `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        let key = self.key(name);
        let kept = device().and_then(|storage| storage.get_item(&key).ok().flatten());
        kept.or_else(|| MEMORY.with_borrow(|memory| memory.iter().find(|entry| entry.0 == key).map(|entry| entry.1.clone())))
    }

    /// Remembers, or forgets with `None`.
    pub fn set(&self, name: &str, value: Option<&str>) {
        let key = self.key(name);
        let kept = device().is_some_and(|storage| match value {
            Some(value) => storage.set_item(&key, value).is_ok(),
            None => storage.remove_item(&key).is_ok(),
        });
        MEMORY.with_borrow_mut(|memory| {
            memory.retain(|entry| entry.0 != key);
            if let Some(value) = value.filter(|_| !kept) {
                memory.push((key, value.to_owned()));
            }
        });
    }
}

/// The device's storage, where the page may use it.
fn device() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
