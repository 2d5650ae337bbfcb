//! How many rows of a long list each page showed when it was left, so that coming back finds them.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::app::App;
use crate::web;

/// The rows shown, by the address of the page. Copied freely.
#[derive(Clone, Copy)]
pub struct ShownRows(StoredValue<BTreeMap<String, usize>>);

impl ShownRows {
    /// Those of a book.
    pub fn of(app: App) -> Self {
        app.feature(|_| Self(StoredValue::new(BTreeMap::new())))
    }

    /// How many the present page showed, if it was come back to.
    pub fn before(self) -> Option<usize> {
        self.0.with_value(|rows| rows.get(&web::address()).copied()).filter(|_| web::is_return())
    }

    /// Notes how many the present page shows.
    pub fn note(self, rows: usize) {
        self.0.update_value(|all| {
            all.insert(web::address(), rows);
        });
    }
}
