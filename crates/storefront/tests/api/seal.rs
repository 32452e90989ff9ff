//! The shop's signing key: one for all processes, published, replaced without a gap, and never shown.

use storefront::config::Secret;
use storefront::seal::{self, Seal};
use storefront::signatures::SigningKey;
use storefront::store::Db;

use super::fixture::Shop;

async fn published(shop: &Shop) -> Vec<String> {
    let profile = shop.get("/.well-known/ucp").await.json();
    profile["signing_keys"].as_array().unwrap().iter().map(|key| key["kid"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_profile_publishes_the_key_that_signs_and_nothing_secret() {
    let shop = Shop::open().await;
    let profile = shop.get("/.well-known/ucp").await.json();
    let keys = profile["signing_keys"].as_array().unwrap();
    assert_eq!(keys.len(), 1);
    assert_eq!(keys[0]["kid"], shop.state.seal.key().await.unwrap().kid());
    assert_eq!((&keys[0]["kty"], &keys[0]["crv"], &keys[0]["alg"]), (&"EC".into(), &"P-256".into(), &"ES256".into()));
    assert!(keys[0].get("d").is_none());
}

#[tokio::test]
async fn processes_that_start_together_sign_with_one_key() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("shop.db").display());
    let first = Db::open(&url).await.unwrap();
    let second = Db::open(&url).await.unwrap();
    let seals = [first, second].map(|db| Seal::new(db, None, storefront::clock::Clock::default()));
    let (one, other) = tokio::join!(seals[0].key(), seals[1].key());
    assert_eq!(one.unwrap().kid(), other.unwrap().kid());
    assert_eq!(seals[0].published().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_replaced_key_stays_published_for_its_grace() {
    let shop = Shop::open().await;
    let old = shop.state.seal.key().await.unwrap().kid().to_owned();
    let new = seal::rotate(&shop.state.db, shop.state.clock.now()).await.unwrap().kid().to_owned();
    assert_ne!(old, new);
    assert_eq!(published(&shop).await, [new.clone(), old.clone()]);
    shop.state.clock.advance(seal::GRACE - 60_000);
    assert_eq!(published(&shop).await, [new.clone(), old]);
    shop.state.clock.advance(120_000);
    assert_eq!(published(&shop).await, [new]);
}

#[tokio::test]
async fn a_given_key_is_used_and_is_not_kept() {
    use base64::Engine as _;
    let shop = Shop::open().await;
    let made = shop.state.seal.key().await.unwrap().kid().to_owned();
    let (key, der) = SigningKey::generate().unwrap();
    let text = base64::engine::general_purpose::STANDARD.encode(der);
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{text}\n-----END PRIVATE KEY-----\n");
    let seal = Seal::new(shop.state.db.clone(), Some(Secret::from(pem.clone())), shop.state.clock.clone());
    assert_eq!(seal.key().await.unwrap().kid(), key.kid());
    assert_eq!(published(&shop).await, [key.kid(), made.as_str()]);
    let file = std::fs::read(shop.folder.path().join("shop.db")).unwrap();
    let wal = std::fs::read(shop.folder.path().join("shop.db-wal")).unwrap_or_default();
    let holds = |bytes: &[u8]| bytes.windows(40).any(|window| window == &text.as_bytes()[40..80]);
    assert!(!holds(&file) && !holds(&wal), "a key that is given stays where it was given");
    let broken = Seal::new(shop.state.db.clone(), Some(Secret::from("nonsense".to_owned())), shop.state.clock.clone());
    let sentence = broken.key().await.unwrap_err().to_string();
    assert!(sentence.ends_with('.') && !sentence.contains("nonsense"), "{sentence}");
}
