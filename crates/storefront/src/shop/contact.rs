//! Who buys: e-mail address, names and telephone number, tidied and checked.

use ucp::party::Buyer;

use super::notices::{Field, Notice};

/// The longest text a name or an address line may hold, in characters.
pub const LONGEST: usize = 120;

/// Tidies what a person typed: control characters and runs of white space become one space, Arabic and Persian digits
/// become ASCII ones where `digits` says so. Empty text becomes `None`.
#[must_use]
pub fn tidy(text: Option<&str>, digits: bool) -> Option<String> {
    let mut tidied = String::new();
    for word in text?.split(|letter: char| letter.is_whitespace() || letter.is_control()).filter(|word| !word.is_empty()) {
        if !tidied.is_empty() {
            tidied.push(' ');
        }
        tidied.extend(word.chars().map(|letter| if digits { ascii_digit(letter) } else { letter }));
    }
    (!tidied.is_empty()).then_some(tidied)
}

/// The ASCII digit of an Arabic-Indic, Persian or full-width digit; other letters stay.
#[must_use]
pub fn ascii_digit(letter: char) -> char {
    let base = match letter {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        '\u{ff10}'..='\u{ff19}' => 0xff10,
        other => return other,
    };
    char::from_digit(letter as u32 - base, 10).unwrap_or(letter)
}

/// The buyer as the shop keeps it: tidied, the telephone number in E.164 when it can be.
#[must_use]
pub fn kept(buyer: &Buyer) -> Buyer {
    Buyer {
        first_name: tidy(buyer.first_name.as_deref(), false),
        last_name: tidy(buyer.last_name.as_deref(), false),
        email: tidy(buyer.email.as_deref(), false).map(|email| email.replace(' ', "")),
        phone_number: tidy(buyer.phone_number.as_deref(), true).map(|number| phone(&number).unwrap_or(number)),
        consent: buyer.consent.clone(),
    }
}

/// What is missing or wrong with the buyer. With `needed` an e-mail address must be there.
#[must_use]
pub fn check(buyer: Option<&Buyer>, needed: bool) -> Vec<Notice> {
    let mut notices = Vec::new();
    let read = |pick: fn(&Buyer) -> Option<&String>| buyer.and_then(pick).map(String::as_str);
    match read(|buyer| buyer.email.as_ref()) {
        None if needed => notices.push(Notice::missing(Field::Email, "$.buyer.email")),
        Some(email) if !is_email(email) => notices.push(Notice::invalid(Field::Email, "$.buyer.email")),
        _ => {}
    }
    if read(|buyer| buyer.phone_number.as_ref()).is_some_and(|number| phone(number).is_none()) {
        notices.push(Notice::invalid(Field::Phone, "$.buyer.phone_number"));
    }
    for (name, path) in [
        (read(|buyer| buyer.first_name.as_ref()), "$.buyer.first_name"),
        (read(|buyer| buyer.last_name.as_ref()), "$.buyer.last_name"),
    ] {
        if name.is_some_and(|name| name.chars().count() > LONGEST) {
            notices.push(Notice::invalid(Field::Name, path));
        }
    }
    notices
}

/// Whether this can be an e-mail address: one `@`, something on both sides, a dotted host, no space, at most 254 bytes.
///
/// Only a delivered mail proves more.
#[must_use]
pub fn is_email(email: &str) -> bool {
    let Some((local, host)) = email.rsplit_once('@') else { return false };
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    email.len() <= 254
        && (1..=64).contains(&local.len())
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.chars().all(|letter| letter.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(letter))
        && host.split('.').count() >= 2
        && host.split('.').all(label)
        && host
            .rsplit('.')
            .next()
            .is_some_and(|top| top.chars().count() >= 2 && !top.chars().all(|letter| letter.is_ascii_digit()))
}

/// The number in E.164 (`+` and 7 to 15 digits), or `None`. `00` at the start stands for `+`.
#[must_use]
pub fn phone(number: &str) -> Option<String> {
    let number: String =
        number.chars().map(ascii_digit).filter(|letter| !" -().\u{200e}\u{200f}\u{a0}".contains(*letter)).collect();
    let digits = number.strip_prefix('+').or_else(|| number.strip_prefix("00"))?;
    ((7..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0'))
        .then(|| format!("+{digits}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_pass_and_typing_slips_do_not() {
        for good in ["jane@example.com", "j.d+x@mail.example.co.uk", "o'neil@a-b.io", "علي@example.com"] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "",
            "jane",
            "jane@",
            "@example.com",
            "jane@example",
            "a b@example.com",
            "a..b@example.com",
            ".a@example.com",
            "a@b..com",
            "a@-b.com",
            "a@1.2.3.4",
            "a@b@c.com",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn telephone_numbers_become_e164() {
        assert_eq!(phone("+49 (30) 123-4567").as_deref(), Some("+49301234567"));
        assert_eq!(phone("00965 2222 3333").as_deref(), Some("+96522223333"));
        assert_eq!(phone("+٩٦٥٢٢٢٢٣٣٣٣").as_deref(), Some("+96522223333"));
        assert_eq!(phone("030 1234"), None);
        assert_eq!(phone("+12"), None);
    }

    #[test]
    fn white_space_only_is_nothing() {
        assert_eq!(tidy(Some(" \t\n"), false), None);
        assert_eq!(tidy(Some(" Noor \n Haddad "), false).as_deref(), Some("Noor Haddad"));
    }

    #[test]
    fn a_missing_address_lands_on_its_field() {
        let notices = check(None, true);
        assert_eq!(notices, [Notice::missing(Field::Email, "$.buyer.email")]);
        assert!(check(None, false).is_empty());
    }
}
