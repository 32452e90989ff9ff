//! How many commits a second the database file could take at the most: one changed row each, durable, nothing else.

use std::{
    fmt::Write as _,
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result};

use crate::{process, tools};

/// Commits of a run.
const COMMITS: usize = 500;

/// Durable commits a second in the shop's own file, with the settings that the shop opens it with. The shop runs and has
/// nothing to do meanwhile.
pub(super) fn rate(database: &Path, time: Duration) -> Result<f64> {
    let sqlite = tools::sqlite()?;
    let script = database.with_extension("commits.sql");
    let mut text = String::from("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;\n");
    for number in 0..COMMITS {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "BEGIN IMMEDIATE; UPDATE bench_commits SET n = {number} WHERE id = 1; COMMIT;");
    }
    fs::write(&script, &text).with_context(|| format!("cannot write {}", script.display()))?;
    let sql = |statement: &str| {
        let mut command = Command::new(&sqlite);
        command.arg(database).arg(statement).stdout(Stdio::null());
        process::run(&mut command, "sqlite3")
    };
    sql(
        "CREATE TABLE IF NOT EXISTS bench_commits (id INTEGER PRIMARY KEY, n INTEGER); INSERT OR REPLACE INTO bench_commits VALUES (1, 0)",
    )?;
    let (started, mut commits) = (Instant::now(), 0_u32);
    while started.elapsed() < time || commits == 0 {
        let input = fs::File::open(&script).with_context(|| format!("cannot read {}", script.display()))?;
        let mut command = Command::new(&sqlite);
        process::run(command.arg("-bail").arg(database).stdin(input).stdout(Stdio::null()), "sqlite3")?;
        commits += u32::try_from(COMMITS).unwrap_or(0);
    }
    let rate = f64::from(commits) / started.elapsed().as_secs_f64();
    sql("DROP TABLE bench_commits")?;
    Ok(rate)
}
