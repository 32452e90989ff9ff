//! Checks without running: format, lints for both sides, and what we depend on.

use std::process::Command;

use anyhow::Result;

use super::{counts::Counts, dependencies};
use crate::{docs, process, project::Project, tools};

pub(super) fn run(project: &Project, filter: Option<&str>) -> Result<Counts> {
    let mut counts = Counts::default();
    let mut check = |name: &str, holds: &dyn Fn() -> Result<()>| {
        if filter.is_some_and(|filter| !name.contains(filter)) {
            return;
        }
        println!("{name}");
        let result = holds();
        if let Err(error) = &result {
            eprintln!("error: {error:#}");
        }
        counts = counts + Counts::one(result.is_ok());
    };
    check("the code is formatted", &|| cargo(project, &["fmt", "--all", "--check"]));
    check("the code has no lints", &|| {
        cargo(project, &["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"])
    });
    check("the widget as wasm has no lints", &|| {
        tools::wasm_target(project)?;
        let target = ["--target", "wasm32-unknown-unknown", "--package", "fanshelf", "--lib", "--test", "web", "--all-features"];
        cargo(project, &[&["clippy", "--quiet"][..], &target, &["--", "--deny", "warnings"]].concat())
    });
    check("the dependencies have licences and sources we accept", &|| dependencies::check(project));
    check("the page on the element's face is what the code says", &|| docs::check(project));
    check("the shell script parses", &|| {
        process::run(Command::new("bash").arg("-n").arg(project.root.join(".ci/run")), "bash -n .ci/run")
    });
    Ok(counts)
}

fn cargo(project: &Project, arguments: &[&str]) -> Result<()> {
    let mut cargo = project.cargo();
    cargo.args(arguments);
    process::run(&mut cargo, &format!("cargo {}", arguments.first().copied().unwrap_or_default()))
}
