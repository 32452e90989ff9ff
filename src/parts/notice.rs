//! Something to be told: an icon, words, perhaps something to do. Never by colour alone.

use super::icon::{self, Icon};
use crate::dom::{Children, View, view};
use crate::error::Error;
use crate::text::{self, Key, words};
use leptos::prelude::*;

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something went wrong.
    Error,
    /// Worth knowing before going on.
    Warning,
    /// Good news.
    Success,
    /// For information.
    Plain,
}

impl Tone {
    fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Success => "success",
            Self::Plain => "plain",
        }
    }

    fn icon(self) -> icon::Drawing {
        match self {
            Self::Error | Self::Warning => icon::WARN,
            Self::Plain => icon::INFO,
            Self::Success => icon::CHECK,
        }
    }
}

/// A notice.
#[component]
pub fn Notice(
    /// How it is meant.
    tone: Tone,
    /// What it says.
    #[prop(into)]
    text: String,
    /// What can be done, at its end.
    #[prop(optional)]
    children: Option<Children>,
) -> View {
    let role = if tone == Tone::Error { "alert" } else { "note" };
    view! {
        <div class="notice" part="notice" data-tone=tone.word() role=role>
            <Icon drawing=tone.icon()/>
            <p class="notice-text" dir="auto">{text}</p>
            {children.map(|children| children())}
        </div>
    }
}

/// A failed call: what happened and a way to try again.
#[component]
pub fn Failure(
    /// What went wrong.
    error: Error,
    /// What trying again means.
    on_retry: impl Fn() + Send + 'static,
) -> View {
    let words = words();
    view! {
        <Notice tone=Tone::Error text=text::failure(words, &error)>
            <button type="button" class="button quiet" on:click=move |_| on_retry()>{words.get(Key::Retry)}</button>
        </Notice>
    }
}
