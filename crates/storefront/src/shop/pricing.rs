//! What a basket costs: the rows of its totals, in the protocol's order and with its signs ("Totals contract").
//!
//! Tax that is added is a row of its own. Tax that is already inside the prices must not be one (the rows would no longer
//! add up), so it is told as the parts of the total: net and tax add up to the total exactly.

use super::delivery::Speed;
use super::discounts::Outcome;
use super::tax::Tax;

/// What a row stands for; the words come later, in the buyer's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowKind {
    /// Lines before discounts.
    Subtotal,
    /// Discounts that fell on lines, together.
    ItemsDiscount,
    /// A discount on the order; the position in [`Outcome::applied`].
    Discount(usize),
    /// Delivery.
    Delivery(Speed),
    /// Tax on top.
    Tax(Tax),
    /// What is paid, and the tax inside it.
    Total(Option<(Tax, i64)>),
}

/// One row: signed minor units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it stands for.
    pub kind: RowKind,
    /// How much.
    pub amount: i64,
}

/// Delivery as chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carriage {
    /// How fast.
    pub speed: Speed,
    /// Minor units, before a free-shipping code.
    pub price: i64,
}

/// The rows for lines that cost `subtotals` before discounts.
///
/// `tax` is the tax at the destination, `None` while it is unknown or where there is none; `included` says whether the
/// prices hold it already. A free-shipping discount takes the price of `carriage`.
#[must_use]
pub fn rows(subtotals: &[i64], outcome: &Outcome<'_>, carriage: Option<Carriage>, tax: Option<Tax>, included: bool) -> Vec<Row> {
    let mut rows = vec![Row { kind: RowKind::Subtotal, amount: subtotals.iter().sum() }];
    let on_items: i64 = outcome.applied.iter().filter(|applied| applied.is_on_items()).map(|applied| applied.amount).sum();
    if on_items > 0 {
        rows.push(Row { kind: RowKind::ItemsDiscount, amount: -on_items });
    }
    for (index, applied) in outcome.applied.iter().enumerate() {
        if !applied.is_on_items() && !applied.is_on_delivery() && applied.amount > 0 {
            rows.push(Row { kind: RowKind::Discount(index), amount: -applied.amount });
        }
    }
    let mut delivery = 0;
    if let Some(carriage) = carriage {
        rows.push(Row { kind: RowKind::Delivery(carriage.speed), amount: carriage.price });
        delivery = carriage.price;
        if let Some(index) = outcome.applied.iter().position(|applied| applied.is_on_delivery())
            && carriage.price > 0
        {
            rows.push(Row { kind: RowKind::Discount(index), amount: -carriage.price });
            delivery = 0;
        }
    }
    let goods: i64 = outcome.left.iter().sum();
    let taxable = |tax: Tax| goods + if tax.on_delivery { delivery } else { 0 };
    if let Some(tax) = tax
        && !included
    {
        let amount = tax.rate.of(taxable(tax));
        if amount > 0 {
            rows.push(Row { kind: RowKind::Tax(tax), amount });
        }
    }
    let total = rows.iter().map(|row| row.amount).sum();
    let inside = tax.filter(|_| included).map(|tax| (tax, tax.rate.inside(taxable(tax)))).filter(|(_, amount)| *amount > 0);
    rows.push(Row { kind: RowKind::Total(inside), amount: total });
    rows
}

/// What is to be paid: the last row. Minor units, never negative.
#[must_use]
pub fn total(rows: &[Row]) -> i64 {
    rows.last().map_or(0, |row| row.amount)
}

#[cfg(test)]
mod tests {
    use super::super::discounts::{self, ByCurrency, ByLanguage, Effect, Piece, Rule, Terms};
    use super::super::money::Rate;
    use super::super::tax::{self, TaxName};
    use super::*;
    use std::collections::HashSet;

    fn rules() -> Vec<Rule> {
        let rule = |key: &str, effect| Rule {
            key: key.into(),
            automatic: false,
            title: ByLanguage::new(),
            effect,
            minimum: ByCurrency::new(),
            starts_at: None,
            ends_at: None,
            once_per_customer: false,
            exclusive: false,
            priority: 0,
            eligibility: None,
        };
        let amounts = ["USD", "EUR", "KWD", "JPY"].map(|currency| (currency.to_owned(), 777)).into();
        vec![
            rule("P", Effect::OrderPercent { rate: Rate(12_345) }),
            rule("F", Effect::OrderFixed { amounts }),
            rule("I", Effect::ItemPercent { rate: Rate::percent(33), category: Some("Mugs".into()), at_least: 0 }),
            rule("S", Effect::FreeShipping),
        ]
    }

    fn priced(
        subtotals: &[i64],
        codes: &[String],
        price: Option<i64>,
        currency: &str,
        country: &str,
        region: Option<&str>,
    ) -> Vec<Row> {
        let rules = rules();
        let (mugs, pins) = (["Mugs".to_owned()], ["Pins".to_owned()]);
        let pieces: Vec<Piece<'_>> = subtotals
            .iter()
            .enumerate()
            .map(|(index, subtotal)| Piece {
                categories: if index % 2 == 0 { &mugs } else { &pins },
                quantity: 1,
                subtotal: *subtotal,
            })
            .collect();
        let outcome = discounts::apply(
            &rules,
            codes,
            &pieces,
            &Terms { currency, now: 0, used: &HashSet::new(), claims: &[], verified: None },
        );
        let carriage = price.map(|price| Carriage { speed: Speed::Standard, price });
        rows(subtotals, &outcome, carriage, tax::at(country, region), tax::is_included(currency))
    }

    #[test]
    fn the_rows_add_up_for_every_combination_we_can_think_of() {
        let mut seen = 0;
        for (currency, country, region) in [
            ("USD", "US", Some("CA")),
            ("USD", "US", Some("OR")),
            ("USD", "DE", None),
            ("EUR", "DE", None),
            ("KWD", "KW", None),
            ("JPY", "JP", None),
        ] {
            for subtotals in [vec![], vec![1], vec![999, 1], vec![2_500, 1_999, 333], vec![123_457, 1, 77, 9_999]] {
                for price in [None, Some(0), Some(599), Some(1_290)] {
                    for mask in 0..16 {
                        let codes: Vec<String> = ["p", "f", "i", "s"]
                            .iter()
                            .enumerate()
                            .filter(|(bit, _)| mask >> bit & 1 == 1)
                            .map(|(_, code)| (*code).to_owned())
                            .collect();
                        let rows = priced(&subtotals, &codes, price, currency, country, region);
                        let (total, parts) = rows.split_last().expect("a total");
                        assert_eq!(parts.iter().map(|row| row.amount).sum::<i64>(), total.amount, "{rows:?}");
                        assert!(total.amount >= 0);
                        assert_eq!(rows.iter().filter(|row| row.kind == RowKind::Subtotal).count(), 1);
                        for row in &rows {
                            match row.kind {
                                RowKind::Discount(_) | RowKind::ItemsDiscount => assert!(row.amount < 0, "{rows:?}"),
                                _ => assert!(row.amount >= 0, "{rows:?}"),
                            }
                            if let RowKind::Total(Some((_, inside))) = row.kind {
                                assert!(inside > 0 && inside < row.amount);
                            }
                        }
                        seen += 1;
                    }
                }
            }
        }
        assert_eq!(seen, 6 * 5 * 4 * 16);
    }

    #[test]
    fn us_tax_is_added_after_discounts() {
        let rows = priced(&[10_000], &["p".into()], Some(599), "USD", "US", Some("CA"));
        assert_eq!(rows.iter().map(|row| row.amount).collect::<Vec<_>>(), [10_000, -1_235, 599, 635, 9_999]);
    }

    #[test]
    fn german_tax_is_inside_the_total_with_delivery() {
        let rows = priced(&[10_000], &[], Some(490), "EUR", "DE", None);
        let tax = Tax { name: TaxName::Vat, rate: Rate::percent(19), on_delivery: true };
        assert_eq!(rows.last(), Some(&Row { kind: RowKind::Total(Some((tax, 1_675))), amount: 10_490 }));
    }

    #[test]
    fn a_free_shipping_code_shows_what_it_saves_and_nothing_when_delivery_is_free_anyway() {
        let amounts =
            |price| priced(&[1_000], &["s".into()], price, "KWD", "KW", None).iter().map(|row| row.amount).collect::<Vec<_>>();
        assert_eq!(amounts(Some(1_500)), [1_000, 1_500, -1_500, 1_000]);
        assert_eq!(amounts(Some(0)), [1_000, 0, 1_000]);
        assert_eq!(amounts(None), [1_000, 1_000]);
    }
}
