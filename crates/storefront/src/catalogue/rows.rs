//! Reading a catalogue from a table.

use std::collections::VecDeque;
use std::fs::File;
use std::io::BufReader;

use csv::StringRecord;
use serde::de::DeserializeOwned;

use super::Problem;
use super::file::{Found, Place};
use super::record::{Category, Creator, Price, Product, Rating, Record, Variant, paper};
use crate::shop::choices::{Picked, Words};

/// Columns of a row's variant; all others are the product's or its creator's.
const VARIANT: [&str; 5] = ["variant", "sku", "choices", "grams", "stock"];
/// Columns that are neither texts nor prices.
const PLAIN: [&str; 17] = [
    "product",
    "creator",
    "creator.theme",
    "kind",
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
    "pictures",
    "variant",
];
/// Beginnings of columns of texts, one for each language.
const TEXTS: [&str; 5] = ["creator.name.", "creator.tagline.", "kind.name.", "title.", "description."];
/// Beginnings of columns of prices, one for each currency.
const PRICES: [&str; 2] = ["price.", "list."];

/// The records of a table.
pub(super) struct Rows {
    rows: csv::StringRecordsIntoIter<BufReader<File>>,
    columns: Vec<String>,
    /// The rows of the product that is being read.
    group: Vec<(Place, StringRecord)>,
    ready: VecDeque<Found>,
    over: bool,
}

impl Rows {
    pub(super) fn new(file: BufReader<File>) -> Self {
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::Headers).from_reader(file);
        let mut ready = VecDeque::new();
        let columns = match reader.headers() {
            Ok(head) => head.iter().map(str::to_owned).collect(),
            Err(error) => {
                ready.push_back(Err(vec![refused(&error)]));
                Vec::new()
            }
        };
        let unknown: Vec<Problem> = unknown(&columns);
        let over = !ready.is_empty() || !unknown.is_empty();
        if !unknown.is_empty() {
            ready.push_back(Err(unknown));
        }
        Self { rows: reader.into_records(), columns, group: Vec::new(), ready, over }
    }

    fn cell<'a>(&self, row: &'a StringRecord, column: &str) -> &'a str {
        self.columns.iter().position(|known| known == column).and_then(|index| row.get(index)).unwrap_or_default().trim()
    }

    /// Makes records of the rows that were read of one product.
    fn finish(&mut self) {
        let group = std::mem::take(&mut self.group);
        let Some((first, head)) = group.first() else { return };
        let end = group.last().map_or(*first, |(place, _)| *place);
        let place = Place { line: first.line, bytes: end.bytes };
        let mut problems = Vec::new();
        if let Some(creator) = self.creator(head) {
            self.ready.push_back(Ok((place, Record::Creator(creator))));
        }
        let mut product = self.read_product(head, first.line, &mut problems);
        for (index, (place, row)) in group.iter().enumerate() {
            if index > 0 {
                for (column, (cell, told)) in self.columns.iter().zip(row.iter().zip(head.iter())) {
                    let own = VARIANT.contains(&column.as_str()) || PRICES.iter().any(|start| column.starts_with(start));
                    if !own && column != "product" && !cell.trim().is_empty() && cell != told {
                        let what = format!("this differs from line {}, where the product begins: leave it empty", first.line);
                        problems.push(Problem::new(place.line, column, what));
                    }
                }
            }
            let variant = self.read_variant(row, place.line, &mut problems);
            product.variants.push(variant);
            product.lines.push(place.line);
        }
        self.ready.push_back(if problems.is_empty() { Ok((place, Record::Product(Box::new(product)))) } else { Err(problems) });
    }

    /// The creator that a row tells about, if it does.
    fn creator(&self, row: &StringRecord) -> Option<Creator> {
        let names = self.texts(row, "creator.name.");
        if names.is_empty() {
            return None;
        }
        let theme = self.cell(row, "creator.theme");
        Some(Creator {
            handle: self.cell(row, "creator").to_owned(),
            names,
            taglines: self.texts(row, "creator.tagline."),
            theme: if theme.is_empty() { paper() } else { theme.to_owned() },
        })
    }

    fn read_product(&self, row: &StringRecord, line: u64, problems: &mut Vec<Problem>) -> Product {
        let text = |column: &str| Some(self.cell(row, column).to_owned()).filter(|text| !text.is_empty());
        let rating = (self.number(row, line, "rating", problems), self.number(row, line, "ratings", problems));
        let categories = self.pairs(row, line, "categories", problems);
        let digital = match self.cell(row, "digital").to_ascii_lowercase().as_str() {
            "yes" | "true" | "1" => true,
            "" | "no" | "false" | "0" => false,
            other => {
                problems.push(Problem::new(line, "digital", format!("{other:?} is neither yes nor no")));
                false
            }
        };
        Product {
            id: self.cell(row, "product").to_owned(),
            creator: self.cell(row, "creator").to_owned(),
            kind: self.cell(row, "kind").to_owned(),
            kinds: self.texts(row, "kind.name."),
            titles: self.texts(row, "title."),
            descriptions: self.texts(row, "description."),
            categories: categories.into_iter().map(|(taxonomy, value)| Category { taxonomy, value }).collect(),
            keywords: self
                .cell(row, "keywords")
                .split(';')
                .map(str::trim)
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect(),
            digital,
            ships_at: text("ships_at"),
            releases_at: text("releases_at"),
            rating: rating.0.map(|tenths| Rating { tenths, count: rating.1.unwrap_or(0) }),
            badge: text("badge"),
            personalisation: self.json(row, line, "personalisation", problems),
            size_guide: self.json(row, line, "size_guide", problems).unwrap_or_default(),
            options: self.json(row, line, "options", problems).unwrap_or_default(),
            pictures: self.json(row, line, "pictures", problems).unwrap_or_default(),
            variants: Vec::new(),
            lines: Vec::new(),
        }
    }

    fn read_variant(&self, row: &StringRecord, line: u64, problems: &mut Vec<Problem>) -> Variant {
        let mut variant = Variant {
            id: self.cell(row, "variant").to_owned(),
            sku: self.cell(row, "sku").to_owned(),
            choices: self.pairs(row, line, "choices", problems).into_iter().collect::<Picked>(),
            grams: self.number(row, line, "grams", problems).unwrap_or(0),
            stock: self.number(row, line, "stock", problems),
            prices: std::collections::BTreeMap::new(),
        };
        for column in &self.columns {
            let Some(currency) = column.strip_prefix("price.") else { continue };
            let amount = self.number(row, line, column, problems);
            let list = self.number(row, line, &format!("list.{currency}"), problems);
            if let Some(amount) = amount {
                variant.prices.insert(currency.to_owned(), Price { amount, list });
            } else if list.is_some() {
                problems.push(Problem::new(line, column, "there is a price before the sale, but no price"));
            }
        }
        variant
    }

    fn texts(&self, row: &StringRecord, start: &str) -> Words {
        let columns = self.columns.iter().zip(row.iter());
        let texts = columns.filter_map(|(column, cell)| Some((column.strip_prefix(start)?, cell.trim())));
        texts.filter(|(_, text)| !text.is_empty()).map(|(language, text)| (language.to_owned(), text.to_owned())).collect()
    }

    fn number(&self, row: &StringRecord, line: u64, column: &str, problems: &mut Vec<Problem>) -> Option<i64> {
        let cell = self.cell(row, column);
        if cell.is_empty() {
            return None;
        }
        let number = cell.parse().ok();
        if number.is_none() {
            problems.push(Problem::new(line, column, format!("{cell:?} is not a whole number")));
        }
        number
    }

    fn pairs(&self, row: &StringRecord, line: u64, column: &str, problems: &mut Vec<Problem>) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for pair in self.cell(row, column).split(';').map(str::trim).filter(|pair| !pair.is_empty()) {
            match pair.split_once('=') {
                Some((name, value)) => pairs.push((name.trim().to_owned(), value.trim().to_owned())),
                None => problems.push(Problem::new(line, column, format!("{pair:?} is not of the form name=value"))),
            }
        }
        pairs
    }

    fn json<T: DeserializeOwned>(&self, row: &StringRecord, line: u64, column: &str, problems: &mut Vec<Problem>) -> Option<T> {
        let cell = self.cell(row, column);
        if cell.is_empty() {
            return None;
        }
        match serde_json::from_str(cell) {
            Ok(value) => Some(value),
            Err(error) => {
                problems.push(Problem::new(line, column, format!("this is not the JSON that belongs here: {error}")));
                None
            }
        }
    }
}

impl Iterator for Rows {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some(found) = self.ready.pop_front() {
                return Some(found);
            }
            if self.over {
                return None;
            }
            match self.rows.next() {
                None => {
                    self.over = true;
                    self.finish();
                }
                Some(Err(error)) => {
                    // A row with a cell too many says nothing about the next one; anything else does.
                    self.over = !matches!(error.kind(), csv::ErrorKind::UnequalLengths { .. } | csv::ErrorKind::Utf8 { .. });
                    self.finish();
                    self.ready.push_back(Err(vec![refused(&error)]));
                }
                Some(Ok(row)) => {
                    let at = row.position().map_or(0, csv::Position::line);
                    let place = Place { line: at, bytes: self.rows.reader().position().byte() };
                    let product = self.cell(&row, "product");
                    let goes_on =
                        self.group.first().is_some_and(|(_, head)| product.is_empty() || self.cell(head, "product") == product);
                    if !goes_on {
                        self.finish();
                    }
                    self.group.push((place, row));
                }
            }
        }
    }
}

fn refused(error: &csv::Error) -> Problem {
    let line = error.position().map_or(1, csv::Position::line);
    let what = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => format!("there are {len} cells, the head has {expected_len}"),
        csv::ErrorKind::Utf8 { err, .. } => format!("this is not UTF-8: {err}"),
        _ => error.to_string(),
    };
    Problem::new(line, "", what)
}

/// Columns that mean nothing, and those that must be there and are not.
fn unknown(columns: &[String]) -> Vec<Problem> {
    let is_known = |column: &str| {
        PLAIN.contains(&column)
            || VARIANT.contains(&column)
            || TEXTS.iter().chain(&PRICES).any(|start| column.strip_prefix(start).is_some_and(|rest| !rest.is_empty()))
    };
    let mut problems = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        if !is_known(column) {
            problems.push(Problem::new(1, column, "there is no such column"));
        }
        if columns.iter().take(index).any(|other| other == column) {
            problems.push(Problem::new(1, column, "this column is there twice"));
        }
    }
    for needed in ["product", "creator", "kind", "variant"] {
        if !columns.is_empty() && !columns.iter().any(|column| column == needed) {
            problems.push(Problem::new(1, needed, "this column is missing"));
        }
    }
    problems
}
