//! `cargo xtask clips`: draws the creators' videos again, with their posters and captions.

use std::{fs, process::Command};

use anyhow::{Context as _, Result, bail};

use crate::{process, project::Project, tools};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Passed on to clips/render.mjs: a creator's handle draws only that one's clip.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<String>,
}

/// The most a clip may weigh.
const LIMIT: u64 = 600_000;

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let folder = project.root.join("media");
    let chromium = tools::chromium()?;
    tools::ffmpeg()?;
    let mut node = Command::new("node");
    node.arg("clips/render.mjs").args(&args.rest).current_dir(&project.root).env("CHROMIUM", &chromium.browser);
    process::run(&mut node, "drawing the clips")?;
    let mut heavy = Vec::new();
    for entry in fs::read_dir(&folder).context("cannot read media")? {
        let entry = entry.context("cannot read media")?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".webm") {
            let size = entry.metadata().context("cannot read media")?.len();
            println!("{name}: {} kB", size.div_ceil(1000));
            if size > LIMIT {
                heavy.push(name);
            }
        }
    }
    if !heavy.is_empty() {
        bail!("above {} kB: {}", LIMIT / 1000, heavy.join(", "));
    }
    Ok(())
}
