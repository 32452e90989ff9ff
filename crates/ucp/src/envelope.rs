//! The `ucp` member of every response, and the two layers of errors.

use crate::Map;
#[cfg(feature = "whole")]
use crate::VERSION;
use crate::message::Message;
use crate::payment::PaymentHandler;
use crate::profile::Service;

open_enum! {
    /// Whether the response carries the resource or only messages. Absent means success.
    pub enum Status {
        /// The resource is in the response.
        Success = "success",
        /// There is no resource; `messages` say why.
        Error = "error",
    }
}

record! {
    /// Protocol metadata of a response.
    pub struct Ucp {
        /// Protocol version of the response.
        version: String,
        /// Success or error.
        status: Option<Status>,
        /// Capabilities that were negotiated and matter to this response.
        capabilities: Map<Vec<CapabilityVersion>> = always,
        /// Services for this session (a per-session embedded transport, for example).
        services: Option<Map<Vec<Service>>>,
        /// Ways to pay for this checkout; authoritative. Required (perhaps empty) in checkout responses.
        payment_handlers: Option<Map<Vec<PaymentHandler>>>,
    }

    /// A negotiated capability.
    pub struct CapabilityVersion {
        /// Its version, `YYYY-MM-DD`.
        version: String,
    }

    /// The whole answer when a business outcome leaves no resource (HTTP 200, `ucp.status` = `error`). A closed object.
    pub struct ErrorResponse {
        /// Protocol metadata.
        ucp: Ucp,
        /// At least one message.
        messages: Vec<Message> = always,
        /// Where the buyer can go on.
        continue_url: Option<String>,
    }

    /// The body of a transport error (HTTP 4xx and 5xx).
    pub struct TransportError {
        /// A stable word for programs.
        code: String,
        /// For people.
        content: String,
        /// Where the buyer can go on.
        continue_url: Option<String>,
        /// The same, as messages, for clients that look there.
        messages: Vec<Message>,
    }
}

impl Ucp {
    /// Metadata of this protocol version with the given capabilities, each in this version.
    #[cfg(feature = "whole")]
    #[must_use]
    pub fn new(status: Status, capabilities: &[&str]) -> Self {
        let version = || vec![CapabilityVersion { version: VERSION.to_owned() }];
        Self {
            version: VERSION.to_owned(),
            status: Some(status),
            capabilities: capabilities.iter().map(|name| ((*name).to_owned(), version())).collect(),
            ..Self::default()
        }
    }

    /// Whether the response carries its resource.
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.status != Some(Status::Error)
    }
}
