//! The page's nodes: what `view!` builds, and how it follows the signals that it reads.
//!
//! Leptos's own renderer makes a type, and so a copy of itself, of every piece of markup. Here there is one type: [`View`].
//! Elements are made at once; a closure is put into the page by an effect that replaces what it gave before. Signals, effects,
//! owners and components are Leptos's, and everything here lives as long as the owner it was made under.
//!
//! Two things to know when writing views: a closure that gives elements gives new ones each time it runs, so let it read a
//! `Memo` of what really matters (focus and typed text are in the elements); and a list whose rows stay is an [`each`].

pub mod list;
pub mod value;

pub use list::each;
pub use value::{Value, aria, attribute, property, variable};
pub use view::view;

use crate::signals::{Effect, RwSignal, Signal, StoredValue};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Node};

#[wasm_bindgen(module = "/src/dom/nodes.js")]
extern "C" {
    #[wasm_bindgen(js_name = make)]
    fn make_element(text: &str) -> Element;
    fn put(parent: &Node, node: &Node, before: Option<&Node>);
    fn write(parent: &Node, text: &str, before: Option<&Node>) -> Node;
    fn sweep(start: &Node, end: &Node, text: Option<&str>);
    fn follow_scroll(element: &Element, call: &js_sys::Function) -> js_sys::Function;
}

/// What a closure in the markup is, whatever it gives.
type Follow = Box<dyn FnMut() -> View>;

/// What a component is handed as its content, to be drawn once.
pub type Children = Box<dyn FnOnce() -> View>;

/// What a component is handed as its content, to be drawn again whenever it opens.
pub type Content = Box<dyn Fn() -> View>;

/// A piece of the page.
pub enum View {
    /// Nothing to see.
    Nothing,
    /// Text.
    Text(String),
    /// An element with everything in it.
    Node(Node),
    /// Several pieces, in order.
    Many(Vec<View>),
    /// What a closure gives, followed while its owner lives.
    Live(Follow),
    /// Rows that stay while their key does.
    List(list::Rows),
}

impl View {
    /// Puts the piece into `parent`, before a node or at its end.
    fn put(self, parent: &Node, before: Option<&Node>) {
        match self {
            Self::Nothing => {}
            Self::Text(text) => drop(write(parent, &text, before)),
            Self::Node(node) => put(parent, &node, before),
            Self::Many(views) => views.into_iter().for_each(|view| view.put(parent, before)),
            Self::Live(follow) => live(follow, parent, before),
            Self::List(rows) => list::follow(rows, parent, before),
        }
    }
}

/// Follows a closure: what it gives stands between two empty text nodes.
fn live(mut follow: Follow, parent: &Node, before: Option<&Node>) {
    let (start, end) = (write(parent, "", before), write(parent, "", before));
    keep(RenderEffect::new(move |_: Option<()>| {
        let view = follow();
        if let View::Text(text) = view {
            sweep(&start, &end, Some(&text));
        } else {
            sweep(&start, &end, None);
            if let Some(parent) = end.parent_node() {
                view.put(&parent, Some(&end));
            }
        }
    }));
}

/// Keeps an effect for as long as the current owner lives.
fn keep(effect: RenderEffect<()>) {
    on_cleanup(move || drop(effect));
}

impl From<Element> for View {
    fn from(element: Element) -> Self {
        Self::Node(element.into())
    }
}

impl<C: Child> FromIterator<C> for View {
    fn from_iter<I: IntoIterator<Item = C>>(pieces: I) -> Self {
        Self::Many(pieces.into_iter().map(Child::draw).collect())
    }
}

/// What can stand in markup.
pub trait Child {
    /// The piece of the page that it is.
    fn draw(self) -> View;
}

impl Child for View {
    fn draw(self) -> View {
        self
    }
}

impl Child for () {
    fn draw(self) -> View {
        View::Nothing
    }
}

impl Child for String {
    fn draw(self) -> View {
        View::Text(self)
    }
}

impl Child for &'static str {
    fn draw(self) -> View {
        View::Text(self.to_owned())
    }
}

impl Child for Signal<String> {
    fn draw(self) -> View {
        (move || self.get()).draw()
    }
}

impl<C: Child> Child for Option<C> {
    fn draw(self) -> View {
        self.map_or(View::Nothing, Child::draw)
    }
}

impl<C: Child> Child for Vec<C> {
    fn draw(self) -> View {
        self.into_iter().collect()
    }
}

impl<F, C> Child for F
where
    F: FnMut() -> C + 'static,
    C: Child,
{
    fn draw(mut self) -> View {
        View::Live(Box::new(move || self().draw()))
    }
}

/// Makes an element with literal attributes: the text is what `view!` has written.
#[must_use]
pub fn element(text: &'static str) -> Element {
    make_element(text)
}

/// Adds a child at the end of an element.
pub fn append(element: &Element, child: impl Child) {
    child.draw().put(element, None);
}

/// Calls `handler` on an event of the element, for as long as the owner lives.
pub fn on<E: JsCast + 'static>(element: &Element, event: &str, handler: impl Fn(E) + 'static) {
    listen(element, event, Box::new(move |event| handler(event.unchecked_into())));
}

fn listen(element: &Element, event: &str, handler: Box<dyn Fn(web_sys::Event)>) {
    // An element that is taken out can still lose the focus or end a transition: its handler is gone with its owner then.
    let handler = StoredValue::new(std::rc::Rc::<dyn Fn(web_sys::Event)>::from(handler));
    let call = Closure::<dyn Fn(web_sys::Event)>::new(move |event| {
        if let Some(handler) = handler.try_get_value() {
            handler(event);
        }
    });
    let _ = element.add_event_listener_with_callback(event, call.into_js_value().unchecked_ref());
}

/// Calls `look` when anything that holds the element scrolls, for as long as the owner lives.
pub fn on_scroll(element: NodeRef<HtmlElement>, look: impl Fn() + 'static) {
    let end = StoredValue::new(None::<js_sys::Function>);
    element.on_load(move |element| {
        let call = Closure::<dyn Fn()>::new(look).into_js_value();
        end.set_value(Some(follow_scroll(&element, call.unchecked_ref())));
    });
    on_cleanup(move || {
        if let Some(end) = end.try_get_value().flatten() {
            let _ = end.call0(&JsValue::NULL);
        }
    });
}

/// A reference to an element of the markup (`node_ref=…`), there as soon as the markup is built.
#[derive(Debug)]
pub struct NodeRef<T = HtmlElement> {
    element: RwSignal<Option<Element>>,
    kind: std::marker::PhantomData<fn() -> T>,
}

impl<T> Clone for NodeRef<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for NodeRef<T> {}

impl<T: JsCast> NodeRef<T> {
    /// Refers to nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self { element: RwSignal::new(None), kind: std::marker::PhantomData }
    }

    /// Refers to this element from now on.
    pub fn load(self, element: &Element) {
        self.element.set(Some(element.clone()));
    }

    /// The element, followed.
    #[must_use]
    pub fn get(self) -> Option<T> {
        self.element.get().map(JsCast::unchecked_into)
    }

    /// Does something with the element once it is in the page.
    pub fn on_load(self, work: impl FnOnce(T) + 'static)
    where
        T: 'static,
    {
        let mut work = Some(work);
        Effect::new(move |_: Option<()>| {
            if let Some(element) = self.get()
                && let Some(work) = work.take()
            {
                untrack(|| work(element));
            }
        });
    }

    /// The element as it is now; none when its owner is gone.
    #[must_use]
    pub fn get_untracked(self) -> Option<T> {
        self.element.try_get_untracked().flatten().map(JsCast::unchecked_into)
    }
}

impl<T: JsCast> Default for NodeRef<T> {
    fn default() -> Self {
        Self::new()
    }
}

/// What is drawn into an element; dropping it empties the element and cleans up.
pub struct Mounted {
    parent: Element,
    owner: Owner,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.owner.cleanup();
        self.parent.set_text_content(None);
    }
}

/// Draws into an element, under the current owner.
#[must_use]
pub fn mount(parent: Element, draw: impl FnOnce() -> View) -> Mounted {
    // Fails only when an element before has started it.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(|| draw().put(&parent, None));
    Mounted { parent, owner }
}
