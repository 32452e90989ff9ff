//! `cargo xtask docs`: the page on the element's face (attributes, events, tokens, themes, parts, slots), out of the code.
//!
//! Each thing is described where it is: tables in the module docs of `src/config.rs`, `src/host/events.rs` and `src/views.rs`,
//! comments in `style/tokens.css`. What the code has and no description, or the other way round, is an error; so is a page that
//! is not what would be written.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};

use crate::project::Project;

/// The page.
const PAGE: &str = "docs/element.md";

pub(crate) fn run(project: &Project) -> Result<()> {
    let page = page(&project.root)?;
    fs::write(project.root.join(PAGE), page).with_context(|| format!("cannot write {PAGE}"))?;
    println!("wrote {PAGE}");
    Ok(())
}

/// Fails when the page is not what the code says.
pub(crate) fn check(project: &Project) -> Result<()> {
    let written = fs::read_to_string(project.root.join(PAGE)).with_context(|| format!("cannot read {PAGE}"))?;
    if page(&project.root)? != written {
        bail!("{PAGE} is not what the code says any more: run `cargo xtask docs`");
    }
    Ok(())
}

/// A row of a table in a module's doc: the name without its backticks, and the whole row.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    name: String,
    line: String,
}

/// A table of a module's doc, by the word in its first column's head.
fn table(text: &str, head: &str) -> Result<Vec<Row>> {
    let lines = text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim);
    let mut rows =
        lines.skip_while(|line| !line.starts_with(&format!("| {head} |"))).take_while(|line| line.starts_with('|')).skip(2);
    let row = |line: &str| {
        let name = line.split('`').nth(1).with_context(|| format!("a row without a name: {line}"))?;
        Ok(Row { name: name.to_owned(), line: line.to_owned() })
    };
    let found: Result<Vec<Row>> = rows.by_ref().map(row).collect();
    let found = found?;
    if found.is_empty() {
        bail!("there is no table of {head}s");
    }
    Ok(found)
}

/// What stands in quotes right after each `before`.
fn quoted(text: &str, before: &str) -> BTreeSet<String> {
    text.split(before).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// Every name has a description, every description a name.
fn agree(kind: &str, described: &[Row], used: &BTreeSet<String>) -> Result<()> {
    let names: BTreeSet<String> = described.iter().map(|row| row.name.clone()).collect();
    let nameless: Vec<&String> = used.difference(&names).collect();
    let useless: Vec<&String> = names.difference(used).collect();
    if !nameless.is_empty() {
        bail!("without a description: {kind} {nameless:?}");
    }
    if !useless.is_empty() {
        bail!("described, but not there: {kind} {useless:?}");
    }
    Ok(())
}

/// A public token: its name, what it is for, and where its value comes from when nobody sets it.
#[derive(Debug, PartialEq, Eq)]
struct Token {
    name: String,
    about: String,
    fallback: String,
}

fn tokens(css: &str) -> Result<Vec<Token>> {
    let mut found = Vec::new();
    let mut lines = css.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let Some((name, about)) = line.strip_prefix("/* --fan-").and_then(|rest| rest.strip_suffix(" */")?.split_once(": "))
        else {
            continue;
        };
        let read = format!("var(--fan-{name}, ");
        let value = lines.peek().and_then(|next| next.split_once(&read)).map(|(_, rest)| rest.trim_end_matches(';'));
        let value = value.with_context(|| format!("--fan-{name} is described and not read right below"))?;
        // The bracket that closes `var` itself, wherever the rest of the line goes on.
        let mut depth = 1_i32;
        let end = value.char_indices().find(|(_, letter)| {
            depth += i32::from(*letter == '(') - i32::from(*letter == ')');
            depth == 0
        });
        let fallback = end.map_or(value, |(at, _)| &value[..at]);
        found.push(Token { name: format!("--fan-{name}"), about: about.to_owned(), fallback: fallback.to_owned() });
    }
    let read: BTreeSet<String> = css
        .split("var(--fan-")
        .skip(1)
        .filter_map(|rest| rest.split([',', ')']).next())
        .map(|name| format!("--fan-{name}"))
        .collect();
    let rows: Vec<Row> = found.iter().map(|token| Row { name: token.name.clone(), line: String::new() }).collect();
    agree("token", &rows, &read)?;
    Ok(found)
}

/// The themes with what each sets, in the order of the first one.
fn themes(css: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut found: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for line in css.lines().map(str::trim) {
        if line == ":host {" {
            found.push(("paper".to_owned(), Vec::new()));
        } else if let Some(name) = line.strip_prefix(":host([theme=\"").and_then(|rest| rest.split('"').next()) {
            found.push((name.to_owned(), Vec::new()));
        } else if let Some((name, value)) = line.strip_prefix("--_t-").and_then(|rest| rest.split_once(": "))
            && let Some((_, values)) = found.last_mut()
        {
            values.push((name.to_owned(), value.trim_end_matches(';').to_owned()));
        }
    }
    found
}

/// `light-dark(#fff, #000)` as `#fff / #000`.
fn readable(value: &str) -> String {
    let pair = value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')')).and_then(|rest| rest.split_once(", "));
    pair.map_or_else(|| format!("`{value}`"), |(light, dark)| format!("`{light}` / `{dark}`"))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

fn page(root: &Path) -> Result<String> {
    let read = |file: &str| fs::read_to_string(root.join(file)).with_context(|| format!("cannot read {file}"));
    let (shell, config, events, views) =
        (read("src/shell.js")?, read("src/config.rs")?, read("src/host/events.rs")?, read("src/views.rs")?);
    let css = read("style/tokens.css")?;
    let mut code = shell.clone();
    for file in files(&root.join("src"))?.iter().filter(|file| file.extension().is_some_and(|kind| kind == "rs")) {
        code.push_str(&fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?);
    }

    let observed = shell.split("observedAttributes = [").nth(1).and_then(|rest| rest.split(']').next()).unwrap_or_default();
    let observed: BTreeSet<String> = observed.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    let base = read("style/base.css")?;
    let styled = [&css, &base].into_iter().flat_map(|css| css.split(":host([").skip(1)).filter_map(|rest| rest.split_once("=\""));
    let mut used: BTreeSet<String> = styled.map(|(name, _)| name.to_owned()).collect();
    used.extend(observed.iter().cloned());
    used.extend(quoted(&config, " attribute(\"").into_iter().chain(quoted(&config, "&attribute(\"")));
    used.extend(quoted(&code, "host.get_attribute(\""));
    let attributes = table(&config, "attribute")?;
    agree("attribute", &attributes, &used)?;

    let told = table(&events, "event")?;
    agree("event", &told, &quoted(&code, "tell(\"").into_iter().chain(quoted(&shell, "CustomEvent(\"")).collect())?;
    let parts = table(&views, "part")?;
    agree("part", &parts, &quoted(&code, "part=\""))?;
    let slots = table(&views, "slot")?;
    agree("slot", &slots, &quoted(&code, "<slot name=\""))?;

    let mut text = String::from(
        "<!-- Written by `cargo xtask docs` from the code; `cargo xtask test lint` fails when they differ. -->\n\n\
         # The element's face\n\nWhat a page can say to `<fan-shelf>`, hear from it, and change about its looks.\n\n## Attributes\n\n\
         | attribute | meaning | when it changes |\n|---|---|---|\n",
    );
    for Row { name, line } in &attributes {
        let when = match name.as_str() {
            "theme" | "scheme" => "at once",
            name if observed.contains(name) => "the element starts anew",
            _ => "read at the start",
        };
        let _ok = writeln!(text, "{line} {when} |");
    }
    section(&mut text, "Events", "They bubble and leave the shadow root (`composed`).", "| event | when | detail |", &told);
    text.push_str(
        "\n## Tokens\n\nCustom properties, set on the element or above it. A token that nobody sets has its theme's value.\n\n\
         | token | what it is | value when it is not set |\n|---|---|---|\n",
    );
    let tokens = tokens(&css)?;
    let called = |private: &str| tokens.iter().find(|token| token.fallback == private).map(|token| token.name.as_str());
    for Token { name, about, fallback } in &tokens {
        let other = fallback.strip_prefix("var(--_").and_then(|rest| rest.strip_suffix(')'));
        let value = match other {
            Some(of_theme) if of_theme.starts_with("t-") => "the theme's".to_owned(),
            Some(token) => format!("as `--fan-{token}`"),
            None => readable(fallback),
        };
        let _ok = writeln!(text, "| `{name}` | {about} | {value} |");
    }
    let themes = themes(&css);
    let names: Vec<&str> = themes.iter().map(|(name, _)| name.as_str()).collect();
    let _ok = write!(
        text,
        "\n## Themes\n\n`theme=\"…\"`; colours in light / dark. Where a theme says nothing, the first one does.\n\n| token | {} |\n|---{}|\n",
        names.join(" | "),
        "|---".repeat(names.len()),
    );
    for (token, _) in themes.first().map(|(_, values)| values.as_slice()).unwrap_or_default() {
        let cells = themes.iter().map(|(_, values)| {
            values.iter().find(|(name, _)| name == token).map(|(_, value)| readable(value)).unwrap_or_default()
        });
        let name = called(&format!("var(--_t-{token})")).with_context(|| format!("no token reads --_t-{token}"))?;
        let _ok = writeln!(text, "| `{name}` | {} |", cells.collect::<Vec<_>>().join(" | "));
    }
    section(&mut text, "Parts", "For `fan-shelf::part(…)`.", "| part | what it is |", &parts);
    section(
        &mut text,
        "Slots",
        "Children of the element with this `slot`. Children without one are shown when the element cannot start.",
        "| slot | where it stands, and what stands there otherwise |",
        &slots,
    );
    Ok(text)
}

fn section(text: &mut String, title: &str, about: &str, head: &str, rows: &[Row]) {
    let columns = "|---".repeat(head.matches('|').count() - 1);
    let _ok = write!(text, "\n## {title}\n\n{about}\n\n{head}\n{columns}|\n");
    for row in rows {
        let _ok = writeln!(text, "{}", row.line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_out_of_a_modules_doc() {
        let text = "//! Words.\n//!\n//! | part | what |\n//! |---|---|\n//! | `card` | a card |\n//!\n//! More.\nuse a;\n";
        assert_eq!(table(text, "part").unwrap(), [Row { name: "card".into(), line: "| `card` | a card |".into() }]);
        assert!(table(text, "slot").is_err());
    }

    #[test]
    fn a_name_without_a_description_and_a_description_without_a_name_are_mistakes() {
        let rows = [Row { name: "card".into(), line: String::new() }];
        assert!(agree("part", &rows, &quoted("<a part=\"card\">", "part=\"")).is_ok());
        assert!(
            agree("part", &rows, &quoted("<a part=\"card\"><b part=\"bag\">", "part=\""))
                .unwrap_err()
                .to_string()
                .contains("bag")
        );
        assert!(agree("part", &rows, &BTreeSet::new()).unwrap_err().to_string().contains("card"));
    }

    #[test]
    fn a_token_has_its_comment_and_its_fallback() {
        let css = "/* --fan-gap: air */\n--_gap: calc(0.25em * var(--fan-gap, 1));\n/* --fan-ink: text */\n--_ink: var(--fan-ink, light-dark(#000, #fff));";
        let found = tokens(css).unwrap();
        assert_eq!((found[0].name.as_str(), found[0].fallback.as_str()), ("--fan-gap", "1"));
        assert_eq!(readable(&found[1].fallback), "`#000` / `#fff`");
        assert!(tokens("--_ink: var(--fan-ink, #000);").is_err(), "a token without a comment");
    }

    #[test]
    fn themes_come_with_what_they_set() {
        let css = ":host {\n--_t-ink: #000;\n}\n:host([theme=\"night\"]) {\n--_t-ink: #fff;\n}";
        assert_eq!(themes(css)[1], ("night".into(), vec![("ink".into(), "#fff".into())]));
    }
}
