//! The program from outside: what it says when it cannot start.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::net::TcpListener;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_fanshelf-storefront")).args(arguments).env_remove("FANSHELF_DATA_DIR").output().unwrap()
}

/// One sentence on standard error, nothing on standard output, and a failure.
fn refused(arguments: &[&str], mention: &str) {
    let output = run(arguments);
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success(), "{arguments:?}");
    assert!(output.stdout.is_empty());
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(text.contains(mention) && text.trim_end().ends_with('.'), "{text}");
}

#[test]
fn a_busy_port_is_told_with_the_flag_that_helps() {
    let busy = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = busy.local_addr().unwrap().to_string();
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().display().to_string();
    refused(&["serve", "--data-dir", &dir, "--listen", &address], "--listen");
    let flags = ["serve", "--data-dir", &dir, "--listen", "127.0.0.1:0", "--processor-listen", &address];
    refused(&flags, "--processor-listen");
}

#[test]
fn an_unusable_data_directory_is_told() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let dir = file.path().join("below-a-file").display().to_string();
    refused(&["serve", "--listen", "127.0.0.1:0", "--data-dir", &dir], &dir);
    refused(&["import", "--data-dir", &dir], &dir);
}

#[test]
fn a_missing_site_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (dir, site) = (folder.path().display().to_string(), folder.path().join("dist").display().to_string());
    refused(&["serve", "--listen", "127.0.0.1:0", "--data-dir", &dir, "--site-dir", &site], "index.html");
}

#[test]
fn a_foreign_database_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().display().to_string();
    refused(&["serve", "--listen", "127.0.0.1:0", "--data-dir", &dir, "--database-url", "mysql://db/shop"], "mysql");
    std::fs::write(folder.path().join("shop.db"), "this is no database, however long one looks at it").unwrap();
    refused(&["serve", "--listen", "127.0.0.1:0", "--data-dir", &dir], "shop.db");
}

#[test]
fn production_refuses_development_and_test_hooks() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().display().to_string();
    for flag in ["--dev", "--test-hooks"] {
        let listen = ["--listen", "127.0.0.1:0", "--processor-listen", "127.0.0.1:0"];
        let flags = [&["serve", "--data-dir", &dir, "--public-url", "https://shop.fans", flag][..], &listen].concat();
        refused(&flags, "refused in production");
    }
}

#[test]
fn members_come_and_go_and_a_repetition_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().display().to_string();
    let member = |verb: &str| {
        let output = run(&["members", verb, "--data-dir", &dir, "dev.fanshelf.club", "jane@example.com"]);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(member("add"), "dev.fanshelf.club now holds of jane@example.com.\n");
    assert_eq!(member("add"), "dev.fanshelf.club already holds of jane@example.com.\n");
    assert_eq!(member("remove"), "dev.fanshelf.club now does not hold of jane@example.com.\n");
    refused(&["members", "add", "--data-dir", &dir, "dev.fanshelf.club", "jane"], "e-mail");
}

#[test]
fn orders_of_a_shop_that_is_not_there_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("nothing").display().to_string();
    refused(&["orders", "list", "--data-dir", &dir], "--data-dir");
    assert!(!folder.path().join("nothing").exists(), "looking makes nothing");
}

#[test]
fn help_names_every_command_and_the_environment() {
    let help = String::from_utf8(run(&["--help"]).stdout).unwrap();
    assert!(["serve", "import", "orders", "members"].iter().all(|command| help.contains(command)), "{help}");
    let help = String::from_utf8(run(&["serve", "--help"]).stdout).unwrap();
    assert!(help.contains("FANSHELF_PUBLIC_URL") && help.contains("--site-dir"), "{help}");
}

#[test]
fn a_catalogue_that_cannot_be_imported_fails_and_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().display().to_string();
    let file = folder.path().join("bad.jsonl");
    std::fs::write(&file, "{}\n").unwrap();
    let path = file.display().to_string();
    let output = run(&["catalog", "import", &path, "--data-dir", &dir]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && told.contains("bad.jsonl:1:") && told.ends_with("Nothing was imported.\n"), "{told}");
    std::fs::write(&file, "").unwrap();
    assert!(run(&["catalog", "import", &path, "--data-dir", &dir, "--dry-run"]).status.success());
    refused(&["catalog", "import", &folder.path().join("list.txt").display().to_string(), "--data-dir", &dir], "--format");
    refused(&["catalog", "export", &path, "--data-dir", &folder.path().join("nothing").display().to_string()], "--data-dir");
}
