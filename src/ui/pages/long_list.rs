//! A long list and the field that searches it: a page of rows at first, more on asking. On paper all rows stand, since nobody can ask for
//! more there.

use leptos::prelude::*;

use crate::ui::parts::block::button;
use crate::ui::state::{ShownRows, use_app, use_texts};
use crate::web;

/// How many rows are shown at first, and with each "more": some screens of a phone, and not more than a key can redraw.
const PAGE: usize = 30;

/// How much of a list is shown.
#[derive(Clone, Copy)]
pub struct LongList {
    shown: RwSignal<usize>,
    prints: RwSignal<bool>,
}

impl LongList {
    /// Of the page that is being drawn. One that was come back to shows the rows that it showed.
    pub fn new() -> Self {
        let prints = RwSignal::new(false);
        StoredValue::new_local(web::on_print(move |now| prints.set(now)));
        let rows = ShownRows::of(use_app());
        let shown = RwSignal::new(rows.before().unwrap_or(PAGE));
        Effect::new(move || rows.note(shown.get()));
        Self { shown, prints }
    }

    /// Whether it is drawn for paper.
    pub fn prints(self) -> bool {
        self.prints.get()
    }

    /// Shows the first page again, since another list is looked for.
    pub fn begin_anew(self) {
        self.shown.set(PAGE);
    }

    /// How many of so many rows are shown.
    pub fn rows(self, of: usize) -> usize {
        if self.prints() { of } else { self.shown.get().min(of) }
    }

    /// The way to more, where there are more than are shown.
    pub fn more(self, of: usize) -> Option<AnyView> {
        let is_cut = self.rows(of) < of;
        is_cut.then(|| button("plain wide", use_texts().list_more, move || self.shown.update(|shown| *shown += PAGE)))
    }
}

/// The field in which the words are typed.
pub fn search_field(label: String, words: Signal<String>, typed: impl Fn(String) + 'static) -> AnyView {
    view! {
        <input
            type="search"
            aria-label=label.clone()
            placeholder=label
            autocomplete="off"
            prop:value=words
            on:input:target=move |event| typed(event.target().value())
        />
    }
    .into_any()
}
