//! What delivery costs and how long it takes.
//!
//! A market (its currency) ships from one hub. Countries it calls home get its low rates and a free-delivery threshold;
//! every other country on the list gets the hub's rates for abroad; the rest cannot be delivered to.

use super::calendar;

/// How fast a parcel travels. Its id on the wire is [`Speed::id`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speed {
    /// Post or parcel service.
    Standard,
    /// Courier.
    Express,
}

impl Speed {
    /// The option's id on the wire.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Express => "express",
        }
    }
}

/// One delivery option for one parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// How fast.
    pub speed: Speed,
    /// Price in minor units of the market's currency, before any free-shipping code.
    pub price: i64,
    /// Working days until it arrives, at the earliest and at the latest.
    pub days: (i64, i64),
}

impl Offer {
    /// When the parcel arrives if it is handed over at `ready` (unix milliseconds): earliest and latest.
    #[must_use]
    pub fn window(&self, ready: i64, country: &str) -> (i64, i64) {
        let arrive = |days| calendar::after_working_days(ready, days, country);
        (arrive(self.days.0), arrive(self.days.1))
    }
}

/// Rates of one hub, minor units of its currency: the first kilogram, and each further one.
struct Tariff {
    currency: &'static str,
    home: &'static [&'static str],
    standard: (i64, i64),
    express: (i64, i64),
    abroad_standard: (i64, i64),
    abroad_express: (i64, i64),
    /// Standard delivery at home is free from this merchandise total (after discounts).
    free_from: i64,
}

const EUROPE: &[&str] = &[
    "DE", "AT", "BE", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL",
    "PL", "PT", "RO", "SE", "SI", "SK",
];

const TARIFFS: &[Tariff] = &[
    Tariff {
        currency: "USD",
        home: &["US"],
        standard: (599, 250),
        express: (1499, 500),
        abroad_standard: (1499, 900),
        abroad_express: (3499, 1500),
        free_from: 7_500,
    },
    Tariff {
        currency: "EUR",
        home: EUROPE,
        standard: (490, 150),
        express: (1290, 350),
        abroad_standard: (1490, 900),
        abroad_express: (3290, 1400),
        free_from: 7_000,
    },
    Tariff {
        currency: "GBP",
        home: &["GB"],
        standard: (399, 120),
        express: (899, 250),
        abroad_standard: (1299, 800),
        abroad_express: (2899, 1200),
        free_from: 6_000,
    },
    Tariff {
        currency: "AED",
        home: &["AE"],
        standard: (1_500, 500),
        express: (3_000, 900),
        abroad_standard: (4_500, 2_500),
        abroad_express: (9_900, 4_500),
        free_from: 25_000,
    },
    Tariff {
        currency: "SAR",
        home: &["SA"],
        standard: (1_800, 600),
        express: (3_500, 1_000),
        abroad_standard: (4_500, 2_500),
        abroad_express: (9_900, 4_500),
        free_from: 25_000,
    },
    Tariff {
        currency: "KWD",
        home: &["KW"],
        standard: (1_500, 500),
        express: (3_000, 750),
        abroad_standard: (3_750, 2_000),
        abroad_express: (8_000, 3_500),
        free_from: 20_000,
    },
    Tariff {
        currency: "JPY",
        home: &["JP"],
        standard: (600, 200),
        express: (1_200, 300),
        abroad_standard: (2_200, 1_200),
        abroad_express: (4_800, 2_000),
        free_from: 10_000,
    },
];

/// Countries that are no market's home but are delivered to.
const ABROAD: &[&str] = &[
    "AR", "AU", "BH", "BR", "CA", "CH", "CL", "CO", "EG", "HK", "ID", "IN", "IS", "JO", "KR", "LB", "LI", "MA", "MX", "MY", "NO",
    "NZ", "OM", "PH", "QA", "SG", "TH", "TN", "TR", "TW", "VN", "ZA",
];

/// Whether parcels can go to a country (ISO 3166 alpha-2, upper case) at all.
#[must_use]
pub fn reaches(country: &str) -> bool {
    ABROAD.contains(&country) || TARIFFS.iter().any(|tariff| tariff.home.contains(&country))
}

/// Every country that [`reaches`] says yes to, in the order of the alphabet.
#[must_use]
pub fn reached() -> Vec<String> {
    let home = TARIFFS.iter().flat_map(|tariff| tariff.home);
    let all: std::collections::BTreeSet<&str> = ABROAD.iter().chain(home).copied().collect();
    all.into_iter().map(str::to_owned).collect()
}

/// The options for a parcel of `grams` from the hub of `currency` to `country`, cheapest first.
///
/// `merchandise` is what the goods cost after discounts, in minor units; it decides free delivery. Empty when the
/// country cannot be delivered to.
#[must_use]
pub fn offers(currency: &str, country: &str, grams: i64, merchandise: i64) -> Vec<Offer> {
    let Some(tariff) = TARIFFS.iter().find(|tariff| tariff.currency == currency) else {
        return Vec::new();
    };
    if !reaches(country) {
        return Vec::new();
    }
    let further = (grams.max(1) - 1) / 1_000;
    let price = |(first, each): (i64, i64)| first + each * further;
    if tariff.home.contains(&country) {
        let free = merchandise >= tariff.free_from;
        vec![
            Offer { speed: Speed::Standard, price: if free { 0 } else { price(tariff.standard) }, days: (3, 5) },
            Offer { speed: Speed::Express, price: price(tariff.express), days: (1, 2) },
        ]
    } else {
        vec![
            Offer { speed: Speed::Standard, price: price(tariff.abroad_standard), days: (7, 12) },
            Offer { speed: Speed::Express, price: price(tariff.abroad_express), days: (3, 5) },
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_market_delivers_at_home_standard_first() {
        for (currency, country) in
            [("USD", "US"), ("EUR", "DE"), ("GBP", "GB"), ("AED", "AE"), ("SAR", "SA"), ("KWD", "KW"), ("JPY", "JP")]
        {
            let offers = offers(currency, country, 400, 1);
            assert_eq!(offers.len(), 2, "{currency}");
            assert_eq!(offers[0].speed, Speed::Standard);
            assert!(offers[0].price < offers[1].price && offers[0].price > 0);
        }
    }

    #[test]
    fn standard_delivery_is_free_from_the_threshold_and_express_never() {
        assert_eq!(offers("USD", "US", 400, 7_500)[0].price, 0);
        assert_eq!(offers("USD", "US", 400, 7_499)[0].price, 599);
        assert!(offers("USD", "US", 400, 1_000_000)[1].price > 0);
        assert!(offers("USD", "CA", 400, 1_000_000)[0].price > 0);
    }

    #[test]
    fn every_started_kilogram_after_the_first_costs_the_same() {
        assert_eq!(offers("USD", "US", 1_000, 0)[0].price, 599);
        assert_eq!(offers("USD", "US", 1_001, 0)[0].price, 849);
        assert_eq!(offers("USD", "US", 3_000, 0)[0].price, 1_099);
    }

    #[test]
    fn a_country_off_the_list_gets_no_offer() {
        assert!(offers("USD", "AQ", 400, 0).is_empty());
        assert!(offers("USD", "XX", 400, 0).is_empty());
        assert!(!reaches(""));
        let reached = reached();
        assert!(reached.iter().all(|country| reaches(country)));
        assert!(["US", "KW", "FR", "TR"].iter().all(|country| reached.iter().any(|known| known == country)));
    }
}
