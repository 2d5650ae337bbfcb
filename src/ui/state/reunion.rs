//! The book and its second copy, made one; and what the second copy knows of the choices of this device.
//!
//! Relies on `store/mirror.rs`, which says what two copies come to and in which order that is written.

use leptos::prelude::*;

use super::app::App;
use super::renewal::Renewal;
use super::reply::Reply;
use super::saving::Saving;
use crate::registry::Touched;
use crate::route::Route;
use crate::stats::Scope;
use crate::store::{Own, Quarantined, Repository, Settings, Side, Space, WriteMode, epochs_key, settings_key};
use crate::web::{self, BrowserStorage};

impl App {
    /// Makes one of the book and its second copy, which was just read.
    pub(super) fn reunite(self, copy: &[(String, String)]) {
        if self.saving.get_untracked() == Saving::Outdated {
            return;
        }
        let space = self.space();
        let (quarantine, epochs) = (self.quarantine.get_untracked(), web::known(space).unwrap_or_default());
        let own = self.own();
        let side = Side { epochs: &epochs, quarantine: &quarantine, own: &own };
        let reunion = self
            .write
            .registry
            .try_update(|registry| self.session.with_value(|session| session.store.reunite(registry, side, copy)));
        let Some(Ok(mut reunion)) = reunion else { return };
        if !reunion.newer.is_empty() {
            self.write.saving.set(Saving::Outdated);
            return;
        }
        if let Some(epochs) = reunion.epochs.clone() {
            web::know(space, epochs);
        }
        let is_new = self.session.with_value(|session| session.is_new);
        if let Some(meta) = reunion.meta.take().filter(|meta| is_new && meta.device().is_some()) {
            self.write.meta.set(meta);
        }
        self.set_clock();
        let sitting = self.sitting();
        self.session.update_value(|session| {
            session.is_new = false;
            session.whole_in = Some(sitting);
            for broken in &reunion.broken {
                // One that finds no place stays where it is.
                if session.store.quarantine(broken).is_err() {
                    reunion.behind.retain(|name| !name.ends_with(&broken.key));
                }
            }
        });
        if !reunion.broken.is_empty() {
            self.write.quarantine.update(|quarantine| quarantine.append(&mut reunion.broken));
        }
        if is_new {
            self.keep_meta();
        }
        let healed_keys = std::mem::take(&mut reunion.healed);
        let healed = !reunion.touched.is_empty() && !healed_keys.is_empty();
        let taken_over = self.session.with_value(|session| session.store.take_over(&reunion));
        self.note(taken_over);
        self.keep(std::mem::take(&mut reunion.touched));
        if let Some(epochs) = reunion.epochs.as_ref().filter(|_| self.is_kept()) {
            // The last in the storage; if it finds no room, the same is found at the next start.
            let _ = Repository::new(BrowserStorage, space).save_epochs(epochs);
        }
        if self.is_kept() && !healed_keys.is_empty() {
            // What could not be read is read: its broken text has nothing that the book has not.
            let dropped = self.session.with_value(|session| session.store.drop_quarantined(&healed_keys));
            self.note(dropped);
            let is_healed =
                |one: &Quarantined| one.key.split('~').next().is_some_and(|key| healed_keys.iter().any(|it| it == key));
            self.write.quarantine.update(|quarantine| quarantine.retain(|one| one.newer.is_some() || !is_healed(one)));
        }
        let texts = self.registry.with_untracked(|registry| {
            let text = |name: String| {
                let text = self.session.with_value(|session| session.store.text(registry, &name)).ok()?;
                Some((name, text))
            };
            reunion.behind.into_iter().filter_map(text).collect::<Vec<_>>()
        });
        for (name, text) in texts {
            web::note(&name, text, WriteMode::Repair);
        }
        if let Some(epochs) = &reunion.epochs {
            web::note(&epochs_key(space), Some(epochs.text()), WriteMode::Repair);
        }
        if reunion.is_cleared && self.is_kept() {
            // What was in memory was of before; device, forms and all.
            self.read_anew();
            return;
        }
        if healed {
            self.say(self.lang().texts().healed);
        }
        self.begin_to_note_came();
    }

    /// Notes in the storage that records are kept though the two copies have not been made one: what is kept now is on top of what
    /// stands here, and not of what stands there.
    pub(super) fn note_alone(self) {
        let (space, now) = (self.space(), Some(self.sitting()));
        if self.session.with_value(|session| session.whole_in == now || session.alone_in == now) {
            return;
        }
        let apart = web::known(space).unwrap_or_default().apart(self.stamp());
        // Where even this finds no room, nothing else was kept either.
        let _ = Repository::new(BrowserStorage, space).save_epochs(&apart);
        web::know(space, apart);
        self.session.update_value(|session| session.alone_in = now);
    }

    /// Whose changes are this browser's own.
    pub(super) fn own(self) -> Own {
        let devices = self.meta.with_untracked(|meta| meta.devices().map(|(device, _)| device).collect());
        Own { devices, now_ms: web::now_ms() }
    }

    /// Takes the choices in the second copy over where they are later; which book is open is one of them. Whether another was
    /// opened.
    pub(super) fn reunite_settings(self, copy: Option<&str>) -> bool {
        let (own, theirs) = (self.settings.get_untracked(), copy.and_then(Settings::read));
        let store = Repository::new(BrowserStorage, self.space());
        match theirs {
            Some(theirs) if theirs.is_later(&own) => {
                self.note(store.save_settings(&theirs));
                self.write.settings.set(theirs.clone());
                Renewal::of(self).tell();
                let is_open = theirs.practice == (self.space() == Space::Practice);
                if !is_open {
                    let reply = self.step(|| {
                        self.open_space(theirs.practice);
                        Reply::silent().going(Route::Dashboard(Scope::All))
                    });
                    self.perform(&reply);
                }
                !is_open
            }
            theirs => {
                if theirs.unwrap_or_default() != own {
                    web::note(&settings_key(), Some(own.text()), WriteMode::Repair);
                }
                false
            }
        }
    }

    /// Goes on without a second copy. A new book needs its device kept all the same, and what was to be kept there alone is not
    /// kept any more.
    pub(super) fn go_on_without_copy(self) {
        if web::notes() > 0 {
            self.note_alone();
        }
        if self.session.try_update_value(|session| std::mem::take(&mut session.is_new)) == Some(true) {
            self.keep_meta();
        }
        self.begin_to_note_came();
        if self.saving.get_untracked() == Saving::InCopy {
            self.session.update_value(|session| session.alone = false);
            self.keep(Touched::default());
        }
    }
}
