//! Who is calling: the `UCP-Agent` header, and what its profile and this shop have in common (negotiation).

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use sfv::{BareItem, Dictionary, ListEntry, Parser};
use ucp::envelope::{Status, Ucp};
use ucp::message::{Message, Severity, codes};

use super::discovery::{self, Offer};
use super::error::{Error, Result};
use super::platform::Platform;
use super::{AppState, envelope};

/// The calling platform and the capabilities shared with it.
#[derive(Clone, Debug)]
pub struct Agent {
    profile: Arc<str>,
    platform: Arc<Platform>,
    shared: Arc<[&'static Offer]>,
}

impl Agent {
    /// The profile URL the platform named: its identity.
    #[must_use]
    pub fn profile(&self) -> &str {
        &self.profile
    }

    /// What the platform's profile says.
    #[must_use]
    pub fn platform(&self) -> &Platform {
        &self.platform
    }

    /// Whether a capability was negotiated.
    #[must_use]
    pub fn shares(&self, capability: &str) -> bool {
        self.shared.iter().any(|offer| offer.name == capability)
    }

    /// The `ucp` member of an answer about `capability`: negotiated and relevant capabilities only, that is, the
    /// capability itself and its extensions.
    ///
    /// # Errors
    /// The business outcome `capabilities_incompatible` when the platform does not have the capability in our version.
    pub fn ucp(&self, capability: &str) -> Result<Ucp> {
        let relevant: Vec<&str> = self
            .shared
            .iter()
            .filter(|offer| offer.name == capability || offer.extends.contains(&capability))
            .map(|offer| offer.name)
            .collect();
        if !relevant.contains(&capability) {
            let all: Vec<&str> = self.shared.iter().map(|offer| offer.name).collect();
            let content = format!("The platform profile does not list {capability} in version {}.", ucp::VERSION);
            let message = Message::error(codes::CAPABILITIES_INCOMPATIBLE, Severity::Unrecoverable, content);
            return Err(envelope::error(Ucp::new(Status::Error, &all), message, None));
        }
        Ok(Ucp::new(Status::Success, &relevant))
    }
}

impl FromRequestParts<AppState> for Agent {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self> {
        if let Some(agent) = parts.extensions.get::<Self>() {
            return Ok(agent.clone());
        }
        let profile = profile_url(&parts.headers)?;
        let platform = app.platforms.resolve(&profile, app.clock.now()).await?;
        if platform.version != ucp::VERSION {
            return Err(Error::Version { theirs: platform.version.clone() });
        }
        let shared = negotiate(&platform).into();
        let agent = Self { profile: profile.into(), platform, shared };
        parts.extensions.insert(agent.clone());
        Ok(agent)
    }
}

/// Capabilities by name and version that both sides list, without extensions whose every parent fell away.
fn negotiate(platform: &Platform) -> Vec<&'static Offer> {
    let mut shared: Vec<&Offer> = discovery::CAPABILITIES.iter().filter(|offer| platform.lists(offer.name)).collect();
    loop {
        let names: Vec<&str> = shared.iter().map(|offer| offer.name).collect();
        let before = shared.len();
        shared.retain(|offer| offer.extends.is_empty() || offer.extends.iter().any(|parent| names.contains(parent)));
        if shared.len() == before {
            return shared;
        }
    }
}

/// The `profile` member of the UCP-Agent dictionary (RFC 8941). Other members and parameters are none of our business.
fn profile_url(headers: &HeaderMap) -> Result<String> {
    let refuse = |reason: &str| Error::ProfileUrl(format!("{reason} Send UCP-Agent: profile=\"https://…\"."));
    let header = headers.get("ucp-agent").ok_or_else(|| refuse("The UCP-Agent header is missing."))?;
    let members: Dictionary =
        Parser::new(header.as_bytes()).parse().map_err(|_| refuse("The UCP-Agent header is not a structured dictionary."))?;
    match members.get("profile") {
        Some(ListEntry::Item(item)) => match &item.bare_item {
            BareItem::String(url) => Ok(url.as_str().to_owned()),
            _ => Err(refuse("The profile in UCP-Agent is not a quoted string.")),
        },
        _ => Err(refuse("UCP-Agent has no profile.")),
    }
}
