//! Flags of `catalog` and `backup`.

use std::path::PathBuf;

use clap::Subcommand;

use super::DataArgs;
use crate::catalogue::Format;

/// The catalogue as a file.
#[derive(Clone, Debug, Subcommand)]
pub enum CatalogCommand {
    /// Bring a file into the catalogue: all of it, or nothing when a line is wrong. What has not changed is left alone.
    Import {
        /// Where things are kept.
        #[command(flatten)]
        data: DataArgs,
        /// The file.
        file: PathBuf,
        /// How it is written. Default: by the end of its name, .jsonl or .csv.
        #[arg(long, value_enum)]
        format: Option<Format>,
        /// Make the catalogue exactly the file's: what is not in it is no longer sold, and the shelf has its order.
        /// Otherwise what is not in it stays, and new products come last.
        #[arg(long)]
        replace: bool,
        /// Set the stock of what the shop knows already. Otherwise only what is new to the shop gets the file's stock,
        /// because units may have been sold since the file was made.
        #[arg(long)]
        restock: bool,
        /// Check the file and say what would change, and change nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Write everything on sale into a file.
    Export {
        /// Where things are kept.
        #[command(flatten)]
        data: DataArgs,
        /// The file; replaced when it is there.
        file: PathBuf,
        /// How to write it. Default: by the end of its name, .jsonl or .csv.
        #[arg(long, value_enum)]
        format: Option<Format>,
    },
}

/// Copies of a SQLite database.
#[derive(Clone, Debug, Subcommand)]
pub enum BackupCommand {
    /// Copy the database while the shop is open, and check the copy.
    Make {
        /// Where things are kept.
        #[command(flatten)]
        data: DataArgs,
        /// The copy; must not be there yet.
        file: PathBuf,
    },
    /// Check a copy: that it is whole, and that every order has its payment and every payment its order.
    Check {
        /// The copy.
        file: PathBuf,
    },
}
