//! The shop's legal pages, short and true of a demo: privacy, terms, refunds, shipping. Each language is a file.

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

/// The four pages of a language, in the order of [`Page`].
fn pages(language: Language) -> &'static [Text; 4] {
    match language {
        Language::En => &en::PAGES,
        Language::Ar => &ar::PAGES,
        Language::Es => &es::PAGES,
        Language::Fr => &fr::PAGES,
        Language::De => &de::PAGES,
        Language::Ja => &ja::PAGES,
        Language::He => &he::PAGES,
        Language::PtBr => &pt_br::PAGES,
        Language::Hi => &hi::PAGES,
        Language::Id => &id::PAGES,
        Language::Tr => &tr::PAGES,
    }
}

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
    let (title, paragraphs) = pages(language)[index];
    let (lang, dir) = (language.tag(), if language.is_rtl() { "rtl" } else { "ltr" });
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
    fn every_page_exists_in_every_language_with_as_much_to_say() {
        for language in Language::ALL {
            for name in ["privacy", "terms", "refunds", "shipping"] {
                let english = html(Page::of(name).unwrap(), Language::En, "Shop");
                let page = html(Page::of(name).unwrap(), language, "Shop");
                assert_eq!(page.matches("<p>").count(), english.matches("<p>").count(), "{language:?} {name}");
                assert!(page.contains(&format!("lang=\"{}\"", language.tag())), "{language:?}");
                assert_eq!(page.contains("dir=\"rtl\""), language.is_rtl(), "{language:?}");
                assert!(language == Language::En || page != english);
            }
        }
        assert_eq!(Page::of("secrets"), None);
    }
}
