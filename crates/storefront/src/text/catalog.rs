//! What the catalog says.

use super::Language;

/// Words of the catalog in one language.
#[derive(Debug)]
pub struct Words {
    /// A product that does not exist or is no longer sold.
    pub product_not_found: &'static str,
}

static EN: Words = Words { product_not_found: "We could not find this product. It may no longer be sold." };

static AR: Words =
    Words { product_not_found: "لم نعثر على هذا المنتج. ربما لم يعد معروضًا للبيع." };

/// The words of a language.
#[must_use]
pub fn words(language: Language) -> &'static Words {
    language.table(&EN, &AR)
}
