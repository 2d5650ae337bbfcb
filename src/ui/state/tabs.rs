//! Other tabs of this browser, each of which is as a device: what they wrote is united with what is here.
//!
//! Relies on `web::tabs` for the telling. Deliberately absent: telling them, which `mirror.rs` does.

use leptos::prelude::*;

use super::app::App;
use super::saving::Saving;
use super::session::follow;
use crate::history::Record;
use crate::registry::{Aggregate, Registry, Touched, commands};
use crate::store::Newer;
use crate::web::{self, Told};

impl App {
    /// Does what another tab of this browser tells.
    pub(super) fn hear(self, told: Told) {
        match told {
            Told::Wrote(key, text) => {
                let written = self.session.with_value(|session| session.store.written(&key, &text));
                if let Some((aggregate, theirs)) = self.read_or_stop(written)
                    && !self.unite(aggregate, &theirs)
                {
                    self.keep(Touched::one(aggregate));
                }
            }
            // What could not be kept is only here.
            Told::ReadAnew if self.is_kept() => self.read_anew(),
            Told::ReadAnew => {}
        }
    }

    /// Keeps what was touched, together with what other tabs have written under the same keys since: their word of it may
    /// still be on its way.
    pub(super) fn keep_united(self, touched: Touched) {
        for aggregate in touched.gained().into_iter().chain(touched.lost()) {
            let standing = self.registry.with_untracked(|registry| {
                self.session.with_value(|session| session.store.stored(registry, aggregate))
            });
            if let Some((aggregate, theirs)) = self.read_or_stop(standing) {
                self.unite(aggregate, &theirs);
            }
        }
        self.keep(touched);
    }

    /// What another tab or app wrote; when it is a newer app, this one stops writing.
    fn read_or_stop(
        self,
        written: Result<Option<(Aggregate, Vec<Record>)>, Newer>,
    ) -> Option<(Aggregate, Vec<Record>)> {
        written.unwrap_or_else(|Newer| {
            self.write.saving.set(Saving::Outdated);
            None
        })
    }

    /// Unites the records of an aggregate with those that are here, as a file is united; whether they are the same afterwards.
    fn unite(self, aggregate: Aggregate, theirs: &[Record]) -> bool {
        let is_same = |registry: &Registry| registry.records_at(aggregate).eq(theirs.iter());
        if self.registry.with_untracked(is_same) {
            return true;
        }
        let now = web::now_ms();
        self.session.update_value(|session| follow(&mut session.clock, theirs, now));
        self.write.registry.update(|registry| {
            // An id of two kinds cannot come from this app; then nothing is taken in.
            let _ = commands::import(registry, theirs.to_vec());
        });
        self.registry.with_untracked(is_same)
    }
}
