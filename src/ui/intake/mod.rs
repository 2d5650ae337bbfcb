//! Where every way in ends: picker, drop, paste, what is shared to the app, what is opened with it.
//!
//! What came waits until it was opened; what was shared to the app is kept by the browser until then, too. Relies on the state
//! and on `web`. Deliberately absent: the ways themselves, and what is shown. Comes with the second wasm.

mod waiting;

use std::cell::Cell;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::{Content, Limits, Plan, ReadError, read};
use crate::route::Route;
use crate::ui::state::{Book, Incoming, Saving};
use crate::web::{self, Arrived, Shared, Unread};

pub use waiting::intake;

thread_local! {
    static HAS_BEGUN: Cell<bool> = const { Cell::new(false) };
}

/// Begins to hear of what is opened with the app and shared to it, for as long as the page lives.
pub fn begin(book: Book) {
    if HAS_BEGUN.replace(true) {
        return;
    }
    web::on_launch(move |arrived| {
        if arrived.is_empty() {
            refuse(book.lang().texts().open_failed);
        } else {
            take(book, arrived);
        }
    });
    // Another window of the book may have been the one that a file was shared to.
    web::on_visible(move || look(book));
    spawn_local(async move {
        look_at_shared(book).await;
        // Not over what is said already, and not where it stands on the page.
        if book.notice.with_untracked(Option::is_some) || Route::parse(&web::address()) == Route::Files {
            return;
        }
        let t = book.lang().texts();
        let is_opening = book.incoming.with_untracked(Option::is_some);
        if !is_opening && intake().with_untracked(|intake| !intake.waiting.is_empty() && !intake.is_reading) {
            book.say(t.arrived_waiting);
        } else if web::in_app().is_some() {
            book.say(t.in_app_notice);
        }
    });
}

/// Takes what came: the first is opened, the rest waits on the page "Berkas".
pub fn take(book: Book, arrived: Vec<Arrived>) {
    let Some(first) = arrived.first().cloned() else { return };
    waiting::wait(arrived);
    if book.saving.get_untracked() == Saving::Outdated {
        // Nothing can be taken in: all of it goes on waiting.
        return refuse(book.lang().first_texts().outdated_text);
    }
    intake().update(|intake| (intake.is_reading, intake.refusal) = (true, None));
    spawn_local(async move {
        let bytes = web::read(&first.blob, Limits::BYTES).await;
        intake().update(|intake| intake.is_reading = false);
        let lang = book.lang();
        match bytes {
            Ok(bytes) => match open(book, &bytes) {
                Ok(incoming) => {
                    // A message from before would cover what is decided there.
                    book.notice.set(None);
                    book.incoming.set(Some(incoming));
                    web::go(&Route::Preview.to_string());
                }
                Err(ReadError::NotText | ReadError::NotJson) => refuse(lang.not_a_book(Content::of(&bytes))),
                Err(error) => refuse(lang.read_error(&error)),
            },
            Err(Unread::TooLarge) => refuse(lang.read_error(&ReadError::TooLarge)),
            Err(Unread::Failed) => {
                refuse(lang.texts().open_failed);
                if first.is_kept() {
                    // It may be read another time.
                    return;
                }
            }
        }
        settle(first);
    });
}

/// Opens one that waits.
pub fn take_waiting(book: Book, number: u32) {
    take(book, waiting::numbered(number).into_iter().collect());
}

/// Throws one away that waits.
pub fn throw_away(number: u32) {
    if let Some(arrived) = waiting::numbered(number) {
        settle(arrived);
    }
}

/// Looks for what was shared to the app.
pub fn look(book: Book) {
    spawn_local(look_at_shared(book));
}

/// Forgets what was said of the last that came.
pub fn forget_refusal() {
    intake().update(|intake| intake.refusal = None);
}

/// Lets one wait no longer: it was opened, or judged, or thrown away.
fn settle(arrived: Arrived) {
    waiting::remove(&arrived);
    spawn_local(arrived.is_settled());
}

async fn look_at_shared(book: Book) {
    // Asked before anything is waited for: the address tells it once, and to one.
    let shared = web::just_shared();
    let kept = web::waiting().await;
    let new = match shared {
        Some(Shared::Files(number)) => kept[kept.len().saturating_sub(number)..].to_vec(),
        _ => Vec::new(),
    };
    waiting::know_kept(kept);
    let t = book.lang().texts();
    match shared {
        Some(Shared::Nothing) => refuse(t.shared_nothing),
        Some(Shared::Full) => refuse(t.shared_full),
        Some(Shared::Failed) => refuse(t.shared_failed),
        Some(Shared::Missed) => refuse(t.shared_missed),
        Some(Shared::Files(_)) | None => take(book, new),
    }
}

/// Says on the page "Berkas" why something was not opened.
fn refuse(sentence: impl Into<String>) {
    let sentence = sentence.into();
    intake().update(|intake| (intake.is_reading, intake.refusal) = (false, Some(sentence)));
    web::go(&Route::Files.to_string());
}

fn open(book: Book, bytes: &[u8]) -> Result<Incoming, ReadError> {
    let file = read(bytes)?;
    let plan =
        book.registry.with_untracked(|registry| Plan::of(registry, &file.records)).map_err(|_| ReadError::KindClash)?;
    Ok(Incoming { file, plan })
}
