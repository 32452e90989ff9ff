//! `cargo xtask bench shelf` and `bench smooth`: the widget in a browser, beside the embeds that people use today.
//!
//! What is measured and how stands in `tests/bench`; here it gets a browser, its npm packages, the widget and the shop.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, ExitStatus},
};

use anyhow::{Context as _, Result, bail};
use clap::ValueEnum;
use serde_json::{Value, json};

use crate::{
    process,
    project::Project,
    shop, tools,
    widget::{self, Profile},
};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Cold runs of each page, on each profile.
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// The device and the link.
    #[arg(long, value_enum, default_value_t = Device::All)]
    profile: Device,
    /// One run each on the desktop: does every page reach its shelf, its cart and its checkout? No times.
    #[arg(long)]
    quick: bool,
    /// Fail when a bar is missed, too; not only when a run did not work.
    #[arg(long)]
    strict: bool,
    /// Write the tables into docs/performance-shelf.md.
    #[arg(long, conflicts_with = "quick")]
    write: bool,
    /// Measure these built pages instead of building them.
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct SmoothArgs {
    /// How often a product is opened and closed.
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..))]
    cycles: u32,
    /// Fail when a bar is missed, too.
    #[arg(long)]
    strict: bool,
    /// Measure these built pages instead of building them.
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Device {
    /// Processor ÷ 4, 1.6 / 0.75 Mbit/s, 150 ms.
    Phone,
    /// 9 Mbit/s, 60 ms.
    #[value(name = "4g")]
    Fast,
    /// Nothing throttled.
    Desktop,
    /// One after the other.
    All,
}

impl Device {
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Phone => &["phone"],
            Self::Fast => &["4g"],
            Self::Desktop => &["desktop"],
            Self::All => &["phone", "4g", "desktop"],
        }
    }
}

/// Between these lines of the page stand the tables.
const MARKS: [&str; 2] = ["<!-- tables -->\n", "<!-- end of tables -->\n"];

pub(super) fn run(project: &Project, args: &Args) -> Result<()> {
    let page = project.root.join("docs/performance-shelf.md");
    if args.write {
        splice(&read(&page)?, "")?;
    }
    let site = site(project, args.site.as_deref())?;
    let program = shop::build(project, if args.quick { Profile::Dev } else { Profile::Release })?;
    let out = project.scratch("bench-shelf")?.join("tables.md");
    let profiles = if args.quick { Device::Desktop } else { args.profile };
    let runs = if args.quick { 1 } else { args.runs };
    let settings = json!({
        "runs": runs, "profiles": profiles.names(), "quick": args.quick, "strict": args.strict, "out": out,
    });
    let (status, _) = drive(project, "bench.mjs", &program, &site, settings)?;
    if args.write && out.is_file() {
        let text = splice(&read(&page)?, &read(&out)?)?;
        fs::write(&page, text).with_context(|| format!("cannot write {}", page.display()))?;
        println!("written to {}", page.display());
    }
    if !status.success() {
        bail!("the benchmark of the shelf failed; the lines above say where");
    }
    Ok(())
}

pub(super) fn smooth(project: &Project, args: &SmoothArgs) -> Result<()> {
    let site = site(project, args.site.as_deref())?;
    let program = shop::build(project, Profile::Release)?;
    let (status, _) = drive(project, "smooth.mjs", &program, &site, json!({ "cycles": args.cycles, "strict": args.strict }))?;
    if !status.success() {
        bail!("the shelf is not smooth; the lines above say where");
    }
    Ok(())
}

/// What the tests run: the benchmark's own rules, then one quick run of each page. How many of them held, and how many not.
pub(crate) fn short(project: &Project, program: &Path) -> Result<(u64, u64)> {
    let site = site(project, None)?;
    let folder = folder(project)?;
    let mut rules = Command::new("node");
    rules.args(["--test", "--test-reporter=tap"]).current_dir(&folder);
    let (status, text) = process::tee(&mut rules, "node --test")?;
    let rules = counted(&text, status);
    let (status, text) =
        drive(project, "bench.mjs", program, &site, json!({ "runs": 1, "profiles": ["desktop"], "quick": true }))?;
    let pages = counted(&text, status);
    Ok((rules.0 + pages.0, rules.1 + pages.1))
}

/// The folder of the benchmark, with its packages installed.
fn folder(project: &Project) -> Result<PathBuf> {
    let folder = project.root.join("tests/bench");
    tools::npm_install(&folder)?;
    Ok(folder)
}

/// The pages to measure: those named, or the widget as it is shipped.
fn site(project: &Project, named: Option<&Path>) -> Result<PathBuf> {
    let Some(named) = named else {
        widget::build(project, Profile::Release)?;
        return Ok(project.dist());
    };
    fs::canonicalize(named).with_context(|| format!("cannot find {}", named.display()))
}

fn drive(project: &Project, script: &str, program: &Path, site: &Path, settings: Value) -> Result<(ExitStatus, String)> {
    let folder = folder(project)?;
    let chromium = tools::chromium()?;
    let mut all = json!({
        "chromium": chromium.browser,
        "program": program,
        "tether": env::current_exe().context("this program cannot be found again")?,
        "site": site,
        "cache": project.scratch("bench-shelf")?,
    });
    if let (Value::Object(all), Value::Object(settings)) = (&mut all, settings) {
        all.extend(settings);
    }
    let mut node = Command::new("node");
    node.arg(script).current_dir(&folder).env("FANSHELF_BENCH", all.to_string()).env("FORCE_COLOR", "0");
    process::tee(&mut node, "the benchmark")
}

/// Lines that begin with `ok` and `not ok`, as TAP has them; a script that failed without such a line counts as one.
fn counted(text: &str, status: ExitStatus) -> (u64, u64) {
    let count = |mark: &str| text.lines().filter(|line| line.starts_with(mark)).count() as u64;
    let failed = count("not ok ");
    (count("ok "), if status.success() { failed } else { failed.max(1) })
}

/// The page with its tables replaced.
fn splice(page: &str, tables: &str) -> Result<String> {
    let parts = page.split_once(MARKS[0]).and_then(|(before, rest)| Some((before, rest.split_once(MARKS[1])?.1)));
    let Some((before, after)) = parts else {
        bail!("docs/performance-shelf.md has lost its marks: {} {}", MARKS[0].trim(), MARKS[1].trim());
    };
    Ok([before, MARKS[0], tables, MARKS[1], after].concat())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_replaced_and_the_rest_of_the_page_stays() {
        let page = "before\n<!-- tables -->\nold\n<!-- end of tables -->\nafter\n";
        let new = splice(page, "new\n").unwrap();
        assert_eq!(new, "before\n<!-- tables -->\nnew\n<!-- end of tables -->\nafter\n");
        assert_eq!(splice(&new, "old\n").unwrap(), page);
        assert!(splice("no marks", "new").is_err());
    }

    #[test]
    fn results_are_counted_by_their_first_words_and_a_crash_is_a_failure() {
        use std::os::unix::process::ExitStatusExt as _;
        let text = "ok 1 - a\n    ok 1 - inner\nnot ok 2 - b\nok desktop, run 1\n";
        assert_eq!(counted(text, ExitStatus::from_raw(256)), (2, 1));
        assert_eq!(counted("ok 1 - a\n", ExitStatus::from_raw(0)), (1, 0));
        assert_eq!(counted("", ExitStatus::from_raw(256)), (0, 1));
    }

    #[test]
    fn the_committed_page_has_its_marks() {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/performance-shelf.md");
        assert!(splice(&read(&page).unwrap(), "").is_ok());
    }
}
