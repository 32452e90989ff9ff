//! The shop's processes: started on ports of their own, killed, and started again where they were.

use std::collections::BTreeSet;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};

use crate::tally::Tally;

/// What shop and processor share.
pub(crate) const SECRET: &str = "chaos";

/// The file for everybody's complaints.
const LOG: &str = "complaints.log";

/// Where a shop is.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) program: PathBuf,
    pub(crate) folder: PathBuf,
    pub(crate) database: String,
}

/// How one process is started.
#[derive(Clone)]
pub(crate) struct Start {
    pub(crate) name: String,
    pub(crate) arguments: Vec<String>,
}

impl Place {
    /// Makes the database's tables.
    pub(crate) fn prepare(&self) -> Result<()> {
        let made = self.command(&["orders".to_owned(), "list".to_owned()]).stdout(Stdio::null()).status();
        ensure!(made.context("the storefront cannot be started")?.success(), "the storefront cannot prepare its database");
        Ok(())
    }

    /// Starts a process that outlives the thread which starts it.
    pub(crate) fn start_untethered(&self, start: &Start) -> Result<Child> {
        self.spawn(Command::new(&self.program), start)
    }

    /// Starts a process.
    fn start(&self, start: &Start) -> Result<Child> {
        self.spawn(tethered(&self.program), start)
    }

    fn spawn(&self, command: Command, start: &Start) -> Result<Child> {
        let words: Vec<String> = [&["serve".to_owned()], start.arguments.as_slice()].concat();
        let log = std::fs::OpenOptions::new().create(true).append(true).open(self.folder.join(LOG));
        let mut command = self.arguments(command, &words);
        command.stdout(Stdio::null()).stderr(log.context("the log cannot be written")?);
        command.spawn().with_context(|| format!("{} cannot be started", start.name))
    }

    /// A command of the program, to be run to its end.
    pub(crate) fn command(&self, words: &[String]) -> Command {
        self.arguments(tethered(&self.program), words)
    }

    fn arguments(&self, mut command: Command, words: &[String]) -> Command {
        command.args(words);
        if words.first().is_some_and(|word| word == "serve") {
            // All buyers have one address here, and many a bad card. Their platform is on this machine.
            command.args(["--card-attempts", "0,0,0", "--code-guesses", "0,0,0", "--dev"]);
        }
        command.arg("--data-dir").arg(&self.folder).args(["--database-url", &self.database]);
        command.env("FANSHELF_LOG", "error").stdin(Stdio::null());
        command
    }

    /// The last lines of what the processes complained of.
    pub(crate) fn complaints(&self, lines: usize) -> String {
        let log = std::fs::read_to_string(self.folder.join(LOG)).unwrap_or_default();
        let all: Vec<&str> = log.lines().collect();
        all.get(all.len().saturating_sub(lines)..).unwrap_or_default().join("\n")
    }
}

/// A program that ends when this one does, where the system can promise that.
fn tethered(program: &PathBuf) -> Command {
    let setpriv = std::path::Path::new("/usr/bin/setpriv");
    if !setpriv.is_file() {
        return Command::new(program);
    }
    let mut command = Command::new(setpriv);
    command.arg("--pdeathsig=KILL").arg(program);
    command
}

/// The ports that were given away: scenes run side by side, and a shop that is down for a moment keeps its own.
static GIVEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

/// A port that nobody listens on or was given, below those that the system gives to outgoing connections: it has to be free
/// again after a restart.
pub(crate) fn free_port(random: &mut fastrand::Rng) -> Result<u16> {
    let mut given = GIVEN.lock().unwrap_or_else(PoisonError::into_inner);
    let is_free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    let mut tries = std::iter::repeat_with(|| random.u16(10_000..30_000)).take(1_000);
    tries.find(|port| is_free(port) && given.insert(*port)).context("no port is free")
}

/// The thread that starts, kills and restarts. One thread for all of it: the system ends a tethered process with the thread
/// that started it.
pub(crate) struct Fleet {
    stop: Arc<AtomicBool>,
    calm: Arc<AtomicBool>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Fleet {
    /// Starts every process and, from then on, kills one of them now and then.
    pub(crate) fn launch(place: Place, starts: Vec<Start>, tally: Arc<Tally>, seed: u64) -> Self {
        let (stop, calm) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        let flags = (Arc::clone(&stop), Arc::clone(&calm));
        let thread = std::thread::spawn(move || {
            let mut random = fastrand::Rng::with_seed(seed);
            let mut children: Vec<Option<Child>> = starts.iter().map(|start| launched(&place, start, &tally)).collect();
            let mut next = Duration::from_millis(1_500);
            while !flags.0.load(Ordering::Relaxed) {
                let tick = Duration::from_millis(50);
                std::thread::sleep(tick);
                for (child, start) in children.iter_mut().zip(&starts) {
                    // Nobody ends by itself.
                    if let Some(running) = child
                        && let Ok(Some(status)) = running.try_wait()
                    {
                        tally.broken(format!("{} ended by itself: {status}", start.name));
                        *child = launched(&place, start, &tally);
                    }
                }
                next = next.saturating_sub(tick);
                if flags.1.load(Ordering::Relaxed) || !next.is_zero() {
                    continue;
                }
                // In bursts, and with time between them in which what takes long gets to its end.
                next = Duration::from_millis(if random.bool() { random.u64(200..1_500) } else { random.u64(3_000..8_000) });
                let index = random.usize(..starts.len());
                if let (Some(child), Some(start)) = (children.get_mut(index), starts.get(index)) {
                    if let Some(running) = child {
                        // SIGKILL: no destructor runs, nothing is flushed.
                        let _gone = running.kill();
                        let _gone = running.wait();
                        tally.count(format!("killed: {}", start.name));
                    }
                    *child = launched(&place, start, &tally);
                }
            }
            for child in children.iter_mut().flatten() {
                let _gone = child.kill();
                let _gone = child.wait();
            }
        });
        Self { stop, calm, thread: Some(thread) }
    }

    /// No more killing; what runs goes on running.
    pub(crate) fn calm(&self) {
        self.calm.store(true, Ordering::Relaxed);
    }

    /// Ends every process.
    pub(crate) fn stop(mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ended = thread.join();
        }
    }
}

fn launched(place: &Place, start: &Start, tally: &Tally) -> Option<Child> {
    match place.start(start) {
        Ok(child) => Some(child),
        Err(error) => {
            tally.broken(format!("{error:#}"));
            None
        }
    }
}
