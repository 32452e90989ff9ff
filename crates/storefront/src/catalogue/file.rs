//! Files of a catalogue, read record by record and written whole or not at all.

use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::record::{Creator, Product, Record};
use super::{Error, Problem, rows, table};
use crate::store::products::intake::{NewCreator, NewProduct};

/// How a catalogue is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A JSON object on each line.
    Jsonl,
    /// A table with a row for each variant.
    Csv,
}

impl Format {
    /// By the end of the file's name.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// Where a record was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Counted from one.
    pub(super) line: u64,
    /// Bytes of the file up to its end.
    pub(super) bytes: u64,
}

/// A record with its place, or what is wrong with it.
pub(super) type Found = Result<(Place, Record), Vec<Problem>>;

/// The records of a file.
pub(super) struct Source {
    size: u64,
    records: Box<dyn Iterator<Item = Found> + Send>,
}

impl Source {
    pub(super) fn open(path: &Path, format: Format) -> Result<Self, Error> {
        let failed = |source| Error::File { path: path.to_owned(), source };
        let file = File::open(path).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        let file = BufReader::with_capacity(1 << 16, file);
        let records: Box<dyn Iterator<Item = Found> + Send> = match format {
            Format::Jsonl => Box::new(Lines { file, place: Place::default(), over: false }),
            Format::Csv => Box::new(rows::Rows::new(file)),
        };
        Ok(Self { size, records })
    }

    pub(super) fn size(&self) -> u64 {
        self.size
    }
}

impl Iterator for Source {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        self.records.next()
    }
}

/// No product is longer than this, in bytes.
const LONGEST: u64 = 4 << 20;

struct Lines {
    file: BufReader<File>,
    place: Place,
    over: bool,
}

impl Iterator for Lines {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        while !self.over {
            self.place.line += 1;
            let line = self.place.line;
            let mut text = Vec::new();
            let read = self.file.by_ref().take(LONGEST).read_until(b'\n', &mut text);
            let problem = |what: String| Some(Err(vec![Problem::new(line, "", what)]));
            match read {
                Ok(0) => return None,
                Ok(count) => self.place.bytes += count as u64,
                Err(error) => {
                    self.over = true;
                    return problem(error.to_string());
                }
            }
            if text.len() as u64 == LONGEST && text.last() != Some(&b'\n') {
                // Where the next line begins is not worth looking for.
                self.over = true;
                return problem(format!("the line is longer than {LONGEST} bytes"));
            }
            let text = if line == 1 { text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&text) } else { &text };
            if text.trim_ascii().is_empty() {
                continue;
            }
            return Some(parse(text).map(|record| (self.place, record)).map_err(|(at, what)| vec![Problem::new(line, at, what)]));
        }
        None
    }
}

fn parse(text: &[u8]) -> Result<Record, (String, String)> {
    let mut reader = serde_json::Deserializer::from_slice(text);
    let record = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let at = match error.path().to_string().as_str() {
            "." | "?" => String::new(),
            path => path.split_once('.').map_or("", |(_, inner)| inner).to_owned(),
        };
        (at, in_column(error.inner()))
    })?;
    reader.end().map_err(|error| (String::new(), in_column(&error)))?;
    Ok(record)
}

/// What is wrong with a line of JSON: its number is told already, the column is not.
fn in_column(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(before, _)| before);
    if error.is_data() { text.to_owned() } else { format!("{text} (column {})", error.column()) }
}

/// A file that is being written. What is there stays until all of the new one is.
pub(super) struct Sink {
    path: PathBuf,
    part: PathBuf,
    writer: Writer,
}

enum Writer {
    Jsonl(BufWriter<File>),
    Csv(Box<table::Table>),
}

impl Sink {
    pub(super) fn create(path: &Path, format: Format, creators: Vec<NewCreator>) -> Result<Self, Error> {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".part");
        let part = path.with_file_name(name);
        let failed = |source| Error::File { path: part.clone(), source };
        let file = BufWriter::new(File::create(&part).map_err(failed)?);
        let writer = match format {
            Format::Csv => Writer::Csv(Box::new(table::Table::new(file, creators).map_err(failed)?)),
            Format::Jsonl => {
                let mut file = file;
                for creator in creators {
                    line(&mut file, &Record::Creator(Creator::from(creator))).map_err(failed)?;
                }
                Writer::Jsonl(file)
            }
        };
        Ok(Self { path: path.to_owned(), part, writer })
    }

    pub(super) fn write(&mut self, product: NewProduct) -> Result<(), Error> {
        let product = Product::from(product);
        let written = match &mut self.writer {
            Writer::Jsonl(file) => line(file, &Record::Product(Box::new(product))),
            Writer::Csv(table) => table.write(&product),
        };
        written.map_err(|source| Error::File { path: self.part.clone(), source })
    }

    pub(super) fn end(self) -> Result<(), Error> {
        let written = match self.writer {
            Writer::Jsonl(file) => file.into_inner().map_err(std::io::IntoInnerError::into_error),
            Writer::Csv(table) => table.end(),
        };
        let ended = written.and_then(|file| file.sync_all()).and_then(|()| std::fs::rename(&self.part, &self.path));
        ended.map_err(|source| Error::File { path: self.path, source })
    }
}

fn line(file: &mut BufWriter<File>, record: &Record) -> std::io::Result<()> {
    serde_json::to_writer(&mut *file, record)?;
    file.write_all(b"\n")
}
