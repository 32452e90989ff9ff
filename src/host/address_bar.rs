//! The page's own address, where a page is one checkout or one order: the id is the last part of the path, an order's
//! capability token is the fragment (which never travels to a server).

use web_sys::Location;

fn location() -> Option<Location> {
    Some(web_sys::window()?.location())
}

/// The last part of the path.
#[must_use]
pub fn id() -> String {
    let path = location().and_then(|location| location.pathname().ok()).unwrap_or_default();
    path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned()
}

/// The page's address with another fragment.
#[must_use]
pub fn with_fragment(fragment: &str) -> String {
    let href = location().and_then(|location| location.href().ok()).unwrap_or_default();
    [href.split('#').next().unwrap_or_default(), "#", fragment].concat()
}

/// The fragment without its `#`.
#[must_use]
pub fn fragment() -> Option<String> {
    let hash = location()?.hash().ok()?;
    hash.strip_prefix('#').filter(|token| !token.is_empty()).map(str::to_owned)
}
