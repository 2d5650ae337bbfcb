//! Opening a file: by the picker, by dropping, by pasting. What it is, is decided by its content.

use leptos::prelude::*;

use super::unseal::{self, Unsealing};
use crate::exchange::{Limits, Plan, ReadError, Sealed, is_sealed, read};
use crate::route::Route;
use crate::ui::parts::block::{button, details, live, p, span};
use crate::ui::parts::{Frame, field, note};
use crate::ui::state::{Book, Incoming, use_book, use_lang, use_texts};
use crate::web::{self, Unread};

pub fn open_panel() -> Vec<AnyView> {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let refusal = RwSignal::new(None::<String>);
    let reading = RwSignal::new(false);
    let pasted = RwSignal::new(String::new());

    // A locked file that waits for its passphrase, and how far its opening is.
    let locked = RwSignal::new(None::<Sealed>);
    let unsealing = RwSignal::new(Unsealing::Asking);

    let look_at = move |bytes: Vec<u8>| match open(book, &bytes) {
        Ok(incoming) => {
            // A message from before would cover what is decided there.
            book.notice.set(None);
            book.incoming.set(Some(incoming));
            web::go(&Route::Preview.to_string());
        }
        Err(error) => refusal.set(Some(lang.read_error(&error))),
    };
    let take_bytes = move |bytes: Vec<u8>| {
        if !is_sealed(&bytes) {
            return look_at(bytes);
        }
        match Sealed::parse(&bytes) {
            Ok(sealed) => {
                unsealing.set(Unsealing::Asking);
                locked.set(Some(sealed));
                web::next_turn(|| web::focus(unseal::FIELD));
            }
            Err(error) => refusal.set(Some(lang.seal_error(error))),
        }
    };
    let try_passphrase = move |typed: String| {
        let Some(sealed) = locked.get_untracked() else { return };
        unsealing.set(Unsealing::Trying);
        leptos::task::spawn_local(async move {
            let opened = web::open(&sealed, &typed).await;
            // Another file may have been chosen meanwhile, or none.
            if locked.try_with_untracked(|now| now.as_ref() == Some(&sealed)) != Some(true) {
                return;
            }
            match opened {
                Ok(bytes) => {
                    locked.set(None);
                    look_at(bytes);
                }
                Err(error) => unsealing.set(Unsealing::Refused(error)),
            }
        });
    };
    let take = move |file: Option<web_sys::File>| {
        let Some(file) = file else { return };
        refusal.set(None);
        locked.set(None);
        reading.set(true);
        leptos::task::spawn_local(async move {
            match web::read(file, Limits::BYTES).await {
                Ok(bytes) => take_bytes(bytes),
                Err(Unread::TooLarge) => refusal.set(Some(lang.read_error(&ReadError::TooLarge))),
                Err(Unread::Failed) => refusal.set(Some(t.open_failed.to_owned())),
            }
            reading.set(false);
        });
    };
    let check = move || {
        refusal.set(None);
        locked.set(None);
        take_bytes(pasted.get_untracked().into_bytes());
    };
    let paste =
        note("paste".to_owned(), pasted.into(), Callback::new(move |text| pasted.set(text)), Callback::new(|()| {}));
    let ask = move || {
        let is_locked = locked.with(Option::is_some);
        let cancel = Callback::new(move |()| locked.set(None));
        is_locked.then(|| unseal::unseal(unsealing.into(), Callback::new(try_passphrase), cancel))
    };
    vec![
        p("", t.open_text),
        drop_zone(Callback::new(take)),
        live("alert", "", move || refusal.get().map(|sentence| p("box error", sentence)).into_iter().collect()),
        ask.into_any(),
        live("status", "", move || reading.get().then(|| p("", t.open_reading)).into_iter().collect()),
        details(
            "",
            false,
            t.open_paste,
            vec![field(Frame::plain("paste", t.open_paste_label), paste), button("plain", t.open_paste_go, check)],
        ),
    ]
}

/// Where a file is chosen or dropped.
fn drop_zone(take: Callback<Option<web_sys::File>>) -> AnyView {
    let t = use_texts();
    let over = RwSignal::new(false);
    view! {
        <div
            class=move || if over.get() { "drop over" } else { "drop" }
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                over.set(false);
                take.run(web::take_from(event.data_transfer().and_then(|data| data.files())));
            }
        >
            // No `accept`: on Android it greys out files that are right.
            <label class="button solid" for="open-file">{t.open_choose}</label>
            <input
                type="file"
                id="open-file"
                class="unseen"
                on:change:target=move |event| {
                    take.run(web::take_from(event.target().files()));
                    // so that the same file can be chosen again
                    event.target().set_value("");
                }
            />
            {span("soft", t.open_drop)}
        </div>
    }
    .into_any()
}

fn open(book: Book, bytes: &[u8]) -> Result<Incoming, ReadError> {
    let file = read(bytes)?;
    let plan =
        book.registry.with_untracked(|registry| Plan::of(registry, &file.records)).map_err(|_| ReadError::KindClash)?;
    Ok(Incoming { file, plan })
}
