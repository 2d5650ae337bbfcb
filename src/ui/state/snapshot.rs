//! Keeping what the first screen says for the next time, when the book has come to rest. Comes with the second wasm.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use super::app::App;
use super::dashboard::needing;
use super::saving::{Saving, SecondCopy};
use crate::stats::DashboardSnapshot;
use crate::store::Repository;
use crate::web::BrowserStorage;

/// How long nothing may change before it is kept: a person who enters members one after another is not kept waiting.
const REST: Duration = Duration::from_millis(1_500);

/// Keeps it from now on.
pub(super) fn start(app: App) {
    let changes = Rc::new(Cell::new(0_usize));
    Effect::new(move || {
        app.registry.track();
        app.meta.track();
        app.came.track();
        let now = changes.get().wrapping_add(1);
        changes.set(now);
        if app.saving.get() == Saving::Kept && app.copy.get() == SecondCopy::Kept && !app.is_practice() {
            let changes = changes.clone();
            let keep_if_at_rest = move || {
                if changes.get() == now && app.copy.get_untracked() == SecondCopy::Kept {
                    keep(app);
                }
            };
            set_timeout(keep_if_at_rest, REST);
        }
    });
}

fn keep(app: App) {
    if untrack(|| app.is_practice()) {
        return;
    }
    let waiting = untrack(|| app.unsent_since());
    app.registry.with_untracked(|registry| {
        let numbers = match registry.group_count() {
            0 => Vec::new(),
            _ => DashboardSnapshot::of(
                registry.dossiers(),
                needing(registry),
                waiting,
                untrack(|| app.covered(registry)),
            )
            .to_numbers(),
        };
        // One that finds no room is not missed.
        let _ = Repository::new(BrowserStorage, app.space()).keep_snapshot(registry.today(), &numbers);
    });
}
