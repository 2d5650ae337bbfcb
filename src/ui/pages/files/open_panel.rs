//! Opening a file: by the picker, by dropping, by pasting. What it is, is decided by its content.

use leptos::prelude::*;

use crate::exchange::{Limits, Plan, ReadError, read};
use crate::route::Route;
use crate::ui::state::{Book, Incoming, use_book, use_lang, use_texts};
use crate::web::{self, Unread};

#[component]
pub fn OpenPanel() -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let refusal = RwSignal::new(None::<String>);
    let reading = RwSignal::new(false);
    let over = RwSignal::new(false);
    let pasted = RwSignal::new(String::new());

    let look_at = move |bytes: Vec<u8>| match open(book, &bytes) {
        Ok(incoming) => {
            book.incoming.set(Some(incoming));
            web::go(&Route::Preview.to_string());
        }
        Err(error) => refusal.set(Some(lang.read_error(&error))),
    };
    let take = move |file: Option<web_sys::File>| {
        let Some(file) = file else { return };
        refusal.set(None);
        reading.set(true);
        leptos::task::spawn_local(async move {
            match web::read(file, Limits::BYTES).await {
                Ok(bytes) => look_at(bytes),
                Err(Unread::TooLarge) => refusal.set(Some(lang.read_error(&ReadError::TooLarge))),
                Err(Unread::Failed) => refusal.set(Some(lang.read_error(&ReadError::Empty))),
            }
            reading.set(false);
        });
    };
    view! {
        <p>{t.open_text}</p>
        <div
            class="drop"
            class:over=move || over.get()
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                over.set(false);
                take(web::take_from(event.data_transfer().and_then(|data| data.files())));
            }
        >
            // No `accept`: on Android it greys out files that are right.
            <label class="button solid" for="open-file">{t.open_choose}</label>
            <input
                type="file"
                id="open-file"
                class="unseen"
                on:change:target=move |event| {
                    take(web::take_from(event.target().files()));
                    // so that the same file can be chosen again
                    event.target().set_value("");
                }
            />
            <span class="soft">{t.open_drop}</span>
        </div>
        <div role="alert">
            {move || refusal.get().map(|sentence| view! { <p class="box error">{sentence}</p> }.into_any())}
        </div>
        <p role="status">{move || reading.get().then_some(t.open_reading)}</p>
        <details>
            <summary>{t.open_paste}</summary>
            <label for="paste">{t.open_paste_label}</label>
            <textarea id="paste" rows="4" autocomplete="off" spellcheck="false" prop:value=pasted on:input:target=move |event| pasted.set(event.target().value())></textarea>
            <button
                type="button"
                class="plain"
                on:click=move |_| {
                    refusal.set(None);
                    look_at(pasted.get_untracked().into_bytes());
                }
            >
                {t.open_paste_go}
            </button>
        </details>
    }
}

fn open(book: Book, bytes: &[u8]) -> Result<Incoming, ReadError> {
    let file = read(bytes)?;
    let plan =
        book.registry.with_untracked(|registry| Plan::of(registry, &file.records)).map_err(|_| ReadError::KindClash)?;
    Ok(Incoming { file, plan })
}
