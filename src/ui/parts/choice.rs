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

/// A list that opens. An empty code stands for nothing chosen.
#[component]
pub fn Select(
    id: String,
    #[prop(into)] value: Signal<String>,
    choices: Vec<Choice>,
    /// The word of the empty choice.
    empty: &'static str,
    on_choose: Callback<String>,
) -> impl IntoView {
    let below = format!("{id}-below");
    let options = choices
        .into_iter()
        .map(|choice| {
            let code = choice.code.clone();
            view! {
                <option value=choice.code selected=move || value.get() == code>
                    {choice.word}
                </option>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <select id=id aria-describedby=below on:change:target=move |event| on_choose.run(event.target().value())>
            <option value="" selected=move || value.get().is_empty()>{empty}</option>
            {options}
        </select>
    }
}

/// Radio buttons side by side, large enough for a thumb.
#[component]
pub fn Segments(
    name: String,
    #[prop(into)] value: Signal<String>,
    choices: Vec<Choice>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let segments = choices
        .into_iter()
        .map(|choice| {
            let (code, chosen) = (choice.code.clone(), choice.code.clone());
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name=name.clone()
                        value=choice.code
                        prop:checked=move || value.get() == code
                        on:change=move |_| on_choose.run(chosen.clone())
                    />
                    <span>{choice.word}</span>
                </label>
            }
            .into_any()
        })
        .collect_view();
    view! { <div class="segments">{segments}</div> }
}
