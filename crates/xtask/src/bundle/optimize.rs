//! wasm-opt, judged by what travels: the smallest file after brotli wins, which is often not the smallest before it.

use std::{
    path::{Path, PathBuf},
    thread,
};

use anyhow::{Context as _, Result, anyhow};

use super::{Bundle, compress, read, write};
use crate::{process, tools};

/// What browsers of the last years understand. `--all-features` would emit encodings that none accepts yet.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Inlining repeats code, which brotli does not always see; so each module is shrunk in every one of these ways.
const RECIPES: [&[&str]; 2] = [&["-Oz"], &["-Oz", "--skip-pass=inlining", "--skip-pass=inlining-optimizing"]];

/// Shrinks each module in place; the unshrunk one stays beside it as `*.named.wasm`, for reading sizes by function name.
pub(super) fn run(bundle: &Bundle<'_>, modules: &[&Path]) -> Result<()> {
    let jobs: Vec<(&Path, usize)> =
        modules.iter().flat_map(|module| (0..RECIPES.len()).map(move |recipe| (*module, recipe))).collect();
    let mut results: Vec<Result<(Vec<u8>, usize)>> = Vec::new();
    for pair in jobs.chunks(thread::available_parallelism().map_or(1, usize::from)) {
        results.extend(thread::scope(|scope| {
            let running: Vec<_> =
                pair.iter().map(|(module, recipe)| scope.spawn(|| shrink(&bundle.npm, module, *recipe))).collect();
            running.into_iter().map(|job| job.join().unwrap_or_else(|_| Err(anyhow!("wasm-opt was lost")))).collect::<Vec<_>>()
        }));
    }
    let mut results = results.into_iter();
    for module in modules {
        let tried = results.by_ref().take(RECIPES.len()).collect::<Result<Vec<_>>>()?;
        let (smallest, _) = tried.into_iter().min_by_key(|(_, compressed)| *compressed).context("no recipe ran")?;
        write(&module.with_extension("named.wasm"), &read(module)?)?;
        write(module, &smallest)?;
    }
    Ok(())
}

fn shrink(npm: &Path, module: &Path, recipe: usize) -> Result<(Vec<u8>, usize)> {
    let out: PathBuf = module.with_extension(format!("{recipe}.wasm"));
    let mut command = tools::wasm_opt(npm);
    command.args(RECIPES[recipe]).args(FEATURES).args(["--strip-debug", "--strip-producers", "--strip-target-features"]);
    command.arg(module).arg("-o").arg(&out);
    process::run_quiet(&mut command, "wasm-opt")?;
    let content = read(&out)?;
    let compressed = compress::brotli(&content)?.len();
    Ok((content, compressed))
}
