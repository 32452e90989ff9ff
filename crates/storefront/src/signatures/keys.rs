//! Keys: one to sign with, and the JWKs that verifiers read in profiles.

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED, EcdsaKeyPair, KeyPair as _,
    UnparsedPublicKey,
};
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::pki_types::pem::PemObject as _;
use sfv::{InnerList, Item, Key, Parameters};
use sha2::{Digest as _, Sha256};
use ucp::{Json, Map};

use super::message::{Message, Target, authority, written};
use super::{Fault, content_digest, invalid};

/// A key that cannot be used, in a sentence that does not show it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadKey(String);

/// A P-256 key pair. Its debug output and its errors never show the private half.
#[derive(Debug)]
pub struct SigningKey {
    pair: EcdsaKeyPair,
    random: SystemRandom,
    kid: String,
}

impl SigningKey {
    /// A new key, and its PKCS #8 form (DER) to keep. The bytes are a secret.
    ///
    /// # Errors
    /// When the operating system has no randomness to give.
    pub fn generate() -> Result<(Self, Vec<u8>), BadKey> {
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new())
            .map_err(|_| BadKey("No signing key could be made: the system has no randomness to give.".to_owned()))?;
        let bytes = document.as_ref().to_vec();
        Self::from_pkcs8(&bytes).map(|key| (key, bytes))
    }

    /// The key in a PKCS #8 document (DER).
    ///
    /// # Errors
    /// When it holds no P-256 key pair.
    pub fn from_pkcs8(der: &[u8]) -> Result<Self, BadKey> {
        let random = SystemRandom::new();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, der, &random)
            .map_err(|reason| BadKey(format!("The signing key is not a P-256 key in PKCS #8 form ({reason}).")))?;
        let kid = thumbprint(pair.public_key().as_ref());
        Ok(Self { pair, random, kid })
    }

    /// The key in a PEM text, as `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256` writes it.
    ///
    /// # Errors
    /// When there is no `PRIVATE KEY` in it, or not a P-256 one.
    pub fn from_pem(pem: &str) -> Result<Self, BadKey> {
        let document = PrivatePkcs8KeyDer::from_pem_slice(pem.as_bytes())
            .map_err(|_| BadKey("The signing key is not PEM with a PRIVATE KEY block (PKCS #8).".to_owned()))?;
        Self::from_pkcs8(document.secret_pkcs8_der())
    }

    /// Its name: the JWK's thumbprint (RFC 7638), so that the same key has the same name wherever it is used.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The public half as a JWK, for `signing_keys`.
    #[must_use]
    pub fn jwk(&self) -> Json {
        let (x, y) = coordinates(self.pair.public_key().as_ref());
        let members =
            [("kid", self.kid.as_str()), ("kty", "EC"), ("crv", "P-256"), ("x", &x), ("y", &y), ("use", "sig"), ("alg", "ES256")];
        Json::Object(members.into_iter().map(|(name, value)| (name.to_owned(), Json::from(value))).collect::<Map<Json>>())
    }

    /// Signs a request that is about to be sent: adds Content-Digest (when there is a body), Signature-Input and Signature.
    /// `headers` must already hold all that is to be covered: UCP-Agent, Idempotency-Key, Content-Type. `now` in unix seconds.
    ///
    /// # Errors
    /// [`Fault::Invalid`] when a header that must be covered is missing.
    pub fn sign_request(
        &self,
        method: &str,
        url: &reqwest::Url,
        headers: &mut HeaderMap,
        body: &[u8],
        now: i64,
    ) -> Result<(), Fault> {
        let authority = authority(url);
        self.sign(Target::Request { method, authority: &authority, path: url.path(), query: url.query() }, headers, body, now)
    }

    /// Signs an answer: adds Content-Digest (when there is a body), Signature-Input and Signature. `now` in unix seconds.
    ///
    /// # Errors
    /// [`Fault::Invalid`] when there is a body without Content-Type.
    pub fn sign_response(&self, status: u16, headers: &mut HeaderMap, body: &[u8], now: i64) -> Result<(), Fault> {
        self.sign(Target::Response { status }, headers, body, now)
    }

    fn sign(&self, target: Target<'_>, headers: &mut HeaderMap, body: &[u8], now: i64) -> Result<(), Fault> {
        if !body.is_empty() {
            set(headers, "content-digest", &content_digest(body))?;
        }
        let message = Message { target, headers, body };
        let mut params = Parameters::new();
        params.insert(name("created")?, sfv::Integer::try_from(now).map_err(|error| invalid(error.to_string()))?.into());
        params.insert(name("keyid")?, text(&self.kid)?.into());
        let items: Result<Vec<Item>, Fault> = message.required().into_iter().map(|name| text(name).map(Item::new)).collect();
        let covered = InnerList::with_params(items?, params);
        let base = message.base(&covered)?;
        let signature = self.pair.sign(&self.random, base.as_bytes()).map_err(|_| invalid("the system has no randomness"))?;
        set(headers, "signature-input", &format!("sig1={}", written(&covered)))?;
        set(headers, "signature", &format!("sig1=:{}:", STANDARD.encode(signature.as_ref())))
    }
}

fn set(headers: &mut HeaderMap, name: &'static str, value: &str) -> Result<(), Fault> {
    let value = HeaderValue::from_str(value).map_err(|_| invalid(format!("{name} cannot stand in a header")))?;
    headers.insert(HeaderName::from_static(name), value);
    Ok(())
}

fn name(name: &str) -> Result<Key, Fault> {
    Key::from_string(name.to_owned()).map_err(|(error, _)| invalid(error.to_string()))
}

fn text(text: &str) -> Result<sfv::String, Fault> {
    sfv::String::from_string(text.to_owned()).map_err(|(error, _)| invalid(error.to_string()))
}

/// The halves of an uncompressed point, as JWKs write them.
fn coordinates(point: &[u8]) -> (String, String) {
    let (x, y) = point.get(1..).unwrap_or_default().split_at(point.len() / 2);
    (URL_SAFE_NO_PAD.encode(x), URL_SAFE_NO_PAD.encode(y))
}

/// RFC 7638: the digest of the JWK's required members in the order of the alphabet.
fn thumbprint(point: &[u8]) -> String {
    let (x, y) = coordinates(point);
    URL_SAFE_NO_PAD.encode(Sha256::digest(format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#)))
}

/// A public key of a profile's `signing_keys`, ready to verify with.
pub(super) struct Verifier(UnparsedPublicKey<Vec<u8>>);

impl Verifier {
    /// Reads a JWK. The algorithm follows from its curve; nothing in the message has a say in it.
    ///
    /// # Errors
    /// [`Fault::Algorithm`] when it is no elliptic-curve key that is known here, [`Fault::Invalid`] when it is a broken one.
    pub(super) fn of(jwk: &Json) -> Result<Self, Fault> {
        let member = |name: &str| jwk.get(name).and_then(Json::as_str);
        let curve = (member("kty").unwrap_or_default(), member("crv").unwrap_or_default());
        let (algorithm, alg, length) = match curve {
            ("EC", "P-256") => (&ECDSA_P256_SHA256_FIXED, "ES256", 32),
            ("EC", "P-384") => (&ECDSA_P384_SHA384_FIXED, "ES384", 48),
            (kind, curve) => return Err(Fault::Algorithm(format!("the key is {kind} {curve}"))),
        };
        if let Some(other) = member("alg").filter(|other| *other != alg) {
            return Err(Fault::Algorithm(format!("the key is for {other}")));
        }
        let half = |name: &str| {
            let bytes = URL_SAFE_NO_PAD.decode(member(name)?.trim_end_matches('=')).ok()?;
            (bytes.len() == length).then_some(bytes)
        };
        let (Some(x), Some(y)) = (half("x"), half("y")) else { return Err(invalid("the published key is broken")) };
        let point: Vec<u8> = std::iter::once(4).chain(x).chain(y).collect();
        Ok(Self(UnparsedPublicKey::new(algorithm, point)))
    }

    pub(super) fn holds(&self, base: &str, signature: &[u8]) -> bool {
        self.0.verify(base.as_bytes(), signature).is_ok()
    }
}
