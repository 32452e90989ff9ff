//! Payment: handlers that a shop offers and the instrument a buyer pays with. Credentials travel to the shop, never back.

use crate::Json;
use crate::party::PostalAddress;

record! {
    /// A way to pay. In a checkout response it is authoritative, with its full configuration.
    pub struct PaymentHandler {
        /// What an instrument's `handler_id` refers to.
        id: String,
        /// Version of the handler.
        #[cfg(feature = "whole")]
        version: String,
        /// Human-readable specification.
        #[cfg(feature = "whole")]
        spec: Option<String>,
        /// Machine-readable schema.
        #[cfg(feature = "whole")]
        schema: Option<String>,
        /// Instruments it takes; none means no restriction.
        available_instruments: Vec<AvailableInstrument>,
        /// The handler's own settings.
        config: Option<Json>,
    }

    /// A kind of instrument that a handler takes.
    pub struct AvailableInstrument {
        /// `card`, …
        kind as "type": String,
        /// Limits, for example `brands`.
        #[cfg(feature = "whole")]
        constraints: Option<Json>,
    }

    /// The payment of a checkout.
    pub struct Payment {
        /// Instruments; the one that is `selected` pays.
        instruments: Vec<Instrument> = always,
    }

    /// What pays.
    pub struct Instrument {
        /// Chosen by the client, unique in the checkout.
        id: String,
        /// The handler that understands it.
        handler_id: String,
        /// `card`, …
        kind as "type": String,
        /// Whether this one pays.
        selected: Option<bool>,
        /// What may be shown to the buyer.
        display: Option<CardDisplay>,
        /// Where the card's bills go.
        billing_address: Option<PostalAddress>,
        /// The secret, client to shop only.
        credential: Option<Credential>,
    }

    /// What may be shown of a card.
    pub struct CardDisplay {
        /// `visa`, …
        brand: Option<String>,
        /// The last digits of the number.
        last_digits: Option<String>,
        /// 1 to 12.
        expiry_month: Option<i64>,
        /// Four digits.
        expiry_year: Option<i64>,
        /// The handler's words.
        description: Option<String>,
    }

    /// A credential. A card number never stands here: only a handler's token.
    pub struct Credential {
        /// `token`, …
        kind as "type": String,
        /// The token.
        token: Option<String>,
    }
}
