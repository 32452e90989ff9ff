//! The suite's configuration: what of the demo catalogue it buys, and what of the shop it may expect.

use serde_json::{Value, json};

use super::{
    keys::{Keys, UNSUPPORTED},
    platforms::Platforms,
    suite::Pass,
};

/// A mug: a parcel, never configured, enough of it.
const MUG: &str = "tardigrade-mug-classic.white";
/// Another parcel.
const SECOND: &str = "orion-poster-a2.one";
/// A product with options.
const CONFIGURABLE: &str = "tardigrade-tee";
/// Stickers, of which three are cheaper.
const STICKER: &str = "luna-moth-sticker.s";
/// Sold out.
const SOLD_OUT: &str = "luna-moth-cap-dad.forest";
/// A download, for which no invoice is offered.
const DOWNLOAD: &str = "northern-sky-wallpaper-pack.one";
/// Variants that can be bought.
pub(super) const VARIANTS: [&str; 4] = [MUG, SECOND, STICKER, DOWNLOAD];
/// A search that has more than one page and fewer than three, and how many products it finds.
const PAGED: (&str, u64) = ("puzzle", 11);

/// The configuration of a pass.
pub(super) fn config(platforms: &Platforms, keys: &Keys, pass: Pass) -> Value {
    if pass == Pass::ClosedOrders {
        return json!({
            "product_id": MUG,
            "currency": "USD",
            "complete_payment": payment("success_token"),
            "order": { "require_auth": true },
            "identity": { "token_mint": true },
        });
    }
    json!({
        "product_id": MUG,
        "currency": "USD",
        "fulfillment_option_id": "standard",
        "complete_payment": payment("success_token"),
        "fail_payment": payment("fail_token"),
        "out_of_stock_id": SOLD_OUT,
        "unavailable": { "business_outcome": true },
        "catalog": {
            "variant_id": MUG,
            "max_batch": 50,
            "configurable_product_id": CONFIGURABLE,
            "paginated_query": PAGED.0,
            "paginated_total": PAGED.1,
        },
        "cart": { "second_product_id": SECOND },
        "discount": {
            "valid_code": "FAN10",
            "second_valid_code": "HELLO5",
            "invalid_code": "NO-SUCH-CODE",
            "case_insensitive": true,
            "rejected_messages": true,
            "item": { "code": "MUGS20", "product_id": MUG, "quantity": 2 },
            "automatic": { "product_id": STICKER, "quantity": 3 },
        },
        "order": { "simulate_adjustment": true, "second_product_id": SECOND },
        "payment": {
            "handler_key": "dev.fanshelf.sandbox_card",
            "handler_id": "sandbox_card",
            "escalation_payment": payment("escalate_token"),
            "filtered": { "product_id": DOWNLOAD, "handler_key": "dev.fanshelf.sandbox_invoice" },
        },
        "eligibility": {
            "verifiable": "dev.fanshelf.club",
            "unverifiable": "dev.fanshelf.crew",
            "unrecognized": "com.moon.loyalty",
        },
        "totals": { "sublines": true },
        "negotiation": {
            "validates_profile_url": true,
            "harness": true,
            "unsupported_version_profile_url": platforms.url("old.json"),
            "incompatible_caps_profile_url": platforms.url("strange.json"),
            "unreachable_profile_url": platforms.url("missing.json"),
            "malformed_profile_url": platforms.url("malformed.json"),
        },
        "discovery": { "supported_versions": true },
        "idempotency": { "age_hook": true, "outage_hook": true },
        "signature": {
            "responses": true,
            "request_private_jwk": keys.current,
            "rotated_private_jwk": keys.rotated,
            "unsupported_alg_kid": UNSUPPORTED,
            "platform_profile_url": platforms.url("signing.json"),
        },
        "webhooks": { "simulate": true, "signed": true, "retries": true, "wait_seconds": 10.0 },
    })
}

/// A complete request that pays with a test token of the sandbox.
fn payment(token: &str) -> Value {
    json!({ "payment": { "instruments": [{
        "id": "pi_1",
        "handler_id": "sandbox_card",
        "type": "card",
        "display": { "brand": "visa", "last_digits": "4242" },
        "credential": { "type": "token", "token": token },
        "billing_address": {
            "street_address": "1 Main St", "address_locality": "Springfield", "address_region": "IL",
            "postal_code": "62701", "address_country": "US",
        },
    }] } })
}
