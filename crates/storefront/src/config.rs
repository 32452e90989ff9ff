//! Flags and environment: what can be set, and what is checked before anything starts.

mod commands;
mod hooks;
mod limits;
mod members;
pub mod orders;
mod secrets;
mod shops;
#[cfg(test)]
mod tests;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use commands::{BackupCommand, CatalogCommand};
pub use hooks::{HookArgs, Hooks};
pub use limits::{LimitArgs, Quota, SPAN};
pub use members::{MemberArgs, MembersCommand};
pub use shops::Tenant;

use hooks::callable;
use secrets::secret;

use crate::crash::KillPoint;
use crate::log;
use crate::mail::post::Post;

pub use orders::OrdersCommand;

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
    /// The catalogue as a file, in JSON Lines or CSV.
    #[command(subcommand)]
    Catalog(CatalogCommand),
    /// Copies of a SQLite database, made while the shop is open.
    #[command(subcommand)]
    Backup(BackupCommand),
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
    /// Database URL: `sqlite://…` or `postgres://…`. Default: sqlite file `shop.db` in the data directory.
    #[arg(long, env = "FANSHELF_DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// File with the database URL: it may hold a password, and a command line can be seen by others.
    #[arg(long, env = "FANSHELF_DATABASE_URL_FILE", conflicts_with = "database_url", value_name = "FILE")]
    pub database_url_file: Option<PathBuf>,
    /// The most connections of this process to a PostgreSQL server.
    #[arg(long, env = "FANSHELF_DATABASE_CONNECTIONS", default_value_t = crate::store::CONNECTIONS, value_name = "N")]
    #[arg(value_parser = clap::value_parser!(u32).range(2..=1000))]
    pub database_connections: u32,
}

impl DataArgs {
    /// The database URL: given, from a file, or the default.
    ///
    /// # Errors
    /// A sentence about a file that cannot be read.
    pub fn database_url(&self) -> Result<String, ConfigError> {
        match (&self.database_url, &self.database_url_file) {
            (Some(url), _) => Ok(url.clone()),
            (None, Some(file)) => secret("--database-url-file", file),
            (None, None) => Ok(format!("sqlite://{}", self.data_dir.join("shop.db").display())),
        }
    }

    /// Whether the database is the file in the data directory.
    #[must_use]
    pub fn is_default(&self) -> bool {
        self.database_url.is_none() && self.database_url_file.is_none()
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
    /// Address and port of the metrics, at /metrics; not for the public. Default: none are served.
    #[arg(long, env = "FANSHELF_METRICS_LISTEN", value_name = "ADDR:PORT")]
    pub metrics_listen: Option<SocketAddr>,
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
    pub processor_secret: Option<Secret>,
    /// File with that secret.
    #[arg(long, env = "FANSHELF_PROCESSOR_SECRET_FILE", conflicts_with = "processor_secret", value_name = "FILE")]
    pub processor_secret_file: Option<PathBuf>,
    /// Mail server for letters to buyers: smtps://user:word@host, or smtp://user:word@host:587?tls=required. Default: with
    /// the sandbox, a mailbox at /mailbox; without it letters wait.
    #[arg(long, env = "FANSHELF_SMTP_URL", hide_env_values = true, value_name = "URL")]
    pub smtp_url: Option<Secret>,
    /// File with that address.
    #[arg(long, env = "FANSHELF_SMTP_URL_FILE", conflicts_with = "smtp_url", value_name = "FILE")]
    pub smtp_url_file: Option<PathBuf>,
    /// Who writes these letters. Default: the shop's name and orders@ its host.
    #[arg(long, env = "FANSHELF_MAIL_FROM", value_name = "NAME <ADDRESS>")]
    pub mail_from: Option<String>,
    /// File with the key that signs webhooks and answers: P-256, PKCS #8, PEM. Default: one is made and kept in the database.
    #[arg(long, env = "FANSHELF_SIGNING_KEY_FILE", value_name = "FILE", conflicts_with = "signing_key")]
    pub signing_key_file: Option<PathBuf>,
    /// The same key as text. Meant for the environment: other users of the machine can read flags.
    #[arg(long, env = "FANSHELF_SIGNING_KEY", hide_env_values = true, value_name = "PEM")]
    pub signing_key: Option<Secret>,
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
    /// JSON file with several shops, each at an address of its own and with creators of its own (docs/shops.md).
    #[arg(long, env = "FANSHELF_SHOPS", value_name = "FILE")]
    pub shops: Option<PathBuf>,
    /// How often something may be tried.
    #[command(flatten)]
    pub limits: LimitArgs,
    /// Development: accept platform profiles over plain http from this machine, and the conformance suite's agent.
    #[arg(long, env = "FANSHELF_DEV", default_value_t = false)]
    pub dev: bool,
    /// For tests.
    #[command(flatten)]
    pub hooks: HookArgs,
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
    /// Which shop of the storefront this is.
    pub tenant: Tenant,
    /// How often something may be tried.
    pub limits: LimitArgs,
    /// Development mode.
    pub dev: bool,
    /// Where to die, in a test.
    pub kill_point: Option<KillPoint>,
    /// Test hooks, if any are open.
    pub hooks: Option<Hooks>,
    /// Whether Google Pay is offered, in its test environment.
    pub google_pay: bool,
}

/// Settings that cannot be used, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(String);

impl Config {
    /// Whether what suites never send is filled in, and their test tokens pay.
    #[must_use]
    pub fn fills_in(&self) -> bool {
        self.hooks.is_some_and(|hooks| hooks.buyer)
    }
}

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
        let apart = (!self.sandbox).then_some(processor_url.as_str());
        self.hooks.check(&public_url, apart)?;
        hooks::refuse_in_production(&public_url, apart, &[("--dev", self.dev)])?;
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
        let processor_secret = match (&self.processor_secret, &self.processor_secret_file) {
            (Some(given), _) => given.clone(),
            (None, Some(file)) => Secret(secret("--processor-secret-file", file)?),
            (None, None) => Secret(crate::id::fresh("shared").map_err(|error| ConfigError(format!("No randomness: {error}.")))?),
        };
        let signing_key = match &self.signing_key_file {
            Some(file) => Some(Secret(
                std::fs::read_to_string(file)
                    .map_err(|error| ConfigError(format!("The signing key cannot be read from {}: {error}.", file.display())))?,
            )),
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
            processor_secret,
            signing_key,
            business_id: "fanshelf-demo".to_owned(),
            shop_name: self.shop_name.clone(),
            sandbox: self.sandbox,
            data_dir: self.data.data_dir.clone(),
            site_dir: self.site_dir.clone(),
            frame_ancestors,
            tenant: Tenant::default(),
            limits: self.limits,
            dev: self.dev,
            kill_point: self.hooks.kill_point,
            hooks: self.hooks.opened(),
            google_pay: self.hooks.google_pay,
        })
    }
}

impl ServeArgs {
    /// The settings of every shop: those of the file that `--shops` names, else the one that the flags describe.
    ///
    /// # Errors
    /// A sentence about the file.
    pub fn shops(&self, common: Config) -> Result<Vec<Config>, ConfigError> {
        match &self.shops {
            Some(file) => shops::read(file, &common),
            None => Ok(vec![common]),
        }
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
