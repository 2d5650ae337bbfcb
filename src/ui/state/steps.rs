//! Steps that put something in place of the book, or of a part of it: another book opened, everything deleted, a point gone back
//! to, a file or a choice taken back, a new version used, what another tab put in place.
//!
//! Each goes through here. What is under way with files ends first, and an import is taken back, so that nothing of the book before
//! comes into the one after. Relies on `importing`, which knows what is under way. Deliberately absent: the steps themselves.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::cut;
use super::importing::{ImportState, Importing};
use super::mirror::Mirror;
use super::notice::Notice;
use super::points;
use super::reply::Reply;
use super::saving::Reading;
use super::session::Opened;
use super::table_import::TableImport;
use crate::registry::commands::{self, Imports};
use crate::registry::{Registry, Touched};
use crate::route::Route;
use crate::sample::practice;
use crate::stats::Scope;
use crate::store::{Cause, Space};
use crate::web;

impl App {
    /// Reads the records, unless that has been done. Whatever shows or changes one comes with the second wasm, and so does this.
    pub fn read_in(self) {
        if self.reading.with_untracked(|reading| *reading != Reading::Done) {
            self.reopen(self.space());
            self.write.reading.set(Reading::Done);
        }
    }

    /// Takes a step at once.
    pub(super) fn step(self, act: impl FnOnce() -> Reply) -> Reply {
        let was_stopped = self.end_import();
        let reply = act();
        self.after_stopping(was_stopped, reply)
    }

    /// Takes a step once there is a restore point of what it puts something in place of.
    pub(super) fn step_after_point(self, cause: Cause, act: impl FnOnce() -> Reply + 'static) {
        let (was_stopped, sitting) = (self.end_import(), self.sitting());
        spawn_local(async move {
            let made = points::make(self, cause).await;
            let reply = if !self.sits(sitting) {
                Reply::said(self.lang().texts().step_overtaken)
            } else if made.is_ok() {
                self.step(act)
            } else {
                Reply::said(self.lang().texts().point_failed)
            };
            self.perform(&self.after_stopping(was_stopped, reply));
        });
    }

    /// Reads the book anew. Only the steps and the start ask for it, once what was under way has ended.
    pub(super) fn reopen(self, space: Space) {
        let opened = Opened::of(space);
        let sitting = self.sitting().next(space);
        if space != self.space() {
            TableImport::of(self).close();
        }
        web::know(space, opened.loaded.epochs);
        self.session.set_value(opened.session);
        self.write.opened.set(sitting);
        let importing = Importing::of(self);
        importing.stop();
        importing.clear();
        self.close_notice();
        self.search_for(String::new());
        self.write.meta.set(opened.meta);
        self.write.quarantine.set(opened.loaded.quarantine);
        self.write.saving.set(opened.saving);
        self.write.registry.set(opened.loaded.registry);
        self.read_came();
        cut::tell(self);
        self.set_clock();
    }

    /// Reads the book anew, since another tab has put something in place of what was there. What an import has done so far is taken
    /// back only then: what the other tab took away must not come back with it.
    pub(super) fn read_anew(self) {
        let running = self.session.try_update_value(|session| {
            let before = session.taking.take()?;
            Some((before, session.begun.take(), std::mem::take(&mut session.imports)))
        });
        let was_looking = Importing::of(self).state.with_untracked(|intake| {
            matches!(intake, ImportState::Looking(_) | ImportState::Inspection(_) | ImportState::Locked(..))
        });
        let said = self.notice.get_untracked();
        self.reopen(self.space());
        if was_looking {
            self.say(self.lang().texts().look_again);
        } else if let Some(said) = said {
            // What was said here stays true; what it offered was of the book before.
            self.say(said.text);
        }
        if let Some((before, begun, mut imports)) = running.flatten() {
            self.registry.with_untracked(|registry| imports.hold_only(registry));
            self.session.update_value(|session| {
                session.imports = imports;
                session.begun = begun;
            });
            Importing::of(self).put_back(before);
            cut::end(self, false);
            self.session.update_value(|session| session.imports = Imports::default());
            self.perform(&self.after_stopping(true, Reply::silent()));
        }
        Mirror::of(self).look();
    }

    /// Opens the other book, at its summary: a page of one book must not go on over the other.
    pub(super) fn practise(self, practice: bool) -> Reply {
        self.keep(Touched::default());
        if !self.is_kept() {
            return Reply::silent();
        }
        self.choose(|settings| settings.practice = practice);
        self.open_space(practice);
        Reply::silent().going(Route::Dashboard(Scope::All))
    }

    /// Opens the practice book, or the real one.
    pub(super) fn open_space(self, practice: bool) {
        if practice { self.open_practice() } else { self.reopen_and_look(Space::Book) }
    }

    /// Opens the practice book, filled with invented data if there is nothing in it.
    pub(super) fn open_practice(self) {
        self.reopen_and_look(Space::Practice);
        if self.registry.with_untracked(Registry::is_empty) {
            let filled = self.write.registry.try_update(|registry| commands::import(registry, practice().book));
            if let Some(Ok((touched, _))) = filled {
                self.keep(touched);
            }
        }
    }

    pub(super) fn reopen_and_look(self, space: Space) {
        self.reopen(space);
        Mirror::of(self).look();
    }

    /// Stops what is under way with files, as a person asked; what was taken in already is taken back.
    pub(super) fn stop_import(self) -> Reply {
        let was_stopped = self.end_import();
        if was_stopped {
            Importing::leave_preview(&Route::Files);
            return Reply::said(self.lang().texts().intake_stopped);
        }
        Reply::silent()
    }

    /// Ends what is under way with files; what an import has done so far is taken back. Whether there was an import.
    pub(super) fn end_import(self) -> bool {
        let importing = Importing::of(self);
        importing.stop();
        let before = self.session.try_update_value(|session| session.taking.take()).flatten();
        if let Some(before) = before {
            importing.put_back(before);
            cut::end(self, false);
        }
        importing.clear();
        before.is_some()
    }

    /// Says that an import was stopped, before whatever is said of the step.
    fn after_stopping(self, was_stopped: bool, reply: Reply) -> Reply {
        if !was_stopped {
            return reply;
        }
        let stopped = self.lang().texts().intake_ended;
        let notice = match reply.say.or_else(|| self.notice.get_untracked()) {
            Some(Notice { text, offer }) => Notice { text: format!("{stopped} {text}"), offer },
            None => Notice::plain(stopped),
        };
        Reply { say: Some(notice), ..reply }
    }
}
