//! How often something may be tried before it looks like guessing.

use std::str::FromStr;

use clap::Args;

/// Tries within [`SPAN`]: of one cart or checkout, from one address, and in the whole shop. Nought is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quota {
    /// Of one cart or checkout.
    pub session: i64,
    /// From one address.
    pub address: i64,
    /// In the whole shop.
    pub shop: i64,
}

/// How long a try counts, in milliseconds.
pub const SPAN: i64 = 10 * 60_000;

impl Quota {
    /// The same limits, `factor` times as wide.
    #[must_use]
    pub fn times(self, factor: i64) -> Self {
        Self { session: self.session * factor, address: self.address * factor, shop: self.shop * factor }
    }
}

impl FromStr for Quota {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers: Result<Vec<u32>, _> = text.split(',').map(|number| number.trim().parse()).collect();
        match numbers.as_deref() {
            Ok([session, address, shop]) => {
                Ok(Self { session: (*session).into(), address: (*address).into(), shop: (*shop).into() })
            }
            _ => Err("three numbers are needed, for a session, an address and the shop, such as 10,100,3000".to_owned()),
        }
    }
}

/// Flags about limits.
#[derive(Clone, Copy, Debug, Args)]
pub struct LimitArgs {
    /// Wrong discount codes within ten minutes: of one cart or checkout, from one address, in the shop. 0: no limit.
    #[arg(long, env = "FANSHELF_CODE_GUESSES", default_value = "10,100,3000", value_name = "N,N,N")]
    pub code_guesses: Quota,
    /// Cards that do not pay within ten minutes: of one checkout, from one address, in the shop. 0: no limit.
    #[arg(long, env = "FANSHELF_CARD_ATTEMPTS", default_value = "8,40,1000", value_name = "N,N,N")]
    pub card_attempts: Quota,
    /// How many proxies stand before the shop and append to X-Forwarded-For: the address limits are about the client
    /// before them. 0: the header is not believed.
    #[arg(long, env = "FANSHELF_PROXY_HOPS", default_value_t = 0, value_name = "N")]
    pub proxy_hops: u8,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quota_is_three_numbers() {
        assert_eq!("1, 2,3".parse(), Ok(Quota { session: 1, address: 2, shop: 3 }));
        for bad in ["", "1", "1,2", "1,2,3,4", "1,2,x", "1,2,-3", "1,,3"] {
            assert!(bad.parse::<Quota>().is_err(), "{bad}");
        }
    }
}
