//! The seller, who sends parcels while it storms: orders change, and the platform has to hear of it in the right order.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::fleet::Place;
use crate::tally::Tally;

/// Between two parcels.
const PAUSE: Duration = Duration::from_millis(1_500);

/// Sends and delivers orders that buyers were told of, one after the other, until the last buyer has left.
pub(crate) async fn send(place: Place, tally: Arc<Tally>, left: Arc<AtomicBool>) {
    let mut seen = BTreeSet::new();
    while !left.load(Ordering::Relaxed) {
        tokio::time::sleep(PAUSE).await;
        // The newest: most likely its first event is still on its way.
        let next = tally.acknowledged().into_iter().rev().map(|told| told.order).find(|order| !seen.contains(order));
        let Some(order) = next else { continue };
        seen.insert(order.clone());
        for act in ["ship", "deliver"] {
            let command = place.command(&["orders", act, &order].map(str::to_owned));
            match tokio::task::spawn_blocking(move || run(command)).await {
                Ok(Ok(())) => tally.count(format!("seller: {act}")),
                // A download needs no parcel.
                Ok(Err(reason)) if reason.contains("Everything that can be sent has been sent") => {
                    tally.count("seller: nothing to send");
                    break;
                }
                Ok(Err(reason)) => tally.broken(format!("orders {act} {order}: {reason}")),
                Err(_) => return,
            }
        }
    }
}

/// Runs a command; what it complained of when it failed.
fn run(mut command: Command) -> Result<(), String> {
    let ended = command.stdout(Stdio::null()).output().map_err(|error| error.to_string())?;
    if ended.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&ended.stderr).trim().to_owned()) }
}
