//! Platforms: the widget's own profile, those trusted beforehand, and those fetched from the address they name.

use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use reqwest::Url;
use ucp::profile::{Capability, Profile, ProfileUcp, Service, Transport};
use ucp::{Map, names};

use super::discovery::CAPABILITIES;
use super::error::{Error, Result};
use super::{AppState, discovery};
use crate::config::Config;

mod fetch;
pub(super) use fetch::client;

/// How long a fetched profile is used before it is fetched again (milliseconds): the protocol's floor is one minute.
const FRESH: i64 = 10 * 60_000;
/// How old a profile must be before it is fetched again on somebody's word (milliseconds).
const FLOOR: i64 = 60_000;
/// How long a failed fetch is remembered, so that a broken platform does not make us a hammer (milliseconds).
const FAILED: i64 = 15_000;
/// How many fetched profiles are kept; beyond that the oldest goes.
const KEPT: usize = 1_000;
/// The agent that the public conformance suite calls itself; its address does not resolve everywhere.
const CONFORMANCE_SUITE: &str = "https://spck.dev/agent";

/// What matters of a platform's profile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Platform {
    /// The protocol version it speaks.
    pub version: String,
    /// Where it wants to hear of orders.
    pub webhook_url: Option<String>,
    /// Whether it can show several delivery groups.
    pub supports_multi_group: bool,
    /// Its public keys (JWK).
    pub signing_keys: Vec<ucp::Json>,
    capabilities: BTreeMap<String, Vec<String>>,
}

impl Platform {
    /// Whether the platform has this capability in the version spoken here.
    #[must_use]
    pub fn lists(&self, capability: &str) -> bool {
        self.capabilities.get(capability).is_some_and(|versions| versions.iter().any(|version| version == ucp::VERSION))
    }

    fn of(profile: &Profile) -> Self {
        let config = |name: &str, key: &str| {
            let entry = profile.ucp.capabilities.get(name)?.first()?;
            match entry.config.as_ref()? {
                ucp::Json::Object(map) => map.get(key).cloned(),
                _ => None,
            }
        };
        Self {
            version: profile.ucp.version.clone(),
            webhook_url: match config(names::ORDER, "webhook_url") {
                Some(ucp::Json::String(url)) => Some(url),
                _ => None,
            },
            supports_multi_group: config(names::FULFILLMENT, "supports_multi_group") == Some(ucp::Json::Bool(true)),
            signing_keys: profile.signing_keys.clone(),
            capabilities: profile
                .ucp
                .capabilities
                .0
                .iter()
                .map(|(name, entries)| (name.clone(), entries.iter().map(|entry| entry.version.clone()).collect()))
                .collect(),
        }
    }
}

/// Everything known about platforms. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Platforms(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    trusted: HashMap<String, Arc<Platform>>,
    fetched: Mutex<HashMap<String, Fetched>>,
    client: reqwest::Client,
    dev: bool,
}

#[derive(Clone, Debug)]
struct Fetched {
    at: i64,
    platform: std::result::Result<Arc<Platform>, fetch::Failure>,
}

impl Platforms {
    pub(super) fn new(config: &Config, client: reqwest::Client) -> Self {
        let own = Arc::new(Platform::of(&own_profile()));
        let mut trusted = HashMap::from([(own_url(config), Arc::clone(&own))]);
        if config.dev {
            trusted.insert(CONFORMANCE_SUITE.to_owned(), own);
        }
        Self(Arc::new(Inner { trusted, fetched: Mutex::default(), client, dev: config.dev }))
    }

    /// The platform behind a profile URL: trusted beforehand, fetched before, or fetched now.
    pub(super) async fn resolve(&self, url: &str, now: i64) -> Result<Arc<Platform>> {
        if let Some(platform) = self.0.trusted.get(url) {
            return Ok(Arc::clone(platform));
        }
        let address = self.allowed(url)?;
        if let Some(known) = self.remembered(url, now) {
            return known.map_err(Error::from);
        }
        self.fetch(url, address, now).await
    }

    /// The platform as its profile says now, unless it was fetched within the last minute: a signature that names a key which
    /// we do not know costs its sender's server no more than that.
    pub(super) async fn resolve_anew(&self, url: &str, now: i64) -> Result<Arc<Platform>> {
        let recent = {
            let fetched = self.0.fetched.lock().unwrap_or_else(PoisonError::into_inner);
            fetched.get(url).is_some_and(|entry| now - entry.at < FLOOR)
        };
        if recent || self.0.trusted.contains_key(url) {
            return self.resolve(url, now).await;
        }
        self.fetch(url, self.allowed(url)?, now).await
    }

    async fn fetch(&self, url: &str, address: Url, now: i64) -> Result<Arc<Platform>> {
        let platform = fetch::profile(&self.0.client, address, self.0.dev).await.map(|profile| Arc::new(Platform::of(&profile)));
        let mut fetched = self.0.fetched.lock().unwrap_or_else(PoisonError::into_inner);
        if fetched.len() >= KEPT
            && let Some(oldest) = fetched.iter().min_by_key(|(_, entry)| entry.at).map(|(url, _)| url.clone())
        {
            fetched.remove(&oldest);
        }
        fetched.insert(url.to_owned(), Fetched { at: now, platform: platform.clone() });
        platform.map_err(Error::from)
    }

    fn remembered(&self, url: &str, now: i64) -> Option<std::result::Result<Arc<Platform>, fetch::Failure>> {
        let fetched = self.0.fetched.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = fetched.get(url)?;
        let kept = if entry.platform.is_ok() { FRESH } else { FAILED };
        (now - entry.at < kept).then(|| entry.platform.clone())
    }

    /// https anywhere; plain http only for this machine, and only in development.
    fn allowed(&self, url: &str) -> Result<Url> {
        let address =
            Url::parse(url).map_err(|_| Error::ProfileUrl("The profile in UCP-Agent is not an absolute URL.".to_owned()))?;
        let loopback = match address.host_str() {
            Some("localhost") => true,
            Some(host) => host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback()),
            None => false,
        };
        match address.scheme() {
            "https" => Ok(address),
            "http" if self.0.dev && loopback => Ok(address),
            _ => Err(Error::ProfileUrl("The profile in UCP-Agent must be an https URL.".to_owned())),
        }
    }
}

impl From<fetch::Failure> for Error {
    fn from(failure: fetch::Failure) -> Self {
        match failure {
            fetch::Failure::Forbidden(reason) => Self::ProfileUrl(reason),
            fetch::Failure::Unreachable(reason) => Self::ProfileUnreachable(reason),
            fetch::Failure::Malformed(reason) => Self::ProfileMalformed(reason),
        }
    }
}

/// Timeouts of a fetch.
const PATIENCE: Duration = Duration::from_secs(4);

/// Where this shop serves the widget's profile.
fn own_url(config: &Config) -> String {
    format!("{}/platform.json", config.public_url)
}

/// The profile of `<fan-shelf>`: it understands everything that this shop offers.
fn own_profile() -> Profile {
    let version = ucp::VERSION.to_owned();
    let capability = |offer: &discovery::Offer| Capability {
        version: version.clone(),
        spec: Some(offer.spec()),
        schema: Some(offer.schema()),
        extends: offer.extends(),
        ..Capability::default()
    };
    let service = Service {
        version: version.clone(),
        transport: Transport::Rest,
        endpoint: None,
        spec: Some(discovery::SERVICE_SPEC.to_owned()),
        schema: Some(discovery::SERVICE_SCHEMA.to_owned()),
        config: None,
    };
    Profile {
        ucp: ProfileUcp {
            version: version.clone(),
            supported_versions: None,
            services: Map(vec![(names::SHOPPING.to_owned(), vec![service])]),
            capabilities: CAPABILITIES.iter().map(|offer| (offer.name.to_owned(), vec![capability(offer)])).collect(),
            payment_handlers: Map::default(),
        },
        signing_keys: Vec::new(),
    }
}

/// `GET /platform.json`.
pub(super) fn router() -> Router<AppState> {
    Router::new().route("/platform.json", get(show))
}

async fn show(State(_): State<AppState>) -> Response {
    ([(header::CACHE_CONTROL, "public, max-age=3600")], Json(own_profile())).into_response()
}
