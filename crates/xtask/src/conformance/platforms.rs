//! Platforms for the shop to meet: a small server with their profiles, good and bad.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{Ipv4Addr, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

/// The version of the protocol.
pub(super) const VERSION: &str = "2026-04-08";

/// The running server; it stops when this goes.
pub(super) struct Platforms {
    port: u16,
    stop: Arc<AtomicBool>,
    server: Option<JoinHandle<()>>,
}

impl Platforms {
    /// Starts the server. `keys` are the public keys of the platform that signs.
    pub(super) fn start(keys: Vec<Value>) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free for the platforms")?;
        let port = listener.local_addr().context("the port has no number")?.port();
        listener.set_nonblocking(true).context("the platforms cannot listen")?;
        let stop = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&stop);
        let pages = pages(keys);
        let server = thread::spawn(move || {
            while !asked.load(Ordering::Relaxed) {
                match listener.accept() {
                    // A visitor that goes away early is no trouble of ours.
                    Ok((stream, _)) => drop(answer(stream, &pages)),
                    Err(_) => thread::sleep(Duration::from_millis(10)),
                }
            }
        });
        Ok(Self { port, stop, server: Some(server) })
    }

    /// The address of a profile.
    pub(super) fn url(&self, name: &str) -> String {
        format!("http://{}:{}/{name}", Ipv4Addr::LOCALHOST, self.port)
    }
}

impl Drop for Platforms {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(server) = self.server.take() {
            // It held no state that a panic could have spoilt.
            let _ended = server.join();
        }
    }
}

/// What is served, by name; everything else is not found.
fn pages(keys: Vec<Value>) -> Vec<(&'static str, String)> {
    let all = ["catalog.search", "catalog.lookup", "cart", "checkout", "order", "fulfillment", "discount", "buyer_consent"];
    let all: Vec<String> = all.iter().map(|name| format!("dev.ucp.shopping.{name}")).collect();
    let mut signing = profile(VERSION, &all);
    signing["signing_keys"] = keys.into();
    vec![
        ("signing.json", signing.to_string()),
        ("old.json", profile("2025-01-01", &all).to_string()),
        ("strange.json", profile(VERSION, &["com.moon.rides.hailing".to_owned()]).to_string()),
        ("malformed.json", "{\"ucp\": [\"not\", \"a\", \"profile\"".to_owned()),
    ]
}

fn profile(version: &str, capabilities: &[String]) -> Value {
    let spec = format!("https://ucp.dev/{version}/specification/overview");
    let capability = |name: &String| {
        let schema = name.rsplit('.').next().unwrap_or_default();
        let schema = format!("https://ucp.dev/{version}/schemas/shopping/{schema}.json");
        (name.clone(), json!([{ "version": version, "spec": spec, "schema": schema }]))
    };
    let rest = json!([{ "version": version, "transport": "rest", "spec": spec, "schema": spec }]);
    json!({ "ucp": {
        "version": version,
        "services": { "dev.ucp.shopping": rest },
        "capabilities": capabilities.iter().map(capability).collect::<serde_json::Map<_, _>>(),
        "payment_handlers": {},
    } })
}

fn answer(stream: TcpStream, pages: &[(&str, String)]) -> std::io::Result<()> {
    stream.set_nonblocking(false)?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
    }
    let name = first.split(' ').nth(1).unwrap_or_default().trim_start_matches('/').to_owned();
    let (status, body) = match pages.iter().find(|(page, _)| *page == name) {
        Some((_, body)) => ("200 OK", body.as_str()),
        None => ("404 Not Found", ""),
    };
    write!(
        reader.into_inner(),
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncache-control: public, max-age=60\r\ncontent-length: {}\r\n\
         connection: close\r\n\r\n{body}",
        body.len()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    fn get(platforms: &Platforms, name: &str) -> String {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, platforms.port)).unwrap();
        write!(stream, "GET /{name} HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn each_platform_has_its_profile_and_a_missing_one_is_missing() {
        let platforms = Platforms::start(vec![json!({ "kid": "k" })]).unwrap();
        assert!(get(&platforms, "signing.json").contains("\"signing_keys\":[{\"kid\":\"k\"}]"));
        assert!(get(&platforms, "old.json").contains("\"version\":\"2025-01-01\""));
        assert!(get(&platforms, "gone.json").starts_with("HTTP/1.1 404"));
    }
}
