//! Which tax a delivery carries, and whether prices already hold it.
//!
//! Whether tax is *inside* prices is a habit of the market (the currency); how much it is follows the place of delivery.
//! So a US basket sent to Germany has VAT added, and a EUR basket sent to New York simply contains none.

use super::money::Rate;

/// What the tax is called on the receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaxName {
    /// US state sales tax.
    Sales,
    /// Value added tax (EU, UK, Gulf).
    Vat,
    /// Japanese consumption tax.
    Consumption,
}

/// A tax that applies at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tax {
    /// What to call it.
    pub name: TaxName,
    /// How much of the taxable amount.
    pub rate: Rate,
    /// Whether delivery is taxed as well.
    pub on_delivery: bool,
}

/// Whether the prices of a currency's market include tax.
#[must_use]
pub fn is_included(currency: &str) -> bool {
    currency != "USD"
}

/// The tax at a place of delivery; `None` where there is none. `region` may be a code or, in the US, a state's name.
#[must_use]
pub fn at(country: &str, region: Option<&str>) -> Option<Tax> {
    let vat = |rate| Some(Tax { name: TaxName::Vat, rate, on_delivery: true });
    match country {
        "US" => {
            let state = us_state(region?)?;
            let tax = Tax { name: TaxName::Sales, rate: Rate(state.2), on_delivery: state.3 };
            (tax.rate > Rate::ZERO).then_some(tax)
        }
        "JP" => Some(Tax { name: TaxName::Consumption, rate: Rate::percent(10), on_delivery: true }),
        "AE" | "OM" => vat(Rate::percent(5)),
        "BH" => vat(Rate::percent(10)),
        "SA" => vat(Rate::percent(15)),
        "GB" => vat(Rate::percent(20)),
        other => VAT.iter().find(|(code, _)| *code == other).and_then(|(_, rate)| vat(Rate(*rate))),
    }
}

/// A US state or district by its code or its English name.
#[must_use]
pub fn us_state_code(region: &str) -> Option<&'static str> {
    us_state(region).map(|state| state.0)
}

fn us_state(region: &str) -> Option<&'static (&'static str, &'static str, i64, bool)> {
    let region = region.trim();
    let region = region.strip_prefix("US-").unwrap_or(region);
    US_STATES.iter().find(|state| state.0.eq_ignore_ascii_case(region) || state.1.eq_ignore_ascii_case(region))
}

/// Standard VAT of the EU member states, thousandths of a percent.
const VAT: &[(&str, i64)] = &[
    ("AT", 20_000),
    ("BE", 21_000),
    ("BG", 20_000),
    ("CY", 19_000),
    ("CZ", 21_000),
    ("DE", 19_000),
    ("DK", 25_000),
    ("EE", 24_000),
    ("ES", 21_000),
    ("FI", 25_500),
    ("FR", 20_000),
    ("GR", 24_000),
    ("HR", 25_000),
    ("HU", 27_000),
    ("IE", 23_000),
    ("IT", 22_000),
    ("LT", 21_000),
    ("LU", 17_000),
    ("LV", 21_000),
    ("MT", 18_000),
    ("NL", 21_000),
    ("PL", 23_000),
    ("PT", 23_000),
    ("RO", 21_000),
    ("SE", 25_000),
    ("SI", 22_000),
    ("SK", 23_000),
];

/// State-wide US sales tax: code, name, thousandths of a percent, whether shipping is taxed. Local rates are left out.
const US_STATES: &[(&str, &str, i64, bool)] = &[
    ("AL", "Alabama", 4_000, false),
    ("AK", "Alaska", 0, false),
    ("AZ", "Arizona", 5_600, false),
    ("AR", "Arkansas", 6_500, true),
    ("CA", "California", 7_250, false),
    ("CO", "Colorado", 2_900, false),
    ("CT", "Connecticut", 6_350, true),
    ("DE", "Delaware", 0, false),
    ("DC", "District of Columbia", 6_000, true),
    ("FL", "Florida", 6_000, false),
    ("GA", "Georgia", 4_000, true),
    ("HI", "Hawaii", 4_000, true),
    ("ID", "Idaho", 6_000, false),
    ("IL", "Illinois", 6_250, false),
    ("IN", "Indiana", 7_000, true),
    ("IA", "Iowa", 6_000, false),
    ("KS", "Kansas", 6_500, true),
    ("KY", "Kentucky", 6_000, true),
    ("LA", "Louisiana", 5_000, false),
    ("ME", "Maine", 5_500, false),
    ("MD", "Maryland", 6_000, false),
    ("MA", "Massachusetts", 6_250, false),
    ("MI", "Michigan", 6_000, true),
    ("MN", "Minnesota", 6_875, true),
    ("MS", "Mississippi", 7_000, true),
    ("MO", "Missouri", 4_225, false),
    ("MT", "Montana", 0, false),
    ("NE", "Nebraska", 5_500, true),
    ("NV", "Nevada", 6_850, false),
    ("NH", "New Hampshire", 0, false),
    ("NJ", "New Jersey", 6_625, true),
    ("NM", "New Mexico", 4_875, true),
    ("NY", "New York", 4_000, true),
    ("NC", "North Carolina", 4_750, true),
    ("ND", "North Dakota", 5_000, true),
    ("OH", "Ohio", 5_750, true),
    ("OK", "Oklahoma", 4_500, false),
    ("OR", "Oregon", 0, false),
    ("PA", "Pennsylvania", 6_000, true),
    ("RI", "Rhode Island", 7_000, true),
    ("SC", "South Carolina", 6_000, true),
    ("SD", "South Dakota", 4_200, true),
    ("TN", "Tennessee", 7_000, true),
    ("TX", "Texas", 6_250, true),
    ("UT", "Utah", 6_100, false),
    ("VT", "Vermont", 6_000, true),
    ("VA", "Virginia", 5_300, false),
    ("WA", "Washington", 6_500, true),
    ("WV", "West Virginia", 6_000, true),
    ("WI", "Wisconsin", 5_000, true),
    ("WY", "Wyoming", 4_000, false),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_us_state_is_found_by_code_and_by_name() {
        assert_eq!(at("US", Some("ca")).map(|tax| tax.rate), Some(Rate(7_250)));
        assert_eq!(at("US", Some("California")).map(|tax| tax.rate), Some(Rate(7_250)));
        assert_eq!(at("US", Some("US-CA")).map(|tax| tax.rate), Some(Rate(7_250)));
        assert_eq!(us_state_code("new york"), Some("NY"));
    }

    #[test]
    fn a_state_without_sales_tax_has_no_tax_line() {
        assert_eq!(at("US", Some("OR")), None);
        assert_eq!(at("US", None), None);
        assert_eq!(at("US", Some("Atlantis")), None);
    }

    #[test]
    fn every_market_has_its_rate() {
        let rate = |country| at(country, None).map(|tax| tax.rate);
        assert_eq!(rate("DE"), Some(Rate::percent(19)));
        assert_eq!(rate("GB"), Some(Rate::percent(20)));
        assert_eq!(rate("AE"), Some(Rate::percent(5)));
        assert_eq!(rate("SA"), Some(Rate::percent(15)));
        assert_eq!(rate("KW"), None);
        assert_eq!(rate("JP"), Some(Rate::percent(10)));
    }

    #[test]
    fn there_are_fifty_states_and_the_district() {
        assert_eq!(US_STATES.len(), 51);
    }
}
