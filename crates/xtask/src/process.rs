//! Running other programs: shown, quiet with a heartbeat, read, copied while shown, or tethered to their parent.

use std::{
    ffi::OsStr,
    io::{self, BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};

/// Runs a program with its output shown. `what` is the subject of the sentence when it fails.
pub(crate) fn run(command: &mut Command, what: &str) -> Result<()> {
    let status = spawn(command, what)?.wait().with_context(|| format!("{what} was lost"))?;
    checked(status, what)
}

/// Runs a program whose output matters only when it fails; a line every ten seconds says that it lives.
pub(crate) fn run_quiet(command: &mut Command, what: &str) -> Result<()> {
    let started = Instant::now();
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = spawn(command, what)?;
    let outputs = [
        child.stdout.take().map(|pipe| thread::spawn(move || read_all(pipe))),
        child.stderr.take().map(|pipe| thread::spawn(move || read_all(pipe))),
    ];
    let mut told = Duration::ZERO;
    let status = loop {
        if let Some(status) = child.try_wait().with_context(|| format!("{what} was lost"))? {
            break status;
        }
        if started.elapsed() - told > Duration::from_secs(10) {
            told = started.elapsed();
            println!("  … {what}, {} s", told.as_secs());
        }
        thread::sleep(Duration::from_millis(20));
    };
    let texts: Vec<String> = outputs.into_iter().flatten().filter_map(|output| output.join().ok()).collect();
    if !status.success() {
        for text in texts {
            eprint!("{text}");
        }
    }
    checked(status, what)
}

/// Runs a program and returns what it wrote on stdout.
pub(crate) fn read(command: &mut Command, what: &str) -> Result<String> {
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = spawn(command, what)?;
    let text = child.stdout.take().map(read_all).unwrap_or_default();
    let status = child.wait().with_context(|| format!("{what} was lost"))?;
    checked(status, what)?;
    Ok(text)
}

/// Runs a program with its output shown and returns stdout with the status: the caller reads counts from it.
pub(crate) fn tee(command: &mut Command, what: &str) -> Result<(ExitStatus, String)> {
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = spawn(command, what)?;
    let mut text = String::new();
    if let Some(pipe) = child.stdout.take() {
        for line in BufReader::new(pipe).split(b'\n') {
            let line = line.with_context(|| format!("{what} stopped talking"))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    io::stdout().flush().ok();
    let status = child.wait().with_context(|| format!("{what} was lost"))?;
    Ok((status, text))
}

/// Starts a program; a missing one is named.
pub(crate) fn spawn(command: &mut Command, what: &str) -> Result<Child> {
    match command.spawn() {
        Ok(child) => Ok(child),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let program = Path::new(command.get_program()).display().to_string();
            bail!("{what} needs `{program}`, which is not installed")
        }
        Err(error) => Err(error).with_context(|| format!("{what} cannot start")),
    }
}

/// Asks a program to end, and insists after the given patience.
pub(crate) fn stop(child: &mut Child, patience: Duration) -> Result<()> {
    // Its number may be another's once it has ended.
    if child.try_wait().context("the program was lost")?.is_some() {
        return Ok(());
    }
    let asked = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw);
    if let Some(pid) = asked {
        // It may have ended meanwhile: then there is nobody to ask.
        let _ended = rustix::process::kill_process(pid, rustix::process::Signal::TERM);
    }
    let deadline = Instant::now() + patience;
    while Instant::now() < deadline {
        if child.try_wait().context("the program was lost")?.is_some() {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(20));
    }
    child.kill().context("the program does not end")?;
    child.wait().context("the program was lost")?;
    Ok(())
}

/// A command that dies with this process, however this process ends.
pub(crate) fn tether(program: &Path) -> Result<Command> {
    let mut command = Command::new(std::env::current_exe().context("this program cannot be found again")?);
    command.arg("tethered").arg("--").arg(program);
    Ok(command)
}

/// The other side of [`tether`]: asks the kernel for the signal, then becomes the program.
pub(crate) fn tethered(command: &[PathBuf]) -> Result<()> {
    use std::os::unix::process::CommandExt as _;
    let Some((program, arguments)) = command.split_first() else {
        bail!("nothing to run");
    };
    #[cfg(target_os = "linux")]
    rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::TERM))
        .context("the program cannot be tethered")?;
    let error = Command::new(program).args(arguments).exec();
    Err(error).with_context(|| format!("{} cannot start", program.display()))
}

/// The first executable of that name on the search path.
pub(crate) fn which(name: &str, path: Option<&OsStr>) -> Option<PathBuf> {
    std::env::split_paths(path?).map(|folder| folder.join(name)).find(|file| is_executable(file))
}

fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    file.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

fn checked(status: ExitStatus, what: &str) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    match status.code() {
        Some(code) => bail!("{what} failed with exit code {code}"),
        None => bail!("{what} was interrupted"),
    }
}

fn read_all(mut pipe: impl io::Read) -> String {
    let mut bytes = Vec::new();
    // A broken pipe ends the text early; the exit status tells whether that matters.
    let _read = pipe.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut Command::new("no-such-program-here"), "the check").unwrap_err();
        assert_eq!(error.to_string(), "the check needs `no-such-program-here`, which is not installed");
    }

    #[test]
    fn a_failing_program_gives_its_exit_code() {
        let error = run(Command::new("sh").args(["-c", "exit 3"]), "the check").unwrap_err();
        assert_eq!(error.to_string(), "the check failed with exit code 3");
    }

    #[test]
    fn tee_returns_what_was_shown() {
        let (status, text) = tee(Command::new("sh").args(["-c", "echo a; echo b; exit 1"]), "the check").unwrap();
        assert_eq!((status.code(), text.as_str()), (Some(1), "a\nb\n"));
    }

    #[test]
    fn a_stopped_program_has_ended() {
        let mut child = Command::new("sleep").arg("60").spawn().unwrap();
        stop(&mut child, Duration::from_secs(20)).unwrap();
        assert!(child.try_wait().unwrap().is_some());
    }
}
