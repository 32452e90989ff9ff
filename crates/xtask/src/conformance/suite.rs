//! The protocol's public conformance suite (`spck-conformance` on PyPI), and what is made of its findings.

use std::{collections::BTreeMap, fs};

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use super::{catalogue, keys::Keys, platforms::Platforms, subject::Subject};
use crate::{project::Project, tools::Environment};

/// The checks that cannot be run here: those that look for TLS (the shop is judged on this machine without it), and the one
/// whose validator is part of the suite's own source and not of its package.
const UNTESTED: [&str; 5] = [
    "discovery.profile_schema",
    "discovery.profile_https",
    "checkout.https_tls13_minimum_04_08",
    "cart.https_tls13_minimum",
    "order.https_tls13_minimum",
];

/// The checks that pass and whose counter-checks cannot tell, because the answer says what they take away a second time.
const SAID_TWICE: [(&str, &str); 8] = [
    ("catalog.lookup_batch_too_large", CODE),
    ("negotiation.missing_profile_url_400", CODE),
    ("signature.algorithm_unsupported_400", CODE),
    ("signature.err_digest_mismatch", CODE),
    ("signature.err_key_not_found", CODE),
    ("signature.err_signature_invalid", CODE),
    ("signature.err_signature_missing", CODE),
    ("webhook.update_full_entity", "a refund is told when it begins and when it is done, each time with the whole order"),
];
const CODE: &str = "a refusal carries its code at the top and in its message";

/// The checks of the second pass: the others expect to read orders without their token.
const ONLY_CLOSED: [&str; 1] = ["order.data_requires_auth"];

/// How the shop is started for a run of the suite.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    /// Orders are read without their token, as most checks do.
    OpenOrders,
    /// They are not.
    ClosedOrders,
}

/// What the suite says about one check.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Check {
    id: String,
    #[serde(default)]
    req_ids: Vec<String>,
    status: String,
    kill_safe: Option<bool>,
    observed: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct Findings {
    checks: Vec<Check>,
}

/// Runs the suite once.
pub(super) fn run(project: &Project, python: &Environment, subject: &Subject, pass: Pass) -> Result<Vec<Check>> {
    let keys = Keys::make()?;
    let platforms = Platforms::start(keys.published())?;
    let config = catalogue::config(&platforms, &keys, pass);
    let path = subject.folder().join("suite.json");
    fs::write(&path, config.to_string()).with_context(|| format!("cannot write {}", path.display()))?;
    let mut command = python.program("spck-conformance");
    command.args(["--server", &subject.url(), "--json", "--config"]).arg(&path).current_dir(&project.target);
    let output = command.output().context("the suite cannot start")?;
    // 2 is its way to say that something deviates; that is read from what it wrote.
    if !matches!(output.status.code(), Some(0 | 2)) {
        bail!("the suite failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let findings: Findings = serde_json::from_slice(&output.stdout).context("the suite's report cannot be read")?;
    let mut checks = BTreeMap::new();
    for check in findings.checks {
        // The suite lists some checks once for each version that it knows.
        let earlier = checks.get(&check.id).is_some_and(|earlier: &Check| earlier.is_inapplicable());
        if earlier || !checks.contains_key(&check.id) {
            checks.insert(check.id.clone(), check);
        }
    }
    Ok(checks.into_values().collect())
}

impl Check {
    fn passed(&self) -> bool {
        // A check that would also pass on a spoilt answer proves nothing.
        self.status == "clean-pass" && (self.kill_safe == Some(true) || self.said_twice().is_some())
    }

    /// Why its counter-checks cannot tell, if there is a reason.
    fn said_twice(&self) -> Option<&'static str> {
        SAID_TWICE.iter().find(|(id, _)| *id == self.id).map(|(_, reason)| *reason)
    }

    fn is_inapplicable(&self) -> bool {
        self.status.starts_with("not-applicable")
    }

    fn is_untested(&self) -> bool {
        self.status.starts_with("not-tested") && UNTESTED.contains(&self.id.as_str())
    }

    fn told(&self) -> String {
        let observed = self.observed.as_ref().map_or_else(String::new, |observed| format!("\n      observed {observed}"));
        let status = if self.status == "clean-pass" { "passes, and would also pass on a spoilt answer" } else { &self.status };
        format!("{} ({}): {status}{observed}", self.id, self.req_ids.join(", "))
    }
}

/// Both passes together.
#[derive(Default)]
pub(super) struct Verdict {
    /// Checks that passed.
    pub(super) passed: u64,
    /// Checks about what the shop does not declare.
    pub(super) inapplicable: usize,
    /// Checks that passed without a counter-check, by name, with the reason.
    unproven: Vec<String>,
    /// Checks that cannot be run here, by name.
    pub(super) untested: Vec<String>,
    /// Everything else.
    deviations: Vec<String>,
}

/// What two passes mean.
pub(super) fn verdict(open: &[Check], closed: &[Check]) -> Verdict {
    let is_closed = |check: &&Check| ONLY_CLOSED.contains(&check.id.as_str());
    let judged = open.iter().filter(|check| !is_closed(check)).chain(closed.iter().filter(is_closed));
    let mut verdict = Verdict::default();
    for check in judged {
        if check.passed() {
            verdict.passed += 1;
            if check.kill_safe != Some(true) {
                verdict.unproven.push(format!("{} ({})", check.id, check.said_twice().unwrap_or_default()));
            }
        } else if check.is_inapplicable() {
            verdict.inapplicable += 1;
        } else if check.is_untested() {
            verdict.untested.push(check.id.clone());
        } else {
            verdict.deviations.push(check.told());
        }
    }
    for name in ONLY_CLOSED {
        if !closed.iter().any(|check| check.id == name) {
            verdict.deviations.push(format!("{name}: the suite has no such check"));
        }
    }
    verdict
}

impl Verdict {
    /// How many checks did not pass.
    pub(super) fn failed(&self) -> u64 {
        self.deviations.len() as u64
    }

    /// Names what deviates, and what could not be tested.
    pub(super) fn print(&self) {
        for deviation in &self.deviations {
            println!("  deviation: {deviation}");
        }
        for check in &self.unproven {
            println!("  passed, without the suite's counter-check: {check}");
        }
        println!("  not tested, for want of TLS or the suite's source: {}", self.untested.join(", "));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(id: &str, status: &str, kill_safe: Option<bool>) -> Check {
        Check { id: id.into(), req_ids: vec!["X-1".into()], status: status.into(), kill_safe, observed: None }
    }

    #[test]
    fn only_what_is_listed_may_stay_untested() {
        let open = [
            check("a", "clean-pass", Some(true)),
            check("b", "deviation", Some(false)),
            check("c", "clean-pass", Some(false)),
            check("d", "not-tested (needs config: x)", None),
            check("e", "not-applicable (spec 2026-04-08 out of scope)", None),
            check("signature.err_key_not_found", "clean-pass", Some(false)),
            check("cart.https_tls13_minimum", "not-tested (oracle unavailable)", None),
            check("order.data_requires_auth", "not-tested (needs config: order.require_auth)", None),
        ];
        let closed = [check("order.data_requires_auth", "clean-pass", Some(true)), check("b", "clean-pass", Some(true))];
        let verdict = verdict(&open, &closed);
        assert_eq!((verdict.passed, verdict.inapplicable, verdict.failed()), (3, 1, 3));
        assert_eq!(verdict.untested, ["cart.https_tls13_minimum"]);
        assert_eq!(verdict.unproven.len(), 1);
    }

    #[test]
    fn a_check_that_vanished_is_missed() {
        assert_eq!(verdict(&[], &[]).failed(), 1);
    }
}
