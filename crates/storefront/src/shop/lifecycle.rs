//! Where a checkout stands, and what may happen to it from there.
//!
//! ```text
//!  Open --complete--> Paying --charged--> Completed
//!   ^ \                 |  \--bank asks--> Challenge --approved--> Completed
//!   |  \--cancel/expiry |                      |
//!   |   `-> Canceled    `------ declined ------'
//!   `-----------------------------'
//! ```
//! `Open` is what the protocol calls `incomplete` or `ready_for_complete`; which of the two is computed, never stored.

use ucp::checkout::CheckoutStatus;

use super::calendar::{DAY, HOUR, MINUTE};
use super::notices::{Notice, Weight};

/// A checkout may be worked on for this long after its creation, in milliseconds.
pub const CHECKOUT_LIFE: i64 = 6 * HOUR;
/// A cart lives this long after its last change, in milliseconds.
pub const CART_LIFE: i64 = 30 * DAY;
/// Checkouts that came to nothing, and tries to pay that failed, are forgotten this long after their end, in milliseconds: until
/// then a late message about them can still be understood.
pub const LEFTOVER_LIFE: i64 = 30 * DAY;
/// A payment that has no answer after this long is looked into, in milliseconds.
pub const ATTEMPT_LIFE: i64 = 2 * MINUTE;
/// A charge that the processor has not heard of after this long was never sent: its sender is gone, in milliseconds.
pub const UNHEARD_LIFE: i64 = 15_000;
/// The bank's question may stay unanswered for this long, in milliseconds.
pub const CHALLENGE_LIFE: i64 = 10 * MINUTE;

/// The stored part of a checkout's status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Being filled in.
    Open,
    /// A payment is under way.
    Paying,
    /// The bank waits for the buyer.
    Challenge,
    /// The order is placed.
    Completed,
    /// Cancelled or expired.
    Canceled,
}

impl Phase {
    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Paying => "paying",
            Self::Challenge => "challenge",
            Self::Completed => "completed",
            Self::Canceled => "canceled",
        }
    }

    /// The phase of a word in the database; a word nobody wrote counts as cancelled, which can do no harm.
    #[must_use]
    pub fn of(word: &str) -> Self {
        match word {
            "open" => Self::Open,
            "paying" => Self::Paying,
            "challenge" => Self::Challenge,
            "completed" => Self::Completed,
            _ => Self::Canceled,
        }
    }

    /// Whether nothing can happen to it any more.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Completed | Self::Canceled)
    }

    /// The protocol's status, given what there is to say.
    #[must_use]
    pub fn status(self, notices: &[Notice]) -> CheckoutStatus {
        match self {
            Self::Open if notices.iter().any(|notice| notice.weight == Weight::NeedsBuyer) => CheckoutStatus::RequiresEscalation,
            Self::Open if notices.iter().any(Notice::blocks) => CheckoutStatus::Incomplete,
            Self::Open => CheckoutStatus::ReadyForComplete,
            Self::Paying => CheckoutStatus::CompleteInProgress,
            Self::Challenge => CheckoutStatus::RequiresEscalation,
            Self::Completed => CheckoutStatus::Completed,
            Self::Canceled => CheckoutStatus::Canceled,
        }
    }

    /// Whether it has run out: only a checkout on which no payment is under way can.
    #[must_use]
    pub fn has_expired(self, expires_at: i64, now: i64) -> bool {
        self == Self::Open && expires_at <= now
    }
}

#[cfg(test)]
mod tests {
    use super::super::notices::{Field, Says};
    use super::*;

    const ALL: [Phase; 5] = [Phase::Open, Phase::Paying, Phase::Challenge, Phase::Completed, Phase::Canceled];

    #[test]
    fn a_phase_survives_the_database() {
        for phase in ALL {
            assert_eq!(Phase::of(phase.word()), phase);
        }
        assert_eq!(Phase::of("?"), Phase::Canceled);
    }

    #[test]
    fn an_open_checkout_is_ready_when_nothing_blocks() {
        assert_eq!(Phase::Open.status(&[]), CheckoutStatus::ReadyForComplete);
        assert_eq!(Phase::Open.status(&[Notice::tax_included("5".into(), 1)]), CheckoutStatus::ReadyForComplete);
        assert_eq!(Phase::Open.status(&[Notice::missing(Field::Email, "$.buyer.email")]), CheckoutStatus::Incomplete);
        let bank = Notice::whole("requires_3ds", Weight::NeedsBuyer, Says::Challenge);
        assert_eq!(Phase::Open.status(&[bank]), CheckoutStatus::RequiresEscalation);
    }

    #[test]
    fn only_an_open_checkout_expires() {
        for phase in ALL {
            assert_eq!(phase.has_expired(10, 10), phase == Phase::Open);
            assert!(!phase.has_expired(11, 10));
        }
    }
}
