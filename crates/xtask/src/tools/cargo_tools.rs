//! Programs that come as crates: taken from the search path when the version fits, else built into the cache.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context as _, Result};

use crate::{disk, process, project::Project};

/// Room that building one of these tools takes for a while.
const BUILD_ROOM: u64 = 1_500_000_000;

/// The path of `program` from crate `package`, exactly in `version`.
pub(crate) fn require(project: &Project, package: &str, program: &str, version: &str) -> Result<PathBuf> {
    if let Some(found) = process::which(program, env::var_os("PATH").as_deref())
        && has_version(&found, version)
    {
        return Ok(found);
    }
    let root = project.cache.join("tools");
    let tool = root.join("bin").join(program);
    if has_version(&tool, version) {
        return Ok(tool);
    }
    println!("installing {package} {version} (once; this takes some minutes)");
    disk::require(&project.cache, BUILD_ROOM, "building the tools")?;
    let build = project.cache.join("build");
    // Locked first, as its authors tested it; some registries lag behind a lock file, then the newest that fits is taken.
    let installed = install(project, package, version, &root, &build, true).or_else(|_| {
        println!("the locked dependencies of {package} cannot be had, taking the newest that fit");
        install(project, package, version, &root, &build, false)
    });
    installed.with_context(|| format!("{package} {version} cannot be installed"))?;
    // The intermediate files are of no use any more and take a gigabyte.
    std::fs::remove_dir_all(&build).with_context(|| format!("cannot clear {}", build.display()))?;
    Ok(tool)
}

fn install(project: &Project, package: &str, version: &str, root: &Path, build: &Path, locked: bool) -> Result<()> {
    let mut command = project.cargo();
    command.args(["install", package, "--version", version, "--force", "--profile", "dev"]);
    if locked {
        command.arg("--locked");
    }
    command.arg("--root").arg(root).arg("--target-dir").arg(build);
    // A little optimisation pays for itself in the first run; debug information costs a minute and most of the room.
    command.env("CARGO_PROFILE_DEV_OPT_LEVEL", "1").env("CARGO_PROFILE_DEV_DEBUG", "0");
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    process::run(&mut command, "cargo install")
}

fn has_version(tool: &Path, version: &str) -> bool {
    let output = Command::new(tool).arg("--version").stderr(Stdio::null()).output();
    output.is_ok_and(|output| {
        output.status.success() && String::from_utf8_lossy(&output.stdout).split_whitespace().any(|word| word == version)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_has_the_version_it_prints_as_a_word() {
        let place = tempfile::tempdir().unwrap();
        let tool = place.path().join("tool");
        std::fs::write(&tool, "#!/bin/sh\necho tool 1.2.30\n").unwrap();
        assert!(Command::new("chmod").arg("+x").arg(&tool).status().unwrap().success());
        assert!(has_version(&tool, "1.2.30"));
        assert!(!has_version(&tool, "1.2.3"));
        assert!(!has_version(&place.path().join("other"), "1.2.3"));
    }
}
