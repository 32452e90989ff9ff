//! The writable state of a cart or checkout, taken from the last answer: every update is a full replacement, so what is to
//! stay must be sent again (UCP "Update semantics").

use ucp::cart::{Cart, CartRequest, ItemRequest, LineItem, LineItemRequest};
use ucp::checkout::{Checkout, CheckoutRequest};
use ucp::discount::{Discounts, DiscountsRequest};
use ucp::fulfillment::{Fulfillment, FulfillmentRequest, GroupRequest, MethodRequest};

/// The lines, as a request names them.
#[must_use]
pub fn lines(lines: &[LineItem]) -> Vec<LineItemRequest> {
    lines
        .iter()
        .map(|line| LineItemRequest {
            id: Some(line.id.clone()),
            item: ItemRequest { id: line.item.id.clone() },
            quantity: line.quantity,
            text: line.text.clone(),
        })
        .collect()
}

fn codes(discounts: Option<&Discounts>) -> Option<DiscountsRequest> {
    discounts.map(|discounts| DiscountsRequest { codes: discounts.codes.clone() })
}

/// A request that leaves the cart as it is.
#[must_use]
pub fn cart(cart: &Cart) -> CartRequest {
    CartRequest {
        id: Some(cart.id.clone()),
        line_items: lines(&cart.line_items),
        buyer: cart.buyer.clone(),
        context: cart.context.clone(),
        discounts: codes(cart.discounts.as_ref()),
        signals: None,
        attribution: cart.attribution.clone(),
    }
}

/// A request that leaves the checkout as it is.
#[must_use]
pub fn checkout(checkout: &Checkout) -> CheckoutRequest {
    CheckoutRequest {
        cart_id: None,
        line_items: lines(&checkout.line_items),
        buyer: checkout.buyer.clone(),
        context: checkout.context.clone(),
        fulfillment: checkout.fulfillment.as_ref().map(fulfillment),
        discounts: codes(checkout.discounts.as_ref()),
        payment: None,
        signals: None,
        attribution: checkout.attribution.clone(),
        note: checkout.note.clone(),
    }
}

/// The delivery, as a request names it: options are the shop's, choices are the buyer's.
#[must_use]
pub fn fulfillment(fulfillment: &Fulfillment) -> FulfillmentRequest {
    let methods = fulfillment.methods.iter().map(|method| MethodRequest {
        id: Some(method.id.clone()),
        kind: Some(method.kind.clone()),
        line_item_ids: method.line_item_ids.clone(),
        destinations: method.destinations.clone(),
        selected_destination_id: method.selected_destination_id.clone(),
        groups: method
            .groups
            .iter()
            .map(|group| GroupRequest { id: Some(group.id.clone()), selected_option_id: group.selected_option_id.clone() })
            .collect(),
    });
    FulfillmentRequest { methods: methods.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ucp::cart::Item;

    #[test]
    fn an_update_that_changes_nothing_sends_everything_that_can_be_written() {
        let before = Cart {
            id: "cart_1".into(),
            line_items: vec![LineItem {
                id: "li_1".into(),
                item: Item { id: "var_1".into(), ..Item::default() },
                quantity: 2,
                ..LineItem::default()
            }],
            discounts: Some(Discounts { codes: vec!["FAN10".into()], applied: vec![] }),
            ..Cart::default()
        };
        let request = cart(&before);
        assert_eq!(request.line_items[0].id.as_deref(), Some("li_1"));
        assert_eq!(request.line_items[0].quantity, 2);
        assert_eq!(request.discounts.map(|discounts| discounts.codes), Some(vec!["FAN10".to_owned()]));
    }
}
