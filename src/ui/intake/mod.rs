//! Where every way in ends: picker, drop, paste, what is shared to the app, what is opened with it.
//!
//! What was shared to the app waits, kept by the browser, until it was looked at. Relies on the state, which hands what came
//! to the desk, and on `web`. Deliberately absent: the ways themselves, and what is shown. Comes with the second wasm.

mod waiting;

use std::cell::Cell;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::route::Route;
use crate::ui::state::{Book, Intake, Saving};
use crate::web::{self, Arrived, Shared};

pub use waiting::waiting;

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
        look_for_shared(book).await;
        // Not over what is said already, and not where it stands on the page.
        if book.notice.with_untracked(Option::is_some) || Route::parse(&web::address()) == Route::Files {
            return;
        }
        let t = book.lang().texts();
        let is_idle = book.intake.with_untracked(|intake| *intake == Intake::None);
        if is_idle && waiting().with_untracked(|known| !known.waiting.is_empty()) {
            book.say(t.arrived_waiting);
        } else if web::in_app().is_some() {
            book.say(t.in_app_notice);
        }
    });
}

/// Takes what came: all of it is looked at together.
pub fn take(book: Book, arrived: Vec<Arrived>) {
    if arrived.is_empty() {
        return;
    }
    if book.saving.get_untracked() == Saving::Outdated {
        // Nothing can be taken in: what was shared goes on waiting.
        return refuse(book.lang().first_texts().outdated_text);
    }
    forget_refusal();
    book.look_at(arrived);
}

/// To be called when these were looked at, whatever they are: those that were shared to the app wait no longer.
pub fn were_looked_at(arrived: Vec<Arrived>) {
    waiting::remove(&arrived);
    for one in arrived {
        spawn_local(one.is_settled());
    }
}

/// Opens one that waits.
pub fn take_waiting(book: Book, number: u32) {
    take(book, waiting::numbered(number).into_iter().collect());
}

/// Opens all that wait.
pub fn take_all_waiting(book: Book) {
    take(book, waiting::all());
}

/// Throws one away that waits.
pub fn throw_away(number: u32) {
    were_looked_at(waiting::numbered(number).into_iter().collect());
}

/// Looks for what was shared to the app.
pub fn look(book: Book) {
    spawn_local(look_for_shared(book));
}

/// Forgets what was said of the last that came.
pub fn forget_refusal() {
    if waiting().with_untracked(|known| known.refusal.is_some()) {
        waiting().update(|known| known.refusal = None);
    }
}

async fn look_for_shared(book: Book) {
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

/// Says on the page "Berkas" why something did not come.
fn refuse(sentence: &'static str) {
    waiting().update(|known| known.refusal = Some(sentence.to_owned()));
    web::go(&Route::Files.to_string());
}
