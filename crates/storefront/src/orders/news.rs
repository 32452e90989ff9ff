//! Telling of an order: what is written into the outbox, in the transaction of what has happened.

use serde::{Deserialize, Serialize};
use ucp::envelope::{Status, Ucp};
use ucp::names;
use ucp::order::Order;

use crate::id;
use crate::shop::occasion::Occasion;
use crate::shop::retries::GIVE_UP;
use crate::store::outbox::{self, Kind, NewMessage};
use crate::store::{Result, Tx, json, listeners, orders};

/// What a letter to the buyer is about: everything that is needed to write it, as it was at that moment. Its address and
/// the key of the order are not among it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Letter {
    /// What has happened.
    pub occasion: Occasion,
    /// The order after it.
    pub order: Order,
}

/// Money to give back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Refund {
    /// The shop's key of the payment.
    pub payment: String,
    /// Minor units.
    pub amount: i64,
}

/// Writes down that the processor is to be asked for a refund; `adjustment` is its key.
///
/// # Errors
/// When the database does not answer.
pub async fn ask(tx: &mut Tx, order: &str, revision: i64, adjustment: &str, refund: &Refund, now: i64) -> Result<()> {
    let topic = Occasion::RefundStarted { adjustment: adjustment.to_owned() };
    let message = NewMessage {
        id: format!("ask_{adjustment}"),
        order,
        position: revision,
        kind: Kind::Refund,
        topic: &topic,
        recipient: adjustment,
        body: json::write(refund)?,
        now,
        expires_at: now + GIVE_UP,
    };
    outbox::put(tx, &message).await
}

/// Writes down that something has happened to an order: for the platform the whole order as it is now, for the buyer a
/// letter when there is something to tell. Called last, after the change itself, in the same transaction; `revision` is
/// what [`orders::touch`] gave.
///
/// # Errors
/// When the database does not answer, or there is no such order.
pub async fn announce(tx: &mut Tx, order: &str, revision: i64, occasion: &Occasion, now: i64) -> Result<()> {
    let kept = orders::find(tx, order).await?.ok_or(sqlx::Error::RowNotFound)?;
    let (email, webhook_url) = (kept.email.clone(), listeners::webhook_url(tx, &kept.checkout).await?);
    let mut current = super::now(tx, kept).await?;
    let message = |kind, recipient, body| -> Result<NewMessage<'_>> {
        let id = id::fresh("evt").map_err(|error| sqlx::Error::Configuration(error.to_string().into()))?;
        Ok(NewMessage { id, order, position: revision, kind, topic: occasion, recipient, body, now, expires_at: now + GIVE_UP })
    };
    if let Some(url) = &webhook_url {
        current.ucp = Ucp::new(Status::Success, &[names::ORDER]);
        outbox::put(tx, &message(Kind::Webhook, url, json::write(&current)?)?).await?;
    }
    if let Some(email) = email.as_deref().filter(|_| occasion.is_written_about()) {
        let letter = Letter { occasion: occasion.clone(), order: current };
        outbox::put(tx, &message(Kind::Mail, email, json::write(&letter)?)?).await?;
    }
    Ok(())
}
