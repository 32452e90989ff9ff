//! Programs from the system: Debian's packages when this is root on Debian, else a sentence that says what to install.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, bail};

use crate::process;

/// A browser and the program that drives it for wasm-bindgen's tests.
pub(crate) struct Chromium {
    /// Chromium or Chrome.
    pub(crate) browser: PathBuf,
    /// The chromedriver of the same version.
    pub(crate) driver: PathBuf,
}

/// The fonts under which the screens look alike everywhere: Latin and Arabic, Japanese, emoji.
const FONTS: [&str; 3] = ["fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji"];

/// Finds Chromium with its driver, or installs both and the fonts.
pub(crate) fn chromium() -> Result<Chromium> {
    let find = || {
        let browser = named("CHROMIUM", &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"])?;
        let driver = named("CHROMEDRIVER", &["chromedriver", "chromium.chromedriver"])?;
        Some(Chromium { browser, driver })
    };
    let mut missing: Vec<&str> = Vec::new();
    if find().is_none() {
        missing.extend(["chromium", "chromium-driver"]);
    }
    if can_install() {
        missing.extend(FONTS.into_iter().filter(|font| !is_installed(font)));
    }
    if !missing.is_empty() {
        install(&missing)?;
    }
    find().context("Chromium or chromedriver is still missing: set CHROMIUM and CHROMEDRIVER to their paths")
}

/// Finds SQLite's shell, with which tests look into the shop's database, or installs it.
pub(crate) fn sqlite() -> Result<PathBuf> {
    program("SQLITE3", "sqlite3")
}

/// Finds ffmpeg, which encodes the clips, or installs it.
pub(crate) fn ffmpeg() -> Result<PathBuf> {
    program("FFMPEG", "ffmpeg")
}

/// Finds the folder of PostgreSQL's server programs, or installs them.
pub(crate) fn postgres() -> Result<PathBuf> {
    if postgres_programs().is_none() {
        install(&["postgresql"])?;
    }
    postgres_programs().context("PostgreSQL's `initdb` is still missing: set PG_BIN to the folder of its server programs")
}

/// Debian keeps the server's programs off the search path, a folder for each version: the newest one.
fn postgres_programs() -> Option<PathBuf> {
    let has_all = |folder: &PathBuf| {
        ["initdb", "postgres", "createdb", "pg_isready", "psql"].iter().all(|name| folder.join(name).is_file())
    };
    if let Some(folder) = env::var_os("PG_BIN").map(PathBuf::from) {
        return Some(folder).filter(has_all);
    }
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut versions: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, folder)| has_all(folder))
        .collect();
    versions.sort();
    let on_path = || process::which("initdb", env::var_os("PATH").as_deref()).and_then(|file| Some(file.parent()?.to_path_buf()));
    versions.pop().map(|(_, folder)| folder).or_else(|| on_path().filter(has_all))
}

/// Finds Python 3 with its venv module (Debian keeps that in a package of its own), or installs both.
pub(super) fn python() -> Result<()> {
    let works = || {
        let mut ask = Command::new("python3");
        ask.args(["-c", "import ensurepip, venv"]).stderr(std::process::Stdio::null());
        ask.status().is_ok_and(|status| status.success())
    };
    if !works() {
        install(&["python3", "python3-venv"])?;
    }
    if works() { Ok(()) } else { bail!("Python 3 with its venv module is still missing") }
}

/// A program whose Debian package has its name.
fn program(variable: &str, name: &str) -> Result<PathBuf> {
    if named(variable, &[name]).is_none() {
        install(&[name])?;
    }
    named(variable, &[name]).with_context(|| format!("`{name}` is still missing: set {variable} to its path"))
}

fn named(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = env::var_os(variable).map(PathBuf::from)
        && path.is_file()
    {
        return Some(path);
    }
    let path = env::var_os("PATH");
    names.iter().find_map(|name| process::which(name, path.as_deref()))
}

fn install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if !can_install() {
        bail!("please install with your system's package manager, then run this again: {list} (Debian: apt-get install {list})");
    }
    println!("installing {list}");
    let mut update = Command::new("apt-get");
    update.args(["update", "--quiet=2"]);
    process::run_quiet(&mut update, "apt-get update")?;
    let mut install = Command::new("apt-get");
    install.args(["install", "--quiet=2", "--yes", "--no-install-recommends"]).args(packages);
    install.env("DEBIAN_FRONTEND", "noninteractive");
    process::run_quiet(&mut install, "apt-get install").with_context(|| format!("cannot install {list}"))
}

/// Whether this is root on a system with Debian's packages.
fn can_install() -> bool {
    rustix::process::geteuid().is_root() && Path::new("/etc/debian_version").is_file()
}

fn is_installed(package: &str) -> bool {
    let mut ask = Command::new("dpkg-query");
    ask.args(["--show", "--showformat", "${db:Status-Status}", package]).stderr(std::process::Stdio::null());
    ask.output().is_ok_and(|output| output.stdout == b"installed")
}
