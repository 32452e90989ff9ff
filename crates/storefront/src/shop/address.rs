//! Where to: which parts of an address a country needs, what its postcodes look like, and how they are written.

use ucp::message::codes;
use ucp::party::PostalAddress;

use super::contact::{LONGEST, phone, tidy};
use super::delivery;
use super::notices::{Field, Notice, Says};
use super::tax::us_state_code;

/// What one country asks for.
struct Form {
    region: Option<Field>,
    city: Option<Field>,
    /// Pattern and example: `9` is a digit, `A` a letter, anything else itself.
    postcode: Option<(&'static [&'static str], &'static str)>,
    postcode_needed: bool,
}

const FIVE: &[&str] = &["99999"];
const FOUR: &[&str] = &["9999"];

fn form(country: &str) -> Form {
    let plain = |patterns, example| Form {
        region: None,
        city: Some(Field::City),
        postcode: Some((patterns, example)),
        postcode_needed: true,
    };
    let free = Form { region: None, city: Some(Field::City), postcode: None, postcode_needed: false };
    match country {
        "US" => Form { region: Some(Field::State), ..plain(&["99999", "99999-9999"], "10001") },
        "DE" | "FR" | "IT" | "ES" | "FI" | "EE" | "HR" => plain(FIVE, "10115"),
        "AT" | "BE" | "CH" | "DK" | "LU" | "NO" | "HU" | "SI" | "BG" | "CY" | "LI" => plain(FOUR, "1010"),
        "NL" => plain(&["9999 AA"], "1012 AB"),
        "PL" => plain(&["99-999"], "00-950"),
        "PT" => plain(&["9999-999"], "1000-001"),
        "SE" | "GR" | "CZ" | "SK" => plain(&["999 99"], "111 22"),
        "GB" => plain(&["A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA"], "SW1A 1AA"),
        "CA" => plain(&["A9A 9A9"], "K1A 0B1"),
        "AU" | "NZ" => plain(FOUR, "2000"),
        "SA" => plain(&["99999", "99999-9999"], "12271"),
        "JP" => Form { region: Some(Field::Prefecture), ..plain(&["999-9999"], "150-0001") },
        "IN" | "SG" | "RO" => plain(&["999999"], "110001"),
        "KR" | "TR" | "MX" | "MY" | "TH" | "ID" => plain(FIVE, "04524"),
        "AE" => Form { region: Some(Field::Emirate), city: None, ..free },
        "KW" => Form { city: Some(Field::Area), postcode: Some((FIVE, "13001")), ..free },
        _ => free,
    }
}

/// The address as the shop keeps it: tidied, the country in upper case, postcode and US state in their usual form.
#[must_use]
pub fn kept(address: &PostalAddress) -> PostalAddress {
    let country = tidy(address.address_country.as_deref(), false).map(|country| country.to_uppercase());
    let postcode = tidy(address.postal_code.as_deref(), true).map(|code| written(country.as_deref().unwrap_or(""), &code));
    let region = tidy(address.address_region.as_deref(), false).map(|region| {
        if country.as_deref() == Some("US") { us_state_code(&region).map_or(region, str::to_owned) } else { region }
    });
    PostalAddress {
        first_name: tidy(address.first_name.as_deref(), false),
        last_name: tidy(address.last_name.as_deref(), false),
        street_address: tidy(address.street_address.as_deref(), false),
        extended_address: tidy(address.extended_address.as_deref(), false),
        address_locality: tidy(address.address_locality.as_deref(), false),
        address_region: region,
        address_country: country,
        postal_code: postcode,
        phone_number: tidy(address.phone_number.as_deref(), true).map(|number| phone(&number).unwrap_or(number)),
    }
}

/// A postcode in the first pattern of its country that it fits once spaces and hyphens are left out of account.
fn written(country: &str, code: &str) -> String {
    let upper = code.to_uppercase();
    let bare: String = upper.chars().filter(|letter| letter.is_alphanumeric()).collect();
    form(country).postcode.and_then(|(patterns, _)| patterns.iter().find_map(|pattern| fit(pattern, &bare))).unwrap_or(upper)
}

/// Lays bare letters and digits into a pattern; `None` when they do not fit.
fn fit(pattern: &str, bare: &str) -> Option<String> {
    let mut rest = bare.chars();
    let mut laid = String::new();
    for slot in pattern.chars() {
        match slot {
            '9' => laid.push(rest.next().filter(char::is_ascii_digit)?),
            'A' => laid.push(rest.next().filter(char::is_ascii_uppercase)?),
            other => laid.push(other),
        }
    }
    rest.next().is_none().then_some(laid)
}

/// What is missing or wrong with a kept address at `path`. Without `full` only the country has to be there.
#[must_use]
pub fn check(address: &PostalAddress, path: &str, full: bool, named: bool) -> Vec<Notice> {
    let at = |name: &str| format!("{path}.{name}");
    let Some(country) = address.address_country.as_deref() else {
        return vec![Notice::missing(Field::Country, at("address_country"))];
    };
    if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return vec![Notice::invalid(Field::Country, at("address_country"))];
    }
    if !delivery::reaches(country) {
        return vec![Notice::blocking(codes::ADDRESS_UNDELIVERABLE, at("address_country"), Says::Undeliverable)];
    }
    check_parts(address, country, path, full, named)
}

/// What is wrong with a kept address at `path` that bills go to. Nothing is sent there, so it can be anywhere.
#[must_use]
pub fn check_billing(address: &PostalAddress, path: &str) -> Vec<Notice> {
    let country = address.address_country.as_deref().unwrap_or_default();
    check_parts(address, country, path, address.street_address.is_some(), true)
}

fn check_parts(address: &PostalAddress, country: &str, path: &str, full: bool, named: bool) -> Vec<Notice> {
    let at = |name: &str| format!("{path}.{name}");
    let form = form(country);
    let mut notices = Vec::new();
    let mut need = |value: &Option<String>, field: Option<Field>, name: &str| {
        if let Some(field) = field.filter(|_| full && value.is_none()) {
            notices.push(Notice::missing(field, at(name)));
        }
    };
    if !named {
        let name = address.first_name.clone().or_else(|| address.last_name.clone());
        need(&name, Some(Field::Name), "first_name");
    }
    need(&address.street_address, Some(Field::Street), "street_address");
    need(&address.address_locality, form.city, "address_locality");
    need(&address.address_region, form.region, "address_region");
    need(&address.postal_code, Some(Field::Postcode).filter(|_| form.postcode_needed), "postal_code");

    if let (Some(code), Some((patterns, example))) = (&address.postal_code, form.postcode) {
        let bare: String = code.chars().filter(|letter| letter.is_alphanumeric()).collect();
        if !patterns.iter().any(|pattern| fit(pattern, &bare).is_some()) {
            notices.push(Notice::blocking(codes::FIELD_INVALID, at("postal_code"), Says::Postcode { example }));
        }
    }
    if let Some(region) = address.address_region.as_deref().filter(|_| country == "US")
        && us_state_code(region).is_none()
    {
        notices.push(Notice::invalid(Field::State, at("address_region")));
    }
    if address.phone_number.as_deref().is_some_and(|number| phone(number).is_none()) {
        notices.push(Notice::invalid(Field::Phone, at("phone_number")));
    }
    for (value, field, name) in [
        (&address.first_name, Field::Name, "first_name"),
        (&address.last_name, Field::Name, "last_name"),
        (&address.street_address, Field::Street, "street_address"),
        (&address.extended_address, Field::Extended, "extended_address"),
        (&address.address_locality, form.city.unwrap_or(Field::City), "address_locality"),
        (&address.address_region, form.region.unwrap_or(Field::State), "address_region"),
        (&address.postal_code, Field::Postcode, "postal_code"),
    ] {
        if value.as_deref().is_some_and(|value| value.chars().count() > LONGEST) {
            notices.push(Notice::blocking(codes::FIELD_INVALID, at(name), Says::TooLong(field)));
        }
    }
    notices
}

#[cfg(test)]
mod tests;
