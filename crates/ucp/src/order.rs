//! Orders: a snapshot of what was promised (expectations) and of what has happened (events, adjustments).

use crate::cart::Item;
use crate::envelope::Ucp;
use crate::fulfillment::MethodType;
use crate::message::Message;
#[cfg(feature = "whole")]
use crate::party::Attribution;
use crate::party::{Link, PostalAddress};
use crate::total::Total;

open_enum! {
    /// Where a line of an order stands.
    pub enum OrderLineStatus {
        /// Nothing of it has been sent.
        Processing = "processing",
        /// A part has been sent.
        Partial = "partial",
        /// All of it has been sent.
        Fulfilled = "fulfilled",
        /// None of it is wanted any more.
        Removed = "removed",
    }

    /// What happened to a package.
    pub enum EventType {
        /// Being packed.
        Processing = "processing",
        /// Handed over.
        Shipped = "shipped",
        /// On its way.
        InTransit = "in_transit",
        /// Arrived.
        Delivered = "delivered",
        /// Nobody was there.
        FailedAttempt = "failed_attempt",
        /// Stopped.
        Canceled = "canceled",
        /// Cannot be delivered.
        Undeliverable = "undeliverable",
        /// On its way back, or back.
        ReturnedToSender = "returned_to_sender",
    }

    /// Why money or goods moved after the purchase.
    pub enum AdjustmentType {
        /// Money back.
        Refund = "refund",
        /// Goods back.
        Return = "return",
        /// Credit.
        Credit = "credit",
        /// A corrected price.
        PriceAdjustment = "price_adjustment",
        /// A dispute with the bank.
        Dispute = "dispute",
        /// Lines taken off the order.
        Cancellation = "cancellation",
    }

    /// Where an adjustment stands.
    pub enum AdjustmentStatus {
        /// Under way.
        Pending = "pending",
        /// Done.
        Completed = "completed",
        /// Did not work.
        Failed = "failed",
    }
}

record! {
    /// An order: always the full current state.
    pub struct Order {
        /// Protocol metadata.
        ucp: Ucp,
        /// The order's id.
        id: String,
        /// For people, for example `#1001`.
        label: Option<String>,
        /// The checkout it came of.
        checkout_id: String,
        /// The shop's page for it.
        permalink_url: String,
        /// Every line that ever was.
        line_items: Vec<OrderLine> = always,
        /// Promise and fact.
        fulfillment: OrderFulfillment,
        /// Money and goods moved since.
        adjustments: Vec<Adjustment>,
        /// ISO 4217; the unit of every amount here.
        currency: String,
        /// To be shown as they are.
        totals: Vec<Total> = always,
        /// What the shop has to say.
        messages: Vec<Message>,
        /// Where the sale came from.
        #[cfg(feature = "whole")]
        attribution: Option<Attribution>,
        /// Fanshelf: the shop's pages, as in a checkout, and `contact`.
        links as "dev.fanshelf.links": Vec<Link>,
        /// What the buyer has written to the seller.
        note as "dev.fanshelf.note": Option<String>,
    }

    /// A line of an order.
    pub struct OrderLine {
        /// The line's id.
        id: String,
        /// What was bought.
        item: Item,
        /// How many.
        quantity: OrderQuantity,
        /// The line's own totals.
        totals: Vec<Total> = always,
        /// Where it stands.
        status: OrderLineStatus,
        /// The line this one belongs to.
        parent_id: Option<String>,
        /// Fanshelf: what is put on it, as the buyer wrote it.
        text as "dev.fanshelf.text": Option<String>,
    }

    /// Quantities of an order line.
    pub struct OrderQuantity {
        /// As ordered.
        original: Option<i64>,
        /// Now.
        total: i64,
        /// Sent.
        fulfilled: i64,
    }

    /// Promise and fact.
    pub struct OrderFulfillment {
        /// What was promised.
        expectations: Vec<Expectation>,
        /// What has happened; only ever appended to.
        events: Vec<FulfillmentEvent>,
    }

    /// A promise.
    pub struct Expectation {
        /// Its id.
        id: String,
        /// The lines it is about.
        line_items: Vec<LineQuantity> = always,
        /// Shipping, pickup or digital.
        method_type: MethodType,
        /// Where to.
        destination: PostalAddress,
        /// In the buyer's words.
        description: Option<String>,
        /// `now` or RFC 3339.
        fulfillable_on: Option<String>,
    }

    /// A fact.
    pub struct FulfillmentEvent {
        /// Its id.
        #[cfg(feature = "whole")]
        id: String,
        /// RFC 3339.
        occurred_at: String,
        /// What happened.
        kind as "type": EventType,
        /// The lines it is about.
        line_items: Vec<LineQuantity> = always,
        /// The carrier's number.
        tracking_number: Option<String>,
        /// The carrier's page.
        tracking_url: Option<String>,
        /// Who carries it.
        carrier: Option<String>,
        /// In the buyer's words.
        description: Option<String>,
    }

    /// A line and how many of it; negative in an adjustment.
    pub struct LineQuantity {
        /// The line's id.
        id: String,
        /// How many.
        quantity: i64,
    }

    /// Money or goods moved after the purchase.
    pub struct Adjustment {
        /// Its id.
        #[cfg(feature = "whole")]
        id: String,
        /// Why.
        kind as "type": AdjustmentType,
        /// RFC 3339.
        occurred_at: String,
        /// Where it stands.
        status: AdjustmentStatus,
        /// The lines it is about; negative quantities come back.
        line_items: Vec<LineQuantity>,
        /// Signed minor units; negative goes to the buyer.
        totals: Vec<Total>,
        /// In the buyer's words.
        description: Option<String>,
    }
}
