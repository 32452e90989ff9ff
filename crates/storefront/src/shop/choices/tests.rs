//! Choices of options.

use super::*;

fn words(en: &str, ar: &str) -> Words {
    Words::from([("en".to_owned(), en.to_owned()), ("ar".to_owned(), ar.to_owned())])
}

fn value(id: &str, en: &str, ar: &str) -> Value {
    Value { id: id.to_owned(), names: words(en, ar), swatch: None }
}

fn choices() -> Vec<Choice> {
    vec![
        Choice {
            id: "colour".into(),
            names: words("Colour", "اللون"),
            values: vec![value("black", "Black", "أسود"), value("white", "White", "أبيض")],
        },
        Choice {
            id: "size".into(), names: words("Size", "المقاس"), values: vec![value("s", "S", "S"), value("m", "M", "M")]
        },
    ]
}

fn picked(colour: &str, size: &str) -> Picked {
    Picked::from([("colour".to_owned(), colour.to_owned()), ("size".to_owned(), size.to_owned())])
}

fn asked(name: &str, label: &str) -> Asked {
    Asked { name: name.to_owned(), label: label.to_owned(), id: None }
}

fn pair(option: &str, value: &str) -> (String, String) {
    (option.to_owned(), value.to_owned())
}

#[test]
fn a_selection_is_understood_in_any_language() {
    let selection = read(&choices(), &[asked("اللون", "أبيض"), asked("SIZE", "m"), asked("Flavour", "Mint")]);
    assert_eq!(selection, [pair("colour", "white"), pair("size", "m")]);
}

#[test]
fn an_id_wins_over_a_label() {
    let wish = Asked { id: Some("black".into()), ..asked("Colour", "White") };
    assert_eq!(read(&choices(), &[wish]), [pair("colour", "black")]);
}

#[test]
fn a_repeated_option_is_found_in_any_language() {
    assert_eq!(repeated(&choices(), &[asked("Colour", "Black"), asked("اللون", "أبيض")]), Some("اللون"));
    assert_eq!(repeated(&choices(), &[asked("Colour", "Black"), asked("Size", "S")]), None);
}

#[test]
fn preferences_say_what_gives_way_first() {
    let black_s = picked("black", "s");
    let white_m = picked("white", "m");
    let variants = [&black_s, &white_m];
    let wanted = || vec![pair("colour", "black"), pair("size", "m")];
    let keep = |names: &[&str]| relax(&variants, wanted(), &names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
    assert_eq!(keep(&["colour", "size"]), [pair("colour", "black")]);
    assert_eq!(keep(&["size", "colour"]), [pair("size", "m")]);
    assert_eq!(keep(&["size"]), [pair("size", "m")]);
    assert_eq!(keep(&[]), [pair("colour", "black")]);
}

#[test]
fn a_value_that_is_not_made_gives_way_at_last() {
    let only = picked("black", "s");
    let selection = read(&choices(), &[asked("Colour", "Chartreuse")]);
    assert_eq!(relax(&[&only], selection, &[]), []);
}

#[test]
fn signals_tell_sold_out_from_never_made() {
    let (black_s, black_m, white_s) = (picked("black", "s"), picked("black", "m"), picked("white", "s"));
    let variants = [(&black_s, true), (&black_m, false), (&white_s, true)];
    let selection = [pair("colour", "black")];
    assert_eq!(signal(&variants, &selection, "size", "s"), Signal { exists: true, available: true });
    assert_eq!(signal(&variants, &selection, "size", "m"), Signal { exists: true, available: false });
    let selection = [pair("colour", "white"), pair("size", "s")];
    assert_eq!(signal(&variants, &selection, "size", "m"), Signal { exists: false, available: false });
    assert_eq!(signal(&variants, &selection, "colour", "black"), Signal { exists: true, available: true });
}
