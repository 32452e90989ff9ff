//! What a conformance suite never sends, filled in: the buyer, a country to send parcels to, the way to send them. Used with
//! open test hooks only; customers are asked.

use ucp::fulfillment::Destination;
use ucp::party::{Buyer, PostalAddress};

use super::delivery::Speed;
use super::draft::Draft;

/// The test buyer: in the fan club, not in anybody's crew.
pub const EMAIL: &str = "test.buyer@fanshelf.test";

/// Fills in what is missing; what was sent stays.
pub fn fill_in(draft: &mut Draft, country: &str) {
    let buyer = draft.buyer.get_or_insert_with(Buyer::default);
    buyer.email.get_or_insert_with(|| EMAIL.to_owned());
    if draft.destinations.is_empty() {
        let id = "dest_1".to_owned();
        let postal = PostalAddress { address_country: Some(country.to_owned()), ..PostalAddress::default() };
        draft.destinations = vec![Destination { id: Some(id.clone()), postal, ..Destination::default() }];
        draft.destination = Some(id);
    }
    if draft.option.as_deref().is_none_or(|option| ![Speed::Standard, Speed::Express].iter().any(|speed| speed.id() == option)) {
        draft.option = Some(Speed::Standard.id().to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sent_stays_and_the_rest_is_filled_in() {
        let mut draft = Draft::default();
        fill_in(&mut draft, "US");
        assert_eq!(draft.buyer.as_ref().and_then(|buyer| buyer.email.as_deref()), Some(EMAIL));
        assert_eq!(draft.chosen_destination().and_then(|(_, to)| to.postal.address_country.as_deref()), Some("US"));
        let sent = Draft {
            buyer: Some(Buyer { email: Some("jane@example.com".into()), ..Buyer::default() }),
            option: Some("express".into()),
            ..draft
        };
        let mut filled = sent.clone();
        fill_in(&mut filled, "DE");
        assert_eq!(filled, sent);
        let mut odd = Draft { option: Some("by-balloon".into()), ..sent };
        fill_in(&mut odd, "US");
        assert_eq!(odd.option.as_deref(), Some("standard"));
    }
}
