//! What an order's platform and buyer are told of.

use serde::{Deserialize, Serialize};

/// What has happened to an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Occasion {
    /// It was placed.
    Placed,
    /// A parcel has left.
    Shipped {
        /// Id of the event.
        event: String,
    },
    /// A parcel has arrived, or something else has happened to it.
    Moved {
        /// Id of the event.
        event: String,
    },
    /// Lines were taken off it, before they were sent.
    Canceled {
        /// Id of the adjustment.
        adjustment: String,
        /// Id of the adjustment that gives back what was paid for them.
        refund: Option<String>,
    },
    /// Money is about to go back.
    RefundStarted {
        /// Id of the adjustment.
        adjustment: String,
    },
    /// Money went back.
    Refunded {
        /// Id of the adjustment.
        adjustment: String,
    },
    /// Money was to go back, and the processor would not.
    RefundFailed {
        /// Id of the adjustment.
        adjustment: String,
    },
}

impl Occasion {
    /// Whether the buyer gets a letter about it. The platform is told of everything.
    #[must_use]
    pub fn is_written_about(&self) -> bool {
        match self {
            Self::Placed | Self::Shipped { .. } | Self::Canceled { .. } | Self::Refunded { .. } => true,
            Self::Moved { .. } | Self::RefundStarted { .. } | Self::RefundFailed { .. } => false,
        }
    }

    /// The word for lists and logs.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Shipped { .. } => "shipped",
            Self::Moved { .. } => "moved",
            Self::Canceled { .. } => "canceled",
            Self::RefundStarted { .. } => "refund_started",
            Self::Refunded { .. } => "refunded",
            Self::RefundFailed { .. } => "refund_failed",
        }
    }
}
