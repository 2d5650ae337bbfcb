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

/// An input for one line.
pub struct Line {
    /// Its id.
    pub id: String,
    /// What stands in it.
    pub value: Signal<String>,
    /// Called with each change.
    pub on_input: Callback<String>,
    /// Called when the field is left.
    pub on_leave: Callback<()>,
    /// The keyboard of a phone.
    pub keyboard: Keyboard,
    /// Whether what stands in it cannot stay.
    pub invalid: Signal<bool>,
    /// Whether the form is useless without it.
    pub required: bool,
}

/// Draws an input for one line.
pub fn line(line: Line) -> AnyView {
    let Line { id, value, on_input, on_leave, keyboard, invalid, required } = line;
    // Names of persons begin with a capital; a phone may help with that and with nothing else.
    let capitals = if keyboard == Keyboard::Text { "words" } else { "none" };
    view! {
        <input
            type="text"
            aria-describedby=format!("{id}-below")
            id=id
            inputmode=keyboard.mode()
            autocomplete="off"
            autocapitalize=capitals
            spellcheck="false"
            aria-invalid=move || invalid.get().then_some("true")
            aria-required=required.then_some("true")
            prop:value=value
            on:input:target=move |event| on_input.run(event.target().value())
            on:change=move |_| on_leave.run(())
        />
    }
    .into_any()
}

/// Draws an input for many lines.
pub fn note(id: String, value: Signal<String>, on_input: Callback<String>, on_leave: Callback<()>) -> AnyView {
    view! {
        <textarea
            aria-describedby=format!("{id}-below")
            id=id
            rows="4"
            autocomplete="off"
            spellcheck="false"
            prop:value=value
            on:input:target=move |event| on_input.run(event.target().value())
            on:change=move |_| on_leave.run(())
        ></textarea>
    }
    .into_any()
}
