//! How an address is asked for and written, country by country: which parts, in which order, which of them are needed.
//!
//! What a country needs is finally the shop's rule; a form only saves the fan a round trip. A country without an entry gets
//! a form that asks for everything and insists on little.

use ucp::party::PostalAddress;

/// The countries offered by name: those of the markets. A country that the page or the shop brings along is added.
pub const COUNTRIES: [&str; 7] = ["AE", "DE", "GB", "JP", "KW", "SA", "US"];

/// A part of an address below the recipient's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Street and number.
    Street,
    /// Flat, floor, building.
    Extended,
    /// Town, or what stands in its place.
    City,
    /// State, emirate, prefecture.
    Region,
    /// Postal code.
    Postal,
}

impl Part {
    /// The field on the wire, under which the shop's messages are filed.
    #[must_use]
    pub fn wire(self) -> &'static str {
        match self {
            Self::Street => "street_address",
            Self::Extended => "extended_address",
            Self::City => "address_locality",
            Self::Region => "address_region",
            Self::Postal => "postal_code",
        }
    }

    /// What browsers fill in (HTML "autofill field").
    #[must_use]
    pub fn autocomplete(self) -> &'static str {
        match self {
            Self::Street => "section-fan shipping address-line1",
            Self::Extended => "section-fan shipping address-line2",
            Self::City => "section-fan shipping address-level2",
            Self::Region => "section-fan shipping address-level1",
            Self::Postal => "section-fan shipping postal-code",
        }
    }

    /// The part of an address.
    #[must_use]
    pub fn of(self, address: &PostalAddress) -> Option<&String> {
        match self {
            Self::Street => address.street_address.as_ref(),
            Self::Extended => address.extended_address.as_ref(),
            Self::City => address.address_locality.as_ref(),
            Self::Region => address.address_region.as_ref(),
            Self::Postal => address.postal_code.as_ref(),
        }
    }
}

/// What people of a country call a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called {
    /// Street and number.
    Street,
    /// Flat, floor, building.
    Extended,
    /// Town or city.
    City,
    /// Area or district.
    Area,
    /// Region, when nothing better is known.
    Region,
    /// State.
    State,
    /// Emirate.
    Emirate,
    /// Province.
    Province,
    /// Governorate.
    Governorate,
    /// Prefecture.
    Prefecture,
    /// Postal code.
    Postal,
    /// ZIP code.
    Zip,
}

/// One field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What it holds.
    pub part: Part,
    /// What it is called.
    pub called: Called,
    /// Whether it may not be empty.
    pub required: bool,
    /// Whether it is made of digits.
    pub digits: bool,
}

const fn ask(part: Part, called: Called, required: bool, digits: bool) -> Ask {
    Ask { part, called, required, digits }
}

const STREET: Ask = ask(Part::Street, Called::Street, true, false);
const EXTENDED: Ask = ask(Part::Extended, Called::Extended, false, false);
const CITY: Ask = ask(Part::City, Called::City, true, false);
const NUMERIC_POSTAL: Ask = ask(Part::Postal, Called::Postal, true, true);

/// The fields of a country (ISO 3166-1 alpha-2), in the order in which people there write them.
#[must_use]
pub fn form(country: &str) -> &'static [Ask] {
    match country {
        "US" => {
            const {
                &[
                    STREET,
                    EXTENDED,
                    CITY,
                    ask(Part::Region, Called::State, true, false),
                    ask(Part::Postal, Called::Zip, true, true),
                ]
            }
        }
        "DE" => const { &[STREET, EXTENDED, NUMERIC_POSTAL, CITY] },
        "GB" => const { &[STREET, EXTENDED, CITY, ask(Part::Postal, Called::Postal, true, false)] },
        "AE" => {
            const { &[STREET, EXTENDED, ask(Part::City, Called::Area, false, false), ask(Part::Region, Called::Emirate, true, false)] }
        }
        "SA" => const { &[STREET, EXTENDED, CITY, ask(Part::Region, Called::Province, false, false), NUMERIC_POSTAL] },
        "KW" => {
            const {
                &[
                    STREET,
                    EXTENDED,
                    ask(Part::City, Called::Area, true, false),
                    ask(Part::Region, Called::Governorate, false, false),
                ]
            }
        }
        "JP" => const { &[NUMERIC_POSTAL, ask(Part::Region, Called::Prefecture, true, false), CITY, STREET, EXTENDED] },
        _ => {
            const {
                &[
                    STREET,
                    EXTENDED,
                    CITY,
                    ask(Part::Region, Called::Region, false, false),
                    ask(Part::Postal, Called::Postal, false, false),
                ]
            }
        }
    }
}

/// What a postal code looks like (HTML `pattern`), where the country has one shape for all. Digits of Arabic and full-width
/// keyboards are digits too; the shop writes the code as it should be.
#[must_use]
pub fn postal_pattern(country: &str) -> Option<String> {
    let shape = match country {
        "US" | "SA" => "#{5}(~#{4})?",
        "DE" => "#{5}",
        "JP" => "#{3}~#{4}",
        "GB" => "[A-Za-z]{1,2}#[A-Za-z0-9]?~#[A-Za-z]{2}",
        _ => return None,
    };
    let digit = "[0-9\u{660}-\u{669}\u{6f0}-\u{6f9}\u{ff10}-\u{ff19}]";
    Some([r"\s*", &shape.replace('#', digit).replace('~', r"[\s\-]*"), r"\s*"].concat())
}

/// A region to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// As it is sent: what carriers and tax tables go by.
    pub value: &'static str,
    /// As people there write it; for the US, in full.
    pub native: &'static str,
}

const US: &str = "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming";
const AE: &str =
    "Abu_Dhabi أبو ظبي|Ajman عجمان|Dubai دبي|Fujairah الفجيرة|Ras_Al_Khaimah رأس الخيمة|Sharjah الشارقة|Umm_Al_Quwain أم القيوين";
const SA: &str = "Al_Bahah الباحة|Al_Jawf الجوف|Asir عسير|Eastern_Province الشرقية|Hail حائل|Jazan جازان|Madinah المدينة المنورة|Makkah مكة المكرمة|Najran نجران|Northern_Borders الحدود الشمالية|Qassim القصيم|Riyadh الرياض|Tabuk تبوك";
const KW: &str = "Ahmadi الأحمدي|Capital العاصمة|Farwaniya الفروانية|Hawalli حولي|Jahra الجهراء|Mubarak_Al-Kabeer مبارك الكبير";
const JP: &str = "Hokkaido 北海道|Aomori 青森県|Iwate 岩手県|Miyagi 宮城県|Akita 秋田県|Yamagata 山形県|Fukushima 福島県|Ibaraki 茨城県|Tochigi 栃木県|Gunma 群馬県|Saitama 埼玉県|Chiba 千葉県|Tokyo 東京都|Kanagawa 神奈川県|Niigata 新潟県|Toyama 富山県|Ishikawa 石川県|Fukui 福井県|Yamanashi 山梨県|Nagano 長野県|Gifu 岐阜県|Shizuoka 静岡県|Aichi 愛知県|Mie 三重県|Shiga 滋賀県|Kyoto 京都府|Osaka 大阪府|Hyogo 兵庫県|Nara 奈良県|Wakayama 和歌山県|Tottori 鳥取県|Shimane 島根県|Okayama 岡山県|Hiroshima 広島県|Yamaguchi 山口県|Tokushima 徳島県|Kagawa 香川県|Ehime 愛媛県|Kochi 高知県|Fukuoka 福岡県|Saga 佐賀県|Nagasaki 長崎県|Kumamoto 熊本県|Oita 大分県|Miyazaki 宮崎県|Kagoshima 鹿児島県|Okinawa 沖縄県";

/// The regions of a country; none when the fan types it. In a value `_` stands for a space (see [`sent`]).
#[must_use]
pub fn regions(country: &str) -> Vec<Region> {
    let list = match country {
        "US" => US,
        "AE" => AE,
        "SA" => SA,
        "KW" => KW,
        "JP" => JP,
        _ => return vec![],
    };
    list.split('|').filter_map(|entry| entry.split_once(' ')).map(|(value, native)| Region { value, native }).collect()
}

/// A region's value as it is sent.
#[must_use]
pub fn sent(value: &str) -> String {
    value.replace('_', " ")
}

/// A region's name for a reader of `lang` (BCP 47): as people there write it when they share the language.
#[must_use]
pub fn region_name(country: &str, region: Region, lang: &str) -> String {
    let speaks = |prefix: &str| lang.split('-').next() == Some(prefix);
    let native = match country {
        "US" => true,
        "JP" => speaks("ja"),
        _ => speaks("ar"),
    };
    if native { region.native.to_owned() } else { sent(region.value) }
}

/// The address in the order of its country, without its name and country; a region in the reader's words.
#[must_use]
pub fn written(address: &PostalAddress, lang: &str) -> Vec<String> {
    let country = address.address_country.as_deref().unwrap_or_default();
    let asked: Vec<Part> = form(country).iter().map(|ask| ask.part).collect();
    let more =
        [Part::Street, Part::Extended, Part::City, Part::Region, Part::Postal].into_iter().filter(|part| !asked.contains(part));
    let text = |part: Part| {
        let value = part.of(address).filter(|value| !value.is_empty())?;
        let known = || regions(country).into_iter().find(|region| sent(region.value) == *value);
        Some(match part {
            Part::Region if country != "US" => known().map_or_else(|| value.clone(), |region| region_name(country, region, lang)),
            _ => value.clone(),
        })
    };
    asked.iter().copied().chain(more).filter_map(text).collect()
}

/// The recipient: given and family name as far as known.
#[must_use]
pub fn recipient(address: &PostalAddress) -> Option<String> {
    let names: Vec<&str> = [&address.first_name, &address.last_name].into_iter().flatten().map(String::as_str).collect();
    (!names.is_empty()).then(|| names.join(" "))
}

/// A telephone number as typed at home, with the country's prefix; one that has a prefix stays (the shop tidies the rest).
#[must_use]
pub fn phone(country: &str, typed: &str) -> String {
    let typed = typed.trim();
    let prefix = match country {
        "US" => "+1",
        "DE" => "+49",
        "GB" => "+44",
        "AE" => "+971",
        "SA" => "+966",
        "KW" => "+965",
        "JP" => "+81",
        _ => "",
    };
    let is_zero = |letter: char| matches!(letter, '0' | '\u{660}' | '\u{6f0}');
    let zeros = typed.chars().take_while(|letter| is_zero(*letter)).count();
    if typed.is_empty() || prefix.is_empty() || typed.starts_with('+') || zeros > 1 {
        return typed.to_owned();
    }
    // The zero in front is for calls inside the country only.
    [prefix, typed.trim_start_matches(is_zero)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_market_has_a_form_with_a_street_and_the_regions_it_insists_on() {
        for country in COUNTRIES {
            let form = form(country);
            assert!(form.iter().any(|ask| ask.part == Part::Street && ask.required), "{country}");
            let insists = form.iter().any(|ask| ask.part == Part::Region && ask.required);
            assert!(!insists || !regions(country).is_empty(), "{country}");
        }
        assert_eq!((regions("US").len(), regions("AE").len(), regions("JP").len()), (51, 7, 47));
    }

    #[test]
    fn an_address_reads_in_the_order_of_its_country() {
        let address = PostalAddress {
            street_address: Some("1-1 Chiyoda".into()),
            address_locality: Some("Chiyoda-ku".into()),
            address_region: Some("Tokyo".into()),
            postal_code: Some("100-8111".into()),
            address_country: Some("JP".into()),
            ..PostalAddress::default()
        };
        assert_eq!(written(&address, "en"), ["100-8111", "Tokyo", "Chiyoda-ku", "1-1 Chiyoda"]);
        assert_eq!(written(&address, "ja-JP")[1], "東京都");
        let german = PostalAddress { address_country: Some("DE".into()), ..address };
        assert_eq!(written(&german, "en"), ["1-1 Chiyoda", "100-8111", "Chiyoda-ku", "Tokyo"], "nothing is dropped");
    }

    #[test]
    fn an_arabic_reader_sees_arabic_regions_and_the_shop_gets_one_spelling() {
        let region = regions("AE")[0];
        assert_eq!(region_name("AE", region, "ar-AE"), "أبو ظبي");
        assert_eq!(region_name("AE", region, "en"), "Abu Dhabi");
        assert_eq!(sent(region.value), "Abu Dhabi");
    }

    #[test]
    fn a_postal_code_may_be_typed_with_the_digits_at_hand() {
        let german = postal_pattern("DE").unwrap();
        assert_eq!(german, "\\s*[0-9٠-٩۰-۹０-９]{5}\\s*");
        assert_eq!(postal_pattern("KW"), None);
    }

    #[test]
    fn a_number_as_dialled_at_home_gets_its_country() {
        assert_eq!(phone("AE", "050 123 4567"), "+97150 123 4567");
        assert_eq!(phone("AE", "٠٥٠١٢٣٤٥٦٧"), "+971٥٠١٢٣٤٥٦٧");
        assert_eq!(phone("KW", "2222 3333"), "+9652222 3333");
        assert_eq!(phone("DE", "+49 30 1234"), "+49 30 1234");
        assert_eq!(phone("DE", "0049 30 1234"), "0049 30 1234");
        assert_eq!(phone("FR", "01 23"), "01 23");
        assert_eq!(phone("US", "  "), "");
    }
}
