//! Settings that hold a secret: files, and the address of the mail server.

use std::path::Path;

use super::{ConfigError, Secret, ServeArgs};
use crate::mail::post::{Post, Server};

impl ServeArgs {
    /// Who takes letters away.
    pub(super) fn post(&self, public_url: &str) -> Result<Post, ConfigError> {
        let url = match (&self.smtp_url, &self.smtp_url_file) {
            (Some(url), _) => url.clone(),
            (None, Some(file)) => Secret(secret("--smtp-url-file", file)?),
            (None, None) => return Ok(if self.sandbox { Post::Mailbox } else { Post::Nowhere }),
        };
        let host = reqwest::Url::parse(public_url).ok().and_then(|url| url.domain().map(str::to_owned));
        let host = host.unwrap_or_else(|| "localhost".to_owned());
        let from =
            self.mail_from.clone().unwrap_or_else(|| format!("\"{}\" <orders@{host}>", self.shop_name.replace(['"', '\\'], "")));
        Server::new(url.reveal(), &from, &host).map(|server| Post::Smtp(Box::new(server))).map_err(ConfigError)
    }
}

/// The first line of a file that holds a secret. What is in it is never part of a message.
pub(super) fn secret(flag: &str, file: &Path) -> Result<String, ConfigError> {
    let bad = |reason: String| ConfigError(format!("{flag} {}: {reason}.", file.display()));
    let text = std::fs::read_to_string(file).map_err(|error| bad(error.to_string()))?;
    match text.lines().next().map(str::trim) {
        Some(line) if !line.is_empty() => Ok(line.to_owned()),
        _ => Err(bad("the first line is empty".to_owned())),
    }
}
