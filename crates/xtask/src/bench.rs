//! `cargo xtask bench`: how fast the shop is, measured from outside, with the load on the same machine.
//!
//! Requests leave at a constant rate, whether earlier ones have been answered or not, and a latency counts from the moment
//! a request should have left: a server that stalls is charged for everybody who would have been waiting (coordinated
//! omission). Figures are printed as the Markdown of docs/performance.md.

mod catalogue;
mod commits;
mod import;
mod load;
mod operations;
mod report;
mod server;
mod shopper;
mod storefront;

use std::path::PathBuf;

use anyhow::Result;
use clap::Subcommand;

use crate::project::Project;

pub(crate) use storefront::short;

#[derive(Subcommand)]
pub(crate) enum Bench {
    /// Latencies at a constant rate, the highest rate, orders a second, memory; for each size of catalogue.
    Storefront(storefront::Args),
    /// How long a large catalogue takes to be imported, and how much memory that takes.
    Import(import::Args),
    /// Write a synthetic catalogue as JSON Lines.
    Catalogue {
        /// How many products.
        #[arg(long, default_value_t = 100_000)]
        products: u32,
        /// The file.
        file: PathBuf,
    },
}

pub(crate) fn run(project: &Project, bench: &Bench) -> Result<()> {
    match bench {
        Bench::Storefront(args) => storefront::run(project, args),
        Bench::Import(args) => import::run(project, args),
        Bench::Catalogue { products, file } => {
            let bytes = catalogue::write(file, *products)?;
            println!("{products} products, {} MB in {}", bytes / 1_000_000, file.display());
            Ok(())
        }
    }
}
