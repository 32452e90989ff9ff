//! Prints the widget's words as one JSON object, language by language: `cargo xtask bundle` makes the locale files of it.

use std::io::{Write as _, stdout};

use fanshelf::text;

fn main() -> std::io::Result<()> {
    let languages: Vec<String> =
        text::languages().iter().map(|(language, texts)| format!("\"{language}\":{}", text::file(texts))).collect();
    writeln!(stdout(), "{{{}}}", languages.join(","))
}
