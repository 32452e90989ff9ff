//! What the sandbox card processor's pages say: the words of each language are one table in a file of its own.

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
use crate::sandbox::cards::{Behaviour, Fault};

/// Words of the card frame and of the bank's page in one language. `{braces}` are filled in.
#[derive(Debug)]
pub struct Words {
    /// Title of the card frame.
    pub card: &'static str,
    /// Label.
    pub number: &'static str,
    /// Label.
    pub expiry: &'static str,
    /// Placeholder of the expiry.
    pub expiry_hint: &'static str,
    /// Label.
    pub cvc: &'static str,
    /// Placeholder of the security code.
    pub cvc_hint: &'static str,
    /// Label.
    pub name: &'static str,
    /// Badge.
    pub sandbox: &'static str,
    /// Beside the badge.
    pub no_money: &'static str,
    /// Summary of the list.
    pub test_cards: &'static str,
    /// Title of the bank's page.
    pub bank: &'static str,
    /// What the bank asks.
    pub question: &'static str,
    /// What is being asked about: `{amount}`, `{card}`.
    pub purchase: &'static str,
    /// Button.
    pub approve: &'static str,
    /// Button.
    pub refuse: &'static str,
    /// After the answer.
    pub thanks: &'static str,
    /// After the answer.
    pub go_back: &'static str,
    /// Link.
    pub back: &'static str,
    /// A bank page that does not exist, or no longer.
    pub no_question: &'static str,
    /// A request that cannot be read.
    pub unreadable: &'static str,
    /// Too many cards were typed.
    pub too_often: &'static str,
    /// The processor does not answer.
    pub failed: &'static str,
    /// No card number was typed.
    pub no_number: &'static str,
    /// No security code was typed.
    pub no_cvc: &'static str,

    bad_number: &'static str,
    real_number: &'static str,
    bad_expiry: &'static str,
    past: &'static str,
    bad_cvc: &'static str,
    bad_name: &'static str,

    pays: &'static str,
    asks: &'static str,
    declines: &'static str,
    broke: &'static str,
    expired: &'static str,
    late: &'static str,
}

impl Words {
    /// What is wrong with card details, and what to do about it.
    #[must_use]
    pub fn fault(&self, fault: Fault) -> &'static str {
        match fault {
            Fault::Number => self.bad_number,
            Fault::NotATestCard => self.real_number,
            Fault::Expiry => self.bad_expiry,
            Fault::Past => self.past,
            Fault::Cvc => self.bad_cvc,
            Fault::Name => self.bad_name,
        }
    }

    /// What a test card does.
    #[must_use]
    pub fn behaviour(&self, behaviour: Behaviour) -> &'static str {
        match behaviour {
            Behaviour::Success => self.pays,
            Behaviour::Challenge => self.asks,
            Behaviour::Declined => self.declines,
            Behaviour::InsufficientFunds => self.broke,
            Behaviour::Expired => self.expired,
            Behaviour::Late => self.late,
        }
    }
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
