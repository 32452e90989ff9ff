//! Fetching a platform's profile: no redirects, little patience, little memory, and never from inside our own network.

use reqwest::Url;
use ucp::profile::Profile;

use super::PATIENCE;
use crate::outside::is_inside;

/// The largest profile that is read, in bytes. The usual one has about 5 KiB.
const LARGEST: usize = 256 * 1024;

/// Why there is no profile.
#[derive(Clone, Debug)]
pub(super) enum Failure {
    /// The address is one that must not be called.
    Forbidden(String),
    /// Nobody answered, or not with a success.
    Unreachable(String),
    /// What came is not a profile.
    Malformed(String),
}

/// The client for calls to other servers.
///
/// # Errors
/// When no TLS configuration can be made.
pub(in crate::http) fn client() -> Result<reqwest::Client, reqwest::Error> {
    // Somebody else in the process may have chosen already; then theirs is used.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(PATIENCE)
        .timeout(PATIENCE * 4)
        .user_agent(concat!("fanshelf-storefront/", env!("CARGO_PKG_VERSION")))
        .build()
}

/// Fetches and checks a profile. `dev` allows addresses of this machine.
pub(super) async fn profile(client: &reqwest::Client, url: Url, dev: bool) -> Result<Profile, Failure> {
    refuse_inside(&url, dev).await?;
    let unreachable = |error: reqwest::Error| {
        let reason = if error.is_timeout() { "it did not answer in time" } else { "no connection" };
        Failure::Unreachable(reason.to_owned())
    };
    let request = client.get(url).header("accept", "application/json").timeout(PATIENCE);
    let mut response = request.send().await.map_err(unreachable)?;
    if !response.status().is_success() {
        return Err(Failure::Unreachable(format!("it answered {}", response.status().as_u16())));
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(unreachable)? {
        if bytes.len() + chunk.len() > LARGEST {
            return Err(Failure::Malformed(format!("it has more than {LARGEST} bytes")));
        }
        bytes.extend_from_slice(&chunk);
    }
    check(&bytes)
}

/// A profile is JSON with `ucp.version`, `ucp.services` and `ucp.payment_handlers`.
fn check(bytes: &[u8]) -> Result<Profile, Failure> {
    let malformed = |reason: String| Failure::Malformed(reason);
    let raw: serde_json::Value = serde_json::from_slice(bytes).map_err(|error| malformed(format!("it is not JSON ({error})")))?;
    let ucp = raw.get("ucp").and_then(|ucp| ucp.as_object()).ok_or_else(|| malformed("it has no object \"ucp\"".to_owned()))?;
    let version = ucp.get("version").and_then(|version| version.as_str()).unwrap_or_default();
    if !is_date(version) {
        return Err(malformed("ucp.version is not YYYY-MM-DD".to_owned()));
    }
    serde_json::from_slice(bytes).map_err(|error| malformed(error.to_string()))
}

fn is_date(version: &str) -> bool {
    version.len() == 10
        && version.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// Refuses hosts that lead into this machine's own network (an outsider chose the URL). The check resolves the name
/// itself; the connection then goes through the same resolver of the system.
async fn refuse_inside(url: &Url, dev: bool) -> Result<(), Failure> {
    if dev {
        return Ok(());
    }
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    let port = url.port_or_known_default().unwrap_or(443);
    let addresses = tokio::net::lookup_host((host.as_str(), port))
        .await
        .map_err(|_| Failure::Unreachable("its host name does not resolve".to_owned()))?;
    for address in addresses {
        if is_inside(address.ip()) {
            return Err(Failure::Forbidden("The profile in UCP-Agent must be on a public host.".to_owned()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_needs_a_version_and_the_right_types() {
        assert!(matches!(check(b"<html>"), Err(Failure::Malformed(_))));
        assert!(matches!(check(b"{}"), Err(Failure::Malformed(_))));
        assert!(matches!(check(br#"{"ucp":{"version":"draft"}}"#), Err(Failure::Malformed(_))));
        assert!(matches!(check(br#"{"ucp":{"version":"2026-04-08","capabilities":7}}"#), Err(Failure::Malformed(_))));
        assert!(check(br#"{"ucp":{"version":"2026-04-08","services":{},"payment_handlers":{}}}"#).is_ok());
    }
}
