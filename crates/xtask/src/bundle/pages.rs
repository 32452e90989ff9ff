//! What the bundle reads from the pages: the cargo profile of index.html, and that no page breaks its content policy.

use std::{fs, path::Path};

use anyhow::{Context as _, Result, bail};

use super::read_text;
use crate::widget::Profile;

/// The cargo profile that Trunk builds the widget with, by the attributes of index.html's `rel="rust"` link.
pub(super) fn cargo_profile(html: &str, profile: Profile) -> String {
    let attribute = |name: &str| {
        let start = html.find(&format!("{name}=\""))? + name.len() + 2;
        Some(html[start..].split('"').next()?.to_owned())
    };
    let (own, fallback) = match profile {
        Profile::Release => ("data-cargo-profile-release", "release"),
        Profile::Dev => ("data-cargo-profile-dev", "dev"),
    };
    attribute(own).or_else(|| attribute("data-cargo-profile")).unwrap_or_else(|| fallback.to_owned())
}

/// Fails when a built page holds what its strict content policy would block.
pub(super) fn check(staging: &Path) -> Result<()> {
    let mut folders = vec![staging.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "html")
                && let Some(found) = inline(&read_text(&path)?)
            {
                let name = path.strip_prefix(staging).unwrap_or(&path).display();
                bail!("{name} holds {found}, which its content policy forbids");
            }
        }
    }
    Ok(())
}

/// The first thing in a page that a policy without 'unsafe-inline' blocks.
fn inline(html: &str) -> Option<&'static str> {
    let lower = html.to_ascii_lowercase();
    for (start, _) in lower.match_indices("<script") {
        let tag = lower[start..].split('>').next().unwrap_or_default();
        if !tag.contains(" src=") {
            return Some("an inline script");
        }
    }
    if lower.contains("<style") {
        return Some("an inline style sheet");
    }
    let in_tags = lower.split('<').filter_map(|part| part.split_once('>').map(|(tag, _)| tag));
    for tag in in_tags {
        let mut words = tag.split_ascii_whitespace();
        if words.any(|word| word.starts_with("style=") || (word.starts_with("on") && word.contains("=\""))) {
            return Some("a style or event attribute");
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_is_the_most_particular_attribute() {
        let html = "<link data-trunk rel=\"rust\" data-cargo-profile=\"widget\" data-cargo-profile-dev=\"quick\" />";
        assert_eq!(cargo_profile(html, Profile::Release), "widget");
        assert_eq!(cargo_profile(html, Profile::Dev), "quick");
        assert_eq!(cargo_profile("", Profile::Dev), "dev");
    }

    #[test]
    fn what_a_policy_blocks_is_found() {
        assert_eq!(inline("<script type=module>1</script>"), Some("an inline script"));
        assert_eq!(inline("<p>a</p><STYLE>b{}</STYLE>"), Some("an inline style sheet"));
        assert_eq!(inline("<p style=\"a:b\">"), Some("a style or event attribute"));
        assert_eq!(inline("<p class=x onclick=\"a()\">"), Some("a style or event attribute"));
    }

    #[test]
    fn an_ordinary_page_passes() {
        assert_eq!(inline("<script src=\"/a.js\"></script><link rel=\"stylesheet\" href=\"/b.css\"><p>style=on</p>"), None);
    }
}
