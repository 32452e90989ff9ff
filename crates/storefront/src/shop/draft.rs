//! The writable state of a cart or a checkout: what a client may set, and nothing that the shop computes.
//!
//! An update is a full replacement, so a draft is made anew from every request; what survives are ids.

use serde::{Deserialize, Serialize};
use ucp::cart::LineItemRequest;
use ucp::discount::DiscountsRequest;
use ucp::fulfillment::{Destination, FulfillmentRequest};
use ucp::party::{Attribution, Buyer, Context};

use super::basket::{Line, Wanted};
use super::{address, contact};

/// The most attribution entries that are kept, and the longest key or value, in bytes.
const MOST_ATTRIBUTION: (usize, usize) = (30, 300);
/// The longest note to the seller, in characters.
const LONGEST_NOTE: usize = 500;
/// The most destinations of one checkout.
const MOST_DESTINATIONS: usize = 10;

/// What a client has asked for so far.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The lines.
    pub lines: Vec<Line>,
    /// The buyer, tidied.
    pub buyer: Option<Buyer>,
    /// Market hints, as sent.
    pub context: Option<Context>,
    /// Discount codes, as typed.
    pub codes: Vec<String>,
    /// Destinations, tidied, each with an id.
    pub destinations: Vec<Destination>,
    /// The destination in use.
    pub destination: Option<String>,
    /// The delivery option in use.
    pub option: Option<String>,
    /// Where the sale comes from.
    pub attribution: Option<Attribution>,
    /// What the buyer writes to the seller.
    pub note: Option<String>,
}

impl Draft {
    /// The destination in use.
    #[must_use]
    pub fn chosen_destination(&self) -> Option<(usize, &Destination)> {
        let id = self.destination.as_ref()?;
        self.destinations.iter().enumerate().find(|(_, destination)| destination.id.as_ref() == Some(id))
    }
}

/// The wanted lines of a request.
#[must_use]
pub fn wanted(lines: &[LineItemRequest]) -> Vec<Wanted> {
    let wanted = |line: &LineItemRequest| Wanted {
        id: line.id.clone(),
        variant: line.item.id.clone(),
        quantity: line.quantity,
        text: line.text.clone(),
    };
    lines.iter().map(wanted).collect()
}

/// The codes of a request: trimmed, empty ones dropped, endless ones cut.
#[must_use]
pub fn codes(discounts: Option<&DiscountsRequest>) -> Vec<String> {
    discounts
        .map(|discounts| discounts.codes.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|code| code.trim().chars().take(64).collect::<String>())
        .filter(|code| !code.is_empty())
        .take(50)
        .collect()
}

/// The buyer of a request, tidied; none when nothing is known.
#[must_use]
pub fn buyer(buyer: Option<&Buyer>) -> Option<Buyer> {
    buyer.map(contact::kept).filter(|buyer| *buyer != Buyer::default())
}

/// What the buyer writes to the seller: its lines tidied, empty ones dropped, an endless one cut.
#[must_use]
pub fn note(note: Option<&str>) -> Option<String> {
    let lines: Vec<String> = note?.lines().filter_map(|line| contact::tidy(Some(line), false)).collect();
    Some(lines.join("\n").chars().take(LONGEST_NOTE).collect()).filter(|note: &String| !note.is_empty())
}

/// Attribution within limits; it never changes an answer, so that what is too much is dropped in silence.
#[must_use]
pub fn attribution(attribution: Option<&Attribution>) -> Option<Attribution> {
    let (most, longest) = MOST_ATTRIBUTION;
    let kept: Attribution =
        attribution?.0.iter().filter(|(key, value)| key.len() <= longest && value.len() <= longest).take(most).cloned().collect();
    (!kept.is_empty()).then_some(kept)
}

/// Takes over the destinations and the chosen option of a request. New destinations get ids; a single one is chosen.
pub fn deliver(draft: &mut Draft, request: Option<&FulfillmentRequest>, before: &[Destination]) {
    let method = request.and_then(|request| request.methods.first());
    let sent = method.map(|method| method.destinations.as_slice()).unwrap_or_default();
    let mut next = before
        .iter()
        .filter_map(|destination| destination.id.as_deref()?.strip_prefix("dest_")?.parse::<u64>().ok())
        .max()
        .unwrap_or(0);
    draft.destinations = sent
        .iter()
        .take(MOST_DESTINATIONS)
        .map(|destination| {
            // A client may name its own destinations; the name it gave is the one it will select by.
            let id = destination.id.clone().filter(|id| !id.is_empty() && id.len() <= 64).unwrap_or_else(|| {
                next += 1;
                format!("dest_{next}")
            });
            Destination { id: Some(id), postal: address::kept(&destination.postal), ..Destination::default() }
        })
        .collect();
    let known = |id: &String| draft.destinations.iter().any(|destination| destination.id.as_ref() == Some(id));
    draft.destination = method
        .and_then(|method| method.selected_destination_id.clone())
        .filter(known)
        .or_else(|| draft.destinations.first().and_then(|destination| destination.id.clone()));
    draft.option = method
        .and_then(|method| method.groups.first())
        .and_then(|group| group.selected_option_id.clone())
        .filter(|id| id.len() <= 64);
}

#[cfg(test)]
mod tests {
    use super::*;
    use ucp::fulfillment::{GroupRequest, MethodRequest};
    use ucp::party::PostalAddress;

    fn request(ids: &[Option<&str>], selected: Option<&str>) -> FulfillmentRequest {
        let destinations = ids
            .iter()
            .map(|id| Destination {
                id: id.map(Into::into),
                postal: PostalAddress { address_country: Some("us".into()), ..PostalAddress::default() },
                ..Destination::default()
            })
            .collect();
        let groups = vec![GroupRequest { id: None, selected_option_id: Some("express".into()) }];
        let method =
            MethodRequest { destinations, groups, selected_destination_id: selected.map(Into::into), ..MethodRequest::default() };
        FulfillmentRequest { methods: vec![method] }
    }

    #[test]
    fn a_new_destination_gets_an_id_and_is_chosen() {
        let mut draft = Draft::default();
        deliver(&mut draft, Some(&request(&[None], None)), &[]);
        assert_eq!(draft.destination.as_deref(), Some("dest_1"));
        assert_eq!(draft.chosen_destination().map(|(_, to)| to.postal.address_country.as_deref()), Some(Some("US")));
        assert_eq!(draft.option.as_deref(), Some("express"));
    }

    #[test]
    fn an_update_without_delivery_clears_it() {
        let mut draft = Draft::default();
        deliver(&mut draft, Some(&request(&[None], None)), &[]);
        deliver(&mut draft, None, &[]);
        assert_eq!((draft.destinations.len(), draft.destination, draft.option), (0, None, None));
    }

    #[test]
    fn the_selected_destination_is_used_and_an_unknown_one_is_not() {
        let mut draft = Draft::default();
        deliver(&mut draft, Some(&request(&[Some("home"), Some("work")], Some("work"))), &[]);
        assert_eq!(draft.destination.as_deref(), Some("work"));
        deliver(&mut draft, Some(&request(&[Some("home"), Some("work")], Some("moon"))), &[]);
        assert_eq!(draft.destination.as_deref(), Some("home"));
    }

    #[test]
    fn a_note_keeps_its_lines_and_nothing_that_is_none() {
        assert_eq!(note(Some(" Sign it\tfor Noor \n\n please\u{7} ")).as_deref(), Some("Sign it for Noor\nplease"));
        assert_eq!(note(Some(" \n ")), None);
        assert_eq!(note(Some(&"x".repeat(900))).map(|note| note.len()), Some(500));
    }

    #[test]
    fn empty_codes_are_dropped_and_the_rest_keeps_its_spelling() {
        let codes = codes(Some(&DiscountsRequest { codes: vec![" fan10 ".into(), " ".into()] }));
        assert_eq!(codes, ["fan10"]);
    }
}
