//! Settings: the defaults make a whole shop, and what cannot be used is told in a sentence.

use super::*;

fn serve(flags: &[&str]) -> ServeArgs {
    let words = ["fanshelf-storefront", "serve"].iter().chain(flags);
    match Cli::try_parse_from(words).unwrap().command {
        Command::Serve(args) => *args,
        other => panic!("{other:?}"),
    }
}

fn check(flags: &[&str]) -> Result<Config, ConfigError> {
    serve(flags).check("127.0.0.1:8787".parse().unwrap(), "127.0.0.1:8788".parse().unwrap())
}

#[test]
fn defaults_make_a_whole_demo() {
    let config = check(&[]).unwrap();
    assert_eq!(config.public_url, "http://127.0.0.1:8787");
    assert_eq!(config.api_url, "http://127.0.0.1:8787/ucp/v1");
    assert_eq!(config.processor_url, "http://127.0.0.1:8788");
    assert_eq!(serve(&[]).processor_listen(), "127.0.0.1:8788".parse().unwrap());
}

#[test]
fn a_secret_is_not_printed() {
    let config = check(&["--processor-secret", "hunter2"]).unwrap();
    assert_eq!(config.processor_secret.reveal(), "hunter2");
    assert!(!format!("{config:?}").contains("hunter2"));
}

#[test]
fn a_secret_can_come_from_a_file_and_its_content_is_in_no_message() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("secret");
    std::fs::write(&file, "hunter2\nsecond line\n").unwrap();
    let path = file.display().to_string();
    assert_eq!(check(&["--processor-secret-file", &path]).unwrap().processor_secret.reveal(), "hunter2");
    let args = serve(&["--database-url-file", &path]);
    assert_eq!(args.data.database_url().unwrap(), "hunter2");
    assert!(!format!("{args:?}").contains("hunter2"));
    std::fs::write(&file, "\n").unwrap();
    assert!(check(&["--processor-secret-file", &path]).unwrap_err().to_string().contains("--processor-secret-file"));
    let both = ["fanshelf-storefront", "serve", "--processor-secret", "a", "--processor-secret-file", &path];
    assert!(Cli::try_parse_from(both).is_err());
}

#[test]
fn unusable_settings_get_a_sentence() {
    for flags in [
        &["--public-url", "shop.example"][..],
        &["--public-url", "ftp://shop.example"],
        &["--public-url", "https://shop.example/?a=1"],
        &["--sandbox", "false"],
        &["--site-dir", "/nowhere/at/all"],
        &["--test-hooks", "--public-url", "https://shop.example"],
        &["--signing-key-file", "/nowhere/at/all"],
        &["--smtp-url", "mail.example"],
        &["--smtp-url", "smtp://127.0.0.1", "--mail-from", "nobody"],
        &["--test-hooks", "--kill-point", "held", "--public-url", "https://shop.example"],
    ] {
        let error = check(flags).unwrap_err().to_string();
        assert!(error.ends_with('.'), "{error}");
    }
}

#[test]
fn a_crash_on_purpose_needs_the_flag_for_tests() {
    let words = ["fanshelf-storefront", "serve", "--kill-point", "held"];
    assert!(Cli::try_parse_from(words).is_err());
    assert_eq!(check(&["--test-hooks", "--kill-point", "held"]).unwrap().kill_point, Some(KillPoint::Held));
}

#[test]
fn the_command_line_is_consistent() {
    use clap::CommandFactory as _;
    Cli::command().debug_assert();
}
