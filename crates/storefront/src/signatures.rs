//! HTTP message signatures: RFC 9421 in the profile of UCP ("Signatures"), and Content-Digest (RFC 9530).
//!
//! Signing is ES256 (ECDSA on P-256 with SHA-256, the 64 raw bytes `r || s`); verifying knows ES384 too. A signature names its
//! key with `keyid`, which is the `kid` of a JWK in the signer's profile, and never its algorithm: that follows from the key.
//!
//! - To sign: [`SigningKey::sign_request`], [`SigningKey::sign_response`]. They add the headers and choose what is covered.
//! - To verify: [`Proof::read`] the headers, find the signer's keys (its profile's `signing_keys`), [`Proof::verify`].
//!
//! Nothing here knows the database, the network or the time: keys, bytes and seconds come in, headers or a [`Fault`] go out.

mod digest;
mod keys;
mod message;
mod proof;
#[cfg(test)]
mod tests;

pub use digest::{check_digest, content_digest};
pub use keys::{BadKey, SigningKey};
pub use message::{Message, Target, authority};
pub use proof::Proof;

/// Why a message is not believed: the protocol's own words and status codes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// 401 `signature_missing`: there is no signature, or half of one.
    #[error("The message has no signature. Send Signature-Input and Signature (RFC 9421).")]
    Missing,
    /// 401 `signature_invalid`: it cannot be read, covers too little, is out of its time, or is not the signature of this message.
    #[error("The signature does not hold: {0}.")]
    Invalid(String),
    /// 401 `key_not_found`: the signer's profile has no such key.
    #[error("The signer's profile has no signing key of the name {0:?}.")]
    KeyNotFound(String),
    /// 400 `digest_mismatch`: the body is not the one that was digested.
    #[error("Content-Digest does not match the body: {0}.")]
    Digest(String),
    /// 400 `algorithm_unsupported`: a key of a kind that is not verified here.
    #[error("Signatures of this kind are not verified here: {0}. Use ES256.")]
    Algorithm(String),
}

impl Fault {
    /// The protocol's code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "signature_missing",
            Self::Invalid(_) => "signature_invalid",
            Self::KeyNotFound(_) => "key_not_found",
            Self::Digest(_) => "digest_mismatch",
            Self::Algorithm(_) => "algorithm_unsupported",
        }
    }

    /// The HTTP status that goes with it.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::Missing | Self::Invalid(_) | Self::KeyNotFound(_) => 401,
            Self::Digest(_) | Self::Algorithm(_) => 400,
        }
    }
}

fn invalid(reason: impl Into<String>) -> Fault {
    Fault::Invalid(reason.into())
}
