//! One small honest word: is what I typed kept, and has it been sent?

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::state::{Saving, use_book, use_lang, use_texts};

#[component]
pub fn SaveState() -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let unsent = Memo::new(move |_| book.unsent());
    let word = move || match (book.saving.get(), unsent.get()) {
        (Saving::Failed(_), _) => ("state failed", t.save_failed.to_owned()),
        (Saving::Kept, 0) => ("state kept", t.saved_here.to_owned()),
        (Saving::Kept, unsent) => ("state unsent", lang.unsent(unsent)),
    };
    view! {
        <a href=Route::Files.to_string() class=move || word().0>
            <span role="status">{move || word().1}</span>
        </a>
    }
}
