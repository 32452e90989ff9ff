//! What of a message is signed: its components, and the text that the signature is over (RFC 9421, section 2).

use axum::http::HeaderMap;
use sfv::{BareItem, InnerList, Item, ItemSerializer, ListEntry, ListSerializer};

use super::{Fault, invalid};

/// Which message it is.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// A request.
    Request {
        /// In capitals.
        method: &'a str,
        /// Host, and port when it is not the scheme's own; see [`authority`].
        authority: &'a str,
        /// Absolute.
        path: &'a str,
        /// Without the question mark; `None` when there is none.
        query: Option<&'a str>,
    },
    /// An answer.
    Response {
        /// Its HTTP status.
        status: u16,
    },
}

/// A message with everything that a signature may cover.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    /// Which message it is.
    pub target: Target<'a>,
    /// Its headers.
    pub headers: &'a HeaderMap,
    /// Its body, raw. Empty when there is none.
    pub body: &'a [u8],
}

impl Message<'_> {
    /// The components that a signature must cover for the protocol to believe it, in the order in which we sign them.
    pub(super) fn required(&self) -> Vec<&'static str> {
        let has = |name: &str| self.headers.contains_key(name);
        let mut names = match self.target {
            Target::Request { query, .. } => {
                let mut names = vec!["@method", "@authority", "@path"];
                names.extend(query.map(|_| "@query"));
                names.extend(["ucp-agent", "idempotency-key"].into_iter().filter(|name| has(name)));
                names
            }
            Target::Response { .. } => vec!["@status"],
        };
        if !self.body.is_empty() {
            names.extend(["content-digest", "content-type"]);
        }
        names
    }

    /// The signature base of what `covered` lists.
    ///
    /// # Errors
    /// [`Fault::Invalid`] when it lists something twice, something that the message does not have, or something that is not
    /// understood here (the parameters `sf`, `key`, `bs`, `tr` and `req`).
    pub(super) fn base(&self, covered: &InnerList) -> Result<String, Fault> {
        let mut base = String::new();
        let mut seen = Vec::with_capacity(covered.items.len());
        for item in &covered.items {
            let name = component(item)?;
            if seen.contains(&name) {
                return Err(invalid(format!("{name} is covered twice")));
            }
            let value = self.value(name).ok_or_else(|| invalid(format!("the message has no {name}")))?;
            base.push_str(&line(item, &value));
            base.push('\n');
            seen.push(name);
        }
        base.push_str("\"@signature-params\": ");
        base.push_str(&written(covered));
        Ok(base)
    }

    fn value(&self, name: &str) -> Option<String> {
        match (name, self.target) {
            ("@status", Target::Response { status }) => Some(status.to_string()),
            ("@method", Target::Request { method, .. }) => Some(method.to_owned()),
            ("@authority", Target::Request { authority, .. }) => Some(authority.to_ascii_lowercase()),
            ("@path", Target::Request { path, .. }) => Some(if path.is_empty() { "/" } else { path }.to_owned()),
            ("@query", Target::Request { query, .. }) => Some(format!("?{}", query.unwrap_or_default())),
            ("@request-target", Target::Request { path, query, .. }) => Some(match query {
                Some(query) => format!("{path}?{query}"),
                None => path.to_owned(),
            }),
            _ if name.starts_with('@') => None,
            _ => field(self.headers, name),
        }
    }
}

/// The name of a covered component that is understood here.
///
/// # Errors
/// [`Fault::Invalid`] when it is none.
pub(super) fn component(item: &Item) -> Result<&str, Fault> {
    let BareItem::String(name) = &item.bare_item else { return Err(invalid("a covered component is not a string")) };
    if !item.params.is_empty() {
        return Err(invalid(format!("{} is covered with parameters", name.as_str())));
    }
    Ok(name.as_str())
}

fn line(item: &Item, value: &str) -> String {
    let name = ItemSerializer::new().bare_item(&item.bare_item).parameters(&item.params).finish();
    format!("{name}: {value}")
}

/// An inner list with its parameters as text.
pub(super) fn written(list: &InnerList) -> String {
    let mut serializer = ListSerializer::new();
    serializer.members([&ListEntry::InnerList(list.clone())]);
    serializer.finish().unwrap_or_default()
}

/// All lines of a header as one value, trimmed, with commas between them. `None` when it is not there or not text.
pub(super) fn field(headers: &HeaderMap, name: &str) -> Option<String> {
    let mut lines = headers.get_all(name).iter().peekable();
    lines.peek()?;
    let lines: Option<Vec<&str>> = lines.map(|line| line.to_str().ok().map(str::trim)).collect();
    lines.map(|lines| lines.join(", "))
}

/// The authority of an absolute URL as signatures write it: lower case, without the scheme's own port.
#[must_use]
pub fn authority(url: &reqwest::Url) -> String {
    let host = url.host_str().unwrap_or_default().to_ascii_lowercase();
    match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host,
    }
}
