//! How a record or an open enumeration is declared, and what every field type can do.

#[cfg(feature = "js")]
pub mod js;
mod json;

pub use json::{Json, Map, OneOrMany};

/// What a field of a record must be able to say: whether it is left out of the message.
///
/// `None` and an empty list are left out, unless the record's declaration says `= always`
/// (the protocol requires `line_items`, `totals`, … even when they are empty).
pub trait Field: Default {
    /// True when the field carries nothing and may be left out.
    fn is_absent(&self) -> bool {
        false
    }
}

impl Field for String {}
impl Field for bool {}
impl Field for i64 {}
impl Field for f64 {}
impl<T> Field for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}
impl<T> Field for Vec<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// The name on the wire: the field's own unless `as "…"` gives another.
macro_rules! wire_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $wire:literal) => {
        $wire
    };
}

/// Whether the field is always written.
macro_rules! is_always {
    () => {
        false
    };
    (always) => {
        true
    };
}

/// Declares records: `field as "wire name": Type = always`, where `as` and `= always` are optional. A field that the widget neither draws
/// nor sends is `#[cfg(feature = "whole")]`: what is not read is not compiled into it either.
macro_rules! record {
    ($(
        $(#[doc = $doc:literal])*
        pub struct $name:ident {
            $( $(#[doc = $fdoc:literal])* $(#[cfg($($cfg:tt)*)])? $field:ident $(as $wire:literal)? : $ty:ty $(= $always:ident)? ),* $(,)?
        }
    )*) => { $(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(default))]
        pub struct $name {
            $( $(#[doc = $fdoc])* $(#[cfg($($cfg)*)])? $(#[cfg_attr(feature = "serde", serde(rename = $wire))])? pub $field: $ty, )*
        }

        impl $crate::Field for $name {}

        #[cfg(feature = "schema")]
        impl $crate::schema::Shape for $name {
            fn shape(book: &mut $crate::schema::Book) -> serde_json::Value {
                book.record(stringify!($name), concat!($($doc),*), |book| vec![ $( $crate::schema::FieldShape {
                    name: wire_name!($field $($wire)?),
                    doc: concat!($($fdoc),*).to_owned(),
                    always: is_always!($($always)?) || <$ty as $crate::schema::Shape>::ALWAYS,
                    schema: <$ty as $crate::schema::Shape>::shape(book),
                } ),* ])
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let mut map = serializer.serialize_map(None)?;
                $( $(#[cfg($($cfg)*)])? {
                    if is_always!($($always)?) || !$crate::Field::is_absent(&self.$field) {
                        map.serialize_entry(wire_name!($field $($wire)?), &self.$field)?;
                    }
                } )*
                map.end()
            }
        }

        #[cfg(feature = "js")]
        impl $crate::js::Value for $name {
            fn from_js(value: &wasm_bindgen::JsValue) -> Option<Self> {
                value.is_object().then_some(())?;
                Some(Self { $( $(#[cfg($($cfg)*)])? $field: $crate::js::get(value, wire_name!($field $($wire)?))?, )* })
            }
            fn to_js(&self) -> wasm_bindgen::JsValue {
                let object = $crate::js::object();
                $( $(#[cfg($($cfg)*)])? {
                    if is_always!($($always)?) || !$crate::Field::is_absent(&self.$field) {
                        $crate::js::set(&object, wire_name!($field $($wire)?), $crate::js::Value::to_js(&self.$field));
                    }
                } )*
                object
            }
        }
    )* };
}

/// Declares enumerations over words; a word that is not listed is kept in `Other`.
macro_rules! open_enum {
    ($(
        $(#[doc = $doc:literal])*
        pub enum $name:ident { $( $(#[$vmeta:meta])* $variant:ident = $word:literal ),* $(,)? }
    )*) => { $(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $( $(#[$vmeta])* $variant, )*
            /// A word that this version of the protocol does not list.
            Other(String),
        }

        impl $name {
            /// Every word that the protocol lists.
            pub const WORDS: &[&str] = &[$($word),*];

            /// The word on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self { $( Self::$variant => $word, )* Self::Other(word) => word }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word { $( $word => Self::$variant, )* other => Self::Other(other.to_owned()) }
            }
        }

        impl Default for $name {
            fn default() -> Self { Self::Other(String::new()) }
        }

        impl $crate::Field for $name {}

        #[cfg(feature = "schema")]
        impl $crate::schema::Shape for $name {
            fn shape(book: &mut $crate::schema::Book) -> serde_json::Value {
                book.words(stringify!($name), concat!($($doc),*), Self::WORDS)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Ok(Self::from(&*<std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?))
            }
        }

        #[cfg(feature = "js")]
        impl $crate::js::Value for $name {
            fn from_js(value: &wasm_bindgen::JsValue) -> Option<Self> {
                value.as_string().map(|word| Self::from(word.as_str()))
            }
            fn to_js(&self) -> wasm_bindgen::JsValue {
                wasm_bindgen::JsValue::from_str(self.as_str())
            }
        }
    )* };
}
