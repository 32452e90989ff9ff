//! From a written row to a product: options, variants, prices, stock, pictures; every rule of the schema is kept here.

use super::{
    Catalogue, ChoiceOf, ChoiceValue, Creator, Picture, Product, SizeRow, Variant, prose,
    source::{CreatorRow, ExtraValue, Row, Rule},
};
use crate::{
    Error, View, Words,
    colour::Rgb,
    kinds::{self, Colour, Kind, Size},
    words::label,
};

/// Stock of a variant that no rule speaks of.
const USUAL_STOCK: u32 = 60;

pub(super) fn creator(row: CreatorRow) -> Creator {
    let CreatorRow { handle, names, tagline, theme } = row;
    Creator { handle, names, tagline, theme }
}

pub(super) fn product(catalogue: &Catalogue, row: Row) -> Result<Product, Error> {
    let id = row.id.clone().unwrap_or_else(|| format!("{}-{}", row.design, row.kind));
    let fail = |reason: String| Error::Product { id: id.clone(), reason };
    let creator = catalogue.creators.iter().find(|creator| creator.handle == row.creator);
    let creator = creator.ok_or_else(|| fail(format!("is by {}, who is no creator", row.creator)))?;
    let kind = kinds::find(&row.kind).ok_or_else(|| fail(format!("is a {}, which is no kind", row.kind)))?;
    let design = catalogue.design(&row.design);
    let design = design.ok_or_else(|| fail(format!("shows {}, which is no design", row.design)))?;
    let colours = chosen_colours(kind, row.colours.as_deref()).map_err(fail)?;
    let sizes = chosen_sizes(kind, row.sizes.as_deref()).map_err(fail)?;
    let extras = row.option.as_ref().map_or(&[][..], |option| &option.values);
    check(&row, kind).map_err(fail)?;

    let mut fitted = vec![false; row.rules.len()];
    let mut variants = Vec::new();
    let price = row.price.unwrap_or(kind.price_usd_minor);
    for colour in &colours {
        for size in optional(&sizes) {
            for extra in optional_ref(extras) {
                let combination = Combination { colour, size, extra };
                let mut stock = if kind.is_digital() { None } else { Some(row.stock.unwrap_or(USUAL_STOCK)) };
                let mut exists = true;
                for (rule, fitted) in row.rules.iter().zip(&mut fitted) {
                    if combination.fits(rule) {
                        *fitted = true;
                        stock = rule.stock.or(stock);
                        exists = rule.exists.unwrap_or(exists);
                    }
                }
                if exists {
                    variants.push(combination.variant(&id, kind, &colours, &row, price, stock));
                }
            }
        }
    }
    if let Some(index) = fitted.iter().position(|fitted| !fitted) {
        return Err(fail(format!("has a rule ({}) that fits nothing", index + 1)));
    }
    if !(1..=24).contains(&variants.len()) {
        return Err(fail(format!("has {} variants; 1 to 24 are allowed", variants.len())));
    }
    if let Some(variant) = variants.iter().find(|variant| variant.price_usd_minor <= 0) {
        return Err(fail(format!("{} costs nothing", variant.sku)));
    }

    let titles = prose::titles(&row, kind, design);
    if [&titles.en, &titles.ar].into_iter().chain(&titles.ja).any(|t| t.chars().count() > 200 || t.is_empty()) {
        return Err(fail("has a title that is empty or longer than 200 characters".into()));
    }
    Ok(Product {
        descriptions: prose::descriptions(&row, kind, design, creator),
        options: options(&row, &colours, &sizes),
        pictures: pictures(&titles, kind, design, creator, &colours),
        size_guide: size_guide(&sizes),
        titles,
        variants,
        ground: row.ground.clone().unwrap_or_else(|| design.ground.clone()),
        digital: kind.is_digital(),
        id,
        creator: row.creator,
        kind: row.kind,
        design: row.design,
        palette: row.palette,
        preorder: row.preorder,
        drops_after: row.drops_after,
        rating: row.rating,
        badge: row.badge,
        personalisation: row.personalisation,
    })
}

/// Rules that one row can break by itself.
fn check(row: &Row, kind: &Kind) -> Result<(), String> {
    let price = row.price.unwrap_or(kind.price_usd_minor);
    if row.compare_at.is_some_and(|before| before <= price) {
        return Err("compare_at is not above the price".into());
    }
    if row.rating.is_some_and(|rating| rating.value_tenths > 50) {
        return Err("the rating is above 5".into());
    }
    if row.ground.as_deref().is_some_and(|ground| Rgb::parse(ground).is_none()) {
        return Err("ground is not #rrggbb".into());
    }
    if let Some(date) = &row.preorder {
        let digits = |from: usize, to: usize| date.get(from..to).and_then(|part| part.parse::<u32>().ok());
        let shape = date.len() == 10 && date.get(4..5) == Some("-") && date.get(7..8) == Some("-");
        let calendar = matches!((digits(0, 4), digits(5, 7), digits(8, 10)), (Some(_), Some(1..=12), Some(1..=31)));
        if !shape || !calendar {
            return Err(format!("preorder is {date}, not a date"));
        }
    }
    if row.option.as_ref().is_some_and(|option| option.values.len() < 2) {
        return Err("its option leaves no choice".into());
    }
    Ok(())
}

fn chosen_colours(kind: &Kind, ids: Option<&[String]>) -> Result<Vec<Colour>, String> {
    let Some(ids) = ids else { return Ok(kind.colours.to_vec()) };
    if ids.is_empty() {
        return Err("has no colours".into());
    }
    let find = |id: &String| kind.colour(id).copied().ok_or_else(|| format!("{} does not come in {id}", kind.id));
    ids.iter().map(find).collect()
}

fn chosen_sizes(kind: &Kind, ids: Option<&[String]>) -> Result<Vec<Size>, String> {
    let Some(ids) = ids else { return Ok(kind.sizes.to_vec()) };
    let find = |id: &String| {
        let size = kind.sizes.iter().find(|size| size.id == id);
        size.copied().ok_or_else(|| format!("{} does not come in size {id}", kind.id))
    };
    ids.iter().map(find).collect()
}

/// Every value once, or once nothing.
fn optional(sizes: &[Size]) -> Vec<Option<&Size>> {
    if sizes.is_empty() { vec![None] } else { sizes.iter().map(Some).collect() }
}

fn optional_ref(extras: &[ExtraValue]) -> Vec<Option<&ExtraValue>> {
    if extras.is_empty() { vec![None] } else { extras.iter().map(Some).collect() }
}

struct Combination<'a> {
    colour: &'a Colour,
    size: Option<&'a Size>,
    extra: Option<&'a ExtraValue>,
}

impl Combination<'_> {
    fn fits(&self, rule: &Rule) -> bool {
        let same = |wanted: &Option<String>, id: Option<&str>| match wanted {
            None => true,
            Some(wanted) => Some(wanted.as_str()) == id,
        };
        same(&rule.colour, Some(self.colour.id))
            && same(&rule.size, self.size.map(|size| size.id))
            && same(&rule.value, self.extra.map(|extra| extra.id.as_str()))
    }

    fn variant(&self, product: &str, kind: &Kind, colours: &[Colour], row: &Row, price: i64, stock: Option<u32>) -> Variant {
        let mut sku = product.to_owned();
        let mut options = Vec::new();
        let mut choose = |id: &str, value: &str| {
            sku.push('.');
            sku.push_str(value);
            options.push((id.to_owned(), value.to_owned()));
        };
        if colours.len() > 1 {
            choose("colour", self.colour.id);
        }
        if let Some(size) = self.size {
            choose("size", size.id);
        }
        if let (Some(option), Some(extra)) = (&row.option, self.extra) {
            choose(&option.id, &extra.id);
        }
        let add = self.size.map_or(0, |size| size.add_usd_minor) + self.extra.map_or(0, |extra| extra.add);
        let heavier = self.size.map_or(0, |size| size.add_weight_percent);
        let percent = u32::try_from(100 + heavier).unwrap_or(100);
        Variant {
            sku,
            options,
            colour: self.colour.id.into(),
            price_usd_minor: price + add,
            compare_at_usd_minor: row.compare_at.map(|before| before + add),
            stock,
            grams: kind.grams * percent / 100,
        }
    }
}

/// What the buyer is asked: only where there is a choice, but a single size is still worth telling.
fn options(row: &Row, colours: &[Colour], sizes: &[Size]) -> Vec<ChoiceOf> {
    let mut options = Vec::new();
    if colours.len() > 1 {
        let value = |c: &Colour| ChoiceValue { id: c.id.into(), names: c.name.into(), hex: Some(c.hex.into()) };
        let names = label("Colour", "اللون", "カラー").into();
        options.push(ChoiceOf { id: "colour".into(), names, values: colours.iter().map(value).collect() });
    }
    if !sizes.is_empty() {
        let value = |size: &Size| {
            let words = Words { en: size.label.into(), ar: size.label.into(), ja: Some(size.label.into()) };
            ChoiceValue { id: size.id.into(), names: words, hex: None }
        };
        let names = label("Size", "المقاس", "サイズ").into();
        options.push(ChoiceOf { id: "size".into(), names, values: sizes.iter().map(value).collect() });
    }
    if let Some(option) = &row.option {
        let value = |v: &ExtraValue| ChoiceValue { id: v.id.clone(), names: v.names.clone(), hex: None };
        let values = option.values.iter().map(value).collect();
        options.push(ChoiceOf { id: option.id.clone(), names: option.names.clone(), values });
    }
    options
}

/// A front per colour, one close-up and one scene in the first colour.
fn pictures(titles: &Words, kind: &Kind, design: &crate::designs::Design, creator: &Creator, colours: &[Colour]) -> Vec<Picture> {
    let alone = colours.len() == 1;
    let front = |colour: &Colour| Picture {
        name: if alone { "front".into() } else { format!("front-{}", colour.id) },
        view: View::Front,
        colour: Some(colour.id.into()),
        alt: prose::alt(View::Front, titles, kind, design, creator, (!alone).then_some(colour)),
    };
    let mut pictures: Vec<Picture> = colours.iter().map(front).collect();
    let first = colours.first().map(|colour| colour.id.to_owned());
    for view in [View::Scene, View::Detail] {
        pictures.push(Picture {
            name: view.id().into(),
            view,
            colour: first.clone(),
            alt: prose::alt(view, titles, kind, design, creator, None),
        });
    }
    pictures
}

fn size_guide(sizes: &[Size]) -> Vec<SizeRow> {
    let measured = sizes.iter().filter(|size| !size.guide.is_empty());
    let row = |size: &Size| SizeRow {
        size: size.label.into(),
        measures: size.guide.iter().map(|m| (m.name.into(), m.millimetres)).collect(),
    };
    measured.map(row).collect()
}
