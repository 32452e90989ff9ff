//! Forgetting: what grows has an end, and what is past it goes in small batches, so that nobody waits long for a turn. Any
//! number of processes may sweep at once: each skips what another has in its hands.

use sqlx::AssertSqlSafe;

use super::{Db, Result, idempotency, lock};
use crate::shop::calendar::DAY;
use crate::shop::lifecycle::LEFTOVER_LIFE;

/// Rows of one transaction.
const BATCH: u64 = 500;

/// What goes, and when.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The statement up to the list of ids.
    pub act: &'static str,
    /// The ids of what ended at `$1` or before.
    pub rows: &'static str,
    /// How long it is kept after its end, in milliseconds.
    pub life: i64,
}

/// Everything of the shop that grows by itself. Orders and what led to them stay.
const RULES: [Rule; 6] = [
    Rule {
        act: "DELETE FROM idempotency WHERE id IN",
        rows: "SELECT id FROM idempotency WHERE created_at <= $1",
        life: idempotency::KEPT,
    },
    Rule { act: "DELETE FROM limits WHERE id IN", rows: "SELECT id FROM limits WHERE resets_at <= $1", life: 0 },
    Rule { act: "DELETE FROM carts WHERE id IN", rows: "SELECT id FROM carts WHERE expires_at <= $1", life: 0 },
    Rule {
        act: "UPDATE checkouts SET phase = 'canceled' WHERE id IN",
        rows: "SELECT id FROM checkouts WHERE phase = 'open' AND expires_at <= $1",
        life: 0,
    },
    Rule {
        act: "DELETE FROM attempts WHERE id IN",
        rows: "SELECT id FROM attempts WHERE state = 'failed' AND due_at <= $1",
        life: LEFTOVER_LIFE,
    },
    Rule {
        act: "DELETE FROM checkouts WHERE id IN",
        rows: "SELECT id FROM checkouts WHERE phase = 'canceled' AND expires_at <= $1 \
               AND NOT EXISTS (SELECT 1 FROM attempts WHERE attempts.checkout = checkouts.id)",
        life: LEFTOVER_LIFE,
    },
];

/// How long what was delivered is remembered, in milliseconds.
const REMEMBERED: i64 = 7 * DAY;
/// How long what was given up, and a letter that is kept here, stays to be seen, in milliseconds.
const SHOWN: i64 = 30 * DAY;

/// What was told of orders, and who wanted to hear of checkouts that came to nothing. Now and then is enough.
pub const NEWS: [Rule; 4] = [
    Rule {
        act: "DELETE FROM outbox WHERE id IN",
        rows: "SELECT id FROM outbox WHERE state = 'delivered' AND finished_at <= $1",
        life: REMEMBERED,
    },
    Rule {
        act: "DELETE FROM outbox WHERE id IN",
        rows: "SELECT id FROM outbox WHERE state = 'given_up' AND finished_at <= $1",
        life: SHOWN,
    },
    Rule { act: "DELETE FROM mailbox WHERE id IN", rows: "SELECT id FROM mailbox WHERE created_at <= $1", life: SHOWN },
    Rule {
        act: "DELETE FROM listeners WHERE checkout IN",
        rows: "SELECT checkout FROM listeners WHERE created_at <= $1 \
               AND NOT EXISTS (SELECT 1 FROM orders WHERE orders.checkout = listeners.checkout)",
        life: SHOWN,
    },
];

/// One round: everything whose time has come, except what is in somebody's hands. Returns how many rows it was.
///
/// # Errors
/// When the database does not answer.
pub async fn round(db: &Db, now: i64) -> Result<u64> {
    let mut gone = 0;
    for rule in &RULES {
        gone += rule.sweep(db, now).await?;
    }
    Ok(gone)
}

impl Rule {
    /// Applies the rule, batch by batch; returns to how many rows.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sweep(&self, db: &Db, now: i64) -> Result<u64> {
        let mut gone = 0;
        loop {
            let mut tx = db.begin().await?;
            let sql = format!("{} ({} LIMIT {BATCH}{})", self.act, self.rows, lock::skipping(&tx));
            let done = sqlx::query(AssertSqlSafe(sql)).bind(now - self.life).execute(&mut *tx).await?;
            tx.commit().await?;
            gone += done.rows_affected();
            if done.rows_affected() < BATCH {
                return Ok(gone);
            }
        }
    }
}
