//! Tests that Cargo runs on this machine: units of all crates, and the shop's API.

use anyhow::{Context as _, Result};

use super::counts::Counts;
use crate::{
    postgres::{Cluster, Commits},
    process,
    project::Project,
};

/// Integration tests that are suites of their own.
const OWN_SUITES: [&str; 3] = ["api", "processes", "web"];
/// How the shop's tests are told which PostgreSQL server to use.
pub(crate) const DATABASE: &str = "FANSHELF_TEST_DATABASE_URL";

/// Unit tests, the integration tests beside them, and examples in docs.
pub(super) fn unit(project: &Project, filter: Option<&str>) -> Result<Counts> {
    let mut targets = vec!["--lib".to_owned(), "--bins".to_owned()];
    for test in integration_tests(project)? {
        if !OWN_SUITES.contains(&test.as_str()) {
            targets.extend(["--test".to_owned(), test]);
        }
    }
    let units = cargo_test(project, &targets, filter, None)?;
    let docs = cargo_test(project, &["--doc".to_owned()], filter, None)?;
    Ok(units + docs)
}

/// The shop's routes, and several of its processes at once: on SQLite files, or on the PostgreSQL server of an address.
pub(super) fn api(project: &Project, filter: Option<&str>, database: Option<&str>) -> Result<Counts> {
    cargo_test(project, &["--test", "api", "--test", "processes"].map(str::to_owned), filter, database)
}

/// The same on a PostgreSQL server that lasts as long as the tests.
pub(super) fn postgres(project: &Project, filter: Option<&str>) -> Result<Counts> {
    let cluster = Cluster::start(Commits::Forgetful)?;
    api(project, filter, Some(&cluster.database("tests")?))
}

/// Always over the whole workspace: then all suites share one set of features and one compilation.
fn cargo_test(project: &Project, targets: &[String], filter: Option<&str>, database: Option<&str>) -> Result<Counts> {
    let mut cargo = project.cargo();
    match database {
        Some(url) => cargo.env(DATABASE, url),
        None => cargo.env_remove(DATABASE),
    };
    cargo.args(["test", "--workspace", "--no-fail-fast"]).args(targets);
    if let Some(filter) = filter {
        cargo.args(["--", filter]);
    }
    let (status, text) = process::tee(&mut cargo, "cargo test")?;
    Ok(Counts::from_libtest(&text).checked(status))
}

fn integration_tests(project: &Project) -> Result<Vec<String>> {
    let mut cargo = project.cargo();
    cargo.args(["metadata", "--no-deps", "--format-version", "1"]);
    let metadata: serde_json::Value =
        serde_json::from_str(&process::read(&mut cargo, "cargo metadata")?).context("cargo metadata is not JSON")?;
    Ok(names_of_tests(&metadata))
}

fn names_of_tests(metadata: &serde_json::Value) -> Vec<String> {
    let list = |value: &serde_json::Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let targets = list(metadata, "packages").into_iter().flat_map(|package| list(&package, "targets"));
    let mut names: Vec<String> = targets
        .filter(|target| list(target, "kind").iter().any(|kind| kind == "test"))
        .filter_map(|target| Some(target["name"].as_str()?.to_owned()))
        .collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn integration_tests_are_found_by_kind() {
        let metadata = json!({"packages": [{"targets": [
            {"name": "fanshelf", "kind": ["lib"]}, {"name": "web", "kind": ["test"]}, {"name": "house", "kind": ["test"]},
        ]}]});
        assert_eq!(names_of_tests(&metadata), ["house", "web"]);
    }
}
