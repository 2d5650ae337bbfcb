//! The table that was opened and whose columns are being chosen.
//!
//! Beside the book and not in it: no other page needs it, and it is kept nowhere.

use leptos::prelude::*;

use crate::lists::Sheet;

/// A table that was opened.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The name of its file.
    pub name: String,
    /// Its sheets; there is one at least.
    pub sheets: Vec<Sheet>,
}

/// Where the table that is open stands: whoever has read one sets it and goes to `Route::List`.
#[derive(Clone, Copy)]
pub struct Lists(pub RwSignal<Option<Listed>>);

impl Lists {
    /// None is open.
    pub fn none() -> Self {
        Self(RwSignal::new(None))
    }
}

/// The table that is open, of the nearest provider.
pub fn use_list() -> RwSignal<Option<Listed>> {
    expect_context::<Lists>().0
}
