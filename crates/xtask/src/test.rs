//! `cargo xtask test`: every suite, or one, or the tests of one by name; ends with `N passed, N failed`.

pub(crate) mod counts;
mod deny;
mod dependencies;
pub(crate) mod e2e;
mod lint;
pub(crate) mod rust;
mod web;

use std::{fmt, time::Instant};

use anyhow::{Result, anyhow};
use clap::ValueEnum;

use self::counts::Counts;
use crate::{bench, chaos, conformance, project::Project, shop, shots, size, widget, widget::Profile};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The suite; without one, all of them.
    suite: Option<Suite>,
    /// Only the tests whose name contains this.
    #[arg(requires = "suite")]
    filter: Option<String>,
    /// Suite `api`: on the PostgreSQL server of this address. Each test makes a schema of its own there, and leaves it.
    #[arg(long, value_name = "URL", requires = "suite")]
    database_url: Option<String>,
}

/// What can be tested on its own. All together run in this order: what fails fast comes first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Suite {
    /// Pure rules of every crate, round trips, doc examples, and the arrows of the house.
    Unit,
    /// The shop's routes, each against a database of its own; and several processes of the shop over one.
    Api,
    /// The same on PostgreSQL, in a cluster of its own.
    Postgres,
    /// Buyers, crashes and a bad line, on SQLite and on PostgreSQL.
    Chaos,
    /// The protocol's suite and a fuzzer against the running shop, on both engines.
    Conformance,
    /// Format, lints of all targets, licences and sources of dependencies.
    Lint,
    /// cargo-deny over licences, sources, bans, and advisories where their database can be reached. Only when it is asked
    /// for: building the tool takes longer than all other lints, and what it checks without a network, `lint` does as well.
    Deny,
    /// The benchmarks' short forms: every operation of the shop under a constant rate, every request answered; and every page
    /// of the shelf's comparison up to its checkout.
    Bench,
    /// The widget's views in headless Chromium.
    Web,
    /// The weight of the widget against its budget.
    Size,
    /// Whole journeys: Playwright, Chromium, the real shop and its database.
    E2e,
    /// Every story played, looked at by axe, and compared with its picture in `tests/shots`.
    Shots,
}

/// The failure that the last line has already told.
#[derive(Debug)]
pub(crate) struct Told;

impl fmt::Display for Told {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("some tests failed")
    }
}

impl std::error::Error for Told {}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let all = || Suite::value_variants().iter().copied().filter(|suite| *suite != Suite::Deny).collect();
    let suites: Vec<Suite> = args.suite.map_or_else(all, |suite| vec![suite]);
    let mut results = Vec::new();
    for suite in suites {
        let name = suite.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned());
        println!("\n== {name}");
        let started = Instant::now();
        let counts = run_suite(project, suite, args.filter.as_deref(), args.database_url.as_deref()).unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Counts { passed: 0, failed: 1 }
        });
        results.push((name, counts.or_empty_is_failure(), started.elapsed()));
    }
    println!();
    let mut all = Counts::default();
    for (name, counts, took) in results {
        println!("{name:<11} {counts} ({} s)", took.as_secs());
        all = all + counts;
    }
    println!("{all}");
    if all.failed > 0 { Err(anyhow!(Told)) } else { Ok(()) }
}

fn run_suite(project: &Project, suite: Suite, filter: Option<&str>, database: Option<&str>) -> Result<Counts> {
    match suite {
        Suite::Unit => rust::unit(project, filter),
        Suite::Api => rust::api(project, filter, database),
        Suite::Postgres => rust::postgres(project, filter),
        Suite::Conformance => {
            let (passed, failed) = conformance::short(project)?;
            Ok(Counts { passed, failed })
        }
        Suite::Web => web::run(project, filter),
        Suite::E2e => e2e::run(project, filter),
        Suite::Shots => shots::compare(project, filter),
        Suite::Bench => {
            let program = shop::build(project, Profile::Dev)?;
            let held = bench::short(project, &program)?;
            let (passed, failed) = bench::shelf_short(project, &program)?;
            Ok(Counts { passed: held as u64 + passed, failed })
        }
        Suite::Deny => deny::run(project),
        Suite::Lint => lint::run(project, filter),
        Suite::Chaos => {
            let held = [false, true].map(|postgres| chaos::short(project, postgres));
            for error in held.iter().filter_map(|held| held.as_ref().err()) {
                eprintln!("error: {error:#}");
            }
            Ok(held.iter().fold(Counts::default(), |counts, held| counts + Counts::one(held.is_ok())))
        }
        Suite::Size => {
            widget::build(project, Profile::Release)?;
            size::print(project).map(|()| Counts { passed: 1, failed: 0 })
        }
    }
}
