//! Totals that add up, over many combinations.

use super::*;
use crate::shop::basket::{Line, Sellable};
use crate::shop::discounts::{ByCurrency, ByLanguage, Effect};
use crate::shop::money::Rate;
use ucp::fulfillment::Destination;
use ucp::party::{Buyer, PostalAddress};

fn shelf() -> Shelf {
    let item = |id: &str, digital, left| Sellable {
        variant: id.into(),
        product: id.into(),
        title: id.into(),
        image_url: None,
        price: 2_000,
        left,
        digital,
        grams: 400,
        categories: vec!["Mugs".into()],
        ships_at: None,
        opens_at: None,
        text_room: 0,
    };
    [item("mug", false, Some(3)), item("song", true, None), Sellable { ships_at: Some(900), ..item("later", false, None) }]
        .into_iter()
        .map(|item| (item.variant.clone(), item))
        .collect()
}

fn draft(variants: &[&str]) -> Draft {
    let lines = variants.iter().enumerate().map(|(index, variant)| Line {
        id: format!("li_{index}"),
        variant: (*variant).into(),
        quantity: 1,
        text: None,
        told: None,
    });
    Draft { lines: lines.collect(), ..Draft::default() }
}

fn filled(variants: &[&str], country: &str) -> Draft {
    let text = |text: &str| Some(text.to_owned());
    let postal = PostalAddress {
        first_name: text("Jane"),
        street_address: text("1 Main St"),
        address_locality: text("Town"),
        address_region: text(if country == "US" { "CA" } else { "x" }),
        address_country: text(country),
        postal_code: if country == "KW" { None } else { text("94105") },
        ..PostalAddress::default()
    };
    Draft {
        buyer: Some(Buyer { email: text("jane@example.com"), ..Buyer::default() }),
        destinations: vec![Destination { id: text("dest_1"), postal, ..Destination::default() }],
        destination: text("dest_1"),
        option: text("standard"),
        ..draft(variants)
    }
}

fn priced<T>(draft: &Draft, currency: &str, country: &str, needs: Needs, stage: Stage, read: impl FnOnce(&Quote<'_>) -> T) -> T {
    let shelf = shelf();
    let rules = [Rule {
        key: "TEN".into(),
        automatic: false,
        title: ByLanguage::new(),
        effect: Effect::OrderPercent { rate: Rate::percent(10) },
        minimum: ByCurrency::new(),
        starts_at: None,
        ends_at: None,
        once_per_customer: false,
        exclusive: false,
        priority: 0,
        eligibility: None,
    }];
    let used = HashSet::new();
    let facts = Facts { now: 500, currency, country, shelf: &shelf, rules: &rules, used: &used, needs, verified: None };
    read(&quote(draft, &facts, stage))
}

fn paths(quote: &Quote<'_>) -> Vec<String> {
    quote.notices.iter().filter(|notice| notice.blocks()).filter_map(|notice| notice.path.clone()).collect()
}

#[test]
fn a_fresh_checkout_asks_for_contact_and_address() {
    priced(&draft(&["mug"]), "USD", "US", Needs::Everything, Stage::Checkout, |quote| {
        assert_eq!(paths(quote), ["$.buyer.email", "$.fulfillment.methods[0].destinations"]);
        assert!(quote.offers.is_empty() && quote.ships);
    });
}

#[test]
fn a_filled_checkout_is_ready_and_taxed() {
    priced(&filled(&["mug"], "US"), "USD", "US", Needs::Everything, Stage::Checkout, |quote| {
        assert_eq!(paths(quote), Vec::<String>::new());
        assert_eq!(quote.rows.iter().map(|row| row.amount).collect::<Vec<_>>(), [2_000, 599, 145, 2_744]);
    });
}

#[test]
fn an_unknown_option_is_a_question_and_not_an_error_of_the_request() {
    let draft = Draft { option: Some("drone".into()), ..filled(&["mug"], "US") };
    priced(&draft, "USD", "US", Needs::Everything, Stage::Checkout, |quote| assert_eq!(paths(quote), [OPTION_PATH]));
}

#[test]
fn downloads_need_no_delivery() {
    let draft = Draft { destinations: vec![], destination: None, option: None, ..filled(&["song"], "US") };
    priced(&draft, "USD", "US", Needs::Everything, Stage::Checkout, |quote| {
        assert!(quote.is_ready() && !quote.ships);
        assert_eq!(quote.total(), 2_000);
    });
}

#[test]
fn a_country_is_enough_for_a_shop_that_asks_for_little() {
    let mut draft = filled(&["mug"], "US");
    draft.buyer = None;
    draft.destinations[0].postal = PostalAddress { address_country: Some("US".into()), ..PostalAddress::default() };
    priced(&draft, "USD", "US", Needs::Country, Stage::Checkout, |quote| assert!(quote.is_ready(), "{:?}", quote.notices));
}

#[test]
fn an_unreachable_country_offers_nothing() {
    priced(&filled(&["mug"], "AQ"), "USD", "US", Needs::Everything, Stage::Checkout, |quote| {
        assert_eq!(paths(quote), ["$.fulfillment.methods[0].destinations[0].address_country"]);
        assert!(quote.offers.is_empty());
    });
}

#[test]
fn included_tax_is_said_and_not_added() {
    for (currency, country, tax) in [("EUR", "DE", true), ("KWD", "KW", false)] {
        priced(&filled(&["mug"], country), currency, country, Needs::Everything, Stage::Checkout, |quote| {
            assert!(quote.is_ready(), "{:?}", quote.notices);
            assert_eq!(quote.notices.iter().any(|notice| notice.code == "tax_included"), tax);
            assert!(!quote.rows.iter().any(|row| matches!(row.kind, RowKind::Tax(_))));
        });
    }
}

#[test]
fn a_cart_only_estimates() {
    priced(&draft(&["mug", "song"]), "USD", "US", Needs::Everything, Stage::Cart, |quote| {
        assert!(quote.is_ready());
        assert_eq!(quote.rows.len(), 2);
    });
    priced(&draft(&["mug"]), "EUR", "DE", Needs::Everything, Stage::Cart, |quote| {
        assert!(matches!(quote.rows.last().map(|row| &row.kind), Some(RowKind::Total(Some(_)))));
    });
}

#[test]
fn a_pre_order_holds_the_parcel() {
    priced(&filled(&["mug", "later"], "US"), "USD", "US", Needs::Everything, Stage::Checkout, |quote| {
        assert_eq!(quote.ready_at, 900);
        assert!(quote.is_ready());
        assert!(quote.notices.iter().any(|notice| notice.code == "ships_later"));
    });
}

#[test]
fn selling_out_stops_the_purchase_on_its_line() {
    let mut draft = filled(&["mug"], "US");
    draft.lines[0].quantity = 4;
    priced(&draft, "USD", "US", Needs::Everything, Stage::Checkout, |quote| {
        assert_eq!(paths(quote), ["$.line_items[0].quantity"]);
        assert_eq!(quote.notices[0].code, "out_of_stock");
    });
}

#[test]
fn a_refused_code_warns_at_its_place() {
    let draft = Draft { codes: vec!["ten".into(), "nope".into()], ..filled(&["mug"], "US") };
    priced(&draft, "USD", "US", Needs::Everything, Stage::Checkout, |quote| {
        assert!(quote.is_ready());
        let warning = quote.notices.iter().find(|notice| notice.code == "discount_code_invalid").expect("a warning");
        assert_eq!(warning.path.as_deref(), Some("$.discounts.codes[1]"));
    });
}
