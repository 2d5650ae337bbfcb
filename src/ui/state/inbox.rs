//! Where every way in ends: picker, drop, paste, what is shared to the app, what is opened with it.
//!
//! What was shared to the app waits, kept by the browser, until it was looked at; so does what was chosen beside a list. The files
//! themselves are the browser's; what is drawn knows their number and name. Relies on `web`. Deliberately absent: the ways
//! themselves, and what is shown. Comes with the second wasm.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::importing::{ImportState, Importing};
use super::saving::Saving;
use crate::route::Route;
use crate::web::{self, IncomingFile, Shared};

/// What is shown of all that.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// What was shared and is not opened yet, the oldest first: its number here, and its name.
    pub waiting: Vec<(u32, String)>,
    /// Why the last one did not come.
    pub refusal: Option<String>,
}

/// What came and is not opened yet.
#[derive(Clone, Copy)]
pub struct Inbox {
    /// What is shown of it.
    pub shown: ReadSignal<Waiting>,
    write: WriteSignal<Waiting>,
    app: App,
    arrived: StoredValue<Vec<(u32, IncomingFile)>, LocalStorage>,
    /// The number of the next.
    next: StoredValue<u32>,
}

impl Inbox {
    /// That of a book.
    pub fn of(app: App) -> Self {
        app.feature(|app| {
            let (shown, write) = signal(Waiting::default());
            Self { shown, write, app, arrived: StoredValue::new_local(Vec::new()), next: StoredValue::new(0) }
        })
    }

    /// Begins to hear of what is opened with the app and shared to it, for as long as the page lives.
    pub(super) fn begin(self) {
        let app = self.app;
        web::on_launch(move |arrived| {
            if arrived.is_empty() {
                self.refuse(app.lang().texts().open_failed);
            } else {
                self.take(arrived);
            }
        });
        // Another window of the book may have been the one that a file was shared to.
        web::on_visible(move || self.look());
        spawn_local(async move {
            self.look_for_shared().await;
            // Not over what is said already, and not where it stands on the page.
            if app.notice.with_untracked(Option::is_some) || Route::parse(&web::address()) == Route::Files {
                return;
            }
            let t = app.lang().texts();
            let is_idle = Importing::of(app).state.with_untracked(|intake| *intake == ImportState::None);
            if is_idle && self.shown.with_untracked(|known| !known.waiting.is_empty()) {
                app.say(t.arrived_waiting);
            } else if web::in_app().is_some() {
                app.say(t.in_app_notice);
            }
        });
    }

    /// Takes what came: all of it is looked at together.
    pub(super) fn take(self, arrived: Vec<IncomingFile>) {
        if arrived.is_empty() {
            return;
        }
        if self.app.saving.get_untracked() == Saving::Outdated {
            // Nothing can be taken in: what was shared goes on waiting.
            return self.refuse(self.app.lang().first_texts().outdated_text);
        }
        self.forget_refusal();
        Importing::of(self.app).inspect(arrived);
    }

    /// To be called when these were inspected, whatever they are: those that were shared to the app wait no longer.
    pub(super) fn were_inspected(self, arrived: Vec<IncomingFile>) {
        self.change(|all| all.retain(|(_, other)| !arrived.iter().any(|one| one.is(other))));
        for one in arrived {
            spawn_local(one.is_settled());
        }
    }

    /// Lets these wait until the person opens them one by one.
    pub(super) fn let_wait(self, arrived: Vec<IncomingFile>) {
        self.change(|all| self.add(all, arrived));
    }

    /// Opens the one of this number that waits, or all that wait.
    pub(super) fn take_waiting(self, number: Option<u32>) {
        self.take(self.waiting(number));
    }

    /// Throws one away that waits.
    pub(super) fn throw_away(self, number: u32) {
        self.were_inspected(self.waiting(Some(number)));
    }

    /// Looks for what was shared to the app.
    pub fn look(self) {
        spawn_local(self.look_for_shared());
    }

    /// Forgets what was said of the last that came.
    pub fn forget_refusal(self) {
        if self.shown.with_untracked(|known| known.refusal.is_some()) {
            self.write.update(|known| known.refusal = None);
        }
    }

    async fn look_for_shared(self) {
        // Asked before anything is waited for: the address tells it once, and to one.
        let shared = web::just_shared();
        let kept = web::waiting().await;
        let new = match shared {
            Some(Shared::Files(number)) => kept[kept.len().saturating_sub(number)..].to_vec(),
            _ => Vec::new(),
        };
        self.know_kept(kept);
        let t = self.app.lang().texts();
        match shared {
            Some(Shared::Nothing) => self.refuse(t.shared_nothing),
            Some(Shared::Full) => self.refuse(t.shared_full),
            Some(Shared::Failed) => self.refuse(t.shared_failed),
            Some(Shared::Missed) => self.refuse(t.shared_missed),
            Some(Shared::Files(_)) | None => self.take(new),
        }
    }

    /// Says on the page "Berkas" why something did not come.
    fn refuse(self, sentence: &'static str) {
        self.write.update(|known| known.refusal = Some(sentence.to_owned()));
        web::go(&Route::Files.to_string());
    }

    /// Those that wait, or the one of this number.
    fn waiting(self, number: Option<u32>) -> Vec<IncomingFile> {
        let is_wanted = |own: u32| number.is_none_or(|number| number == own);
        self.arrived.with_value(|all| {
            all.iter().filter(|(own, _)| is_wanted(*own)).map(|(_, arrived)| arrived.clone()).collect()
        })
    }

    /// Puts what the browser keeps of what was shared to the app in place of what was known of that.
    fn know_kept(self, kept: Vec<IncomingFile>) {
        self.change(|all| {
            all.retain(|(_, one)| !one.is_kept() || kept.iter().any(|other| other.is(one)));
            self.add(all, kept);
        });
    }

    fn add(self, all: &mut Vec<(u32, IncomingFile)>, arrived: Vec<IncomingFile>) {
        for one in arrived {
            if !all.iter().any(|(_, other)| other.is(&one)) {
                all.push((self.next.get_value(), one));
                self.next.update_value(|next| *next = next.wrapping_add(1));
            }
        }
    }

    fn change(self, by: impl FnOnce(&mut Vec<(u32, IncomingFile)>)) {
        self.arrived.update_value(by);
        let now: Vec<(u32, String)> =
            self.arrived.with_value(|all| all.iter().map(|(number, one)| (*number, one.name.clone())).collect());
        // What is the same is not drawn anew.
        if self.shown.with_untracked(|known| known.waiting != now) {
            self.write.update(|known| known.waiting = now);
        }
    }
}
