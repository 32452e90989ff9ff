//! Is there a place to write, and room in it? Asked before the work, so that the answer is one sentence.

use std::{fs, io, path::Path};

use anyhow::{Context as _, Result, bail};

/// Makes sure that `folder` exists, can be written, and that its disk has `needed` bytes left.
pub(crate) fn require(folder: &Path, needed: u64, what_for: &str) -> Result<()> {
    let shown = folder.display();
    if let Err(error) = fs::create_dir_all(folder).and_then(|()| probe(folder)) {
        return match error.kind() {
            io::ErrorKind::StorageFull => Err(full(folder, 0, needed, what_for)),
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => bail!("{shown} is not a folder"),
            _ => Err(error).with_context(|| format!("cannot write in {shown}")),
        };
    }
    let free = free(folder)?;
    if free < needed {
        return Err(full(folder, free, needed, what_for));
    }
    Ok(())
}

/// Bytes an ordinary user can still write on the disk that holds `folder`.
fn free(folder: &Path) -> Result<u64> {
    let disk = rustix::fs::statvfs(folder).with_context(|| format!("cannot ask for the room left in {}", folder.display()))?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}

fn probe(folder: &Path) -> io::Result<()> {
    let file = folder.join(format!(".probe-{}", std::process::id()));
    let written = fs::write(&file, [0; 4096]);
    // A full disk can leave an empty file behind.
    let removed = fs::remove_file(&file);
    written.and(removed)
}

fn full(folder: &Path, free: u64, needed: u64, what_for: &str) -> anyhow::Error {
    let mega = |bytes: u64| bytes / 1_000_000;
    anyhow::anyhow!("the disk of {} has {} MB left, {what_for} needs about {} MB", folder.display(), mega(free), mega(needed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_created_and_left_empty() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("a/b");
        require(&folder, 1, "the test").unwrap();
        assert_eq!(fs::read_dir(folder).unwrap().count(), 0);
    }

    #[test]
    fn too_little_room_is_told_with_both_figures() {
        let place = tempfile::tempdir().unwrap();
        let error = require(place.path(), u64::MAX, "the demo").unwrap_err().to_string();
        assert!(error.contains("MB left, the demo needs about"), "{error}");
    }

    #[test]
    fn a_file_in_the_way_is_named() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("data");
        fs::write(&file, "").unwrap();
        assert!(require(&file, 1, "the demo").unwrap_err().to_string().ends_with("is not a folder"));
    }
}
