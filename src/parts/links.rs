//! The shop's pages: legal ones, and how to reach it.

use crate::dom::{View, view};
use crate::model::purchase::is_safe;
use crate::text::{Key, Words};
use ucp::party::{Link, LinkType};

/// A list of links in the shop's words or ours; what has neither, or leads nowhere safe, is left out.
#[must_use]
pub fn links(words: Words, links: Vec<Link>) -> Option<View> {
    let link = |link: Link| {
        let own = match &link.kind {
            LinkType::PrivacyPolicy => Some(Key::LinkPrivacy),
            LinkType::TermsOfService => Some(Key::LinkTerms),
            LinkType::RefundPolicy => Some(Key::LinkRefunds),
            LinkType::ShippingPolicy => Some(Key::LinkShipping),
            LinkType::Faq => Some(Key::LinkFaq),
            LinkType::Other(word) => (word == "contact").then_some(Key::Contact),
        };
        let title = link.title.filter(|title| !title.is_empty()).or_else(|| own.map(|key| words.get(key)))?;
        let leads = is_safe(&link.url) || link.url.starts_with("mailto:");
        leads.then(|| view! { <li><a class="link" href=link.url target="_blank" rel="noopener" dir="auto">{title}</a></li> })
    };
    let links: Vec<View> = links.into_iter().filter_map(link).collect();
    (!links.is_empty()).then(|| view! { <ul class="legal-links" role="list">{links}</ul> })
}
