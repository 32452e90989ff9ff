//! A refund: the card processor is asked under the adjustment's id, so that it gives the money back once however often it
//! is asked; then the order says so.

use super::Failure;
use crate::http::AppState;
use crate::orders::{changes, news};
use crate::sandbox::client::{HttpProcessor, PaidBack};
use crate::store::json;
use crate::store::outbox::Message;

pub(super) async fn ask(app: &AppState, message: &Message) -> Result<(), Failure> {
    let ask: news::Refund = json::read(&message.body).map_err(|error| Failure::for_good(error.to_string()))?;
    let adjustment = &message.recipient;
    let processor = HttpProcessor::new(app.client.clone(), &app.config);
    let answer = processor.refund(&ask.payment, adjustment, ask.amount).await;
    let answer = answer.map_err(|failure| Failure::for_now(failure.to_string()))?;
    let done = answer == PaidBack::Done;
    let settled = changes::settle(&app.db, app.clock.now(), &message.order_id, adjustment, done).await;
    settled.map_err(|refusal| Failure::for_now(refusal.to_string()))?;
    match answer {
        PaidBack::Done => Ok(()),
        PaidBack::Refused(reason) => Err(Failure::for_good(reason)),
    }
}
