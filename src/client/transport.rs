//! Sending and reading: timeouts and retries, idempotency, and the two layers of errors of the protocol.

use crate::error::Error;
use crate::signals::pause;
use js_sys::{JSON, Reflect};
use ucp::envelope::Status;
use ucp::js::{Value, get};
use ucp::money::plain;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What the page's door (`shell.js`) lends to wasm.
    #[derive(Clone, Debug)]
    pub type Door;

    /// One request; rejects with `{kind}`.
    #[wasm_bindgen(method, catch)]
    async fn send(this: &Door, method: &str, url: &str, body: JsValue, key: JsValue, token: JsValue) -> Result<JsValue, JsValue>;

    /// The shop's REST endpoint.
    #[wasm_bindgen(method, catch)]
    async fn discover(this: &Door, store: &str) -> Result<JsValue, JsValue>;

    /// How a country asks for addresses; rejects when its file cannot be had.
    #[wasm_bindgen(method, catch)]
    pub async fn address(this: &Door, country: &str) -> Result<JsValue, JsValue>;

    /// What others bring into the checkout (`guests.js`).
    #[wasm_bindgen(method, catch)]
    pub async fn guests(this: &Door) -> Result<JsValue, JsValue>;

    /// Adopts the style of the later screens.
    #[wasm_bindgen(method, catch)]
    pub async fn dress(this: &Door, root: &JsValue) -> Result<JsValue, JsValue>;
}

/// Pauses before the second and the third try, in milliseconds.
const PAUSES: [i32; 2] = [400, 1200];

/// A request about to be sent. The body is written once, so that retries are the same bytes.
#[derive(Debug)]
pub struct Call {
    method: &'static str,
    path: String,
    body: JsValue,
    key: JsValue,
    token: JsValue,
    tries: usize,
}

impl Call {
    fn new(method: &'static str, path: &str, body: JsValue) -> Self {
        let nothing = JsValue::UNDEFINED;
        Self { method, path: path.to_owned(), body, key: nothing.clone(), token: nothing, tries: PAUSES.len() + 1 }
    }

    /// A reading request.
    #[must_use]
    pub fn get(path: &str) -> Self {
        Self::new("GET", path, JsValue::UNDEFINED)
    }

    /// A request with a body.
    #[must_use]
    pub fn post(path: &str, body: &impl Value) -> Self {
        Self::new("POST", path, text(body))
    }

    /// A full replacement.
    #[must_use]
    pub fn put(path: &str, body: &impl Value) -> Self {
        Self::new("PUT", path, text(body))
    }

    /// With an idempotency key: the shop acts once, however often it is asked.
    #[must_use]
    pub fn once(mut self, key: &str) -> Self {
        self.key = key.into();
        self
    }

    /// With a bearer token.
    #[must_use]
    pub fn with_token(mut self, token: &str) -> Self {
        self.token = token.into();
        self
    }

    /// Leaves what to do after a failure to the caller.
    #[must_use]
    pub fn without_retry(mut self) -> Self {
        self.tries = 1;
        self
    }
}

fn text(body: &impl Value) -> JsValue {
    JSON::stringify(&body.to_js()).map(JsValue::from).unwrap_or(JsValue::UNDEFINED)
}

/// A key for one intent (UUID, 122 random bits).
#[must_use]
pub fn fresh_key() -> String {
    // Outside secure contexts `crypto.randomUUID` is missing; `Math.random` is weak but a key is no secret.
    let random = || {
        let [now, one, other] = [js_sys::Date::now() as i64, random_word(), random_word()].map(plain);
        [&*now, &one, &other].concat()
    };
    web_sys::window()
        .and_then(|window| window.crypto().ok())
        .filter(|crypto| Reflect::has(crypto, &"randomUUID".into()).unwrap_or(false))
        .map_or_else(random, |crypto| crypto.random_uuid())
}

fn random_word() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 2^52")]
    let word = (js_sys::Math::random() * 4_503_599_627_370_496.0) as i64;
    word
}

/// Sends the call, again after a pause where that is safe, and gives back the JSON value of a 2xx answer.
///
/// # Errors
/// [`Error::Offline`], [`Error::Timeout`], [`Error::Unreadable`] or [`Error::Http`].
pub async fn send(door: &Door, store: &str, call: Call) -> Result<JsValue, Error> {
    let endpoint = door.discover(store).await.map_err(|thrown| failure(&thrown))?;
    let url = [endpoint.as_string().unwrap_or_default().as_str(), &call.path].concat();
    let mut tries = 0;
    loop {
        let answer = door.send(call.method, &url, call.body.clone(), call.key.clone(), call.token.clone()).await;
        let error = match answer.map_err(|thrown| failure(&thrown)).and_then(|answer| accept(&answer)) {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
        tries += 1;
        let Some(wait) = PAUSES.get(tries - 1).filter(|_| tries < call.tries && error.is_retryable()) else {
            return Err(error);
        };
        let asked = if let Error::Http { retry_after, .. } = error { retry_after } else { 0 };
        // A shop that asks for a long pause is not pestered: the fan is told instead.
        if asked > 3 {
            return Err(error);
        }
        pause((*wait).max(i32::try_from(asked).unwrap_or(3) * 1000)).await;
    }
}

/// What the door rejected with.
#[must_use]
pub fn failure(thrown: &JsValue) -> Error {
    let kind = Reflect::get(thrown, &"kind".into()).ok().and_then(|kind| kind.as_string());
    match kind.as_deref() {
        Some("timeout") => Error::Timeout,
        Some("unreadable") => Error::Unreadable,
        _ => Error::Offline,
    }
}

/// The JSON value of an answer with a good status.
///
/// # Errors
/// [`Error::Http`] for any other status.
pub fn accept(answer: &JsValue) -> Result<JsValue, Error> {
    let number = |name: &str| get::<f64>(answer, name).unwrap_or_default();
    let value = Reflect::get(answer, &"value".into()).unwrap_or(JsValue::UNDEFINED);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an HTTP status, and seconds")]
    let (status, retry_after) = (number("status") as u16, number("retryAfter") as u32);
    if (200..300).contains(&status) {
        return Ok(value);
    }
    // Field by field: the readers of the whole records would be code that the first view pays for.
    let text = |name: &str| get(&value, name).unwrap_or_default();
    Err(Error::Http { status, code: text("code"), content: text("content"), retry_after })
}

/// Reads the resource out of an answer, or the messages that came in its place.
///
/// # Errors
/// [`Error::Refused`] and [`Error::Unreadable`].
pub fn read<T: Value>(value: &JsValue) -> Result<T, Error> {
    succeed(value)?;
    T::from_js(value).ok_or(Error::Unreadable)
}

/// Whether the answer carries its resource (UCP "Errors": `ucp.status`, absent means success).
fn succeed(value: &JsValue) -> Result<(), Error> {
    let ucp = Reflect::get(value, &"ucp".into()).ok().filter(JsValue::is_object).ok_or(Error::Unreadable)?;
    match get::<Status>(&ucp, "status") {
        Some(Status::Error) => Err(Error::Refused(get(value, "messages").unwrap_or_default())),
        _ => Ok(()),
    }
}
