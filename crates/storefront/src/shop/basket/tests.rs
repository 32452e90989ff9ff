//! Baskets against what can be bought.

use super::*;

fn shelf() -> Shelf {
    [("mug", Some(5)), ("gone", Some(0)), ("song", None), ("many", Some(1_000))]
        .into_iter()
        .map(|(id, left)| {
            let item = Sellable {
                variant: id.into(),
                product: "p".into(),
                title: id.to_uppercase(),
                image_url: None,
                price: 100,
                left,
                digital: id == "song",
                grams: 100,
                categories: vec![],
                ships_at: None,
                opens_at: None,
                text_room: if id == "mug" { 8 } else { 0 },
            };
            (id.to_owned(), item)
        })
        .collect()
}

fn want(id: Option<&str>, variant: &str, quantity: i64) -> Wanted {
    Wanted { id: id.map(Into::into), variant: variant.into(), quantity, text: None }
}

fn line(id: &str, variant: &str, quantity: i64) -> Line {
    Line { id: id.into(), variant: variant.into(), quantity, text: None, told: Some(100) }
}

fn written(want: Wanted, text: &str) -> Wanted {
    Wanted { text: Some(text.into()), ..want }
}

#[test]
fn two_texts_are_two_lines_and_share_what_is_left() {
    let wanted =
        [written(want(None, "mug", 2), "Noor"), written(want(None, "mug", 1), "Rye"), written(want(None, "mug", 1), " Noor  ")];
    let (lines, notices) = admit(&wanted, &[], &shelf());
    let lines: Vec<_> = lines.iter().map(|line| (line.text.as_deref(), line.quantity)).collect();
    assert_eq!((lines, notices.len()), (vec![(Some("Noor"), 3), (Some("Rye"), 1)], 0));
    let (lines, notices) = admit(&[written(want(None, "mug", 4), "Noor"), written(want(None, "mug", 3), "Rye")], &[], &shelf());
    assert_eq!((lines[0].quantity, lines[1].quantity), (4, 1), "five are left in all");
    assert_eq!(notices[0].path.as_deref(), Some("$.line_items[1].quantity"));
    let mut kept = lines;
    kept[1].quantity = 2;
    assert_eq!(watch(&kept, &shelf()).1[0].path.as_deref(), Some("$.line_items[1].quantity"), "and six are too many");
}

#[test]
fn a_text_that_has_no_room_is_refused_and_never_cut() {
    let (lines, notices) = admit(&[written(want(None, "mug", 1), "Noor Haddad")], &[], &shelf());
    assert!(lines.is_empty());
    assert_eq!(notices[0].says, Says::TextRoom { title: "MUG".into(), most: 8 });
    // Characters are counted, not bytes; and a song has no room at all.
    let wanted =
        [written(want(None, "mug", 1), "نور حداد"), written(want(None, "song", 1), "x"), written(want(None, "song", 1), " ")];
    let (lines, notices) = admit(&wanted, &[], &shelf());
    assert_eq!(lines.iter().map(|line| line.text.as_deref()).collect::<Vec<_>>(), [Some("نور حداد"), None]);
    assert_eq!(notices.len(), 1);
    // What was agreed on before stands, where the new text does not fit.
    let (after, notices) = admit(&[written(want(Some("li_1"), "mug", 2), "much too long")], &lines, &shelf());
    assert_eq!((after[0].text.as_deref(), after[0].quantity, notices.len()), (Some("نور حداد"), 2, 1));
}

#[test]
fn a_price_that_has_changed_is_said_once_to_whoever_was_told_another() {
    let mut dearer = shelf();
    dearer.entry("mug".into()).and_modify(|item| item.price = 120);
    let kept = [line("li_1", "mug", 1)];
    let says = Says::PriceChanged { title: "MUG".into(), was: 100, now: 120 };
    let expected = [Notice::warning("price_changed", "$.line_items[0]", says)];
    assert_eq!(watch(&kept, &dearer).1, expected);
    let (lines, notices) = admit(&[want(Some("li_1"), "mug", 2)], &kept, &dearer);
    assert_eq!(notices, expected);
    assert!(watch(&lines, &dearer).1.is_empty(), "it has been said");
    let mut abroad = kept.to_vec();
    converted(&mut abroad, false);
    assert!(watch(&abroad, &dearer).1.is_empty(), "another currency is no other price");
}

#[test]
fn what_is_not_sold_yet_is_not_taken_and_what_was_taken_before_is_blocked() {
    let mut shelf = shelf();
    shelf.entry("mug".into()).and_modify(|item| item.opens_at = Some(9));
    let (lines, notices) = admit(&[want(None, "mug", 1)], &[], &shelf);
    assert!(lines.is_empty());
    assert_eq!(notices[0].says, Says::OpensLater { title: "MUG".into(), from: 9 });
    let kept = [line("li_1", "mug", 1)];
    let notices = watch(&kept, &shelf).1;
    assert!(notices[0].blocks() && notices[0].path.as_deref() == Some("$.line_items[0]"), "{notices:?}");
}

#[test]
fn new_lines_get_ids_and_known_lines_keep_theirs() {
    let (lines, _) = admit(&[want(None, "mug", 1), want(None, "song", 1)], &[], &shelf());
    assert_eq!(lines, [line("li_1", "mug", 1), line("li_2", "song", 1)]);
    let (lines, _) = admit(&[want(Some("li_2"), "song", 3), want(None, "many", 1)], &lines, &shelf());
    assert_eq!(lines, [line("li_2", "song", 3), line("li_3", "many", 1)]);
}

#[test]
fn an_id_the_client_made_up_is_replaced() {
    let (lines, _) = admit(&[want(Some("mine"), "mug", 1)], &[], &shelf());
    assert_eq!(lines, [line("li_1", "mug", 1)]);
}

#[test]
fn more_than_is_left_becomes_what_is_left_and_says_so() {
    let (lines, notices) = admit(&[want(None, "mug", 7)], &[], &shelf());
    assert_eq!(lines[0].quantity, 5);
    assert_eq!(
        notices,
        [Notice::warning("quantity_adjusted", "$.line_items[0].quantity", Says::OnlyLeft { title: "MUG".into(), left: 5 })]
    );
    let (lines, notices) = admit(&[want(None, "many", i64::MAX), want(None, "song", 100)], &[], &shelf());
    assert_eq!((lines[0].quantity, lines[1].quantity), (99, 99));
    assert_eq!(notices.len(), 2);
}

#[test]
fn a_variant_in_two_lines_is_merged_before_stock_is_looked_at() {
    let (lines, notices) = admit(&[want(None, "mug", 3), want(None, "mug", 3)], &[], &shelf());
    assert_eq!(lines, [line("li_1", "mug", 5)]);
    assert_eq!(notices.len(), 1);
    let (lines, _) = admit(&[want(None, "many", i64::MAX), want(None, "many", i64::MAX)], &[], &shelf());
    assert_eq!(lines[0].quantity, 99);
}

#[test]
fn new_lines_that_cannot_be_had_are_left_out_and_old_ones_stay() {
    let (lines, notices) = admit(&[want(None, "gone", 1), want(None, "no-such", 1), want(None, "mug", 1)], &[], &shelf());
    assert_eq!(lines, [line("li_1", "mug", 1)]);
    assert_eq!(notices.iter().map(|notice| notice.code).collect::<Vec<_>>(), ["out_of_stock", "item_unavailable"]);
    let before = [line("li_1", "gone", 2)];
    let (lines, notices) = admit(&[want(Some("li_1"), "gone", 2)], &before, &shelf());
    assert_eq!(lines, before);
    assert!(notices.is_empty());
    assert_eq!(watch(&lines, &shelf()).1[0].path.as_deref(), Some("$.line_items[0]"));
}

#[test]
fn quantities_below_one_and_endless_lists_are_refused() {
    let notices = legible(&[want(None, "mug", 1), want(None, "mug", 0), want(None, "mug", -3)]).unwrap_err();
    assert_eq!(
        notices.iter().filter_map(|notice| notice.path.clone()).collect::<Vec<_>>(),
        ["$.line_items[1].quantity", "$.line_items[2].quantity"]
    );
    assert!(legible(&vec![want(None, "mug", 1); 51]).is_err());
    assert!(legible(&[]).is_ok());
}

#[test]
fn paths_of_notices_count_the_lines_that_are_shown() {
    let lines = [line("li_1", "withdrawn", 1), line("li_2", "mug", 9), line("li_3", "gone", 1)];
    let shelf = shelf();
    let (shown, notices) = watch(&lines, &shelf);
    assert_eq!(shown.iter().map(|shown| shown.line.id.as_str()).collect::<Vec<_>>(), ["li_2", "li_3"]);
    let paths: Vec<_> = notices.iter().filter_map(|notice| notice.path.as_deref()).collect();
    assert_eq!(paths, ["$.line_items", "$.line_items[0].quantity", "$.line_items[1]"]);
}
