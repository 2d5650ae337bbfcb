//! Suspected duplicates: searched for behind the page, kept until the book changes, and decided upon.
//!
//! [`search`] is the one place that asks for it; the desk searches. Comes with the second wasm; the first knows only how many there are.

use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::book::Book;
use super::desk;
use crate::domain::{Date, Id, Line};
use crate::duplicates::Suspect;
use crate::history::Fields;
use crate::registry::{Registry, commands};
use crate::store::FormKey;

/// How long nothing may change before a page that only marks duplicates has them searched for: nobody is kept waiting for it.
const REST: Duration = Duration::from_millis(1_500);

thread_local! {
    static ASKED: Cell<usize> = const { Cell::new(0) };
    /// What the last search found. Beside the book and not in it: it is no part of what is kept.
    static FOUND: ArcRwSignal<Option<Suspects>> = ArcRwSignal::new(None);
}

/// What a search found.
#[derive(Clone, Debug)]
pub struct Suspects {
    /// The book that was searched.
    mark: u64,
    /// The pairs.
    pub pairs: Arc<Vec<Suspect>>,
}

/// What a person decided about two records that look like one.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The same: with these values for the one that counts.
    Same(Fields),
    /// Two.
    Different,
    /// The same person, who left the group of one of the two records.
    Left { member: Id, on: Date, reason: Option<Line> },
}

impl Suspects {
    /// The pairs with a group or a member of it.
    pub fn in_group(&self, group: Id) -> impl Iterator<Item = &Suspect> {
        self.pairs.iter().filter(move |pair| pair.older.group == group || pair.younger.group == group)
    }

    /// The pair that a member belongs to.
    pub fn of_member(&self, member: Id) -> Option<&Suspect> {
        self.pairs.iter().find(|pair| pair.older.id() == member || pair.younger.id() == member)
    }
}

/// What the last search found; none until one has been made.
pub fn suspects() -> ArcRwSignal<Option<Suspects>> {
    FOUND.with(Clone::clone)
}

impl Book {
    /// Has the book searched as often as it changes while the page that asks is open: at once when the page is painted
    /// (`now`), or only when the book has come to rest.
    pub fn watch_suspects(self, now: bool) {
        Effect::new(move || {
            self.registry.track();
            let asked = ASKED.get().wrapping_add(1);
            ASKED.set(asked);
            let if_still_asked = move || {
                if ASKED.get() == asked {
                    search(self);
                }
            };
            set_timeout(if_still_asked, if now { Duration::ZERO } else { REST });
        });
    }

    /// Whether what was found is of the book as it is now.
    pub fn suspects_are_fresh(self) -> bool {
        let mark = self.registry.with(Registry::mark);
        suspects().with(|suspects| suspects.as_ref().is_some_and(|suspects| suspects.mark == mark))
    }

    /// Keeps what a person decided about two records.
    pub(super) fn settle(self, one: Id, other: Id, outcome: Outcome) {
        let t = self.lang().texts();
        let said = match outcome {
            Outcome::Same(set) => {
                self.change(|registry, stamp| commands::merge(registry, one, other, set, stamp()));
                self.forget_form(FormKey::Member(one.max(other)));
                t.duplicates_merged
            }
            Outcome::Different => {
                self.change(|registry, stamp| commands::rule_different(registry, one, other, stamp()));
                t.duplicates_ruled
            }
            Outcome::Left { member, on, reason } => {
                self.change(|registry, stamp| commands::leave(registry, member, on, reason.as_ref(), stamp()));
                t.duplicates_left
            }
        };
        self.say(said);
    }
}

/// Has the desk search the book, unless it was searched as it is.
fn search(book: Book) {
    if untrack(|| book.suspects_are_fresh()) {
        return;
    }
    let Some(mark) = book.registry.try_with_untracked(Registry::mark) else { return };
    spawn_local(async move {
        // When the desk is ended meanwhile, the next change or page asks again.
        if let Some(pairs) = desk::suspects(book).await {
            suspects().set(Some(Suspects { mark, pairs: Arc::new(pairs) }));
        }
    });
}
