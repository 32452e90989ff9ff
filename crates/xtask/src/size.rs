//! `cargo xtask size`: what a page pays for the widget, held against the budget.

use std::{fmt::Write as _, path::Path, process::Command};

use anyhow::{Context as _, Result, bail};

use crate::{
    bundle::manifest::{Entry, Manifest, When},
    process,
    project::Project,
    widget::{self, Profile},
};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Also list the largest functions of each wasm module (needs `twiggy`).
    #[arg(long, value_name = "N")]
    top: Option<usize>,
}

/// The budget, in bytes of brotli 11.
struct Gate {
    what: &'static str,
    gate: u64,
    /// Where we want to be; printed, not enforced.
    goal: Option<u64>,
}

// A gate stands just above what the widget weighs today, so that growth is noticed; it is only ever lowered.

/// Everything before the shelf takes a press: door with its style, glue, main wasm, the longest locale.
const FIRST: Gate = Gate { what: "before the shelf works", gate: 77_000, goal: Some(64_000) };
/// What opening a product or the bag loads, with the style of everything behind the shelf.
const PANEL: Gate = Gate { what: "product and bag", gate: 76_000, goal: Some(60_000) };
/// What the checkout loads beyond that.
const CHECKOUT: Gate = Gate { what: "checkout", gate: 80_000, goal: Some(60_000) };
/// What the order loads beyond that.
const ORDER: Gate = Gate { what: "order", gate: 60_000, goal: None };
/// The longest address form.
const ADDRESS: Gate = Gate { what: "longest address form", gate: 1_500, goal: None };
/// The longest locale.
const LOCALE: Gate = Gate { what: "longest locale", gate: 8_000, goal: None };

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    widget::build(project, Profile::Release)?;
    if let Some(top) = args.top {
        largest(project, top)?;
    }
    print(project)
}

/// Prints the sizes of the built widget and fails beyond a gate.
pub(crate) fn print(project: &Project) -> Result<()> {
    let manifest = Manifest::read(&project.dist())?;
    if manifest.profile != Profile::Release.name() {
        bail!("dist holds a {} build: only what is shipped can be weighed", manifest.profile);
    }
    let (text, beyond) = report(&manifest.files)?;
    print!("{text}");
    if beyond.is_empty() {
        return Ok(());
    }
    bail!("beyond the budget: {}", beyond.join(", "))
}

/// The table, and what is beyond its gate.
fn report(files: &[Entry]) -> Result<(String, Vec<&'static str>)> {
    let mut text = String::new();
    let width = files.iter().map(|file| file.name.len()).max().unwrap_or(0);
    let _ok = writeln!(text, "{:width$}  {:>9}  {:>9}  loaded", "file", "raw", "brotli");
    for file in files {
        let when = match file.when {
            When::First => "first",
            When::Locale => "first, one of these",
            When::Later => "with the first product or the bag",
            When::Checkout => "with the checkout",
            When::Order => "with the order",
            When::Guests => "with Google Pay or the shop's own page",
            // Hundreds: the longest is told below.
            When::Address => continue,
        };
        let _ok = writeln!(text, "{:width$}  {:>9}  {:>9}  {when}", file.name, file.raw, compressed(file)?);
    }
    let sizes = |when: When| files.iter().filter(move |file| file.when == when).map(compressed).collect::<Result<Vec<_>>>();
    let sum = |when: When| Ok::<u64, anyhow::Error>(sizes(when)?.iter().sum());
    let locale = sizes(When::Locale)?.into_iter().max().unwrap_or(0);
    let address = sizes(When::Address)?.into_iter().max().unwrap_or(0);
    let mut beyond = Vec::new();
    for (gate, size) in [
        (ORDER, sum(When::Order)?),
        (CHECKOUT, sum(When::Checkout)?),
        (PANEL, sum(When::Later)?),
        (LOCALE, locale),
        (ADDRESS, address),
        (FIRST, sum(When::First)? + locale),
    ] {
        let _ok = writeln!(text, "{}", verdict(&gate, size));
        if size > gate.gate {
            beyond.push(gate.what);
        }
    }
    Ok((text, beyond))
}

fn compressed(file: &Entry) -> Result<u64> {
    file.brotli.with_context(|| format!("{} was not compressed", file.name))
}

/// One line: the figure, and how far it is from gate and goal.
fn verdict(gate: &Gate, size: u64) -> String {
    let mut line = format!("{}: {} kB brotli, {}", gate.what, kilo(size), distance("gate", gate.gate, size));
    if let Some(goal) = gate.goal {
        line.push_str(", ");
        line.push_str(&distance("goal", goal, size));
    }
    line
}

fn distance(name: &str, limit: u64, size: u64) -> String {
    let word = if size <= limit { "below" } else { "above" };
    format!("{} kB {word} the {name} of {} kB", kilo(limit.abs_diff(size)), kilo(limit))
}

/// Thousands of bytes with one decimal, rounded up: a budget is not met by rounding.
fn kilo(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The largest functions by name, out of the modules as they were before names were stripped.
fn largest(project: &Project, top: usize) -> Result<()> {
    let path = std::env::var_os("PATH");
    if process::which("twiggy", path.as_deref()).is_none() {
        bail!("the largest functions are listed by `twiggy`: cargo install twiggy");
    }
    let folder = project.scratch("bundle-release")?;
    let mut modules: Vec<_> = std::fs::read_dir(&folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".named.wasm"))
        .collect();
    modules.sort();
    for module in modules {
        println!("{}", Path::new(module.file_name().unwrap_or_default()).display());
        let mut twiggy = Command::new("twiggy");
        twiggy.args(["top", "-n", &top.to_string()]).arg(&module);
        process::run(&mut twiggy, "twiggy")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, when: When, brotli: u64) -> Entry {
        Entry { name: name.into(), when, raw: brotli * 3, brotli: Some(brotli) }
    }

    #[test]
    fn a_page_pays_for_everything_first_and_for_its_longest_locale() {
        let files = [
            file("door.js", When::First, 5_000),
            file("main.wasm", When::First, 60_000),
            file("ar.json", When::Locale, 4_000),
            file("en.json", When::Locale, 3_000),
            file("chunk.wasm", When::Later, 40_000),
        ];
        let (text, beyond) = report(&files).unwrap();
        assert!(beyond.is_empty());
        let last = text.lines().last().unwrap();
        assert_eq!(
            last,
            "before the shelf works: 69.0 kB brotli, 8.0 kB below the gate of 77.0 kB, 5.0 kB above the goal of 64.0 kB"
        );
    }

    #[test]
    fn a_byte_beyond_a_gate_is_beyond() {
        let within = [file("main.wasm", When::First, FIRST.gate), file("chunk.wasm", When::Later, PANEL.gate)];
        assert!(report(&within).unwrap().1.is_empty());
        let beyond = [file("main.wasm", When::First, FIRST.gate + 1), file("chunk.wasm", When::Later, PANEL.gate + 1)];
        assert_eq!(report(&beyond).unwrap().1, [PANEL.what, FIRST.what]);
        assert_eq!(report(&[file("en.json", When::Locale, LOCALE.gate + 1)]).unwrap().1, [LOCALE.what]);
    }

    #[test]
    fn sizes_round_up() {
        assert_eq!(kilo(64_001), "64.1");
        assert_eq!(kilo(100), "0.1");
    }

    #[test]
    fn a_quick_build_has_no_sizes() {
        let unknown = Entry { name: "a.js".into(), when: When::First, raw: 1, brotli: None };
        assert!(report(&[unknown]).is_err());
    }
}
