//! The page without a network, and its new versions: when to look for one, when it may take over.
//!
//! Comes with the second wasm, and so after the first screen. Only the release has a service worker. A new version is told,
//! and used when the person says so; then all tabs are loaded anew, each as soon as nothing in it can be lost.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::importing::{ImportState, Importing};
use super::notice::Notice;
use super::saving::{Saving, SecondCopy};
use crate::web::{self, Found, ServiceWorker};

/// The least time between two looks for a new version.
const HOUR_MS: u64 = 3_600_000;

/// How long to wait after a version that did not come whole; twice as long each time, up to an hour.
const BREATH: Duration = Duration::from_secs(15);
const LONGEST_BREATH: Duration = Duration::from_hours(1);

/// How long to wait before seeing again whether all is kept.
const MOMENT: Duration = Duration::from_millis(200);

/// The service worker, as far as it is known.
#[derive(Clone, Copy)]
pub struct Renewal {
    /// Whether the browser offers to put the book on the home screen.
    pub can_install: ReadSignal<bool>,
    write: WriteSignal<bool>,
    app: App,
    /// The worker; none before it is registered.
    worker: StoredValue<Option<ServiceWorker>, LocalStorage>,
    /// When a new version was looked for last.
    looked_at: StoredValue<u64>,
    next_breath: StoredValue<Duration>,
}

impl Renewal {
    /// That of a book's page.
    pub fn of(app: App) -> Self {
        app.feature(|app| {
            let (can_install, write) = signal(false);
            Self {
                can_install,
                write,
                app,
                worker: StoredValue::new_local(None),
                looked_at: StoredValue::new(0),
                next_breath: StoredValue::new(BREATH),
            }
        })
    }

    /// Begins to keep the page, and to look for new versions of it.
    pub(super) fn start(self) {
        web::on_install_offer(move || self.note_offer());
        self.note_offer();
        if !cfg!(split) || !web::has_workers() {
            return;
        }
        web::on_renewal(move || {
            let now = self.may_reload();
            if !now {
                self.reload_when_kept();
            }
            now
        });
        web::on_visible(move || {
            if web::now_ms().saturating_sub(self.looked_at.get_value()) >= HOUR_MS {
                spawn_local(self.look());
            }
        });
        spawn_local(self.look());
    }

    /// Sees anew whether the browser offers to put the book on the home screen.
    pub fn note_offer(self) {
        self.write.set(web::can_install());
    }

    /// Says that a new version waits, in the language at hand.
    pub(super) fn tell(self) {
        let has_new = self.worker.with_value(|worker| worker.as_ref().is_some_and(ServiceWorker::has_new));
        self.app.write.news.set(has_new.then(|| Notice::plain(self.app.lang().texts().new_version)));
    }

    /// Passes on to the new version, in all tabs; without one, loads this page anew.
    pub(super) fn renew(self) {
        let is_used = self.worker.with_value(|worker| worker.as_ref().is_some_and(ServiceWorker::use_new));
        if !is_used {
            web::reload();
        }
    }

    /// Registers the worker, or asks whether there is a new version.
    async fn look(self) {
        self.looked_at.set_value(web::now_ms());
        let Some(worker) = web::register().await else { return self.try_later() };
        // A first version that did not come whole takes its registration with it: then this is another one.
        let is_known = self.worker.with_value(|known| known.as_ref() == Some(&worker));
        if is_known {
            worker.look().await;
        } else {
            let seen = worker.clone();
            worker.on_found(move |found| match found {
                Found::Whole => self.tell(),
                // Else it is an older one that made room.
                Found::Failed if !seen.has_new() => self.try_later(),
                Found::Failed => {}
            });
            self.worker.set_value(Some(worker));
            self.tell();
        }
    }

    fn try_later(self) {
        let breath = self.next_breath.get_value();
        self.next_breath.set_value((breath * 2).min(LONGEST_BREATH));
        set_timeout(move || spawn_local(self.look()), breath);
    }

    /// Whether nothing is lost if the page goes now. What is being typed is kept at each key.
    fn may_reload(self) -> bool {
        // An import goes on to its end first.
        if Importing::of(self.app).state.with_untracked(|intake| matches!(intake, ImportState::Taking(..))) {
            return false;
        }
        match self.app.saving.get_untracked() {
            // An outdated page keeps nothing any more.
            Saving::Kept | Saving::Outdated => true,
            Saving::InCopy => self.app.copy.get_untracked() != SecondCopy::Writing,
            Saving::Failed(_) => false,
        }
    }

    fn reload_when_kept(self) {
        if self.may_reload() {
            web::reload();
        } else {
            set_timeout(move || self.reload_when_kept(), MOMENT);
        }
    }
}
