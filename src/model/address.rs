//! How an address is asked for and written, country by country: which parts, in which order, which of them are needed.
//!
//! What a country asks for comes from a small file of its own (crates/xtask/addresses); until it is there, or when it cannot
//! be had, [`Form::anywhere`] asks for everything and insists on little. What is needed is finally the shop's rule; a form only
//! saves the fan a round trip.

use ucp::party::PostalAddress;

/// Every country that has addresses (ISO 3166-1 alpha-2), two letters each.
const WORLD: &str = "ACADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTATCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

/// The countries to choose from: those that the shop sends to, where it says so; else the world.
#[must_use]
pub fn countries(sent_to: &[String]) -> Vec<String> {
    if !sent_to.is_empty() {
        return sent_to.to_vec();
    }
    (0..WORLD.len()).step_by(2).filter_map(|at| WORLD.get(at..at + 2)).map(str::to_owned).collect()
}

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

/// All of them.
pub const PARTS: [Part; 5] = [Part::Street, Part::Extended, Part::City, Part::Region, Part::Postal];

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
            Self::Street => "address-line1",
            Self::Extended => "address-line2",
            Self::City => "address-level2",
            Self::Region => "address-level1",
            Self::Postal => "postal-code",
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

    /// The letter that stands for it in a form; the street's stands for its second line too.
    fn letter(self) -> char {
        match self {
            Self::Street | Self::Extended => 'A',
            Self::City => 'C',
            Self::Region => 'S',
            Self::Postal => 'Z',
        }
    }
}

/// The parts that a letter of a form stands for; none when it is what stands between them.
fn parts_of(letter: char) -> impl Iterator<Item = Part> {
    PARTS.into_iter().filter(move |part| part.letter() == letter)
}

/// What a country asks for, as its file says it. Empty means that the file says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Whose it is (ISO 3166-1 alpha-2).
    pub country: String,
    /// The parts as letters, in the order and the lines (`/`) of the country, with what stands between them.
    fields: String,
    /// The same for who reads another script.
    latin: String,
    /// The parts that may not be empty.
    needs: String,
    /// What its towns are called: `district`, `area`.
    pub city: String,
    /// What its regions are called: `state`, `emirate`, …
    pub region: String,
    /// What its codes are called: `zip`, `pin`, `eircode`.
    pub code: String,
    /// The language of the names, where others read them in Latin letters.
    lang: String,
    /// `value=name` of each region, `|` between them.
    regions: String,
    /// What a code looks like: `#` is a digit of any keyboard, `~` any spaces and hyphens.
    zip: String,
    /// A code.
    pub example: String,
    /// How telephone numbers begin when called from abroad, with the `+`.
    calls: String,
    /// How they begin at home.
    trunk: String,
}

impl Default for Form {
    fn default() -> Self {
        Self::anywhere("")
    }
}

impl Form {
    /// A form for any country.
    #[must_use]
    pub fn anywhere(country: &str) -> Self {
        let mut form = Self::read(country, |_| None);
        form.fields.push_str("ACSZ");
        form.needs.push_str("AC");
        form
    }

    /// Reads a country's file.
    #[must_use]
    pub fn read(country: &str, file: impl Fn(&str) -> Option<String>) -> Self {
        let text = |name: &str| file(name).unwrap_or_default();
        Self {
            country: country.to_owned(),
            fields: text("fields"),
            latin: text("latin"),
            needs: text("needs"),
            city: text("city"),
            region: text("region"),
            code: text("code"),
            lang: text("lang"),
            regions: text("regions"),
            zip: text("zip"),
            example: text("example"),
            calls: text("calls"),
            trunk: text("trunk"),
        }
    }

    /// Whether a reader of `lang` (BCP 47) reads what people there write.
    fn is_read(&self, lang: &str) -> bool {
        self.lang.is_empty() || lang.split('-').next() == Some(&self.lang)
    }

    /// Whether a reader of `lang` reads the names in another script than people there write.
    #[must_use]
    pub fn is_foreign(&self, lang: &str) -> bool {
        !self.is_read(lang)
    }

    /// How a reader of `lang` writes it.
    fn layout(&self, lang: &str) -> &str {
        if self.latin.is_empty() || self.is_read(lang) { &self.fields } else { &self.latin }
    }

    /// The parts that are asked for, in the order in which a reader of `lang` writes them.
    #[must_use]
    pub fn parts(&self, lang: &str) -> Vec<Part> {
        self.layout(lang).chars().flat_map(parts_of).collect()
    }

    /// Whether the part may not be empty.
    #[must_use]
    pub fn needs(&self, part: Part) -> bool {
        part != Part::Extended && self.needs.contains(part.letter())
    }

    /// The regions to choose from, as they are sent and as a reader of `lang` reads them; none when the fan types it.
    #[must_use]
    pub fn regions(&self, lang: &str) -> Vec<(String, String)> {
        let is_read = self.is_read(lang);
        let entry = |entry: &str| {
            let (value, name) = entry.split_once('=').unwrap_or((entry, entry));
            (value.to_owned(), if is_read { name } else { value }.to_owned())
        };
        self.regions.split('|').filter(|entry| !entry.is_empty()).map(entry).collect()
    }

    /// What a postal code looks like (HTML `pattern`). The shop writes the code as it should be.
    #[must_use]
    pub fn pattern(&self) -> Option<String> {
        let digit = "[0-9\u{660}-\u{669}\u{6f0}-\u{6f9}\u{ff10}-\u{ff19}]";
        let shape = || self.zip.replace('#', digit).replace('~', r"[\s\-]*");
        (!self.zip.is_empty()).then(|| [r"\s*(?:", &shape(), r")\s*"].concat())
    }

    /// Whether a postal code is made of digits.
    #[must_use]
    pub fn is_numeric(&self) -> bool {
        !self.zip.is_empty() && !self.zip.contains(|letter: char| letter.is_ascii_alphabetic())
    }

    /// The lines of the address as its country writes them, without its name and country. Where people there write another script than
    /// the reader of `lang`, a region is read in its own.
    #[must_use]
    pub fn written(&self, address: &PostalAddress, lang: &str) -> Vec<String> {
        let asked = self.parts(lang);
        let more = PARTS.into_iter().filter(|part| !asked.contains(part));
        let said = |part: Part| {
            let value = part.of(address).filter(|value| !value.is_empty())?;
            let known = || self.regions(lang).into_iter().find(|(sent, _)| sent == value);
            let named = part == Part::Region && !self.lang.is_empty();
            Some(named.then(known).flatten().map_or_else(|| value.clone(), |(_, name)| name))
        };
        let mut lines = vec![];
        for line in self.layout(lang).split('/') {
            let (mut text, mut between) = (String::new(), String::new());
            for letter in line.chars() {
                let mut is_part = false;
                for part in parts_of(letter) {
                    is_part = true;
                    let Some(value) = said(part) else { continue };
                    if part == Part::Extended && !text.is_empty() {
                        lines.push(std::mem::take(&mut text));
                    }
                    // What stands between two parts needs both of them.
                    text.push_str(if text.is_empty() { between.trim_matches([' ', ',', '-']) } else { &between });
                    text.push_str(&value);
                    between.clear();
                }
                if is_part {
                    between.clear();
                } else {
                    between.push(letter);
                }
            }
            lines.extend(Some(text).filter(|text| !text.is_empty()));
        }
        lines.extend(more.filter_map(said));
        lines
    }

    /// A telephone number as typed at home, with the country's prefix; one that has a prefix stays (the shop tidies the rest).
    #[must_use]
    pub fn phone(&self, typed: &str) -> String {
        let typed = typed.trim();
        let is_zero = |letter: char| matches!(letter, '0' | '\u{660}' | '\u{6f0}' | '\u{ff10}');
        let zeros = typed.chars().take_while(|letter| is_zero(*letter)).count();
        if typed.is_empty() || self.calls.is_empty() || typed.starts_with('+') || zeros > 1 {
            return typed.to_owned();
        }
        // What stands in front is for calls inside the country only.
        let home =
            if self.trunk == "0" { typed.trim_start_matches(is_zero) } else { typed.strip_prefix(&self.trunk).unwrap_or(typed) };
        [&self.calls, home].concat()
    }
}

/// The recipient: given and family name as far as known.
#[must_use]
pub fn recipient(address: &PostalAddress) -> Option<String> {
    let names: Vec<&str> = [&address.first_name, &address.last_name].into_iter().flatten().map(String::as_str).collect();
    (!names.is_empty()).then(|| names.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The file of a country, as it is shipped.
    fn file(country: &str) -> Form {
        let world = include_str!("../../crates/xtask/addresses/world.jsonl");
        let mark = format!("{{\"country\":\"{country}\"");
        let line: serde_json::Value = serde_json::from_str(world.lines().find(|line| line.starts_with(&mark)).unwrap()).unwrap();
        Form::read(country, |name| Some(line.get(name)?.as_str()?.to_owned()))
    }

    #[test]
    fn every_country_has_a_file_whose_form_has_a_street_and_knows_what_it_insists_on() {
        let files = include_str!("../../crates/xtask/addresses/world.jsonl").lines().count();
        let countries = countries(&[]);
        assert_eq!(countries.len(), files);
        for country in countries {
            let form = file(&country);
            assert!(form.parts("en").contains(&Part::Street) && form.needs(Part::Street), "{country}");
            assert!(form.needs.chars().all(|letter| form.fields.contains(letter)), "{country}");
        }
        assert_eq!(countries_of(&["US", "AE", "JP", "DE"]), [62, 7, 47, 0]);
    }

    fn countries_of(codes: &[&str]) -> Vec<usize> {
        codes.iter().map(|code| file(code).regions("en").len()).collect()
    }

    #[test]
    fn a_shop_that_says_where_it_sends_to_is_believed() {
        assert_eq!(countries(&["KW".to_owned()]), ["KW"]);
    }

    #[test]
    fn an_address_reads_in_the_order_of_its_country_and_of_its_reader() {
        let address = PostalAddress {
            street_address: Some("1-1 Chiyoda".into()),
            address_locality: Some("Chiyoda-ku".into()),
            address_region: Some("Tokyo".into()),
            postal_code: Some("100-8111".into()),
            ..PostalAddress::default()
        };
        assert_eq!(file("JP").written(&address, "ja-JP"), ["〒100-8111", "東京都Chiyoda-ku", "1-1 Chiyoda"]);
        assert_eq!(file("JP").written(&address, "en"), ["1-1 Chiyoda", "Chiyoda-ku, Tokyo", "100-8111"]);
        assert_eq!(file("DE").written(&address, "en"), ["1-1 Chiyoda", "100-8111 Chiyoda-ku", "Tokyo"], "nothing is dropped");
        let american = |extended: Option<&str>, region: Option<&str>| {
            let (extended_address, address_region) = (extended.map(Into::into), region.map(Into::into));
            file("US").written(&PostalAddress { extended_address, address_region, ..address.clone() }, "en")
        };
        assert_eq!(american(None, Some("IL")), ["1-1 Chiyoda", "Chiyoda-ku, IL 100-8111"]);
        assert_eq!(american(Some("Apt 2"), None), ["1-1 Chiyoda", "Apt 2", "Chiyoda-ku 100-8111"]);
    }

    #[test]
    fn an_arabic_reader_sees_arabic_regions_and_the_shop_gets_one_spelling() {
        let regions = |lang: &str| file("AE").regions(lang).remove(0);
        assert_eq!(regions("ar-AE"), ("Abu Dhabi".to_owned(), "أبو ظبي".to_owned()));
        assert_eq!(regions("en").1, "Abu Dhabi");
        assert_eq!(file("US").regions("ar").remove(0), ("AL".to_owned(), "Alabama".to_owned()));
    }

    #[test]
    fn a_country_whose_file_is_not_there_gets_a_form_that_insists_on_little() {
        let form = Form::default();
        assert_eq!(form.parts("en"), PARTS);
        assert_eq!(PARTS.map(|part| form.needs(part)), [true, false, true, false, false]);
        assert_eq!((form.pattern(), form.phone("030 1")), (None, "030 1".to_owned()));
    }

    #[test]
    fn a_postal_code_may_be_typed_with_the_digits_at_hand() {
        assert_eq!(file("DE").pattern().unwrap(), "\\s*(?:[0-9٠-٩۰-۹０-９]{5})\\s*");
        assert_eq!(file("KW").pattern(), None);
        assert!(file("DE").is_numeric() && !file("GB").is_numeric());
    }

    #[test]
    fn a_number_as_dialled_at_home_gets_its_country() {
        let phone = |country: &str, typed: &str| file(country).phone(typed);
        assert_eq!(phone("AE", "050 123 4567"), "+97150 123 4567");
        assert_eq!(phone("AE", "٠٥٠١٢٣٤٥٦٧"), "+971٥٠١٢٣٤٥٦٧");
        assert_eq!(phone("KW", "2222 3333"), "+9652222 3333");
        assert_eq!(phone("DE", "+49 30 1234"), "+49 30 1234");
        assert_eq!(phone("DE", "0049 30 1234"), "0049 30 1234");
        assert_eq!(phone("FR", "01 23"), "+331 23");
        assert_eq!(phone("IT", "06 1234"), "+3906 1234", "an Italian zero is part of the number");
        assert_eq!(phone("US", "1 212 555 0100"), "+1 212 555 0100");
        assert_eq!(phone("US", "  "), "");
    }
}
