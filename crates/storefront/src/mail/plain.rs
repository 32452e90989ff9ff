//! A letter without HTML.

use std::fmt::Write as _;

use super::letter::{Letter, Weight};

/// The letter as text: what every mail program can show, and what is read out.
#[must_use]
pub fn text(letter: &Letter) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let mut say = |line: &str| {
        let _ = writeln!(text, "{line}");
    };
    say(&letter.title);
    say("");
    say(&letter.hello);
    say("");
    for sentence in &letter.lead {
        say(sentence);
    }
    if !letter.lines.is_empty() {
        say("");
        say(letter.heading);
        for line in &letter.lines {
            let amount = line.amount.as_deref().map(|amount| format!("  {amount}")).unwrap_or_default();
            say(&format!("  {} × {}{amount}", line.quantity, line.title));
            if let Some(text) = &line.text {
                say(&format!("    “{text}”"));
            }
        }
    }
    if !letter.rows.is_empty() {
        say("");
    }
    for row in &letter.rows {
        let indent = if row.weight == Weight::Part { "    " } else { "  " };
        say(&format!("{indent}{}: {}", row.name, row.amount));
    }
    for fact in &letter.facts {
        say("");
        say(fact.name);
        for line in &fact.lines {
            say(&format!("  {line}"));
        }
    }
    for link in letter.track.iter().chain([&letter.order]) {
        say("");
        say(&format!("{}:", link.text));
        say(&link.url);
    }
    say("");
    say("--");
    for line in &letter.foot {
        say(line);
    }
    text
}
