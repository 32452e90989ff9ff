//! Every digital product has its file, and the file is what it says.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::io::Read as _;
use std::sync::OnceLock;

use studio::downloads::{self, Download};

/// Drawn once: that is what takes time.
fn files() -> &'static [(String, Download)] {
    static FILES: OnceLock<Vec<(String, Download)>> = OnceLock::new();
    FILES.get_or_init(draw)
}

fn draw() -> Vec<(String, Download)> {
    let catalogue = studio::catalogue().unwrap();
    let digital = catalogue.products.iter().filter(|product| product.digital);
    digital.map(|product| (product.kind.clone(), downloads::file(&catalogue, product).unwrap().unwrap())).collect()
}

#[test]
fn every_digital_product_has_a_file_of_a_sensible_size() {
    let files = files();
    let kinds: std::collections::BTreeSet<&str> = files.iter().map(|(kind, _)| kind.as_str()).collect();
    assert_eq!(kinds.len(), 5, "{kinds:?}");
    for (kind, file) in files {
        assert!((10_000..12_000_000).contains(&file.bytes.len()), "{kind}: {} bytes", file.bytes.len());
        let expected = if kind.ends_with("-pdf") { ("pdf", &b"%PDF-"[..]) } else { ("zip", &b"PK\x03\x04"[..]) };
        assert!((file.extension, file.bytes.starts_with(expected.1)) == (expected.0, true), "{kind}");
    }
}

#[test]
fn archives_hold_pictures_and_music_that_can_be_opened() {
    for (kind, file) in files().iter().filter(|(_, file)| file.extension == "zip") {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&file.bytes)).unwrap();
        assert!(archive.len() >= 2, "{kind}");
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            match entry.name().unwrap().into_owned().rsplit('.').next() {
                Some("png") => assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "{kind}"),
                Some("wav") => {
                    assert!(bytes.starts_with(b"RIFF") && &bytes[8..16] == b"WAVEfmt ", "{kind}");
                    assert_eq!(u32::from_le_bytes(bytes[40..44].try_into().unwrap()) as usize, bytes.len() - 44, "{kind}");
                    let loud = bytes[44..].chunks_exact(2).any(|two| i16::from_le_bytes([two[0], two[1]]).abs() > 5_000);
                    assert!(loud, "{kind}: silence");
                }
                other => panic!("{kind}: {other:?}"),
            }
        }
    }
}

#[test]
fn what_is_not_digital_has_no_file() {
    let catalogue = studio::catalogue().unwrap();
    let product = catalogue.products.iter().find(|product| !product.digital).unwrap();
    assert_eq!(downloads::file(&catalogue, product).unwrap(), None);
}
