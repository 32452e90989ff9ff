//! The shop's legal pages, short and true of a demo: privacy, terms, refunds, shipping.

use super::Language;

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What is kept of a buyer.
    Privacy,
    /// What a purchase means.
    Terms,
    /// Sending things back.
    Refunds,
    /// Where to, how fast, for how much.
    Shipping,
}

impl Page {
    /// The page of a path.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "privacy" => Some(Self::Privacy),
            "terms" => Some(Self::Terms),
            "refunds" => Some(Self::Refunds),
            "shipping" => Some(Self::Shipping),
            _ => None,
        }
    }
}

/// A title and its paragraphs.
type Text = (&'static str, &'static [&'static str]);

static EN: [Text; 4] = [
    (
        "Privacy policy",
        &[
            "We keep what you enter at checkout: your name, e-mail address, delivery address and what you bought. We need it to send your order and to answer you.",
            "Card details are entered on the card processor's own page. The shop never sees a card number.",
            "We set no cookies and do not follow you around. We write to you about offers only if you say so.",
            "This is a demonstration shop: nothing you enter leaves the machine it runs on.",
        ],
    ),
    (
        "Terms of sale",
        &[
            "You see everything there is to pay before you pay it. The total that you confirm is the total that is charged.",
            "Your order is placed when the payment has gone through. You can follow it with the link on the confirmation page.",
            "This is a demonstration shop with a sandbox card processor: no real money moves and nothing is sent.",
        ],
    ),
    (
        "Returns and refunds",
        &[
            "You can send anything back within 30 days of its arrival, unused. We give the money back to the card you paid with.",
            "Things made for you alone and downloads cannot be sent back unless something is wrong with them.",
        ],
    ),
    (
        "Shipping",
        &[
            "The price of delivery depends on weight and country and is shown before you pay. Larger orders are sent free of charge within the country.",
            "Standard shipping takes 3 to 5 working days at home and 7 to 12 abroad, express 1 to 2 and 3 to 5.",
            "Pre-orders are sent together with the rest of the order, from the day shown beside them. Downloads are ready at once.",
        ],
    ),
];

static AR: [Text; 4] = [
    (
        "سياسة الخصوصية",
        &[
            "نحتفظ بما تدخله عند الدفع: اسمك وبريدك الإلكتروني وعنوان التوصيل وما اشتريته. نحتاج إليه لإرسال طلبك والرد عليك.",
            "تُدخل بيانات البطاقة في صفحة معالج البطاقات نفسه، ولا يرى المتجر رقم أي بطاقة.",
            "لا نستخدم ملفات تعريف الارتباط ولا نتتبعك، ولا نراسلك بشأن العروض إلا إذا وافقت.",
            "هذا متجر تجريبي: لا يغادر ما تدخله الجهاز الذي يعمل عليه.",
        ],
    ),
    (
        "شروط البيع",
        &[
            "ترى كل ما ستدفعه قبل أن تدفعه، والمبلغ الذي تؤكده هو المبلغ الذي يُخصم.",
            "يُعدّ طلبك مقدَّمًا عندما يتم الدفع، ويمكنك متابعته بالرابط الموجود في صفحة التأكيد.",
            "هذا متجر تجريبي بمعالج بطاقات تجريبي: لا تُحوَّل نقود حقيقية ولا يُرسل شيء.",
        ],
    ),
    (
        "الإرجاع واسترداد المبالغ",
        &[
            "يمكنك إرجاع أي منتج غير مستعمل خلال 30 يومًا من وصوله، ونعيد المبلغ إلى البطاقة التي دفعت بها.",
            "لا يمكن إرجاع ما صُنع خصيصًا لك ولا ما يُنزَّل إلا إذا كان فيه عيب.",
        ],
    ),
    (
        "الشحن",
        &[
            "يعتمد سعر التوصيل على الوزن والبلد ويظهر قبل الدفع. تُرسل الطلبات الكبيرة مجانًا داخل البلد.",
            "يستغرق الشحن العادي من 3 إلى 5 أيام عمل داخل البلد ومن 7 إلى 12 خارجه، والسريع يومًا إلى يومين ومن 3 إلى 5.",
            "تُرسل الطلبات المسبقة مع بقية الطلب ابتداءً من التاريخ المبيَّن بجانبها، وتكون التنزيلات جاهزة فورًا.",
        ],
    ),
];

/// The style of these pages.
pub const STYLE: &str = "\
:root { color-scheme: light dark; font: 100%/1.6 system-ui, sans-serif; }
body { max-inline-size: 34em; margin: 0 auto; padding: 2rem 1.25rem; color: light-dark(#1a1a1a, #f2f1ee); background: light-dark(#fff, #161514); }
h1 { font-size: 1.375rem; }
";

/// A page as HTML.
#[must_use]
pub fn html(page: Page, language: Language, shop: &str) -> String {
    let index = match page {
        Page::Privacy => 0,
        Page::Terms => 1,
        Page::Refunds => 2,
        Page::Shipping => 3,
    };
    let (title, paragraphs) = language.table(&EN, &AR)[index];
    let (lang, dir) = if language == Language::Ar { ("ar", "rtl") } else { ("en", "ltr") };
    let shop = shop.replace('&', "&amp;").replace('<', "&lt;");
    let body: String = paragraphs.iter().map(|text| format!("<p>{text}</p>\n")).collect();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title} · {shop}</title>\n\
         <link rel=\"stylesheet\" href=\"/policies/page.css\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_exists_in_both_languages() {
        for name in ["privacy", "terms", "refunds", "shipping"] {
            let page = Page::of(name).unwrap();
            assert!(html(page, Language::En, "Shop").contains("<h1>"));
            assert!(html(page, Language::Ar, "Shop").contains("dir=\"rtl\""));
        }
        assert_eq!(Page::of("secrets"), None);
    }
}
