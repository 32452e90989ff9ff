//! Totals: rows that the shop computed and that every client shows as they are, in the order in which they came.

open_enum! {
    /// What a row of the totals stands for. `discount` and `items_discount` are negative, the others are not.
    pub enum TotalType {
        /// Sum of the lines before discounts.
        Subtotal = "subtotal",
        /// A discount on the order.
        Discount = "discount",
        /// The sum of discounts that were allotted to lines.
        ItemsDiscount = "items_discount",
        /// Delivery.
        Fulfillment = "fulfillment",
        /// Tax that is added.
        Tax = "tax",
        /// A fee.
        Fee = "fee",
        /// What is to be paid.
        Total = "total",
    }
}

record! {
    /// One row.
    pub struct Total {
        /// What it stands for.
        kind as "type": TotalType,
        /// The shop's words for it; a row of an unknown type must have them.
        display_text: Option<String>,
        /// Signed minor units of the resource's currency.
        amount: i64 = always,
        /// What the row is made of; adds up to `amount`.
        lines: Vec<TotalLine>,
    }

    /// A part of a row.
    pub struct TotalLine {
        /// The shop's words for it.
        display_text: String,
        /// Signed minor units.
        amount: i64,
    }
}

impl Total {
    /// A row without parts.
    #[must_use]
    pub fn new(kind: TotalType, display_text: impl Into<String>, amount: i64) -> Self {
        Self { kind, display_text: Some(display_text.into()), amount, lines: Vec::new() }
    }
}

/// The row to be paid.
#[must_use]
pub fn grand_total(totals: &[Total]) -> Option<&Total> {
    totals.iter().find(|row| row.kind == TotalType::Total)
}

/// Whether the rows keep the protocol's contract: one subtotal, one total, everything but the total adds up to it, and
/// the parts of a row to the row. A client shows totals that do not add up, but must not complete on them by itself.
#[must_use]
pub fn add_up(totals: &[Total]) -> bool {
    let one = |kind: &TotalType| totals.iter().filter(|row| row.kind == *kind).count() == 1;
    let sum = totals.iter().filter(|row| row.kind != TotalType::Total).try_fold(0_i64, |sum, row| sum.checked_add(row.amount));
    one(&TotalType::Subtotal)
        && one(&TotalType::Total)
        && sum.is_some()
        && sum == grand_total(totals).map(|row| row.amount)
        && totals.iter().all(|row| {
            row.lines.is_empty() || row.lines.iter().try_fold(0_i64, |sum, line| sum.checked_add(line.amount)) == Some(row.amount)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_that_do_not_add_up_are_noticed() {
        let mut totals = vec![
            Total::new(TotalType::Subtotal, "Subtotal", 5000),
            Total::new(TotalType::Discount, "10% off", -500),
            Total::new(TotalType::Total, "Total", 4500),
        ];
        assert!(add_up(&totals));
        totals[1].lines = vec![TotalLine { display_text: "FAN10".into(), amount: -400 }];
        assert!(!add_up(&totals), "parts must add up to their row");
        totals[1].lines.clear();
        totals[2].amount = 4501;
        assert!(!add_up(&totals), "rows must add up to the total");
        totals.pop();
        assert!(!add_up(&totals), "there must be a total");
    }
}
