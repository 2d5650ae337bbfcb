//! One small honest word: is what I typed kept, and has it been sent?

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::state::{Saving, use_book, use_lang, use_texts};

pub fn save_state() -> AnyView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let state = move || {
        let (class, word) = match (book.saving.get(), book.unsent()) {
            (Saving::Failed(_), _) => ("state failed", t.save_failed.to_owned()),
            (Saving::Kept, unsent) if unsent > 0 && !book.is_practice() => ("state unsent", lang.unsent(unsent)),
            (Saving::Kept, _) => ("state kept", t.saved_here.to_owned()),
        };
        view! { <a class=class href=Route::Files.to_string()>{word}</a> }.into_any()
    };
    view! { <div role="status">{state}</div> }.into_any()
}
