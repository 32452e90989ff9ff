//! Signatures on the API ("Signatures" of the protocol): requests that claim one are believed only when it holds, and answers
//! about a buyer's things carry ours.
//!
//! A request without a signature is served as before: what protects carts, checkouts and orders are their ids and tokens.

use axum::body::{Body, to_bytes};
use axum::extract::{OriginalUri, Request, State};
use axum::http::{Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::error::{Error, Result};
use super::{API, Agent, AppState, extract};
use crate::signatures::{Fault, Message, Proof, Target, authority};

/// Answers 401 or 400 with the protocol's code unless the request is unsigned, or signed with a key of its platform.
pub(super) async fn verify(State(app): State<AppState>, agent: Agent, request: Request, next: Next) -> Response {
    if !Proof::is_claimed(request.headers()) {
        return next.run(request).await;
    }
    match believed(&app, &agent, request).await {
        Ok(request) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}

async fn believed(app: &AppState, agent: &Agent, request: Request) -> Result<Request> {
    let proof = Proof::read(request.headers())?;
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, extract::BODY_LIMIT).await.map_err(|_| Error::TooLarge(extract::BODY_LIMIT))?;
    let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
    let (authority, path) = (own_authority(app), published_path(app, uri));
    let target = Target::Request { method: parts.method.as_str(), authority: &authority, path: &path, query: uri.query() };
    let message = Message { target, headers: &parts.headers, body: &body };
    let now = app.clock.now();
    match proof.verify(&message, &agent.platform().signing_keys, now / 1_000) {
        // A platform that has just changed its key: its profile may be newer than the one we know.
        Err(Fault::KeyNotFound(_)) => {
            let anew = app.platforms.resolve_anew(agent.profile(), now).await?;
            proof.verify(&message, &anew.signing_keys, now / 1_000)?;
        }
        outcome => outcome?,
    }
    Ok(Request::from_parts(parts, Body::from(body)))
}

/// Who we are for signers: the host of the endpoint that we publish, whatever a proxy in between calls us.
fn own_authority(app: &AppState) -> String {
    reqwest::Url::parse(&app.config.api_url).map(|url| authority(&url)).unwrap_or_default()
}

/// A path under the endpoint as signers see it.
fn published_path(app: &AppState, uri: &Uri) -> String {
    let endpoint = reqwest::Url::parse(&app.config.api_url).map(|url| url.path().trim_end_matches('/').to_owned());
    let inner = uri.path().strip_prefix(API).unwrap_or(uri.path());
    endpoint.unwrap_or_default() + inner
}

/// Signs answers about carts, checkouts and orders. It stands outside of compression, since a digest is of what is sent.
pub(super) async fn sign(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    // The catalogue is the same for everybody, and asked for all the time.
    let signed = path.strip_prefix(API).is_some_and(|inner| !inner.starts_with("/catalog/"));
    let response = next.run(request).await;
    if !signed || !response.headers().contains_key(header::CONTENT_TYPE) {
        return response;
    }
    match seal(&app, response).await {
        Ok(response) => response,
        Err(error) => error.into_response(),
    }
}

async fn seal(app: &AppState, response: Response) -> Result<Response> {
    let (mut parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.map_err(|error| Error::Fault(format!("unreadable answer: {error}")))?;
    let key = app.seal.key().await?;
    let now = app.clock.now() / 1_000;
    key.sign_response(parts.status.as_u16(), &mut parts.headers, &body, now)
        .map_err(|fault| Error::Fault(format!("unsigned answer: {fault}")))?;
    Ok(Response::from_parts(parts, Body::from(body)))
}
