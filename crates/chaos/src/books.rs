//! The books: what the shop's database and the processor's ledger say, and whether it fits together and fits what buyers were
//! told; [`news`] holds it against what their platform was told.

mod news;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use serde_json::Value;
use sqlx::AnyPool;
use sqlx::any::AnyPoolOptions;

use crate::platform::Heard;
use crate::tally::{Acknowledged, Tally};
use crate::wire::{GOODS, ONCE, is_download};

/// The database, looked at from outside.
pub(crate) struct Books {
    pool: AnyPool,
}

/// What was found: figures, and whatever does not hold.
#[derive(Default)]
pub(crate) struct Findings {
    figures: Vec<(String, i64)>,
    violations: Vec<String>,
}

#[derive(sqlx::FromRow)]
struct Order {
    id: String,
    number: i64,
    checkout: String,
    attempt: String,
    currency: String,
    total: i64,
    snapshot: String,
}

#[derive(sqlx::FromRow)]
struct Payment {
    key: String,
    checkout: String,
    amount: i64,
    currency: String,
    status: String,
}

/// Rows that must not be there when everything has settled.
const NOTHING: [(&str, &str); 8] = [
    ("holds of stock", "SELECT COUNT(*) FROM stock_holds"),
    ("variants with units held", "SELECT COUNT(*) FROM stock WHERE held <> 0"),
    ("variants below zero", "SELECT COUNT(*) FROM stock WHERE on_hand < 0"),
    ("payments under way", "SELECT COUNT(*) FROM attempts WHERE state IN ('pending', 'challenge')"),
    ("checkouts that are being paid for", "SELECT COUNT(*) FROM checkouts WHERE phase IN ('paying', 'challenge')"),
    (
        "completed checkouts without an order",
        "SELECT COUNT(*) FROM checkouts c WHERE c.phase = 'completed' AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.checkout = c.id)",
    ),
    (
        "orders of checkouts that are not completed",
        "SELECT COUNT(*) FROM orders o JOIN checkouts c ON c.id = o.checkout WHERE c.phase <> 'completed'",
    ),
    (
        "once-only discounts taken by a payment that failed",
        "SELECT COUNT(*) FROM discount_uses u JOIN attempts a ON a.id = u.attempt WHERE a.state = 'failed'",
    ),
];

impl Books {
    pub(crate) async fn open(url: &str) -> Result<Self> {
        let pool = AnyPoolOptions::new().max_connections(2).connect(url).await.context("the database cannot be opened")?;
        Ok(Self { pool })
    }

    /// Puts things on the shelf.
    pub(crate) async fn stock_up(&self) -> Result<()> {
        let mut tx = self.pool.begin().await?;
        let words = r#"{"en":"A thing"}"#;
        sqlx::query("INSERT INTO creators (handle, position, names, taglines, theme) VALUES ('chaos', 1, $1, $1, 'paper')")
            .bind(words)
            .execute(&mut *tx)
            .await?;
        for (position, (variant, cents, units)) in (1_i64..).zip(GOODS) {
            let product = format!("p-{variant}");
            let digital = i64::from(is_download(variant));
            sqlx::query(
                "INSERT INTO products (id, creator, position, kind, titles, descriptions, kinds, options, extras, digital, active, \
                 fingerprint) VALUES ($1, 'chaos', $2, 'thing', $3, $3, $3, '[]', '{}', $4, 1, '')",
            )
            .bind(&product)
            .bind(position)
            .bind(words)
            .bind(digital)
            .execute(&mut *tx)
            .await?;
            sqlx::query(
                "INSERT INTO variants (id, product, position, sku, choices, grams, active) VALUES ($1, $2, 0, $1, '{}', $3, 1)",
            )
            .bind(variant)
            .bind(&product)
            .bind((1 - digital) * 200)
            .execute(&mut *tx)
            .await?;
            sqlx::query("INSERT INTO prices (variant, currency, product, amount) VALUES ($1, 'USD', $2, $3)")
                .bind(variant)
                .bind(&product)
                .bind(cents)
                .execute(&mut *tx)
                .await?;
            sqlx::query("INSERT INTO stock (variant_id, on_hand) VALUES ($1, $2)")
                .bind(variant)
                .bind((!is_download(variant)).then_some(units))
                .execute(&mut *tx)
                .await?;
        }
        let rule = serde_json::json!({
            "key": ONCE, "title": { "en": "Welcome" }, "effect": { "takes": "order_percent", "rate": 15_000 }, "once_per_customer": true,
        });
        sqlx::query("INSERT INTO discounts (key, position, rule, active) VALUES ($1, 1, $2, 1)")
            .bind(ONCE)
            .bind(rule.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Whether no payment is under way and nobody is to be told anything any more.
    pub(crate) async fn settled(&self) -> Result<bool> {
        let sql = "SELECT (SELECT COUNT(*) FROM attempts WHERE state IN ('pending', 'challenge')) \
                   + (SELECT COUNT(*) FROM outbox WHERE kind = 'webhook' AND state = 'waiting')";
        Ok(sqlx::query_scalar::<_, i64>(sql).fetch_one(&self.pool).await? == 0)
    }

    /// Whether no payment of a checkout is under way.
    pub(crate) async fn is_settled(&self, checkout: &str) -> Result<bool> {
        let sql = "SELECT COUNT(*) FROM attempts WHERE checkout = $1 AND state IN ('pending', 'challenge')";
        Ok(sqlx::query_scalar::<_, i64>(sql).bind(checkout).fetch_one(&self.pool).await? == 0)
    }

    /// Holds everything against everything.
    pub(crate) async fn check(&self, told: &Tally, heard: &[Heard]) -> Result<Findings> {
        let mut findings = Findings { violations: told.violations(), ..Findings::default() };
        let orders: Vec<Order> =
            sqlx::query_as("SELECT id, number, checkout, attempt, currency, total, snapshot FROM orders ORDER BY number")
                .fetch_all(&self.pool)
                .await?;
        let payments: Vec<Payment> =
            sqlx::query_as("SELECT key, checkout, amount, currency, status FROM sandbox_payments ORDER BY key")
                .fetch_all(&self.pool)
                .await?;
        findings.figure("orders", orders.len());
        for status in ["captured", "declined", "voided", "refunded", "challenge", "processing"] {
            findings.figure(&format!("payments: {status}"), payments.iter().filter(|payment| payment.status == status).count());
        }
        findings.money(&orders, &payments);
        findings.promises(&orders, &told.acknowledged());
        findings.news(&orders, &sqlx::query_as(news::EVENTS).fetch_all(&self.pool).await?, heard);
        let stock: Vec<(String, Option<i64>)> =
            sqlx::query_as("SELECT variant_id, on_hand FROM stock").fetch_all(&self.pool).await?;
        findings.stock(&orders, &stock)?;
        for (what, sql) in NOTHING {
            let count: i64 = sqlx::query_scalar(sql).fetch_one(&self.pool).await.with_context(|| what.to_owned())?;
            if count != 0 {
                findings.violations.push(format!("{count} {what}"));
            }
        }
        let engine = self.pool.acquire().await?.backend_name().to_owned();
        if engine == "PostgreSQL" {
            let sql = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
            let deadlocks: i64 = sqlx::query_scalar(sql).fetch_one(&self.pool).await?;
            findings.figure("deadlocks that the server had to break", deadlocks);
            if deadlocks > 0 {
                findings.violations.push(format!("{deadlocks} deadlocks"));
            }
        }
        println!("the books of {engine}:");
        Ok(findings)
    }
}

impl Findings {
    fn figure(&mut self, what: &str, count: impl TryInto<i64>) {
        self.figures.push((what.to_owned(), count.try_into().unwrap_or(i64::MAX)));
    }

    /// Every order has one successful payment of its amount, and every successful payment one order.
    fn money(&mut self, orders: &[Order], payments: &[Payment]) {
        let captured: BTreeMap<&str, &Payment> = payments
            .iter()
            .filter(|payment| payment.status == "captured")
            .map(|payment| (payment.key.as_str(), payment))
            .collect();
        for order in orders {
            match captured.get(order.attempt.as_str()) {
                None => self.violations.push(format!("order {} has no successful payment", order.id)),
                Some(payment) => {
                    let same =
                        payment.amount == order.total && payment.currency == order.currency && payment.checkout == order.checkout;
                    if !same {
                        self.violations
                            .push(format!("order {} and its payment differ: {} and {}", order.id, order.total, payment.amount));
                    }
                }
            }
        }
        let paid_for: BTreeSet<&str> = orders.iter().map(|order| order.attempt.as_str()).collect();
        for key in captured.keys().filter(|key| !paid_for.contains(**key)) {
            self.violations.push(format!("payment {key} was taken and there is no order"));
        }
        let mut checkouts = BTreeSet::new();
        for order in orders {
            if !checkouts.insert(&order.checkout) {
                self.violations.push(format!("checkout {} has two orders", order.checkout));
            }
        }
        for (index, order) in (1_001_i64..).zip(orders) {
            if order.number != index {
                self.violations.push(format!("order numbers have a gap before {}", order.number));
                break;
            }
        }
    }

    /// Every order that a buyer was told of exists, once, at the price that was told.
    fn promises(&mut self, orders: &[Order], acknowledged: &[Acknowledged]) {
        let known: BTreeMap<&str, &Order> = orders.iter().map(|order| (order.id.as_str(), order)).collect();
        let mut promised = BTreeSet::new();
        for promise in acknowledged {
            promised.insert(&promise.order);
            match known.get(promise.order.as_str()) {
                None => self.violations.push(format!("order {} was promised and does not exist", promise.order)),
                Some(order) if order.checkout != promise.checkout || order.total != promise.total => {
                    self.violations.push(format!("order {} is not as promised", promise.order));
                }
                Some(_) => {}
            }
        }
        self.figure("orders that buyers were told of", promised.len());
    }

    /// What was there is what is there and what was sold.
    fn stock(&mut self, orders: &[Order], stock: &[(String, Option<i64>)]) -> Result<()> {
        let mut sold: BTreeMap<String, i64> = BTreeMap::new();
        for order in orders {
            let snapshot: Value = serde_json::from_str(&order.snapshot).context("an order's snapshot is not JSON")?;
            for line in snapshot["line_items"].as_array().into_iter().flatten() {
                let variant = line["item"]["id"].as_str().unwrap_or_default().to_owned();
                *sold.entry(variant).or_default() += line["quantity"]["total"].as_i64().unwrap_or_default();
            }
        }
        self.figure("units sold", sold.values().sum::<i64>());
        for (variant, _, units) in GOODS.iter().filter(|(variant, ..)| !is_download(variant)) {
            let left = stock.iter().find(|(id, _)| id == variant).and_then(|(_, left)| *left).unwrap_or(-1);
            let gone = sold.get(*variant).copied().unwrap_or_default();
            if units - gone != left {
                self.violations.push(format!("{variant}: {units} there, {gone} sold, {left} left"));
            }
            if *units < 1_000 {
                self.figure(&format!("left of {units} {variant}"), left);
            }
        }
        Ok(())
    }

    pub(crate) fn hold(&self) -> bool {
        self.violations.is_empty()
    }

    pub(crate) fn print(&self) {
        for (what, count) in &self.figures {
            println!("  {count:>7}  {what}");
        }
        for violation in &self.violations {
            println!("VIOLATION: {violation}");
        }
        println!("{} violations", self.violations.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn order(number: i64) -> Order {
        Order {
            id: format!("ord_{number}"),
            number,
            checkout: format!("chk_{number}"),
            attempt: format!("att_{number}"),
            currency: "USD".to_owned(),
            total: 1_500,
            snapshot: r#"{"line_items":[{"item":{"id":"rare"},"quantity":{"total":2}}]}"#.to_owned(),
        }
    }

    fn payment(number: i64) -> Payment {
        Payment {
            key: format!("att_{number}"),
            checkout: format!("chk_{number}"),
            amount: 1_500,
            currency: "USD".to_owned(),
            status: "captured".to_owned(),
        }
    }

    fn promise(number: i64) -> Acknowledged {
        Acknowledged { checkout: format!("chk_{number}"), order: format!("ord_{number}"), total: 1_500 }
    }

    fn money(orders: &[Order], payments: &[Payment]) -> Vec<String> {
        let mut findings = Findings::default();
        findings.money(orders, payments);
        findings.violations
    }

    fn promises(orders: &[Order], promises: &[Acknowledged]) -> Vec<String> {
        let mut findings = Findings::default();
        findings.promises(orders, promises);
        findings.violations
    }

    #[test]
    fn books_that_fit_together_hold() {
        assert_eq!(money(&[order(1_001), order(1_002)], &[payment(1_001), payment(1_002)]), Vec::<String>::new());
        assert_eq!(promises(&[order(1_001)], &[promise(1_001), promise(1_001)]), Vec::<String>::new());
    }

    #[test]
    fn money_without_an_order_and_an_order_without_money_are_found() {
        assert_eq!(money(&[], &[payment(1_001)]), ["payment att_1001 was taken and there is no order"]);
        assert_eq!(money(&[order(1_001)], &[]), ["order ord_1001 has no successful payment"]);
        let failed = Payment { status: "voided".to_owned(), ..payment(1_001) };
        assert_eq!(money(&[order(1_001)], &[failed]), ["order ord_1001 has no successful payment"]);
    }

    #[test]
    fn another_amount_a_second_order_and_a_gap_are_found() {
        let dear = Payment { amount: 1_501, ..payment(1_001) };
        assert_eq!(money(&[order(1_001)], &[dear]), ["order ord_1001 and its payment differ: 1500 and 1501"]);
        let twin = Order { checkout: "chk_1001".to_owned(), ..order(1_002) };
        let its = Payment { checkout: "chk_1001".to_owned(), ..payment(1_002) };
        assert_eq!(money(&[order(1_001), twin], &[payment(1_001), its]), ["checkout chk_1001 has two orders"]);
        assert_eq!(money(&[order(1_002)], &[payment(1_002)]), ["order numbers have a gap before 1002"]);
    }

    #[test]
    fn a_broken_promise_is_found() {
        assert_eq!(promises(&[], &[promise(1_001)]), ["order ord_1001 was promised and does not exist"]);
        let cheap = Acknowledged { total: 1, ..promise(1_001) };
        assert_eq!(promises(&[order(1_001)], &[cheap]), ["order ord_1001 is not as promised"]);
    }

    #[test]
    fn a_leaked_unit_is_found() {
        let mut stock: Vec<(String, Option<i64>)> =
            GOODS.iter().map(|(variant, _, units)| ((*variant).to_owned(), (!is_download(variant)).then_some(*units))).collect();
        stock[0].1 = Some(3);
        let mut findings = Findings::default();
        findings.stock(&[order(1_001)], &stock).unwrap();
        assert_eq!(findings.violations, Vec::<String>::new());
        stock[0].1 = Some(2);
        findings.stock(&[order(1_001)], &stock).unwrap();
        assert_eq!(findings.violations, ["rare: 5 there, 2 sold, 2 left"]);
    }
}
