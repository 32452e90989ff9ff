//! Where things are: the project, its build folder, the cache shared by all clones.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, bail};

use crate::process;

/// The places the commands work in.
pub(crate) struct Project {
    /// The folder of the root `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Cargo's target folder.
    pub(crate) target: PathBuf,
    /// Tools and other things that outlive a clone.
    pub(crate) cache: PathBuf,
}

impl Project {
    /// Finds the project from the running command's manifest or from the current folder upwards.
    pub(crate) fn find() -> Result<Self> {
        let here = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => env::current_dir().context("the current folder cannot be read")?,
        };
        let root = here
            .ancestors()
            .find(|folder| folder.join("Trunk.toml").is_file() && folder.join("Cargo.toml").is_file())
            .with_context(|| format!("{} is not inside the project", here.display()))?
            .to_path_buf();
        let target = target_folder(&root)?;
        let cache = cache_folder()?;
        Ok(Self { root, target, cache })
    }

    /// Everything the commands write about themselves: stamps, intermediate files, logs.
    pub(crate) fn scratch(&self, name: &str) -> Result<PathBuf> {
        let folder = self.target.join("xtask").join(name);
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        Ok(folder)
    }

    /// The folder Trunk writes and the shop serves.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A cargo command in the project's root, unmoved by flags meant for another target.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(&self.root).env_remove("CARGO_MANIFEST_DIR");
        command
    }

    /// The version of a crate as locked in `Cargo.lock`.
    pub(crate) fn locked(&self, name: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let lock = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        locked_version(&lock, name).with_context(|| format!("Cargo.lock has no package {name}"))
    }
}

fn locked_version(lock: &str, name: &str) -> Option<String> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines();
    lines.by_ref().find(|line| *line == wanted)?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

fn target_folder(root: &Path) -> Result<PathBuf> {
    // Cargo is the only one who knows all the ways to name the folder (variables, configuration files).
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(root);
    let text = process::read(&mut command, "cargo metadata")?;
    let metadata: serde_json::Value = serde_json::from_str(&text).context("cargo metadata is not JSON")?;
    let Some(folder) = metadata.get("target_directory").and_then(|folder| folder.as_str()) else {
        bail!("cargo metadata names no target folder");
    };
    Ok(PathBuf::from(folder))
}

fn cache_folder() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("FANSHELF_CACHE") {
        return Ok(PathBuf::from(folder));
    }
    if let Some(folder) = env::var_os("XDG_CACHE_HOME") {
        return Ok(PathBuf::from(folder).join("fanshelf"));
    }
    let home = env::home_dir().context("no home folder: set FANSHELF_CACHE to a folder for build tools")?;
    Ok(home.join(".cache").join("fanshelf"))
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n";

    #[test]
    fn the_lock_gives_the_version_of_exactly_that_crate() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm-bind"), None);
    }
}
