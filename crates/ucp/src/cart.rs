//! Carts: what the buyer has picked, with estimated totals.

use crate::discount::{Discounts, DiscountsRequest};
use crate::envelope::Ucp;
use crate::message::Message;
#[cfg(feature = "whole")]
use crate::party::Link;
use crate::party::{Attribution, Buyer, Context, Signals};
use crate::total::Total;

record! {
    /// What is bought, in a response.
    pub struct Item {
        /// The variant's id.
        id: String,
        /// Title with the chosen options.
        title: String,
        /// Unit price in minor units of the resource's currency.
        price: i64,
        /// A picture.
        image_url: Option<String>,
    }

    /// A line of a cart or checkout.
    pub struct LineItem {
        /// The line's id, given by the shop.
        id: String,
        /// What is bought.
        item: Item,
        /// How many, from 1.
        quantity: i64,
        /// The line's own totals.
        totals: Vec<Total> = always,
        /// The line this one belongs to.
        parent_id: Option<String>,
        /// Fanshelf: what is put on it, as the buyer wrote it.
        text as "dev.fanshelf.text": Option<String>,
    }

    /// What is asked for.
    pub struct ItemRequest {
        /// The variant's id.
        id: String,
    }

    /// A line in a request.
    pub struct LineItemRequest {
        /// The shop's line id, echoed on update.
        id: Option<String>,
        /// What is asked for.
        item: ItemRequest,
        /// How many, from 1. To remove a line, leave it out.
        quantity: i64,
        /// Fanshelf: what is to be put on it. The same thing with two texts is two lines.
        text as "dev.fanshelf.text": Option<String>,
    }

    /// A cart. It has no status: it exists, or the answer is `not_found`.
    pub struct Cart {
        /// Protocol metadata.
        ucp: Ucp,
        /// Unguessable id.
        id: String,
        /// The lines.
        line_items: Vec<LineItem> = always,
        /// ISO 4217; the unit of every amount here.
        currency: String,
        /// Estimates; delivery and tax may be missing.
        totals: Vec<Total> = always,
        /// The buyer, as far as known.
        buyer: Option<Buyer>,
        /// Market hints.
        context: Option<Context>,
        /// Codes and discounts.
        discounts: Option<Discounts>,
        /// Where the sale comes from.
        attribution: Option<Attribution>,
        /// What the shop has to say.
        messages: Vec<Message>,
        /// Pages that must be shown.
        #[cfg(feature = "whole")]
        links: Vec<Link>,
        /// Where the buyer can go on.
        #[cfg(feature = "whole")]
        continue_url: Option<String>,
        /// RFC 3339.
        #[cfg(feature = "whole")]
        expires_at: Option<String>,
    }

    /// Creates or replaces a cart. An update is a full replacement: what is left out is gone.
    pub struct CartRequest {
        /// The cart's id, on update.
        id: Option<String>,
        /// The lines.
        line_items: Vec<LineItemRequest> = always,
        /// The buyer, as far as known.
        buyer: Option<Buyer>,
        /// Market hints.
        context: Option<Context>,
        /// Codes.
        discounts: Option<DiscountsRequest>,
        /// What the platform observed.
        signals: Option<Signals>,
        /// Where the sale comes from.
        attribution: Option<Attribution>,
    }
}
