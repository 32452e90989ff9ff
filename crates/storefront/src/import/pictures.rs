//! Drawing the catalogue's pictures: each once, on all cores, into files named after what they are drawn from.

use std::collections::{BTreeMap, BTreeSet};
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use studio::raster::{self, WIDTHS};

use super::Error;
use crate::id;

/// Part of every file's name: a change of how pictures are compressed makes new files.
const RENDERER: &str = "webp-1";

/// The files of a catalogue.
#[derive(Debug)]
pub(super) struct Drawn {
    files: BTreeMap<(String, String), String>,
    pub(super) new: usize,
    pub(super) old: usize,
}

impl Drawn {
    /// The name of a picture's files, without width and extension.
    pub(super) fn file(&self, product: &studio::Product, picture: &studio::Picture) -> String {
        self.files.get(&(product.id.clone(), picture.name.clone())).cloned().unwrap_or_default()
    }
}

/// Whether every width of a picture is on disk.
pub(super) fn is_there(folder: &Path, file: &str) -> bool {
    WIDTHS.iter().all(|width| path(folder, file, *width).is_file())
}

fn path(folder: &Path, file: &str, width: u32) -> PathBuf {
    folder.join(format!("{file}-{width}.webp"))
}

/// Draws what is not there yet.
pub(super) fn draw(catalogue: &studio::Catalogue, folder: &Path) -> Result<Drawn, Error> {
    std::fs::create_dir_all(folder).map_err(|source| Error::Picture { path: folder.display().to_string(), source })?;
    let wanted: Vec<_> =
        catalogue.products.iter().flat_map(|product| product.pictures.iter().map(move |picture| (product, picture))).collect();
    let progress = Progress::new(wanted.len());
    let files = Mutex::new(BTreeMap::new());
    let new = AtomicUsize::new(0);
    // Two products may share a picture: only one worker draws it.
    let taken = Mutex::new(BTreeSet::new());
    let work = |(product, picture): &(&studio::Product, &studio::Picture)| -> Result<(), Error> {
        let svg = studio::picture_svg(catalogue, product, picture)?;
        let mut file = id::digest(format!("{RENDERER}\n{svg}").as_bytes());
        file.truncate(32);
        let first = taken.lock().unwrap_or_else(PoisonError::into_inner).insert(file.clone());
        if first && !is_there(folder, &file) {
            for rendition in raster::render(&svg, &WIDTHS)? {
                write(&path(folder, &file, rendition.width), &rendition.bytes)?;
            }
            new.fetch_add(1, Ordering::Relaxed);
        }
        let key = (product.id.clone(), picture.name.clone());
        files.lock().unwrap_or_else(PoisonError::into_inner).insert(key, file);
        progress.step();
        Ok(())
    };
    let next = AtomicUsize::new(0);
    let failed = AtomicBool::new(false);
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut result = Ok(());
    std::thread::scope(|scope| {
        let run = || {
            while !failed.load(Ordering::Relaxed)
                && let Some(job) = wanted.get(next.fetch_add(1, Ordering::Relaxed))
            {
                if let Err(error) = work(job) {
                    failed.store(true, Ordering::Relaxed);
                    return Err(error);
                }
            }
            Ok(())
        };
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(run)).collect();
        for handle in handles {
            match handle.join() {
                Ok(Err(error)) => result = Err(error),
                Ok(Ok(())) => {}
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    result?;
    progress.end();
    let new = new.into_inner();
    Ok(Drawn { files: files.into_inner().unwrap_or_else(PoisonError::into_inner), new, old: wanted.len() - new })
}

/// Whole or not at all: a half-written file would be served for ever.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let part = path.with_extension("part");
    std::fs::write(&part, bytes)
        .and_then(|()| std::fs::rename(&part, path))
        .map_err(|source| Error::Picture { path: path.display().to_string(), source })
}

/// How far the drawing is, on standard error: one line that rewrites itself on a terminal, else a line every tenth.
struct Progress {
    done: AtomicUsize,
    total: usize,
    terminal: bool,
}

impl Progress {
    fn new(total: usize) -> Self {
        Self { done: AtomicUsize::new(0), total, terminal: std::io::stderr().is_terminal() }
    }

    fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let every = if self.terminal { 5 } else { (self.total / 10).max(1) };
        if !done.is_multiple_of(every) && done != self.total {
            return;
        }
        if self.terminal {
            eprint!("\rDrawing pictures {done}/{}", self.total);
        } else {
            eprintln!("Drawing pictures {done}/{}", self.total);
        }
    }

    fn end(&self) {
        if self.terminal {
            eprintln!();
        }
    }
}
