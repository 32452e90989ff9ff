//! Paying, as the shop sees it: what it asks of a card processor, and what it makes of the answer.
//!
//! The processor is somebody else's program behind a network. So a charge is always asked for under a key that the shop
//! chose and wrote down before; asking again under the same key never charges twice, and a charge that nobody knows the
//! fate of can be called off under it.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use ucp::payment::{Instrument, Payment, PaymentHandler};

use super::address;
use super::notices::{Decline, Notice, Says, Weight};

/// A charge to ask for.
#[derive(Clone, PartialEq, Eq)]
pub struct Charge {
    /// The shop's key: the id of its payment attempt.
    pub key: String,
    /// The one-time token that stands for the card.
    pub token: String,
    /// The checkout that the token was made for.
    pub checkout: String,
    /// Minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
    /// BCP 47 tag for what the bank may show.
    pub language: String,
}

/// Without the token: whoever logs a charge must not log what pays for it.
impl fmt::Debug for Charge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Charge")
            .field("key", &self.key)
            .field("amount", &self.amount)
            .field("currency", &self.currency)
            .finish_non_exhaustive()
    }
}

/// What became of a charge, as far as the processor knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// The money is the shop's; the processor's id of the payment.
    Captured(String),
    /// It is not, and never will be under this key.
    Failed(Decline),
    /// The bank wants to hear from the buyer, on this page.
    Challenge(String),
    /// Not decided yet: ask again.
    Processing,
    /// The processor has not heard of it: the charge is still on its way, or was never sent.
    Unheard,
}

/// The processor gave no usable answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the card processor gave no answer: {reason}")]
pub struct NoAnswer {
    /// Whether the question may have reached it. If not, nothing can have been charged by it.
    pub sent: bool,
    /// What went wrong, for the log.
    pub reason: String,
}

/// An answer that takes a while.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<Report, NoAnswer>> + Send + 'a>>;

/// A card processor. Every call may be repeated under the same key.
pub trait Processor: fmt::Debug + Send + Sync {
    /// Asks for a charge, or for what became of it when the key is known already.
    fn charge<'a>(&'a self, charge: &'a Charge) -> Answer<'a>;
    /// Asks what became of the charge of a key, without starting one.
    fn look<'a>(&'a self, key: &'a str) -> Answer<'a>;
    /// Calls the charge of a key off, for good: `Failed` when no money was or will be taken, `Captured` when it was too late.
    fn call_off<'a>(&'a self, key: &'a str) -> Answer<'a>;
}

/// The id of Google Pay's handler.
pub const GOOGLE_PAY_ID: &str = "google_pay";

/// A way to pay: a handler's id and a type of instrument that it takes.
pub type Way = (String, String);

/// The ways to pay that a registry of handlers offers.
#[must_use]
pub fn ways(handlers: Option<&ucp::Map<Vec<PaymentHandler>>>) -> Vec<Way> {
    let handlers = handlers.iter().flat_map(|handlers| &handlers.0).flat_map(|(_, handlers)| handlers);
    handlers.flat_map(|handler| handler.available_instruments.iter().map(|of| (handler.id.clone(), of.kind.clone()))).collect()
}

/// The one instrument of a request that pays, with its token. With `lenient` an instrument without a handler's id belongs to
/// the only handler that takes its type (suites send such; it is no valid request).
///
/// # Errors
/// A notice when there is none, when it is not clear which, when its handler is not on offer, or when its credential is
/// missing. Nothing has been charged then.
pub fn instrument<'a>(payment: &'a Payment, ways: &[Way], lenient: bool) -> Result<(&'a Instrument, &'a str), Notice> {
    let fail = |path: String, says| Notice {
        code: ucp::message::codes::PAYMENT_FAILED,
        weight: Weight::Blocking,
        path: Some(path),
        says,
    };
    let all = &payment.instruments;
    let chosen: Vec<usize> = match all.len() {
        1 => vec![0],
        _ => all.iter().enumerate().filter(|(_, one)| one.selected == Some(true)).map(|(index, _)| index).collect(),
    };
    let (index, instrument) = match chosen.as_slice() {
        [index] => (*index, all.get(*index)),
        [] => {
            return Err(fail(
                "$.payment.instruments".to_owned(),
                if all.is_empty() { Says::PaymentMissing } else { Says::PaymentAmbiguous },
            ));
        }
        _ => return Err(fail("$.payment.instruments".to_owned(), Says::PaymentAmbiguous)),
    };
    let instrument = instrument.ok_or_else(|| fail("$.payment.instruments".to_owned(), Says::PaymentMissing))?;
    let at = |field: &str| format!("$.payment.instruments[{index}].{field}");
    let of_kind = || ways.iter().filter(|(_, kind)| *kind == instrument.kind);
    let unnamed = lenient && instrument.handler_id.is_empty() && of_kind().count() == 1;
    if !unnamed && !of_kind().any(|(handler, _)| *handler == instrument.handler_id) {
        return Err(fail(at("handler_id"), Says::HandlerUnknown));
    }
    // What a wallet gives is not ours, and may be long.
    let (kind, longest) = if instrument.handler_id == GOOGLE_PAY_ID { ("PAYMENT_GATEWAY", 8_192) } else { ("token", 256) };
    let token = instrument
        .credential
        .as_ref()
        .filter(|credential| credential.kind == kind)
        .and_then(|credential| credential.token.as_deref())
        .filter(|token| !token.is_empty() && token.len() <= longest)
        .ok_or_else(|| fail(at("credential"), Says::PaymentMissing))?;
    Ok((instrument, token))
}

/// An instrument as it may be kept and shown: without its credential.
#[must_use]
pub fn shown(instrument: &Instrument) -> Instrument {
    let billing_address = instrument.billing_address.as_ref().map(address::kept);
    Instrument { credential: None, selected: Some(true), billing_address, ..instrument.clone() }
}

/// What is wrong with the billing address of an instrument of the payment. A wallet gives a part of one: what is not there is
/// missed only beside a street.
#[must_use]
pub fn billing(payment: &Payment, instrument: &Instrument) -> Vec<Notice> {
    let index = payment.instruments.iter().position(|one| one.id == instrument.id).unwrap_or(0);
    let Some(address) = &instrument.billing_address else { return Vec::new() };
    address::check_billing(&address::kept(address), &format!("$.payment.instruments[{index}].billing_address"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ucp::payment::Credential;

    fn card(selected: Option<bool>) -> Instrument {
        Instrument {
            id: "pi_1".into(),
            handler_id: "sandbox_card".into(),
            kind: "card".into(),
            selected,
            credential: Some(Credential { kind: "token".into(), token: Some("tok_1".into()) }),
            ..Instrument::default()
        }
    }

    fn ways() -> Vec<Way> {
        vec![("sandbox_card".into(), "card".into()), ("sandbox_invoice".into(), "invoice".into())]
    }

    fn says(instruments: Vec<Instrument>) -> (String, Says) {
        let notice = instrument(&Payment { instruments }, &ways(), false).unwrap_err();
        (notice.path.unwrap_or_default(), notice.says)
    }

    #[test]
    fn the_only_instrument_pays_and_among_several_the_selected_one() {
        let payment = Payment { instruments: vec![card(None)] };
        assert_eq!(instrument(&payment, &ways(), false).map(|(_, token)| token), Ok("tok_1"));
        let payment = Payment { instruments: vec![card(None), card(Some(true))] };
        assert!(instrument(&payment, &ways(), false).is_ok());
    }

    #[test]
    fn what_cannot_pay_says_why() {
        assert_eq!(says(vec![]), ("$.payment.instruments".into(), Says::PaymentMissing));
        assert_eq!(says(vec![card(None), card(None)]), ("$.payment.instruments".into(), Says::PaymentAmbiguous));
        let other = Instrument { handler_id: "gift".into(), ..card(None) };
        assert_eq!(says(vec![other]), ("$.payment.instruments[0].handler_id".into(), Says::HandlerUnknown));
        let bare = Instrument { credential: None, ..card(None) };
        assert_eq!(says(vec![bare]), ("$.payment.instruments[0].credential".into(), Says::PaymentMissing));
    }

    #[test]
    fn a_wallet_pays_with_its_own_kind_of_credential() {
        let ways = [(GOOGLE_PAY_ID.to_owned(), "card".to_owned())];
        let wallet = |kind: &str| {
            let credential = Some(Credential { kind: kind.into(), token: Some("x".repeat(2_000)) });
            Payment { instruments: vec![Instrument { handler_id: GOOGLE_PAY_ID.into(), credential, ..card(None) }] }
        };
        assert!(instrument(&wallet("PAYMENT_GATEWAY"), &ways, false).is_ok());
        assert!(instrument(&wallet("token"), &ways, false).is_err());
    }

    #[test]
    fn an_instrument_without_a_handler_pays_only_where_that_is_tolerated() {
        let unnamed = Payment { instruments: vec![Instrument { handler_id: String::new(), ..card(None) }] };
        assert!(instrument(&unnamed, &ways(), false).is_err());
        assert!(instrument(&unnamed, &ways(), true).is_ok());
        let two = [ways(), vec![("other_card".into(), "card".into())]].concat();
        assert!(instrument(&unnamed, &two, true).is_err(), "which of the two is meant?");
        let wrong = Payment { instruments: vec![Instrument { handler_id: "gift".into(), ..card(None) }] };
        assert!(instrument(&wrong, &ways(), true).is_err());
    }

    #[test]
    fn a_billing_address_may_be_a_part_of_one_but_not_a_wrong_one() {
        let check = |street: Option<&str>, code: Option<&str>| {
            let billing = ucp::party::PostalAddress {
                street_address: street.map(Into::into),
                postal_code: code.map(Into::into),
                // A country that nothing is sent to can be billed all the same.
                address_country: Some("US".into()),
                ..Default::default()
            };
            let payment = Payment { instruments: vec![Instrument { billing_address: Some(billing), ..card(None) }] };
            let paths = billing_paths(&payment);
            paths.into_iter().map(|path| path.replace("$.payment.instruments[0].billing_address.", "")).collect::<Vec<_>>()
        };
        assert_eq!(check(None, Some("10001")), [""; 0]);
        assert_eq!(check(None, Some("banana")), ["postal_code"]);
        assert_eq!(check(Some("1 Main St"), Some("10001")), ["address_locality", "address_region"]);
        assert!(billing_paths(&Payment { instruments: vec![card(None)] }).is_empty());
    }

    fn billing_paths(payment: &Payment) -> Vec<String> {
        billing(payment, &payment.instruments[0]).into_iter().filter_map(|notice| notice.path).collect()
    }

    #[test]
    fn a_credential_is_never_kept_nor_printed() {
        assert_eq!(shown(&card(None)).credential, None);
        let charge = Charge {
            key: "k".into(),
            token: "tok_secret".into(),
            checkout: "c".into(),
            amount: 1,
            currency: "USD".into(),
            language: "en".into(),
        };
        assert!(!format!("{charge:?}").contains("tok_secret"));
    }
}
