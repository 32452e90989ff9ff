//! Verifying: is this message from whom it says, and is it the one that they signed?

use axum::http::HeaderMap;
use sfv::{BareItem, Dictionary, InnerList, ListEntry, Parser};
use ucp::Json;

use super::keys::Verifier;
use super::message::{Message, component, field};
use super::{Fault, check_digest, invalid};

/// How far a signer's clock may be ahead of ours, in seconds.
const SKEW: i64 = 60;
/// How old a signature may be, in seconds: long enough for a slow retry, too short for a stolen request to be kept.
const OLDEST: i64 = 3_600;

/// The signatures of a message, read but not yet believed.
#[derive(Debug)]
pub struct Proof {
    signatures: Vec<Signature>,
}

#[derive(Debug)]
struct Signature {
    covered: InnerList,
    keyid: String,
    bytes: Vec<u8>,
}

impl Proof {
    /// Whether a message claims to be signed at all.
    #[must_use]
    pub fn is_claimed(headers: &HeaderMap) -> bool {
        headers.contains_key("signature") || headers.contains_key("signature-input")
    }

    /// Reads Signature-Input and Signature.
    ///
    /// # Errors
    /// [`Fault::Missing`] when one of them is not there, [`Fault::Invalid`] when they cannot be read or no signature names
    /// its key.
    pub fn read(headers: &HeaderMap) -> Result<Self, Fault> {
        let dictionary = |name: &str| -> Result<Dictionary, Fault> {
            let value = field(headers, name).filter(|value| !value.is_empty()).ok_or(Fault::Missing)?;
            Parser::new(value.as_bytes()).parse().map_err(|_| invalid(format!("{name} cannot be read")))
        };
        let (inputs, values) = (dictionary("signature-input")?, dictionary("signature")?);
        let mut signatures = Vec::new();
        for (label, entry) in &inputs {
            let ListEntry::InnerList(covered) = entry else { return Err(invalid("signature-input is not a list")) };
            let Some(value) = values.get(label.as_str()) else { continue };
            let ListEntry::Item(value) = value else { return Err(invalid("signature is not bytes")) };
            let BareItem::ByteSequence(bytes) = &value.bare_item else { return Err(invalid("signature is not bytes")) };
            if let Some(BareItem::String(keyid)) = covered.params.get("keyid") {
                let keyid = keyid.as_str().to_owned();
                signatures.push(Signature { covered: covered.clone(), keyid, bytes: bytes.clone() });
            }
        }
        if signatures.is_empty() {
            return Err(invalid("no signature has both its bytes and a keyid"));
        }
        Ok(Self { signatures })
    }

    /// The names of the keys that the signatures were made with.
    pub fn keyids(&self) -> impl Iterator<Item = &str> {
        self.signatures.iter().map(|signature| signature.keyid.as_str())
    }

    /// Believes the message, or says why not. `keys` are the JWKs of the signer's profile; `now` in unix seconds.
    ///
    /// A signer that changes its key lists the old and the new one for a while; whichever the signature names is used. When
    /// none is listed the caller may fetch the profile anew and ask once more.
    ///
    /// # Errors
    /// Whatever [`Fault`] applies first: the key, its algorithm, the body's digest, what is covered, the time, the signature.
    pub fn verify(&self, message: &Message<'_>, keys: &[Json], now: i64) -> Result<(), Fault> {
        let key = |keyid: &str| keys.iter().find(|jwk| jwk.get("kid").and_then(Json::as_str) == Some(keyid));
        let known = self.signatures.iter().find_map(|signature| key(&signature.keyid).map(|jwk| (signature, jwk)));
        let Some((signature, jwk)) = known else {
            return Err(Fault::KeyNotFound(self.keyids().next().unwrap_or_default().to_owned()));
        };
        let verifier = Verifier::of(jwk)?;
        if !message.body.is_empty() || message.headers.contains_key("content-digest") {
            check_digest(message.headers, message.body)?;
        }
        signature.covers(&message.required())?;
        signature.is_of(now)?;
        let base = message.base(&signature.covered)?;
        if verifier.holds(&base, &signature.bytes) { Ok(()) } else { Err(invalid("it is not the signature of this message")) }
    }
}

impl Signature {
    fn covers(&self, required: &[&str]) -> Result<(), Fault> {
        let covered: Result<Vec<&str>, Fault> = self.covered.items.iter().map(component).collect();
        let covered = covered?;
        match required.iter().find(|name| !covered.contains(name)) {
            Some(name) => Err(invalid(format!("it does not cover {name}"))),
            None => Ok(()),
        }
    }

    /// `created` and `expires` are optional in the protocol, but who gives them is held to them. `alg` should not be there;
    /// when it is, it must be the one that every key here is for.
    fn is_of(&self, now: i64) -> Result<(), Fault> {
        let seconds = |name: &str| match self.covered.params.get(name) {
            None => Ok(None),
            Some(BareItem::Integer(at)) => Ok(Some(i64::from(*at))),
            Some(_) => Err(invalid(format!("{name} is not a number"))),
        };
        if let Some(created) = seconds("created")? {
            if created > now + SKEW {
                return Err(invalid("it was made in the future"));
            }
            if created < now - OLDEST {
                return Err(invalid("it is too old"));
            }
        }
        if seconds("expires")?.is_some_and(|expires| expires < now) {
            return Err(invalid("it has expired"));
        }
        match self.covered.params.get("alg") {
            None => Ok(()),
            Some(BareItem::String(alg)) if matches!(alg.as_str(), "ecdsa-p256-sha256" | "ecdsa-p384-sha384") => Ok(()),
            Some(_) => Err(Fault::Algorithm("the alg parameter names another one".to_owned())),
        }
    }
}
