//! The fields of an address, in the order of its country. Fields that two countries share stay when the country changes,
//! with what was typed into them.

use crate::dom::{View, each, view};
use crate::model::address::{self, Ask, COUNTRIES, Called, Part, form, postal_pattern, region_name, regions, sent};
use crate::model::steps::destination;
use crate::parts::field::{Choice, Faults, Field, typed};
use crate::signals::{Memo, RwSignal, Signal, StoredValue};
use crate::state::checkout::CheckoutState;
use crate::text::{Key, Words, format};
use leptos::prelude::*;
use ucp::checkout::Checkout;
use ucp::party::PostalAddress;
use web_sys::HtmlFormElement;

fn label(called: Called) -> Key {
    match called {
        Called::Street => Key::Street,
        Called::Extended => Key::Extended,
        Called::City => Key::City,
        Called::Area => Key::Area,
        Called::Region => Key::Region,
        Called::State => Key::State,
        Called::Emirate => Key::Emirate,
        Called::Province => Key::Province,
        Called::Governorate => Key::Governorate,
        Called::Prefecture => Key::Prefecture,
        Called::Postal => Key::PostalCode,
        Called::Zip => Key::ZipCode,
    }
}

/// What is known of the address: what the shop has, with the buyer's name where it has none.
#[must_use]
pub fn lines(state: CheckoutState, checkout: &Checkout) -> PostalAddress {
    let mut address = destination(checkout).map(|place| place.postal.clone()).unwrap_or_default();
    let buyer = checkout.buyer.clone().unwrap_or_default();
    address.first_name = address.first_name.or(buyer.first_name);
    address.last_name = address.last_name.or(buyer.last_name);
    let market = || state.shop.config().and_then(|config| config.context.address_country);
    address.address_country = address.address_country.or_else(market);
    address
}

/// What was typed.
#[must_use]
pub fn read(form: &HtmlFormElement) -> PostalAddress {
    let country = typed(form, "address_country");
    let phone = typed(form, "phone_number").map(|number| address::phone(country.as_deref().unwrap_or_default(), &number));
    PostalAddress {
        first_name: typed(form, "first_name"),
        last_name: typed(form, "last_name"),
        street_address: typed(form, Part::Street.wire()),
        extended_address: typed(form, Part::Extended.wire()),
        address_locality: typed(form, Part::City.wire()),
        address_region: typed(form, Part::Region.wire()),
        postal_code: typed(form, Part::Postal.wire()),
        phone_number: phone,
        address_country: country,
    }
}

/// The fields.
#[component]
pub fn AddressFields(
    /// What is wrong.
    faults: Faults,
    /// The words.
    words: Words,
    /// What is known.
    address: PostalAddress,
    /// The market's country (ISO 3166-1 alpha-2).
    country: String,
) -> View {
    let locale = words.locale();
    let chosen = address.address_country.clone().unwrap_or_else(|| country.clone());
    let mut codes: Vec<String> = COUNTRIES.iter().map(|code| (*code).to_owned()).collect();
    codes.extend([country, chosen.clone()]);
    let mut countries: Vec<(String, String)> = codes.into_iter().map(|code| (format::country(&locale, &code), code)).collect();
    countries.sort();
    countries.dedup();
    let countries = countries.into_iter().map(|(name, code)| (code, name)).collect::<Vec<_>>();
    let country = RwSignal::new(chosen.clone());
    let (first, last, phone) = (address.first_name.clone(), address.last_name.clone(), address.phone_number.clone());
    let address = StoredValue::new(address);
    // A list of regions belongs to its country; every other field is the same field everywhere.
    let fields = move || {
        let country = country.get();
        let key = |ask: &Ask| if ask.part == Part::Region { country.clone() } else { String::new() };
        form(&country).iter().map(|ask| (key(ask), ask.part)).collect::<Vec<_>>()
    };
    view! {
        <div class="fields">
            <div class="pair">
                <Field faults name="first_name" label=words.get(Key::FirstName) autocomplete="section-fan shipping given-name" required=true value=first/>
                <Field faults name="last_name" label=words.get(Key::LastName) autocomplete="section-fan shipping family-name" required=true value=last/>
            </div>
            <Choice
                faults
                name="address_country"
                label=words.get(Key::Country)
                autocomplete="section-fan shipping country"
                required=true
                settled=true
                options=countries
                value=Some(chosen)
                on_change=move |code| country.set(code)
            />
            {each(fields, |(country, part)| [country, part.wire()].concat(), move |(_, part)| view! { <Line faults words country address part/> })}
            <Field
                faults
                name="phone_number"
                label=words.get(Key::Phone)
                hint=words.get(Key::PhoneHint)
                kind="tel"
                autocomplete="section-fan shipping tel"
                inputmode="tel"
                dir="ltr"
                value=phone
            />
        </div>
    }
}

/// One field of the country's form.
#[component]
fn Line(faults: Faults, words: Words, country: RwSignal<String>, address: StoredValue<PostalAddress>, part: Part) -> View {
    // While the country changes a field that is about to go is asked once more: it keeps its last answer.
    let ask = Memo::new(move |before: Option<&Option<Ask>>| {
        let now = form(&country.get()).iter().find(|ask| ask.part == part).copied();
        now.or_else(|| before.copied().flatten())
    });
    let name = Signal::derive(move || ask.get().map(|ask| words.get(label(ask.called))).unwrap_or_default());
    let required = Signal::derive(move || ask.get().is_some_and(|ask| ask.required));
    let inputmode = Signal::derive(move || if ask.get().is_some_and(|ask| ask.digits) { "numeric" } else { "text" });
    let pattern = Signal::derive(move || (part == Part::Postal).then(|| postal_pattern(&country.get())).flatten());
    let value = address.with_value(|address| part.of(address).cloned());
    let here = country.get_untracked();
    let locale = words.locale();
    let list: Vec<(String, String)> = if part == Part::Region {
        regions(&here).into_iter().map(|region| (sent(region.value), region_name(&here, region, &locale))).collect()
    } else {
        vec![]
    };
    if list.is_empty() {
        let dir = if part == Part::Postal { "ltr" } else { "auto" };
        view! { <Field faults name=part.wire() label=name autocomplete=part.autocomplete() inputmode dir required pattern value/> }
    } else {
        view! { <Choice faults name=part.wire() label=name autocomplete=part.autocomplete() required options=list value on_change=|_| {}/> }
    }
}
