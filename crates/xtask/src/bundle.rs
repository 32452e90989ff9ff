//! Trunk's post_build hook: makes what is shipped out of the compiled widget.
//!
//! 1. `split`: the wasm falls into a main module and the chunks loaded on interest, each shrunk on its own ([`optimize`]);
//! 2. `sheets`: the style of the shelf, and the style of everything behind it;
//! 3. `locales`: one file of words per language;
//! 4. `addresses`: one file per country that an address can be in;
//! 5. `door`: `fan-shelf.js`, the one file with a stable name, which knows the names of all others;
//! 6. `pages`: no page carries an inline script; 7. `stories`: the list of all stories;
//! 8. `compress`: a brotli twin beside every text and wasm file; 9. [`manifest`]: the list that `cargo xtask size` weighs.

pub(crate) mod addresses;
mod compress;
mod door;
mod exports;
mod imports;
mod locales;
pub(crate) mod manifest;
mod optimize;
mod pages;
mod sheets;
mod split;
pub(crate) mod stories;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};

use self::manifest::{Entry, Manifest, When};
use crate::{process, project::Project, stamp, tools, widget::Profile};

/// What every step needs to know.
struct Bundle<'a> {
    project: &'a Project,
    /// The folder of esbuild and wasm-opt.
    npm: PathBuf,
    /// Trunk's folder for this build; becomes `dist` when all steps succeed.
    staging: PathBuf,
    /// Intermediate files, kept for reading sizes by name.
    work: PathBuf,
    profile: Profile,
    files: Vec<(String, When)>,
}

impl Bundle<'_> {
    /// Writes a shipped file under its content's name and returns that name.
    fn emit(&mut self, stem: &str, extension: &str, content: &[u8], when: When) -> Result<String> {
        let name = format!("{stem}-{}.{extension}", stamp::short(content));
        self.emit_as(&name, content, when)?;
        Ok(name)
    }

    fn emit_as(&mut self, name: &str, content: &[u8], when: When) -> Result<()> {
        write(&self.staging.join(name), content)?;
        self.files.push((name.to_owned(), when));
        Ok(())
    }
}

/// Runs the hook; Trunk names the folder and the profile in the environment.
pub(crate) fn run(project: &Project) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("this is Trunk's hook: run `cargo xtask build`, which runs Trunk")?;
    let profile = if env::var("TRUNK_PROFILE").is_ok_and(|name| name == "release") { Profile::Release } else { Profile::Dev };
    let work = project.scratch(&format!("bundle-{}", profile.name()))?;
    fs::remove_dir_all(&work)
        .and_then(|()| fs::create_dir_all(&work))
        .with_context(|| format!("cannot clear {}", work.display()))?;
    let npm = tools::npm_tools(project)?;
    let mut bundle = Bundle { project, npm, staging, work, profile, files: Vec::new() };

    let compiled = split::take_compiled(&bundle)?;
    let code = split::run(&mut bundle, &compiled)?;
    println!("  sheets and words");
    let sheets = sheets::run(&mut bundle)?;
    let locales = locales::run(&mut bundle)?;
    let addresses = addresses::run(&mut bundle)?;
    door::run(&mut bundle, &code, &sheets, &locales, &addresses)?;
    pages::check(&bundle.staging)?;
    stories::run(&bundle.staging)?;
    if profile == Profile::Release {
        println!("  compressing");
        compress::run(&bundle.staging)?;
    }
    let mut manifest = Manifest { profile: profile.name().to_owned(), files: Vec::new() };
    for (name, when) in &bundle.files {
        let path = bundle.staging.join(name);
        manifest.files.push(Entry {
            name: name.clone(),
            when: *when,
            raw: length(&path)?,
            brotli: length(&compress::twin(&path)).ok(),
        });
    }
    manifest.write(&bundle.staging)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// A script as it is shipped: with all that it imports, since each import would be one more round trip.
fn script(bundle: &Bundle<'_>, file: &Path) -> Result<String> {
    let mut esbuild = tools::esbuild(&bundle.npm);
    esbuild.arg(file).args([
        "--bundle",
        "--format=esm",
        "--minify",
        "--target=es2022",
        "--log-level=warning",
        "--legal-comments=none",
    ]);
    process::read(&mut esbuild, "esbuild")
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}

fn length(path: &Path) -> Result<u64> {
    Ok(fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?.len())
}
