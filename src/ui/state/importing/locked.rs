//! Locked files on their way in: set apart from the others, opened one after another, then looked at with them.
//!
//! Deliberately absent: the asking (`pages/files/unseal.rs`), and any keeping of passphrases.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{ImportState, Importing, Sorted, Unsealing};
use crate::exchange::{Sealed, is_sealed};
use crate::route::Route;
use crate::ui::state::inbox::Inbox;
use crate::web::{self, IncomingFile};

impl Importing {
    /// Looks at files. Locked ones are asked for first. What can be taken in is shown on a page of its own.
    pub fn inspect(self, arrived: Vec<IncomingFile>) {
        if arrived.is_empty() || self.state.with_untracked(|intake| matches!(intake, ImportState::Taking(..))) {
            return;
        }
        let turn = self.begin_turn();
        self.write.set(ImportState::Looking(None));
        spawn_local(async move {
            let sorted = self.sort(arrived).await;
            if !self.goes_on(turn) {
                return;
            }
            self.sorted.set_value(sorted);
            self.ask_or_go_on();
        });
    }

    /// Tries a passphrase on the locked file that is asked for.
    pub(in crate::ui::state) fn unlock(self, typed: String) {
        let Some((file, sealed)) = self.sorted.with_value(|sorted| sorted.locked.last().cloned()) else { return };
        let name = file.name.clone();
        let turn = self.begin_turn();
        self.write.set(ImportState::Locked(name.clone(), Unsealing::Trying));
        spawn_local(async move {
            let opened = web::open(&sealed, &typed).await;
            // Another file may have been chosen meanwhile, or this one left.
            if !self.goes_on(turn) {
                return;
            }
            match opened {
                Ok(bytes) => {
                    self.sorted.update_value(|sorted| {
                        sorted.locked.pop();
                        sorted.open.extend(file.unlocked(&bytes));
                    });
                    self.ask_or_go_on();
                }
                Err(error) => self.write.set(ImportState::Locked(name, Unsealing::Refused(error))),
            }
        });
    }

    /// Leaves the locked file that is asked for alone.
    pub(in crate::ui::state) fn leave_locked(self) {
        self.begin_turn();
        self.sorted.update_value(|sorted| drop(sorted.locked.pop()));
        self.ask_or_go_on();
    }

    /// Asks for the next locked file, or looks at all once there is none.
    fn ask_or_go_on(self) {
        let next = self.sorted.with_value(|sorted| sorted.locked.last().map(|(file, _)| file.name.clone()));
        if let Some(name) = next {
            self.write.set(ImportState::Locked(name, Unsealing::Asking));
            // Files come by other roads than the page that asks.
            web::go(&Route::Files.to_string());
            return;
        }
        let Sorted { open, refused, .. } = self.sorted.try_update_value(std::mem::take).unwrap_or_default();
        match refused {
            Some(error) if open.is_empty() => self.write.set(ImportState::Unopened(error)),
            _ if open.is_empty() => self.clear(),
            _ => self.inspect_open(open),
        }
    }

    /// Sets the locked files apart, by what stands first in each. One that is locked and cannot be opened by any passphrase is
    /// told when it came alone; among others it stays with them, and is refused there.
    async fn sort(self, arrived: Vec<IncomingFile>) -> Sorted {
        let mut sorted = Sorted::default();
        let is_alone = arrived.len() == 1;
        // The last is asked for first.
        for file in arrived.into_iter().rev() {
            if !file.head().await.is_some_and(|head| is_sealed(&head)) {
                sorted.open.push(file);
                continue;
            }
            let parsed = file.whole().await.map(|bytes| Sealed::parse(&bytes));
            match parsed {
                Some(Ok(sealed)) => sorted.locked.push((file, sealed)),
                Some(Err(error)) if is_alone => {
                    Inbox::of(self.app).were_inspected(vec![file]);
                    sorted.refused = Some(error);
                }
                Some(Err(_)) | None => sorted.open.push(file),
            }
        }
        sorted.open.reverse();
        sorted
    }
}
