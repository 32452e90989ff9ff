//! `cargo xtask bench`: how fast the shop is, measured from outside, with the load on the same machine; and the widget in a
//! browser ([`shelf`]).
//!
//! To the shop, requests leave at a constant rate, whether earlier ones have been answered or not, and a latency counts from the moment
//! a request should have left: a server that stalls is charged for everybody who would have been waiting (coordinated
//! omission). Figures are printed as the Markdown of docs/performance.md.

mod catalogue;
mod commits;
mod import;
mod load;
mod operations;
mod report;
mod server;
mod shelf;
mod shopper;
mod storefront;

use std::path::PathBuf;

use anyhow::Result;
use clap::Subcommand;

use crate::project::Project;

pub(crate) use shelf::short as shelf_short;
pub(crate) use storefront::short;

#[derive(Subcommand)]
pub(crate) enum Bench {
    /// Latencies at a constant rate, the highest rate, orders a second, memory; for each size of catalogue.
    Storefront(storefront::Args),
    /// How long a large catalogue takes to be imported, and how much memory that takes.
    Import(import::Args),
    /// The widget beside the embeds that people use today, in Chromium: bytes, times, shifts, memory; the bars it is held to.
    Shelf(shelf::Args),
    /// Long tasks, frames and memory while the widget is used, on a slow processor.
    Smooth(shelf::SmoothArgs),
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
        Bench::Shelf(args) => shelf::run(project, args),
        Bench::Smooth(args) => shelf::smooth(project, args),
        Bench::Catalogue { products, file } => {
            let bytes = catalogue::write(file, *products)?;
            println!("{products} products, {} MB in {}", bytes / 1_000_000, file.display());
            Ok(())
        }
    }
}
