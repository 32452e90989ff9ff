//! Story files, read as `pages/stories/shop.js` reads them.

use serde_json::{Map, Value};
use std::{cell::RefCell, collections::BTreeSet, fs, path::Path};

/// The languages in which the stories' shop speaks.
pub(crate) const LANGUAGES: [&str; 3] = ["en", "ar", "ja"];

/// A story: its name (`checkout/declined`) and its file.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    pub(crate) name: String,
    pub(crate) file: Value,
}

/// What a story's shop answers to a request.
#[derive(Debug)]
pub(crate) struct Answer {
    /// `POST /carts`; a `*` is an id.
    pub(crate) to: String,
    /// HTTP status.
    pub(crate) status: u64,
    /// The body, without abbreviations; none when no answer ever comes.
    pub(crate) body: Option<Value>,
}

/// All stories and what they share.
#[derive(Debug)]
pub(crate) struct Shelf {
    pub(crate) stories: Vec<Story>,
    pub(crate) data: Map<String, Value>,
    /// Which shared pieces and words were asked for so far.
    pub(crate) used: RefCell<BTreeSet<String>>,
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{} is not JSON: {error}", path.display()))
}

impl Shelf {
    /// Everything below `stories/` of the project.
    pub(crate) fn read(project: &Path) -> Self {
        let folder = project.join("stories");
        let (mut stories, mut data) = (Vec::new(), Map::new());
        for screen in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
            for file in fs::read_dir(&screen).unwrap().map(|entry| entry.unwrap().path()) {
                let [room, stem] = [&screen, &file].map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned());
                if room == "data" {
                    data.insert(stem, read(&file));
                } else {
                    stories.push(Story { name: format!("{room}/{stem}"), file: read(&file) });
                }
            }
        }
        stories.sort_by(|one, other| one.name.cmp(&other.name));
        Self { stories, data, used: RefCell::default() }
    }

    /// A value without abbreviations: `$use`, `@words` and `{site}`.
    ///
    /// # Errors
    /// What cannot be found.
    pub(crate) fn resolve(&self, value: &Value, lang: &str) -> Result<Value, String> {
        match value {
            Value::String(text) => self.text(text, lang).map(Value::String),
            Value::Array(items) => items.iter().map(|item| self.resolve(item, lang)).collect(),
            Value::Object(members) => {
                let own = members.iter().filter(|(name, _)| *name != "$use");
                let own = own.map(|(name, item)| Ok((name.clone(), self.resolve(item, lang)?)));
                let own = Value::Object(own.collect::<Result<_, String>>()?);
                let Some(used) = members.get("$use").and_then(Value::as_str) else { return Ok(own) };
                let (file, name) = used.split_once('#').ok_or_else(|| format!("{used} names no piece"))?;
                let piece = self.data.get(file).and_then(|file| file.get(name)).ok_or_else(|| format!("there is no {used}"))?;
                self.used.borrow_mut().insert(used.to_owned());
                Ok(merge(self.resolve(piece, lang)?, own))
            }
            other => Ok(other.clone()),
        }
    }

    fn text(&self, text: &str, lang: &str) -> Result<String, String> {
        let Some(name) = text.strip_prefix('@') else { return Ok(text.replace("{site}", "https://site.example")) };
        let words = self.data["words"].get(name).ok_or_else(|| format!("there are no words {text}"))?;
        self.used.borrow_mut().insert(text.to_owned());
        let spoken = words.get(lang).or_else(|| words.get("en")).and_then(Value::as_str);
        spoken.map(str::to_owned).ok_or_else(|| format!("{text} is not said in English"))
    }

    /// A story's own answers in a language.
    pub(crate) fn answers(&self, story: &Story, lang: &str) -> Vec<Answer> {
        let list = story.file.get("answers").and_then(Value::as_array).cloned().unwrap_or_default();
        list.iter().map(|answer| self.answer(answer, lang).unwrap_or_else(|error| panic!("{}: {error}", story.name))).collect()
    }

    /// The answers of the shop where a story says nothing.
    pub(crate) fn ordinary(&self, lang: &str) -> Vec<Answer> {
        self.data["ordinary"].as_array().unwrap().iter().map(|answer| self.answer(answer, lang).unwrap()).collect()
    }

    fn answer(&self, answer: &Value, lang: &str) -> Result<Answer, String> {
        let resolved = self.resolve(answer, lang)?;
        Ok(Answer {
            to: resolved["to"].as_str().ok_or("an answer to nothing")?.to_owned(),
            status: resolved["status"].as_u64().unwrap_or(200),
            body: resolved.get("body").cloned(),
        })
    }
}

/// RFC 7396: objects are merged, null takes a member away, everything else replaces.
pub(crate) fn merge(base: Value, patch: Value) -> Value {
    let Value::Object(patch) = patch else { return patch };
    let mut merged = if let Value::Object(base) = base { base } else { Map::new() };
    for (name, value) in patch {
        let before = merged.remove(&name);
        if !value.is_null() {
            merged.insert(name, merge(before.unwrap_or(Value::Null), value));
        }
    }
    Value::Object(merged)
}
