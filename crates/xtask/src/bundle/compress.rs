//! Brotli at the best quality: as a measure, and as twins of the shipped files that the shop serves as they are.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use anyhow::{Context as _, Result, anyhow};

use super::{read, write};

/// What is worth compressing; pictures and videos already are.
const EXTENSIONS: [&str; 8] = ["wasm", "js", "css", "html", "json", "svg", "vtt", "txt"];

/// Writes a `.br` twin for every compressible file below the folder.
pub(super) fn run(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    let next = AtomicUsize::new(0);
    let failed = Mutex::new(None);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(error) = pair(file)
                        && let Ok(mut failed) = failed.lock()
                    {
                        *failed = Some(error);
                    }
                }
            });
        }
    });
    match failed.into_inner().map_err(|_| anyhow!("a compressing thread died"))? {
        Some(error) => Err(error),
        None => Ok(()),
    }
}

/// The content in brotli: quality 11, the widest window a browser accepts.
pub(super) fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters).context("brotli failed")?;
    Ok(compressed)
}

/// The name of a file's compressed twin.
pub(super) fn twin(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".br");
    PathBuf::from(name)
}

fn pair(file: &Path) -> Result<()> {
    write(&twin(file), &brotli(&read(file)?)?)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path
            .extension()
            .and_then(|extension| extension.to_str())
            .is_some_and(|extension| EXTENSIONS.contains(&extension))
        {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_gets_a_twin_that_unpacks_to_the_same_and_pictures_do_not() {
        let place = tempfile::tempdir().unwrap();
        fs::create_dir(place.path().join("deep")).unwrap();
        let (text, picture) = (place.path().join("deep/a.css"), place.path().join("b.webp"));
        fs::write(&text, "a{} ".repeat(100)).unwrap();
        fs::write(&picture, "RIFF").unwrap();
        run(place.path()).unwrap();
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut fs::read(twin(&text)).unwrap().as_slice(), &mut plain).unwrap();
        assert_eq!(plain, fs::read(&text).unwrap());
        assert!(!twin(&picture).exists());
    }
}
