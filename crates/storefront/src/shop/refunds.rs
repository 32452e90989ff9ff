//! How much goes back for lines that are taken off an order.

use ucp::order::{LineQuantity, Order};
use ucp::total::{TotalType, grand_total};

/// What a part of an order was paid for, in minor units: its share of goods, discounts and tax, rounded down.
///
/// What delivery cost stays with the parcel that is still sent. Tax on top is shared out over the goods, also where it was
/// paid on delivery: in doubt for the buyer. When the lines are all that is left of an order of which nothing was sent, it
/// is the rest of everything, delivery included; so an order that is cancelled bit by bit is paid back to the last unit.
///
/// `order` is the order as it is before the lines are taken off; `left` is what was charged and not given back.
#[must_use]
pub fn share(order: &Order, taken: &[LineQuantity], left: i64) -> i64 {
    let count = |id: &str| taken.iter().filter(|of| of.id == id).map(|of| of.quantity.abs()).sum::<i64>();
    let all = order.line_items.iter().all(|line| line.quantity.fulfilled == 0 && count(&line.id) >= line.quantity.total);
    if all {
        return left.max(0);
    }
    let (mut whole, mut part) = (0_i128, 0_i128);
    for line in &order.line_items {
        let value = i128::from(grand_total(&line.totals).map_or(0, |row| row.amount));
        let original = i128::from(line.quantity.original.unwrap_or(line.quantity.total).max(1));
        // Over a common denominator, so that nothing is lost before the end.
        whole += value * SCALE;
        part += value * SCALE * i128::from(count(&line.id)) / original;
    }
    if whole <= 0 {
        return 0;
    }
    let share = i128::from(goods(order)) * part / whole;
    i64::try_from(share).unwrap_or(i64::MAX).clamp(0, left.max(0))
}

/// Large enough that the rounding of one line never reaches a minor unit.
const SCALE: i128 = 1_000_000;

/// What was paid for goods and their tax. A discount on delivery stands after it ("Totals": rows come in their order), all
/// others before.
fn goods(order: &Order) -> i64 {
    let mut seen_delivery = false;
    let mut sum = 0;
    for row in &order.totals {
        match row.kind {
            TotalType::Fulfillment => seen_delivery = true,
            TotalType::Discount if seen_delivery => {}
            TotalType::Total => {}
            _ => sum += row.amount,
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use ucp::order::{OrderLine, OrderQuantity};
    use ucp::total::Total;

    fn line(id: &str, quantity: i64, amount: i64) -> OrderLine {
        OrderLine {
            id: id.into(),
            quantity: OrderQuantity { original: Some(quantity), total: quantity, fulfilled: 0 },
            totals: vec![Total::new(TotalType::Subtotal, "", amount), Total::new(TotalType::Total, "", amount)],
            ..OrderLine::default()
        }
    }

    /// Three of 10.00 and one of 20.00, 10 % off, 5.00 delivery (free by a code), tax on top: 49.50 in all.
    fn order() -> Order {
        let rows = [
            (TotalType::Subtotal, 5_000),
            (TotalType::Discount, -500),
            (TotalType::Fulfillment, 500),
            (TotalType::Discount, -500),
            (TotalType::Tax, 450),
            (TotalType::Total, 4_950),
        ];
        Order {
            line_items: vec![line("a", 3, 3_000), line("b", 1, 2_000)],
            totals: rows.map(|(kind, amount)| Total::new(kind, "", amount)).into(),
            ..Order::default()
        }
    }

    fn of(id: &str, quantity: i64) -> LineQuantity {
        LineQuantity { id: id.into(), quantity }
    }

    #[test]
    fn a_part_is_paid_back_with_its_discount_and_tax() {
        assert_eq!(share(&order(), &[of("a", -1)], 4_950), 990);
        assert_eq!(share(&order(), &[of("b", 1)], 4_950), 1_980);
        assert_eq!(share(&order(), &[], 4_950), 0);
    }

    #[test]
    fn everything_is_paid_back_with_what_is_left() {
        assert_eq!(share(&order(), &[of("a", 3), of("b", 1)], 4_950), 4_950);
        assert_eq!(share(&order(), &[of("a", 3), of("b", 1)], 1_234), 1_234);
    }

    #[test]
    fn no_more_goes_back_than_is_left() {
        assert_eq!(share(&order(), &[of("b", 1)], 700), 700);
        assert_eq!(share(&order(), &[of("b", 1)], -5), 0);
    }

    #[test]
    fn bit_by_bit_is_as_much_as_at_once() {
        let (mut order, mut left) = (order(), 4_950);
        for index in [0, 0, 1, 0] {
            let id = order.line_items[index].id.clone();
            left -= share(&order, &[of(&id, 1)], left);
            order.line_items[index].quantity.total -= 1;
        }
        assert_eq!(left, 0);
    }
}
