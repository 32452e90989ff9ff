//! Who takes a letter away: a mail server, the demo's mailbox, or nobody yet.

use std::time::Duration;

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

use super::letter::Letter;
use super::{page, plain};
use crate::store::Db;
use crate::store::mailbox::{self, Kept};

/// How long one command of the conversation with the server may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a delivery may take altogether: shorter than the outbox's lease.
const ALTOGETHER: Duration = Duration::from_secs(40);

/// Why a letter was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Untaken {
    /// For the log.
    pub reason: String,
    /// Trying again cannot help.
    pub hopeless: bool,
}

impl Untaken {
    fn hopeless(reason: impl ToString) -> Self {
        Self { reason: reason.to_string(), hopeless: true }
    }

    fn for_now(reason: impl ToString) -> Self {
        Self { reason: reason.to_string(), hopeless: false }
    }
}

/// The way out for letters. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Post {
    /// A mail server.
    Smtp(Box<Server>),
    /// The demo's mailbox: letters are kept and never sent.
    Mailbox,
    /// There is none: letters wait.
    Nowhere,
}

impl Post {
    /// The address that letters come from, where they leave the house at all.
    #[must_use]
    pub fn sender(&self) -> Option<&Address> {
        match self {
            Self::Smtp(server) => Some(&server.from.email),
            Self::Mailbox | Self::Nowhere => None,
        }
    }
}

/// A mail server, and who writes.
#[derive(Clone, Debug)]
pub struct Server {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Server {
    /// The server behind an address: `smtps://user:word@host` (TLS from the start), `smtp://user:word@host:587?tls=required`
    /// (STARTTLS), `smtp://127.0.0.1:25` (plain). `from` is who writes: `Name <address>`. `host` is how we greet.
    ///
    /// # Errors
    /// A sentence; it does not repeat the address, which may hold a password.
    pub fn new(url: &str, from: &str, host: &str) -> Result<Self, String> {
        // Somebody else in the process may have chosen already; then theirs is used.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| "The mail server is not an address like smtps://user:word@mail.example.".to_owned())?
            .hello_name(ClientId::Domain(host.to_owned()))
            .timeout(Some(PATIENCE))
            .build();
        let from = from.parse().map_err(|_| format!("{from:?} is not a sender like Shop <orders@shop.example>."))?;
        Ok(Self { transport, from })
    }

    async fn send(&self, id: &str, recipient: &str, letter: &Letter) -> Result<(), Untaken> {
        let message = self.message(id, recipient, letter)?;
        let sent = tokio::time::timeout(ALTOGETHER, self.transport.send(message)).await;
        match sent {
            Ok(Ok(_)) => Ok(()),
            // The recipient's address will be as wrong tomorrow. All else may pass: a password can be put right.
            Ok(Err(error)) if error.status().is_some_and(|code| matches!(code.to_string().as_str(), "550" | "551" | "553")) => {
                Err(Untaken::hopeless(error))
            }
            Ok(Err(error)) => Err(Untaken::for_now(error)),
            Err(_) => Err(Untaken::for_now("the mail server did not answer in time")),
        }
    }

    fn message(&self, id: &str, recipient: &str, letter: &Letter) -> Result<Message, Untaken> {
        // As an address and nothing else: what a buyer typed must not add names, recipients or headers.
        let to: Address = recipient.parse().map_err(|_| Untaken::hopeless("the address cannot be written to"))?;
        let header = |name: &'static str, value: &str| HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned());
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&letter.subject)
            // The same at every try, so that a letter that arrives twice can be seen to be one.
            .message_id(Some(format!("<{id}@{}>", self.from.email.domain())))
            .raw_header(header("Content-Language", letter.language.tag()))
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .multipart(MultiPart::alternative_plain_html(plain::text(letter), page::html(letter)));
        message.map_err(Untaken::hopeless)
    }
}

impl Post {
    /// Hands a letter of a shop over.
    ///
    /// # Errors
    /// [`Untaken`] says whether trying again can help.
    pub async fn take(&self, db: &Db, shop: &str, id: &str, recipient: &str, letter: &Letter, now: i64) -> Result<(), Untaken> {
        match self {
            Self::Smtp(server) => server.send(id, recipient, letter).await,
            Self::Mailbox => {
                let kept = Kept {
                    id: id.to_owned(),
                    shop: shop.to_owned(),
                    recipient: recipient.to_owned(),
                    subject: letter.subject.clone(),
                    language: letter.language.tag().to_owned(),
                    html: page::html(letter),
                    plain: plain::text(letter),
                    created_at: now,
                };
                let keep = async {
                    let mut tx = db.begin().await?;
                    mailbox::keep(&mut tx, &kept).await?;
                    tx.commit().await
                };
                keep.await.map_err(Untaken::for_now)
            }
            Self::Nowhere => Err(Untaken::for_now("no mail server is set (--smtp-url)")),
        }
    }
}
