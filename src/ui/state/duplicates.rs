//! Suspected duplicates: searched for behind the page, kept until the book changes, and decided upon.
//!
//! [`Duplicates`] is the one place that asks for it; the import worker searches. Comes with the second wasm; the first knows only how many there are.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::import_client::ImportClient;
use super::reply::Reply;
use crate::domain::{Date, Id, Line};
use crate::duplicates::Suspect;
use crate::history::Fields;
use crate::kinds::KindId;
use crate::registry::{Registry, commands};
use crate::route::Route;
use crate::store::{FormKey, Sitting};

/// How long nothing may change before a page that only marks duplicates has them searched for: nobody is kept waiting for it.
const REST: Duration = Duration::from_millis(1_500);

/// The suspected duplicates of a book. Beside the book and not in it: they are no part of what is kept.
#[derive(Clone, Copy)]
pub struct Duplicates {
    app: App,
    /// Counts who asked for a search; only the last is answered.
    asked: StoredValue<usize>,
    /// What the last search found.
    found: RwSignal<Option<Suspects>>,
}

/// What a search found.
#[derive(Clone, Debug)]
pub struct Suspects {
    /// The sitting and the book that was searched.
    of: Sitting,
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

impl Duplicates {
    /// Those of a book.
    pub fn of(app: App) -> Self {
        app.feature(|app| Self { app, asked: StoredValue::new(0), found: RwSignal::new(None) })
    }

    /// Reads what the last search of this sitting found; none until one has been made.
    pub fn with<T>(self, read: impl FnOnce(Option<&Suspects>) -> T) -> T {
        let sitting = self.app.opened.get();
        self.found.with(|found| read(found.as_ref().filter(|found| found.of == sitting)))
    }

    /// Has the book searched as often as it changes while the page that asks is open: at once when the page is painted
    /// (`now`), or only when the book has come to rest.
    pub fn watch(self, now: bool) {
        Effect::new(move || {
            self.app.registry.track();
            self.asked.update_value(|asked| *asked = asked.wrapping_add(1));
            let asked = self.asked.get_value();
            let if_still_asked = move || {
                if self.asked.get_value() == asked {
                    self.search();
                }
            };
            set_timeout(if_still_asked, if now { Duration::ZERO } else { REST });
        });
    }

    /// Whether what was found is of the book as it is now.
    pub fn are_fresh(self) -> bool {
        let mark = self.app.registry.with(Registry::mark);
        self.with(|suspects| suspects.is_some_and(|suspects| suspects.mark == mark))
    }

    /// Has the import worker search the book, unless it was searched as it is.
    fn search(self) {
        if untrack(|| self.are_fresh()) {
            return;
        }
        let (mark, sitting) = (self.app.registry.with_untracked(Registry::mark), self.app.sitting());
        spawn_local(async move {
            // When the import worker is ended meanwhile, the next change or page asks again.
            if let Some(pairs) = ImportClient::of(self.app).suspects().await
                && self.app.sits(sitting)
            {
                self.found.set(Some(Suspects { of: sitting, mark, pairs: Arc::new(pairs) }));
            }
        });
    }
}

impl App {
    /// Keeps what a person decided about two records.
    pub(super) fn settle(self, one: Id, other: Id, outcome: Outcome) -> Reply {
        let t = self.lang().texts();
        let said = match outcome {
            Outcome::Same(set) => {
                self.change(|registry, stamp| commands::merge(registry, one, other, set, stamp()));
                self.forget_form(FormKey::Of(KindId::Member, one.max(other)));
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
        Reply::said(said).going_instead(Route::Duplicates(None))
    }
}
