//! The words and the numbers in them.

use super::*;

#[test]
fn money_is_written_as_each_currency_and_language_writes_it() {
    assert_eq!(money(Language::En, 500, "USD"), "$5.00");
    assert_eq!(money(Language::En, 12_500, "KWD"), "KWD\u{a0}12.500");
    assert_eq!(money(Language::En, 980, "JPY"), "¥980");
    assert_eq!(money(Language::Ar, 12_500, "KWD"), "12.500\u{a0}د.ك");
    assert_eq!(money(Language::De, 500, "EUR"), "5,00\u{a0}€");
    assert_eq!(money(Language::Fr, 12_500, "KWD"), "12,500\u{a0}KWD");
    assert_eq!(money(Language::PtBr, 500, "USD"), "$\u{a0}5,00");
    assert_eq!(money(Language::Tr, 500, "EUR"), "€5,00");
    assert_eq!(money(Language::Ja, 980, "JPY"), "¥980");
    assert_eq!(money(Language::He, 500, "USD"), "5.00\u{a0}$");
}

#[test]
fn a_rate_has_the_mark_of_the_language() {
    assert_eq!(tax(Language::En, TaxName::Sales, "7.25"), "Sales tax (7.25%)");
    assert_eq!(tax(Language::De, TaxName::Sales, "7.25"), "Verkaufssteuer (7,25\u{a0}%)");
    assert_eq!(tax(Language::Tr, TaxName::Vat, "20"), "KDV (%20)");
}

#[test]
fn facts_are_copied_and_never_read_as_places() {
    assert_eq!(fill("The code {code} is not valid.", &[("code", "{code}")]), "The code {code} is not valid.");
    assert_eq!(fill("{a}{b}", &[("a", "1")]), "1");
    assert_eq!(fill("open {", &[]), "open ");
}

#[test]
fn a_day_is_written_in_the_language() {
    let day = |language| day(language, 1_795_367_149_000);
    assert_eq!(day(Language::En), "22 November 2026");
    assert_eq!(day(Language::Ar), "22 نوفمبر 2026");
    assert_eq!(day(Language::Es), "22 de noviembre de 2026");
    assert_eq!(day(Language::De), "22. November 2026");
    assert_eq!(day(Language::Ja), "2026年11月22日");
    assert_eq!(super::day(Language::Fr, 1_795_367_149_000 - 21 * 86_400_000), "1er novembre 2026");
}

#[test]
fn a_minimum_says_what_is_missing() {
    let says = Says::Code { code: "big".into(), why: Refusal::BelowMinimum(250) };
    assert_eq!(say(Language::En, "EUR", &says), "Add €2.50 more to use the code big.");
}
