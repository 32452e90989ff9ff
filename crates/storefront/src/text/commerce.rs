//! What carts, checkouts and orders say.

use super::Language;
use crate::shop::delivery::Speed;
use crate::shop::discounts::Refusal;
use crate::shop::notices::{Decline, Field, Says};
use crate::shop::tax::TaxName;

/// Words of carts, checkouts and orders in one language. `{braces}` are filled in.
#[derive(Debug)]
pub struct Words {
    /// Row of the totals.
    pub subtotal: &'static str,
    /// Row of the totals.
    pub items_discount: &'static str,
    /// Row of the totals.
    pub sales_tax: &'static str,
    /// Row of the totals, `{rate}` percent.
    pub vat: &'static str,
    /// Row of the totals, `{rate}` percent.
    pub consumption_tax: &'static str,
    /// Part of the total: without the tax that is in it.
    pub net: &'static str,
    /// Part of the total, `{tax}`.
    pub included: &'static str,
    /// Row of the totals.
    pub total: &'static str,
    /// Row of a cart's totals.
    pub estimated_total: &'static str,
    /// Delivery option.
    pub standard: &'static str,
    /// Delivery option.
    pub express: &'static str,
    /// When it arrives, `{from}` to `{to}` working days.
    pub working_days: &'static str,
    /// Promise for a parcel, `{date}`.
    pub arrives_by: &'static str,
    /// Promise for a pre-order, `{date}`.
    pub sent_from: &'static str,
    /// Promise for downloads.
    pub download_now: &'static str,
    /// An unknown cart.
    pub cart_not_found: &'static str,
    /// An unknown checkout.
    pub checkout_not_found: &'static str,
    /// An unknown order.
    pub order_not_found: &'static str,
    /// An order asked for without its token, or with a wrong one.
    pub order_unauthorized: &'static str,
    /// A change to a completed checkout.
    pub already_completed: &'static str,
    /// A change to a cancelled checkout.
    pub already_canceled: &'static str,
    /// Link.
    pub privacy: &'static str,
    /// Link.
    pub terms: &'static str,
    /// Link.
    pub refunds: &'static str,
    /// Link.
    pub shipping: &'static str,

    unavailable: &'static str,
    unavailable_named: &'static str,
    sold_out: &'static str,
    only_left: &'static str,
    at_most: &'static str,
    too_small: &'static str,
    too_many_lines: &'static str,
    empty: &'static str,
    too_long: &'static str,
    postcode: &'static str,
    undeliverable: &'static str,
    choose_delivery: &'static str,
    code_unknown: &'static str,
    code_expired: &'static str,
    code_twice: &'static str,
    code_alone: &'static str,
    code_minimum: &'static str,
    code_used: &'static str,
    code_nothing: &'static str,
    code_many: &'static str,
    claim_unknown: &'static str,
    claim_unproven: &'static str,
    tax_included: &'static str,
    total_changed: &'static str,
    declined: &'static str,
    insufficient: &'static str,
    card_expired: &'static str,
    challenge_failed: &'static str,
    token_invalid: &'static str,
    processor_gone: &'static str,
    payment_missing: &'static str,
    payment_ambiguous: &'static str,
    handler_unknown: &'static str,
    challenge: &'static str,
    in_progress: &'static str,
    expired: &'static str,
    ships_later: &'static str,

    missing: Fields,
    invalid: Fields,
}

/// One sentence per field.
#[derive(Debug)]
struct Fields {
    email: &'static str,
    name: &'static str,
    street: &'static str,
    extended: &'static str,
    city: &'static str,
    state: &'static str,
    emirate: &'static str,
    prefecture: &'static str,
    area: &'static str,
    postcode: &'static str,
    country: &'static str,
    phone: &'static str,
    address: &'static str,
}

impl Fields {
    fn of(&self, field: Field) -> &'static str {
        match field {
            Field::Email => self.email,
            Field::Name => self.name,
            Field::Street => self.street,
            Field::Extended => self.extended,
            Field::City => self.city,
            Field::State => self.state,
            Field::Emirate => self.emirate,
            Field::Prefecture => self.prefecture,
            Field::Area => self.area,
            Field::Postcode => self.postcode,
            Field::Country => self.country,
            Field::Phone => self.phone,
            Field::Address => self.address,
        }
    }
}

/// The words of a language.
#[must_use]
pub fn words(language: Language) -> &'static Words {
    language.table(&EN, &AR)
}

/// Fills `{name}` places.
#[must_use]
pub fn fill(template: &str, facts: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    // Facts are the buyer's or the catalogue's words: they are copied, never searched for places themselves.
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, tail)) = after.split_once('}') else { return text };
        text.push_str(facts.iter().find(|(fact, _)| *fact == name).map_or("", |(_, value)| value));
        rest = tail;
    }
    text.push_str(rest);
    text
}

/// An amount as people write it: `$5.00`, `KWD 5.000`, `5.000 د.ك`. Minor units.
#[must_use]
pub fn money(language: Language, amount: i64, currency: &str) -> String {
    let number = ucp::money::decimal(amount, currency);
    let symbol = match (language, currency) {
        (_, "USD") => "$",
        (_, "EUR") => "€",
        (_, "GBP") => "£",
        (_, "JPY") => "¥",
        (Language::Ar, "AED") => "د.إ",
        (Language::Ar, "SAR") => "ر.س",
        (Language::Ar, "KWD") => "د.ك",
        (_, code) => code,
    };
    match language {
        Language::Ar => format!("{number}\u{a0}{symbol}"),
        _ if symbol.is_ascii() && symbol.len() == 3 => format!("{symbol}\u{a0}{number}"),
        _ => format!("{symbol}{number}"),
    }
}

/// The name of a tax with its rate.
#[must_use]
pub fn tax(language: Language, name: TaxName, rate: &str) -> String {
    let words = words(language);
    let template = match name {
        TaxName::Sales => words.sales_tax,
        TaxName::Vat => words.vat,
        TaxName::Consumption => words.consumption_tax,
    };
    fill(template, &[("rate", rate)])
}

/// The title of a delivery option.
#[must_use]
pub fn delivery(language: Language, speed: Speed) -> &'static str {
    match speed {
        Speed::Standard => words(language).standard,
        Speed::Express => words(language).express,
    }
}

/// A calendar day (UTC) as people write it.
#[must_use]
pub fn day(language: Language, millis: i64) -> String {
    let (year, month, day) = crate::shop::calendar::civil(millis.div_euclid(crate::shop::calendar::DAY));
    let months = language.table(&MONTHS_EN, &MONTHS_AR);
    let month = usize::try_from(month - 1).ok().and_then(|month| months.get(month)).copied().unwrap_or_default();
    format!("{day} {month} {year}")
}

static MONTHS_EN: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
static MONTHS_AR: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

/// A notice in words. Amounts in it are minor units of `currency`.
#[must_use]
pub fn say(language: Language, currency: &str, says: &Says) -> String {
    let words = words(language);
    let cash = |amount: i64| money(language, amount, currency);
    match says {
        Says::Unavailable { title: None } => words.unavailable.to_owned(),
        Says::Unavailable { title: Some(title) } => fill(words.unavailable_named, &[("title", title)]),
        Says::SoldOut { title } => fill(words.sold_out, &[("title", title)]),
        Says::OnlyLeft { title, left } => fill(words.only_left, &[("title", title), ("left", &left.to_string())]),
        Says::AtMost { title, most } => fill(words.at_most, &[("title", title), ("most", &most.to_string())]),
        Says::QuantityTooSmall => words.too_small.to_owned(),
        Says::TooManyLines { most } => fill(words.too_many_lines, &[("most", &most.to_string())]),
        Says::Empty => words.empty.to_owned(),
        Says::Missing(field) => words.missing.of(*field).to_owned(),
        Says::Invalid(field) => words.invalid.of(*field).to_owned(),
        Says::TooLong(_) => words.too_long.to_owned(),
        Says::Postcode { example } => fill(words.postcode, &[("example", example)]),
        Says::Undeliverable => words.undeliverable.to_owned(),
        Says::ChooseDelivery => words.choose_delivery.to_owned(),
        Says::Code { code, why } => {
            let template = match why {
                Refusal::Unknown => words.code_unknown,
                Refusal::Expired => words.code_expired,
                Refusal::AlreadyApplied => words.code_twice,
                Refusal::NotCombinable => words.code_alone,
                Refusal::BelowMinimum(_) => words.code_minimum,
                Refusal::AlreadyUsed => words.code_used,
                Refusal::NothingEligible => words.code_nothing,
                Refusal::TooMany => words.code_many,
            };
            let missing = if let Refusal::BelowMinimum(missing) = why { cash(*missing) } else { String::new() };
            fill(template, &[("code", code), ("missing", &missing)])
        }
        Says::ClaimUnknown { claim } => fill(words.claim_unknown, &[("claim", claim)]),
        Says::ClaimUnproven { claim } => fill(words.claim_unproven, &[("claim", claim)]),
        Says::TaxIncluded { rate, amount } => fill(words.tax_included, &[("rate", rate), ("amount", &cash(*amount))]),
        Says::TotalChanged { total } => fill(words.total_changed, &[("total", &cash(*total))]),
        Says::PaymentFailed(why) => decline(language, *why).to_owned(),
        Says::PaymentMissing => words.payment_missing.to_owned(),
        Says::PaymentAmbiguous => words.payment_ambiguous.to_owned(),
        Says::HandlerUnknown => words.handler_unknown.to_owned(),
        Says::Challenge => words.challenge.to_owned(),
        Says::InProgress => words.in_progress.to_owned(),
        Says::Expired => words.expired.to_owned(),
        Says::ShipsLater { title, from } => fill(words.ships_later, &[("title", title), ("date", &day(language, *from))]),
    }
}

/// Why a payment did not happen, and what to do now.
#[must_use]
pub fn decline(language: Language, why: Decline) -> &'static str {
    let words = words(language);
    match why {
        Decline::Declined => words.declined,
        Decline::InsufficientFunds => words.insufficient,
        Decline::ExpiredCard => words.card_expired,
        Decline::ChallengeFailed => words.challenge_failed,
        Decline::TokenInvalid => words.token_invalid,
        Decline::Unavailable => words.processor_gone,
    }
}

static EN: Words = Words {
    subtotal: "Subtotal",
    items_discount: "Item discounts",
    sales_tax: "Sales tax ({rate}%)",
    vat: "VAT ({rate}%)",
    consumption_tax: "Consumption tax ({rate}%)",
    net: "Before tax",
    included: "{tax}, included",
    total: "Total",
    estimated_total: "Estimated total",
    standard: "Standard shipping",
    express: "Express shipping",
    working_days: "Arrives in {from} to {to} working days",
    arrives_by: "Arrives by {date}",
    sent_from: "Pre-order: sent from {date}",
    download_now: "Ready to download now",
    cart_not_found: "This cart no longer exists. Start a new one.",
    checkout_not_found: "This checkout no longer exists. Start again from your cart.",
    order_not_found: "We cannot find this order.",
    order_unauthorized: "To see this order, use the link you received when you bought.",
    already_completed: "This order has been placed already.",
    already_canceled: "This checkout has been cancelled. Start again from your cart.",
    privacy: "Privacy policy",
    terms: "Terms of sale",
    refunds: "Returns and refunds",
    shipping: "Shipping",
    unavailable: "An item is no longer sold. It has been left out.",
    unavailable_named: "{title} is no longer sold. It has been left out.",
    sold_out: "{title} has just sold out. Remove it to go on.",
    only_left: "Only {left} of {title} left.",
    at_most: "You can order up to {most} of {title} at a time.",
    too_small: "The quantity must be at least 1. Leave the line out to remove it.",
    too_many_lines: "A cart holds up to {most} different items.",
    empty: "There is nothing in the cart yet.",
    too_long: "This is too long. Use up to 120 characters.",
    postcode: "Check the postcode. It should look like {example}.",
    undeliverable: "We cannot deliver to this country yet. Choose another address.",
    choose_delivery: "Choose how it should be delivered.",
    code_unknown: "The code {code} is not valid.",
    code_expired: "The code {code} has expired.",
    code_twice: "The code {code} is applied already.",
    code_alone: "The code {code} cannot be combined with another code.",
    code_minimum: "Add {missing} more to use the code {code}.",
    code_used: "The code {code} has been used with this e-mail address.",
    code_nothing: "The code {code} is for items that are not in your cart.",
    code_many: "That is too many codes at once. {code} was not tried.",
    claim_unknown: "{claim} brings no benefit for this basket.",
    claim_unproven: "We could not verify {claim}. Remove it to pay without its discount.",
    tax_included: "Prices include {rate}% tax: {amount}.",
    total_changed: "Something changed while you were here. The total is now {total}. Please look it over, then pay.",
    declined: "Your bank declined the payment. Nothing was charged. Try another card.",
    insufficient: "The card does not have enough money for this. Nothing was charged. Try another card.",
    card_expired: "The card has expired. Nothing was charged. Try another card.",
    challenge_failed: "The payment was not confirmed with your bank. Nothing was charged. Try again or use another card.",
    token_invalid: "The card details are no longer valid. Nothing was charged. Enter them again.",
    processor_gone: "The payment could not be finished. Nothing was charged. Please try again.",
    payment_missing: "Enter a card to pay with.",
    payment_ambiguous: "Choose one card to pay with.",
    handler_unknown: "This way to pay is not offered here. Choose another one.",
    challenge: "Your bank wants to check that it is you.",
    in_progress: "Your payment is being processed. This can take a moment; nothing needs to be done.",
    expired: "This checkout has expired. Start again from your cart.",
    ships_later: "{title} is a pre-order and will be sent from {date}.",
    missing: Fields {
        email: "Enter your e-mail address.",
        name: "Enter the name of who receives it.",
        street: "Enter the street and number.",
        extended: "Enter the flat or building.",
        city: "Enter the town or city.",
        state: "Choose the state.",
        emirate: "Choose the emirate.",
        prefecture: "Choose the prefecture.",
        area: "Enter the area.",
        postcode: "Enter the postcode.",
        country: "Choose the country.",
        phone: "Enter a telephone number.",
        address: "Enter the address to deliver to.",
    },
    invalid: Fields {
        email: "Check the e-mail address. It should look like name@example.com.",
        name: "Check the name.",
        street: "Check the street.",
        extended: "Check the flat or building.",
        city: "Check the town or city.",
        state: "Check the state.",
        emirate: "Check the emirate.",
        prefecture: "Check the prefecture.",
        area: "Check the area.",
        postcode: "Check the postcode.",
        country: "Choose the country from the list.",
        phone: "Write the telephone number with its country code, for example +44 20 7946 0000.",
        address: "Check the address.",
    },
};

static AR: Words = Words {
    subtotal: "المجموع الفرعي",
    items_discount: "خصومات على المنتجات",
    sales_tax: "ضريبة المبيعات ({rate}%)",
    vat: "ضريبة القيمة المضافة ({rate}%)",
    consumption_tax: "ضريبة الاستهلاك ({rate}%)",
    net: "قبل الضريبة",
    included: "{tax}، مشمولة",
    total: "الإجمالي",
    estimated_total: "الإجمالي التقديري",
    standard: "شحن عادي",
    express: "شحن سريع",
    working_days: "يصل خلال {from} إلى {to} أيام عمل",
    arrives_by: "يصل في موعد أقصاه {date}",
    sent_from: "طلب مسبق: يُرسل ابتداءً من {date}",
    download_now: "جاهز للتنزيل الآن",
    cart_not_found: "لم تعد هذه السلة موجودة. ابدأ سلة جديدة.",
    checkout_not_found: "لم تعد عملية الدفع هذه موجودة. ابدأ من سلتك مجددًا.",
    order_not_found: "لم نعثر على هذا الطلب.",
    order_unauthorized: "لعرض هذا الطلب استخدم الرابط الذي وصلك عند الشراء.",
    already_completed: "لقد تم تقديم هذا الطلب من قبل.",
    already_canceled: "أُلغيت عملية الدفع هذه. ابدأ من سلتك مجددًا.",
    privacy: "سياسة الخصوصية",
    terms: "شروط البيع",
    refunds: "الإرجاع واسترداد المبالغ",
    shipping: "الشحن",
    unavailable: "أحد المنتجات لم يعد معروضًا للبيع فتُرك من السلة.",
    unavailable_named: "لم يعد {title} معروضًا للبيع فتُرك من السلة.",
    sold_out: "نفد {title} للتو. احذفه للمتابعة.",
    only_left: "بقي {left} فقط من {title}.",
    at_most: "يمكنك طلب {most} على الأكثر من {title} في المرة الواحدة.",
    too_small: "يجب ألا تقل الكمية عن 1. احذف السطر لإزالة المنتج.",
    too_many_lines: "تتسع السلة إلى {most} منتجًا مختلفًا على الأكثر.",
    empty: "لا شيء في السلة بعد.",
    too_long: "هذا النص طويل. استخدم 120 حرفًا على الأكثر.",
    postcode: "تحقّق من الرمز البريدي. يجب أن يكون بهذا الشكل: {example}.",
    undeliverable: "لا نوصل إلى هذا البلد بعد. اختر عنوانًا آخر.",
    choose_delivery: "اختر طريقة التوصيل.",
    code_unknown: "الرمز {code} غير صالح.",
    code_expired: "انتهت صلاحية الرمز {code}.",
    code_twice: "الرمز {code} مطبَّق من قبل.",
    code_alone: "لا يمكن جمع الرمز {code} مع رمز آخر.",
    code_minimum: "أضف ما قيمته {missing} لاستخدام الرمز {code}.",
    code_used: "سبق استخدام الرمز {code} مع هذا البريد الإلكتروني.",
    code_nothing: "الرمز {code} مخصص لمنتجات ليست في سلتك.",
    code_many: "عدد الرموز كبير. لم تتم تجربة {code}.",
    claim_unknown: "لا يمنح {claim} أي ميزة لهذه السلة.",
    claim_unproven: "لم نتمكن من التحقق من {claim}. أزله للدفع دون خصمه.",
    tax_included: "الأسعار تشمل ضريبة {rate}%: {amount}.",
    total_changed: "تغيّر شيء أثناء وجودك هنا. الإجمالي الآن {total}. راجعه من فضلك ثم ادفع.",
    declined: "رفض مصرفك عملية الدفع. لم يُخصم أي مبلغ. جرّب بطاقة أخرى.",
    insufficient: "لا يوجد في البطاقة رصيد كافٍ. لم يُخصم أي مبلغ. جرّب بطاقة أخرى.",
    card_expired: "انتهت صلاحية البطاقة. لم يُخصم أي مبلغ. جرّب بطاقة أخرى.",
    challenge_failed: "لم تُؤكَّد عملية الدفع لدى مصرفك. لم يُخصم أي مبلغ. حاول مجددًا أو استخدم بطاقة أخرى.",
    token_invalid: "لم تعد بيانات البطاقة صالحة. لم يُخصم أي مبلغ. أدخلها من جديد.",
    processor_gone: "تعذّر إتمام الدفع. لم يُخصم أي مبلغ. حاول مجددًا من فضلك.",
    payment_missing: "أدخل بطاقة للدفع.",
    payment_ambiguous: "اختر بطاقة واحدة للدفع.",
    handler_unknown: "طريقة الدفع هذه غير متاحة هنا. اختر طريقة أخرى.",
    challenge: "يريد مصرفك التأكد من هويتك.",
    in_progress: "تجري معالجة الدفع. قد يستغرق ذلك لحظات، ولا يلزمك فعل شيء.",
    expired: "انتهت مدة عملية الدفع هذه. ابدأ من سلتك مجددًا.",
    ships_later: "{title} طلب مسبق ويُرسل ابتداءً من {date}.",
    missing: Fields {
        email: "أدخل بريدك الإلكتروني.",
        name: "أدخل اسم المستلم.",
        street: "أدخل اسم الشارع والرقم.",
        extended: "أدخل رقم الشقة أو المبنى.",
        city: "أدخل المدينة.",
        state: "اختر الولاية.",
        emirate: "اختر الإمارة.",
        prefecture: "اختر المحافظة.",
        area: "أدخل المنطقة.",
        postcode: "أدخل الرمز البريدي.",
        country: "اختر البلد.",
        phone: "أدخل رقم هاتف.",
        address: "أدخل عنوان التوصيل.",
    },
    invalid: Fields {
        email: "تحقّق من البريد الإلكتروني. يجب أن يكون بهذا الشكل: name@example.com.",
        name: "تحقّق من الاسم.",
        street: "تحقّق من الشارع.",
        extended: "تحقّق من رقم الشقة أو المبنى.",
        city: "تحقّق من المدينة.",
        state: "تحقّق من الولاية.",
        emirate: "تحقّق من الإمارة.",
        prefecture: "تحقّق من المحافظة.",
        area: "تحقّق من المنطقة.",
        postcode: "تحقّق من الرمز البريدي.",
        country: "اختر البلد من القائمة.",
        phone: "اكتب رقم الهاتف مع رمز البلد، مثل ‎+965 2222 3333.",
        address: "تحقّق من العنوان.",
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_as_each_currency_is() {
        assert_eq!(money(Language::En, 500, "USD"), "$5.00");
        assert_eq!(money(Language::En, 12_500, "KWD"), "KWD\u{a0}12.500");
        assert_eq!(money(Language::En, 980, "JPY"), "¥980");
        assert_eq!(money(Language::Ar, 12_500, "KWD"), "12.500\u{a0}د.ك");
    }

    #[test]
    fn facts_are_copied_and_never_read_as_places() {
        assert_eq!(fill("The code {code} is not valid.", &[("code", "{code}")]), "The code {code} is not valid.");
        assert_eq!(fill("{a}{b}", &[("a", "1")]), "1");
        assert_eq!(fill("open {", &[]), "open ");
    }

    #[test]
    fn a_day_is_written_in_the_language() {
        assert_eq!(day(Language::En, 1_795_367_149_000), "22 November 2026");
        assert_eq!(day(Language::Ar, 1_795_367_149_000), "22 نوفمبر 2026");
    }

    #[test]
    fn a_minimum_says_what_is_missing() {
        let says = Says::Code { code: "big".into(), why: Refusal::BelowMinimum(250) };
        assert_eq!(say(Language::En, "EUR", &says), "Add €2.50 more to use the code big.");
    }
}
