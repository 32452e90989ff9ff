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
        &["--test-hooks", "--public-url", "https://shop.fans"],
        &["--test-hooks", "--kill-point", "held", "--public-url", "http://192.0.2.1:8787"],
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
fn what_only_tests_want_needs_the_flag_for_tests() {
    for flag in [&["--kill-point", "held"][..], &["--test-buyer"], &["--test-open-orders"]] {
        let words = [&["fanshelf-storefront", "serve"], flag].concat();
        assert!(Cli::try_parse_from(words).is_err(), "{flag:?}");
    }
    assert_eq!(check(&["--test-hooks", "--kill-point", "held"]).unwrap().kill_point, Some(KillPoint::Held));
}

#[test]
fn production_takes_neither_development_nor_test_hooks() {
    for flag in ["--dev", "--test-hooks", "--google-pay"] {
        let apart = ["--sandbox", "false", "--processor-url"];
        let here = "http://127.0.0.1:9";
        for production in [
            &["--public-url", "https://shop.fans"][..],
            &[apart.as_slice(), &["https://pay.fans"]].concat(),
            // A real processor's relay may be on this machine, when customers are not.
            &[apart.as_slice(), &[here, "--public-url", "http://shop.fans"]].concat(),
            &[apart.as_slice(), &[here, "--public-url", "https://shop.test"]].concat(),
        ] {
            let error = check(&[&[flag], production].concat()).unwrap_err().to_string();
            assert!(error.starts_with(&format!("{flag} is refused in production")), "{error}");
        }
        for safe in ["http://shop.fans", "https://shop.test", "https://127.0.0.1", "https://localhost:8443", "https://[::1]"] {
            assert!(check(&[flag, "--public-url", safe]).is_ok(), "{flag} {safe}");
        }
        let both_here = [flag, "--public-url", "http://localhost:8787", "--sandbox", "false", "--processor-url", here];
        assert!(check(&both_here).is_ok(), "a sandbox in another process of this machine");
    }
    assert!(check(&["--public-url", "https://shop.fans"]).is_ok());
    assert_eq!(check(&["--test-hooks"]).unwrap().hooks, Some(Hooks { open_orders: false, buyer: false }));
    assert!(!check(&["--test-hooks"]).unwrap().fills_in() && check(&["--test-hooks", "--test-buyer"]).unwrap().fills_in());
    assert_eq!(check(&[]).unwrap().hooks, None);
}

#[test]
fn shop_and_sandbox_call_each_other_on_this_machine_whatever_buyers_see() {
    let config = check(&["--public-url", "https://shop.fans", "--processor-url", "https://pay.fans"]).unwrap();
    assert_eq!(
        (config.processor_call_url.as_str(), config.shop_call_url.as_str()),
        ("http://127.0.0.1:8788", "http://127.0.0.1:8787")
    );
    let apart = check(&["--sandbox", "false", "--processor-url", "https://pay.fans"]).unwrap();
    assert_eq!(apart.processor_call_url, "https://pay.fans");
}

#[test]
fn the_command_line_is_consistent() {
    use clap::CommandFactory as _;
    Cli::command().debug_assert();
}
