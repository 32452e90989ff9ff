//! The compiled widget becomes a main module, chunks that load on interest, and one glue script for all of them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, anyhow};

use super::{Bundle, exports, imports, manifest::When, optimize, pages, read, read_text, write};
use crate::{process, tools, widget::Profile};

/// The names under which the door finds the code.
pub(super) struct Code {
    /// The glue script, an ES module.
    pub(super) glue: String,
    /// The main wasm module.
    pub(super) wasm: String,
}

/// The names inside the work folder: hashes come last, when the content is final.
const STEM: &str = "fanshelf";
const LINK: &str = "./split.js";

/// Removes what Trunk made of the unsplit wasm and returns the wasm as Cargo left it.
pub(super) fn take_compiled(bundle: &Bundle<'_>) -> Result<Vec<u8>> {
    for name in [format!("{STEM}.js"), format!("{STEM}_bg.wasm"), format!("{STEM}.d.ts"), format!("{STEM}_bg.wasm.d.ts")] {
        let file = bundle.staging.join(name);
        if file.exists() {
            fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
        }
    }
    let snippets = bundle.staging.join("snippets");
    if snippets.exists() {
        fs::remove_dir_all(&snippets).with_context(|| format!("cannot remove {}", snippets.display()))?;
    }
    let html = read_text(&bundle.project.root.join("index.html"))?;
    let profile = pages::cargo_profile(&html, bundle.profile);
    let folder = if profile == "dev" { "debug" } else { &profile };
    read(&bundle.project.target.join("wasm32-unknown-unknown").join(folder).join(format!("{STEM}.wasm")))
}

/// Splits, binds, shrinks, names and writes the code.
pub(super) fn run(bundle: &mut Bundle<'_>, compiled: &[u8]) -> Result<Code> {
    println!("  splitting");
    let main = bundle.work.join("main.wasm");
    // Before the split: what an export keeps alive would stay in the main module's table.
    let pruned = exports::prune(compiled)?;
    let chunks = split(&pruned, &main, &bundle.work)?;
    bind(bundle, &main)?;
    let main = bundle.work.join(format!("{STEM}_bg.wasm"));
    let glue = bundle.work.join(format!("{STEM}.js"));
    let (named, script) = imports::shorten(&read(&main)?, &read_text(&glue)?)?;
    write(&main, &named)?;
    let modules: Vec<&Path> = [main.as_path()].into_iter().chain(chunks.iter().map(PathBuf::as_path)).collect();
    if bundle.profile == Profile::Release {
        println!("  shrinking {} wasm modules", modules.len());
        optimize::run(bundle, &modules)?;
    }

    let link = bundle.work.join(LINK);
    let mut linked = read_text(&link)?;
    for chunk in &chunks {
        let old = file_name(chunk)?;
        let stem = old.trim_end_matches(".wasm").to_owned();
        let new = bundle.emit(&stem, "wasm", &read(chunk)?, loaded(&stem, &linked))?;
        linked = linked.replace(&format!("\"./{old}\""), &format!("\"./{new}\""));
    }
    write(&link, linked.as_bytes())?;

    let wasm = bundle.emit("fan-shelf", "wasm", &read(&main)?, When::First)?;
    write(&glue, script.replace(&format!("{STEM}_bg.wasm"), &wasm).as_bytes())?;
    let script = super::script(bundle, &glue)?;
    let glue = bundle.emit("fan-shelf", "js", script.as_bytes(), When::First)?;
    Ok(Code { glue, wasm })
}

fn split(compiled: &[u8], main: &Path, folder: &Path) -> Result<Vec<PathBuf>> {
    let module = format!("./{STEM}.js");
    let mut options = wasm_split_cli_support::Options::new(compiled);
    options.main_out_path = main;
    options.output_dir = folder;
    options.main_module = &module;
    options.link_name = LINK;
    let split = wasm_split_cli_support::transform(options).map_err(|error| {
        anyhow!("the wasm cannot be split ({error:#}); it needs the relocations that .cargo/config.toml asks the linker to keep")
    })?;
    Ok(split.split_modules)
}

fn bind(bundle: &Bundle<'_>, main: &Path) -> Result<()> {
    let mut command = Command::new(tools::wasm_bindgen(bundle.project, "wasm-bindgen")?);
    command.args(["--target", "web", "--keep-lld-exports", "--no-demangle", "--no-typescript", "--out-name", STEM]);
    command.arg("--out-dir").arg(&bundle.work).arg(main);
    process::run_quiet(&mut command, "wasm-bindgen")
}

/// When a chunk is loaded: with the first of the screens that need it. What several have in common is a chunk as well, and the link
/// says above it whose it is: `/* checkout, panel */`.
fn loaded(stem: &str, link: &str) -> When {
    let shared = || {
        let before = link.split(&format!("\"./{stem}")).next()?;
        before.rsplit_once("/*")?.1.split("*/").next()
    };
    let users = stem.strip_prefix("split_").or_else(shared).unwrap_or_default();
    let needs = |screen: &str| users.split(',').any(|user| user.trim() == screen);
    match () {
        () if needs("order") && !needs("checkout") && !needs("panel") => When::Order,
        () if needs("checkout") && !needs("panel") => When::Checkout,
        () => When::Later,
    }
}

fn file_name(path: &Path) -> Result<String> {
    let name = path.file_name().and_then(|name| name.to_str());
    Ok(name.with_context(|| format!("{} has no plain name", path.display()))?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_chunk_comes_with_the_first_screen_that_needs_it() {
        let link =
            "/* checkout, order */\nconst a = f(\"./chunk_4.wasm\");\n/* order, panel */\nconst b = f(\"./chunk_7.wasm\");\n";
        assert_eq!([loaded("chunk_4", link), loaded("chunk_7", link)], [When::Checkout, When::Later]);
        assert_eq!([loaded("split_order", link), loaded("split_panel", link)], [When::Order, When::Later]);
    }
}
