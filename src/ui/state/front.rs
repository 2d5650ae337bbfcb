//! What the first screen says: out of what was kept of the last time, until the records are read; then out of these.
//!
//! The records of a whole province take half a second on a cheap phone, and none of them is on the first screen; reading
//! them comes with the second wasm. Relies on `store` to tell whether anything has changed since.

use leptos::prelude::*;

use super::book::{Book, Reading};
use crate::history::Stamp;
use crate::registry::Registry;
use crate::search::Need;
use crate::stats::{Covered, Front, PerCity, Scope, Waiting, per_city};
use crate::store::{Space, Store};
use crate::web::{self, LocalShelf};

/// The needs that the first screen counts, in its order.
pub const NEEDS: [Need; 3] = [Need::Conflict, Need::Incomplete, Need::NoPlace];

/// All numbers of the first screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    /// Whether there is no group at all, in any scope.
    pub is_empty: bool,
    /// Per city.
    pub per_city: PerCity,
    /// How many groups have each of [`NEEDS`].
    pub needs: [usize; 3],
    /// What waits to be sent.
    pub waiting: Waiting,
    /// Whose files are in the numbers.
    pub covered: Covered,
}

impl Book {
    /// Reads the records, unless that has been done. Whatever shows or changes one comes with the second wasm, and so does this.
    pub fn read_in(self) {
        if self.reading.with_untracked(|reading| *reading != Reading::Done) {
            self.reopen(self.space());
            self.reading.set(Reading::Done);
        }
    }

    /// The numbers of the first screen; `None` where they are known only when the records have been read.
    pub fn numbers(self, scope: Scope) -> Option<Numbers> {
        self.reading.with(|reading| match reading {
            Reading::Awaited => None,
            Reading::Known(front) => Some(Numbers {
                is_empty: *front == Front::default(),
                per_city: front.per_city(scope)?,
                needs: front.needs,
                waiting: Waiting::new(front.changes, front.first_ms, web::now_ms()),
                covered: front.covered,
            }),
            Reading::Done => Some(self.registry.with(|registry| Numbers {
                is_empty: registry.group_count() == 0,
                per_city: per_city(registry.dossiers(), scope),
                needs: needing(registry),
                waiting: self.waiting(),
                covered: self.covered(registry),
            })),
        })
    }

    /// Whose files are in a registry, besides what was entered here.
    pub(super) fn covered(self, registry: &Registry) -> Covered {
        let (senders, last_ms) = registry.senders(self.device());
        Covered { senders, last_ms }
    }

    /// The changes that no file holds which left this device. In practice nothing waits.
    pub fn waiting(self) -> Waiting {
        if self.is_practice() {
            return Waiting { changes: 0, days: 0 };
        }
        let (changes, first_ms) = self.unsent_since();
        Waiting::new(changes, first_ms, web::now_ms())
    }

    /// How many changes no file holds, and when the first of them was made.
    pub(super) fn unsent_since(self) -> (usize, Option<u64>) {
        let (device, sent) = (self.device(), self.meta.with(|meta| meta.sent));
        let (changes, first) = self.registry.with(|registry| registry.made_since(sent, device));
        (changes, first.map(Stamp::ms))
    }
}

/// What the first screen says of a book that is not read yet: of one in which there is nothing, or in which nothing has
/// changed.
pub(super) fn known(space: Space) -> Option<Front> {
    let store = Store::new(LocalShelf, space);
    if space == Space::Practice {
        None
    } else if store.is_blank() {
        Some(Front::default())
    } else {
        Front::of_numbers(&store.glance(web::today())?)
    }
}

/// How many groups have each of [`NEEDS`].
pub(super) fn needing(registry: &Registry) -> [usize; 3] {
    NEEDS.map(|need| registry.dossiers().filter(|dossier| need.is_of(dossier)).count())
}
