//! A list whose rows stay while their key does: they move, and keep their elements, focus and state.

use super::{Child, View, keep, sweep, write};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::Node;

#[wasm_bindgen(module = "/src/dom/nodes.js")]
extern "C" {
    #[wasm_bindgen(js_name = move)]
    fn move_range(start: &Node, end: &Node, before: &Node);
}

/// A row to be shown: its key, and how it is drawn when it is not there yet.
pub type Wanted = (String, Box<dyn FnOnce() -> View>);

/// Which rows are to be shown, followed.
pub type Rows = Box<dyn Fn() -> Vec<Wanted>>;

/// The rows of `items`: one for each `key`, drawn once by `row`.
pub fn each<T: 'static, C: Child>(
    items: impl Fn() -> Vec<T> + 'static,
    key: impl Fn(&T) -> String + 'static,
    row: impl Fn(T) -> C + Clone + 'static,
) -> View {
    let wanted = move |item: T| -> Wanted {
        let row = row.clone();
        (key(&item), Box::new(move || row(item).draw()))
    };
    View::List(Box::new(move || items().into_iter().map(&wanted).collect()))
}

/// A row in the page, between its two marks.
struct Row {
    key: String,
    start: Node,
    end: Node,
    owner: Owner,
}

impl Row {
    fn draw(key: String, view: Box<dyn FnOnce() -> View>, owner: &Owner, parent: &Node, before: &Node) -> Self {
        let (start, end) = (write(parent, "", Some(before)), write(parent, "", Some(before)));
        let owner = owner.child();
        owner.with(|| view().put(parent, Some(&end)));
        Self { key, start, end, owner }
    }

    fn remove(self) {
        self.owner.cleanup();
        sweep(&self.start, &self.end, None);
        for mark in [self.start, self.end] {
            if let Some(parent) = mark.parent_node() {
                let _ = parent.remove_child(&mark);
            }
        }
    }
}

/// Keeps rows in step with what is wanted, before a mark at the list's end.
pub(super) fn follow(wanted: Rows, parent: &Node, before: Option<&Node>) {
    let end = write(parent, "", before);
    // Rows belong to the list's owner, not to one run of its effect. Weak, or the owner would keep itself alive.
    let owner = Owner::current().map(|owner| owner.downgrade());
    let mut rows: Vec<Row> = Vec::new();
    keep(RenderEffect::new(move |_: Option<()>| {
        let wanted = wanted();
        if let Some(owner) = owner.as_ref().and_then(|owner| owner.upgrade()) {
            untrack(|| reconcile(&mut rows, wanted, &owner, &end));
        }
    }));
}

fn reconcile(rows: &mut Vec<Row>, wanted: Vec<Wanted>, owner: &Owner, end: &Node) {
    let Some(parent) = end.parent_node() else { return };
    let mut before = std::mem::take(rows);
    for (key, view) in wanted {
        let known = before.iter().position(|row| row.key == key).map(|at| before.remove(at));
        rows.push(known.unwrap_or_else(|| Row::draw(key, view, owner, &parent, end)));
    }
    before.into_iter().for_each(Row::remove);
    let mut next = end;
    for row in rows.iter().rev() {
        move_range(&row.start, &row.end, next);
        next = &row.start;
    }
}
