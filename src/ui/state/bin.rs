//! What files erased, kept for bringing it back: put there when a file is taken in, taken from there by a person.

use leptos::prelude::*;

use super::app::App;
use super::reply::Reply;
use super::session::Session;
use crate::domain::{FieldValue, Id};
use crate::exchange::Header;
use crate::history::Record;
use crate::registry::{Registry, commands};
use crate::store::{Binned, ErasedBy, bin_key};
use crate::web;

impl App {
    /// What can be brought back, the latest first.
    pub fn bin(self) -> Vec<Binned> {
        let kept = self.session.with_value(|session| {
            let waiting = session.unbinned.iter().cloned();
            waiting.chain(session.store.bin().unwrap_or_default()).collect::<Vec<_>>()
        });
        self.registry.with(|registry| kept.into_iter().filter(|one| one.is_lost(registry)).collect())
    }

    /// Keeps what these records of a file are about to erase. What finds no room is in memory, as what is typed would be.
    pub(super) fn keep_erased(self, records: &[Record], header: &Header) {
        let by =
            ErasedBy { file: header.id.clone(), device: header.from.device.clone(), name: header.from.name.clone() };
        let erased = self.registry.with_untracked(|registry| Binned::of(registry, records, &by, web::now_ms()));
        if !erased.is_empty() {
            self.session.update_value(|session| session.unbinned.extend(erased));
            self.keep_bin();
        }
    }

    /// Keeps what of the bin waits to be kept.
    pub(super) fn keep_bin(self) {
        let kept = self.session.try_update_value(|session| {
            let Session { store, unbinned, .. } = session;
            let mut failed = Ok(());
            unbinned.retain(|one| {
                let kept = store.keep_binned(one);
                failed = failed.and(kept);
                kept.is_err()
            });
            failed
        });
        self.note(kept.unwrap_or(Ok(())));
    }

    /// Throws away what is erased no longer, or has come back, and what has been kept long enough.
    pub(super) fn tidy_bin(self) {
        let tidied = self.registry.with_untracked(|registry| {
            self.session.try_update_value(|session| {
                session.unbinned.retain(|one| !one.is_settled(registry));
                session.store.tidy_bin(registry, web::now_ms())
            })
        });
        self.note(tidied.unwrap_or(Ok(())));
    }

    /// Brings the records of these ids back, as they were before a file erased them.
    ///
    /// Whoever brings back a member brings the group back too, where that was erased with it.
    pub(super) fn bring_back(self, ids: &[String]) -> Reply {
        let lost = untrack(|| self.bin());
        let (wanted, others): (Vec<Binned>, Vec<Binned>) =
            lost.into_iter().partition(|one| ids.iter().any(|id| id == one.record.id()));
        let is_their_group =
            |one: &Binned| one.is_group() && wanted.iter().any(|other| other.aggregate() == one.aggregate());
        let groups = others.into_iter().filter(is_their_group);
        let wanted: Vec<Record> = groups.chain(wanted.iter().cloned()).map(|one| one.record).collect();
        self.change(|registry, stamp| commands::bring_back(registry, &wanted, stamp));
        self.tidy_bin();
        Reply::said(self.lang().brought_back(wanted.len()))
    }

    /// Forgets the records of these ids for good.
    pub(super) fn forget_erased(self, ids: &[String]) {
        self.session.update_value(|session| {
            session.unbinned.retain(|one| ids.iter().all(|id| id != one.record.id()));
        });
        self.forget_beside(&ids.iter().map(|id| bin_key(id)).collect::<Vec<_>>());
        self.write.registry.notify();
    }

    /// Forgets whatever the bin has of people and groups that are about to be erased here on purpose, by the ids of their records.
    pub(super) fn forget_with(self, erased: &[Id]) {
        let ids: Vec<String> = self.registry.with_untracked(|registry: &Registry| {
            let merged = erased.iter().flat_map(|id| registry.merged_into(*id));
            let own = erased.iter().filter_map(|id| registry.record(&id.text()));
            let records: Vec<&Record> = own.chain(merged).collect();
            let bin = self.session.with_value(|session| session.store.bin()).unwrap_or_default();
            bin.iter().filter(|one| one.is_of_any(&records)).map(|one| one.record.id().to_owned()).collect()
        });
        if !ids.is_empty() {
            self.forget_erased(&ids);
        }
    }
}
