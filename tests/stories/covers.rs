//! Every view and every word of the protocol that a fan can meet has a story. What a story covers is derived, never declared:
//! views by the classes and fields that it has to show, words by the answers of its shop.

use super::{
    answers::{Read, all},
    shelf,
    story::Story,
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use ucp::{
    catalog::{Availability, AvailabilityStatus},
    checkout::CheckoutStatus,
    fulfillment::MethodType,
    message::{Message, MessageType, Presentation, Severity},
    order::{AdjustmentStatus, AdjustmentType, EventType, OrderLineStatus},
    party::LinkType,
    total::TotalType,
};

/// What is written in quotes after `attribute=`.
fn quoted(text: &str, attribute: &str) -> Vec<String> {
    let opening = format!("{attribute}=\"");
    let parts = text.split(opening.as_str()).skip(1);
    parts.filter_map(|part| part.split('"').next()).flat_map(|words| words.split_whitespace().map(str::to_owned)).collect()
}

/// The marks of a file of markup: `.class` and `[name=field]`.
fn marks(text: &str) -> BTreeSet<String> {
    let classes = quoted(text, "class").into_iter().map(|class| format!(".{class}"));
    classes.chain(quoted(text, " name").into_iter().map(|name| format!("[name={name}]"))).collect()
}

/// The selectors that have to be found for the story to be told: what it shows, and what its steps touch.
fn selectors(story: &Story) -> Vec<String> {
    let texts = |value: &Value| match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect(),
        _ => vec![],
    };
    let steps = story.file.get("steps").and_then(Value::as_array).cloned().unwrap_or_default();
    let touched = steps.iter().flat_map(|step| ["click", "fill", "choose", "wait"].map(|kind| texts(&step[kind]))).flatten();
    texts(&story.file["shows"]).into_iter().chain(touched).collect()
}

/// The marks that a selector names.
fn named(selector: &str) -> BTreeSet<String> {
    let word =
        |text: &str| text.chars().take_while(|letter| letter.is_alphanumeric() || "-_".contains(*letter)).collect::<String>();
    let classes = selector.split('.').skip(1).map(|rest| format!(".{}", word(rest)));
    let fields = selector.split("[name=").skip(1).map(|rest| format!("[name={}]", word(rest)));
    classes.chain(fields).collect()
}

/// The files with markup below these folders.
fn drawn(folders: &[&str]) -> BTreeMap<PathBuf, BTreeSet<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut found = BTreeMap::new();
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
            } else {
                let marks = marks(&fs::read_to_string(&path).unwrap());
                found.insert(path.strip_prefix(root).unwrap().to_path_buf(), marks);
            }
        }
    }
    found
}

/// The views of which no story shows anything that is theirs alone.
fn untold(stories: &[Story], files: &BTreeMap<PathBuf, BTreeSet<String>>) -> Vec<String> {
    let told: BTreeSet<String> = stories.iter().flat_map(selectors).flat_map(|selector| named(&selector)).collect();
    let own = |marks: &BTreeSet<String>| -> BTreeSet<String> {
        marks.iter().filter(|mark| files.values().filter(|other| other.contains(*mark)).count() == 1).cloned().collect()
    };
    files
        .iter()
        .filter(|(file, marks)| file.starts_with("src/views") && !marks.is_empty())
        .map(|(file, marks)| (file, own(marks)))
        // A view of nothing but others' pieces is told by theirs.
        .filter(|(_, own)| !own.is_empty() && own.is_disjoint(&told))
        .map(|(file, own)| format!("{}: show one of {own:?}", file.display()))
        .collect()
}

#[test]
fn every_view_has_a_story() {
    let files = drawn(&["src/views", "src/parts"]);
    assert!(files.len() > 20);
    let untold = untold(&shelf().stories, &files);
    assert!(untold.is_empty(), "views without a story:\n{}", untold.join("\n"));
}

#[test]
fn a_view_without_a_story_is_noticed() {
    let mut files = drawn(&["src/views", "src/parts"]);
    files.insert("src/views/wishes.rs".into(), marks("<div class=\"button wish-list\"><input name=\"wish\"/>"));
    assert_eq!(untold(&shelf().stories, &files), ["src/views/wishes.rs: show one of {\".wish-list\", \"[name=wish]\"}"]);
}

#[test]
fn what_stories_look_for_is_something_that_the_widget_draws() {
    let drawn: BTreeSet<String> = drawn(&["src"]).into_values().flatten().collect();
    let shell = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/shell.js")).unwrap();
    for story in shelf().stories {
        assert!(!selectors(&story).is_empty(), "{} shows nothing", story.name);
        for mark in selectors(&story).iter().flat_map(|selector| named(selector)) {
            let is_address =
                mark.starts_with("[name=address_") || mark == "[name=street_address]" || mark == "[name=postal_code]";
            assert!(drawn.contains(&mark) || is_address || shell.contains(&mark[1..]), "{} looks for {mark}", story.name);
        }
    }
}

#[test]
fn a_story_says_what_it_is_and_nothing_that_nobody_reads() {
    let known = [
        "name",
        "note",
        "open",
        "page",
        "market",
        "video",
        "seconds",
        "device",
        "chunks",
        "error",
        "attributes",
        "slots",
        "answers",
        "steps",
        "shows",
    ];
    for story in shelf().stories {
        let members = story.file.as_object().unwrap();
        for member in ["name", "note"] {
            assert!(members[member].as_str().is_some_and(|text| !text.is_empty()), "{} has no {member}", story.name);
        }
        let odd: Vec<&String> = members.keys().filter(|member| !known.contains(&member.as_str())).collect();
        assert!(odd.is_empty(), "{}: {odd:?}", story.name);
    }
}

/// The words that occur in the answers, under the name of their enumeration.
#[derive(Default)]
struct Words(BTreeMap<&'static str, BTreeSet<String>>);

impl Words {
    fn add(&mut self, kind: &'static str, word: &str) {
        self.0.entry(kind).or_default().insert(word.to_owned());
    }

    fn messages(&mut self, messages: &[Message]) {
        for message in messages {
            self.add("MessageType", message.kind.as_str());
            message.severity.iter().for_each(|severity| self.add("Severity", severity.as_str()));
            message.presentation.iter().for_each(|presentation| self.add("Presentation", presentation.as_str()));
        }
    }

    fn availability(&mut self, availability: Option<&Availability>) {
        let status = availability.and_then(|availability| availability.status.as_ref());
        status.iter().for_each(|status| self.add("AvailabilityStatus", status.as_str()));
    }

    fn read(&mut self, read: &Read) {
        match read {
            Read::Search | Read::Failure => {}
            Read::Product(answer) => {
                self.messages(&answer.messages);
                answer.product.variants.iter().for_each(|variant| self.availability(variant.availability.as_ref()));
            }
            Read::Cart(cart) => {
                self.messages(&cart.messages);
                cart.totals.iter().for_each(|row| self.add("TotalType", row.kind.as_str()));
            }
            Read::Checkout(checkout) => {
                self.add("CheckoutStatus", checkout.status.as_str());
                self.messages(&checkout.messages);
                checkout.totals.iter().for_each(|row| self.add("TotalType", row.kind.as_str()));
                checkout.links.iter().for_each(|link| self.add("LinkType", link.kind.as_str()));
            }
            Read::Order(order) => {
                order.line_items.iter().for_each(|line| self.add("OrderLineStatus", line.status.as_str()));
                order.fulfillment.events.iter().for_each(|event| self.add("EventType", event.kind.as_str()));
                order.fulfillment.expectations.iter().for_each(|promise| self.add("MethodType", promise.method_type.as_str()));
                for adjustment in &order.adjustments {
                    self.add("AdjustmentType", adjustment.kind.as_str());
                    self.add("AdjustmentStatus", adjustment.status.as_str());
                }
            }
            Read::Refusal(refusal) => self.messages(&refusal.messages),
        }
    }

    fn missing(&self, kind: &'static str, words: &[&str]) -> Vec<String> {
        let told = self.0.get(kind).cloned().unwrap_or_default();
        words.iter().filter(|word| !told.contains(**word)).map(|word| format!("{kind}: {word}")).collect()
    }
}

#[test]
fn every_word_of_the_protocol_that_a_fan_can_meet_has_a_story() {
    let mut told = Words::default();
    for (_, read) in all(&shelf(), "en") {
        told.read(&read);
    }
    let missing: Vec<String> = [
        ("CheckoutStatus", CheckoutStatus::WORDS),
        ("MessageType", MessageType::WORDS),
        ("Severity", Severity::WORDS),
        ("Presentation", Presentation::WORDS),
        ("AvailabilityStatus", AvailabilityStatus::WORDS),
        ("TotalType", TotalType::WORDS),
        ("LinkType", LinkType::WORDS),
        ("OrderLineStatus", OrderLineStatus::WORDS),
        ("EventType", EventType::WORDS),
        ("MethodType", MethodType::WORDS),
        ("AdjustmentType", AdjustmentType::WORDS),
        ("AdjustmentStatus", AdjustmentStatus::WORDS),
    ]
    .into_iter()
    .flat_map(|(kind, words)| told.missing(kind, words))
    .collect();
    assert!(missing.is_empty(), "without a story: {missing:?}");
    assert_eq!(
        told.missing("CheckoutStatus", &["on_the_moon"]),
        ["CheckoutStatus: on_the_moon"],
        "a word without one is noticed"
    );
}
