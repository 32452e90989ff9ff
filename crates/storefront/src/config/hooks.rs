//! What tests may ask of the shop that customers must never meet, and where that is refused.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use clap::Args;

use super::ConfigError;
use crate::crash::KillPoint;

/// Flags for tests.
#[derive(Clone, Copy, Debug, Default, Args)]
pub struct HookArgs {
    /// For tests, never for customers: endpoints under /testing, and what the flags below need. Refused in production, as
    /// --dev is.
    #[arg(long, env = "FANSHELF_TEST_HOOKS", default_value_t = false)]
    pub test_hooks: bool,
    /// With --test-hooks, for conformance suites: a test buyer for checkouts that name none, the sandbox processor's test
    /// tokens, and a demo catalogue without pictures.
    #[arg(long, env = "FANSHELF_TEST_BUYER", default_value_t = false, requires = "test_hooks")]
    pub test_buyer: bool,
    /// With --test-hooks: orders are read without their token, as suites do that never send one.
    #[arg(long, env = "FANSHELF_TEST_OPEN_ORDERS", default_value_t = false, requires = "test_hooks")]
    pub test_open_orders: bool,
    /// Offer Google Pay in its test environment, whose token the sandbox processor takes for a card that pays. Refused in
    /// production, as --dev is.
    #[arg(long, env = "FANSHELF_GOOGLE_PAY", default_value_t = false)]
    pub google_pay: bool,
    /// With --test-hooks, on this machine only: die at a point of the path of a payment, as if the power had been cut.
    #[arg(long, value_enum, requires = "test_hooks", value_name = "POINT")]
    pub kill_point: Option<KillPoint>,
}

impl HookArgs {
    /// Whether the hooks may be open at the shop's address.
    ///
    /// # Errors
    /// A sentence when customers could reach it.
    pub(super) fn check(&self, public_url: &str, processor: Option<&str>) -> Result<(), ConfigError> {
        refuse_in_production(public_url, processor, &[("--test-hooks", self.test_hooks), ("--google-pay", self.google_pay)])?;
        if self.kill_point.is_some() && !is_here(public_url) {
            return Err(ConfigError(format!("--kill-point is for this machine only: {public_url} is not on it.")));
        }
        Ok(())
    }

    /// The hooks that were asked for.
    pub(super) fn opened(&self) -> Option<Hooks> {
        self.test_hooks.then_some(Hooks { open_orders: self.test_open_orders, buyer: self.test_buyer })
    }
}

/// Test hooks that are open ("A hook moves the shop" in ARCHITECTURE.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hooks {
    /// Orders are read without their token.
    pub open_orders: bool,
    /// What suites never send is filled in, and test tokens pay.
    pub buyer: bool,
}

/// Refuses flags that are given where customers are served: behind an address that they can reach, or with a card processor
/// that is a real one. `processor` is one outside of this process; it is taken for real unless it and the shop are both on
/// this machine, where no customer is.
pub(super) fn refuse_in_production(public_url: &str, processor: Option<&str>, flags: &[(&str, bool)]) -> Result<(), ConfigError> {
    let real = processor.is_some_and(|processor| !(is_here(public_url) && is_here(processor)));
    let production = is_public(public_url) || real;
    match flags.iter().find(|(_, given)| *given && production) {
        None => Ok(()),
        Some((flag, _)) => Err(ConfigError(format!(
            "{flag} is refused in production: {public_url} is an address that customers can reach, or the card processor is a \
             real one. Leave the flag out, or use a public URL on this machine or under .test."
        ))),
    }
}

/// Whether an address is one of this machine's that nobody else can call.
fn is_here(base: &str) -> bool {
    ["http://127.0.0.1:", "http://localhost:"].iter().any(|here| base.starts_with(here))
}

/// Whether an address is one that customers can reach: https, on a host that is neither this machine nor under a name that
/// is reserved for tests and examples (RFC 2606, RFC 6761).
fn is_public(base: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(base) else { return false };
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    let here = host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback() || ip.is_unspecified());
    let reserved = ["localhost", "test", "example", "invalid"];
    url.scheme() == "https" && !here && !reserved.contains(&host.rsplit('.').next().unwrap_or_default())
}

/// A bound address as this machine can call it.
pub(super) fn callable(bound: SocketAddr) -> SocketAddr {
    match bound.ip() {
        ip if !ip.is_unspecified() => bound,
        IpAddr::V4(_) => SocketAddr::new(Ipv4Addr::LOCALHOST.into(), bound.port()),
        IpAddr::V6(_) => SocketAddr::new(Ipv6Addr::LOCALHOST.into(), bound.port()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_public_when_strangers_can_reach_it_safely() {
        assert!(is_public("https://shop.fans") && is_public("https://203.0.113.7"));
        for private in ["http://shop.fans", "https://shop.test", "https://127.0.0.1", "https://localhost:8443", "https://[::1]"] {
            assert!(!is_public(private), "{private}");
        }
    }

    #[test]
    fn an_unspecified_address_is_called_on_this_machine() {
        assert_eq!(callable("0.0.0.0:80".parse().unwrap()), "127.0.0.1:80".parse().unwrap());
        assert_eq!(callable("[::]:80".parse().unwrap()), "[::1]:80".parse().unwrap());
        assert_eq!(callable("192.0.2.1:80".parse().unwrap()), "192.0.2.1:80".parse().unwrap());
    }
}
