//! The discount extension of carts and checkouts.

record! {
    /// Codes in a request. They replace the previous set; an empty list clears it.
    pub struct DiscountsRequest {
        /// Codes as typed; compared without regard to case.
        codes: Vec<String> = always,
    }

    /// Codes and discounts in a response.
    pub struct Discounts {
        /// Every code that was sent, the refused ones too (a message at `$.discounts.codes[i]` says why).
        codes: Vec<String> = always,
        /// What took effect.
        applied: Vec<AppliedDiscount> = always,
    }

    /// A discount that took effect.
    pub struct AppliedDiscount {
        /// In the buyer's words.
        title: String,
        /// Minor units, positive here although the totals row is negative.
        amount: i64,
        /// The code, unless automatic.
        code: Option<String>,
        /// Applied without a code; cannot be removed.
        automatic: Option<bool>,
        /// `each` or `across`.
        #[cfg(feature = "whole")]
        method: Option<String>,
        /// Order of application, from 1.
        #[cfg(feature = "whole")]
        priority: Option<i64>,
        /// Still to be verified at completion.
        provisional: Option<bool>,
        /// The claim it depends on.
        #[cfg(feature = "whole")]
        eligibility: Option<String>,
        /// How it is spread; adds up to `amount`.
        #[cfg(feature = "whole")]
        allocations: Vec<Allocation>,
    }

    /// A part of a discount.
    pub struct Allocation {
        /// JSONPath of what it was taken from.
        path: String,
        /// Minor units.
        amount: i64,
    }
}
