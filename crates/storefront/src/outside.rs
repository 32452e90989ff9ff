//! Calls to addresses that an outsider chose (webhooks): https only, no redirects, and never into our own network.
//!
//! The name is resolved once, by the client's own resolver, and the connection goes to what was checked: a name that points
//! elsewhere a moment later gains nothing.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(4);
/// How long the whole exchange may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// An address that must not be called, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Forbidden(String);

/// A client for addresses that an outsider chose. `dev` lets it call this machine.
///
/// # Errors
/// When no TLS configuration can be made.
pub fn client(dev: bool) -> Result<reqwest::Client, reqwest::Error> {
    // Somebody else in the process may have chosen already; then theirs is used.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(CONNECT)
        .timeout(PATIENCE)
        // A proxy would resolve the name by itself.
        .no_proxy()
        .dns_resolver(PublicOnly { dev })
        .user_agent(concat!("fanshelf-storefront/", env!("CARGO_PKG_VERSION")))
        .build()
}

/// The URL, when it may be called: https, or plain http to this machine when `dev`.
///
/// # Errors
/// [`Forbidden`] when it may not.
pub fn allowed(url: &str, dev: bool) -> Result<Url, Forbidden> {
    let forbidden = |reason: &str| Forbidden(reason.to_owned());
    let url = Url::parse(url).map_err(|_| forbidden("It is not an absolute URL."))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(forbidden("It has a user name in it."));
    }
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    // A literal address never reaches the resolver, so it is looked at here.
    let literal = host.parse::<IpAddr>().ok();
    let loopback = host == "localhost" || literal.is_some_and(|ip| ip.is_loopback());
    match url.scheme() {
        "https" => {}
        "http" if dev && loopback => {}
        _ => return Err(forbidden("It is not https.")),
    }
    if literal.is_some_and(is_inside) && !(dev && loopback) {
        return Err(forbidden("It is not on a public host."));
    }
    Ok(url)
}

#[derive(Clone, Copy, Debug)]
struct PublicOnly {
    dev: bool,
}

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        let dev = self.dev;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> =
                found.filter(|address| !is_inside(address.ip()) || (dev && address.ip().is_loopback())).collect();
            if public.is_empty() {
                return Err(Box::new(Forbidden("It is not on a public host.".to_owned())) as _);
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

/// Whether an address is not on the public internet.
#[must_use]
pub fn is_inside(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => {
            let [a, b, ..] = ip.octets();
            ip.is_loopback()
                || ip.is_private()
                || ip.is_link_local()
                || ip.is_unspecified()
                || ip.is_broadcast()
                || a == 0
                || (a == 100 && (64..128).contains(&b))
                || a >= 224
        }
        IpAddr::V6(ip) => match ip.to_ipv4_mapped() {
            Some(ip) => is_inside(IpAddr::V4(ip)),
            None => {
                let first = ip.segments()[0];
                ip.is_loopback() || ip.is_unspecified() || first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80 || first >= 0xff00
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_our_own_network_are_inside() {
        for ip in ["127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.0.1", "::1", "fd00::1", "::ffff:10.0.0.1", "0.0.0.0"] {
            assert!(is_inside(ip.parse().unwrap()), "{ip}");
        }
        for ip in ["93.184.216.34", "2606:2800:220:1::1"] {
            assert!(!is_inside(ip.parse().unwrap()), "{ip}");
        }
    }

    #[test]
    fn only_public_https_may_be_called_and_loopback_in_development() {
        for url in ["https://platform.example/hooks?a=1", "https://93.184.216.34/"] {
            assert!(allowed(url, false).is_ok(), "{url}");
        }
        for url in [
            "http://platform.example/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://169.254.169.254/latest",
            "https://10.0.0.1/",
            "http://127.0.0.1:9/",
            "https://user:word@platform.example/",
            "ftp://platform.example/",
            "file:///etc/passwd",
            "/hooks",
        ] {
            assert!(allowed(url, false).is_err(), "{url}");
        }
        assert!(allowed("http://127.0.0.1:9/hooks", true).is_ok());
        assert!(allowed("http://localhost:9/hooks", true).is_ok());
        assert!(allowed("http://platform.example/", true).is_err(), "plain http stays on this machine");
        assert!(allowed("https://10.0.0.1/", true).is_err(), "development is no key to the network");
    }

    #[tokio::test]
    async fn a_name_that_leads_inside_is_not_called() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("https://localhost:{}/", listener.local_addr().unwrap().port());
        let failure = client(false).unwrap().get(url).send().await.unwrap_err();
        let mut reason: Option<&dyn std::error::Error> = Some(&failure);
        let mut found = false;
        while let Some(error) = reason {
            found |= error.to_string().contains("not on a public host");
            reason = error.source();
        }
        assert!(found, "{failure:?}");
        let nobody = tokio::time::timeout(Duration::from_millis(50), listener.accept()).await;
        assert!(nobody.is_err(), "no connection was made");
    }
}
