//! The fulfillment extension of checkouts: where to, how, when and for how much.

use crate::Field;
use crate::party::PostalAddress;
use crate::total::Total;

open_enum! {
    /// How lines reach the buyer.
    pub enum MethodType {
        /// Sent.
        Shipping = "shipping",
        /// Collected.
        Pickup = "pickup",
        /// Downloaded (orders only).
        Digital = "digital",
    }
}

record! {
    /// Delivery in a response.
    pub struct Fulfillment {
        /// The methods in use.
        methods: Vec<Method> = always,
        /// What else could be chosen.
        available_methods: Vec<AvailableMethod>,
    }

    /// One method with its destinations and packages.
    pub struct Method {
        /// Given by the shop.
        id: String,
        /// Shipping or pickup.
        kind as "type": MethodType,
        /// The lines it carries.
        line_item_ids: Vec<String> = always,
        /// Known destinations.
        destinations: Vec<Destination>,
        /// The destination in use.
        selected_destination_id: Option<String>,
        /// Packages.
        groups: Vec<Group>,
    }

    /// A package and the ways to send it, in the shop's order.
    pub struct Group {
        /// Given by the shop.
        id: String,
        /// The lines in it.
        line_item_ids: Vec<String> = always,
        /// Ways to send it.
        options: Vec<FulfillmentOption>,
        /// The way in use.
        selected_option_id: Option<String>,
    }

    /// A way to send a package.
    pub struct FulfillmentOption {
        /// What a selection refers to.
        id: String,
        /// In the buyer's words.
        title: String,
        /// When it arrives, in the buyer's words.
        description: Option<String>,
        /// Who carries it.
        carrier: Option<String>,
        /// RFC 3339.
        earliest_fulfillment_time: Option<String>,
        /// RFC 3339.
        latest_fulfillment_time: Option<String>,
        /// What it costs; the row `total` is the price.
        totals: Vec<Total> = always,
    }

    /// A method that could be chosen.
    pub struct AvailableMethod {
        /// Shipping or pickup.
        kind as "type": MethodType,
        /// The lines it could carry.
        line_item_ids: Vec<String>,
        /// `now` or RFC 3339.
        fulfillable_on: Option<String>,
        /// In the buyer's words.
        description: Option<String>,
    }

    /// Delivery in a request.
    pub struct FulfillmentRequest {
        /// The methods wanted.
        methods: Vec<MethodRequest> = always,
    }

    /// One method in a request.
    pub struct MethodRequest {
        /// The shop's id, on update.
        id: Option<String>,
        /// Shipping or pickup.
        kind as "type": Option<MethodType>,
        /// The lines it carries; a server takes none to mean all physical lines.
        line_item_ids: Vec<String> = always,
        /// Destinations; a new one has no id.
        destinations: Vec<Destination>,
        /// The destination to use.
        selected_destination_id: Option<String>,
        /// Packages with the chosen way.
        groups: Vec<GroupRequest>,
    }

    /// A package in a request.
    pub struct GroupRequest {
        /// The shop's id.
        id: Option<String>,
        /// The way to send it.
        selected_option_id: Option<String>,
    }
}

/// Where to: a postal address with an id (shipping), or a named place with an address (pickup).
///
/// The protocol puts the address's own fields beside `id`; here they are kept together in `postal`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
pub struct Destination {
    /// Given by the shop; none for a new address.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub id: Option<String>,
    /// Name of a pickup place.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub name: Option<String>,
    /// Address of a pickup place.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub address: Option<PostalAddress>,
    /// The shipping address.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub postal: PostalAddress,
}

impl Field for Destination {}

#[cfg(feature = "js")]
impl crate::js::Value for Destination {
    fn from_js(value: &wasm_bindgen::JsValue) -> Option<Self> {
        use crate::js::get;
        Some(Self {
            id: get(value, "id")?,
            name: get(value, "name")?,
            address: get(value, "address")?,
            postal: PostalAddress::from_js(value)?,
        })
    }
    fn to_js(&self) -> wasm_bindgen::JsValue {
        let object = self.postal.to_js();
        for (name, value) in [("id", &self.id), ("name", &self.name)] {
            if let Some(value) = value {
                crate::js::set(&object, name, value.to_js());
            }
        }
        if let Some(address) = &self.address {
            crate::js::set(&object, "address", address.to_js());
        }
        object
    }
}
