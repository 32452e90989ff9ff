//! Packages from npm, always from a lock file.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result};

use super::require_node;
use crate::{process, project::Project, stamp};

/// Installs the packages locked in `source` into the cache, one folder per lock file, and returns that folder.
pub(crate) fn cached(project: &Project, source: &Path) -> Result<PathBuf> {
    let lock = fs::read(source.join("package-lock.json"))
        .with_context(|| format!("cannot read package-lock.json in {}", source.display()))?;
    let folder = project.cache.join(format!("npm-{}", stamp::short(&lock)));
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for name in ["package.json", "package-lock.json"] {
        fs::copy(source.join(name), folder.join(name)).with_context(|| format!("cannot copy {name}"))?;
    }
    install(&folder)?;
    Ok(folder)
}

/// Runs `npm ci` in the folder unless its lock file is already installed there.
pub(crate) fn install(folder: &Path) -> Result<()> {
    require_node()?;
    let path = folder.join("package-lock.json");
    let lock = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let (mark, digest) = (folder.join("node_modules").join(".installed"), stamp::short(&lock));
    if stamp::is_current(&mark, &digest) {
        return Ok(());
    }
    println!("installing npm packages for {}", folder.display());
    let mut command = Command::new("npm");
    command.args(["ci", "--no-audit", "--no-fund", "--loglevel", "error"]).current_dir(folder);
    // Playwright drives the system's browser: it must not fetch one.
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run_quiet(&mut command, "npm ci")?;
    stamp::write(&mark, &digest)
}
