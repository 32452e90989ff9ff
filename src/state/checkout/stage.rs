//! What the checkout shows: read from what the shop has confirmed, never stored.

use super::CheckoutState;
use crate::error::Error;
use crate::model::messages::is_recoverable;
use crate::model::notes::{self, Place};
use crate::model::steps::{self, Phase, Step, phase};
use ucp::checkout::Checkout;
use ucp::message::{Message, codes};

/// What is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Nothing: the fan can act.
    Idle,
    /// An edit is being sent.
    Saving,
    /// The payment is being sent.
    Paying,
    /// The answer to a payment was lost; the shop is being asked what became of it.
    Unsure,
}

/// What fills the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// The shop has not answered yet.
    Loading,
    /// It could not be asked.
    Failed(Error),
    /// There is nothing to buy.
    Empty,
    /// Expired, cancelled or bought elsewhere.
    Gone,
    /// The steps.
    Filling,
    /// The bank wants to hear from the fan.
    Challenge,
    /// The shop wants to hear from the fan, on its own page inside the sheet.
    Embedded,
    /// The shop wants to hear from the fan, on its own page.
    HandOff,
    /// The shop is completing.
    Waiting,
    /// There is an order.
    Done,
}

/// What a checkout stands for on the screen.
fn stage_of(checkout: &Checkout) -> Stage {
    let mendable = |message| is_recoverable(message) && !notes::is_gap(message);
    let asks_bank = |message: &Message| message.code.as_deref() == Some(codes::REQUIRES_3DS);
    match phase(&checkout.status) {
        Phase::Filling => Stage::Filling,
        // What can be mended here is mended first (UCP "Messages").
        Phase::Escalated if checkout.messages.iter().any(mendable) => Stage::Filling,
        Phase::Escalated if checkout.messages.iter().any(asks_bank) => Stage::Challenge,
        Phase::Escalated if steps::embedded(checkout).is_some() => Stage::Embedded,
        Phase::Escalated => Stage::HandOff,
        Phase::InProgress => Stage::Waiting,
        Phase::Done => Stage::Done,
        Phase::Over => Stage::Gone,
    }
}

impl CheckoutState {
    /// What fills the screen.
    #[must_use]
    pub fn stage(self) -> Stage {
        if self.placed.get().is_some() {
            return Stage::Done;
        }
        if self.gone.get() {
            return Stage::Gone;
        }
        let stage = self.checkout.with(|checkout| checkout.as_ref().map(stage_of));
        let empty = || {
            !self.in_place
                && !self.bag.busy.get()
                && self.bag.cart.with(|cart| cart.as_ref().is_none_or(|cart| cart.line_items.is_empty()))
        };
        match (stage, self.failed.get()) {
            (Some(stage), _) => stage,
            (None, Some(error)) => Stage::Failed(error),
            (None, None) if self.remembered().is_none() && empty() => Stage::Empty,
            (None, None) => Stage::Loading,
        }
    }

    /// The step that is open.
    #[must_use]
    pub fn step(self) -> Step {
        let next = self.next();
        // A step opened again never hides one that the shop has sent the fan back to.
        self.editing.get().filter(|editing| *editing <= next).unwrap_or(next)
    }

    /// The first step that is not finished.
    #[must_use]
    pub fn next(self) -> Step {
        let has_card = self.card.with(Option::is_some);
        self.checkout.with(|checkout| checkout.as_ref().map_or(Step::Contact, |checkout| steps::next(checkout, has_card)))
    }

    /// Whether the fan must wait.
    #[must_use]
    pub fn is_busy(self) -> bool {
        self.work.get() != Work::Idle
    }

    /// The shop's messages at a step.
    #[must_use]
    pub fn messages(self, step: Step) -> Vec<Message> {
        self.checkout
            .try_with_untracked(|checkout| checkout.as_ref().map(|checkout| notes::at(checkout, Place::Step(step))))
            .flatten()
            .unwrap_or_default()
    }
}
