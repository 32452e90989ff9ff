//! A shop in a process of its own, on ports of its own, and what it takes of the machine.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};

use crate::{process, shop};

/// Where a shop keeps its things.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Its folder.
    pub(super) data: PathBuf,
    /// Its database on a PostgreSQL server; none: a file in the folder.
    pub(super) url: Option<String>,
}

impl Place {
    /// The program with a command, over this place.
    pub(super) fn at(&self, mut command: Command) -> Command {
        command.arg("--data-dir").arg(&self.data);
        if let Some(url) = &self.url {
            command.args(["--database-url", url]);
        }
        command
    }

    /// The file that everything is in, when it is in one.
    pub(super) fn file(&self) -> PathBuf {
        self.data.join("shop.db")
    }
}

/// A running shop. It ends with this value.
pub(super) struct Server {
    child: Child,
    /// Its address, without a slash at the end.
    pub(super) shop: String,
    /// Its card processor's.
    pub(super) processor: String,
}

impl Server {
    /// Starts the shop over a catalogue that is there already.
    pub(super) fn start(program: &Path, place: &Place) -> Result<Self> {
        let (port, processor) = (free_port()?, free_port()?);
        let mut command = process::tether(program)?;
        command.arg("serve");
        let mut command = place.at(command);
        command.arg("--listen").arg(format!("127.0.0.1:{port}")).arg("--processor-listen").arg(format!("127.0.0.1:{processor}"));
        // As it is run for real, but for the log: two lines a request would measure the terminal.
        command.env("FANSHELF_LOG", "warn");
        let mut child = process::spawn(&mut command, "the shop")?;
        let started = Instant::now();
        while !shop::is_ready(port) {
            if child.try_wait().context("the shop was lost")?.is_some() {
                bail!("the shop ended by itself; its last line above says why");
            }
            if started.elapsed() > Duration::from_secs(120) {
                let _ended = child.kill();
                bail!("the shop does not get ready");
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(Self { child, shop: format!("http://127.0.0.1:{port}"), processor: format!("http://127.0.0.1:{processor}") })
    }

    /// Resident memory now, in bytes.
    pub(super) fn memory(&self) -> u64 {
        resident(self.child.id())
    }

    /// Runs `work` and returns with its result the most resident memory that was seen meanwhile, in bytes.
    pub(super) fn watched<T>(&self, work: impl FnOnce() -> T) -> (T, u64) {
        let watch = Watch::begin(self.child.id());
        let result = work();
        (result, watch.end())
    }

    /// Stops it and waits until it has ended.
    pub(super) fn stop(mut self) -> Result<()> {
        process::stop(&mut self.child, Duration::from_secs(20))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Stopped already, as a rule; a bench that failed leaves nothing behind.
        let _ended = process::stop(&mut self.child, Duration::from_secs(5));
    }
}

/// Runs a program to its end; returns how long that took and the most resident memory it had, in bytes.
pub(super) fn run(command: &mut Command, what: &str) -> Result<(Duration, u64)> {
    command.stdin(Stdio::null());
    let started = Instant::now();
    let mut child = process::spawn(command, what)?;
    let watch = Watch::begin(child.id());
    let status = child.wait().with_context(|| format!("{what} was lost"))?;
    let took = started.elapsed();
    let most = watch.end();
    if !status.success() {
        bail!("{what} failed");
    }
    Ok((took, most))
}

/// Looks at a process's memory again and again.
struct Watch {
    over: Arc<AtomicBool>,
    most: Arc<AtomicU64>,
    thread: thread::JoinHandle<()>,
}

impl Watch {
    fn begin(pid: u32) -> Self {
        let (over, most) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let (stop, seen) = (Arc::clone(&over), Arc::clone(&most));
        let thread = thread::spawn(move || {
            while !stop.load(Ordering::Relaxed) {
                seen.fetch_max(resident(pid), Ordering::Relaxed);
                thread::sleep(Duration::from_millis(50));
            }
        });
        Self { over, most, thread }
    }

    fn end(self) -> u64 {
        self.over.store(true, Ordering::Relaxed);
        // It only sleeps and reads: it cannot have panicked.
        let _ended = self.thread.join();
        self.most.load(Ordering::Relaxed)
    }
}

/// `VmRSS` of a process in bytes; nought when there is no such process, or no `/proc`.
fn resident(pid: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|rest| rest.trim().split(' ').next()?.parse::<u64>().ok()).map_or(0, |kibibytes| kibibytes * 1_024)
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?;
    Ok(listener.local_addr().context("the port is unknown")?.port())
}
