//! Identifiers and secrets that cannot be guessed.

/// Letters and digits without the pairs that people mix up (`0o`, `1l`); 32 of them, so that a byte maps without bias.
const ALPHABET: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";

/// A new identifier: `prefix_` and 26 characters carrying 130 random bits.
///
/// # Errors
/// When the operating system has no randomness to give.
pub fn fresh(prefix: &str) -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; 26];
    getrandom::fill(&mut bytes)?;
    let mut id = String::with_capacity(prefix.len() + 27);
    id.push_str(prefix);
    id.push('_');
    id.extend(bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])));
    Ok(id)
}

/// The SHA-256 of some bytes in lower-case hexadecimal.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    let mut hash = Hash::default();
    sha2::Digest::update(&mut hash.0, bytes);
    hash.hex()
}

/// A SHA-256 of what is written to it.
#[derive(Clone, Debug, Default)]
pub struct Hash(sha2::Sha256);

impl Hash {
    /// The digest in lower-case hexadecimal.
    #[must_use]
    pub fn hex(self) -> String {
        use std::fmt::Write as _;
        let mut hex = String::with_capacity(64);
        for byte in sha2::Digest::finalize(self.0) {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }
}

impl std::fmt::Write for Hash {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        sha2::Digest::update(&mut self.0, text.as_bytes());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ids_differ_and_carry_their_prefix() {
        let (one, other) = (fresh("cart").unwrap(), fresh("cart").unwrap());
        assert_ne!(one, other);
        assert!(one.starts_with("cart_") && one.len() == 31);
    }

    #[test]
    fn a_digest_is_the_published_one_for_abc() {
        assert_eq!(digest(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
