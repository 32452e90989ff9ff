//! What letters to buyers say: the words of each language are one table in a file of its own.

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod he;
mod hi;
mod id;
mod ja;
mod pt_br;
mod tr;

use super::Language;

/// Words of letters in one language. `{braces}` are filled in.
#[derive(Debug)]
pub struct Words {
    /// First line, with the buyer's first name.
    pub hello_named: &'static str,
    /// First line.
    pub hello: &'static str,
    /// Subject of the confirmation.
    pub placed_subject: &'static str,
    /// Its heading.
    pub placed_title: &'static str,
    /// Its first sentence.
    pub placed_lead: &'static str,
    /// Subject of the letter about a parcel.
    pub shipped_subject: &'static str,
    /// Its heading.
    pub shipped_title: &'static str,
    /// Its first sentence when nothing is left to be sent.
    pub shipped_all: &'static str,
    /// Its first sentence when something is.
    pub shipped_part: &'static str,
    /// Subject of the letter about money that went back.
    pub refunded_subject: &'static str,
    /// Its heading.
    pub refunded_title: &'static str,
    /// Its first sentence.
    pub refunded_lead: &'static str,
    /// Subject of the letter about an order that is cancelled.
    pub canceled_subject: &'static str,
    /// Subject when a part of it is.
    pub canceled_part_subject: &'static str,
    /// Its heading.
    pub canceled_title: &'static str,
    /// Its first sentence.
    pub canceled_lead: &'static str,
    /// What happens with the money; another letter follows.
    pub canceled_money: &'static str,
    /// What the shop gave as the reason.
    pub reason: &'static str,
    /// Heading over the lines.
    pub bought: &'static str,
    /// Heading over the lines of a parcel.
    pub parcel: &'static str,
    /// Heading over lines that were taken off.
    pub taken_off: &'static str,
    /// Heading over the address.
    pub where_to: &'static str,
    /// Heading over the promise.
    pub when: &'static str,
    /// Heading over what the buyer wrote to the seller.
    pub note: &'static str,
    /// Who carries it.
    pub carrier: &'static str,
    /// The carrier's number.
    pub tracking: &'static str,
    /// Link to the carrier.
    pub track: &'static str,
    /// Link to the order.
    pub see_order: &'static str,
    /// What is there to be downloaded.
    pub downloads: &'static str,
    /// Beside the link: what it opens.
    pub link_is_key: &'static str,
    /// Who writes, and why.
    pub why: &'static str,
    /// What the demo is.
    pub sandbox: &'static str,
    countries: [&'static str; 7],
}

/// The words of a language.
#[must_use]
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::En => &en::WORDS,
        Language::Ar => &ar::WORDS,
        Language::Es => &es::WORDS,
        Language::Fr => &fr::WORDS,
        Language::De => &de::WORDS,
        Language::Ja => &ja::WORDS,
        Language::He => &he::WORDS,
        Language::PtBr => &pt_br::WORDS,
        Language::Hi => &hi::WORDS,
        Language::Id => &id::WORDS,
        Language::Tr => &tr::WORDS,
    }
}

/// A country's name, where the shop has a market; else its code.
#[must_use]
pub fn country(language: Language, code: &str) -> &str {
    let names = &words(language).countries;
    let index = ["US", "DE", "GB", "AE", "SA", "KW", "JP"].iter().position(|known| *known == code);
    index.and_then(|index| names.get(index)).copied().unwrap_or(code)
}
