//! The stories' shop speaks as this one does: its answers are held against the protocol's JSON Schemas as well.

#[path = "../../../../tests/stories/story.rs"]
mod story;

use crate::schemas::{Exchange, check};
use std::path::Path;
use story::{LANGUAGES, Shelf};

#[test]
fn every_answer_of_a_story_fits_its_schema() {
    let shelf = Shelf::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."));
    for lang in LANGUAGES {
        let told = shelf.stories.iter().flat_map(|story| shelf.answers(story, lang));
        for answer in told.chain(shelf.ordinary(lang)) {
            let Some(body) = &answer.body else { continue };
            let (method, path) = answer.to.split_once(' ').unwrap();
            let path = format!("/ucp/v1{}", path.replace('*', "id"));
            check(&Exchange { method, path: &path, status: u16::try_from(answer.status).unwrap(), body });
        }
    }
}
