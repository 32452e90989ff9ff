//! Addresses of each market, right and wrong.

use super::*;

fn full(country: &str) -> PostalAddress {
    let text = |text: &str| Some(text.to_owned());
    let (region, code) = match country {
        "US" => (text("NY"), text("10001")),
        "DE" => (None, text("10115")),
        "GB" => (None, text("sw1a1aa")),
        "AE" => (text("Dubai"), None),
        "SA" => (None, text("12271")),
        "JP" => (text("東京都"), text("1500001")),
        _ => (None, None),
    };
    kept(&PostalAddress {
        first_name: text("Noor"),
        street_address: text("1 Main St"),
        address_locality: text("Town"),
        address_region: region,
        address_country: text(country),
        postal_code: code,
        ..PostalAddress::default()
    })
}

fn paths(address: &PostalAddress) -> Vec<String> {
    check(&kept(address), "$.a", true, false).into_iter().filter_map(|notice| notice.path).collect()
}

#[test]
fn a_full_address_of_every_market_is_accepted() {
    for country in ["US", "DE", "GB", "AE", "SA", "KW", "JP"] {
        assert_eq!(paths(&full(country)), Vec::<String>::new(), "{country}");
    }
}

#[test]
fn postcodes_are_written_as_their_country_does() {
    let code = |country: &str, code: &str| {
        kept(&PostalAddress { postal_code: Some(code.into()), ..full(country) }).postal_code.unwrap_or_default()
    };
    assert_eq!(code("GB", "sw1a1aa"), "SW1A 1AA");
    assert_eq!(code("GB", "m1 1ae"), "M1 1AE");
    assert_eq!(code("JP", "1500001"), "150-0001");
    assert_eq!(code("US", "100011234"), "10001-1234");
    assert_eq!(code("SA", "١٢٢٧١"), "12271");
    assert_eq!(code("NL", "1012ab"), "1012 AB");
    assert_eq!(code("DE", "1011"), "1011");
}

#[test]
fn a_postcode_of_another_country_lands_on_its_field() {
    for (country, code) in [("US", "1000"), ("DE", "1011"), ("GB", "12345"), ("JP", "150"), ("SA", "ABCDE")] {
        let address = PostalAddress { postal_code: Some(code.into()), ..full(country) };
        assert_eq!(paths(&address), ["$.a.postal_code"], "{country}");
    }
}

#[test]
fn an_empty_address_names_every_field_its_country_needs() {
    let empty = |country: &str| PostalAddress { address_country: Some(country.into()), ..PostalAddress::default() };
    assert_eq!(
        paths(&empty("US")),
        ["$.a.first_name", "$.a.street_address", "$.a.address_locality", "$.a.address_region", "$.a.postal_code"]
    );
    assert_eq!(paths(&empty("AE")), ["$.a.first_name", "$.a.street_address", "$.a.address_region"]);
    assert_eq!(paths(&empty("KW")), ["$.a.first_name", "$.a.street_address", "$.a.address_locality"]);
}

#[test]
fn a_country_is_needed_must_be_a_code_and_must_be_reached() {
    let with = |country: Option<&str>| {
        check(&PostalAddress { address_country: country.map(Into::into), ..PostalAddress::default() }, "$.a", true, false)
    };
    assert_eq!(with(None)[0].says, Says::Missing(Field::Country));
    assert_eq!(with(Some("Germany"))[0].says, Says::Invalid(Field::Country));
    assert_eq!(with(Some("AQ"))[0].code, "address_undeliverable");
    assert_eq!(with(Some("ZZ"))[0].code, "address_undeliverable");
}

#[test]
fn a_us_state_is_kept_as_its_code_and_an_unknown_one_is_refused() {
    let with = |region: &str| PostalAddress { address_region: Some(region.into()), ..full("US") };
    assert_eq!(kept(&with("new york")).address_region.as_deref(), Some("NY"));
    assert_eq!(paths(&with("Bavaria")), ["$.a.address_region"]);
}

#[test]
fn a_shop_that_asks_for_little_needs_the_country_only() {
    let address = PostalAddress { address_country: Some("US".into()), ..PostalAddress::default() };
    assert!(check(&address, "$.a", false, false).is_empty());
}

#[test]
fn a_line_longer_than_a_label_is_refused() {
    let address = PostalAddress { street_address: Some("x".repeat(121)), ..full("DE") };
    assert_eq!(paths(&address), ["$.a.street_address"]);
}
