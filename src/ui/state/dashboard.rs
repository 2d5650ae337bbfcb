//! What the first screen says: out of what was kept of the last time, until the records are read; then out of these.
//!
//! The records of a whole province take half a second on a cheap phone, and none of them is on the first screen; reading
//! them comes with the second wasm. Relies on `store` to tell whether anything has changed since.

use leptos::prelude::*;

use super::app::App;
use super::saving::Reading;
use crate::domain::{FieldValue, RegionCode, Year};
use crate::history::Stamp;
use crate::registry::{Dossier, Registry};
use crate::search::Need;
use crate::stats::{Covered, DashboardSnapshot, PerCity, Scope, Slice, Waiting, within};
use crate::web;

/// The needs that the first screen counts, in its order.
pub const NEEDS: [Need; 3] = [Need::Conflict, Need::Incomplete, Need::NoPlace];

/// All numbers of the first screen.
#[derive(Clone, Debug, PartialEq)]
pub struct DashboardNumbers {
    /// Whether there is no group at all, in any scope.
    pub is_empty: bool,
    /// Per city.
    pub per_city: PerCity,
    /// What else can be looked at.
    pub scopes: Vec<Scope>,
    /// The first and the last year of all groups.
    pub years: Option<(Year, Year)>,
    /// How many groups have each of [`NEEDS`].
    pub needs: [usize; 3],
    /// What waits to be sent.
    pub waiting: Waiting,
    /// Whose files are in the numbers.
    pub covered: Covered,
}

impl DashboardNumbers {
    /// Those that charts and figures show, without what is to be done.
    #[must_use]
    pub fn counted(self) -> Self {
        Self { needs: [0; 3], waiting: Waiting { changes: 0, days: 0 }, ..self }
    }
}

impl App {
    /// The numbers of the first screen; `None` where they are known only when the records have been read.
    pub fn numbers(self, city: Option<RegionCode>, scope: Scope) -> Option<DashboardNumbers> {
        self.reading.with(|reading| match reading {
            Reading::Awaited => None,
            Reading::Known(snapshot) => {
                let slices: Vec<Slice> = snapshot.slices().collect();
                Some(DashboardNumbers {
                    is_empty: *snapshot == DashboardSnapshot::default(),
                    per_city: snapshot.within(scope, city),
                    scopes: Scope::offered(&slices),
                    years: Scope::years(&slices),
                    needs: snapshot.needs,
                    waiting: Waiting::new(snapshot.changes, snapshot.first_ms, web::now_ms()),
                    covered: snapshot.covered,
                })
            }
            Reading::Done => Some(self.registry.with(|registry| {
                let slices: Vec<Slice> = registry.dossiers().map(slice).collect();
                DashboardNumbers {
                    is_empty: registry.group_count() == 0,
                    per_city: within(registry.dossiers(), scope, city),
                    scopes: Scope::offered(&slices),
                    years: Scope::years(&slices),
                    needs: needing(registry),
                    waiting: self.waiting(),
                    covered: self.covered(registry),
                }
            })),
        })
    }

    /// The city or kabupaten that the person works in, if it was chosen.
    pub fn own_city(self) -> Option<RegionCode> {
        self.settings.with(|settings| RegionCode::parse(&settings.city).ok())
    }

    /// Whose files are in a registry, besides what was entered here.
    pub fn covered(self, registry: &Registry) -> Covered {
        let (senders, last_ms) =
            self.meta.with(|meta| self.came.with(|came| registry.senders(|device| meta.is_own(device), came)));
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

    /// How many changes made here no file that was sent holds.
    pub fn unsent(self) -> usize {
        self.unsent_since().0
    }

    /// How many changes no file holds, and when the first of them was made.
    pub(super) fn unsent_since(self) -> (usize, Option<u64>) {
        let (changes, first) = self.meta.with(|meta| self.registry.with(|registry| registry.made_by(meta.devices())));
        (changes, first.map(Stamp::ms))
    }
}

fn slice(dossier: &Dossier) -> Slice {
    (dossier.group.value.programme, dossier.group.value.year)
}

/// How many groups have each of [`NEEDS`].
pub(super) fn needing(registry: &Registry) -> [usize; 3] {
    NEEDS.map(|need| registry.dossiers().filter(|dossier| need.is_of(dossier)).count())
}
