//! What is open over the shelf: a stack of screens. Back closes one, Close closes all, a reload finds them again.

use crate::host::{address_bar, history};
use crate::signals::{RwSignal, StoredValue};
use ucp::money::plain;

/// A screen in the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The whole shelf, with a search.
    Shelf,
    /// A product, by id.
    Product(String),
    /// A picture of the product beneath, close up.
    Picture,
    /// The bag.
    Cart,
    /// The checkout in progress.
    Checkout,
    /// An order of this device, by id.
    Order(String),
}

impl Screen {
    /// As it is written into the history.
    fn word(&self) -> String {
        match self {
            Self::Product(id) => ["product ", id].concat(),
            Self::Shelf => "shelf".to_owned(),
            Self::Picture => "picture".to_owned(),
            Self::Cart => "cart".to_owned(),
            Self::Checkout => "checkout".to_owned(),
            Self::Order(id) => ["order ", id].concat(),
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        match word.split_once(' ') {
            Some(("product", id)) => Some(Self::Product(id.to_owned())),
            Some(("order", id)) => Some(Self::Order(id.to_owned())),
            None if word == "shelf" => Some(Self::Shelf),
            None if word == "picture" => Some(Self::Picture),
            None if word == "cart" => Some(Self::Cart),
            None if word == "checkout" => Some(Self::Checkout),
            _ => None,
        }
    }
}

/// As it stands in the history: how many entries are ours up to this one, then a screen a line.
fn write(pushed: i32, stack: &[Screen]) -> String {
    stack.iter().fold(plain(pushed.into()), |mut lines, screen| {
        lines.push('\n');
        lines.push_str(&screen.word());
        lines
    })
}

fn read(layers: &str) -> (i32, Vec<Screen>) {
    let pushed = layers.lines().next().and_then(|line| line.parse().ok()).unwrap_or(0);
    (pushed, layers.lines().skip(1).filter_map(Screen::from_word).collect())
}

/// The stack of screens of one element.
#[derive(Clone, Copy, Debug)]
pub struct Screens {
    stack: RwSignal<Vec<Screen>>,
    owner: StoredValue<String>,
    /// How many entries of the browser's history are ours up to the current one; none when we may not use it. A screen
    /// that replaces others leaves fewer layers than entries.
    pushed: StoredValue<Option<i32>>,
}

impl Screens {
    /// An element's stack: empty, or what this history entry had open before a reload.
    #[must_use]
    pub fn new(owner: String, use_history: bool) -> Self {
        let (pushed, mut open) = if use_history { entry(&owner) } else { (0, vec![]) };
        // A link that was shared: the product that it names is open, on the shelf that it was shared from.
        let linked = address_bar::fragment().and_then(|link| Some(link.strip_prefix(&anchor(&owner))?.to_owned()));
        if let Some(id) = linked.filter(|_| pushed == 0 && open.is_empty()) {
            open.push(Screen::Product(id));
            if use_history {
                // What opens over it comes back to it.
                history::replace(&owner, &write(0, &open));
            }
        }
        Self {
            stack: RwSignal::new(open),
            owner: StoredValue::new(owner),
            pushed: StoredValue::new(use_history.then_some(pushed)),
        }
    }

    /// The address of this page with a product of this shelf open.
    #[must_use]
    pub fn link(self, product: &str) -> String {
        address_bar::with_fragment(&[&anchor(&self.owner.get_value()), product].concat())
    }

    /// The screen on top.
    #[must_use]
    pub fn top(self) -> Option<Screen> {
        self.stack.try_with(|stack| stack.last().cloned()).flatten()
    }

    /// The screen that fills the panel: a picture lies over its product, which stays as it is.
    #[must_use]
    pub fn whole(self) -> Option<Screen> {
        self.stack.try_with(|stack| stack.iter().rfind(|screen| **screen != Screen::Picture).cloned()).flatten()
    }

    /// How many layers are open.
    #[must_use]
    pub fn depth(self) -> usize {
        self.stack.try_with(Vec::len).unwrap_or(0)
    }

    /// Opens a screen over what is open; does nothing when it is on top already.
    pub fn open(self, screen: Screen) {
        if self.stack.try_with_untracked(|stack| stack.last() == Some(&screen)) != Some(false) {
            return;
        }
        let mut stack = self.stack.get_untracked();
        stack.push(screen);
        if let Some(pushed) = self.pushed.get_value() {
            let allowed = history::push(&self.owner.get_value(), &write(pushed + 1, &stack));
            self.pushed.set_value(allowed.then_some(pushed + 1));
        }
        self.stack.set(stack);
    }

    /// Puts a screen in the place of the one on top (checkout → order: Back must not lead to a finished checkout).
    pub fn replace(self, screen: Screen) {
        self.set_top(|stack| {
            stack.pop();
            stack.push(screen);
        });
    }

    /// Leaves only this screen in the current entry.
    pub fn only(self, screen: Screen) {
        self.set_top(|stack| *stack = vec![screen]);
    }

    fn set_top(self, change: impl FnOnce(&mut Vec<Screen>)) {
        let Some(mut stack) = self.stack.try_get_untracked() else { return };
        change(&mut stack);
        if let Some(pushed) = self.pushed.get_value() {
            history::replace(&self.owner.get_value(), &write(pushed, &stack));
        }
        self.stack.set(stack);
    }

    /// Closes the screen on top.
    pub fn back(self) {
        if self.depth_untracked() == 0 {
            return;
        }
        match self.pushed.get_value() {
            Some(pushed) if pushed > 0 => history::back(1),
            _ => self.stack.update(|stack| drop(stack.pop())),
        }
    }

    /// Closes everything.
    pub fn close(self) {
        if self.depth_untracked() == 0 {
            return;
        }
        match self.pushed.get_value() {
            Some(pushed) if pushed > 0 => history::back(pushed),
            _ => self.stack.set(vec![]),
        }
    }

    fn depth_untracked(self) -> usize {
        self.stack.try_with_untracked(Vec::len).unwrap_or(0)
    }

    /// The browser has moved to another history entry: show what it stands for.
    pub fn follow_history(self) {
        let (pushed, layers) = entry(&self.owner.get_value());
        if self.pushed.get_value().is_some() {
            self.pushed.set_value(Some(pushed));
        }
        if self.stack.try_with_untracked(|stack| *stack != layers) == Some(true) {
            self.stack.set(layers);
        }
    }
}

/// How the fragment of a link to a product begins: with the shelf, because a page may have several.
fn anchor(owner: &str) -> String {
    let collection = owner.rsplit('#').next().unwrap_or_default();
    ["fan:", collection, ":"].concat()
}

/// What the current history entry has open for `owner`.
fn entry(owner: &str) -> (i32, Vec<Screen>) {
    history::layers(owner).map(|layers| read(&layers)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stack_survives_the_history_and_rubbish_in_it_is_skipped() {
        let stack = vec![
            Screen::Shelf,
            Screen::Product("prod_1".into()),
            Screen::Picture,
            Screen::Cart,
            Screen::Checkout,
            Screen::Order("ord_1".into()),
        ];
        assert_eq!(read(&write(2, &stack)), (2, stack));
        assert_eq!(read("rubbish\nnonsense\nproduct\ncart"), (0, vec![Screen::Cart]));
    }
}
