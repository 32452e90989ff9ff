//! Orders: what was sold plus what has happened since makes what is true now.

use ucp::order::{Adjustment, EventType, FulfillmentEvent, LineQuantity, Order, OrderLineStatus};

/// The capability that reads the order of a checkout.
///
/// It is derived from the checkout's unguessable id, so that whoever holds that id (the buyer who completed it) can be
/// told again after a lost answer, while the orders table keeps a digest only. `prefix` separates it from other digests.
#[must_use]
pub fn capability(checkout: &str) -> String {
    crate::id::digest(["fanshelf order capability\n", checkout].concat().as_bytes())
}

/// The order as it is now: quantities and states of its lines follow from its history.
#[must_use]
pub fn current(mut order: Order, events: Vec<FulfillmentEvent>, adjustments: Vec<Adjustment>) -> Order {
    for line in &mut order.line_items {
        let count = |lines: &[LineQuantity]| lines.iter().filter(|of| of.id == line.id).map(|of| of.quantity).sum::<i64>();
        let of_kind = |kinds: &[EventType]| {
            events.iter().filter(|event| kinds.contains(&event.kind)).map(|event| count(&event.line_items)).sum::<i64>()
        };
        // What never came back is gone for the shop: a parcel is counted when it leaves, a download when it is there.
        let gone = of_kind(&[EventType::Shipped]).max(of_kind(&[EventType::Delivered]));
        let original = line.quantity.original.unwrap_or(line.quantity.total);
        let taken_off: i64 = adjustments
            .iter()
            .filter(|adjustment| adjustment.status != ucp::order::AdjustmentStatus::Failed)
            .map(|adjustment| count(&adjustment.line_items))
            .sum();
        line.quantity.total = (original + taken_off).clamp(0, original);
        line.quantity.fulfilled = gone.clamp(0, line.quantity.total);
        line.status = match (line.quantity.total, line.quantity.fulfilled) {
            (0, _) => OrderLineStatus::Removed,
            (total, fulfilled) if fulfilled == total => OrderLineStatus::Fulfilled,
            (_, 1..) => OrderLineStatus::Partial,
            _ => OrderLineStatus::Processing,
        };
    }
    // What was taken off is no longer promised.
    for promise in &mut order.fulfillment.expectations {
        for of in &mut promise.line_items {
            let total = order.line_items.iter().find(|line| line.id == of.id).map_or(0, |line| line.quantity.total);
            of.quantity = of.quantity.min(total);
        }
        promise.line_items.retain(|of| of.quantity > 0);
    }
    order.fulfillment.expectations.retain(|promise| !promise.line_items.is_empty());
    order.fulfillment.events = events;
    order.adjustments = adjustments;
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use ucp::order::{AdjustmentStatus, AdjustmentType, OrderLine, OrderQuantity};

    fn order(quantity: i64) -> Order {
        let line = OrderLine {
            id: "li_1".into(),
            quantity: OrderQuantity { original: Some(quantity), total: quantity, fulfilled: 0 },
            ..OrderLine::default()
        };
        Order { line_items: vec![line], ..Order::default() }
    }

    fn event(kind: EventType, quantity: i64) -> FulfillmentEvent {
        FulfillmentEvent { kind, line_items: vec![LineQuantity { id: "li_1".into(), quantity }], ..FulfillmentEvent::default() }
    }

    fn state(events: Vec<FulfillmentEvent>, adjustments: Vec<Adjustment>) -> (i64, i64, OrderLineStatus) {
        let order = current(order(3), events, adjustments);
        let line = &order.line_items[0];
        (line.quantity.total, line.quantity.fulfilled, line.status.clone())
    }

    #[test]
    fn a_line_follows_its_parcels() {
        assert_eq!(state(vec![], vec![]), (3, 0, OrderLineStatus::Processing));
        assert_eq!(state(vec![event(EventType::Shipped, 1)], vec![]), (3, 1, OrderLineStatus::Partial));
        let all = vec![event(EventType::Shipped, 1), event(EventType::Shipped, 2), event(EventType::Delivered, 3)];
        assert_eq!(state(all, vec![]), (3, 3, OrderLineStatus::Fulfilled));
    }

    #[test]
    fn a_line_that_was_taken_off_stays_in_the_order() {
        let cancel = |quantity, status| Adjustment {
            kind: AdjustmentType::Cancellation,
            status,
            line_items: vec![LineQuantity { id: "li_1".into(), quantity }],
            ..Adjustment::default()
        };
        assert_eq!(state(vec![], vec![cancel(-3, AdjustmentStatus::Completed)]), (0, 0, OrderLineStatus::Removed));
        assert_eq!(state(vec![], vec![cancel(-1, AdjustmentStatus::Completed)]).0, 2);
        assert_eq!(state(vec![], vec![cancel(-1, AdjustmentStatus::Failed)]).0, 3);
    }

    #[test]
    fn a_capability_is_long_and_its_own() {
        assert_ne!(capability("chk_a"), capability("chk_b"));
        assert_eq!(capability("chk_a").len(), 64);
    }
}
