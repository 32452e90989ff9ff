//! The widget's views as wasm in headless Chromium, run by wasm-bindgen's test runner through chromedriver.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result};
use serde_json::json;

use super::counts::Counts;
use crate::{process, project::Project, tools};

/// The flags under which Chromium is quiet, closed to the network beyond this machine, and alike everywhere.
const FLAGS: [&str; 9] = [
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1280,800",
];

pub(super) fn run(project: &Project, filter: Option<&str>) -> Result<Counts> {
    tools::wasm_target(project)?;
    let runner = tools::wasm_bindgen(project, "wasm-bindgen-test-runner")?;
    let chromium = tools::chromium()?;
    let programs = compile(project)?;

    // The runner reads its browser's settings from the folder it runs in.
    let folder = project.scratch("web")?;
    let settings = settings(&chromium.browser, rustix::process::geteuid().is_root());
    fs::write(folder.join("webdriver.json"), settings.to_string()).context("cannot write the browser's settings")?;
    let mut counts = Counts::default();
    for program in programs {
        let mut command = Command::new(&runner);
        command.arg(&program).args(filter).current_dir(&folder);
        command.env("CHROMEDRIVER", &chromium.driver).env("WASM_BINDGEN_TEST_TIMEOUT", "240");
        let (status, text) = process::tee(&mut command, "wasm-bindgen-test-runner")?;
        counts = counts + Counts::from_libtest(&text).checked(status);
    }
    Ok(counts)
}

/// Compiles the tests and returns the wasm files.
fn compile(project: &Project) -> Result<Vec<PathBuf>> {
    let mut cargo = project.cargo();
    cargo.args(["test", "--target", "wasm32-unknown-unknown", "--package", "fanshelf", "--test", "web", "--no-run"]);
    cargo.args(["--message-format", "json-render-diagnostics"]);
    // Flags from outside would change what is compiled and compile everything again.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    let messages = process::read(&mut cargo, "compiling the web tests")?;
    Ok(executables(&messages))
}

fn executables(messages: &str) -> Vec<PathBuf> {
    let parsed = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    parsed.filter_map(|message| Some(PathBuf::from(message["executable"].as_str()?))).collect()
}

fn settings(browser: &Path, root: bool) -> serde_json::Value {
    let mut arguments: Vec<&str> = FLAGS.to_vec();
    if root {
        // Chromium refuses to sandbox for root; the tests load nothing but this project.
        arguments.push("--no-sandbox");
    }
    json!({ "goog:chromeOptions": { "binary": browser, "args": arguments } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_test_programs_are_read_from_cargos_messages() {
        let messages = "{\"reason\":\"compiler-artifact\",\"executable\":null}\nnot json\n{\"executable\":\"/t/web.wasm\"}\n";
        assert_eq!(executables(messages), [PathBuf::from("/t/web.wasm")]);
    }

    #[test]
    fn only_root_goes_without_the_sandbox() {
        let has = |root| settings(Path::new("/b"), root).to_string().contains("--no-sandbox");
        assert!(has(true) && !has(false));
    }
}
