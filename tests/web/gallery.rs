//! The pictures of a product.

use crate::stage::{Stage, ok, settle};
use wasm_bindgen_test::wasm_bindgen_test;

const SHELF: &str = r#"{"ucp":{"version":"2026-04-08","capabilities":{}},"products":[
 {"id":"prod_mug","title":"Mug","description":{"plain":"A mug."},"price_range":{"min":{"amount":900,"currency":"USD"},"max":{"amount":900,"currency":"USD"}},"variants":[{"id":"v_white"}]}],
 "pagination":{"has_next_page":false}}"#;

/// A mug in a colour, with a picture of each colour and one of it in use.
fn mug(colour: &str) -> String {
    let picture =
        |name: &str| format!(r##"{{"type":"image","url":"data:image/gif;{name},R0lGODlhAQABAAAAACw=","alt_text":"{name}"}}"##);
    let (white, blue, scene) = (picture("white"), picture("blue"), picture("scene"));
    let own = picture(colour);
    format!(
        r##"{{"ucp":{{"version":"2026-04-08","capabilities":{{}}}},"product":{{"id":"prod_mug","title":"Mug","description":{{"plain":"A mug."}},
 "price_range":{{"min":{{"amount":900,"currency":"USD"}},"max":{{"amount":900,"currency":"USD"}}}},"media":[{white},{blue},{scene}],
 "selected":[{{"name":"Colour","label":"{colour}"}}],
 "options":[{{"name":"Colour","values":[{{"label":"white"}},{{"label":"blue"}}]}}],
 "variants":[{{"id":"v_{colour}","title":"{colour}","description":{{"plain":""}},"price":{{"amount":900,"currency":"USD"}},"media":[{own}],
  "options":[{{"name":"Colour","label":"{colour}"}}]}}]}}}}"##
    )
}

async fn open(lang: &str) -> Stage {
    let stage = Stage::open(lang, vec![ok("/catalog/search", SHELF), ok("/catalog/product", &mug("white"))]).await;
    stage.click(".card-button").await;
    stage
}

/// The picture in the middle of what is seen: the one that a point there hits.
fn seen(stage: &Stage) -> String {
    let (track, slides) = (stage.find(".slides").unwrap().get_bounding_client_rect(), stage.all(".slide"));
    let slide = slides.into_iter().find(|slide| (slide.get_bounding_client_rect().left() - track.left()).abs() < 2.0);
    slide.and_then(|slide| slide.get_attribute("aria-label")).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn every_picture_is_named_by_its_place_and_what_it_shows_and_the_gallery_is_one_stop() {
    let stage = open("en").await;
    stage.assert_named();
    let names: Vec<String> = stage.all(".slide").iter().filter_map(|slide| slide.get_attribute("aria-label")).collect();
    assert_eq!(names.len(), 3);
    assert!(names[1].starts_with("Picture 2") && names[1].ends_with("blue") && names[1].contains('3'), "{names:?}");
    let stops = stage.all(".gallery [tabindex='0']");
    assert_eq!(stops.len(), 1, "the pictures are one stop of the keyboard");
}

#[wasm_bindgen_test]
async fn arrows_turn_the_pictures_in_the_direction_of_the_script_and_take_the_focus_along() {
    for (lang, on, back) in [("en", "ArrowRight", "ArrowLeft"), ("ar", "ArrowLeft", "ArrowRight")] {
        let stage = open(lang).await;
        stage.press(".slide", back).await;
        assert!(seen(&stage).ends_with("white"), "there is nothing before the first: {}", seen(&stage));
        stage.press(".slide", on).await;
        assert!(seen(&stage).ends_with("blue"), "{lang}: {}", seen(&stage));
        assert!(stage.find(".slide:nth-of-type(2)").unwrap().matches(":focus").unwrap(), "{lang}");
        assert_eq!(stage.all(".thumb[aria-pressed=true]").len(), 1);
        stage.press(".slide", back).await;
        assert!(seen(&stage).ends_with("white"), "{lang}: {}", seen(&stage));
    }
}

#[wasm_bindgen_test]
async fn a_swipe_is_told_by_the_dots_and_a_dot_leads_to_its_picture() {
    let stage = open("en").await;
    stage.scroll_to_end(".slides").await;
    let pressed = stage.find(".thumb[aria-pressed=true]").unwrap().get_attribute("aria-label").unwrap();
    assert!(pressed.ends_with("scene"), "{pressed}");
    stage.click(".thumb").await;
    assert!(seen(&stage).ends_with("white"), "{}", seen(&stage));
}

#[wasm_bindgen_test]
async fn the_picture_follows_the_colour() {
    let stage = open("en").await;
    assert!(seen(&stage).ends_with("white"));
    stage.answer(ok("/catalog/product", &mug("blue")));
    stage.click(".value:nth-of-type(2) input").await;
    assert!(seen(&stage).ends_with("blue"), "{}", seen(&stage));
    assert_eq!(stage.all(".slide").len(), 3, "the pictures keep their order");
}

#[wasm_bindgen_test]
async fn a_picture_opens_over_the_sheet_and_escape_closes_only_it() {
    let stage = open("en").await;
    stage.answer(ok("/catalog/product", &mug("blue")));
    stage.click(".value:nth-of-type(2) input").await;
    let asked = stage.asked().len();
    stage.click(".slide:nth-of-type(2)").await;
    stage.assert_named();
    let close_up = stage.find(".close-up").unwrap();
    assert!(close_up.matches(":popover-open").unwrap());
    assert_eq!(close_up.get_attribute("role").as_deref(), Some("dialog"));
    assert!(stage.find(".close-up-picture").unwrap().matches(":focus").unwrap(), "the keyboard is where the picture is");
    let width = || stage.find(".close-up-picture").unwrap().client_width();
    let fits = width();
    stage.click(".close-up-picture").await;
    assert!((width() - 2 * fits).abs() <= 2, "{fits} became {}", width());
    assert!(stage.find(".close-up-picture").unwrap().get_attribute("aria-label").unwrap().starts_with("ZoomOut"));
    stage.press(".close-up", "Escape").await;
    settle().await;
    assert!(stage.find(".close-up").is_none());
    assert!(stage.find(".panel").unwrap().matches(":popover-open").unwrap(), "the sheet stays");
    assert!(stage.find(".slide:nth-of-type(2)").unwrap().matches(":focus").unwrap());
    assert_eq!(stage.asked().len(), asked, "the product and the choice are as they were");
}
