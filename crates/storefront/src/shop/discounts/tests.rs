//! Codes, automatic discounts, and why one is refused.

use super::*;

fn rule(key: &str, effect: Effect) -> Rule {
    Rule {
        key: key.into(),
        automatic: false,
        title: ByLanguage::from([("en".into(), key.into())]),
        effect,
        minimum: ByCurrency::new(),
        starts_at: None,
        ends_at: None,
        once_per_customer: false,
        exclusive: false,
        priority: 0,
        eligibility: None,
    }
}

fn rules() -> Vec<Rule> {
    let dollars = |amount| ByCurrency::from([("USD".to_owned(), amount)]);
    vec![
        rule("TEN", Effect::OrderPercent { rate: Rate::percent(10) }),
        rule("FIVE", Effect::OrderFixed { amounts: dollars(500) }),
        rule("MUGS", Effect::ItemPercent { rate: Rate::percent(20), category: Some("Mugs".into()), at_least: 0 }),
        rule("SHIP", Effect::FreeShipping),
        Rule { ends_at: Some(10), ..rule("OLD", Effect::OrderPercent { rate: Rate::percent(50) }) },
        Rule { starts_at: Some(1_000), ..rule("SOON", Effect::OrderPercent { rate: Rate::percent(50) }) },
        Rule { minimum: dollars(10_000), ..rule("BIG", Effect::OrderFixed { amounts: dollars(2_000) }) },
        Rule { once_per_customer: true, ..rule("ONCE", Effect::OrderPercent { rate: Rate::percent(15) }) },
        Rule { exclusive: true, ..rule("ALONE", Effect::OrderPercent { rate: Rate::percent(25) }) },
        Rule {
            automatic: true,
            ..rule("PINS", Effect::ItemPercent { rate: Rate::percent(25), category: Some("Pins".into()), at_least: 3 })
        },
    ]
}

fn of(category: &str) -> &'static [String] {
    // Categories live as long as the test does.
    Box::leak(Box::new([category.to_owned()]))
}

fn pieces() -> Vec<Piece<'static>> {
    vec![
        Piece { categories: of("Mugs"), quantity: 2, subtotal: 3_000 },
        Piece { categories: of("Posters"), quantity: 1, subtotal: 2_501 },
    ]
}

fn with<T>(codes: &[&str], pieces: &[Piece<'_>], read: impl FnOnce(&Outcome<'_>) -> T) -> T {
    let rules = rules();
    let used = HashSet::from(["ONCE".to_owned()]);
    let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
    read(&apply(&rules, &codes, pieces, &Terms { currency: "USD", now: 100, used: &used, claims: &[], verified: None }))
}

fn refusals(codes: &[&str]) -> Vec<(usize, Refusal)> {
    with(codes, &pieces(), |outcome| outcome.refused.clone())
}

#[test]
fn codes_are_compared_without_case_and_space() {
    assert!(refusals(&["ten"]).is_empty());
    assert!(refusals(&["  Ten "]).is_empty());
}

#[test]
fn each_refusal_has_its_own_reason() {
    assert_eq!(refusals(&["NOPE"]), [(0, Refusal::Unknown)]);
    assert_eq!(refusals(&["SOON"]), [(0, Refusal::Unknown)]);
    assert_eq!(refusals(&["TEN", "OLD"]), [(1, Refusal::Expired)]);
    assert_eq!(refusals(&["TEN", "ten"]), [(1, Refusal::AlreadyApplied)]);
    assert_eq!(refusals(&["BIG"]), [(0, Refusal::BelowMinimum(4_499))]);
    assert_eq!(refusals(&["ONCE"]), [(0, Refusal::AlreadyUsed)]);
    assert_eq!(refusals(&["TEN", "ALONE"]), [(1, Refusal::NotCombinable)]);
    assert_eq!(refusals(&["ALONE", "TEN"]), [(1, Refusal::NotCombinable)]);
    assert_eq!(with(&["MUGS"], &pieces()[1..], |outcome| outcome.refused.clone()), [(0, Refusal::NothingEligible)]);
    assert_eq!(refusals(&["X"; 10]).last(), Some(&(9, Refusal::TooMany)));
}

#[test]
fn an_item_discount_falls_on_its_lines_only() {
    with(&["MUGS"], &pieces(), |outcome| {
        assert_eq!(outcome.applied[0].spread, [600, 0]);
        assert_eq!(outcome.left, [2_400, 2_501]);
    });
}

#[test]
fn items_come_first_then_percentages_then_fixed_amounts() {
    with(&["FIVE", "TEN", "MUGS"], &pieces(), |outcome| {
        let keys: Vec<_> = outcome.applied.iter().map(|applied| (applied.rule.key.as_str(), applied.amount)).collect();
        assert_eq!(keys, [("MUGS", 600), ("TEN", 490), ("FIVE", 500)]);
        assert_eq!(outcome.left.iter().sum::<i64>(), 5_501 - 1_590);
    });
}

#[test]
fn an_automatic_discount_needs_no_code_and_its_quantity() {
    let pins = |quantity| vec![Piece { categories: of("pins"), quantity, subtotal: 400 * quantity }];
    with(&[], &pins(2), |outcome| assert!(outcome.applied.is_empty()));
    with(&["TEN"], &pins(4), |outcome| {
        assert_eq!(outcome.applied[0].amount, 400);
        assert_eq!(outcome.applied[0].code, None);
        assert_eq!(outcome.applied[1].amount, 120);
    });
}

#[test]
fn a_fixed_amount_never_makes_the_order_cost_less_than_nothing() {
    let cheap = [Piece { categories: of("pins"), quantity: 1, subtotal: 199 }];
    with(&["FIVE"], &cheap, |outcome| {
        assert_eq!(outcome.applied[0].amount, 199);
        assert_eq!(outcome.left, [0]);
    });
}

#[test]
fn a_fixed_amount_does_not_exist_in_a_currency_without_one() {
    let rules = rules();
    let used = HashSet::new();
    let outcome = apply(
        &rules,
        &["FIVE".into()],
        &pieces(),
        &Terms { currency: "JPY", now: 100, used: &used, claims: &[], verified: None },
    );
    assert_eq!(outcome.refused, [(0, Refusal::Unknown)]);
}

#[test]
fn every_combination_of_codes_leaves_sums_that_agree() {
    let codes = ["TEN", "FIVE", "MUGS", "SHIP", "ALONE", "BIG"];
    for mask in 0_u32..64 {
        let chosen: Vec<&str> = codes.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|(_, code)| *code).collect();
        for factor in [1, 3, 7, 40] {
            let mut pieces = pieces();
            for piece in &mut pieces {
                piece.subtotal *= factor;
            }
            with(&chosen, &pieces, |outcome| {
                let before: i64 = pieces.iter().map(|piece| piece.subtotal).sum();
                let taken: i64 = outcome.applied.iter().map(|applied| applied.amount).sum();
                assert_eq!(before - taken, outcome.left.iter().sum::<i64>());
                assert!(outcome.left.iter().all(|left| *left >= 0));
                assert_eq!(outcome.applied.iter().filter(|a| a.code.is_some()).count() + outcome.refused.len(), chosen.len());
            });
        }
    }
}
