//! The browser's codec: records to and from plain JavaScript values (what `JSON.parse` gives and `JSON.stringify` takes).
//!
//! An error carries no path: a shop that answers off the protocol is shown to the fan as one sentence, and the developer
//! sees the answer itself in the browser's network panel.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// A type that can cross to JavaScript and back.
pub trait Value: Sized {
    /// Reads the value; `None` when it has another type.
    fn from_js(value: &JsValue) -> Option<Self>;
    /// Writes the value.
    fn to_js(&self) -> JsValue;
}

/// Reads a member; a missing or `null` one is the default.
#[must_use]
pub fn get<T: Value + Default>(object: &JsValue, name: &str) -> Option<T> {
    let value = Reflect::get(object, &JsValue::from_str(name)).ok()?;
    if value.is_undefined() || value.is_null() { Some(T::default()) } else { T::from_js(&value) }
}

/// An empty object.
#[must_use]
pub fn object() -> JsValue {
    Object::new().into()
}

/// Sets a member of an object made by [`object`] (which cannot refuse).
pub fn set(object: &JsValue, name: &str, value: JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(name), &value);
}

impl Value for String {
    fn from_js(value: &JsValue) -> Option<Self> {
        value.as_string()
    }
    fn to_js(&self) -> JsValue {
        JsValue::from_str(self)
    }
}

impl Value for bool {
    fn from_js(value: &JsValue) -> Option<Self> {
        value.as_bool()
    }
    fn to_js(&self) -> JsValue {
        JsValue::from_bool(*self)
    }
}

impl Value for f64 {
    fn from_js(value: &JsValue) -> Option<Self> {
        value.as_f64()
    }
    fn to_js(&self) -> JsValue {
        JsValue::from_f64(*self)
    }
}

/// Integers are exact up to 2^53 - 1, the protocol's own bound for amounts; a fraction is refused, not rounded.
impl Value for i64 {
    fn from_js(value: &JsValue) -> Option<Self> {
        const SAFE: f64 = 9_007_199_254_740_991.0;
        let number = value.as_f64()?;
        #[expect(clippy::cast_possible_truncation, reason = "checked to be an integer within 2^53")]
        let integer = number as i64;
        (number.abs() <= SAFE && integer as f64 == number).then_some(integer)
    }
    fn to_js(&self) -> JsValue {
        JsValue::from_f64(*self as f64)
    }
}

impl<T: Value> Value for Option<T> {
    fn from_js(value: &JsValue) -> Option<Self> {
        T::from_js(value).map(Some)
    }
    fn to_js(&self) -> JsValue {
        self.as_ref().map_or(JsValue::NULL, Value::to_js)
    }
}

impl<T: Value> Value for Vec<T> {
    fn from_js(value: &JsValue) -> Option<Self> {
        let array = value.dyn_ref::<Array>()?;
        let mut items = Self::with_capacity(array.length() as usize);
        for index in 0..array.length() {
            items.push(T::from_js(&array.get(index))?);
        }
        Some(items)
    }
    fn to_js(&self) -> JsValue {
        let array = Array::new();
        for item in self {
            array.push(&item.to_js());
        }
        array.into()
    }
}

impl<T: Value> Value for crate::Map<T> {
    fn from_js(value: &JsValue) -> Option<Self> {
        let object = value.dyn_ref::<Object>()?;
        let mut entries = Vec::new();
        for key in Object::keys(object).iter() {
            let value = Reflect::get(object, &key).ok()?;
            entries.push((key.as_string()?, T::from_js(&value)?));
        }
        Some(Self(entries))
    }
    fn to_js(&self) -> JsValue {
        let object = object();
        for (key, value) in &self.0 {
            set(&object, key, value.to_js());
        }
        object
    }
}

impl Value for crate::Json {
    fn from_js(value: &JsValue) -> Option<Self> {
        Some(if let Some(text) = value.as_string() {
            Self::String(text)
        } else if let Some(number) = value.as_f64() {
            Self::Number(number)
        } else if let Some(flag) = value.as_bool() {
            Self::Bool(flag)
        } else if Array::is_array(value) {
            Self::Array(Value::from_js(value)?)
        } else if value.is_object() {
            Self::Object(Value::from_js(value)?)
        } else {
            Self::Null
        })
    }
    fn to_js(&self) -> JsValue {
        match self {
            Self::Null => JsValue::NULL,
            Self::Bool(flag) => flag.to_js(),
            Self::Number(number) => number.to_js(),
            Self::String(text) => text.to_js(),
            Self::Array(items) => items.to_js(),
            Self::Object(map) => map.to_js(),
        }
    }
}

impl Value for crate::OneOrMany {
    fn from_js(value: &JsValue) -> Option<Self> {
        value.as_string().map(|one| Self(vec![one])).or_else(|| Value::from_js(value).map(Self))
    }
    fn to_js(&self) -> JsValue {
        self.0.to_js()
    }
}
