//! `fanshelf-chaos`: many buyers at once against real processes of the storefront, which are killed while they work, behind
//! a line that loses answers, before a card processor that answers late, twice or not at all, and a platform that is bad at
//! listening. Afterwards the books are checked: the shop's database against the processor's ledger and against what the
//! buyers and their platform were told.
//!
//! It knows the shop from outside only: its program, its protocol and its tables. Start reading at [`storm`] (everything at
//! once, at random) and [`points`] (each crash on its own, on purpose); [`books`] is what has to hold after both.
#![expect(clippy::print_stdout, reason = "a command line tool talks on stdout")]

mod books;
mod buyer;
mod fleet;
mod platform;
mod points;
mod processor;
mod seller;
mod storm;
mod tally;
mod wire;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use clap::Parser;

use crate::platform::Platform;
use crate::tally::Tally;

/// What can be set.
#[derive(Parser)]
struct Args {
    /// The storefront's program.
    #[arg(long, value_name = "FILE")]
    program: PathBuf,
    /// An empty database [default: a SQLite file in a temporary folder].
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
    /// How many checkouts are paid for, or try to be.
    #[arg(long, default_value_t = 500, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    checkouts: u32,
    /// How many buyers there are at once.
    #[arg(long, default_value_t = 16, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=512))]
    buyers: u32,
    /// How many processes of the shop.
    #[arg(long, default_value_t = 3, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=16))]
    processes: u32,
    /// Repeats the choices of an earlier run (not its timing).
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether everything held.
fn run(args: &Args) -> Result<bool> {
    // Set before by nobody; if it were, by something just as good.
    let _set = rustls::crypto::ring::default_provider().install_default();
    sqlx::any::install_default_drivers();
    let folder = tempfile::Builder::new().prefix("fanshelf-chaos-").tempdir().context("no temporary folder")?;
    let url = match &args.database_url {
        Some(url) => url.clone(),
        None => format!("sqlite://{}", folder.path().join("shop.db").display()),
    };
    let seed = args.seed.unwrap_or_else(|| fastrand::u64(..));
    println!("chaos: seed {seed}");
    let place = fleet::Place { program: args.program.clone(), folder: folder.path().to_path_buf(), database: url };
    place.prepare()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let held = runtime.block_on(async {
        let books = books::Books::open(&place.database).await?;
        books.stock_up().await?;
        let tally = Arc::new(Tally::default());
        let platform = Platform::open(Arc::clone(&tally), seed).await?;
        points::run(&place, seed, &tally, &platform).await?;
        storm::run(&place, args, seed, &tally, &platform, async || books.settled().await).await?;
        let findings = books.check(&tally, &platform.heard()).await?;
        tally.print();
        findings.print();
        Ok(findings.hold())
    });
    if !matches!(held, Ok(true)) {
        println!("what the processes said last:\n{}", place.complaints(40));
    }
    held
}
