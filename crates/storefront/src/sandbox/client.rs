//! The shop's side of the wire: [`Processor`] over HTTP, so that the processor could as well run on another machine.

use std::time::Duration;

use reqwest::StatusCode;

use super::wire::{Payment, PaymentRequest, RefundRequest, Refusal, Status};
use crate::config::{Config, Secret};
use crate::shop::notices::Decline;
use crate::shop::payment::{Answer, Charge, NoAnswer, Processor, Report};

/// How long a charge may take, or calling one off. The shop asks again rather than waiting longer.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a look may take: a buyer is waiting for it.
const GLANCE: Duration = Duration::from_secs(2);

/// What became of a refund.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaidBack {
    /// The money is on its way to the buyer.
    Done,
    /// It is not, and never will be under this key; the processor's words.
    Refused(String),
}

/// A card processor behind an address.
#[derive(Clone, Debug)]
pub struct HttpProcessor {
    client: reqwest::Client,
    base: String,
    secret: Secret,
    business: String,
    shop: String,
    hook: String,
}

impl HttpProcessor {
    /// The processor that the settings name, called with the shop's HTTP client.
    #[must_use]
    pub fn new(client: reqwest::Client, config: &Config) -> Self {
        Self {
            client,
            base: config.processor_call_url.clone(),
            secret: config.processor_secret.clone(),
            business: config.business_id.clone(),
            shop: config.public_url.clone(),
            hook: config.shop_call_url.clone(),
        }
    }

    /// Gives money of a payment back. `key` is the refund's own: asking again under it gives nothing twice.
    ///
    /// # Errors
    /// When there is no usable answer. The money may have been given back then: ask again.
    pub async fn refund(&self, payment: &str, key: &str, amount: i64) -> Result<PaidBack, NoAnswer> {
        let gone = |error: reqwest::Error| NoAnswer { sent: !error.is_connect(), reason: error.without_url().to_string() };
        let request = self.client.post(format!("{}/payments/{payment}/refund", self.base));
        let body = RefundRequest { key: Some(key.to_owned()), amount };
        let answer = request.bearer_auth(self.secret.reveal()).timeout(PATIENCE).json(&body).send().await.map_err(gone)?;
        match answer.status() {
            StatusCode::OK => Ok(PaidBack::Done),
            StatusCode::CONFLICT | StatusCode::NOT_FOUND => {
                let refusal = answer.json::<Refusal>().await.map_err(gone)?;
                Ok(PaidBack::Refused(refusal.content))
            }
            status => Err(NoAnswer { sent: true, reason: format!("status {status}") }),
        }
    }

    async fn send(&self, request: reqwest::RequestBuilder, patience: Duration) -> Result<Report, NoAnswer> {
        let gone = |error: reqwest::Error| NoAnswer { sent: !error.is_connect(), reason: error.without_url().to_string() };
        let answer = request.bearer_auth(self.secret.reveal()).timeout(patience).send().await.map_err(gone)?;
        match answer.status() {
            StatusCode::OK => answer.json::<Payment>().await.map_err(gone).and_then(read),
            StatusCode::NOT_FOUND => Ok(Report::Unheard),
            status => Err(NoAnswer { sent: true, reason: format!("status {status}") }),
        }
    }
}

/// What a payment means for the shop.
fn read(payment: Payment) -> Result<Report, NoAnswer> {
    Ok(match payment.status {
        Status::Processing => Report::Processing,
        Status::Captured | Status::Refunded => Report::Captured(payment.id),
        Status::Voided => Report::Failed(Decline::Unavailable),
        Status::Declined => Report::Failed(match payment.reason.as_deref() {
            Some("insufficient_funds") => Decline::InsufficientFunds,
            Some("expired_card") => Decline::ExpiredCard,
            Some("challenge_failed") => Decline::ChallengeFailed,
            Some("token_invalid") => Decline::TokenInvalid,
            _ => Decline::Declined,
        }),
        Status::Challenge => match payment.challenge_url {
            Some(url) => Report::Challenge(url),
            None => return Err(NoAnswer { sent: true, reason: "a challenge without a page".to_owned() }),
        },
    })
}

impl Processor for HttpProcessor {
    fn charge<'a>(&'a self, charge: &'a Charge) -> Answer<'a> {
        let body = PaymentRequest {
            key: charge.key.clone(),
            token: charge.token.clone(),
            checkout_id: charge.checkout.clone(),
            business_id: self.business.clone(),
            amount: charge.amount,
            currency: charge.currency.clone(),
            language: charge.language.clone(),
            return_url: format!("{}/checkout/{}", self.shop, charge.checkout),
            notify_url: format!("{}/hooks/payments", self.hook),
        };
        Box::pin(self.send(self.client.post(format!("{}/payments", self.base)).json(&body), PATIENCE))
    }

    fn look<'a>(&'a self, key: &'a str) -> Answer<'a> {
        Box::pin(self.send(self.client.get(format!("{}/payments/{key}", self.base)), GLANCE))
    }

    fn call_off<'a>(&'a self, key: &'a str) -> Answer<'a> {
        Box::pin(self.send(self.client.post(format!("{}/payments/{key}/void", self.base)), PATIENCE))
    }
}
