//! What the shop says about a request: errors, warnings and notes ("Messages" of the checkout capability).

open_enum! {
    /// The kind of message.
    pub enum MessageType {
        /// Something must change before the purchase can go on.
        Error = "error",
        /// Must be shown, does not block.
        Warning = "warning",
        /// Worth knowing.
        Info = "info",
    }

    /// Who can resolve an error, and how.
    pub enum Severity {
        /// Change inputs and send the resource again.
        Recoverable = "recoverable",
        /// The buyer must give something on the shop's own page; the checkout is incomplete.
        RequiresBuyerInput = "requires_buyer_input",
        /// The buyer must look at something on the shop's own page; the checkout is otherwise complete.
        RequiresBuyerReview = "requires_buyer_review",
        /// There is no resource to act on: start over.
        Unrecoverable = "unrecoverable",
    }

    /// How a warning is to be presented.
    pub enum Presentation {
        /// A notice; may be dismissed.
        Notice = "notice",
        /// Must stand beside what it is about; never hidden, collapsed or dismissed.
        Disclosure = "disclosure",
    }
}

record! {
    /// One message. `severity` belongs to errors, `presentation`, `image_url` and `url` to warnings.
    pub struct Message {
        /// Error, warning or info.
        kind as "type": MessageType,
        /// A stable word for programs (see [`codes`]); open.
        code: Option<String>,
        /// RFC 9535 JSONPath of what the message is about; none means the whole response.
        path: Option<String>,
        /// For people, in the buyer's language.
        content: String,
        /// `plain` (the default) or `markdown`.
        content_type: Option<String>,
        /// Who can resolve the error.
        severity: Option<Severity>,
        /// How the warning is to be shown.
        presentation: Option<Presentation>,
        /// A picture that must be shown with a disclosure.
        image_url: Option<String>,
        /// Where to read more.
        url: Option<String>,
    }
}

impl Message {
    /// An error.
    #[must_use]
    pub fn error(code: &str, severity: Severity, content: impl Into<String>) -> Self {
        Self {
            kind: MessageType::Error,
            code: Some(code.to_owned()),
            content: content.into(),
            severity: Some(severity),
            ..Self::default()
        }
    }

    /// A warning, shown as a notice.
    #[must_use]
    pub fn warning(code: &str, content: impl Into<String>) -> Self {
        Self { kind: MessageType::Warning, code: Some(code.to_owned()), content: content.into(), ..Self::default() }
    }

    /// A note.
    #[must_use]
    pub fn info(code: &str, content: impl Into<String>) -> Self {
        Self { kind: MessageType::Info, code: Some(code.to_owned()), content: content.into(), ..Self::default() }
    }

    /// The same message, about the thing at `path` (RFC 9535 JSONPath).
    #[must_use]
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }
}

/// Message codes that clients give a treatment of their own. The set is open; these are words, not an enumeration.
pub mod codes {
    /// The resource does not exist or has expired.
    pub const NOT_FOUND: &str = "not_found";
    /// A field that is needed is empty.
    pub const FIELD_REQUIRED: &str = "field_required";
    /// A field holds something that cannot be right.
    pub const FIELD_INVALID: &str = "field_invalid";
    /// Nothing is left of an item.
    pub const OUT_OF_STOCK: &str = "out_of_stock";
    /// An item is not sold, or not here.
    pub const ITEM_UNAVAILABLE: &str = "item_unavailable";
    /// The quantity was changed to what is left.
    pub const QUANTITY_ADJUSTED: &str = "quantity_adjusted";
    /// The shop does not deliver there.
    pub const ADDRESS_UNDELIVERABLE: &str = "address_undeliverable";
    /// The payment was refused.
    pub const PAYMENT_FAILED: &str = "payment_failed";
    /// The bank wants to hear from the buyer.
    pub const ELIGIBILITY_INVALID: &str = "eligibility_invalid";
    /// A claim that earns nothing here.
    pub const ELIGIBILITY_NOT_ACCEPTED: &str = "eligibility_not_accepted";
    /// The bank wants to hear from the buyer.
    pub const REQUIRES_3DS: &str = "requires_3ds";
    /// No capability version in common.
    pub const CAPABILITIES_INCOMPATIBLE: &str = "capabilities_incompatible";
}
