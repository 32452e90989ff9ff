//! Where a request came from, as far as limits need to know: a digest of an address, never the address.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};

use crate::id;

/// A name for the client's address; none when the request came over no network (tests).
///
/// With `hops` proxies before the server the address is the one that the outermost of them saw: each appends to
/// X-Forwarded-For, so it is counted from the end, and what a client writes into the header itself is never reached.
#[must_use]
pub fn of(headers: &HeaderMap, extensions: &Extensions, hops: u8) -> Option<String> {
    let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let ip = if hops == 0 { peer } else { forwarded(headers, hops).or(peer) }?;
    Some(id::digest(format!("fanshelf address\n{}", network(ip)).as_bytes()))
}

fn forwarded(headers: &HeaderMap, hops: u8) -> Option<IpAddr> {
    let lists = headers.get_all("x-forwarded-for").iter().filter_map(|list| list.to_str().ok());
    let entries: Vec<&str> = lists.flat_map(|list| list.split(',')).map(str::trim).collect();
    let entry = entries.iter().rev().nth(usize::from(hops.checked_sub(1)?))?;
    entry.parse().ok().or_else(|| entry.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

/// A client has a whole network of IPv6 addresses to itself: they count as one.
fn network(ip: IpAddr) -> IpAddr {
    match ip.to_canonical() {
        IpAddr::V4(ip) => IpAddr::V4(ip),
        IpAddr::V6(ip) => {
            let [a, b, c, d, ..] = ip.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(peer: &str, forwarded: &[&str], hops: u8) -> Option<String> {
        let mut headers = HeaderMap::new();
        for list in forwarded {
            headers.append("x-forwarded-for", list.parse().unwrap());
        }
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 4_000)));
        of(&headers, &extensions, hops)
    }

    #[test]
    fn without_proxies_the_header_is_not_believed() {
        assert_eq!(name("203.0.113.7", &["198.51.100.1"], 0), name("203.0.113.7", &[], 0));
        assert_ne!(name("203.0.113.7", &[], 0), name("203.0.113.8", &[], 0));
        assert_eq!(of(&HeaderMap::new(), &Extensions::new(), 0), None);
    }

    #[test]
    fn the_address_is_counted_from_the_end_of_the_header() {
        let client = name("203.0.113.7", &[], 0);
        assert_eq!(name("10.0.0.1", &["203.0.113.7"], 1), client);
        assert_eq!(name("10.0.0.1", &["1.1.1.1, 203.0.113.7"], 1), client, "what the client wrote itself is not reached");
        assert_eq!(name("10.0.0.1", &["1.1.1.1, 203.0.113.7", "10.0.0.2:81"], 2), client);
        assert_eq!(name("10.0.0.1", &["garbage"], 1), name("10.0.0.1", &[], 0));
    }

    #[test]
    fn an_ipv6_network_is_one_client_and_a_mapped_address_is_ipv4() {
        assert_eq!(name("2001:db8::1", &[], 0), name("2001:db8::ffff:2", &[], 0));
        assert_ne!(name("2001:db8::1", &[], 0), name("2001:db8:0:1::1", &[], 0));
        assert_eq!(name("::ffff:203.0.113.7", &[], 0), name("203.0.113.7", &[], 0));
    }
}
