//! The discounts of the demo shop. A table; each line is one way a code can behave.

use super::discounts::{ByCurrency, ByLanguage, Effect, Rule};
use super::money::Rate;

fn rule(key: &str, en: &str, ar: &str, effect: Effect) -> Rule {
    Rule {
        key: key.to_owned(),
        automatic: false,
        title: ByLanguage::from([("en".to_owned(), en.to_owned()), ("ar".to_owned(), ar.to_owned())]),
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

/// The same amount of joy in every market: minor units of USD, EUR, GBP, AED, SAR, KWD, JPY.
fn amounts(values: [i64; 7]) -> ByCurrency {
    ["USD", "EUR", "GBP", "AED", "SAR", "KWD", "JPY"].map(str::to_owned).into_iter().zip(values).collect()
}

/// 2025-01-01, when OLD50 stopped being valid (unix milliseconds).
const LONG_AGO: i64 = 1_735_689_600_000;

/// The claim to be in the fan club.
pub const CLUB: &str = "dev.fanshelf.club";
/// The claim to belong to a creator's crew.
pub const CREW: &str = "dev.fanshelf.crew";

/// The demo's discounts.
#[must_use]
pub fn rules() -> Vec<Rule> {
    vec![
        Rule {
            automatic: true,
            ..rule(
                "AUTO-STICKERS",
                "Three or more stickers and pins: 20% off",
                "ثلاثة ملصقات ودبابيس أو أكثر: خصم 20%",
                Effect::ItemPercent { rate: Rate::percent(20), category: Some("Stickers & pins".to_owned()), at_least: 3 },
            )
        },
        rule("FAN10", "10% off your order", "خصم 10% على طلبك", Effect::OrderPercent { rate: Rate::percent(10) }),
        rule(
            "HELLO5",
            "Welcome gift",
            "هدية ترحيب",
            Effect::OrderFixed { amounts: amounts([500, 500, 400, 2_000, 2_000, 1_500, 700]) },
        ),
        rule(
            "MUGS20",
            "20% off mugs and drinkware",
            "خصم 20% على الأكواب وأواني الشرب",
            Effect::ItemPercent { rate: Rate::percent(20), category: Some("Drinkware".to_owned()), at_least: 0 },
        ),
        rule("FREESHIP", "Free shipping", "شحن مجاني", Effect::FreeShipping),
        Rule {
            ends_at: Some(LONG_AGO),
            ..rule("OLD50", "50% off your order", "خصم 50% على طلبك", Effect::OrderPercent { rate: Rate::percent(50) })
        },
        Rule {
            minimum: amounts([10_000, 9_500, 8_000, 36_000, 37_000, 30_000, 15_000]),
            ..rule(
                "BIG15",
                "15% off large orders",
                "خصم 15% على الطلبات الكبيرة",
                Effect::OrderPercent { rate: Rate::percent(15) },
            )
        },
        Rule {
            once_per_customer: true,
            ..rule("FIRST15", "15% off your first order", "خصم 15% على أول طلب", Effect::OrderPercent { rate: Rate::percent(15) })
        },
        Rule {
            exclusive: true,
            ..rule("VIP25", "25% off for members", "خصم 25% للأعضاء", Effect::OrderPercent { rate: Rate::percent(25) })
        },
        Rule {
            automatic: true,
            eligibility: Some(CLUB.to_owned()),
            ..rule("AUTO-CLUB", "Fan club: 5% off", "نادي المعجبين: خصم 5%", Effect::OrderPercent { rate: Rate::percent(5) })
        },
        Rule {
            automatic: true,
            eligibility: Some(CREW.to_owned()),
            ..rule("AUTO-CREW", "Crew: 30% off", "الطاقم: خصم 30%", Effect::OrderPercent { rate: Rate::percent(30) })
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_discount_has_its_title_in_both_languages_and_survives_the_database() {
        for rule in rules() {
            assert!(rule.title.contains_key("en") && rule.title.contains_key("ar"));
            assert_eq!(rule.key, super::super::discounts::normal(&rule.key));
            let text = serde_json::to_string(&rule).unwrap();
            assert_eq!(serde_json::from_str::<Rule>(&text).unwrap(), rule);
        }
    }
}
