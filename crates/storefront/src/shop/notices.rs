//! What the shop has to say about a cart or a checkout, before it is put into words.
//!
//! A notice carries its protocol code, the path of the field it is about and the facts of the sentence; the sentence
//! itself is written in the buyer's language by `text`.

use ucp::message::codes;

use super::discounts::Refusal;

/// A field of a form, for sentences such as "Enter the postcode".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// E-mail address.
    Email,
    /// Given or family name of the recipient.
    Name,
    /// Street and number.
    Street,
    /// Flat, floor, building.
    Extended,
    /// Town.
    City,
    /// State (US).
    State,
    /// Emirate.
    Emirate,
    /// Prefecture.
    Prefecture,
    /// Area or district (Kuwait).
    Area,
    /// Postal code.
    Postcode,
    /// Country.
    Country,
    /// Telephone number.
    Phone,
    /// The whole address.
    Address,
}

/// Why a payment did not happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decline {
    /// The bank said no.
    Declined,
    /// Not enough money.
    InsufficientFunds,
    /// The card has expired.
    ExpiredCard,
    /// The buyer refused the bank's check, or failed it.
    ChallengeFailed,
    /// The card details were entered too long ago, or were used already.
    TokenInvalid,
    /// The processor could not be reached, or gave up; nothing was charged.
    Unavailable,
}

impl Decline {
    /// The word for programs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Declined => "declined",
            Self::InsufficientFunds => "insufficient_funds",
            Self::ExpiredCard => "expired_card",
            Self::ChallengeFailed => "challenge_failed",
            Self::TokenInvalid => "token_invalid",
            Self::Unavailable => "unavailable",
        }
    }
}

/// The facts of a sentence. Amounts are minor units of the resource's currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// A line's item is not sold (any more).
    Unavailable {
        /// Title, when it is known.
        title: Option<String>,
    },
    /// A line's item is sold out.
    SoldOut {
        /// Title.
        title: String,
    },
    /// Fewer are left than were asked for; the quantity is now `left`.
    OnlyLeft {
        /// Title.
        title: String,
        /// Pieces.
        left: i64,
    },
    /// More than one order may hold; the quantity is now `most`.
    AtMost {
        /// Title.
        title: String,
        /// Pieces.
        most: i64,
    },
    /// More is to be written on an item than it has room for.
    TextRoom {
        /// Title.
        title: String,
        /// Characters.
        most: i64,
    },
    /// An item that is not sold yet.
    OpensLater {
        /// Title.
        title: String,
        /// Unix milliseconds.
        from: i64,
    },
    /// An item costs something else than the buyer was told.
    PriceChanged {
        /// Title.
        title: String,
        /// Minor units.
        was: i64,
        /// Minor units.
        now: i64,
    },
    /// A quantity below one.
    QuantityTooSmall,
    /// More lines than a cart holds.
    TooManyLines {
        /// Lines.
        most: usize,
    },
    /// There is nothing to buy.
    Empty,
    /// A field is empty.
    Missing(Field),
    /// A field cannot be right.
    Invalid(Field),
    /// A field is longer than a label holds.
    TooLong(Field),
    /// A postcode does not look like one of its country.
    Postcode {
        /// What one looks like.
        example: &'static str,
    },
    /// The shop does not deliver there.
    Undeliverable,
    /// No delivery option is chosen.
    ChooseDelivery,
    /// A code did not take effect.
    Code {
        /// As typed.
        code: String,
        /// Why.
        why: Refusal,
    },
    /// A claim about the buyer earns nothing here.
    ClaimUnknown {
        /// The claim.
        claim: String,
    },
    /// A claim about the buyer does not hold.
    ClaimUnproven {
        /// The claim.
        claim: String,
    },
    /// Prices include tax.
    TaxIncluded {
        /// Percent, as written.
        rate: String,
        /// Minor units.
        amount: i64,
    },
    /// What is shown has changed since the buyer last saw it.
    TotalChanged {
        /// Minor units.
        total: i64,
    },
    /// The payment did not go through.
    PaymentFailed(Decline),
    /// No instrument, or one without a credential.
    PaymentMissing,
    /// More than one instrument was chosen to pay.
    PaymentAmbiguous,
    /// An instrument of a handler this checkout does not offer.
    HandlerUnknown,
    /// The bank wants to hear from the buyer.
    Challenge,
    /// The payment is being processed; nothing can be changed now.
    InProgress,
    /// The session has expired.
    Expired,
    /// Ships later than usual.
    ShipsLater {
        /// Title.
        title: String,
        /// Unix milliseconds.
        from: i64,
    },
}

/// How much a notice weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Blocks; the client can fix it by sending something else.
    Blocking,
    /// Blocks; the buyer must act on the page at `continue_url`.
    NeedsBuyer,
    /// Blocks; this resource cannot go on.
    Final,
    /// Does not block.
    Warning,
    /// Worth knowing.
    Info,
}

/// One notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Protocol code.
    pub code: &'static str,
    /// How much it weighs.
    pub weight: Weight,
    /// RFC 9535 JSONPath in the response; none means the whole of it.
    pub path: Option<String>,
    /// The facts.
    pub says: Says,
}

impl Notice {
    /// A notice that blocks until the client sends something else.
    #[must_use]
    pub fn blocking(code: &'static str, path: impl Into<String>, says: Says) -> Self {
        Self { code, weight: Weight::Blocking, path: Some(path.into()), says }
    }

    /// A notice that must be shown and does not block.
    #[must_use]
    pub fn warning(code: &'static str, path: impl Into<String>, says: Says) -> Self {
        Self { code, weight: Weight::Warning, path: Some(path.into()), says }
    }

    /// A notice about the whole resource.
    #[must_use]
    pub fn whole(code: &'static str, weight: Weight, says: Says) -> Self {
        Self { code, weight, path: None, says }
    }

    /// A field that must be filled in.
    #[must_use]
    pub fn missing(field: Field, path: impl Into<String>) -> Self {
        Self::blocking(codes::FIELD_REQUIRED, path, Says::Missing(field))
    }

    /// A field that cannot be right.
    #[must_use]
    pub fn invalid(field: Field, path: impl Into<String>) -> Self {
        Self::blocking(codes::FIELD_INVALID, path, Says::Invalid(field))
    }

    /// There is nothing to buy.
    #[must_use]
    pub fn missing_lines() -> Self {
        Self::blocking(codes::FIELD_REQUIRED, "$.line_items", Says::Empty)
    }

    /// Prices include this much tax: the contract has no row for it, so it is said.
    #[must_use]
    pub fn tax_included(rate: String, amount: i64) -> Self {
        Self {
            code: "tax_included",
            weight: Weight::Info,
            path: Some("$.totals".into()),
            says: Says::TaxIncluded { rate, amount },
        }
    }

    /// A pre-ordered line is sent later.
    #[must_use]
    pub fn ships_later(index: usize, title: String, from: i64) -> Self {
        let path = format!("$.line_items[{index}]");
        Self { code: "ships_later", weight: Weight::Info, path: Some(path), says: Says::ShipsLater { title, from } }
    }

    /// Whether the checkout cannot be completed while this stands.
    #[must_use]
    pub fn blocks(&self) -> bool {
        !matches!(self.weight, Weight::Warning | Weight::Info)
    }
}

impl Refusal {
    /// The protocol's code of the warning ("Discount extension").
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unknown | Self::TooMany => "discount_code_invalid",
            Self::Expired => "discount_code_expired",
            Self::AlreadyApplied => "discount_code_already_applied",
            Self::NotCombinable => "discount_code_combination_disallowed",
            Self::BelowMinimum(_) | Self::AlreadyUsed | Self::NothingEligible => "discount_code_user_ineligible",
        }
    }
}
