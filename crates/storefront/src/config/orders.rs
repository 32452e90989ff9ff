//! `fanshelf-storefront orders …`: what can be asked and done.

use clap::{Args, Subcommand};
use ucp::order::LineQuantity;

use super::DataArgs;

/// Ways to look at orders, and to move them on.
#[derive(Clone, Debug, Subcommand)]
pub enum OrdersCommand {
    /// One line per order, newest first.
    List {
        /// Where things are kept.
        #[command(flatten)]
        data: DataArgs,
        /// How many at the most.
        #[arg(long, default_value_t = 20, value_name = "N")]
        limit: u32,
    },
    /// Everything about one order, as JSON; also which webhooks and letters about it were delivered.
    Show(OneOrder),
    /// Note that a parcel has left. The buyer gets a letter, the platform a webhook.
    Ship(ShipArgs),
    /// Note that what was sent has arrived.
    Deliver {
        /// Which order, and which lines of it; without lines all that is on its way.
        #[command(flatten)]
        order: OneOrder,
        /// A line and how many of it, as often as needed.
        #[arg(long = "line", value_name = "LINE=N", value_parser = line)]
        lines: Vec<LineQuantity>,
    },
    /// Give money back. The running shop asks the card processor; this waits for the answer.
    Refund(RefundArgs),
    /// Take lines off that have not been sent: units go back on the shelf, money to the buyer.
    Cancel(CancelArgs),
    /// Try once more to deliver the webhooks and letters of an order that were given up.
    Retry(OneOrder),
}

/// An order.
#[derive(Clone, Debug, Args)]
pub struct OneOrder {
    /// Where things are kept.
    #[command(flatten)]
    pub data: DataArgs,
    /// The order's id, or its number.
    #[arg(value_name = "ORDER")]
    pub id: String,
}

/// `orders ship`.
#[derive(Clone, Debug, Args)]
pub struct ShipArgs {
    /// Which order.
    #[command(flatten)]
    pub order: OneOrder,
    /// A line and how many of it, as often as needed. Default: all that has not been sent.
    #[arg(long = "line", value_name = "LINE=N", value_parser = line)]
    pub lines: Vec<LineQuantity>,
    /// Who carries it.
    #[arg(long, value_name = "NAME")]
    pub carrier: Option<String>,
    /// The carrier's number.
    #[arg(long, value_name = "NUMBER")]
    pub tracking_number: Option<String>,
    /// The carrier's page for it.
    #[arg(long, value_name = "URL", value_parser = https)]
    pub tracking_url: Option<String>,
}

/// `orders refund`.
#[derive(Clone, Debug, Args)]
pub struct RefundArgs {
    /// Which order.
    #[command(flatten)]
    pub order: OneOrder,
    /// How much, in the order's currency, for example 12.50. Default: what the lines cost, or all that is left.
    #[arg(long, value_name = "AMOUNT")]
    pub amount: Option<String>,
    /// A line that came back and how many of it, as often as needed.
    #[arg(long = "line", value_name = "LINE=N", value_parser = line)]
    pub lines: Vec<LineQuantity>,
    /// The lines can be sold again.
    #[arg(long, requires = "lines")]
    pub restock: bool,
    /// Why, in words for the buyer.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// How long to wait for the card processor's answer, in seconds.
    #[arg(long, default_value_t = 15, value_name = "SECONDS")]
    pub wait: u64,
}

/// `orders cancel`.
#[derive(Clone, Debug, Args)]
pub struct CancelArgs {
    /// Which order.
    #[command(flatten)]
    pub order: OneOrder,
    /// A line and how many of it, as often as needed. Default: all that has not been sent.
    #[arg(long = "line", value_name = "LINE=N", value_parser = line)]
    pub lines: Vec<LineQuantity>,
    /// Keep the money: it was given back in another way.
    #[arg(long)]
    pub no_refund: bool,
    /// Why, in words for the buyer.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// How long to wait for the card processor's answer, in seconds.
    #[arg(long, default_value_t = 15, value_name = "SECONDS")]
    pub wait: u64,
}

impl OrdersCommand {
    /// Where things are kept.
    #[must_use]
    pub fn data(&self) -> &DataArgs {
        match self {
            Self::List { data, .. } => data,
            Self::Show(order) | Self::Deliver { order, .. } | Self::Retry(order) => &order.data,
            Self::Ship(args) => &args.order.data,
            Self::Refund(args) => &args.order.data,
            Self::Cancel(args) => &args.order.data,
        }
    }
}

/// `li_1=2`
fn line(text: &str) -> Result<LineQuantity, String> {
    let parts = text.split_once('=').and_then(|(id, count)| Some((id, count.parse::<i64>().ok()?)));
    match parts {
        Some((id, quantity)) if quantity > 0 && !id.is_empty() => Ok(LineQuantity { id: id.to_owned(), quantity }),
        _ => Err("write the line's id and how many of it, for example li_1=2".to_owned()),
    }
}

/// Buyers will be sent there.
fn https(text: &str) -> Result<String, String> {
    match reqwest::Url::parse(text) {
        Ok(url) if url.scheme() == "https" => Ok(url.into()),
        _ => Err("write an address that begins with https://".to_owned()),
    }
}
