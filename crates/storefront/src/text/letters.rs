//! What letters to buyers say.

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
    language.table(&EN, &AR)
}

/// A country's name, where the shop has a market; else its code.
#[must_use]
pub fn country(language: Language, code: &str) -> &str {
    let names = &words(language).countries;
    let index = ["US", "DE", "GB", "AE", "SA", "KW", "JP"].iter().position(|known| *known == code);
    index.and_then(|index| names.get(index)).copied().unwrap_or(code)
}

static EN: Words = Words {
    hello_named: "Hello {name},",
    hello: "Hello,",
    placed_subject: "Your order {label} at {shop}",
    placed_title: "Thank you for your order",
    placed_lead: "The payment has gone through and your order {label} is placed.",
    shipped_subject: "Your order {label} is on its way",
    shipped_title: "On its way to you",
    shipped_all: "Your order {label} has been sent.",
    shipped_part: "A part of your order {label} has been sent. The rest follows.",
    refunded_subject: "You get {amount} back for your order {label}",
    refunded_title: "Your money is on its way back",
    refunded_lead: "We have given {amount} back to the card you paid with. It can take a few working days until your bank shows it.",
    canceled_subject: "Your order {label} is cancelled",
    canceled_part_subject: "A part of your order {label} is cancelled",
    canceled_title: "Taken off your order",
    canceled_lead: "These things are no longer part of your order {label} and will not be sent:",
    canceled_money: "What you paid for them goes back to your card. We write to you as soon as that is done.",
    reason: "Why: {reason}",
    bought: "What you bought",
    parcel: "In this parcel",
    taken_off: "Taken off",
    where_to: "Delivered to",
    when: "When",
    carrier: "Carrier",
    tracking: "Tracking number",
    track: "Track the parcel",
    see_order: "See your order",
    downloads: "Your downloads wait on the page of your order.",
    link_is_key: "The link opens your order without a password. Please keep it to yourself.",
    why: "{shop} writes to you because of an order with this e-mail address.",
    sandbox: "This is a demonstration shop: no real money has moved and nothing will be sent.",
    countries: ["United States", "Germany", "United Kingdom", "United Arab Emirates", "Saudi Arabia", "Kuwait", "Japan"],
};

static AR: Words = Words {
    hello_named: "مرحبًا {name}،",
    hello: "مرحبًا،",
    placed_subject: "طلبك {label} من {shop}",
    placed_title: "شكرًا لطلبك",
    placed_lead: "تمّ الدفع وسُجّل طلبك {label}.",
    shipped_subject: "طلبك {label} في الطريق إليك",
    shipped_title: "في الطريق إليك",
    shipped_all: "أُرسل طلبك {label}.",
    shipped_part: "أُرسل جزء من طلبك {label}، ويتبعه الباقي.",
    refunded_subject: "نعيد إليك {amount} من طلبك {label}",
    refunded_title: "نقودك في طريقها إليك",
    refunded_lead: "أعدنا {amount} إلى البطاقة التي دفعت بها. قد يستغرق ظهور المبلغ لدى مصرفك بضعة أيام عمل.",
    canceled_subject: "أُلغي طلبك {label}",
    canceled_part_subject: "أُلغي جزء من طلبك {label}",
    canceled_title: "حُذف من طلبك",
    canceled_lead: "لم تعد هذه المنتجات ضمن طلبك {label} ولن تُرسل:",
    canceled_money: "يعود ما دفعته ثمنًا لها إلى بطاقتك، ونكتب إليك فور إتمام ذلك.",
    reason: "السبب: {reason}",
    bought: "ما اشتريته",
    parcel: "في هذا الطرد",
    taken_off: "ما حُذف",
    where_to: "عنوان التوصيل",
    when: "الموعد",
    carrier: "شركة الشحن",
    tracking: "رقم التتبع",
    track: "تتبّع الطرد",
    see_order: "عرض طلبك",
    downloads: "تجد ملفاتك للتنزيل في صفحة طلبك.",
    link_is_key: "يفتح هذا الرابط طلبك من دون كلمة مرور، فاحتفظ به لنفسك من فضلك.",
    why: "يكتب إليك {shop} بشأن طلب بهذا البريد الإلكتروني.",
    sandbox: "هذا متجر تجريبي: لم تُحوَّل نقود حقيقية ولن يُرسل شيء.",
    countries: ["الولايات المتحدة", "ألمانيا", "المملكة المتحدة", "الإمارات العربية المتحدة", "السعودية", "الكويت", "اليابان"],
};
