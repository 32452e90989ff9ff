//! Arithmetic on money: integer minor units of one currency, half-up rounding, and splitting without losing a unit.
//!
//! Everything here is `i64` in minor units (cents, fils, yen). Products are formed in `i128`, so that no order the shop
//! accepts can overflow on the way.

use serde::{Deserialize, Serialize};

/// A share of an amount, in thousandths of a percent: `Rate(19_000)` is 19 %, `Rate(6_875)` is 6.875 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rate(pub i64);

/// The whole, as a [`Rate`].
const WHOLE: i128 = 100_000;

impl Rate {
    /// No share at all.
    pub const ZERO: Self = Self(0);

    /// A rate of whole percents.
    #[must_use]
    pub const fn percent(percent: i64) -> Self {
        Self(percent * 1_000)
    }

    /// The share of `amount`, rounded half up (away from zero for negative amounts).
    #[must_use]
    pub fn of(self, amount: i64) -> i64 {
        rounded(i128::from(amount) * i128::from(self.0), WHOLE)
    }

    /// The part of a price that already contains this rate: 19 % inside 11 900 is 1 900.
    #[must_use]
    pub fn inside(self, gross: i64) -> i64 {
        rounded(i128::from(gross) * i128::from(self.0), WHOLE + i128::from(self.0))
    }

    /// The rate as people write it: `19`, `6.875`.
    #[must_use]
    pub fn written(self) -> String {
        let (whole, part) = (self.0 / 1_000, self.0 % 1_000);
        if part == 0 {
            return whole.to_string();
        }
        let digits = format!("{part:03}");
        format!("{whole}.{}", digits.trim_end_matches('0'))
    }
}

/// An amount as people write it in major units (`12.5`, `980`), as minor units. `None` when it is no amount of the currency:
/// not a number, negative, or with more digits than the currency has. The inverse of [`ucp::money::decimal`].
#[must_use]
pub fn minor(text: &str, currency: &str) -> Option<i64> {
    let digits = ucp::money::exponent(currency) as usize;
    let (major, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if major.is_empty() || part.len() > digits || !plain(major) || !plain(part) {
        return None;
    }
    format!("{major}{part:0<digits$}").parse().ok()
}

fn rounded(numerator: i128, denominator: i128) -> i64 {
    let half = denominator / 2;
    let shifted = if numerator < 0 { numerator - half } else { numerator + half };
    i64::try_from(shifted / denominator).unwrap_or(i64::MAX)
}

/// Splits `amount` over `weights` in proportion; the parts add up to `amount` exactly.
///
/// Units that do not divide go to the largest remainders, earliest first, so that the same basket always splits the same
/// way. With no weight at all everything stays at zero unless there is a first part to hold it.
#[must_use]
pub fn split(amount: i64, weights: &[i64]) -> Vec<i64> {
    let total: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if total <= 0 {
        let mut parts = vec![0; weights.len()];
        if let Some(first) = parts.first_mut() {
            *first = amount;
        }
        return parts;
    }
    let mut parts = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    let mut given = 0_i64;
    for (index, weight) in weights.iter().enumerate() {
        let exact = i128::from(amount) * i128::from(*weight);
        let part = i64::try_from(exact.div_euclid(total)).unwrap_or(0);
        remainders.push((exact.rem_euclid(total), index));
        given += part;
        parts.push(part);
    }
    remainders.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, index) in remainders {
        if given == amount {
            break;
        }
        if let Some(part) = parts.get_mut(index) {
            *part += 1;
            given += 1;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_half_up() {
        assert_eq!(Rate::percent(10).of(1_005), 101);
        assert_eq!(Rate::percent(10).of(1_004), 100);
        assert_eq!(Rate(6_875).of(10_000), 688);
    }

    #[test]
    fn a_tax_inside_a_price_leaves_the_net() {
        assert_eq!(Rate::percent(19).inside(11_900), 1_900);
        assert_eq!(Rate::percent(10).inside(1_100), 100);
        assert_eq!(Rate::ZERO.inside(1_100), 0);
    }

    #[test]
    fn a_rate_is_written_without_trailing_zeros() {
        assert_eq!(Rate::percent(20).written(), "20");
        assert_eq!(Rate(6_875).written(), "6.875");
        assert_eq!(Rate(7_250).written(), "7.25");
    }

    #[test]
    fn the_parts_of_a_split_add_up_and_never_exceed_their_weight_by_a_unit() {
        for amount in 0..200 {
            for weights in [vec![1, 1, 1], vec![5, 3, 2, 7], vec![999, 1], vec![0, 10, 0], vec![100]] {
                let parts = split(amount, &weights);
                assert_eq!(parts.iter().sum::<i64>(), amount, "{amount} over {weights:?}");
                assert!(parts.iter().all(|part| *part >= 0));
            }
        }
    }

    #[test]
    fn a_whole_discount_never_takes_more_than_a_line_costs() {
        let weights = [333, 334, 333];
        assert_eq!(split(1_000, &weights), weights.to_vec());
    }

    #[test]
    fn an_amount_is_read_as_it_is_written() {
        for (text, currency, amount) in
            [("12.5", "USD", 1_250), ("12", "USD", 1_200), ("0.05", "EUR", 5), ("980", "JPY", 980), ("1.250", "KWD", 1_250)]
        {
            assert_eq!(minor(text, currency), Some(amount), "{text} {currency}");
            assert_eq!(minor(&ucp::money::decimal(amount, currency), currency), Some(amount));
        }
        for (text, currency) in [
            ("", "USD"),
            (".5", "USD"),
            ("-1", "USD"),
            ("1.234", "USD"),
            ("9.8", "JPY"),
            ("1,50", "EUR"),
            ("1e3", "USD"),
            ("99999999999999999999", "USD"),
        ] {
            assert_eq!(minor(text, currency), None, "{text} {currency}");
        }
    }
}
