//! What the sandbox card processor's pages say.

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
    language.table(&EN, &AR)
}

static EN: Words = Words {
    card: "Card details",
    number: "Card number",
    expiry: "Expiry",
    expiry_hint: "MM / YY",
    cvc: "Security code",
    cvc_hint: "CVC",
    name: "Name on card",
    sandbox: "Sandbox",
    no_money: "No real money",
    test_cards: "Test cards",
    bank: "Test Bank",
    question: "Is this you?",
    purchase: "A payment of {amount} with the card ending in {card}.",
    approve: "Approve",
    refuse: "Refuse",
    thanks: "Thank you",
    go_back: "We have told the shop. You can go back to it now.",
    back: "Return to the shop",
    no_question: "There is nothing to approve here any more. Go back to the shop to see how your payment stands.",
    unreadable: "The card details could not be read.",
    no_number: "Enter the card number.",
    no_cvc: "Enter the security code.",
    too_often: "Too many cards were tried here. Wait some minutes, then try again.",
    failed: "The card could not be checked. Please try again.",
    bad_number: "Check the card number.",
    real_number: "This is a sandbox. Use one of the test cards, never a real one.",
    bad_expiry: "Enter the month and year, for example 04 / 30.",
    past: "This card has expired.",
    bad_cvc: "Check the security code.",
    bad_name: "This name is too long.",
    pays: "Pays",
    asks: "Bank asks first",
    declines: "Declined",
    broke: "Not enough money",
    expired: "Expired",
    late: "Answers late",
};

static AR: Words = Words {
    card: "بيانات البطاقة",
    number: "رقم البطاقة",
    expiry: "تاريخ الانتهاء",
    expiry_hint: "MM / YY",
    cvc: "رمز الأمان",
    cvc_hint: "CVC",
    name: "الاسم على البطاقة",
    sandbox: "تجريبي",
    no_money: "بلا نقود حقيقية",
    test_cards: "بطاقات تجريبية",
    bank: "مصرف تجريبي",
    question: "هل هذا أنت؟",
    purchase: "دفعة بقيمة {amount} بالبطاقة المنتهية بالأرقام {card}.",
    approve: "موافقة",
    refuse: "رفض",
    thanks: "شكرًا لك",
    go_back: "أبلغنا المتجر. يمكنك العودة إليه الآن.",
    back: "العودة إلى المتجر",
    no_question: "لم يعد هنا ما يحتاج إلى موافقة. عُد إلى المتجر لمعرفة حالة الدفع.",
    unreadable: "تعذّرت قراءة بيانات البطاقة.",
    no_number: "أدخل رقم البطاقة.",
    no_cvc: "أدخل رمز الأمان.",
    too_often: "جُرّبت هنا بطاقات كثيرة. انتظر بضع دقائق ثم حاول مجددًا.",
    failed: "تعذّر التحقق من البطاقة. حاول مجددًا من فضلك.",
    bad_number: "تحقّق من رقم البطاقة.",
    real_number: "هذه بيئة تجريبية. استخدم إحدى البطاقات التجريبية ولا تستخدم بطاقة حقيقية.",
    bad_expiry: "أدخل الشهر والسنة، مثل 04 / 30.",
    past: "انتهت صلاحية هذه البطاقة.",
    bad_cvc: "تحقّق من رمز الأمان.",
    bad_name: "هذا الاسم طويل جدًا.",
    pays: "تدفع",
    asks: "يسأل المصرف أولًا",
    declines: "مرفوضة",
    broke: "رصيد غير كافٍ",
    expired: "منتهية الصلاحية",
    late: "تتأخر في الرد",
};
