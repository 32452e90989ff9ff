//! Markets: which price book applies to whom, and how a price is made for each.

/// A market: a currency with its own price book. Markets are compared by currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Market {
    /// ISO 4217 code of its currency.
    pub currency: &'static str,
    /// The country that stands for it when the request names none (ISO 3166-1 alpha-2).
    pub country: &'static str,
    /// Minor units of this currency for 1,000 US cents, taxes included where the market includes them.
    rate: i64,
    /// Prices are whole multiples of this many minor units.
    step: i64,
}

/// Every market; the first one serves countries that have none of their own.
pub const MARKETS: [Market; 7] = [
    Market { currency: "USD", country: "US", rate: 1_000, step: 1 },
    Market { currency: "EUR", country: "DE", rate: 1_050, step: 50 },
    Market { currency: "GBP", country: "GB", rate: 900, step: 50 },
    Market { currency: "AED", country: "AE", rate: 3_850, step: 100 },
    Market { currency: "SAR", country: "SA", rate: 4_200, step: 100 },
    Market { currency: "KWD", country: "KW", rate: 3_150, step: 250 },
    Market { currency: "JPY", country: "JP", rate: 1_650, step: 10 },
];

/// Countries that pay in a market's currency without being its own country.
const EURO_AREA: &[&str] =
    &["AT", "BE", "BG", "CY", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PT", "SI", "SK"];

/// The market of a currency, if there is one.
#[must_use]
pub fn by_currency(currency: &str) -> Option<Market> {
    MARKETS.into_iter().find(|market| market.currency.eq_ignore_ascii_case(currency.trim()))
}

/// Prices (currency, and whatever is known of it) in the order of the markets, so that equal price books look equal.
#[must_use]
pub fn in_order<T>(mut prices: Vec<(&'static str, T, Option<T>)>) -> Vec<(&'static str, T, Option<T>)> {
    prices.sort_by_key(|(currency, ..)| MARKETS.iter().position(|market| market.currency == *currency));
    prices
}

/// A market for a buyer: the currency they ask for, else their country's, else US dollars.
#[must_use]
pub fn choose(country: Option<&str>, currency: Option<&str>) -> Market {
    let of_country = |country: &str| {
        let own = MARKETS.into_iter().find(|market| market.country == country);
        own.or_else(|| EURO_AREA.contains(&country).then(|| by_currency("EUR")).flatten())
    };
    currency.and_then(by_currency).or_else(|| country.and_then(of_country)).unwrap_or(MARKETS[0])
}

/// A country code in upper case, or nothing when it is not two letters.
#[must_use]
pub fn country(code: &str) -> Option<String> {
    let code = code.trim();
    (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic())).then(|| code.to_ascii_uppercase())
}

impl Market {
    /// What something costs here (minor units) that costs `cents` US cents: converted, rounded to the nearest step, and
    /// never free unless it was.
    #[must_use]
    pub fn price(self, cents: i64) -> i64 {
        if cents <= 0 {
            return 0;
        }
        let exact = i128::from(cents) * i128::from(self.rate);
        let step = i128::from(self.step) * 1_000;
        let steps = ((exact + step / 2) / step).max(1);
        i64::try_from(steps * i128::from(self.step)).unwrap_or(i64::MAX)
    }

    /// The price before a sale (minor units), kept above the sale price even where rounding would make them meet.
    #[must_use]
    pub fn list_price(self, cents: i64, sale: i64) -> i64 {
        self.price(cents).max(sale + self.step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_currency_asked_for_wins_over_the_country() {
        assert_eq!(choose(Some("DE"), Some("usd")).currency, "USD");
        assert_eq!(choose(Some("KW"), None).currency, "KWD");
        assert_eq!(choose(Some("FR"), None).currency, "EUR");
        assert_eq!(choose(Some("BR"), Some("BRL")).currency, "USD");
        assert_eq!(choose(None, None).currency, "USD");
    }

    #[test]
    fn prices_are_rounded_as_each_currency_likes_them() {
        let price = |currency, cents| by_currency(currency).unwrap().price(cents);
        assert_eq!(price("USD", 1_899), 1_899);
        assert_eq!(price("EUR", 1_899), 2_000);
        assert_eq!(price("KWD", 1_899), 6_000);
        assert_eq!(price("JPY", 1_899), 3_130);
        assert_eq!(price("AED", 1_899), 7_300);
    }

    #[test]
    fn nothing_becomes_free_by_rounding_and_a_sale_stays_a_sale() {
        for market in MARKETS {
            assert!(market.price(1) > 0);
            assert!(market.list_price(1_001, market.price(1_000)) > market.price(1_000));
        }
        assert_eq!(MARKETS[6].price(0), 0);
    }

    #[test]
    fn a_country_is_two_letters() {
        assert_eq!(country(" kw "), Some("KW".to_owned()));
        assert_eq!(country("Kuwait"), None);
        assert_eq!(country("é"), None);
    }
}
