//! The page without a network, and its new versions: when to look for one, when it may take over.
//!
//! Comes with the second wasm, and so after the first screen. Only the release has a service worker. A new version is told,
//! and used when the person says so; then all tabs are loaded anew, each as soon as nothing in it can be lost.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::book::{Book, Saving, SecondCopy};
use super::notice::Notice;
use crate::web::{self, Found, Worker};

/// The least time between two looks for a new version.
const HOUR_MS: u64 = 3_600_000;

/// How long to wait after a version that did not come whole; twice as long each time, up to an hour.
const BREATH: Duration = Duration::from_secs(15);
const LONGEST_BREATH: Duration = Duration::from_hours(1);

/// How long to wait before seeing again whether all is kept.
const MOMENT: Duration = Duration::from_millis(200);

thread_local! {
    static WORKER: RefCell<Option<Worker>> = const { RefCell::new(None) };
    static LOOKED_AT: Cell<u64> = const { Cell::new(0) };
    static NEXT_BREATH: Cell<Duration> = const { Cell::new(BREATH) };
    static CAN_INSTALL: ArcRwSignal<bool> = ArcRwSignal::new(false);
}

/// Begins to keep the page, and to look for new versions of it.
pub fn start(book: Book) {
    web::on_install_offer(note_offer);
    note_offer();
    if !cfg!(split) || !web::has_workers() {
        return;
    }
    web::on_renewal(move || {
        let now = may_reload(book);
        if !now {
            reload_when_kept(book);
        }
        now
    });
    web::on_visible(move || {
        if web::now_ms().saturating_sub(LOOKED_AT.get()) >= HOUR_MS {
            spawn_local(look(book));
        }
    });
    spawn_local(look(book));
}

/// Whether the browser offers to put the book on the home screen.
pub fn can_install() -> ArcRwSignal<bool> {
    CAN_INSTALL.with(Clone::clone)
}

/// Sees anew whether it does.
pub fn note_offer() {
    CAN_INSTALL.with(|signal| signal.set(web::can_install()));
}

/// Says that a new version waits, in the language at hand.
pub fn tell(book: Book) {
    let has_new = WORKER.with_borrow(|worker| worker.as_ref().is_some_and(Worker::has_new));
    book.news.set(has_new.then(|| Notice::plain(book.lang().texts().new_version)));
}

/// Passes on to the new version, in all tabs; without one, loads this page anew.
pub fn renew() {
    let is_used = WORKER.with_borrow(|worker| worker.as_ref().is_some_and(Worker::use_new));
    if !is_used {
        web::reload();
    }
}

/// Registers the worker, or asks whether there is a new version.
async fn look(book: Book) {
    LOOKED_AT.set(web::now_ms());
    let Some(worker) = web::register().await else { return try_later(book) };
    // A first version that did not come whole takes its registration with it: then this is another one.
    let is_known = WORKER.with_borrow(|known| known.as_ref() == Some(&worker));
    if is_known {
        worker.look().await;
    } else {
        let seen = worker.clone();
        worker.on_found(move |found| match found {
            Found::Whole => tell(book),
            // Else it is an older one that made room.
            Found::Failed if !seen.has_new() => try_later(book),
            Found::Failed => {}
        });
        WORKER.set(Some(worker));
        tell(book);
    }
}

fn try_later(book: Book) {
    let breath = NEXT_BREATH.get();
    NEXT_BREATH.set((breath * 2).min(LONGEST_BREATH));
    set_timeout(move || spawn_local(look(book)), breath);
}

/// Whether nothing is lost if the page goes now. What is being typed is kept at each key.
fn may_reload(book: Book) -> bool {
    match book.saving.get_untracked() {
        // An outdated page keeps nothing any more.
        Saving::Kept | Saving::Outdated => true,
        Saving::InCopy => book.copy.get_untracked() != SecondCopy::Writing,
        Saving::Failed(_) => false,
    }
}

fn reload_when_kept(book: Book) {
    if may_reload(book) {
        web::reload();
    } else {
        set_timeout(move || reload_when_kept(book), MOMENT);
    }
}
