//! `cargo xtask shots`: pictures of stories, for a designer or as the references of `cargo xtask test shots`.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context as _, Result, bail};
use serde_json::json;

use crate::{
    process,
    project::Project,
    test::{
        counts::Counts,
        e2e::{escaped, playwright},
    },
};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Stories (`checkout/declined`) or screens (`checkout`); all of them when left out.
    #[arg(long, value_name = "STORY", value_delimiter = ',')]
    story: Vec<String>,
    /// Layouts of the shelf; as the story says when left out.
    #[arg(long, value_delimiter = ',', value_parser = ["row", "grid", "list", "spotlight", "bar", "pin", "bag", "all"])]
    layout: Vec<String>,
    /// Themes [default: paper].
    #[arg(long, value_delimiter = ',', value_parser = ["paper", "night", "pop", "press", "all"])]
    theme: Vec<String>,
    /// Light or dark [default: light].
    #[arg(long, value_delimiter = ',', value_parser = ["light", "dark", "all"])]
    scheme: Vec<String>,
    /// Languages; `all` is English, Arabic and Japanese [default: en].
    #[arg(long, value_delimiter = ',')]
    lang: Vec<String>,
    /// What it is looked at on [default: phone].
    #[arg(long, value_delimiter = ',', value_parser = ["narrow", "phone", "tablet", "desktop", "wide", "all"])]
    device: Vec<String>,
    /// Where the pictures go, as PNG.
    #[arg(long, value_name = "DIR", required_unless_present = "accept")]
    out: Option<PathBuf>,
    /// Renew the references in `tests/shots` that differ by more than the tolerance, and take those away that no story has.
    #[arg(long, conflicts_with_all = ["out", "story", "layout", "theme", "scheme", "lang", "device"])]
    accept: bool,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let mut command = pictures(project)?;
    if let Some(out) = &args.out {
        fs::create_dir_all(out).with_context(|| format!("cannot create {}", out.display()))?;
        let out = out.canonicalize().with_context(|| format!("cannot find {}", out.display()))?;
        let Args { story, layout, theme, scheme, lang, device, .. } = args;
        let wishes = json!({
            "story": story, "layout": layout, "theme": theme, "scheme": scheme, "lang": lang, "device": device,
        });
        command.env("FANSHELF_SHOTS_OUT", &out).env("FANSHELF_SHOTS", wishes.to_string());
        let (status, text) = process::tee(&mut command, "playwright")?;
        let counts = Counts::from_playwright(&text).checked(status);
        println!("{} pictures in {}", counts.passed, out.display());
        if counts.failed > 0 {
            bail!("{} stories could not be told", counts.failed);
        }
        return Ok(());
    }
    command.env("FANSHELF_SHOTS_ACCEPT", "1");
    process::run(&mut command, "taking the pictures")
}

/// Plays every story of the matrix and compares it with its reference.
pub(crate) fn compare(project: &Project, filter: Option<&str>) -> Result<Counts> {
    let mut command = pictures(project)?;
    if let Some(filter) = filter {
        command.arg("--grep").arg(escaped(filter));
    }
    let (status, text) = process::tee(&mut command, "playwright")?;
    let counts = Counts::from_playwright(&text).checked(status);
    if counts.failed > 0 {
        println!("what differs is in target/xtask/e2e; `cargo xtask shots --accept` takes it as the new reference");
    }
    Ok(counts)
}

fn pictures(project: &Project) -> Result<Command> {
    let mut command = playwright(project)?;
    command.args(["--config", "shots.config.mjs"]);
    Ok(command)
}
