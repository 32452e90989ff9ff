//! Attributes and properties: what they can be given, and how they follow a closure.

use super::keep;
use crate::signals::Signal;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/dom/nodes.js")]
extern "C" {
    #[wasm_bindgen(js_name = set)]
    fn set_attribute(element: &Element, name: &str, value: JsValue);
    fn paint(element: &Element, name: &str, value: JsValue);
}

/// What an attribute or a property is set to. `undefined` takes the attribute away.
pub struct Value(JsValue);

impl From<bool> for Value {
    /// An attribute that is there (and empty) or not; a property that is true or not.
    fn from(there: bool) -> Self {
        Self(if there { JsValue::TRUE } else { JsValue::UNDEFINED })
    }
}

macro_rules! plain {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Value {
            fn from(value: $kind) -> Self {
                Self(value.into())
            }
        }
        impl Settable for $kind {
            fn set(self, element: &Element, name: &'static str, how: How) {
                how(element, name, self.into());
            }
        }
    )*};
}
plain!(&'static str, String, f64);

impl Settable for i64 {
    fn set(self, element: &Element, name: &'static str, how: How) {
        // Sizes and counts, far below where a float skips integers; a BigInt is what JavaScript would get otherwise.
        how(element, name, (self as f64).into());
    }
}

impl Settable for bool {
    fn set(self, element: &Element, name: &'static str, how: How) {
        how(element, name, self.into());
    }
}

impl<V: Into<Value>> From<Option<V>> for Value {
    fn from(value: Option<V>) -> Self {
        value.map_or(Self(JsValue::UNDEFINED), Into::into)
    }
}

impl<V: Into<Value>> Settable for Option<V> {
    fn set(self, element: &Element, name: &'static str, how: How) {
        if let Some(value) = self {
            how(element, name, value.into());
        }
    }
}

impl Settable for Signal<String> {
    fn set(self, element: &Element, name: &'static str, how: How) {
        follow(element, name, how, Box::new(move || self.get().into()));
    }
}

impl<F, V> Settable for F
where
    F: Fn() -> V + 'static,
    V: Into<Value>,
{
    fn set(self, element: &Element, name: &'static str, how: How) {
        follow(element, name, how, Box::new(move || self().into()));
    }
}

/// Sets an attribute, or a property.
type How = fn(&Element, &'static str, Value);

/// What can stand after the `=` of an attribute.
pub trait Settable {
    /// Sets it now and, when it is a closure, whenever what it reads has changed.
    fn set(self, element: &Element, name: &'static str, how: How);
}

fn follow(element: &Element, name: &'static str, how: How, value: Box<dyn Fn() -> Value>) {
    let element = element.clone();
    keep(RenderEffect::new(move |_: Option<()>| how(&element, name, value())));
}

/// Sets an attribute of an element: text or a number as it is, `true` as an empty one, `false` and `None` as none.
pub fn attribute(element: &Element, name: &'static str, value: impl Settable) {
    value.set(element, name, |element, name, value| set_attribute(element, name, value.0));
}

/// Sets the private custom property `--_name` of an element (`var:name`). Through CSSOM: a `style` attribute would need
/// 'unsafe-inline'.
pub fn variable(element: &Element, name: &'static str, value: impl Settable) {
    value.set(element, name, |element, name, value| paint(element, name, value.0));
}

/// Sets a property of an element (`prop:value`), which typing changes and an attribute does not.
pub fn property(element: &Element, name: &'static str, value: impl Settable) {
    value.set(element, name, |element, name, value| drop(js_sys::Reflect::set(element, &name.into(), &value.0)));
}

/// Yes or no as ARIA writes it. (`to_string` would bring the machinery of `fmt` into the chunk.)
#[must_use]
pub const fn aria(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
}
