//! Synthetic catalogues of any size, the same every time: texts in three scripts, one word that everything has, words that
//! hardly anything has, categories large and small, options, all currencies.

use std::{
    fs::File,
    io::{BufWriter, Write as _},
    path::Path,
};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

/// Things and their names in English, Arabic and Japanese.
const KINDS: [(&str, &str, &str); 10] = [
    ("Mug", "كوب", "マグカップ"),
    ("Poster", "ملصق", "ポスター"),
    ("Shirt", "قميص", "シャツ"),
    ("Sticker", "لاصقة", "ステッカー"),
    ("Cap", "قبعة", "帽子"),
    ("Notebook", "دفتر", "ノート"),
    ("Pin", "دبوس", "ピンバッジ"),
    ("Bag", "حقيبة", "鞄"),
    ("Blanket", "بطانية", "毛布"),
    ("Puzzle", "أحجية", "パズル"),
];

const MOTIFS: [(&str, &str, &str); 12] = [
    ("cat", "قطة", "猫"),
    ("moon", "قمر", "月"),
    ("fig", "تين", "無花果"),
    ("comet", "مذنب", "彗星"),
    ("lion", "أسد", "獅子"),
    ("river", "نهر", "川"),
    ("tower", "برج", "塔"),
    ("rose", "وردة", "薔薇"),
    ("owl", "بومة", "梟"),
    ("storm", "عاصفة", "嵐"),
    ("desert", "صحراء", "砂漠"),
    ("harbour", "ميناء", "港"),
];

const ADJECTIVES: [&str; 16] = [
    "quiet", "golden", "northern", "paper", "wild", "velvet", "early", "hidden", "brave", "silver", "little", "distant", "warm",
    "broken", "bright", "slow",
];

const MATERIALS: [&str; 8] = ["cotton", "steel", "oak", "wool", "linen", "ceramic", "recycled paper", "brass"];

/// US cents become minor units of these.
const MARKETS: [(&str, u64, u64); 7] = [
    ("USD", 100, 1),
    ("EUR", 105, 50),
    ("GBP", 90, 50),
    ("AED", 385, 100),
    ("SAR", 420, 100),
    ("KWD", 315, 250),
    ("JPY", 165, 10),
];

/// Creators, by the share of products they have: the last one has a hundred at the most.
const CREATORS: [&str; 4] = ["atlas", "bureau", "cinder", "delta"];

/// Writes a catalogue; returns its bytes.
pub(super) fn write(path: &Path, products: u32) -> Result<u64> {
    let failed = || format!("cannot write {}", path.display());
    let mut file = BufWriter::with_capacity(1 << 20, File::create(path).with_context(failed)?);
    let mut bytes = 0;
    let creators = CREATORS
        .iter()
        .map(|handle| json!({ "creator": { "handle": handle, "names": { "en": capital(handle) }, "taglines": {} } }));
    for record in creators.chain((0..products).map(product)) {
        let mut line = record.to_string();
        line.push('\n');
        file.write_all(line.as_bytes()).with_context(failed)?;
        bytes += line.len() as u64;
    }
    file.into_inner().map_err(std::io::IntoInnerError::into_error).and_then(|file| file.sync_all()).with_context(failed)?;
    Ok(bytes)
}

/// The id of a product.
pub(super) fn id(number: u32) -> String {
    format!("bench-{number}")
}

/// The id of a variant that can always be bought.
pub(super) fn variant(number: u32) -> String {
    format!("bench-{number}.a")
}

fn product(number: u32) -> Value {
    let mut dice = Dice(u64::from(number) + 1);
    let kind = pick(&mut dice, &KINDS);
    let motif = pick(&mut dice, &MOTIFS);
    let (first, second) = (pick(&mut dice, &ADJECTIVES), pick(&mut dice, &ADJECTIVES));
    let creator = match number % 1_000 {
        0 => CREATORS[3],
        place if place % 10 < 6 => CREATORS[0],
        place if place % 10 < 9 => CREATORS[1],
        _ => CREATORS[2],
    };
    let id = id(number);
    let cents = 400 + dice.roll(9_600);
    let variants: Vec<Value> = ["a", "b", "c"]
        .into_iter()
        .take(1 + usize::try_from(dice.roll(3)).unwrap_or(0))
        .map(|size| {
            json!({ "id": format!("{id}.{size}"), "choices": { "size": size }, "grams": 100 + dice.roll(900), "stock": 1_000_000,
                "prices": prices(cents) })
        })
        .collect();
    let sizes: Vec<Value> = ["a", "b", "c"].map(|size| json!({ "id": size, "names": { "en": size.to_uppercase() } })).to_vec();
    // One product in a thousand has a word that it shares with nothing near it.
    let rare = if number % 1_000 == 7 { " with zircon" } else { "" };
    let mut categories = vec![
        json!({ "taxonomy": "creator", "value": creator }),
        json!({ "taxonomy": "kind", "value": format!("{}s", kind.0) }),
        json!({ "taxonomy": "shop", "value": "everything" }),
    ];
    if number % 1_000 == 500 {
        categories.push(json!({ "taxonomy": "shop", "value": "attic" }));
    }
    json!({ "product": {
        "id": id, "creator": creator, "kind": kind.0.to_lowercase(), "kinds": { "en": kind.0, "ar": kind.1, "ja": kind.2 },
        "titles": {
            "en": format!("{} {} {} {number}{rare}", capital(first), motif.0, kind.0.to_lowercase()),
            "ar": format!("{} {} {number}", kind.1, motif.1),
            "ja": format!("{}の{}", motif.2, kind.2),
        },
        "descriptions": {
            "en": format!("A {second} {} with a {first} {}, made of {}.\n\nMade to order by people who like what they do, and sent in a \
                box without plastic.", kind.0.to_lowercase(), motif.0, pick(&mut dice, &MATERIALS)),
            "ar": format!("{} عليه {}، صُنع بعناية.", kind.1, motif.1),
        },
        "categories": categories,
        "keywords": [kind.2],
        "rating": { "tenths": 30 + dice.roll(20), "count": dice.roll(500) },
        "options": [{ "id": "size", "names": { "en": "Size", "ar": "المقاس" }, "values": sizes }],
        "variants": variants,
        "pictures": [{ "file": format!("bench{}", number % 100), "ground": "#e9dcc6", "alts": { "en": format!("A {}", motif.0) } }],
    } })
}

fn prices(cents: u64) -> Value {
    let price = |(currency, percent, step): &(&str, u64, u64)| {
        let amount = (cents * percent / 100).div_ceil(*step) * step;
        ((*currency).to_owned(), json!({ "amount": amount }))
    };
    Value::Object(MARKETS.iter().map(price).collect())
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

fn pick<'a, T>(dice: &mut Dice, from: &'a [T]) -> &'a T {
    let index = usize::try_from(dice.roll(from.len() as u64)).unwrap_or(0);
    &from[index]
}

/// Numbers that look random and are the same every time (splitmix64).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    /// From 0 up to, not including, `sides`.
    pub(super) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_catalogue_is_the_same_every_time_and_each_product_can_be_bought() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("1"), folder.path().join("2"));
        assert_eq!(write(&one, 50).unwrap(), write(&other, 50).unwrap());
        let text = std::fs::read_to_string(&one).unwrap();
        assert_eq!(text, std::fs::read_to_string(&other).unwrap());
        let products: Vec<Value> = text.lines().skip(CREATORS.len()).map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(products.len(), 50);
        for (number, product) in (0..).zip(&products) {
            assert_eq!(product["product"]["id"], id(number));
            assert_eq!(product["product"]["variants"][0]["id"], variant(number));
            assert_eq!(product["product"]["variants"][0]["prices"].as_object().unwrap().len(), 7);
        }
    }
}
