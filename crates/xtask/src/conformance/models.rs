//! Every answer of the API's tests, read with the models of the official Python SDK (`ucp-sdk` on PyPI).
//!
//! The tests hold each answer against the protocol's JSON Schemas themselves; here they are run once more with the recorder
//! on, and what they recorded is given to the SDK.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::{process, project::Project, test::rust, tools::Environment};

/// What the SDK's models made of the answers.
#[derive(Deserialize)]
pub(super) struct Findings {
    /// How many answers there were, refusals among them.
    #[serde(skip)]
    pub(super) answers: u64,
    /// How many answers fitted each model.
    counts: BTreeMap<String, u64>,
    refused: Vec<Refused>,
}

#[derive(Deserialize)]
struct Refused {
    answer: String,
    model: String,
    says: Vec<String>,
}

/// Runs the API's tests with the recorder on and has the SDK read what they got. The tests themselves hold every answer
/// against the protocol's JSON Schemas in `schemas`, and fail when one does not fit. `server` is the PostgreSQL server that
/// they use, if it is not SQLite.
pub(super) fn run(project: &Project, python: &Environment, schemas: Option<&Path>, server: Option<String>) -> Result<Findings> {
    let path = project.scratch("conformance")?.join(format!("answers-{}.jsonl", std::process::id()));
    let findings = record(project, &path, schemas, server).and_then(|()| read(project, python, &path));
    if path.exists() {
        fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
    }
    findings
}

fn record(project: &Project, path: &Path, schemas: Option<&Path>, server: Option<String>) -> Result<()> {
    let mut tests = project.cargo();
    tests.args(["test", "--workspace", "--quiet", "--test", "api"]).env("FANSHELF_RECORD", path).env_remove(rust::DATABASE);
    if let Some(server) = server {
        tests.env(rust::DATABASE, server);
    }
    if let Some(schemas) = schemas {
        tests.env("FANSHELF_UCP_SCHEMAS", schemas);
    }
    process::run_quiet(&mut tests, "the API's tests")
}

fn read(project: &Project, python: &Environment, path: &Path) -> Result<Findings> {
    let mut command = python.program("python");
    command.arg(project.root.join("crates/xtask/python/models.py")).arg(path);
    let answers = fs::read_to_string(path).with_context(|| format!("{} is missing", path.display()))?;
    let mut findings: Findings =
        serde_json::from_str(&process::read(&mut command, "the SDK")?).context("the SDK's findings cannot be read")?;
    if findings.passed() == 0 {
        bail!("the API's tests recorded nothing");
    }
    findings.answers = answers.lines().count() as u64;
    Ok(findings)
}

impl Findings {
    /// Answers that fitted their model.
    pub(super) fn passed(&self) -> u64 {
        self.counts.iter().filter(|(model, _)| *model != "without a model").map(|(_, count)| count).sum()
    }

    /// Answers that did not.
    pub(super) fn failed(&self) -> u64 {
        self.refused.len() as u64
    }

    /// Says how often each model was used, and each different complaint once.
    pub(super) fn print(&self) {
        for (model, count) in &self.counts {
            println!("  {model}: {count}");
        }
        let complaints: BTreeSet<String> = self
            .refused
            .iter()
            .map(|refused| format!("{} is refused by {}: {}", refused.answer, refused.model, refused.says.join("; ")))
            .collect();
        for complaint in complaints {
            println!("  deviation: {complaint}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_without_a_model_prove_nothing() {
        let text =
            r#"{"counts":{"cart.Cart":3,"without a model":9},"refused":[{"answer":"GET /x 200","model":"m","says":["a: b"]}]}"#;
        let findings: Findings = serde_json::from_str(text).unwrap();
        assert_eq!((findings.passed(), findings.failed()), (3, 1));
    }
}
