//! Who buys and from where: buyer, postal address, context, links.

use crate::{Json, Map};

record! {
    /// The buyer, as far as known. All fields optional.
    pub struct Buyer {
        /// Given name.
        first_name: Option<String>,
        /// Family name.
        last_name: Option<String>,
        /// E-mail address.
        email: Option<String>,
        /// Telephone number, E.164.
        phone_number: Option<String>,
        /// Consents given or refused ("Buyer consent" extension); absent means not asked.
        consent: Option<Consent>,
    }

    /// Consents. `None` means the buyer was not asked: it is never assumed.
    pub struct Consent {
        /// Measuring use.
        analytics: Option<bool>,
        /// Remembering preferences.
        preferences: Option<bool>,
        /// Being written to about offers.
        marketing: Option<bool>,
        /// Selling the data on.
        sale_of_data: Option<bool>,
    }

    /// A postal address. All fields optional on the wire; which a country needs is the shop's rule.
    pub struct PostalAddress {
        /// Given name of the recipient.
        first_name: Option<String>,
        /// Family name of the recipient.
        last_name: Option<String>,
        /// Street and number.
        street_address: Option<String>,
        /// Flat, floor, building.
        extended_address: Option<String>,
        /// Town.
        address_locality: Option<String>,
        /// State, province, emirate, prefecture.
        address_region: Option<String>,
        /// ISO 3166-1 alpha-2 country.
        address_country: Option<String>,
        /// Postal code.
        postal_code: Option<String>,
        /// Telephone number for the carrier.
        phone_number: Option<String>,
    }

    /// Provisional hints about the buyer's market; the shop decides.
    pub struct Context {
        /// ISO 3166-1 alpha-2 country.
        address_country: Option<String>,
        /// State or province.
        address_region: Option<String>,
        /// Postal code.
        postal_code: Option<String>,
        /// What the buyer is after, in words.
        intent: Option<String>,
        /// BCP 47 language.
        language: Option<String>,
        /// ISO 4217 currency the buyer would like to see.
        currency: Option<String>,
        /// Claims (reverse-domain names) that may earn a benefit.
        eligibility: Vec<String>,
    }

    /// A legal or informational page that must be shown.
    pub struct Link {
        /// What it is.
        kind as "type": LinkType,
        /// Where it is.
        url: String,
        /// The shop's words for it.
        title: Option<String>,
    }
}

open_enum! {
    /// What a link leads to.
    pub enum LinkType {
        /// Privacy policy.
        PrivacyPolicy = "privacy_policy",
        /// Terms of service.
        TermsOfService = "terms_of_service",
        /// Refund policy.
        RefundPolicy = "refund_policy",
        /// Shipping policy.
        ShippingPolicy = "shipping_policy",
        /// Frequently asked questions.
        Faq = "faq",
    }
}

/// Where a sale came from: flat `key → value` (`utm_source`, `video_id`, …). It never changes the answer.
pub type Attribution = Map<String>;

/// What the platform itself observed (reverse-domain keys); never what a buyer claims.
pub type Signals = Map<Json>;
