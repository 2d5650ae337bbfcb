//! Which files came here themselves, or were sent from here; who told of the others.

use leptos::prelude::*;

use super::app::App;
use super::session::Session;
use crate::exchange::{Header, receipt};
use crate::history::Record;
use crate::kinds::Receipt;
use crate::registry::{Registry, SentFile};

impl App {
    /// Reads which files came here. In a book of a version that did not note it, all that there are receipts of did.
    pub(super) fn read_came(self) {
        let mut came = self.session.with_value(|session| session.store.came());
        if !self.meta.with_untracked(|meta| meta.notes_came) {
            came.extend(self.registry.with_untracked(Registry::sent_files).into_iter().map(|file| file.id));
        }
        self.write.came.set(came);
    }

    /// Begins to note which files come, once both copies are one: all that were there before have come.
    pub(super) fn begin_to_note_came(self) {
        if self.meta.with_untracked(|meta| meta.notes_came) {
            return self.read_came();
        }
        self.read_came();
        let note = |session: &Session| {
            self.came.with_untracked(|came| came.iter().try_for_each(|file| session.store.note_came(file)))
        };
        let noted = self.session.with_value(note);
        self.note(noted);
        self.write.meta.update(|meta| meta.notes_came = true);
        self.keep_meta();
    }

    /// Notes that a file came here or left from here, by its receipt.
    pub(super) fn note_came(self, receipt: &Record) {
        let file = receipt.id().to_owned();
        if self.came.with_untracked(|came| came.contains(&file)) {
            return;
        }
        let noted = self.session.try_update_value(|session| {
            session.newly_came.insert(file.clone());
            session.store.note_came(&file)
        });
        self.note(noted.unwrap_or(Ok(())));
        self.write.came.update(|came| {
            came.insert(file);
        });
    }

    /// Forgets that a file came, when it has been taken back as often as it was taken in since the book was opened.
    pub(super) fn forget_came(self, header: &Header) {
        let Some(file) = receipt(header).map(|receipt| receipt.id().to_owned()) else { return };
        let forgotten = self.session.try_update_value(|session| {
            let is_new = session.newly_came.contains(&file);
            if !is_new || session.imports.names().any(|other| other.id == header.id) {
                return None;
            }
            session.newly_came.remove(&file);
            Some(session.store.forget_came(&file))
        });
        if let Some(Some(forgotten)) = forgotten {
            self.note(forgotten);
            self.write.came.update(|came| {
                came.remove(&file);
            });
        }
    }

    /// Notes who told of files that are not known here, by the receipts among these records.
    pub(super) fn note_told(self, records: &[Record], header: &Header) {
        let is_known = |id: &str| self.registry.with_untracked(|registry| registry.record(id).is_some());
        let told = records.iter().filter(|record| record.kind() == Receipt::KIND && !is_known(record.id()));
        let told: Vec<String> = told.map(|record| record.id().to_owned()).collect();
        let by = if header.from.name.is_empty() { &header.from.device } else { &header.from.name };
        if !told.is_empty() {
            let noted = self.session.with_value(|session| session.store.note_told(told.into_iter(), by));
            self.note(noted);
        }
    }

    /// The files that only others told of, the latest first, each with who did, where that is known.
    pub fn told_files(self) -> Vec<(SentFile, Option<String>)> {
        let mut files = self.registry.with(Registry::sent_files);
        self.came.with(|came| files.retain(|file| !came.contains(&file.id)));
        let told = self.session.with_value(|session| session.store.told());
        files.into_iter().map(|file| (file.clone(), told.get(&file.id).cloned())).collect()
    }
}
