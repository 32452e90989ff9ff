//! Test hooks, and where they are refused.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use super::ConfigError;

/// Test hooks that are open ("Conformance" in ARCHITECTURE.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hooks {
    /// Orders are read without their token.
    pub open_orders: bool,
}

/// Refuses flags that are given where customers are served: behind an address that they can reach, or with a card processor
/// that is a real one.
pub(super) fn refuse_in_production(public_url: &str, sandbox: bool, flags: &[(&str, bool)]) -> Result<(), ConfigError> {
    let production = is_public(public_url) || !sandbox;
    match flags.iter().find(|(_, given)| *given && production) {
        None => Ok(()),
        Some((flag, _)) => Err(ConfigError(format!(
            "{flag} is refused in production: {public_url} is an address that customers can reach, or the card processor is a \
             real one. Leave the flag out, or use a public URL on this machine or under .test."
        ))),
    }
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
