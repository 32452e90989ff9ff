//! What happened, counted; and what buyers were told, to be held against the books.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// An order that a buyer was told they have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Acknowledged {
    pub(crate) checkout: String,
    pub(crate) order: String,
    /// Minor units.
    pub(crate) total: i64,
}

/// Shared by everybody who counts.
#[derive(Default)]
pub(crate) struct Tally {
    counts: Mutex<BTreeMap<String, u64>>,
    acknowledged: Mutex<Vec<Acknowledged>>,
    broken: Mutex<Vec<String>>,
}

impl Tally {
    /// One more of these.
    pub(crate) fn count(&self, what: impl Into<String>) {
        *lock(&self.counts).entry(what.into()).or_default() += 1;
    }

    /// A buyer was told that this order is theirs.
    pub(crate) fn acknowledge(&self, order: Acknowledged) {
        lock(&self.acknowledged).push(order);
    }

    /// Something that must not happen was seen from outside.
    pub(crate) fn broken(&self, what: String) {
        lock(&self.broken).push(what);
    }

    pub(crate) fn acknowledged(&self) -> Vec<Acknowledged> {
        lock(&self.acknowledged).clone()
    }

    pub(crate) fn violations(&self) -> Vec<String> {
        lock(&self.broken).clone()
    }

    pub(crate) fn print(&self) {
        for (what, count) in &*lock(&self.counts) {
            println!("  {count:>7}  {what}");
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // Whoever panicked while counting has counted.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
