//! What we depend on, in the eyes of cargo-deny.

use std::process::{Command, Stdio};

use anyhow::Result;

use super::counts::Counts;
use crate::{process, project::Project, tools};

/// Checks that need nothing but the lock file and the sources of the crates.
const LOCAL: [&str; 3] = ["bans", "licenses", "sources"];

pub(super) fn run(project: &Project) -> Result<Counts> {
    let tool = tools::cargo_deny(project)?;
    let deny = |arguments: &[&str]| {
        let mut command = Command::new(&tool);
        command.current_dir(&project.root).env_remove("CARGO_MANIFEST_DIR").args(["--log-level", "error"]).args(arguments);
        command
    };
    let holds = |name: &str| -> Result<Counts> {
        println!("{name}");
        let status = process::spawn(&mut deny(&["check", "--hide-inclusion-graph", name]), "cargo-deny")?.wait()?;
        Ok(Counts::one(status.success()))
    };
    let mut counts = Counts::default();
    for name in LOCAL {
        counts = counts + holds(name)?;
    }
    // An advisory fails the suite; a database that cannot be reached is told and fails nothing.
    let reached = process::spawn(deny(&["fetch", "db"]).stderr(Stdio::null()), "cargo-deny")?.wait()?;
    if reached.success() {
        counts = counts + holds("advisories")?;
    } else {
        println!("advisories: not checked, their database cannot be reached");
    }
    Ok(counts)
}
