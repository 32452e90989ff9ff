//! Crashing on purpose: named points in the path of a payment at which a test may have the process die, as if the power had
//! been cut. `cargo xtask chaos storefront` hits each of them and then finds out what is left ("Crashes" in ARCHITECTURE.md).

use crate::config::Config;

/// Where to die.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum KillPoint {
    /// The request's key is claimed and the checkout's turn taken; nothing is written.
    Claimed,
    /// Units are reserved and the attempt is written, but not committed.
    Reserved,
    /// That is committed; the processor has not been asked.
    Held,
    /// The processor has answered; the shop has written nothing of it.
    Charged,
    /// Order, claim of the units and outcome are written, but not committed.
    Settled,
    /// That is committed together with the answer; nobody has been told.
    Recorded,
    /// Somebody else than the buyer's request (the processor's news, a look, the sweeper) has learned how a payment ended, and
    /// written nothing of it.
    Learned,
    /// The processor has called a payment off; the shop has written nothing of it.
    CalledOff,
}

/// Ends the process here, at once, if this is the point that was asked for. Nothing is flushed, nobody is told.
pub fn at(config: &Config, point: KillPoint) {
    if config.kill_point == Some(point) {
        std::process::abort();
    }
}
