//! `cargo xtask bench import`: a large catalogue comes in, and comes in again, and goes out.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context as _, Result, bail};

use super::{catalogue, report, server};
use crate::{project::Project, shop, widget::Profile};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// How many products.
    #[arg(long, default_value_t = 100_000)]
    products: u32,
    /// How to compile the shop.
    #[arg(long, value_enum, default_value_t = Profile::Release)]
    profile: Profile,
    /// Measure this program instead of building one.
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
}

/// A hundred thousand products come in within this many seconds.
const LONGEST: u64 = 60;

pub(super) fn run(project: &Project, args: &Args) -> Result<()> {
    let program = args.program.clone().map_or_else(|| shop::build(project, args.profile), Ok)?;
    let folder = project.scratch("bench-import")?;
    fs::remove_dir_all(&folder)
        .and_then(|()| fs::create_dir_all(&folder))
        .with_context(|| format!("cannot clear {}", folder.display()))?;
    let file = folder.join("catalogue.jsonl");
    println!("writing a catalogue of {} products", args.products);
    let bytes = catalogue::write(&file, args.products)?;
    let mut table = report::Table::new(&["what", "seconds", "memory"]);
    let catalog = |words: &[&str]| {
        let mut command = Command::new(&program);
        command.arg("catalog").args(words).arg("--data-dir").arg(folder.join("data"));
        command
    };
    let (path, copy) = (file.display().to_string(), folder.join("copy.csv").display().to_string());
    let mut longest = 0;
    for (what, words) in [
        ("check only (`--dry-run`)", vec!["import", &path, "--dry-run"]),
        ("import into an empty shop", vec!["import", &path]),
        ("import again, nothing changed", vec!["import", &path]),
        ("export as CSV", vec!["export", &copy]),
        ("import that CSV, nothing changed", vec!["import", &copy]),
    ] {
        println!("{what}");
        let (took, memory) = server::run(&mut catalog(&words), what)?;
        table.row(vec![what.to_owned(), format!("{:.1}", took.as_secs_f64()), report::megabytes(memory)]);
        longest = longest.max(took.as_secs());
    }
    println!("\n`cargo xtask bench import --products {}`: {} of JSON Lines", args.products, report::megabytes(bytes));
    table.print();
    fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    if args.profile == Profile::Release && args.products <= 100_000 && longest >= LONGEST {
        bail!("an import took {longest} seconds, it should take less than {LONGEST}");
    }
    Ok(())
}
