//! Fields of a form: a label, a native control, a hint and an error that are tied to it, and a summary of what is wrong.
//!
//! The browser validates (`required`, `type`, …), the words are ours: forms carry `novalidate` and call [`Faults::check`].

use super::icon::{self, Icon};
use crate::dom::{NodeRef, View, view};
use crate::signals::{Effect, RwSignal, Signal, StoredValue};
use crate::text::{Key, Words, words};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, HtmlFormElement};

/// Something wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field's `name`.
    pub field: String,
    /// What to do about it.
    pub text: String,
}

/// What is wrong with a form. A handle.
#[derive(Clone, Copy, Debug)]
pub struct Faults {
    list: RwSignal<Vec<Fault>>,
    /// Counts refusals: each brings the focus to the summary.
    refusals: RwSignal<u32>,
}

impl Faults {
    /// Nothing is wrong.
    #[must_use]
    pub fn new() -> Self {
        Self { list: RwSignal::new(vec![]), refusals: RwSignal::new(0) }
    }

    /// What is wrong with one field.
    #[must_use]
    pub fn of(self, field: &str) -> Option<String> {
        self.list.with(|list| list.iter().find(|fault| fault.field == field).map(|fault| fault.text.clone()))
    }

    /// The field is being mended.
    pub fn clear(self, field: &str) {
        if self.list.with_untracked(|list| list.iter().any(|fault| fault.field == field)) {
            self.list.update(|list| list.retain(|fault| fault.field != field));
        }
    }

    /// Replaces everything that is wrong; anything at all brings the focus to the summary.
    pub fn refuse(self, faults: Vec<Fault>) {
        let wrong = !faults.is_empty();
        self.list.set(faults);
        if wrong {
            self.refusals.update(|refusals| *refusals += 1);
        }
    }

    /// Lets the browser validate the form; true when it may be sent.
    #[must_use]
    pub fn check(self, form: &HtmlFormElement) -> bool {
        let controls = form.elements();
        let faults: Vec<Fault> = (0..controls.length()).filter_map(|index| fault(&controls.item(index)?)).collect();
        let good = faults.is_empty();
        self.refuse(faults);
        good
    }
}

impl Default for Faults {
    fn default() -> Self {
        Self::new()
    }
}

/// What is wrong with a control, in the words that its [`Field`] has left on it.
fn fault(control: &Element) -> Option<Fault> {
    let empty = value(control)?.trim().is_empty();
    // A field of blanks satisfies `required`, but says nothing.
    let missing = empty && control.has_attribute("required");
    if !missing && (empty || !control.matches(":invalid").unwrap_or(false)) {
        return None;
    }
    let text = control.get_attribute(if missing { "data-missing" } else { "data-wrong" })?;
    Some(Fault { field: control.get_attribute("name")?, text })
}

fn value(control: &Element) -> Option<String> {
    // Inputs, lists and text areas alike.
    ucp::js::get(control, "value")
}

/// What was typed into a field of a form; nothing when it is empty or not there.
#[must_use]
pub fn typed(form: &HtmlFormElement, name: &str) -> Option<String> {
    let control = form.elements().named_item(name)?;
    Some(value(&control)?.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The id of a field's control.
fn id(name: &str) -> String {
    ["fan-", name].concat()
}

/// The words for a field that is empty, and for one that cannot be right.
fn complaints(words: Words, label: &str, example: &str) -> (String, String) {
    let wrong = if example.is_empty() { Key::FieldWrong } else { Key::LooksLike };
    // Isolated: a code is read from left to right in any sentence.
    let example = ["\u{2066}", example, "\u{2069}"].concat();
    let wrong = words.fill(wrong, &[("field", label), ("example", &example)]);
    (words.fill(Key::FieldMissing, &[("field", label)]), wrong)
}

/// The label above, the hint and the error below.
fn frame(faults: Faults, name: &'static str, label: Signal<String>, hint: String, control: View) -> View {
    let hint = (!hint.is_empty()).then(|| view! { <p class="field-hint" id=id(name) + "-hint">{hint}</p> });
    view! {
        <div class="field" data-field=name>
            <label class="field-label" for=id(name)>{label}</label>
            {control}
            {hint}
            {move || faults.of(name).map(|text| view! {
                <p class="field-error" id=id(name) + "-error"><Icon drawing=icon::WARN/><span dir="auto">{text}</span></p>
            })}
        </div>
    }
}

/// The ids of what describes a control now.
fn described(faults: Faults, name: &'static str, has_hint: bool) -> impl Fn() -> Option<String> + Send + Clone + 'static {
    move || {
        let hint = has_hint.then(|| id(name) + "-hint");
        let error = faults.of(name).is_some().then(|| id(name) + "-error");
        let ids: Vec<String> = error.into_iter().chain(hint).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// A line of text.
#[component]
pub fn Field(
    /// What is wrong with the form.
    faults: Faults,
    /// Its name: in the form, in the shop's messages and in ids.
    name: &'static str,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// What it is for.
    #[prop(optional, into)]
    hint: String,
    /// `text`, `email` or `tel`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What browsers fill in.
    #[prop(into)]
    autocomplete: String,
    /// Which keyboard.
    #[prop(into, default = Signal::from("text"))]
    inputmode: Signal<&'static str>,
    /// `ltr` for what is never written from right to left.
    #[prop(default = "auto")]
    dir: &'static str,
    /// Whether it may not be empty.
    #[prop(into, default = Signal::from(false))]
    required: Signal<bool>,
    /// What it looks like (a regular expression of the browser's).
    #[prop(into, default = Signal::from(None::<String>))]
    pattern: Signal<Option<String>>,
    /// What could stand in it, for when it cannot be right.
    #[prop(into, default = Signal::from(String::new()))]
    example: Signal<String>,
    /// What stands in it at first.
    #[prop(optional_no_strip)]
    value: Option<String>,
    /// What to say when it is empty and when it cannot be right, if there is something better than its label.
    #[prop(optional)]
    complaint: Option<(String, String)>,
) -> View {
    let words = words();
    let has_hint = !hint.is_empty();
    let complaint = StoredValue::new(complaint);
    let say = move || complaint.get_value().unwrap_or_else(|| complaints(words, &label.get(), &example.get()));
    let control = view! {
        <input
            class="input"
            part="input"
            id=id(name)
            name=name
            type=kind
            autocomplete=autocomplete
            inputmode=move || inputmode.get()
            dir=dir
            spellcheck="false"
            autocapitalize=if kind == "text" { "words" } else { "off" }
            required=move || required.get()
            maxlength="120"
            pattern=move || pattern.get()
            value=value
            data-missing=move || say().0
            data-wrong=move || say().1
            aria-invalid=move || faults.of(name).map(|_| "true")
            aria-describedby=described(faults, name, has_hint)
            on:input=move |_| faults.clear(name)
        />
    };
    frame(faults, name, label, hint, control)
}

/// One of a list.
#[component]
pub fn Choice(
    /// What is wrong with the form.
    faults: Faults,
    /// Its name.
    name: &'static str,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// What browsers fill in.
    #[prop(into)]
    autocomplete: String,
    /// Whether something must be chosen.
    #[prop(into, default = Signal::from(false))]
    required: Signal<bool>,
    /// Values with what they are called.
    options: Vec<(String, String)>,
    /// What is chosen at first.
    #[prop(optional_no_strip)]
    value: Option<String>,
    /// Offers no empty choice.
    #[prop(optional)]
    settled: bool,
    /// Hears what is chosen.
    on_change: impl Fn(String) + Send + 'static,
) -> View {
    let words = words();
    let nothing = (!settled).then(|| view! { <option value="">{words.get(Key::Choose)}</option> });
    let options = options
        .into_iter()
        .map(|(option, text)| {
            let selected = value.as_ref() == Some(&option);
            view! { <option value=option selected=selected>{text}</option> }
        })
        .collect::<View>();
    let control = view! {
        <select
            class="input"
            part="input"
            id=id(name)
            name=name
            autocomplete=autocomplete
            required=move || required.get()
            data-missing=move || complaints(words, &label.get(), "").0
            data-wrong=move || complaints(words, &label.get(), "").1
            aria-invalid=move || faults.of(name).map(|_| "true")
            aria-describedby=described(faults, name, false)
            on:change=move |event| {
                faults.clear(name);
                on_change(event_target_value(&event));
            }
        >
            {nothing}
            {options}
        </select>
    };
    frame(faults, name, label, String::new(), control)
}

/// What is wrong with the form, in one place: takes the focus, and leads to each field.
#[component]
pub fn FaultSummary(
    /// What is wrong.
    faults: Faults,
) -> View {
    let words = words();
    let node = NodeRef::<web_sys::HtmlElement>::new();
    Effect::new(move |before: Option<u32>| {
        let refusals = faults.refusals.get();
        let Some(node) = node.get() else { return before.unwrap_or(0) };
        if before != Some(refusals) && refusals > 0 {
            let _ = node.focus();
        }
        refusals
    });
    let lead = move |name: &str| {
        // Ids are looked up in the shadow root: a link's fragment would look in the page.
        let form = node.get_untracked().and_then(|node| node.closest("form").ok().flatten());
        let control = form.and_then(|form| form.query_selector(&["[name=\"", &*name, "\"]"].concat()).ok().flatten());
        if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
            let _ = control.focus();
        }
    };
    view! {
        {move || {
            let list = faults.list.get();
            (!list.is_empty()).then(|| view! {
                <div class="faults" tabindex="-1" role="group" aria-labelledby="fan-faults" node_ref=node>
                    <p class="faults-title" id="fan-faults"><Icon drawing=icon::WARN/>{words.get(Key::Problem)}</p>
                    <ul role="list">
                        {list.into_iter().map(|Fault { field, text }| view! {
                            <li><button type="button" class="link" on:click=move |_| lead(&field)>{text}</button></li>
                        }).collect::<View>()}
                    </ul>
                </div>
            })
        }}
    }
}
