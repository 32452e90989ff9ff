//! Keys of a platform that signs its requests, made for one run.

use anyhow::{Context as _, Result};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use p256::{SecretKey, elliptic_curve::sec1::ToEncodedPoint as _};
use serde_json::{Value, json};

/// The platform's keys, each as a private JWK.
pub(super) struct Keys {
    /// What it signs with now.
    pub(super) current: Value,
    /// What it signed with until yesterday; still published.
    pub(super) rotated: Value,
}

/// A published key of a kind that nobody here verifies.
pub(super) const UNSUPPORTED: &str = "platform-ed25519";

impl Keys {
    /// Makes new keys.
    pub(super) fn make() -> Result<Self> {
        Ok(Self { current: pair("platform-now")?, rotated: pair("platform-before")? })
    }

    /// What the platform publishes: public halves only.
    pub(super) fn published(&self) -> Vec<Value> {
        let public = |key: &Value| {
            let mut key = key.clone();
            if let Some(members) = key.as_object_mut() {
                members.remove("d");
            }
            key
        };
        // The verifier has to refuse the kind before it looks at the point.
        let other = json!({ "kid": UNSUPPORTED, "kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode([7; 32]) });
        vec![public(&self.current), public(&self.rotated), other]
    }
}

fn pair(kid: &str) -> Result<Value> {
    let mut bytes = [0; 32];
    let secret = loop {
        rustix::rand::getrandom(&mut bytes, rustix::rand::GetRandomFlags::empty()).context("the system has no randomness")?;
        // One in four billion is no key.
        if let Ok(secret) = SecretKey::from_slice(&bytes) {
            break secret;
        }
    };
    let point = secret.public_key().to_encoded_point(false);
    let encode = |coordinate: Option<&[u8]>| URL_SAFE_NO_PAD.encode(coordinate.unwrap_or_default());
    let (x, y) = (encode(point.x().map(AsRef::as_ref)), encode(point.y().map(AsRef::as_ref)));
    Ok(json!({ "kid": kid, "kty": "EC", "crv": "P-256", "x": x, "y": y, "d": URL_SAFE_NO_PAD.encode(bytes) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_published_has_no_private_half() {
        let keys = Keys::make().unwrap();
        assert!(keys.current["d"].is_string() && keys.current != keys.rotated);
        let published = keys.published();
        assert_eq!(published.len(), 3);
        for key in &published {
            assert!(key.get("d").is_none());
            assert_eq!(URL_SAFE_NO_PAD.decode(key["x"].as_str().unwrap()).unwrap().len(), 32);
        }
    }
}
