//! Signals, memos and stored values: Leptos's, with one type underneath.
//!
//! Leptos's reactive graph is generic over what it holds, and each type of value brings a copy of it: a third of this
//! widget's code. Here every value is an `Rc<dyn Any>` in the graph, and what is generic is a cast. The names and the methods
//! are Leptos's. Handles are `Copy` and belong to the owner they were made under; when that is gone, the `try_` methods give
//! nothing and the others panic.

pub mod memo;
pub mod stored;

pub use memo::{Memo, Signal};
pub use stored::StoredValue;

use leptos::prelude::{Notify as _, Track as _, Trigger};
use std::fmt;
use std::pin::Pin;

/// A value that is followed.
pub struct RwSignal<T> {
    value: StoredValue<T>,
    changed: Trigger,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> fmt::Debug for RwSignal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RwSignal")
    }
}

impl<T: 'static> RwSignal<T> {
    /// A signal under the current owner.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self { value: StoredValue::new(value), changed: Trigger::new() }
    }

    /// Follows the signal without reading it.
    pub fn track(self) {
        self.changed.track();
    }

    /// Reads and follows.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.value.with_value(read)
    }

    /// Reads without following.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.value.with_value(read)
    }

    /// Reads and follows, if the signal is still there.
    pub fn try_with<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.track();
        self.value.try_with_value(read)
    }

    /// Reads without following, if the signal is still there.
    pub fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.value.try_with_value(read)
    }

    /// Changes the value in place and tells whoever follows it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// The same, giving what the change gives; nothing when the signal is gone.
    pub fn try_update<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let given = self.value.try_update_value(change);
        if given.is_some() {
            self.changed.notify();
        }
        given
    }

    /// Replaces the value.
    pub fn set(self, value: T) {
        self.try_set(value);
    }

    /// Replaces the value; gives it back when the signal is gone.
    pub fn try_set(self, value: T) -> Option<T> {
        let mut value = Some(value);
        self.try_update(|old| {
            if let Some(value) = value.take() {
                *old = value;
            }
        });
        value
    }
}

impl<T: Clone + 'static> RwSignal<T> {
    /// The value, followed.
    #[must_use]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// The value as it is now, if the signal is still there.
    #[must_use]
    pub fn try_get_untracked(self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }
}

/// Work that runs soon, and again whenever what it has read has changed: the way out of the reactive world.
#[derive(Clone, Copy, Debug)]
pub struct Effect;

impl Effect {
    /// Starts the work under the current owner. It is given what it gave the last time.
    #[expect(clippy::new_ret_no_self, reason = "the name and the shape are Leptos's; nobody needs the handle")]
    pub fn new<T: 'static>(mut work: impl FnMut(Option<T>) -> T + 'static) {
        let mut before = None;
        // Boxed, so that all effects share one task.
        let mut work: Box<dyn FnMut()> = Box::new(move || before = Some(work(before.take())));
        leptos::prelude::Effect::new(move |_: Option<()>| work());
    }
}

/// Waits without blocking the page.
pub async fn pause(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Runs a future; nothing waits for it.
pub fn spawn_local(future: impl Future<Output = ()> + 'static) {
    // Boxed, so that all futures share one task.
    let future: Pin<Box<dyn Future<Output = ()>>> = Box::pin(future);
    wasm_bindgen_futures::spawn_local(future);
}
