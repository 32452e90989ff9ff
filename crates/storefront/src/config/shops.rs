//! Several shops in one storefront, each at an address of its own.

use std::path::Path;

use serde::Deserialize;

use super::{Config, ConfigError, base_url};

/// A shop among others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tenant {
    /// What its carts, checkouts and orders are marked with; empty for the only shop of a storefront.
    pub id: String,
    /// Handles of the creators whose things it sells; none: everybody's.
    pub creators: Vec<String>,
}

impl Tenant {
    /// Whether the shop sells a creator's things.
    #[must_use]
    pub fn sells(&self, creator: &str) -> bool {
        self.creators.is_empty() || self.creators.iter().any(|own| own == creator)
    }
}

/// An entry of the file that `--shops` names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    public_url: String,
    name: String,
    creators: Vec<String>,
}

/// The settings of every shop that a file lists, over the settings they have in common.
///
/// # Errors
/// A sentence about the file, or the first shop in it that cannot be.
pub(super) fn read(file: &Path, common: &Config) -> Result<Vec<Config>, ConfigError> {
    let bad = |what: String| ConfigError(format!("--shops {}: {what}.", file.display()));
    let text = std::fs::read_to_string(file).map_err(|error| bad(error.to_string()))?;
    let entries: Vec<Entry> = serde_json::from_str(&text).map_err(|error| bad(error.to_string()))?;
    if entries.is_empty() {
        return Err(bad("there is no shop in it".to_owned()));
    }
    let mut shops: Vec<Config> = Vec::new();
    for entry in entries {
        let id = entry.id;
        let plain = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !plain || !(1..=32).contains(&id.len()) {
            return Err(bad(format!("{id:?} is not an id: up to 32 small letters, digits and hyphens")));
        }
        if entry.creators.is_empty() {
            return Err(bad(format!("the shop {id} has no creators")));
        }
        let public_url = base_url("--shops", Some(&entry.public_url), ([127, 0, 0, 1], 0).into())?;
        for other in &shops {
            let shared = entry.creators.iter().find(|creator| other.tenant.sells(creator));
            if let Some(creator) = shared {
                return Err(bad(format!("the creator {creator} is in two shops")));
            }
            if other.tenant.id == id || other.public_url == public_url {
                return Err(bad(format!("the shop {id} has an id or an address that another has")));
            }
        }
        shops.push(Config {
            api_url: format!("{public_url}{}", crate::http::API),
            // A listener that several shops share tells them apart by their addresses.
            shop_call_url: public_url.clone(),
            public_url,
            shop_name: entry.name,
            tenant: Tenant { id, creators: entry.creators },
            ..common.clone()
        });
    }
    // A page of any of them may frame the card entry, and nobody else's.
    let origins: Vec<String> = shops.iter().map(|shop| shop.public_url.clone()).collect();
    for shop in &mut shops {
        shop.frame_ancestors.clone_from(&origins);
    }
    Ok(shops)
}
