//! A small workshop of its own, so that the studio is tried without the demo's designs.

use studio::{Catalogue, Error};

const DESIGNS: &[(&str, &str)] = &[
    ("designs.toml", include_str!("fixtures/designs.toml")),
    ("ink/sprout.svg", include_str!("fixtures/ink/sprout.svg")),
    ("ink/checks.svg", include_str!("fixtures/ink/checks.svg")),
    ("ink/dune.svg", include_str!("fixtures/ink/dune.svg")),
];

const CREATOR: &str = r#"
[[creator]]
handle = "ink"
names = { en = "Ink", ar = "حبر", ja = "墨" }
tagline = { en = "Drawn for tests", ar = "مرسوم للتجارب" }
theme = "paper"
"#;

fn read(products: &str) -> Result<Catalogue, Error> {
    let text = format!("{CREATOR}{products}");
    Catalogue::read(DESIGNS, &[("ink.toml", &text)])
}

fn reason(products: &str) -> String {
    match read(products) {
        Ok(_) => String::new(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_bare_row_takes_everything_from_its_kind_and_design() {
    let catalogue = read("[[product]]\ncreator = \"ink\"\nkind = \"mug-classic\"\ndesign = \"sprout\"").unwrap();
    let product = &catalogue.products[0];
    assert_eq!(product.id, "sprout-mug-classic");
    assert_eq!(product.titles.en, "Sprout mug");
    assert_eq!(product.titles.ar, "كوب «برعم»");
    assert_eq!(product.titles.ja.as_deref(), Some("芽 マグカップ"));
    assert_eq!(product.variants.len(), 4);
    assert_eq!(product.variants[0].sku, "sprout-mug-classic.white");
    assert_eq!(product.variants[0].price_usd_minor, 1600);
    assert_eq!(product.pictures.len(), 6);
    assert_eq!(product.pictures[0].name, "front-white");
    assert!(product.descriptions.en.contains("Mug with “Sprout”, drawn by Ink."));
}

#[test]
fn rules_sell_out_run_low_and_leave_out_combinations() {
    let catalogue = read(
        r#"
[[product]]
creator = "ink"
kind = "tee"
design = "checks"
compare_at = 3000
rules = [
  { size = "s", stock = 3 },
  { colour = "black", size = "s", stock = 0 },
  { colour = "white", size = "xs", exists = false },
]"#,
    )
    .unwrap();
    let product = &catalogue.products[0];
    let variant = |sku: &str| product.variants.iter().find(|variant| variant.sku == sku);
    assert_eq!(product.variants.len(), 23);
    assert_eq!(variant("checks-tee.white.s").unwrap().stock, Some(3));
    assert_eq!(variant("checks-tee.black.s").unwrap().stock, Some(0));
    assert!(variant("checks-tee.white.xs").is_none());
    let large = variant("checks-tee.sage.xxl").unwrap();
    assert_eq!((large.price_usd_minor, large.compare_at_usd_minor), (2900, Some(3300)));
    assert_eq!(product.size_guide.len(), 6);
}

#[test]
fn an_extra_option_multiplies_and_a_download_has_no_stock() {
    let catalogue = read(
        r#"
[[product]]
creator = "ink"
kind = "printable-pdf"
design = "dune"
option = { id = "edition", names = { en = "Edition", ar = "الإصدار" }, values = [
  { id = "english", names = { en = "English", ar = "الإنجليزية" } },
  { id = "japanese", names = { en = "Japanese", ar = "اليابانية" }, add = 200 },
] }"#,
    )
    .unwrap();
    let product = &catalogue.products[0];
    assert!(product.digital);
    assert_eq!(product.variants.len(), 2);
    assert_eq!(product.variants[1].price_usd_minor, 900);
    assert!(product.variants.iter().all(|variant| variant.stock.is_none() && variant.grams == 0));
}

#[test]
fn a_mistake_is_an_error_that_names_the_product() {
    let row = "[[product]]\ncreator = \"ink\"\nkind = \"tee\"\ndesign = \"sprout\"\n";
    for (line, said) in [
        ("rules = [{ size = \"giant\", stock = 1 }]", "fits nothing"),
        ("compare_at = 100", "not above the price"),
        ("colours = [\"plaid\"]", "does not come in plaid"),
        ("sizes = [\"giant\"]", "does not come in size giant"),
        ("preorder = \"soon\"", "not a date"),
        ("rating = { value_tenths = 60, count = 1 }", "above 5"),
        ("price = 0", "costs nothing"),
        ("ground = \"beige\"", "not #rrggbb"),
    ] {
        let text = reason(&format!("{row}{line}"));
        assert!(text.contains("sprout-tee") && text.contains(said), "{line}: {text}");
    }
    assert!(reason(&format!("{row}{row}")).contains("is there twice"));
    assert!(reason(&row.replace("tee", "hat-rack")).contains("no kind"));
    assert!(reason(&row.replace("sprout", "weed")).contains("no design"));
    assert!(reason(&format!("{row}prize = 3")).contains("ink.toml"));
}

#[test]
fn a_design_that_breaks_a_rule_is_refused_by_name() {
    let broken: Vec<(&str, &str)> = DESIGNS
        .iter()
        .map(
            |(path, text)| {
                if path.ends_with("dune.svg") { (*path, "<svg viewBox=\"0 0 10 10\"><text/></svg>") } else { (*path, *text) }
            },
        )
        .collect();
    let error = Catalogue::read(&broken, &[]).unwrap_err();
    assert_eq!(error.to_string(), "design dune: the drawing contains <text");
    let missing = &DESIGNS[..3];
    assert!(Catalogue::read(missing, &[]).unwrap_err().to_string().contains("ink/dune.svg is missing"));
}
