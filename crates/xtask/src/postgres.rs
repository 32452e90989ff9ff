//! A PostgreSQL server for as long as a command runs: a cluster of its own in a temporary folder, reached through a socket in
//! that folder and through nothing else.

use std::{
    env, fs,
    os::unix::fs::chown,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};

use crate::{process, tools};

/// The user of the database, who may do everything in it.
const USER: &str = "fanshelf";
/// How long starting and stopping may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Whether a commit reaches the disk before it is answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Commits {
    /// It does, as in a real shop.
    Durable,
    /// It does not: the cluster is thrown away anyway.
    Forgetful,
}

/// A running server. It stops, and its folder goes, when this is dropped.
pub(crate) struct Cluster {
    server: Child,
    programs: PathBuf,
    folder: tempfile::TempDir,
}

impl Cluster {
    /// Sets a cluster up and starts it.
    pub(crate) fn start(commits: Commits) -> Result<Self> {
        let programs = tools::postgres()?;
        let folder =
            tempfile::Builder::new().prefix("fanshelf-postgres-").tempdir().context("no temporary folder for PostgreSQL")?;
        let account = Account::choose()?;
        if let Some(account) = &account {
            chown(folder.path(), Some(account.user), Some(account.group)).context("the cluster's folder cannot be given away")?;
        }
        let data = folder.path().join("data");
        println!("setting up a PostgreSQL cluster in {}", folder.path().display());
        let mut setup = as_user(account.as_ref(), &programs.join("initdb"));
        setup.args(["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--username", USER]);
        setup.arg("--pgdata").arg(&data).current_dir(folder.path());
        process::run_quiet(&mut setup, "initdb")?;
        let log = fs::File::create(folder.path().join("log")).context("the cluster's log cannot be written")?;
        let mut server = as_user(account.as_ref(), &programs.join("postgres"));
        server.arg("-D").arg(&data).arg("-k").arg(folder.path()).current_dir(folder.path());
        server.args(["-c", "listen_addresses=", "-c", "max_connections=200"]);
        if commits == Commits::Forgetful {
            server.args(["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]);
        }
        server.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        let server = process::spawn(&mut server, "the PostgreSQL server")?;
        let mut cluster = Self { server, programs, folder };
        cluster.wait()?;
        Ok(cluster)
    }

    /// The address of a new database in it.
    pub(crate) fn database(&self, name: &str) -> Result<String> {
        let mut create = Command::new(self.programs.join("createdb"));
        create.arg("--host").arg(self.folder.path()).args(["--username", USER, name]);
        process::run_quiet(&mut create, "createdb")?;
        Ok(format!("postgres://{USER}@localhost/{name}?host={}", self.folder.path().display()))
    }

    fn wait(&mut self) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            if self.server.try_wait().context("the PostgreSQL server was lost")?.is_some() {
                break;
            }
            let mut ask = Command::new(self.programs.join("pg_isready"));
            ask.arg("--quiet").arg("--host").arg(self.folder.path()).stdout(Stdio::null());
            if ask.status().is_ok_and(|status| status.success()) {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(50));
        }
        // What it says about itself is the reason.
        let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        bail!("the PostgreSQL server does not start: {}", log.trim())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // An interrupt is a fast stop: it does not wait for clients to leave.
        if let Some(pid) = i32::try_from(self.server.id()).ok().and_then(rustix::process::Pid::from_raw) {
            let _ended = rustix::process::kill_process(pid, rustix::process::Signal::INT);
        }
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline && matches!(self.server.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(20));
        }
        let _ended = self.server.kill();
        let _ended = self.server.wait();
    }
}

/// Somebody who is not root, as whom the server runs: it refuses root.
struct Account {
    user: u32,
    group: u32,
}

impl Account {
    /// `postgres`, whom Debian's package brings, or `nobody`. None when this is not root: then it runs as whoever this is.
    fn choose() -> Result<Option<Self>> {
        if !rustix::process::geteuid().is_root() {
            return Ok(None);
        }
        let users = fs::read_to_string("/etc/passwd").context("the users of this system cannot be read")?;
        let account = ["postgres", "nobody"].iter().find_map(|name| Self::named(&users, name));
        account.map(Some).context("PostgreSQL refuses to run as root, and there is neither a user `postgres` nor `nobody`")
    }

    fn named(users: &str, name: &str) -> Option<Self> {
        let mut fields =
            users.lines().map(|line| line.split(':')).find_map(|mut fields| (fields.next() == Some(name)).then_some(fields))?;
        Some(Self { user: fields.nth(1)?.parse().ok()?, group: fields.next()?.parse().ok()? })
    }
}

/// A program that runs as the account, and ends when this program does, where the system can promise that.
fn as_user(account: Option<&Account>, program: &Path) -> Command {
    let Some(setpriv) = process::which("setpriv", env::var_os("PATH").as_deref()) else {
        let mut command = Command::new(program);
        if let Some(account) = account {
            use std::os::unix::process::CommandExt as _;
            command.uid(account.user).gid(account.group);
        }
        return command;
    };
    let mut command = Command::new(setpriv);
    if let Some(Account { user, group }) = account {
        command.arg(format!("--reuid={user}")).arg(format!("--regid={group}")).arg("--clear-groups");
    }
    command.arg("--pdeathsig=INT").arg(program);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_read_from_the_list_of_users() {
        let users = "root:x:0:0:root:/root:/bin/bash\npostgres:x:101:104:PostgreSQL,,,:/var/lib/postgresql:/bin/bash\n";
        let found = Account::named(users, "postgres").unwrap();
        assert_eq!((found.user, found.group), (101, 104));
        assert!(Account::named(users, "nobody").is_none());
    }
}
