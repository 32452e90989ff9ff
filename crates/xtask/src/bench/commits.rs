//! How many commits a second the shop's database could take at the most: one changed row each, durable, nothing else.

use std::{
    fmt::Write as _,
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result};

use super::server::Place;
use crate::{process, tools};

/// Commits of a run.
const COMMITS: usize = 500;
/// The settings that the shop opens its file with.
const SQLITE: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;\n";

/// Durable commits a second in the shop's own database, by the engine's own shell. The shop runs and has nothing to do
/// meanwhile.
pub(super) fn rate(place: &Place, time: Duration) -> Result<f64> {
    let script = place.data.join("commits.sql");
    let run = |text: &str| -> Result<()> {
        fs::write(&script, text).with_context(|| format!("cannot write {}", script.display()))?;
        process::run(shell(place, &script)?.stdout(Stdio::null()), "the database's shell")
    };
    run("CREATE TABLE bench_commits (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO bench_commits VALUES (1, 0);")?;
    let mut text = if place.url.is_none() { SQLITE.to_owned() } else { String::new() };
    for number in 0..COMMITS {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "UPDATE bench_commits SET n = {number} WHERE id = 1;");
    }
    let (started, mut commits) = (Instant::now(), 0_u32);
    while started.elapsed() < time || commits == 0 {
        run(&text)?;
        commits += u32::try_from(COMMITS).unwrap_or(0);
    }
    let rate = f64::from(commits) / started.elapsed().as_secs_f64();
    run("DROP TABLE bench_commits;")?;
    Ok(rate)
}

/// What reads a script.
fn shell(place: &Place, script: &Path) -> Result<Command> {
    if let Some(url) = &place.url {
        let mut command = Command::new(tools::postgres()?.join("psql"));
        command.args(["--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--file"]).arg(script).arg(url);
        return Ok(command);
    }
    let input = fs::File::open(script).with_context(|| format!("cannot read {}", script.display()))?;
    let mut command = Command::new(tools::sqlite()?);
    // The shop's sweepers write now and then, and are waited for.
    command.args(["-bail", "-cmd", ".timeout 5000"]).arg(place.file()).stdin(input);
    Ok(command)
}
