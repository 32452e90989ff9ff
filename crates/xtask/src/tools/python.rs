//! Programs written in Python, from pinned packages in an environment of their own under the build folder.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, bail};

use super::debian;
use crate::{disk, process, project::Project, stamp};

/// Room that the packages take.
const ROOM: u64 = 500_000_000;

/// An environment with the packages of a requirements file.
pub(crate) struct Environment {
    programs: PathBuf,
}

impl Environment {
    /// A program of the environment: `python`, or what a package brought.
    pub(crate) fn program(&self, name: &str) -> Command {
        let mut command = Command::new(self.programs.join(name));
        // What the user's own Python has installed is nobody's business here.
        command.env_remove("PYTHONPATH").env_remove("PYTHONHOME").env("PYTHONNOUSERSITE", "1").env("PYTHONUNBUFFERED", "1");
        command
    }
}

/// The environment of `requirements`, made when it is not there; it is made anew when the file changes.
pub(crate) fn environment(project: &Project, requirements: &Path) -> Result<Environment> {
    let wanted = fs::read(requirements).with_context(|| format!("cannot read {}", requirements.display()))?;
    let folder = project.scratch("python")?.join(stamp::short(&wanted));
    let environment = Environment { programs: folder.join("bin") };
    let (mark, digest) = (folder.join("installed"), stamp::short(&wanted));
    if stamp::is_current(&mark, &digest) {
        return Ok(environment);
    }
    disk::require(&project.target, ROOM, "the Python packages")?;
    debian::python()?;
    println!("installing the Python packages of {}", requirements.file_name().unwrap_or_default().display());
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    process::run_quiet(interpreter()?.args(["-m", "venv"]).arg(&folder), "making a Python environment")?;
    let mut install = environment.program("python");
    install
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement"])
        .arg(requirements);
    process::run_quiet(&mut install, "pip install")?;
    stamp::write(&mark, &digest)?;
    Ok(environment)
}

/// Python 3, wherever it is.
fn interpreter() -> Result<Command> {
    let path = env::var_os("PATH");
    match process::which("python3", path.as_deref()) {
        Some(program) => Ok(Command::new(program)),
        None => bail!("`python3` is not installed: install Python 3.11 or newer with its venv module"),
    }
}
