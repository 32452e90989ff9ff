//! Titles, descriptions and picture texts, composed from what is known of the kind, the design and the creator.

use super::{Creator, source::Row};
use crate::{
    View, Words,
    designs::{Design, DesignKind},
    kinds::{Colour, Kind},
};

pub(super) fn titles(row: &Row, kind: &Kind, design: &Design) -> Words {
    let ja = match (&row.titles.ja, &design.names.ja) {
        (Some(own), _) if own.is_empty() => None,
        (Some(own), _) => Some(own.clone()),
        (None, Some(name)) => Some(format!("{name} {}", kind.name.ja)),
        (None, None) => None,
    };
    Words {
        en: row.titles.en.clone().unwrap_or_else(|| format!("{} {}", design.names.en, kind.name.en)),
        // Arabic names the thing first and quotes what is on it.
        ar: row.titles.ar.clone().unwrap_or_else(|| format!("{} «{}»", kind.name.ar, design.names.ar)),
        ja,
    }
}

pub(super) fn descriptions(row: &Row, kind: &Kind, design: &Design, creator: &Creator) -> Words {
    let material = kind.material;
    let story = design.story.as_ref();
    let en = [
        row.blurb.en.clone(),
        story.map(|story| story.en.clone()),
        Some(match design.kind {
            DesignKind::Motif => {
                format!("{} with “{}”, drawn by {}.", capital(kind.name.en), design.names.en, creator.names.en)
            }
            DesignKind::Pattern => {
                format!("{} in the pattern “{}” by {}.", capital(kind.name.en), design.names.en, creator.names.en)
            }
            DesignKind::Full => format!("{}: “{}” by {}.", capital(kind.name.en), design.names.en, creator.names.en),
        }),
        Some(format!("{} {}", material.text.en, material.care.en)),
        Some(kind.shipping.text.en.into()),
    ];
    let ar = [
        row.blurb.ar.clone(),
        story.map(|story| story.ar.clone()),
        Some(format!("{} بتصميم «{}» من {}.", kind.name.ar, design.names.ar, creator.names.ar)),
        Some(format!("{} {}", material.text.ar, material.care.ar)),
        Some(kind.shipping.text.ar.into()),
    ];
    let ja = design.names.ja.as_ref().map(|name| {
        let maker = creator.names.ja.as_ref().unwrap_or(&creator.names.en);
        join([
            row.blurb.ja.clone(),
            story.and_then(|story| story.ja.clone()),
            Some(format!("{maker}のデザイン「{name}」の{}。", kind.name.ja)),
            Some(format!("{}{}", material.text.ja, material.care.ja)),
            Some(kind.shipping.text.ja.into()),
        ])
    });
    Words { en: join(en), ar: join(ar), ja }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn join(paragraphs: [Option<String>; 5]) -> String {
    paragraphs.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

pub(super) fn alt(view: View, titles: &Words, kind: &Kind, design: &Design, creator: &Creator, colour: Option<&Colour>) -> Words {
    let (maker, name) = (&creator.names, &design.names);
    let ja = titles.ja.as_ref().map(|title| match (view, colour) {
        (View::Front, Some(colour)) => format!("{title}（{}）", colour.name.ja),
        (View::Front, None) => title.clone(),
        (View::Detail, _) => format!("{title}のアップ"),
        (View::Scene, _) => format!("{title}を部屋に置いたところ"),
    });
    let (en, ar) = match (view, colour) {
        (View::Front, Some(colour)) => (
            format!("{}: {} in {}", name.en, kind.name.en, colour.name.en.to_lowercase()),
            format!("{} «{}» باللون {}", kind.name.ar, name.ar, colour.name.ar),
        ),
        (View::Front, None) => {
            (format!("{}: {} by {}", name.en, kind.name.en, maker.en), format!("{} «{}» من {}", kind.name.ar, name.ar, maker.ar))
        }
        (View::Detail, _) => {
            (format!("{} up close on the {}", name.en, kind.name.en), format!("«{}» عن قرب على {}", name.ar, kind.name.ar))
        }
        (View::Scene, _) => (format!("{}: {} in use", name.en, kind.name.en), format!("{} «{}» في مكانه", kind.name.ar, name.ar)),
    };
    Words { en, ar, ja }
}
