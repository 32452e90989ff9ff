//! What the commands need from outside: fetched once, pinned, and named in one sentence when it cannot be had.

mod cargo_tools;
mod debian;
mod npm;
mod python;

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, bail};

use crate::{process, project::Project};

pub(crate) use debian::{chromium, ffmpeg, postgres, sqlite};
pub(crate) use npm::install as npm_install;
pub(crate) use python::{Environment, environment};

/// The version of Trunk the bundle was written against.
const TRUNK: &str = "0.21.14";

/// The version of cargo-deny that reads our `deny.toml`.
const CARGO_DENY: &str = "0.20.2";

/// What building the widget needs, found or installed.
pub(crate) struct BuildTools {
    /// The `trunk` program.
    pub(crate) trunk: PathBuf,
    /// The search path under which Trunk and the bundle find everything else.
    pub(crate) path: OsString,
}

/// Finds or installs the wasm target, Trunk, wasm-bindgen and the npm build tools.
pub(crate) fn for_widget(project: &Project) -> Result<BuildTools> {
    wasm_target(project)?;
    let trunk = cargo_tools::require(project, "trunk", "trunk", TRUNK)?;
    let bindgen = wasm_bindgen(project, "wasm-bindgen")?;
    npm_tools(project)?;
    let folders = [&trunk, &bindgen].into_iter().filter_map(|tool| tool.parent()).map(Path::to_path_buf);
    let current = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(folders.chain(env::split_paths(&current))).context("PATH cannot be extended")?;
    Ok(BuildTools { trunk, path })
}

/// A program of wasm-bindgen's command line, in the version of the locked crate (any other is refused by its output).
pub(crate) fn wasm_bindgen(project: &Project, program: &str) -> Result<PathBuf> {
    cargo_tools::require(project, "wasm-bindgen-cli", program, &project.locked("wasm-bindgen")?)
}

/// cargo-deny, which knows licences, sources and advisories.
pub(crate) fn cargo_deny(project: &Project) -> Result<PathBuf> {
    cargo_tools::require(project, "cargo-deny", "cargo-deny", CARGO_DENY)
}

/// The standard library for wasm, added through rustup when it is missing.
pub(crate) fn wasm_target(project: &Project) -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    if rustc_folder(project, &["target-libdir", "--target", TARGET])?.is_dir() {
        return Ok(());
    }
    rustup(project, &["target", "add", TARGET]).with_context(|| format!("the Rust target {TARGET} is missing"))
}

/// The standard library's source, which a release compiles with the widget; added through rustup when it is missing.
pub(crate) fn std_source(project: &Project) -> Result<()> {
    if rustc_folder(project, &["sysroot"])?.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    rustup(project, &["component", "add", "rust-src"]).context("the standard library's source (rust-src) is missing")
}

/// A folder that rustc prints.
fn rustc_folder(project: &Project, which: &[&str]) -> Result<PathBuf> {
    let mut ask = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    ask.arg("--print").args(which).current_dir(&project.root);
    Ok(PathBuf::from(process::read(&mut ask, "rustc")?.trim()))
}

fn rustup(project: &Project, arguments: &[&str]) -> Result<()> {
    println!("installing with rustup: {}", arguments.join(" "));
    process::run(Command::new("rustup").args(arguments).current_dir(&project.root), "rustup")
}

/// The folder with the npm build tools, installed into the cache from the project's lock file.
pub(crate) fn npm_tools(project: &Project) -> Result<PathBuf> {
    npm::cached(project, &project.root.join("crates/xtask/npm"))
}

/// esbuild, by the tools' folder.
pub(crate) fn esbuild(npm: &Path) -> Command {
    Command::new(npm.join("node_modules/.bin/esbuild"))
}

/// wasm-opt, by the tools' folder.
pub(crate) fn wasm_opt(npm: &Path) -> Command {
    Command::new(npm.join("node_modules/.bin/wasm-opt"))
}

/// Node.js with npm, which this project does not install.
fn require_node() -> Result<()> {
    let path = env::var_os("PATH");
    for program in ["node", "npm"] {
        if process::which(program, path.as_deref()).is_none() {
            bail!("`{program}` is not installed: install Node.js 20 or newer with npm (Debian: apt-get install nodejs npm)");
        }
    }
    Ok(())
}
