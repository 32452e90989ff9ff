//! Discovery: the profile at `/.well-known/ucp` of a business, and the profile a platform points to in `UCP-Agent`.

use crate::payment::PaymentHandler;
use crate::{Json, Map, OneOrMany};

record! {
    /// A profile document.
    pub struct Profile {
        /// What the party speaks.
        ucp: ProfileUcp,
        /// Public keys (JWK) for signatures.
        signing_keys: Vec<Json> = always,
    }

    /// The `ucp` member of a profile.
    pub struct ProfileUcp {
        /// Protocol version.
        version: String,
        /// Older versions that are still served: version → profile URL.
        supported_versions: Option<Map<String>>,
        /// Services by name.
        services: Map<Vec<Service>> = always,
        /// Capabilities by name.
        capabilities: Map<Vec<Capability>> = always,
        /// Payment handlers by name.
        payment_handlers: Map<Vec<PaymentHandler>> = always,
    }

    /// One binding of a service.
    pub struct Service {
        /// Its version.
        version: String,
        /// How it is reached.
        transport: Transport,
        /// Base URL for `rest` and `mcp`.
        endpoint: Option<String>,
        /// Human-readable specification.
        spec: Option<String>,
        /// Machine-readable schema.
        schema: Option<String>,
        /// Settings of the binding.
        config: Option<Json>,
    }

    /// One version of a capability.
    pub struct Capability {
        /// Its version.
        version: String,
        /// Human-readable specification.
        spec: Option<String>,
        /// Machine-readable schema.
        schema: Option<String>,
        /// The capabilities it extends.
        extends: Option<OneOrMany>,
        /// Settings.
        config: Option<Json>,
    }
}

open_enum! {
    /// How a service is reached.
    pub enum Transport {
        /// HTTP and JSON.
        Rest = "rest",
        /// Model Context Protocol.
        Mcp = "mcp",
        /// Agent to agent.
        A2a = "a2a",
        /// A page of the business inside the platform's.
        Embedded = "embedded",
    }
}
