//! What this shop speaks: `GET /.well-known/ucp`.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use ucp::payment::{AvailableInstrument, PaymentHandler};
use ucp::profile::{Capability, Profile, ProfileUcp, Service, Transport};
use ucp::{Map, OneOrMany, names};

use super::{AppState, Result};
use crate::config::Config;

/// Where the service is specified. `dev.ucp.*` names are only believed when documented on `ucp.dev`.
pub(super) const SERVICE_SPEC: &str = "https://ucp.dev/2026-04-08/specification/overview";
/// The service's machine-readable description.
pub(super) const SERVICE_SCHEMA: &str = "https://ucp.dev/2026-04-08/services/shopping/rest.openapi.json";

/// A capability on offer.
#[derive(Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its name.
    pub name: &'static str,
    /// The capabilities it extends; it falls away when none of them was negotiated.
    pub extends: &'static [&'static str],
    page: &'static str,
    schema: &'static str,
}

/// Everything on offer. A line here is a promise: the shop does what it says, and the profile says so.
pub const CAPABILITIES: &[Offer] = &[
    Offer { name: names::CATALOG_SEARCH, extends: &[], page: "catalog/search", schema: "catalog_search" },
    Offer { name: names::CATALOG_LOOKUP, extends: &[], page: "catalog/lookup", schema: "catalog_lookup" },
    Offer { name: names::CART, extends: &[], page: "cart", schema: "cart" },
    Offer { name: names::CHECKOUT, extends: &[], page: "checkout", schema: "checkout" },
    Offer { name: names::ORDER, extends: &[], page: "order", schema: "order" },
    Offer { name: names::FULFILLMENT, extends: &[names::CHECKOUT], page: "fulfillment", schema: "fulfillment" },
    Offer { name: names::DISCOUNT, extends: &[names::CART, names::CHECKOUT], page: "discount", schema: "discount" },
    Offer { name: names::BUYER_CONSENT, extends: &[names::CHECKOUT], page: "buyer-consent", schema: "buyer_consent" },
];

impl Offer {
    /// Where it is specified.
    pub(super) fn spec(&self) -> String {
        format!("https://ucp.dev/{}/specification/{}", ucp::VERSION, self.page)
    }

    /// Where its JSON Schema is.
    pub(super) fn schema(&self) -> String {
        format!("https://ucp.dev/{}/schemas/shopping/{}.json", ucp::VERSION, self.schema)
    }

    /// Its parents as profiles write them.
    pub(super) fn extends(&self) -> Option<OneOrMany> {
        let parents: Vec<String> = self.extends.iter().map(|parent| (*parent).to_owned()).collect();
        match parents.len() {
            0 => None,
            _ => Some(OneOrMany(parents)),
        }
    }
}

/// The name under which the sandbox card processor is offered.
pub const SANDBOX_CARD: &str = "dev.fanshelf.sandbox_card";
/// The id of that handler, which instruments refer to.
pub const SANDBOX_CARD_ID: &str = "sandbox_card";

/// The ways to pay, with all that a client needs to use them.
#[must_use]
pub fn payment_handlers(config: &Config) -> Map<Vec<PaymentHandler>> {
    let text = |value: &str| ucp::Json::String(value.to_owned());
    let brands = ucp::Json::Array(vec![text("visa"), text("mastercard"), text("amex")]);
    let settings = [
        ("environment", text("sandbox")),
        ("business_id", text(&config.business_id)),
        ("tokenize_url", text(&format!("{}/tokenize", config.processor_url))),
        ("card_frame_url", text(&format!("{}/card-frame", config.processor_url))),
    ];
    let handler = PaymentHandler {
        id: SANDBOX_CARD_ID.to_owned(),
        version: ucp::VERSION.to_owned(),
        spec: Some(format!("{}/handlers/sandbox-card", config.processor_url)),
        schema: Some(format!("{}/handlers/sandbox-card.json", config.processor_url)),
        available_instruments: vec![AvailableInstrument {
            kind: "card".to_owned(),
            constraints: Some(ucp::Json::Object(Map(vec![("brands".to_owned(), brands)]))),
        }],
        config: Some(ucp::Json::Object(settings.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())),
    };
    Map(vec![(SANDBOX_CARD.to_owned(), vec![handler])])
}

/// The shop's profile.
fn profile(config: &Config, signing_keys: Vec<ucp::Json>) -> Profile {
    let version = ucp::VERSION.to_owned();
    let rest = Service {
        version: version.clone(),
        transport: Transport::Rest,
        endpoint: Some(config.api_url.clone()),
        spec: Some(SERVICE_SPEC.to_owned()),
        schema: Some(SERVICE_SCHEMA.to_owned()),
        config: None,
    };
    let capability = |offer: &Offer| Capability {
        version: version.clone(),
        spec: Some(offer.spec()),
        schema: Some(offer.schema()),
        extends: offer.extends(),
        config: None,
    };
    Profile {
        ucp: ProfileUcp {
            version: version.clone(),
            supported_versions: None,
            services: Map(vec![(names::SHOPPING.to_owned(), vec![rest])]),
            capabilities: CAPABILITIES.iter().map(|offer| (offer.name.to_owned(), vec![capability(offer)])).collect(),
            payment_handlers: payment_handlers(config),
        },
        signing_keys,
    }
}

/// `GET /.well-known/ucp`.
pub(super) fn router() -> Router<AppState> {
    Router::new().route("/.well-known/ucp", get(show))
}

async fn show(State(app): State<AppState>) -> Result<Response> {
    let profile = profile(&app.config, app.seal.published().await?);
    Ok(([(header::CACHE_CONTROL, "public, max-age=300")], Json(profile)).into_response())
}
