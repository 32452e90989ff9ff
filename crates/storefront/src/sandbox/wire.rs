//! What the shop and the processor say to each other (server to server, with their shared secret).

use serde::{Deserialize, Serialize};

/// `POST /payments`
#[derive(Clone, Serialize, Deserialize)]
pub struct PaymentRequest {
    /// The business's idempotency key.
    pub key: String,
    /// The card token.
    pub token: String,
    /// The checkout it was made for.
    pub checkout_id: String,
    /// The business it was made for.
    pub business_id: String,
    /// Minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
    /// BCP 47.
    pub language: String,
    /// Where the buyer goes after a challenge.
    pub return_url: String,
    /// Where the processor says that something has happened.
    pub notify_url: String,
}

/// A payment as the processor shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// The processor's id.
    pub id: String,
    /// The business's key.
    pub key: String,
    /// Where it stands.
    pub status: Status,
    /// Why it was declined.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The page of the bank's question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub challenge_url: Option<String>,
    /// Minor units.
    pub amount: i64,
    /// Minor units given back.
    pub refunded: i64,
    /// ISO 4217.
    pub currency: String,
    /// `visa`, …
    pub brand: String,
    /// Four digits.
    pub last_digits: String,
}

/// Where a payment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Not decided yet.
    Processing,
    /// The bank waits for the buyer.
    Challenge,
    /// Paid.
    Captured,
    /// Not paid.
    Declined,
    /// Called off before it was paid.
    Voided,
    /// Paid and given back.
    Refunded,
}

impl Status {
    /// The word in the database, the same as on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Processing => "processing",
            Self::Challenge => "challenge",
            Self::Captured => "captured",
            Self::Declined => "declined",
            Self::Voided => "voided",
            Self::Refunded => "refunded",
        }
    }

    /// The status of a word in the database.
    #[must_use]
    pub fn of(word: &str) -> Self {
        match word {
            "processing" => Self::Processing,
            "challenge" => Self::Challenge,
            "captured" => Self::Captured,
            "voided" => Self::Voided,
            "refunded" => Self::Refunded,
            _ => Self::Declined,
        }
    }
}

/// `POST {notify_url}`: something has happened to the payment of this key; ask what.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Notification {
    /// The business's key.
    pub key: String,
}

/// `POST /payments/{key}/refund`
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RefundRequest {
    /// The business's key of the refund: the same one is answered the same way and gives nothing twice.
    #[serde(default)]
    pub key: Option<String>,
    /// Minor units to give back.
    pub amount: i64,
}

/// A refusal.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Refusal {
    /// A stable word.
    pub code: String,
    /// In the language that was asked for.
    pub content: String,
    /// The field it is about: `number`, `expiry`, `cvc`, `name`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}
