//! Sending and opening files, and where the data is.

mod open_panel;
mod send_panel;
mod storage;

use leptos::prelude::*;

use open_panel::OpenPanel;
pub use send_panel::SendPanel;
use storage::Storage;

use crate::ui::state::{Intent, use_book, use_texts};

#[component]
pub fn FilesPage() -> impl IntoView {
    let (book, t) = (use_book(), use_texts());
    view! {
            {move || (book.can_take_back()).then(|| view! {
                <p class="actions">
                    <button type="button" class="plain" on:click=move |_| book.dispatch(Intent::TakeBack)>{t.undo}</button>
                </p>
    }.into_any())}
            <div class="columns">
                <section class="panel" aria-labelledby="open">
                    <h2 id="open">{t.open_title}</h2>
                    <OpenPanel />
                </section>
                <section class="panel" aria-labelledby="send">
                    <h2 id="send">{t.send_title}</h2>
                    <p>{t.send_text}</p>
                    <SendPanel group=None />
                </section>
            </div>
            <Storage />
        }
}
