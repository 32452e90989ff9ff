//! JSON in TEXT columns.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Result;

/// Reads a column.
///
/// # Errors
/// When the text is not what this program once wrote there.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| sqlx::Error::Decode(error.into()))
}

/// Writes a column.
///
/// # Errors
/// When the value has no JSON form.
pub fn write<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(error.into()))
}
