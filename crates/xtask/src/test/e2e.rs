//! Whole journeys: Playwright drives Chromium against the real shop, with a fresh copy of its database for each test.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result};

use super::counts::Counts;
use crate::{
    process,
    project::Project,
    shop, stamp, tools,
    widget::{self, Profile},
};

/// What the prepared database is made from.
const INPUTS: [&str; 6] = [
    "crates/studio",
    "crates/storefront/migrations",
    "crates/storefront/src/import",
    "crates/storefront/src/import.rs",
    "crates/storefront/src/store",
    "crates/storefront/src/store.rs",
];

pub(super) fn run(project: &Project, filter: Option<&str>) -> Result<Counts> {
    let mut command = playwright(project)?;
    if let Some(filter) = filter {
        command.arg("--grep").arg(escaped(filter));
    }
    let (status, text) = process::tee(&mut command, "playwright")?;
    Ok(Counts::from_playwright(&text).checked(status))
}

/// Playwright with all that its tests need: the widget, the shop, its database, a browser.
pub(crate) fn playwright(project: &Project) -> Result<Command> {
    let folder = project.root.join("tests/e2e");
    let chromium = tools::chromium()?;
    let sqlite = tools::sqlite()?;
    tools::npm_install(&folder)?;
    // The widget as it is shipped; the shop as the other suites compile it.
    widget::build(project, Profile::Release)?;
    let program = shop::build(project, Profile::Dev)?;
    // Pictures are named after their content, so the demo's folder serves the tests as well.
    let pictures = shop::data_folder(project);
    let database = prepare(project, &program, &pictures)?;

    let mut command = Command::new("node");
    command.args(["node_modules/@playwright/test/cli.js", "test"]).current_dir(&folder);
    command.env("FANSHELF_E2E_SHOP", &program).env("FANSHELF_E2E_SITE", project.dist()).env("FANSHELF_E2E_DATA", &pictures);
    command.env("FANSHELF_E2E_DATABASE", &database);
    command.env("FANSHELF_E2E_OUT", project.scratch("e2e")?).env("CHROMIUM", &chromium.browser).env("SQLITE3", &sqlite);
    command.env("FANSHELF_E2E_TETHER", std::env::current_exe().context("this program cannot be found again")?);
    command.env("FORCE_COLOR", "0").env("PLAYWRIGHT_HTML_OPEN", "never");
    Ok(command)
}

/// A database with the demo catalogue, imported once for all runs over the same catalogue.
fn prepare(project: &Project, program: &Path, pictures: &Path) -> Result<PathBuf> {
    let mut inputs = stamp::Inputs::new(&[]);
    for input in INPUTS {
        inputs.add(&project.root, input)?;
    }
    let digest = inputs.digest();
    let folder = project.scratch("e2e-shop")?;
    let (mark, database) = (folder.join("stamp"), folder.join("shop.db"));
    if stamp::is_current(&mark, &digest) && database.is_file() {
        return Ok(database);
    }
    fs::remove_dir_all(&folder)
        .and_then(|()| fs::create_dir_all(&folder))
        .with_context(|| format!("cannot clear {}", folder.display()))?;
    println!("preparing the shop's database and pictures");
    let mut import = Command::new(program);
    import.arg("import").arg("--data-dir").arg(pictures).arg("--database-url").arg(format!("sqlite://{}", database.display()));
    process::run(import.env("FANSHELF_LOG", "warn"), "drawing the catalogue")?;
    stamp::write(&mark, &digest)?;
    Ok(database)
}

/// Playwright takes a pattern; a filter is a plain text.
pub(crate) fn escaped(filter: &str) -> String {
    let mut pattern = String::new();
    for letter in filter.chars() {
        if !letter.is_alphanumeric() && !letter.is_whitespace() && letter != '_' {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_filter_is_a_plain_text() {
        assert_eq!(escaped("3-D (secure) card"), "3\\-D \\(secure\\) card");
    }
}
