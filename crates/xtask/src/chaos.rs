//! `cargo xtask chaos storefront`: buyers, crashes and a bad line against real processes of the shop, then the books.

use std::process::Command;

use anyhow::Result;
use clap::ValueEnum;

use crate::{
    postgres::{Cluster, Commits},
    process,
    project::Project,
    shop,
};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// What is put under stress.
    target: Target,
    /// An empty database [default: a SQLite file in a temporary folder].
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
    /// On PostgreSQL, in a cluster that lasts as long as the command.
    #[arg(long, conflicts_with = "database_url")]
    postgres: bool,
    /// How many checkouts.
    #[arg(long, default_value_t = 500, value_name = "N")]
    checkouts: u32,
    /// How many buyers there are at once.
    #[arg(long, default_value_t = 16, value_name = "N")]
    buyers: u32,
    /// How many processes of the shop.
    #[arg(long, default_value_t = 3, value_name = "N")]
    processes: u32,
    /// Repeats the choices of an earlier run (not its timing).
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Target {
    /// The shop.
    Storefront,
}

/// How many checkouts the tests take: few enough for a minute.
const SHORT: u32 = 40;

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let Target::Storefront = args.target;
    let programs = shop::build_with(project, &["fanshelf-chaos"])?;
    let cluster = if args.postgres { Some(Cluster::start(Commits::Forgetful)?) } else { None };
    let url = match &cluster {
        Some(cluster) => Some(cluster.database("chaos")?),
        None => args.database_url.clone(),
    };
    let mut command = Command::new(programs.join("fanshelf-chaos"));
    command.arg("--program").arg(programs.join(shop::PROGRAM));
    command.args(["--checkouts", &args.checkouts.to_string(), "--buyers", &args.buyers.to_string()]);
    command.args(["--processes", &args.processes.to_string()]);
    if let Some(url) = url {
        command.args(["--database-url", &url]);
    }
    if let Some(seed) = args.seed {
        command.args(["--seed", &seed.to_string()]);
    }
    process::run(&mut command, "chaos")
}

/// The short form for the tests: on one engine.
pub(crate) fn short(project: &Project, postgres: bool) -> Result<()> {
    let args =
        Args { target: Target::Storefront, database_url: None, postgres, checkouts: SHORT, buyers: 12, processes: 3, seed: None };
    run(project, &args)
}
