//! What must not be overlooked: practice mode, a failure to save.

use leptos::prelude::*;

use crate::shelf::ShelfError;
use crate::ui::state::{Intent, Saving, use_book, use_lang, use_texts};

#[component]
pub fn Banners() -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let failure = move || match book.saving.get() {
        Saving::Kept => None,
        Saving::Failed(ShelfError::Denied) => Some(t.storage_denied),
        Saving::Failed(error) => Some(lang.shelf_error(error)),
    };
    view! {
            {move || (book.is_practice()).then(|| view! {
                <div class="banner practice" role="region" aria-label=t.practice_title>
                    <p>{t.practice_banner}</p>
                    <button class="link" on:click=move |_| book.dispatch(Intent::Practise(false))>{t.practice_leave}</button>
                </div>
    }.into_any())}
            {move || {
                failure().map(|sentence| {
                    view! {
                        <div class="banner failure" role="alert">
                            <p>{sentence}</p>
                            <button class="link" on:click=move |_| book.dispatch(Intent::SaveAgain)>{t.try_again}</button>
                        </div>
                    }.into_any()
                })
            }}
        }
}
