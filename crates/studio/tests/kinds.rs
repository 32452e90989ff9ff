//! Every kind can be drawn with every sort of artwork, in every view.

use std::collections::HashSet;

use resvg::usvg;
use studio::{View, colour::Rgb, designs, kinds, picture, raster};

const DESIGNS: &[(&str, &str)] = &[
    ("designs.toml", include_str!("fixtures/designs.toml")),
    ("ink/sprout.svg", include_str!("fixtures/ink/sprout.svg")),
    ("ink/checks.svg", include_str!("fixtures/ink/checks.svg")),
    ("ink/dune.svg", include_str!("fixtures/ink/dune.svg")),
];

#[test]
fn there_are_180_kinds_each_with_its_own_id_and_names() {
    let ids: HashSet<_> = kinds::all().map(|kind| kind.id).collect();
    assert_eq!(ids.len(), 180);
    assert_eq!(kinds::all().count(), 180);
    let names: HashSet<_> = kinds::all().map(|kind| kind.name.en).collect();
    assert_eq!(names.len(), 180);
    for kind in kinds::all() {
        assert!(kind.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{}", kind.id);
        assert!(!kind.name.ar.is_empty() && !kind.name.ja.is_empty(), "{}", kind.id);
        assert_eq!(kinds::find(kind.id).map(|found| found.id), Some(kind.id));
    }
}

#[test]
fn every_kind_has_a_price_colours_and_at_most_24_variants() {
    for kind in kinds::all() {
        assert!(kind.price_usd_minor > 0, "{}", kind.id);
        assert!((1..=24).contains(&(kind.colours.len() * kind.sizes.len().max(1))), "{}", kind.id);
        assert!(kind.colours.iter().all(|colour| Rgb::parse(colour.hex).is_some()), "{}", kind.id);
        assert!(kind.sizes.iter().all(|size| kind.price_usd_minor + size.add_usd_minor > 0), "{}", kind.id);
        assert_eq!(kind.is_digital(), kind.group.id == "digital", "{}", kind.id);
    }
}

#[test]
fn every_kind_is_valid_svg_with_every_sort_of_artwork_in_every_view() {
    for design in designs::read(DESIGNS).unwrap() {
        let art = design.art("default");
        for kind in kinds::all() {
            for view in View::ALL {
                let svg = picture::compose(kind, &art, Rgb::literal(kind.colours[0].hex), Rgb::literal(&design.ground), view);
                let what = format!("{} with {} as {}", kind.id, design.id, view.id());
                assert!(!svg.contains("NaN") && !svg.contains("inf"), "{what}");
                let tree = usvg::Tree::from_str(&svg, &usvg::Options::default());
                assert!(tree.is_ok_and(|tree| tree.root().has_children()), "{what}");
                assert!(svg.len() < 400_000, "{what} is {} bytes", svg.len());
            }
        }
    }
}

#[test]
fn a_picture_has_the_ground_it_promises() {
    let design = &designs::read(DESIGNS).unwrap()[0];
    let kind = kinds::find("mug-classic").unwrap();
    let svg = picture::compose(kind, &design.art("default"), Rgb::literal("#b6492f"), Rgb::literal("#e6ddcc"), View::Front);
    let pixmap = raster::draw(&svg, 240).unwrap();
    let corner = pixmap.pixel(60, 8).unwrap();
    let near = |a: u8, b: u8| a.abs_diff(b) < 40;
    assert!(near(corner.red(), 0xe6) && near(corner.green(), 0xdd) && near(corner.blue(), 0xcc), "{corner:?}");
}

#[test]
fn renditions_have_the_widths_asked_for_and_stay_small() {
    let designs = designs::read(DESIGNS).unwrap();
    for (id, design) in [("tee", &designs[0]), ("puzzle-1000", &designs[2]), ("socks-crew", &designs[1])] {
        let kind = kinds::find(id).unwrap();
        let art = design.art("default");
        let svg = picture::compose(kind, &art, Rgb::literal(kind.colours[0].hex), Rgb::literal(&design.ground), View::Front);
        let renditions = raster::render(&svg, &raster::WIDTHS).unwrap();
        assert_eq!(renditions.iter().map(|r| (r.width, r.height)).collect::<Vec<_>>(), [(240, 240), (480, 480), (960, 960)]);
        for rendition in renditions {
            assert_eq!(rendition.bytes.get(8..12), Some(b"WEBP".as_slice()));
            assert!((800..=raster::CEILING).contains(&rendition.bytes.len()), "{id}: {}", rendition.bytes.len());
        }
    }
}

#[test]
fn a_drawing_that_is_not_svg_or_a_width_of_nothing_is_an_error() {
    assert!(raster::render("<svg", &[100]).is_err());
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>";
    assert!(raster::render(svg, &[]).is_err());
    assert!(raster::render(svg, &[0]).is_err());
    assert!(raster::render(svg, &[9000]).is_err());
}
