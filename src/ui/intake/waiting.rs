//! What was shared to the app and is not opened yet, and what is said of the last of it.
//!
//! The files themselves are the browser's; what is drawn knows their number and name.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;

use crate::web::Arrived;

/// What is shown of all that.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// What was shared and is not opened yet, the oldest first: its number here, and its name.
    pub waiting: Vec<(u32, String)>,
    /// Why the last one did not come.
    pub refusal: Option<String>,
}

thread_local! {
    static ARRIVED: RefCell<Vec<(u32, Arrived)>> = const { RefCell::new(Vec::new()) };
    static NUMBERS: Cell<u32> = const { Cell::new(0) };
    // Not of the page that is drawn when it is first asked for.
    static WAITING: ArcRwSignal<Waiting> = ArcRwSignal::new(Waiting::default());
}

/// What is shown of what came.
pub fn waiting() -> ArcRwSignal<Waiting> {
    WAITING.with(Clone::clone)
}

/// The file of a number.
pub(super) fn numbered(number: u32) -> Option<Arrived> {
    ARRIVED.with_borrow(|all| all.iter().find(|(other, _)| *other == number).map(|(_, arrived)| arrived.clone()))
}

/// Puts what the browser keeps of what was shared to the app in place of what was known of that.
pub(super) fn know_kept(kept: Vec<Arrived>) {
    change(|all| {
        all.retain(|(_, one)| !one.is_kept() || kept.iter().any(|other| other.is(one)));
        add(all, kept);
    });
}

/// Lets these wait no longer.
pub(super) fn remove(arrived: &[Arrived]) {
    change(|all| all.retain(|(_, other)| !arrived.iter().any(|one| one.is(other))));
}

/// All of them.
pub(super) fn all() -> Vec<Arrived> {
    ARRIVED.with_borrow(|all| all.iter().map(|(_, arrived)| arrived.clone()).collect())
}

fn add(all: &mut Vec<(u32, Arrived)>, arrived: Vec<Arrived>) {
    for one in arrived {
        if !all.iter().any(|(_, other)| other.is(&one)) {
            all.push((NUMBERS.replace(NUMBERS.get().wrapping_add(1)), one));
        }
    }
}

fn change(by: impl FnOnce(&mut Vec<(u32, Arrived)>)) {
    let now: Vec<(u32, String)> = ARRIVED.with_borrow_mut(|all| {
        by(all);
        all.iter().map(|(number, one)| (*number, one.name.clone())).collect()
    });
    // What is the same is not drawn anew.
    if waiting().with_untracked(|known| known.waiting != now) {
        waiting().update(|known| known.waiting = now);
    }
}
