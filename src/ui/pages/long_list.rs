//! A long list and the field that searches it: a page of rows at first, more when its end comes into sight, or on asking. On paper all
//! rows stand, since nobody can ask for more there.

use leptos::prelude::*;

use crate::ui::state::{ShownRows, use_app, use_texts};
use crate::web;

/// How many rows are shown at first, and with each "more": some screens of a phone, and not more than a key can redraw.
pub const PAGE: usize = 30;

/// The id of the way to more. There is one list on a page.
const MORE: &str = "list-more";

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

    /// Shows so many rows that the one of this place is among them.
    pub fn reach(self, place: usize) {
        let rows = (place / PAGE + 1) * PAGE;
        if self.shown.get_untracked() < rows {
            self.shown.set(rows);
        }
    }

    /// How many pages of so many rows are shown.
    pub fn pages(self, of: usize) -> usize {
        self.rows(of).div_ceil(PAGE)
    }

    /// The way to more, where there are more than are shown: taken by itself when it comes into sight.
    pub fn more(self, of: usize) -> Option<AnyView> {
        let is_cut = self.rows(of) < of;
        is_cut.then(|| {
            let go_on = move || {
                self.shown.try_update(|shown| *shown += PAGE);
            };
            let sight = StoredValue::new_local(None);
            request_animation_frame(move || {
                // The list may have been drawn anew by then.
                let _ = sight.try_set_value(web::on_sight(MORE, go_on));
            });
            view! {
                <button type="button" class="plain wide" id=MORE on:click=move |_| go_on()>
                    {use_texts().list_more}
                </button>
            }
            .into_any()
        })
    }
}

/// The field in which the words are typed.
pub fn search_field(label: String, words: Signal<String>, typed: impl Fn(String) + 'static) -> AnyView {
    search_field_with(label.clone(), label, words, typed)
}

/// The same with fewer words in it than it is called by, so that they find room on a phone.
pub fn search_field_with(
    label: String,
    inside: String,
    words: Signal<String>,
    typed: impl Fn(String) + 'static,
) -> AnyView {
    view! {
        <input
            type="search"
            aria-label=label
            placeholder=inside
            autocomplete="off"
            prop:value=words
            on:input:target=move |event| typed(event.target().value())
        />
    }
    .into_any()
}
