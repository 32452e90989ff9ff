//! The hands of the project: every command of README and of CI is one of these.
//!
//! A command shows progress while it works, prints its figures last, and exits non-zero when what it checks does not hold.
//! Start reading in the module named like the command; [`tools`] fetches what the commands need, [`widget`] and [`shop`]
//! build the two halves of the product.
#![expect(clippy::print_stdout, reason = "a command line tool talks on stdout")]

mod addresses;
mod bench;
mod bundle;
mod chaos;
mod clips;
mod conformance;
mod demo;
mod disk;
mod docs;
mod postgres;
mod process;
mod project;
mod shop;
mod shots;
mod size;
mod stamp;
mod test;
mod tools;
mod widget;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::{project::Project, widget::Profile};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Fanshelf's commands", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build everything and serve the demo: pages, shop and sandbox card processor.
    Demo(demo::Args),
    /// Run the tests: all of them, or one suite, or the tests of a suite whose name contains a text.
    Test(test::Args),
    /// Measure the shop (latencies, rates, memory, imports) and the widget (against others' embeds).
    #[command(subcommand)]
    Bench(bench::Bench),
    /// Buyers, crashes and a bad line against real processes of the shop; afterwards the books are checked.
    Chaos(chaos::Args),
    /// Have the shop judged by others: the protocol's suites, its schemas, its SDK, and a fuzzer over its OpenAPI document.
    Conformance(conformance::Args),
    /// Print what the widget weighs, raw and compressed, and hold it against the budget.
    Size(size::Args),
    /// Build the widget and its pages into `dist`.
    Build {
        /// How to compile: `release` is what is shipped, `dev` is quick.
        #[arg(long, value_enum, default_value_t = Profile::Release)]
        profile: Profile,
    },
    /// Trunk's post_build hook: split, shrink and name what is shipped.
    Bundle,
    /// Take pictures of stories, or accept what they look like now.
    Shots(shots::Args),
    /// Write the pages of `docs` that are generated from the code.
    Docs,
    /// Draw the creators' video clips again.
    Clips(clips::Args),
    /// Take the world's address forms anew from the packages that carry them.
    Addresses,
    /// Run a program that ends when this one's parent does.
    #[command(hide = true)]
    Tethered {
        /// The program and its arguments.
        #[arg(trailing_var_arg = true, required = true)]
        command: Vec<PathBuf>,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One sentence; the chain of causes belongs to it. A test run has already said how it ended.
            if !error.is::<test::Told>() {
                eprintln!("error: {error:#}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    if let Command::Tethered { command } = command {
        return process::tethered(&command);
    }
    let project = Project::find()?;
    match command {
        Command::Demo(args) => demo::run(&project, &args),
        Command::Test(args) => test::run(&project, &args),
        Command::Bench(bench) => bench::run(&project, &bench),
        Command::Chaos(args) => chaos::run(&project, &args),
        Command::Conformance(args) => conformance::run(&project, &args),
        Command::Size(args) => size::run(&project, &args),
        Command::Build { profile } => widget::build(&project, profile),
        Command::Bundle => bundle::run(&project),
        Command::Shots(args) => shots::run(&project, &args),
        Command::Docs => docs::run(&project),
        Command::Clips(args) => clips::run(&project, &args),
        Command::Addresses => addresses::run(&project),
        Command::Tethered { .. } => Ok(()),
    }
}
