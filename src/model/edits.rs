//! What a fan changes in a checkout, laid over what the shop last confirmed: every update is a full replacement.

use super::requests;
use ucp::cart::{Cart, ItemRequest, LineItem, LineItemRequest};
use ucp::checkout::{Checkout, CheckoutRequest};
use ucp::discount::{Discounts, DiscountsRequest};
use ucp::fulfillment::{Destination, FulfillmentRequest, MethodRequest, MethodType};
use ucp::party::{Consent, PostalAddress};

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Who is written to; the answer about marketing when it was asked.
    Contact {
        /// As typed.
        email: String,
        /// None: not asked.
        marketing: Option<bool>,
        /// What is written to the seller; none when the shop would not read it.
        note: Option<String>,
    },
    /// Where to.
    Address(PostalAddress),
    /// How: an option for a package.
    Option {
        /// The package's id.
        group: String,
        /// The option's id.
        option: String,
    },
    /// What: the bag has changed since the checkout began.
    Bag {
        /// Pieces.
        lines: Vec<Piece>,
        /// Discount codes.
        codes: Vec<String>,
    },
}

impl Edit {
    /// Whether the later of the two makes the earlier one needless.
    #[must_use]
    pub fn replaces(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Option { group: a, .. }, Self::Option { group: b, .. }) => a == b,
            (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
        }
    }
}

/// The request that makes the changes and keeps everything else.
#[must_use]
pub fn request(checkout: &Checkout, edits: &[Edit]) -> CheckoutRequest {
    let mut request = requests::checkout(checkout);
    for edit in edits {
        apply(&mut request, edit);
    }
    request
}

fn apply(request: &mut CheckoutRequest, edit: &Edit) {
    match edit {
        Edit::Contact { email, marketing, note } => {
            request.note.clone_from(note);
            let buyer = request.buyer.get_or_insert_default();
            buyer.email = Some(email.clone());
            if marketing.is_some() {
                buyer.consent = Some(Consent { marketing: *marketing, ..buyer.consent.clone().unwrap_or_default() });
            }
        }
        Edit::Address(address) => {
            let buyer = request.buyer.get_or_insert_default();
            buyer.first_name = address.first_name.clone();
            buyer.last_name = address.last_name.clone();
            let every_line = request.line_items.iter().filter_map(|line| line.id.clone()).collect();
            let fulfillment = request.fulfillment.get_or_insert_default();
            deliver(fulfillment, every_line, address);
        }
        Edit::Option { group, option } => {
            let groups =
                request.fulfillment.iter_mut().flat_map(|delivery| &mut delivery.methods).flat_map(|method| &mut method.groups);
            for known in groups.filter(|known| known.id.as_ref() == Some(group)) {
                known.selected_option_id = Some(option.clone());
            }
        }
        Edit::Bag { lines, codes } => {
            let before = std::mem::take(&mut request.line_items);
            let id = |variant: &str, text: &Option<String>| {
                before.iter().find(|line| line.item.id == variant && line.text == *text).and_then(|line| line.id.clone())
            };
            request.line_items = lines
                .iter()
                .map(|(variant, text, quantity)| LineItemRequest {
                    id: id(variant, text),
                    item: ItemRequest { id: variant.clone() },
                    quantity: *quantity,
                    text: text.clone(),
                })
                .collect();
            request.discounts = Some(DiscountsRequest { codes: codes.clone() });
            // Lines that are gone or new are the shop's to put into packages.
            let kept: Vec<&String> = request.line_items.iter().filter_map(|line| line.id.as_ref()).collect();
            for method in request.fulfillment.iter_mut().flat_map(|delivery| &mut delivery.methods) {
                method.line_item_ids.retain(|id| kept.contains(&id));
            }
        }
    }
}

/// A changed address is a new destination: an id stands for the address that the shop gave it to.
fn deliver(delivery: &mut FulfillmentRequest, every_line: Vec<String>, address: &PostalAddress) {
    if delivery.methods.is_empty() {
        delivery.methods.push(MethodRequest {
            kind: Some(MethodType::Shipping),
            line_item_ids: every_line,
            ..MethodRequest::default()
        });
    }
    for method in delivery.methods.iter_mut().filter(|method| method.kind != Some(MethodType::Pickup)) {
        let known = method.destinations.iter().find(|known| known.postal == *address).and_then(|known| known.id.clone());
        method.selected_destination_id.clone_from(&known);
        method.destinations = vec![Destination { id: known, postal: address.clone(), ..Destination::default() }];
    }
}

/// A variant, what is put on it, and how many.
pub type Piece = (String, Option<String>, i64);

/// What is in a cart or a checkout: pieces and codes, in an order of their own.
pub type Contents = (Vec<Piece>, Vec<String>);

/// What is in a cart.
#[must_use]
pub fn of_cart(cart: &Cart) -> Contents {
    (sorted_lines(&cart.line_items), sorted_codes(cart.discounts.as_ref()))
}

fn sorted_codes(discounts: Option<&Discounts>) -> Vec<String> {
    let mut codes: Vec<String> =
        discounts.map(|discounts| discounts.codes.iter().map(|code| code.to_uppercase()).collect()).unwrap_or_default();
    codes.sort();
    codes
}

fn piece(line: &LineItem) -> Piece {
    (line.item.id.clone(), line.text.clone(), line.quantity)
}

fn sorted_lines(lines: &[LineItem]) -> Vec<Piece> {
    let mut contents: Vec<_> = lines.iter().map(piece).collect();
    contents.sort();
    contents
}

/// What brings the checkout in step with the bag; none when it is.
#[must_use]
pub fn catch_up(cart: &Cart, checkout: &Checkout) -> Option<Edit> {
    let same = of_cart(cart) == (sorted_lines(&checkout.line_items), sorted_codes(checkout.discounts.as_ref()));
    (!same).then(|| Edit::Bag {
        lines: cart.line_items.iter().map(piece).collect(),
        codes: cart.discounts.as_ref().map(|discounts| discounts.codes.clone()).unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ucp::cart::Item;
    use ucp::fulfillment::{Fulfillment, Group, Method};
    use ucp::party::Buyer;

    fn line(id: &str, variant: &str, quantity: i64) -> LineItem {
        LineItem { id: id.into(), item: Item { id: variant.into(), ..Item::default() }, quantity, ..LineItem::default() }
    }

    fn address(street: &str) -> PostalAddress {
        PostalAddress { street_address: Some(street.into()), first_name: Some("Noor".into()), ..PostalAddress::default() }
    }

    fn checkout() -> Checkout {
        let group = Group { id: "g".into(), selected_option_id: Some("standard".into()), ..Group::default() };
        let home = Destination { id: Some("d".into()), postal: address("1 Main St"), ..Destination::default() };
        let method = Method {
            id: "m".into(),
            kind: MethodType::Shipping,
            line_item_ids: vec!["li_1".into()],
            destinations: vec![home],
            selected_destination_id: Some("d".into()),
            groups: vec![group],
        };
        Checkout {
            line_items: vec![line("li_1", "var_1", 1)],
            buyer: Some(Buyer { email: Some("old@b.example".into()), ..Buyer::default() }),
            fulfillment: Some(Fulfillment { methods: vec![method], available_methods: vec![] }),
            ..Checkout::default()
        }
    }

    #[test]
    fn a_new_address_is_a_new_destination_and_keeps_the_rest() {
        let request = request(&checkout(), &[Edit::Address(address("2 Side St"))]);
        let method = &request.fulfillment.as_ref().unwrap().methods[0];
        assert_eq!((method.destinations.len(), &method.destinations[0].id, &method.selected_destination_id), (1, &None, &None));
        assert_eq!(method.groups[0].selected_option_id.as_deref(), Some("standard"));
        let buyer = request.buyer.unwrap();
        assert_eq!((buyer.email.as_deref(), buyer.first_name.as_deref()), (Some("old@b.example"), Some("Noor")));
    }

    #[test]
    fn the_same_address_keeps_its_id() {
        let request = request(&checkout(), &[Edit::Address(address("1 Main St"))]);
        assert_eq!(request.fulfillment.unwrap().methods[0].selected_destination_id.as_deref(), Some("d"));
    }

    #[test]
    fn the_first_address_brings_a_method_for_every_line() {
        let fresh = Checkout { fulfillment: None, ..checkout() };
        let method = request(&fresh, &[Edit::Address(address("x"))]).fulfillment.unwrap().methods.remove(0);
        assert_eq!((method.kind, method.line_item_ids), (Some(MethodType::Shipping), vec!["li_1".to_owned()]));
    }

    #[test]
    fn consent_is_sent_only_when_it_was_asked() {
        let contact = |marketing| [Edit::Contact { email: "a@b.example".into(), marketing, note: None }];
        assert_eq!(request(&checkout(), &contact(None)).buyer.unwrap().consent, None);
        let asked = request(&checkout(), &contact(Some(false))).buyer.unwrap().consent.unwrap();
        assert_eq!((asked.marketing, asked.analytics), (Some(false), None));
    }

    #[test]
    fn a_checkout_catches_up_with_its_bag_and_keeps_known_lines() {
        let cart = Cart { line_items: vec![line("c1", "var_2", 1), line("c2", "var_1", 3)], ..Cart::default() };
        let edit = catch_up(&cart, &checkout()).unwrap();
        let request = request(&checkout(), &[edit]);
        assert_eq!(request.line_items[0].id, None);
        assert_eq!((request.line_items[1].id.as_deref(), request.line_items[1].quantity), (Some("li_1"), 3));
        let same = Cart { line_items: vec![line("c2", "var_1", 1)], ..Cart::default() };
        assert_eq!(catch_up(&same, &checkout()), None);
    }

    #[test]
    fn a_later_choice_for_the_same_package_replaces_the_earlier_one() {
        let option = |group: &str| Edit::Option { group: group.into(), option: "x".into() };
        assert!(option("a").replaces(&option("a")));
        assert!(!option("a").replaces(&option("b")));
        assert!(!Edit::Address(PostalAddress::default()).replaces(&option("a")));
    }
}
