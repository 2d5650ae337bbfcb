//! Making a spreadsheet of the book: the one place that the pages ask.
//!
//! CSV is made here, on the main thread; XLSX only where this wasm was built with the feature `sheets` ([`XLSX`] says so, and no
//! button is shown without it), since its library weighs more than all pages together may. Deliberately absent: words, and how
//! the file leaves.

use leptos::prelude::*;

use crate::sheets::out::{self, Made, Unmade, Wanted};
use crate::ui::state::Book;
use crate::web;

/// Whether a workbook can be made.
pub const XLSX: bool = cfg!(feature = "sheets");

/// Makes the file of the book as it is now. What is on the screen is painted first.
///
/// # Errors
/// [`Unmade`].
pub async fn make(book: Book, wanted: Wanted) -> Result<Made, Unmade> {
    web::turn().await;
    book.registry.with_untracked(|registry| out::make(registry, &wanted))
}
