//! Remembers what a result was made from, so that unchanged inputs are not built again.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

/// A digest over named files and plain words.
pub(crate) struct Inputs(Sha256);

impl Inputs {
    /// Starts with the words that change the result without being a file: a profile, a version.
    pub(crate) fn new(words: &[&str]) -> Self {
        let mut digest = Sha256::new();
        for word in words {
            digest.update(word.as_bytes());
            digest.update([0]);
        }
        Self(digest)
    }

    /// Adds a file or everything below a folder, by path and content. What does not exist counts as absent.
    pub(crate) fn add(&mut self, root: &Path, relative: &str) -> Result<()> {
        let mut files = Vec::new();
        collect(&root.join(relative), &mut files).with_context(|| format!("cannot read {relative}"))?;
        files.sort();
        for file in files {
            let name = file.strip_prefix(root).unwrap_or(&file);
            let content = fs::read(&file).with_context(|| format!("cannot read {}", name.display()))?;
            self.0.update(name.as_os_str().as_encoded_bytes());
            self.0.update([0]);
            self.0.update(content.len().to_le_bytes());
            self.0.update(&content);
        }
        Ok(())
    }

    /// The digest so far, in hexadecimal.
    pub(crate) fn digest(self) -> String {
        hex(&self.0.finalize())
    }
}

/// The short content hash used in file names.
pub(crate) fn short(content: &[u8]) -> String {
    hex(&Sha256::digest(content)[..6])
}

/// Whether the stamp file holds exactly this digest.
pub(crate) fn is_current(stamp: &Path, digest: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|text| text == digest)
}

/// Writes the stamp; call it only after the result is complete.
pub(crate) fn write(stamp: &Path, digest: &str) -> Result<()> {
    fs::write(stamp, digest).with_context(|| format!("cannot write {}", stamp.display()))
}

/// Takes the stamp away: whatever it vouched for is about to change.
pub(crate) fn remove(stamp: &Path) -> Result<()> {
    match fs::remove_file(stamp) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", stamp.display()))
        }
        _ => Ok(()),
    }
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            let entry = entry?.path();
            if entry.file_name().is_none_or(|name| name != "node_modules") {
                collect(&entry, files)?;
            }
        }
    } else if path.is_file() {
        files.push(path.to_path_buf());
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(root: &Path, words: &[&str]) -> String {
        let mut inputs = Inputs::new(words);
        inputs.add(root, "src").unwrap();
        inputs.digest()
    }

    #[test]
    fn content_names_and_words_change_the_digest() {
        let place = tempfile::tempdir().unwrap();
        let root = place.path();
        fs::create_dir_all(root.join("src/deep")).unwrap();
        fs::write(root.join("src/deep/a"), "one").unwrap();
        let first = digest(root, &["release"]);
        assert_eq!(first, digest(root, &["release"]));
        assert_ne!(first, digest(root, &["dev"]));
        fs::write(root.join("src/deep/a"), "two").unwrap();
        let second = digest(root, &["release"]);
        assert_ne!(first, second);
        fs::rename(root.join("src/deep/a"), root.join("src/deep/b")).unwrap();
        assert_ne!(second, digest(root, &["release"]));
    }

    #[test]
    fn a_stamp_vouches_for_one_digest_until_it_is_removed() {
        let place = tempfile::tempdir().unwrap();
        let stamp = place.path().join("stamp");
        assert!(!is_current(&stamp, "x"));
        write(&stamp, "x").unwrap();
        assert!(is_current(&stamp, "x") && !is_current(&stamp, "y"));
        remove(&stamp).unwrap();
        remove(&stamp).unwrap();
        assert!(!is_current(&stamp, "x"));
    }

    #[test]
    fn the_short_hash_is_twelve_digits_of_the_content() {
        assert_eq!(short(b""), "e3b0c44298fc");
    }
}
