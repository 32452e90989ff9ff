//! Builds the widget and its pages with Trunk, unless nothing has changed since.

use std::time::Instant;

use anyhow::Result;
use clap::ValueEnum;

use crate::{
    bundle::{manifest, stories},
    disk, process,
    project::Project,
    stamp, tools,
};

/// How to compile.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Profile {
    /// As shipped: smallest widget, fastest shop.
    Release,
    /// Quick to compile; nothing is shrunk.
    Dev,
}

impl Profile {
    /// The profile's name on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Dev => "dev",
        }
    }
}

/// Everything `dist` is made from, but the stories: those are brought over each time, without building anything.
const INPUTS: [&str; 15] = [
    "index.html",
    "pages",
    "media",
    "style",
    "src",
    "crates/wording",
    "crates/ucp/src",
    "crates/ucp/Cargo.toml",
    "crates/xtask/src/bundle",
    "crates/xtask/src/bundle.rs",
    "crates/xtask/npm",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    ".cargo",
];

/// How the standard library is compiled into what ships: with the widget, for size, and without the texts of panics that no fan
/// reads (a panic is a trap; a build with the dev profile still says where). Cargo and rustc call these flags unstable, and a stable
/// toolchain takes them under `RUSTC_BOOTSTRAP`; the hook in `Trunk.toml` takes them away again from what it runs.
const SMALL_STD: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
    ),
];

/// Room for the wasm target's share of the build folder.
const BUILD_ROOM: u64 = 1_000_000_000;

/// Brings `dist` up to date.
pub(crate) fn build(project: &Project, profile: Profile) -> Result<()> {
    let mut inputs = stamp::Inputs::new(&[profile.name()]);
    for input in INPUTS {
        inputs.add(&project.root, input)?;
    }
    let digest = inputs.digest();
    let mark = project.scratch("widget")?.join("stamp");
    let dist = project.dist();
    if stamp::is_current(&mark, &digest) && manifest::is_complete(&dist) {
        stories::refresh(&project.root.join("stories"), &dist)?;
        println!("the widget is up to date");
        return Ok(());
    }
    let tools = tools::for_widget(project)?;
    disk::require(&project.target, BUILD_ROOM, "building the widget")?;
    stamp::remove(&mark)?;
    println!("building the widget ({})", profile.name());
    let started = Instant::now();
    let mut trunk = std::process::Command::new(&tools.trunk);
    trunk.arg("build").current_dir(&project.root).env("PATH", &tools.path);
    if profile == Profile::Release {
        trunk.arg("--release");
        match tools::std_source(project) {
            Ok(()) => {
                trunk.envs(SMALL_STD);
            }
            // A Rust that is not rustup's: everything works, and `size` says what it weighs.
            Err(error) => println!("{error:#}: the widget is built with the ready-made one, and is larger"),
        }
    }
    // Flags from outside would replace the ones in .cargo/config.toml that the split needs.
    trunk.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env("NO_COLOR", "true").env("RUST_BACKTRACE", "0");
    process::run(&mut trunk, "trunk build")?;
    stamp::write(&mark, &digest)?;
    println!("the widget was built in {} s", started.elapsed().as_secs());
    Ok(())
}
