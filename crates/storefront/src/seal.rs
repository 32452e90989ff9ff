//! The key that the shop signs with: given from outside, or made at the first start and kept in the database, where every
//! process of the shop finds the same one.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tokio::sync::OnceCell;

use crate::clock::Clock;
use crate::config::Secret;
use crate::shop::calendar::DAY;
use crate::signatures::{BadKey, SigningKey};
use crate::store::Db;
use crate::store::signing_keys::{self, Kept};

/// How long a replaced key stays published, in milliseconds. The protocol asks for seven days at least.
pub const GRACE: i64 = 14 * DAY;

/// Why the shop has no key.
#[derive(Debug, thiserror::Error)]
pub enum NoKey {
    /// The key that was given cannot be used.
    #[error(transparent)]
    Bad(#[from] BadKey),
    /// The database does not answer.
    #[error("The signing key cannot be kept: {0}.")]
    Store(#[from] sqlx::Error),
}

/// The shop's seal: finds its key when it is first needed, and remembers it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Seal(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    db: Db,
    given: Option<Secret>,
    clock: Clock,
    key: OnceCell<Arc<SigningKey>>,
}

impl Seal {
    /// The seal of a shop. `given` is a PEM text; without it the kept key is used, or one is made.
    #[must_use]
    pub fn new(db: Db, given: Option<Secret>, clock: Clock) -> Self {
        Self(Arc::new(Inner { db, given, clock, key: OnceCell::new() }))
    }

    /// The key to sign with.
    ///
    /// # Errors
    /// See [`NoKey`]. No message shows the key.
    pub async fn key(&self) -> Result<Arc<SigningKey>, NoKey> {
        let Inner { db, given, clock, key } = &*self.0;
        key.get_or_try_init(|| open(db, given.as_ref(), clock.now())).await.cloned()
    }

    /// Public keys for the profile: the one in use, and those replaced within [`GRACE`]. Read from the database each time, so
    /// that a key which another process has put into use is published here at once.
    ///
    /// # Errors
    /// See [`NoKey`].
    pub async fn published(&self) -> Result<Vec<ucp::Json>, NoKey> {
        self.key().await?;
        let since = self.0.clock.now() - GRACE;
        Ok(signing_keys::published(&mut *self.0.db.read().acquire().await?, since).await?)
    }
}

async fn open(db: &Db, given: Option<&Secret>, now: i64) -> Result<Arc<SigningKey>, NoKey> {
    let current = signing_keys::in_use(&mut *db.read().acquire().await?).await?;
    let Some(pem) = given else {
        return match current.and_then(|current| current.secret) {
            Some(secret) => read(&secret),
            None => make(db, false, now).await,
        };
    };
    let key = SigningKey::from_pem(pem.reveal())?;
    if current.as_ref().is_none_or(|current| current.kid != key.kid()) {
        let kept = Kept { kid: key.kid().to_owned(), jwk: key.jwk(), secret: None };
        let mut tx = db.begin().await?;
        // When another process was faster it was given the same key, or one of the two is about to be replaced anyway.
        signing_keys::put_into_use(&mut tx, &kept, current.as_ref().map(|current| current.kid.as_str()), now).await?;
        tx.commit().await?;
    }
    Ok(Arc::new(key))
}

/// Makes a new key and puts it into use; the one before stays published for [`GRACE`].
///
/// # Errors
/// See [`NoKey`].
pub async fn rotate(db: &Db, now: i64) -> Result<Arc<SigningKey>, NoKey> {
    make(db, true, now).await
}

/// Makes a key. With `anyway` it replaces whatever is in use; without, a made key that another process has put into use
/// meanwhile is taken instead.
async fn make(db: &Db, anyway: bool, now: i64) -> Result<Arc<SigningKey>, NoKey> {
    let (key, der) = SigningKey::generate()?;
    let new = Kept { kid: key.kid().to_owned(), jwk: key.jwk(), secret: Some(STANDARD.encode(der)) };
    let mut tx = db.begin().await?;
    let current = signing_keys::in_use(&mut tx).await?;
    if !anyway && let Some(secret) = current.as_ref().and_then(|current| current.secret.as_ref()) {
        return read(secret);
    }
    let ours = signing_keys::put_into_use(&mut tx, &new, current.as_ref().map(|current| current.kid.as_str()), now).await?;
    if ours {
        tx.commit().await?;
        return Ok(Arc::new(key));
    }
    drop(tx);
    // Another process made one at the same moment: that one it is.
    let theirs = signing_keys::in_use(&mut *db.read().acquire().await?).await?.and_then(|current| current.secret);
    read(&theirs.ok_or(sqlx::Error::RowNotFound)?)
}

fn read(secret: &str) -> Result<Arc<SigningKey>, NoKey> {
    let der = STANDARD.decode(secret).map_err(|error| sqlx::Error::Decode(error.into()))?;
    Ok(Arc::new(SigningKey::from_pkcs8(&der)?))
}
