//! What is derived from signals: remembered and compared (a memo), or read anew each time (a derived signal).

use super::stored::gone;
use super::{RwSignal, StoredValue};
use leptos::prelude::{Get as _, Track as _};
use send_wrapper::SendWrapper;
use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;

/// A derived value with its comparison. The graph asks for `Send` because it also runs on servers; this runs on one thread.
#[derive(Clone)]
struct Compared {
    value: SendWrapper<Rc<dyn Any>>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&**self.value, &**other.value)
    }
}

fn same<T: PartialEq + 'static>(a: &dyn Any, b: &dyn Any) -> bool {
    a.downcast_ref::<T>() == b.downcast_ref::<T>()
}

/// A value derived from signals: worked out when it is read, and told on only when it differs.
pub struct Memo<T> {
    memo: leptos::prelude::Memo<Compared>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T> fmt::Debug for Memo<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Memo")
    }
}

type Derive = Box<dyn Fn(Option<&Compared>) -> Compared>;

fn remember(derive: Derive) -> leptos::prelude::Memo<Compared> {
    let derive = SendWrapper::new(derive);
    leptos::prelude::Memo::new(move |before| (*derive)(before))
}

impl<T: PartialEq + 'static> Memo<T> {
    /// A memo under the current owner. The closure is given what it gave before.
    #[must_use]
    pub fn new(derive: impl Fn(Option<&T>) -> T + 'static) -> Self {
        let derive = move |before: Option<&Compared>| {
            let before = before.and_then(|before| before.value.downcast_ref());
            Compared { value: SendWrapper::new(Rc::new(derive(before))), same: same::<T> }
        };
        Self { memo: remember(Box::new(derive)), kind: PhantomData }
    }
}

impl<T: 'static> Memo<T> {
    /// Follows the memo without reading it.
    pub fn track(self) {
        self.memo.track();
    }

    /// Reads and follows.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.memo.get().value.downcast_ref().map_or_else(|| gone(), read)
    }
}

impl<T: Clone + 'static> Memo<T> {
    /// The value, followed.
    #[must_use]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    #[must_use]
    pub fn get_untracked(self) -> T {
        leptos::prelude::untrack(|| self.get())
    }
}

/// How a derived signal is read.
type Read<T> = Rc<dyn Fn() -> T>;

/// Something that can be read and followed, wherever it comes from: what a component takes.
pub struct Signal<T> {
    read: StoredValue<Read<T>>,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> fmt::Debug for Signal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signal")
    }
}

impl<T: 'static> Signal<T> {
    /// A signal that is worked out each time it is read.
    #[must_use]
    pub fn derive(read: impl Fn() -> T + 'static) -> Self {
        Self { read: StoredValue::new(Rc::new(read)) }
    }

    /// The value, followed.
    #[must_use]
    pub fn get(self) -> T {
        self.read.get_value()()
    }

    /// The value as it is now.
    #[must_use]
    pub fn get_untracked(self) -> T {
        leptos::prelude::untrack(|| self.get())
    }
}

impl<T: Clone + 'static> From<T> for Signal<T> {
    fn from(value: T) -> Self {
        Self::derive(move || value.clone())
    }
}

impl From<&str> for Signal<String> {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl<T: Clone + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

impl<T: Clone + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::derive(move || memo.get())
    }
}
