//! The shop that is judged: the real program on free ports, with a database of its own and test hooks open.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    process::Child,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};

use crate::{process, project::Project, shop};

/// How long the shop may take to bring its catalogue in and to answer.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long it may take to stop.
const GRACE: Duration = Duration::from_secs(15);

/// A running shop; it stops when this goes.
pub(crate) struct Subject {
    child: Child,
    port: u16,
    folder: PathBuf,
}

impl Subject {
    /// Starts the shop with test hooks and more flags, and waits until it answers.
    pub(super) fn start(project: &Project, program: &Path, database_url: Option<String>, flags: &[&str]) -> Result<Self> {
        let (port, processor) = (free_port()?, free_port()?);
        let folder = project.scratch("conformance")?.join(format!("shop-{port}"));
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        let mut command = process::tether(program)?;
        command.arg("serve").arg("--data-dir").arg(&folder);
        command.arg("--listen").arg(format!("{}:{port}", Ipv4Addr::LOCALHOST));
        command.arg("--processor-listen").arg(format!("{}:{processor}", Ipv4Addr::LOCALHOST));
        // Buyers' addresses are https, as the protocol demands; the endpoint is where the suite can reach it.
        command.args(["--public-url", "https://shop.test", "--processor-url", "https://pay.shop.test"]);
        command.arg("--api-url").arg(format!("http://{}:{port}/ucp/v1", Ipv4Addr::LOCALHOST));
        command.args(["--dev", "--test-hooks", "--test-buyer"]).args(flags);
        if let Some(url) = database_url {
            command.arg("--database-url").arg(url);
        }
        if std::env::var_os("FANSHELF_LOG").is_none() {
            command.env("FANSHELF_LOG", "error");
        }
        let child = process::spawn(&mut command, "the shop")?;
        let mut subject = Self { child, port, folder };
        let started = Instant::now();
        while !shop::is_ready(port) {
            if subject.child.try_wait().context("the shop was lost")?.is_some() {
                bail!("the shop ended by itself; its last line above says why");
            }
            if started.elapsed() > PATIENCE {
                bail!("the shop did not answer within {} s", PATIENCE.as_secs());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(subject)
    }

    /// Its address, as the suite calls it.
    pub(super) fn url(&self) -> String {
        format!("http://{}:{}", Ipv4Addr::LOCALHOST, self.port)
    }

    /// A folder that lives as long as the shop does.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Subject {
    fn drop(&mut self) {
        if let Err(error) = process::stop(&mut self.child, GRACE) {
            eprintln!("warning: the shop that was judged does not stop: {error:#}");
        }
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("warning: {} cannot be removed: {error}", self.folder.display());
        }
    }
}

/// A port that nobody listens on.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?;
    Ok(listener.local_addr().context("the port has no number")?.port())
}
