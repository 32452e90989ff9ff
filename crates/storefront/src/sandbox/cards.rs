//! The test cards, and what makes card details plausible. Pure.

use serde::Deserialize;

/// What a test card does when it is charged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behaviour {
    /// Pays.
    Success,
    /// The bank says no.
    Declined,
    /// Not enough money.
    InsufficientFunds,
    /// The bank says that the card has expired.
    Expired,
    /// The bank asks the buyer first.
    Challenge,
    /// Pays, but only after a while.
    Late,
}

impl Behaviour {
    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Declined => "declined",
            Self::InsufficientFunds => "insufficient_funds",
            Self::Expired => "expired",
            Self::Challenge => "challenge",
            Self::Late => "late",
        }
    }

    /// The behaviour of a word in the database; anything unknown declines.
    #[must_use]
    pub fn of(word: &str) -> Self {
        [Self::Success, Self::InsufficientFunds, Self::Expired, Self::Challenge, Self::Late]
            .into_iter()
            .find(|behaviour| behaviour.word() == word)
            .unwrap_or(Self::Declined)
    }
}

/// Numbers that this processor takes; it takes no others, so that nobody can type a real one.
pub const TEST_CARDS: &[(&str, Behaviour)] = &[
    ("4242424242424242", Behaviour::Success),
    ("5555555555554444", Behaviour::Success),
    ("378282246310005", Behaviour::Success),
    ("4000002500003155", Behaviour::Challenge),
    ("4000000000000002", Behaviour::Declined),
    ("4000000000009995", Behaviour::InsufficientFunds),
    ("4000000000000069", Behaviour::Expired),
    ("4000000000000077", Behaviour::Late),
];

/// Tokens that stand for test cards without an entry, where test hooks are open: each pays for any checkout, any number of
/// times.
pub const TEST_TOKENS: &[(&str, &str)] =
    &[("success_token", "4242424242424242"), ("fail_token", "4000000000000002"), ("escalate_token", "4000002500003155")];

/// The test card behind a test token.
#[must_use]
pub fn test_token(token: &str) -> Option<Card> {
    let (_, number) = TEST_TOKENS.iter().find(|(word, _)| *word == token)?;
    let details = Details {
        r#type: "card".to_owned(),
        number: (*number).to_owned(),
        expiry_month: 12,
        expiry_year: 2099,
        cvc: "000".to_owned(),
        name: None,
    };
    recognise(&details, 2000, 1).ok()
}

/// What Google Pay's test environment gives for the gateway `example`, whatever card was chosen.
pub const GOOGLE_TOKEN: &str = "examplePaymentMethodToken";

/// The card behind [`GOOGLE_TOKEN`]: it pays, and nobody says which it is.
#[must_use]
pub fn google_pay() -> Card {
    Card { brand: "google_pay", last_digits: String::new(), expiry_month: 0, expiry_year: 0, behaviour: Behaviour::Success }
}

/// A part of the card details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The number.
    Number,
    /// Month and year.
    Expiry,
    /// The security code.
    Cvc,
    /// The name.
    Name,
}

impl Part {
    /// The field on the wire.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Expiry => "expiry",
            Self::Cvc => "cvc",
            Self::Name => "name",
        }
    }
}

/// What is wrong with card details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Empty or not a card number.
    Number,
    /// A plausible number, but not a test card.
    NotATestCard,
    /// Empty or not a month.
    Expiry,
    /// In the past.
    Past,
    /// Empty, or not as many digits as the brand has.
    Cvc,
    /// Longer than a card can print.
    Name,
}

impl Fault {
    /// The part it is about.
    #[must_use]
    pub fn part(self) -> Part {
        match self {
            Self::Number | Self::NotATestCard => Part::Number,
            Self::Expiry | Self::Past => Part::Expiry,
            Self::Cvc => Part::Cvc,
            Self::Name => Part::Name,
        }
    }
}

/// Raw card details, as the protocol's tokenizer takes them. Deliberately neither `Debug` nor `Serialize`.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Details {
    /// `card`
    pub r#type: String,
    /// Digits, spaces allowed.
    pub number: String,
    /// 1 to 12.
    pub expiry_month: i64,
    /// Four digits.
    pub expiry_year: i64,
    /// Three digits, four for American Express.
    pub cvc: String,
    /// As on the card; may be empty.
    pub name: Option<String>,
}

/// A card that was recognised: all that is kept of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// `visa`, `mastercard`, `amex`
    pub brand: &'static str,
    /// Four digits.
    pub last_digits: String,
    /// 1 to 12.
    pub expiry_month: i64,
    /// Four digits.
    pub expiry_year: i64,
    /// What it does.
    pub behaviour: Behaviour,
}

/// What stands in the books for a purchase on invoice.
#[must_use]
pub fn invoice() -> Card {
    Card { brand: "invoice", last_digits: String::new(), expiry_month: 0, expiry_year: 0, behaviour: Behaviour::Success }
}

/// Recognises a test card. `year` and `month` are today's.
///
/// # Errors
/// The first thing that is wrong, in the order of the form.
pub fn recognise(details: &Details, year: i64, month: i64) -> Result<Card, Fault> {
    let digits: String = details.number.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
    if !(13..=19).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) || !luhn(&digits) {
        return Err(Fault::Number);
    }
    let (_, behaviour) = TEST_CARDS.iter().find(|(number, _)| *number == digits).ok_or(Fault::NotATestCard)?;
    let brand = brand(&digits).ok_or(Fault::NotATestCard)?;
    if !(1..=12).contains(&details.expiry_month) || !(2000..=2099).contains(&details.expiry_year) {
        return Err(Fault::Expiry);
    }
    if (details.expiry_year, details.expiry_month) < (year, month) {
        return Err(Fault::Past);
    }
    let long = if brand == "amex" { 4 } else { 3 };
    if details.cvc.len() != long || !details.cvc.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Fault::Cvc);
    }
    if details.name.as_ref().is_some_and(|name| name.chars().count() > 80) {
        return Err(Fault::Name);
    }
    Ok(Card {
        brand,
        last_digits: digits.get(digits.len() - 4..).unwrap_or_default().to_owned(),
        expiry_month: details.expiry_month,
        expiry_year: details.expiry_year,
        behaviour: *behaviour,
    })
}

/// The brand of a number.
#[must_use]
pub fn brand(digits: &str) -> Option<&'static str> {
    let head = |length: usize| digits.get(..length).and_then(|head| head.parse::<u32>().ok()).unwrap_or(0);
    match (head(1), head(2), head(4)) {
        (4, ..) => Some("visa"),
        (_, 51..=55, _) | (_, _, 2221..=2720) => Some("mastercard"),
        (_, 34 | 37, _) => Some("amex"),
        _ => None,
    }
}

/// The check digit of ISO/IEC 7812.
fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0') * if place % 2 == 1 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn details(number: &str) -> Details {
        let cvc = if number.starts_with('3') { "1234" } else { "123" };
        Details { r#type: "card".into(), number: number.into(), expiry_month: 12, expiry_year: 2030, cvc: cvc.into(), name: None }
    }

    #[test]
    fn every_test_card_has_a_valid_check_digit_and_a_brand() {
        for (number, behaviour) in TEST_CARDS {
            let card = recognise(&details(number), 2026, 11).map_err(|_| number).unwrap();
            assert_eq!(card.behaviour, *behaviour);
            assert_eq!(Behaviour::of(behaviour.word()), *behaviour);
        }
    }

    #[test]
    fn every_test_token_stands_for_a_test_card() {
        for (token, number) in TEST_TOKENS {
            let card = test_token(token).unwrap();
            assert!(number.ends_with(&card.last_digits));
        }
        assert_eq!(test_token("tok_1"), None);
    }

    #[test]
    fn a_card_that_is_not_a_test_card_is_refused_even_when_its_digits_are_right() {
        assert_eq!(recognise(&details("4111111111111111"), 2026, 11), Err(Fault::NotATestCard));
        assert_eq!(recognise(&details("4242424242424241"), 2026, 11), Err(Fault::Number));
        assert_eq!(recognise(&details(""), 2026, 11), Err(Fault::Number));
        assert_eq!(recognise(&details("4242 x"), 2026, 11), Err(Fault::Number));
    }

    #[test]
    fn expiry_and_security_code_are_checked() {
        let with = |change: fn(&mut Details)| {
            let mut details = details("4242 4242 4242 4242");
            change(&mut details);
            recognise(&details, 2026, 11).map(|_| ())
        };
        assert_eq!(with(|details| details.expiry_month = 13), Err(Fault::Expiry));
        assert_eq!(with(|details| (details.expiry_month, details.expiry_year) = (10, 2026)), Err(Fault::Past));
        assert_eq!(with(|details| (details.expiry_month, details.expiry_year) = (11, 2026)), Ok(()));
        assert_eq!(with(|details| details.cvc = "12".into()), Err(Fault::Cvc));
        assert_eq!(with(|details| details.name = Some("x".repeat(81))), Err(Fault::Name));
    }
}
