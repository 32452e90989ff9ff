//! Embeds the designs and the catalogue: a table of (path, text) per folder, so that a new file needs no code.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let mut table = String::new();
    for (name, folder) in [("DESIGNS", "designs"), ("CATALOGUE", "catalogue")] {
        println!("cargo::rerun-if-changed={folder}");
        let mut files = Vec::new();
        collect(&Path::new(&root).join(folder), "", &mut files)?;
        files.sort();
        table.push_str(&format!("pub(crate) const {name}: &[(&str, &str)] = &[\n"));
        for (relative, absolute) in files {
            table.push_str(&format!("    ({relative:?}, include_str!({absolute:?})),\n"));
        }
        table.push_str("];\n");
    }
    fs::write(Path::new(&out).join("embedded.rs"), table)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), files)?;
        } else if name.ends_with(".svg") || name.ends_with(".toml") {
            files.push((format!("{prefix}{name}"), path.to_string_lossy().into_owned()));
        }
    }
    Ok(())
}
