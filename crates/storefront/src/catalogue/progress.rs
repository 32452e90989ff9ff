//! How far a long piece of work is: a bar on a terminal, a line every tenth elsewhere, nothing for what is short.

use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Work that is shorter than this is not worth a word.
const SHORT: Duration = Duration::from_secs(1);

/// How far something is.
#[derive(Debug)]
pub struct Progress {
    bar: Option<ProgressBar>,
    speaks: bool,
    what: &'static str,
    total: u64,
    tenth: u64,
    started: Instant,
}

impl Progress {
    /// On standard error.
    #[must_use]
    pub fn shown() -> Self {
        Self { speaks: true, ..Self::silent() }
    }

    /// Nowhere.
    #[must_use]
    pub fn silent() -> Self {
        Self { bar: None, speaks: false, what: "", total: 0, tenth: 0, started: Instant::now() }
    }

    /// What the whole is, in any unit.
    pub(super) fn open(&mut self, total: u64) {
        self.total = total;
    }

    /// Begins a part of the work that goes over the whole.
    pub(super) fn begin(&mut self, what: &'static str) {
        self.end();
        (self.what, self.tenth, self.started) = (what, 0, Instant::now());
        if self.speaks && std::io::stderr().is_terminal() {
            let bar = ProgressBar::new(self.total).with_message(what);
            let style = ProgressStyle::with_template("{msg:9} {wide_bar} {percent:>3} % {eta}");
            self.bar = Some(style.map_or(bar.clone(), |style| bar.with_style(style)));
        }
    }

    /// So much is done.
    pub(super) fn at(&mut self, done: u64) {
        if let Some(bar) = &self.bar {
            bar.set_position(done);
        } else if self.speaks && done.saturating_mul(10) >= (self.tenth + 1).saturating_mul(self.total.max(1)) {
            self.tenth = done.saturating_mul(10) / self.total.max(1);
            if self.started.elapsed() > SHORT {
                eprintln!("{} {} %", self.what, self.tenth * 10);
            }
        }
    }

    /// It is over.
    pub(super) fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}
