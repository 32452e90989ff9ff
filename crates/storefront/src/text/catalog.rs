//! What the catalog says.

use super::Language;

/// Words of the catalog in one language.
#[derive(Debug)]
pub struct Words {
    /// A product that does not exist or is no longer sold.
    pub product_not_found: &'static str,
}

/// The words of a language.
#[must_use]
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::En => &Words { product_not_found: "We could not find this product. It may no longer be sold." },
        Language::Ar => &Words {
            product_not_found: "لم نعثر على هذا المنتج. ربما لم يعد معروضًا للبيع."
        },
        Language::Es => &Words { product_not_found: "No encontramos este producto. Puede que ya no se venda." },
        Language::Fr => &Words { product_not_found: "Nous ne trouvons pas ce produit. Il n’est peut-être plus en vente." },
        Language::De => &Words { product_not_found: "Wir finden dieses Produkt nicht. Vielleicht wird es nicht mehr verkauft." },
        Language::Ja => &Words {
            product_not_found: "この商品が見つかりません。販売が終わった可能性があります。"
        },
        Language::He => {
            &Words { product_not_found: "לא מצאנו את המוצר הזה. ייתכן שהוא כבר לא נמכר." }
        }
        Language::PtBr => &Words { product_not_found: "Não encontramos este produto. Talvez ele não seja mais vendido." },
        Language::Hi => &Words {
            product_not_found: "हमें यह प्रॉडक्ट नहीं मिला। शायद यह अब नहीं बिकता।"
        },
        Language::Id => &Words { product_not_found: "Kami tidak menemukan produk ini. Mungkin sudah tidak dijual." },
        Language::Tr => &Words { product_not_found: "Bu ürünü bulamadık. Artık satılmıyor olabilir." },
    }
}
