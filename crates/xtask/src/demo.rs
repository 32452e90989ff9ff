//! `cargo xtask demo`: from a clone to a page with a shop under a video.

use std::{
    path::{Path, PathBuf},
    process::Child,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};

use crate::{
    disk, process,
    project::Project,
    shop,
    widget::{self, Profile},
};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The port of the pages and the shop; the sandbox card processor takes the next one.
    #[arg(long, default_value_t = 8787, value_parser = clap::value_parser!(u16).range(1..=65534))]
    port: u16,
    /// Where the shop keeps its database and pictures [default: target/demo].
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// How to compile.
    #[arg(long, value_enum, default_value_t = Profile::Release)]
    profile: Profile,
}

/// Room for the database and the product pictures.
const DATA_ROOM: u64 = 200_000_000;

/// How long the shop may take to finish what it is doing.
const GRACE: Duration = Duration::from_secs(15);

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let data = args.data_dir.clone().unwrap_or_else(|| shop::data_folder(project));
    // What would stop the demo at its end is asked first, before minutes of building.
    for port in [args.port, args.port + 1] {
        shop::require_free(port)?;
    }
    disk::require(&data, DATA_ROOM, "the demo's catalogue")?;
    widget::build(project, args.profile)?;
    let program = shop::build(project, args.profile)?;
    serve(&program, args.port, &data, &project.dist())
}

fn serve(program: &Path, port: u16, data: &Path, site: &Path) -> Result<()> {
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    ctrlc::set_handler(move || asked.store(true, Ordering::Relaxed)).context("Ctrl-C cannot be watched")?;
    let mut child = shop::start(program, port, data, site)?;
    let served = attend(&mut child, port, &stop);
    let stopped = process::stop(&mut child, GRACE);
    served.and(stopped)?;
    println!("stopped");
    Ok(())
}

/// Waits for the shop to answer, says so, and stays until Ctrl-C or until the shop ends by itself.
fn attend(child: &mut Child, port: u16, stop: &AtomicBool) -> Result<()> {
    let started = Instant::now();
    let mut ready = false;
    let mut told = Duration::ZERO;
    while !stop.load(Ordering::Relaxed) {
        if let Some(status) = child.try_wait().context("the shop was lost")? {
            // Ctrl-C reaches both of us; the shop may be the first to act on it.
            if stop.load(Ordering::Relaxed) || (status.success() && ready) {
                return Ok(());
            }
            bail!("the shop ended by itself; its last line above says why");
        }
        if !ready && shop::is_ready(port) {
            ready = true;
            println!("ready http://127.0.0.1:{port}/");
        }
        if !ready && started.elapsed() - told > Duration::from_secs(5) {
            told = started.elapsed();
            println!("  … the shop opens; the first time it draws the product pictures ({} s)", told.as_secs());
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
