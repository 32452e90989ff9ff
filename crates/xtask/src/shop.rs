//! The storefront from outside: building it, starting it, and knowing when it answers.

use std::{
    io::{Read as _, Write as _},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::Child,
    time::Duration,
};

use anyhow::{Context as _, Result, bail};

use crate::{disk, process, project::Project, widget::Profile};

/// The program's name.
pub(crate) const PROGRAM: &str = "fanshelf-storefront";

/// Room for the shop's build folder.
const BUILD_ROOM: u64 = 1_000_000_000;

/// Where the demo keeps its database and pictures unless told otherwise.
pub(crate) fn data_folder(project: &Project) -> PathBuf {
    project.target.join("demo")
}

/// Compiles the shop and returns the program.
pub(crate) fn build(project: &Project, profile: Profile) -> Result<PathBuf> {
    println!("building the shop ({})", profile.name());
    disk::require(&project.target, BUILD_ROOM, "building the shop")?;
    let mut cargo = project.cargo();
    let folder = match profile {
        Profile::Release => {
            cargo.args(["build", "--release", "--package", "storefront", "--bin", PROGRAM]);
            "release"
        }
        Profile::Dev => {
            // With the features that the tests' build unites, so that both share one compilation.
            cargo.args(["build", "--workspace", "--bin", PROGRAM]);
            "debug"
        }
    };
    process::run(&mut cargo, "building the shop")?;
    Ok(project.target.join(folder).join(PROGRAM))
}

/// Compiles the shop together with other programs of this project, unoptimised; returns the folder that they are in.
pub(crate) fn build_with(project: &Project, others: &[&str]) -> Result<PathBuf> {
    println!("building the shop and {}", others.join(", "));
    disk::require(&project.target, BUILD_ROOM, "building the shop")?;
    let mut cargo = project.cargo();
    // With the features that the tests' build unites, as `build` does.
    cargo.args(["build", "--workspace", "--bin", PROGRAM]);
    for other in others {
        cargo.args(["--bin", other]);
    }
    process::run(&mut cargo, "building the shop")?;
    Ok(project.target.join("debug"))
}

/// Fails when another program listens on the port.
pub(crate) fn require_free(port: u16) -> Result<()> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            bail!("port {port} is in use by another program: stop it or choose another with --port")
        }
        Err(error) => Err(error).with_context(|| format!("port {port} cannot be used: choose another with --port")),
    }
}

/// Starts the shop on a port, its card processor on the next one; it ends with this program.
pub(crate) fn start(program: &Path, port: u16, data: &Path, site: &Path) -> Result<Child> {
    let mut command = process::tether(program)?;
    command.arg("serve").arg("--listen").arg(format!("{}:{port}", Ipv4Addr::LOCALHOST));
    command.arg("--data-dir").arg(data).arg("--site-dir").arg(site);
    if std::env::var_os("FANSHELF_LOG").is_none() {
        // The demo's terminal is for its address; trouble is still told.
        command.env("FANSHELF_LOG", "warn");
    }
    process::spawn(&mut command, "the shop")
}

/// Whether the shop on that port says that it can serve.
pub(crate) fn is_ready(port: u16) -> bool {
    let ask = || -> std::io::Result<String> {
        let patience = Duration::from_secs(2);
        let mut stream = TcpStream::connect_timeout(&SocketAddr::from((Ipv4Addr::LOCALHOST, port)), patience)?;
        stream.set_read_timeout(Some(patience))?;
        let request = format!("GET /ready HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    };
    ask().is_ok_and(|answer| answer.starts_with("HTTP/1.1 200"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_told_with_the_way_out() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = require_free(port).unwrap_err().to_string();
        assert_eq!(error, format!("port {port} is in use by another program: stop it or choose another with --port"));
    }

    #[test]
    fn readiness_is_the_shops_own_word() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let answering = std::thread::spawn(move || {
            for status in ["503 Service Unavailable", "200 OK"] {
                let (mut stream, _) = listener.accept().unwrap();
                let mut request = [0; 512];
                assert!(stream.read(&mut request).unwrap() > 0);
                write!(stream, "HTTP/1.1 {status}\r\ncontent-length: 0\r\n\r\n").unwrap();
            }
        });
        assert!(!is_ready(port));
        assert!(is_ready(port));
        answering.join().unwrap();
        assert!(!is_ready(port));
    }
}
