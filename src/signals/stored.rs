//! A value that an owner keeps, not followed by anybody.

use leptos::prelude::{GetValue as _, LocalStorage};
use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;

/// What the graph holds, whatever it is.
type Slot = Rc<RefCell<dyn Any>>;

/// A value that lives as long as the owner it was made under.
pub struct StoredValue<T> {
    slot: leptos::prelude::StoredValue<Slot, LocalStorage>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T> fmt::Debug for StoredValue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoredValue")
    }
}

fn keep(slot: Slot) -> leptos::prelude::StoredValue<Slot, LocalStorage> {
    leptos::prelude::StoredValue::new_local(slot)
}

fn find(slot: leptos::prelude::StoredValue<Slot, LocalStorage>) -> Option<Slot> {
    slot.try_get_value()
}

/// A handle was used after its owner was gone: a mistake of ours, found in tests.
#[track_caller]
pub(super) fn gone() -> ! {
    panic!("read after its owner was gone")
}

impl<T: 'static> StoredValue<T> {
    /// Keeps a value under the current owner.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self { slot: keep(Rc::new(RefCell::new(value))), kind: PhantomData }
    }

    /// Reads the value, if it is still there.
    pub fn try_with_value<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        let slot = find(self.slot)?;
        let value = slot.borrow();
        value.downcast_ref().map(read)
    }

    /// Reads the value.
    pub fn with_value<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.try_with_value(read).unwrap_or_else(|| gone())
    }

    /// Changes the value in place, if it is still there.
    pub fn try_update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let slot = find(self.slot)?;
        let mut value = slot.borrow_mut();
        value.downcast_mut().map(change)
    }

    /// Replaces the value.
    pub fn set_value(self, value: T) {
        self.try_update_value(|old| *old = value);
    }
}

impl<T: Clone + 'static> StoredValue<T> {
    /// A copy of the value.
    #[must_use]
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }

    /// A copy of the value, if it is still there.
    #[must_use]
    pub fn try_get_value(self) -> Option<T> {
        self.try_with_value(T::clone)
    }
}
