//! Drawing the files of digital products, those that are not there yet.

use std::path::Path;

use super::Error;
use crate::store::downloads::Download;

/// Part of every file's name: a change of what is drawn makes new files.
const EDITION: &str = "1";

/// Draws what is missing; returns what to note.
pub(super) fn draw(catalogue: &studio::Catalogue, folder: &Path) -> Result<Vec<Download>, Error> {
    let failed = |path: &Path, source| Error::Picture { path: path.display().to_string(), source };
    std::fs::create_dir_all(folder).map_err(|source| failed(folder, source))?;
    let mut files = Vec::new();
    for product in catalogue.products.iter().filter(|product| product.digital) {
        let known = ["zip", "pdf"].into_iter().find(|extension| folder.join(name(&product.id, extension)).is_file());
        let extension = match known {
            Some(extension) => extension,
            None => {
                let Some(drawn) = studio::downloads::file(catalogue, product)? else { continue };
                let path = folder.join(name(&product.id, drawn.extension));
                // Whole or not at all: a buyer may be downloading already.
                let half = path.with_extension("half");
                std::fs::write(&half, &drawn.bytes)
                    .and_then(|()| std::fs::rename(&half, &path))
                    .map_err(|source| failed(&path, source))?;
                drawn.extension
            }
        };
        let media_type = if extension == "pdf" { "application/pdf" } else { "application/zip" };
        files.push(Download {
            product: product.id.clone(),
            file: name(&product.id, extension),
            media_type: media_type.to_owned(),
        });
    }
    Ok(files)
}

fn name(product: &str, extension: &str) -> String {
    format!("{product}.{EDITION}.{extension}")
}
