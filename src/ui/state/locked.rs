//! Locked files on their way in: set apart from the others, opened one after another, then looked at with them.
//!
//! Deliberately absent: the asking (`pages/files/unseal.rs`), and any keeping of passphrases.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::book::Book;
use super::intake::{Intake, begin, goes_on};
use crate::exchange::{SealError, Sealed, is_sealed};
use crate::route::Route;
use crate::ui::intake;
use crate::web::{self, Arrived};

/// How far the opening of a locked file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsealing {
    /// No passphrase has been tried yet.
    Asking,
    /// One is being tried.
    Trying,
    /// It did not open the file, or no passphrase could.
    Refused(SealError),
}

/// Files of one choice of the person: those that can be looked at, and those that are locked.
#[derive(Default)]
struct Sorted {
    open: Vec<Arrived>,
    locked: Vec<(Arrived, Sealed)>,
    refused: Option<SealError>,
}

thread_local! {
    static WAITING: RefCell<Sorted> = RefCell::default();
}

impl Book {
    /// Looks at files. Locked ones are asked for first. What can be taken in is shown on a page of its own.
    pub fn look_at(self, arrived: Vec<Arrived>) {
        if arrived.is_empty() || matches!(self.intake.get_untracked(), Intake::Taking(..)) {
            return;
        }
        let turn = begin();
        self.intake.set(Intake::Looking(None));
        spawn_local(async move {
            let sorted = sort(arrived).await;
            if !goes_on(turn) {
                return;
            }
            WAITING.set(sorted);
            self.ask_or_go_on();
        });
    }

    /// Tries a passphrase on the locked file that is asked for.
    pub fn unlock(self, typed: String) {
        let Some((file, sealed)) = WAITING.with_borrow(|waiting| waiting.locked.last().cloned()) else { return };
        let name = file.name.clone();
        let turn = begin();
        self.intake.set(Intake::Locked(name.clone(), Unsealing::Trying));
        spawn_local(async move {
            let opened = web::open(&sealed, &typed).await;
            // Another file may have been chosen meanwhile, or this one left.
            if !goes_on(turn) {
                return;
            }
            match opened {
                Ok(bytes) => {
                    WAITING.with_borrow_mut(|waiting| {
                        waiting.locked.pop();
                        waiting.open.extend(file.unlocked(&bytes));
                    });
                    self.ask_or_go_on();
                }
                Err(error) => self.intake.set(Intake::Locked(name, Unsealing::Refused(error))),
            }
        });
    }

    /// Leaves the locked file that is asked for alone.
    pub fn leave_locked(self) {
        begin();
        WAITING.with_borrow_mut(|waiting| waiting.locked.pop());
        self.ask_or_go_on();
    }

    /// Asks for the next locked file, or looks at all once there is none.
    fn ask_or_go_on(self) {
        if let Some(name) = WAITING.with_borrow(|waiting| waiting.locked.last().map(|(file, _)| file.name.clone())) {
            self.intake.set(Intake::Locked(name, Unsealing::Asking));
            // Files come by other roads than the page that asks.
            web::go(&Route::Files.to_string());
            return;
        }
        let Sorted { open, refused, .. } = WAITING.take();
        match refused {
            Some(error) if open.is_empty() => self.intake.set(Intake::Unopened(error)),
            _ if open.is_empty() => self.intake.set(Intake::None),
            _ => self.look_at_open(open),
        }
    }
}

/// Sets the locked files apart, by what stands first in each. One that is locked and cannot be opened by any passphrase is
/// told when it came alone; among others it stays with them, and is refused there.
async fn sort(arrived: Vec<Arrived>) -> Sorted {
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
                intake::were_looked_at(vec![file]);
                sorted.refused = Some(error);
            }
            Some(Err(_)) | None => sorted.open.push(file),
        }
    }
    sorted.open.reverse();
    sorted
}
