//! The demo's own catalogue keeps the rules and is worth looking at.

use std::collections::HashSet;

use resvg::usvg;
use studio::{kinds, raster};

#[test]
fn the_demo_sells_at_least_240_products_of_all_180_kinds() {
    let catalogue = studio::catalogue().unwrap();
    assert!(catalogue.products.len() >= 240, "{} products", catalogue.products.len());
    let sold: HashSet<_> = catalogue.products.iter().map(|product| product.kind.as_str()).collect();
    let unsold: Vec<_> = kinds::all().map(|kind| kind.id).filter(|id| !sold.contains(id)).collect();
    assert!(unsold.is_empty(), "no product of {unsold:?}");
}

#[test]
fn every_product_has_1_to_24_priced_variants_and_a_picture_for_each_colour() {
    let catalogue = studio::catalogue().unwrap();
    let mut skus = HashSet::new();
    for product in &catalogue.products {
        assert!((1..=24).contains(&product.variants.len()), "{}", product.id);
        for variant in &product.variants {
            assert!(variant.price_usd_minor > 0, "{}", variant.sku);
            assert!(skus.insert(variant.sku.clone()), "{} is there twice", variant.sku);
            let shown = product.pictures.iter().any(|picture| picture.colour.as_deref() == Some(&variant.colour));
            assert!(shown, "no picture of {}", variant.sku);
        }
        let names: HashSet<_> = product.pictures.iter().map(|picture| &picture.name).collect();
        assert_eq!(names.len(), product.pictures.len(), "{}", product.id);
    }
}

#[test]
fn every_picture_of_the_demo_is_valid_svg() {
    let catalogue = studio::catalogue().unwrap();
    for product in &catalogue.products {
        for picture in &product.pictures {
            let svg = studio::picture_svg(&catalogue, product, picture).unwrap();
            assert!(usvg::Tree::from_str(&svg, &usvg::Options::default()).is_ok(), "{} {}", product.id, picture.name);
            let ground = studio::ground(&catalogue, product, picture);
            assert!(studio::colour::Rgb::parse(&ground).is_some(), "{ground}");
        }
    }
}

#[test]
fn a_sample_of_the_demo_compresses_to_a_few_to_44_kilobytes() {
    let catalogue = studio::catalogue().unwrap();
    for product in catalogue.products.iter().step_by(40) {
        let svg = studio::picture_svg(&catalogue, product, &product.pictures[0]).unwrap();
        for rendition in raster::render(&svg, &raster::WIDTHS).unwrap() {
            let size = rendition.bytes.len();
            assert!((500..=raster::CEILING).contains(&size), "{} at {}: {size} bytes", product.id, rendition.width);
        }
    }
}
