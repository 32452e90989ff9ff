//! Checkout sessions: from a cart to an order.

use crate::cart::{LineItem, LineItemRequest};
use crate::discount::{Discounts, DiscountsRequest};
use crate::envelope::Ucp;
use crate::fulfillment::{Fulfillment, FulfillmentRequest};
use crate::message::Message;
use crate::party::{Attribution, Buyer, Context, Link, Signals};
use crate::payment::Payment;
use crate::total::Total;

open_enum! {
    /// Where the checkout stands.
    pub enum CheckoutStatus {
        /// Something is missing or wrong; see the messages.
        Incomplete = "incomplete",
        /// The buyer must act on the shop's page (`continue_url`).
        RequiresEscalation = "requires_escalation",
        /// May be completed.
        ReadyForComplete = "ready_for_complete",
        /// Being completed; ask again, change nothing.
        CompleteInProgress = "complete_in_progress",
        /// The order is placed; nothing changes any more.
        Completed = "completed",
        /// Cancelled or expired.
        Canceled = "canceled",
    }
}

record! {
    /// A checkout session.
    pub struct Checkout {
        /// Protocol metadata with the payment handlers.
        ucp: Ucp,
        /// Unguessable id.
        id: String,
        /// Where it stands.
        status: CheckoutStatus,
        /// The lines.
        line_items: Vec<LineItem> = always,
        /// ISO 4217; the unit of every amount here.
        currency: String,
        /// To be shown as they are.
        totals: Vec<Total> = always,
        /// Pages that must be shown.
        links: Vec<Link> = always,
        /// The buyer.
        buyer: Option<Buyer>,
        /// Market hints.
        context: Option<Context>,
        /// Delivery.
        fulfillment: Option<Fulfillment>,
        /// Codes and discounts.
        discounts: Option<Discounts>,
        /// The instrument, without its credential.
        payment: Option<Payment>,
        /// Where the sale comes from.
        attribution: Option<Attribution>,
        /// What the shop has to say.
        messages: Vec<Message>,
        /// RFC 3339.
        #[cfg(feature = "whole")]
        expires_at: Option<String>,
        /// The shop's own page for this session.
        continue_url: Option<String>,
        /// The order, once completed.
        order: Option<OrderConfirmation>,
        /// The countries that the shop sends to (ISO 3166-1 alpha-2), when they are not the world.
        ships_to as "dev.fanshelf.ships_to": Vec<String>,
        /// What the buyer has written to the seller; empty when the shop would read it and there is nothing.
        note as "dev.fanshelf.note": Option<String>,
    }

    /// The order that came of a checkout.
    pub struct OrderConfirmation {
        /// The order's id.
        id: String,
        /// For people, for example `#1001`.
        label: Option<String>,
        /// The shop's page for the order.
        permalink_url: String,
    }

    /// Creates or replaces a checkout. An update is a full replacement.
    pub struct CheckoutRequest {
        /// The cart to convert, on create.
        cart_id: Option<String>,
        /// The lines; `[]` with a `cart_id`.
        line_items: Vec<LineItemRequest> = always,
        /// The buyer.
        buyer: Option<Buyer>,
        /// Market hints.
        context: Option<Context>,
        /// Delivery.
        fulfillment: Option<FulfillmentRequest>,
        /// Codes.
        discounts: Option<DiscountsRequest>,
        /// An instrument.
        payment: Option<Payment>,
        /// What the platform observed.
        signals: Option<Signals>,
        /// Where the sale comes from.
        attribution: Option<Attribution>,
        /// What the buyer writes to the seller.
        note as "dev.fanshelf.note": Option<String>,
    }

    /// Completes a checkout.
    pub struct CompleteRequest {
        /// What pays.
        payment: Payment,
        /// What the platform observed.
        signals: Option<Signals>,
        /// Where the sale comes from.
        attribution: Option<Attribution>,
    }
}
