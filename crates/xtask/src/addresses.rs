//! `cargo xtask addresses`: takes the world's address forms from the packages that carry them, pinned, and writes them down
//! for the bundle. What comes of it is committed: a build asks nobody, and a change of the data is a change that can be read.

use std::fs;

use anyhow::{Context as _, Result, bail};

use crate::{bundle::addresses::WORLD, process, project::Project, tools};

/// Fewer countries than this are not the world.
const FEWEST: usize = 240;

/// Writes `crates/xtask/addresses/world.jsonl` anew.
pub(crate) fn run(project: &Project) -> Result<()> {
    let folder = project.root.join("crates/xtask/python");
    let python = tools::environment(project, &folder.join("addresses.txt"))?;
    let world = process::read(python.program("python").arg(folder.join("addresses.py")).env("PYTHONUTF8", "1"), "addresses.py")?;
    let countries = world.lines().count();
    if countries < FEWEST {
        bail!("the packages know {countries} countries only");
    }
    let path = project.root.join(WORLD);
    let before = fs::read_to_string(&path).unwrap_or_default();
    fs::write(&path, &world).with_context(|| format!("cannot write {}", path.display()))?;
    let news = world.lines().filter(|line| !before.lines().any(|known| known == *line)).count();
    println!("{countries} countries, {news} of them changed");
    Ok(())
}
