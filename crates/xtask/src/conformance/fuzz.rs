//! Schemathesis over the shop's own OpenAPI document: no 5xx, no undeclared status, no answer off its schema.

use std::{fs, process::Stdio};

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use super::{catalogue, subject::Subject};
use crate::{process, project::Project, tools::Environment};

/// What every answer has to hold.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";
/// So that two runs of one commit try the same.
const SEED: &str = "20260408";

/// What was tried, and what did not hold.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Findings {
    /// Test cases that held.
    pub(super) passed: u64,
    /// Test cases that did not, and what kept the fuzzer itself from trying.
    pub(super) failed: u64,
}

/// The part of Schemathesis's report that is read here.
#[derive(Deserialize)]
struct Report {
    test_cases: Cases,
    operations: Operations,
    errors: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Cases {
    generated: u64,
    with_failures: u64,
}

#[derive(Deserialize)]
struct Operations {
    total: u64,
    tested: u64,
}

/// Runs Schemathesis for at most `seconds`, with its report shown.
pub(super) fn run(project: &Project, python: &Environment, subject: &Subject, seconds: u64) -> Result<Findings> {
    let report = subject.folder().join("fuzz.json");
    let mut command = python.program("schemathesis");
    command.arg("run").arg(format!("{}/openapi.json", subject.url()));
    // One worker: the random choices of several would depend on their race.
    command.args(["--checks", CHECKS, "--seed", SEED, "--max-time", &seconds.to_string(), "--workers", "1"]);
    command.args(["--header", "UCP-Agent: profile=\"https://shop.test/platform.json\"", "--request-timeout", "20"]);
    command.args(["--continue-on-failure", "--warnings", "off", "--report", "json", "--report-json-path"]).arg(&report);
    command.env("SCHEMATHESIS_HOOKS", "hooks").env("PYTHONPATH", project.root.join("crates/xtask/python"));
    command.env("PYTHONDONTWRITEBYTECODE", "1").env("NO_COLOR", "1").stdin(Stdio::null());
    command.env("FANSHELF_VARIANTS", catalogue::VARIANTS.join(" "));
    // It keeps its own database of examples where it stands.
    command.current_dir(subject.folder());
    let (status, _) = process::tee(&mut command, "Schemathesis")?;
    if !matches!(status.code(), Some(0 | 1)) {
        bail!("Schemathesis failed with {status}");
    }
    let text = fs::read_to_string(&report).with_context(|| format!("{} is missing", report.display()))?;
    findings(&text)
}

fn findings(text: &str) -> Result<Findings> {
    let report: Report = serde_json::from_str(text).context("Schemathesis's report cannot be read")?;
    let untested = report.operations.total - report.operations.tested;
    let broken = u64::try_from(report.errors.len())? + untested;
    let Cases { generated, with_failures } = report.test_cases;
    Ok(Findings { passed: generated - with_failures, failed: with_failures + broken })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_errors_and_operations_that_were_left_out_all_count() {
        let report = |failures, tested, errors: &str| {
            format!(
                r#"{{"test_cases":{{"generated":10,"with_failures":{failures}}},"operations":{{"total":3,"tested":{tested}}},"errors":{errors}}}"#
            )
        };
        assert_eq!(findings(&report(0, 3, "[]")).unwrap(), Findings { passed: 10, failed: 0 });
        assert_eq!(findings(&report(2, 2, "[{}]")).unwrap(), Findings { passed: 8, failed: 4 });
    }
}
