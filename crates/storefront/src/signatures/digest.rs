//! Content-Digest (RFC 9530): the body's hash as a header, so that a signature can cover the body.

use axum::http::HeaderMap;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sfv::{BareItem, Dictionary, ListEntry, Parser};
use sha2::{Digest as _, Sha256, Sha512};

use super::Fault;
use super::message::field;

/// The header's value for a body: `sha-256=:…:`.
#[must_use]
pub fn content_digest(body: &[u8]) -> String {
    format!("sha-256=:{}:", STANDARD.encode(Sha256::digest(body)))
}

/// Whether the Content-Digest of a message is that of its body. Every algorithm that is known here must match, and one of
/// them must be there (the protocol demands sha-256; sha-512 is the RFC's other one).
///
/// # Errors
/// [`Fault::Digest`] when the header is not there, cannot be read, knows no known algorithm, or does not match.
pub fn check_digest(headers: &HeaderMap, body: &[u8]) -> Result<(), Fault> {
    let mismatch = |reason: &str| Fault::Digest(reason.to_owned());
    let header = field(headers, "content-digest").ok_or_else(|| mismatch("the header is missing"))?;
    let members: Dictionary = Parser::new(header.as_bytes()).parse().map_err(|_| mismatch("the header cannot be read"))?;
    let mut known = 0;
    for (name, entry) in &members {
        let expected: Vec<u8> = match name.as_str() {
            "sha-256" => Sha256::digest(body).to_vec(),
            "sha-512" => Sha512::digest(body).to_vec(),
            _ => continue,
        };
        let ListEntry::Item(item) = entry else { return Err(mismatch("the header cannot be read")) };
        let BareItem::ByteSequence(given) = &item.bare_item else { return Err(mismatch("the header cannot be read")) };
        if *given != expected {
            return Err(mismatch("another body was digested"));
        }
        known += 1;
    }
    if known == 0 { Err(mismatch("it has no sha-256")) } else { Ok(()) }
}
