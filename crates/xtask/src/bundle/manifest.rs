//! `dist/bundle.json`: what was built, what it weighs, and when a page loads it.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

/// When a page loads a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum When {
    /// Before the shelf can be seen.
    First,
    /// One of these, before the shelf can be seen.
    Locale,
    /// On the first sign of interest in a product: product and bag.
    Later,
    /// Once there is something in the bag: the checkout.
    Checkout,
    /// Behind the checkout: the order.
    Order,
    /// One of these, when an address is asked for.
    Address,
    /// When a checkout brings Google Pay or the shop's own page along.
    Guests,
}

/// A shipped file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// Its name in `dist`.
    pub(crate) name: String,
    /// When a page loads it.
    pub(crate) when: When,
    /// Its size as it is, in bytes.
    pub(crate) raw: u64,
    /// Its size in brotli at the best quality, in bytes; absent from a quick build.
    pub(crate) brotli: Option<u64>,
}

/// The list of shipped files.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The profile it was built with.
    pub(crate) profile: String,
    /// The files of the widget; pages and media are not its weight.
    pub(crate) files: Vec<Entry>,
}

const NAME: &str = "bundle.json";

impl Manifest {
    /// Reads the manifest of a built `dist`.
    pub(crate) fn read(dist: &Path) -> Result<Self> {
        let path = dist.join(NAME);
        let text = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        serde_json::from_slice(&text).with_context(|| format!("{} is not a manifest", path.display()))
    }

    /// Writes the manifest, in a stable order.
    pub(crate) fn write(&mut self, dist: &Path) -> Result<()> {
        self.files.sort_by(|one, other| (one.when, &one.name).cmp(&(other.when, &other.name)));
        let text = serde_json::to_vec_pretty(self).context("the manifest cannot be written")?;
        fs::write(dist.join(NAME), text).with_context(|| format!("cannot write {}", dist.join(NAME).display()))
    }
}

/// Whether `dist` holds a manifest and every file it names.
pub(crate) fn is_complete(dist: &Path) -> bool {
    Manifest::read(dist).is_ok_and(|manifest| {
        manifest.files.iter().all(|file| dist.join(&file.name).is_file()) && dist.join("index.html").is_file()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_comes_back_and_notices_a_missing_file() {
        let place = tempfile::tempdir().unwrap();
        let entry = Entry { name: "a.js".into(), when: When::First, raw: 3, brotli: None };
        Manifest { profile: "dev".into(), files: vec![entry.clone()] }.write(place.path()).unwrap();
        assert_eq!(Manifest::read(place.path()).unwrap().files, [entry]);
        fs::write(place.path().join("index.html"), "").unwrap();
        assert!(!is_complete(place.path()));
        fs::write(place.path().join("a.js"), "abc").unwrap();
        assert!(is_complete(place.path()));
    }
}
