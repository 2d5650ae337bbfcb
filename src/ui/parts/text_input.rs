//! Inputs for one line and for many.

use leptos::prelude::*;

/// Which keyboard a phone shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keyboard {
    /// Letters.
    #[default]
    Text,
    /// Digits only.
    Digits,
    /// Digits with what phone numbers need.
    Phone,
}

impl Keyboard {
    fn mode(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Digits => "numeric",
            Self::Phone => "tel",
        }
    }
}

/// One line of text.
#[component]
pub fn TextInput(
    id: String,
    #[prop(into)] value: Signal<String>,
    on_input: Callback<String>,
    /// Called when the field is left.
    on_leave: Callback<()>,
    #[prop(optional)] keyboard: Keyboard,
    #[prop(into)] invalid: Signal<bool>,
    #[prop(optional)] required: bool,
) -> impl IntoView {
    let below = format!("{id}-below");
    // Names of persons begin with a capital; a phone may help with that and with nothing else.
    let capitals = if keyboard == Keyboard::Text { "words" } else { "none" };
    view! {
        <input
            type="text"
            id=id
            inputmode=keyboard.mode()
            autocomplete="off"
            autocapitalize=capitals
            spellcheck="false"
            aria-describedby=below
            aria-invalid=move || invalid.get().then_some("true")
            aria-required=required.then_some("true")
            prop:value=value
            on:input:target=move |event| on_input.run(event.target().value())
            on:change=move |_| on_leave.run(())
        />
    }
}

/// Many lines of text.
#[component]
pub fn NoteInput(
    id: String,
    #[prop(into)] value: Signal<String>,
    on_input: Callback<String>,
    on_leave: Callback<()>,
) -> impl IntoView {
    let below = format!("{id}-below");
    view! {
        <textarea
            id=id
            rows="3"
            autocomplete="off"
            aria-describedby=below
            prop:value=value
            on:input:target=move |event| on_input.run(event.target().value())
            on:change=move |_| on_leave.run(())
        ></textarea>
    }
}
