//! The `ucp` member, and business outcomes without a resource.

use ucp::envelope::{ErrorResponse, Status, Ucp};
use ucp::message::Message;

use super::Error;

/// An answer that is only messages (HTTP 200, `ucp.status` = `error`), ready for `return Err(…)` or `?`.
#[must_use]
pub fn error(mut ucp: Ucp, message: Message, continue_url: Option<String>) -> Error {
    ucp.status = Some(Status::Error);
    ucp.payment_handlers = None;
    Error::Business(Box::new(ErrorResponse { ucp, messages: vec![message], continue_url }))
}
