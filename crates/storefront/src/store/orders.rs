//! Orders and what happened to them since.

use ucp::order::{Adjustment, FulfillmentEvent, Order};

use super::{Connection, Result, Tx, json};

/// An order as kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// For people: `#` and this.
    pub number: i64,
    /// The checkout it came of.
    pub checkout: String,
    /// The payment attempt that paid for it.
    pub attempt: String,
    /// SHA-256 of the capability that reads it.
    pub token: String,
    /// The buyer's e-mail address.
    pub email: Option<String>,
    /// BCP 47 tag of the buyer's language.
    pub language: String,
    /// ISO 4217.
    pub currency: String,
    /// Minor units.
    pub total: i64,
    /// As sold.
    pub snapshot: Order,
    /// Unix milliseconds.
    pub created_at: i64,
}

/// Something that happened to an order.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// To its packages.
    Event(FulfillmentEvent),
    /// To its money or lines.
    Adjustment(Adjustment),
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    number: i64,
    checkout: String,
    attempt: String,
    token: String,
    email: Option<String>,
    language: String,
    currency: String,
    total: i64,
    snapshot: String,
    created_at: i64,
}

impl Row {
    fn read(self) -> Result<Kept> {
        Ok(Kept {
            snapshot: json::read(&self.snapshot)?,
            id: self.id,
            number: self.number,
            checkout: self.checkout,
            attempt: self.attempt,
            token: self.token,
            email: self.email,
            language: self.language,
            currency: self.currency,
            total: self.total,
            created_at: self.created_at,
        })
    }
}

/// Every column, so that queries stay literals.
macro_rules! orders {
    ($rest:literal) => {
        concat!(
            "SELECT id, number, checkout, attempt, token, email, language, currency, total, snapshot, created_at FROM orders ",
            $rest
        )
    };
}

/// The next number for people.
///
/// # Errors
/// When the database does not answer.
pub async fn next_number(tx: &mut Tx) -> Result<i64> {
    let (number,): (i64,) =
        sqlx::query_as("UPDATE counters SET value = value + 1 WHERE name = 'order' RETURNING value").fetch_one(&mut **tx).await?;
    Ok(number)
}

/// Raises an order's revision and returns it; `None` when there is no such order. Whoever changes an order does this first:
/// until the transaction ends nobody else can change it.
///
/// # Errors
/// When the database does not answer.
pub async fn touch(tx: &mut Tx, id: &str) -> Result<Option<i64>> {
    sqlx::query_scalar("UPDATE orders SET revision = revision + 1 WHERE id = $1 RETURNING revision")
        .bind(id)
        .fetch_optional(&mut **tx)
        .await
}

/// Writes a new order.
///
/// # Errors
/// When the database does not answer, or its checkout or payment has an order already (a unique violation).
pub async fn place(tx: &mut Tx, order: &Kept) -> Result<()> {
    sqlx::query(
        "INSERT INTO orders (id, number, checkout, attempt, token, email, language, currency, total, snapshot, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(&order.id)
    .bind(order.number)
    .bind(&order.checkout)
    .bind(&order.attempt)
    .bind(&order.token)
    .bind(&order.email)
    .bind(&order.language)
    .bind(&order.currency)
    .bind(order.total)
    .bind(json::write(&order.snapshot)?)
    .bind(order.created_at)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}

/// An order by its id.
///
/// # Errors
/// When the database does not answer.
pub async fn find(connection: &mut Connection, id: &str) -> Result<Option<Kept>> {
    let row: Option<Row> = sqlx::query_as(orders!("WHERE id = $1")).bind(id).fetch_optional(connection).await?;
    row.map(Row::read).transpose()
}

/// An order by its number for people.
///
/// # Errors
/// When the database does not answer.
pub async fn by_number(connection: &mut Connection, number: i64) -> Result<Option<Kept>> {
    let row: Option<Row> = sqlx::query_as(orders!("WHERE number = $1")).bind(number).fetch_optional(connection).await?;
    row.map(Row::read).transpose()
}

/// The order of a checkout.
///
/// # Errors
/// When the database does not answer.
pub async fn by_checkout(connection: &mut Connection, checkout: &str) -> Result<Option<Kept>> {
    let row: Option<Row> = sqlx::query_as(orders!("WHERE checkout = $1")).bind(checkout).fetch_optional(connection).await?;
    row.map(Row::read).transpose()
}

/// The latest orders, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn latest(connection: &mut Connection, limit: i64) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = sqlx::query_as(orders!("ORDER BY number DESC LIMIT $1")).bind(limit).fetch_all(connection).await?;
    rows.into_iter().map(Row::read).collect()
}

/// Appends to an order's history.
///
/// # Errors
/// When the database does not answer.
pub async fn record(tx: &mut Tx, order: &str, occurred_at: i64, happening: &Happening) -> Result<()> {
    let (id, kind, body) = match happening {
        Happening::Event(event) => (&event.id, "event", json::write(event)?),
        Happening::Adjustment(adjustment) => (&adjustment.id, "adjustment", json::write(adjustment)?),
    };
    sqlx::query("INSERT INTO order_history (id, order_id, kind, occurred_at, body) VALUES ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(order)
        .bind(kind)
        .bind(occurred_at)
        .bind(body)
        .execute(&mut **tx)
        .await
        .map(|_| ())
}

/// Writes where an adjustment stands now. The only thing of a history that ever changes.
///
/// # Errors
/// When the database does not answer.
pub async fn settle(tx: &mut Tx, order: &str, adjustment: &Adjustment) -> Result<()> {
    sqlx::query("UPDATE order_history SET body = $3 WHERE id = $1 AND order_id = $2 AND kind = 'adjustment'")
        .bind(&adjustment.id)
        .bind(order)
        .bind(json::write(adjustment)?)
        .execute(&mut **tx)
        .await
        .map(|_| ())
}

/// An order's history, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn history(connection: &mut Connection, order: &str) -> Result<Vec<Happening>> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("SELECT kind, body FROM order_history WHERE order_id = $1 ORDER BY occurred_at, id")
            .bind(order)
            .fetch_all(connection)
            .await?;
    rows.iter()
        .map(|(kind, body)| match kind.as_str() {
            "event" => json::read(body).map(Happening::Event),
            _ => json::read(body).map(Happening::Adjustment),
        })
        .collect()
}
