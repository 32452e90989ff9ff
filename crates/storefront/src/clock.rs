//! What time it is, in unix milliseconds; tests move it by hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that can be set forward, so that nothing has to wait for an expiry to test it.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    ahead: Arc<AtomicI64>,
}

impl Clock {
    /// Now, in unix milliseconds.
    #[must_use]
    pub fn now(&self) -> i64 {
        jiff::Timestamp::now().as_millisecond().saturating_add(self.ahead.load(Ordering::Relaxed))
    }

    /// Moves this clock, and every clone of it, forward by `millis`.
    pub fn advance(&self, millis: i64) {
        self.ahead.fetch_add(millis, Ordering::Relaxed);
    }
}
