//! A catalogue as a table: the columns, and writing them. A row is a variant; what belongs to the product stands in the row
//! of its first variant, what belongs to the creator in the row of their first product.

use std::fs::File;
use std::io::{self, BufWriter};

use super::record::{Creator, Product};
use crate::shop::choices::Words;
use crate::shop::market::MARKETS;
use crate::store::products::intake::NewCreator;

/// Languages that have columns in a table that is written. One that is read may have others.
const LANGUAGES: [&str; 3] = ["en", "ar", "ja"];

/// Columns of the product, in order; those of texts stand for one per language.
const PRODUCT: [&str; 15] = [
    "kind",
    "kind.name",
    "title",
    "description",
    "categories",
    "keywords",
    "digital",
    "ships_at",
    "releases_at",
    "badge",
    "rating",
    "ratings",
    "options",
    "personalisation",
    "size_guide",
];

/// The table being written.
pub(super) struct Table {
    writer: csv::Writer<BufWriter<File>>,
    creators: Vec<Creator>,
}

impl Table {
    pub(super) fn new(file: BufWriter<File>, creators: Vec<NewCreator>) -> io::Result<Self> {
        let mut writer = csv::Writer::from_writer(file);
        let mut head = vec!["product".to_owned(), "creator".to_owned()];
        head.extend(languages("creator.name"));
        head.extend(languages("creator.tagline"));
        head.push("creator.theme".to_owned());
        for column in PRODUCT {
            match column {
                "kind.name" | "title" | "description" => head.extend(languages(column)),
                _ => head.push(column.to_owned()),
            }
        }
        head.extend(["pictures", "variant", "sku", "choices", "grams", "stock"].map(str::to_owned));
        for market in MARKETS {
            head.extend([format!("price.{}", market.currency), format!("list.{}", market.currency)]);
        }
        writer.write_record(&head)?;
        Ok(Self { writer, creators: creators.into_iter().map(Into::into).collect() })
    }

    pub(super) fn write(&mut self, product: &Product) -> io::Result<()> {
        let creator = self.creators.iter().position(|creator| creator.handle == product.creator);
        let creator = creator.map(|index| self.creators.remove(index));
        for (index, variant) in product.variants.iter().enumerate() {
            let first = index == 0;
            let mut row = vec![product.id.clone()];
            row.push(if first { product.creator.clone() } else { String::new() });
            let told = creator.as_ref().filter(|_| first);
            row.extend(texts(told.map(|creator| &creator.names))?);
            row.extend(texts(told.map(|creator| &creator.taglines))?);
            row.push(told.map(|creator| creator.theme.clone()).unwrap_or_default());
            row.extend(of_product(Some(product).filter(|_| first))?);
            row.extend([variant.id.clone(), variant.sku.clone(), pairs(variant.choices.iter())?, variant.grams.to_string()]);
            row.push(variant.stock.map(|stock| stock.to_string()).unwrap_or_default());
            for market in MARKETS {
                let price = variant.prices.get(market.currency);
                row.push(price.map(|price| price.amount.to_string()).unwrap_or_default());
                row.push(price.and_then(|price| price.list).map(|list| list.to_string()).unwrap_or_default());
            }
            self.writer.write_record(&row)?;
        }
        Ok(())
    }

    pub(super) fn end(self) -> io::Result<File> {
        let file = self.writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
        file.into_inner().map_err(io::IntoInnerError::into_error)
    }
}

/// Cells of the columns from `kind` to `pictures`; empty ones when there is no product to tell.
fn of_product(product: Option<&Product>) -> io::Result<Vec<String>> {
    let Some(product) = product else {
        return Ok(vec![String::new(); PRODUCT.len() + 1 + 3 * (LANGUAGES.len() - 1)]);
    };
    let mut row = vec![product.kind.clone()];
    row.extend(texts(Some(&product.kinds))?);
    row.extend(texts(Some(&product.titles))?);
    row.extend(texts(Some(&product.descriptions))?);
    row.push(pairs(product.categories.iter().map(|category| (&category.taxonomy, &category.value)))?);
    row.push(list(product.keywords.iter().map(|word| plain(word)).collect::<io::Result<_>>()?));
    row.push(if product.digital { "yes".to_owned() } else { String::new() });
    row.push(product.ships_at.clone().unwrap_or_default());
    row.push(product.releases_at.clone().unwrap_or_default());
    row.push(product.badge.clone().unwrap_or_default());
    row.push(product.rating.map(|rating| rating.tenths.to_string()).unwrap_or_default());
    row.push(product.rating.map(|rating| rating.count.to_string()).unwrap_or_default());
    row.push(json(&product.options, product.options.is_empty())?);
    row.push(json(&product.personalisation, product.personalisation.is_none())?);
    row.push(json(&product.size_guide, product.size_guide.is_empty())?);
    row.push(json(&product.pictures, product.pictures.is_empty())?);
    Ok(row)
}

fn languages(column: &str) -> impl Iterator<Item = String> {
    LANGUAGES.into_iter().map(move |language| format!("{column}.{language}"))
}

fn texts(words: Option<&Words>) -> io::Result<Vec<String>> {
    let Some(words) = words else { return Ok(vec![String::new(); LANGUAGES.len()]) };
    if let Some(language) = words.keys().find(|language| !LANGUAGES.contains(&language.as_str())) {
        return Err(io::Error::other(format!(
            "there are texts in {language:?}, for which a table has no columns: export JSON Lines"
        )));
    }
    Ok(LANGUAGES.into_iter().map(|language| words.get(language).cloned().unwrap_or_default()).collect())
}

/// `colour=black; size=s`
fn pairs<'a>(pairs: impl Iterator<Item = (&'a String, &'a String)>) -> io::Result<String> {
    let one = |(name, value): (&String, &String)| {
        if name.contains('=') {
            return Err(io::Error::other(format!("{name:?} cannot stand in a table, it contains \"=\": export JSON Lines")));
        }
        Ok(format!("{}={}", plain(name)?, plain(value)?))
    };
    Ok(list(pairs.map(one).collect::<io::Result<_>>()?))
}

fn plain(word: &str) -> io::Result<String> {
    if word.contains(';') || word.trim() != word {
        return Err(io::Error::other(format!("{word:?} cannot stand in a list in a table: export JSON Lines")));
    }
    Ok(word.to_owned())
}

fn list(words: Vec<String>) -> String {
    words.join("; ")
}

fn json<T: serde::Serialize>(value: &T, empty: bool) -> io::Result<String> {
    if empty { Ok(String::new()) } else { Ok(serde_json::to_string(value)?) }
}
