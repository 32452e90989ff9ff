//! Licences, sources and bans of everything in `Cargo.lock`, by the rules of `deny.toml`.
//!
//! The same file works with cargo-deny, which knows more (advisories); building that takes longer than all our lints.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::{process, project::Project};

/// The part of `deny.toml` that is read here.
#[derive(Deserialize)]
struct Rules {
    licenses: Licenses,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licenses {
    allow: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    /// Absent for the project's own crates.
    source: Option<String>,
}

pub(super) fn check(project: &Project) -> Result<()> {
    let path = project.root.join("deny.toml");
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let rules: Rules = toml::from_str(&text).context("deny.toml cannot be read")?;
    let mut cargo = project.cargo();
    cargo.args(["metadata", "--locked", "--format-version", "1"]);
    let metadata: Metadata =
        serde_json::from_str(&process::read(&mut cargo, "cargo metadata")?).context("cargo metadata is not as expected")?;
    let complaints: Vec<String> = metadata.packages.iter().flat_map(|package| complaints(&rules, package)).collect();
    if complaints.is_empty() {
        return Ok(());
    }
    bail!("{}", complaints.join("; "))
}

fn complaints(rules: &Rules, package: &Package) -> Vec<String> {
    let shown = format!("{} {}", package.name, package.version);
    let mut complaints = Vec::new();
    if let Some(ban) = rules.bans.deny.iter().find(|ban| ban.name == package.name) {
        complaints.push(format!("{shown} is banned: {}", ban.reason));
    }
    if let Some(source) = &package.source {
        let registry = source.trim_start_matches("registry+").trim_start_matches("sparse+");
        if !rules.sources.allow_registry.contains(registry) {
            complaints.push(format!("{shown} comes from {source}"));
        }
    }
    match &package.license {
        Some(license) if is_allowed(license, &rules.licenses.allow) => {}
        Some(license) => complaints.push(format!("{shown} has the licence {license}")),
        None => complaints.push(format!("{shown} names no licence")),
    }
    complaints
}

/// Whether an SPDX expression can be met with allowed licences alone. `AND` binds closer than `OR`; `/` is an old `OR`.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_ascii_whitespace().peekable();
    let met = any(&mut words, allowed);
    met && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitAsciiWhitespace<'a>>;

fn any(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    let mut met = all(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        met |= all(words, allowed);
    }
    met
}

fn all(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    let mut met = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        met &= one(words, allowed);
    }
    met
}

fn one(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    match words.next() {
        Some("(") => {
            let met = any(words, allowed);
            met && words.next() == Some(")")
        }
        Some(license) => match words.next_if_eq(&"WITH") {
            Some(_) => allowed.contains(&format!("{license} WITH {}", words.next().unwrap_or_default())),
            None => allowed.contains(license),
        },
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Rules {
        toml::from_str(
            "[licenses]\nallow = [\"MIT\", \"Apache-2.0\", \"Apache-2.0 WITH LLVM-exception\"]\n\
             [bans]\ndeny = [{ crate = \"openssl-sys\", reason = \"we use rustls\" }]\n\
             [sources]\nallow-registry = [\"https://registry.example/index\"]\n",
        )
        .unwrap()
    }

    fn package(name: &str, license: Option<&str>, source: Option<&str>) -> Package {
        Package { name: name.into(), version: "1.0.0".into(), license: license.map(Into::into), source: source.map(Into::into) }
    }

    #[test]
    fn an_expression_is_met_as_spdx_reads_it() {
        let allowed = rules().licenses.allow;
        for good in [
            "MIT",
            "MIT OR GPL-3.0",
            "GPL-3.0 OR MIT AND Apache-2.0",
            "MIT/Apache-2.0",
            "(GPL-3.0 OR MIT) AND Apache-2.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-3.0",
        ] {
            assert!(is_allowed(good, &allowed), "{good}");
        }
        for bad in
            ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND GPL-3.0", "MIT WITH Unknown-exception", "", "MIT MIT", "(MIT"]
        {
            assert!(!is_allowed(bad, &allowed), "{bad}");
        }
    }

    #[test]
    fn bans_foreign_sources_and_missing_licences_are_told() {
        let fine = package("a", Some("MIT"), Some("registry+https://registry.example/index"));
        assert_eq!(complaints(&rules(), &fine), Vec::<String>::new());
        let own = package("ours", Some("MIT"), None);
        assert_eq!(complaints(&rules(), &own), Vec::<String>::new());
        let bad = package("openssl-sys", None, Some("git+https://code.example/x"));
        assert_eq!(
            complaints(&rules(), &bad),
            [
                "openssl-sys 1.0.0 is banned: we use rustls",
                "openssl-sys 1.0.0 comes from git+https://code.example/x",
                "openssl-sys 1.0.0 names no licence"
            ]
        );
    }
}
