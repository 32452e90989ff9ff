//! The house rules that no compiler knows: which room may know which, a doc on every module, files that can be read.
//!
//! It reads `use` lines and paths, so it sees what is written, not what is meant; ARCHITECTURE.md says why the arrows
//! point as they do. The last tests hold bad snippets against the rules: a rule that cannot say no is none.
#![cfg(not(target_arch = "wasm32"))]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The widget's rooms, each with the rooms it may know. `ucp` is a crate and open to all.
const WIDGET: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("config", &["error"]),
    ("model", &["error"]),
    ("text", &["signals", "error", "model", "config"]),
    ("client", &["signals", "error", "model", "config"]),
    ("host", &["signals", "error", "model", "config"]),
    ("state", &["signals", "error", "model", "config", "text", "client", "host"]),
    ("signals", &[]),
    ("dom", &["signals"]),
    ("parts", &["dom", "signals", "error", "model", "text"]),
    ("views", &["dom", "signals", "error", "model", "config", "text", "state", "parts"]),
    ("app", &["dom", "signals", "error", "model", "config", "text", "client", "state", "parts", "views"]),
    ("mount", &["dom", "error", "model", "config", "text", "client", "host", "state", "app"]),
];

/// What a room must not know although it could: rooms of its crate and crates from outside.
struct Ban {
    source: &'static str,
    room: &'static str,
    rooms: &'static [&'static str],
    crates: &'static [&'static str],
}

const BANS: &[Ban] = &[
    // Pure: its tests run on any machine, without a browser.
    Ban { source: "src", room: "model", rooms: &[], crates: &["leptos", "web_sys", "js_sys", "wasm_bindgen"] },
    // Pure: prices, stock and taxes are decided without asking anybody.
    Ban {
        source: "crates/storefront/src",
        room: "shop",
        rooms: &["store", "http", "sandbox", "import", "catalogue", "backup", "metrics", "serve", "config"],
        crates: &["axum", "sqlx", "tokio", "tower", "tower_http", "reqwest"],
    },
    Ban {
        source: "crates/storefront/src",
        room: "store",
        rooms: &["http", "sandbox", "import", "catalogue", "backup", "metrics", "serve"],
        crates: &["axum", "tower", "tower_http", "reqwest"],
    },
    Ban { source: "crates/storefront/src", room: "http", rooms: &["serve"], crates: &[] },
];

const LONGEST: usize = 400;

#[test]
fn no_arrow_points_the_wrong_way() {
    let mut complaints = Vec::new();
    for file in files(&["src", "crates/storefront/src"], &["rs"]) {
        let text = fs::read_to_string(root().join(&file)).unwrap();
        complaints.extend(wrong_arrows(&file, &text));
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn the_two_ends_meet_only_on_the_wire() {
    let manifest = |path: &str| fs::read_to_string(root().join(path)).unwrap();
    assert!(!depends_on(&manifest("Cargo.toml"), "storefront"));
    assert!(!depends_on(&manifest("crates/storefront/Cargo.toml"), "fanshelf"));
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<PathBuf> = files(&["src", "crates", "tests", "examples"], &["rs"])
        .into_iter()
        .filter(|file| !is_documented(&fs::read_to_string(root().join(file)).unwrap()))
        .collect();
    assert!(silent.is_empty(), "without a //! line at the top: {silent:?}");
}

#[test]
fn files_are_short_enough_to_read() {
    let mut long = Vec::new();
    for file in files(&["src", "crates", "tests", "examples", "style", "pages", "clips"], &["rs", "js", "mjs", "css"]) {
        let lines = fs::read_to_string(root().join(&file)).unwrap().lines().count();
        if lines > LONGEST {
            long.push(format!("{} has {lines} lines", file.display()));
        }
    }
    assert!(long.is_empty(), "more than {LONGEST} lines:\n{}", long.join("\n"));
}

#[test]
fn a_module_stands_beside_its_folder() {
    let inside: Vec<PathBuf> =
        files(&["src", "crates", "tests", "examples"], &["rs"]).into_iter().filter(|file| file.ends_with("mod.rs")).collect();
    assert!(inside.is_empty(), "name it like its folder, beside it: {inside:?}");
}

#[test]
fn nothing_is_drawn_but_by_our_own_view() {
    let mut complaints = Vec::new();
    for file in files(&["src"], &["rs", "js"]) {
        let text = fs::read_to_string(root().join(&file)).unwrap();
        complaints.extend(foreign_drawing(&text).map(|what| format!("{}: {what}", file.display())));
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
    assert!(foreign_drawing("use leptos::prelude::*;\nview! { <p/> }").is_some());
    assert!(foreign_drawing("node.innerHTML = text").is_some());
    assert!(foreign_drawing("use crate::dom::{View, view};\nuse leptos::prelude::*;\nview! { <p/> }").is_none());
}

/// Leptos's own `view!` makes a type of every tree (bytes) and `innerHTML` of every static one, which a page under Trusted
/// Types refuses; so does anything else that reads HTML text.
fn foreign_drawing(text: &str) -> Option<&'static str> {
    let code = without_comments_and_strings(text);
    let own = code.lines().any(|line| line.contains("dom::{") && line.contains("view") || line.contains("dom::view"));
    if code.contains("view!") && !own {
        return Some("`view!` must be `crate::dom::view`");
    }
    ["innerHTML", "outerHTML", "insertAdjacentHTML", "set_inner_html"].into_iter().find(|name| code.contains(name))
}

/// What a file of the widget or the storefront must not mention, one complaint each.
fn wrong_arrows(file: &Path, text: &str) -> Vec<String> {
    let code = without_comments_and_strings(text);
    let Some((source, modules)) = place(file) else { return Vec::new() };
    let Some(room) = modules.first().map(String::as_str) else { return Vec::new() };
    let known = mentioned_rooms(&code, &modules);
    let mut complaints = Vec::new();
    if source == "src" && room != "lib" {
        match WIDGET.iter().find(|(name, _)| *name == room) {
            None => complaints.push(format!("{}: the room `{room}` has no arrows in tests/house.rs", file.display())),
            Some((_, allowed)) => {
                let rooms: BTreeSet<&str> = WIDGET.iter().map(|(name, _)| *name).collect();
                let wrong = known
                    .iter()
                    .filter(|other| rooms.contains(other.as_str()) && *other != room && !allowed.contains(&other.as_str()));
                complaints.extend(wrong.map(|other| format!("{}: `{room}` must not know `{other}`", file.display())));
            }
        }
    }
    for ban in BANS.iter().filter(|ban| ban.source == source && ban.room == room) {
        let rooms = ban.rooms.iter().filter(|other| known.contains(**other));
        let crates = ban.crates.iter().filter(|other| mentions_crate(&code, other));
        complaints.extend(rooms.chain(crates).map(|other| format!("{}: `{room}` must not know `{other}`", file.display())));
    }
    complaints
}

/// The source folder of a file and the path of its module: `src/views/cart.rs` is `views`, `cart` in `src`.
fn place(file: &Path) -> Option<(&'static str, Vec<String>)> {
    let source = ["crates/storefront/src", "src"].into_iter().find(|source| file.starts_with(source))?;
    let inner = file.strip_prefix(source).ok()?.with_extension("");
    Some((source, inner.iter().map(|part| part.to_string_lossy().into_owned()).collect()))
}

/// The rooms that `crate::room`, `super::super::room` and groups of them name.
fn mentioned_rooms(code: &str, modules: &[String]) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for (start, _) in code.match_indices("crate::") {
        let bounded = !code[..start].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
        if bounded {
            rooms.extend(heads(&code[start + "crate::".len()..]));
        }
    }
    // As many `super::` as the module is deep lead to the crate's root.
    let up = "super::".repeat(modules.len());
    for (start, _) in code.match_indices(&up) {
        if !code[..start].ends_with("super::") && !code[start + up.len()..].starts_with("super::") {
            rooms.extend(heads(&code[start + up.len()..]));
        }
    }
    rooms
}

/// The first names of what follows `crate::`: one, or each of a group in braces.
fn heads(rest: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect::<String>();
    let Some(group) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut depth, mut item, mut names) = (0_usize, String::new(), Vec::new());
    for letter in group.chars() {
        match letter {
            '}' if depth == 0 => break,
            ',' if depth == 0 => names.push(name(std::mem::take(&mut item).trim())),
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if letter != ',' || depth > 0 {
            item.push(letter);
        }
    }
    names.push(name(item.trim()));
    names
}

fn mentions_crate(code: &str, name: &str) -> bool {
    let needles = [format!("{name}::"), format!("use {name};"), format!("use {name} as ")];
    needles.iter().any(|needle| {
        code.match_indices(needle.as_str())
            .any(|(start, _)| !code[..start].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':'))
    })
}

/// Rust's text without what only talks: line comments, doc comments and string literals.
fn without_comments_and_strings(text: &str) -> String {
    let mut code = String::new();
    for line in text.lines() {
        let (mut quoted, mut escaped, mut last) = (false, false, ' ');
        for letter in line.chars() {
            if !quoted && letter == '/' && last == '/' {
                code.pop();
                break;
            }
            if letter == '"' && !escaped && last != '\'' {
                quoted = !quoted;
            } else if !quoted {
                code.push(letter);
            }
            escaped = quoted && letter == '\\' && !escaped;
            last = letter;
        }
        code.push('\n');
    }
    code
}

fn is_documented(text: &str) -> bool {
    text.lines().map(str::trim).find(|line| !line.is_empty()).is_some_and(|line| line.starts_with("//!"))
}

fn depends_on(manifest: &str, name: &str) -> bool {
    manifest
        .lines()
        .any(|line| line.trim_start().strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with(['=', '.'])))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files with these extensions below these folders, relative to the root.
fn files(folders: &[&str], extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root().join(folder)).collect();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let Ok(entry) = entry else { continue };
            let path = entry.path();
            let name = path.file_name().unwrap_or_default();
            if path.is_dir() && name != "node_modules" && name != "target" {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extensions.iter().any(|wanted| extension == *wanted)) {
                found.extend(path.strip_prefix(root()).map(Path::to_path_buf));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn bad_snippets_are_found() {
    let bad = [
        ("src/views/cart.rs", "use crate::client::carts;", "`views` must not know `client`"),
        ("src/parts/button.rs", "use crate::{model::money, state::{Cart, Shop}, text};", "`parts` must not know `state`"),
        ("src/parts/button.rs", "let shop = super::super::state::shop();", "`parts` must not know `state`"),
        ("src/views.rs", "use super::host;", "`views` must not know `host`"),
        ("src/model/money.rs", "use leptos::prelude::*;", "`model` must not know `leptos`"),
        ("src/lookout.rs", "", "the room `lookout` has no arrows"),
        ("crates/storefront/src/shop/tax.rs", "fn a(row: sqlx::Row) {}", "`shop` must not know `sqlx`"),
        ("crates/storefront/src/shop.rs", "use crate::store;", "`shop` must not know `store`"),
        ("crates/storefront/src/store/carts.rs", "use axum::Json;", "`store` must not know `axum`"),
    ];
    for (file, text, expected) in bad {
        let complaints = wrong_arrows(Path::new(file), text);
        assert!(complaints.iter().any(|complaint| complaint.contains(expected)), "{file}: {text}: {complaints:?}");
    }
}

#[test]
fn good_snippets_pass() {
    let good = [
        (
            "src/views/cart.rs",
            "use crate::{parts::{button, field}, state::Cart};\n// use crate::client\nlet a = \"crate::client::x\";",
        ),
        ("src/state/cart.rs", "use super::super::client; use super::views_seen;"),
        ("src/lib.rs", "mod mount; use crate::client;"),
        ("src/mount.rs", "use crate::app::App; use crate::host::events;"),
        ("crates/storefront/src/http/carts.rs", "use axum::Json; use crate::{shop, store};"),
        ("crates/storefront/src/shop/tax.rs", "use ucp::Total; // sqlx::Row is for the store\nlet not_sqlx = my_sqlx::a();"),
    ];
    for (file, text) in good {
        assert_eq!(wrong_arrows(Path::new(file), text), Vec::<String>::new(), "{file}");
    }
}

#[test]
fn a_missing_doc_and_a_dependency_are_seen() {
    assert!(!is_documented("use a;\n//! late") && !is_documented("") && is_documented("\n//! first"));
    assert!(depends_on("storefront = { path = \"x\" }", "storefront") && depends_on("storefront.workspace = true", "storefront"));
    assert!(!depends_on("members = [\"crates/storefront\"]\nstorefront-tools = \"1\"", "storefront"));
}
