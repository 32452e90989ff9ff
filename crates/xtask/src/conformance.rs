//! `cargo xtask conformance`: the shop, judged by others.
//!
//! - [`suite`]: the protocol's public conformance suite against the real program, with a configuration under which every
//!   check of what the shop declares runs. What may stay untested is listed there by name.
//! - [`models`]: every answer of the API's tests, read by the official Python SDK. (The tests themselves hold each answer
//!   against the protocol's JSON Schemas.)
//! - [`fuzz`]: Schemathesis over the shop's own OpenAPI document.

mod catalogue;
mod databases;
mod fuzz;
mod keys;
mod models;
mod platforms;
mod subject;
mod suite;

use std::{path::PathBuf, time::Instant};

use anyhow::{Result, bail};
use clap::ValueEnum;

use self::{databases::Databases, subject::Subject};
use crate::{project::Project, shop, tools, widget::Profile};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// One judge; without it, all of them.
    #[arg(value_enum)]
    judge: Option<Judge>,
    /// An empty database for the shop [default: a new SQLite file for each start].
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
    /// On PostgreSQL, in a cluster that lasts as long as the command.
    #[arg(long, conflicts_with = "database_url")]
    postgres: bool,
    /// The folder of the protocol's JSON Schemas, with ucp.json in it [default: ../shared/ucp/schemas/2026-04-08/schemas].
    #[arg(long, value_name = "DIR")]
    schemas: Option<PathBuf>,
    /// How long the fuzzer tries, in seconds.
    #[arg(long, default_value_t = 90, value_name = "SECONDS")]
    fuzz: u64,
}

/// Who judges.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Judge {
    /// The protocol's public conformance suite.
    Suite,
    /// The official Python SDK.
    Models,
    /// Schemathesis.
    Fuzz,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let report = judge(project, args)?;
    println!();
    for line in &report.lines {
        println!("{line}");
    }
    println!("{} passed, {} failed", report.passed, report.failed);
    if report.failed > 0 {
        bail!("the shop deviates from the protocol")
    }
    Ok(())
}

/// What `cargo xtask test` runs: the whole suite, and the fuzzer for a moment, on both engines. The schemas are part of the
/// API's tests.
pub(crate) fn short(project: &Project) -> Result<(u64, u64)> {
    let mut report = Report::default();
    for (postgres, judge) in [false, true].into_iter().flat_map(|postgres| [(postgres, Judge::Suite), (postgres, Judge::Fuzz)]) {
        let args = Args { judge: Some(judge), database_url: None, postgres, schemas: None, fuzz: 15 };
        let part = self::judge(project, &args)?;
        (report.passed, report.failed) = (report.passed + part.passed, report.failed + part.failed);
    }
    Ok((report.passed, report.failed))
}

/// The protocol's schemas, if they are there; that they are not is said loudly.
fn schemas(project: &Project, args: &Args) -> Option<PathBuf> {
    let beside = project.root.join("../shared/ucp/schemas/2026-04-08/schemas");
    let folder = args.schemas.clone().unwrap_or(beside);
    if folder.join("ucp.json").is_file() {
        return Some(folder);
    }
    println!(
        "THE PROTOCOL'S SCHEMAS ARE NOT IN {}: no answer is held against them. Name their folder with --schemas.",
        folder.display()
    );
    None
}

/// What the judges found.
#[derive(Default)]
struct Report {
    passed: u64,
    failed: u64,
    /// One line a judge.
    lines: Vec<String>,
}

impl Report {
    fn add(&mut self, judge: &str, passed: u64, failed: u64, more: &str, started: Instant) {
        self.passed += passed;
        self.failed += failed;
        self.lines.push(format!("{judge:<24} {passed} passed, {failed} failed{more} ({} s)", started.elapsed().as_secs()));
    }
}

fn judge(project: &Project, args: &Args) -> Result<Report> {
    let asked = |judge: Judge| args.judge.is_none_or(|only| only == judge);
    let databases = match &args.database_url {
        Some(url) => Databases::Given(url.clone()),
        None if args.postgres => Databases::postgres()?,
        None => Databases::Files,
    };
    println!("the shop keeps its things in {}", databases.engine());
    let python = tools::environment(project, &project.root.join("crates/xtask/python/requirements.txt"))?;
    let mut report = Report::default();

    if asked(Judge::Suite) {
        let program = shop::build(project, Profile::Dev)?;
        let started = Instant::now();
        println!("== the protocol's suite, orders open to all");
        let open = {
            let subject = Subject::start(project, &program, databases.next()?, &["--test-open-orders"])?;
            suite::run(project, &python, &subject, suite::Pass::OpenOrders)?
        };
        println!("== the protocol's suite, orders behind their tokens");
        let closed = {
            let subject = Subject::start(project, &program, databases.next()?, &[])?;
            suite::run(project, &python, &subject, suite::Pass::ClosedOrders)?
        };
        let verdict = suite::verdict(&open, &closed);
        verdict.print();
        let more = format!(", {} not tested, {} not applicable", verdict.untested.len(), verdict.inapplicable);
        report.add("spck-conformance 0.4.0", verdict.passed, verdict.failed(), &more, started);
    }
    if asked(Judge::Models) {
        let started = Instant::now();
        println!("== the SDK's models, over every answer of the API's tests");
        let schemas = schemas(project, args);
        let findings = models::run(project, &python, schemas.as_deref(), databases.server()?)?;
        findings.print();
        if schemas.is_some() {
            report.add("ucp-schema 1.4.0", findings.answers, 0, "", started);
        }
        report.add("ucp-sdk 0.4.6", findings.passed(), findings.failed(), "", started);
    }
    if asked(Judge::Fuzz) {
        let program = shop::build(project, Profile::Dev)?;
        let started = Instant::now();
        println!("== Schemathesis, over /openapi.json");
        let subject = Subject::start(project, &program, databases.next()?, &[])?;
        let findings = fuzz::run(project, &python, &subject, args.fuzz)?;
        report.add("schemathesis 4.32.5", findings.passed, findings.failed, "", started);
    }
    Ok(report)
}
