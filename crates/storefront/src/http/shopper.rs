//! Who shops, as far as language and market go. Hints from the request; the shop decides.

use axum::http::{HeaderMap, header};
use ucp::party::Context;

use crate::shop::market::{self, Market};
use crate::text::Language;

/// The buyer's language and market.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shopper {
    /// What to answer in.
    pub language: Language,
    /// Where they are (ISO 3166-1 alpha-2, upper case), if the request says so.
    pub country: Option<String>,
    /// Whose price book applies.
    pub market: Market,
}

impl Shopper {
    /// Reads `context.language` before `Accept-Language`, and `context.currency` before the country's own currency.
    #[must_use]
    pub fn of(headers: &HeaderMap, context: Option<&Context>) -> Self {
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let language = Language::negotiate(context.and_then(|context| context.language.as_deref()), accepted);
        let country = context.and_then(|context| context.address_country.as_deref()).and_then(market::country);
        let currency = context.and_then(|context| context.currency.as_deref());
        Self { language, market: market::choose(country.as_deref(), currency), country }
    }
}
