//! Choosing one of a few: a list that opens, or segments side by side.

use leptos::prelude::*;

/// A choice: the code that is stored, the word that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The stored code.
    pub code: String,
    /// The word.
    pub word: String,
}

impl Choice {
    /// A choice of a code and a word.
    pub fn new(code: impl Into<String>, word: impl Into<String>) -> Self {
        Self { code: code.into(), word: word.into() }
    }
}

/// Draws a list that opens. An empty code stands for nothing chosen, and `empty` is its word.
pub fn select(
    id: String,
    value: Signal<String>,
    choices: Vec<Choice>,
    empty: &'static str,
    on_choose: Callback<String>,
) -> AnyView {
    let option = move |Choice { code, word }: Choice| {
        let own = code.clone();
        let selected = move || value.with(|value| *value == own);
        view! { <option value=code prop:selected=selected>{word}</option> }.into_any()
    };
    let options: Vec<AnyView> = [Choice::new("", empty)].into_iter().chain(choices).map(option).collect();
    view! {
        <select
            aria-describedby=format!("{id}-below")
            id=id
            on:change:target=move |event| on_choose.run(event.target().value())
        >
            {options}
        </select>
    }
    .into_any()
}

/// Draws radio buttons side by side, large enough for a thumb.
pub fn segments(name: &str, value: Signal<String>, choices: Vec<Choice>, on_choose: Callback<String>) -> AnyView {
    let segment = move |Choice { code, word }: Choice| {
        let (own, chosen) = (code.clone(), code);
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name=name.to_owned()
                    prop:checked=move || value.with(|value| *value == own)
                    on:change=move |_| on_choose.run(chosen.clone())
                />
                <span>{word}</span>
            </label>
        }
        .into_any()
    };
    view! { <div class="segments">{choices.into_iter().map(segment).collect::<Vec<_>>()}</div> }.into_any()
}
