//! One small honest word: is what I typed kept, and has it been sent?

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::state::{Saving, SecondCopy, use_book, use_first_texts, use_lang};

pub fn save_state() -> AnyView {
    let (book, lang, t) = (use_book(), use_lang(), use_first_texts());
    let state = move || {
        let (class, word) = match (book.saving.get(), book.copy.get()) {
            (Saving::Failed(_), _) => ("state failed", t.save_failed.to_owned()),
            (Saving::Outdated, _) => ("state failed", t.outdated.to_owned()),
            (_, SecondCopy::Checking) => ("state", t.storage_checking.to_owned()),
            (_, SecondCopy::Writing) => ("state", t.saving_now.to_owned()),
            (Saving::InCopy, _) => ("state unsent", t.saved_in_copy.to_owned()),
            (Saving::Kept, SecondCopy::None) => ("state unsent", t.saved_without_copy.to_owned()),
            (Saving::Kept, SecondCopy::Kept) => match book.unsent() {
                unsent if unsent > 0 && !book.is_practice() => ("state unsent", lang.unsent(unsent)),
                _ => ("state kept", t.saved_here.to_owned()),
            },
        };
        view! { <a class=class href=Route::Files.to_string()>{word}</a> }.into_any()
    };
    view! { <div role="status">{state}</div> }.into_any()
}
