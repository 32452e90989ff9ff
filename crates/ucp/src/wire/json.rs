//! The three shapes that records alone cannot say: an ordered map, any JSON, and "a string or a list of strings".

use crate::Field;

/// A JSON object with unknown keys, in the order in which it was sent (the shop's order is meaningful to a reader).
#[derive(Clone, Debug, PartialEq)]
pub struct Map<T>(pub Vec<(String, T)>);

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Map<T> {
    /// The value under `key`.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> FromIterator<(String, T)> for Map<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl<T> Field for Map<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// Any JSON value: configuration and metadata whose shape belongs to somebody else. Never an amount of money.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as JavaScript reads it.
    Number(f64),
    /// A string.
    String(String),
    /// A list.
    Array(Vec<Json>),
    /// An object.
    Object(Map<Json>),
}

impl Field for Json {
    fn is_absent(&self) -> bool {
        *self == Self::Null
    }
}

impl Json {
    /// The member `key` of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        if let Self::Object(map) = self { map.get(key) } else { None }
    }

    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The items of a list.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Json]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

/// A list of names that the protocol also allows as one bare string (`extends`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OneOrMany(pub Vec<String>);

impl Field for OneOrMany {
    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(feature = "serde")]
mod serde_impls {
    use super::{Json, Map, OneOrMany};
    use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
    use serde::ser::{Serialize, Serializer};
    use std::{fmt, marker::PhantomData};

    impl<T: Serialize> Serialize for Map<T> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
        }
    }

    impl<'de, T: Deserialize<'de>> Deserialize<'de> for Map<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Entries<T>(PhantomData<T>);
            impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
                type Value = Map<T>;
                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("an object")
                }
                fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
                    let mut entries = Vec::new();
                    while let Some(entry) = access.next_entry()? {
                        entries.push(entry);
                    }
                    Ok(Map(entries))
                }
            }
            deserializer.deserialize_map(Entries(PhantomData))
        }
    }

    impl Serialize for Json {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self {
                Self::Null => serializer.serialize_unit(),
                Self::Bool(flag) => serializer.serialize_bool(*flag),
                // An integer that was read as one is written as one: `2`, not `2.0`.
                #[expect(clippy::cast_possible_truncation, reason = "guarded: integral and within 2^53")]
                Self::Number(number) if number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0 => {
                    serializer.serialize_i64(*number as i64)
                }
                Self::Number(number) => serializer.serialize_f64(*number),
                Self::String(text) => serializer.serialize_str(text),
                Self::Array(items) => items.serialize(serializer),
                Self::Object(map) => map.serialize(serializer),
            }
        }
    }

    impl<'de> Deserialize<'de> for Json {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Any;
            impl<'de> Visitor<'de> for Any {
                type Value = Json;
                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("any JSON value")
                }
                fn visit_unit<E>(self) -> Result<Json, E> {
                    Ok(Json::Null)
                }
                fn visit_bool<E>(self, flag: bool) -> Result<Json, E> {
                    Ok(Json::Bool(flag))
                }
                fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
                    Ok(Json::Number(number as f64))
                }
                fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
                    Ok(Json::Number(number as f64))
                }
                fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
                    Ok(Json::Number(number))
                }
                fn visit_str<E>(self, text: &str) -> Result<Json, E> {
                    Ok(Json::String(text.to_owned()))
                }
                fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
                    let mut items = Vec::new();
                    while let Some(item) = access.next_element()? {
                        items.push(item);
                    }
                    Ok(Json::Array(items))
                }
                fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
                    let mut entries = Vec::new();
                    while let Some(entry) = access.next_entry()? {
                        entries.push(entry);
                    }
                    Ok(Json::Object(Map(entries)))
                }
            }
            deserializer.deserialize_any(Any)
        }
    }

    impl Serialize for OneOrMany {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            if let [one] = self.0.as_slice() { serializer.serialize_str(one) } else { self.0.serialize(serializer) }
        }
    }

    impl<'de> Deserialize<'de> for OneOrMany {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Ok(match Json::deserialize(deserializer)? {
                Json::String(one) => Self(vec![one]),
                Json::Array(items) => Self(items.iter().filter_map(Json::as_str).map(str::to_owned).collect()),
                _ => Self::default(),
            })
        }
    }
}
