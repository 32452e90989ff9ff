//! A page with one element on it and a shop that answers as told.

use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement};

/// What the shop answers to a request whose method and path end so.
#[derive(Clone)]
pub(crate) struct Answer {
    ending: &'static str,
    status: u16,
    body: String,
}

/// An answer with status 200.
pub(crate) fn ok(ending: &'static str, body: &str) -> Answer {
    Answer { ending, status: 200, body: body.to_owned() }
}

/// An answer with another status.
pub(crate) fn status(ending: &'static str, status: u16, body: &str) -> Answer {
    Answer { ending, status, body: body.to_owned() }
}

/// The page, the element and what was asked of the shop.
pub(crate) struct Stage {
    frame: HtmlElement,
    mounted: Option<fanshelf::mount::Mounted>,
    asked: Rc<RefCell<Vec<String>>>,
    answers: Rc<RefCell<Vec<Answer>>>,
}

/// What the device remembers.
pub(crate) fn storage() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Lets the browser and the widget do what they have to do.
pub(crate) async fn settle() {
    for _ in 0..12 {
        let soon = Promise::new(&mut |resolve, _| {
            web_sys::window().unwrap().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 12).unwrap();
        });
        JsFuture::from(soon).await.unwrap();
    }
}

impl Stage {
    /// An element in `lang`, whose shop gives `answers`; requests that no answer fits never end.
    pub(crate) async fn open(lang: &str, answers: Vec<Answer>) -> Self {
        Self::open_with(lang, &[], answers).await
    }

    /// The same with attributes on the element.
    pub(crate) async fn open_with(lang: &str, attributes: &[(&str, &str)], answers: Vec<Answer>) -> Self {
        storage().clear().unwrap();
        Self::beside(lang, attributes, answers).await
    }

    /// The same on a device that remembers what it has seen.
    pub(crate) async fn beside(lang: &str, attributes: &[(&str, &str)], answers: Vec<Answer>) -> Self {
        web_sys::window().unwrap().history().unwrap().replace_state(&JsValue::NULL, "").unwrap();
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        for (name, value) in attributes {
            host.set_attribute(name, value).unwrap();
        }
        document().body().unwrap().append_child(&host).unwrap();
        let root = host.attach_shadow(&web_sys::ShadowRootInit::new(web_sys::ShadowRootMode::Open)).unwrap();
        let frame: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        frame.set_class_name("fan");
        frame.set_attribute("dir", if lang == "ar" { "rtl" } else { "ltr" }).unwrap();
        root.append_child(&frame).unwrap();
        dress(&root);

        let asked = Rc::new(RefCell::new(vec![]));
        let answers = Rc::new(RefCell::new(answers));
        let door = door(asked.clone(), answers.clone());
        let settings = settings(lang, &door);
        if let Some((_, page)) = attributes.iter().find(|(name, _)| *name == "page") {
            Reflect::set(&settings, &"page".into(), &JsValue::from_str(page)).unwrap();
        }
        let mounted = Some(fanshelf::mount::mount(host, frame.clone(), door.unchecked_into(), settings));
        settle().await;
        Self { frame, mounted, asked, answers }
    }

    /// From now on the shop answers this first.
    pub(crate) fn answer(&self, answer: Answer) {
        self.answers.borrow_mut().insert(0, answer);
    }

    /// What was asked of the shop: `METHOD url body`, oldest first.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.borrow().clone()
    }

    /// The first element that the selector finds.
    pub(crate) fn find(&self, selector: &str) -> Option<Element> {
        self.frame.query_selector(selector).unwrap()
    }

    /// All elements that the selector finds.
    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        let list = self.frame.query_selector_all(selector).unwrap();
        (0..list.length()).filter_map(|n| list.get(n)).map(JsCast::unchecked_into).collect()
    }

    /// The text that the selector's first element shows.
    pub(crate) fn text(&self, selector: &str) -> String {
        self.find(selector).and_then(|element| element.text_content()).unwrap_or_default()
    }

    /// Clicks what the selector finds first, and waits.
    pub(crate) async fn click(&self, selector: &str) {
        let element: HtmlElement = self.find(selector).unwrap_or_else(|| panic!("nothing to click: {selector}")).unchecked_into();
        element.click();
        settle().await;
    }

    /// Presses a key on what the selector finds first, and waits.
    pub(crate) async fn press(&self, selector: &str, key: &str) {
        let init = web_sys::KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        let element = self.find(selector).unwrap_or_else(|| panic!("nothing to press a key on: {selector}"));
        element.dispatch_event(&event).unwrap();
        settle().await;
    }

    /// Scrolls a list to its end, as a thumb would, and waits.
    pub(crate) async fn scroll_to_end(&self, selector: &str) {
        let list = self.find(selector).unwrap();
        list.set_scroll_left(list.scroll_width());
        settle().await;
        settle().await;
    }

    /// Every control has a name, and every picture an alternative text, even if empty.
    pub(crate) fn assert_named(&self) {
        for control in self.all("button, input, select, textarea, iframe") {
            let named =
                ["aria-label", "title"].iter().any(|name| control.get_attribute(name).is_some_and(|text| !text.is_empty()))
                    || control.text_content().is_some_and(|text| !text.trim().is_empty())
                    || control
                        .closest("label")
                        .unwrap()
                        .is_some_and(|label| !label.text_content().unwrap_or_default().trim().is_empty())
                    || control.id().len() > 1 && self.find(&format!("label[for='{}']", control.id())).is_some();
            assert!(named, "a control without a name: {}", control.outer_html());
        }
        for picture in self.all("img") {
            assert!(picture.has_attribute("alt"), "a picture without alt: {}", picture.outer_html());
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        drop(self.mounted.take());
        if let Some(host) = self.frame.get_root_node().dyn_ref::<web_sys::ShadowRoot>().map(web_sys::ShadowRoot::host) {
            host.remove();
        }
    }
}

/// The style, as the door puts it on: lists are measured as they lie.
fn dress(root: &web_sys::ShadowRoot) {
    let css = [
        include_str!("../../style/layers.css"),
        include_str!("../../style/tokens.css"),
        include_str!("../../style/base.css"),
        include_str!("../../style/shelf.css"),
        include_str!("../../style/parts.css"),
        include_str!("../../style/panel.css"),
        include_str!("../../style/product.css"),
    ]
    .concat();
    let sheet = Reflect::get(&js_sys::global(), &"CSSStyleSheet".into()).unwrap();
    let sheet = Reflect::construct(sheet.unchecked_ref::<Function>(), &Array::new()).unwrap();
    let replace: Function = Reflect::get(&sheet, &"replaceSync".into()).unwrap().unchecked_into();
    replace.call1(&sheet, &css.into()).unwrap();
    Reflect::set(root, &"adoptedStyleSheets".into(), &Array::of1(&sheet)).unwrap();
}

fn settings(lang: &str, door: &Object) -> JsValue {
    let texts = texts(lang);
    let settings = Object::new();
    let context = Object::new();
    let set = |object: &Object, name: &str, value: &JsValue| assert!(Reflect::set(object, &name.into(), value).unwrap());
    set(&context, "language", &lang.into());
    set(&context, "address_country", &"US".into());
    set(&settings, "store", &"http://shop.test".into());
    set(&settings, "collection", &"noor-draws".into());
    set(&settings, "lang", &lang.into());
    set(&settings, "context", &context);
    set(&settings, "texts", &texts);
    // The first request leaves the door before wasm is there: the same `send`.
    let send: Function = Reflect::get(door, &"send".into()).unwrap().unchecked_into();
    let first = send.call2(door, &"POST".into(), &"http://shop.test/ucp/v1/catalog/search".into()).unwrap();
    set(&settings, "first", &first);
    settings.into()
}

/// The names of the texts serve as texts: a test then asks for what is meant, not for how it is said.
fn texts(_lang: &str) -> JsValue {
    fanshelf::text::Key::ALL
        .iter()
        .map(|key| JsValue::from_str(&format!("{key:?} {{n}} {{price}} {{title}} {{name}} {{label}} {{count}}")))
        .collect::<Array>()
        .into()
}

fn door(asked: Rc<RefCell<Vec<String>>>, answers: Rc<RefCell<Vec<Answer>>>) -> Object {
    let door = Object::new();
    let send =
        Closure::<dyn FnMut(String, String, JsValue) -> Promise>::new(move |method: String, url: String, body: JsValue| {
            let line = format!("{method} {url}");
            let body = body.as_string().unwrap_or_default();
            asked.borrow_mut().push(format!("{line} {body}"));
            let Some(answer) = answers.borrow().iter().find(|answer| line.ends_with(answer.ending)).cloned() else {
                return Promise::new(&mut |_, _| {});
            };
            let result = Object::new();
            Reflect::set(&result, &"status".into(), &answer.status.into()).unwrap();
            Reflect::set(&result, &"value".into(), &JSON::parse(&answer.body).unwrap_or(JsValue::UNDEFINED)).unwrap();
            Reflect::set(&result, &"retryAfter".into(), &0.into()).unwrap();
            Promise::resolve(&JsValue::from(result))
        });
    let discover = Closure::<dyn FnMut() -> Promise>::new(|| Promise::resolve(&JsValue::from_str("http://shop.test/ucp/v1")));
    let dress = Closure::<dyn FnMut() -> Promise>::new(|| Promise::resolve(&JsValue::UNDEFINED));
    // How countries ask for addresses, as it is shipped; of `XX` there is no file.
    let address = Closure::<dyn FnMut(String) -> Promise>::new(|country: String| {
        let mark = format!("{{\"country\":\"{country}\"");
        let world = include_str!("../../crates/xtask/addresses/world.jsonl");
        world
            .lines()
            .find(|line| line.starts_with(&mark))
            .map_or_else(|| Promise::reject(&JsValue::UNDEFINED), |line| Promise::resolve(&JSON::parse(line).unwrap()))
    });
    // Nobody else is on this page.
    let guests = Closure::<dyn FnMut() -> Promise>::new(|| Promise::reject(&JsValue::UNDEFINED));
    Reflect::set(&door, &"guests".into(), &guests.into_js_value()).unwrap();
    Reflect::set(&door, &"address".into(), &address.into_js_value()).unwrap();
    Reflect::set(&door, &"send".into(), &send.into_js_value()).unwrap();
    Reflect::set(&door, &"discover".into(), &discover.into_js_value()).unwrap();
    Reflect::set(&door, &"dress".into(), &dress.into_js_value()).unwrap();
    door
}
