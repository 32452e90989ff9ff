//! Flags and environment: what can be set, and what is checked before anything starts.

pub mod orders;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::log;
use crate::mail::post::{Post, Server};

pub use orders::OrdersCommand;

mod hooks;
mod members;

pub use hooks::Hooks;
use hooks::callable;
pub use members::{MemberArgs, MembersCommand};

/// The shop behind the shelf: a UCP storefront with a catalogue, carts, checkouts, orders and a sandbox card processor.
#[derive(Debug, Parser)]
#[command(name = "fanshelf-storefront", version, propagate_version = true, arg_required_else_help = true)]
#[command(after_help = "Every flag can also be given in the environment, as shown; flags win.\n\n\
    Example: fanshelf-storefront serve --data-dir ./shop --site-dir ./dist")]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// How log lines look.
    #[arg(long, global = true, env = "FANSHELF_LOG_FORMAT", value_enum, default_value_t = log::Format::Text)]
    pub log_format: log::Format,
    /// What is logged: a level, or `target=level` pairs with commas between them.
    #[arg(long, global = true, env = "FANSHELF_LOG", default_value = "info,sqlx=warn")]
    pub log: String,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the shop: API, discovery, pictures, pages, and the sandbox card processor on its own port.
    ///
    /// An empty database is filled with the demo catalogue first.
    Serve(Box<ServeArgs>),
    /// Bring the demo catalogue into the database and draw its pictures. Can be repeated: stock, carts and orders stay.
    Import(ImportArgs),
    /// Look at orders, and move them on: send, deliver, cancel, give money back.
    #[command(subcommand)]
    Orders(OrdersCommand),
    /// Say of whom a claim holds (`dev.fanshelf.club`), so that its discount stands when they pay.
    #[command(subcommand)]
    Members(MembersCommand),
}

/// Where the shop keeps things.
#[derive(Clone, Debug, Args)]
pub struct DataArgs {
    /// Folder for the database file and the product pictures; made when it is not there.
    #[arg(long, env = "FANSHELF_DATA_DIR", default_value = "fanshelf-data", value_name = "DIR")]
    pub data_dir: PathBuf,
    /// Database URL. Default: sqlite file `shop.db` in the data directory.
    #[arg(long, env = "FANSHELF_DATABASE_URL", value_name = "URL")]
    pub database_url: Option<String>,
}

impl DataArgs {
    /// The database URL, given or default.
    #[must_use]
    pub fn database_url(&self) -> String {
        self.database_url.clone().unwrap_or_else(|| format!("sqlite://{}", self.data_dir.join("shop.db").display()))
    }
}

/// Settings of `serve`.
#[derive(Clone, Debug, Args)]
pub struct ServeArgs {
    /// Where things are kept.
    #[command(flatten)]
    pub data: DataArgs,
    /// Address and port of the shop.
    #[arg(long, env = "FANSHELF_LISTEN", default_value = "127.0.0.1:8787", value_name = "ADDR:PORT")]
    pub listen: SocketAddr,
    /// Address and port of the sandbox card processor. Default: the port after the shop's.
    #[arg(long, env = "FANSHELF_PROCESSOR_LISTEN", value_name = "ADDR:PORT")]
    pub processor_listen: Option<SocketAddr>,
    /// The shop's address as buyers see it: scheme and host, no path. Default: http:// and the listen address.
    #[arg(long, env = "FANSHELF_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// The REST endpoint as platforms see it. Default: the public URL and /ucp/v1.
    #[arg(long, env = "FANSHELF_API_URL", value_name = "URL")]
    pub api_url: Option<String>,
    /// The card processor's address as buyers see it. Default: http:// and its listen address.
    #[arg(long, env = "FANSHELF_PROCESSOR_URL", value_name = "URL")]
    pub processor_url: Option<String>,
    /// What shop and processor share to recognise each other. Default: made at every start.
    #[arg(long, env = "FANSHELF_PROCESSOR_SECRET", hide_env_values = true, value_name = "SECRET")]
    pub processor_secret: Option<String>,
    /// Mail server for letters to buyers: smtps://user:word@host, or smtp://user:word@host:587?tls=required. Default: with
    /// the sandbox, a mailbox at /mailbox; without it letters wait.
    #[arg(long, env = "FANSHELF_SMTP_URL", hide_env_values = true, value_name = "URL")]
    pub smtp_url: Option<String>,
    /// Who writes these letters. Default: the shop's name and orders@ its host.
    #[arg(long, env = "FANSHELF_MAIL_FROM", value_name = "NAME <ADDRESS>")]
    pub mail_from: Option<String>,
    /// File with the key that signs webhooks and answers: P-256, PKCS #8, PEM. Default: one is made and kept in the database.
    #[arg(long, env = "FANSHELF_SIGNING_KEY_FILE", value_name = "FILE", conflicts_with = "signing_key")]
    pub signing_key_file: Option<PathBuf>,
    /// The same key as text. Meant for the environment: other users of the machine can read flags.
    #[arg(long, env = "FANSHELF_SIGNING_KEY", hide_env_values = true, value_name = "PEM")]
    pub signing_key: Option<String>,
    /// Run the sandbox card processor in this process. With `false`, `--processor-url` must lead to one.
    #[arg(long, env = "FANSHELF_SANDBOX", default_value_t = true, action = clap::ArgAction::Set, value_name = "BOOL")]
    pub sandbox: bool,
    /// Folder with the built pages (Trunk's dist). Without it only the API, discovery and pictures are served.
    #[arg(long, env = "FANSHELF_SITE_DIR", value_name = "DIR")]
    pub site_dir: Option<PathBuf>,
    /// The shop's name, shown to buyers.
    #[arg(long, env = "FANSHELF_SHOP_NAME", default_value = "Fanshelf", value_name = "NAME")]
    pub shop_name: String,
    /// Origins whose pages may frame the card entry. Default: the shop's own.
    #[arg(long, env = "FANSHELF_FRAME_ANCESTORS", value_delimiter = ',', value_name = "ORIGIN")]
    pub frame_ancestors: Vec<String>,
    /// Development: accept platform profiles over plain http from this machine, and the conformance suite's agent.
    #[arg(long, env = "FANSHELF_DEV", default_value_t = false)]
    pub dev: bool,
    /// For conformance suites, never for customers: endpoints under /testing, a test buyer for checkouts that name none,
    /// and the sandbox processor's test tokens. Refused in production, as --dev is.
    #[arg(long, env = "FANSHELF_TEST_HOOKS", default_value_t = false)]
    pub test_hooks: bool,
    /// With --test-hooks: orders are read without their token, as suites do that never send one.
    #[arg(long, env = "FANSHELF_TEST_OPEN_ORDERS", default_value_t = false, requires = "test_hooks")]
    pub test_open_orders: bool,
}

/// Settings of `import`.
#[derive(Clone, Debug, Args)]
pub struct ImportArgs {
    /// Where things are kept.
    #[command(flatten)]
    pub data: DataArgs,
}

/// A word that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The word itself, for comparing and sending.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(word: String) -> Self {
        Self(word)
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(secret)")
    }
}

/// Checked settings of a running shop. URLs have no slash at their end.
#[derive(Clone, Debug)]
pub struct Config {
    /// The shop's address as buyers see it.
    pub public_url: String,
    /// The REST endpoint as platforms see it.
    pub api_url: String,
    /// The card processor's address as buyers see it.
    pub processor_url: String,
    /// Where the shop calls the processor: its own listener when it runs in this process, else its public address.
    pub processor_call_url: String,
    /// Where the processor calls the shop, likewise.
    pub shop_call_url: String,
    /// What shop and processor share.
    pub processor_secret: Secret,
    /// The key to sign with (PEM), when it was given.
    pub signing_key: Option<Secret>,
    /// How the processor knows this shop.
    pub business_id: String,
    /// The shop's name.
    pub shop_name: String,
    /// Whether payments are a sandbox's: nothing is really sold.
    pub sandbox: bool,
    /// Who takes letters away.
    pub post: Post,
    /// Pictures live here.
    pub data_dir: PathBuf,
    /// Built pages, if any are served.
    pub site_dir: Option<PathBuf>,
    /// Origins whose pages may frame the card entry (CSP `frame-ancestors` sources).
    pub frame_ancestors: Vec<String>,
    /// Development mode.
    pub dev: bool,
    /// Test hooks, if any are open.
    pub hooks: Option<Hooks>,
}

/// Settings that cannot be used, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(String);

impl ServeArgs {
    /// The processor's address: given, or the port after the shop's.
    #[must_use]
    pub fn processor_listen(&self) -> SocketAddr {
        self.processor_listen.unwrap_or_else(|| {
            let port = match self.listen.port() {
                0 | u16::MAX => 0,
                port => port + 1,
            };
            SocketAddr::new(self.listen.ip(), port)
        })
    }

    /// Checks the settings. `shop` and `processor` are the addresses that were bound (a port of 0 is known by then).
    ///
    /// # Errors
    /// A sentence about the first setting that cannot be used.
    pub fn check(&self, shop: SocketAddr, processor: SocketAddr) -> Result<Config, ConfigError> {
        let public_url = base_url("--public-url", self.public_url.as_deref(), shop)?;
        let processor_url = base_url("--processor-url", self.processor_url.as_deref(), processor)?;
        hooks::refuse_in_production(&public_url, self.sandbox, &[("--dev", self.dev), ("--test-hooks", self.test_hooks)])?;
        let api_url = match &self.api_url {
            Some(url) => base_url("--api-url", Some(url), shop)?,
            None => format!("{public_url}{}", crate::http::API),
        };
        if let Some(dir) = &self.site_dir
            && !dir.join("index.html").is_file()
        {
            return Err(ConfigError(format!("The site directory {} has no index.html. Build the pages first.", dir.display())));
        }
        if !self.sandbox && self.processor_url.is_none() {
            return Err(ConfigError("With --sandbox false, --processor-url must name a card processor.".to_owned()));
        }
        let secret = match &self.processor_secret {
            Some(secret) => secret.clone(),
            None => crate::id::fresh("shared").map_err(|error| ConfigError(format!("No randomness: {error}.")))?,
        };
        let signing_key = match &self.signing_key_file {
            Some(file) => Some(
                std::fs::read_to_string(file)
                    .map_err(|error| ConfigError(format!("The signing key cannot be read from {}: {error}.", file.display())))?,
            ),
            None => self.signing_key.clone(),
        };
        let mut frame_ancestors = Vec::new();
        for origin in &self.frame_ancestors {
            frame_ancestors.push(base_url("--frame-ancestors", Some(origin), shop)?);
        }
        if frame_ancestors.is_empty() {
            frame_ancestors.push(public_url.clone());
        }
        let call = |bound: SocketAddr, public: &str| {
            if self.sandbox { format!("http://{}", callable(bound)) } else { public.to_owned() }
        };
        Ok(Config {
            post: self.post(&public_url)?,
            processor_call_url: call(processor, &processor_url),
            shop_call_url: call(shop, &public_url),
            public_url,
            api_url,
            processor_url,
            processor_secret: Secret(secret),
            signing_key: signing_key.map(Secret),
            business_id: "fanshelf-demo".to_owned(),
            shop_name: self.shop_name.clone(),
            sandbox: self.sandbox,
            data_dir: self.data.data_dir.clone(),
            site_dir: self.site_dir.clone(),
            frame_ancestors,
            dev: self.dev,
            hooks: self.test_hooks.then_some(Hooks { open_orders: self.test_open_orders }),
        })
    }
}

impl ServeArgs {
    /// Who takes letters away.
    fn post(&self, public_url: &str) -> Result<Post, ConfigError> {
        let Some(url) = &self.smtp_url else { return Ok(if self.sandbox { Post::Mailbox } else { Post::Nowhere }) };
        let host = reqwest::Url::parse(public_url).ok().and_then(|url| url.domain().map(str::to_owned));
        let host = host.unwrap_or_else(|| "localhost".to_owned());
        let from =
            self.mail_from.clone().unwrap_or_else(|| format!("\"{}\" <orders@{host}>", self.shop_name.replace(['"', '\\'], "")));
        Server::new(url, &from, &host).map(Post::Smtp).map_err(ConfigError)
    }
}

/// An absolute http(s) URL without query, fragment, user or trailing slash.
fn base_url(flag: &str, given: Option<&str>, bound: SocketAddr) -> Result<String, ConfigError> {
    let Some(given) = given else {
        return Ok(format!("http://{bound}"));
    };
    let bad = || ConfigError(format!("{flag} {given:?} is not a URL like https://shop.example."));
    let url = reqwest::Url::parse(given).map_err(|_| bad())?;
    let plain = matches!(url.scheme(), "http" | "https") && url.query().is_none() && url.fragment().is_none();
    if !plain || !url.has_host() || !url.username().is_empty() {
        return Err(bad());
    }
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
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
    fn unusable_settings_get_a_sentence() {
        for flags in [
            &["--public-url", "shop.example"][..],
            &["--public-url", "ftp://shop.example"],
            &["--public-url", "https://shop.example/?a=1"],
            &["--sandbox", "false"],
            &["--site-dir", "/nowhere/at/all"],
            &["--signing-key-file", "/nowhere/at/all"],
            &["--smtp-url", "mail.example"],
            &["--smtp-url", "smtp://127.0.0.1", "--mail-from", "nobody"],
        ] {
            let error = check(flags).unwrap_err().to_string();
            assert!(error.ends_with('.'), "{error}");
        }
    }

    #[test]
    fn production_takes_neither_development_nor_test_hooks() {
        for flag in ["--dev", "--test-hooks"] {
            for production in
                [&["--public-url", "https://shop.fans"][..], &["--sandbox", "false", "--processor-url", "https://pay.fans"]]
            {
                let error = check(&[&[flag], production].concat()).unwrap_err().to_string();
                assert!(error.starts_with(&format!("{flag} is refused in production")), "{error}");
            }
            for safe in ["http://shop.fans", "https://shop.test", "https://127.0.0.1", "https://localhost:8443", "https://[::1]"]
            {
                assert!(check(&[flag, "--public-url", safe]).is_ok(), "{flag} {safe}");
            }
        }
        assert!(check(&["--public-url", "https://shop.fans"]).is_ok());
        assert_eq!(check(&["--test-hooks"]).unwrap().hooks, Some(Hooks { open_orders: false }));
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
}
