//! The fields of an address, in the order of its country. Fields that two countries share stay when the country changes,
//! with what was typed into them.

use crate::dom::{View, each, view};
use crate::model::address::{Form, Part, countries};
use crate::model::steps::destination;
use crate::parts::field::{Choice, Faults, Field, typed};
use crate::signals::{Memo, Signal, StoredValue};
use crate::state::address::Place;
use crate::text::{Key, Words, format};
use leptos::prelude::*;
use ucp::checkout::Checkout;
use ucp::party::PostalAddress;
use web_sys::HtmlFormElement;

/// What people of the country call a part.
fn label(form: &Form, part: Part) -> Key {
    let called = match part {
        Part::Street => return Key::Street,
        Part::Extended => return Key::Extended,
        Part::City => &form.city,
        Part::Region => &form.region,
        Part::Postal => &form.code,
    };
    match (called.as_str(), part) {
        ("area", _) => Key::Area,
        ("county", _) => Key::County,
        ("department", _) => Key::Department,
        ("district", _) => Key::District,
        ("emirate", _) => Key::Emirate,
        ("island", _) => Key::Island,
        ("parish", _) => Key::Parish,
        ("prefecture", _) => Key::Prefecture,
        ("province", _) => Key::Province,
        ("state", _) => Key::State,
        ("eircode", _) => Key::Eircode,
        ("pin", _) => Key::PinCode,
        ("zip", _) => Key::ZipCode,
        (_, Part::Region) => Key::Region,
        (_, Part::Postal) => Key::PostalCode,
        _ => Key::City,
    }
}

/// What is known of the address: what the shop has, with the buyer's name where it has none.
#[must_use]
pub fn lines(checkout: &Checkout) -> PostalAddress {
    let mut address = destination(checkout).map(|place| place.postal.clone()).unwrap_or_default();
    let buyer = checkout.buyer.clone().unwrap_or_default();
    address.first_name = address.first_name.or(buyer.first_name);
    address.last_name = address.last_name.or(buyer.last_name);
    address
}

/// What was typed.
#[must_use]
pub fn read(form: &HtmlFormElement, place: Place) -> PostalAddress {
    let phone = typed(form, "phone_number");
    PostalAddress {
        first_name: typed(form, "first_name"),
        last_name: typed(form, "last_name"),
        street_address: typed(form, Part::Street.wire()),
        extended_address: typed(form, Part::Extended.wire()),
        address_locality: typed(form, Part::City.wire()),
        address_region: typed(form, Part::Region.wire()),
        postal_code: typed(form, Part::Postal.wire()),
        phone_number: phone.map(|number| place.form.get_untracked().unwrap_or_default().phone(&number)),
        address_country: typed(form, "address_country"),
    }
}

/// A token of the browser's autofill (HTML "autofill detail tokens"): of this form, for this use.
fn fill_in(usage: &'static str, token: &str) -> String {
    ["section-fan ", usage, " ", token].concat()
}

/// The fields.
#[component]
pub fn AddressFields(
    /// What is wrong.
    faults: Faults,
    /// The words.
    words: Words,
    /// `shipping` or `billing`.
    usage: &'static str,
    /// What is known.
    address: PostalAddress,
    /// The country that is chosen, and its form.
    place: Place,
    /// The countries to choose from, when they are fewer than the world.
    #[prop(optional)]
    sent_to: Vec<String>,
) -> View {
    let locale = words.locale();
    let chosen = place.country.get_untracked();
    let mut codes = countries(&sent_to);
    if !codes.contains(&chosen) {
        codes.push(chosen.clone());
    }
    let options = format::sorted(&locale, format::countries(&locale, codes));
    let (first, last, phone) = (address.first_name.clone(), address.last_name.clone(), address.phone_number.clone());
    let address = StoredValue::new(address);
    // A list of regions belongs to its country; every other field is the same field everywhere.
    let fields = move || {
        let Some(form) = place.form.get() else { return vec![] };
        let key = |part| if part == Part::Region { form.country.clone() } else { String::new() };
        form.parts(&words.locale()).into_iter().map(|part| (key(part), part)).collect::<Vec<_>>()
    };
    let is_coming = Memo::new(move |_| place.form.with(Option::is_none));
    view! {
        <div class="fields">
            <div class="pair">
                <Field faults name="first_name" label=words.get(Key::FirstName) autocomplete=fill_in(usage, "given-name") required=true value=first/>
                <Field faults name="last_name" label=words.get(Key::LastName) autocomplete=fill_in(usage, "family-name") required=true value=last/>
            </div>
            <Choice
                faults
                name="address_country"
                label=words.get(Key::Country)
                autocomplete=fill_in(usage, "country")
                required=true
                settled=true
                options
                value=Some(chosen)
                on_change=move |code| place.country.set(code)
            />
            {move || is_coming.get().then(|| view! {
                <div class="field-ghost ghost"></div>
                <div class="field-ghost ghost"></div>
                <div class="field-ghost ghost"></div>
            })}
            {each(fields, |(country, part)| [country, part.wire()].concat(), move |(_, part)| view! { <Line faults words usage place address part/> })}
            {(usage == "shipping").then(|| view! {
                <Field
                    faults
                    name="phone_number"
                    label=words.get(Key::Phone)
                    hint=words.get(Key::PhoneHint)
                    kind="tel"
                    autocomplete=fill_in(usage, "tel")
                    inputmode="tel"
                    dir="ltr"
                    value=phone
                />
            })}
        </div>
    }
}

/// One field of the country's form.
#[component]
fn Line(
    faults: Faults,
    words: Words,
    usage: &'static str,
    place: Place,
    address: StoredValue<PostalAddress>,
    part: Part,
) -> View {
    let form = move || place.form.get().unwrap_or_default();
    let name = Signal::derive(move || words.get(label(&form(), part)));
    let required = Signal::derive(move || form().needs(part));
    let is_postal = part == Part::Postal;
    let inputmode = Signal::derive(move || if is_postal && form().is_numeric() { "numeric" } else { "text" });
    let pattern = Signal::derive(move || form().pattern().filter(|_| is_postal));
    let example = Signal::derive(move || if is_postal { form().example } else { String::new() });
    let value = address.with_value(|address| part.of(address).cloned());
    let locale = words.locale();
    let here = place.form.get_untracked().unwrap_or_default();
    let mut list = if part == Part::Region { here.regions(&locale) } else { vec![] };
    let autocomplete = fill_in(usage, part.autocomplete());
    if list.is_empty() {
        let dir = if is_postal { "ltr" } else { "auto" };
        return view! { <Field faults name=part.wire() label=name autocomplete inputmode dir required pattern example value/> };
    }
    if here.is_foreign(&locale) {
        // In another script the country's own order is none.
        list = format::sorted(&locale, list);
    }
    view! { <Choice faults name=part.wire() label=name autocomplete required options=list value on_change=|_| {}/> }
}
