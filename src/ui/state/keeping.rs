//! Keeping: what was touched is saved, what could not be saved waits, and how that went is noted.

use leptos::prelude::*;

use super::app::App;
use super::saving::{Saving, SecondCopy};
use super::session::Session;
use crate::history::Stamp;
use crate::i18n::Lang;
use crate::registry::{Registry, Touched};
use crate::storage::StorageError;
use crate::store::{Settings, WriteMode};
use crate::web::{self, MirroredStorage};

impl App {
    /// A stamp of this moment, later than every change made here so far.
    pub fn stamp(self) -> Stamp {
        let now = web::now_ms();
        self.session.try_update_value(|session| session.clock.tick(now)).unwrap_or_else(Stamp::none)
    }

    /// Carries out a command, and keeps what it touched.
    pub(super) fn change(self, command: impl FnOnce(&mut Registry, &mut dyn FnMut() -> Stamp) -> Touched) {
        self.catch_up();
        let touched = self.write.registry.try_update(|registry| command(registry, &mut || self.stamp()));
        self.keep_united(touched.unwrap_or_default());
    }

    /// Keeps what was touched, and whatever could not be kept before.
    pub(super) fn keep(self, touched: Touched) {
        self.keep_as(WriteMode::Merge, touched);
    }

    /// The same in another mode.
    pub(super) fn keep_as(self, mode: WriteMode, touched: Touched) {
        if self.saving.get_untracked() == Saving::Outdated {
            self.session.update_value(|session| session.unsaved.extend(touched));
            return;
        }
        let mut has_some = false;
        let kept = self.registry.with_untracked(|registry| {
            self.session.try_update_value(|session| {
                session.unsaved.extend(touched);
                has_some = !session.unsaved.is_empty();
                session.store.through(MirroredStorage(mode)).save(registry, &mut session.unsaved)
            })
        });
        self.note(kept.unwrap_or(Ok(())));
        if has_some && self.copy.get_untracked() == SecondCopy::None {
            self.note_alone();
        }
    }

    /// Uses another language.
    pub fn speak(self, lang: Lang) {
        self.choose(|settings| lang.tag().clone_into(&mut settings.language));
    }

    pub(super) fn choose(self, choice: impl FnOnce(&mut Settings)) {
        self.choose_as(WriteMode::Merge, choice);
    }

    pub(super) fn choose_as(self, mode: WriteMode, choice: impl FnOnce(&mut Settings)) {
        self.write.settings.update(|settings| settings.choose(web::now_ms(), choice));
        let settings = self.settings.get_untracked();
        let kept =
            self.session.with_value(|session| session.store.through(MirroredStorage(mode)).save_settings(&settings));
        self.note(kept);
    }

    pub(super) fn keep_meta(self) {
        let meta = self.meta.get_untracked();
        let kept = self.session.with_value(|session| session.store.save_meta(&meta));
        self.note(kept);
    }

    pub(super) fn note(self, kept: Result<(), StorageError>) {
        if self.saving.get_untracked() == Saving::Outdated {
            return;
        }
        match kept {
            Err(error) if error != StorageError::NotKept && self.session.with_value(|session| session.alone) => {
                self.write.saving.set(Saving::InCopy);
            }
            Err(error) => self.write.saving.set(Saving::Failed(error)),
            // A small thing that could be kept does not make good what could not.
            Ok(()) if self.session.with_value(Session::is_settled) => self.write.saving.set(Saving::Kept),
            Ok(()) => {}
        }
    }
}
