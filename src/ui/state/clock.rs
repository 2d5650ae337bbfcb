//! The clock of this browser, and its device, which is given up for a new one where the clock cannot go on as the old.

use leptos::prelude::*;

use super::app::App;
use super::saving::Saving;
use crate::history::Record;
use crate::registry::Registry;
use crate::web;

impl App {
    /// Has the clock go on from what the book holds, as another device where it would have to go back; then that is said.
    pub(super) fn set_clock(self) {
        let now = web::now_ms();
        let Some((device, sent)) = self.meta.with_untracked(|meta| Some((meta.device()?, meta.sent))) else { return };
        let clock = self.registry.with_untracked(|registry| registry.clock(device, sent, now));
        self.session.update_value(|session| session.clock = clock.in_lane(web::lane()));
        let is_past = |registry: &Registry| registry.is_past_its_time(device, sent, now);
        if self.registry.with_untracked(is_past) && self.become_another() {
            self.say(self.lang().texts().clock_new_device);
        }
    }

    /// Notes whether records that are about to be taken in were typed as this device, and not here.
    pub(super) fn watch_for_copies(self, records: &[Record]) {
        let device = self.device();
        if self.registry.with_untracked(|registry| registry.is_used_elsewhere(device, records)) {
            self.session.update_value(|session| session.is_copied = true);
        }
    }

    /// What is to be said when such records were taken in; this browser is another device then.
    pub(super) fn copy_told(self) -> Option<&'static str> {
        let is_copied = self.session.try_update_value(|session| std::mem::take(&mut session.is_copied))?;
        (is_copied && self.become_another()).then(|| self.lang().texts().copy_new_device)
    }

    /// Draws a new device and keeps it; not where a newer app has been here.
    fn become_another(self) -> bool {
        if self.saving.get_untracked() == Saving::Outdated {
            return false;
        }
        let (device, now) = (web::random_device(), web::now_ms());
        self.write.meta.update(|meta| meta.become_another(device));
        let clock = self.registry.with_untracked(|registry| registry.clock(device, None, now));
        self.session.update_value(|session| session.clock = clock.in_lane(web::lane()));
        self.keep_meta();
        true
    }
}
