//! Doing a thing once, however often it is asked ("Replay Protection" of the protocol's signatures chapter).
//!
//! A key is scoped to the client, the method and the path. The answer is recorded in the same transaction as the change
//! that it describes, so that neither can exist without the other. Two requests with one key at the same moment: the
//! second waits for the first one's transaction and then finds its record.

use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts as _, OriginalUri, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::{Error, Result};
use super::{Agent, AppState, extract};
use crate::id;
use crate::store::{Tx, idempotency as records};

/// A JSON body together with the promise to act on it once.
#[derive(Debug)]
pub struct Once<T> {
    /// What the `Idempotency-Key` stands for.
    pub intent: Intent,
    /// The body.
    pub body: T,
}

/// What a client wants to happen once. Without an `Idempotency-Key` nothing is remembered and every request is a first.
#[derive(Clone, Debug)]
pub struct Intent {
    key: Option<Fingerprint>,
    now: i64,
}

#[derive(Clone, Debug)]
struct Fingerprint {
    id: String,
    body: String,
}

/// Whether it is the first time.
#[derive(Debug)]
pub enum Turn {
    /// It is: act within this transaction.
    First(Tx),
    /// It is not: this was the answer.
    Again(Response),
}

impl Intent {
    /// Opens the write transaction in which to act, or finds that it was done before.
    ///
    /// # Errors
    /// 409 when the key was used with another body or is being worked on; 503 when the database does not answer, since a
    /// shop that cannot tell whether it did a thing must not do it.
    pub async fn begin(&self, app: &AppState) -> Result<Turn> {
        let mut tx = app.db.begin().await?;
        let Some(key) = &self.key else {
            return Ok(Turn::First(tx));
        };
        // Claiming writes, so that on any engine a duplicate waits here for the first one's transaction to end.
        if records::claim(&mut tx, &key.id, &key.body, self.now).await? {
            return Ok(Turn::First(tx));
        }
        match records::find(&mut tx, &key.id, self.now).await? {
            Some(record) if record.body != key.body => Err(Error::KeyReused),
            Some(record) if record.status != 0 => {
                let status = u16::try_from(record.status).ok().and_then(|status| StatusCode::from_u16(status).ok());
                let status = status.ok_or_else(|| Error::Fault(format!("recorded status {}", record.status)))?;
                Ok(Turn::Again(answer(status, record.answer)))
            }
            _ => Err(Error::KeyBusy),
        }
    }

    /// Opens the transaction that ends what [`hold`](Self::hold) left open, with the key's turn taken: the key comes before
    /// everything else in the order of [`lock`](crate::store::lock).
    ///
    /// # Errors
    /// 503 when the database does not answer.
    pub async fn reopen(&self, app: &AppState) -> Result<Tx> {
        let mut tx = app.db.begin().await?;
        if let Some(key) = &self.key {
            records::turn(&mut tx, &key.id, &key.body, self.now).await?;
        }
        Ok(tx)
    }

    /// Commits the change together with its answer, and gives the answer.
    ///
    /// # Errors
    /// 503 when the commit did not happen; then nothing did.
    pub async fn finish<T: Serialize>(&self, mut tx: Tx, status: StatusCode, body: &T) -> Result<Response> {
        let text = serde_json::to_string(body).map_err(|error| Error::Fault(format!("unwritable answer: {error}")))?;
        if let Some(key) = &self.key {
            let status = i64::from(status.as_u16());
            records::put(&mut tx, &key.id, &self.record(key, status, text.clone(), 0)).await?;
        }
        tx.commit().await?;
        Ok(answer(status, text))
    }

    /// Commits what was prepared, noting that the answer is being worked out outside any transaction.
    ///
    /// For `lease` milliseconds duplicates are told to come back; later than that a retry takes over, and has to find from
    /// the state of the resource how far the work went.
    ///
    /// # Errors
    /// 503 when the commit did not happen.
    pub async fn hold(&self, mut tx: Tx, lease: i64) -> Result<()> {
        if let Some(key) = &self.key {
            let record = self.record(key, 0, String::new(), self.now.saturating_add(lease));
            records::put(&mut tx, &key.id, &record).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Forgets the note of [`hold`](Self::hold), within the caller's transaction: nothing came of it, and the same key may
    /// try again.
    ///
    /// # Errors
    /// 503 when the database does not answer.
    pub async fn release(&self, tx: &mut Tx) -> Result<()> {
        if let Some(key) = &self.key {
            records::forget(tx, &key.id).await?;
        }
        Ok(())
    }

    /// A name for this intent that is the same for every retry: what to derive a processor's own key from. `None` without
    /// an `Idempotency-Key`.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.key.as_ref().map(|key| key.id.as_str())
    }

    fn record(&self, key: &Fingerprint, status: i64, answer: String, held_until: i64) -> records::Record {
        records::Record { body: key.body.clone(), status, answer, created_at: self.now, held_until }
    }
}

/// The id of a key's record: the key means nothing without the shop, who sent it, and what to.
pub(super) fn record_id(app: &AppState, agent: &Agent, headers: &HeaderMap, method: &str, path: &str, key: &str) -> String {
    let bearer = headers.get(header::AUTHORIZATION).map_or(&b""[..], HeaderValue::as_bytes);
    let shop = app.config.tenant.id.as_bytes();
    let scope = [shop, agent.profile().as_bytes(), bearer, method.as_bytes(), path.as_bytes(), key.as_bytes()];
    id::digest(&scope.join(&b'\n'))
}

fn answer(status: StatusCode, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

impl<T: DeserializeOwned> FromRequest<AppState> for Once<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &AppState) -> Result<Self> {
        let (mut parts, body) = request.into_parts();
        let agent = Agent::from_request_parts(&mut parts, app).await?;
        let key = match parts.headers.get("idempotency-key") {
            None => None,
            Some(value) => {
                let value = value.to_str().ok().filter(|value| (1..=255).contains(&value.len())).ok_or(Error::Key)?;
                // The full path, whatever router the handler is nested in.
                let path = parts.extensions.get::<OriginalUri>().map_or(parts.uri.path(), |uri| uri.path()).to_owned();
                Some(record_id(app, &agent, &parts.headers, parts.method.as_str(), &path, value))
            }
        };
        let bytes = extract::body(Request::from_parts(parts, body), app).await?;
        let key = key.map(|id| Fingerprint { id, body: id::digest(&bytes) });
        Ok(Self { intent: Intent { key, now: app.clock.now() }, body: extract::parse(&bytes)? })
    }
}
