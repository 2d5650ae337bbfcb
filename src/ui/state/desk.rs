//! What a large screen has beside its pages: the list of groups that was looked at last, how tables are arranged, and whether keys walk.
//!
//! All of it comes with the second wasm. Deliberately absent: what is drawn of it.

use leptos::prelude::*;

use super::app::App;
use crate::search::Filter;
use crate::store::Arrangement;
use crate::web;

/// The word of the arrangement for keys that are switched off.
pub const KEYS_OFF: &str = "keys-off";

/// What a large screen has beside its pages. Copied freely.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Whether a list finds room beside what is open.
    pub is_wide: ReadSignal<bool>,
    /// What the list of groups was narrowed to when it was looked at last.
    pub filter: ReadSignal<Filter>,
    /// The column by which the members of a group stand, and whether it is turned; `None` for their own order.
    pub members_by: ReadSignal<Option<(&'static str, bool)>>,
    narrow: WriteSignal<Filter>,
    order_members: WriteSignal<Option<(&'static str, bool)>>,
    wants_search: StoredValue<bool>,
    arrangement: Memo<Arrangement>,
}

impl Desk {
    /// That of a book.
    pub fn of(app: App) -> Self {
        app.feature(|app| {
            let (is_wide, set_wide) = signal(web::is_wide());
            StoredValue::new_local(web::on_resize(move || {
                if is_wide.get_untracked() != web::is_wide() {
                    set_wide.set(web::is_wide());
                }
            }));
            let (filter, narrow) = signal(Filter::default());
            let (members_by, order_members) = signal(None);
            let arrangement = Memo::new(move |_| app.settings.with(|settings| Arrangement::read(&settings.desk)));
            let wants_search = StoredValue::new(false);
            Self { is_wide, filter, members_by, narrow, order_members, wants_search, arrangement }
        })
    }

    /// Narrows the list of groups.
    pub fn narrow(self, filter: Filter) {
        self.narrow.set(filter);
    }

    /// Orders the members of a group by a column, the other way round on the second call, and as they stood on the third.
    pub fn order_members(self, column: &'static str) {
        self.order_members.update(|by| {
            *by = match *by {
                Some((now, false)) if now == column => Some((column, true)),
                Some((now, true)) if now == column => None,
                _ => Some((column, false)),
            };
        });
    }

    /// Whether something is arranged otherwise than it usually is.
    pub fn differs(self, word: &str) -> bool {
        self.arrangement.with(|arrangement| arrangement.has(word))
    }

    /// Whether keys walk.
    pub fn has_keys(self) -> bool {
        !self.arrangement.with_untracked(|arrangement| arrangement.has(KEYS_OFF))
    }

    /// Has the field that searches take the focus when the list is next drawn.
    pub fn ask_for_search(self) {
        self.wants_search.set_value(true);
    }

    /// Whether that was asked for; once.
    pub fn takes_search(self) -> bool {
        self.wants_search.try_update_value(std::mem::take).unwrap_or_default()
    }
}
