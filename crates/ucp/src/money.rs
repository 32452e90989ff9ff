//! Money: integers in minor units of an ISO 4217 currency.
//!
//! Catalog prices carry their currency ([`Price`]); amounts in carts, checkouts and orders are bare integers in the
//! resource's own `currency`.

record! {
    /// An amount with its currency (catalog prices).
    pub struct Price {
        /// Minor units, never negative.
        amount: i64,
        /// ISO 4217 code.
        currency: String,
    }

    /// The cheapest and the dearest price of a product's variants; equal when there is one price.
    pub struct PriceRange {
        /// Lowest price.
        min: Price,
        /// Highest price.
        max: Price,
    }

    /// A price by measure, computed by the shop (never by a client).
    pub struct UnitPrice {
        /// Minor units for one `reference`.
        amount: i64,
        /// ISO 4217 code.
        currency: String,
        /// What the product holds.
        measure: Option<Measure>,
        /// What the price is for, for example 100 ml.
        reference: Option<Measure>,
    }

    /// A quantity with its unit.
    pub struct Measure {
        /// How much. Not money: a measure may have a fraction.
        value: f64,
        /// Of what, for example `ml`.
        unit: String,
    }
}

/// How many decimal digits the currency's minor unit has (ISO 4217): 2 for most, 0 for JPY, 3 for KWD.
///
/// A table and not the locale's data: the two differ for some currencies, and the wire speaks ISO.
#[must_use]
pub fn exponent(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND" | "VUV" | "XAF"
        | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" | "UYW" => 4,
        _ => 2,
    }
}

/// A whole number in plain digits: what `to_string` gives, without the machinery of `fmt` behind it.
///
/// ```
/// assert_eq!(ucp::money::plain(-1205), "-1205");
/// assert_eq!(ucp::money::plain(0), "0");
/// assert_eq!(ucp::money::plain(i64::MIN), i64::MIN.to_string());
/// ```
#[must_use]
pub fn plain(number: i64) -> String {
    let (mut digits, mut rest) = (Vec::new(), number.unsigned_abs());
    while rest > 0 || digits.is_empty() {
        digits.push(b'0' + (rest % 10) as u8);
        rest /= 10;
    }
    if number < 0 {
        digits.push(b'-');
    }
    digits.iter().rev().map(|digit| char::from(*digit)).collect()
}

/// The amount as a plain decimal string in major units (`"12.500"` for 12500 fils), exact for every `i64`.
///
/// This is what `Intl.NumberFormat.format` and payment sheets take without ever passing through a float.
///
/// ```
/// assert_eq!(ucp::money::decimal(12_500, "KWD"), "12.500");
/// assert_eq!(ucp::money::decimal(-5, "USD"), "-0.05");
/// assert_eq!(ucp::money::decimal(980, "JPY"), "980");
/// ```
#[must_use]
pub fn decimal(amount: i64, currency: &str) -> String {
    let digits = exponent(currency) as usize;
    let sign = if amount < 0 { "-" } else { "" };
    let whole = plain(amount);
    let plain = whole.trim_start_matches('-');
    if digits == 0 {
        return whole;
    }
    let padding = "0".repeat((digits + 1).saturating_sub(plain.len()));
    let plain = [&padding, plain].concat();
    let (major, minor) = plain.split_at(plain.len() - digits);
    [sign, major, ".", minor].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_exact_at_the_edges_of_the_type() {
        assert_eq!(decimal(i64::MIN, "USD"), "-92233720368547758.08");
        assert_eq!(decimal(0, "KWD"), "0.000");
        assert_eq!(decimal(7, "KWD"), "0.007");
        assert_eq!(decimal(100, "EUR"), "1.00");
    }
}
