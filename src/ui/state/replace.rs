//! Steps that put something in place of what was there: taking back, going back, deleting. Each raises the epoch of what it
//! touches in both copies, so that what was taken away does not come back from the one that is written out later.
//!
//! The order is in `store/epochs.rs`: in the storage the epochs come last; in the second copy all is one transaction.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::cut;
use super::points;
use super::reply::Reply;
use crate::registry::Touched;
use crate::storage::{Storage, StorageError};
use crate::store::{
    Cause, FormKey, Point, PointTexts, RECORD_PLACES, Replaced, Repository, Space, WriteMode, epochs_key, form_key,
};
use crate::web::{self, BrowserStorage, MirroredStorage};

/// How all of it is written.
const REPLACE: WriteMode = WriteMode::Replace;

impl App {
    /// Takes what `write` does to a book, in the mode [`REPLACE`], for a step that replaces something. When it fails and all was to be replaced, the second copy
    /// hears nothing of it.
    pub(super) fn instead(
        self,
        space: Space,
        replaced: &Replaced,
        write: impl FnOnce() -> Result<(), StorageError>,
    ) -> Result<(), StorageError> {
        let store = Repository::new(BrowserStorage, space);
        let (known, noted) = (web::known(space).unwrap_or_default(), web::notes());
        // What another tab has put in place since is here already, or its word of it is on its way.
        let mut epochs = store.epochs();
        epochs.unite(&known);
        epochs.raise(replaced, self.stamp());
        web::know(space, epochs.clone());
        match replaced {
            Replaced::All => web::note_all_gone(space.prefix(), REPLACE),
            Replaced::Records => {
                for place in RECORD_PLACES {
                    web::note_all_gone(&format!("{}{place}", space.prefix()), REPLACE);
                }
            }
            Replaced::Aggregates(_) | Replaced::Beside(_) => {}
        }
        let written = write();
        if written.is_err() && matches!(replaced, Replaced::All | Replaced::Records) {
            web::forget_notes(noted);
            web::know(space, known);
            return written;
        }
        web::note(&epochs_key(space), Some(epochs.clone().for_mirror().text()), REPLACE);
        // An aggregate that found no room stands there as it was; then the second copy alone knows better.
        if written.is_ok() {
            let _ = store.save_epochs(&epochs);
        }
        written
    }

    /// Keeps aggregates in place of what stands under their keys.
    pub(super) fn keep_instead(self, touched: Touched) {
        let aggregates = [touched.gained(), touched.lost()].concat();
        let keep = || {
            self.keep_as(REPLACE, touched);
            let is_kept = self.session.with_value(|session| session.unsaved.is_empty());
            if is_kept { Ok(()) } else { Err(StorageError::Full) }
        };
        // What could not be kept is said where it is kept.
        let _ = self.instead(self.space(), &Replaced::Aggregates(aggregates), keep);
    }

    /// Takes away for good what stands beside the records: a removal alone would be taken for a loss.
    pub(super) fn forget_beside(self, keys: &[String]) {
        if keys.is_empty() {
            return;
        }
        let drop_all = || {
            self.session.with_value(|session| {
                let prefix = session.store.space().prefix();
                keys.iter().try_for_each(|key| MirroredStorage(REPLACE).remove(&format!("{prefix}{key}")))
            })
        };
        let forgotten = self.instead(self.space(), &Replaced::Beside(keys.to_vec()), drop_all);
        self.note(forgotten);
    }

    /// Takes half-typed forms away for good, which are of somebody who was erased.
    pub(super) fn forget_forms_for_good(self, forms: Vec<FormKey>) {
        let there = forms.into_iter().filter(|form| self.form(*form).is_some()).collect::<Vec<_>>();
        self.forget_beside(&there.iter().map(|form| form_key(*form)).collect::<Vec<_>>());
        // What could not be kept is in memory.
        for form in there {
            self.forget_form(form);
        }
    }

    /// Goes back to a point. The state before is a point, too.
    pub(super) fn go_back_to(self, point: Point) {
        let sitting = self.sitting();
        spawn_local(async move {
            // Before the new point is made, which may make this one go.
            match points::texts(&point).await {
                _ if !self.sits(sitting) => self.say(self.lang().texts().step_overtaken),
                Some(texts) => self.step_after_point(Cause::Restore, move || {
                    let reply = self.go_back(&texts);
                    cut::gone_back(self, &point);
                    reply
                }),
                None => self.say(self.lang().texts().point_unreadable),
            }
        });
    }

    /// Puts a restore point in place of the book.
    fn go_back(self, texts: &PointTexts) -> Reply {
        let put = || self.session.with_value(|session| session.store.through(MirroredStorage(REPLACE)).go_back(texts));
        let put = self.instead(self.space(), &Replaced::Records, put);
        if put.is_err() {
            // Of what it had put there already, the book is put back.
            let mut all = Touched::default();
            self.registry.with_untracked(|registry| {
                registry.aggregates().for_each(|aggregate| all.extend(Touched::one(aggregate)));
            });
            self.keep(all);
            self.note(put);
            return Reply::silent();
        }
        self.reopen(self.space());
        Reply::said(self.lang().texts().point_gone_back)
    }

    /// Takes everything of a book away.
    pub(super) fn clear(self, space: Space) -> Result<(), StorageError> {
        let clear = || Repository::new(MirroredStorage(REPLACE), space).clear();
        self.instead(space, &Replaced::All, clear)
    }

    /// Deletes both books and the name from this device. The real book is open then: the page offers it only there.
    pub(super) fn clear_all(self) -> Reply {
        let cleared = self.clear(Space::Practice).and_then(|()| self.clear(Space::Book));
        if cleared.is_err() {
            self.note(cleared);
            return Reply::silent();
        }
        cut::forget(self, Space::Book);
        cut::forget(self, Space::Practice);
        // In one with the books: a name that came back would be a trace of who was here.
        self.choose_as(REPLACE, |settings| {
            settings.name.clear();
            settings.city.clear();
            settings.practice = false;
        });
        self.reopen_and_look(Space::Book);
        points::after_clearing(self);
        Reply::silent()
    }

    /// Reads the book anew if another tab has put something in place of what is here, of which this tab has not heard yet:
    /// what is entered now must not bring back what was taken away.
    pub(super) fn catch_up(self) {
        let space = self.space();
        let known = web::known(space).unwrap_or_default();
        // What could not be kept is only here.
        if self.is_kept() && known.is_behind(&Repository::new(BrowserStorage, space).epochs()) {
            self.read_anew();
        }
    }
}
