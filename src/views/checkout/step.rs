//! What the steps share: the section that folds, the button that answers at once, and the shop's messages at their fields.

use crate::dom::aria;
use crate::dom::{Child as _, Content, NodeRef, View, view};
use crate::model::messages::{self, is_error};
use crate::model::notes::is_gap;
use crate::model::steps::Step;
use crate::parts::field::{Fault, Faults};
use crate::parts::icon::{self, Icon};
use crate::signals::{Effect, Memo, Signal};
use crate::state::checkout::{CheckoutState, Work};
use crate::text::{Key, format};
use leptos::prelude::*;
use ucp::message::Message;
use ucp::money::plain;

/// What a step is called.
#[must_use]
pub fn title(step: Step) -> Key {
    match step {
        Step::Contact => Key::StepContact,
        Step::Delivery => Key::StepDelivery,
        Step::Payment => Key::StepPayment,
        Step::Review => Key::StepReview,
    }
}

/// A message as a fault of the form, when the form has its field; the rest stands above the form.
fn fault(message: &Message, field: fn(&str) -> Option<&'static str>) -> Option<Fault> {
    let name = messages::field(message).and_then(field)?;
    Some(Fault { field: name.to_owned(), text: message.content.clone() })
}

/// Files what the shop says about a step under its fields. A field that is only empty is news after an attempt alone.
pub fn file(state: CheckoutState, step: Step, faults: Faults, field: fn(&str) -> Option<&'static str>, tried: bool) {
    let said = state.messages(step);
    let told = said.iter().filter(|message| is_error(message) && (tried || !is_gap(message)));
    faults.refuse(told.filter_map(|message| fault(message, field)).collect());
}

/// After each answer to this step: its messages are filed, or the step is done, unless it `holds` itself open.
pub fn on_saved(
    state: CheckoutState,
    step: Step,
    faults: Faults,
    field: fn(&str) -> Option<&'static str>,
    holds: impl Fn() -> bool + 'static,
) {
    Effect::new(move |before: Option<u32>| {
        let saved = state.saved.get();
        if before.is_some_and(|before| before != saved) {
            file(state, step, faults, field, true);
            let stuck = state.messages(step).iter().any(is_error);
            if !stuck && !holds() && state.editing.get_untracked() == Some(step) {
                state.editing.set(None);
            }
        }
        saved
    });
}

/// A step: open, done with a line of what was entered, or still to come.
#[component]
pub fn StepSection(
    /// The checkout.
    state: CheckoutState,
    /// Which step.
    step: Step,
    /// Its number, from 1.
    number: i64,
    /// What was entered, in a line or two.
    summary: Signal<Vec<String>>,
    /// The form.
    children: Content,
) -> View {
    let words = state.shop.words;
    let heading = NodeRef::<web_sys::HtmlElement>::new();
    let is_open = Memo::new(move |_| state.step() == step);
    let is_done = Memo::new(move |_| state.next() > step);
    // The step that opens takes the focus, so that it is neither lost nor left behind; the first one waits for the fan.
    Effect::new(move |before: Option<bool>| {
        let open = is_open.get();
        let came_back = before.is_none() && state.returning.get_value();
        if open && (before == Some(false) || came_back) {
            state.returning.set_value(false);
            if let Some(heading) = heading.get_untracked() {
                let _ = heading.focus();
            }
        }
        open
    });
    let id = ["fan-step-", &plain(number)].concat();
    let name = words.get(title(step));
    let edit_label = words.fill(Key::EditStep, &[("step", &name)]);
    let shown = format::number(&words.locale(), number);
    view! {
        <section
            class="step-section"
            aria-labelledby=id.clone()
            aria-current=move || is_open.get().then_some("step")
            data-state=move || if is_open.get() { "open" } else if is_done.get() { "done" } else { "ahead" }
        >
            <div class="step-head">
                <span class="step-mark" aria-hidden="true">
                    {move || if is_done.get() && !is_open.get() {
                        view! { <Icon drawing=icon::CHECK/> }
                    } else {
                        shown.clone().draw()
                    }}
                </span>
                <h3 class="step-title" id=id.clone() tabindex="-1" node_ref=heading>{name}</h3>
                {move || (is_done.get() && !is_open.get()).then(|| view! {
                    <button type="button" class="link" aria-label=edit_label.clone() on:click=move |_| state.edit(step)>
                        {words.get(Key::Edit)}
                    </button>
                })}
            </div>
            {move || (is_done.get() && !is_open.get()).then(|| view! {
                <div class="step-summary">
                    {move || summary.get().into_iter().map(|line| view! { <p>{line}</p> }).collect::<View>()}
                </div>
            })}
            {move || is_open.get().then(|| view! { <div class="step-body">{children()}</div> })}
        </section>
    }
}

/// The button of a step. It answers at once, keeps the focus while it waits, and cannot be pressed twice.
#[component]
pub fn Submit(
    /// The checkout.
    state: CheckoutState,
    /// What it does.
    #[prop(into)]
    label: Signal<String>,
) -> View {
    let words = state.shop.words;
    let busy = move || state.work.get() != Work::Idle;
    view! {
        <button type="submit" class="button main" part="button" aria-disabled=move || busy().then_some("true") aria-busy=move || aria(busy())>
            {move || if busy() { words.get(Key::Saving) } else { label.get() }}
        </button>
    }
}
