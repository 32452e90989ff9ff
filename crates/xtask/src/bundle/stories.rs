//! The list of all stories, which a page cannot ask a folder for: `stories/index.json`, in the order of a purchase.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use super::{read_text, write};

/// The screens, in the order in which a fan meets them; others follow by name.
const SCREENS: [&str; 5] = ["shelf", "product", "bag", "checkout", "order"];

/// Writes the list beside the stories that Trunk has copied.
pub(super) fn run(staging: &Path) -> Result<()> {
    let folder = staging.join("stories");
    let stories: Result<Vec<Value>> = names(&folder)?.iter().map(|name| entry(&folder, name)).collect();
    let stories = stories?;
    if stories.is_empty() {
        bail!("{} holds no story", folder.display());
    }
    write(&folder.join("index.json"), Value::from(stories).to_string().as_bytes())
}

/// Brings a built site's stories up to date. Compressed twins of the old ones go with them.
pub(crate) fn refresh(stories: &Path, dist: &Path) -> Result<()> {
    let shipped = dist.join("stories");
    if shipped.is_dir() {
        fs::remove_dir_all(&shipped).with_context(|| format!("cannot clear {}", shipped.display()))?;
    }
    for screen in inside(stories)?.into_iter().filter(|path| path.is_dir()) {
        let folder = shipped.join(screen.file_name().unwrap_or_default());
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        for file in inside(&screen)? {
            fs::copy(&file, folder.join(file.file_name().unwrap_or_default()))
                .with_context(|| format!("cannot copy {}", file.display()))?;
        }
    }
    run(dist)
}

fn inside(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    entries.map(|entry| Ok(entry.with_context(|| format!("cannot read {}", folder.display()))?.path())).collect()
}

/// The stories below the folder, as `screen/state`. What several of them share, in `data`, is none.
fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for screen in inside(folder)?.into_iter().filter(|path| path.is_dir() && !path.ends_with("data")) {
        for file in inside(&screen)?.iter().filter(|file| file.extension().is_some_and(|kind| kind == "json")) {
            let name = [&screen, file].map(|path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned());
            names.push(name.join("/"));
        }
    }
    let place = |name: &String| {
        let screen = name.split('/').next().unwrap_or_default().to_owned();
        (SCREENS.iter().position(|known| *known == screen).unwrap_or(SCREENS.len()), name.clone())
    };
    names.sort_by_key(place);
    Ok(names)
}

fn entry(folder: &Path, name: &str) -> Result<Value> {
    let story: Value = serde_json::from_str(&read_text(&folder.join(format!("{name}.json")))?)
        .with_context(|| format!("stories/{name}.json is not JSON"))?;
    Ok(json!({ "story": name, "name": story["name"], "note": story["note"] }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stories_are_listed_in_the_order_of_a_purchase_and_what_they_share_is_not() {
        let place = tempfile::tempdir().unwrap();
        for (name, text) in [
            ("order/placed", "{\"name\":\"Placed\",\"note\":\"n\"}"),
            ("shelf/row", "{}"),
            ("data/words", "{}"),
            ("zoo/cat", "{}"),
        ] {
            let file = place.path().join("stories").join(format!("{name}.json"));
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        run(place.path()).unwrap();
        let list: Vec<Value> =
            serde_json::from_str(&fs::read_to_string(place.path().join("stories/index.json")).unwrap()).unwrap();
        assert_eq!(
            list.iter().map(|story| story["story"].as_str().unwrap()).collect::<Vec<_>>(),
            ["shelf/row", "order/placed", "zoo/cat"]
        );
        assert_eq!(list[1]["name"], "Placed");
    }

    #[test]
    fn a_built_site_gets_the_stories_of_now() {
        let place = tempfile::tempdir().unwrap();
        for (file, text) in [
            ("stories/bag/one.json", "{\"name\":\"One\"}"),
            ("dist/stories/bag/gone.json", "{}"),
            ("dist/stories/bag/one.json.br", "old"),
        ] {
            let file = place.path().join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        let dist = place.path().join("dist");
        refresh(&place.path().join("stories"), &dist).unwrap();
        let left: Vec<PathBuf> = inside(&dist.join("stories/bag")).unwrap();
        assert_eq!(left, [dist.join("stories/bag/one.json")]);
        assert!(fs::read_to_string(dist.join("stories/index.json")).unwrap().contains("bag/one"));
    }

    #[test]
    fn a_site_without_stories_is_a_mistake() {
        let place = tempfile::tempdir().unwrap();
        fs::create_dir_all(place.path().join("stories/data")).unwrap();
        assert!(run(place.path()).is_err());
    }
}
