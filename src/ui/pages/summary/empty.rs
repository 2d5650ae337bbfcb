//! What a book without groups offers.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::state::{Intent, use_book, use_texts};

#[component]
pub fn EmptyBook() -> impl IntoView {
    let (book, t) = (use_book(), use_texts());
    view! {
            <section class="box welcome">
                <h2>{t.empty_title}</h2>
                <p>{t.empty_text}</p>
                <div class="actions">
                    <a class="button solid" href=Route::NewGroup.to_string()>{t.add_group}</a>
                    <a class="button" href=Route::Files.to_string()>{t.empty_open_file}</a>
                    {move || (!book.is_practice()).then(|| view! {
                        <button type="button" class="plain" on:click=move |_| book.dispatch(Intent::Practise(true))>{t.empty_practice}</button>
    }.into_any())}
                </div>
            </section>
        }
}
