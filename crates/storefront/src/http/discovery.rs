//! What this shop speaks: `GET /.well-known/ucp`.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use ucp::checkout::Checkout;
use ucp::payment::{AvailableInstrument, PaymentHandler};
use ucp::profile::{Capability, Profile, ProfileUcp, Service, Transport};
use ucp::{Map, OneOrMany, names};

use super::{API, AppState, Error, Path, Result};
use crate::config::Config;
use crate::shop::payment::GOOGLE_PAY_ID;

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
    /// The name of its JSON Schema.
    pub schema: &'static str,
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

/// The name under which Google Pay is offered.
pub const GOOGLE_PAY: &str = "com.google.pay";

/// The name under which buying on invoice from the sandbox is offered.
pub const SANDBOX_INVOICE: &str = "dev.fanshelf.sandbox_invoice";
/// The id of that handler.
pub const SANDBOX_INVOICE_ID: &str = "sandbox_invoice";

/// The ways to pay for a checkout: an invoice is for goods that come as parcels, since downloads cannot be held back.
#[must_use]
pub fn ways_to_pay(config: &Config, checkout: &Checkout) -> Map<Vec<PaymentHandler>> {
    let sent: usize =
        checkout.fulfillment.iter().flat_map(|delivery| &delivery.methods).map(|method| method.line_item_ids.len()).sum();
    let mut ways = payment_handlers(config);
    if sent < checkout.line_items.len() {
        ways.0.retain(|(name, _)| name != SANDBOX_INVOICE);
    }
    ways
}

/// Every way to pay, with all that a client needs to use it.
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
        config: None,
    };
    let invoice = PaymentHandler {
        id: SANDBOX_INVOICE_ID.to_owned(),
        version: ucp::VERSION.to_owned(),
        spec: Some(format!("{}/handlers/sandbox-invoice", config.processor_url)),
        schema: Some(format!("{}/handlers/sandbox-invoice.json", config.processor_url)),
        available_instruments: vec![AvailableInstrument { kind: "invoice".to_owned(), constraints: None }],
        config: Some(ucp::Json::Object(
            settings
                .iter()
                .filter(|(key, _)| *key != "card_frame_url")
                .map(|(key, value)| ((*key).to_owned(), value.clone()))
                .collect(),
        )),
    };
    let handler = PaymentHandler {
        config: Some(ucp::Json::Object(settings.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())),
        ..handler
    };
    let mut ways = vec![(SANDBOX_CARD.to_owned(), vec![handler]), (SANDBOX_INVOICE.to_owned(), vec![invoice])];
    if config.google_pay {
        ways.insert(0, (GOOGLE_PAY.to_owned(), vec![google_pay(config)]));
    }
    Map(ways)
}

/// Google Pay in its test environment, through the gateway that Google has for examples: no real card, no real money.
fn google_pay(config: &Config) -> PaymentHandler {
    let settings = serde_json::json!({
        "api_version": 2, "api_version_minor": 0, "environment": "TEST",
        "merchant_info": { "merchant_id": "TEST", "merchant_name": config.shop_name },
        "allowed_payment_methods": [{
            "type": "CARD",
            "parameters": {
                "allowed_auth_methods": ["PAN_ONLY", "CRYPTOGRAM_3DS"],
                "allowed_card_networks": ["VISA", "MASTERCARD", "AMEX"],
                "billing_address_required": true, "billing_address_parameters": { "format": "FULL" },
            },
            "tokenization_specification": {
                "type": "PAYMENT_GATEWAY",
                "parameters": { "gateway": "example", "gatewayMerchantId": "exampleGatewayMerchantId" },
            },
        }],
    });
    PaymentHandler {
        id: GOOGLE_PAY_ID.to_owned(),
        version: "2026-01-23".to_owned(),
        spec: Some("https://pay.google.com/gp/p/ucp/2026-01-23/".to_owned()),
        schema: Some("https://pay.google.com/gp/p/ucp/2026-01-23/schemas/config.json".to_owned()),
        available_instruments: vec![AvailableInstrument { kind: "card".to_owned(), constraints: None }],
        config: serde_json::from_value(settings).ok(),
    }
}

/// The shop's profile. The version's own address is there for platforms that hold on to a version when the shop moves on;
/// what is served there is a leaf, without this list.
fn primary(config: &Config, signing_keys: Vec<ucp::Json>) -> Profile {
    let mut primary = profile(config, signing_keys);
    let leaf = format!("{}{VERSIONS}/{}", config.api_url, ucp::VERSION);
    primary.ucp.supported_versions = Some(Map(vec![(ucp::VERSION.to_owned(), leaf)]));
    primary
}

/// Where the profiles of single versions are, under the endpoint.
const VERSIONS: &str = "/versions";

/// The shop's profile in the version it speaks.
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
    Router::new().route("/.well-known/ucp", get(show)).route(&format!("{API}{VERSIONS}/{{version}}"), get(leaf))
}

async fn show(State(app): State<AppState>) -> Result<Response> {
    let profile = primary(&app.config, app.seal.published().await?);
    Ok(([(header::CACHE_CONTROL, "public, max-age=300")], Json(profile)).into_response())
}

/// `GET {endpoint}/versions/{version}`: the whole profile of one version.
async fn leaf(State(app): State<AppState>, Path(version): Path<String>) -> Result<Response> {
    if version != ucp::VERSION {
        return Err(Error::NoRoute);
    }
    let profile = profile(&app.config, app.seal.published().await?);
    Ok(([(header::CACHE_CONTROL, "public, max-age=300")], Json(profile)).into_response())
}
